//! What words say of the dates of a table: which day a year stands for, and in which order day and month come.

use crate::io::recipe::Day;

use super::words::words;

/// Which day the years of a table stand for, where its words say so: "residenti al 1° gennaio", "al 31/12", "accessi nel corso
/// dell'anno". `None` where they say nothing, or two things.
pub(crate) fn day_of_years<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Day> {
    const START: [&str; 9] = [
        " 1 gennaio ",
        " 1o gennaio ",
        " 01 gennaio ",
        " primo gennaio ",
        " inizio anno ",
        " inizio dell anno ",
        " al 01 01 ",
        " al 1 1 ",
        " 1 january ",
    ];
    const END: [&str; 6] =
        [" 31 dicembre ", " fine anno ", " fine dell anno ", " al 31 12 ", " 31 12 ", " 31 december "];
    const YEAR: [&str; 10] = [
        " nell anno ",
        " dell anno ",
        " in corso d anno ",
        " annui ",
        " annue ",
        " annua ",
        " annuali ",
        " nel corso del ",
        " d imposta ",
        " during ",
    ];
    let said = |text: &str| {
        let words = format!(" {} ", words(text).join(" "));
        // A school year has a day of its own.
        if words.contains(" scolastic") || words.contains(" accademic") || words.contains(" educativ") {
            return None;
        }
        let has = |list: &[&str]| list.iter().any(|one| words.contains(one));
        match (has(&START), has(&END), has(&YEAR)) {
            (true, false, _) => Some(Day::Start),
            (false, true, _) => Some(Day::End),
            (false, false, true) => Some(Day::Year),
            _ => None,
        }
    };
    let mut all = texts.filter_map(said);
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// Whether the header of dates is English.
pub(crate) fn is_english_date(header: &str) -> bool {
    words(header).iter().any(|word| ["date", "day", "month", "year", "period"].contains(&word.as_str()))
}

/// Whether values are counted over a whole year, by their header, and not only at its end.
pub(crate) fn covers_a_year(header: &str) -> bool {
    day_of_years(std::iter::once(header)) == Some(Day::Year)
}
