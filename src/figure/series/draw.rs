//! The layout of a time series.

use crate::base::{Level, Rgb};
use crate::data::{Caption, Quality, Reference};
use crate::document::{SeriesMode, SeriesSpec};
use crate::figure::chart::marks::{dashed, marker, ring};
use crate::figure::chart::scale::{Origin, Scale};
use crate::figure::chart::{LEAST_SIDE, axis_title, in_place};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style::{self, Sizes};
use crate::figure::quality;
use crate::figure::remark::{Remark, Warned};
use crate::figure::threshold;
use crate::figure::wording::reference_label;
use crate::i18n::{Lang, Thing, texts};
use crate::scene::{Anchor, Datum, Fill, Geometry, Group, Node, Path, Role, Weight, text};

use super::labels::{self, EndLabel, FirstLabel};
use super::looks::{Drawing, Look, look};
use super::numbers::{Line, LineRole, SeriesModel};
use super::placed::Placed;
use super::words;

/// With more lines than this behind the selected ones, they are drawn thinner.
const CROWD: usize = 40;

#[derive(Clone, Debug)]
pub struct Frame {
    /// The title of the axis, and the key.
    key: Vec<Node>,
    /// The plot; `None` where there is no value to draw.
    plot: Option<Placed>,
    ticks: Vec<String>,
    labels: Vec<EndLabel>,
    /// The values at the first of only two dates.
    firsts: Vec<FirstLabel>,
    /// Where the labels are, and whether they have leaders.
    labels_x: f64,
    has_leaders: bool,
    remark: Option<Remark>,
}

impl Frame {
    /// The plot; `None` where no value is drawn.
    pub fn placed(&self) -> Option<&Placed> {
        self.plot.as_ref()
    }
}

/// Lays the parts out between heading and footer; `None` where they leave no room for a plot.
pub fn frame(spec: &SeriesSpec, model: &SeriesModel, indicator: Caption<'_>, page: &Page) -> Option<Frame> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    let drawn = model.lines.iter().flat_map(|line| &line.values).filter_map(|value| value.ok());
    let span = model.band.iter().flat_map(|band| band.extremes.iter().flatten()).flat_map(|(a, b)| [*a, *b]);
    let origin = match spec.mode {
        SeriesMode::Absolute => Origin::ZeroWhenNear,
        SeriesMode::Change => Origin::Shown(0.0),
        SeriesMode::Base100 | SeriesMode::Ats100 => Origin::Shown(100.0),
    };
    let about = ((body.height / (sizes.legend * 4.5)) as usize).clamp(3, 7);
    let standard = threshold::of_series(spec).map(|standard| standard.value);
    let Some(scale) = Scale::new(drawn.chain(span).chain(standard), origin, about) else {
        if body.height < LEAST_SIDE || body.width < LEAST_SIDE {
            return None;
        }
        return Some(Frame {
            key: vec![Node::Group(in_place(lang.text(words::nothing(model)), body, sizes.subtitle))],
            plot: None,
            ticks: Vec::new(),
            labels: Vec::new(),
            firsts: Vec::new(),
            labels_x: 0.0,
            has_leaders: false,
            remark: None,
        });
    };

    // From the top: title of the axis, keys, a row for the names of breaks, plot, dates.
    let size = sizes.legend;
    let title = match spec.page.leaves_out_unit() {
        true => String::new(),
        false => words::axis(spec, model, indicator),
    };
    let from_zero = spec.mode != SeriesMode::Absolute || scale.has_zero();
    let mut key = Vec::new();
    let mut y = axis_title(lang, &title, from_zero, body, size, &mut key);
    if model.references.len() == 2 {
        let words = lang.text(texts::SERIES_TWO_DATES).to_owned();
        let taken: f64 = key.iter().map(right_of).fold(body.x, f64::max);
        if taken + size + text::width(&words, size, Weight::Regular) <= body.x + body.width {
            let at = [taken + size, y];
            key.push(run(words, at, size, Weight::Regular, style::MUTED, Anchor::Start));
        }
    }
    y = band_key(spec, model, body, sizes, y, &mut key);
    y = ring_key(lang, model, body, sizes, y, &mut key);
    y += sizes.footer * if model.breaks.is_empty() { 1.7 } else { 2.9 };

    let ticks: Vec<String> = scale.ticks.iter().map(|tick| scale.label(lang, *tick)).collect();
    let widest = |texts: &[String], size| {
        texts.iter().map(|t| text::width(t, size, Weight::Regular)).fold(0.0, f64::max)
    };
    let left = body.x + widest(&ticks, size) + size * 0.7;
    let label_column = body.width * if body.width < 300.0 { 0.4 } else { 0.34 };
    let mut labels = labels::wanted(spec, model, indicator, sizes, label_column);
    let bottom = body.y + body.height - size * 1.9;
    let area = Box2 { x: left, y, width: 0.0, height: bottom - y };
    if area.height < LEAST_SIDE {
        return None;
    }
    let mut plot = Placed::new(area, scale);
    let remark = labels::place(&plot, model, sizes, &mut labels);
    let labels_width = labels
        .iter()
        .filter(|label| !label.beside_point)
        .flat_map(|label| label.rows.iter().map(|row| text::width(row, label.size, label.weight)))
        .fold(0.0, f64::max);
    // Labels that had to move need leaders, and those need space.
    let has_leaders = labels.iter().any(EndLabel::is_moved);
    let before_labels = size * if has_leaders { 2.6 } else { 1.3 };
    // Dates are centred below their ticks, so half of the last one may extend beyond the plot.
    let right = body.x + body.width - (labels_width + before_labels).max(size * 3.0);
    if right - left < LEAST_SIDE {
        return None;
    }
    // Of two dates both values are written, as in a slope chart.
    let firsts = labels::firsts(spec, model, indicator, sizes, &plot);
    let widest = firsts.iter().map(|first| first.width()).fold(0.0, f64::max);
    plot.reach(model, right, size, if firsts.is_empty() { 0.0 } else { widest + size * 1.2 });
    let labels_x = right + before_labels;
    Some(Frame { key, plot: Some(plot), ticks, labels, firsts, labels_x, has_leaders, remark })
}

