//! Terms: the sums of variables that numerators and denominators are made of.
//!
//! Grammar, with one term per string:
//!
//! ```text
//! [COEFFICIENT *] NAME[@WHEN]        residenti    -1 * residenti@-1    residenti@+1d
//! [COEFFICIENT *] PREFIX_A..B[@WHEN] m_65..100    (n+0.5) * f_0..100   m_20..64@2022-01-01
//! ```
//!
//! `@-1` is one year earlier, `@+1d` one day later (a stock at the end of a year is that of the following day), and a
//! date is always that day.
//!
//! A range stands for the variables `PREFIX_A`, …, `PREFIX_B`, both ends included. `(n+0.5)` weights each of them by
//! its number plus a half: the mean age of those aged `n` at their last birthday.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::{Date, decimal};

/// The most variables of a range after the first: single ages go from 0 to 100.
const MOST_OF_A_RANGE: u16 = 200;
/// The most ranges in a text, each of which becomes that many variables.
const MOST_RANGES: usize = 20_000;

/// Whether a text of JSON or TOML holds no more ranges than can be read.
pub fn has_few_ranges(text: &[u8]) -> bool {
    // A point may be written by its number too.
    let coded = text.windows(5).filter(|part| part.eq_ignore_ascii_case(b"\\u002")).count();
    coded + text.windows(2).filter(|pair| *pair == b"..").count() <= MOST_RANGES
}

/// The weight of each variable of a term.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Coefficient {
    /// The same for all.
    Constant(f64),
    /// The variable's number in the range plus this.
    NumberPlus(f64),
}

/// When a variable is read, relative to the date of the indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// This many years earlier.
    YearsBack(i16),
    /// This many days later.
    DaysLater(i32),
    /// Always on one day, whatever the date of the indicator.
    On(Date),
}

impl When {
    /// At the date of the indicator.
    pub(crate) const NOW: Self = Self::YearsBack(0);

    /// The date to read, for a date of the indicator.
    pub fn read(self, asked: Date) -> Date {
        match self {
            Self::YearsBack(years) => asked.plus_years(-years),
            Self::DaysLater(days) => asked.plus_days(days),
            Self::On(date) => date,
        }
    }

    /// The date of the indicator that reads this date; `None` if every date does.
    pub fn asked(self, read: Date) -> Option<Date> {
        match self {
            Self::YearsBack(years) => Some(read.plus_years(years)),
            Self::DaysLater(days) => Some(read.plus_days(-days)),
            Self::On(_) => None,
        }
    }

    fn parse(text: &str) -> Result<Self, &'static str> {
        const SHAPE: &str = "after '@' comes '-N' for years back, '+Nd' or '-Nd' for days, or a date";
        if let Ok(date) = text.parse() {
            return Ok(Self::On(date));
        }
        match text.strip_suffix('d') {
            Some(days) => days.parse().map(Self::DaysLater).map_err(|_| SHAPE),
            None => {
                let years = text.strip_prefix('-').ok_or(SHAPE)?;
                years.parse().map(Self::YearsBack).map_err(|_| SHAPE)
            }
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::YearsBack(0) => Ok(()),
            Self::YearsBack(years) => write!(f, "@-{years}"),
            Self::DaysLater(days) => write!(f, "@{days:+}d"),
            Self::On(date) => write!(f, "@{date}"),
        }
    }
}

/// A weighted sum of one variable or of a numbered range of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Term {
    variables: Vec<(Box<str>, f64)>,
    when: When,
}

/// The text is not a term.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("the term '{term}' is not understood: {reason}")]
pub struct TermError {
    term: String,
    reason: &'static str,
}

impl Term {
    /// The variables with their weights.
    pub fn variables(&self) -> impl Iterator<Item = (&str, f64)> {
        self.variables.iter().map(|(name, weight)| (&**name, *weight))
    }

    /// The decimals of its weights, by which they become integers: 3 for 0.043. `None` if the weights have too many
    /// digits for an integer to hold beside a sum.
    pub(super) fn decimals(&self) -> usize {
        const MOST: usize = 6;
        let most = self.variables.iter().map(|(_, weight)| decimal::places(*weight)).max().unwrap_or(0);
        if most > MOST { 0 } else { most }
    }

    /// A single variable with weight 1.
    pub fn of(variable: &str) -> Self {
        Self { variables: vec![(variable.into(), 1.0)], when: When::NOW }
    }

    /// When the variables are read.
    pub fn when(&self) -> When {
        self.when
    }

    fn parse(text: &str) -> Result<Self, &'static str> {
        let (coefficient, rest) = match text.split_once('*') {
            Some((coefficient, rest)) => (parse_coefficient(coefficient.trim())?, rest.trim()),
            None => (Coefficient::Constant(1.0), text.trim()),
        };
        let (name, when) = match rest.split_once('@') {
            Some((name, when)) => (name, When::parse(when)?),
            None => (rest, When::NOW),
        };
        let variables = match (name.split_once(".."), coefficient) {
            (Some((first, last)), coefficient) => range(first, last, coefficient)?,
            (None, Coefficient::Constant(weight)) => vec![(variable_name(name)?.into(), weight)],
            (None, Coefficient::NumberPlus(_)) => return Err("'(n+…)' needs a range PREFIX_A..B"),
        };
        Ok(Self { variables, when })
    }
}

