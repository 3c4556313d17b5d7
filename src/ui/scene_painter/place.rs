//! The transformation from a scene to the screen and back.

use egui::{Pos2, Rect, Stroke, pos2};

/// From the scene to the screen.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The screen position of the scene's corner.
    pub at: Pos2,
    /// How much larger it is.
    pub scale: f32,
}

impl Place {
    /// The screen position of a point of the scene.
    pub fn point(self, at: Pos2) -> Pos2 {
        self.at + at.to_vec2() * self.scale
    }

    /// The point of the scene at a screen position.
    pub fn back(self, at: Pos2) -> Pos2 {
        ((at - self.at) / self.scale).to_pos2()
    }

    /// A rectangle on screen.
    pub fn rect(self, rect: Rect) -> Rect {
        Rect::from_min_max(self.point(rect.min), self.point(rect.max))
    }

    /// A stroke with its width on screen.
    pub fn stroke(self, stroke: Stroke) -> Stroke {
        Stroke::new(stroke.width * self.scale, stroke.color)
    }
}

/// A point of the scene in egui's type.
pub fn point([x, y]: [f64; 2]) -> Pos2 {
    pos2(x as f32, y as f32)
}
