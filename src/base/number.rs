//! Numbers as typed: one grammar for fields, options, conditions, grids and the columns of files.

use std::ops::RangeInclusive;

/// How the text of a number can be read without any context.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Numeral {
    /// No comma and no point, so only one reading.
    Plain(f64),
    /// The character can only be a decimal mark: `12.5`, `1.234,5`.
    Decimal(char, f64),
    /// The character can only separate thousands: `1.234.567`.
    Grouped(char, f64),
    /// The character is either a decimal mark or a thousands separator: `1.234`.
    Either(char, Readings),
}

/// A number that can be read in two ways.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Readings {
    /// With the last three digits as decimals.
    pub decimals: f64,
    /// With the last three digits as hundreds.
    pub thousands: f64,
}

/// What was typed where a number is expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Typed {
    /// A number with one reading.
    Sure(f64),
    Ambiguous(Readings),
    /// Not a number.
    NoNumber,
}

impl Numeral {
    /// Reads a text: digits, optionally a sign before them, thousands separated by points, commas, apostrophes or
    /// spaces in groups of three, and an exponent.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (is_negative, unsigned) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text.strip_prefix('+').map_or(text, str::trim_start)),
        };
        let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let power = exponent.strip_prefix(['-', '+', '\u{2212}']).unwrap_or(exponent);
        if !is_digits(power) || power.len() > 3 {
            return None;
        }
        let exponent = exponent.replace('\u{2212}', "-");
        let value = |whole: &str, decimals: &str| {
            let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
            let number = format!("{digits}.{decimals}0e{exponent}").parse::<f64>().ok()?;
            // Avoids −0.
            number.is_finite().then_some(if is_negative { 0.0 - number } else { number })
        };
        let signs: Vec<(usize, char)> =
            mantissa.char_indices().filter(|(_, c)| matches!(c, ',' | '.')).collect();
        let has_other_groups = mantissa.contains(parts_groups);
        match signs[..] {
            [] => {
                let is_whole = is_digits(mantissa) || is_grouped(mantissa, parts_groups);
                is_whole.then(|| value(mantissa, "")).flatten().map(Self::Plain)
            }
            [(at, sign)] => {
                let (whole, decimals) = (&mantissa[..at], &mantissa[at + 1..]);
                let is_whole = is_digits(whole)
                    || (whole.is_empty() && !decimals.is_empty())
                    || is_grouped(whole, parts_groups);
                if !is_whole || !(decimals.is_empty() || is_digits(decimals)) {
                    return None;
                }
                let as_decimals = value(whole, decimals)?;
                let may_be_grouped = !has_other_groups && power == "0" && is_grouped(mantissa, |c| c == sign);
                if may_be_grouped && unsigned.len() == mantissa.len() {
                    let readings = Readings { decimals: as_decimals, thousands: value(mantissa, "")? };
                    return Some(Self::Either(sign, readings));
                }
                Some(Self::Decimal(sign, as_decimals))
            }
            [(_, first), .., (at, last)] if first != last => {
                let (whole, decimals) = (&mantissa[..at], &mantissa[at + 1..]);
                let is_sound =
                    is_grouped(whole, |c| c == first) && (decimals.is_empty() || is_digits(decimals));
                is_sound.then(|| value(whole, decimals)).flatten().map(|number| Self::Decimal(last, number))
            }
            [(_, sign), ..] => {
                let is_sound = is_grouped(mantissa, |c| c == sign);
                is_sound.then(|| value(mantissa, "")).flatten().map(|number| Self::Grouped(sign, number))
            }
        }
    }

    /// The number when the decimal mark is known.
    pub(crate) fn with_decimals_after(self, decimal: char) -> Option<f64> {
        match self {
            Self::Plain(number) => Some(number),
            Self::Decimal(sign, number) => (sign == decimal).then_some(number),
            Self::Grouped(sign, number) => (sign != decimal).then_some(number),
            Self::Either(sign, readings) if sign == decimal => Some(readings.decimals),
            Self::Either(_, readings) => Some(readings.thousands),
        }
    }
}

