//! The ranges of the members of groups, at one date or at several.

use crate::base::{Date, Level, decimal};
use crate::data::{Absence, Atlas, Bilingual, Method, Quality, Query, Table, Value};
use crate::document::RankingSpec;
use crate::figure::FigureError;
use crate::figure::map::kinds::change::breaks_between;
use crate::figure::quality;

use super::range::MemberRange;

/// A group at one of several dates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearRange {
    pub date: Date,
    pub value: Value,
    /// The status the sources give to it.
    pub quality: Quality,
    pub range: Option<MemberRange>,
}

/// The groups of a level at several dates.
#[derive(Clone, Debug, Default)]
pub struct Years {
    /// The dates, ascending.
    pub dates: Vec<Date>,
    /// For each unit of the level, its values and ranges at each date.
    pub of_unit: Vec<Vec<YearRange>>,
    /// For each date, how the series breaks between the one before and it.
    pub breaks: Vec<Vec<Bilingual>>,
    /// What is said of values that are not final.
    pub not_final: Vec<String>,
    /// Ids of the datasets behind them.
    pub datasets: Vec<String>,
}

fn table(
    spec: &RankingSpec,
    atlas: &Atlas,
    date: Date,
    level: Level,
    method: Method,
) -> Result<Table, FigureError> {
    Ok(atlas.compute(&Query { indicator: spec.indicator.clone(), date, level, method })?)
}

/// The range of the members of each unit of the level; none where one of them has no value.
///
/// # Errors
/// An unknown indicator, or a date for which it has no values.
pub fn of_members(
    spec: &RankingSpec,
    atlas: &Atlas,
    date: Date,
) -> Result<Vec<Option<MemberRange>>, FigureError> {
    if spec.range_of == Level::Comuni {
        let [min, mean, max] = [Method::Min, Method::Mean, Method::Max]
            .map(|method| table(spec, atlas, date, spec.level, method));
        let rows = [min?.rows, mean?.rows, max?.rows];
        let of = |which: usize, unit: usize| rows[which][unit].value.ok();
        let range = |unit| Some(MemberRange { min: of(0, unit)?, mean: of(1, unit)?, max: of(2, unit)? });
        return Ok((0..rows[0].len()).map(range).collect());
    }
    let members = table(spec, atlas, date, spec.range_of, Method::Pooled)?;
    let parts = atlas.territories.units(spec.range_of);
    let of_unit = |unit: &crate::data::Unit| {
        let has = |comune: &usize| unit.members.binary_search(comune).is_ok();
        let within = parts.iter().zip(&members.rows).filter(|(part, _)| part.members.iter().any(has));
        let mut values = Vec::new();
        for (part, row) in within {
            if !part.members.iter().all(has) {
                return None;
            }
            match row.value {
                Ok(value) => values.push(value),
                // As with Comuni: whom the figure does not apply to is not counted.
                Err(Absence::NotApplicable) => {}
                Err(_) => return None,
            }
        }
        let min = values.iter().copied().reduce(f64::min)?;
        let max = values.iter().copied().reduce(f64::max)?;
        let mean = decimal::clean(decimal::sum(values.iter().copied()) / values.len() as f64);
        Some(MemberRange { min, mean, max })
    };
    Ok(atlas.territories.units(spec.level).iter().map(of_unit).collect())
}

/// The groups at all dates of the spec; nothing where there is a single one.
///
/// # Errors
/// As those of [`of_members`].
pub fn years(spec: &RankingSpec, atlas: &Atlas) -> Result<Years, FigureError> {
    let dates = spec.dates_shown();
    if dates.len() < 2 {
        return Ok(Years::default());
    }
    let mut all = Years { dates: dates.clone(), ..Years::default() };
    all.of_unit = vec![Vec::new(); atlas.territories.units(spec.level).len()];
    let mut tables: Vec<Table> = Vec::new();
    for date in dates {
        let own = table(spec, atlas, date, spec.level, Method::Pooled)?;
        let ranges = of_members(spec, atlas, date)?;
        for ((row, range), of_unit) in own.rows.iter().zip(ranges).zip(&mut all.of_unit) {
            of_unit.push(YearRange { date, value: row.value, quality: row.quality, range });
        }
        let before = tables.last();
        all.breaks.push(before.map_or_else(Vec::new, |before| {
            let used = [&before.datasets[..], &own.datasets[..]].concat();
            breaks_between(&used, before.date, date, atlas)
        }));
        all.datasets.extend(own.datasets.iter().cloned());
        tables.push(own);
    }
    let others: Vec<&Table> = tables.iter().filter(|table| Some(table.date) != spec.at.date()).collect();
    all.not_final = quality::of_tables(spec.lang, atlas, &others);
    Ok(all)
}
