//! A column with the total of those before it: compared with their sum, row by row.

use crate::data::Value;
use crate::io::matching::{Matcher, is_total};
use crate::io::source::RawTable;

use super::checks::Compared;
use super::columns::{Plan, ValuePlan};
use super::generic::place_of;
use super::words::words;

/// The rows by which a total is known, and all that are compared.
const LEAST: usize = 4;
const MOST_ROWS: usize = 50_000;

/// Adds the rows in which a total column is not the sum of its parts.
pub(crate) fn compare(table: &RawTable, plan: &Plan, matcher: &Matcher, compared: &mut Compared) {
    let Some(at) = plan.code.or(plan.name).or(plan.group) else { return };
    if plan.adds_rows {
        return;
    }
    let is_sum = |value: &ValuePlan| value.measure.adds_up() && value.decimals.is_none();
    let says_total = |value: &ValuePlan| words(&plan.names[value.column]).iter().any(|word| is_total(word));
    let rows = || {
        let is_ours = |row: &usize| place_of(plan, matcher, table.cell(*row, at)).is_ours();
        (plan.first..table.len()).take(MOST_ROWS).filter(is_ours)
    };
    let read = |value: &ValuePlan, row: usize| -> Option<Value> {
        value.format?.read(&value.cell(&table.line(row)))
    };
    for (i, total) in plan.values.iter().enumerate().filter(|(_, value)| is_sum(value) && says_total(value)) {
        let before = plan.values[..i].iter().rev();
        let parts: Vec<&ValuePlan> = before
            .take_while(|value| is_sum(value) && !says_total(value) && value.date == total.date)
            .collect();
        let sums = |count: usize, row: usize| -> Option<(Vec<Value>, f64)> {
            let values: Option<Vec<Value>> = parts[..count].iter().map(|part| read(part, row)).collect();
            Some((values?, read(total, row)?.ok()?))
        };
        let agrees = |count: &usize| {
            let (mut agree, mut all) = (0, 0);
            for (values, total) in rows().filter_map(|row| sums(*count, row)) {
                let Ok(sum) = values.into_iter().sum::<Value>() else { continue };
                all += 1;
                agree += usize::from((sum - total).abs() <= 1e-9 * total.abs().max(1.0));
            }
            // What is the sum in nearly all rows is meant to be so in the others.
            agree >= LEAST && agree * 5 >= all * 4
        };
        let Some(count) = (2..=parts.len()).find(agrees) else { continue };
        for row in rows() {
            let Some((values, total)) = sums(count, row) else { continue };
            let agree = compared.agree;
            compared.add(&values, Ok(total), false, table.number(row));
            compared.agree = agree;
        }
    }
}
