//! From a scene to the screen and back.

use egui::{Pos2, Rect, Stroke, pos2};

/// From the scene to the screen.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Where the scene's corner stands.
    pub at: Pos2,
    /// How much larger it is.
    pub scale: f32,
}

impl Place {
    /// Where a point of the scene stands.
    pub fn point(self, at: Pos2) -> Pos2 {
        self.at + at.to_vec2() * self.scale
    }

    /// The point of the scene that stands there.
    pub fn back(self, at: Pos2) -> Pos2 {
        ((at - self.at) / self.scale).to_pos2()
    }

    /// Where a rectangle stands.
    pub fn rect(self, rect: Rect) -> Rect {
        Rect::from_min_max(self.point(rect.min), self.point(rect.max))
    }

    /// A line as wide as it is there.
    pub fn stroke(self, stroke: Stroke) -> Stroke {
        Stroke::new(stroke.width * self.scale, stroke.color)
    }
}

/// A point of the scene as egui has it.
pub fn point([x, y]: [f64; 2]) -> Pos2 {
    pos2(x as f32, y as f32)
}