impl Typed {
    /// Reads what was typed. A trailing per cent sign is accepted, because the unit already says so.
    pub fn read(text: &str) -> Self {
        let text = text.trim();
        match Numeral::read(text.strip_suffix('%').unwrap_or(text)) {
            None => Self::NoNumber,
            Some(Numeral::Either(_, readings)) => Self::Ambiguous(readings),
            Some(Numeral::Plain(number) | Numeral::Decimal(_, number) | Numeral::Grouped(_, number)) => {
                Self::Sure(number)
            }
        }
    }

    /// The same where only numbers within these bounds are allowed, which may rule out one of the readings.
    #[must_use]
    pub fn within(self, allowed: &RangeInclusive<f64>) -> Self {
        match self {
            Self::Ambiguous(Readings { decimals, thousands }) => {
                match (allowed.contains(&decimals), allowed.contains(&thousands)) {
                    (true, false) => Self::Sure(decimals),
                    (false, true) => Self::Sure(thousands),
                    _ => self,
                }
            }
            other => other,
        }
    }

    /// The number, if it is unambiguous.
    pub(crate) fn sure(self) -> Option<f64> {
        match self {
            Self::Sure(number) => Some(number),
            Self::Ambiguous(_) | Self::NoNumber => None,
        }
    }
}

/// How many decimals a number was typed with; `5000,0` counts as 5000.
pub fn typed_decimals(text: &str) -> usize {
    match decimals(text) {
        Some(("0", _)) | None => 0,
        Some((decimals, power)) => shifted(decimals, power),
    }
}

/// The number of decimals a number is written with: one for `5000,0`.
pub fn written_decimals(text: &str) -> usize {
    decimals(text).map_or(0, |(decimals, power)| shifted(decimals, power))
}

/// The decimals of a number that has some, and its power of ten.
fn decimals(text: &str) -> Option<(&str, i64)> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let Some(Numeral::Decimal(sign, _)) = Numeral::read(text) else { return None };
    let (_, after) = text.rsplit_once(sign)?;
    let (decimals, exponent) = after.split_once(['e', 'E']).unwrap_or((after, "0"));
    Some((decimals, exponent.replace('\u{2212}', "-").parse().unwrap_or(0)))
}

