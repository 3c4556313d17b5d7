//! Rows about a group of Comuni among those of the Comuni themselves: compared with the sum of these, and not taken.

use rustc_hash::FxHashMap;

use crate::data::{Absence, Unit, Value};
use crate::io::matching::{Matcher, Place, key, without_ambito, without_total};
use crate::io::source::RawTable;

use super::checks::Compared;
use super::columns::Plan;
use super::gathered::{Gathered, Group};
use super::generic::place_of;

/// Compares the rows of groups with the sums of their Comuni.
pub(crate) fn compare(
    table: &RawTable,
    plan: &Plan,
    matcher: &Matcher,
    gathered: &Gathered,
    ambiti: &[Unit],
) -> Compared {
    let mut compared = Compared::default();
    if gathered.groups.is_empty() || !plan.dimensions.is_empty() {
        return compared;
    }
    let at = plan.code.or(plan.name);
    let dated = |row: usize| {
        [plan.date, plan.date_part()].map(|column| column.map_or("", |column| table.cell(row, column)))
    };
    let number = |row: usize, value: usize| -> Value {
        let planned = &plan.values[value];
        let read = planned.format.and_then(|format| format.read(&planned.cell(&table.line(row))));
        read.unwrap_or(Err(Absence::Missing))
    };
    let mut parts: FxHashMap<(Group, String, [&str; 2]), Vec<usize>> = FxHashMap::default();
    let mut columns: Vec<usize> = gathered
        .groups
        .iter()
        .filter_map(|group| match group.of {
            Group::Column(column) => Some(column),
            Group::Ambito(_) => None,
        })
        .collect();
    columns.sort_unstable();
    columns.dedup();
    let of_cell = |row: usize, column: usize| key(without_ambito(without_total(table.cell(row, column))));
    // Merged cells have their text in the first row alone.
    let mut last: FxHashMap<usize, String> = FxHashMap::default();
    for row in plan.first..table.len() {
        let cell = at.map_or("", |column| table.cell(row, column));
        let place = if cell.is_empty() { Place::Larger } else { place_of(plan, matcher, cell) };
        if matches!(place, Place::Larger | Place::Area(_)) || matcher.ambito_by_word(cell).is_ours() {
            continue;
        }
        for &column in &columns {
            let own = of_cell(row, column);
            if !own.is_empty() {
                last.insert(column, own);
            }
            let own = last.get(&column).cloned().unwrap_or_default();
            let key = (Group::Column(column), own, dated(row));
            parts.entry(key).or_default().push(row);
        }
        if let Place::Comune(comune) = place {
            for (ambito, _) in ambiti.iter().enumerate().filter(|(_, unit)| unit.members.contains(&comune)) {
                parts.entry((Group::Ambito(ambito), String::new(), dated(row))).or_default().push(row);
            }
        }
    }
    for group in &gathered.groups {
        let text = match group.of {
            Group::Column(column) => of_cell(group.row, column),
            Group::Ambito(_) => String::new(),
        };
        let Some(rows) = parts.get(&(group.of, text, dated(group.row))) else { continue };
        // Of an Ambito some Comuni may have no row.
        let is_whole = match group.of {
            Group::Ambito(i) => rows.len() >= ambiti[i].members.len(),
            Group::Column(_) => true,
        };
        for (value, planned) in plan.values.iter().enumerate().filter(|(_, v)| v.measure.adds_up()) {
            let mut values: Vec<Value> = rows.iter().map(|row| number(*row, value)).collect();
            values.extend((!is_whole).then_some(Err(Absence::Missing)));
            let (total, line) = (number(group.row, value), table.number(group.row));
            compared.add(&values, total, planned.measure.may_be_negative(), line);
        }
    }
    compared
}
