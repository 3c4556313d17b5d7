//! The layout of a place at a glance: sentences, and below them the members in columns.

use crate::data::{Atlas, Caption};
use crate::document::{GlancePart, GlanceSpec};
use crate::figure::chart::LEAST_SIDE;
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::figure::wording::reference_name;
use crate::i18n::{Lang, texts};
use crate::scene::{Anchor, Datum, Fill, Group, Node, Path, Role, Weight, text};

use super::model::{Count, GlanceModel, Member, Members, RateChange, Weights};
use super::words;

/// Sentences are never smaller than this share of their usual size.
const SMALLEST: f64 = 0.8;
const STEPS: usize = 6;
const LEADING: f64 = 1.34;
const BETWEEN: f64 = 0.5;
/// The height of a row of the members, in type sizes.
const ROW: f64 = 1.5;
/// The most columns of members.
const MOST_COLUMNS: usize = 3;
/// The widest column that a head makes, in type sizes: longer ones are broken into lines.
const WIDEST_HEAD: f64 = 6.4;
/// The least and the greatest width of the bar of a change, in type sizes.
const BAR: f64 = 4.0;
const WIDEST_BAR: f64 = 26.0;

/// What fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The lines of each sentence that fits.
    sentences: Vec<Vec<String>>,
    size: f64,
    /// How many sentences there are.
    told: usize,
    grid: Option<Grid>,
}

/// How the rows are laid out.
#[derive(Clone, Debug, PartialEq)]
struct Grid {
    size: f64,
    columns: usize,
    /// How many rows are in each column.
    tall: usize,
    /// How many rows are shown.
    shown: usize,
    rows: usize,
    top: f64,
}

impl Shown {
    /// How many sentences do not fit.
    pub fn sentences_left(&self) -> usize {
        self.told - self.sentences.len()
    }

    /// How many rows are shown and how many there are, if not all are shown.
    pub fn rows_left(&self) -> Option<(usize, usize)> {
        self.grid.as_ref().filter(|grid| grid.shown < grid.rows).map(|grid| (grid.shown, grid.rows))
    }
}

/// A cell of a row.
struct Cells {
    name: String,
    numbers: Vec<String>,
    /// The change drawn as a bar.
    bar: Option<f64>,
    code: String,
    label: String,
}

/// What the rows say, with their heads.
struct Table {
    head: Vec<String>,
    rows: Vec<Cells>,
    total: Option<Cells>,
    /// Whether a bar is drawn after the last number.
    has_bars: bool,
}

fn of_members(lang: Lang, model: &GlanceModel, members: &Members, atlas: &Atlas) -> Table {
    let text = |text| lang.text(text).to_owned();
    let rate = members.rate.as_ref().and_then(|one| atlas.caption(&one.indicator).ok());
    let mut head = vec![text(texts::GLANCE_HEAD_COUNT), text(texts::GLANCE_HEAD_SHARE)];
    let rate_date = members.rate.as_ref().map(|one| one.date.year());
    head.extend(rate.zip(rate_date).map(|(rate, year)| format!("{} {year}", lang.pick(rate.short))));
    let change = model.rate_change.as_ref();
    head.extend(change.zip(rate).map(|(change, rate)| words::contribution_head(lang, change, rate)));
    // Last, beside its bar.
    head.extend(members.from.map(|_| text(texts::GLANCE_HEAD_MOVED)));
    let count = atlas.caption(&members.count.indicator).ok();
    let cells = |row: &Member, name: String, label: String| {
        let mut numbers = vec![
            count.map_or_else(String::new, |caption| words::number(lang, caption, row.count)),
            row.share.map_or_else(|| text(texts::MARK_MISSING), |share| words::percent(lang, share)),
        ];
        numbers.extend(rate.map(|caption| words::number(lang, caption, row.rate)));
        let by = |change: &RateChange| words::contribution(lang, row.rate_by, change.decimals);
        numbers.extend(change.filter(|_| rate.is_some()).map(by));
        numbers.extend(members.from.map(|_| words::signed(lang, row.moved.as_ref())));
        let bar = row.moved.map(|moved| moved.by());
        Cells { name, numbers, bar, code: row.code.as_str().to_owned(), label }
    };
    let rows = members.rows.iter().enumerate().map(|(at, row)| {
        cells(row, lang.territory(members.level, &row.name), words::member(lang, members, at))
    });
    Table {
        head,
        rows: rows.collect(),
        total: Some(cells(&members.total, text(texts::GLANCE_TOTAL), text(texts::GLANCE_TOTAL))),
        has_bars: members.from.is_some(),
    }
}

