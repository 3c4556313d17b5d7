//! The layout of a profile.

use crate::base::Rgb;
use crate::data::{Atlas, Caption};
use crate::document::SpineSpec;
use crate::figure::chart::marks::marker;
use crate::figure::chart::{LEAST_SIDE, in_place};
use crate::figure::map::kinds::change::Direction;
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style::{self, Sizes};
use crate::figure::wording::{reference_name, value_text};
use crate::i18n::{self, Lang, texts};
use crate::scene::{Anchor, Datum, Fill, Geometry, Group, Node, Path, Role, Weight, text};

use super::model::{Before, SpineModel, SpineRow, Verdict};
use super::words;

const BETTER: Rgb = style::SERIES[2];
const WORSE: Rgb = style::SERIES[1];
const NEITHER: Rgb = style::INK;
/// The least and the greatest height of a row, in type sizes.
const ROWS: [f64; 2] = [2.0, 2.4];
/// The least height of a row beside other elements, where the names of themes give way so that all rows are there.
const CLOSE: f64 = 1.55;
const LEADING: f64 = 1.3;
/// The largest share of the width for the names.
const WIDEST_NAME: f64 = 0.34;
/// The width of a course, in type sizes.
const SPARK: f64 = 6.0;

/// A line of the profile.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Line {
    Theme(usize),
    Row(usize),
}

/// Which rows are on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The positions of its rows.
    pub rows: Vec<usize>,
    /// Which page it is, from 1, and how many there are.
    pub part: usize,
    pub of: usize,
    /// Which one was asked for.
    pub asked: usize,
}

/// The lines of each page: every theme has its name above its rows, again where it goes on over the page.
fn pages(model: &SpineModel, room: usize, has_themes: bool) -> Vec<Vec<Line>> {
    let mut pages: Vec<Vec<Line>> = vec![Vec::new()];
    let mut theme = None;
    for (i, row) in model.rows.iter().enumerate() {
        let is_new = has_themes && theme != Some(row.theme);
        let needed = if is_new { 2 } else { 1 };
        if let Some(last) = pages.last()
            && !last.is_empty()
            && last.len() + needed > room
        {
            pages.push(Vec::new());
            theme = None;
        }
        let Some(page) = pages.last_mut() else { continue };
        if has_themes && theme != Some(row.theme) {
            page.push(Line::Theme(row.theme));
            theme = Some(row.theme);
        }
        page.push(Line::Row(i));
    }
    pages
}

/// How much room rows need to be read, with their head and key.
pub fn height(model: &SpineModel, size: f64) -> f64 {
    let lines = pages(model, usize::MAX, true).iter().map(Vec::len).sum::<usize>();
    size * (lines as f64 * 2.1 + 5.5)
}

/// The head, and where rows begin.
fn top_of(lang: Lang, model: &SpineModel, body: Box2, size: f64, nodes: &mut Vec<Node>) -> f64 {
    key_nodes(lang, model, body, size, nodes) + size * 1.7
}

/// The pages of a profile, where their rows begin, and the least height of a row.
struct Pages {
    top: f64,
    least: f64,
    /// How many lines there is room for.
    room: usize,
    lines: Vec<Vec<Line>>,
}

impl Pages {
    fn of(spec: &SpineSpec, model: &SpineModel, page: &Page) -> Self {
        let (body, size) = (page.body, page.sizes.legend);
        let top = top_of(spec.lang, model, body, size, &mut Vec::new());
        let room = |least: f64| ((body.y + body.height - top) / (size * least)).max(0.0) as usize;
        let made = |least: f64, has_themes| {
            let room = room(least);
            Self { top, least, room, lines: pages(model, room.max(2), has_themes) }
        };
        let usual = made(ROWS[0], true);
        if spec.page.part.is_none() || usual.lines.len() == 1 {
            return usual;
        }
        let close = made(CLOSE, false);
        if close.lines.len() == 1 { close } else { usual }
    }
}

/// Which rows are on the page that is asked for.
pub fn shown(spec: &SpineSpec, model: &SpineModel, page: &Page) -> Shown {
    let pages = Pages::of(spec, model, page).lines;
    let part = spec.part.clamp(1, pages.len());
    let rows = pages[part - 1].iter().filter_map(|line| match line {
        Line::Row(i) => Some(*i),
        Line::Theme(_) => None,
    });
    Shown { rows: rows.collect(), part, of: pages.len(), asked: spec.part }
}

