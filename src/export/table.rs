//! Tables of values to CSV and JSON.

use serde::Serialize;

use crate::data::{PublishedRow, Table, Value};

#[derive(Serialize)]
struct JsonRow<'a> {
    code: &'a str,
    name: &'a str,
    year: i16,
    date: Option<String>,
    value: Option<f64>,
    status: &'static str,
}

/// The word for a value that is there.
const PRESENT: &str = "ok";

fn status(value: Value) -> &'static str {
    value.err().map_or(PRESENT, |reason| reason.id())
}

fn rows(table: &Table) -> impl Iterator<Item = JsonRow<'_>> {
    table.rows.iter().map(|row| JsonRow {
        code: row.code.as_str(),
        name: &row.name,
        year: table.date.year(),
        date: Some(table.date.to_string()),
        value: row.value.ok(),
        status: status(row.value),
    })
}

fn published_rows<'a>(rows: &'a [PublishedRow<'a>]) -> impl Iterator<Item = JsonRow<'a>> {
    rows.iter().map(|row| JsonRow {
        code: row.area.code.as_str(),
        name: &row.area.name,
        year: row.reference.year(),
        date: row.reference.date().map(|date| date.to_string()),
        value: row.value.ok(),
        status: status(row.value),
    })
}

/// Rows `{code, name, year, date, value, status}`; full precision, null where there is no value.
pub fn json(table: &Table) -> String {
    to_json(rows(table))
}

/// The same of published values; `date` is null where they are of a whole year.
pub fn published_json(rows: &[PublishedRow<'_>]) -> String {
    to_json(published_rows(rows))
}

/// The same as comma-separated UTF-8 text, decimal point, full precision, empty where there is no value.
pub fn csv(table: &Table) -> String {
    to_csv(rows(table))
}

/// The same of published values; `date` is empty where they are of a whole year.
pub fn published_csv(rows: &[PublishedRow<'_>]) -> String {
    to_csv(published_rows(rows))
}

fn to_json<'a>(rows: impl Iterator<Item = JsonRow<'a>>) -> String {
    let rows: Vec<_> = rows.collect();
    serde_json::to_string_pretty(&rows).expect("rows of text and numbers always serialise")
}

fn to_csv<'a>(rows: impl Iterator<Item = JsonRow<'a>>) -> String {
    let mut out = String::from("code,name,year,date,value,status\n");
    for row in rows {
        let value = row.value.map(|x| x.to_string()).unwrap_or_default();
        let (year, date) = (row.year.to_string(), row.date.unwrap_or_default());
        out.push_str(&[row.code, &quoted(row.name), &year, &date, &value, row.status].join(","));
        out.push('\n');
    }
    out
}

/// A text field as RFC 4180 writes it. One that a spreadsheet would run as a formula is defused with an
/// apostrophe.
pub fn quoted(field: &str) -> String {
    quoted_for(field, ',')
}

/// The same where fields are parted by another sign.
pub(super) fn quoted_for(field: &str, separator: char) -> String {
    let defused = match field.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{field}"),
        _ => field.to_owned(),
    };
    if defused.contains([separator, '"', '\n', '\r']) {
        format!("\"{}\"", defused.replace('"', "\"\""))
    } else {
        defused
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_and_formulas_defused() {
        assert_eq!(quoted("Cesano Boscone"), "Cesano Boscone");
        assert_eq!(quoted("a,\"b\""), "\"a,\"\"b\"\"\"");
        assert_eq!(quoted("=1+1"), "'=1+1");
    }
}
