//! The dates at which several indicators are looked at together.

use crate::base::Date;
use crate::data::{Atlas, Indicator};

/// A date for each indicator: the latest that all have (a day before or after counts as the same), in the given year if any. Where
/// they have none in common, the default date of each, because an old value says more than none; the caller tells the dates.
/// `None` where an indicator has no value at all, or none in the year.
pub fn dates_together(atlas: &Atlas, indicators: &[&Indicator], year: Option<i16>) -> Option<Vec<Date>> {
    let (first, others) = indicators.split_first()?;
    let usual = atlas.usual_date(first).filter(|date| year.is_none_or(|year| date.year() == year));
    let dates = atlas.dates(first);
    let asked = dates.into_iter().rev().filter(|date| year.is_none_or(|year| date.year() == year));
    let beside = |date: Date| -> Option<Vec<Date>> {
        let rest = others.iter().map(|other| atlas.date_beside(other, date));
        std::iter::once(Some(date)).chain(rest).collect()
    };
    if let Some(common) = usual.into_iter().chain(asked).find_map(beside) {
        return Some(common);
    }
    let own = |indicator: &&Indicator| match year {
        None => atlas.usual_date(indicator),
        Some(year) => atlas.dates(indicator).into_iter().rev().find(|date| date.year() == year),
    };
    indicators.iter().map(own).collect()
}

/// The date at which each indicator is set beside a map of `date`: that date, else its latest one before, else its first. `None`
/// for one without values.
pub fn dates_beside(atlas: &Atlas, indicators: &[&Indicator], date: Date) -> Vec<Option<Date>> {
    let of = |indicator: &&Indicator| {
        atlas.date_beside(indicator, date).or_else(|| {
            let dates = atlas.dates(indicator);
            dates.iter().rev().find(|other| **other <= date).or(dates.first()).copied()
        })
    };
    indicators.iter().map(of).collect()
}
