//! The legend of two indicators: a square whose columns are the classes of the first and whose rows those of the
//! second.

use crate::data::Atlas;
use crate::document::{ClassSpan, MapSpec};
use crate::i18n::{self, texts};
use crate::scene::{Anchor, Fill, Geometry, Node, Path, Weight, text};

use crate::figure::map::MapModel;
use crate::figure::map::kinds::two::axis::Axis;
use crate::figure::map::kinds::two::bivariate::SIDE;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::figure::wording::value_text;

/// How many lines of a legend below the map it needs.
pub(crate) const LINES: usize = 13;

/// The minimum and maximum side of the square, in type sizes: each cell holds a count.
const SIDE_OF: std::ops::RangeInclusive<f64> = 6.0..=13.0;
/// Type size of its edges, units and counts, relative to the legend's.
const SMALL: f64 = 0.86;
/// Room for an arrow beside the square and around the word at its end, in type sizes.
const ARROW_ROOM: f64 = 1.1;
const WORD_ROOM: f64 = 1.4;

/// The minimum width it needs, in type sizes.
pub fn width(spec: &MapSpec, axes: &[Axis; 2]) -> f64 {
    let text = |text: &str| text::width(text, SMALL, Weight::Regular);
    let gutter = edges(spec, &axes[1]).iter().map(|edge| text(edge)).fold(0.0, f64::max) + ARROW_ROOM;
    gutter + SIDE_OF.start() + text(spec.lang.text(texts::HIGHER)) + WORD_ROOM
}

/// Lays the square out in the upper part of `area`, with names, arrows, edges and counts in type of `size`. Returns
/// its bottom; `None` where it does not fit.
pub fn square(
    spec: &MapSpec,
    (model, counts): (&MapModel, &[usize]),
    axes: &[Axis; 2],
    atlas: &Atlas,
    size: f64,
    area: Box2,
    nodes: &mut Vec<Node>,
) -> Option<f64> {
    let lang = spec.lang;
    let small = size * SMALL;
    let Box2 { x, y: top, width, .. } = area;
    let [first, second] = axes;
    let edges = [edges(spec, first), edges(spec, second)];
    let name_lines = |axis: &Axis| -> [Vec<String>; 2] {
        let Some(indicator) = atlas.catalogue.get(&axis.indicator) else { return Default::default() };
        [
            text::wrap(lang.pick(&indicator.name), size, Weight::SemiBold, width),
            text::wrap(lang.pick(&indicator.unit), small, Weight::Regular, width),
        ]
    };
    let mut y = top;
    let name = |lines: [Vec<String>; 2], y: &mut f64, nodes: &mut Vec<Node>| {
        let [names, units] = lines;
        for line in names {
            *y += size * 1.2;
            nodes.push(run(line, [x, *y], size, Weight::SemiBold, style::INK, Anchor::Start));
        }
        for line in units {
            *y += small * 1.25;
            nodes.push(run(line, [x, *y], small, Weight::Regular, style::MUTED, Anchor::Start));
        }
    };
    let below = name_lines(first);
    name(name_lines(second), &mut y, nodes);

    let higher = lang.text(texts::HIGHER);
    let higher_width = text::width(higher, small, Weight::Regular);
    let widest = |edges: &[String]| {
        edges.iter().map(|edge| text::width(edge, small, Weight::Regular)).fold(0.0, f64::max)
    };
    let arrow_room = size * ARROW_ROOM;
    let gutter = widest(&edges[1]) + arrow_room;
    // The word at the end of the lower arrow needs room on the right.
    let across = width - gutter - higher_width - size * WORD_ROOM;
    let heights =
        |lines: &[Vec<String>; 2]| lines[0].len() as f64 * size * 1.2 + lines[1].len() as f64 * small * 1.25;
    let down = area.y + area.height - y - heights(&below) - size * 5.5;
    let side = across.min(down).min(size * SIDE_OF.end());
    if side < size * SIDE_OF.start() {
        return None;
    }
    let cell = side / SIDE as f64;
    let left = x + gutter;
    y += small * 2.3;
    let bottom = y + side;

    for (i, (colour, count)) in model.colours.iter().zip(counts).enumerate() {
        let (column, row) = (i % SIDE, i / SIDE);
        let (cell_x, cell_y) = (left + column as f64 * cell, bottom - (row + 1) as f64 * cell);
        let path = Path::rect(cell_x, cell_y, cell, cell).filled(Fill::Solid(*colour));
        nodes.push(Node::Path(path.stroked(style::PAPER, 0.8)));
        let at = [cell_x + cell / 2.0, cell_y + cell / 2.0 + small * 0.35];
        let count = i18n::number(lang, *count as f64, 0);
        let mut ink = style::ink_on(*colour);
        if spec.page.ink.is_black_and_white() {
            // A number can be read on paper, and not on a pattern.
            let half = text::width(&count, small, Weight::Regular) / 2.0 + small * 0.25;
            let (x, y) = (at[0] - half, at[1] - small * 0.95);
            nodes.push(Node::Path(
                Path::rect(x, y, half * 2.0, small * 1.25).filled(Fill::Solid(style::PAPER)),
            ));
            ink = style::INK;
        }
        nodes.push(run(count, at, small, Weight::Regular, ink, Anchor::Middle));
    }
    for (axis, edges, upright) in [(first, &edges[0], false), (second, &edges[1], true)] {
        let centres = edge_places(axis).map(|place| place * cell);
        let centres = match upright {
            true => centres.collect(),
            false => apart(centres.collect(), edges, |edge| text::width(edge, small, Weight::Regular), small),
        };
        for (along, edge) in centres.into_iter().zip(edges) {
            let (at, anchor) = match upright {
                true => ([left - arrow_room, bottom - along + small * 0.35], Anchor::End),
                false => ([left + along, bottom + arrow_room + small * 0.9], Anchor::Middle),
            };
            nodes.push(run(edge.clone(), at, small, Weight::Regular, style::INK, anchor));
        }
    }
    let away = arrow_room * 0.5;
    let beyond = size * 0.6;
    arrow([left - away, bottom], [left - away, bottom - side - beyond], size, nodes);
    arrow([left, bottom + away], [left + side + beyond, bottom + away], size, nodes);
    let over = [left - away + size * 0.6, bottom - side - small * 0.45];
    nodes.push(run(higher.into(), over, small, Weight::Regular, style::MUTED, Anchor::Start));
    let beside = [left + side + size, bottom + away + small * 0.35];
    nodes.push(run(higher.into(), beside, small, Weight::Regular, style::MUTED, Anchor::Start));

    y = bottom + arrow_room + small * 1.5;
    name(below, &mut y, nodes);
    Some(y + size * 0.5)
}