fn of_counts(lang: Lang, model: &GlanceModel, counts: &[Count], atlas: &Atlas) -> Table {
    let text = |text| lang.text(text).to_owned();
    let own = words::short(lang, model.level, &model.name);
    let whole = model.whole.as_ref().map(|(level, name)| words::short(lang, *level, name));
    let mut head = vec![own];
    if let Some(whole) = &whole {
        head.extend([whole.clone(), text(texts::GLANCE_HEAD_SHARE)]);
    }
    head.push(text(texts::GLANCE_HEAD_MOVED));
    if let Some(whole) = &whole {
        head.push(format!("{}, {whole}", text(texts::GLANCE_HEAD_MOVED)));
    }
    let rows = counts.iter().filter_map(|count| {
        let caption: Caption<'_> = atlas.caption(&count.indicator).ok()?;
        let name = lang.pick(caption.short).to_owned();
        let from = count.from.map(|from| format!("{}–", from.year())).unwrap_or_default();
        let mut numbers = vec![words::number(lang, caption, count.own)];
        if whole.is_some() {
            numbers.push(words::number(lang, caption, count.whole));
            let share = count.share.map(|share| words::percent(lang, share));
            numbers.push(share.unwrap_or_else(|| text(texts::MARK_MISSING)));
        }
        numbers.push(words::signed(lang, count.moved.as_ref()));
        if whole.is_some() {
            numbers.push(words::signed(lang, count.whole_moved.as_ref()));
        }
        let when = format!("{from}{}", count.date.year());
        let label = format!("{}: {}", words::measured(lang, atlas, count), numbers.join("; "));
        Some(Cells {
            name: format!("{name} ({when})"),
            numbers,
            bar: None,
            code: count.indicator.clone(),
            label,
        })
    });
    Table { head, rows: rows.collect(), total: None, has_bars: false }
}

fn table(lang: Lang, model: &GlanceModel, atlas: &Atlas) -> Table {
    match &model.weights {
        Weights::Members(members) => of_members(lang, model, members, atlas),
        Weights::Counts(counts) => of_counts(lang, model, counts, atlas),
    }
}

/// The widths of the columns of numbers, and of all but the name.
fn widths(table: &Table, size: f64) -> Vec<f64> {
    let all = || table.rows.iter().chain(&table.total);
    (0..table.head.len())
        .map(|at| {
            let head = text::width(&table.head[at], size, Weight::SemiBold).min(size * WIDEST_HEAD);
            let numbers = all().filter_map(|row| row.numbers.get(at));
            numbers.map(|number| text::width(number, size, Weight::Regular)).fold(head, f64::max)
        })
        .collect()
}

fn beside_name(table: &Table, size: f64) -> f64 {
    let bar = if table.has_bars { BAR * size } else { 0.0 };
    widths(table, size).iter().map(|width| width + size * 0.9).sum::<f64>() + bar
}

/// The lines of the head, which has as many as its longest cell.
fn head_lines(table: &Table, size: f64) -> usize {
    let widths = widths(table, size);
    let lines = |(head, width): (&String, &f64)| text::wrap(head, size, Weight::SemiBold, *width + 0.1).len();
    table.head.iter().zip(&widths).map(lines).max().unwrap_or(1).max(1)
}

/// What fits on the page.
pub fn shown(spec: &GlanceSpec, model: &GlanceModel, page: &Page, atlas: &Atlas) -> Shown {
    let (body, sizes, lang) = (page.body, page.sizes, spec.lang);
    let told = match spec.part {
        GlancePart::Weights => Vec::new(),
        _ => words::sentences(lang, model, atlas),
    };
    let table = (spec.part != GlancePart::Sentences).then(|| table(lang, model, atlas));
    let table = table.filter(|table| !table.rows.is_empty());
    let usual = sizes.legend * 1.08;
    let mut best = None;
    for step in 0..=STEPS {
        let factor = 1.0 - (1.0 - SMALLEST) * step as f64 / STEPS as f64;
        let size = usual * factor;
        let lines: Vec<Vec<String>> =
            told.iter().map(|sentence| text::wrap(sentence, size, Weight::Regular, body.width)).collect();
        let height = |lines: &[Vec<String>]| {
            lines.iter().map(|lines| size * (LEADING * lines.len() as f64 + BETWEEN)).sum::<f64>()
        };
        let tall = height(&lines);
        let room = body.height - tall;
        let grid = table.as_ref().map(|table| grid(table, body.width, room, sizes.legend * factor, tall));
        let fits = tall <= body.height && grid.as_ref().is_none_or(|grid| grid.shown == grid.rows);
        let mut lines = lines;
        let count = lines.len();
        while !fits && height(&lines) > body.height && !lines.is_empty() {
            lines.pop();
        }
        best = Some(Shown { sentences: lines, size, told: count, grid });
        if fits {
            break;
        }
    }
    best.unwrap_or(Shown { sentences: Vec::new(), size: usual, told: told.len(), grid: None })
}

