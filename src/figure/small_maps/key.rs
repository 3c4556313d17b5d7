//! The keys of small maps: one for all where they share their classes, else a strip of colours below each.

use crate::data::Atlas;
use crate::document::{Representation, SmallMapsSpec};
use crate::figure::map::kinds::mapped_unit;
use crate::figure::map::legend;
use crate::figure::map::symbols::{SymbolScale, nested_legend};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::figure::wording::{class_in_signs, value_text};
use crate::i18n::{self, Lang, texts};
use crate::scene::{Anchor, Fill, Node, Path, Weight, text};

use super::model::{SmallMap, SmallMapsModel};

/// Height of the strip below a map, in type sizes.
pub const OWN: f64 = 2.2;
const LEADING: f64 = 1.35;

/// A key and the height it takes.
pub struct Key {
    pub nodes: Vec<Node>,
    pub height: f64,
}

/// The scale of the circles of all maps.
pub fn circles(model: &SmallMapsModel, largest: f64) -> Option<SymbolScale> {
    let of_circles = |map: &&SmallMap| map.spec.representation == Representation::Symbols;
    let maps = || model.maps.iter().filter(of_circles);
    let scale = SymbolScale::new(maps().flat_map(|map| map.map.table.present()), largest);
    scale.map(|scale| scale.uncrowded(maps().count()))
}

/// The key of all maps above them: unit, classes, circles, and the reasons for missing values.
pub fn shared(spec: &SmallMapsSpec, model: &SmallMapsModel, atlas: &Atlas, page: &Page) -> Key {
    let (lang, body, size) = (spec.lang, page.body, page.sizes.legend);
    let mut flow = Flow { at: [body.x, body.y + size], body, size, nodes: Vec::new() };
    let first = model.maps.first();
    let indicator = first.and_then(|map| atlas.catalogue.get(&map.of.indicator));
    if let (true, Some(map), Some(indicator)) = (model.share_classes, first, indicator) {
        if !spec.page.leaves_out_unit() {
            let unit = mapped_unit(&map.spec, indicator);
            for line in text::wrap(&unit, size, Weight::SemiBold, body.width) {
                flow.nodes.push(run(line, flow.at, size, Weight::SemiBold, style::INK, Anchor::Start));
                flow.at[1] += size * LEADING;
            }
        }
        if model.has_circles() {
            let largest = size * 2.2;
            if let Some(scale) = circles(model, largest) {
                let written = |value| {
                    let decimals = if value >= 1.0 { 0 } else { indicator.decimals };
                    i18n::compact_number(lang, value, decimals.max(1))
                };
                let top = [flow.at[0], flow.at[1] - size];
                let height = nested_legend(&scale, top, size, written, &mut flow.nodes);
                flow.at = [body.x, top[1] + height + size * 1.6];
            }
        } else if let Some(legend) = model.legend() {
            for (label, colour) in legend.shown.class_texts(lang, &legend).into_iter().zip(&legend.colours) {
                flow.entry(Fill::Solid(*colour), class_in_signs(&label));
            }
        }
    }
    for reason in model.absences() {
        flow.entry(Fill::Hatch(legend::hatch(reason)), lang.absence(reason).to_owned());
    }
    let is_empty = flow.nodes.is_empty();
    let is_new_line = flow.at[0] <= body.x;
    let bottom = flow.at[1] - if is_new_line { size * LEADING } else { 0.0 };
    let height = if is_empty { 0.0 } else { bottom - body.y + size * 1.2 };
    Key { nodes: flow.nodes, height }
}

/// Entries side by side, in as many lines as it takes.
struct Flow {
    at: [f64; 2],
    body: Box2,
    size: f64,
    nodes: Vec<Node>,
}

