//! What the values of an indicator refer to. Its data have days; births and incomes are of a whole year, and a figure says so.

use serde::{Deserialize, Serialize};

use crate::base::Date;

use super::reference::Reference;

/// The time that the values of an indicator cover, which ends on the day its data have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// That day alone: stocks, such as residents.
    #[default]
    Day,
    /// The calendar year.
    Year,
    /// The year whose incomes are declared in the next one.
    TaxYear,
    /// Three calendar years.
    ThreeYears,
}

impl Period {
    pub(crate) fn is_day(&self) -> bool {
        *self == Self::Day
    }

    /// What a value dated this day refers to: to no other time than the day if it is not the last of a year.
    pub fn ending(self, day: Date) -> Reference {
        match self {
            _ if (day.month(), day.day()) != (12, 31) => Reference::Date(day),
            Self::Day => Reference::Date(day),
            Self::Year => Reference::Year(day.year()),
            Self::TaxYear => Reference::TaxYear(day.year()),
            Self::ThreeYears => Reference::Years(day.year() - 2, day.year()),
        }
    }

    /// The same of a reference, which is left as it is if it says already what it is.
    pub fn of(self, at: Reference) -> Reference {
        at.date().map_or(at, |day| self.ending(day))
    }
}
