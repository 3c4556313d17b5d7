//! Dates and periods as written in files: days in every spelling, months, quarters, half-years, years, school years,
//! Excel's day numbers.

use crate::base::Date;
use crate::i18n::folded;
use crate::io::numbers::parted;
use crate::io::recipe::Day;

/// The date or period in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct When<'a> {
    pub date: Date,
    /// How the date was written.
    pub kind: Kind,
    /// A mark after it: provisional, estimated, or a footnote.
    pub mark: Option<&'a str>,
}

/// How a date was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Day,
    Year,
    /// A month, quarter or half-year, dated by its last day.
    Part,
    /// A school year over two calendar years, dated by the 1 January or 31 December within it.
    School,
    /// Excel's number of a day.
    Serial,
}

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Which day a year stands for.
    pub day: Day,
    /// Whether five digits may be Excel's number of a day and six digits a month or two years: true for a column
    /// headed as a date.
    pub is_dated: bool,
    /// Whether six digits are two years rather than a month.
    pub is_school: bool,
    /// How many months a period has that is a number of a year, "II 2023"; zero where the header does not say so.
    pub months: u8,
    /// Whether two digits are a year: only under a header of years.
    pub has_short_years: bool,
    /// Whether the month comes before the day, as in the United States.
    pub is_month_first: bool,
    /// Whether two years are the first and the last of several: under a header such as "triennio".
    pub is_span: bool,
}

/// Whether a cell contains only a year.
pub(crate) fn is_year(cell: &str) -> bool {
    cell.len() == 4 && year(cell).is_some()
}

fn year(text: &str) -> Option<i16> {
    text.parse().ok().filter(|year| (1900..=2100).contains(year))
}

/// A year of two digits: up to 60 it is in this century.
fn short_year(text: &str) -> Option<i16> {
    match text.len() {
        4 => year(text),
        2 => text.parse::<i16>().ok().map(|year| if year <= 60 { 2000 + year } else { 1900 + year }),
        _ => None,
    }
}

/// Reads a cell.
pub fn read<'a>(cell: &'a str, reading: &Reading) -> Option<When<'a>> {
    let cell = cell.trim();
    // Fast exit: most cells of a table are not dates, and every date has a digit.
    let least = if reading.has_short_years { 2 } else { 4 };
    if !(least..=40).contains(&cell.len()) || !cell.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let marked = parted(cell).or_else(|| with_status(cell));
    let (text, mark) = marked.map_or((cell, None), |(text, mark)| (text, Some(mark)));
    unmarked(text, reading).map(|(date, kind)| When { date, kind, mark })
}

/// Whether a cell is a day written in numbers that can only be read with the month first, or only with the day first, or as two
/// different days; `None` for any other.
pub(crate) fn order(cell: &str) -> Option<Order> {
    let mut parts = cell.trim().split(['/', '-', '.']).map(|part| part.parse::<u16>().ok());
    let (Some(Some(first)), Some(Some(second)), Some(Some(_)), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    match (first, second) {
        (13..=31, 1..=12) => Some(Order::DayFirst),
        (1..=12, 13..=31) => Some(Order::MonthFirst),
        (1..=12, 1..=12) if first != second => Some(Order::Either),
        _ => None,
    }
}

/// In which order the day and the month of a date stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
    Either,
}

/// A date and the status after a dash or comma: "31/12/2023 - definitivo".
fn with_status(cell: &str) -> Option<(&str, &str)> {
    let (date, word) = cell.rsplit_once(['-', '–', ','])?;
    let word = word.trim();
    let is_status = ["defin", "provv", "stim", "prelim", "consolid", "estim", "final"]
        .iter()
        .any(|start| word.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start)));
    is_status.then(|| (date.trim(), word))
}

