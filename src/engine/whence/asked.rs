//! A number as read in a document: its digits, its decimals, and words that stood near it.

use crate::base::{Numeral, decimal, written_decimals};
use crate::i18n::{Lang, texts};

/// More decimals than a binary number can hold.
const MOST_DECIMALS: usize = 12;

/// Words after a number that multiply it.
const SCALES: [(&[&str], f64); 3] = [
    (&["mila", "migliaia", "thousand", "thousands", "k"], 1e3),
    (&["milione", "milioni", "mln", "mio", "million", "millions", "m"], 1e6),
    (&["miliardo", "miliardi", "mld", "billion", "billions", "bn"], 1e9),
];

/// Currency signs and words around a number, which do not change its size.
const CURRENCIES: [&str; 4] = ["€", "euro", "euros", "eur"];

/// A number to look for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The number as typed.
    pub typed: String,
    /// The number before its scale: 1.2 in "1,2 milioni".
    pub number: f64,
    /// Its decimals.
    pub decimals: usize,
    /// The multiplier: a million in "1,2 milioni".
    pub scale: f64,
    /// Whether a per cent sign follows it.
    pub is_percentage: bool,
    /// The digits without separators, where the language told which of two numbers it is: "117,654" is no 117654 in Italian.
    pub other: Option<String>,
    /// Words that stood near it: places, indicators, years.
    pub near: String,
}

/// Why a text cannot be looked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// It is not a number.
    NoNumber(String),
    /// It has more decimals than values are compared with.
    TooFine(String),
    /// It can be read as two numbers: how to write them, whole and with decimals.
    Ambiguous(String, [String; 2]),
}

impl Asked {
    /// Reads a number as documents print it. Three digits after the decimal mark of the language are decimals, and after the
    /// other mark they may be decimals too.
    ///
    /// # Errors
    /// A text that is no number, or two.
    pub fn read(typed: &str, near: &str, lang: Lang) -> Result<Self, Refusal> {
        let lower = typed.trim().to_lowercase();
        let mut rest = lower.as_str();
        for sign in CURRENCIES {
            rest = rest.strip_prefix(sign).map_or(rest, str::trim_start);
            rest = rest.strip_suffix(sign).map_or(rest, str::trim_end);
        }
        let end = rest.trim_end_matches(|c: char| c.is_alphabetic() || c == '.').len();
        let (digits, word) = rest.split_at(end);
        let word = word.trim_end_matches('.');
        // The "di" of "1,2 milioni di euro", after "euro" has been removed.
        let (digits, word) = match (digits.trim_end().rsplit_once(char::is_whitespace), word) {
            (Some((before, scale)), "di") if scale.chars().all(char::is_alphabetic) => (before, scale),
            _ => (digits, word),
        };
        let known = SCALES.iter().find(|(words, _)| words.contains(&word));
        let scale = match (word, known) {
            // An exponent or nothing: the number parser handles both.
            ("", _) => 1.0,
            (_, Some((_, scale))) => *scale,
            _ => return Err(Refusal::NoNumber(typed.trim().to_owned())),
        };
        let written = digits.trim().trim_end_matches('%').trim_end();
        let decimal_mark = lang.decimal_mark();
        let (number, decimals, other) = match Numeral::read(written) {
            None => return Err(Refusal::NoNumber(typed.trim().to_owned())),
            Some(Numeral::Either(mark, readings)) => {
                let whole = written.replace(mark, "");
                if mark != decimal_mark {
                    let ways = [whole, written.replace(mark, &decimal_mark.to_string())];
                    return Err(Refusal::Ambiguous(typed.trim().to_owned(), ways));
                }
                let decimals = written.rsplit_once(mark).map_or(0, |(_, after)| after.len());
                (readings.decimals, decimals, Some(whole))
            }
            Some(Numeral::Plain(number) | Numeral::Decimal(_, number) | Numeral::Grouped(_, number)) => {
                (number, written_decimals(written), None)
            }
        };
        if decimals > MOST_DECIMALS {
            return Err(Refusal::TooFine(typed.trim().to_owned()));
        }
        Ok(Self {
            typed: typed.trim().to_owned(),
            number,
            decimals,
            scale,
            is_percentage: digits.trim_end().ends_with('%'),
            other,
            near: near.trim().to_owned(),
        })
    }

    /// How it was read, where it is two numbers in other languages.
    pub(super) fn settled(&self, lang: Lang) -> Option<String> {
        self.other.as_ref().map(|whole| texts::whence_settled(lang, &self.typed, whole))
    }

    /// One unit of the last typed digit.
    pub fn step(&self) -> f64 {
        10_f64.powi(-(self.decimals as i32))
    }

    /// By how many steps the rounded value differs from the number, if by no more than `most`.
    pub(crate) fn steps_to(&self, value: f64, scale: f64, most: i64) -> Option<i64> {
        // A number typed without a scale may be from a table whose header says "millions".
        let value = if self.scale == 1.0 { value } else { value * scale / self.scale };
        let step = self.step();
        if (value - self.number).abs() > (most + 1) as f64 * step {
            return None;
        }
        let steps = ((decimal::rounded(value, self.decimals) - self.number) / step).round() as i64;
        (steps.abs() <= most).then_some(steps)
    }

