//! The layout of a heat table.

use std::ops::Range;

use crate::base::Rgb;
use crate::data::{Absence, Atlas};
use crate::document::HeatTableSpec;
use crate::figure::chart::{LEAST_SIDE, in_place};
use crate::figure::map::legend::hatch;
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::i18n::{self, Lang, texts};
use crate::scene::{Anchor, Datum, Fill, Group, Node, Path, Role, Weight, text};

use super::model::{HeatRow, HeatTableModel};
use super::words;

const ABOVE: Rgb = style::SERIES[0];
const BELOW: Rgb = style::SERIES[1];
/// The scores shown in the key.
const STEPS: [f64; 5] = [-2.0, -1.0, 0.0, 1.0, 2.0];
/// Farther from the mean than this the colour stays the same.
const FARTHEST: f64 = 2.5;
/// The largest share of the width for the names.
const WIDEST_NAME: f64 = 0.3;
/// The most lines of the name of an indicator.
const HEAD_LINES: usize = 5;
const LEADING: f64 = 1.2;
/// The least height of a row, in type sizes, and the most.
const ROW: [f64; 2] = [1.12, 1.9];

/// Which rows are on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownRows {
    pub rows: Range<usize>,
    /// Which page it is, from 1, how many there are, and which was asked for.
    pub part: usize,
    pub of: usize,
    pub asked: usize,
}

/// The colour of a score.
fn colour(z: f64) -> Rgb {
    let share = (z.abs() / FARTHEST).min(1.0);
    style::PAPER.mix(if z < 0.0 { BELOW } else { ABOVE }, 0.9 * share)
}

/// What is above the rows of a page.
struct Head {
    key: Vec<Node>,
    /// Where the names of the columns begin, and where the rows do.
    top: f64,
    rows: f64,
    size: f64,
    name: f64,
    column: f64,
    heads: Heads,
}

/// The lines above each column, in type of one size.
struct Heads {
    size: f64,
    lines: Vec<Vec<(String, Weight)>>,
}

fn head(spec: &HeatTableSpec, model: &HeatTableModel, page: &Page, atlas: &Atlas) -> Option<Head> {
    let (body, size, lang) = (page.body, page.sizes.legend, spec.lang);
    let count = model.columns.len();
    if count == 0 || model.rows.is_empty() || body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut key = Vec::new();
    let top = key_nodes(lang, model, body, size, &mut key) + size * 0.3;
    let small = size * 0.9;
    let widest = model.rows.iter().map(|row| text::width(&row.name, small, Weight::SemiBold));
    let name = (widest.fold(0.0, f64::max) + size).min(body.width * WIDEST_NAME);
    let column = ((body.width - name) / count as f64).min(size * 9.0);
    if column < size * 0.9 {
        return None;
    }
    let heads = heads(lang, atlas, model, small, column);
    let lines = heads.lines.iter().map(Vec::len).max().unwrap_or(0);
    let rows = top + heads.size * LEADING * (lines as f64 + 0.6);
    Some(Head { key, top, rows, size, name, column, heads })
}

/// The lines above all columns: the largest type in which no word is cut.
fn heads(lang: Lang, atlas: &Atlas, model: &HeatTableModel, size: f64, width: f64) -> Heads {
    const SIZES: [f64; 5] = [1.0, 0.92, 0.84, 0.77, 0.7];
    let inner = width - size * 0.3;
    let words: Vec<[String; 3]> = model.columns.iter().map(|one| words::column(lang, atlas, one)).collect();
    let fits = |size: f64| {
        let wide = |word: &str| text::width(word, size, Weight::Regular) <= inner;
        words.iter().all(|[name, ..]| name.split_whitespace().all(wide))
    };
    let share = SIZES.into_iter().find(|share| fits(size * share)).unwrap_or(SIZES[SIZES.len() - 1]);
    let size = size * share;
    let lines = model.columns.iter().zip(&words).map(|(column, [name, date, polarity])| {
        let mut lines = text::wrap_broken(name, size, Weight::Regular, inner);
        if lines.len() > HEAD_LINES {
            lines.truncate(HEAD_LINES);
            if let Some(last) = lines.last_mut() {
                *last = text::ellipsize(&format!("{last}…"), size, Weight::Regular, inner);
            }
        }
        let mut all: Vec<(String, Weight)> = lines.into_iter().map(|line| (line, Weight::Regular)).collect();
        // Where the day has no room, the year; a pointed cell and the sheets have the day.
        let short = words::year(lang, atlas, column);
        let date = if text::width(date, size, Weight::Regular) <= inner { date.clone() } else { short };
        all.push((date, Weight::Regular));
        if !polarity.is_empty() {
            let wrapped = text::wrap_broken(polarity, size, Weight::Italic, inner);
            all.extend(wrapped.into_iter().take(2).map(|line| (line, Weight::Italic)));
        }
        all
    });
    Heads { size, lines: lines.collect() }
}

