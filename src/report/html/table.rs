//! Tables: real ones, whose headers name what they head.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::export::Escaped;
use crate::figure::table::Aligned;
use crate::i18n::Lang;
use crate::report::block::{Align, Cell, Row, Table};
use crate::scene::Weight;

/// The room after numbers that were written so far, in hundredths of the type size. Each is a class: a style of its own on
/// a cell is what the content policy forbids.
pub type Rooms = BTreeSet<u32>;

/// The rules for those classes.
pub fn rules(rooms: &Rooms) -> String {
    let rule =
        |room: &u32| format!(".p{room} {{ padding-right: calc(.5rem + {}em); }}\n", f64::from(*room) / 100.0);
    rooms.iter().map(rule).collect()
}

/// Writes a table below its caption. `id` is what its caption and description are called by.
pub fn table(out: &mut String, table: &Table, caption: &str, id: &str, lang: Lang, rooms: &mut Rooms) {
    let columns = table.all_columns();
    let aligned = table.aligned(lang.decimal_mark());
    let class = |i: usize| match columns.get(i).map(|column| column.align) {
        Some(Align::Decimal | Align::End) => "n",
        Some(Align::Centre) => "c",
        Some(Align::Start) | None => "",
    };
    let described = if table.description.is_empty() {
        String::new()
    } else {
        format!(" aria-describedby=\"{id}-about\"")
    };
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "<div class=\"wide\" role=\"group\" aria-labelledby=\"{id}-caption\">\n<table{described}>\n\
         <caption id=\"{id}-caption\">{}</caption>",
        Escaped(caption)
    );
    if !table.header.is_empty() {
        out.push_str("<thead>\n");
        for row in &table.header {
            out.push_str("<tr>");
            let mut at = 0;
            for cell in row {
                let span = cell.span.max(1);
                let (scope, class) = if span > 1 { ("colgroup", "c") } else { ("col", class(at)) };
                let spanned = if span > 1 { format!(" colspan=\"{span}\"") } else { String::new() };
                let class = attribute(class);
                let _ = match cell.text.trim() {
                    // A header without words heads nothing.
                    "" => write!(out, "<td{spanned}></td>"),
                    _ => write!(out, "<th scope=\"{scope}\"{spanned}{class}>{}</th>", Escaped(&cell.text)),
                };
                at += span;
            }
            (at..columns.len()).for_each(|_| out.push_str("<td></td>"));
            out.push_str("</tr>\n");
        }
        out.push_str("</thead>\n");
    }
    out.push_str("<tbody>\n");
    for row in &table.rows {
        out.push_str(if row.strong { "<tr class=\"strong\">" } else { "<tr>" });
        for i in 0..columns.len() {
            let room = aligned.get(i).and_then(Option::as_ref).map_or(0, |aligned| room(aligned, row, i));
            let mut class = class(i).to_owned();
            if room > 0 {
                rooms.insert(room);
                let _ = write!(class, " p{room}");
            }
            cell(out, row.cells.get(i).unwrap_or(&Cell::Empty), i, &attribute(&class));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
    if !table.description.is_empty() {
        let _ = writeln!(out, "<p class=\"unseen\" id=\"{id}-about\">{}</p>", Escaped(&table.description));
    }
}

fn cell(out: &mut String, cell: &Cell, column: usize, class: &str) {
    // Writing to a string cannot fail.
    let _ = match cell {
        cell if cell.heads_row(column) => {
            write!(out, "<th scope=\"row\"{class}>{}</th>", Escaped(cell.words()))
        }
        Cell::Field(field) => {
            write!(out, "<td{class}><span class=\"prompt\">{}</span></td>", Escaped(&field.prompt))
        }
        cell => write!(out, "<td{class}>{}</td>", Escaped(cell.words())),
    };
}

fn attribute(class: &str) -> String {
    if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") }
}

/// The room after a cell by which numbers are aligned, in hundredths of the type size.
fn room(aligned: &Aligned, row: &Row, i: usize) -> u32 {
    let weight = if row.strong { Weight::SemiBold } else { Weight::Regular };
    let words = row.cells.get(i).map_or("", Cell::words);
    (aligned.room_after(words, weight) * 100.0).round().max(0.0) as u32
}