/// A period in two cells: a year, and a month, quarter or half-year of it. `months` is what a bare number counts.
pub(crate) fn of_year_and_part<'a>(
    of: &'a str,
    cell: &str,
    months: u8,
    reading: &Reading,
) -> Option<When<'a>> {
    let whole = read(of, reading).filter(|when| when.kind == Kind::Year)?;
    let text = folded(cell.trim());
    let text = text.strip_suffix(".0").unwrap_or(&text);
    let (mut months, mut which) = (months, None);
    for piece in pieces(text) {
        match piece {
            Piece::Digits(digits) if digits.len() <= 2 => which = digits.parse().ok(),
            // The year again.
            Piece::Digits(digits) => {
                year(digits).filter(|year| *year == whole.date.year())?;
            }
            Piece::Letters(word) => match (month(word), ordinal(word), part(word)) {
                (Some(number), _, _) => (months, which) = (1, Some(number)),
                (_, Some(number), _) => which = Some(number),
                (_, _, Some(length)) => months = length,
                _ if ["o", "a", "di", "del"].contains(&word) => {}
                _ => return None,
            },
        }
    }
    let last = months.checked_mul(which?).filter(|last| (1..=12).contains(last))?;
    Some(When { date: last_day(whole.date.year(), last)?, kind: Kind::Part, ..whole })
}

fn unmarked(text: &str, reading: &Reading) -> Option<(Date, Kind)> {
    let whole = text
        .split_once(['.', ','])
        .filter(|(_, zeros)| !zeros.is_empty() && zeros.bytes().all(|b| b == b'0'));
    let digits = whole.map_or(text, |(whole, _)| whole);
    if digits.bytes().all(|b| b.is_ascii_digit()) {
        return of_digits(digits, reading);
    }
    // The time of day is dropped.
    let text = match text.split_once(['T', ' ']) {
        Some((day, time)) if time.contains(':') || (is_time(time) && digit_count(day) > 4) => day,
        _ => text,
    };
    let text = folded(text);
    let pieces = pieces(&text);
    let says = |word| pieces.contains(&Piece::Letters(word));
    let (is_end, is_start) = (says("fine"), says("inizio"));
    let is_middle = says("meta") || says("mid");
    if let Some(last) = last_of_years(&pieces, reading.is_span).or_else(|| last_of_week(&pieces)) {
        return Some((last, Kind::Part));
    }
    let (school, pieces) = without_words(&pieces)?;
    if let Some(last) = last_of(&pieces) {
        return Some((last, Kind::Part));
    }
    if let ([Piece::Digits(of)], true) = (&pieces[..], is_end) {
        return Some((last_day(year(of)?, 12)?, Kind::Part));
    }
    if let ([Piece::Digits(of)], true) = (&pieces[..], is_middle) {
        return Some((last_day(year(of)?, 6)?, Kind::Part));
    }
    if let ([Piece::Digits(of)], true) = (&pieces[..], is_start) {
        return Some((Day::Start.of(year(of)?)?, Kind::Part));
    }
    let pieces = match pieces[..] {
        [month @ Piece::Digits(_), day @ Piece::Digits(on), year @ Piece::Digits(of)]
            if reading.is_month_first && on.len() <= 2 && (of.len() == 4 || of.len() == 2) =>
        {
            vec![day, month, year]
        }
        _ => pieces,
    };
    numbered(&pieces, reading.months).or_else(|| of_pieces(pieces, school || reading.is_school, reading.day))
}

/// The last day of several years that are one period: by a word ("media 2021-2023", "triennio 2021/23"), by their header, or
/// because they do not follow each other as those of a school year do ("2021-2023").
fn last_of_years(pieces: &[Piece], is_span: bool) -> Option<Date> {
    const SPANS: [&str; 6] = ["media", "biennio", "triennio", "quadriennio", "quinquennio", "average"];
    /// The most years of a period without a word for it.
    const MOST: i16 = 12;
    let mut words = pieces.iter().filter_map(|piece| match piece {
        Piece::Letters(word) => Some(*word),
        Piece::Digits(_) => None,
    });
    let is_known = |word: &str| {
        SPANS.contains(&word)
            || ["dal", "al", "anni", "anno", "degli", "del", "di", "e", "a", "periodo"].contains(&word)
    };
    let is_said = is_span || words.clone().any(|word| SPANS.contains(&word));
    let numbers = pieces.iter().filter_map(|piece| match piece {
        Piece::Digits(text) => Some(*text),
        Piece::Letters(_) => None,
    });
    let [from, to] = numbers.collect::<Vec<_>>()[..] else { return None };
    let (first, last) = (year(from).filter(|_| from.len() == 4)?, short_year(to)?);
    // "2021-11" is a month.
    let is_apart =
        (2..=MOST).contains(&(last - first)) && (to.len() == 4 || to.parse().is_ok_and(|to: u8| to > 12));
    (words.all(is_known) && first < last && (is_said || is_apart)).then(|| last_day(last, 12)).flatten()
}