/// In the notation of the grammar.
impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Some((first, weight)), Some((last, heaviest))) = (self.variables.first(), self.variables.last())
        else {
            return Ok(());
        };
        let number = |name: &str| name.rsplit_once('_').map_or("", |(_, number)| number).to_owned();
        let is_range = self.variables.len() > 1;
        if is_range && weight != heaviest {
            write!(f, "(n+{}) * ", weight - number(first).parse::<f64>().unwrap_or_default())?;
        } else if *weight != 1.0 {
            write!(f, "{weight} * ")?;
        }
        f.write_str(first)?;
        if is_range {
            write!(f, "..{}", number(last))?;
        }
        write!(f, "{}", self.when)
    }
}

fn parse_coefficient(text: &str) -> Result<Coefficient, &'static str> {
    let finite = |number: &str| number.trim().parse::<f64>().ok().filter(|x| x.is_finite());
    match text.strip_prefix("(n+").and_then(|rest| rest.strip_suffix(')')) {
        Some(number) => finite(number).map(Coefficient::NumberPlus),
        None => finite(text).map(Coefficient::Constant),
    }
    .ok_or("the coefficient is a number or '(n+0.5)'")
}

fn range(first: &str, last: &str, coefficient: Coefficient) -> Result<Vec<(Box<str>, f64)>, &'static str> {
    const SHAPE: &str = "a range is written PREFIX_A..B, with A not above B";
    let (prefix, from) = first.rsplit_once('_').ok_or(SHAPE)?;
    let prefix = variable_name(prefix)?;
    let (from, to): (u16, u16) = (from.parse().map_err(|_| SHAPE)?, last.parse().map_err(|_| SHAPE)?);
    if from > to {
        return Err(SHAPE);
    }
    if to - from > MOST_OF_A_RANGE {
        return Err("a range has at most 200 variables");
    }
    let weight = |n: u16| match coefficient {
        Coefficient::Constant(weight) => weight,
        Coefficient::NumberPlus(offset) => f64::from(n) + offset,
    };
    Ok((from..=to).map(|n| (format!("{prefix}_{n}").into(), weight(n))).collect())
}

fn variable_name(name: &str) -> Result<&str, &'static str> {
    let valid = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if name.is_empty() || !name.chars().all(valid) {
        return Err("a variable's name is letters, digits and '_'");
    }
    Ok(name)
}

impl TryFrom<String> for Term {
    type Error = TermError;

    fn try_from(text: String) -> Result<Self, TermError> {
        Self::parse(&text).map_err(|reason| TermError { term: text, reason })
    }
}

impl From<Term> for String {
    fn from(term: Term) -> Self {
        term.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(text: &str) -> Vec<(String, f64)> {
        let term = Term::try_from(text.to_owned()).unwrap();
        term.variables().map(|(name, weight)| (name.to_owned(), weight)).collect()
    }

    #[test]
    fn reads_names_ranges_and_weights() {
        assert_eq!(term("residenti"), [("residenti".into(), 1.0)]);
        assert_eq!(term("m_98..100").len(), 3);
        assert_eq!(term("(n+0.5) * f_0..1"), [("f_0".into(), 0.5), ("f_1".into(), 1.5)]);
        assert_eq!(term("0.043 * m_15..15"), [("m_15".into(), 0.043)]);
    }

    #[test]
    fn reads_when() {
        let term = Term::try_from("-1 * residenti@-1".to_owned()).unwrap();
        assert_eq!(term.when(), When::YearsBack(1));
        assert_eq!(term.variables().next(), Some(("residenti", -1.0)));
        let date = |text: &str| text.parse::<Date>().unwrap();
        let read = |text: &str, asked: &str| {
            Term::try_from(text.to_owned()).unwrap().when().read(date(asked)).to_string()
        };
        assert_eq!(read("residenti@+1d", "2022-12-31"), "2023-01-01");
        assert_eq!(read("residenti@-364d", "2023-12-31"), "2023-01-01");
        assert_eq!(read("m_20..64@2022-01-01", "2018-12-31"), "2022-01-01");
        assert_eq!(When::DaysLater(1).asked(date("2023-01-01")), Some(date("2022-12-31")));
    }

    #[test]
    fn is_written_as_it_is_read() {
        for text in [
            "residenti",
            "m_65..100",
            "(n+0.5) * f_0..100",
            "0.043 * m_15",
            "-1 * residenti@-1",
            "residenti@+1d",
            "m_20..64@2022-01-01",
        ] {
            assert_eq!(Term::try_from(text.to_owned()).unwrap().to_string(), text);
        }
    }

    #[test]
    fn refuses_what_it_does_not_understand() {
        for text in [
            "",
            "m_9..3",
            "m..3",
            "x * y",
            "(n+0.5) * residenti",
            "a b",
            "m_0..5@-x",
            "inf * a",
            "a@1",
            "a@+1",
            "a@2022-02-30",
        ] {
            assert!(Term::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
