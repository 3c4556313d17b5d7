//! On which page each heading, figure and table of a Word document will be. Only who sets the pages knows it, and lists of
//! contents without numbers are of no use on paper: here the pages are reckoned from the styles, with our typeface for whichever
//! the reader has. The document says that they are estimated, and Word puts its own in their place when it renews them.

use std::collections::BTreeMap;

use crate::i18n::{Lang, texts as t};
use crate::scene::{Weight, text};

use super::super::beside::{GAP, beside};
use super::super::block::{Block, Figure, Paragraph, Report, Role, Run, Sentence, Table};
use super::super::columns::Columns;
use super::super::numbers::Numbers;
use super::body::WIDTH;
use super::table::{LOOSER, is_tight};

/// The height of the text of a page: A4 without its margins.
const HEIGHT: f64 = (16_838.0 - 1_191.0 - 1_021.0) / 20.0;
/// A line of the typefaces of offices, in sizes of their type.
const LINE: f64 = 1.15;
/// The text runs a little looser than its lines: 252 of 240.
const LEADING: f64 = 1.05;
/// What must follow a heading on its page.
const WITH_HEADING: f64 = 70.0;

struct Flow<'a> {
    lang: Lang,
    numbers: &'a Numbers,
    page: usize,
    y: f64,
    pages: BTreeMap<String, usize>,
}

/// The page of each heading, figure and table, by its id.
pub fn pages(report: &Report, numbers: &Numbers) -> BTreeMap<String, usize> {
    let mut flow = Flow { lang: report.lang, numbers, page: 1, y: 0.0, pages: BTreeMap::new() };
    let begins = beside(&report.blocks);
    for (at, block) in report.blocks.iter().enumerate() {
        match (block, report.blocks.get(at + 1)) {
            _ if at > 0 && begins[at - 1] => {}
            (Block::Figure(left), Some(Block::Figure(right))) if begins[at] => flow.beside([left, right]),
            _ => flow.block(block),
        }
    }
    flow.pages
}

/// The width of the text, in points.
fn room() -> f64 {
    WIDTH as f64 / 20.0
}

fn lines(words: &str, size: f64, width: f64) -> f64 {
    text::wrap(words, size, Weight::Regular, width).len().max(1) as f64
}

fn words(sentences: &[Sentence]) -> String {
    let run = |run: &Run| match run {
        Run::Text(text) | Run::Strong(text) => text.clone(),
        Run::Value(value) => value.text.clone(),
        // As long as "Tabella 10".
        Run::Reference { .. } => "0".repeat(10),
    };
    let sentences: Vec<String> =
        sentences.iter().map(|sentence| sentence.runs.iter().map(run).collect::<String>()).collect();
    sentences.join(" ")
}

