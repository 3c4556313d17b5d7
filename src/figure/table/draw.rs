//! Draws a table that has been laid out.

use crate::base::Rgb;
use crate::document::TableSpec;
use crate::figure::chart::in_place;
use crate::figure::page::Page;
use crate::figure::page::layout::run;
use crate::figure::page::style;
use crate::i18n::texts;
use crate::scene::{Anchor, Fill, Group, Node, Path, Role, Weight, text};

use super::grid::Line;
use super::layout::{HEAD_LEADING, Layout};
use super::model::TableModel;

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
        pen.head();
        pen.lines();
        let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
        nodes.push(group(Role::Marks, pen.heat));
        nodes.push(group(Role::Axes, pen.grid));
        nodes.push(group(Role::Labels, pen.text));
    }
    nodes.push(Node::Group(page.footer.clone()));
    nodes
}

struct Pen<'a> {
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

    /// Headers are aligned to the rule above the first row.
    fn head(&mut self) {
        let (layout, size) = (self.layout, self.layout.size);
        let bottom = layout.body.y + layout.head_height;
        let leading = size * HEAD_LEADING;
        let (corner, base) = (layout.grid.corner.clone(), bottom - size * 0.5);
        self.text.push(run(corner, [layout.body.x, base], size, Weight::SemiBold, style::INK, Anchor::Start));
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

    /// The lines that fit; the last ones below a rule of their own.
    fn lines(&mut self) {
        let layout = self.layout;
        let (before, after) = layout.grid.lines.split_at(layout.grid.lines.len() - layout.grid.after);
        let mut y = layout.body.y + layout.head_height;
        for line in &before[..layout.rows] {
            self.line(line, y);
            y += layout.row;
            self.rule(y, style::GRID, 0.5);
        }
        self.rule(y, style::INK, 0.9);
        for line in after {
            self.line(line, y);
            y += layout.row;
        }
    }

    fn line(&mut self, line: &Line, y: f64) {
        let (layout, size, weight) = (self.layout, self.layout.size, line.weight);
        let base = y + layout.row / 2.0 + size * 0.35;
        let others = layout.grid.lines.iter().map(|other| other.name.as_str());
        let name = text::ellipsize_among(&line.name, others, size, weight, layout.name_width + 0.01);
        self.text.push(run(name, [layout.body.x, base], size, weight, style::INK, Anchor::Start));
        // Numbers are never italic, whatever the style of the row's name.
        let weight = if weight == Weight::Italic { Weight::Regular } else { weight };
        for (place, cell) in layout.columns.iter().zip(&line.cells) {
            if let Some((colour, datum)) = &cell.heat {
                let left = place.right - place.width + size * 0.25;
                let background = Path::rect(left, y, place.width, layout.row);
                let background = background.filled(Fill::Solid(*colour)).meaning(datum.clone());
                self.heat.push(Node::Path(background));
            }
            let (content, ink) = (cell.text.clone(), cell.ink);
            self.text.push(run(content, [place.right, base], size, weight, ink, Anchor::End));
        }
    }
}
