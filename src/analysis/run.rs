//! The series of a group of Comuni, up to its last break.

use crate::base::Date;
use crate::data::{Absence, Atlas, AtlasError, Bilingual, Method, Query, Table};
use crate::stats::compare::Basis;

use super::trend::Trend;

/// The unbroken yearly run of a series that its last date belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub dates: Vec<Date>,
    pub values: Vec<f64>,
    /// The numerator and denominator of each value, if all have both.
    pub counts: Option<Vec<(f64, f64)>>,
    /// The dates before the run that have a value but are not in it.
    pub before: usize,
    /// Why the run starts where it does: the break, if it is one.
    pub broken_by: Option<Bilingual>,
    /// Whether it starts there because dates are more than a year apart before it, or one has no value.
    pub has_gap: bool,
}

impl Run {
    /// Its dates as years, for a slope per year.
    pub fn years(&self) -> Vec<f64> {
        self.dates.iter().map(|date| f64::from(date.year())).collect()
    }

    /// Whether it rises or falls; `basis` says how its counts are counted.
    pub fn trend(&self, basis: Option<Basis>) -> Trend {
        let counts = basis.and_then(|basis| Some((basis, self.counts.as_deref()?)));
        Trend::of(&self.years(), &self.values, counts)
    }
}

/// The values of an indicator for each unit of a level, from its last date backwards as long as dates are a year apart, have a
/// value, and no break of the series lies between them.
///
/// # Errors
/// An unknown indicator.
pub fn runs(atlas: &Atlas, query: &Query) -> Result<Vec<Run>, AtlasError> {
    let dates = atlas.dates(atlas.indicator(&query.indicator)?);
    let tables = dates
        .into_iter()
        .rev()
        .map(|date| atlas.compute(&Query { date, method: Method::Pooled, ..query.clone() }))
        .collect::<Result<Vec<Table>, _>>()?;
    let units = atlas.territories.units(query.level).len();
    Ok((0..units).map(|unit| run(atlas, &tables, unit)).collect())
}

/// The run of one unit; tables are from the last date backwards.
fn run(atlas: &Atlas, tables: &[Table], unit: usize) -> Run {
    let mut run = Run {
        dates: Vec::new(),
        values: Vec::new(),
        counts: Some(Vec::new()),
        before: 0,
        broken_by: None,
        has_gap: false,
    };
    let mut ended = false;
    let mut later: Option<&Table> = None;
    for table in tables {
        let Some(row) = table.rows.get(unit) else { continue };
        let Ok(value) = row.value else {
            // The last dates may lack a value; afterwards a missing one ends the run.
            if !run.dates.is_empty() && !ended {
                (run.has_gap, ended) = (true, true);
            }
            continue;
        };
        if let Some(later) = later
            && !ended
        {
            if let Some(note) = note_between(atlas, table, later) {
                (run.broken_by, ended) = (Some(note), true);
            } else if later.date.year() - table.date.year() != 1 {
                (run.has_gap, ended) = (true, true);
            }
        }
        if ended {
            run.before += 1;
            continue;
        }
        let counts = (row.numerator, row.denominator.unwrap_or(Err(Absence::NotApplicable)));
        run.counts = match (run.counts.take(), counts) {
            (Some(mut all), (Ok(numerator), Ok(denominator))) => {
                all.push((numerator, denominator));
                Some(all)
            }
            _ => None,
        };
        run.dates.push(table.date);
        run.values.push(value);
        later = Some(table);
    }
    run.dates.reverse();
    run.values.reverse();
    if let Some(counts) = &mut run.counts {
        counts.reverse();
    }
    run
}

/// The break of the series between two tables.
fn note_between(atlas: &Atlas, earlier: &Table, later: &Table) -> Option<Bilingual> {
    atlas
        .datasets
        .iter()
        .filter(|dataset| [earlier, later].iter().any(|table| table.datasets.contains(&dataset.meta.id)))
        .flat_map(|dataset| &dataset.meta.notes)
        .find(|note| note.parts(earlier.date, later.date))
        .map(|note| note.text.clone())
}
