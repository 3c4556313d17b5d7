//! Ids and names of the variables that a column is: with those of the members of the dimensions beside it.

use crate::io::recipe::ValueColumn;

/// The id of the variable that a column is for some members.
pub(super) fn id_of(spec: &ValueColumn, members: &[String]) -> String {
    if spec.id.is_empty() {
        return members.join("_");
    }
    let mut id = spec.id.clone();
    for member in members {
        // In a recipe without a placeholder for a member, the member is appended.
        id = if id.contains("{}") { id.replacen("{}", member, 1) } else { format!("{id}_{member}") };
    }
    id
}

/// Its name.
pub(super) fn name_of(spec: &ValueColumn, column: &str, members: &[&str]) -> String {
    let own = if spec.name.it.is_empty() { column } else { spec.name.it.as_str() };
    match (spec.id.is_empty(), members.is_empty()) {
        (_, true) => own.to_owned(),
        (true, false) => members.join(", "),
        (false, false) => format!("{own}: {}", members.join(", ")),
    }
}
