//! The layout of an age pyramid.

use crate::base::Rgb;
use crate::document::{PyramidMeasure, PyramidSpec};
use crate::figure::chart::end_labels::spread;
use crate::figure::chart::marks::dashed;
use crate::figure::chart::scale::{Origin, Scale};
use crate::figure::chart::{LEAST_SIDE, in_place};
use crate::figure::map::legend::hatch;
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::i18n::{Lang, texts};
use crate::scene::{Anchor, Datum, Fill, Geometry, Group, Node, Path, Role, Weight, text};

use super::model::{GROUPS, Population, PyramidModel};
use super::words;

/// The hues of males and females, which also differ for every kind of colour vision.
const HUES: [Rgb; 2] = [style::SERIES[0], style::SERIES[1]];
/// The largest share of the width for what is said of the age groups.
const WIDEST_GROUPS: f64 = 0.3;
/// How long the hatch of a missing bar is, as a share of its side.
const ABSENT: f64 = 0.12;
/// How much of a row its bar takes, where bars are thick enough to be told apart.
const BAR: f64 = 0.84;
const LEADING: f64 = 1.3;
/// Between what is said of two age groups, in type sizes.
const BETWEEN: f64 = 0.5;

/// Where everything is.
struct Frame {
    /// The inner ends of the two sides, and how long a side is.
    inner: [f64; 2],
    side: f64,
    top: f64,
    bottom: f64,
    row: f64,
    scale: Scale,
}

impl Frame {
    /// The position of a value on a side.
    fn x(&self, sex: usize, value: f64) -> f64 {
        let out = self.side * self.scale.share(value);
        if sex == 0 { self.inner[0] - out } else { self.inner[1] + out }
    }

    /// The rectangle of a row between two values.
    fn bar(&self, sex: usize, band: usize, from: f64, to: f64) -> Path {
        let (a, b) = (self.x(sex, from), self.x(sex, to));
        let thin = if self.row > 4.0 { self.row * (1.0 - BAR) } else { 0.0 };
        Path::rect(a.min(b), self.y(band) + thin / 2.0, (b - a).abs(), self.row - thin)
    }

    /// The upper edge of a row.
    fn y(&self, band: usize) -> f64 {
        self.bottom - self.row * (band as f64 + 1.0)
    }
}

