//! Parts and totals. A total row is checked against the rows above it, a total column against the columns before it; only
//! where the numbers add up at all, and within what rounding explains.

use super::finding::{Fault, Finding, Place, Severity};
use super::label::{is_rate, is_total};
use super::numbers::{Number, whole};
use super::ranges::is_whole;
use super::reading::Grid;

/// A number that is not there counts as nothing; a word makes a sum impossible.
enum Part {
    Number(Number),
    Nothing,
    Words,
}

fn part(cell: &str, mark: char) -> Part {
    match whole(cell, mark) {
        Some(number) => Part::Number(number),
        None if cell.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '.')) => {
            Part::Nothing
        }
        None => Part::Words,
    }
}

/// What rounding alone can make of a sum.
fn tolerance(parts: &[Number], total: &Number, is_money: bool) -> f64 {
    let decimals = parts.iter().map(|part| part.decimals).chain([total.decimals]).max().unwrap_or(0);
    if decimals == 0 && !is_money {
        // Persons are counted.
        return 0.0;
    }
    let rounding: f64 = parts.iter().map(Number::rounding).sum();
    (rounding + total.rounding()) * 1.000_001
}

fn is_money(text: &str) -> bool {
    let text = text.to_lowercase();
    ["€", "euro", "spes", "cost", "risors", "import", "entrat"].iter().any(|word| text.contains(word))
}

/// The sum, if the numbers are parts of it at all and it is not the total.
fn fault(parts: &[Number], total: &Number, is_money: bool) -> Option<f64> {
    if parts.len() < 2 || parts.iter().chain([total]).any(Number::is_year) {
        return None;
    }
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let difference = (sum - total.value).abs();
    if difference <= tolerance(parts, total, is_money) {
        return None;
    }
    let has_decimals = decimals(parts) > 0 || total.decimals > 0;
    let (low, high) = parts.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), part| {
        (low.min(part.value), high.max(part.value))
    });
    // A mean lies among its parts; with decimals and no unit it would be mistaken for a wrong total.
    let is_among = (low..=high).contains(&total.value);
    let is_near = difference <= total.value.abs() * 0.05;
    (if has_decimals && !is_money { is_near } else { !is_among || is_near || parts.len() == 2 })
        .then_some(sum)
}

/// The decimals that a sum is written with.
fn decimals(parts: &[Number]) -> usize {
    parts.iter().map(|part| part.decimals).max().unwrap_or(0)
}

pub fn check(grid: &Grid, heading: &str, caption: &str, found: &mut Vec<Finding>) {
    rows(grid, heading, caption, found);
    columns(grid, heading, caption, found);
}

