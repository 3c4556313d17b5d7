//! The names of variables in a project.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::base::Level;
use crate::data::{Atlas, DatasetMeta};
use crate::io::grid;
use crate::io::import::CheckedVariable;
use crate::io::project::{Import, Variable};
use crate::io::recipe::is_known_source;

use super::ids::{RESULT, free, word};

/// Whether the recipe is for a table of the user's, which may have editions of other years.
pub(crate) fn is_of_any_file(recipe: &str) -> bool {
    recipe != grid::RECIPE && recipe != RESULT && !is_known_source(recipe)
}

/// The name of each variable in the project, by its name in the table.
pub fn names(
    own: FxHashSet<&str>,
    variables: &[CheckedVariable],
    recipe: &str,
    meta: &DatasetMeta,
    others: &[&Import],
    base: &Atlas,
) -> BTreeMap<String, String> {
    let id = &meta.id;
    // What a source counts by Ambito is not what it counts by Comune.
    let known = is_known_source(recipe) && meta.level == Level::Comuni;
    let mut ordered: Vec<&str> = own.into_iter().collect();
    ordered.sort_unstable();
    // Next year's edition of the same table has similar columns.
    let stems: FxHashSet<String> = variables.iter().map(|v| word(&v.id, "valore")).collect();
    let edition = others.iter().any(|import| {
        let ids: FxHashSet<String> = import.origin.variables.iter().map(|v| v.id.clone()).collect();
        let is_alike = is_of_any_file(recipe) && is_of_any_file(&import.origin.recipe);
        is_alike && import.dataset.meta.level == meta.level && ids == stems
    });
    let in_base = |name: &str| base.datasets.iter().any(|known| known.has(name));
    let is_taken = |name: &str| {
        !known && (in_base(name) || (!edition && others.iter().any(|import| import.dataset.has(name))))
    };
    let mut given: BTreeMap<String, String> = BTreeMap::new();
    for name in ordered {
        let plain = word(name, "valore");
        let own = if is_taken(&plain) { format!("{id}_{plain}") } else { plain };
        let own = free(&own, |name| is_taken(name) || given.values().any(|other| other == name));
        given.insert(name.to_owned(), own);
    }
    given
}

/// The variable that the table calls so.
pub(crate) fn of_table<'a>(old: &str, variables: &'a [CheckedVariable]) -> Option<&'a CheckedVariable> {
    let checked = variables.iter().find(|v| v.id == *old);
    // Of two columns with the same name, the second has a number appended.
    checked.or_else(|| {
        let (stem, _) = old.rsplit_once('_')?;
        variables.iter().find(|v| v.id == stem)
    })
}

/// The variables under those names, in the order of the table.
pub fn described(names: &BTreeMap<String, String>, variables: &[CheckedVariable]) -> Vec<Variable> {
    let variable = |(old, id): (&String, &String)| {
        let checked = of_table(old, variables)?;
        let CheckedVariable { name, unit, measure, .. } = checked.clone();
        Some(Variable { id: id.clone(), name, unit, measure })
    };
    let mut described: Vec<Variable> = names.iter().filter_map(variable).collect();
    let order = |v: &Variable| variables.iter().position(|checked| names.get(&checked.id) == Some(&v.id));
    described.sort_by_key(|v| order(v).unwrap_or(usize::MAX));
    described
}
