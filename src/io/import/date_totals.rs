//! A total beside columns of several dates: their sum is of no date, and is left out.

use crate::io::matching::is_total;
use crate::io::source::RawTable;

use super::columns::{Plan, ValuePlan};
use super::words::{is_total_member, words};

/// The least rows by which such a total is known, and how many are looked at for that.
const LEAST: usize = 4;
const SAMPLE: usize = 200;

/// Takes totals of the dates out of the values, where the dates are those of one variable.
pub(crate) fn leave_out(table: &RawTable, plan: &mut Plan, given: &[usize]) {
    let dated: Vec<&ValuePlan> = plan.values.iter().filter(|value| value.date.is_some()).collect();
    if dated.len() < 2 || dated.iter().any(|value| value.variable != dated[0].variable) {
        return;
    }
    let says_total = |value: &ValuePlan| {
        let name = &plan.names[value.column];
        is_total_member(name) || words(name).iter().any(|word| is_total(word))
    };
    let is_sum = |total: &ValuePlan| {
        let read = |value: &ValuePlan, row: usize| {
            value.format?.read(&value.cell(&table.line(row))).and_then(Result::ok)
        };
        let (mut agree, mut all) = (0, 0);
        for row in (plan.first..table.len()).take(SAMPLE) {
            let parts: Option<Vec<f64>> = dated.iter().map(|value| read(value, row)).collect();
            let (Some(parts), Some(total)) = (parts, read(total, row)) else { continue };
            all += 1;
            agree += usize::from((parts.iter().sum::<f64>() - total).abs() <= 1e-9 * total.abs().max(1.0));
        }
        agree >= LEAST && agree * 5 >= all * 4
    };
    let is_left_out = |value: &&ValuePlan| {
        value.date.is_none() && !given.contains(&value.column) && says_total(value) && is_sum(value)
    };
    let totals: Vec<usize> = plan.values.iter().filter(is_left_out).map(|value| value.column).collect();
    plan.values.retain(|value| !totals.contains(&value.column));
    plan.found.supposed.retain(|column| !totals.contains(column));
    plan.found.summed = totals;
}
