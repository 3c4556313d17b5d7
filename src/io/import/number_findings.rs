//! What is told of how columns were read as numbers.

use crate::io::numbers::{NumberFormat, absence};
use crate::io::source::RawTable;

use super::columns::Plan;
use super::finding::{Finding, Kind};
use super::gathered::Gathered;

/// How columns were read as numbers.
pub(super) fn of_numbers(table: &RawTable, plan: &Plan, gathered: &Gathered) -> Vec<Finding> {
    let mut findings = Vec::new();
    // One question for all columns that are read in the same way.
    let mut ambiguous: Vec<(Option<char>, Vec<String>, String, f64)> = Vec::new();
    for (planned, without) in plan.values.iter().zip(&gathered.tally.without) {
        if without.count > 0 {
            let kind = Kind::AddedInPart { column: plan.names[planned.column].clone() };
            findings.push(Finding::of_rows(kind, without));
        }
    }
    for (planned, not_numbers) in plan.values.iter().zip(&gathered.tally.not_numbers) {
        let name = &plan.names[planned.column];
        let Some(format) = planned.format else {
            findings.push(Finding::new(Kind::MixedNumbers { column: name.clone() }));
            continue;
        };
        // The first ambiguous cell.
        let sample = |telling: &dyn Fn(&str) -> bool| {
            let cells = (plan.first..table.len()).map(|row| table.cell(row, planned.column));
            let cell = cells.into_iter().find(|cell| absence(cell).is_none() && telling(cell))?;
            let read = format.read(cell)?.ok()?;
            Some((name.clone(), cell.to_owned(), read))
        };
        let plain = |cell: &str| cell.parse::<f64>().is_ok();
        let separated = |cell: &str| cell.contains(['.', ',']);
        let marked = |cell: &str| {
            let is_mark = |c: char| !c.is_ascii_digit() && !".,-".contains(c);
            !plain(cell) && (cell.contains(is_mark) || cell.ends_with('-'))
        };
        if format.has_marks {
            findings.extend(two_scales(table, plan, planned.column, format));
            let kind = |(column, typed, number)| Kind::MarkedNumbers { column, typed, number };
            findings.extend(sample(&marked).map(kind).map(Finding::new));
        } else if format.is_ambiguous {
            let known = ambiguous.iter_mut().find(|(decimal, ..)| *decimal == format.decimal);
            match (sample(&separated), known) {
                (Some((column, ..)), Some((_, columns, ..))) => columns.push(column),
                (Some((column, typed, number)), None) => {
                    ambiguous.push((format.decimal, vec![column], typed, number));
                }
                (None, _) => {}
            }
        }
        if not_numbers.count > 0 {
            findings.push(Finding::of_rows(Kind::NotNumbers { column: name.clone() }, not_numbers));
        }
    }
    findings.extend(
        ambiguous.into_iter().map(|(_, columns, typed, number)| {
            Finding::new(Kind::AmbiguousNumbers { columns, typed, number })
        }),
    );
    findings
}

/// Cells with a per cent sign beside others of at most one without: perhaps the same shares on two scales.
fn two_scales(table: &RawTable, plan: &Plan, column: usize, format: NumberFormat) -> Option<Finding> {
    let read = |cell: &str| format.read(cell).and_then(Result::ok);
    let (mut percent, mut plain) = (None, None);
    for row in plan.first..table.len() {
        let cell = table.cell(row, column);
        let Some(number) = read(cell).filter(|number| *number > 0.0) else { continue };
        match cell.contains('%') {
            true if number > 1.0 => percent = percent.or(Some(cell)),
            true => {}
            // Counts and shares beside each other are something else.
            false if number > 1.0 => return None,
            false => plain = plain.or(Some(cell)),
        }
    }
    let (column, percent, plain) = (plan.names[column].clone(), percent?.to_owned(), plain?.to_owned());
    Some(Finding::new(Kind::TwoScales { column, percent, plain }))
}
