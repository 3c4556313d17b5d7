//! The names at the right ends of the lines, each in its line's colour.

use crate::base::{Code, Date, Rgb};
use crate::data::Caption;
use crate::document::SeriesSpec;
use crate::figure::chart::end_labels::spread;
use crate::figure::chart::marks::dashed;
use crate::figure::chart::scale::time_shares;
use crate::figure::page::layout::run;
use crate::figure::page::style::{self, Sizes};
use crate::figure::remark::Remark;
use crate::figure::wording::reference_label;
use crate::scene::{Anchor, Geometry, Node, Path, Weight, text};

use super::looks::{Drawing, look};
use super::numbers::{Line, LineRole, SeriesModel};
use super::placed::Placed;
use super::words;

/// Height of a line of a label, in type sizes.
const LEADING: f64 = 1.16;

/// With more names than this beside grey lines, nobody can tell which belongs to which.
const READABLE: usize = 24;

/// A label at the end of its line.
#[derive(Clone, Debug)]
pub(crate) struct EndLabel {
    role: LineRole,
    code: Code,
    colour: Rgb,
    /// Style of the type.
    pub weight: Weight,
    /// Size of the type.
    pub size: f64,
    pub rows: Vec<String>,
    /// Position of the last reference with a value, the value drawn there, and its height on the page.
    last: usize,
    drawn: f64,
    end: f64,
    /// The middle of the label.
    y: f64,
    /// Whether it is beside a point well before the others end: a leader across the plot would look like a constant
    /// line.
    pub beside_point: bool,
}

impl EndLabel {
    /// Whether it is so far from the end of its line that it needs a leader.
    pub(crate) fn is_moved(&self) -> bool {
        !self.beside_point && (self.y - self.end).abs() > self.size * 0.3
    }
}

/// The labels to place, in order of importance: selected lines, benchmarks, and others only where nothing is
/// selected.
pub fn wanted(
    spec: &SeriesSpec,
    model: &SeriesModel,
    indicator: Caption<'_>,
    sizes: Sizes,
    column: f64,
) -> Vec<EndLabel> {
    let mut labels = Vec::new();
    let no_selected = model.of(LineRole::Selected).next().is_none();
    for role in [LineRole::Selected, LineRole::Benchmark, LineRole::Context] {
        for (i, line) in model.of(role).enumerate() {
            let mut present = line.at.iter().zip(&line.values).rev();
            let Some((last, value)) = present.find_map(|(at, value)| Some((*at, value.ok()?))) else {
                continue;
            };
            let (weight, size) = match role {
                LineRole::Selected => (Weight::SemiBold, sizes.legend),
                LineRole::Benchmark => (Weight::Regular, sizes.legend),
                LineRole::Context if no_selected => (Weight::Regular, sizes.footer),
                LineRole::Context => continue,
            };
            let name = words::name(spec.lang, model, line);
            // A number stays on the line of its unit.
            let held = String::from(text::NO_BREAK);
            let shown = words::value(spec, indicator, Ok(value)).replace(' ', &held);
            // An older value states its date, because it would be read as one of the last date.
            let words = match model.own.last().is_some_and(|latest| last < *latest) {
                true => format!("{name} {shown} ({})", reference_label(spec.lang, model.stated(last))),
                false => format!("{name} {shown}"),
            };
            let rows: Vec<String> = text::wrap(&words, size, weight, column)
                .into_iter()
                .map(|row| text::ellipsize(&row.replace(text::NO_BREAK, " "), size, weight, column))
                .collect();
            let colour = if role == LineRole::Context { style::MUTED } else { look(line, i, sizes).colour };
            let beside_point = line.published.is_some() && ends_early(model, last);
            let code = line.code.clone();
            let (drawn, end, y) = (value, 0.0, 0.0);
            labels.push(EndLabel {
                role,
                code,
                colour,
                weight,
                size,
                rows,
                last,
                drawn,
                end,
                y,
                beside_point,
            });
        }
    }
    labels
}

