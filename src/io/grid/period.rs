//! The periods of monitoring data: years, half-years, quarters, months.

use serde::{Deserialize, Serialize};

use crate::base::Date;
use crate::i18n::{Lang, texts as t};

/// How often data are collected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Periodicity {
    #[default]
    Year,
    Half,
    /// A quarter of a year.
    Quarter,
    Month,
}

impl Periodicity {
    /// The number of periods in a year.
    pub(crate) fn in_a_year(self) -> u8 {
        match self {
            Self::Year => 1,
            Self::Half => 2,
            Self::Quarter => 4,
            Self::Month => 12,
        }
    }
}

/// A year or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    of: Periodicity,
    year: i16,
    /// Counted from 1.
    number: u8,
}

impl Period {
    /// The period with this number, from 1, in a year; `None` if it does not exist.
    pub fn new(of: Periodicity, year: i16, number: u8) -> Option<Self> {
        let period = Self { of, year, number };
        (1..=of.in_a_year()).contains(&number).then_some(period).filter(|p| p.date().is_some())
    }

    pub fn periodicity(self) -> Periodicity {
        self.of
    }

    pub fn year(self) -> i16 {
        self.year
    }

    /// Its number in the year, from 1.
    pub fn number(self) -> u8 {
        self.number
    }

    /// The next one; `None` at the end of the calendar.
    pub fn next(self) -> Option<Self> {
        let last = self.number >= self.of.in_a_year();
        let (year, number) = if last { (self.year.checked_add(1)?, 1) } else { (self.year, self.number + 1) };
        Self::new(self.of, year, number)
    }

    /// Its last day, which is the reference date of its values.
    pub fn date(self) -> Option<Date> {
        let month = self.number.checked_mul(12 / self.of.in_a_year())?;
        (28..=31).rev().find_map(|day| Date::new(self.year, month, day))
    }

    /// Its label.
    pub fn label(self, lang: Lang) -> String {
        let Self { year, number, of } = self;
        match of {
            Periodicity::Year => year.to_string(),
            Periodicity::Half => t::period_half(lang, number, year),
            Periodicity::Quarter => t::period_quarter(lang, number, year),
            Periodicity::Month => t::period_month(lang, number, year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_ends_on_its_last_day_and_is_followed_by_another() {
        let date = |of, number| Period::new(of, 2024, number).and_then(Period::date).map(|d| d.to_string());
        assert_eq!(date(Periodicity::Year, 1).as_deref(), Some("2024-12-31"));
        assert_eq!(date(Periodicity::Half, 1).as_deref(), Some("2024-06-30"));
        assert_eq!(date(Periodicity::Quarter, 3).as_deref(), Some("2024-09-30"));
        assert_eq!(date(Periodicity::Month, 2).as_deref(), Some("2024-02-29"));
        assert_eq!(date(Periodicity::Half, 3), None);
        assert_eq!(date(Periodicity::Month, 0), None);
        let last = Period::new(Periodicity::Quarter, 2024, 4).unwrap();
        assert_eq!(last.next(), Period::new(Periodicity::Quarter, 2025, 1));
        assert_eq!(last.label(Lang::It), "4° trimestre 2024");
    }
}
