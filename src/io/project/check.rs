//! What the parts of an import may hold, checked when it is read.

use rustc_hash::FxHashSet;

use crate::data::{AreaTable, DatasetMeta, Fields, Indicator, Unfit, Why};

use super::{Import, Origin};

/// The most variables and dates of an import: no table has more columns.
const ENTRIES: usize = 20_000;

/// Checks what is said of an import, which is listed under this id.
pub(super) fn described(id: &str, origin: &Origin, dataset: &DatasetMeta) -> Result<(), Unfit> {
    let mut fields = Fields::of(id);
    fields.id("dataset.id", &dataset.id);
    // Saved again, it would take the place of the other.
    fields.require("dataset.id", dataset.id == id, Why::Unknown);
    fields.count("dataset.note", dataset.notes.len(), ENTRIES);
    fields.count("origin.dates", origin.dates.len(), ENTRIES);
    fields.count("origin.variables", origin.variables.len(), ENTRIES);
    fields.end()
}

/// Checks the indicators of an import.
pub(super) fn indicators(indicators: &[Indicator]) -> Result<(), Unfit> {
    let mut seen = FxHashSet::default();
    for indicator in indicators {
        indicator.check()?;
        let mut fields = Fields::of(&indicator.id);
        fields.require("id", seen.insert(indicator.id.as_str()), Why::Twice);
        fields.end()?;
    }
    let mut fields = Fields::of("");
    fields.count("indicators", indicators.len(), ENTRIES);
    fields.end()
}

/// Checks how many indicators the imports have together.
pub(super) fn all(imports: &[Import]) -> Result<(), Unfit> {
    let mut fields = Fields::of("");
    fields.count("indicators", imports.iter().map(|import| import.indicators.len()).sum(), ENTRIES);
    fields.end()
}

/// Checks what is said of values of areas, before they are read.
pub(super) fn areas(table: &AreaTable) -> Result<(), Unfit> {
    /// The most characters of a unit.
    const UNIT: usize = 10_000;
    let mut fields = Fields::of(&table.id);
    fields.id("areas.id", &table.id);
    fields.count("areas.variables", table.variables.len(), ENTRIES);
    let mut seen = FxHashSet::default();
    for variable in &table.variables {
        fields.id("areas.variables.id", &variable.id);
        fields.name("areas.variables.name", &variable.name);
        fields.text("areas.variables.unit", &variable.unit, UNIT);
        fields.require("areas.variables.id", seen.insert(variable.id.as_str()), Why::Twice);
    }
    fields.end()
}
