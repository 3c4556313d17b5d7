//! Headers of columns that contain more than a name: a year or date, or classes that a spreadsheet turned into dates.

use std::collections::BTreeMap;

use crate::base::Date;
use crate::io::recipe::slug;

use super::period::{self, Reading};

/// A header with the date it contains, and the rest of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    pub column: usize,
    pub date: Date,
    /// The header without the date; empty where there is nothing else.
    pub rest: String,
}

/// The columns that are one variable at several dates, for each such variable. Columns headed by a date alone are one
/// variable too.
pub fn across(names: &[String], columns: &[usize], reading: &Reading) -> Vec<Vec<Dated>> {
    let mut groups: BTreeMap<String, Vec<Dated>> = BTreeMap::new();
    for &column in columns {
        if let Some((date, rest)) = parted(&names[column], reading) {
            groups.entry(slug(&rest)).or_default().push(Dated { column, date, rest });
        }
    }
    let mut groups: Vec<Vec<Dated>> = groups.into_values().collect();
    groups.retain(|group| {
        let mut dates: Vec<Date> = group.iter().map(|dated| dated.date).collect();
        dates.sort_unstable();
        dates.dedup();
        // Two columns of the same date are not a series.
        group.len() > 1 && dates.len() == group.len()
    });
    groups.sort_by_key(|group| group[0].column);
    groups
}

/// The date in a header, and its other words.
pub(crate) fn parted(name: &str, reading: &Reading) -> Option<(Date, String)> {
    period_in(name, reading).map(|(when, rest)| (when.0, rest))
}

/// The period in a line of text with how it is written, and the other words.
pub(crate) fn period_in(name: &str, reading: &Reading) -> Option<((Date, period::Kind), String)> {
    // A number of two digits in a header is no year.
    let reading = &Reading { has_short_years: false, ..*reading };
    let plain = name.replace('_', " ");
    let words: Vec<&str> = plain.split_whitespace().flat_map(unglued).collect();
    // The longest run of words that is a date: "al 31 dicembre 2023" before "2023".
    for length in (1..=words.len().min(5)).rev() {
        for start in 0..=words.len() - length {
            // "2022 n" is the number of 2022, and "2022 F" the women of it, not years with a mark.
            let last = words[start + length - 1].trim_end_matches('.');
            let is_letter =
                last.len() == 1 && !matches!(last, "e" | "p") && last.starts_with(char::is_alphabetic);
            if length > 1 && (is_letter || last == "%") {
                continue;
            }
            let run = words[start..start + length].join(" ");
            if period::spans_years(&run) {
                continue;
            }
            let bare =
                run.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | ',' | ':' | ';' | '-' | '–'));
            // "31/12/2023 (stima)" is a date with its mark.
            let whole = period::read(&run, reading);
            let Some(when) = whole.or_else(|| period::read(bare, reading)) else { continue };
            let rest: Vec<&str> = words[..start].iter().chain(&words[start + length..]).copied().collect();
            let rest = rest.join(" ");
            let rest =
                rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | ':' | ',' | '('));
            return Some(((when.date, when.kind), rest.to_owned()));
        }
    }
    None
}

/// A word and the year at its end: "utenti2023", which data bases and programs for statistics write without a space.
fn unglued(word: &str) -> impl Iterator<Item = &str> {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_glued = letters.chars().count() > 2
        && letters.chars().all(char::is_alphabetic)
        && period::is_year(&word[letters.len()..]);
    let (first, last) = if is_glued { word.split_at(letters.len()) } else { (word, "") };
    [first, last].into_iter().filter(|part| !part.is_empty())
}

/// Headers such as `3-5` that a spreadsheet turned into a day of May: the column and the class, if other headers are
/// classes.
pub fn classes(names: &[String]) -> Vec<(usize, String)> {
    if !names.iter().any(|name| is_class(name)) {
        return Vec::new();
    }
    let class = |(column, name): (usize, &String)| Some((column, class_of(name)?));
    names.iter().enumerate().filter_map(class).collect()
}

/// Two whole numbers with a dash between them, the second larger.
fn is_class(name: &str) -> bool {
    let Some((from, to)) = name.trim().split_once(['-', '–']) else { return false };
    let to = to.trim().trim_end_matches(" anni").trim_end_matches('+');
    let [from, to] = [from, to].map(|text| text.trim().parse::<u8>());
    matches!((from, to), (Ok(from), Ok(to)) if from < to)
}

