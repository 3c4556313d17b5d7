//! Columns that are the ratio of two others: the cost per user of spending and users.

use super::finding::{Fault, Finding, Place, Severity};
use super::numbers::{Number, whole};
use super::reading::Grid;

/// What a heading of such a column says.
const RATIOS: [&str; 8] = [
    "per utente",
    "pro capite",
    "procapite",
    "per abitante",
    "per residente",
    "costo medio",
    "spesa media",
    "per user",
];

pub fn check(grid: &Grid, heading: &str, found: &mut Vec<Finding>) {
    for column in 1..grid.columns() {
        let title = grid.heading(column).to_lowercase();
        if RATIOS.iter().any(|ratio| title.contains(ratio)) {
            of_column(grid, column, heading, found);
        }
    }
}

fn of_column(grid: &Grid, column: usize, heading: &str, found: &mut Vec<Finding>) {
    let mark = grid.mark();
    let number = |row: usize, column: usize| whole(grid.rows.get(row)?.get(column)?, mark);
    let others = || (1..grid.columns()).filter(|other| *other != column);
    for (above, below) in others().flat_map(|above| others().map(move |below| (above, below))) {
        if above == below {
            continue;
        }
        let mut right = 0;
        let mut wrong: Vec<(usize, Number, f64)> = Vec::new();
        for (row, _) in grid.body() {
            let (Some(printed), Some(a), Some(b)) =
                (number(row, column), number(row, above), number(row, below))
            else {
                continue;
            };
            if b.value.abs() < 1.0 {
                continue;
            }
            let ratio = a.value / b.value;
            let rounding = printed.rounding() + (a.rounding() + ratio.abs() * b.rounding()) / b.value.abs();
            match (printed.value - ratio).abs() <= rounding * 1.000_001 {
                true => right += 1,
                false => wrong.push((row, printed, ratio)),
            }
        }
        // The two columns are those of the ratio if it holds for most rows.
        if right < 2 || right <= wrong.len() {
            continue;
        }
        found.extend(wrong.into_iter().map(|(row, printed, ratio)| Finding {
            severity: Severity::Wrong,
            place: Place {
                heading: heading.to_owned(),
                table: Some(grid.number),
                row: Some(grid.label(row).to_owned()),
                column: Some(grid.heading(column)),
            },
            fault: Fault::Ratio {
                printed: printed.written.clone(),
                above: grid.heading(above),
                below: grid.heading(below),
                ratio,
                decimals: printed.decimals,
            },
        }));
        return;
    }
}