/// The fewest columns in which all rows fit, or as many rows as fit in the most.
fn grid(table: &Table, width: f64, room: f64, size: f64, top: f64) -> Grid {
    let rows = table.rows.len();
    let total = if table.total.is_some() { ROW * 1.1 } else { 0.0 };
    let fixed = size * (head_lines(table, size) as f64 * 1.2 + 0.9 + total);
    let fit = ((room - fixed) / (size * ROW)).floor().max(0.0) as usize;
    let least = beside_name(table, size) + size * 6.0;
    let most = ((width / least).floor() as usize).clamp(1, MOST_COLUMNS);
    let made = |columns: usize| Grid {
        size,
        columns,
        tall: rows.div_ceil(columns).min(fit),
        shown: rows.min(fit * columns),
        rows,
        top,
    };
    (1..=most).map(made).find(|grid| grid.shown == rows).unwrap_or_else(|| made(most))
}

/// How much room the panel needs, for its width.
pub fn height(spec: &GlanceSpec, model: &GlanceModel, width: f64, size: f64, atlas: &Atlas) -> f64 {
    let told = words::sentences(spec.lang, model, atlas);
    let lines = |sentence: &String| {
        size * 1.08
            * (LEADING * text::wrap(sentence, size * 1.08, Weight::Regular, width).len() as f64 + BETWEEN)
    };
    let rows = match &model.weights {
        Weights::Members(members) => members.rows.len().div_ceil(2).max(members.rows.len().min(12)),
        Weights::Counts(counts) => counts.len(),
    };
    told.iter().map(lines).sum::<f64>() + size * (rows as f64 * ROW + 7.0)
}

/// The nodes of the page; `None` where heading and footer leave no room.
pub fn nodes(
    spec: &GlanceSpec,
    model: &GlanceModel,
    shown: &Shown,
    page: &Page,
    atlas: &Atlas,
) -> Option<Vec<Node>> {
    let body = page.body;
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let mut said = Vec::new();
    let mut y = body.y;
    for lines in &shown.sentences {
        for line in lines {
            y += shown.size * LEADING;
            let at = [body.x, y - shown.size * 0.3];
            said.push(run(line.clone(), at, shown.size, Weight::Regular, style::INK, Anchor::Start));
        }
        y += shown.size * BETWEEN;
    }
    nodes.push(group(Role::Labels, said));
    if let Some(grid) = &shown.grid {
        let room = Box2 { y: body.y + grid.top, height: body.height - grid.top, ..body };
        rows(&table(spec.lang, model, atlas), grid, room, page.sizes.scale, &mut nodes);
    }
    nodes.push(Node::Group(page.footer.clone()));
    Some(nodes)
}

fn group(role: Role, nodes: Vec<Node>) -> Node {
    Node::Group(Group { role, clip: None, nodes })
}