/// The centres of the edge labels along the x axis; where two would touch, both move just enough to leave `gap`
/// between them.
pub fn apart(mut centres: Vec<f64>, edges: &[String], width: impl Fn(&str) -> f64, gap: f64) -> Vec<f64> {
    if let ([first, second], [a, b]) = (&mut centres[..], edges) {
        let missing = ((width(a) + width(b)) / 2.0 + gap - (*second - *first)).max(0.0);
        *first -= missing / 2.0;
        *second += missing / 2.0;
    }
    centres
}

fn arrow(from: [f64; 2], to: [f64; 2], size: f64, nodes: &mut Vec<Node>) {
    let length = (to[0] - from[0]).hypot(to[1] - from[1]).max(1e-9);
    let along = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    let (head, half) = (size * 0.55, size * 0.26);
    let neck = [to[0] - along[0] * head, to[1] - along[1] * head];
    let wing = |sign: f64| [neck[0] - sign * along[1] * half, neck[1] + sign * along[0] * half];
    nodes.push(Node::Path(Path::line(vec![from, neck]).stroked(style::MUTED, size * 0.09)));
    let tip = Path::new(Geometry::Rings(vec![vec![to, wing(1.0), wing(-1.0)]]));
    nodes.push(Node::Path(tip.filled(Fill::Solid(style::MUTED))));
}

/// The edges between the classes of an axis, as text.
pub fn edges(spec: &MapSpec, axis: &Axis) -> Vec<String> {
    let Some((decimals, intervals)) = &axis.rounded else { return Vec::new() };
    let inner = &intervals.uppers()[..intervals.len() - 1];
    inner.iter().map(|edge| i18n::number(spec.lang, *edge, *decimals)).collect()
}

/// The positions of those edges in cells from the lowest: between the cells in use.
pub fn edge_places(axis: &Axis) -> impl Iterator<Item = f64> {
    axis.places().windows(2).map(|pair| (pair[0] + pair[1] + 1) as f64 / 2.0)
}

/// The overall values.
pub fn overall(spec: &MapSpec, axes: &[Axis; 2], atlas: &Atlas) -> Option<String> {
    let lang = spec.lang;
    let text = |axis: &Axis| {
        let indicator = atlas.catalogue.get(&axis.indicator)?;
        Some((lang.pick(&indicator.short), value_text(lang, indicator, Ok(axis.overall?))))
    };
    let [(first, a), (second, b)] = [text(&axes[0])?, text(&axes[1])?];
    Some(texts::legend_overall_two(lang, first, &a, second, &b))
}

/// How the classes were made.
pub fn note(spec: &MapSpec, has_dates: bool) -> String {
    let lang = spec.lang;
    let span = match spec.classes.span {
        ClassSpan::AllDates if has_dates => format!(" {}", lang.text(texts::LEGEND_ALL_DATES)),
        ClassSpan::ThisDate | ClassSpan::AllDates => String::new(),
    };
    texts::legend_two(lang, lang.scheme(spec.scheme()), &span)
}
