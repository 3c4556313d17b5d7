//! What a value refers to: a day, or a year or several.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::{Date, DateError};

/// What a published value refers to: spending is of a whole year, a population of one day. A year is not
/// made into its first of January, which would be one more reference nobody printed. Written `2018`, `2016-2018` or
/// `2018-12-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Reference {
    Year(i16),
    /// The year whose incomes are declared in the next one. Only said, never stored: data have the day it ends on.
    TaxYear(i16),
    /// Several years taken as one, the first and the last.
    Years(i16, i16),
    /// One day.
    Date(Date),
}

impl Reference {
    /// The year it is, lies in or ends with.
    pub fn year(self) -> i16 {
        match self {
            Self::Year(year) | Self::TaxYear(year) | Self::Years(_, year) => year,
            Self::Date(date) => date.year(),
        }
    }

    /// The date, unless it is a year.
    pub fn date(self) -> Option<Date> {
        match self {
            Self::Year(_) | Self::TaxYear(_) | Self::Years(..) => None,
            Self::Date(date) => Some(date),
        }
    }

    /// Its position on a time axis; for a year, the middle of it. Only a date actually refers to that day.
    pub(crate) fn day_on_axis(self) -> Date {
        match self {
            Self::Year(year) | Self::TaxYear(year) => {
                Date::new(year, 7, 1).expect("every year has a first of July")
            }
            Self::Years(first, last) => Self::Year(first + (last - first) / 2).day_on_axis(),
            Self::Date(date) => date,
        }
    }
}

impl From<Date> for Reference {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl TryFrom<String> for Reference {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        if let Some((first, last)) = text.split_once('-')
            && let (Ok(first), Ok(last)) = (first.parse(), last.parse::<i16>())
            && first < last
        {
            return Ok(Self::Years(first, last));
        }
        text.parse().map(Self::Year).or_else(|_| text.parse().map(Self::Date))
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.to_string()
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) | Self::TaxYear(year) => write!(f, "{year}"),
            Self::Years(first, last) => write!(f, "{first}-{last}"),
            Self::Date(date) => write!(f, "{date}"),
        }
    }
}
