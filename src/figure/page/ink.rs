//! Figures for black-and-white printing: classes become patterns, everything else greys.

use crate::base::Rgb;
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

/// Converts nodes drawn in colour. `classes` are the colours that stand for classes, in order: they become tones,
/// which survive photocopying better than greys or, where they form a square, two kinds of lines.
pub fn black(nodes: &mut Vec<Node>, classes: ClassColours<'_>) {
    let backgrounds = nodes.iter().filter_map(background).collect::<Vec<_>>();
    for node in nodes.iter_mut() {
        match node {
            Node::Group(group) => black(&mut group.nodes, classes),
            Node::Path(path) => path_in_black(path, classes),
            Node::Text(run) => {
                // A text highlighted by colour is highlighted by black instead.
                run.colour = grey(if is_colour(run.colour) { style::INK } else { run.colour });
                run.halo = run.halo.map(grey);
            }
            Node::Image(image) => image.grey = true,
        }
    }
    if !classes.colours.is_empty() {
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

fn path_in_black(path: &mut Path, classes: ClassColours<'_>) {
    path.fill = path.fill.map(|fill| match fill {
        Fill::Solid(colour) => match classes.colours.iter().position(|class| *class == colour) {
            Some(class) => match classes.side {
                Some(side) => Fill::Weave((class % side) as u8, (class / side) as u8),
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
    }
}