fn rows(grid: &Grid, heading: &str, caption: &str, found: &mut Vec<Finding>) {
    let mark = grid.mark();
    let mut totals: Vec<usize> =
        grid.body().filter(|(row, _)| is_total(grid.label(*row))).map(|(row, _)| row).collect();
    // The row of the Region under those of its parts is their total, where the table counts money or heads.
    let last = grid.rows.len().saturating_sub(1);
    let counts = ["milion", "migliaia", "spesa", "spese", "euro", "€", "numero", "utenti"];
    let is_counted = counts.iter().any(|word| caption.to_lowercase().contains(word)) && !is_rate(caption);
    if totals.is_empty() && is_counted && grid.rows.len() > grid.header + 2 && is_whole(grid.label(last)) {
        totals.push(last);
    }
    for (nth, total_row) in totals.iter().enumerate() {
        let from = if nth == 0 { grid.header } else { totals[nth - 1] + 1 };
        for column in 1..grid.columns() {
            let title = grid.heading(column);
            if is_rate(&title) || is_rate(grid.label(*total_row)) {
                continue;
            }
            let cell = |row: usize| grid.rows[row].get(column).map_or("", String::as_str);
            let Part::Number(total) = part(cell(*total_row), mark) else { continue };
            if total.is_percent {
                continue;
            }
            let parts_of = |rows: &mut dyn Iterator<Item = usize>| -> Option<Vec<Number>> {
                let mut parts = Vec::new();
                for row in rows {
                    let label = grid.label(row).to_lowercase();
                    if label.starts_with("di cui") || label.starts_with("of which") || is_rate(&label) {
                        continue;
                    }
                    match part(cell(row), mark) {
                        Part::Number(number) => parts.push(number),
                        Part::Nothing => {}
                        Part::Words => return None,
                    }
                }
                Some(parts)
            };
            let money = is_money(&title) || is_money(caption);
            // Of the rows since the last total, of all rows, or of the totals so far.
            let ways = [
                parts_of(&mut (from..*total_row)),
                parts_of(&mut (grid.header..*total_row).filter(|row| !totals.contains(row))),
                parts_of(&mut totals[..nth].iter().copied()),
            ];
            // The only total may stand above its parts.
            let below = (totals.len() == 1 && *total_row == grid.header)
                .then(|| parts_of(&mut (*total_row + 1..grid.rows.len())))
                .flatten();
            let first = below.or_else(|| ways[0].clone());
            let Some(first) = first.filter(|parts| parts.len() > 1) else { continue };
            if ways.iter().flatten().any(|parts| parts.len() > 1 && fault(parts, &total, money).is_none()) {
                continue;
            }
            if let Some(sum) = fault(&first, &total, money) {
                found.push(Finding {
                    severity: Severity::Wrong,
                    place: Place {
                        heading: heading.to_owned(),
                        table: Some(grid.number),
                        row: Some(grid.label(*total_row).to_owned()),
                        column: Some(title.clone()),
                    },
                    fault: Fault::Sum {
                        parts: sum,
                        decimals: decimals(&first),
                        total: total.written.clone(),
                    },
                });
            }
        }
    }
}

fn columns(grid: &Grid, heading: &str, caption: &str, found: &mut Vec<Finding>) {
    let mark = grid.mark();
    let totals: Vec<usize> = (1..grid.columns()).filter(|column| is_total(&grid.heading(*column))).collect();
    for (nth, total_column) in totals.iter().enumerate() {
        let from = if nth == 0 { 1 } else { totals[nth - 1] + 1 };
        if (from..*total_column).any(|column| is_rate(&grid.heading(column)))
            || is_rate(&grid.heading(*total_column))
        {
            continue;
        }
        let money = is_money(&grid.heading(*total_column)) || is_money(caption);
        let mut wrong = Vec::new();
        let mut right = 0;
        for (row, cells) in grid.body() {
            let Some(Part::Number(total)) = cells.get(*total_column).map(|cell| part(cell, mark)) else {
                continue;
            };
            let parts: Vec<Part> =
                cells.iter().take(*total_column).skip(from).map(|cell| part(cell, mark)).collect();
            if is_rate(grid.label(row)) || parts.iter().any(|part| matches!(part, Part::Words)) {
                continue;
            }
            let numbers: Vec<Number> = parts
                .into_iter()
                .filter_map(|part| if let Part::Number(number) = part { Some(number) } else { None })
                .collect();
            match fault(&numbers, &total, money) {
                Some(sum) => wrong.push((row, (sum, decimals(&numbers)), total.written.clone())),
                None if numbers.len() > 1 => right += 1,
                None => {}
            }
        }
        // Where no row adds up, the column is a total of something else; shares of a whole are checked as such.
        let is_of_shares = wrong
            .iter()
            .all(|(.., total)| matches!(total.as_str(), "100" | "100,0" | "100,00" | "100.0" | "100.00"));
        if right < wrong.len() || (is_of_shares && !wrong.is_empty()) {
            continue;
        }
        for (row, (parts, decimals), total) in wrong {
            found.push(Finding {
                severity: Severity::Wrong,
                place: Place {
                    heading: heading.to_owned(),
                    table: Some(grid.number),
                    row: Some(grid.label(row).to_owned()),
                    column: Some(grid.heading(*total_column)),
                },
                fault: Fault::Sum { parts, decimals, total },
            });
        }
    }
}