/// The class that a date in a header was: day and month, the smaller first.
fn class_of(name: &str) -> Option<String> {
    const MONTHS: [[&str; 2]; 12] = [
        ["gen", "jan"],
        ["feb", "feb"],
        ["mar", "mar"],
        ["apr", "apr"],
        ["mag", "may"],
        ["giu", "jun"],
        ["lug", "jul"],
        ["ago", "aug"],
        ["set", "sep"],
        ["ott", "oct"],
        ["nov", "nov"],
        ["dic", "dec"],
    ];
    let lower = name.trim().to_lowercase();
    let pieces: Vec<&str> = lower.split(['-', '/', ' ']).collect();
    let month = |text: &str| MONTHS.iter().position(|names| names.contains(&text)).map(|i| i as u8 + 1);
    let (day, month) = match pieces[..] {
        [one, two] => {
            let [first, second] = [one, two].map(month);
            let number = |text: &str| text.parse::<u8>().ok();
            match (first, second) {
                (None, Some(month)) => (number(one)?, month),
                (Some(month), None) => (number(two)?, month),
                _ => return None,
            }
        }
        // A workbook stores it as a day of some year.
        [year, month, day] if year.len() == 4 && day.len() == 2 => (day.parse().ok()?, month.parse().ok()?),
        _ => return None,
    };
    (day != month).then(|| format!("{}-{}", day.min(month), day.max(month)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(all: &[&str]) -> Vec<String> {
        all.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn dates_across_are_one_variable() {
        let names = names(&["Comune", "2018", "2019", "Utenti 2018", "Utenti 2019", "Spesa", "31/12/2020"]);
        let columns = [1, 2, 3, 4, 5, 6];
        let groups = across(&names, &columns, &Reading::default());
        let told: Vec<Vec<(usize, String, &str)>> = groups
            .iter()
            .map(|group| group.iter().map(|d| (d.column, d.date.to_string(), d.rest.as_str())).collect())
            .collect();
        let at = |column, date: &str, rest| (column, date.to_owned(), rest);
        assert_eq!(
            told,
            [
                vec![at(1, "2018-01-01", ""), at(2, "2019-01-01", ""), at(6, "2020-12-31", "")],
                vec![at(3, "2018-01-01", "Utenti"), at(4, "2019-01-01", "Utenti")],
            ]
        );
    }

    #[test]
    fn a_header_is_parted_from_its_date() {
        for (name, date, rest) in [
            ("Utenti 2021", "2021-01-01", "Utenti"),
            ("utenti_2021", "2021-01-01", "utenti"),
            ("2022 maschi", "2022-01-01", "maschi"),
            ("Posti al 31/12/2023", "2023-12-31", "Posti"),
            ("Residenti al 1° gennaio 2023", "2023-01-01", "Residenti"),
            ("Utenti (2023)", "2023-01-01", "Utenti"),
            ("Utenti al 31/12/2023 (stima)", "2023-12-31", "Utenti"),
            ("2022 F", "2022-01-01", "F"),
            ("II trim. '23", "2023-06-30", ""),
        ] {
            assert_eq!(
                parted(name, &Reading::default()).map(|(d, r)| (d.to_string(), r)),
                Some((date.into(), rest.into())),
                "{name}"
            );
        }
        for name in ["Utenti", "0-2", "Posti letto", "Spesa per 1000 ab.", ""] {
            assert_eq!(parted(name, &Reading::default()), None, "{name}");
        }
    }

    #[test]
    fn classes_turned_into_dates_are_proposed() {
        let turned = |all: &[&str]| classes(&names(all));
        assert_eq!(
            turned(&["Comune", "0-2", "03-mag", "06-ott", "11-13"]),
            [(2, "3-5".into()), (3, "6-10".into())]
        );
        assert_eq!(turned(&["0-2", "2024-05-03", "2024-10-06"]), [(1, "3-5".into()), (2, "6-10".into())]);
        assert_eq!(turned(&["0-2", "3-May"]), [(1, "3-5".into())]);
        assert!(turned(&["Comune", "03-mag", "06-ott"]).is_empty(), "nothing says that they are classes");
    }
}
