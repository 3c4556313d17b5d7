//! The layout of contributions to a change: a waterfall from the first value to the second, one bar for each part.

use crate::base::Rgb;
use crate::data::{Caption, Indicator};
use crate::figure::chart::scale::{Origin, Scale};
use crate::figure::chart::{LEAST_SIDE, axis_title, in_place};
use crate::figure::map::kinds::change::Direction;
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style::{self, Sizes};
use crate::figure::view::Prepared;
use crate::i18n::{self, Lang, texts};
use crate::scene::{Anchor, Datum, Fill, Group, Node, Path, Role, Weight, text};

use super::ContributionView;
use super::words;

/// What raises the value, and what lowers it.
const UP: Rgb = style::SERIES[0];
const DOWN: Rgb = style::SERIES[1];
/// The heights of a row, in type sizes: the lowest at which it is read, and the highest.
const CLOSEST: f64 = 1.25;
const WIDEST: f64 = 4.6;
/// The largest share of the width for names.
const WIDEST_NAME: f64 = 0.4;
/// The least share of the width for the bars and what they contribute, beside names and columns of own values.
const LEAST_BARS: f64 = 0.5;
/// A narrower body has no columns of the members' own values.
const NARROW: f64 = 380.0;

/// A row of the figure.
struct Line {
    name: String,
    weight: Weight,
    ink: Rgb,
    /// From where to where on the scale; the two ends of a whole value are one.
    span: [f64; 2],
    mark: Mark,
    /// The contribution, or the value of the whole.
    number: String,
    /// The member's own values.
    own: [String; 2],
    datum: Option<Datum>,
}

/// How a row is drawn.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    /// The value of the whole at a date.
    End,
    /// A part of the change.
    Bar,
    /// What the value would have been.
    Hollow,
}

/// How much room it needs to be read.
pub fn height(prepared: &Prepared<'_, ContributionView>, size: f64) -> f64 {
    let rows = match prepared.model.shows_sides(prepared.spec) {
        true => 6,
        false => prepared.model.order.len() + 2,
    };
    size * (rows as f64 * 1.6 + 6.0)
}

