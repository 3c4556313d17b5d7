//! Rates based on few people, in maps and rankings.

use crate::base::{Date, Level};
use crate::data::{Atlas, Indicator, Kind, Method, Query, Row};
use crate::figure::FigureError;
use crate::figure::remark::Remark;
use crate::i18n::texts;

use super::{Finding, Fix};

/// Below ten, the confidence interval of a count can no longer be approximated (Byar) and must be exact, and one more
/// case changes a rate by over a tenth.
pub(in crate::figure) const SMALL: usize = 10;

/// Says for how many units a rate is based on few people: any of the rates shown of it, such as those of a pair, or those at
/// both ends of a change.
pub fn small_numbers(
    shown: &[(String, Date)],
    level: Level,
    atlas: &Atlas,
) -> Result<Option<Finding>, FigureError> {
    let mut small = vec![false; atlas.territories.units(level).len()];
    for (id, date) in shown {
        let indicator = atlas.indicator(id)?;
        let query = Query { indicator: id.clone(), date: *date, level, method: Method::Pooled };
        for (known, row) in small.iter_mut().zip(&atlas.compute(&query)?.rows) {
            *known |= is_small(indicator, row);
        }
    }
    let few = small.into_iter().filter(|is_small| *is_small).count();
    if few == 0 {
        return Ok(None);
    }
    let remark = Remark::SmallNumbers { people: SMALL, units: few };
    Ok(Some(match level {
        Level::Comuni => Finding::fixable(remark, Fix::UseLevel(Level::Ambiti)),
        Level::Ambiti | Level::Asst | Level::Ats => Finding::advised(remark, texts::ADVICE_SMALL),
    }))
}

/// Whether a rate is based on fewer people than [`SMALL`].
pub(in crate::figure) fn is_small(indicator: &Indicator, row: &Row) -> bool {
    let below = |x: f64| x < SMALL as f64;
    let people = |side: Option<f64>| side.is_some_and(below);
    let denominator = row.denominator.and_then(Result::ok);
    // For a rate taken from a source as it is, the people behind it are unknown.
    if indicator.denominator.is_empty() {
        return false;
    }
    match indicator.kind {
        // Counts are exact, and an area is not a count.
        Kind::Count | Kind::Density => false,
        // Steps are names, not numbers.
        Kind::Ordinal | Kind::Category => false,
        // Their numerators are sums of ages or differences.
        Kind::Mean | Kind::Change => people(denominator),
        // A rate taken as it is has no sums, and its value counts nobody.
        Kind::Share | Kind::Ratio if row.denominator.is_none() => false,
        // A quantity that can be negative is a difference, and counts nobody.
        Kind::Share | Kind::Ratio if indicator.may_be_negative() => people(denominator),
        Kind::Share | Kind::Ratio => people(denominator) || people(row.numerator.ok()),
    }
}