/// The Sunday of a week by its number: "2023-W23", "settimana 23/2023".
fn last_of_week(pieces: &[Piece]) -> Option<Date> {
    const WEEK: [&str; 4] = ["settimana", "week", "w", "wk"];
    const AROUND: [&str; 7] = ["a", "o", "del", "di", "n", "iso", "anno"];
    let (mut of, mut which, mut is_week) = (None, None, false);
    for piece in pieces {
        match *piece {
            Piece::Letters(word) if WEEK.contains(&word) => is_week = true,
            Piece::Letters(word) if AROUND.contains(&word) => {}
            Piece::Digits(text) if text.len() == 4 && of.is_none() => of = year(text),
            Piece::Digits(text) if text.len() <= 2 && which.is_none() => which = text.parse::<i64>().ok(),
            Piece::Letters(_) | Piece::Digits(_) => return None,
        }
    }
    let (of, which) = (of?, which.filter(|which| is_week && (1..=53).contains(which))?);
    // The first week is that of 4 January; day 0 was a Thursday.
    let fourth = Date::new(of, 1, 4)?.day_number();
    let monday = fourth - (fourth + 3).rem_euclid(7) + 7 * (which - 1);
    let thursday = Date::of_day_number(monday + 3)?;
    Date::of_day_number(monday + 6).filter(|_| thursday.year() == of)
}

/// Whether several years are one period: in a header they are no year.
pub(crate) fn spans_years(text: &str) -> bool {
    last_of_years(&pieces(&folded(text)), false).is_some()
}

fn digit_count(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// A time of day written with points: "00.00", "10.30.00".
fn is_time(text: &str) -> bool {
    let is_part = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    text.contains('.') && text.split('.').all(is_part)
}

/// The last day of a period given by its first and its last: "dal 01/01/2023 al 30/06/2023", "gennaio-giugno 2023".
fn last_of(pieces: &[Piece]) -> Option<Date> {
    use Piece::{Digits, Letters};
    let day = |on: &str, month: u8, of: &str| {
        Date::new(year(of).or_else(|| short_year(of))?, month, on.parse().ok()?)
    };
    let number = |text: &str| text.parse::<u8>().ok();
    let (first, last) = match *pieces {
        [Digits(a), Digits(b), Digits(c), Digits(d), Digits(e), Digits(f)] => {
            let of = |one: &str, two: &str, three: &str| match one.len() {
                4 => day(three, number(two)?, one),
                _ => day(one, number(two)?, three),
            };
            (of(a, b, c)?, of(d, e, f)?)
        }
        [Digits(a), Letters(b), Digits(c), Letters(d), Digits(e)] => {
            (day(a, month(b)?, e)?, day(c, month(d)?, e)?)
        }
        [Letters(a), Letters(b), Digits(of)] => {
            let of = year(of)?;
            (last_day(of, month(a)?)?, last_day(of, month(b)?)?)
        }
        _ => return None,
    };
    (first < last).then_some(last)
}

/// Digits alone: a year, a day, a month, two years, a timestamp, Excel's number.
fn of_digits(text: &str, reading: &Reading) -> Option<(Date, Kind)> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<u8>().ok();
    let whole_day =
        || Date::new(year(text.get(..4)?)?, number(4, 6)?, number(6, 8)?).map(|day| (day, Kind::Day));
    match text.len() {
        4 => Some((reading.day.of(year(text)?)?, Kind::Year)),
        2 if reading.has_short_years => Some((reading.day.of(short_year(text)?)?, Kind::Year)),
        8 | 12 | 14 => whole_day(),
        6 if reading.is_dated => {
            let from = year(&text[..4])?;
            let follows = text[4..].parse() == Ok((from + 1) % 100);
            let month = number(4, 6).filter(|month| (1..=12).contains(month));
            match month {
                Some(month) if !(reading.is_school && follows) => Some((last_day(from, month)?, Kind::Part)),
                _ if follows => school_year(from, reading.day),
                _ => None,
            }
        }
        5 if reading.is_dated => {
            let days: i64 = text.parse().ok()?;
            // From 1954 to 2064: a number outside is more likely something else.
            let unix = (20_000..=60_000).contains(&days).then_some(days - 25_569)?;
            Some((Date::of_day_number(unix)?, Kind::Serial))
        }
        _ => None,
    }
}

