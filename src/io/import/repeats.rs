//! Tables where a territory has many rows at one date: which columns distinguish them, or that each row is a thing (a
//! structure, a request, a pupil) to be counted and added.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::io::matching::{Place, is_subtotal, is_total, without_total};
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
    /// Nothing distinguishes them: the same row twice, or two values for one thing; whether there is some of both.
    Unknown { is_mixed: bool },
}

/// Determines how rows repeat. `place` says which territory of the atlas a row is about, `is_value` whether a
/// column holds quantities.
pub fn repeats(
    table: &RawTable,
    plan: &Plan,
    place: &dyn Fn(usize) -> Option<Place>,
    is_value: &dyn Fn(usize) -> bool,
) -> Repeats {
    let found = (plan.first..table.len()).filter_map(|row| Some((row, place(row)?))).take(MOST_ROWS);
    let (rows, places): (Vec<usize>, Vec<Place>) = found.unzip();
    let known = [plan.date, plan.date_part()].into_iter().flatten();
    let known: Vec<usize> = known.chain(plan.dimensions.iter().map(|dimension| dimension.column)).collect();
    // A Comune may be written in several ways.
    let mut seen: FxHashMap<(Place, u32), u32> = FxHashMap::default();
    let keys = places.into_iter().zip(interned(table, &rows, &known)).map(|key| {
        let next = seen.len() as u32;
        *seen.entry(key).or_insert(next)
    });
    let keys: Vec<u32> = keys.collect();
    let distinct: FxHashSet<u32> = keys.iter().copied().collect();
    if distinct.len() == rows.len() {
        return Repeats::None;
    }
    let is_role = |column: usize| {
        let roles = [plan.code, plan.name, plan.group, plan.province, plan.date, plan.date_part(), plan.from];
        roles.contains(&Some(column))
    };
    let free: Vec<usize> = (0..plan.names.len()).filter(|column| !is_role(*column)).collect();
    let mut categories: Vec<(usize, usize, Vec<u32>)> = Vec::new();
    for &column in &free {
        let is_class = words::is_class(&plan.names[column]);
        let is_own = is_value(column) || words::is_identifier(&plan.names[column]);
        if !is_class && is_own || words::is_other_date(&plan.names[column]) {
            continue;
        }
        let cells = interned(table, &rows, &[column]);
        let members = cells.iter().max().map_or(0, |last| *last as usize + 1);
        // A column that differs in nearly every row is a name.
        if (2..=MOST_MEMBERS).contains(&members) && members * 2 <= rows.len().max(4) {
            categories.push((members, column, cells));
        }
    }
    if free.iter().any(|column| !is_value(*column) && is_name(table, plan, &rows, *column)) {
        return Repeats::Things;
    }
    categories.sort_by_key(|(members, column, _)| (*members, *column));
    categories.truncate(MOST_COLUMNS);
    let found = Rows { keys: &keys, places: distinct.len(), categories: &categories };
    if let Some(chosen) = smallest(categories.len(), &|chosen| found.repeated(chosen) == 0) {
        let of_persons = chosen.iter().all(|at| words::is_of_persons(&plan.names[categories[*at].1]));
        // A table of categories has most of their combinations in most territories; a list has few of them.
        return if of_persons || found.is_filled(&chosen) {
            Repeats::PartedBy(columns_of(&categories, &chosen))
        } else {
            Repeats::Things
        };
    }
    // A row that stands twice among thousands does not make a list of a table by age and sex.
    let of_persons: Vec<usize> =
        (0..categories.len()).filter(|at| words::is_of_persons(&plan.names[categories[*at].1])).collect();
    if !of_persons.is_empty() && found.repeated(&of_persons) * 50 <= rows.len() {
        return Repeats::PartedBy(columns_of(&categories, &of_persons));
    }
    let (mut last, mut seen) = (FxHashMap::default(), FxHashSet::default());
    let (mut differ, mut pairs, mut copies) = (vec![0_usize; free.len()], 0, 0);
    let is_named = |column: &&usize| !is_value(**column) || words::is_identifier(&plan.names[**column]);
    let named: FxHashSet<usize> = free.iter().filter(is_named).copied().collect();
    for (at, row) in rows.iter().enumerate() {
        copies += usize::from(!seen.insert(table.whole(*row)));
        let Some(before) = last.insert(keys[at], *row) else { continue };
        pairs += 1;
        for (count, column) in differ.iter_mut().zip(&free).filter(|(_, column)| named.contains(column)) {
            *count += usize::from(table.cell(before, *column) != table.cell(*row, *column));
        }
    }
    let has_other_texts = differ.iter().any(|count| *count * 2 > pairs);
    // Rows of a kind (RSA, CDD) are of things, and so are many rows of a place, unless each is a copy of another.
    let has_kinds = free.iter().any(|column| {
        words::is_of_things(&plan.names[*column])
            && !is_value(*column)
            && rows.iter().any(|row| !table.cell(*row, *column).is_empty())
    });
    let are_many = rows.len() >= 3 * distinct.len();
    let are_things = has_other_texts || plan.life.is_known() || copies < pairs && (has_kinds || are_many);
    let is_mixed = copies > 0 && copies < pairs;
    if are_things { Repeats::Things } else { Repeats::Unknown { is_mixed } }
}