/// The right end of a line of text that begins at its left.
fn right_of(node: &Node) -> f64 {
    match node {
        Node::Text(run) => run.x + text::width(&run.content, run.size, run.weight),
        _ => 0.0,
    }
}

/// The nodes of the page, with remarks.
pub fn nodes(
    spec: &SeriesSpec,
    model: &SeriesModel,
    indicator: Caption<'_>,
    page: &Page,
    frame: &Frame,
) -> Warned<Vec<Node>> {
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    match &frame.plot {
        None => nodes.extend(frame.key.iter().cloned()),
        Some(plot) => {
            let drawing = Drawing { spec, model, indicator, sizes: page.sizes, plot };
            nodes.push(group(Role::Legend, frame.key.clone()));
            nodes.push(group(Role::Axes, drawing.axes(&frame.ticks)));
            if model.band.is_some() {
                nodes.push(group(Role::Band, drawing.band()));
            }
            nodes.push(group(Role::Lines, drawing.lines()));
            let mut labels = labels::draw(&drawing, &frame.labels, frame.labels_x, frame.has_leaders);
            labels.extend(labels::draw_firsts(&drawing, &frame.firsts));
            nodes.push(group(Role::Labels, labels));
        }
    }
    nodes.push(Node::Group(page.footer.clone()));
    Warned { value: nodes, remarks: frame.remark.clone().into_iter().collect() }
}

/// The swatch and the text of the band, below `y`; returns its bottom.
fn band_key(
    spec: &SeriesSpec,
    model: &SeriesModel,
    body: Box2,
    sizes: Sizes,
    mut y: f64,
    key: &mut Vec<Node>,
) -> f64 {
    let Some(band) = model.band.as_ref().filter(|band| band.extremes.iter().any(Option::is_some)) else {
        return y;
    };
    let size = sizes.legend;
    let members = spec.lang.of_the(band.members, Thing::Comune);
    // With several groups selected, the key says that the band is the first one's.
    let has_several_groups =
        model.of(LineRole::Selected).filter(|line| line.level != Some(Level::Comuni)).nth(1).is_some();
    let text = if has_several_groups { texts::series_band_of_first } else { texts::series_band };
    let words = text(spec.lang, members, &band.name);
    let (swatch, indent) = (size * 2.0, size * 2.8);
    y += size * 0.5;
    for (i, row) in text::wrap(&words, size, Weight::Regular, body.width - indent).into_iter().enumerate() {
        y += size * 1.25;
        if i == 0 {
            let fill = Fill::Translucent(band_colour(model), style::BAND_OPACITY);
            key.push(Node::Path(Path::rect(body.x, y - size * 0.85, swatch, size).filled(fill)));
        }
        key.push(run(row, [body.x + indent, y], size, Weight::Regular, style::INK, Anchor::Start));
    }
    y
}

