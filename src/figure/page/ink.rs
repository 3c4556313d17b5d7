//! Figures for black-and-white printing: classes become greys or, for photocopies, patterns; everything else greys.

use crate::base::Rgb;
use crate::document::Ink;
use crate::scene::{Anchor, Fill, Node, Path, text};

use crate::figure::page::style;

/// The colours that stand for classes, in order.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClassColours<'a> {
    pub colours: &'a [Rgb],
    /// How many classes are in a row, where those of two indicators form a square.
    pub side: Option<usize>,
}

/// How opaque the background of a name is over a pattern.
const GROUND_OPACITY: f64 = 0.86;

/// Converts nodes drawn in colour for an ink without any. `classes` are the colours that stand for classes, in order: they
/// become greys or tones, which survive photocopying better, or, where they form a square, two kinds of lines.
pub fn without_colour(nodes: &mut Vec<Node>, classes: ClassColours<'_>, ink: Ink) {
    if ink == Ink::Colour {
        return;
    }
    let in_patterns = ink == Ink::Black || classes.side.is_some();
    for node in nodes.iter_mut() {
        if let Node::Text(run) = node {
            let class = run.halo.and_then(|halo| classes.colours.iter().position(|class| *class == halo));
            match class {
                // A name on a class takes the grey of that class around it.
                Some(class) if !in_patterns => {
                    let ground = class_grey(class, classes.colours.len());
                    (run.colour, run.halo) = (grey(style::ink_on(ground)), Some(ground));
                }
                Some(_) => (run.colour, run.halo) = (grey(style::INK), Some(style::PAPER)),
                None => {
                    // A text highlighted by colour is highlighted by black instead.
                    run.colour = grey(if is_colour(run.colour) { style::INK } else { run.colour });
                    run.halo = run.halo.map(grey);
                }
            }
        }
    }
    let backgrounds = nodes.iter().filter_map(background).collect::<Vec<_>>();
    for node in nodes.iter_mut() {
        match node {
            Node::Group(group) => without_colour(&mut group.nodes, classes, ink),
            Node::Path(path) => path_without_colour(path, classes, in_patterns),
            Node::Text(_) => {}
            Node::Image(image) => image.grey = true,
        }
    }
    if !classes.colours.is_empty() && in_patterns {
        nodes.splice(0..0, backgrounds);
    }
}

/// Whether it is a real colour and not a tinted grey.
fn is_colour(Rgb(red, green, blue): Rgb) -> bool {
    const TINGE: u8 = 40;
    red.max(green).max(blue) - red.min(green).min(blue) > TINGE
}

/// A pale background for a name over patterns, where its halo would not be enough.
fn background(node: &Node) -> Option<Node> {
    let Node::Text(run) = node else { return None };
    let halo = run.halo?;
    let (width, size) = (text::width(&run.content, run.size, run.weight), run.size);
    let left = match run.anchor {
        Anchor::Start => run.x,
        Anchor::Middle => run.x - width / 2.0,
        Anchor::End => run.x - width,
    };
    let rect = Path::rect(left - size * 0.12, run.y - size * 0.78, width + size * 0.24, size * 1.02);
    Some(Node::Path(rect.filled(Fill::Translucent(halo, GROUND_OPACITY))))
}

fn path_without_colour(path: &mut Path, classes: ClassColours<'_>, in_patterns: bool) {
    path.fill = path.fill.map(|fill| match fill {
        Fill::Solid(colour) => match classes.colours.iter().position(|class| *class == colour) {
            Some(class) => match classes.side {
                Some(side) => Fill::Weave((class % side) as u8, (class / side) as u8),
                None if !in_patterns => Fill::Solid(class_grey(class, classes.colours.len())),
                None => Fill::Tone(tone(class, classes.colours.len())),
            },
            None => Fill::Solid(grey(colour)),
        },
        Fill::Translucent(colour, opacity) => Fill::Translucent(grey(colour), opacity),
        Fill::Hatch(_) | Fill::Tone(_) | Fill::Weave(..) => fill,
    });
    if let Some(stroke) = &mut path.stroke {
        stroke.colour = grey(stroke.colour);
    }
}

/// How dark the pattern of a class is, in tenths: from white for the first to nearly black for the last.
fn tone(class: usize, count: usize) -> u8 {
    const DARKEST: usize = 9;
    (class * DARKEST / count.saturating_sub(1).max(1)) as u8
}

/// The grey of a class: equal steps of lightness to the eye, from nearly white for the first to nearly black for the last.
fn class_grey(class: usize, count: usize) -> Rgb {
    const LIGHTEST: f64 = 95.0;
    const DARKEST: f64 = 24.0;
    let along = class as f64 / count.saturating_sub(1).max(1) as f64;
    let lightness = LIGHTEST + (DARKEST - LIGHTEST) * along;
    // CIE 1976 L* to luminance; all steps are above its linear part.
    Rgb::from_linear([((lightness + 16.0) / 116.0).powi(3); 3])
}

/// The grey with the same relative luminance.
fn grey(colour: Rgb) -> Rgb {
    Rgb::from_linear([colour.luminance(); 3])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greys_stay_greys_and_tones_go_from_white_to_dark() {
        assert_eq!(grey(Rgb::hex(0x80_8080)), Rgb::hex(0x80_8080));
        assert_eq!([tone(0, 5), tone(2, 5), tone(4, 5), tone(0, 1)], [0, 4, 9, 0]);
        // L* of 95, 59.5 and 24 (CIE 15:2004): luminances of 0.8762, 0.2755 and 0.0410.
        for (class, luminance) in [(0, 0.876_2), (1, 0.275_5), (2, 0.041_0)] {
            let own = class_grey(class, 3).luminance();
            assert!((own - luminance).abs() < 0.004, "{class}: {own}");
        }
    }
}