impl Flow<'_> {
    fn next_page(&mut self) {
        (self.page, self.y) = (self.page + 1, 0.0);
    }

    /// Puts something that is not divided.
    fn put(&mut self, height: f64) {
        if self.y > 0.0 && self.y + height > HEIGHT {
            self.next_page();
        }
        self.y += height.min(HEIGHT);
    }

    /// Puts lines, which go on on the next page.
    fn put_lines(&mut self, count: f64, height: f64, after: f64) {
        for _ in 0..count as usize {
            self.put(height);
        }
        self.y += after;
    }

    fn paragraph(&mut self, paragraph: &Paragraph, indent: f64) {
        let words = words(&paragraph.sentences);
        match paragraph.role {
            Role::Note => self.put_lines(lines(&words, 7.5, room()), 7.5 * LINE, 4.5),
            Role::Caution => self.put_lines(lines(&words, 10.0, room() - 24.0), 10.0 * LINE * LEADING, 11.0),
            Role::Body => self.put_lines(lines(&words, 10.0, room() - indent), 10.0 * LINE * LEADING, 4.5),
        }
    }

    fn caption(&self, text: &str) -> f64 {
        let before = format!("{}\u{a0}10 – ", self.lang.text(t::PAGES_FIGURE));
        6.0 + lines(&format!("{before}{text}"), 9.0, room()) * 9.0 * LINE + 3.0
    }

    fn notes(&mut self, notes: &[Paragraph]) {
        notes.iter().for_each(|note| self.paragraph(note, 0.0));
    }

    fn figure_height(figure: &Figure, room: f64) -> f64 {
        let (width, height) = (figure.scene.width.0, figure.scene.height.0);
        height * (room / width.max(1.0)).min(1.0)
    }

    fn figure(&mut self, figure: &Figure) {
        self.put(6.0 + Self::figure_height(figure, room()) + self.caption(&figure.caption));
        self.pages.insert(figure.id.clone(), self.page);
        self.notes(&figure.notes);
    }

    fn beside(&mut self, figures: [&Figure; 2]) {
        let half = (room() - GAP) / 2.0;
        let height = figures.iter().map(|figure| Self::figure_height(figure, half)).fold(0.0, f64::max);
        let captions: f64 = figures.iter().map(|figure| self.caption(&figure.caption)).sum();
        self.put(6.0 + height + captions);
        for figure in figures {
            self.pages.insert(figure.id.clone(), self.page);
        }
        figures.into_iter().for_each(|figure| self.notes(&figure.notes));
    }

    fn table(&mut self, table: &Table) {
        let measured = Columns::of(table, self.lang.decimal_mark(), room() / LOOSER);
        let (size, around) = if is_tight(table, &measured) { (7.0, 2.5) } else { (8.5, 4.1) };
        let (inner, line) = (7.0, size * LINE);
        let width =
            |i: usize| measured.widths.get(i).map_or(20.0, |width| (width * LOOSER - inner).max(10.0));
        let header: f64 = table
            .header
            .iter()
            .map(|row| {
                let mut at = 0;
                let cell = |cell: &super::super::block::HeaderCell| {
                    let span = (at..at + cell.span.max(1)).map(width).sum();
                    at += cell.span.max(1);
                    lines(&cell.text, size, span)
                };
                row.iter().map(cell).fold(1.0, f64::max) * line + 4.1
            })
            .sum();
        let row = |row: &super::super::block::Row| {
            let cells = row.cells.iter().enumerate();
            cells.map(|(i, cell)| lines(cell.words(), size, width(i))).fold(1.0, f64::max) * line + around
        };
        let rows: Vec<f64> = table.rows.iter().map(row).collect();
        self.put(self.caption(&table.caption) + header + rows.first().copied().unwrap_or(0.0));
        self.pages.insert(table.id.clone(), self.page);
        for height in rows.into_iter().skip(1) {
            if self.y + height > HEIGHT {
                self.next_page();
                self.y = header;
            }
            self.y += height;
        }
        self.notes(&table.notes);
        if table.notes.is_empty() {
            self.y += 6.0;
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Cover(_) | Block::PageBreak => {
                if self.y > 0.0 || matches!(block, Block::Cover(_)) {
                    self.next_page();
                }
            }
            Block::Contents(kind) => {
                use super::super::block::Contents;
                let (count, line) = match kind {
                    Contents::Headings => (self.numbers.headings.len() as f64, 10.0 * LINE * LEADING + 1.5),
                    Contents::Figures => (entries(&self.numbers.figures), 8.5 * LINE * LEADING + 1.0),
                    Contents::Tables => (entries(&self.numbers.tables), 8.5 * LINE * LEADING + 1.0),
                };
                if count > 0.0 {
                    self.put(12.0 + 13.0 * LINE + 5.0 + line);
                    self.put_lines(count - 1.0, line, 0.0);
                }
            }
            Block::Heading { id, level, text } => {
                let (size, around) =
                    [(15.0, 22.0), (12.0, 16.0), (11.0, 16.0)][usize::from(*level).clamp(1, 3) - 1];
                let height = lines(text, size, room()) * size * LINE + around;
                if self.y > 0.0 && self.y + height + WITH_HEADING > HEIGHT {
                    self.next_page();
                }
                self.pages.insert(id.clone(), self.page);
                self.put(height);
            }
            Block::Paragraph(paragraph) => self.paragraph(paragraph, 0.0),
            Block::Bullets(items) => items.iter().for_each(|item| self.paragraph(item, 20.0)),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Field(_) => self.put(10.0 * LINE * LEADING + 4.5),
        }
    }
}

/// The lines of a list of captions, of which long ones take two.
fn entries(captions: &[super::super::numbers::Caption]) -> f64 {
    let entry = |caption: &super::super::numbers::Caption| {
        lines(&format!("{} – {}", caption.label, caption.caption), 8.5, room() - 30.0)
    };
    captions.iter().map(entry).sum()
}
