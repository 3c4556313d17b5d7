//! Two tables with the same rows of which most say the same: a row that does not is a slip in one of them, or needs a word.

use std::collections::BTreeMap;

use super::captions::caption;
use super::finding::{Fault, Finding, Place, Severity};
use super::label::{is_rate, is_total, stems, years};
use super::numbers::{Number, whole};
use super::reading::{Grid, Item, What};

/// Shorter numbers are the same by chance.
const FEWEST_DIGITS: usize = 4;

/// A column of numbers by the stems of their rows.
struct Column<'a> {
    grid: &'a Grid,
    heading: &'a str,
    title: String,
    years: Vec<i32>,
    cells: BTreeMap<Vec<String>, (&'a str, Number)>,
}

fn columns(items: &[Item]) -> Vec<Column<'_>> {
    let mut all = Vec::new();
    let mut last = "";
    for item in items {
        match &item.what {
            What::Paragraph(paragraph) if caption(paragraph).is_some() => last = &paragraph.text,
            What::Table(grid) => {
                let title = std::mem::take(&mut last);
                let mark = grid.mark();
                for column in 1..grid.columns() {
                    let heading = grid.heading(column);
                    if is_rate(&heading) {
                        continue;
                    }
                    let mut of = years(&heading);
                    if of.is_empty() {
                        of = years(title);
                    }
                    let cells: BTreeMap<_, _> = grid
                        .body()
                        .filter(|(row, _)| !is_total(grid.label(*row)))
                        .filter_map(|(row, cells)| {
                            let label = stems(grid.label(row));
                            let number = whole(cells.get(column)?, mark)?;
                            (!label.is_empty() && !number.is_percent)
                                .then(|| (label, (grid.label(row), number)))
                        })
                        .collect();
                    if cells.len() > 2 {
                        all.push(Column { grid, heading: &item.heading, title: heading, years: of, cells });
                    }
                }
            }
            _ => {}
        }
    }
    all
}

pub fn check(items: &[Item], found: &mut Vec<Finding>) {
    let all = columns(items);
    for (i, second) in all.iter().enumerate() {
        for first in all[..i].iter().filter(|first| first.grid.number != second.grid.number) {
            let is_same_time = first.years.is_empty()
                || second.years.is_empty()
                || first.years.iter().any(|year| second.years.contains(year));
            let both = second.cells.iter().filter_map(|(label, own)| Some((own, first.cells.get(label)?)));
            let (same, other): (Vec<_>, Vec<_>) = both.partition(|((_, a), (_, b))| a.agrees(b));
            let long = same.iter().filter(|((_, a), _)| a.digits().len() >= FEWEST_DIGITS).count();
            if !is_same_time || long < 2 || other.len() > same.len() {
                continue;
            }
            for ((label, here), (_, there)) in other {
                found.push(Finding {
                    severity: Severity::Doubtful,
                    place: Place {
                        heading: second.heading.to_owned(),
                        table: Some(second.grid.number),
                        ..Place::default()
                    },
                    fault: Fault::Tables {
                        what: format!("{label}, {}", second.title),
                        first: there.written.clone(),
                        second: here.written.clone(),
                        number: first.grid.number,
                    },
                });
            }
        }
    }
}
