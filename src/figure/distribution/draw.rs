//! The layout of a distribution.

use crate::base::Rgb;
use crate::data::Caption;
use crate::document::DistributionSpec;
use crate::figure::chart::marks::{dashed, marker};
use crate::figure::chart::scale::{Origin, Scale};
use crate::figure::chart::{LEAST_SIDE, in_place};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::figure::wording::value_text;
use crate::i18n::{self, Lang, texts};
use crate::scene::{Anchor, Datum, Fill, Geometry, Group, Node, Path, Role, Weight, text};

use super::model::{DistributionModel, Row};
use super::words;

const LEADING: f64 = 1.3;
/// The least and the greatest height of a row, in type sizes.
const ROWS: [f64; 2] = [1.15, 2.6];
/// The largest share of the width for the names.
const WIDEST_NAME: f64 = 0.3;
const DOT_OPACITY: f64 = 0.6;

/// How much room it needs to be read.
pub fn height(spec: &DistributionSpec, model: &DistributionModel, size: f64) -> f64 {
    match words::has_rows(spec, model) {
        true => size * (model.rows.len() as f64 * 1.5 + 5.0),
        false => size * 14.0,
    }
}

/// The nodes of the page; `None` where heading and footer leave no room.
pub fn nodes(
    spec: &DistributionSpec,
    model: &DistributionModel,
    caption: Caption<'_>,
    page: &Page,
) -> Option<Vec<Node>> {
    let (body, lang) = (page.body, spec.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let drawn = match (model.dots.is_empty(), words::has_rows(spec, model)) {
        (true, _) => {
            let nothing = lang.text(texts::DISTRIBUTION_NOTHING);
            vec![Node::Group(in_place(nothing, body, page.sizes.subtitle))]
        }
        (false, true) => rows(spec, model, caption, page)?,
        (false, false) => histogram(spec, model, caption, page)?,
    };
    nodes.extend(drawn);
    nodes.push(Node::Group(page.footer.clone()));
    Some(nodes)
}

/// A row for each group: the middle half, the median, the units, the value of the group.
fn rows(
    spec: &DistributionSpec,
    model: &DistributionModel,
    caption: Caption<'_>,
    page: &Page,
) -> Option<Vec<Node>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    let (size, small) = (sizes.legend, sizes.footer.max(sizes.label));
    let mut key = Vec::new();
    let top = rows_key(lang, model, body, size, &mut key) + size * 0.6;
    let values = model.dots.iter().map(|dot| dot.value);
    let scale = match model.is_logarithmic {
        true => Scale::logarithmic(values),
        false => Scale::new(values, Origin::Free, 8),
    }?;
    let unit_line = if page.is_panel { 0.0 } else { size * LEADING };
    let bottom = body.y + body.height - size * 1.6 - unit_line;
    let count = model.rows.len() as f64;
    let row = ((bottom - top) / count).min(size * ROWS[1]);
    if row < size * ROWS[0] {
        return None;
    }
    let bottom = top + row * count;
    let names: Vec<String> = model.rows.iter().map(|row| words::row_name(lang, row)).collect();
    let widest = names.iter().map(|name| text::width(name, size, Weight::SemiBold)).fold(0.0, f64::max);
    let name = (widest + size).min(body.width * WIDEST_NAME);
    let [left, right] = [body.x + name, body.x + body.width - size];
    if right - left < LEAST_SIDE {
        return None;
    }
    let x = |value: f64| left + (right - left) * scale.share(value);
    let hair = 0.6 * sizes.scale.max(0.7);
    let (mut axes, mut bands, mut marks, mut labels) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    axis(spec, model, caption, &scale, [left, right], [top, bottom], page, &mut axes);
    let any_selected = model.selected > 0;
    let radius = (row * 0.26).min(2.6 * sizes.scale.max(0.7)).max(1.1);
    for (i, group) in model.rows.iter().enumerate() {
        let y = top + row * (i as f64 + 0.5);
        let thick = row * 0.66;
        if let Some([q1, median, q3]) = group.quartiles() {
            let band = Path::rect(x(q1), y - thick / 2.0, (x(q3) - x(q1)).max(0.4), thick);
            bands.push(Node::Path(band.filled(Fill::Solid(style::GRID))));
            let tick = Path::line(vec![[x(median), y - thick / 2.0], [x(median), y + thick / 2.0]]);
            bands.push(Node::Path(tick.stroked(style::BENCHMARKS[1], hair * 2.0)));
        }
        dots(spec, model, caption, group, y, radius, any_selected, &x, &mut marks);
        if let Some(own) = group.own {
            let mark = marker(3, [x(own), y], radius * 1.25, style::INK);
            let label = format!("{}: {}", group.name, value_text(lang, caption, Ok(own)));
            marks.push(Node::Path(mark.meaning(Datum { code: group.code.to_string(), label })));
        }
        let is_strong = group.is_selected && any_selected;
        let weight = if is_strong { Weight::SemiBold } else { Weight::Regular };
        let fits = text::width(&names[i], size, weight) <= name - size * 0.4;
        let written = if fits { size } else { small };
        let at = [left - size * 0.8, y + written * 0.35];
        labels.push(run(names[i].clone(), at, written, weight, style::INK, Anchor::End));
    }
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    Some(vec![
        group(Role::Legend, key),
        group(Role::Axes, axes),
        group(Role::Band, bands),
        group(Role::Marks, marks),
        group(Role::Labels, labels),
    ])
}

