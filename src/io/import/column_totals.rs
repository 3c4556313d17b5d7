//! A column with the total of those before it: compared with their sum, row by row.

use crate::data::Value;
use crate::io::matching::Matcher;
use crate::io::source::RawTable;

use super::checks::Compared;
use super::columns::{Plan, ValuePlan};
use super::generic::place_of;
use super::parts::{parts_of, read, says_total, sums};

/// The most rows that are compared.
const MOST_ROWS: usize = 50_000;

/// Adds the rows in which a total column is not the sum of its parts.
pub(crate) fn compare(table: &RawTable, plan: &Plan, matcher: &Matcher, compared: &mut Compared) {
    let Some(at) = plan.code.or(plan.name).or(plan.group) else { return };
    if plan.adds_rows {
        return;
    }
    let is_sum = |value: &ValuePlan| value.measure.adds_up() && value.decimals.is_none();
    let says_total = |value: &ValuePlan| says_total(plan, value);
    let rows = || {
        let is_ours = |row: &usize| place_of(plan, matcher, table.cell(*row, at)).is_ours();
        (plan.first..table.len()).take(MOST_ROWS).filter(is_ours)
    };
    let read = |value: &ValuePlan, row: usize| read(table, value, row);
    for (i, total) in plan.values.iter().enumerate().filter(|(_, value)| is_sum(value) && says_total(value)) {
        let is_part = |value: &&ValuePlan| is_sum(value) && !says_total(value) && value.date == total.date;
        let before: Vec<&ValuePlan> = plan.values[..i].iter().rev().take_while(is_part).collect();
        let after: Vec<&ValuePlan> = plan.values[i + 1..].iter().take_while(is_part).collect();
        // "Maschi, femmine, totale", or "totale, di cui maschi, di cui femmine".
        for parts in [before, after] {
            if compare_one(total, &parts, &rows, &read, table, compared) {
                break;
            }
        }
    }
}

/// Compares a total column with its nearest parts, of which it is the sum in nearly all rows; returns whether it is.
fn compare_one<I: Iterator<Item = usize>>(
    total: &ValuePlan,
    parts: &[&ValuePlan],
    rows: &dyn Fn() -> I,
    read: &dyn Fn(&ValuePlan, usize) -> Option<Value>,
    table: &RawTable,
    compared: &mut Compared,
) -> bool {
    let Some(count) = parts_of(total, parts, rows, read) else { return false };
    for row in rows() {
        let Some((values, total)) = sums(total, &parts[..count], row, read) else { continue };
        let agree = compared.agree;
        compared.add(&values, Ok(total), false, table.number(row));
        compared.agree = agree;
    }
    true
}
