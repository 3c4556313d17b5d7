//! The layout of the territories most like another: a bar for each, parted by indicator.

use crate::data::Atlas;
use crate::document::PeersSpec;
use crate::figure::chart::{LEAST_SIDE, in_place};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::i18n::{Lang, texts};
use crate::scene::{Anchor, Datum, Fill, Group, Node, Path, Role, Weight, text};

use super::model::PeersModel;
use super::words;

const LEADING: f64 = 1.35;
/// The height of a row, in type sizes.
const ROW: f64 = 2.0;
/// The largest share of the width for names.
const WIDEST_NAME: f64 = 0.3;
/// The share of the width for the largest difference, where the page is wide enough for it.
const MOST: f64 = 0.32;

/// How much room it needs to be read.
pub fn height(model: &PeersModel, size: f64) -> f64 {
    size * (model.first().len() as f64 * ROW + 6.0)
}

/// The nodes of the page; `None` where heading and footer leave no room.
pub fn nodes(spec: &PeersSpec, model: &PeersModel, page: &Page, atlas: &Atlas) -> Option<Vec<Node>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let peers = model.first();
    if peers.is_empty() {
        let why = if model.own.is_none() { texts::PEERS_CHOOSE } else { texts::ABSENT_MISSING };
        nodes.push(Node::Group(in_place(lang.text(why), body, sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Some(nodes);
    }
    let size = sizes.legend;
    let mut key = Vec::new();
    let top = key_nodes(lang, model, atlas, body, size, &mut key) + size * 0.7;
    let head = top + size * LEADING;
    let row = ((body.y + body.height - head) / peers.len() as f64).min(size * ROW * 1.3);
    if row < size * 1.05 {
        return None;
    }
    let names: Vec<String> = peers.iter().map(|peer| lang.territory(model.level, &peer.name)).collect();
    let widest = names.iter().map(|name| text::width(name, size, Weight::Regular)).fold(0.0, f64::max);
    let name = widest.min(body.width * WIDEST_NAME);
    let number = peers
        .iter()
        .map(|peer| text::width(&words::distance(lang, peer), size, Weight::SemiBold))
        .fold(text::width(lang.text(texts::PEERS_DISTANCE), size, Weight::SemiBold), f64::max);
    let told = if body.width > size * 45.0 { body.width * MOST } else { 0.0 };
    let left = body.x + name + number + size * 2.0;
    let long = body.x + body.width - told - size - left;
    if long < LEAST_SIDE {
        return None;
    }
    let furthest = peers.iter().map(|peer| peer.like.distance).fold(0.0, f64::max);
    let hair = 0.5 * sizes.scale.max(0.7);
    let (mut marks, mut labels, mut axes) = (Vec::new(), Vec::new(), Vec::new());
    let text_at = |words: String, x: f64, y: f64, weight, colour, anchor| {
        run(words, [x, y], size, weight, colour, anchor)
    };
    let end = body.x + name + size * 0.8 + number;
    let heads = [
        (texts::PEERS_DISTANCE, end, Anchor::End),
        (texts::PEERS_MOST, body.x + body.width - told, Anchor::Start),
    ];
    for (words, x, anchor) in heads.into_iter().take(if told > 0.0 { 2 } else { 1 }) {
        let words = lang.text(words).to_owned();
        labels.push(text_at(words, x, top + size * 0.8, Weight::SemiBold, style::MUTED, anchor));
    }
    for (at, (peer, shown)) in peers.iter().zip(&names).enumerate() {
        let y = head + row * at as f64;
        let baseline = y + row / 2.0 + size * 0.35;
        let label = words::row(lang, atlas, model, peer);
        let datum = || Datum { code: peer.code.as_str().to_owned(), label: label.clone() };
        let area = Path::rect(body.x, y, body.width, row).filled(Fill::Solid(style::PAPER));
        marks.push(Node::Path(area.meaning(datum())));
        let mut x = left;
        let whole = if furthest > 0.0 { long * peer.like.distance / furthest } else { 0.0 };
        for (indicator, share) in peer.like.shares().into_iter().enumerate() {
            let wide = whole * share;
            let colour = style::SERIES[indicator % style::SERIES.len()];
            let bar = Path::rect(x, y + row * 0.22, wide, row * 0.56).filled(Fill::Solid(colour));
            marks.push(Node::Path(bar.meaning(datum())));
            x += wide;
        }
        let shown = text::ellipsize(shown, size, Weight::Regular, name);
        labels.push(text_at(shown, body.x, baseline, Weight::Regular, style::INK, Anchor::Start));
        let number = words::distance(lang, peer);
        labels.push(text_at(number, end, baseline, Weight::SemiBold, style::INK, Anchor::End));
        if told > 0.0 {
            let most = words::valued(lang, atlas, model, peer);
            let most = text::ellipsize(&most, size, Weight::Regular, told);
            let x = body.x + body.width - told;
            labels.push(text_at(most, x, baseline, Weight::Regular, style::MUTED, Anchor::Start));
        }
        let line = Path::line(vec![[body.x, y + row], [body.x + body.width, y + row]]);
        axes.push(Node::Path(line.stroked(style::GRID, hair)));
    }
    nodes.push(group(Role::Marks, marks));
    nodes.push(group(Role::Axes, axes));
    nodes.push(group(Role::Legend, key));
    nodes.push(group(Role::Labels, labels));
    nodes.push(Node::Group(page.footer.clone()));
    Some(nodes)
}

/// The colours of the indicators, in as many rows as they take; returns where they end.
fn key_nodes(
    lang: Lang,
    model: &PeersModel,
    atlas: &Atlas,
    body: Box2,
    size: f64,
    nodes: &mut Vec<Node>,
) -> f64 {
    let square = size * 0.85;
    let mut at = [body.x, body.y + size];
    for indicator in 0..model.indicators.len() {
        let name = words::indicator(lang, atlas, model, indicator);
        let width = square + size * 0.4 + text::width(&name, size, Weight::Regular);
        if at[0] > body.x && at[0] + width > body.x + body.width {
            at = [body.x, at[1] + size * LEADING];
        }
        let colour = style::SERIES[indicator % style::SERIES.len()];
        let rect = Path::rect(at[0], at[1] - square * 0.85, square, square).filled(Fill::Solid(colour));
        nodes.push(Node::Path(rect));
        let start = [at[0] + square + size * 0.4, at[1]];
        nodes.push(run(name, start, size, Weight::Regular, style::INK, Anchor::Start));
        at[0] += width + size * 1.1;
    }
    at[1] + size * 0.3
}
