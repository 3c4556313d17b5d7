//! Names on the map: placed once per scale by the rules of printed figures, and moved along while the map is panned.

use egui::{FontId, Painter, Rect, Vec2};

use crate::base::Level;
use crate::figure::Box2;
use crate::figure::map::labels::{Candidate, LEADING, Placed, place_each};
use crate::ui::theme::{Theme, text_size};

use super::camera::Camera;

/// The names for one scale and level.
#[derive(Default)]
pub struct Labels {
    key: Option<(Level, u64)>,
    /// Their positions, in points at this scale from the map's origin, y downwards.
    placed: Vec<Placed>,
}

/// The map extends beyond the screen.
const EVERYWHERE: Box2 = Box2 { x: -1e12, y: -1e12, width: 2e12, height: 2e12 };

impl Labels {
    /// Places the names again if the level or the scale has changed. Candidates are in metres from the map's origin,
    /// y upwards.
    pub fn update<'a>(
        &mut self,
        level: Level,
        camera: &Camera,
        candidates: impl FnOnce() -> Vec<Candidate<'a>>,
    ) {
        let key = Some((level, camera.scale.to_bits()));
        if self.key == key {
            return;
        }
        self.key = key;
        let mut candidates = candidates();
        for candidate in &mut candidates {
            let [x, y] = candidate.at;
            candidate.at = [x * camera.scale, -y * camera.scale];
            candidate.radius *= camera.scale;
        }
        let placed = place_each(candidates, EVERYWHERE, f64::from(text_size::MAP_LABEL), &[]);
        self.placed = placed.into_iter().flatten().collect();
    }

    /// Draws the visible names, except those that what covers the map would cut.
    pub fn paint(&self, painter: &Painter, camera: &Camera, screen: Rect, covered: &[Rect], theme: &Theme) {
        let Some((_, scale)) = self.key else { return };
        let to = camera.to_screen(screen);
        // During an animation the scale of the map is ahead of that of the names.
        let metres = |points: f64| (points / f64::from_bits(scale)) as f32;
        let font = FontId::proportional(text_size::MAP_LABEL);
        let leading = text_size::MAP_LABEL * LEADING as f32;
        let around = screen.expand(60.0);
        // egui caches the layout of a text it has drawn before.
        let write = |line: &String| painter.layout_no_wrap(line.clone(), font.clone(), theme.label);
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
            for (i, line) in label.lines.iter().enumerate() {
                let galley = write(line);
                let down = (i as f32 - (label.lines.len() as f32 - 1.0) / 2.0) * leading;
                let corner = middle + Vec2::new(0.0, down) - galley.size() / 2.0;
                for shift in HALO {
                    let at = corner + Vec2::from(shift);
                    painter.galley_with_override_text_color(at, galley.clone(), theme.label_halo);
                }
                painter.galley(corner, galley, theme.label);
            }
        }
    }
}

/// Offsets of the pale copies that form the halo of a name.
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