fn last_day(year: i16, month: u8) -> Option<Date> {
    (28..=31).rev().find_map(|day| Date::new(year, month, day))
}

/// Two years of a school year: 1 January and 31 December within it are a day apart.
fn school_year(from: i16, day: Day) -> Option<(Date, Kind)> {
    let date = if day == Day::Start { Day::Start.of(from + 1) } else { Day::End.of(from) };
    Some((date?, Kind::School))
}

/// A piece of a text: digits or letters.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece<'a> {
    Digits(&'a str),
    Letters(&'a str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        rest = &rest[at..];
        let is_digit = rest.as_bytes()[0].is_ascii_digit();
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() || c.is_ascii_digit() != is_digit);
        let (piece, more) = rest.split_at(end.unwrap_or(rest.len()));
        pieces.push(if is_digit { Piece::Digits(piece) } else { Piece::Letters(piece) });
        rest = more;
    }
    pieces
}

/// The significant pieces, without the words around a date, and whether these words name a school year. `None` where
/// an unknown word occurs.
fn without_words<'a>(pieces: &[Piece<'a>]) -> Option<(bool, Vec<Piece<'a>>)> {
    const AROUND: [&str; 27] = [
        "inizio",
        "meta",
        "mid",
        "dal",
        "dall",
        "da",
        "a",
        "fine",
        "dato",
        "dati",
        "rilevazione",
        "censimento",
        "stagione",
        "al",
        "alla",
        "data",
        "del",
        "il",
        "anno",
        "anni",
        "dell",
        "periodo",
        "mese",
        "di",
        "nel",
        "fy",
        "esercizio",
    ];
    let mut school = false;
    let mut remaining: Vec<Piece> = Vec::new();
    for (i, piece) in pieces.iter().enumerate() {
        let Piece::Letters(word) = piece else {
            remaining.push(*piece);
            continue;
        };
        // "a.s." is split into two letters.
        let next = pieces.get(i + 1);
        let before = i.checked_sub(1).and_then(|i| pieces.get(i));
        let is_first = *word == "a" && matches!(next, Some(Piece::Letters("s" | "a" | "e")));
        let is_second = matches!(*word, "s" | "a" | "e") && before == Some(&Piece::Letters("a"));
        if is_first || is_second || ["as", "aa", "ae", "scolastico", "accademico", "educativo"].contains(word)
        {
            school = true;
        } else if part(word).is_some()
            || month(word).is_some()
            || ordinal(word).is_some()
            || roman(word).is_some()
        {
            remaining.push(*piece);
        } else if !AROUND.contains(word) && *word != "o" {
            return None;
        }
    }
    Some((school, remaining))
}

/// How many months a word such as "quarter" means.
fn part(word: &str) -> Option<u8> {
    match word {
        _ if word.starts_with("quadrim") => Some(4),
        _ if word.starts_with("bim") => Some(2),
        "q" | "t" => Some(3),
        "h" | "s" => Some(6),
        "m" => Some(1),
        _ if word.starts_with("trim") || word.starts_with("quart") && word != "quarto" => Some(3),
        _ if word.starts_with("sem") => Some(6),
        _ => None,
    }
}

fn ordinal(word: &str) -> Option<u8> {
    let names = [["i", "primo"], ["ii", "secondo"], ["iii", "terzo"], ["iv", "quarto"]];
    names.iter().position(|names| names.contains(&word)).map(|i| i as u8 + 1)
}

/// The number of a month in Roman numerals.
fn roman(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    MONTHS.iter().position(|month| *month == word).map(|i| i as u8 + 1)
}

/// The number of the month that a word names, in full or shortened to three letters or more, in Italian or English.
fn month(word: &str) -> Option<u8> {
    const NAMES: [[&str; 2]; 12] = [
        ["gennaio", "january"],
        ["febbraio", "february"],
        ["marzo", "march"],
        ["aprile", "april"],
        ["maggio", "may"],
        ["giugno", "june"],
        ["luglio", "july"],
        ["agosto", "august"],
        ["settembre", "september"],
        ["ottobre", "october"],
        ["novembre", "november"],
        ["dicembre", "december"],
    ];
    let is = |names: &[&str; 2]| word.len() >= 3 && names.iter().any(|name| name.starts_with(word));
    let found = NAMES.iter().position(is).map(|i| i as u8 + 1);
    if word == "sett" || word == "sept" { Some(9) } else { found }
}

