//! Tables: headings that are repeated on each page, rows that are never split, and decimal signs under one another.

use super::super::block::{Align, Cell, Column, HeaderCell, Row, Table};
use super::super::columns::Columns;
use super::super::numbers::Captioned;
use super::body::{Body, Stands, WIDTH};
use super::fields;
use super::kept::{BETWEEN_CELLS, Kind, Printed, text_digest};

/// Between a number and the border of its cell, in twentieths of a point.
const MARGIN: usize = 70;
/// The width of a digit in the typeface, in thousandths of its size.
const DIGIT: usize = 556;
/// More columns than these are set in smaller type.
const MANY_COLUMNS: usize = 9;
/// So is what would be set in less than this many points.
const TIGHT: f64 = 8.0;
/// The typeface of a document is whatever its reader has: it may run wider than ours.
pub const LOOSER: f64 = 1.06;

pub fn write(body: &mut Body<'_>, table: &Table) {
    let word = body.lang.text(Captioned::Table.name());
    let number =
        body.numbers.tables.iter().find(|known| known.id == table.id).map_or(0, |known| known.number);
    body.caption(word, &table.id, number, &table.caption, Stands::Above);
    if table.columns.is_empty() || (table.header.is_empty() && table.rows.is_empty()) {
        // Word opens no table without cells.
        body.notes(&table.notes);
        return;
    }
    let printed = Printed {
        kind: Kind::Table,
        id: table.id.clone(),
        digest: text_digest(&plain(table)),
        text: None,
        origin: None,
    };
    body.controls.open(&mut body.xml, printed, Some(&format!("{word} {number}")));
    let measured = Columns::of(table, body.lang.decimal_mark(), WIDTH as f64 / 20.0 / LOOSER);
    let widths = widths(&measured.widths);
    body.xml.open("w:tbl", &[]);
    properties(body, table);
    body.xml.open("w:tblGrid", &[]);
    for width in &widths {
        body.xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
    }
    body.xml.close();
    let set = Set::of(body, table, widths, is_tight(table, &measured));
    for row in &table.header {
        set.header(body, row);
    }
    for row in &table.rows {
        set.row(body, row);
    }
    body.xml.close();
    body.xml.close();
    body.xml.close();
    if table.notes.is_empty() {
        body.styled("Spaziotabella", |_| {});
    }
    body.notes(&table.notes);
}

/// Whether a table is set in smaller type.
pub fn is_tight(table: &Table, measured: &Columns) -> bool {
    table.is_compact || table.columns.len() > MANY_COLUMNS || measured.size < TIGHT
}

fn properties(body: &mut Body<'_>, table: &Table) {
    let xml = &mut body.xml;
    xml.open("w:tblPr", &[]);
    xml.set("w:tblStyle", "TabellaAtlante");
    xml.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    xml.empty(
        "w:tblLook",
        &[
            ("w:val", "0620"),
            ("w:firstRow", if table.header.is_empty() { "0" } else { "1" }),
            ("w:lastRow", "0"),
            ("w:firstColumn", "0"),
            ("w:lastColumn", "0"),
            ("w:noHBand", "1"),
            ("w:noVBand", "1"),
        ],
    );
    xml.set("w:tblCaption", &table.caption);
    xml.set("w:tblDescription", &table.description);
    xml.close();
}

/// The widths of the columns, which add up to the width of the text.
fn widths(measured: &[f64]) -> Vec<usize> {
    let share = |width: &f64| if width.is_finite() { width.max(0.01) } else { 1.0 };
    let total: f64 = measured.iter().map(share).sum();
    let mut widths: Vec<usize> =
        measured.iter().map(|width| (share(width) / total * WIDTH as f64).floor() as usize).collect();
    let rest = WIDTH.saturating_sub(widths.iter().sum());
    if let Some(first) = widths.first_mut() {
        *first += rest;
    }
    widths
}

/// How a table is set.
struct Set<'a> {
    columns: &'a [Column],
    widths: Vec<usize>,
    /// Where the decimal signs of each column stand, from the left of the cell's contents.
    tabs: Vec<Option<usize>>,
    is_tight: bool,
}

impl<'a> Set<'a> {
    fn of(body: &Body<'_>, table: &'a Table, widths: Vec<usize>, is_tight: bool) -> Self {
        let mark = body.lang.decimal_mark();
        // Half points of the type.
        let size = if is_tight { 14 } else { 17 };
        let digit = size * 10 * DIGIT / 1_000;
        let tab = |(i, column): (usize, &Column)| {
            let inner = widths.get(i)?.saturating_sub(2 * MARGIN);
            let cells = table.rows.iter().filter_map(|row| row.cells.get(i)).map(text);
            let after = cells.map(|cell| after_mark(cell, mark)).max().unwrap_or(0);
            (column.align == Align::Decimal).then(|| inner.saturating_sub(after * digit / 2).max(digit))
        };
        let tabs = table.columns.iter().enumerate().map(tab).collect();
        Self { columns: &table.columns, widths, tabs, is_tight }
    }

