//! Text as outlines, from the embedded typeface.

use std::fmt::Write;

use rustybuzz::ttf_parser::OutlineBuilder;

use crate::scene::{Anchor, TextRun, text};

/// Path data of a line of text, at its place on the page.
pub fn outline(run: &TextRun) -> String {
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
    let mut pen = Pen { scale, x: left, y: run.y, out: String::new() };
    for glyph in glyphs {
        let [right, up] = glyph.at;
        (pen.x, pen.y) = (left + right * run.size, run.y - up * run.size);
        // `None` for a glyph without ink, such as the space.
        let _ = face.outline_glyph(glyph.id, &mut pen);
    }
    pen.out
}

struct Pen {
    scale: f64,
    x: f64,
    y: f64,
    out: String,
}

impl Pen {
    fn push(&mut self, command: char, points: &[[f32; 2]]) {
        self.out.push(command);
        for (i, [x, y]) in points.iter().enumerate() {
            let separator = if i == 0 { "" } else { " " };
            let (x, y) = (self.x + f64::from(*x) * self.scale, self.y - f64::from(*y) * self.scale);
            // Writing to a string cannot fail.
            let _ = write!(self.out, "{separator}{:.2} {:.2}", x, y);
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.push('M', &[[x, y]]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.push('L', &[[x, y]]);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.push('Q', &[[x1, y1], [x, y]]);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.push('C', &[[x1, y1], [x2, y2], [x, y]]);
    }
    fn close(&mut self) {
        self.out.push('Z');
    }
}