/// The nodes of the page; `None` where heading and footer leave no room.
pub fn nodes(spec: &PyramidSpec, model: &PyramidModel, page: &Page) -> Option<Vec<Node>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let scale = model.most.and_then(|most| Scale::new([0.0, most], Origin::Shown(0.0), 5));
    let Some(scale) = scale else {
        nodes.push(Node::Group(in_place(words::nothing(spec, model), body, sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Some(nodes);
    };
    let size = sizes.legend;
    let small = sizes.footer.max(sizes.label);
    let mut key = Vec::new();
    let after_key = key_nodes(lang, model, body, size, &mut key);
    let top = after_key + size * 1.7;
    let unit_line = if page.is_panel { 0.0 } else { size * LEADING };
    let bottom = body.y + body.height - size * 1.5 - unit_line;
    let labels: Vec<String> = model.bands.iter().map(|ages| words::tick(*ages)).collect();
    let widest = |all: &[String], size| {
        all.iter().map(|label| text::width(label, size, Weight::Regular)).fold(0.0, f64::max)
    };
    let gutter = widest(&labels, small) + size;
    let groups = group_lines(lang, model);
    let told =
        groups.iter().flatten().map(|line| text::width(line, small, Weight::SemiBold)).fold(0.0, f64::max);
    let margin = if told + size <= body.width * WIDEST_GROUPS { told + size } else { 0.0 };
    // The tick at the outer end of the left side is centred on it.
    let ends = scale.ends().1;
    let overhang = text::width(&scale.label(lang, ends), small, Weight::Regular) / 2.0;
    let side = (body.width - gutter - margin.max(overhang) - overhang) / 2.0;
    if side < LEAST_SIDE / 2.0 || bottom - top < LEAST_SIDE {
        return None;
    }
    let left = body.x + overhang + side;
    let row = (bottom - top) / model.bands.len() as f64;
    let frame = Frame { inner: [left, left + gutter], side, top, bottom, row, scale };

    let mut axes = Vec::new();
    axes_of(spec, model, &frame, &labels, small, page, &mut axes);
    let mut names = Vec::new();
    sex_names(lang, model, &frame, size, &mut names);
    if margin > 0.0 {
        group_names(model, &frame, &groups, body, small, &mut names);
    }
    let mut marks = Vec::new();
    for band in 0..model.bands.len() {
        for sex in 0..2 {
            bars(spec, model, &frame, band, sex, &mut marks);
        }
    }
    let mut lines = Vec::new();
    if let Some(other) = &model.other {
        let width = 1.1 * sizes.scale.max(0.7);
        for sex in 0..2 {
            let outline = Path::new(Geometry::Lines(outline(spec, other, &frame, sex)));
            lines.push(Node::Path(outline.stroked(style::INK, width)));
        }
    }
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    nodes.push(group(Role::Legend, key));
    nodes.push(group(Role::Axes, axes));
    nodes.push(group(Role::Marks, marks));
    nodes.push(group(Role::Lines, lines));
    nodes.push(group(Role::Labels, names));
    nodes.push(Node::Group(page.footer.clone()));
    Some(nodes)
}

/// A bar: what both have, what is beyond the other, and what is missing to it.
fn bars(
    spec: &PyramidSpec,
    model: &PyramidModel,
    frame: &Frame,
    band: usize,
    sex: usize,
    nodes: &mut Vec<Node>,
) {
    let datum = Datum {
        code: format!("{}-{sex}-{}", model.own.code, model.bands[band].from),
        label: words::bar(spec.lang, model, band, sex),
    };
    let own = match model.own.bar(spec.measure, band, sex) {
        Ok(own) => own,
        Err(absence) => {
            let end = frame.scale.ends().1 * ABSENT;
            let hatched = frame.bar(sex, band, 0.0, end).filled(Fill::Hatch(hatch(absence)));
            nodes.push(Node::Path(hatched.meaning(datum)));
            return;
        }
    };
    let other = model.other.as_ref().and_then(|other| other.bar(spec.measure, band, sex).ok());
    let hue = HUES[sex];
    let mut push = |from: f64, to: f64, colour: Rgb| {
        if to > from {
            let bar = frame.bar(sex, band, from, to).filled(Fill::Solid(colour));
            nodes.push(Node::Path(bar.meaning(datum.clone())));
        }
    };
    match other {
        None => push(0.0, own, hue.mix(style::PAPER, if model.other.is_some() { style::TINT } else { 0.15 })),
        Some(other) => {
            push(0.0, own.min(other), style::tint(hue));
            push(other, own, hue);
            push(own, other, style::GRID);
        }
    }
}

/// The outline of the other pyramid, interrupted where it has no figure.
fn outline(spec: &PyramidSpec, other: &Population, frame: &Frame, sex: usize) -> Vec<Vec<[f64; 2]>> {
    let mut lines: Vec<Vec<[f64; 2]>> = Vec::new();
    let mut joins = false;
    for band in 0..other.counts.len() {
        let Ok(value) = other.bar(spec.measure, band, sex) else {
            joins = false;
            continue;
        };
        let (x, y) = (frame.x(sex, value), frame.y(band));
        let step = [[x, y + frame.row], [x, y]];
        match lines.last_mut().filter(|_| joins) {
            Some(line) => line.extend(step),
            None => lines.push(step.to_vec()),
        }
        joins = true;
    }
    lines
}

/// Grid, ticks, ages, and the lines between the groups.
fn axes_of(
    spec: &PyramidSpec,
    model: &PyramidModel,
    frame: &Frame,
    labels: &[String],
    size: f64,
    page: &Page,
    nodes: &mut Vec<Node>,
) {
    let hair = 0.6 * page.sizes.scale.max(0.7);
    let Frame { inner, side, top, bottom, row, scale } = frame;
    let last = scale.ticks.len() - 1;
    for sex in 0..2 {
        // Every second label where they would touch.
        let widest = text::width(&scale.label(spec.lang, scale.ends().1), size, Weight::Regular);
        let every = if side / last.max(1) as f64 > widest * 1.25 { 1 } else { 2 };
        for (i, tick) in scale.ticks.iter().enumerate() {
            let x = frame.x(sex, *tick);
            let colour = if i == 0 { style::AXIS } else { style::GRID };
            nodes.push(Node::Path(Path::line(vec![[x, *top], [x, *bottom]]).stroked(colour, hair)));
            if (last - i) % every == 0 || i == 0 {
                let at = [x, bottom + size * 1.25];
                let label = scale.label(spec.lang, *tick);
                nodes.push(run(label, at, size, Weight::Regular, style::MUTED, Anchor::Middle));
            }
        }
    }
    if !page.is_panel {
        let unit = spec.lang.text(match spec.measure {
            PyramidMeasure::Shares => texts::PYRAMID_SHARE_UNIT,
            PyramidMeasure::Counts => texts::PYRAMID_COUNT_UNIT,
        });
        let at = [(inner[0] + inner[1]) / 2.0, bottom + size * 1.25 + page.sizes.legend * LEADING];
        nodes.push(run(unit.to_owned(), at, size, Weight::Regular, style::MUTED, Anchor::Middle));
    }
    // As many labels as there is height for: every band, every second, or the first of each five or ten years.
    let room = size * 1.05;
    let years = spec.bands.years();
    let every = [1, 2, 5, 10, 20].into_iter().find(|n| row * *n as f64 >= room).unwrap_or(50);
    let middle = (inner[0] + inner[1]) / 2.0;
    for (i, label) in labels.iter().enumerate() {
        let is_last = i + 1 == labels.len();
        if (i % every == 0
            && (is_last || labels.len() - 1 - i >= every.min(labels.len()) || years > 1 || every == 1))
            || is_last
        {
            let at = [middle, frame.y(i) + row / 2.0 + size * 0.35];
            nodes.push(run(label.clone(), at, size, Weight::Regular, style::INK, Anchor::Middle));
        }
    }
    for from in GROUPS {
        let Some(band) = model.bands.iter().position(|ages| ages.from == from) else { continue };
        let y = bottom - row * band as f64;
        for [a, b] in [[inner[0] - side, inner[0]], [inner[1], inner[1] + side]] {
            let line = Geometry::Lines(dashed(&[[a, y], [b, y]], &[3.0, 2.5]));
            nodes.push(Node::Path(Path::new(line).stroked(style::AXIS, hair)));
        }
    }
}

/// "Maschi 48,9%" over each side, in its colour.
fn sex_names(lang: Lang, model: &PyramidModel, frame: &Frame, size: f64, nodes: &mut Vec<Node>) {
    for (sex, name) in [texts::PYRAMID_MALES, texts::PYRAMID_FEMALES].into_iter().enumerate() {
        let share = model.own.share(model.own.sexes[sex]);
        let label = match share {
            Ok(_) => texts::pyramid_side(lang, lang.text(name), words::percent(lang, share, 1)),
            Err(_) => lang.text(name).to_owned(),
        };
        let half = frame.side / 2.0;
        let x = if sex == 0 { frame.inner[0] - half } else { frame.inner[1] + half };
        let at = [x, frame.top - size * 0.45];
        nodes.push(run(label, at, size, Weight::SemiBold, HUES[sex], Anchor::Middle));
    }
}

/// What is said of each group: its ages, its share, and that of the other.
fn group_lines(lang: Lang, model: &PyramidModel) -> [Vec<String>; 3] {
    let mut at = 0;
    words::group_names(lang).map(|name| {
        let group = at;
        at += 1;
        let mut lines = vec![name];
        for of in model.populations() {
            let share = words::percent(lang, of.share(of.groups[group]), 1);
            lines.push(match &model.other {
                Some(_) => format!("{} {share}", words::named(lang, model, of)),
                None => share,
            });
        }
        lines
    })
}

/// The groups at the right of the bars.
fn group_names(
    model: &PyramidModel,
    frame: &Frame,
    groups: &[Vec<String>; 3],
    body: Box2,
    size: f64,
    nodes: &mut Vec<Node>,
) {
    let edge = |from: usize| {
        let band = model.bands.iter().position(|ages| ages.from == from).unwrap_or(0);
        frame.bottom - frame.row * band as f64
    };
    let ends = [frame.bottom, edge(GROUPS[0]), edge(GROUPS[1]), frame.top];
    // From the top, as they are kept apart: a young group of few rows still has its figures.
    let most = groups.iter().map(Vec::len).max().unwrap_or(1);
    let placed = (1..=most).rev().find_map(|rows| {
        let block = |group: usize| {
            let middle = (ends[group] + ends[group + 1]) / 2.0;
            (middle, size * (LEADING * groups[group].len().min(rows) as f64 + BETWEEN))
        };
        let wanted: Vec<(f64, f64)> = (0..groups.len()).rev().map(block).collect();
        let places = spread(&wanted, frame.top - size, frame.bottom + size * 2.6)?;
        Some((rows, places))
    });
    let Some((rows, places)) = placed else { return };
    for (lines, middle) in groups.iter().rev().zip(places) {
        let shown = &lines[..lines.len().min(rows)];
        let first = middle - size * LEADING * (shown.len() as f64 - 1.0) / 2.0 + size * 0.35;
        for (i, line) in shown.iter().enumerate() {
            let weight = if i == 0 { Weight::SemiBold } else { Weight::Regular };
            let at = [body.x + body.width, first + size * LEADING * i as f64];
            nodes.push(run(line.clone(), at, size, weight, style::INK, Anchor::End));
        }
    }
}

/// The key above the bars, in as many rows as it takes; returns where it ends.
fn key_nodes(lang: Lang, model: &PyramidModel, body: Box2, size: f64, nodes: &mut Vec<Node>) -> f64 {
    let Some(other) = &model.other else { return body.y };
    let beside = words::key_other(lang, model, other);
    let [own, its] = [&model.own, other].map(|of| words::named(lang, model, of));
    let entries = [
        (Some(HUES.map(style::tint)), own),
        (Some(HUES), texts::pyramid_key_more(lang, &beside)),
        (Some([style::GRID; 2]), texts::pyramid_key_less(lang, &beside)),
        (None, its),
    ];
    let square = size * 0.8;
    let mut at = [body.x, body.y + size];
    for (colours, name) in entries {
        let width = square * 2.0 + size * 0.5 + text::width(&name, size, Weight::Regular);
        if at[0] > body.x && at[0] + width > body.x + body.width {
            at = [body.x, at[1] + size * LEADING];
        }
        let [x, y] = at;
        match colours {
            Some(colours) => {
                for (i, colour) in colours.into_iter().enumerate() {
                    let half = Path::rect(x + square * i as f64, y - square * 0.9, square, square);
                    nodes.push(Node::Path(half.filled(Fill::Solid(colour))));
                }
            }
            None => {
                let line = Path::line(vec![[x, y - size * 0.32], [x + square * 2.0, y - size * 0.32]]);
                nodes.push(Node::Path(line.stroked(style::INK, size * 0.14)));
            }
        }
        let start = [x + square * 2.0 + size * 0.5, y];
        nodes.push(run(name, start, size, Weight::Regular, style::INK, Anchor::Start));
        at[0] += width + size * 1.4;
    }
    at[1] + size * 0.3
}
