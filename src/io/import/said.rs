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

/// A number from a file, as it was read.
pub(crate) fn sample_text(lang: Lang, x: f64) -> String {
    // Without separators of thousands, which would be the very mark that is in doubt.
    let plain = x.to_string();
    if lang == Lang::It { plain.replace('.', ",") } else { plain }
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

/// The letters over a column in a spreadsheet, by its number from 1: 28 is AB.
pub(crate) fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    while left > 0 {
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!([1, 9, 26, 27, 702, 703].map(column_letters), ["A", "I", "Z", "AA", "ZZ", "AAA"]);
    }
}