/// Whether that position is in the first part of the time shown.
fn ends_early(model: &SeriesModel, position: usize) -> bool {
    const EARLY: f64 = 0.4;
    let days: Vec<Date> = model.references.iter().map(|at| at.day_on_axis()).collect();
    days.len() > 1 && time_shares(&days)[position] <= EARLY
}

/// Whether its line ends before others do, and none of them passes where the label would be beside its last point.
fn has_room_beside(plot: &Placed, model: &SeriesModel, label: &EndLabel) -> bool {
    let room = label.size * LEADING * (label.rows.len() as f64 + 1.0) / 2.0;
    let passes = |ys: &[f64]| {
        let (low, high) = ys.iter().fold((f64::MAX, f64::MIN), |(low, high), y| (low.min(*y), high.max(*y)));
        low < label.end + room && high > label.end - room
    };
    let others = model.lines.iter().filter(|line| line.code != label.code);
    let is_clear = |line: &Line| {
        let drawn = line.at.iter().zip(&line.values).filter_map(|(at, value)| Some((*at, value.ok()?)));
        let drawn: Vec<(usize, f64)> = drawn.map(|(at, value)| (at, plot.y(value))).collect();
        // From the last point before it on: a line may cross on its way to the next.
        let first = drawn.partition_point(|(at, _)| *at <= label.last).saturating_sub(1);
        let ys: Vec<f64> = drawn[first..].iter().map(|(_, y)| *y).collect();
        match ys.as_slice() {
            [one] => !passes(&[*one]) || drawn[first].0 < label.last,
            ys => ys.windows(2).all(|pair| !passes(pair)),
        }
    };
    label.last + 1 < model.references.len() && others.clone().all(is_clear)
}

/// Positions every label; those that do not fit, the least important first, are dropped.
pub fn place(plot: &Placed, model: &SeriesModel, sizes: Sizes, labels: &mut Vec<EndLabel>) -> Option<Remark> {
    for label in labels.iter_mut() {
        label.end = plot.y(label.drawn);
        label.beside_point |= has_room_beside(plot, model, label);
    }
    let all = labels.len();
    let height = |label: &EndLabel| label.rows.len() as f64 * label.size * LEADING;
    let area = plot.area;
    let (top, bottom) = (area.y - sizes.footer * 0.5, area.y + area.height + sizes.legend * 0.5);
    let room = bottom - top;
    let context = labels.partition_point(|label| label.role != LineRole::Context);
    if labels.len() - context > READABLE || labels.iter().map(height).sum::<f64>() > room {
        // Among many, the highest and the lowest are the most informative.
        labels[context..].sort_by(|a, b| a.end.total_cmp(&b.end));
        let last = labels.pop();
        labels.truncate(context + 1);
        labels.extend(last);
    }
    while labels.iter().map(height).sum::<f64>() > room {
        labels.pop();
    }
    labels.sort_by(|a, b| a.end.total_cmp(&b.end).then_with(|| a.code.cmp(&b.code)));
    for beside_point in [false, true] {
        let mut column: Vec<&mut EndLabel> =
            labels.iter_mut().filter(|label| label.beside_point == beside_point).collect();
        let wanted: Vec<(f64, f64)> = column.iter().map(|label| (label.end, height(label))).collect();
        for (label, y) in column.iter_mut().zip(spread(&wanted, top, bottom).unwrap_or_default()) {
            label.y = y;
        }
    }
    let left_out = all - labels.len();
    (left_out > 0).then_some(Remark::LabelsLeftOut { count: left_out })
}

