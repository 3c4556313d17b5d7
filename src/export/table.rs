//! Tables of values as CSV and JSON.

use serde::Serialize;

use crate::data::{Bilingual, PublishedRow, Table, Value};

#[derive(Serialize)]
struct JsonRow<'a> {
    code: &'a str,
    name: &'a str,
    year: i16,
    date: Option<String>,
    value: Option<f64>,
    status: &'static str,
    indicator: &'a str,
    unit: &'a str,
    level: Option<&'static str>,
    method: &'static str,
    quality: Option<&'static str>,
    source: &'a str,
    /// The limits between which the value lies, where some of its parts are withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    between: Option<[f64; 2]>,
    /// How many of its Comuni have no value of their own, where the value lies between limits.
    #[serde(skip_serializing_if = "Option::is_none")]
    hidden: Option<usize>,
    /// What must be known of it alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    what_if: Option<&'a str>,
    /// The Comuni that nobody gives a value for, where others have one, and how many Comuni the unit has.
    #[serde(skip_serializing_if = "Option::is_none")]
    lacking: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<usize>,
}

/// The method of values taken over from a publication instead of computed here.
const AS_PUBLISHED: &str = "as_published";

/// The status of a value that is present.
const PRESENT: &str = "ok";

fn status(value: Value) -> &'static str {
    value.err().map_or(PRESENT, |reason| reason.id())
}

/// What is the same for every row, and without which the values could not be identified.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Label<'a> {
    /// Id of the indicator.
    pub indicator: &'a str,
    /// Unit; for a value by another method than the pooled one it names the method.
    pub unit: &'a str,
    pub source: &'a str,
    /// The hypothesis that the values stand on.
    pub what_if: Option<&'a str>,
}

fn rows<'a>(table: &'a Table, label: Label<'a>) -> impl Iterator<Item = JsonRow<'a>> {
    table.rows.iter().map(move |row| JsonRow {
        code: row.code.as_str(),
        name: &row.name,
        year: table.date.year(),
        date: Some(table.date.to_string()),
        value: row.value.ok(),
        status: status(row.value),
        indicator: label.indicator,
        unit: label.unit,
        level: Some(table.level.id()),
        method: table.method.id(),
        quality: row.value.is_ok().then(|| row.quality.id()),
        source: label.source,
        between: row.bounds.map(|(low, high)| [low, high]),
        hidden: row.bounds.map(|_| row.hidden),
        note: None,
        what_if: label.what_if,
        lacking: row.lacking.as_ref().map(|lacking| lacking.names.as_slice()),
        of: row.lacking.as_ref().map(|lacking| lacking.of),
    })
}

fn published_rows<'a>(
    rows: &'a [PublishedRow<'a>],
    label: Label<'a>,
    pick: impl Fn(&'a Bilingual) -> &'a str,
) -> impl Iterator<Item = JsonRow<'a>> {
    rows.iter().map(move |row| JsonRow {
        code: row.area.code.as_str(),
        name: &row.area.name,
        year: row.reference.year(),
        date: row.reference.date().map(|date| date.to_string()),
        value: row.value.ok(),
        status: status(row.value),
        indicator: label.indicator,
        unit: label.unit,
        level: Some(row.area.kind.id()),
        method: AS_PUBLISHED,
        quality: row.value.is_ok().then(|| row.quality.id()),
        source: label.source,
        between: None,
        hidden: None,
        note: row.note.map(&pick),
        what_if: label.what_if,
        lacking: None,
        of: None,
    })
}

/// Rows `{code, name, year, date, value, status, …}` with the label on each; full precision, null where there is no
/// value.
pub fn json(table: &Table, label: Label<'_>) -> String {
    to_json(rows(table, label))
}

/// The same of published values; `date` is null where they are of a whole year. `pick` has the language of the notes.
pub(crate) fn published_json<'a>(
    rows: &'a [PublishedRow<'a>],
    label: Label<'a>,
    pick: impl Fn(&'a Bilingual) -> &'a str,
) -> String {
    to_json(published_rows(rows, label, pick))
}

/// As [`json`], but comma-separated UTF-8 text with a decimal point, full precision, and empty where there is no
/// value.
pub fn csv(table: &Table, label: Label<'_>) -> String {
    to_csv(rows(table, label))
}