/// The nodes of the page; `None` where heading and footer leave no room.
pub fn nodes(
    prepared: &Prepared<'_, ContributionView>,
    indicator: &Indicator,
    page: &Page,
) -> Option<Vec<Node>> {
    let Prepared { spec, model, .. } = *prepared;
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let caption = Caption::from(indicator);
    if model.divided.is_none() {
        let why = prepared.remarks.iter().find(|remark| remark.code() == "undivided");
        let why =
            why.map_or_else(|| lang.text(texts::CONTRIBUTION_NO_MEMBERS).to_owned(), |why| why.text(lang));
        nodes.push(Node::Group(in_place(&why, body, sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Some(nodes);
    }
    let size = sizes.legend;
    let mut key = Vec::new();
    let unit = if spec.page.leaves_out_unit() || page.is_panel { "" } else { lang.pick(caption.unit) };
    let directions = directions(prepared);
    let top = key_nodes(lang, unit, &directions, body, size, &mut key) + size * 2.2;
    let bottom = body.y + body.height - size * 1.9;
    let most = ((bottom - top) / (size * CLOSEST)).floor() as usize;
    if most < 4 {
        return None;
    }
    let lines = match model.shows_sides(spec) {
        true => of_sides(prepared, indicator),
        false => of_members(prepared, caption, most),
    };
    let all = lines.iter().flat_map(|line| line.span);
    let scale = Scale::new(all, Origin::Free, if body.width < NARROW { 4 } else { 8 })?;
    let row = ((bottom - top) / lines.len() as f64).min(size * WIDEST);
    let wide = |text: &str, weight| text::width(text, size, weight);
    let widest = |pick: &dyn Fn(&Line) -> &str, weight| {
        lines.iter().map(|line| wide(pick(line), weight)).fold(0.0, f64::max)
    };
    let name_width = widest(&|line: &Line| &line.name, Weight::SemiBold).min(body.width * WIDEST_NAME) + 0.01;
    let dates = [0, 1].map(|at| words::date(spec, model, at));
    let taken: f64 =
        dates.iter().map(|date| text::width(date, sizes.footer, Weight::Regular) + size * 1.2).sum();
    // Columns go before the bars are squeezed.
    let has_own = body.width >= NARROW
        && lines.iter().any(|line| !line.own[0].is_empty())
        && body.width - name_width - taken >= body.width * LEAST_BARS;
    // The heads of the columns stand above them, in two lines where they are long.
    let mut columns: Vec<(f64, String)> = Vec::new();
    let mut right = body.x + body.width;
    let mut column = |head: String, width: f64| {
        columns.push((right, head.clone()));
        right -= width.max(text::width(&head, sizes.footer, Weight::Regular)) + size * 1.2;
    };
    let contribution = lang.text(texts::CONTRIBUTION_HEAD).to_owned();
    if has_own {
        column(dates[1].clone(), widest(&|line: &Line| &line.own[1], Weight::Regular));
        column(dates[0].clone(), widest(&|line: &Line| &line.own[0], Weight::Regular));
    }
    column(contribution, widest(&|line: &Line| &line.number, Weight::SemiBold));
    let left = body.x + name_width + size;
    let plot = Box2 { x: left, y: top, width: right - left, height: row * lines.len() as f64 };
    if plot.width < LEAST_SIDE {
        return None;
    }
    let x = |value: f64| plot.x + plot.width * scale.share(value);
    let hair = 0.6 * sizes.scale.max(0.7);
    let axes = axes(lang, &scale, plot, sizes, &x);
    let (mut marks, mut names) = (Vec::new(), Vec::new());
    for (at, head) in columns.iter().map(|(right, head)| (*right, head.clone())) {
        let at = [at, plot.y - size * 0.6];
        names.push(run(head, at, sizes.footer, Weight::Regular, style::MUTED, Anchor::End));
    }
    let mut running: Option<f64> = None;
    for (i, line) in lines.iter().enumerate() {
        let y = plot.y + row * i as f64;
        let middle = y + row / 2.0;
        let thick = (row * 0.58).min(size * 2.0);
        let [from, to] = line.span.map(x);
        if let Some(before) = running.filter(|_| line.mark != Mark::Hollow) {
            // The level that the next bar begins at.
            let link = Path::line(vec![[before, y - row / 2.0], [before, middle]]);
            marks.push(Node::Path(link.stroked(style::AXIS, hair * 0.8)));
        }
        let mark = match line.mark {
            Mark::Bar => {
                let colour = if line.span[1] < line.span[0] { DOWN } else { UP };
                let (low, wide) = (from.min(to), (to - from).abs().max(hair));
                Path::rect(low, middle - thick / 2.0, wide, thick).filled(Fill::Solid(colour))
            }
            Mark::End => {
                let wide = (size * 0.28).max(hair * 2.0);
                let bar = Path::rect(to - wide / 2.0, middle - thick * 0.75, wide, thick * 1.5);
                bar.filled(Fill::Solid(style::INK))
            }
            Mark::Hollow => Path::circle([to, middle], (thick * 0.42).min(size * 0.46))
                .filled(Fill::Solid(style::PAPER))
                .stroked(style::INK, hair * 1.8),
        };
        marks.push(Node::Path(match &line.datum {
            Some(datum) => mark.meaning(datum.clone()),
            None => mark,
        }));
        running = if line.mark == Mark::Hollow { None } else { Some(to) };
        let baseline = middle + size * 0.35;
        let others = lines.iter().map(|other| other.name.as_str());
        let name = text::ellipsize_among(&line.name, others, size, line.weight, name_width);
        names.push(run(name, [body.x, baseline], size, line.weight, line.ink, Anchor::Start));
        let mut texts: Vec<(&str, Weight, Rgb)> = Vec::new();
        if has_own {
            texts.push((&line.own[1], Weight::Regular, style::MUTED));
            texts.push((&line.own[0], Weight::Regular, style::MUTED));
        }
        texts.push((&line.number, Weight::SemiBold, style::INK));
        for ((right, _), (text, weight, ink)) in columns.iter().zip(texts) {
            names.push(run(text.to_owned(), [*right, baseline], size, weight, ink, Anchor::End));
        }
    }
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    nodes.push(group(Role::Legend, key));
    nodes.push(group(Role::Axes, axes));
    nodes.push(group(Role::Marks, marks));
    nodes.push(group(Role::Labels, names));
    nodes.push(Node::Group(page.footer.clone()));
    Some(nodes)
}

/// The grid with the numbers of its ticks.
fn axes(lang: Lang, scale: &Scale, plot: Box2, sizes: Sizes, x: &dyn Fn(f64) -> f64) -> Vec<Node> {
    let (size, hair, foot) = (sizes.legend, 0.6 * sizes.scale.max(0.7), plot.y + plot.height);
    let mut nodes = Vec::new();
    let mut taken = f64::NEG_INFINITY;
    for tick in &scale.ticks {
        let at = x(*tick);
        nodes.push(Node::Path(Path::line(vec![[at, plot.y], [at, foot]]).stroked(style::GRID, hair)));
        let label = scale.label(lang, *tick);
        let half = text::width(&label, size, Weight::Regular) / 2.0;
        if at - half >= taken {
            let place = [at, foot + size * 1.3];
            nodes.push(run(label, place, size, Weight::Regular, style::MUTED, Anchor::Middle));
            taken = at + half + size * 0.5;
        }
    }
    nodes
}

/// The rows of the members: as many as fit, those that contribute most, and the others together.
fn of_members(prepared: &Prepared<'_, ContributionView>, caption: Caption<'_>, most: usize) -> Vec<Line> {
    let Prepared { spec, model, .. } = *prepared;
    let lang = spec.lang;
    let Some(moved) = model.moved() else { return Vec::new() };
    let count = model.order.len();
    let kept = if count + 2 <= most { count } else { most - 3 };
    let mut shown = vec![true; count];
    if kept < count {
        let mut least: Vec<(usize, f64, bool)> =
            model.parts().enumerate().map(|(at, (part, marked))| (at, part.by.abs(), marked)).collect();
        // Marked ones stay, then those that contribute most.
        least.sort_by(|a, b| b.2.cmp(&a.2).then(b.1.total_cmp(&a.1)));
        least.iter().skip(kept).for_each(|(at, ..)| shown[*at] = false);
    }
    let mut lines = vec![end(prepared, caption, 0)];
    let mut running = moved.before;
    for ((part, is_marked), _) in model.parts().zip(&shown).filter(|(_, shown)| **shown) {
        let own = part.own.map(|value| words::own(lang, caption, value));
        lines.push(Line {
            name: part.name.clone(),
            weight: if is_marked { Weight::SemiBold } else { Weight::Regular },
            ink: style::INK,
            span: [running, running + part.by],
            mark: Mark::Bar,
            number: words::by(lang, model, caption, part.by),
            own,
            datum: Some(Datum {
                code: part.code.to_string(),
                label: words::part(lang, model, caption, part),
            }),
        });
        running += part.by;
    }
    let others = shown.iter().filter(|shown| !**shown).count();
    if others > 0 {
        let rest = moved.now - running;
        let name = texts::contribution_others(lang, i18n::number(lang, others as f64, 0));
        let number = words::by(lang, model, caption, rest);
        lines.push(Line {
            datum: Some(Datum { code: String::new(), label: format!("{name}: {number}") }),
            name,
            weight: Weight::Regular,
            ink: style::MUTED,
            span: [running, moved.now],
            mark: Mark::Bar,
            number,
            own: Default::default(),
        });
    }
    lines.push(end(prepared, caption, 1));
    lines
}

/// The rows of the numerator and the denominator, and what the rate would have been if one of them alone had moved.
fn of_sides(prepared: &Prepared<'_, ContributionView>, indicator: &Indicator) -> Vec<Line> {
    let Prepared { spec, model, sources, .. } = *prepared;
    let (lang, caption) = (spec.lang, Caption::from(indicator));
    let (Some(moved), Some(divided)) = (model.moved(), &model.divided) else { return Vec::new() };
    let (Some(effects), Some(alone)) = (divided.effects, divided.alone) else { return Vec::new() };
    let sides = words::sides(lang, indicator, sources.atlas);
    let mut lines = vec![end(prepared, caption, 0)];
    let mut running = moved.before;
    let names = [texts::contribution_numerator, texts::contribution_denominator];
    for ((effect, side), name) in effects.into_iter().zip(&sides).zip(names) {
        let (name, number) = (name(lang, side), words::by(lang, model, caption, effect));
        lines.push(Line {
            datum: Some(Datum { code: model.code.to_string(), label: format!("{name}: {number}") }),
            name,
            weight: Weight::Regular,
            ink: style::INK,
            span: [running, running + effect],
            mark: Mark::Bar,
            number,
            own: Default::default(),
        });
        running += effect;
    }
    lines.push(end(prepared, caption, 1));
    let names = [texts::CONTRIBUTION_ALONE_NUMERATOR, texts::CONTRIBUTION_ALONE_DENOMINATOR];
    for (value, name) in alone.into_iter().zip(names) {
        let (name, number) = (lang.text(name).to_owned(), words::own(lang, caption, Ok(value)));
        lines.push(Line {
            datum: Some(Datum { code: model.code.to_string(), label: format!("{name}: {number}") }),
            name,
            weight: Weight::Regular,
            ink: style::MUTED,
            span: [value; 2],
            mark: Mark::Hollow,
            number,
            own: Default::default(),
        });
    }
    lines
}

/// The row of the whole at a date.
fn end(prepared: &Prepared<'_, ContributionView>, caption: Caption<'_>, at: usize) -> Line {
    let Prepared { spec, model, .. } = *prepared;
    let value = model.moved().map_or(0.0, |moved| [moved.before, moved.now][at]);
    let written = words::ends(spec.lang, model, caption).map(|ends| ends[at].clone()).unwrap_or_default();
    let name =
        texts::contribution_end(spec.lang, words::whole(spec.lang, model), words::date(spec, model, at));
    Line {
        datum: Some(Datum { code: model.code.to_string(), label: format!("{name}: {written}") }),
        name,
        weight: Weight::SemiBold,
        ink: style::INK,
        span: [value; 2],
        mark: Mark::End,
        number: written,
        own: Default::default(),
    }
}

/// The directions that there are: the key explains no colour that is not there.
fn directions(prepared: &Prepared<'_, ContributionView>) -> Vec<Direction> {
    let Prepared { spec, model, .. } = *prepared;
    let effects = model.divided.iter().filter_map(|divided| divided.effects).flatten();
    let by: Vec<f64> = match model.shows_sides(spec) {
        true => effects.collect(),
        false => model.parts().map(|(part, _)| part.by).collect(),
    };
    let has = |direction: &Direction| by.iter().any(|by| Direction::of(*by) == *direction);
    [Direction::Up, Direction::Down].into_iter().filter(has).collect()
}

/// The unit and the meaning of the colours; returns where it ends.
fn key_nodes(
    lang: Lang,
    unit: &str,
    directions: &[Direction],
    body: Box2,
    size: f64,
    nodes: &mut Vec<Node>,
) -> f64 {
    // A change has no zero to start from.
    let mut y = axis_title(lang, unit, true, body, size, nodes) + size * 1.35;
    let mut x = body.x;
    for direction in directions {
        let (colour, name) = match direction {
            Direction::Down => (DOWN, texts::CONTRIBUTION_DOWN),
            _ => (UP, texts::CONTRIBUTION_UP),
        };
        let name = lang.text(name);
        let width = size * 1.4 + text::width(name, size, Weight::Regular);
        if x > body.x && x + width > body.x + body.width {
            (x, y) = (body.x, y + size * 1.35);
        }
        let square = Path::rect(x, y - size * 0.8, size * 0.9, size * 0.9).filled(Fill::Solid(colour));
        nodes.push(Node::Path(square));
        let at = [x + size * 1.4, y];
        nodes.push(run(name.to_owned(), at, size, Weight::Regular, style::INK, Anchor::Start));
        x += width + size * 1.4;
    }
    y
}
