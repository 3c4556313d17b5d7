//! Which recipe reads a table.

use crate::i18n::folded;
use crate::io::source::RawTable;

use super::{GENERIC, Recipe, header_key, matches};

/// Rows looked at to find the header.
const HEADER_WITHIN: usize = 40;

/// A recipe and where the header is that it found.
#[derive(Clone, Copy, Debug)]
pub struct Recognised<'a> {
    /// The recipe.
    pub recipe: &'a Recipe,
    /// The row of the header.
    pub header: usize,
}

/// The recipe that knows the most columns of a table, the generic one aside.
pub fn recognise<'a>(table: &RawTable, recipes: &'a [Recipe]) -> Option<Recognised<'a>> {
    let mut best: Option<(usize, Recognised)> = None;
    let mut above = folded(&table.file);
    for header in 0..table.len().min(HEADER_WITHIN) {
        let keys: Vec<String> = table.row(header).map(header_key).collect();
        for recipe in recipes.iter().filter(|recipe| recipe.id != GENERIC && !recipe.headers.is_empty()) {
            let has = |pattern: &String| keys.iter().any(|key| matches(pattern, key));
            let told =
                recipe.needs.is_empty() || recipe.needs.iter().any(|word| above.contains(&folded(word)));
            let score = 2 * recipe.headers.len() + usize::from(!recipe.needs.is_empty());
            let better = best.as_ref().is_none_or(|(known, _)| score > *known);
            if told && better && recipe.headers.iter().all(has) {
                best = Some((score, Recognised { recipe, header }));
            }
        }
        above.push(' ');
        above.extend(table.row(header).take(3).map(folded));
    }
    best.map(|(_, recognised)| recognised)
}