/// The cells of a row, as text.
struct Cells {
    name: String,
    date: String,
    value: String,
    ats: String,
    low: String,
    high: String,
    place: String,
    since: String,
}

fn cells(lang: Lang, caption: Caption<'_>, row: &SpineRow) -> Cells {
    // The unit is beside the value: it would be written four times.
    let number = |x: f64| i18n::number(lang, x, caption.decimals);
    let since = match &row.before {
        Before::Moved(date, _) => reference_name(lang, caption.stated(*date)),
        Before::Broken(_) | Before::Nothing => String::new(),
    };
    Cells {
        name: lang.pick(caption.name).to_owned(),
        date: words::dated(lang, caption, row),
        value: row.value.map(|value| value_text(lang, caption, value)).unwrap_or_default(),
        ats: row.ats.map(number).unwrap_or_default(),
        low: row.peers.map(|peers| number(peers.min)).unwrap_or_default(),
        high: row.peers.map(|peers| number(peers.max)).unwrap_or_default(),
        place: words::place(lang, row).unwrap_or_default(),
        since,
    }
}

/// Where the columns are: the right edge of each number, and the ends of the plot.
struct Columns {
    name: f64,
    value: f64,
    ats: f64,
    low: Option<f64>,
    plot: [f64; 2],
    high: Option<f64>,
    place: f64,
    since: Option<f64>,
    /// The ends of the courses.
    spark: Option<[f64; 2]>,
}

impl Columns {
    fn new(lang: Lang, all: &[Cells], has_sparks: bool, body: Box2, sizes: Sizes) -> Option<Self> {
        let (size, small) = (sizes.legend, sizes.footer.max(sizes.label));
        let width = |text: &str, weight| text::width(text, size, weight);
        let column = |head: &str, cell: &dyn Fn(&Cells) -> &str| {
            let cells = all.iter().map(|cells| width(cell(cells), Weight::SemiBold)).fold(0.0, f64::max);
            if cells == 0.0 { 0.0 } else { cells.max(width(head, Weight::SemiBold)) + size * 0.9 }
        };
        let head = |text| lang.text(text);
        let value = column(head(texts::SPINE_HEAD_VALUE), &|cells| &cells.value);
        let ats = column("ATS", &|cells| &cells.ats);
        let low = column(head(texts::SPINE_HEAD_LOW), &|cells| &cells.low);
        let high = column(head(texts::SPINE_HEAD_HIGH), &|cells| &cells.high);
        let place = column(head(texts::SPINE_HEAD_PLACE), &|cells| &cells.place);
        let since = column(head(texts::SPINE_HEAD_SINCE), &|cells| &cells.since);
        let since = if since > 0.0 { since + size } else { 0.0 };
        let spark = width(head(texts::SPINE_HEAD_COURSE), Weight::SemiBold).max(size * SPARK) + size;
        let spark = if has_sparks { spark } else { 0.0 };
        let dated = |cells: &Cells| {
            width(&cells.name, Weight::Regular)
                + text::width(&cells.date, small, Weight::Regular)
                + size * 0.8
        };
        let name = all.iter().map(dated).fold(0.0, f64::max).min(body.width * WIDEST_NAME);
        let least = LEAST_SIDE * 2.0;
        // In a narrow figure what the table has too goes first.
        for (ends, trend) in [(true, true), (false, true), (false, false)] {
            let [low, high] = [low, high].map(|width| if ends { width } else { 0.0 });
            let [since, spark] = [since, spark].map(|width| if trend { width } else { 0.0 });
            let gap = size * 0.8;
            let plot = body.width - name - value - ats - low - high - place - since - spark - 2.0 * gap;
            if plot < least {
                continue;
            }
            let first = body.x + name;
            let after_low = first + value + ats + low;
            let plot = [after_low + gap, after_low + gap + plot];
            let after_plot = plot[1] + gap;
            let after_place = after_plot + high + place;
            return Some(Self {
                name,
                value: first + value,
                ats: first + value + ats,
                low: (low > 0.0).then_some(after_low),
                plot,
                high: (high > 0.0).then_some(after_plot + high),
                place: after_place,
                spark: (spark > 0.0).then_some([after_place + size, after_place + spark]),
                since: (since > 0.0).then_some(after_place + spark + since),
            });
        }
        None
    }
}

