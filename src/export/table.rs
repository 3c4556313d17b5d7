//! Tables of values to CSV and JSON.

use serde::Serialize;

use crate::data::Table;

#[derive(Serialize)]
struct JsonRow<'a> {
    code: &'a str,
    name: &'a str,
    year: i16,
    date: String,
    value: Option<f64>,
    status: &'static str,
}

/// The word for a value that is there.
const PRESENT: &str = "ok";

fn rows(table: &Table) -> impl Iterator<Item = JsonRow<'_>> {
    table.rows.iter().map(|row| JsonRow {
        code: row.code.as_str(),
        name: &row.name,
        year: table.date.year(),
        date: table.date.to_string(),
        value: row.value.ok(),
        status: row.value.err().map_or(PRESENT, |reason| reason.id()),
    })
}

/// Rows `{code, name, year, date, value, status}`; full precision, null where there is no value.
pub fn json(table: &Table) -> String {
    let rows: Vec<_> = rows(table).collect();
    serde_json::to_string_pretty(&rows).expect("rows of text and numbers always serialise")
}

/// The same as comma-separated UTF-8 text, decimal point, full precision, empty where there is no value.
pub fn csv(table: &Table) -> String {
    let mut out = String::from("code,name,year,date,value,status\n");
    for row in rows(table) {
        let value = row.value.map(|x| x.to_string()).unwrap_or_default();
        let fields =
            [row.code, &quoted(row.name), &row.year.to_string(), &row.date, &value, row.status].join(",");
        out.push_str(&fields);
        out.push('\n');
    }
    out
}

/// A text field as RFC 4180 writes it. One that a spreadsheet would run as a formula is defused with an
/// apostrophe.
pub fn quoted(field: &str) -> String {
    let defused = match field.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{field}"),
        _ => field.to_owned(),
    };
    if defused.contains([',', '"', '\n', '\r']) {
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
