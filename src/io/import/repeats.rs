//! Tables where a territory has many rows at one date: which columns distinguish them, or that each row is a thing (a
//! structure, a request, a pupil) to be counted and added.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::io::source::RawTable;

use super::columns::Plan;
use super::words;

/// How many rows with territories of the atlas are examined.
const MOST_ROWS: usize = 50_000;
/// How many columns are tried for distinguishing rows.
const MOST_COLUMNS: usize = 8;
/// The greatest number of members of a category: single years of age are just over a hundred.
const MOST_MEMBERS: usize = 130;

/// How the rows of one territory and date differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// There is one row for each, or the columns of the plan distinguish them.
    None,
    /// These columns distinguish them: sex, age, citizenship.
    PartedBy(Vec<usize>),
    /// Each row is a thing: only its name distinguishes it.
    Things,
    /// Nothing distinguishes them: the same row twice, or two values for one thing.
    Unknown,
}

/// Determines how rows repeat. `is_ours` says whether a row is about a territory of the atlas, `is_value` whether a
/// column holds quantities.
pub fn repeats(
    table: &RawTable,
    plan: &Plan,
    is_ours: &dyn Fn(usize) -> bool,
    is_value: &dyn Fn(usize) -> bool,
) -> Repeats {
    let place = plan.code.or(plan.name).or(plan.ambito);
    let rows: Vec<usize> = (plan.first..table.len()).filter(|row| is_ours(*row)).take(MOST_ROWS).collect();
    let known: Vec<usize> = [place, plan.date].into_iter().flatten().collect();
    let known: Vec<usize> =
        known.into_iter().chain(plan.dimensions.iter().map(|dimension| dimension.column)).collect();
    let keys = interned(table, &rows, &known);
    let distinct: FxHashSet<u32> = keys.iter().copied().collect();
    if distinct.len() == rows.len() {
        return Repeats::None;
    }
    let is_role =
        |column: usize| [plan.code, plan.name, plan.ambito, plan.province, plan.date].contains(&Some(column));
    let free: Vec<usize> = (0..plan.names.len()).filter(|column| !is_role(*column)).collect();
    let mut categories: Vec<(usize, usize, Vec<u32>)> = Vec::new();
    for &column in &free {
        let is_class = words::is_class(&plan.names[column]);
        if !is_class && (is_value(column) || words::is_identifier(&plan.names[column])) {
            continue;
        }
        let cells = interned(table, &rows, &[column]);
        let members = cells.iter().max().map_or(0, |last| *last as usize + 1);
        // A column that differs in nearly every row is a name.
        if (2..=MOST_MEMBERS).contains(&members) && members * 2 <= rows.len().max(4) {
            categories.push((members, column, cells));
        }
    }
    if free.iter().any(|column| !is_value(*column) && is_name(table, &rows, *column)) {
        return Repeats::Things;
    }
    categories.sort_by_key(|(members, column, _)| (*members, *column));
    categories.truncate(MOST_COLUMNS);
    let is_unique = |chosen: &[usize]| {
        let mut seen: FxHashSet<(u32, [u32; 4])> = FxHashSet::default();
        (0..rows.len()).all(|at| {
            let mut key = [u32::MAX; 4];
            for (slot, category) in key.iter_mut().zip(chosen) {
                *slot = categories[*category].2[at];
            }
            seen.insert((keys[at], key))
        })
    };
    if let Some(chosen) = smallest(categories.len(), &is_unique) {
        let mut columns: Vec<usize> = chosen.iter().map(|category| categories[*category].1).collect();
        columns.sort_unstable();
        return Repeats::PartedBy(columns);
    }
    // The name of a thing differs from row to row of a territory.
    let mut last: FxHashMap<u32, usize> = FxHashMap::default();
    let (mut differ, mut pairs) = (vec![0_usize; free.len()], 0);
    for (at, row) in rows.iter().enumerate() {
        if let Some(before) = last.insert(keys[at], *row) {
            pairs += 1;
            for (count, column) in differ.iter_mut().zip(&free) {
                let is_named = !is_value(*column) || words::is_identifier(&plan.names[*column]);
                *count += usize::from(is_named && table.cell(before, *column) != table.cell(*row, *column));
            }
        }
    }
    if differ.iter().any(|count| *count * 2 > pairs) { Repeats::Things } else { Repeats::Unknown }
}

/// Whether nearly every row has its own words in a column: the name of a thing.
fn is_name(table: &RawTable, rows: &[usize], column: usize) -> bool {
    let cells = rows.iter().map(|row| table.cell(*row, column));
    let named: FxHashSet<&str> = cells.filter(|cell| cell.bytes().any(|b| b.is_ascii_alphabetic())).collect();
    rows.len() > 2 && named.len() * 10 >= rows.len() * 9
}

/// The smallest combination of at most three columns that is unique; the first one of that size.
fn smallest(count: usize, is_unique: &dyn Fn(&[usize]) -> bool) -> Option<Vec<usize>> {
    let mut choices: Vec<Vec<usize>> = (0..count).map(|a| vec![a]).collect();
    for a in 0..count {
        choices.extend((a + 1..count).map(|b| vec![a, b]));
    }
    for a in 0..count {
        for b in a + 1..count {
            choices.extend((b + 1..count).map(|c| vec![a, b, c]));
        }
    }
    choices.into_iter().find(|choice| is_unique(choice))
}

/// For each row a number that is equal where the cells of those columns are equal.
fn interned(table: &RawTable, rows: &[usize], columns: &[usize]) -> Vec<u32> {
    let mut known: FxHashMap<Vec<&str>, u32> = FxHashMap::default();
    rows.iter()
        .map(|row| {
            let cells: Vec<&str> = columns.iter().map(|column| table.cell(*row, *column)).collect();
            let next = known.len() as u32;
            *known.entry(cells).or_insert(next)
        })
        .collect()
}

/// The member of a category that is the sum of the others.
pub(crate) fn total_member(table: &RawTable, first: usize, column: usize) -> Option<String> {
    let mut members: Vec<&str> = Vec::new();
    for row in first..table.len() {
        let cell = table.cell(row, column);
        if !members.contains(&cell) {
            if members.len() > MOST_MEMBERS {
                return None;
            }
            members.push(cell);
        }
    }
    let is_total = |cell: &&&str| crate::io::matching::is_total(cell) || words::is_total_member(cell);
    let mut totals = members.iter().filter(is_total);
    match (totals.next(), totals.next()) {
        (Some(total), None) if members.len() > 2 => Some((*total).to_owned()),
        _ => None,
    }
}
