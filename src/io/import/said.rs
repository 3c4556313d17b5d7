//! Lists of dates and columns within the text of a finding.

use crate::base::{Date, decimal};
use crate::i18n::{Lang, date, number, some_named, texts as t};

/// The names of the first few columns, and how many more there are.
pub(crate) fn some_quoted(lang: Lang, columns: &[String]) -> String {
    const MOST: usize = 4;
    let quoted: Vec<String> = columns.iter().map(|column| format!("«{column}»")).collect();
    let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
    some_named(&quoted, MOST, |n| t::check_more(lang, n))
}

/// A sum of values of a file.
pub(crate) fn sum_text(lang: Lang, sum: f64) -> String {
    number(lang, sum, decimal::places(sum).min(2))
}

/// What is of whole years is of no day.
pub(crate) fn years_text(dates: &[Date]) -> String {
    dates.iter().map(|day| day.year().to_string()).collect::<Vec<_>>().join(", ")
}

/// Dates; if there are many, the first and the last.
pub(crate) fn dates_text(lang: Lang, dates: &[Date]) -> String {
    let written: Vec<String> = dates.iter().map(|day| date(lang, *day)).collect();
    match written.as_slice() {
        [first, .., last] if written.len() > 6 => format!("{first} … {last}"),
        all => all.join(", "),
    }
}
