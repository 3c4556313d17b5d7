//! Draws a table that has been laid out.

use crate::base::Rgb;
use crate::document::TableSpec;
use crate::figure::chart::in_place;
use crate::figure::page::Page;
use crate::figure::page::layout::run;
use crate::figure::page::style;
use crate::i18n::{Lang, texts};
use crate::scene::{Anchor, Fill, Group, Node, Path, Role, Weight, text};

use super::columns::{ColumnPlace, HEAD_LEADING, SPAN_AIR};
use super::grid::{Line, heat_colour};
use super::layout::{Block, KEY, Layout};
use super::model::{FIFTHS, TableModel};

/// The nodes of the page.
pub fn nodes(spec: &TableSpec, model: &TableModel, layout: &Layout, page: &Page) -> Vec<Node> {
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let sentence = match (model.columns.is_empty(), model.shown.is_empty()) {
        (true, _) => Some(texts::TABLE_NO_COLUMNS),
        (_, true) => Some(texts::TABLE_NO_ROWS),
        _ => None,
    };
    if let Some(sentence) = sentence {
        let sentence = spec.lang.text(sentence);
        nodes.push(Node::Group(in_place(sentence, page.body, page.sizes.subtitle)));
    } else {
        let mut pen = Pen { layout, grid: Vec::new(), heat: Vec::new(), text: Vec::new() };
        for block in &layout.blocks {
            let mut rows = pen.head(block.shift);
            rows.extend(pen.lines(block));
            pen.text.push(group(Role::Table, rows));
        }
        nodes.push(group(Role::Marks, pen.heat));
        nodes.push(group(Role::Axes, pen.grid));
        nodes.push(group(Role::Labels, pen.text));
        if layout.has_key {
            nodes.push(group(Role::Legend, key(spec.lang, layout)));
        }
    }
    nodes.push(Node::Group(page.footer.clone()));
    nodes
}

fn group(role: Role, nodes: Vec<Node>) -> Node {
    Node::Group(Group { role, clip: None, nodes })
}

struct Pen<'a> {
    layout: &'a Layout,
    grid: Vec<Node>,
    heat: Vec<Node>,
    /// A table of text for each block, for screen readers.
    text: Vec<Node>,
}

/// The colours from the lowest to the highest fifth, below the table.
fn key(lang: Lang, layout: &Layout) -> Vec<Node> {
    let size = layout.size;
    let (side, top) = (size * 1.7, layout.bottom() + size * (KEY - 1.5));
    let base = top + size * 0.85;
    let mut nodes = Vec::new();
    let mut x = layout.body.x;
    let mut word = |x: &mut f64, text: &str| {
        nodes.push(run(text.to_owned(), [*x, base], size, Weight::Regular, style::MUTED, Anchor::Start));
        *x += text::width(text, size, Weight::Regular);
    };
    word(&mut x, lang.text(texts::TABLE_KEY_LOWEST));
    x += size * 0.6;
    let left = x;
    x += side * FIFTHS as f64 + size * 0.6;
    word(&mut x, lang.text(texts::TABLE_KEY_HIGHEST));
    let swatch = |i: usize| {
        let colour = heat_colour(i as f64 / (FIFTHS - 1) as f64);
        let swatch = Path::rect(left + side * i as f64, top, side, size * 1.05);
        Node::Path(swatch.filled(Fill::Solid(colour)).stroked(style::GRID, 0.4))
    };
    nodes.extend((0..FIFTHS).map(swatch));
    nodes
}