/// Whether a text is the name of a month and nothing else.
pub(crate) fn is_month(text: &str) -> bool {
    month(folded(text.trim()).trim_end_matches('.')).is_some()
}

fn of_pieces(pieces: Vec<Piece>, is_school: bool, day: Day) -> Option<(Date, Kind)> {
    use Piece::{Digits, Letters};
    let number = |text: &str| text.parse::<u8>().ok();
    match pieces[..] {
        [Digits(one)] if one.len() == 4 => Some((day.of(year(one)?)?, Kind::Year)),
        [Digits(from), Digits(to)] if from.len() == 4 => {
            let first = year(from)?;
            let follows =
                if to.len() == 4 { year(to) == Some(first + 1) } else { to.parse() == Ok((first + 1) % 100) };
            let is_month = to.len() <= 2 && number(to).is_some_and(|month| (1..=12).contains(&month));
            match is_month && !is_school {
                true => Some((last_day(first, number(to)?)?, Kind::Part)),
                false if follows => school_year(first, day),
                false => None,
            }
        }
        [Digits(month), Digits(of)] if of.len() == 4 && month.len() <= 2 => {
            let month = number(month).filter(|month| (1..=12).contains(month))?;
            Some((last_day(year(of)?, month)?, Kind::Part))
        }
        [Digits(of), Digits(month), Digits(on)] if of.len() == 4 => {
            Some((Date::new(year(of)?, number(month)?, number(on)?)?, Kind::Day))
        }
        [Digits(on), Digits(month), Digits(of)] if on.len() <= 2 => {
            Some((Date::new(short_year(of)?, number(month)?, number(on)?)?, Kind::Day))
        }
        [Digits(on), Letters(name), Digits(of)] if on.len() <= 2 && month(name).is_some() => {
            Some((Date::new(short_year(of)?, month(name)?, number(on)?)?, Kind::Day))
        }
        [Digits(on), Letters(name), Digits(of)]
            if on.len() <= 2 && of.len() == 4 && roman(name).is_some() =>
        {
            Some((Date::new(year(of)?, roman(name)?, number(on)?)?, Kind::Day))
        }
        // "a.s. 23/24"
        [Digits(from), Digits(to)] if is_school && from.len() == 2 && to.len() == 2 => {
            let (first, last) = (short_year(from)?, short_year(to)?);
            if last == first + 1 { school_year(first, day) } else { None }
        }
        [Letters(name), Digits(of)] if month(name).is_some() => {
            Some((last_day(short_year(of)?, month(name)?)?, Kind::Part))
        }
        // "30 giugno" is a day without its year.
        [Digits(of), Letters(name)] if month(name).is_some() => {
            Some((last_day(year(of)?, month(name)?)?, Kind::Part))
        }
        _ => of_part(&pieces),
    }
}

/// A number and a year under a header that says what is numbered: "I 2023", "2/2023", "2023-4".
fn numbered(pieces: &[Piece], months: u8) -> Option<(Date, Kind)> {
    let (of, which) = match *pieces {
        [Piece::Letters(word), Piece::Digits(of)] | [Piece::Digits(of), Piece::Letters(word)] => {
            (of, ordinal(word)?)
        }
        // "04/2023" is a month even there.
        [Piece::Digits(which), Piece::Digits(of)] | [Piece::Digits(of), Piece::Digits(which)]
            if months > 1 && which.len() == 1 =>
        {
            (of, which.parse().ok().filter(|which| *which > 0)?)
        }
        _ => return None,
    };
    let last = months.checked_mul(which).filter(|last| (1..=12).contains(last))?;
    Some((last_day(year(of).filter(|_| of.len() == 4)?, last)?, Kind::Part))
}

