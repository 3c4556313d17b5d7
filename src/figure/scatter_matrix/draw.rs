//! The layout of a scatterplot matrix: points below the diagonal, coefficients above it, the indicators on it.

use crate::data::Atlas;
use crate::document::ScatterMatrixSpec;
use crate::figure::chart::scale::{Origin, Scale};
use crate::figure::chart::{LEAST_SIDE, in_place};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::figure::wording::value_text;
use crate::i18n::texts;
use crate::scene::{Anchor, Datum, Fill, Group, Node, Path, Role, Weight, text};

use super::model::ScatterMatrixModel;
use super::words;

const GAP: f64 = 0.45;
/// The bars of the histogram of an indicator.
const BARS: usize = 12;
const LEADING: f64 = 1.3;
/// The widest a cell is for its height: flatter ones make relations look weaker.
const WIDEST: f64 = 1.8;

/// The height at which it can be read in a panel.
pub fn height(model: &ScatterMatrixModel, size: f64) -> f64 {
    size * (model.indicators.len() as f64 * 8.0 + 2.0)
}

/// The nodes of the page; `None` where heading and footer leave no room.
pub fn nodes(
    spec: &ScatterMatrixSpec,
    model: &ScatterMatrixModel,
    page: &Page,
    atlas: &Atlas,
) -> Option<Vec<Node>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let count = model.indicators.len();
    if count < 2 {
        let nothing = lang.text(texts::MATRIX_NOTHING);
        nodes.push(Node::Group(in_place(nothing, body, sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Some(nodes);
    }
    let size = sizes.legend;
    let small = size * 0.86;
    let present = |i: usize| model.values[i].iter().filter_map(|value| value.ok());
    let scales: Vec<Option<Scale>> = (0..count).map(|i| Scale::new(present(i), Origin::Free, 4)).collect();
    let ends = |i: usize| -> Vec<(f64, String)> {
        let Some(scale) = &scales[i] else { return Vec::new() };
        scale.ticks.iter().map(|tick| (scale.share(*tick), scale.label(lang, *tick))).collect()
    };
    let wide = |label: &str| text::width(label, small, Weight::Regular);
    let left = (1..count).flat_map(ends).map(|(_, label)| wide(&label)).fold(0.0, f64::max) + size * 0.5;
    let gap = size * GAP;
    let plot = Box2 {
        x: body.x + left,
        y: body.y + size * 0.3,
        width: body.width - left - size,
        height: body.height - size * 2.0,
    };
    let side = |all: f64| (all - gap * (count - 1) as f64) / count as f64;
    let (width, height) = (side(plot.width), side(plot.height));
    let width = width.min(height * WIDEST);
    if width < LEAST_SIDE * 0.8 || height < LEAST_SIDE * 0.6 {
        return None;
    }
    let cell = |i: usize, j: usize| Box2 {
        x: plot.x + (width + gap) * j as f64,
        y: plot.y + (height + gap) * i as f64,
        width,
        height,
    };
    let hair = 0.5 * sizes.scale.max(0.7);
    let (mut axes, mut marks, mut lines, mut labels) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for i in 0..count {
        for j in 0..count {
            let room = cell(i, j);
            let frame = Path::rect(room.x, room.y, room.width, room.height);
            let frame = frame.filled(Fill::Solid(style::PAPER)).stroked(style::GRID, hair);
            if i == j {
                axes.push(Node::Path(frame));
                diagonal(spec, model, atlas, i, room, size, scales[i].as_ref(), (&mut axes, &mut labels));
                continue;
            }
            let (low, high) = (i.min(j), i.max(j));
            let [x, y] = [&model.indicators[low].indicator, &model.indicators[high].indicator];
            let label = words::cell(model, atlas, lang, (high, low));
            axes.push(Node::Path(frame.meaning(Datum { code: format!("{x} {y}"), label })));
            if i < j {
                coefficients(spec, model, (high, low), room, size, &mut labels);
                continue;
            }
            let (Some(across), Some(upwards)) = (&scales[j], &scales[i]) else { continue };
            let scatter = &model.scatters[i][j];
            let pad = gap * 0.8;
            let inner = room.grown(-pad);
            let at = |x: f64, y: f64| {
                [inner.x + inner.width * across.share(x), inner.y + inner.height * (1.0 - upwards.share(y))]
            };
            if let (Ok(line), Some((from, to))) = (&scatter.line, scatter.span()) {
                // Where the line leaves the cell it is cut, not bent along its edge.
                let ends = [from, to].map(|x| (x, line.at(x)));
                if let Some([(x0, y0), (x1, y1)]) = within(ends, upwards.ends()) {
                    let drawn = Path::line(vec![at(x0, y0), at(x1, y1)]);
                    lines.push(Node::Path(drawn.stroked(style::MUTED, 0.8 * sizes.scale.max(0.7))));
                }
            }
            let radius = (width.min(height) * 0.022).clamp(0.9, 2.2);
            let any = scatter.pairs.iter().any(|pair| pair.selected);
            let mut pairs: Vec<_> = scatter.pairs.iter().collect();
            // Selected ones last, over the others.
            pairs.sort_by_key(|pair| pair.selected);
            for pair in pairs {
                let row = &scatter.y.rows[pair.unit];
                let colour = match (any, pair.selected) {
                    (true, true) => style::SERIES[1],
                    (true, false) => style::CONTEXT,
                    (false, _) => style::DOT,
                };
                let radius = if pair.selected { radius * 1.5 } else { radius };
                let circle = Path::circle(at(pair.x, pair.y), radius);
                let circle = circle.filled(Fill::Translucent(colour, 0.75));
                let written = |id: &str, value: f64| {
                    let caption = atlas.caption(id).ok()?;
                    Some(format!("{} {}", lang.pick(caption.short), value_text(lang, caption, Ok(value))))
                };
                let values = [written(x, pair.x), written(y, pair.y)].into_iter().flatten();
                let label = format!("{}: {}", row.name, values.collect::<Vec<_>>().join("; "));
                marks.push(Node::Path(circle.meaning(Datum { code: row.code.to_string(), label })));
            }
            if j == 0 {
                ticks(
                    &ends(i),
                    |share| inner.y + inner.height * (1.0 - share),
                    size,
                    |label, y| {
                        let at = [room.x - size * 0.3, y + small * 0.35];
                        labels.push(run(label, at, small, Weight::Regular, style::MUTED, Anchor::End));
                    },
                );
            }
            if i + 1 == count {
                let shares = ends(j);
                let widest = shares.iter().map(|(_, label)| wide(label)).fold(size, f64::max) * 1.2;
                ticks(
                    &shares,
                    |share| inner.x + inner.width * share,
                    widest,
                    |label, x| {
                        let at = [x, room.y + room.height + size * 1.1];
                        // Those at the ends stay within their column.
                        let half = wide(&label) / 2.0;
                        let anchor = match (x - half < room.x, x + half > room.x + room.width) {
                            (true, _) => Anchor::Start,
                            (_, true) => Anchor::End,
                            _ => Anchor::Middle,
                        };
                        labels.push(run(label, at, small, Weight::Regular, style::MUTED, anchor));
                    },
                );
            }
        }
    }
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    nodes.push(group(Role::Axes, axes));
    nodes.push(group(Role::Lines, lines));
    nodes.push(group(Role::Marks, marks));
    nodes.push(group(Role::Labels, labels));
    nodes.push(Node::Group(page.footer.clone()));
    Some(nodes)
}

/// The labels of ticks that are at least that far apart; the first is always written.
fn ticks(all: &[(f64, String)], place: impl Fn(f64) -> f64, apart: f64, mut write: impl FnMut(String, f64)) {
    let mut last: Option<f64> = None;
    for (share, label) in all {
        let at = place(*share);
        if last.is_none_or(|last| (at - last).abs() >= apart) {
            last = Some(at);
            write(label.clone(), at);
        }
    }
}

/// The part of a line that is between two heights.
fn within([(x0, y0), (x1, y1)]: [(f64, f64); 2], (low, high): (f64, f64)) -> Option<[(f64, f64); 2]> {
    let cut = |(x, y): (f64, f64)| {
        let to = y.clamp(low, high);
        if y == to || y1 == y0 { (x, to) } else { (x0 + (to - y0) / (y1 - y0) * (x1 - x0), to) }
    };
    let ends = [cut((x0, y0)), cut((x1, y1))];
    let is_inside = (y0.max(y1) >= low) && (y0.min(y1) <= high);
    is_inside.then_some(ends)
}

/// The name of an indicator, its date, and how its values are spread.
#[allow(clippy::too_many_arguments, reason = "one cell of one figure")]
fn diagonal(
    spec: &ScatterMatrixSpec,
    model: &ScatterMatrixModel,
    atlas: &Atlas,
    i: usize,
    room: Box2,
    size: f64,
    scale: Option<&Scale>,
    (axes, labels): (&mut Vec<Node>, &mut Vec<Node>),
) {
    let (name, date) = words::label(spec.lang, atlas, model, i);
    let inner = room.width - size * 0.8;
    let mut y = room.y + size * 0.2;
    let rows = text::wrap(&name, size, Weight::SemiBold, inner);
    let most = ((room.height * 0.55) / (size * LEADING)).floor().max(1.0) as usize;
    for row in rows.into_iter().take(most.saturating_sub(1).max(1)) {
        y += size * LEADING;
        let row = text::ellipsize(&row, size, Weight::SemiBold, inner);
        let at = [room.x + size * 0.4, y - size * 0.3];
        labels.push(run(row, at, size, Weight::SemiBold, style::INK, Anchor::Start));
    }
    y += size * LEADING;
    let date = text::ellipsize(&date, size * 0.86, Weight::Regular, inner);
    let at = [room.x + size * 0.4, y - size * 0.3];
    labels.push(run(date, at, size * 0.86, Weight::Regular, style::MUTED, Anchor::Start));
    let Some(scale) = scale else { return };
    let mut counts = [0_usize; BARS];
    for value in model.values[i].iter().filter_map(|value| value.ok()) {
        counts[((scale.share(value) * BARS as f64) as usize).min(BARS - 1)] += 1;
    }
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as f64;
    let (bottom, top) = (room.y + room.height - size * 0.35, y);
    let tall = (bottom - top).max(0.0);
    let wide = inner / BARS as f64;
    for (at, count) in counts.into_iter().enumerate().filter(|(_, count)| *count > 0) {
        let height = tall * count as f64 / most;
        let x = room.x + size * 0.4 + wide * at as f64;
        let bar = Path::rect(x, bottom - height, wide * 0.9, height);
        axes.push(Node::Path(bar.filled(Fill::Solid(style::SPAN))));
    }
}

/// The coefficients of a pair, in words.
fn coefficients(
    spec: &ScatterMatrixSpec,
    model: &ScatterMatrixModel,
    at: (usize, usize),
    room: Box2,
    size: f64,
    labels: &mut Vec<Node>,
) {
    let (lines, is_told) = words::coefficients(spec.lang, model, at);
    let inner = room.width - size * 0.6;
    let mut rows: Vec<(String, Weight, f64)> = Vec::new();
    for (n, line) in lines.into_iter().enumerate() {
        let (size, weight) = match n {
            0 => (size * 1.15, Weight::SemiBold),
            _ => (size * 0.86, Weight::Regular),
        };
        rows.extend(text::wrap(&line, size, weight, inner).into_iter().map(|row| (row, weight, size)));
    }
    let mut tall: f64 = rows.iter().map(|(.., size)| size * LEADING).sum();
    while tall > room.height && rows.len() > 1 {
        tall -= rows.pop().map_or(0.0, |(.., size)| size * LEADING);
    }
    let mut y = room.y + (room.height - tall) / 2.0;
    let colour = if is_told { style::INK } else { style::MUTED };
    for (row, weight, size) in rows {
        y += size * LEADING;
        let row = text::ellipsize(&row, size, weight, inner);
        let at = [room.x + room.width / 2.0, y - size * 0.3];
        labels.push(run(row, at, size, weight, colour, Anchor::Middle));
    }
}
