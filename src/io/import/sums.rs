//! Adding up the rows of things.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::data::{Absence, Bounds};
use crate::io::matching::{Matcher, Place, is_subtotal, is_total, key};
use crate::io::recipe::{Combine, header_key};
use crate::io::source::RawTable;

use super::block::Slot;
use super::columns::{Plan, ValuePlan};
use super::generic::place_of;

/// Whether each column of values is just added up at the date of its row.
pub(super) fn are_plain_sums(plan: &Plan) -> bool {
    let is_plain =
        |value: &ValuePlan| value.spec.combine.is_sum() && value.date.is_none() && value.spec.day.is_none();
    plan.adds_rows && plan.variables == plan.values.len() && plan.values.iter().all(is_plain)
}

/// Where copies count once: the rows that are alike in every cell with an earlier one, of territories and dates that have no other
/// rows. Where one differs, all are added.
pub(super) fn copies(table: &RawTable, plan: &Plan, matcher: &Matcher) -> FxHashSet<usize> {
    let mut found: FxHashMap<(Place, &str), (usize, bool, Vec<usize>)> = FxHashMap::default();
    let Some(at) = plan.code.or(plan.name).or(plan.group).filter(|_| plan.skips_copies && plan.adds_rows)
    else {
        return FxHashSet::default();
    };
    for row in plan.first..table.len() {
        let place = place_of(plan, matcher, table.cell(row, at));
        if !place.is_ours() {
            continue;
        }
        let date = plan.date.map_or("", |column| table.cell(row, column));
        let (first, are_alike, others) = found.entry((place, date)).or_insert((row, true, Vec::new()));
        if *first != row {
            *are_alike &= table.whole(*first) == table.whole(row);
            others.push(row);
        }
    }
    found.into_values().filter(|(_, are_alike, _)| *are_alike).flat_map(|(.., others)| others).collect()
}

/// Adds the value of a thing to that of others.
pub(super) fn add(slot: &mut Slot, new: &Slot) {
    slot.bounds = added(slot, new);
    slot.value = match (slot.value, new.value) {
        // A thing without a value adds nothing; this is reported.
        (Err(Absence::Missing), other) | (other, Err(Absence::Missing)) => other,
        (sum, more) => sum.and_then(|sum| more.map(|more| sum + more)),
    };
    slot.quality = slot.quality.max(new.quality);
}

/// The limits of the sum of two values; `None` if both are known, or one could be anything.
fn added(slot: &Slot, new: &Slot) -> Bounds {
    let ends = |slot: &Slot| match slot.value {
        Ok(x) => Some((x, x)),
        // A thing without a value adds nothing.
        Err(Absence::Missing) if slot.bounds.is_none() => Some((0.0, 0.0)),
        Err(_) => slot.bounds,
    };
    let ((low, high), (more, most)) = (ends(slot)?, ends(new)?);
    (slot.bounds.is_some() || new.bounds.is_some()).then_some((low + more, high + most))
}

/// Whether the values of a column are added over rows.
pub(crate) fn plan_adds(plan: &Plan, value: &ValuePlan) -> bool {
    plan.adds_rows && value.spec.combine.is_sum()
}

/// The column of the weights of a mean.
pub(crate) fn weight_of(plan: &Plan, value: &ValuePlan) -> Option<usize> {
    let Combine::Mean(weight) = &value.spec.combine else { return None };
    let key = header_key(weight);
    plan.names.iter().position(|name| !key.is_empty() && header_key(name) == key)
}

pub(super) fn is_any_total(cell: &str) -> bool {
    // Nearly all cells begin otherwise.
    let begins = |start: &str| cell.get(..3).is_some_and(|own| own.eq_ignore_ascii_case(start));
    let may_be = |start: &&str| begins(start);
    (["tot", "sub", "par", "com", "som"].iter().any(may_be)
        || !cell.starts_with(|c: char| c.is_alphanumeric()))
        && (is_total(cell) || is_subtotal(cell))
}

/// Whether a cell names all territories of a table: the word for a total, or the Ambito without its name.
pub(super) fn is_of_all(cell: &str) -> bool {
    const ALL: [&str; 5] = ["ambito", "distretto", "ambitoterritoriale", "ambitosociale", "interoambito"];
    is_total(cell) || cell.len() < 24 && ALL.contains(&key(cell).as_str())
}

/// Whether one of the first cells of a row is the word for a total.
pub(super) fn has_total(table: &RawTable, row: usize, is_total: fn(&str) -> bool) -> bool {
    (0..table.width(row).min(4)).any(|column| is_total(table.cell(row, column)))
}
