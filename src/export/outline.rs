//! Text as outlines, from the embedded typeface.

use std::fmt::Write;

use rustybuzz::ttf_parser::OutlineBuilder;
use vello_cpu::kurbo::{BezPath, PathEl, Point};

use crate::scene::{Anchor, TextRun, text};

/// The outlines of a line of text, positioned on the page.
pub fn outline(run: &TextRun) -> BezPath {
    let face = text::face(run.weight);
    let scale = run.size / f64::from(face.units_per_em());
    let (glyphs, width) = text::shape(&run.content, run.weight);
    let width = width * run.size;
    let left = run.x
        - match run.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
    let mut pen = Pen { scale, origin: Point::ORIGIN, path: BezPath::new() };
    for glyph in glyphs {
        let [right, up] = glyph.at;
        pen.origin = Point::new(left + right * run.size, run.y - up * run.size);
        // `None` for a glyph without an outline, such as the space.
        let _ = face.outline_glyph(glyph.id, &mut pen);
    }
    pen.path
}

/// A path as SVG path data, to a hundredth.
pub fn data(path: &BezPath) -> String {
    let mut out = String::new();
    let mut push = |command: char, points: &[Point]| {
        out.push(command);
        for (i, Point { x, y }) in points.iter().enumerate() {
            let separator = if i == 0 { "" } else { " " };
            // Writing to a string cannot fail.
            let _ = write!(out, "{separator}{x:.2} {y:.2}");
        }
    };
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(to) => push('M', &[to]),
            PathEl::LineTo(to) => push('L', &[to]),
            PathEl::QuadTo(by, to) => push('Q', &[by, to]),
            PathEl::CurveTo(by, and, to) => push('C', &[by, and, to]),
            PathEl::ClosePath => push('Z', &[]),
        }
    }
    out
}

/// From units of the typeface, y upwards, to points of the page.
struct Pen {
    scale: f64,
    origin: Point,
    path: BezPath,
}

impl Pen {
    fn place(&self, x: f32, y: f32) -> Point {
        Point::new(self.origin.x + f64::from(x) * self.scale, self.origin.y - f64::from(y) * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.place(x, y));
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.place(x, y));
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.path.quad_to(self.place(x1, y1), self.place(x, y));
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.path.curve_to(self.place(x1, y1), self.place(x2, y2), self.place(x, y));
    }
    fn close(&mut self) {
        self.path.close_path();
    }
}