/// The units of a row, those selected over the others.
#[allow(clippy::too_many_arguments, reason = "one row of one chart")]
fn dots(
    spec: &DistributionSpec,
    model: &DistributionModel,
    caption: Caption<'_>,
    group: &Row,
    y: f64,
    radius: f64,
    any_selected: bool,
    x: &dyn Fn(f64) -> f64,
    nodes: &mut Vec<Node>,
) {
    for is_selected in [false, true] {
        for dot in group.dots.iter().map(|i| &model.dots[*i]).filter(|dot| dot.is_selected == is_selected) {
            let colour = match (is_selected, any_selected) {
                (true, _) | (false, false) => style::DOT,
                (false, true) => style::DOT_OTHER,
            };
            let fill = if is_selected { Fill::Solid(colour) } else { Fill::Translucent(colour, DOT_OPACITY) };
            let datum = Datum { code: dot.code.to_string(), label: words::dot(spec.lang, caption, dot) };
            let circle = Path::circle([x(dot.value), y], radius).filled(fill);
            nodes.push(Node::Path(circle.meaning(datum)));
        }
    }
}

/// The ticks, the grid and the line of the ATS.
#[allow(clippy::too_many_arguments, reason = "the parts of one axis")]
fn axis(
    spec: &DistributionSpec,
    model: &DistributionModel,
    caption: Caption<'_>,
    scale: &Scale,
    [left, right]: [f64; 2],
    [top, bottom]: [f64; 2],
    page: &Page,
    nodes: &mut Vec<Node>,
) {
    let (lang, sizes) = (spec.lang, page.sizes);
    let small = sizes.footer.max(sizes.label);
    let hair = 0.6 * sizes.scale.max(0.7);
    let x = |value: f64| left + (right - left) * scale.share(value);
    let mut free = f64::NEG_INFINITY;
    for tick in &scale.ticks {
        let at = x(*tick);
        nodes.push(Node::Path(Path::line(vec![[at, top], [at, bottom]]).stroked(style::GRID, hair)));
        let label = scale.label(lang, *tick);
        let half = text::width(&label, small, Weight::Regular) / 2.0;
        if at - half > free {
            free = at + half + small * 0.6;
            let y = bottom + small * 1.3;
            nodes.push(run(label, [at, y], small, Weight::Regular, style::MUTED, Anchor::Middle));
        }
    }
    if !page.is_panel {
        let y = bottom + small * 1.3 + sizes.legend * LEADING;
        let unit = lang.pick(caption.unit).to_owned();
        let middle = (left + right) / 2.0;
        nodes.push(run(unit, [middle, y], small, Weight::Regular, style::MUTED, Anchor::Middle));
    }
    if let Some(ats) = model.ats {
        let line = Geometry::Lines(dashed(&[[x(ats), top], [x(ats), bottom]], &[4.0, 2.5]));
        nodes.push(Node::Path(Path::new(line).stroked(style::BENCHMARKS[0], hair * 1.8)));
    }
}