impl Pen<'_> {
    fn rule(&mut self, from: f64, to: f64, y: f64, colour: Rgb, width: f64) {
        let line = Path::line(vec![[from, y], [to, y]]).stroked(colour, width);
        self.grid.push(Node::Path(line));
    }

    /// A rule across a block.
    fn across(&mut self, shift: f64, y: f64, colour: Rgb, width: f64) {
        let (left, right) = (self.layout.body.x, self.layout.right());
        self.rule(left + shift, right + shift, y, colour, width);
    }

    /// The parts of a header one below the other, from a baseline on.
    fn head_lines(&self, parts: &[Vec<String>], [x, mut y]: [f64; 2], anchor: Anchor) -> Vec<Node> {
        let size = self.layout.size;
        let mut text = Vec::new();
        for (part, lines) in parts.iter().enumerate() {
            let (weight, colour) =
                if part == 0 { (Weight::SemiBold, style::INK) } else { (Weight::Regular, style::MUTED) };
            for line in lines {
                text.push(run(line.clone(), [x, y], size, weight, colour, anchor));
                y += size * HEAD_LEADING;
            }
        }
        text
    }

    /// Headers are aligned to the rule above the first row; what columns share stands above a rule of its own. Returns the
    /// rows of the header.
    fn head(&mut self, shift: f64) -> Vec<Node> {
        let (layout, size) = (self.layout, self.layout.size);
        let bottom = layout.body.y + layout.head_height;
        let leading = size * HEAD_LEADING;
        let (corner, base) = (layout.grid.corner.clone(), bottom - size * 0.5);
        let at = [layout.body.x + shift, base];
        let rows = if layout.spans.is_empty() { 1 } else { 2 };
        let corner = run(corner, at, size, Weight::SemiBold, style::INK, Anchor::Start);
        let mut upper = vec![group(Role::ColumnHead { columns: 1, rows }, vec![corner])];
        let mut lower = Vec::new();
        let count = |column: &ColumnPlace| column.head.iter().map(Vec::len).sum::<usize>();
        for (i, column) in layout.columns.iter().enumerate() {
            let y = base - leading * count(column).saturating_sub(1) as f64;
            let text = self.head_lines(&column.head, [column.numbers + shift, y], Anchor::End);
            let Some(span) = layout.spans.iter().find(|span| span.columns.contains(&i)) else {
                upper.push(group(Role::ColumnHead { columns: 1, rows }, text));
                continue;
            };
            lower.push(group(Role::ColumnHead { columns: 1, rows: 1 }, text));
            if span.columns.start != i {
                continue;
            }
            let columns = &layout.columns[span.columns.clone()];
            let below = columns.iter().map(count).max().unwrap_or(0);
            let rule = base - leading * below as f64 - size * (SPAN_AIR - 0.2);
            let lines: usize = span.head.iter().map(Vec::len).sum();
            let y = rule - size * (SPAN_AIR + 0.1) - leading * lines.saturating_sub(1) as f64;
            let (left, right) = (columns[0].left + shift, columns[columns.len() - 1].right + shift);
            let text = self.head_lines(&span.head, [(left + right) / 2.0, y], Anchor::Middle);
            upper.push(group(Role::ColumnHead { columns: columns.len(), rows: 1 }, text));
            self.rule(left, right, rule, style::AXIS, 0.5);
        }
        self.across(shift, bottom, style::INK, 0.9);
        [upper, lower].into_iter().filter(|row| !row.is_empty()).map(|row| group(Role::Row, row)).collect()
    }

    /// The lines of a block that fit; the last ones below a rule of their own. Returns the rows.
    fn lines(&mut self, block: &Block) -> Vec<Node> {
        let (layout, shift) = (self.layout, block.shift);
        let (before, after) = layout.grid.lines.split_at(layout.grid.lines.len() - layout.grid.after);
        let mut y = layout.body.y + layout.head_height;
        let mut rows = Vec::new();
        for line in &before[block.rows.clone()] {
            rows.push(self.line(line, shift, y));
            y += layout.row;
            self.across(shift, y, style::GRID, 0.5);
        }
        self.across(shift, y, style::INK, 0.9);
        for line in &after[block.after.clone()] {
            rows.push(self.line(line, shift, y));
            y += layout.row;
        }
        rows
    }

    fn line(&mut self, line: &Line, shift: f64, y: f64) -> Node {
        let (layout, size, weight) = (self.layout, self.layout.size, line.weight);
        let base = y + layout.row / 2.0 + size * 0.35;
        let others = layout.grid.lines.iter().map(|other| other.name.as_str());
        let name = text::ellipsize_among(&line.name, others, size, weight, layout.name_width + 0.01);
        let name = run(name, [layout.body.x + shift, base], size, weight, style::INK, Anchor::Start);
        let mut cells = vec![group(Role::RowHead, vec![name])];
        // Numbers are never italic, whatever the style of the row's name.
        let weight = if weight == Weight::Italic { Weight::Regular } else { weight };
        for (place, cell) in layout.columns.iter().zip(&line.cells) {
            if let Some((colour, datum)) = &cell.heat {
                // Within the rules, whose width is that of the table.
                let background = Path::rect(place.left + shift, y, place.right - place.left, layout.row);
                let background = background.filled(Fill::Solid(*colour)).meaning(datum.clone());
                self.heat.push(Node::Path(background));
            }
            if let (Some(([zero, end], datum)), Some([left, right])) = (&cell.bar, place.bars) {
                let x = |share: f64| left + shift + (right - left) * share;
                let (from, to) = (x(zero.min(*end)), x(zero.max(*end)));
                let bar = Path::rect(from, y + layout.row * 0.2, to - from, layout.row * 0.6);
                let colour = if weight == Weight::SemiBold { style::SERIES[0] } else { style::BAR };
                self.heat.push(Node::Path(bar.filled(Fill::Solid(colour)).meaning(datum.clone())));
                // Where bars go both ways, the line they start from.
                if *zero > 0.0 {
                    let line = Path::line(vec![[x(*zero), y], [x(*zero), y + layout.row]]);
                    self.heat.push(Node::Path(line.stroked(style::AXIS, 0.5)));
                }
            }
            let right = place.aligned.end(&cell.text, place.numbers + shift, size, weight);
            let text = run(cell.text.clone(), [right, base], size, weight, cell.ink, Anchor::End);
            cells.push(group(Role::Cell, vec![text]));
        }
        group(Role::Row, cells)
    }
}
