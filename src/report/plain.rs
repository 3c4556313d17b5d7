//! A report as plain text: to read its sentences, and to compare two of them.

use super::block::{Block, Cell, Paragraph, Report, Row, Table};
use super::printed::text_of;

/// Headings, sentences and tables, in reading order; figures by their captions.
pub fn plain(report: &Report) -> String {
    let mut out = String::new();
    for block in &report.blocks {
        match block {
            Block::Cover(cover) => {
                line(&mut out, &cover.title);
                line(&mut out, &cover.subtitle);
                cover.lines.iter().for_each(|text| line(&mut out, text));
            }
            Block::Heading { level, text, .. } => {
                line(&mut out, "");
                line(&mut out, &format!("{} {text}", "#".repeat(usize::from(*level))));
            }
            Block::Paragraph(own) => paragraph(&mut out, "", own),
            Block::Bullets(all) => all.iter().for_each(|own| paragraph(&mut out, "- ", own)),
            Block::Table(own) => table(&mut out, own),
            Block::Figure(figure) => {
                line(&mut out, &format!("[{}]", figure.caption));
                figure.notes.iter().for_each(|own| paragraph(&mut out, "  ", own));
            }
            Block::Field(field) => line(&mut out, &format!("[… {}]", field.prompt)),
            Block::Contents(_) | Block::PageBreak => {}
        }
    }
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn paragraph(out: &mut String, before: &str, paragraph: &Paragraph) {
    let sentences: Vec<String> = paragraph.sentences.iter().map(text_of).collect();
    line(out, &format!("{before}{}", sentences.join(" ")));
}

fn table(out: &mut String, table: &Table) {
    line(out, &format!("[{}]", table.caption));
    for cells in &table.header {
        line(out, &cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("\t"));
    }
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Value(value) => value.text.clone(),
        Cell::Field(field) => format!("[… {}]", field.prompt),
        Cell::Empty => String::new(),
    };
    let row = |row: &Row| row.cells.iter().map(text).collect::<Vec<_>>().join("\t");
    table.rows.iter().for_each(|own| line(out, &row(own)));
    table.notes.iter().for_each(|own| paragraph(out, "  ", own));
}