/// The lines of the rows: the name of a group before its first row on the page.
fn lines(model: &HeatTableModel, rows: Range<usize>) -> usize {
    let groups = rows.clone().filter(|at| opens(model, rows.start, *at)).count();
    rows.len() + groups
}

/// Whether a row is the first of its group on the page.
fn opens(model: &HeatTableModel, first: usize, at: usize) -> bool {
    model.groups.is_some() && (at == first || model.rows[at].group != model.rows[at - 1].group)
}

/// How much room it needs to be read.
pub fn height(model: &HeatTableModel, size: f64) -> f64 {
    size * (lines(model, 0..model.rows.len()) as f64 * 1.45 + 13.0)
}

/// Which rows are on the page that is asked for.
pub fn shown(spec: &HeatTableSpec, model: &HeatTableModel, page: &Page, atlas: &Atlas) -> ShownRows {
    let all = model.rows.len();
    if spec.radar && model.has_radar() {
        return ShownRows { rows: 0..all, part: 1, of: 1, asked: spec.part };
    }
    let Some(head) = head(spec, model, page, atlas) else {
        return ShownRows { rows: 0..all, part: 1, of: 1, asked: spec.part };
    };
    let room = page.body.y + page.body.height - head.rows;
    let most = ((room / (head.size * ROW[0])).floor().max(2.0)) as usize;
    let mut pages: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while from < all {
        let mut to = from + 1;
        while to < all && lines(model, from..to + 1) <= most {
            to += 1;
        }
        pages.push(from..to);
        from = to;
    }
    let part = spec.part.clamp(1, pages.len().max(1));
    let rows = pages.get(part - 1).cloned().unwrap_or(0..0);
    ShownRows { rows, part, of: pages.len().max(1), asked: spec.part }
}

