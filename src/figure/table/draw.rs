//! Draws a table that has been laid out.

use crate::base::Rgb;
use crate::data::Atlas;
use crate::document::TableSpec;
use crate::figure::chart::in_place;
use crate::figure::frame::run;
use crate::figure::page::Page;
use crate::figure::style;
use crate::i18n::texts;
use crate::scene::{Anchor, Datum, Fill, Group, Node, Path, Role, Weight, text};

use super::after::after;
use super::heat_colour;
use super::layout::{HEAD_LEADING, Layout};
use super::model::{TableModel, TableRow};
use super::words::cell;

/// The nodes of the page.
pub fn nodes(spec: &TableSpec, model: &TableModel, atlas: &Atlas, layout: &Layout, page: &Page) -> Vec<Node> {
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
        let mut pen =
            Pen { spec, model, atlas, layout, grid: Vec::new(), heat: Vec::new(), text: Vec::new() };
        pen.head();
        let mut y = layout.body.y + layout.head_height;
        for &i in &model.shown[..layout.rows] {
            pen.row(&model.rows[i], y);
            y += layout.row;
        }
        pen.after(y);
        let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
        nodes.push(group(Role::Marks, pen.heat));
        nodes.push(group(Role::Axes, pen.grid));
        nodes.push(group(Role::Labels, pen.text));
    }
    nodes.push(Node::Group(page.footer.clone()));
    nodes
}

struct Pen<'a> {
    spec: &'a TableSpec,
    model: &'a TableModel,
    atlas: &'a Atlas,
    layout: &'a Layout,
    grid: Vec<Node>,
    heat: Vec<Node>,
    text: Vec<Node>,
}

impl Pen<'_> {
    fn right(&self) -> f64 {
        self.layout.columns.last().map_or(self.layout.body.x, |column| column.right)
    }

    fn rule(&mut self, y: f64, colour: Rgb, width: f64) {
        let line = Path::line(vec![[self.layout.body.x, y], [self.right(), y]]).stroked(colour, width);
        self.grid.push(Node::Path(line));
    }

    /// Heads stand on the rule above the first row.
    fn head(&mut self) {
        let (layout, size) = (self.layout, self.layout.size);
        let bottom = layout.body.y + layout.head_height;
        let leading = size * HEAD_LEADING;
        let name = self.spec.lang.text(texts::TABLE_TERRITORY).to_owned();
        let base = bottom - size * 0.5;
        self.text.push(run(name, [layout.body.x, base], size, Weight::SemiBold, style::INK, Anchor::Start));
        for column in &layout.columns {
            let lines: usize = column.head.iter().map(Vec::len).sum();
            let mut y = base - leading * (lines.saturating_sub(1)) as f64;
            for (part, lines) in column.head.iter().enumerate() {
                let (weight, colour) =
                    if part == 0 { (Weight::SemiBold, style::INK) } else { (Weight::Regular, style::MUTED) };
                for line in lines {
                    self.text.push(run(line.clone(), [column.right, y], size, weight, colour, Anchor::End));
                    y += leading;
                }
            }
        }
        self.rule(bottom, style::INK, 0.9);
    }

    fn row(&mut self, row: &TableRow, y: f64) {
        let layout = self.layout;
        let weight = if row.chosen { Weight::SemiBold } else { Weight::Regular };
        let mut cells = Vec::with_capacity(layout.columns.len());
        for (i, place) in layout.columns.iter().enumerate() {
            let (column, value) = (&self.model.columns[i], row.cells[i]);
            let Some(indicator) = self.atlas.catalogue.get(&column.of.indicator) else { continue };
            let content = cell(self.spec.lang, &column.of, indicator, value);
            if let (true, Some(heat)) = (self.spec.view.heat, self.model.heat(i, value)) {
                let left = place.right - place.width;
                let pad = layout.size * 0.25;
                let ground = Path::rect(left + pad, y, place.width, layout.row);
                let datum = Datum { code: row.code.to_string(), label: format!("{}: {content}", row.name) };
                self.heat.push(Node::Path(ground.filled(Fill::Solid(heat_colour(heat))).meaning(datum)));
            }
            cells.push((content, if value.is_ok() { style::INK } else { style::MUTED }));
        }
        self.line(&row.name, cells, y, weight);
        self.rule(y + layout.row, style::GRID, 0.5);
    }

    /// The ATS and the summary, under a rule of their own.
    fn after(&mut self, mut y: f64) {
        self.rule(y, style::INK, 0.9);
        for row in after(self.spec, self.model, self.atlas) {
            let weight = if row.code.is_some() { Weight::SemiBold } else { Weight::Italic };
            let cells = row.texts(self.spec.lang, self.model, self.atlas);
            let cells = cells.into_iter().map(|cell| (cell, style::INK)).collect();
            self.line(&row.name, cells, y, weight);
            y += self.layout.row;
        }
    }

    fn line(&mut self, name: &str, cells: Vec<(String, Rgb)>, y: f64, weight: Weight) {
        let (layout, size) = (self.layout, self.layout.size);
        let base = y + layout.row / 2.0 + size * 0.35;
        let name = text::ellipsize(name, size, weight, layout.name_width + 0.01);
        self.text.push(run(name, [layout.body.x, base], size, weight, style::INK, Anchor::Start));
        for (place, (content, colour)) in layout.columns.iter().zip(cells) {
            // A column of numbers is upright, whatever its row's name.
            let weight = if weight == Weight::Italic { Weight::Regular } else { weight };
            self.text.push(run(content, [place.right, base], size, weight, colour, Anchor::End));
        }
    }
}
