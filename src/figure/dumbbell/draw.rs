//! The layout of a dumbbell chart.

use crate::base::Rgb;
use crate::data::Indicator;
use crate::document::DumbbellSpec;
use crate::figure::chart::marks::marker;
use crate::figure::chart::scale::{Origin, Scale};
use crate::figure::chart::{LEAST_SIDE, axis_title, in_place};
use crate::figure::map::kinds::change::Direction;
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::figure::slope::{SlopeLine, SlopeRole, courses, date};
use crate::i18n::{Lang, texts};
use crate::scene::{Anchor, Datum, Fill, Group, Node, Path, Role, Weight, text};

use super::model::DumbbellModel;
use super::words;

/// The marker of the earlier date is the hollow one of the later.
const BEFORE: usize = 4;
const NOW: usize = 0;
const UP: Rgb = style::SERIES[0];
const DOWN: Rgb = style::SERIES[1];
/// The heights of a row: the lowest in sizes of the labels' type, the highest in that of the legend's.
const CLOSEST: f64 = 1.25;
const WIDEST: f64 = 2.4;
/// The largest share of the width for names.
const WIDEST_NAME: f64 = 0.34;
/// The room above the rows for the key and the heads, and below for the ticks, in sizes of the legend's type.
const HEAD: f64 = 5.4;
const FOOT: f64 = 1.9;
/// A narrower body leaves out the columns of the two values, which the dots show.
const NARROW: f64 = 340.0;

/// How many rows fit.
pub fn most(page: &Page) -> usize {
    let height = page.body.height - page.sizes.legend * (HEAD + FOOT);
    (height / (page.sizes.label * CLOSEST)).floor().max(0.0) as usize
}

/// How much room it needs to show every row.
pub fn height(model: &DumbbellModel, size: f64) -> f64 {
    size * (model.slope.lines.len() as f64 * 1.45 + HEAD + FOOT + 0.2)
}

