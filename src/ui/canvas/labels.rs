//! Names on the map: placed once for a scale, carried along while the map is panned.

use egui::{FontId, Painter, Pos2, Rect, Vec2};

use crate::base::Level;
use crate::ui::theme::{Theme, text_size};

use super::camera::Camera;

/// A name that has found room.
struct Placed {
    name: String,
    /// Its middle, relative metres.
    at: [f32; 2],
}

/// A name that would like a place.
pub struct Candidate<'a> {
    /// Name.
    pub name: &'a str,
    /// Its middle, relative metres.
    pub at: [f32; 2],
    /// Room around it within its territory, in metres.
    pub radius: f64,
    /// Those with more come first.
    pub importance: f64,
}

/// The names of one scale and level.
#[derive(Default)]
pub struct Labels {
    key: Option<(Level, u64)>,
    placed: Vec<Placed>,
}

/// How far a name may run over its territory's border, in times the room there is.
const REACH: f32 = 2.4;

impl Labels {
    /// Places the names anew if the level or the scale has changed.
    pub fn update<'a>(
        &mut self,
        level: Level,
        camera: &Camera,
        painter: &Painter,
        candidates: impl FnOnce() -> Vec<Candidate<'a>>,
    ) {
        let key = Some((level, camera.scale.to_bits()));
        if self.key == key {
            return;
        }
        self.key = key;
        self.placed.clear();
        let mut candidates = candidates();
        candidates.sort_by(|a, b| b.importance.total_cmp(&a.importance));
        let scale = camera.scale as f32;
        let font = FontId::proportional(text_size::MAP_LABEL);
        let mut taken: Vec<Rect> = Vec::new();
        for candidate in candidates {
            let room = candidate.radius as f32 * scale;
            // Nothing to place where not even a short name would fit.
            if room * REACH < text_size::MAP_LABEL {
                continue;
            }
            let size =
                painter.layout_no_wrap(candidate.name.to_owned(), font.clone(), egui::Color32::BLACK).size();
            if size.x > 2.0 * REACH * room {
                continue;
            }
            // Screen positions up to a shift, which is all that overlaps depend on.
            let middle = Pos2::new(candidate.at[0] * scale, -candidate.at[1] * scale);
            let ground = Rect::from_center_size(middle, size + Vec2::splat(4.0));
            if taken.iter().any(|other| other.intersects(ground)) {
                continue;
            }
            taken.push(ground);
            self.placed.push(Placed { name: candidate.name.to_owned(), at: candidate.at });
        }
    }

    /// Draws those that show.
    pub fn paint(&self, painter: &Painter, camera: &Camera, screen: Rect, theme: &Theme) {
        let to = camera.to_screen(screen);
        let font = FontId::proportional(text_size::MAP_LABEL);
        let around = screen.expand(60.0);
        for label in &self.placed {
            let middle = to.point(label.at);
            if !around.contains(middle) {
                continue;
            }
            // egui keeps the layout of a text it has drawn before.
            let galley = painter.layout_no_wrap(label.name.clone(), font.clone(), theme.label);
            let corner = middle - galley.size() / 2.0;
            for shift in [
                [-1.0, 0.0],
                [1.0, 0.0],
                [0.0, -1.0],
                [0.0, 1.0],
                [-0.7, -0.7],
                [0.7, -0.7],
                [-0.7, 0.7],
                [0.7, 0.7],
            ] {
                let at = corner + Vec2::from(shift) * 1.2;
                painter.galley_with_override_text_color(at, galley.clone(), theme.label_halo);
            }
            painter.galley(corner, galley, theme.label);
        }
    }
}
