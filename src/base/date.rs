//! The reference date of a value. A year is not enough: residents "of 2023" may be those of 1 January or of 31
//! December, a year apart, and that confusion has found its way into published Piani di Zona.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A calendar date, ordered by time and written `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// The text is not a calendar date written `YYYY-MM-DD`.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("'{0}' is not a date written YYYY-MM-DD")]
pub struct DateError(String);

impl Date {
    /// The date, if it exists in the calendar.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Self { year, month, day })
    }

    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 January 1970, negative before it: for drawing in proportion to time.
    pub(crate) fn day_number(self) -> i64 {
        // The civil calendar counted from 1 March, so that the leap day comes last.
        let shifted = i64::from(self.year) - i64::from(self.month <= 2);
        let from_march = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * from_march + 2) / 5 + i64::from(self.day) - 1;
        let leap_days = shifted.div_euclid(4) - shifted.div_euclid(100) + shifted.div_euclid(400);
        365 * shifted + leap_days + day_of_year - 719_468
    }

    /// The date that many days later, or earlier when negative; the inverse of [`day_number`](Self::day_number).
    pub(crate) fn plus_days(self, days: i32) -> Self {
        Self::of_day_number(self.day_number() + i64::from(days)).unwrap_or(self)
    }

    /// The date so many days after 1 January 1970, if its year has four digits or so.
    pub(crate) fn of_day_number(days: i64) -> Option<Self> {
        let number = days.checked_add(719_468)?;
        let era = number.div_euclid(146_097);
        let day_of_era = number.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = (from_march + 2) % 12 + 1;
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let made = i16::try_from(year).ok().zip(u8::try_from(month).ok()).zip(u8::try_from(day).ok());
        made.and_then(|((year, month), day)| Self::new(year, month, day))
    }

    /// The same day and month `years` later (earlier when negative); 29 February becomes the 28th.
    pub(crate) fn plus_years(self, years: i16) -> Self {
        let year = self.year.saturating_add(years);
        Self::new(year, self.month, self.day).unwrap_or(Self { year, month: 2, day: 28 })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let parsed = (|| {
            let year = parts.next()?.parse().ok()?;
            let month = parts.next()?.parse().ok()?;
            let day = parts.next()?.parse().ok()?;
            parts.next().is_none().then(|| Self::new(year, month, day)).flatten()
        })();
        parsed.ok_or_else(|| DateError(text.to_owned()))
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_iso_dates() {
        let date: Date = "2023-01-01".parse().unwrap();
        assert_eq!(date, Date::new(2023, 1, 1).unwrap());
        assert_eq!(date.to_string(), "2023-01-01");
        assert_eq!(date.plus_years(-1).to_string(), "2022-01-01");
    }

    #[test]
    fn days_are_counted_as_in_the_calendar() {
        let number = |text: &str| text.parse::<Date>().unwrap().day_number();
        assert_eq!(number("1970-01-01"), 0);
        assert_eq!(number("2000-03-01"), 11_017);
        let later = |text: &str, days| text.parse::<Date>().unwrap().plus_days(days).to_string();
        assert_eq!(later("2021-12-31", 1), "2022-01-01");
        assert_eq!(later("2024-02-28", 1), "2024-02-29");
        assert_eq!(later("2022-01-01", -365), "2021-01-01");
        assert_eq!(number("1969-12-31"), -1);
        assert_eq!(number("2021-01-01") - number("2020-01-01"), 366);
        assert_eq!(number("2023-01-01") - number("2022-01-01"), 365);
    }

    #[test]
    fn refuses_what_the_calendar_lacks() {
        for text in ["2023-02-29", "2023-13-01", "2023-00-10", "2023-1", "1/1/2023", "2023-01-01-01", ""] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
        assert_eq!(Date::new(2024, 2, 29).unwrap().plus_years(1).to_string(), "2025-02-28");
    }
}
