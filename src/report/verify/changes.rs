//! What a sentence says of a development, against the table of years it speaks of: "aumentata di circa 10 euro", "tutte in
//! aumento salvo Pavia".

use super::captions::caption;
use super::finding::{Fault, Finding, Place, Severity};
use super::label::{stems, years};
use super::near::sentences;
use super::numbers::{self, Number, whole};
use super::reading::{Grid, Item, What};

const UP: [&str; 6] = ["aument", "cresc", "increment", "increas", "rise", "grow"];
const DOWN: [&str; 7] = ["diminu", "calo", "cala", "riduzion", "ridott", "decreas", "declin"];
const SAVE: [&str; 6] = ["salvo", "tranne", "eccetto", "eccezione", "esclus", "except"];
/// How far a number that is given roughly may be from the right one.
const ROUGHLY: f64 = 0.1;

/// A row of values at different years.
struct Row<'a> {
    label: &'a str,
    values: Vec<(i32, Number)>,
}

/// The rows of a table whose columns are years; nothing of another one.
fn rows(grid: &Grid) -> Vec<Row<'_>> {
    let columns: Vec<(usize, i32)> = (1..grid.columns())
        .filter_map(|column| match years(&grid.heading(column))[..] {
            [year] => Some((column, year)),
            _ => None,
        })
        .collect();
    let mut different: Vec<i32> = columns.iter().map(|(_, year)| *year).collect();
    different.sort_unstable();
    different.dedup();
    if different.len() < 2 || different.len() != columns.len() {
        return Vec::new();
    }
    let mark = grid.mark();
    let row = |(row, cells): (usize, &'_ Vec<String>)| {
        let mut values: Vec<(i32, Number)> = columns
            .iter()
            .filter_map(|(column, year)| Some((*year, whole(cells.get(*column)?, mark)?)))
            .collect();
        values.sort_by_key(|(year, _)| *year);
        (row, values)
    };
    let all = grid.body().map(row).filter(|(_, values)| values.len() > 1);
    all.map(|(at, values)| Row { label: grid.label(at), values }).collect()
}

pub fn check(items: &[Item], found: &mut Vec<Finding>) {
    let mut last = "";
    let mut tables: Vec<(usize, &str, &Grid)> = Vec::new();
    for item in items {
        match &item.what {
            What::Paragraph(paragraph) if caption(paragraph).is_some() => last = &paragraph.text,
            What::Table(grid) => tables.push((item.chapter, std::mem::take(&mut last), grid)),
            _ => {}
        }
    }
    for item in items {
        let What::Paragraph(paragraph) = &item.what else { continue };
        if caption(paragraph).is_some() || paragraph.style.starts_with("toc ") {
            continue;
        }
        for sentence in sentences(&paragraph.text) {
            let lower = sentence.to_lowercase();
            let (up, down) =
                (UP.iter().any(|word| lower.contains(word)), DOWN.iter().any(|word| lower.contains(word)));
            let is_ours = paragraph.ours.iter().any(|ours| ours.contains(sentence.trim()));
            if up == down || is_ours {
                continue;
            }
            let of_chapter = tables.iter().filter(|(chapter, ..)| *chapter == item.chapter);
            for (_, title, grid) in of_chapter {
                let rows = rows(grid);
                let fault = match lower.contains("tutt") {
                    true => of_all(sentence, &rows, title, grid, up),
                    false => of_one(sentence, &rows, title, grid, up).into_iter().collect(),
                };
                found.extend(fault.into_iter().map(|fault| Finding {
                    severity: Severity::Doubtful,
                    place: Place { heading: item.heading.clone(), ..Place::default() },
                    fault,
                }));
            }
        }
    }
}

fn told(sentence: &str, row: &Row<'_>, (from, to): (&Number, &Number), number: usize) -> Fault {
    Fault::Against {
        code: "change",
        sentence: sentence.trim().chars().take(160).collect(),
        row: row.label.to_owned(),
        said: format!("{} → {}", from.written, to.written),
        number,
    }
}

