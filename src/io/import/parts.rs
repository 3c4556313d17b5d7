//! Columns that a total column is the sum of.

use crate::data::Value;
use crate::io::matching::is_total;
use crate::io::recipe::Measure;
use crate::io::source::RawTable;

use super::columns::{Plan, ValuePlan};
use super::words::{is_total_member, words};

/// The least rows by which a total is known, and how many are looked at for that.
const LEAST: usize = 4;
const SAMPLE: usize = 200;

/// Whether a header says that its column is a total.
pub(super) fn says_total(plan: &Plan, value: &ValuePlan) -> bool {
    let name = &plan.names[value.column];
    is_total_member(name) || words(name).iter().any(|word| is_total(word))
}

/// The number in a cell of a column, or why there is none.
pub(super) fn read(table: &RawTable, value: &ValuePlan, row: usize) -> Option<Value> {
    value.format?.read(&value.cell(&table.line(row)))
}

/// Columns of which nothing tells whether they add up, but whose total the file has, are what that total is.
pub(super) fn parts_add_up(table: &RawTable, plan: &mut Plan) {
    if plan.found.supposed.is_empty() {
        return;
    }
    let is_open = |value: &ValuePlan| plan.found.supposed.contains(&value.column);
    let is_total = |value: &ValuePlan| says_total(plan, value);
    let rows = || (plan.first..table.len()).take(SAMPLE);
    let read = |value: &ValuePlan, row: usize| read(table, value, row);
    let mut told: Vec<(usize, Measure)> = Vec::new();
    for (i, total) in plan.values.iter().enumerate().filter(|(_, value)| is_total(value)) {
        if !total.measure.adds_up() || total.decimals.is_some() {
            continue;
        }
        let is_part = |value: &&ValuePlan| {
            (is_open(value) || value.measure.adds_up())
                && value.decimals.is_none()
                && !is_total(value)
                && value.date == total.date
        };
        let before: Vec<&ValuePlan> = plan.values[..i].iter().rev().take_while(is_part).collect();
        let after: Vec<&ValuePlan> = plan.values[i + 1..].iter().take_while(is_part).collect();
        // A total that is the same everywhere may be the hundred of percentages.
        let mut totals = rows().filter_map(|row| read(total, row)?.ok());
        let first = totals.next();
        if !totals.any(|other| Some(other) != first) {
            continue;
        }
        for parts in [before, after] {
            if let Some(count) = parts_of(total, &parts, &rows, &read) {
                told.extend(parts[..count].iter().map(|part| (part.column, total.measure)));
                break;
            }
        }
    }
    told.retain(|(column, _)| plan.found.supposed.contains(column));
    for (column, measure) in told {
        let of_column = plan.values.iter_mut().filter(|value| value.column == column);
        of_column.for_each(|value| value.measure = measure);
        plan.found.supposed.retain(|other| *other != column);
    }
}

/// How many of the nearest columns a total is the sum of in nearly all rows; `None` if of none.
pub(super) fn parts_of<I: Iterator<Item = usize>>(
    total: &ValuePlan,
    parts: &[&ValuePlan],
    rows: &dyn Fn() -> I,
    read: &dyn Fn(&ValuePlan, usize) -> Option<Value>,
) -> Option<usize> {
    let agrees = |count: &usize| {
        let (mut agree, mut all) = (0, 0);
        for (values, total) in rows().take(SAMPLE).filter_map(|row| sums(total, &parts[..*count], row, read))
        {
            let Ok(sum) = values.into_iter().sum::<Value>() else { continue };
            all += 1;
            agree += usize::from((sum - total).abs() <= 1e-9 * total.abs().max(1.0));
        }
        // What is the sum in nearly all rows is meant to be so in the others.
        agree >= LEAST && agree * 5 >= all * 4
    };
    (2..=parts.len()).find(agrees)
}

/// The values of the parts in a row, and the total.
pub(super) fn sums(
    total: &ValuePlan,
    parts: &[&ValuePlan],
    row: usize,
    read: &dyn Fn(&ValuePlan, usize) -> Option<Value>,
) -> Option<(Vec<Value>, f64)> {
    let values: Option<Vec<Value>> = parts.iter().map(|part| read(part, row)).collect();
    Some((values?, read(total, row)?.ok()?))
}