impl Flow {
    fn entry(&mut self, fill: Fill, label: String) {
        let size = self.size;
        let swatch = size * 1.5;
        let width = swatch + size * 0.45 + text::width(&label, size, Weight::Regular);
        if self.at[0] > self.body.x && self.at[0] + width > self.body.x + self.body.width {
            self.at = [self.body.x, self.at[1] + size * LEADING];
        }
        let [x, y] = self.at;
        let rect = Path::rect(x, y - size * 0.85, swatch, size).filled(fill);
        self.nodes.push(Node::Path(rect.stroked(style::AXIS, 0.35)));
        let start = [x + swatch + size * 0.45, y];
        let label = text::ellipsize(&label, size, Weight::Regular, self.body.width - swatch - size * 0.45);
        self.nodes.push(run(label, start, size, Weight::Regular, style::INK, Anchor::Start));
        self.at[0] += width + size * 1.2;
    }
}

/// The strip of colours below a map, with the edges of its classes.
pub fn own(spec: &SmallMapsSpec, map: &SmallMap, atlas: &Atlas, room: Box2, size: f64) -> Vec<Node> {
    let (lang, model) = (spec.lang, &map.map);
    let small = size * 0.88;
    let mut nodes = Vec::new();
    let baseline = room.y + size * 1.75;
    let write = |content: String, x: f64, anchor| {
        run(content, [x, baseline], small, Weight::Regular, style::INK, anchor)
    };
    if map.spec.representation == Representation::Symbols {
        let largest = model.table.present().map(f64::abs).reduce(f64::max);
        let caption = atlas.caption(&map.of.indicator).ok();
        if let Some((largest, caption)) = largest.zip(caption) {
            let written = value_text(lang, caption, Ok(largest));
            let label = texts::small_maps_largest_circle(lang, &written);
            // A number is never cut: without the words it stands beside a circle.
            let radius = small * 0.4;
            if text::width(&label, small, Weight::Regular) <= room.width {
                nodes.push(write(label, room.x, Anchor::Start));
            } else {
                let centre = [room.x + radius, baseline - radius * 0.85];
                let circle = Path::circle(centre, radius);
                nodes
                    .push(Node::Path(circle.filled(Fill::Translucent(style::SYMBOL, style::SYMBOL_OPACITY))));
                nodes.push(write(written, room.x + radius * 2.8, Anchor::Start));
            }
        }
        return nodes;
    }
    let count = model.colours.len();
    if count == 0 {
        return nodes;
    }
    let width = room.width / count as f64;
    for (class, colour) in model.colours.iter().enumerate() {
        let rect = Path::rect(room.x + width * class as f64, room.y + size * 0.25, width, size * 0.55);
        nodes.push(Node::Path(rect.filled(Fill::Solid(*colour)).stroked(style::AXIS, 0.3)));
    }
    let right = room.x + room.width;
    if !model.names.is_empty() {
        let names = model.shown.class_texts(lang, model);
        let half = room.width * 0.48;
        let cut = |name: &String| text::ellipsize(name, small, Weight::Regular, half);
        nodes.extend(names.first().map(|name| write(cut(name), room.x, Anchor::Start)));
        nodes.extend(
            names.last().filter(|_| names.len() > 1).map(|name| write(cut(name), right, Anchor::End)),
        );
        return nodes;
    }
    let Some((decimals, edges)) = &model.rounded else { return nodes };
    let all: Vec<f64> = std::iter::once(edges.lower()).chain(edges.uppers().iter().copied()).collect();
    let written: Vec<String> = all.iter().map(|edge| number(lang, *edge, *decimals)).collect();
    let placed = |at: usize| {
        let wide = text::width(&written[at], small, Weight::Regular);
        let x = room.x + width * at as f64;
        match at {
            0 => [x, x + wide],
            at if at == count => [x - wide, x],
            _ => [x - wide / 2.0, x + wide / 2.0],
        }
    };
    // The ends always, and of the others those that have room.
    let air = small * 0.3;
    let last = placed(count)[0] - air;
    let mut end = f64::NEG_INFINITY;
    for (at, edge) in written.iter().enumerate() {
        let [from, to] = placed(at);
        if at == 0 || at == count || from >= end + air && to <= last {
            nodes.push(write(edge.clone(), from, Anchor::Start));
            end = to;
        }
    }
    nodes
}

fn number(lang: Lang, value: f64, decimals: usize) -> String {
    i18n::number(lang, value, decimals)
}