/// "In aumento in tutte le ATS, salvo Montagna e Pavia".
fn of_all(sentence: &str, rows: &[Row<'_>], title: &str, grid: &Grid, up: bool) -> Vec<Fault> {
    let lower = sentence.to_lowercase();
    let cut = SAVE.iter().filter_map(|word| lower.find(word)).min();
    let (claim, rest) =
        sentence.split_at(cut.filter(|at| sentence.is_char_boundary(*at)).unwrap_or(sentence.len()));
    let named = stems(rest);
    let of = stems(title);
    // It must be of what the table is of.
    let shared = stems(claim).iter().filter(|stem| of.contains(stem)).count();
    if rows.len() < 3 || shared < 2 {
        return Vec::new();
    }
    let is_named = |row: &Row<'_>| {
        let label = stems(row.label);
        !label.is_empty() && label.iter().all(|stem| named.contains(stem))
    };
    let wrong = rows.iter().filter_map(|row| {
        let ((_, from), (_, to)) = (row.values.first()?, row.values.last()?);
        let is_up = to.value > from.value;
        (to.value != from.value && (is_up == up) == is_named(row))
            .then(|| told(sentence, row, (from, to), grid.number))
    });
    let wrong: Vec<Fault> = wrong.collect();
    // Where most rows say something else, it is another table.
    if wrong.len() * 2 > rows.len() { Vec::new() } else { wrong }
}

/// "Il tasso di mortalità è aumentato del 2,8%".
fn of_one(sentence: &str, rows: &[Row<'_>], title: &str, grid: &Grid, up: bool) -> Option<Fault> {
    let words = stems(sentence);
    let of = stems(title);
    let named: Vec<&Row<'_>> = rows
        .iter()
        .filter(|row| {
            let label = stems(row.label);
            let all = label.iter().filter(|stem| words.contains(stem)).count();
            let is_it = label.len() > 1 && all == label.len();
            // The only row of a table with a title that says what it is of.
            let both = label.iter().chain(&of).filter(|stem| words.contains(stem)).count();
            is_it || (rows.len() == 1 && both > 1 && all > 0)
        })
        .collect();
    let [row] = named[..] else { return None };
    let all = numbers::all(sentence, numbers::mark(std::iter::once(sentence)));
    let amounts: Vec<&Number> = all.iter().filter(|number| !number.is_year()).collect();
    let [printed] = amounts[..] else { return None };
    // "Del 2,8%", "di circa 10 euro": what it changed by; "a 10" is what it came to.
    let before: Vec<String> =
        sentence[..printed.at.0].split_whitespace().rev().take(2).map(str::to_lowercase).collect();
    let is_by = before.iter().any(|word| matches!(word.as_str(), "di" | "del" | "dell'" | "by" | "dello"));
    let is_rough = before.iter().any(|word| matches!(word.as_str(), "circa" | "quasi" | "about"));
    if !is_by {
        return None;
    }
    let between = years(sentence);
    let at = |year: i32| row.values.iter().find(|(of, _)| *of == year).map(|(_, number)| number);
    let (from, to) = match between[..] {
        [a, b] => (at(a.min(b))?, at(a.max(b))?),
        [] => (&row.values.first()?.1, &row.values.last()?.1),
        _ => return None,
    };
    let difference = to.value - from.value;
    let share = 100.0 * difference / from.value;
    let claimed = if up { printed.value.abs() } else { -printed.value.abs() };
    let slack = |right: f64, rounding: f64| if is_rough { right.abs() * ROUGHLY } else { rounding };
    let agrees =
        |right: f64, own: f64| (claimed - right).abs() <= slack(right, printed.rounding() + own) * 1.000_001;
    let is_right = agrees(difference, from.rounding() + to.rounding())
        || (printed.is_percent
            && agrees(share, 100.0 * (from.rounding() + to.rounding()) / from.value.abs()));
    (!is_right && difference.is_finite() && share.is_finite())
        .then(|| told(sentence, row, (from, to), grid.number))
}
