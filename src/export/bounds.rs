//! How far a node of a scene reaches.

use vello_cpu::kurbo::Rect;

use crate::scene::{Anchor, Geometry, Node, text};

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
            // Room for accents, overhanging letters and the halo.
            Rect::new(left, run.y, left + width, run.y).inflate(run.size, 1.5 * run.size)
        }
        Node::Image(image) => rect([image.x, image.y, image.width, image.height]),
    }
}

/// A rectangle from its left upper corner and its size.
pub fn rect([x, y, width, height]: [f64; 4]) -> Rect {
    Rect::new(x, y, x + width, y + height)
}
