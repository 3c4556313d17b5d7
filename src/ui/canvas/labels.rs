//! Names on the map: placed once per scale by the rules of printed figures, and moved along while the map is panned.

use std::sync::Arc;

use egui::{Color32, FontId, Painter, Rect, Vec2};

use crate::base::Level;
use crate::figure::map::labels::{Candidate, LEADING, Placed, place_each};
use crate::figure::{Box2, MapModel};
use crate::ui::theme::text_size;

use super::camera::Camera;

/// What the places of the names depend on: level, scale and, where there are circles, those.
#[derive(Clone)]
pub(super) struct LabelKey {
    pub level: Level,
    pub scale: f64,
    /// The model of the circles, and the radius of the largest.
    pub circles: Option<(Arc<MapModel>, f64)>,
    /// How many of the most important units are named, where not all that have room are.
    pub most: Option<usize>,
}

impl PartialEq for LabelKey {
    fn eq(&self, other: &Self) -> bool {
        let circles = match (&self.circles, &other.circles) {
            (Some((a, of_a)), Some((b, of_b))) => Arc::ptr_eq(a, b) && of_a == of_b,
            (None, None) => true,
            _ => false,
        };
        circles && (self.level, self.scale) == (other.level, other.scale)
    }
}

/// The colour of a name, and of what is around its letters.
#[derive(Clone, Copy)]
pub(super) struct NameColours {
    pub ink: Color32,
    pub halo: Option<Color32>,
}

/// The names for one scale and level.
#[derive(Default)]
pub struct Labels {
    key: Option<LabelKey>,
    /// Their positions, in points at this scale from the map's origin, y downwards.
    placed: Vec<Placed>,
}

/// The map extends beyond the screen.
const EVERYWHERE: Box2 = Box2 { x: -1e12, y: -1e12, width: 2e12, height: 2e12 };

impl Labels {
    /// Places the names again if what their places depend on has changed. Candidates are in metres from the map's origin, y
    /// upwards, and their circles in points.
    pub fn update<'a>(&mut self, key: LabelKey, candidates: impl FnOnce() -> Vec<Candidate<'a>>) {
        if self.key.as_ref() == Some(&key) {
            return;
        }
        let (scale, most) = (key.scale, key.most.unwrap_or(usize::MAX));
        self.key = Some(key);
        let mut candidates = candidates();
        for candidate in &mut candidates {
            let [x, y] = candidate.at;
            candidate.at = [x * scale, -y * scale];
            candidate.radius *= scale;
        }
        let placed = place_each(candidates, EVERYWHERE, f64::from(text_size::MAP_LABEL), &[], &[]);
        // Of small circles nobody asks which is which.
        self.placed = placed.into_iter().take(most).flatten().collect();
    }

    /// Draws the visible names in their colours, except those that what covers the map would cut.
    pub fn paint(
        &self,
        painter: &Painter,
        camera: &Camera,
        screen: Rect,
        covered: &[Rect],
        colours: impl Fn(&Placed) -> NameColours,
    ) {
        let Some(scale) = self.key.as_ref().map(|key| key.scale) else { return };
        let to = camera.to_screen(screen);
        // During an animation the scale of the map is ahead of that of the names.
        let metres = |points: f64| (points / scale) as f32;
        let font = FontId::proportional(text_size::MAP_LABEL);
        let leading = text_size::MAP_LABEL * LEADING as f32;
        let around = screen.expand(60.0);
        // egui caches the layout of a text it has drawn before.
        let write = |line: &String| painter.layout_no_wrap(line.clone(), font.clone(), Color32::PLACEHOLDER);
        for label in &self.placed {
            let middle = to.point([metres(label.at[0]), -metres(label.at[1])]);
            if !around.contains(middle) {
                continue;
            }
            let height = leading * label.lines.len() as f32;
            let width = label.lines.iter().map(|line| write(line).size().x).fold(0.0, f32::max);
            let room = Rect::from_center_size(middle, Vec2::new(width, height));
            if covered.iter().any(|other| other.intersects(room)) {
                continue;
            }
            let NameColours { ink, halo } = colours(label);
            for (i, line) in label.lines.iter().enumerate() {
                let galley = write(line);
                let down = (i as f32 - (label.lines.len() as f32 - 1.0) / 2.0) * leading;
                let corner = middle + Vec2::new(0.0, down) - galley.size() / 2.0;
                for (shift, halo) in halo.iter().flat_map(|halo| HALO.map(|shift| (shift, *halo))) {
                    let at = corner + Vec2::from(shift);
                    painter.galley_with_override_text_color(at, galley.clone(), halo);
                }
                painter.galley_with_override_text_color(corner, galley, ink);
            }
        }
    }
}

/// Offsets of the copies that form the halo of a name.
const HALO: [[f32; 2]; 8] = [
    [-1.2, 0.0],
    [1.2, 0.0],
    [0.0, -1.2],
    [0.0, 1.2],
    [-0.85, -0.85],
    [0.85, -0.85],
    [-0.85, 0.85],
    [0.85, 0.85],
];