/// As [`csv()`], for published values; `date` is empty where they refer to a whole year.
pub(crate) fn published_csv<'a>(
    rows: &'a [PublishedRow<'a>],
    label: Label<'a>,
    pick: impl Fn(&'a Bilingual) -> &'a str,
) -> String {
    to_csv(published_rows(rows, label, pick))
}

fn to_json<'a>(rows: impl Iterator<Item = JsonRow<'a>>) -> String {
    let rows: Vec<_> = rows.collect();
    serde_json::to_string_pretty(&rows).expect("rows of text and numbers always serialise")
}

/// The columns on withheld values come last, and only where some are withheld.
fn to_csv<'a>(rows: impl Iterator<Item = JsonRow<'a>>) -> String {
    let rows: Vec<JsonRow<'a>> = rows.collect();
    let has_notes = rows.iter().any(|row| row.note.is_some());
    let has_bounds = rows.iter().any(|row| row.between.is_some());
    let has_lacking = rows.iter().any(|row| row.lacking.is_some());
    let mut out = String::from("code,name,year,date,value,status,indicator,unit,level,method,quality,source");
    out.push_str(if has_bounds { ",least,greatest,hidden" } else { "" });
    let has_hypothesis = rows.iter().any(|row| row.what_if.is_some());
    out.push_str(if has_lacking { ",lacking,of" } else { "" });
    out.push_str(if has_notes { ",note" } else { "" });
    out.push_str(if has_hypothesis { ",what_if\n" } else { "\n" });
    for row in rows {
        let value = row.value.map(|x| x.to_string()).unwrap_or_default();
        let (year, date) = (row.year.to_string(), row.date.unwrap_or_default());
        let [code, name, indicator, unit, source] =
            [row.code, row.name, row.indicator, row.unit, row.source].map(quoted);
        let fields = [
            &code,
            &name,
            &year,
            &date,
            &value,
            row.status,
            &indicator,
            &unit,
            row.level.unwrap_or_default(),
            row.method,
            row.quality.unwrap_or_default(),
            &source,
        ];
        out.push_str(&fields.join(","));
        match (row.between, row.hidden) {
            (Some([low, high]), Some(hidden)) => out.push_str(&format!(",{low},{high},{hidden}")),
            _ if has_bounds => out.push_str(",,,"),
            _ => {}
        }
        match (row.lacking, row.of) {
            (Some(names), Some(of)) => out.push_str(&format!(",{},{of}", quoted(&names.join("; ")))),
            _ if has_lacking => out.push_str(",,"),
            _ => {}
        }
        if has_notes {
            out.push_str(&format!(",{}", quoted(row.note.unwrap_or_default())));
        }
        if has_hypothesis {
            out.push_str(&format!(",{}", quoted(row.what_if.unwrap_or_default())));
        }
        out.push('\n');
    }
    out
}

/// A text field quoted as in RFC 4180. One that a spreadsheet would run as a formula is neutralised with an
/// apostrophe.
pub fn quoted(field: &str) -> String {
    quoted_for(field, ',')
}

/// As [`quoted`], for another separator.
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

    /// The code of a territory of one's own boundaries may be anything.
    #[test]
    fn no_cell_of_a_table_is_a_formula() {
        let row = JsonRow {
            code: "=1+1",
            name: "+a",
            year: 2023,
            date: None,
            value: Some(-1.5),
            status: PRESENT,
            indicator: "@b",
            unit: "-",
            level: None,
            method: AS_PUBLISHED,
            quality: None,
            source: "=c,d",
            between: None,
            hidden: None,
            note: Some("=e"),
            what_if: None,
            lacking: None,
            of: None,
        };
        let text = to_csv(std::iter::once(row));
        assert_eq!(text.lines().nth(1), Some("'=1+1,'+a,2023,,-1.5,ok,'@b,'-,,as_published,,\"'=c,d\",'=e"));
    }

    #[test]
    fn fields_are_quoted_and_formulas_defused() {
        assert_eq!(quoted("Cesano Boscone"), "Cesano Boscone");
        assert_eq!(quoted("a,\"b\""), "\"a,\"\"b\"\"\"");
        assert_eq!(quoted("=1+1"), "'=1+1");
    }
}
