//! Any Word document, read for what cannot be right: totals that are no sums, shares that do not make 100, numbers of the
//! text that a table gives otherwise, captions numbered twice, values of ours that were changed.
//!
//! Each rule would rather miss a fault than raise a false alarm: a list that cries wolf is not read.

mod acts;
mod captions;
mod changes;
mod codes;
mod days;
mod finding;
mod known;
mod label;
mod look;
mod mirrored;
mod near;
mod numbers;
mod opposite;
mod ours;
mod ranges;
mod ratios;
mod reading;
mod shares;
mod sheets;
mod sums;
mod units;

use super::opened::{self, OpenError};

pub use finding::{Fault, Finding, Place, Severity};
pub use known::Known;
pub use look::{Asked, Look, Printed};

use reading::What;

/// What was read, and what was found in it.
#[derive(Debug)]
pub struct Verified {
    pub tables: usize,
    pub paragraphs: usize,
    pub findings: Vec<Finding>,
}

/// Reads a document. Of values that it prints, `look` is asked.
///
/// # Errors
/// It cannot be opened.
pub fn verify(file: &str, bytes: &[u8], look: &dyn Look) -> Result<Verified, OpenError> {
    let opened = opened::open(file, bytes)?;
    let reading = reading::read(&opened);
    let items = &reading.items;
    let mut findings = Vec::new();
    let mut caption = String::new();
    for item in items {
        match &item.what {
            What::Paragraph(paragraph) if captions::caption(paragraph).is_some() => {
                caption.clone_from(&paragraph.text);
            }
            What::Table(grid) => {
                sums::check(grid, &item.heading, &caption, &mut findings);
                shares::check(grid, &item.heading, &caption, &mut findings);
                ranges::check(grid, &item.heading, &mut findings);
                ratios::check(grid, &item.heading, &mut findings);
                units::check(grid, &item.heading, &caption, &mut findings);
                codes::check(grid, &item.heading, &mut findings);
                if reading.controls.is_empty() {
                    cells(grid, &item.heading, &caption, look, &mut findings);
                }
                caption.clear();
            }
            _ => {}
        }
    }
    near::check(items, &mut findings);
    if reading.controls.is_empty() {
        // In ours the same row can be of several places, which only the caption names.
        near::tables(items, &mut findings);
        mirrored::check(items, &mut findings);
        captions::headings(items, &mut findings);
    }
    changes::check(items, &mut findings);
    opposite::check(items, &mut findings);
    sheets::check(items, &mut findings);
    if reading.controls.is_empty() {
        told(items, look, &mut findings);
    }
    captions::check(items, !reading.controls.is_empty(), &mut findings);
    days::check(items, &mut findings);
    acts::check(items, &mut findings);
    ours::check(&opened, &reading, look, &mut findings);
    findings.dedup();
    findings.sort_by_key(|finding| finding.severity);
    let count = |is: fn(&What) -> bool| items.iter().filter(|item| is(&item.what)).count();
    Ok(Verified {
        tables: count(|what| matches!(what, What::Table(_))),
        paragraphs: count(|what| matches!(what, What::Paragraph(_))),
        findings,
    })
}

/// Asks of each sentence with one number.
fn told(items: &[reading::Item], look: &dyn Look, found: &mut Vec<Finding>) {
    for item in items {
        let What::Paragraph(paragraph) = &item.what else { continue };
        if captions::caption(paragraph).is_some() || paragraph.style.starts_with("toc ") {
            continue;
        }
        for sentence in near::sentences(&paragraph.text) {
            let all = numbers::all(sentence, numbers::mark(std::iter::once(sentence)));
            let amounts: Vec<&numbers::Number> = all.iter().filter(|number| !number.is_year()).collect();
            let [number] = amounts[..] else { continue };
            if let Some(fault) = look.told(sentence, number) {
                let place = Place { heading: item.heading.clone(), ..Place::default() };
                found.push(Finding { severity: Severity::Doubtful, place, fault });
            }
        }
    }
}

/// Asks of each number of a table.
fn cells(grid: &reading::Grid, heading: &str, caption: &str, look: &dyn Look, found: &mut Vec<Finding>) {
    let mark = grid.mark();
    for (row, cells) in grid.body() {
        for (column, cell) in cells.iter().enumerate().skip(1) {
            let Some(number) = numbers::whole(cell, mark) else { continue };
            let column = grid.heading(column);
            let printed = Printed { row: grid.label(row), column: &column, caption, number: &number };
            if let Some(fault) = look.said(&printed) {
                let place =
                    Place { heading: heading.to_owned(), table: Some(grid.number), ..Place::default() };
                found.push(Finding { severity: Severity::Doubtful, place, fault });
            }
        }
    }
}
