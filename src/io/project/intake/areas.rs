//! Values of areas in a project: with unique ids, combined with those of other years, and linked to the indicators
//! made from the same variables of Comuni.

use std::collections::{BTreeMap, BTreeSet};

use crate::data::{AreaTable, AreaVariable, Atlas, Dataset, Indicator, Kind, Term};
use crate::io::import::CheckedVariable;
use crate::io::project::{Import, Origin, Variable};
use crate::io::recipe::is_known_source;

use super::ids::free;
use super::names::is_of_any_file;

/// The rest of the import.
pub(crate) struct Stands<'a> {
    pub dataset: &'a Dataset,
    pub origin: &'a Origin,
    pub indicators: &'a [Indicator],
    /// The ids of its variables, by their names in the table.
    pub names: &'a BTreeMap<String, String>,
}

/// The variables of a table that has values of areas only.
pub fn described(areas: &AreaTable, variables: &[CheckedVariable]) -> Vec<Variable> {
    let variable = |area: &AreaVariable| {
        let measure = variables.iter().find(|v| v.id == area.id).map(|v| v.measure).unwrap_or_default();
        let (id, name, unit) = (area.id.clone(), area.name.it.clone(), area.unit.clone());
        Variable { id, name, unit, measure }
    };
    areas.variables.iter().map(variable).collect()
}

/// The table as stored in the project.
pub fn named(mut table: AreaTable, import: &Stands, others: &[&Import], base: &Atlas) -> AreaTable {
    if is_of_any_file(&import.origin.recipe) {
        table.id = edition(&table, others).unwrap_or(&import.dataset.meta.id).to_owned();
    } else if !is_known_source(&import.origin.recipe) {
        table.id = import.dataset.meta.id.clone();
    }
    let id = table.id.clone();
    let is_taken = |variable: &AreaVariable| {
        let id = table.indicator_id(variable);
        base.catalogue.get(&id).is_some()
            || base.published(&id).is_some_and(|published| published.dataset != table.id)
            || import.indicators.iter().any(|indicator| indicator.id == id)
            || others.iter().flat_map(|other| &other.indicators).any(|indicator| indicator.id == id)
    };
    let named = |variable: &AreaVariable| {
        let name = |id: &str| AreaVariable { id: id.to_owned(), ..variable.clone() };
        let counterpart =
            import.names.get(&variable.id).and_then(|name| beside(name, import.indicators, others));
        AreaVariable { counterpart, ..name(&free(&variable.id, |id| is_taken(&name(id)))) }
    };
    let variables = table.variables.iter().map(named).collect();
    AreaTable { id, variables, ..table }
}

/// The id of the same table from another year, recognised by its variables.
fn edition<'a>(table: &AreaTable, others: &[&'a Import]) -> Option<&'a str> {
    let names = |table: &AreaTable| -> BTreeSet<String> {
        table.variables.iter().map(|variable| variable.name.it.clone()).collect()
    };
    let of_any_file = others.iter().filter(|import| is_of_any_file(&import.origin.recipe));
    let mut tables = of_any_file.filter_map(|import| import.areas.as_ref());
    tables.find(|other| names(other) == names(table)).map(|other| other.id.as_str())
}

/// The indicator that is just this variable of Comuni. Counts of a region are not shown beside those of a Comune.
fn beside(variable: &str, own: &[Indicator], others: &[&Import]) -> Option<String> {
    let is_it = |indicator: &&Indicator| {
        indicator.numerator == [Term::of(variable)]
            && indicator.denominator.is_empty()
            && indicator.kind != Kind::Count
    };
    let mut all = own.iter().chain(others.iter().flat_map(|import| &import.indicators));
    all.find(is_it).map(|indicator| indicator.id.clone())
}
