//! Titles that name a unit which the cells below them do not have: "in milioni di euro" over percentages, "per mille" over
//! indices of a hundred.

use super::finding::{Fault, Finding, Place, Severity};
use super::numbers::whole;
use super::reading::Grid;

/// Indices and ratios of a hundred that are never given per thousand.
const OF_HUNDRED: [&str; 8] = [
    "indice di vecchiaia",
    "indice di invecchiamento",
    "indice di dipendenza",
    "indice di ricambio",
    "indice di carico",
    "per 100",
    "ogni 100",
    "(%)",
];

pub fn check(grid: &Grid, heading: &str, caption: &str, found: &mut Vec<Finding>) {
    let title = caption.to_lowercase();
    let mut report = |said: &str, row: Option<usize>| {
        found.push(Finding {
            severity: Severity::Doubtful,
            place: Place {
                heading: heading.to_owned(),
                table: Some(grid.number),
                row: row.map(|row| grid.label(row).to_owned()),
                column: None,
            },
            fault: Fault::Unit { said: said.to_owned() },
        });
    };
    if let Some(said) = ["per mille", "‰", "per 1.000", "per 1000"].iter().find(|said| title.contains(*said))
    {
        for (row, cells) in grid.body() {
            let label = grid.label(row).to_lowercase();
            let has_percent = cells.iter().skip(1).any(|cell| cell.contains('%'));
            let is_of_hundred =
                OF_HUNDRED.iter().any(|name| label.contains(name)) && !label.contains("1.000");
            if has_percent || is_of_hundred {
                report(said, Some(row));
            }
        }
    }
    let money = ["milioni di euro", "migliaia di euro", "mln di euro", "millions of euros"];
    if let Some(said) = money.iter().find(|said| title.contains(*said)) {
        let mark = grid.mark();
        let mut rows = 0;
        let mut of_hundred = 0;
        let mut percents = 0;
        for (_, cells) in grid.body() {
            let numbers: Vec<_> = cells.iter().skip(1).filter_map(|cell| whole(cell, mark)).collect();
            if numbers.is_empty() {
                continue;
            }
            rows += 1;
            let sum: f64 = numbers.iter().map(|number| number.value).sum();
            let rounding: f64 = numbers.iter().map(|number| number.rounding()).sum();
            percents += usize::from(numbers.iter().all(|number| number.is_percent));
            of_hundred += usize::from(numbers.len() > 1 && (sum - 100.0).abs() <= rounding * 1.000_001);
        }
        // A heading of its own column may give the unit of that column.
        let has_own = (1..grid.columns()).any(|column| grid.heading(column).contains('%'));
        if rows > 1 && !has_own && (percents == rows || of_hundred == rows) {
            report(said, None);
        }
    }
}