/// The rows of our territories, by territory and date and by the members of the categories.
struct Rows<'a> {
    /// For each row the number of its territory and date.
    keys: &'a [u32],
    /// How many territories and dates there are.
    places: usize,
    /// For each category its number of members, its column and the member in each row.
    categories: &'a [(usize, usize, Vec<u32>)],
}

impl Rows<'_> {
    fn members(&self, chosen: &[usize], at: usize) -> [u32; 4] {
        let mut key = [u32::MAX; 4];
        for (slot, category) in key.iter_mut().zip(chosen) {
            *slot = self.categories[*category].2[at];
        }
        key
    }

    /// How many rows repeat the territory, date and members of another.
    fn repeated(&self, chosen: &[usize]) -> usize {
        let mut seen: FxHashSet<(u32, [u32; 4])> = FxHashSet::default();
        (0..self.keys.len()).filter(|at| !seen.insert((self.keys[*at], self.members(chosen, *at)))).count()
    }

    /// Whether at least a third of the combinations of members are there in each territory, on average.
    fn is_filled(&self, chosen: &[usize]) -> bool {
        let combinations: FxHashSet<[u32; 4]> =
            (0..self.keys.len()).map(|at| self.members(chosen, at)).collect();
        3 * self.keys.len() >= combinations.len() * self.places
    }
}

fn columns_of(categories: &[(usize, usize, Vec<u32>)], chosen: &[usize]) -> Vec<usize> {
    let mut columns: Vec<usize> = chosen.iter().take(4).map(|category| categories[*category].1).collect();
    columns.sort_unstable();
    columns
}

/// Whether nearly every row has its own words in a column: the name of a thing.
fn is_name(table: &RawTable, plan: &Plan, rows: &[usize], column: usize) -> bool {
    let cells = rows.iter().map(|row| table.cell(*row, column));
    let named: FxHashSet<&str> = cells.filter(|cell| cell.bytes().any(|b| b.is_ascii_alphabetic())).collect();
    let is_headed = words::names_things(&plan.names[column]) && named.len() == rows.len();
    is_headed || rows.len() > 2 && named.len() * 10 >= rows.len() * 9
}

/// The smallest combination of at most four columns that is unique; the first one of that size.
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
    let threes = choices.iter().filter(|choice| choice.len() == 3).cloned().collect::<Vec<_>>();
    for three in threes {
        choices.extend((three[2] + 1..count).map(|d| [three.as_slice(), &[d]].concat()));
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
    // "Totale servizi" is the sum of the services, unless they have a member of that name.
    let is_of_others = |cell: &str| is_subtotal(cell) && !members.contains(&without_total(cell));
    let is_total = |cell: &&&str| is_total(cell) || words::is_total_member(cell) || is_of_others(cell);
    let mut totals = members.iter().filter(is_total);
    match (totals.next(), totals.next()) {
        (Some(total), None) if members.len() > 2 => Some((*total).to_owned()),
        // A row with nothing in the column is about all its members.
        (None, _) if members.len() > 2 && members.contains(&"") => Some(String::new()),
        _ => None,
    }
}
