//! The values of a map that this program wrote as a layer, as a table: whoever gets the file back has its numbers again.

use crate::base::Level;
use crate::data::Absence;
use crate::io::shapes::Shapes;
use crate::io::source::{RawTable, Stated};

/// The attributes by which such a layer is known (`figure::map::layer`).
const ATTRIBUTES: [&str; 7] = ["code", "name", "value", "status", "date", "level", "indicator"];

/// The table; `None` for any other layer.
pub(super) fn values(shapes: &Shapes) -> Option<RawTable> {
    let attributes = &shapes.attributes;
    let heads: Vec<&str> = attributes.row(0).collect();
    let at = |name: &str| heads.iter().position(|head| *head == name);
    let [code, name, value, status, date, level, indicator] = ATTRIBUTES.map(at);
    let (code, name, value, status) = (code?, name?, value?, status?);
    let (date, level, indicator) = (date?, level?, indicator?);
    let quality = at("quality");
    if attributes.len() < 2 {
        return None;
    }
    let head = match Level::from_id(attributes.cell(1, level))? {
        Level::Comuni => ["codice_istat", "comune"],
        Level::Ambiti => ["codice_ambito", "ambito"],
        Level::Asst => ["codice_asst", "asst"],
        Level::Ats => ["codice_ats", "ats"],
    };
    let title = at("title").map_or("", |title| attributes.cell(1, title));
    let title = if title.is_empty() { shapes.layer.as_str() } else { title };
    let mut table = RawTable::new(&shapes.file, Some(title));
    table.push(1, head.into_iter().chain(["data", attributes.cell(1, indicator), "flag"])).ok()?;
    for row in 1..attributes.len() {
        // Empty cells are missing; the other reasons have a mark, as in tables of data.
        let mark = match attributes.cell(row, status) {
            reason if reason == Absence::Suppressed.id() => "c",
            reason if reason == Absence::NotApplicable.id() => "z",
            _ => attributes.cell(row, value),
        };
        let cells = [code, name, date].map(|column| attributes.cell(row, column));
        // What is provisional or estimated stays so.
        let quality = quality.map_or("", |column| attributes.cell(row, column));
        table.push(attributes.number(row), cells.into_iter().chain([mark, quality])).ok()?;
    }
    let text = |name: &str| at(name).map_or("", |column| attributes.cell(1, column)).to_owned();
    let [source, licence, unit] = ["source", "licence", "unit"].map(text);
    let stated = Stated { source, licence, name: title.to_owned(), unit };
    table.notes.stated = (!stated.source.is_empty()).then(|| Box::new(stated));
    Some(table)
}