/// A quarter, half-year or month by its number, in any order: "I trim. 2023", "2023-Q1", "1° semestre 2023",
/// "2023M05", "4° trim. 23".
fn of_part(pieces: &[Piece]) -> Option<(Date, Kind)> {
    let [first, word, last] = pieces else { return None };
    let (mut months, mut which, mut of) = (None, None, None);
    // Two digits at the end are the year, after the word in full.
    if let (Piece::Letters(word), Piece::Digits(short)) = (word, last)
        && word.len() > 2
        && short.len() == 2
    {
        let number = match first {
            Piece::Digits(which) if which.len() == 1 => which.parse().ok(),
            Piece::Letters(name) => ordinal(name),
            Piece::Digits(_) => None,
        };
        let last = part(word)?.checked_mul(number?).filter(|last| (1..=12).contains(last))?;
        return Some((last_day(short_year(short)?, last)?, Kind::Part));
    }
    for piece in pieces {
        match *piece {
            Piece::Digits(text) if text.len() == 4 => of = year(text),
            Piece::Digits(text) => which = text.parse().ok(),
            Piece::Letters(word) => match ordinal(word) {
                Some(number) => which = Some(number),
                None => months = part(word),
            },
        }
    }
    let (months, which): (u8, u8) = (months?, which?);
    let last = months.checked_mul(which).filter(|last| which > 0 && *last <= 12)?;
    Some((last_day(of?, last)?, Kind::Part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(cell: &str, day: Day) -> Option<String> {
        let reading = Reading { day, is_dated: true, ..Reading::default() };
        read(cell, &reading).map(|when| when.date.to_string())
    }

    /// The expected days are from a calendar; 45291 from Python's `datetime.date(1899, 12, 30) + timedelta(45291)`.
    #[test]
    fn a_period_is_read_in_every_spelling() {
        for (cell, date) in [
            ("31/12/2023", "2023-12-31"),
            ("31.12.2023", "2023-12-31"),
            ("31-12-2023", "2023-12-31"),
            ("2023", "2023-01-01"),
            ("2023.0", "2023-01-01"),
            ("2023-12-31", "2023-12-31"),
            ("2023-12-31T00:00:00", "2023-12-31"),
            ("2023-12-31 10:20:00", "2023-12-31"),
            ("31/12/2023 00:00", "2023-12-31"),
            ("2022/2023", "2023-01-01"),
            ("2022-23", "2023-01-01"),
            ("a.s. 2022/2023", "2023-01-01"),
            ("A.S. 2011/12", "2012-01-01"),
            ("anno scolastico 2022/23", "2023-01-01"),
            ("31-dic-23", "2023-12-31"),
            ("gen-23", "2023-01-31"),
            ("dicembre 2023", "2023-12-31"),
            ("Febbraio 2024", "2024-02-29"),
            ("1° gennaio 2023", "2023-01-01"),
            ("1º gennaio 2023", "2023-01-01"),
            ("I trim. 2023", "2023-03-31"),
            ("4° trimestre 2023", "2023-12-31"),
            ("2023-Q1", "2023-03-31"),
            ("2023-T3", "2023-09-30"),
            ("I semestre 2023", "2023-06-30"),
            ("secondo semestre 2023", "2023-12-31"),
            ("2023-S2", "2023-12-31"),
            ("2023M05", "2023-05-31"),
            ("2023-05", "2023-05-31"),
            ("05/2023", "2023-05-31"),
            ("45291", "2023-12-31"),
            ("202324", "2024-01-01"),
            ("202312", "2023-12-31"),
            ("20231231", "2023-12-31"),
            ("4° trim 23", "2023-12-31"),
            ("I trim. '23", "2023-03-31"),
            ("31/12/23 00.00", "2023-12-31"),
            ("al 10.12.23", "2023-12-10"),
            ("45291,0", "2023-12-31"),
            ("dal 01/01/2023 al 30/06/2023", "2023-06-30"),
            ("01/01/2023 - 31/12/2023", "2023-12-31"),
            ("1 gennaio - 30 giugno 2023", "2023-06-30"),
            ("gennaio-giugno 2023", "2023-06-30"),
            ("dato al 30.06.2023", "2023-06-30"),
            ("rilevazione 2023", "2023-01-01"),
            ("fine 2023", "2023-12-31"),
            ("inizio 2023", "2023-01-01"),
            ("media 2021-2023", "2023-12-31"),
            ("triennio 2021/23", "2023-12-31"),
            ("biennio 2022-2023", "2023-12-31"),
            ("II quadrimestre 2023", "2023-08-31"),
            ("3° bimestre 2023", "2023-06-30"),
            ("06/09/23", "2023-09-06"),
            ("20230609230000", "2023-06-09"),
            ("2023*", "2023-01-01"),
            ("2023 (p)", "2023-01-01"),
            ("2023 (stima)", "2023-01-01"),
            ("al 31.12.23", "2023-12-31"),
            ("Anno 2023", "2023-01-01"),
            ("a.s. 23/24", "2024-01-01"),
            ("FY2023", "2023-01-01"),
            ("31.XII.2023", "2023-12-31"),
            ("31/12/2023 - definitivo", "2023-12-31"),
        ] {
            assert_eq!(dated(cell, Day::Start).as_deref(), Some(date), "{cell}");
        }
        assert_eq!(dated("2022/2023", Day::End).as_deref(), Some("2022-12-31"));
        for cell in [
            "",
            "23",
            "3023",
            "gennaio",
            "30 giugno",
            "23-dic",
            "Milano 2",
            "2023-T5",
            "13/2023",
            "31/02/2023",
            "12,5",
            "1.234",
            "0-2",
            "3-5",
            "23/24",
            "11-13",
            "12345678",
            "via Roma 2023",
            "999999",
            "10001",
        ] {
            assert_eq!(dated(cell, Day::Start), None, "{cell}");
        }
    }

    #[test]
    fn a_year_and_its_part_are_one_period() {
        let dated = |of: &str, cell: &str, months| {
            of_year_and_part(of, cell, months, &Reading::default()).map(|when| when.date.to_string())
        };
        for (cell, months, date) in [
            ("1", 1, "2023-01-31"),
            ("02.0", 1, "2023-02-28"),
            ("gen", 1, "2023-01-31"),
            ("Dicembre", 1, "2023-12-31"),
            ("II", 3, "2023-06-30"),
            ("3° trimestre", 3, "2023-09-30"),
            ("T4", 3, "2023-12-31"),
            ("1", 6, "2023-06-30"),
            ("secondo semestre", 6, "2023-12-31"),
            ("maggio 2023", 1, "2023-05-31"),
        ] {
            assert_eq!(dated("2023", cell, months).as_deref(), Some(date), "{cell}");
        }
        for (of, cell, months) in [
            ("2023", "", 1),
            ("2023", "13", 1),
            ("2023", "5", 3),
            ("2023", "Totale", 1),
            ("x", "1", 1),
            ("2023", "maggio 2022", 1),
        ] {
            assert_eq!(dated(of, cell, months), None, "{cell}");
        }
    }

    #[test]
    fn a_number_and_a_year_are_what_the_header_numbers() {
        let dated = |cell: &str, months| {
            read(cell, &Reading { is_dated: true, months, ..Reading::default() })
                .map(|when| when.date.to_string())
        };
        for (cell, months, date) in [
            ("I 2023", 3, "2023-03-31"),
            ("2023 IV", 3, "2023-12-31"),
            ("2/2023", 3, "2023-06-30"),
            ("2023-1", 6, "2023-06-30"),
            ("04/2023", 3, "2023-04-30"),
            ("II 2023", 6, "2023-12-31"),
            ("2/2023", 1, "2023-02-28"),
            ("T1 2023", 3, "2023-03-31"),
        ] {
            assert_eq!(dated(cell, months).as_deref(), Some(date), "{cell}");
        }
        assert_eq!(dated("I 2023", 0), None);
        assert_eq!(dated("IV 2023", 6), None);
    }

    #[test]
    fn digits_are_days_only_where_dates_are_expected() {
        for cell in ["45291", "202324"] {
            assert_eq!(read(cell, &Reading::default()), None, "{cell}");
        }
        let school = Reading { is_dated: true, is_school: true, day: Day::End, ..Reading::default() };
        assert_eq!(read("201112", &school).map(|when| when.date.to_string()).as_deref(), Some("2011-12-31"));
    }

    #[test]
    fn a_mark_stays_beside_the_date() {
        let mark = |cell| read(cell, &Reading::default()).and_then(|when| when.mark.map(str::to_owned));
        assert_eq!(mark("2023*").as_deref(), Some("*"));
        assert_eq!(mark("2023 (stima)").as_deref(), Some("stima"));
        assert_eq!(mark("2023"), None);
    }
}
