//! Scale bar and north arrow.

use crate::i18n::{self, Lang};
use crate::scene::{Anchor, Fill, Group, Node, Path, Role, Weight};

use crate::figure::map::frame::Fit;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style::{self, Sizes};
use crate::figure::round::round_down;

/// The distance of both from the edges of the map.
pub fn inset(sizes: &Sizes) -> f64 {
    8.0 * sizes.scale
}

/// The length of the bar in metres: about a sixth of the map's width.
fn metres(fit: &Fit, map: Box2) -> f64 {
    round_down(map.width / 6.0 / fit.scale)
}

/// The room of the bar with its label.
pub fn bar_size(fit: &Fit, map: Box2, sizes: &Sizes) -> [f64; 2] {
    [metres(fit, map) * fit.scale, 3.0 * sizes.scale + sizes.footer * 1.1]
}

/// The bar at the bottom of its room.
pub fn scale_bar(fit: &Fit, map: Box2, room: Box2, sizes: &Sizes, lang: Lang) -> Group {
    let metres = metres(fit, map);
    let length = metres * fit.scale;
    let (amount, unit) = if metres >= 1000.0 { (metres / 1000.0, "km") } else { (metres, "m") };
    let label = format!("{} {unit}", i18n::compact_number(lang, amount, 0));
    let (x, y) = (room.x, room.y + room.height);
    let tick = 3.0 * sizes.scale;
    let bar = Path::line(vec![[x, y - tick], [x, y], [x + length, y], [x + length, y - tick]])
        .stroked(style::INK, 0.8 * sizes.scale);
    let at = [x + length / 2.0, y - tick];
    Group {
        role: Role::ScaleBar,
        clip: None,
        nodes: vec![
            Node::Path(bar),
            halo(run(label, at, sizes.footer, Weight::Regular, style::INK, Anchor::Middle)),
        ],
    }
}

/// A text that stays legible over borders.
fn halo(mut node: Node) -> Node {
    if let Node::Text(run) = &mut node {
        run.halo = Some(style::BACKGROUND);
    }
    node
}

/// The room of the arrow with its letter.
pub fn north_size(sizes: &Sizes) -> [f64; 2] {
    [7.2 * sizes.scale, 13.0 * sizes.scale + sizes.footer * 1.2]
}

/// An arrow to grid north; within half a degree of true north everywhere in the territory.
pub fn north(room: Box2, sizes: &Sizes) -> Group {
    let (x, y) = (room.x + room.width / 2.0, room.y);
    let (half, height) = (3.6 * sizes.scale, 13.0 * sizes.scale);
    let notch = height * 0.72;
    let arrow = crate::scene::Geometry::Rings(vec![vec![
        [x, y],
        [x + half, y + height],
        [x, y + notch],
        [x - half, y + height],
    ]]);
    let at = [x, y + height + sizes.footer * 1.1];
    Group {
        role: Role::North,
        clip: None,
        nodes: vec![
            Node::Path(Path::new(arrow).filled(Fill::Solid(style::INK))),
            run("N".into(), at, sizes.footer * 1.05, Weight::SemiBold, style::INK, Anchor::Middle),
        ],
    }
}
