//! JSON as sites of open data write tables: a list of records, each with its cells by the names of the columns.

use serde_json::{Map, Value};

use super::raw_table::{RawTable, number_text};
use super::text::decode;

/// The table of such a file; `None` for any other JSON.
pub(super) fn read(file: &str, bytes: &[u8]) -> Option<RawTable> {
    let decoded = decode(bytes).ok()?;
    let records: Vec<Map<String, Value>> = serde_json::from_str(&decoded.text).ok()?;
    let mut names: Vec<&String> = Vec::new();
    for record in records.iter().take(1_000) {
        // What has parts of its own is no cell.
        let cells = record.iter().filter(|(_, value)| !value.is_object() && !value.is_array());
        names.extend(cells.map(|(name, _)| name).filter(|name| !names.contains(name)).collect::<Vec<_>>());
    }
    if names.len() < 2 {
        return None;
    }
    let mut table = RawTable::new(file, None);
    table.push(1, names.iter().map(|name| name.as_str())).ok()?;
    for (i, record) in records.iter().enumerate() {
        let cell = |name: &&String| match record.get(*name) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) if number.is_f64() => {
                number.as_f64().map(number_text).unwrap_or_default()
            }
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Bool(is_so)) => if *is_so { "sì" } else { "no" }.to_owned(),
            _ => String::new(),
        };
        let cells: Vec<String> = names.iter().map(cell).collect();
        table.push(u32::try_from(i + 2).ok()?, cells.iter().map(String::as_str)).ok()?;
    }
    Some(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_rows() {
        let text = br#"[{"comune": "Rho", "utenti": 5, "quota": 1.234}, {"comune": "Lodi", "utenti": null, "altro": [1]}]"#;
        let table = read("a.json", text).expect("a table");
        let rows: Vec<Vec<&str>> = (0..table.len()).map(|row| table.row(row).collect()).collect();
        assert_eq!(rows, [["comune", "quota", "utenti"], ["Rho", "1.2340", "5"], ["Lodi", "", ""]]);
        assert!(
            read("a.json", br#"{"type": "FeatureCollection"}"#).is_none()
                && read("a.json", b"[1, 2]").is_none()
        );
    }
}