    fn begin_row(&self, body: &mut Body<'_>, is_header: bool) {
        body.xml.open("w:tr", &[]);
        body.xml.open("w:trPr", &[]);
        body.xml.empty("w:cantSplit", &[]);
        if is_header {
            body.xml.empty("w:tblHeader", &[]);
        }
        body.xml.close();
    }

    fn begin_cell(&self, body: &mut Body<'_>, column: usize, span: usize, is_strong: bool) {
        let width: usize = self.widths.iter().skip(column).take(span).sum();
        body.xml.open("w:tc", &[]);
        body.xml.open("w:tcPr", &[]);
        body.xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        if span > 1 {
            body.xml.set("w:gridSpan", &span.to_string());
        }
        if is_strong {
            body.xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "F3F6F9")]);
        }
        body.xml.close();
    }

    fn header(&self, body: &mut Body<'_>, cells: &[HeaderCell]) {
        self.begin_row(body, true);
        let mut column = 0;
        for cell in cells {
            let left = self.columns.len().saturating_sub(column);
            if left == 0 {
                break;
            }
            let span = cell.span.clamp(1, left);
            self.begin_cell(body, column, span, false);
            let align = self.columns.get(column).map_or(Align::Start, |column| column.align);
            body.xml.open("w:p", &[]);
            body.xml.open("w:pPr", &[]);
            let style = if self.is_tight { "Intestazionetabellafitta" } else { "Intestazionetabella" };
            body.xml.set("w:pStyle", style);
            match align {
                _ if span > 1 => body.xml.set("w:jc", "center"),
                Align::Decimal | Align::End => body.xml.set("w:jc", "right"),
                Align::Centre => body.xml.set("w:jc", "center"),
                Align::Start => {}
            }
            body.xml.close();
            fields::run(&mut body.xml, &cell.text, None);
            body.xml.close();
            body.xml.close();
            column += span;
        }
        self.rest(body, column);
        body.xml.close();
    }

    fn row(&self, body: &mut Body<'_>, row: &Row) {
        self.begin_row(body, false);
        for (i, cell) in row.cells.iter().take(self.columns.len()).enumerate() {
            self.begin_cell(body, i, 1, row.strong);
            self.begin_paragraph(body, i);
            match cell {
                Cell::Text(text) => {
                    let style = row.strong.then_some("Enfasigrassetto");
                    fields::run(&mut body.xml, text, style);
                }
                Cell::Value(value) => body.value(value, row.strong),
                Cell::Field(field) => body.field(field),
                Cell::Empty => {}
            }
            body.xml.close();
            body.xml.close();
        }
        self.rest(body, row.cells.len());
        body.xml.close();
    }

    fn begin_paragraph(&self, body: &mut Body<'_>, column: usize) {
        body.xml.open("w:p", &[]);
        body.xml.open("w:pPr", &[]);
        body.xml.set("w:pStyle", if self.is_tight { "Testotabellafitta" } else { "Testotabella" });
        if let Some(Some(tab)) = self.tabs.get(column) {
            body.xml.open("w:tabs", &[]);
            body.xml.empty("w:tab", &[("w:val", "decimal"), ("w:pos", &tab.to_string())]);
            body.xml.close();
        }
        match self.columns.get(column).map(|column| column.align) {
            Some(Align::Centre) => body.xml.set("w:jc", "center"),
            Some(Align::End) => body.xml.set("w:jc", "right"),
            _ => {}
        }
        body.xml.close();
    }

    /// Empty cells to the end of a row.
    fn rest(&self, body: &mut Body<'_>, from: usize) {
        for i in from..self.columns.len() {
            self.begin_cell(body, i, 1, false);
            self.begin_paragraph(body, i);
            body.xml.close();
            body.xml.close();
        }
    }
}

/// The text of a cell; none of a place to write in.
fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text,
        Cell::Value(value) => &value.text,
        Cell::Field(_) | Cell::Empty => "",
    }
}

/// How many half digits wide is what stands to the right of where the decimal sign is or would be; the sign itself is half
/// as wide as a digit.
fn after_mark(text: &str, mark: char) -> usize {
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    match text.split_once(mark) {
        Some((before, after)) if before.contains(|c: char| c.is_ascii_digit()) => {
            2 * after.chars().count() + 1
        }
        _ if has_digit => 2 * text.chars().rev().take_while(|c| !c.is_ascii_digit()).count(),
        _ => 0,
    }
}

/// The text of a table as it is compared later.
fn plain(table: &Table) -> String {
    let mut cells: Vec<&str> = Vec::new();
    for row in &table.header {
        cells.extend(row.iter().map(|cell| cell.text.as_str()));
    }
    for row in &table.rows {
        let given = row.cells.iter().take(table.columns.len()).map(text);
        cells.extend(
            given.chain(std::iter::repeat_n("", table.columns.len().saturating_sub(row.cells.len()))),
        );
    }
    cells.join(&BETWEEN_CELLS.to_string())
}
