//! Scale bar and north arrow.

use crate::i18n::{self, Lang};
use crate::scene::{Anchor, Fill, Group, Node, Path, Role, Weight};

use crate::figure::map::frame::Fit;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style::{self, Sizes};
use crate::figure::round::round_down;

/// A bar of about a sixth of the map's width, in its lower left corner.
pub fn scale_bar(fit: &Fit, map: Box2, sizes: &Sizes, lang: Lang) -> Group {
    let metres = round_down(map.width / 6.0 / fit.scale);
    let length = metres * fit.scale;
    let (amount, unit) = if metres >= 1000.0 { (metres / 1000.0, "km") } else { (metres, "m") };
    let label = format!("{} {unit}", i18n::compact_number(lang, amount, 0));
    let inset = 8.0 * sizes.scale;
    let (x, y) = (map.x + inset, map.y + map.height - inset);
    let tick = 3.0 * sizes.scale;
    let bar = Path::line(vec![[x, y - tick], [x, y], [x + length, y], [x + length, y - tick]])
        .stroked(style::INK, 0.8 * sizes.scale);
    let at = [x + length / 2.0, y - tick];
    Group {
        role: Role::ScaleBar,
        clip: None,
        nodes: vec![
            Node::Path(bar),
            run(label, at, sizes.footer, Weight::Regular, style::INK, Anchor::Middle),
        ],
    }
}

/// An arrow to grid north in the upper right corner; within half a degree of true north everywhere in the territory.
pub fn north(map: Box2, sizes: &Sizes) -> Group {
    let inset = 10.0 * sizes.scale;
    let (x, y) = (map.x + map.width - inset, map.y + inset);
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
