//! The layout of a slope chart.

use crate::base::Rgb;
use crate::data::Indicator;
use crate::document::SlopeSpec;
use crate::figure::chart::end_labels::{self, EndLabel, LEADING, REACH};
use crate::figure::chart::marks::{MARKERS, dashed, marker};
use crate::figure::chart::scale::{Origin, Scale};
use crate::figure::chart::{LEAST_SIDE, axis_title, in_place};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style::{self, Sizes};
use crate::figure::remark::{Remark, Warned};
use crate::figure::wording::value_text;
use crate::i18n::texts;
use crate::scene::{Anchor, Datum, Geometry, Group, Node, Path, Role, Weight, text};

use super::model::{SlopeLine, SlopeModel, SlopeRole};
use super::words;

/// With more lines than this behind the selected ones, they are drawn thinner.
const CROWD: usize = 40;
/// The maximum ratio of width to height: in a wider plot slopes are so flat that nobody sees which is steeper, and
/// panels are low.
const WIDEST: f64 = 1.3;
const WIDEST_IN_PANEL: f64 = 1.8;

/// How a line looks.
struct Look {
    colour: Rgb,
    width: f64,
    dashes: &'static [f64],
    marker: Option<usize>,
}

/// The nodes of the page; `None` where heading, footer and labels leave no room for a plot.
pub fn nodes(
    spec: &SlopeSpec,
    model: &SlopeModel,
    indicator: &Indicator,
    page: &Page,
) -> Option<Warned<Vec<Node>>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let values = model.lines.iter().flat_map(|line| [line.moved.before, line.moved.now]);
    let Some(scale) = Scale::new(values, Origin::Free, 5) else {
        nodes.push(Node::Group(in_place(lang.text(texts::SLOPE_NO_PAIRS), body, sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Some(Warned { value: nodes, remarks: Vec::new() });
    };
    let size = sizes.legend;
    let mut key = Vec::new();
    // A free scale: positions are read relative to each other, and the labels state the values.
    let top = match page.is_panel {
        // The window shows the unit beside it, and height is scarce.
        true => body.y + size * 0.9,
        false => {
            let unit = if spec.page.leaves_out_unit() { "" } else { lang.pick(&indicator.unit) };
            axis_title(lang, unit, true, body, size, &mut key) + size * 1.6
        }
    };
    let bottom = body.y + body.height - size * 2.1;
    if bottom - top < LEAST_SIDE {
        return None;
    }
    let y = |value: f64| top + (bottom - top) * (1.0 - scale.share(value));
    let [mut left, mut right] = [0, 1].map(|side| labels(spec, model, indicator, sizes, side, &y));
    let all = left.len().max(right.len());
    let most = ((bottom - top + size) / (size * LEADING)) as usize;
    for side in [&mut left, &mut right] {
        // Selected lines come first; the least important do not fit.
        side.truncate(most);
        end_labels::part(side, top - size * 0.6, bottom + size * 0.6);
    }
    let dates = [0, 1].map(|at| words::date(spec, model, at));
    let half = dates.each_ref().map(|date| text::width(date, size, Weight::SemiBold) / 2.0);
    let room = |labels: &[EndLabel]| end_labels::widest(labels) + size * (REACH + 0.3);
    let x0 = body.x + room(&left).max(half[0]);
    let x1 = body.x + body.width - room(&right).max(half[1]);
    if x1 - x0 < LEAST_SIDE {
        return None;
    }
    let widest_plot = (bottom - top) * if page.is_panel { WIDEST_IN_PANEL } else { WIDEST };
    let spare = (x1 - x0 - widest_plot).max(0.0) / 2.0;
    let plot = Box2 { x: x0 + spare, y: top, width: x1 - x0 - 2.0 * spare, height: bottom - top };
    let xs = [plot.x, plot.x + plot.width];
    let hair = 0.6 * sizes.scale.max(0.7);

    let mut axes = Vec::new();
    // In a narrow plot the dates are moved apart.
    let narrow = half[0] + half[1] + size > plot.width;
    for (side, (x, date)) in xs.iter().zip(&dates).enumerate() {
        let line = Path::line(vec![[*x, top - size * 0.5], [*x, bottom + size * 0.4]]);
        axes.push(Node::Path(line.stroked(style::AXIS, hair)));
        let (x, anchor) = match (narrow, side) {
            (false, _) => (*x, Anchor::Middle),
            (true, 0) => (*x + size * 0.5, Anchor::End),
            (true, _) => (*x - size * 0.5, Anchor::Start),
        };
        axes.push(run(date.clone(), [x, bottom + size * 1.7], size, Weight::SemiBold, style::INK, anchor));
    }
    let mut lines = Vec::new();
    let crowd = model.of(SlopeRole::Context).count() > CROWD;
    for role in [SlopeRole::Context, SlopeRole::Benchmark, SlopeRole::Selected] {
        for (place, line) in model.of(role).enumerate() {
            let mut look = look(model, line, place, sizes);
            if crowd && role == SlopeRole::Context {
                look.width *= 0.6;
            }
            let ends = [[xs[0], y(line.moved.before)], [xs[1], y(line.moved.now)]];
            let datum =
                Datum { code: line.code.to_string(), label: words::sentences(spec, model, indicator, line) };
            draw_line(model, ends, &look, sizes, datum, &mut lines);
        }
    }
    let sides = [(&left, xs[0], true), (&right, xs[1], false)];
    let names =
        sides.into_iter().flat_map(|(labels, x, is_left)| end_labels::draw(labels, x, is_left, size, hair));
    let names: Vec<Node> = names.collect();
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    nodes.push(group(Role::Legend, key));
    nodes.push(group(Role::Axes, axes));
    nodes.push(group(Role::Lines, lines));
    nodes.push(group(Role::Labels, names));
    nodes.push(Node::Group(page.footer.clone()));
    let left_out = all.saturating_sub(most);
    let remark = (left_out > 0).then_some(Remark::NamesLeftOut { count: left_out });
    Some(Warned { value: nodes, remarks: remark.into_iter().collect() })
}

/// The look of the line at this position among those of its role.
fn look(model: &SlopeModel, line: &SlopeLine, place: usize, sizes: Sizes) -> Look {
    let scale = sizes.scale.max(0.7);
    match line.role {
        SlopeRole::Selected => {
            let colour = style::SERIES[place % style::SERIES.len()];
            Look { colour, width: 1.9 * scale, dashes: &[], marker: Some(place % MARKERS) }
        }
        SlopeRole::Benchmark => {
            Look { colour: style::BENCHMARKS[0], width: 1.4 * scale, dashes: &[5.0, 3.0], marker: None }
        }
        SlopeRole::Context => {
            let alone = model.of(SlopeRole::Selected).next().is_none();
            let colour = if alone { style::DOT_OTHER } else { style::CONTEXT };
            Look { colour, width: 0.8 * scale, dashes: &[], marker: None }
        }
    }
}

/// The labels of one side, the most important first.
fn labels(
    spec: &SlopeSpec,
    model: &SlopeModel,
    indicator: &Indicator,
    sizes: Sizes,
    side: usize,
    y: &dyn Fn(f64) -> f64,
) -> Vec<EndLabel> {
    let mut labels = Vec::new();
    for role in [SlopeRole::Selected, SlopeRole::Benchmark, SlopeRole::Context] {
        if role == SlopeRole::Context && !model.names_context() {
            continue;
        }
        for (place, line) in model.of(role).enumerate() {
            let at = [line.moved.before, line.moved.now][side];
            let value = value_text(spec.lang, indicator, Ok(at));
            let order = words::place(spec, model, line, side);
            let name = words::name(spec, model, line);
            let parts = match side {
                0 => [Some(name), Some(value), order],
                _ => [Some(value), Some(name), order],
            };
            let (size, weight) = match role {
                SlopeRole::Selected => (sizes.legend, Weight::SemiBold),
                SlopeRole::Benchmark => (sizes.legend, Weight::Regular),
                SlopeRole::Context => (sizes.footer.max(sizes.label), Weight::Regular),
            };
            let colour = match role {
                SlopeRole::Context => style::MUTED,
                _ => look(model, line, place, sizes).colour,
            };
            let words = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
            labels.push(EndLabel::new(y(at), words, size, weight, colour));
        }
    }
    labels
}

/// A line between its ends; just the ends if the series breaks between the dates.
fn draw_line(
    model: &SlopeModel,
    ends: [[f64; 2]; 2],
    look: &Look,
    sizes: Sizes,
    datum: Datum,
    nodes: &mut Vec<Node>,
) {
    let radius = 2.7 * sizes.scale.max(0.7);
    let is_joined = model.breaks.is_empty();
    if is_joined {
        let pattern: Vec<f64> = look.dashes.iter().map(|dash| dash * look.width).collect();
        let path = Path::new(Geometry::Lines(dashed(&ends, &pattern))).stroked(look.colour, look.width);
        nodes.push(Node::Path(path.meaning(datum.clone())));
    }
    for end in ends {
        let mark = match look.marker {
            Some(kind) => marker(kind, end, radius, look.colour),
            None if is_joined => marker(0, end, look.width * 1.6, look.colour),
            // The marker is all there is of this line.
            None => marker(0, end, (look.width * 1.6).max(radius * 0.65), look.colour),
        };
        // Ends not joined by a line each identify themselves.
        nodes.push(Node::Path(if is_joined { mark } else { mark.meaning(datum.clone()) }));
    }
}
