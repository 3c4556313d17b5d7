//! Codes and names that belong together: a name under another code than in all other rows, where that code is another name's.

use std::collections::BTreeMap;

use super::finding::{Fault, Finding, Place, Severity};
use super::reading::Grid;

/// The code and the name that a cell is: "713 LARIANA".
fn within(cell: &str) -> Option<(String, String)> {
    let (code, name) = cell.trim().split_once(|c: char| c.is_whitespace() || matches!(c, '-' | '–'))?;
    let name = name.trim_matches([' ', '-', '–', '\u{a0}']);
    let is_code = (3..=6).contains(&code.len()) && code.chars().all(|c| c.is_ascii_digit());
    (is_code && name.starts_with(char::is_uppercase)).then(|| (code.to_owned(), name.to_lowercase()))
}

/// What a row has of code and name.
type Pair = (usize, String, String);

pub fn check(grid: &Grid, heading: &str, found: &mut Vec<Finding>) {
    for column in 0..grid.columns() {
        let pairs: Vec<Pair> = grid
            .body()
            .filter_map(|(row, cells)| {
                let (code, name) = within(cells.get(column)?)?;
                Some((row, code, name))
            })
            .collect();
        report(&pairs, grid, heading, found);
        let title = grid.heading(column).to_lowercase();
        if !title.starts_with("cod") {
            continue;
        }
        // The column of the same thing's names: "Codice ASST" and "ASST".
        let of = title.split_once(' ').map(|(_, of)| of.trim().to_owned()).unwrap_or_default();
        let names = (0..grid.columns()).find(|other| {
            let other_title = grid.heading(*other).to_lowercase();
            *other != column && !of.is_empty() && !other_title.starts_with("cod") && other_title.contains(&of)
        });
        let Some(names) = names else { continue };
        let pairs: Vec<Pair> = grid
            .body()
            .filter_map(|(row, cells)| {
                let (code, name) = (cells.get(column)?.trim(), cells.get(names)?.trim().to_lowercase());
                (!code.is_empty() && !name.is_empty()).then(|| (row, code.to_owned(), name))
            })
            .collect();
        report(&pairs, grid, heading, found);
    }
}

fn report(pairs: &[Pair], grid: &Grid, heading: &str, found: &mut Vec<Finding>) {
    let mut times: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (_, code, name) in pairs {
        *times.entry((code, name)).or_default() += 1;
    }
    for (row, code, name) in pairs {
        let own = times.get(&(code.as_str(), name.as_str())).copied().unwrap_or(0);
        let usual = times.iter().find(|((other, of), count)| of == name && other != code && **count > own);
        let is_others = times.iter().any(|((other, of), _)| other == code && of != name);
        if let (Some(((usual, _), _)), true) = (usual, is_others) {
            found.push(Finding {
                severity: Severity::Doubtful,
                place: Place {
                    heading: heading.to_owned(),
                    table: Some(grid.number),
                    row: Some(grid.label(*row).to_owned()),
                    column: None,
                },
                fault: Fault::Both {
                    code: "code_of_another",
                    first: format!("{usual} {name}"),
                    second: format!("{code} {name}"),
                },
            });
        }
    }
}