/// The nodes of the page; `None` where heading and footer leave no room.
pub fn nodes(
    spec: &DumbbellSpec,
    model: &DumbbellModel,
    most: usize,
    indicator: &Indicator,
    page: &Page,
) -> Option<Vec<Node>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.slope.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let rows = model.shown(most);
    let values = rows.iter().flat_map(|line| [line.moved.before, line.moved.now]);
    let narrow = body.width < NARROW;
    let Some(scale) = Scale::new(values, Origin::ZeroWhenNear, if narrow { 4 } else { 8 }) else {
        nodes.push(Node::Group(in_place(lang.text(texts::SLOPE_NO_PAIRS), body, sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Some(nodes);
    };
    let large = sizes.legend;
    let mut key = Vec::new();
    let unit =
        if spec.slope.page.leaves_out_unit() || page.is_panel { "" } else { lang.pick(&indicator.unit) };
    let is_from_zero = scale.has_zero() || page.is_panel;
    let y = axis_title(lang, unit, is_from_zero, body, large, &mut key);
    let dates = [0, 1].map(|at| date(&spec.slope, &model.slope, at));
    let top = key_nodes(lang, &dates, &rows, [body.x, y + large * 1.4], body, large, &mut key) + large * 2.1;
    let bottom = body.y + body.height - large * FOOT;
    let row = ((bottom - top) / rows.len() as f64).min(large * WIDEST);
    let size = (row / CLOSEST).min(large);
    if size < sizes.label * 0.8 {
        return None;
    }
    let courses = courses(&spec.slope, indicator, &rows);
    let named: Vec<String> = rows.iter().map(|line| words::name(spec, line)).collect();
    let wide = |text: &str| text::width(text, size, Weight::SemiBold);
    let name_width = named.iter().map(|name| wide(name)).fold(0.0, f64::max).min(body.width * WIDEST_NAME);
    // The columns, from the right: the change, the later value, the earlier one.
    let heads = [dates[0].clone(), dates[1].clone(), lang.text(texts::SLOPE_DIFFERENCE).to_owned()];
    let mut right = body.x + body.width;
    let mut columns = Vec::new();
    for at in [2, 1, 0] {
        if narrow && at < 2 {
            continue;
        }
        columns.push((at, right));
        let widest = courses.iter().map(|course| wide(&course[at])).fold(0.0, f64::max);
        right -= widest.max(text::width(&heads[at], sizes.footer, Weight::Regular)) + large * 1.1;
    }
    let left = body.x + name_width + large;
    let plot = Box2 { x: left, y: top, width: right - left, height: row * rows.len() as f64 };
    if plot.width < LEAST_SIDE {
        return None;
    }
    let x = |value: f64| plot.x + plot.width * scale.share(value);
    let hair = 0.6 * sizes.scale.max(0.7);
    let foot = plot.y + plot.height;
    let (mut axes, mut marks, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    let mut taken = f64::NEG_INFINITY;
    for tick in &scale.ticks {
        let at = x(*tick);
        axes.push(Node::Path(Path::line(vec![[at, plot.y], [at, foot]]).stroked(style::GRID, hair)));
        let label = scale.label(lang, *tick);
        let half = text::width(&label, large, Weight::Regular) / 2.0;
        if at - half >= taken {
            let place = [at, foot + large * 1.3];
            axes.push(run(label, place, large, Weight::Regular, style::MUTED, Anchor::Middle));
            taken = at + half + large * 0.5;
        }
    }
    for (at, right) in &columns {
        let place = [*right, plot.y - large * 0.6];
        let head = heads[*at].clone();
        labels.push(run(head, place, sizes.footer, Weight::Regular, style::MUTED, Anchor::End));
    }
    let radius = (row * 0.3).min(large * 0.42);
    let is_joined = model.slope.breaks.is_empty();
    for (i, line) in rows.iter().enumerate() {
        let middle = plot.y + row * (i as f64 + 0.5);
        let colour = colour(line);
        let stands_out = line.role != SlopeRole::Context;
        let ends = [x(line.moved.before), x(line.moved.now)];
        if line.role == SlopeRole::Benchmark {
            let band = Path::rect(body.x, middle - row / 2.0, body.width, row);
            axes.push(Node::Path(band.filled(Fill::Solid(style::BACKGROUND))));
        }
        if is_joined {
            let width = if stands_out { radius * 0.9 } else { radius * 0.6 };
            let join = Path::line(vec![[ends[0], middle], [ends[1], middle]]).stroked(colour, width);
            marks.push(Node::Path(join));
        }
        let datum = Datum { code: line.code.to_string(), label: words::row(spec, indicator, line) };
        for (kind, end) in [(BEFORE, ends[0]), (NOW, ends[1])] {
            let dot = marker(kind, [end, middle], radius, colour);
            marks.push(Node::Path(dot.meaning(datum.clone())));
        }
        let baseline = middle + size * 0.35;
        let weight = if stands_out { Weight::SemiBold } else { Weight::Regular };
        let others = named.iter().map(String::as_str);
        let name = text::ellipsize_among(&named[i], others, size, weight, name_width + 0.01);
        labels.push(run(name, [body.x, baseline], size, weight, style::INK, Anchor::Start));
        for (at, right) in &columns {
            let weight = if *at == 2 || stands_out { Weight::SemiBold } else { Weight::Regular };
            let ink = if *at == 2 { style::INK } else { style::MUTED };
            labels.push(run(courses[i][*at].clone(), [*right, baseline], size, weight, ink, Anchor::End));
        }
    }
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    nodes.push(group(Role::Legend, key));
    nodes.push(group(Role::Axes, axes));
    nodes.push(group(Role::Marks, marks));
    nodes.push(group(Role::Labels, labels));
    nodes.push(Node::Group(page.footer.clone()));
    Some(nodes)
}

/// The colour of a row by the direction of its change.
fn colour(line: &SlopeLine) -> Rgb {
    let hue = match line.moved.direction() {
        Direction::Up => UP,
        Direction::Down => DOWN,
        Direction::Same => style::DOT_OTHER,
    };
    if line.role == SlopeRole::Benchmark { style::BENCHMARKS[0] } else { hue }
}

/// The meaning of the dots and the colours, in as many rows as it takes; returns where it ends.
fn key_nodes(
    lang: Lang,
    dates: &[String; 2],
    rows: &[&SlopeLine],
    [left, first]: [f64; 2],
    body: Box2,
    size: f64,
    nodes: &mut Vec<Node>,
) -> f64 {
    let (mut x, mut y) = (left, first);
    let radius = size * 0.42;
    // The key explains no colour that is not there.
    let has = |direction| rows.iter().any(|line| line.moved.direction() == direction);
    let colours = [(Direction::Up, UP, texts::DUMBBELL_UP), (Direction::Down, DOWN, texts::DUMBBELL_DOWN)];
    let colours = colours.into_iter().filter(|(direction, ..)| has(*direction));
    let entries = [(Some(BEFORE), style::INK, dates[0].as_str()), (Some(NOW), style::INK, dates[1].as_str())]
        .into_iter()
        .chain(colours.map(|(_, colour, name)| (None, colour, lang.text(name))));
    for (mark, colour, name) in entries {
        let width = size * 1.8 + text::width(name, size, Weight::Regular);
        if x > left && x + width > body.x + body.width {
            (x, y) = (left, y + size * 1.35);
        }
        let middle = [x + size * 0.7, y - size * 0.34];
        nodes.push(Node::Path(match mark {
            Some(kind) => marker(kind, middle, radius, colour),
            None => {
                Path::line(vec![[x, middle[1]], [x + size * 1.3, middle[1]]]).stroked(colour, radius * 0.9)
            }
        }));
        let at = [x + size * 1.8, y];
        nodes.push(run(name.to_owned(), at, size, Weight::Regular, style::INK, Anchor::Start));
        x += width + size * 1.4;
    }
    y
}
