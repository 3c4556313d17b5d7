//! Rates and their weights, counts and their populations, steps and their names: what a column is related to, from the
//! answers, the recipe, the words of its header and those of the notes.

use std::collections::BTreeSet;

use crate::data::Bilingual;
use crate::io::recipe::{Denominator, GENERIC, NO_WEIGHT, Per, denominator_part, header_key, spaced};
use crate::io::source::RawTable;

use super::columns::{Plan, ValuePlan};
use super::finding::{Finding, Kind};

/// The most steps or categories of a column of words.
const MOST_STEPS: usize = 40;
/// Letters that tell a word whatever its ending: "utenti", "utente".
const STEM: usize = 5;

/// Completes what each column of values is related to.
pub(crate) fn relate(table: &RawTable, plan: &mut Plan) {
    let is_generic = plan.recipe.id == GENERIC;
    let noted = if is_generic { noted(table, plan) } else { None };
    let rates = plan.values.iter().filter(|value| value.measure.is_rate()).count();
    for i in 0..plan.values.len() {
        let header = plan.names[plan.values[i].column].clone();
        let found = match plan.values[i].measure {
            measure if measure.is_rate() && is_generic && plan.values[i].spec.weight.is_none() => {
                of_file(plan, i, &header)
                    .or_else(|| of_quotient(table, plan, i))
                    .or_else(|| Denominator::named_in(&header).map(|found| found.id))
                    .or_else(|| noted.clone().filter(|_| rates == 1))
            }
            _ => None,
        };
        let value = &mut plan.values[i];
        if found.is_some() {
            value.spec.weight = found;
        }
        if let Some(per) = &mut value.spec.per
            && per.of.is_empty()
        {
            *per = Per { of: Denominator::proposed(&header).id, ..per.clone() };
        }
    }
}

/// The names of the steps of a column of words: as told, and then those that the file has besides.
pub(crate) fn steps(table: &RawTable, first: usize, column: usize, told: &[String]) -> Vec<String> {
    let cells = (first..table.len()).map(|row| table.cell(row, column).trim());
    let cells: BTreeSet<&str> = cells.filter(|cell| crate::io::numbers::absence(cell).is_none()).collect();
    let known: Vec<String> = told.iter().map(|step| header_key(step)).collect();
    let mut others: Vec<&str> = cells.into_iter().filter(|cell| !known.contains(&header_key(cell))).collect();
    // Scales in common words have an order of their own.
    others.sort_by_key(|cell| (rank(cell).is_none(), rank(cell)));
    others.dedup_by_key(|cell| header_key(cell));
    told.iter().cloned().chain(others.into_iter().map(str::to_owned)).take(MOST_STEPS).collect()
}

/// Whether a column has nothing but yes and no.
pub(crate) fn is_yes_or_no(table: &RawTable, first: usize, column: usize) -> bool {
    let cells = (first..table.len()).map(|row| table.cell(row, column).trim());
    let mut both = BTreeSet::new();
    for cell in cells.filter(|cell| crate::io::numbers::absence(cell).is_none()) {
        match crate::i18n::folded(cell).trim_end_matches('\'') {
            "si" | "yes" | "vero" | "true" => both.insert(true),
            "no" | "falso" | "false" => both.insert(false),
            _ => return false,
        };
    }
    both.len() == 2
}

/// Whether a column has nothing but words of the usual scales, of which there are more than one.
pub(crate) fn is_scale(table: &RawTable, first: usize, column: usize) -> bool {
    let cells = (first..table.len()).map(|row| table.cell(row, column).trim());
    let mut steps = BTreeSet::new();
    for cell in cells.filter(|cell| crate::io::numbers::absence(cell).is_none()) {
        // A word of a scale alone, and no sentence that begins with it.
        match rank(cell) {
            Some(_) if cell.split_whitespace().count() <= 2 => steps.insert(header_key(cell)),
            _ => return false,
        };
        if steps.len() > MOST_STEPS {
            return false;
        }
    }
    steps.len() > 1
}

