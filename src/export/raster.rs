//! An SVG tree to pixels, with cheap clips.

use resvg::tiny_skia::{PixmapMut, Transform};
use resvg::usvg::{BlendMode, Group, Node, Opacity, Tree};

/// Draws the tree as [`resvg::render`] does, but for clips, which must be axis-parallel rectangles and are
/// taken to whole pixels: resvg draws a clipped group on a picture of its own, cuts that with a second picture
/// and a mask, and lays it over the first; on a large page that costs more than drawing the shapes.
pub fn draw(tree: &Tree, fit: Transform, pixmap: &mut PixmapMut<'_>) {
    draw_group(tree.root(), fit, pixmap);
}

fn draw_group(group: &Group, parent: Transform, pixmap: &mut PixmapMut<'_>) {
    let transform = parent.pre_concat(group.transform());
    for node in group.children() {
        match node {
            Node::Group(child) if !child.should_isolate() => draw_group(child, transform, pixmap),
            Node::Group(child) if is_only_clipped(child) => draw_clipped(child, transform, pixmap),
            _ => {
                // resvg moves the node to the origin: move it back.
                if let Some(bounds) = node.abs_layer_bounding_box() {
                    let back = transform.pre_translate(bounds.x(), bounds.y());
                    resvg::render_node(node, back, pixmap);
                }
            }
        }
    }
}

fn is_only_clipped(group: &Group) -> bool {
    group.clip_path().is_some_and(|clip| clip.clip_path().is_none())
        && group.opacity() == Opacity::ONE
        && group.blend_mode() == BlendMode::Normal
        && group.mask().is_none()
        && group.filters().is_empty()
}

/// Draws on the rows of the clip alone; what stands left and right of it is kept aside and put back.
fn draw_clipped(group: &Group, parent: Transform, pixmap: &mut PixmapMut<'_>) {
    const PIXEL: usize = 4;
    let transform = parent.pre_concat(group.transform());
    let clip = group.clip_path().and_then(|clip| clip.root().bounding_box().transform(transform));
    let Some(clip) = clip else { return };
    let (width, height) = (pixmap.width(), pixmap.height());
    let within = |at: f32, most: u32| at.round().clamp(0.0, most as f32) as usize;
    let [left, right] = [clip.left(), clip.right()].map(|x| within(x, width) * PIXEL);
    let [top, bottom] = [clip.top(), clip.bottom()].map(|y| within(y, height));

    let row = width as usize * PIXEL;
    let rows = &mut pixmap.data_mut()[top * row..bottom * row];
    let mut aside = Vec::with_capacity(rows.len());
    for row in rows.chunks_exact(row) {
        aside.extend_from_slice(&row[..left]);
        aside.extend_from_slice(&row[right..]);
    }
    // No rows, nothing to draw.
    if let Some(mut band) = PixmapMut::from_bytes(rows, width, (bottom - top) as u32) {
        draw_group(group, parent.post_translate(0.0, -(top as f32)), &mut band);
    }
    let mut aside = aside.as_slice();
    for row in rows.chunks_exact_mut(row) {
        for side in [0..left, right..row.len()] {
            let side = &mut row[side];
            let (kept, rest) = aside.split_at(side.len());
            side.copy_from_slice(kept);
            aside = rest;
        }
    }
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::Pixmap;

    use super::*;

    fn tree(svg: &str) -> Tree {
        Tree::from_str(svg, &Default::default()).unwrap()
    }

    /// The clip lies on whole pixels, so the two must agree to the byte.
    #[test]
    fn draws_what_resvg_draws() {
        let tree = tree(
            "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30' viewBox='0 0 80 60'>\
             <rect width='80' height='60' fill='#fff'/><circle cx='12' cy='12' r='9' fill='#c33'/>\
             <clipPath id='c'><rect x='10' y='6' width='40' height='30'/></clipPath>\
             <g id='outer' transform='translate(4 2)'><g clip-path='url(#c)'><g id='inner'>\
             <path d='M-20 -20L90 20 30 90z' fill='#393' stroke='#000' stroke-width='3'/></g></g></g>\
             <path d='M0 50h80' stroke='#00f' stroke-width='5' opacity='.5'/></svg>",
        );
        let fit = Transform::from_scale(3.0, 3.0);
        let [mut ours, mut theirs] = [(); 2].map(|()| Pixmap::new(120, 90).unwrap());
        draw(&tree, fit, &mut ours.as_mut());
        resvg::render(&tree, fit, &mut theirs.as_mut());
        assert_eq!(ours.data(), theirs.data());
    }

    #[test]
    fn a_clip_off_the_page_shows_nothing() {
        let tree = tree(
            "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'>\
             <clipPath id='c'><rect x='30' y='-50' width='10' height='10'/></clipPath>\
             <g clip-path='url(#c)'><rect x='-90' y='-90' width='200' height='200'/></g></svg>",
        );
        let mut pixmap = Pixmap::new(20, 20).unwrap();
        draw(&tree, Transform::identity(), &mut pixmap.as_mut());
        assert!(pixmap.data().iter().all(|byte| *byte == 0));
    }
}
