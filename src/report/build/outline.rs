//! Where a place lies: the outline of the whole territory with the place filled.

use geo::MultiPolygon;

use crate::base::{Level, Mm, Pt};
use crate::figure::style;
use crate::i18n::texts;
use crate::report::block::{self, Figure};
use crate::report::place::Place;
use crate::report::template::FigureItem;
use crate::scene::{FigureText, Fill, Geometry, Group, Node, Path, Role, Scene};

use super::context::Context;

/// The width of the lines of Comuni and of the place, in points.
const LINES: [f64; 2] = [0.3, 0.9];
const MARGIN: f64 = 4.0;

/// The figure of an item.
pub(super) fn figure(place: &Place, ctx: &Context<'_>, id: &str, item: &FigureItem) -> Figure {
    outline(std::slice::from_ref(place), ctx, id, [item.width, item.height])
}

/// Of several places, within a width and height in millimetres.
pub(super) fn outline(places: &[Place], ctx: &Context<'_>, id: &str, sides: [f64; 2]) -> Figure {
    let lang = ctx.lang;
    let basemap = ctx.sources.basemap;
    let comuni = basemap.level(Level::Comuni).outlines();
    let [width, height] = sides.map(|side| Pt::from(Mm(side)).0);
    let to_page = fit(comuni, [width, height]);
    let rings = |shape: &MultiPolygon<f64>| -> Geometry {
        let of = |ring: &geo::LineString<f64>| {
            let mut points: Vec<[f64; 2]> = ring.coords().map(|c| to_page([c.x, c.y])).collect();
            points.pop();
            points
        };
        let polygons = shape.0.iter();
        Geometry::Rings(
            polygons.flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors()).map(of)).collect(),
        )
    };
    let inside = |at: usize| places.iter().any(|place| place.members.contains(&at));
    let area = |(at, shape): (usize, &MultiPolygon<f64>)| {
        let fill = if inside(at) { style::SYMBOL } else { style::AREA_PLAIN };
        Node::Path(Path::new(rings(shape)).filled(Fill::Solid(fill)).stroked(style::PAPER, LINES[0]))
    };
    let areas: Vec<Node> = comuni.iter().enumerate().map(area).collect();
    let ambiti = basemap.level(Level::Ambiti).outlines();
    let border =
        |shape: &MultiPolygon<f64>| Node::Path(Path::new(rings(shape)).stroked(style::AREA_LINE, LINES[1]));
    let borders: Vec<Node> = ambiti.iter().map(border).collect();
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    let names: Vec<String> = places.iter().map(|place| place.alone(lang)).collect();
    let named = crate::figure::listed(lang, &names);
    let alt_text = texts::report_outline_alt(lang, &named);
    let scene = Scene {
        width: Pt(width),
        height: Pt(height),
        title: named.clone(),
        description: alt_text.clone(),
        figures: vec![FigureText { text: alt_text.clone(), area: [0.0, 0.0, width, height] }],
        lang: lang.id(),
        background: style::PAPER,
        carried: None,
        nodes: vec![group(Role::Areas, areas), group(Role::Borders, borders)],
    };
    block::Figure {
        id: id.to_owned(),
        caption: texts::report_outline_caption(lang, named),
        alt_text,
        element: None,
        scene,
        notes: Vec::new(),
        data: None,
    }
}

/// From metres to points of the page, with north at the top.
fn fit(shapes: &[MultiPolygon<f64>], [width, height]: [f64; 2]) -> impl Fn([f64; 2]) -> [f64; 2] {
    let mut low = [f64::INFINITY; 2];
    let mut high = [f64::NEG_INFINITY; 2];
    let exteriors = shapes.iter().flat_map(|shape| shape.0.iter().map(geo::Polygon::exterior));
    for c in exteriors.flat_map(|ring| ring.coords()) {
        low = [low[0].min(c.x), low[1].min(c.y)];
        high = [high[0].max(c.x), high[1].max(c.y)];
    }
    let sides = [(high[0] - low[0]).max(1.0), (high[1] - low[1]).max(1.0)];
    let scale = ((width - 2.0 * MARGIN) / sides[0]).min((height - 2.0 * MARGIN) / sides[1]);
    let start = [(width - scale * sides[0]) / 2.0, (height - scale * sides[1]) / 2.0];
    move |[x, y]| [start[0] + (x - low[0]) * scale, start[1] + (high[1] - y) * scale]
}
