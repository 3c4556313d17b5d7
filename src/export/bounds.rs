//! How far a node of a scene reaches.

use vello_cpu::kurbo::Rect;

use crate::scene::{Anchor, Geometry, Node, TextRun, text};

/// A rectangle of the page outside of which a node draws nothing.
pub fn bounds(node: &Node) -> Rect {
    let around = |points: &mut dyn Iterator<Item = [f64; 2]>| {
        let first = points.next().map_or(Rect::ZERO, |[x, y]| Rect::new(x, y, x, y));
        points.fold(first, |rect, [x, y]| rect.union_pt((x, y)))
    };
    match node {
        Node::Group(group) => match group.clip {
            Some(clip) => rect(clip),
            None => group.nodes.iter().map(bounds).reduce(|a, b| a.union(b)).unwrap_or_default(),
        },
        Node::Path(path) => {
            let half = path.stroke.map_or(0.0, |stroke| stroke.width / 2.0);
            match &path.geometry {
                Geometry::Rings(lines) | Geometry::Lines(lines) => {
                    around(&mut lines.iter().flatten().copied()).inflate(half, half)
                }
                Geometry::Circle { centre: [x, y], radius } => {
                    Rect::new(*x, *y, *x, *y).inflate(radius + half, radius + half)
                }
            }
        }
        Node::Text(run) => {
            let width = text::width(&run.content, run.size, run.weight);
            let left = match run.anchor {
                Anchor::Start => run.x,
                Anchor::Middle => run.x - width / 2.0,
                Anchor::End => run.x - width,
            };
            let [top, bottom] = text_rows(run);
            // Room for overhanging letters and the halo.
            Rect::new(left, top, left + width, bottom).inflate(run.size, 0.0)
        }
        Node::Image(image) => rect([image.x, image.y, image.width, image.height]),
    }
}

/// The topmost and the lowest point of the page that a node may draw on: as [`bounds`], without measuring text.
pub fn rows(node: &Node) -> [f64; 2] {
    match node {
        Node::Group(group) if group.clip.is_none() => {
            let all = group.nodes.iter().map(rows);
            all.reduce(|a, b| [a[0].min(b[0]), a[1].max(b[1])]).unwrap_or_default()
        }
        Node::Text(run) => text_rows(run),
        _ => {
            let Rect { y0, y1, .. } = bounds(node);
            [y0, y1]
        }
    }
}

/// Room above and below a line of text for accents and the halo.
fn text_rows(run: &TextRun) -> [f64; 2] {
    [run.y - 1.5 * run.size, run.y + 1.5 * run.size]
}

/// A rectangle from its left upper corner and its size.
pub fn rect([x, y, width, height]: [f64; 4]) -> Rect {
    Rect::new(x, y, x + width, y + height)
}
