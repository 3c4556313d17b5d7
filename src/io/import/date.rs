//! Reference dates as files write them.

use crate::base::Date;
use crate::data::Reference;
use crate::i18n::folded;
use crate::io::recipe::{Day, GENERIC, is_known_source};
use crate::io::source::RawTable;

use super::answers::{Answers, When};
use super::columns::Plan;
use super::finding::{self, Finding};
use super::headings;
use super::period::{Kind, Reading};

fn year(text: &str) -> Option<i16> {
    text.parse().ok().filter(|year| (1900..=2100).contains(year))
}

/// The year in the lines above a header, or else in the name of the sheet or of the file, with the day if it is given too. `None` if
/// there are two different ones.
pub fn above(table: &RawTable, header: usize) -> Option<(i16, Option<Day>)> {
    let cells = (0..header).flat_map(|row| table.row(row)).filter(|cell| !is_of_file(cell));
    let title: String = cells.collect::<Vec<_>>().join(" ");
    let of = |text: &str| {
        let text = folded(text);
        let mut years: Vec<i16> =
            text.split(|c: char| !c.is_ascii_digit()).filter(|t| t.len() == 4).filter_map(year).collect();
        years.dedup();
        let [year] = years[..] else { return None };
        let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
        let day = if plain.contains("31dicembre") || plain.contains("3112") {
            Some(Day::End)
        } else if plain.contains("1gennaio") || plain.contains("0101") {
            Some(Day::Start)
        } else {
            None
        };
        Some((year, day))
    };
    // The name of a part of a sheet has the numbers of its rows.
    let sheet = table.sheet.as_deref().filter(|_| !table.notes.is_one_of_several).unwrap_or_default();
    of(&title).or_else(|| of(sheet)).or_else(|| of(table.file.rsplit('›').next().unwrap_or_default()))
}

/// What the lines above a header, or the name of the file, say of the date: a day, month, quarter, half-year or school year, which
/// is more than a year.
fn period_above(table: &RawTable, header: usize, reading: &Reading) -> Option<finding::Kind> {
    let cells =
        (0..header).flat_map(|row| table.row(row)).filter(|cell| !cell.is_empty() && !is_of_file(cell));
    let mut found = cells.filter_map(|cell| headings::period_in(cell, reading).map(|found| (found, false)));
    // Two years in a row are one school year in the name of a file too.
    let of_file = || {
        let name = table.file.rsplit(['›', '/']).next()?;
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let found = headings::period_in(stem, reading).filter(|((_, kind), _)| *kind == Kind::School);
        found.map(|found| (found, true))
    };
    let (((date, kind), _), is_of_file) = found.next().or_else(of_file)?;
    let school = (kind == Kind::School).then(|| {
        let from = if Day::Start.of(date.year()) == Some(date) { date.year() - 1 } else { date.year() };
        [from, from + 1]
    });
    matches!(kind, Kind::Day | Kind::Part | Kind::School).then_some(finding::Kind::DateOfTitle {
        date,
        is_of_file,
        school,
    })
}

/// Whether a line says when the file was made, which is not what it is about.
fn is_of_file(line: &str) -> bool {
    const BEFORE: [&str; 12] = [
        "data",
        "di",
        "della",
        "dell",
        "del",
        "report",
        "file",
        "documento",
        "dati",
        "elenco",
        "tabella",
        "prospetto",
    ];
    const MADE: [&str; 9] =
        ["elabora", "estra", "scaric", "pubblic", "stampa", "creat", "genera", "esporta", "prodott"];
    let line = folded(line);
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .find(|word| !BEFORE.contains(word))
        .is_some_and(|first| MADE.iter().any(|made| first.starts_with(made)))
}

/// The date of a table without a column of dates.
pub(crate) fn of_table(table: &RawTable, plan: &Plan, answers: &Answers) -> (Option<Date>, Vec<Finding>) {
    match answers.date {
        None => {}
        Some(When::Always) => return (None, Vec::new()),
        Some(When::At(Reference::Date(date))) => return (Some(date), Vec::new()),
        Some(When::At(Reference::Year(year) | Reference::TaxYear(year) | Reference::Years(_, year))) => {
            return (plan.reading.day.of(year), Vec::new());
        }
    }
    if plan.recipe.date.undated || plan.date.is_some() {
        return (None, Vec::new());
    }
    if let Some(at) = plan.life.at {
        return (Some(at), Vec::new());
    }
    let undated = || plan.values.iter().filter(|value| value.date.is_none());
    if let Some(last) = plan.found.across.last() {
        let finding = undated().next().map(|_| Finding::new(finding::Kind::DateOfOthers { date: *last }));
        return (Some(*last), finding.into_iter().collect());
    }
    // A date in the header of a column, if it is the only one there.
    let named = undated().filter_map(|value| headings::parted(&plan.names[value.column], &plan.reading));
    let mut named: Vec<Date> = named.map(|(date, _)| date).collect();
    named.dedup();
    if let [date] = named[..]
        && !is_known_source(&plan.recipe.id)
    {
        // Whoever saved the reading has confirmed it.
        let is_year_open = plan.found.is_day_open && plan.found.year_header.is_some();
        let kind = match is_year_open {
            true => finding::Kind::DateSupposed { year: date.year() },
            false => finding::Kind::DateOfHeader { date },
        };
        // Whoever says which day of the year it is has seen the year.
        let is_asked = plan.recipe.id == GENERIC && answers.day.is_none();
        let finding = is_asked.then(|| Finding::new(kind));
        return (Some(date), finding.into_iter().collect());
    }
    if let Some(kind) = period_above(table, plan.header, &plan.reading)
        && let finding::Kind::DateOfTitle { date, .. } = kind
    {
        let finding = (plan.recipe.id == GENERIC).then(|| Finding::new(kind));
        return (Some(date), finding.into_iter().collect());
    }
    let Some((year, day)) = above(table, plan.header) else { return (None, Vec::new()) };
    let date = answers.day.or(day).unwrap_or(plan.reading.day).of(year);
    // Whoever says which day of the year it is has seen the year.
    let supposed = plan.recipe.id == GENERIC && answers.day.is_none();
    let finding = supposed.then(|| Finding::new(finding::Kind::DateSupposed { year }));
    (date, finding.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_tells_year_and_day() {
        let mut table = RawTable::new("POSAS_2024_it.csv", None);
        table.push(1, ["Popolazione residente al 1° gennaio 2023"]).unwrap();
        table.push(2, ["Codice comune"]).unwrap();
        assert_eq!(above(&table, 1), Some((2023, Some(Day::Start))));
        assert_eq!(above(&table, 0), Some((2024, None)));
    }
}
