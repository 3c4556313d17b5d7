//! Rectangles and lines of text on a page.

use crate::base::Rgb;
use crate::scene::{Anchor, Node, TextRun, Weight};

/// A rectangle on the page, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Box2 {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Box2 {
    /// The box with that much more on each side.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        let Self { x, y, width, height } = self;
        Self { x: x - by, y: y - by, width: width + 2.0 * by, height: height + 2.0 * by }
    }

    /// Whether two boxes overlap.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    /// Whether a point is inside.
    pub fn holds(&self, [x, y]: [f64; 2]) -> bool {
        (self.x..=self.x + self.width).contains(&x) && (self.y..=self.y + self.height).contains(&y)
    }

    /// Whether the other box is inside this one.
    pub fn contains(&self, other: &Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.x + other.width <= self.x + self.width
            && other.y + other.height <= self.y + self.height
    }
}

/// A line of text without halo.
pub fn run(
    content: String,
    [x, y]: [f64; 2],
    size: f64,
    weight: Weight,
    colour: Rgb,
    anchor: Anchor,
) -> Node {
    Node::Text(TextRun { x, y, size, anchor, weight, colour, halo: None, content })
}