    /// How many numbers of the same sign exist before and after it at its decimals, at most `most` on each side.
    pub fn around(&self, most: i64) -> [i64; 2] {
        let to_zero = (self.number.abs() / self.step()).floor().min(most as f64) as i64;
        match self.number {
            x if x > 0.0 => [to_zero, most],
            x if x < 0.0 => [most, to_zero],
            _ => [most, most],
        }
    }
}

/// The multiplier in the unit of a printed table.
pub(crate) fn scale_of_unit(unit: &str) -> f64 {
    let first = unit.split_whitespace().next().unwrap_or_default().to_lowercase();
    SCALES.iter().find(|(words, _)| words.contains(&first.as_str())).map_or(1.0, |(_, scale)| *scale)
}

impl Refusal {
    /// What is wrong and what to type instead, in words.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::NoNumber(typed) => texts::whence_no_number(lang, typed),
            Self::TooFine(typed) => texts::whence_too_fine(lang, typed, MOST_DECIMALS),
            Self::Ambiguous(typed, [whole, decimals]) => {
                texts::ambiguous_number(lang, typed, whole, decimals)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> (f64, usize, f64) {
        let asked = Asked::read(typed, "", Lang::It).unwrap_or_else(|refusal| panic!("{typed}: {refusal:?}"));
        (asked.number, asked.decimals, asked.scale)
    }

    #[test]
    fn numbers_are_read_as_documents_print_them() {
        for (typed, number, decimals, scale) in [
            ("168,5", 168.5, 1, 1.0),
            ("16,0%", 16.0, 1, 1.0),
            ("-0,8", -0.8, 1, 1.0),
            ("€ 160,57", 160.57, 2, 1.0),
            ("160,57 euro", 160.57, 2, 1.0),
            ("1.022,92", 1022.92, 2, 1.0),
            ("117654", 117_654.0, 0, 1.0),
            ("3.492.739", 3_492_739.0, 0, 1.0),
            ("1,2 milioni", 1.2, 1, 1e6),
            ("1,2 milioni di euro", 1.2, 1, 1e6),
            ("638,5 mln €", 638.5, 1, 1e6),
            ("120 mila", 120.0, 0, 1e3),
        ] {
            assert_eq!(read(typed), (number, decimals, scale), "{typed}");
        }
        assert!(Asked::read("16,1 %", "", Lang::It).is_ok_and(|asked| asked.is_percentage));
    }

    #[test]
    fn what_is_no_number_or_two_is_refused() {
        for typed in ["", "abc", "12 anni", "168,5 vecchi", "%", "1,2,3", "mila", "1,2 zillioni"] {
            assert!(matches!(Asked::read(typed, "", Lang::It), Err(Refusal::NoNumber(_))), "{typed}");
        }
    }

    /// Each way that is proposed for a number of two readings is read as what it is meant for.
    #[test]
    fn the_ways_to_write_a_number_are_read_again() {
        for (lang, typed, whole, decimals, marked) in [
            (Lang::It, "117.654", "117654", "117,654", "117,654"),
            (Lang::It, "-17.600", "-17600", "-17,600", "-17,600"),
            (Lang::It, "17.600%", "17600", "17,600", "17,600%"),
            (Lang::En, "117,654", "117654", "117.654", "117.654"),
        ] {
            let refusal = Asked::read(typed, "", lang).unwrap_err();
            let ways = [whole.to_owned(), decimals.to_owned()];
            assert_eq!(refusal, Refusal::Ambiguous(typed.to_owned(), ways));
            let whole_read = Asked::read(whole, "", lang).unwrap();
            assert_eq!((whole_read.decimals, whole_read.other), (0, None), "{typed}");
            let read = Asked::read(marked, "", lang).unwrap();
            assert_eq!((read.number, read.decimals), (whole_read.number / 1000.0, 3), "{typed}");
            assert_eq!(read.other.as_deref(), Some(whole), "{typed}");
        }
    }

    #[test]
    fn a_value_matches_as_it_is_printed() {
        let asked = Asked::read("168,5", "", Lang::It).unwrap();
        for (value, steps) in
            [(168.508, Some(0)), (168.55, Some(1)), (168.449_9, Some(-1)), (168.45, Some(0)), (175.0, None)]
        {
            assert_eq!(asked.steps_to(value, 1.0, 50), steps, "{value}");
        }
        let millions = Asked::read("1,2 milioni", "", Lang::It).unwrap();
        assert_eq!(millions.steps_to(1_234_567.0, 1.0, 50), Some(0));
        assert_eq!(millions.steps_to(1.16, 1e6, 50), Some(0), "printed in millions");
        let around = |typed: &str| Asked::read(typed, "", Lang::It).unwrap().around(50);
        assert_eq!(
            [around("3"), around("-3"), around("0"), around("70")],
            [[3, 50], [50, 3], [50, 50], [50, 50]]
        );
    }
}
