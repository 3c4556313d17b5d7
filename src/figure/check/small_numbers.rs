//! Rates based on few people, in maps and rankings.

use crate::base::{Date, Level};
use crate::data::{Atlas, Indicator, Kind, Method, Query, Row};
use crate::figure::FigureError;
use crate::figure::remark::Remark;
use crate::i18n::texts;

use super::{Finding, Fix};

/// Below ten, the confidence interval of a count can no longer be approximated (Byar) and must be exact, and one more
/// case changes a rate by over a tenth.
const SMALL: usize = 10;

/// Says for how many units a rate is based on few people, at its date or, for a change, at its earlier one.
pub fn small_numbers(
    query: Query,
    earlier: Option<Date>,
    atlas: &Atlas,
) -> Result<Option<Finding>, FigureError> {
    let level = query.level;
    let indicator = atlas.indicator(&query.indicator)?;
    let at = |date| atlas.compute(&Query { method: Method::Pooled, date, ..query.clone() });
    let small = |date| Ok::<_, FigureError>(at(date)?.rows.into_iter().map(|row| is_small(indicator, &row)));
    let now = small(query.date)?;
    let few = match earlier {
        Some(earlier) => now.zip(small(earlier)?).filter(|(now, before)| *now || *before).count(),
        None => now.filter(|is_small| *is_small).count(),
    };
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
fn is_small(indicator: &Indicator, row: &Row) -> bool {
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
