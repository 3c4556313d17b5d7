//! The layout of a heat strip: a row for each unit, a cell for each date, in as many blocks side by side as make the rows
//! high enough to be named.

use crate::base::Rgb;
use crate::data::Caption;
use crate::document::HeatStripSpec;
use crate::figure::chart::{LEAST_SIDE, in_place};
use crate::figure::map::legend::hatch;
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style::{self, Sizes};
use crate::figure::remark::{Remark, Warned};
use crate::i18n::{self, texts};
use crate::scene::{Anchor, Datum, Fill, Group, Node, Path, Role, Weight, text};

use super::model::{HeatStripModel, StripRow};
use super::words;

/// The most blocks of rows side by side.
const MOST_BLOCKS: usize = 4;
/// The height of a row that a name needs, and the highest that is useful, in type sizes.
const NAMED: f64 = 1.12;
const WIDEST: f64 = 2.8;
/// The narrowest cell, in points, and the widest, in type sizes.
const LEAST_CELL: f64 = 2.5;
const WIDEST_CELL: f64 = 16.0;
/// The largest share of a block for names.
const WIDEST_NAME: f64 = 0.5;
/// The width of the gap at a break of the series, in type sizes.
const GAP: f64 = 0.9;
/// The space between blocks, in type sizes.
const APART: f64 = 1.6;

/// How much room it needs to be read.
pub fn height(model: &HeatStripModel, size: f64) -> f64 {
    size * (model.rows.len() as f64 * 1.3 + 9.0)
}

