//! Means that lie outside their own smallest and largest value, and ranges of a whole that do not contain those of its parts.

use super::finding::{Fault, Finding, Place, Severity};
use super::label::is_total;
use super::numbers::{Number, all, whole};
use super::reading::Grid;

#[derive(Clone, Copy, PartialEq)]
enum Role {
    Low,
    High,
    Mean,
    /// Both in one cell: "10,74–24,10".
    Range,
}

fn role(heading: &str) -> Option<Role> {
    let words = heading.to_lowercase();
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let (low, high) = (has(&["minim", "min.", "lowest"]), has(&["massim", "max", "highest"]));
    match (low || words.trim() == "min", high) {
        (true, true) => Some(Role::Range),
        (true, false) => Some(Role::Low),
        (false, true) => Some(Role::High),
        _ if has(&["media", "medio", "mean", "average"]) => Some(Role::Mean),
        _ => None,
    }
}

/// Whether a row is of all the others.
pub fn is_whole(label: &str) -> bool {
    let label = label.trim().to_lowercase();
    is_total(&label) || label == "lombardia" || label.starts_with("regione")
}

pub fn check(grid: &Grid, heading: &str, found: &mut Vec<Finding>) {
    let roles: Vec<Option<Role>> = (0..grid.columns()).map(|column| role(&grid.heading(column))).collect();
    let only = |role: Role| -> Option<usize> {
        let mut columns = (1..roles.len()).filter(|column| roles[*column] == Some(role));
        let first = columns.next()?;
        columns.next().is_none().then_some(first)
    };
    let mark = grid.mark();
    let bounds = |cells: &[String]| -> Option<(Number, Number)> {
        let cell = |column: usize| cells.get(column).map(String::as_str);
        if let Some(range) = only(Role::Range) {
            let spaced = cell(range)?.replace(['–', '—'], " – ");
            let [low, high] = &all(&spaced, mark)[..] else { return None };
            return Some((low.clone(), high.clone()));
        }
        let [low, high] = [only(Role::Low)?, only(Role::High)?].map(|column| whole(cell(column)?, mark));
        Some((low?, high?))
    };
    let mut report = |row: usize, value: &Number, (low, high): &(Number, Number)| {
        found.push(Finding {
            severity: Severity::Wrong,
            place: Place {
                heading: heading.to_owned(),
                table: Some(grid.number),
                row: Some(grid.label(row).to_owned()),
                column: None,
            },
            fault: Fault::Range {
                value: value.written.clone(),
                low: low.written.clone(),
                high: high.written.clone(),
            },
        });
    };
    let is_outside = |value: &Number, (low, high): &(Number, Number)| {
        let slack = value.rounding().max(low.rounding()) * 1.000_001;
        value.value < low.value - slack || value.value > high.value + slack
    };
    if let Some(mean) = only(Role::Mean) {
        for (row, cells) in grid.body() {
            let value = cells.get(mean).and_then(|cell| whole(cell, mark));
            if let (Some(value), Some(bounds)) = (value, bounds(cells))
                && is_outside(&value, &bounds)
            {
                report(row, &value, &bounds);
            }
        }
    }
    let mut wholes = grid.body().filter(|(row, _)| is_whole(grid.label(*row)));
    let (Some((_, of_whole)), None) = (wholes.next(), wholes.next()) else { return };
    let Some(outer) = bounds(of_whole) else { return };
    for (row, cells) in grid.body().filter(|(row, _)| !is_whole(grid.label(*row))) {
        let Some((low, high)) = bounds(cells) else { continue };
        for value in [low, high] {
            if is_outside(&value, &outer) {
                report(row, &value, &outer);
            }
        }
    }
}
