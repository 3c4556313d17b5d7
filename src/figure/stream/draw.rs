//! The layout of a stream: a band for each part, as thick as its value at each date and straight between two dates.

use crate::base::Rgb;
use crate::data::Caption;
use crate::document::{StreamForm, StreamSpec};
use crate::figure::chart::end_labels::{self, EndLabel};
use crate::figure::chart::scale::{Origin, Scale};
use crate::figure::chart::{LEAST_SIDE, axis_title, in_place};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::Prepared;
use crate::i18n::{Lang, texts};
use crate::scene::{Anchor, Datum, Fill, Geometry, Group, Node, Path, Role, Weight, text};

use super::StreamView;
use super::bands::bands;
use super::model::{StreamModel, StreamPart};
use super::words;

/// The largest share of the width for the names.
const WIDEST_NAME: f64 = 0.34;
/// How wide a date that is joined with no other is drawn, as a share of the width.
const ALONE: f64 = 0.018;
/// How far unmarked bands, one after the other, are mixed towards the paper.
const TONES: [f64; 2] = [0.35, 0.62];
/// The same for those beside marked ones.
const GREYS: [f64; 2] = [0.15, 0.5];

/// The most parts that make it higher: half a stream cannot be read, so the smallest go without a name instead.
const TALLEST: usize = 10;

/// How much room it needs to be read.
pub fn height(model: &StreamModel, size: f64) -> f64 {
    size * (model.parts.len().min(TALLEST) as f64 * 1.3 + 5.0)
}

