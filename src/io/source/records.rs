//! JSON as sites of open data write tables: records, each with its cells by the names of the columns, in a list, a line each, or
//! within what the site adds; and Socrata's lists of cells below a description of the columns.

use serde_json::{Map, Value};

use super::raw_table::{RawTable, number_text};
use super::text::decode;

type Record = Map<String, Value>;

/// The table of such a file; `None` for any other JSON.
pub(super) fn read(file: &str, bytes: &[u8]) -> Option<RawTable> {
    let decoded = decode(bytes).ok()?;
    let records = match serde_json::from_str(&decoded.text) {
        Ok(Value::Array(all)) => records(all)?,
        Ok(Value::Object(mut site)) => match described(&mut site) {
            Some(records) => records,
            None => records(within(site)?)?,
        },
        Ok(_) => return None,
        Err(_) => lines(&decoded.text)?,
    };
    // Shapes with their properties are no rows.
    if records.iter().any(|record| record.contains_key("geometry")) {
        return None;
    }
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
    table.notes.is_json = true;
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

/// Only records, and at least one.
fn records(all: Vec<Value>) -> Option<Vec<Record>> {
    let record = |value| match value {
        Value::Object(record) => Some(record),
        _ => None,
    };
    all.into_iter().map(record).collect::<Option<Vec<_>>>().filter(|records| !records.is_empty())
}

/// A record in each line.
fn lines(text: &str) -> Option<Vec<Record>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| serde_json::from_str(line).ok()).collect::<Option<Vec<_>>>().filter(|all| all.len() > 1)
}

/// The list of records in the answer of a site: `{"result": {"records": […]}}`, `{"data": […]}`.
fn within(mut site: Record) -> Option<Vec<Value>> {
    const NAMES: [&str; 6] = ["records", "data", "results", "items", "value", "rows"];
    if let Some(Value::Array(all)) =
        NAMES.into_iter().find_map(|name| site.remove(name).filter(Value::is_array))
    {
        return Some(all);
    }
    match site.remove("result")? {
        Value::Array(all) => Some(all),
        Value::Object(inner) => within(inner),
        _ => None,
    }
}

/// Rows of cells below a description of their columns, some of which are the site's own: `{"meta": {"view": {"columns": […]}},
/// "data": [[…]]}`.
fn described(site: &mut Record) -> Option<Vec<Record>> {
    let columns = site.get("meta")?.get("view")?.get("columns")?.as_array()?;
    let name = |column: &Value| {
        let is_own = column.get("dataTypeName").and_then(Value::as_str) == Some("meta_data");
        (!is_own).then(|| column.get("name")?.as_str().map(str::to_owned)).flatten()
    };
    let names: Vec<Option<String>> = columns.iter().map(name).collect();
    let Some(Value::Array(rows)) = site.remove("data") else { return None };
    let record = |row: Value| match row {
        Value::Array(cells) => {
            Some(names.iter().zip(cells).filter_map(|(name, cell)| Some((name.clone()?, cell))).collect())
        }
        _ => None,
    };
    rows.into_iter().map(record).collect()
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
                && read("a.json", br#"{"type": "Feature", "id": 1, "geometry": null}"#).is_none()
        );
    }

    #[test]
    fn what_a_site_puts_around_its_records_comes_off() {
        for text in [
            "{\"comune\": \"Rho\", \"utenti\": 5}\n{\"comune\": \"Lodi\", \"utenti\": 7}\n",
            r#"{"success": true, "result": {"fields": [], "records": [{"comune": "Rho", "utenti": 5}, {"comune": "Lodi", "utenti": "7"}]}}"#,
            r#"{"data": [{"comune": "Rho", "utenti": 5}, {"comune": "Lodi", "utenti": 7}]}"#,
            r#"{"meta": {"view": {"columns": [{"name": "sid", "dataTypeName": "meta_data"}, {"name": "comune", "dataTypeName": "text"},
                {"name": "utenti", "dataTypeName": "number"}]}}, "data": [["row-1", "Rho", "5"], ["row-2", "Lodi", "7"]]}"#,
        ] {
            let table = read("a.json", text.as_bytes()).expect("a table");
            let rows: Vec<Vec<&str>> = (0..table.len()).map(|row| table.row(row).collect()).collect();
            assert_eq!(rows, [["comune", "utenti"], ["Rho", "5"], ["Lodi", "7"]], "{text}");
        }
    }
}
