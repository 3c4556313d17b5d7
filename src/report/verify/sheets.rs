//! What a text says of results, against the sheets in which they are recorded: how many were not reached, and what was answered.

use super::captions::caption;
use super::finding::{Fault, Finding, Place, Severity};
use super::label::stems;
use super::near::sentences;
use super::numbers::{self, whole};
use super::reading::{Item, What};

pub fn check(items: &[Item], found: &mut Vec<Finding>) {
    let (reached, table) = degrees(items);
    let missed = reached.iter().filter(|degree| **degree < 100.0).count();
    for item in items {
        let What::Paragraph(paragraph) = &item.what else { continue };
        if caption(paragraph).is_some() || paragraph.style.starts_with("toc ") {
            continue;
        }
        for sentence in sentences(&paragraph.text) {
            let lower = sentence.to_lowercase();
            let is_of_results = ["risultat", "obiettiv"].iter().any(|word| lower.contains(word));
            let is_missed = ["non raggiunt", "non conseguit"].iter().any(|word| lower.contains(word));
            let place = || Place { heading: item.heading.clone(), ..Place::default() };
            let cut = || sentence.trim().chars().take(160).collect::<String>();
            let all = numbers::all(sentence, ',');
            let amounts: Vec<_> =
                all.iter().filter(|number| !number.is_year() && !number.is_percent).collect();
            if let ([number], true) = (&amounts[..], is_of_results && is_missed && reached.len() > 2)
                && (number.value - missed as f64).abs() > 0.5
            {
                found.push(Finding {
                    severity: Severity::Doubtful,
                    place: place(),
                    fault: Fault::Against {
                        code: "count",
                        sentence: cut(),
                        row: "< 100%".to_owned(),
                        said: missed.to_string(),
                        number: table,
                    },
                });
            }
            if let Some((label, answer, number)) = answered(sentence, items) {
                found.push(Finding {
                    severity: Severity::Doubtful,
                    place: place(),
                    fault: Fault::Against {
                        code: "answer",
                        sentence: cut(),
                        row: label,
                        said: answer,
                        number,
                    },
                });
            }
        }
    }
}

/// The degrees to which results were reached, and the first table that has one.
fn degrees(items: &[Item]) -> (Vec<f64>, usize) {
    let mut all = Vec::new();
    let mut first = None;
    for item in items {
        let What::Table(grid) = &item.what else { continue };
        let is_degree = |text: &str| text.to_lowercase().contains("raggiungiment");
        for (row, cells) in grid.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate().skip(1) {
                let is_it =
                    is_degree(grid.label(row)) || (row >= grid.header && is_degree(&grid.heading(column)));
                let degree = whole(cell, ',').filter(|number| number.is_percent && is_it);
                if let Some(degree) = degree {
                    all.push(degree.value);
                    first.get_or_insert(grid.number);
                }
            }
        }
    }
    (all, first.unwrap_or(0))
}

/// A row of a sheet that says yes where the sentence says no, of a thing that both name.
fn answered(sentence: &str, items: &[Item]) -> Option<(String, String, usize)> {
    let words = stems(sentence);
    let lower = format!(" {} ", sentence.to_lowercase());
    for item in items {
        let What::Table(grid) = &item.what else { continue };
        let around: Vec<String> = grid.rows.iter().flatten().flat_map(|cell| stems(cell)).collect();
        for cells in &grid.rows {
            let [label, answer] = &cells[..] else { continue };
            let is_yes = match answer.trim().to_lowercase().trim_end_matches('.') {
                "sì" | "si" | "si'" | "yes" => true,
                "no" => false,
                _ => continue,
            };
            // The verb, whatever its form: "riproposto", "riproposizione".
            let verb = stems(label).into_iter().find(|stem| stem.chars().count() > 5);
            let Some(root) = verb.map(|verb| verb.chars().take(6).collect::<String>()) else { continue };
            let Some(said) = words.iter().find(|word| word.starts_with(&root)) else { continue };
            let at = lower.find(said.as_str()).unwrap_or(0);
            let is_no = lower
                .get(..at)
                .is_some_and(|before| before.split_whitespace().rev().take(4).any(|word| word == "non"));
            let shared =
                words.iter().filter(|word| !word.starts_with(&root) && around.contains(word)).count();
            if shared > 1 && is_no == is_yes {
                return Some((label.trim().to_owned(), answer.trim().to_owned(), grid.number));
            }
        }
    }
    None
}