/// The labels at `x`, all with a leader from the end of their line if any of them has moved.
pub fn draw(drawing: &Drawing<'_>, labels: &[EndLabel], x: f64, leaders: bool) -> Vec<Node> {
    let mut nodes = Vec::new();
    let radius = 3.6 * drawing.sizes.scale.max(0.7);
    for label in labels {
        let [end, height] = drawing.plot.at(label.last, label.drawn);
        let x = if label.beside_point { end + radius + label.size * 0.4 } else { x };
        if !label.beside_point && (leaders || x - end > label.size * 4.0) {
            // Leaders are horizontal at both ends, so that they do not cross names.
            let elbow = x - label.size * 1.1;
            let points = vec![
                [end + radius, height],
                [elbow.max(end + radius), height],
                [x - label.size * 0.25, label.y],
            ];
            // Grey and dotted: a line in the colour of the series would be taken for values.
            let dots = Geometry::Lines(dashed(&points, &[1.0, 2.6]));
            nodes.push(Node::Path(Path::new(dots).stroked(style::MUTED, drawing.hair() * 0.7)));
        }
        let leading = label.size * LEADING;
        let first = label.y - leading * (label.rows.len() as f64 - 1.0) / 2.0 + label.size * 0.34;
        for (i, row) in label.rows.iter().enumerate() {
            let at = [x, first + leading * i as f64];
            nodes.push(run(row.clone(), at, label.size, label.weight, label.colour, Anchor::Start));
        }
    }
    nodes
}

/// A value at the first of two dates, left of its line.
#[derive(Clone, Debug)]
pub(crate) struct FirstLabel {
    text: String,
    colour: Rgb,
    weight: Weight,
    size: f64,
    /// The value, and the height of the label on the page.
    drawn: f64,
    y: f64,
}

impl FirstLabel {
    pub fn width(&self) -> f64 {
        text::width(&self.text, self.size, self.weight)
    }
}

/// The values at the first of only two dates, of the lines that are named; none where they would not all fit.
pub fn firsts(
    spec: &SeriesSpec,
    model: &SeriesModel,
    indicator: Caption<'_>,
    sizes: Sizes,
    plot: &Placed,
) -> Vec<FirstLabel> {
    if model.references.len() != 2 || !model.joins(0, 1) {
        return Vec::new();
    }
    let mut labels = Vec::new();
    for (role, weight) in [(LineRole::Selected, Weight::SemiBold), (LineRole::Benchmark, Weight::Regular)] {
        for (i, line) in model.of(role).enumerate() {
            let both = line.at.as_slice() == [0, 1] && line.values.iter().all(Result::is_ok);
            let Some(value) = line.values.first().and_then(|value| value.ok()).filter(|_| both) else {
                continue;
            };
            let text = words::value(spec, indicator, Ok(value));
            let (colour, size, y) = (look(line, i, sizes).colour, sizes.legend, plot.y(value));
            labels.push(FirstLabel { text, colour, weight, size, drawn: value, y });
        }
    }
    labels.sort_by(|a, b| a.y.total_cmp(&b.y));
    let wanted: Vec<(f64, f64)> = labels.iter().map(|label| (label.y, label.size * LEADING)).collect();
    let area = plot.area;
    let Some(places) = spread(&wanted, area.y - sizes.footer * 0.5, area.y + area.height) else {
        return Vec::new();
    };
    for (label, y) in labels.iter_mut().zip(places) {
        label.y = y;
    }
    labels
}

/// Those values, with a leader where one had to move.
pub fn draw_firsts(drawing: &Drawing<'_>, labels: &[FirstLabel]) -> Vec<Node> {
    let radius = 3.6 * drawing.sizes.scale.max(0.7);
    let mut nodes = Vec::new();
    for label in labels {
        let [start, height] = drawing.plot.at(0, label.drawn);
        let x = start - radius - label.size * 0.5;
        if (label.y - height).abs() > label.size * 0.3 {
            let leader = Path::line(vec![[start - radius, height], [x + label.size * 0.15, label.y]]);
            nodes
                .push(Node::Path(leader.stroked(label.colour.mix(style::PAPER, 0.45), drawing.hair() * 0.8)));
        }
        let at = [x, label.y + label.size * 0.34];
        nodes.push(run(label.text.clone(), at, label.size, label.weight, label.colour, Anchor::End));
    }
    nodes
}
