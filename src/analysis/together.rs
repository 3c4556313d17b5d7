//! The dates at which several indicators are looked at together.

use crate::base::Date;
use crate::data::{Atlas, Indicator};

/// A date for each indicator, whatever their order: the latest that all have (a day before or after counts as the same) and that is
/// no later than the usual date of any, else the nearest after it, in the given year if any. Where they have none in common, the default
/// date of each, because an old value says more than none; the caller tells the dates. `None` where an indicator has no value at all,
/// or none in the year.
pub fn dates_together(atlas: &Atlas, indicators: &[&Indicator], year: Option<i16>) -> Option<Vec<Date>> {
    let is_asked = |date: &Date| year.is_none_or(|year| date.year() == year);
    let mut all: Vec<Date> = indicators.iter().flat_map(|indicator| atlas.dates(indicator)).collect();
    all.retain(is_asked);
    all.sort_unstable();
    all.dedup();
    let usual = indicators.iter().filter_map(|indicator| atlas.usual_date(indicator)).min()?;
    // What is counted at the end of a year is what the next begins with.
    let usual = usual.plus_days(1);
    let (late, early): (Vec<Date>, Vec<Date>) = all.into_iter().partition(|date| *date > usual);
    let beside = |date: Date| -> Option<Vec<Date>> {
        indicators.iter().map(|indicator| atlas.date_beside(indicator, date)).collect()
    };
    if let Some(common) = early.into_iter().rev().chain(late).find_map(beside) {
        return Some(common);
    }
    let own = |indicator: &&Indicator| match year {
        None => atlas.usual_date(indicator),
        Some(_) => atlas.dates(indicator).into_iter().rev().find(is_asked),
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