/// The nodes of the page; `None` where heading and footer leave no room.
pub fn nodes(
    spec: &HeatTableSpec,
    model: &HeatTableModel,
    shown: &ShownRows,
    page: &Page,
    atlas: &Atlas,
) -> Option<Vec<Node>> {
    let (body, lang) = (page.body, spec.lang);
    let mut nodes = vec![Node::Group(page.heading.clone())];
    if model.columns.is_empty() || model.rows.is_empty() {
        let nothing = lang.text(texts::HEAT_NOTHING);
        nodes.push(Node::Group(in_place(nothing, body, page.sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Some(nodes);
    }
    let Head { key, top, rows: first, size, name, column, heads } = head(spec, model, page, atlas)?;
    let count = lines(model, shown.rows.clone()) as f64;
    let room = body.y + body.height - first;
    let row_height = (room / count).min(size * ROW[1]);
    if row_height < size * 0.7 {
        return None;
    }
    let small = (size * 0.9).min(row_height * 0.85);
    let left = body.x + name;
    let (mut marks, mut labels) = (Vec::new(), Vec::new());
    for (at, all) in heads.lines.into_iter().enumerate() {
        // The last line of each stands just above the rows.
        let mut y = first - heads.size * (LEADING * all.len() as f64 + 0.3);
        for (line, weight) in all {
            y += heads.size * LEADING;
            let x = left + column * (at as f64 + 0.5);
            labels.push(run(line, [x, y.max(top)], heads.size, weight, style::INK, Anchor::Middle));
        }
    }
    let hair = 0.3 * page.sizes.scale.max(0.7);
    let mut y = first;
    for at in shown.rows.clone() {
        let row = &model.rows[at];
        if opens(model, shown.rows.start, at) {
            let name = words::group(lang, model, row.group);
            let baseline = y + row_height * 0.72;
            let name = text::ellipsize(&name, small, Weight::SemiBold, body.width);
            labels.push(run(name, [body.x, baseline], small, Weight::SemiBold, style::MUTED, Anchor::Start));
            y += row_height;
        }
        let baseline = y + row_height / 2.0 + small * 0.35;
        let (weight, ink) = match row.selected {
            true => (Weight::SemiBold, style::SERIES[1]),
            false => (Weight::Regular, style::INK),
        };
        let written = text::ellipsize(&row.name, small, weight, name - size * 0.5);
        labels.push(run(written, [body.x, baseline], small, weight, ink, Anchor::Start));
        for (place, column_of) in model.columns.iter().enumerate() {
            let cell = Box2 { x: left + column * place as f64, y, width: column, height: row_height };
            let rect = Path::rect(cell.x, cell.y, cell.width, cell.height);
            let fill = fill(row, place);
            let label = words::cell(lang, atlas, column_of, row, place);
            let datum = Datum { code: row.code.to_string(), label };
            marks.push(Node::Path(rect.filled(fill).stroked(style::PAPER, hair).meaning(datum)));
            let Ok(value) = row.values[place] else { continue };
            let decimals = atlas.caption(&column_of.of.indicator).map_or(0, |caption| caption.decimals);
            let value = i18n::number(lang, value, decimals);
            if text::width(&value, small * 0.95, Weight::Regular) <= column * 0.92 {
                let ink = match row.z[place] {
                    Some(z) => style::ink_on(colour(z)),
                    None => style::MUTED,
                };
                let at = [cell.x + column / 2.0, baseline];
                labels.push(run(value, at, small * 0.95, Weight::Regular, ink, Anchor::Middle));
            }
        }
        y += row_height;
    }
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    nodes.push(group(Role::Legend, key));
    nodes.push(group(Role::Marks, marks));
    nodes.push(group(Role::Labels, labels));
    nodes.push(Node::Group(page.footer.clone()));
    Some(nodes)
}

fn fill(row: &HeatRow, column: usize) -> Fill {
    match (row.values[column], row.z[column]) {
        (Err(reason), _) => Fill::Hatch(hatch(reason)),
        (Ok(_), Some(z)) => Fill::Solid(colour(z)),
        (Ok(_), None) => Fill::Solid(style::PAPER),
    }
}

/// The key, in as many lines as it takes; returns where it ends.
fn key_nodes(lang: Lang, model: &HeatTableModel, body: Box2, size: f64, nodes: &mut Vec<Node>) -> f64 {
    let square = size * 0.95;
    let mut at = [body.x, body.y + size];
    let steps = STEPS.iter().map(|z| (Fill::Solid(colour(*z)), words::step(lang, *z)));
    let occurs = |reason: &Absence| model.rows.iter().any(|row| row.values.contains(&Err(*reason)));
    let absent = Absence::ALL.into_iter().filter(occurs);
    let absent = absent.map(|reason| (Fill::Hatch(hatch(reason)), lang.absence(reason).to_owned()));
    for (fill, name) in steps.chain(absent) {
        let width = square * 1.5 + size * 0.4 + text::width(&name, size, Weight::Regular);
        if at[0] > body.x && at[0] + width > body.x + body.width {
            at = [body.x, at[1] + size * 1.3];
        }
        let rect = Path::rect(at[0], at[1] - square * 0.85, square * 1.5, square).filled(fill);
        nodes.push(Node::Path(rect.stroked(style::AXIS, size * 0.04)));
        let start = [at[0] + square * 1.5 + size * 0.4, at[1]];
        nodes.push(run(name, start, size, Weight::Regular, style::INK, Anchor::Start));
        at[0] += width + size * 1.1;
    }
    at[1] + size * 0.3
}
