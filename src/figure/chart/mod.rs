//! The components of charts: scales with round ticks, markers that differ in black and white, labels at the ends of
//! lines and beside points.

pub(crate) mod end_labels;
pub(crate) mod marks;
pub(crate) mod point_labels;
pub(crate) mod scale;

use crate::i18n::{Lang, texts};
use crate::scene::{Anchor, Group, Node, Role, Weight, text};

use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;

/// The smallest useful side of a plot, in points.
pub(crate) const LEAST_SIDE: f64 = 40.0;

/// A sentence in place of the figure.
pub(crate) fn in_place(sentence: &str, body: Box2, size: f64) -> Group {
    let rows = text::wrap(sentence, size, Weight::Italic, body.width * 0.8);
    let middle = [body.x + body.width / 2.0, body.y + body.height / 2.0];
    let node = |(i, row)| {
        let at = [middle[0], middle[1] + size * 1.3 * i as f64];
        run(row, at, size, Weight::Italic, style::MUTED, Anchor::Middle)
    };
    Group { role: Role::Labels, clip: None, nodes: rows.into_iter().enumerate().map(node).collect() }
}

/// The title of an axis at the top of a body, with a note if it does not start at zero. Returns the baseline of the
/// last line.
pub(crate) fn axis_title(
    lang: Lang,
    title: &str,
    from_zero: bool,
    body: Box2,
    size: f64,
    nodes: &mut Vec<Node>,
) -> f64 {
    const LEADING: f64 = 1.25;
    let mut y = body.y;
    let mut end = body.x;
    let rows =
        if title.is_empty() { Vec::new() } else { text::wrap(title, size, Weight::SemiBold, body.width) };
    for row in rows {
        y += size * LEADING;
        end = body.x + text::width(&row, size, Weight::SemiBold);
        nodes.push(run(row, [body.x, y], size, Weight::SemiBold, style::INK, Anchor::Start));
    }
    if from_zero {
        return y;
    }
    let note = lang.text(texts::AXIS_NOT_FROM_ZERO);
    let after = end + size * 0.9;
    if end > body.x && after + text::width(note, size, Weight::Regular) <= body.x + body.width {
        nodes.push(run(note.to_owned(), [after, y], size, Weight::Regular, style::MUTED, Anchor::Start));
        return y;
    }
    for row in text::wrap(note, size, Weight::Regular, body.width) {
        y += size * LEADING;
        nodes.push(run(row, [body.x, y], size, Weight::Regular, style::MUTED, Anchor::Start));
    }
    y
}