/// The meaning of the rings, unless the dates below say it of all values, below `y`; returns its bottom.
fn ring_key(lang: Lang, model: &SeriesModel, body: Box2, sizes: Sizes, y: f64, key: &mut Vec<Node>) -> f64 {
    let mixed = (0..model.references.len()).filter(|i| quality::shared(&model.graded(*i)).is_none());
    let found: Vec<Quality> =
        mixed.flat_map(|i| model.lines.iter().map(move |line| line.quality_at(i))).collect();
    let Some(words) = quality::ring_key(lang, &found) else { return y };
    let (size, indent) = (sizes.legend, sizes.legend * 1.6);
    let y = y + size * 1.75;
    let (at, radius) = ([body.x + size * 0.5, y - size * 0.34], size * 0.24);
    key.push(Node::Path(marker(0, at, radius, style::MUTED)));
    key.push(Node::Path(ring(at, radius, style::MUTED)));
    let words = text::ellipsize(&words, size, Weight::Regular, body.width - indent);
    key.push(run(words, [body.x + indent, y], size, Weight::Regular, style::INK, Anchor::Start));
    y
}

/// The colour of the group's own line, if it is selected.
fn band_colour(model: &SeriesModel) -> Rgb {
    let code = model.band.as_ref().map(|band| &band.code);
    let place = model.of(LineRole::Selected).position(|line| Some(&line.code) == code);
    place.map_or(style::BENCHMARKS[1], |i| style::SERIES[i % style::SERIES.len()])
}