/// The table, its rows flowing through the columns.
fn rows(table: &Table, grid: &Grid, room: Box2, scale: f64, nodes: &mut Vec<Node>) {
    let (size, hair) = (grid.size, 0.5 * scale.max(0.7));
    let gap = size * 2.0;
    let width = (room.width - gap * (grid.columns - 1) as f64) / grid.columns as f64;
    let widths = widths(table, size);
    let spare = width - beside_name(table, size);
    let widest = table.rows.iter().map(|row| text::width(&row.name, size, Weight::Regular));
    let name = widest.fold(size * 5.0, f64::max).min(spare);
    // What the names leave goes to the bars.
    let bar = if table.has_bars { (BAR * size + spare - name).min(WIDEST_BAR * size) } else { 0.0 };
    let ends: Vec<f64> = widths
        .iter()
        .scan(name, |x, width| {
            *x += width + size * 0.9;
            Some(*x)
        })
        .collect();
    let head_height = size * (head_lines(table, size) as f64 * 1.2 + 0.5);
    let most = table.rows.iter().filter_map(|row| row.bar).map(f64::abs).fold(0.0, f64::max);
    let (mut marks, mut rules, mut all) = (Vec::new(), Vec::new(), Vec::new());
    let mut line = |x: f64, y: f64, strong: bool| {
        let colour = if strong { style::AXIS } else { style::GRID };
        rules.push(Node::Path(Path::line(vec![[x, y], [x + width, y]]).stroked(colour, hair)));
    };
    let row = |cells: &Cells, x: f64, y: f64, weight: Weight| {
        let baseline = y + size * ROW / 2.0 + size * 0.35;
        let shown = text::ellipsize(&cells.name, size, weight, name);
        let head = run(shown, [x, baseline], size, weight, style::INK, Anchor::Start);
        let mut own = vec![group(Role::RowHead, vec![head])];
        for (number, end) in cells.numbers.iter().zip(&ends) {
            let text = run(number.clone(), [x + end, baseline], size, weight, style::INK, Anchor::End);
            own.push(group(Role::Cell, vec![text]));
        }
        group(Role::Row, own)
    };
    let rows: Vec<&Cells> = table.rows.iter().take(grid.shown).collect();
    let per_column = grid.tall.max(1);
    for (column, part) in rows.chunks(per_column).enumerate() {
        let x = room.x + (width + gap) * column as f64;
        let mut head = Vec::new();
        for (at, (words, end)) in table.head.iter().zip(&ends).enumerate() {
            let lines = text::wrap(words, size, Weight::SemiBold, widths[at] + 0.1);
            let count = lines.len();
            let cells: Vec<Node> = lines
                .into_iter()
                .enumerate()
                .map(|(n, line)| {
                    let y = room.y + head_height - size * (0.55 + 1.2 * (count - 1 - n) as f64);
                    run(line, [x + end, y], size, Weight::SemiBold, style::MUTED, Anchor::End)
                })
                .collect();
            head.push(group(Role::ColumnHead { columns: 1, rows: 1 }, cells));
        }
        all.push(group(Role::Row, head));
        line(x, room.y + head_height, true);
        for (n, cells) in part.iter().enumerate() {
            let y = room.y + head_height + size * ROW * n as f64;
            // What is pointed at is the whole row, bar or not.
            let area = Path::rect(x, y, width, size * ROW).filled(Fill::Solid(style::PAPER));
            let datum = Datum { code: cells.code.clone(), label: cells.label.clone() };
            marks.push(Node::Path(area.meaning(datum.clone())));
            if let Some(by) = cells.bar.filter(|_| most > 0.0) {
                let middle = x + ends.last().copied().unwrap_or(name) + bar / 2.0 + size * 0.4;
                let long = (bar / 2.0 - size * 0.5) * by.abs() / most;
                let start = if by < 0.0 { middle - long } else { middle };
                let colour = if by < 0.0 { style::SERIES[1] } else { style::SERIES[0] };
                let rect = Path::rect(start, y + size * 0.4, long, size * 0.7).filled(Fill::Solid(colour));
                marks.push(Node::Path(rect.meaning(datum)));
                let axis = Path::line(vec![[middle, y + size * 0.2], [middle, y + size * (ROW - 0.2)]]);
                marks.push(Node::Path(axis.stroked(style::AXIS, hair)));
            }
            all.push(row(cells, x, y, Weight::Regular));
            line(x, y + size * ROW, false);
        }
        let is_last = (column + 1) * per_column >= rows.len();
        if let Some(total) = table.total.as_ref().filter(|_| is_last) {
            let y = room.y + head_height + size * ROW * part.len() as f64;
            line(x, y, true);
            all.push(row(total, x, y, Weight::SemiBold));
        }
    }
    nodes.push(group(Role::Marks, marks));
    nodes.push(group(Role::Axes, rules));
    nodes.push(group(Role::Table, all));
}

/// Said of the date of the rate in a heading.
pub(super) fn rate_said(lang: Lang, members: &Members, atlas: &Atlas) -> Option<String> {
    let rate = members.rate.as_ref()?;
    let caption = atlas.caption(&rate.indicator).ok()?;
    Some(format!("{} ({})", lang.pick(caption.name), reference_name(lang, rate.date.into())))
}
