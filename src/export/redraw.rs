//! Draws a scene again after a change. Only the parts of the picture that changed are drawn, and the result is the same
//! to the last bit as if all of it were.

use vello_cpu::kurbo::Rect;

use crate::scene::{Node, Scene};

use super::bounds::{bounds, rect};
use super::error::ExportError;
use super::picture::{Picture, height_at, picture};
use super::raster;

/// The last scene that was drawn and its picture.
#[derive(Clone, Debug)]
pub struct Drawn {
    scene: Scene,
    picture: Picture,
}

/// The picture of a scene, as [`picture`] draws it. What is the same in the scene drawn `before` is not drawn again.
///
/// # Errors
/// As [`picture`].
pub fn picture_again(scene: &Scene, width: u32, before: &mut Option<Drawn>) -> Result<Picture, ExportError> {
    let page = |scene: &Scene| (scene.width, scene.height, scene.background);
    let picture = match before.take() {
        Some(Drawn { scene: old, mut picture })
            if picture.size[0] == width as usize && page(&old) == page(scene) =>
        {
            let mut parts = changed(&old.nodes, &scene.nodes);
            if parts.len() > MOST_PARTS {
                parts = parts.into_iter().reduce(|a, b| a.union(b)).into_iter().collect();
            }
            redraw(scene, &mut picture, &parts)?;
            picture
        }
        _ => picture(scene, width)?,
    };
    *before = Some(Drawn { scene: scene.clone(), picture: picture.clone() });
    Ok(picture)
}

/// More parts than this are drawn as one, because every node is compared with each of them.
const MOST_PARTS: usize = 16;

/// How many pairs of nodes are compared at most, where some came or went.
const MOST_COMPARED: usize = 10_000;

/// Draws these parts of a picture again, given as rectangles of the page.
fn redraw(scene: &Scene, picture: &mut Picture, parts: &[Rect]) -> Result<(), ExportError> {
    if parts.is_empty() {
        return Ok(());
    }
    let [width, height] = picture.size;
    let fit = [width as f64 / scene.width.0, height_at(scene, width as f64) / scene.height.0];
    // Edges blend into the next pixel, and clip rectangles are rounded to whole ones.
    let pixels = |part: &Rect| {
        Rect::new(part.x0 * fit[0], part.y0 * fit[1], part.x1 * fit[0], part.y1 * fit[1])
            .inflate(1.0, 1.0)
            .expand()
            .intersect(Rect::new(0.0, 0.0, width as f64, height as f64))
    };
    let parts: Vec<Rect> = parts.iter().map(pixels).filter(|part| part.area() > 0.0).collect();
    let drawn = raster::draw_parts(scene, width as f64, height as f64, &parts)?;
    for part in parts {
        for y in part.y0 as usize..part.y1 as usize {
            let row = 4 * (y * width + part.x0 as usize)..4 * (y * width + part.x1 as usize);
            picture.rgba[row.clone()].copy_from_slice(&drawn[row]);
        }
    }
    Ok(())
}

/// Rectangles around everything that differs between two lists of nodes.
fn changed(before: &[Node], after: &[Node]) -> Vec<Rect> {
    let is_same = |(a, b): &(&Node, &Node)| a == b;
    let head = before.iter().zip(after).take_while(is_same).count();
    let (before, after) = (&before[head..], &after[head..]);
    let tail = before.iter().rev().zip(after.iter().rev()).take_while(is_same).count();
    let (before, after) = (&before[..before.len() - tail], &after[..after.len() - tail]);
    if before.len() != after.len() {
        return came_or_gone(before, after);
    }
    let pairs = before.iter().zip(after).filter(|pair| !is_same(pair));
    pairs.flat_map(|(a, b)| changed_node(a, b)).collect()
}

/// Rectangles around the nodes that are in one of two lists only. Those in both, in the same order, are drawn the same,
/// whatever comes or goes between them.
fn came_or_gone(before: &[Node], after: &[Node]) -> Vec<Rect> {
    if before.len() * after.len() > MOST_COMPARED {
        return before.iter().chain(after).map(bounds).reduce(|a, b| a.union(b)).into_iter().collect();
    }
    let (mut before, mut parts) = (before, Vec::new());
    for node in after {
        if let Some(at) = before.iter().position(|old| old == node) {
            parts.extend(before[..at].iter().map(bounds));
            before = &before[at + 1..];
        } else {
            parts.push(bounds(node));
        }
    }
    parts.extend(before.iter().map(bounds));
    parts
}

fn changed_node(before: &Node, after: &Node) -> Vec<Rect> {
    match (before, after) {
        (Node::Group(a), Node::Group(b)) if a.clip == b.clip => {
            let parts = changed(&a.nodes, &b.nodes).into_iter();
            let cut = |part: Rect| a.clip.map_or(part, |clip| part.intersect(rect(clip)));
            parts.map(cut).collect()
        }
        _ => vec![bounds(before).union(bounds(after))],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Rgb;
    use crate::scene::{Fill, Path};

    fn square(x: f64) -> Node {
        Node::Path(Path::rect(x, 0.0, 1.0, 1.0).filled(Fill::Solid(Rgb::WHITE)))
    }

    #[test]
    fn only_what_came_or_went_is_drawn() {
        let [a, b, c, new, other] = [0.0, 10.0, 20.0, 30.0, 40.0].map(square);
        let before = [a.clone(), b.clone(), c.clone()];
        let after = [new, a, b, other, c];
        let at = |x: f64| Rect::new(x, 0.0, x + 1.0, 1.0);
        assert_eq!(changed(&before, &after), [at(30.0), at(40.0)]);
        assert_eq!(changed(&after, &before[1..]), [at(30.0), at(0.0), at(40.0)]);
        assert!(changed(&before, &before).is_empty());
    }
}
