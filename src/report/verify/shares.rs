//! Shares that should make 100.

use super::finding::{Fault, Finding, Place, Severity};
use super::label::is_total;
use super::numbers::{self, Number, whole};
use super::reading::Grid;

/// Words of a caption or heading that say that its shares are those of a whole.
const WHOLE: [&str; 8] = [
    "composizione",
    "distribuzione",
    "ripartizione",
    "sul totale",
    "composition",
    "distribution",
    "breakdown",
    "of the total",
];

/// Words by which a sentence says that its shares are all there are.
const REST: [&str; 6] = ["restante", "restanti", "rimanente", "rimanenti", "il resto", "the remaining"];

/// A sentence that divides a whole and tells the rest: its shares make 100.
pub fn text(sentence: &str, heading: &str, found: &mut Vec<Finding>) {
    let lower = sentence.to_lowercase();
    if !REST.iter().any(|word| lower.contains(word)) {
        return;
    }
    let mark = numbers::mark(std::iter::once(sentence));
    let parts: Vec<Number> =
        numbers::all(sentence, mark).into_iter().filter(|number| number.is_percent).collect();
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let rounding: f64 = parts.iter().map(Number::rounding).sum();
    let off = (sum - 100.0).abs();
    // Far from 100 they are shares of different wholes.
    if parts.len() > 2 && off > rounding * 1.000_001 && off <= 15.0 {
        let decimals = parts.iter().map(|part| part.decimals).max().unwrap_or(0);
        found.push(Finding {
            severity: Severity::Doubtful,
            place: Place { heading: heading.to_owned(), ..Place::default() },
            fault: Fault::Shares { sum, decimals },
        });
    }
}

/// Rows whose total column says 100 each.
fn rows(grid: &Grid, heading: &str, found: &mut Vec<Finding>) {
    let mark = grid.mark();
    let totals: Vec<usize> = (1..grid.columns()).filter(|column| is_total(&grid.heading(*column))).collect();
    let [total] = totals[..] else { return };
    let mut off_rows = Vec::new();
    let mut right = 0;
    for (row, cells) in grid.body() {
        let Some(whole_of) = cells.get(total).and_then(|cell| whole(cell, mark)) else { return };
        if (whole_of.value - 100.0).abs() > 1e-9 {
            return;
        }
        let parts: Vec<Number> =
            cells.iter().take(total).skip(1).filter_map(|cell| whole(cell, mark)).collect();
        let sum: f64 = parts.iter().map(|part| part.value).sum();
        let rounding: f64 = parts.iter().map(Number::rounding).sum();
        match (sum - 100.0).abs() > rounding * 1.000_001 {
            _ if parts.len() < 2 => {}
            true => off_rows.push((row, sum, parts.iter().map(|part| part.decimals).max().unwrap_or(0))),
            false => right += 1,
        }
    }
    // Where most rows make something else, the columns before are no shares.
    if right < off_rows.len() {
        return;
    }
    found.extend(off_rows.into_iter().map(|(row, sum, decimals)| Finding {
        severity: Severity::Wrong,
        place: Place {
            heading: heading.to_owned(),
            table: Some(grid.number),
            row: Some(grid.label(row).to_owned()),
            column: None,
        },
        fault: Fault::Shares { sum, decimals },
    }));
}

pub fn check(grid: &Grid, heading: &str, caption: &str, found: &mut Vec<Finding>) {
    rows(grid, heading, found);
    let mark = grid.mark();
    for column in 1..grid.columns() {
        let title = grid.heading(column);
        let mut parts: Vec<Number> = Vec::new();
        let mut total = None;
        let mut is_broken = false;
        for (row, cells) in grid.body() {
            let cell = cells.get(column).map_or("", String::as_str);
            match whole(cell, mark) {
                Some(number) if is_total(grid.label(row)) => total = Some(number),
                // Only what is above the total belongs to it.
                Some(_) if total.is_some() => is_broken = true,
                Some(number) => parts.push(number),
                None if cell.trim().is_empty() || cell.trim() == "-" || cell.trim() == "–" => {}
                None => is_broken = true,
            }
        }
        let is_percent = title.contains('%')
            || (!parts.is_empty() && parts.iter().all(|part| part.is_percent))
            || title.to_lowercase().contains("percentual");
        if is_broken || !is_percent || parts.len() < 2 || parts.iter().any(|part| part.value < 0.0) {
            continue;
        }
        let sum: f64 = parts.iter().map(|part| part.value).sum();
        let rounding: f64 = parts.iter().map(Number::rounding).sum();
        let off = (sum - 100.0).abs();
        let words = format!("{title} {caption}").to_lowercase();
        let is_whole = WHOLE.iter().any(|word| words.contains(word));
        let is_wrong = match &total {
            Some(total) if (total.value - 100.0).abs() < 1e-9 => off > rounding * 1.000_001,
            Some(_) => false,
            None => is_whole && off > rounding * 1.000_001 && off <= 5.0,
        };
        if is_wrong {
            let decimals = parts.iter().map(|part| part.decimals).max().unwrap_or(0);
            found.push(Finding {
                severity: if total.is_some() { Severity::Wrong } else { Severity::Doubtful },
                place: Place {
                    heading: heading.to_owned(),
                    table: Some(grid.number),
                    row: None,
                    column: Some(title),
                },
                fault: Fault::Shares { sum, decimals },
            });
        }
    }
}