fn shifted(decimals: &str, power: i64) -> usize {
    usize::try_from(decimals.len() as i64 - power).unwrap_or(0)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the character separates thousands and is never a decimal mark: spaces of any width and apostrophes.
fn parts_groups(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’')
}

/// Whether digits are in groups of three, the first of which may be shorter and must not begin with a zero.
fn is_grouped(text: &str, parts: impl Fn(char) -> bool) -> bool {
    let kind = text.chars().find(|c| parts(*c));
    let Some(kind) = kind else { return false };
    let mut groups = text.split(kind);
    let first = groups.next().unwrap_or_default();
    is_digits(first)
        && first.len() <= 3
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each text means by the number formats of Italian and English: a text with the same meaning in both is
    /// sure, one with two meanings is ambiguous, one with none is not a number.
    #[test]
    fn every_way_of_typing_a_number() {
        for (typed, number) in [
            ("0", 0.0),
            ("12", 12.0),
            (" 150 ", 150.0),
            ("1234", 1234.0),
            ("12,5", 12.5),
            ("12.5", 12.5),
            (".5", 0.5),
            (",5", 0.5),
            ("3,", 3.0),
            ("5.", 5.0),
            ("0,234", 0.234),
            ("0.234", 0.234),
            ("1234.567", 1234.567),
            ("1,2340", 1.234),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("1.234,567", 1234.567),
            ("1.234.567", 1_234_567.0),
            ("1,234,567", 1_234_567.0),
            ("1.234.567,8", 1_234_567.8),
            ("1'234", 1234.0),
            ("1’234’567", 1_234_567.0),
            ("1 234", 1234.0),
            ("1\u{a0}234", 1234.0),
            ("1\u{202f}234,5", 1234.5),
            ("1 234.567", 1234.567),
            ("1e3", 1000.0),
            ("1,5E-2", 0.015),
            ("1.234e2", 123.4),
            ("-3", -3.0),
            ("\u{2212}3", -3.0),
            ("- 3,25", -3.25),
            ("+7", 7.0),
            ("-0", 0.0),
            ("3%", 3.0),
            ("3 %", 3.0),
            ("2,5 %", 2.5),
        ] {
            assert_eq!(Typed::read(typed), Typed::Sure(number), "{typed}");
            assert!(
                Typed::read(typed).sure().is_some_and(|n| n.is_sign_negative() == (number < 0.0)),
                "{typed}"
            );
        }
        for (typed, decimals, thousands) in [
            ("1.234", 1.234, 1234.0),
            ("1,234", 1.234, 1234.0),
            ("-5.000", -5.0, -5000.0),
            ("\u{2212}12,345", -12.345, -12_345.0),
            ("999.999", 999.999, 999_999.0),
            ("1.234 %", 1.234, 1234.0),
        ] {
            let readings = Readings { decimals, thousands };
            assert_eq!(Typed::read(typed), Typed::Ambiguous(readings), "{typed}");
        }
        for typed in [
            "",
            " ",
            "-",
            ",",
            ".",
            "%",
            "1.2.3",
            "1,2,3",
            "12.34,5",
            "1,23.4",
            "1.234,567.8",
            "1234.567.890",
            "0.123.456",
            "1 2",
            "12 34",
            "1 23 456",
            "1'234 567",
            "1 234.567.890",
            "1..2",
            "1,,2",
            "nan",
            "inf",
            "12a",
            "a12",
            "--3",
            "+-3",
            "3-",
            "1e",
            "e5",
            "1e9999",
            "1e5.5",
            "1e 5",
            "0x10",
            "١٢",
            "１２",
            "½",
            "5 €",
            "5 anni",
            "1_000",
        ] {
            assert_eq!(Typed::read(typed), Typed::NoNumber, "{typed}");
        }
    }

    #[test]
    fn decimals_are_those_typed() {
        for (typed, decimals) in [
            ("2,2", 1),
            ("2.20", 2),
            ("5000,0", 0),
            ("1.234.567", 0),
            ("1.234,567", 3),
            ("7", 0),
            ("3 %", 0),
            ("2,5 %", 1),
            ("1,5e-2", 3),
            ("1.5e3", 0),
        ] {
            assert_eq!(typed_decimals(typed), decimals, "{typed}");
        }
    }

    #[test]
    fn bounds_may_settle_a_number() {
        let sides = 60.0..=1200.0;
        assert_eq!(Typed::read("1.200").within(&sides), Typed::Sure(1200.0));
        assert_eq!(Typed::read("1.234").within(&(0.0..=100.0)), Typed::Sure(1.234));
        assert_eq!(Typed::read("1.234").within(&(0.0..=1e6)), Typed::read("1.234"));
        assert_eq!(Typed::read("7").within(&sides), Typed::Sure(7.0), "bounds settle, they do not cut");
    }

    #[test]
    fn a_column_that_is_settled_settles_its_numbers() {
        let read =
            |text: &str, decimal| Numeral::read(text).and_then(|read| read.with_decimals_after(decimal));
        assert_eq!((read("1.234", ','), read("1.234", '.')), (Some(1234.0), Some(1.234)));
        assert_eq!((read("12.5", ','), read("12.5", '.')), (None, Some(12.5)));
        assert_eq!((read("1.234.567", ','), read("1.234.567", '.')), (Some(1_234_567.0), None));
        assert_eq!((read("7", ','), read("7", '.')), (Some(7.0), Some(7.0)));
    }
}