impl Drawing<'_> {
    fn axes(&self, ticks: &[String]) -> Vec<Node> {
        let (plot, size, hair) = (self.plot.area, self.sizes.legend, self.hair());
        let (right, bottom) = (plot.x + plot.width, plot.y + plot.height);
        let mut nodes = Vec::new();
        let level = |y: f64, colour, width| {
            Node::Path(Path::line(vec![[plot.x, y], [right, y]]).stroked(colour, width))
        };
        let base = match self.spec.mode {
            SeriesMode::Base100 | SeriesMode::Ats100 => 100.0,
            _ => 0.0,
        };
        for (tick, label) in self.plot.scale.ticks.iter().zip(ticks) {
            let y = self.plot.y(*tick);
            if *tick != base {
                nodes.push(level(y, style::GRID, hair));
            }
            let at = [plot.x - size * 0.6, y + size * 0.35];
            nodes.push(run(label.clone(), at, size, Weight::Regular, style::MUTED, Anchor::End));
        }
        let (low, high) = self.plot.scale.ends();
        if low <= base && base <= high {
            nodes.push(level(self.plot.y(base), style::AXIS, hair * 1.6));
        }
        nodes.push(level(bottom, style::AXIS, hair));
        nodes.extend(self.plot.shortened.iter().flat_map(|x| self.shortened(*x, bottom)));
        nodes.extend(self.standard_line(right));
        let widest = ticks.iter().map(|tick| text::width(tick, size, Weight::Regular)).fold(0.0, f64::max);
        nodes.extend(self.dates(bottom, plot.x - size * 0.7 - widest));
        nodes.extend(self.break_marks());
        nodes
    }

    /// Two strokes across the axis where its time is shortened.
    fn shortened(&self, x: f64, bottom: f64) -> Vec<Node> {
        let (size, hair) = (self.sizes.legend, self.hair());
        let (half, lean, apart) = (size * 0.42, size * 0.16, size * 0.22);
        let paper =
            Path::line(vec![[x - apart, bottom], [x + apart, bottom]]).stroked(style::PAPER, hair * 3.0);
        let stroke = |x: f64| {
            let line = Path::line(vec![[x - lean, bottom + half], [x + lean, bottom - half]]);
            Node::Path(line.stroked(style::AXIS, hair * 1.4))
        };
        vec![Node::Path(paper), stroke(x - apart), stroke(x + apart)]
    }

    /// The line of a standard, with its name over its left end.
    fn standard_line(&self, right: f64) -> Vec<Node> {
        let Some(standard) = threshold::of_series(self.spec) else { return Vec::new() };
        let (plot, size) = (self.plot.area, self.sizes.legend);
        let y = self.plot.y(standard.value);
        let dashes = dashed(&[[plot.x, y], [right, y]], &[1.6, 1.6]);
        let line = Path::new(Geometry::Lines(dashes)).stroked(style::SERIES[1], self.hair() * 1.9);
        let label = threshold::label(self.spec.lang, standard, self.indicator);
        let label = text::ellipsize(&label, size, Weight::SemiBold, plot.width);
        // The name goes below the line where there is no room above it.
        let baseline = if y - size * 1.4 > plot.y { y - size * 0.4 } else { y + size * 1.1 };
        let at = [plot.x + size * 0.4, baseline];
        vec![Node::Path(line), run(label, at, size, Weight::SemiBold, style::SERIES[1], Anchor::Start)]
    }

    /// The reference dates, in proportion to time. The last one is always written; then the indicator's own and those of benchmarks,
    /// in order, each where it touches none already written.
    fn dates(&self, bottom: f64, page_left: f64) -> Vec<Node> {
        let (size, hair, lang) = (self.sizes.legend, self.hair(), self.spec.lang);
        // Of dates that are all of one day the subtitle says which.
        let stated = (0..self.model.references.len()).map(|i| self.model.stated(i)).collect::<Vec<_>>();
        let is_of_one_day = share_a_day(&stated);
        let label = |i: usize| {
            let shared = quality::shared(&self.model.graded(i)).unwrap_or_default();
            let name =
                if is_of_one_day { stated[i].year().to_string() } else { reference_label(lang, stated[i]) };
            quality::in_words(lang, name, shared)
        };
        let labels: Vec<String> = (0..self.model.references.len()).map(label).collect();
        let page_right = self.plot.area.x + self.plot.area.width + size * 3.0;
        let reach = |i: usize| {
            let half = text::width(&labels[i], size, Weight::Regular) / 2.0;
            // Kept inside the page.
            let middle = self.plot.xs[i].max(page_left + half).min(page_right - half);
            (middle - half, middle + half)
        };
        let last = labels.len().saturating_sub(1);
        let mut written: Vec<usize> = Vec::new();
        let gap = size * 0.6;
        let clear = |i: usize, other: usize| {
            let ((a, b), (c, d)) = (reach(i), reach(other));
            b + gap <= c || d + gap <= a
        };
        for i in std::iter::once(last).chain(self.model.own.iter().copied()).chain(0..last) {
            if i < labels.len() && !written.contains(&i) && written.iter().all(|other| clear(i, *other)) {
                written.push(i);
            }
        }
        let mut nodes = Vec::new();
        for (i, x) in self.plot.xs.iter().enumerate() {
            let tick = Path::line(vec![[*x, bottom], [*x, bottom + size * 0.4]]);
            nodes.push(Node::Path(tick.stroked(style::AXIS, hair)));
            if written.contains(&i) {
                let (begin, end) = reach(i);
                let at = [(begin + end) / 2.0, bottom + size * 1.5];
                nodes.push(run(labels[i].clone(), at, size, Weight::Regular, style::INK, Anchor::Middle));
            }
        }
        nodes
    }

    /// A mark across the plot in the middle of the interval in which each break lies, with its name where there is
    /// room.
    fn break_marks(&self) -> Vec<Node> {
        let (plot, size) = (self.plot.area, self.sizes.footer);
        let mut nodes = Vec::new();
        let mut taken = f64::NEG_INFINITY;
        let mut marked = usize::MAX;
        for found in &self.model.breaks {
            if std::mem::replace(&mut marked, found.after) == found.after {
                continue;
            }
            let x = (self.plot.xs[found.after] + self.plot.xs[self.model.own_after(found.after)]) / 2.0;
            let points = [[x, plot.y - size * 0.2], [x, plot.y + plot.height]];
            let dashes = Geometry::Lines(dashed(&points, &[2.2, 2.2]));
            nodes.push(Node::Path(Path::new(dashes).stroked(style::MUTED, self.hair())));
            let name = self.spec.lang.text(texts::SERIES_BREAK_MARK);
            let half = text::width(name, size, Weight::Italic) / 2.0;
            let right = plot.x + plot.width + size * 2.0;
            let middle = x.min(right - half).max(plot.x + half);
            if middle - half >= taken && 2.0 * half <= right - plot.x {
                let at = [middle, plot.y - size * 0.6];
                nodes.push(run(name.to_owned(), at, size, Weight::Italic, style::MUTED, Anchor::Middle));
                taken = middle + half + size;
            }
        }
        nodes
    }

    fn band(&self) -> Vec<Node> {
        let Some(band) = &self.model.band else { return Vec::new() };
        let fill = Fill::Translucent(band_colour(self.model), style::BAND_OPACITY);
        let half = self.sizes.legend * 0.7;
        let runs = self.model.runs(&self.model.own, |i| band.extremes[i]);
        let shape = |points: Vec<(usize, (f64, f64))>| {
            let at = |i: usize, value| [self.plot.xs[i], self.plot.y(value)];
            match points.as_slice() {
                // A single date has no width in time.
                [(i, (low, high))] => {
                    let (top, foot) = (self.plot.y(*high), self.plot.y(*low));
                    Path::rect(self.plot.xs[*i] - half, top, 2.0 * half, foot - top)
                }
                _ => {
                    let upper = points.iter().map(|(i, (_, high))| at(*i, *high));
                    let lower = points.iter().rev().map(|(i, (low, _))| at(*i, *low));
                    Path::new(Geometry::Rings(vec![upper.chain(lower).collect()]))
                }
            }
        };
        runs.into_iter().map(|points| Node::Path(shape(points).filled(fill))).collect()
    }

    fn lines(&self) -> Vec<Node> {
        let mut nodes = Vec::new();
        for role in [LineRole::Context, LineRole::Benchmark, LineRole::Selected] {
            if role == LineRole::Benchmark {
                nodes.extend(self.casings());
            }
            for (place, line) in self.model.of(role).enumerate() {
                let mut look = look(line, place, self.sizes);
                if role == LineRole::Context && self.model.of(role).count() > CROWD {
                    look.width *= 0.6;
                }
                self.line(line, look, &mut nodes);
            }
        }
        nodes
    }

    /// A paper-coloured outline under lines that run among many others.
    fn casings(&self) -> Vec<Node> {
        let mut nodes = Vec::new();
        if self.model.of(LineRole::Context).next().is_none() {
            return nodes;
        }
        for role in [LineRole::Benchmark, LineRole::Selected] {
            for (place, line) in self.model.of(role).enumerate() {
                let runs = self.model.runs_of(line);
                let points = |run: Vec<(usize, f64)>| {
                    run.iter().map(|(i, x)| [self.plot.xs[*i], self.plot.y(*x)]).collect()
                };
                let whole: Vec<Vec<[f64; 2]>> =
                    runs.into_iter().filter(|run| run.len() > 1).map(points).collect();
                if !whole.is_empty() {
                    let width = look(line, place, self.sizes).width * 2.4;
                    nodes.push(Node::Path(Path::new(Geometry::Lines(whole)).stroked(style::PAPER, width)));
                }
            }
        }
        nodes
    }

    fn line(&self, line: &Line, look: Look, nodes: &mut Vec<Node>) {
        let runs = self.model.runs_of(line);
        let points = |run: &[(usize, f64)]| -> Vec<[f64; 2]> {
            run.iter().map(|(i, value)| [self.plot.xs[*i], self.plot.y(*value)]).collect()
        };
        let pattern: Vec<f64> = look.dashes.iter().map(|d| d * look.width).collect();
        let strokes: Vec<_> =
            runs.iter().filter(|run| run.len() > 1).flat_map(|run| dashed(&points(run), &pattern)).collect();
        let course = words::course(self.spec, self.model, self.indicator, line);
        let mut datum = course.map(|label| Datum { code: line.code.to_string(), label });
        let mut push = |path: Path, is_alone: bool, nodes: &mut Vec<Node>| {
            // Once for the line; marks not joined by a line each identify themselves.
            let datum = if is_alone { datum.clone() } else { datum.take() };
            nodes.push(Node::Path(match datum {
                Some(datum) => path.meaning(datum),
                None => path,
            }));
        };
        if !strokes.is_empty() {
            push(Path::new(Geometry::Lines(strokes)).stroked(look.colour, look.width), false, nodes);
        }
        let radius = 2.7 * self.sizes.scale.max(0.7);
        for run in &runs {
            for (at, (position, _)) in points(run).into_iter().zip(run) {
                match look.marker {
                    Some(kind) => {
                        push(marker(kind, at, radius, look.colour), run.len() == 1, nodes);
                        if !line.quality_at(*position).is_final() {
                            nodes.push(Node::Path(ring(at, radius, look.colour)));
                        }
                    }
                    // A single date would be invisible without a marker.
                    None if run.len() == 1 => push(marker(0, at, look.width * 1.4, look.colour), true, nodes),
                    None => {}
                }
            }
        }
    }
}

/// Whether all are dates of one day of the year.
fn share_a_day(references: &[Reference]) -> bool {
    let mut days = references.iter().map(|at| at.date().map(|date| (date.month(), date.day())));
    let Some(Some(first)) = days.next() else { return false };
    days.all(|day| day == Some(first))
}
