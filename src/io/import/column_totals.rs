//! A column with the total of those before it: compared with their sum, row by row.

use crate::data::Value;
use crate::io::matching::{Matcher, is_total};
use crate::io::source::RawTable;

use super::checks::Compared;
use super::columns::{Plan, ValuePlan};
use super::generic::place_of;
use super::words::{is_total_member, words};

/// The least rows by which a total is known, how many are looked at for that, and all that are compared.
const LEAST: usize = 4;
const SAMPLE: usize = 200;
const MOST_ROWS: usize = 50_000;

/// Adds the rows in which a total column is not the sum of its parts.
pub(crate) fn compare(table: &RawTable, plan: &Plan, matcher: &Matcher, compared: &mut Compared) {
    let Some(at) = plan.code.or(plan.name).or(plan.group) else { return };
    if plan.adds_rows {
        return;
    }
    let is_sum = |value: &ValuePlan| value.measure.adds_up() && value.decimals.is_none();
    let says_total = |value: &ValuePlan| {
        let name = &plan.names[value.column];
        is_total_member(name) || words(name).iter().any(|word| is_total(word))
    };
    let rows = || {
        let is_ours = |row: &usize| place_of(plan, matcher, table.cell(*row, at)).is_ours();
        (plan.first..table.len()).take(MOST_ROWS).filter(is_ours)
    };
    let read = |value: &ValuePlan, row: usize| -> Option<Value> {
        value.format?.read(&value.cell(&table.line(row)))
    };
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
    let sums = |count: usize, row: usize| -> Option<(Vec<Value>, f64)> {
        let values: Option<Vec<Value>> = parts[..count].iter().map(|part| read(part, row)).collect();
        Some((values?, read(total, row)?.ok()?))
    };
    let agrees = |count: &usize| {
        let (mut agree, mut all) = (0, 0);
        for (values, total) in rows().take(SAMPLE).filter_map(|row| sums(*count, row)) {
            let Ok(sum) = values.into_iter().sum::<Value>() else { continue };
            all += 1;
            agree += usize::from((sum - total).abs() <= 1e-9 * total.abs().max(1.0));
        }
        // What is the sum in nearly all rows is meant to be so in the others.
        agree >= LEAST && agree * 5 >= all * 4
    };
    let Some(count) = (2..=parts.len()).find(agrees) else { return false };
    for row in rows() {
        let Some((values, total)) = sums(count, row) else { continue };
        let agree = compared.agree;
        compared.add(&values, Ok(total), false, table.number(row));
        compared.agree = agree;
    }
    true
}