/// Bars that count, the selected part of each below in its colour.
fn histogram(
    spec: &DistributionSpec,
    model: &DistributionModel,
    caption: Caption<'_>,
    page: &Page,
) -> Option<Vec<Node>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    let (size, small) = (sizes.legend, sizes.footer.max(sizes.label));
    let mut key = Vec::new();
    let top = bars_key(lang, model, caption, body, size, &mut key) + size * 2.2;
    let unit_line = if page.is_panel { 0.0 } else { size * LEADING };
    let bottom = body.y + body.height - size * 1.6 - unit_line;
    let most = model.bars.iter().map(|bar| bar.count).max()?.max(1) as f64;
    let (first, last) = (model.bars.first()?.from, model.bars.last()?.to);
    if bottom - top < LEAST_SIDE || body.width < LEAST_SIDE * 2.0 {
        return None;
    }
    let [left, right] = [body.x + size, body.x + body.width - size];
    let x = |value: f64| match last > first {
        true => left + (right - left) * (value - first) / (last - first),
        // A single value has a bar of the whole width.
        false => {
            if value > first {
                right
            } else {
                left
            }
        }
    };
    let y = |count: f64| bottom - (bottom - top) * count / most;
    let hair = 0.6 * sizes.scale.max(0.7);
    let (mut axes, mut marks, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    let any_selected = model.selected > 0;
    let base = Path::line(vec![[left, bottom], [right, bottom]]).stroked(style::AXIS, hair);
    axes.push(Node::Path(base));
    let mut free = f64::NEG_INFINITY;
    let decimals = caption.decimals + 2;
    for end in std::iter::once(first).chain(model.bars.iter().map(|bar| bar.to)) {
        let label = i18n::compact_number(lang, end, decimals);
        let half = text::width(&label, small, Weight::Regular) / 2.0;
        if x(end) - half > free {
            free = x(end) + half + small * 0.6;
            let at = [x(end), bottom + small * 1.3];
            axes.push(run(label, at, small, Weight::Regular, style::MUTED, Anchor::Middle));
        }
    }
    if !page.is_panel {
        let at = [(left + right) / 2.0, bottom + small * 1.3 + size * LEADING];
        let unit = lang.pick(caption.unit).to_owned();
        axes.push(run(unit, at, small, Weight::Regular, style::MUTED, Anchor::Middle));
    }
    for (i, bar) in model.bars.iter().enumerate() {
        let (a, b) = (x(bar.from), if last > first { x(bar.to) } else { right });
        let gap = (b - a) * 0.03;
        let datum = Datum { code: format!("bar-{i}"), label: words::bar(lang, caption, bar) };
        let mut part = |from: usize, to: usize, colour: Rgb| {
            if to > from {
                let (low, high) = (y(from as f64), y(to as f64));
                let rect = Path::rect(a + gap, high, b - a - 2.0 * gap, low - high);
                marks.push(Node::Path(rect.filled(Fill::Solid(colour)).meaning(datum.clone())));
            }
        };
        let plain = if any_selected { style::CONTEXT } else { style::tint(style::DOT) };
        part(0, bar.selected, style::DOT);
        part(bar.selected, bar.count, plain);
        if bar.count > 0 {
            let written = match bar.selected {
                0 => i18n::number(lang, bar.count as f64, 0),
                selected => format!("{selected}/{}", bar.count),
            };
            let fits = text::width(&written, small, Weight::Regular) <= b - a;
            if fits {
                let at = [(a + b) / 2.0, y(bar.count as f64) - small * 0.4];
                labels.push(run(written, at, small, Weight::Regular, style::INK, Anchor::Middle));
            }
        }
    }
    if let Some(ats) = model.ats.filter(|ats| *ats >= first && *ats <= last && last > first) {
        let line = Geometry::Lines(dashed(&[[x(ats), top - size * 0.9], [x(ats), bottom]], &[4.0, 2.5]));
        axes.push(Node::Path(Path::new(line).stroked(style::BENCHMARKS[0], hair * 1.8)));
    }
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    Some(vec![
        group(Role::Legend, key),
        group(Role::Marks, marks),
        group(Role::Axes, axes),
        group(Role::Labels, labels),
    ])
}

/// An entry of a key: a symbol at a position, and its name.
type Entry<'a> = (String, Box<dyn Fn([f64; 2]) -> Path + 'a>);

