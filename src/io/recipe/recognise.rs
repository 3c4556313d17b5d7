//! Which recipe reads a table.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::i18n::folded;
use crate::io::source::RawTable;

use super::{GENERIC, Recipe, header_key, matches, slug};

/// Rows examined to find the header.
const HEADER_WITHIN: usize = 40;

/// A recipe, and the position of the header it found.
#[derive(Clone, Copy, Debug)]
pub struct Recognised<'a> {
    pub recipe: &'a Recipe,
    /// The row of the header.
    pub header: usize,
}

/// The recipe that recognises most columns of a table, not counting the generic one.
pub fn recognise<'a>(table: &RawTable, recipes: &'a [Recipe]) -> Option<Recognised<'a>> {
    let mut best: Option<(usize, Recognised)> = None;
    let mut above = folded(&table.file);
    for header in 0..table.len().min(HEADER_WITHIN) {
        let keys: Vec<String> = table.row(header).map(header_key).collect();
        let mut of_rows: BTreeMap<usize, Vec<String>> = BTreeMap::from([(1, keys)]);
        for recipe in recipes.iter().filter(|recipe| recipe.id != GENERIC && !recipe.headers.is_empty()) {
            let keys = of_rows.entry(recipe.header_rows).or_insert_with(|| {
                let end = (header + recipe.header_rows).min(table.len());
                column_names(table, header..end).iter().map(|name| header_key(name)).collect()
            });
            let has = |pattern: &String| keys.iter().any(|key| matches(pattern, key));
            let has_word =
                recipe.needs.is_empty() || recipe.needs.iter().any(|word| above.contains(&folded(word)));
            let score = 2 * recipe.headers.len() + usize::from(!recipe.needs.is_empty());
            let better = best.as_ref().is_none_or(|(known, _)| score > *known);
            if has_word && better && recipe.headers.iter().all(has) {
                best = Some((score, Recognised { recipe, header }));
            }
        }
        above.push(' ');
        above.extend(table.row(header).take(3).map(folded));
    }
    best.map(|(_, recognised)| recognised)
}

/// The names of the columns below these header rows: on one line, none empty and all different.
pub fn column_names(table: &RawTable, header: Range<usize>) -> Vec<String> {
    let width = header.clone().map(|row| table.width(row)).max().unwrap_or_default();
    let mut names = vec![String::new(); width];
    for row in header.clone() {
        // A cell merged over several columns is stored in the first; the rows below distinguish them.
        let mut over = "";
        for (column, name) in names.iter_mut().enumerate() {
            let cell = table.cell(row, column);
            over = if cell.is_empty() && row + 1 < header.end { over } else { cell };
            let words: Vec<&str> = name.split_whitespace().chain(over.split_whitespace()).collect();
            *name = words.join(" ");
        }
    }
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    for (column, name) in names.iter_mut().enumerate() {
        if name.is_empty() {
            *name = format!("colonna {}", column + 1);
        }
        let times = seen.entry(slug(name)).and_modify(|n| *n += 1).or_insert(1);
        if *times > 1 {
            *name = format!("{name} {times}");
        }
    }
    names
}