/// The place of a word in the usual scales.
fn rank(cell: &str) -> Option<usize> {
    const SCALE: [&[&str]; 9] = [
        &["nessun", "nullo", "nulla", "none", "assente"],
        &["molto bass", "minim", "very low", "insufficient", "pessim"],
        &["medio bass", "bass", "low", "scars", "lieve", "mild"],
        &["sufficient", "fair"],
        &["medi", "medium", "moderat", "discret", "average"],
        &["medio alt", "buon", "good"],
        &["alt", "high", "grave", "severe", "elevat"],
        &["molto alt", "very high", "ottim", "excellent"],
        &["massim", "gravissim", "extreme"],
    ];
    let words = spaced(cell);
    let fits = |start: &&str| words.starts_with(&format!(" {start}"));
    // The longest beginning counts: "medio alto" is no "medio".
    let all = SCALE.iter().enumerate().flat_map(|(i, starts)| starts.iter().map(move |start| (start, i)));
    all.filter(|(start, _)| fits(start)).max_by_key(|(start, _)| start.len()).map(|(_, i)| i)
}

/// The column of counts that the header of a rate names as its denominator.
fn of_file(plan: &Plan, rate: usize, header: &str) -> Option<String> {
    let part = denominator_part(header)?;
    let is_count =
        |value: &&ValuePlan| value.measure.is_counted() && value.column != plan.values[rate].column;
    let stems = |text: &str| -> Vec<String> {
        let long = |word: &&str| word.len() >= 4 && !["anni", "anno", "totale", "numero"].contains(word);
        spaced(text).split(' ').filter(long).map(|word| word.chars().take(STEM).collect()).collect()
    };
    let wanted = stems(&part);
    let counts = plan.values.iter().filter(is_count);
    let named = |value: &&ValuePlan| {
        let own = stems(&plan.names[value.column]);
        !own.is_empty()
            && own.iter().all(|stem| wanted.contains(stem))
            && digits(&part) == digits(&plan.names[value.column])
    };
    let mut named = counts.filter(named);
    let first = named.next()?;
    // Of two that fit, none is known to be the one.
    named.next().is_none().then(|| plan.names[first.column].clone())
}

/// The column of counts that a rate is the quotient with: where in every row it is a hundred times one column of the file divided
/// by another, to its own decimals, the other is what it is weighted with, whatever the headers say.
fn of_quotient(table: &RawTable, plan: &Plan, rate: usize) -> Option<String> {
    const ROWS: usize = 200;
    const COLUMNS: usize = 40;
    const FACTORS: [f64; 6] = [1.0, 100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0];
    let own = &plan.values[rate];
    let number = |value: &ValuePlan, row: usize| value.format?.read(&value.cell(&table.line(row)))?.ok();
    // The decimals of its cells say how exact it is.
    let exact = |row: usize| {
        let cell = own.cell(&table.line(row)).trim_end_matches([' ', '%']).to_owned();
        let decimals = cell.rsplit_once([',', '.']).map_or(0, |(_, decimals)| decimals.len().min(9));
        0.501 * 10_f64.powi(-(decimals as i32))
    };
    let rows = plan.first..table.len().min(plan.first + ROWS);
    let rates: Vec<(usize, f64, f64)> =
        rows.filter_map(|row| Some((row, number(own, row)?, exact(row)))).collect();
    let distinct: BTreeSet<u64> = rates.iter().map(|(_, rate, _)| rate.to_bits()).collect();
    if distinct.len() < 4 || own.date.is_some() {
        return None;
    }
    let counts: Vec<&ValuePlan> = plan
        .values
        .iter()
        .filter(|value| value.measure.adds_up() && value.date.is_none())
        .take(COLUMNS)
        .collect();
    let read = |value: &&ValuePlan| -> Vec<Option<f64>> {
        rates.iter().map(|(row, ..)| number(value, *row)).collect()
    };
    let numbers: Vec<Vec<Option<f64>>> = counts.iter().map(read).collect();
    let is_quotient = |above: &[Option<f64>], below: &[Option<f64>], factor: f64| {
        let mut checked = 0;
        let all = rates.iter().zip(above.iter().zip(below)).all(|((_, rate, exact), pair)| match pair {
            (Some(above), Some(below)) if *below > 0.0 => {
                checked += 1;
                (factor * above / below - rate).abs() <= *exact
            }
            _ => true,
        });
        all && checked >= 4 && checked * 2 >= rates.len()
    };
    let mut found: Vec<usize> = (0..counts.len())
        .filter(|below| {
            (0..counts.len()).any(|above| {
                above != *below
                    && FACTORS.iter().any(|factor| is_quotient(&numbers[above], &numbers[*below], *factor))
            })
        })
        .collect();
    // Of two that fit, none is known to be the one.
    let first = found.pop().filter(|_| found.is_empty())?;
    Some(plan.names[counts[first].column].clone())
}