/// The nodes of the page; `None` where heading and footer leave no room.
pub fn nodes(
    prepared: &Prepared<'_, StreamView>,
    caption: Caption<'_>,
    page: &Page,
) -> Option<Warned<Vec<Node>>> {
    let Prepared { spec, model, .. } = *prepared;
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let bands = bands(spec.form, model);
    let scale = Scale::new(bands.iter().flatten().flatten().copied(), Origin::Shown(0.0), 6);
    let Some(scale) = scale.filter(|_| !model.columns.is_empty()) else {
        nodes.push(Node::Group(in_place(lang.text(texts::STREAM_NOTHING), body, sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Some(Warned { value: nodes, remarks: Vec::new() });
    };
    let (size, hair) = (sizes.legend, 0.6 * sizes.scale.max(0.7));
    let mut key = Vec::new();
    let unit = match spec.form {
        _ if spec.page.leaves_out_unit() || page.is_panel => String::new(),
        StreamForm::Shares => texts::stream_share_unit(lang, words::whole(lang, model)),
        _ => lang.pick(caption.unit).to_owned(),
    };
    let top = axis_title(lang, &unit, true, body, size, &mut key) + size * 0.9;
    let bottom = body.y + body.height - size * 2.0;
    let last = model.columns.len() - 1;
    let named: Vec<String> = model.parts.iter().map(|part| end_name(prepared, caption, part, last)).collect();
    let widest = named.iter().map(|name| text::width(name, size, Weight::SemiBold)).fold(0.0, f64::max);
    let names = widest.min(body.width * WIDEST_NAME) + size * 1.6;
    let ticks = scale.ticks.iter().map(|tick| text::width(&scale.label(lang, *tick), size, Weight::Regular));
    let scale_width = match spec.form {
        StreamForm::Stream => {
            text::width(&bar_label(lang, &scale, caption), size, Weight::Regular) + size * 1.4
        }
        _ => ticks.fold(0.0, f64::max) + size * 0.6,
    };
    let plot = Box2 {
        x: body.x + scale_width,
        y: top,
        width: body.width - scale_width - names,
        height: bottom - top,
    };
    if plot.width < LEAST_SIDE || plot.height < LEAST_SIDE {
        return None;
    }
    let place = Place::new(spec.form, model, &scale, &bands, plot);
    let mut axes = axis_nodes(spec, &scale, &place, caption, size, hair);
    axes.extend(date_nodes(spec, model, &place, size, hair));
    let mut marks = Vec::new();
    let colours = colours(model);
    for (part, band) in bands.iter().enumerate() {
        let label = words::part(prepared, caption, &model.parts[part]);
        let code = model.parts[part].code.as_ref().map(ToString::to_string).unwrap_or_default();
        let rings = model.runs().into_iter().map(|run| place.ring(band, run)).collect();
        let area = Path::new(Geometry::Rings(rings)).filled(Fill::Solid(colours[part]));
        marks.push(Node::Path(area.stroked(style::PAPER, hair).meaning(Datum { code, label })));
    }
    let mut labels = Vec::new();
    for (part, name) in named.into_iter().enumerate() {
        let [low, high] = bands[part][last];
        let middle = place.y((low + high) / 2.0);
        let is_marked = model.parts[part].is_selected;
        let weight = if is_marked { Weight::SemiBold } else { Weight::Regular };
        let ink = if is_marked { colours[part] } else { style::INK };
        let name = text::ellipsize(&name, size, weight, names - size * 1.5);
        labels.push(EndLabel::new(middle, name, size, weight, ink));
    }
    // Where not all names fit, the smallest parts go without: what the pointer and the table say.
    let fit = ((plot.height + size) / (size * end_labels::LEADING)).floor() as usize;
    let left_out = labels.len().saturating_sub(fit);
    if left_out > 0 {
        let keeps = |part: usize| part < fit || model.parts[part].is_selected;
        let mut part = 0;
        labels.retain(|_| {
            part += 1;
            keeps(part - 1)
        });
        labels.truncate(fit);
    }
    end_labels::part(&mut labels, plot.y - size * 0.5, plot.y + plot.height + size * 0.5);
    let names = end_labels::draw(&labels, plot.x + plot.width, false, size, hair);
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    nodes.push(group(Role::Legend, key));
    nodes.push(group(Role::Axes, axes));
    nodes.push(group(Role::Marks, marks));
    nodes.push(group(Role::Labels, names));
    nodes.push(Node::Group(page.footer.clone()));
    let remark = (left_out > 0).then_some(Remark::NamesLeftOut { count: left_out });
    Some(Warned { value: nodes, remarks: remark.into_iter().collect() })
}

/// Where dates and values are.
struct Place {
    plot: Box2,
    /// The position of each column.
    columns: Vec<f64>,
    /// Half the width of a column that is joined with no other.
    alone: f64,
    ends: [f64; 2],
}

impl Place {
    /// Dates at their distance in time; values so that the thickest date fills the height.
    fn new(
        form: StreamForm,
        model: &StreamModel,
        scale: &Scale,
        bands: &[Vec<[f64; 2]>],
        plot: Box2,
    ) -> Self {
        let days: Vec<f64> = model.columns.iter().map(|column| column.date.day_number() as f64).collect();
        let (first, last) = (days[0], days[days.len() - 1]);
        let alone = plot.width * ALONE;
        let columns = days.iter().map(|day| match last > first {
            true => plot.x + alone + (plot.width - 2.0 * alone) * (day - first) / (last - first),
            false => plot.x + plot.width / 2.0,
        });
        let columns = columns.collect();
        let all = || bands.iter().flatten().flatten().copied();
        let ends = match form {
            StreamForm::Stream => [all().fold(0.0, f64::min), all().fold(0.0, f64::max)],
            StreamForm::Stack => [0.0, scale.ends().1],
            StreamForm::Shares => [0.0, 100.0],
        };
        let alone = if last > first { alone } else { plot.width / 2.0 };
        Self { plot, columns, alone, ends }
    }

    fn y(&self, value: f64) -> f64 {
        let [low, high] = self.ends;
        let share = if high > low { (value - low) / (high - low) } else { 0.0 };
        self.plot.y + self.plot.height * (1.0 - share)
    }

    /// The outline of a band through a run of columns.
    fn ring(&self, band: &[[f64; 2]], run: std::ops::Range<usize>) -> Vec<[f64; 2]> {
        let point = |x: f64, value: f64| [x, self.y(value)];
        if run.len() == 1 {
            let ([low, high], x) = (band[run.start], self.columns[run.start]);
            let [left, right] = [x - self.alone, x + self.alone];
            return vec![point(left, high), point(right, high), point(right, low), point(left, low)];
        }
        let upper = run.clone().map(|at| point(self.columns[at], band[at][1]));
        let lower = run.rev().map(|at| point(self.columns[at], band[at][0]));
        upper.chain(lower).collect()
    }
}

/// "Milano Città 1.362.863", or its share.
fn end_name(
    prepared: &Prepared<'_, StreamView>,
    caption: Caption<'_>,
    part: &StreamPart,
    last: usize,
) -> String {
    let Prepared { spec, model, .. } = *prepared;
    let number = match spec.form {
        StreamForm::Shares => words::share(spec.lang, model.share(part, last)),
        _ => words::value(spec.lang, caption, part.values[last]),
    };
    let name = words::short_name(spec.lang, model, part);
    format!("{name} {number}")
}

/// One colour a part: those marked, if any, in their colours and the others grey.
fn colours(model: &StreamModel) -> Vec<Rgb> {
    let marked = model.parts.iter().filter(|part| part.is_selected).count();
    let mut seen = 0;
    let colour = |(at, part): (usize, &StreamPart)| {
        let turn = at / style::SERIES.len() % TONES.len();
        match (part.is_selected, marked > 0 || part.code.is_none()) {
            (true, _) => {
                seen += 1;
                style::of_selected(seen - 1, marked)
            }
            (false, true) => style::CONTEXT.mix(style::PAPER, GREYS[at % GREYS.len()]),
            (false, false) => style::SERIES[at % style::SERIES.len()].mix(style::PAPER, TONES[turn]),
        }
    };
    model.parts.iter().enumerate().map(colour).collect()
}

/// What the bar of a stream is as thick as.
fn bar_label(lang: Lang, scale: &Scale, caption: Caption<'_>) -> String {
    words::value(lang, caption, step(scale))
}

/// The distance of two ticks.
fn step(scale: &Scale) -> f64 {
    match scale.ticks.as_slice() {
        [first, second, ..] => second - first,
        _ => 0.0,
    }
}

/// The ticks; of a stream, which has no baseline, a bar to measure bands with.
fn axis_nodes(
    spec: &StreamSpec,
    scale: &Scale,
    place: &Place,
    caption: Caption<'_>,
    size: f64,
    hair: f64,
) -> Vec<Node> {
    let (lang, plot) = (spec.lang, place.plot);
    let mut nodes = Vec::new();
    if spec.form == StreamForm::Stream {
        let tall = (place.y(0.0) - place.y(step(scale))).min(plot.height);
        let (x, y) = (plot.x - size * 0.7, plot.y + plot.height - tall);
        let bar = Path::line(vec![[x, y], [x, y + tall]]).stroked(style::INK, hair * 2.5);
        nodes.push(Node::Path(bar));
        let at = [x - size * 0.4, y + tall / 2.0 + size * 0.35];
        let label = bar_label(lang, scale, caption);
        nodes.push(run(label, at, size, Weight::Regular, style::INK, Anchor::End));
        return nodes;
    }
    for tick in scale.ticks.iter().filter(|tick| **tick >= place.ends[0] && **tick <= place.ends[1]) {
        let y = place.y(*tick);
        let line = Path::line(vec![[plot.x, y], [plot.x + plot.width, y]]);
        nodes.push(Node::Path(line.stroked(style::GRID, hair)));
        let at = [plot.x - size * 0.5, y + size * 0.35];
        nodes.push(run(scale.label(lang, *tick), at, size, Weight::Regular, style::MUTED, Anchor::End));
    }
    nodes
}

/// The dates below, as many as there is room for, and the breaks of the series.
fn date_nodes(spec: &StreamSpec, model: &StreamModel, place: &Place, size: f64, hair: f64) -> Vec<Node> {
    let (plot, foot) = (place.plot, place.plot.y + place.plot.height);
    let mut nodes = Vec::new();
    let labels: Vec<String> = (0..model.columns.len()).map(|at| words::short_date(spec, model, at)).collect();
    let half = |at: usize| text::width(&labels[at], size, Weight::Regular) / 2.0 + size * 0.3;
    let last = labels.len() - 1;
    let (own, mut taken) = (place.columns[last] - half(last), f64::NEG_INFINITY);
    for (at, label) in labels.iter().enumerate() {
        let x = place.columns[at];
        let tick = Path::line(vec![[x, foot], [x, foot + size * 0.3]]);
        nodes.push(Node::Path(tick.stroked(style::AXIS, hair)));
        if at != last && (x - half(at) < taken || x + half(at) > own) {
            continue;
        }
        taken = x + half(at);
        let place = [x, foot + size * 1.4];
        nodes.push(run(label.clone(), place, size, Weight::Regular, style::MUTED, Anchor::Middle));
    }
    for (at, column) in model.columns.iter().enumerate().filter(|(_, column)| !column.breaks.is_empty()) {
        let x = (place.columns[at - 1] + place.columns[at]) / 2.0;
        let what = column.breaks.iter().map(|what| spec.lang.pick(what)).collect::<Vec<_>>().join(" ");
        let line = Path::line(vec![[x, plot.y], [x, foot]]).stroked(style::INK, hair);
        nodes.push(Node::Path(line.meaning(Datum { code: String::new(), label: what })));
    }
    nodes
}