/// The nodes of the page; `None` where heading and footer leave no room.
pub fn nodes(
    spec: &SpineSpec,
    model: &SpineModel,
    shown: &Shown,
    page: &Page,
    atlas: &Atlas,
) -> Option<Vec<Node>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    let size = sizes.legend;
    let mut nodes = vec![Node::Group(page.heading.clone())];
    if model.rows.is_empty() {
        nodes.push(Node::Group(in_place(words::nothing(spec), body, sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Some(nodes);
    }
    let Pages { top, least, room, mut lines } = Pages::of(spec, model, page);
    if room < 2 {
        return None;
    }
    let caption = |row: &SpineRow| atlas.caption(&row.indicator).ok();
    let all: Vec<Cells> = model.rows.iter().filter_map(|row| Some(cells(lang, caption(row)?, row))).collect();
    let has_sparks = model.rows.iter().any(|row| !row.spark.is_empty());
    let columns = Columns::new(lang, &all, has_sparks, body, sizes)?;
    let lines = lines.swap_remove(shown.part - 1);
    // Only a page that goes on over several is as full as it can be.
    let row = ((body.y + body.height - top) / lines.len() as f64).clamp(size * least, size * ROWS[1]);
    let (mut key, mut axes, mut marks, mut labels) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    top_of(lang, model, body, size, &mut key);
    head(lang, &columns, body, top, size, &mut labels);
    let hair = 0.6 * sizes.scale.max(0.7);
    let middle = (columns.plot[0] + columns.plot[1]) / 2.0;
    let end = top + row * lines.len() as f64;
    let mut first = top;
    for (i, line) in lines.iter().enumerate() {
        let y = top + row * i as f64;
        let baseline = y + row / 2.0 + size * 0.35;
        match line {
            Line::Theme(theme) => {
                if y > first {
                    axes.push(Node::Path(
                        Path::line(vec![[middle, first], [middle, y]]).stroked(style::INK, hair),
                    ));
                }
                first = y + row;
                let name = atlas.catalogue.themes().get(*theme).map(|theme| lang.pick(&theme.name));
                let name = name.unwrap_or_default().to_owned();
                labels.push(run(name, [body.x, baseline], size, Weight::SemiBold, style::INK, Anchor::Start));
                let rule = Path::line(vec![[body.x, y + row], [body.x + body.width, y + row]]);
                axes.push(Node::Path(rule.stroked(style::GRID, hair)));
            }
            Line::Row(i) => {
                let shown = &model.rows[*i];
                let Some(caption) = caption(shown) else { continue };
                let datum =
                    Datum { code: shown.indicator.clone(), label: words::sentence(lang, caption, shown) };
                spine(lang, shown, &columns, [y, row], sizes, &datum, &mut marks, &mut labels);
                numbers(
                    &all[*i],
                    shown,
                    &columns,
                    body,
                    baseline,
                    sizes,
                    lang.pick(caption.short),
                    &mut labels,
                );
                if let Some(ends) = columns.spark {
                    marks.extend(course(&shown.spark, ends, [y, row], hair));
                }
                if let Before::Moved(_, moved) = &shown.before
                    && let Some(right) = columns.since
                {
                    let x = right - text::width(&all[*i].since, size, Weight::Regular) - size * 0.8;
                    marks.push(Node::Path(arrow(moved.direction(), [x, y + row / 2.0], size * 0.34)));
                }
            }
        }
    }
    axes.push(Node::Path(Path::line(vec![[middle, first], [middle, end]]).stroked(style::INK, hair)));
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    nodes.push(group(Role::Legend, key));
    nodes.push(group(Role::Axes, axes));
    nodes.push(group(Role::Marks, marks));
    nodes.push(group(Role::Labels, labels));
    nodes.push(Node::Group(page.footer.clone()));
    Some(nodes)
}

/// The names of the columns.
fn head(lang: Lang, columns: &Columns, body: Box2, top: f64, size: f64, nodes: &mut Vec<Node>) {
    let y = top - size * 0.5;
    let mut push = |text: &str, x: f64, anchor| {
        nodes.push(run(text.to_owned(), [x, y], size, Weight::SemiBold, style::MUTED, anchor));
    };
    push(lang.text(texts::SPINE_HEAD_INDICATOR), body.x, Anchor::Start);
    let ends = [
        (texts::SPINE_HEAD_VALUE, (columns.value > body.x + columns.name).then_some(columns.value)),
        (texts::LEVEL_ATS, (columns.ats > columns.value).then_some(columns.ats)),
        (texts::SPINE_HEAD_LOW, columns.low),
        (texts::SPINE_HEAD_HIGH, columns.high),
        (texts::SPINE_HEAD_PLACE, (columns.value > body.x + columns.name).then_some(columns.place)),
        (texts::SPINE_HEAD_COURSE, columns.spark.map(|[_, right]| right)),
        (texts::SPINE_HEAD_SINCE, columns.since),
    ];
    for (text, x) in ends {
        if let Some(x) = x {
            push(lang.text(text), x, Anchor::End);
        }
    }
}

/// The name and the numbers of a row.
#[allow(clippy::too_many_arguments, reason = "one row of one table")]
fn numbers(
    cells: &Cells,
    row: &SpineRow,
    columns: &Columns,
    body: Box2,
    y: f64,
    sizes: Sizes,
    short: &str,
    nodes: &mut Vec<Node>,
) {
    let (size, small) = (sizes.legend, sizes.footer.max(sizes.label));
    let after = text::width(&cells.date, small, Weight::Regular) + size * 0.8;
    let fits = |name: &str| text::width(name, size, Weight::Regular) + after <= columns.name;
    let name = if fits(&cells.name) { &cells.name } else { short };
    let end = body.x + text::width(name, size, Weight::Regular) + size * 0.4;
    nodes.push(run(name.to_owned(), [body.x, y], size, Weight::Regular, style::INK, Anchor::Start));
    nodes.push(run(cells.date.clone(), [end, y], small, Weight::Regular, style::MUTED, Anchor::Start));
    let is_known = row.known().is_some();
    let weight = if is_known { Weight::SemiBold } else { Weight::Italic };
    let colour = if is_known { style::INK } else { style::MUTED };
    let mut push = |text: &String, x: Option<f64>, weight, colour| {
        if let Some(x) = x.filter(|_| !text.is_empty()) {
            nodes.push(run(text.clone(), [x, y], size, weight, colour, Anchor::End));
        }
    };
    push(&cells.value, Some(columns.value), weight, colour);
    push(&cells.ats, Some(columns.ats), Weight::Regular, style::INK);
    push(&cells.low, columns.low, Weight::Regular, style::MUTED);
    push(&cells.high, columns.high, Weight::Regular, style::MUTED);
    push(&cells.place, Some(columns.place), Weight::Regular, style::INK);
    push(&cells.since, columns.since, Weight::Regular, style::MUTED);
}

/// The spans of the peers and the mark of the territory.
#[allow(clippy::too_many_arguments, reason = "one row of one table")]
fn spine(
    lang: Lang,
    row: &SpineRow,
    columns: &Columns,
    [y, height]: [f64; 2],
    sizes: Sizes,
    datum: &Datum,
    marks: &mut Vec<Node>,
    labels: &mut Vec<Node>,
) {
    let [left, right] = columns.plot;
    let (middle, half) = ((left + right) / 2.0, (right - left) / 2.0);
    let (Some(centre), Some(peers)) = (row.middle(), row.peers) else {
        let reason = row.value.and_then(Result::err).unwrap_or(crate::data::Absence::Missing);
        let at = [middle + sizes.legend * 0.6, y + height / 2.0 + sizes.legend * 0.35];
        let absent = lang.absence(reason).to_owned();
        labels.push(run(absent, at, sizes.legend, Weight::Italic, style::MUTED, Anchor::Start));
        return;
    };
    let all = [Some(peers.min), Some(peers.max), row.known()];
    let reach = all.into_iter().flatten().map(|x| (x - centre).abs()).fold(0.0, f64::max);
    let x = |value: f64| if reach > 0.0 { middle + half * (value - centre) / reach } else { middle };
    let mut bar = |from: f64, to: f64, thick: f64, colour: Rgb| {
        let thick = height * thick;
        let rect = Path::rect(x(from), y + (height - thick) / 2.0, (x(to) - x(from)).max(0.4), thick);
        marks.push(Node::Path(rect.filled(Fill::Solid(colour)).meaning(datum.clone())));
    };
    if row.is_constant() {
        let at = [middle + sizes.legend * 0.9, y + height / 2.0 + sizes.legend * 0.35];
        let equal = lang.text(texts::SPINE_EQUAL).to_owned();
        labels.push(run(equal, at, sizes.legend, Weight::Italic, style::MUTED, Anchor::Start));
    } else {
        bar(peers.min, peers.max, 0.62, style::GRID);
        if let Some([q1, _, q3]) = row.quartiles() {
            bar(q1, q3, 0.62, style::CONTEXT);
        }
    }
    if let Some(value) = row.known() {
        let (kind, colour) = look(row.verdict);
        let radius = (height * 0.27).min(sizes.legend * 0.42);
        let mark = marker(kind, [x(value), y + height / 2.0], radius, colour);
        marks.push(Node::Path(mark.meaning(datum.clone())));
    }
}

/// The course of a row on its own scale, with a dot at its last value.
fn course(
    stretches: &[Vec<[f64; 2]>],
    [left, right]: [f64; 2],
    [y, height]: [f64; 2],
    hair: f64,
) -> Vec<Node> {
    let place =
        |[x, value]: [f64; 2]| [left + (right - left - hair * 3.0) * x, y + height * (0.78 - 0.56 * value)];
    let mut nodes = Vec::new();
    for stretch in stretches {
        let points: Vec<[f64; 2]> = stretch.iter().copied().map(place).collect();
        nodes.push(Node::Path(match points.as_slice() {
            [only] => Path::circle(*only, hair).filled(Fill::Solid(style::MUTED)),
            _ => Path::line(points).stroked(style::MUTED, hair * 1.4),
        }));
    }
    if let Some(last) = stretches.last().and_then(|stretch| stretch.last()) {
        nodes.push(Node::Path(Path::circle(place(*last), hair * 2.2).filled(Fill::Solid(style::INK))));
    }
    nodes
}

/// The shape and the colour of a mark: both differ, for who sees no colours.
fn look(verdict: Verdict) -> (usize, Rgb) {
    match verdict {
        Verdict::Better => (2, BETTER),
        Verdict::Worse => (3, WORSE),
        Verdict::Neither => (0, NEITHER),
    }
}

/// An arrow up or down; a dash where nothing changed.
fn arrow(direction: Direction, [x, y]: [f64; 2], size: f64) -> Path {
    let points = match direction {
        Direction::Up => vec![[x - size, y + size * 0.8], [x + size, y + size * 0.8], [x, y - size]],
        Direction::Down => vec![[x - size, y - size * 0.8], [x + size, y - size * 0.8], [x, y + size]],
        Direction::Same => {
            let thick = size * 0.25;
            vec![[x - size, y - thick], [x + size, y - thick], [x + size, y + thick], [x - size, y + thick]]
        }
    };
    Path::new(Geometry::Rings(vec![points])).filled(Fill::Solid(style::MUTED))
}

/// The key, in as many rows as it takes; returns where it ends.
fn key_nodes(lang: Lang, model: &SpineModel, body: Box2, size: f64, nodes: &mut Vec<Node>) -> f64 {
    let square = size * 0.8;
    let mut at = [body.x, body.y + size];
    let mut entry = |name: &str, symbol: &dyn Fn([f64; 2]) -> Path| {
        let width = square * 1.6 + size * 0.4 + text::width(name, size, Weight::Regular);
        if at[0] > body.x && at[0] + width > body.x + body.width {
            at = [body.x, at[1] + size * LEADING];
        }
        nodes.push(Node::Path(symbol(at)));
        let start = [at[0] + square * 1.6 + size * 0.4, at[1]];
        nodes.push(run(name.to_owned(), start, size, Weight::Regular, style::INK, Anchor::Start));
        at[0] += width + size * 1.3;
    };
    let bar = |colour| {
        move |[x, y]: [f64; 2]| {
            Path::rect(x, y - square * 0.85, square * 1.6, square).filled(Fill::Solid(colour))
        }
    };
    let mark = |verdict| {
        move |[x, y]: [f64; 2]| {
            let (kind, colour) = look(verdict);
            marker(kind, [x + square * 0.8, y - size * 0.32], size * 0.36, colour)
        }
    };
    entry(lang.text(texts::SPINE_KEY_RANGE), &bar(style::GRID));
    if model.rows.iter().any(|row| row.quartiles().is_some()) {
        entry(lang.text(texts::SPINE_KEY_QUARTERS), &bar(style::CONTEXT));
    }
    if model.has_ats() {
        entry(lang.text(texts::LEVEL_ATS), &|[x, y]: [f64; 2]| {
            let x = x + square * 0.8;
            Path::line(vec![[x, y - size * 0.8], [x, y + size * 0.15]]).stroked(style::INK, size * 0.12)
        });
    }
    let has = |verdict| model.rows.iter().any(|row| row.known().is_some() && row.verdict == verdict);
    for (verdict, name) in [
        (Verdict::Neither, texts::SPINE_KEY_OWN),
        (Verdict::Better, texts::SPINE_KEY_BETTER),
        (Verdict::Worse, texts::SPINE_KEY_WORSE),
    ] {
        if has(verdict) {
            entry(lang.text(name), &mark(verdict));
        }
    }
    at[1] + size * 0.3
}