/// The numbers in a text: "0-2" is another population than "3-5".
fn digits(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty() && part.len() < 4);
    parts.map(str::to_owned).collect()
}

/// The denominator that a line of text beside the table names.
fn noted(table: &RawTable, plan: &Plan) -> Option<String> {
    let rows = (0..plan.header).chain(table.len().saturating_sub(12).max(plan.first)..table.len());
    let line = |row: usize| {
        let mut filled = table.row(row).filter(|cell| !cell.is_empty());
        filled.next().filter(|_| filled.next().is_none())
    };
    let says = |line: &&str| {
        let words = spaced(line);
        [" per 100", " per 1", " su 100", " ogni 100", " ogni 1", " per mille ", " pro capite "]
            .iter()
            .any(|per| words.contains(per))
    };
    rows.filter_map(line).filter(says).find_map(Denominator::named_in).map(|found| found.id)
}

/// The name of what a column is weighted with or related to, with its article.
fn named(plan: &Plan, of: &str) -> Option<Bilingual> {
    let key = header_key(of);
    if plan.values.iter().any(|value| header_key(&plan.names[value.column]) == key) {
        return Some(crate::i18n::Lang::both(|lang| crate::i18n::texts::per_column(lang, of)));
    }
    Denominator::of_id(of).map(|found| found.the)
}

/// What is said of the columns.
pub(crate) fn findings(plan: &Plan) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut told = BTreeSet::new();
    for value in &plan.values {
        // Several columns may be one variable at several dates.
        if !told.insert(value.variable) {
            continue;
        }
        let column = plan.names[value.column].clone();
        let mut say = |kind| findings.push(Finding::new(kind));
        let is_known = plan.recipe.id != GENERIC;
        match (&value.spec.weight, value.measure) {
            (Some(of), measure) if measure.is_rate() && of != NO_WEIGHT => match named(plan, of) {
                Some(weight) => say(Kind::RateWeighted { column: column.clone(), weight, of: plan.level }),
                None => say(Kind::UnknownDenominator { column: column.clone(), of: of.clone() }),
            },
            (_, measure)
                if measure.is_rate() && !is_known && !plan.found.supposed.contains(&value.column) =>
            {
                let proposed = Denominator::of_rate(&column).map(|found| found.the);
                say(Kind::RateAlone { column: column.clone(), proposed, of: plan.level });
            }
            (_, crate::io::recipe::Measure::Ordinal) => say(Kind::Steps { column: column.clone() }),
            (_, crate::io::recipe::Measure::Category) => say(Kind::Categories { column: column.clone() }),
            (_, crate::io::recipe::Measure::NotAdditive) => say(Kind::NotAdditive { column: column.clone() }),
            _ => {}
        }
        match &value.spec.per {
            Some(per) => match named(plan, &per.of) {
                Some(of) => say(Kind::Related { column, of }),
                None => say(Kind::UnknownDenominator { column, of: per.of.clone() }),
            },
            None if !is_known && value.measure.is_counted() => {
                // Only where the name says for whom it is; to any count residents fit.
                if let Some(found) = Denominator::fitting(&column) {
                    say(Kind::CanRelate { column, proposed: found.the });
                }
            }
            None => {}
        }
    }
    findings
}