/// A key in as many rows as it takes; returns where it ends.
fn key(entries: Vec<Entry<'_>>, body: Box2, size: f64, nodes: &mut Vec<Node>) -> f64 {
    let symbol = size * 1.2;
    let mut at = [body.x, body.y + size];
    for (name, draw) in entries {
        let width = symbol + size * 0.4 + text::width(&name, size, Weight::Regular);
        if at[0] > body.x && at[0] + width > body.x + body.width {
            at = [body.x, at[1] + size * LEADING];
        }
        nodes.push(Node::Path(draw([at[0] + symbol / 2.0, at[1] - size * 0.32])));
        let start = [at[0] + symbol + size * 0.4, at[1]];
        nodes.push(run(name, start, size, Weight::Regular, style::INK, Anchor::Start));
        at[0] += width + size * 1.3;
    }
    at[1] + size * 0.3
}

fn square<'a>(colour: Rgb, size: f64) -> Box<dyn Fn([f64; 2]) -> Path + 'a> {
    Box::new(move |[x, y]| {
        Path::rect(x - size * 0.55, y - size * 0.4, size * 1.1, size * 0.8).filled(Fill::Solid(colour))
    })
}

fn upright<'a>(colour: Rgb, size: f64) -> Box<dyn Fn([f64; 2]) -> Path + 'a> {
    Box::new(move |[x, y]| {
        Path::line(vec![[x, y - size * 0.5], [x, y + size * 0.5]]).stroked(colour, size * 0.14)
    })
}

fn ats_entry<'a>(
    lang: Lang,
    model: &DistributionModel,
    value: Option<String>,
    size: f64,
) -> Option<Entry<'a>> {
    model.ats?;
    let name = value
        .map_or_else(|| lang.text(texts::LEVEL_ATS).to_owned(), |value| texts::distribution_ats(lang, value));
    Some((
        name,
        Box::new(move |[x, y]| {
            let line = dashed(&[[x, y - size * 0.6], [x, y + size * 0.6]], &[size * 0.35, size * 0.2]);
            Path::new(Geometry::Lines(line)).stroked(style::BENCHMARKS[0], size * 0.13)
        }),
    ))
}

fn selected_entry<'a>(lang: Lang, model: &DistributionModel, symbol: Entry<'a>) -> Option<Entry<'a>> {
    let of = model.dots.len() + model.absent;
    (model.selected > 0).then(|| (texts::distribution_key_selected(lang, model.selected, of), symbol.1))
}

fn rows_key(lang: Lang, model: &DistributionModel, body: Box2, size: f64, nodes: &mut Vec<Node>) -> f64 {
    let text = |text| lang.text(text).to_owned();
    let circle = |colour: Rgb| -> Box<dyn Fn([f64; 2]) -> Path> {
        Box::new(move |at| Path::circle(at, size * 0.32).filled(Fill::Solid(colour)))
    };
    let plain = if model.selected > 0 { style::DOT_OTHER } else { style::DOT };
    let mut entries: Vec<Entry<'_>> = vec![(text(texts::DISTRIBUTION_KEY_UNIT), circle(plain))];
    entries.extend(selected_entry(lang, model, (String::new(), circle(style::DOT))));
    if model.rows.iter().any(|row| row.quartiles().is_some()) {
        entries.push((text(texts::DISTRIBUTION_KEY_QUARTERS), square(style::GRID, size)));
        entries.push((text(texts::DISTRIBUTION_KEY_MEDIAN), upright(style::BENCHMARKS[1], size)));
    }
    if model.rows.iter().any(|row| row.own.is_some()) {
        let diamond = Box::new(move |at| marker(3, at, size * 0.36, style::INK));
        entries.push((text(texts::DISTRIBUTION_KEY_OWN), diamond));
    }
    entries.extend(ats_entry(lang, model, None, size));
    key(entries, body, size, nodes)
}

fn bars_key(
    lang: Lang,
    model: &DistributionModel,
    caption: Caption<'_>,
    body: Box2,
    size: f64,
    nodes: &mut Vec<Node>,
) -> f64 {
    let plain = if model.selected > 0 { style::CONTEXT } else { style::tint(style::DOT) };
    let units = lang.level(model.level).to_owned();
    let mut entries: Vec<Entry<'_>> = vec![(units, square(plain, size))];
    entries.extend(selected_entry(lang, model, (String::new(), square(style::DOT, size))));
    let value = model.ats.map(|ats| value_text(lang, caption, Ok(ats)));
    entries.extend(ats_entry(lang, model, value, size));
    key(entries, body, size, nodes)
}