/// The nodes of the page; `None` where heading and footer leave no room.
pub fn nodes(
    spec: &HeatStripSpec,
    model: &HeatStripModel,
    caption: Caption<'_>,
    page: &Page,
) -> Option<Warned<Vec<Node>>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let Some(map) = &model.map else {
        let sentence = lang.text(texts::WARN_NO_VALUES);
        nodes.push(Node::Group(in_place(sentence, body, sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Some(Warned { value: nodes, remarks: Vec::new() });
    };
    let mut key = Vec::new();
    let unit = if spec.page.leaves_out_unit() || page.is_panel { "" } else { lang.pick(caption.unit) };
    let top = key_nodes(spec, model, map.shown.class_texts(lang, map), &map.colours, unit, page, &mut key);
    let head = sizes.legend * 1.5;
    let top = top + sizes.legend * 0.6 + head;
    let room = body.y + body.height - top;
    // A row for the ATS in every block, so that each can be read by itself.
    let extra = usize::from(model.ats.is_some());
    // Of layouts that are equally good the one with fewer blocks, which comes last here.
    let frame = (1..=MOST_BLOCKS)
        .rev()
        .filter_map(|blocks| Frame::new(model, blocks, extra, [body.width, room], sizes, page.is_panel))
        .max_by(|a, b| a.merit().total_cmp(&b.merit()))?;
    let mut marks = Vec::new();
    let mut lines = Vec::new();
    let mut labels = Vec::new();
    let dates: Vec<String> = (0..model.columns.len()).map(|at| words::date(spec, model, at)).collect();
    let short: Vec<String> = (0..model.columns.len()).map(|at| words::short_date(spec, model, at)).collect();
    let mut unnamed = 0;
    for (block, rows) in model.rows.chunks(frame.rows).enumerate() {
        let left = body.x + block as f64 * (frame.width + sizes.legend * APART);
        let cells = left + frame.name;
        heads(&frame, &short, model.at, cells, top, sizes, &mut labels);
        let mut y = top;
        let mut group: Option<&str> = None;
        for (i, row) in model.ats.iter().chain(rows).enumerate() {
            let is_ats = i < extra;
            let name = if is_ats { lang.level(crate::base::Level::Ats) } else { &row.name };
            if frame.names_fit() {
                let (weight, ink) = match (row.is_selected, is_ats) {
                    (true, _) => (Weight::SemiBold, style::SERIES[0]),
                    (_, true) => (Weight::SemiBold, style::INK),
                    _ => (Weight::Regular, style::INK),
                };
                let most = frame.name - frame.size * 0.5;
                let others = model.rows.iter().map(|other| other.name.as_str());
                let name = text::ellipsize_among(name, others, frame.size, weight, most);
                let at = [left + most, y + frame.row / 2.0 + frame.size * 0.35];
                labels.push(run(name, at, frame.size, weight, ink, Anchor::End));
            } else {
                unnamed += usize::from(!is_ats);
            }
            if let (Some(own), true) = (&row.group, group != row.group.as_deref()) {
                if group.is_some() {
                    let line = Path::line(vec![[left, y], [cells + frame.cells, y]]);
                    lines.push(Node::Path(line.stroked(style::AXIS, 0.6 * sizes.scale.max(0.7))));
                }
                group = Some(own);
            }
            row_nodes(
                spec,
                &frame,
                row,
                name,
                &dates,
                caption,
                &map.colours,
                [cells, y],
                &mut marks,
                &mut labels,
            );
            y += frame.row;
            if is_ats {
                y += frame.row * 0.35;
            }
        }
        // The breaks of the series, through all rows of the block.
        for (at, column) in model.columns.iter().enumerate().filter(|(_, column)| !column.breaks.is_empty()) {
            let x = cells + frame.left[at] - frame.gap / 2.0;
            let line = Path::line(vec![[x, top - head * 0.2], [x, y]]);
            let what = column.breaks.iter().map(|what| lang.pick(what)).collect::<Vec<_>>().join(" ");
            let datum = Datum { code: String::new(), label: what };
            lines.push(Node::Path(line.stroked(style::INK, 1.1 * sizes.scale.max(0.7)).meaning(datum)));
        }
    }
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    nodes.push(group(Role::Legend, key));
    nodes.push(group(Role::Marks, marks));
    nodes.push(group(Role::Lines, lines));
    nodes.push(group(Role::Labels, labels));
    nodes.push(Node::Group(page.footer.clone()));
    let remark = (unnamed > 0).then_some(Remark::NamesLeftOut { count: unnamed });
    Some(Warned { value: nodes, remarks: remark.into_iter().collect() })
}

/// The measures of a block.
struct Frame {
    /// How many rows a block has.
    rows: usize,
    row: f64,
    /// The type size of names and numbers.
    size: f64,
    name: f64,
    width: f64,
    cell: f64,
    /// The left edge of each cell, from that of the first.
    left: Vec<f64>,
    gap: f64,
    /// The width of all cells.
    cells: f64,
}

impl Frame {
    /// The measures for so many blocks; `None` where they are too narrow.
    fn new(
        model: &HeatStripModel,
        blocks: usize,
        extra: usize,
        [width, height]: [f64; 2],
        sizes: Sizes,
        is_panel: bool,
    ) -> Option<Self> {
        // The window scrolls through one block.
        if (is_panel && blocks > 1) || blocks > model.rows.len().max(1) {
            return None;
        }
        let rows = model.rows.len().div_ceil(blocks);
        let row = (height / (rows as f64 + extra as f64 * 1.35)).min(sizes.legend * WIDEST);
        let size = (row / NAMED).min(sizes.legend);
        let width = (width - sizes.legend * APART * (blocks as f64 - 1.0)) / blocks as f64;
        let names = model.rows.iter().map(|row| text::width(&row.name, size, Weight::SemiBold));
        let name = names.fold(0.0, f64::max).min(width * WIDEST_NAME) + size * 0.5;
        let name = if size < sizes.label * 0.8 { 0.0 } else { name };
        let breaks = model.columns.iter().filter(|column| !column.breaks.is_empty()).count() as f64;
        let count = model.columns.len() as f64;
        let gap = (sizes.legend * GAP).min(width * 0.1 / breaks.max(1.0));
        let cell = ((width - name - gap * breaks) / count).min(sizes.legend * WIDEST_CELL);
        if cell < LEAST_CELL || row < 1.2 {
            return None;
        }
        let mut x = 0.0;
        let mut left = Vec::new();
        for column in &model.columns {
            x += if column.breaks.is_empty() { 0.0 } else { gap };
            left.push(x);
            x += cell;
        }
        let width = if is_panel { name + x } else { width };
        Some(Self { rows, row, size, name, width, cell, left, gap, cells: x })
    }

    fn names_fit(&self) -> bool {
        self.name > 0.0
    }

    /// Which of two layouts is better: names that can be read come first, then cells that are neither flat nor narrow.
    fn merit(&self) -> f64 {
        let named = if self.names_fit() { self.size } else { 0.0 };
        named * 10.0 + self.cell.min(self.size * 3.0)
    }
}

/// The dates above the cells, as many as there is room for; that of the order always.
fn heads(
    frame: &Frame,
    dates: &[String],
    at: usize,
    cells: f64,
    top: f64,
    sizes: Sizes,
    labels: &mut Vec<Node>,
) {
    let size = sizes.footer;
    let middle = |at: usize| cells + frame.left[at] + frame.cell / 2.0;
    let half = |at: usize, weight| text::width(&dates[at], size, weight) / 2.0 + size * 0.15;
    let own = [middle(at) - half(at, Weight::SemiBold), middle(at) + half(at, Weight::SemiBold)];
    let mut taken = f64::NEG_INFINITY;
    for (i, date) in dates.iter().enumerate() {
        let weight = if i == at { Weight::SemiBold } else { Weight::Regular };
        let span = [middle(i) - half(i, weight), middle(i) + half(i, weight)];
        let hits_own = i != at && span[0] < own[1] && span[1] > own[0];
        if i != at && (span[0] < taken || hits_own) {
            continue;
        }
        taken = span[1];
        let ink = if i == at { style::INK } else { style::MUTED };
        labels.push(run(date.clone(), [middle(i), top - size * 0.5], size, weight, ink, Anchor::Middle));
    }
}

/// The cells of a row, with their values where they fit.
#[allow(clippy::too_many_arguments, reason = "one row of one drawing")]
fn row_nodes(
    spec: &HeatStripSpec,
    frame: &Frame,
    row: &StripRow,
    name: &str,
    dates: &[String],
    caption: Caption<'_>,
    colours: &[Rgb],
    [left, y]: [f64; 2],
    marks: &mut Vec<Node>,
    labels: &mut Vec<Node>,
) {
    let lang = spec.lang;
    let inset = if frame.row > 6.0 { 0.3 } else { 0.0 };
    for (at, (class, (value, _))) in row.classes.iter().zip(&row.values).enumerate() {
        let x = left + frame.left[at];
        let fill = match class {
            Ok(class) => Fill::Solid(colours.get(*class).copied().unwrap_or(style::PAPER)),
            Err(reason) => Fill::Hatch(hatch(*reason)),
        };
        let rect = Path::rect(x, y + inset / 2.0, frame.cell - inset, frame.row - inset).filled(fill);
        let label = words::cell(spec, name, &dates[at], caption, *value);
        marks.push(Node::Path(rect.meaning(Datum { code: row.code.to_string(), label })));
        let (Ok(class), Ok(value)) = (class, value) else { continue };
        if caption.kind.has_steps() || frame.size < 4.5 {
            continue;
        }
        let size = frame.size * 0.85;
        let written = i18n::number(lang, *value, caption.decimals);
        if text::width(&written, size, Weight::Regular) <= frame.cell * 0.9 {
            let ink = style::ink_on(colours.get(*class).copied().unwrap_or(style::PAPER));
            let middle = [x + frame.cell / 2.0, y + frame.row / 2.0 + size * 0.35];
            labels.push(run(written, middle, size, Weight::Regular, ink, Anchor::Middle));
        }
    }
}

/// The unit, the classes, the reasons for missing values and the mark of a break; returns where the key ends.
fn key_nodes(
    spec: &HeatStripSpec,
    model: &HeatStripModel,
    classes: Vec<String>,
    colours: &[Rgb],
    unit: &str,
    page: &Page,
    nodes: &mut Vec<Node>,
) -> f64 {
    let (body, size, lang): (Box2, f64, _) = (page.body, page.sizes.legend, spec.lang);
    let mut y = body.y;
    for row in if unit.is_empty() { Vec::new() } else { text::wrap(unit, size, Weight::SemiBold, body.width) }
    {
        y += size * 1.25;
        nodes.push(run(row, [body.x, y], size, Weight::SemiBold, style::INK, Anchor::Start));
    }
    let has_breaks = model.columns.iter().any(|column| !column.breaks.is_empty());
    let of_classes =
        classes.into_iter().zip(colours).map(|(name, colour)| (Some(Fill::Solid(*colour)), name));
    let absent = model
        .absences()
        .into_iter()
        .map(|reason| (Some(Fill::Hatch(hatch(reason))), words::absence(lang, reason).to_owned()));
    let broken = has_breaks.then(|| (None, lang.text(texts::STRIP_KEY_BREAK).to_owned()));
    let mut x = body.x;
    y += size * 1.45;
    for (fill, name) in of_classes.chain(absent).chain(broken) {
        let width = size * 1.6 + text::width(&name, size, Weight::Regular);
        if x > body.x && x + width > body.x + body.width {
            (x, y) = (body.x, y + size * 1.4);
        }
        match fill {
            Some(fill) => {
                let square = Path::rect(x, y - size * 0.82, size * 1.15, size * 0.95).filled(fill);
                nodes.push(Node::Path(square.stroked(style::AREA_LINE, size * 0.05)));
            }
            None => {
                let line =
                    Path::line(vec![[x + size * 0.5, y - size * 0.9], [x + size * 0.5, y + size * 0.15]]);
                nodes.push(Node::Path(line.stroked(style::INK, size * 0.13)));
            }
        }
        nodes.push(run(name, [x + size * 1.6, y], size, Weight::Regular, style::INK, Anchor::Start));
        x += width + size * 1.1;
    }
    y
}
