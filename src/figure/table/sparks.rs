//! The sparkline of a cell: the course of its row up to the date of its column (E. R. Tufte, *Beautiful Evidence*, 2006). Each
//! has its own scale, and is broken where values are missing or do not compare.

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Method, Query, Reference, Table};
use crate::document::{TableColumn, TableSpec};
use crate::figure::chart::scale::time_shares;
use crate::figure::map::kinds::change::breaks_between;

/// With fewer dates than this there is no course.
const LEAST_DATES: usize = 3;

/// Unbroken stretches of points, in a square whose sides are one, upwards. The last point of the last one is the value of the
/// cell, if it has one.
pub type Spark = Vec<Vec<[f64; 2]>>;

/// The sparklines of a column, for the rows and then for the larger areas; empty ones where there is no course.
pub fn of(
    spec: &TableSpec,
    column: &TableColumn,
    rows: &[&Code],
    overall: &[&Code],
    atlas: &Atlas,
) -> Vec<Spark> {
    let none = || vec![Spark::new(); rows.len() + overall.len()];
    let (Some(indicator), Reference::Date(last), None) =
        (atlas.catalogue.get(&column.indicator), column.at, column.from)
    else {
        return none();
    };
    let mut dates = atlas.dates(indicator);
    dates.retain(|date| *date <= last);
    // Steps have an order, but no distances.
    if dates.len() < LEAST_DATES || indicator.kind.has_steps() {
        return none();
    }
    let tables = |level, method| -> Option<Vec<Table>> {
        let query = |date: &Date| Query { indicator: indicator.id.clone(), date: *date, level, method };
        dates.iter().map(|date| atlas.compute(&query(date)).ok()).collect()
    };
    let (Some(own), Some(ats)) = (tables(spec.level, spec.method), tables(Level::Ats, Method::Pooled)) else {
        return none();
    };
    let breaks: Vec<bool> = own.windows(2).map(|pair| is_broken(pair, atlas)).collect();
    let shares = time_shares(&dates);
    let of_row = |tables: &[Table], row: usize, code: &Code| -> Spark {
        // Rows are in the order of their level.
        let is_it = tables[0].rows.get(row).is_some_and(|other| other.code == *code);
        let at = is_it.then_some(row);
        let values = at.map(|at| tables.iter().map(|table| table.rows[at].value.ok()).collect::<Vec<_>>());
        values.map_or_else(Spark::new, |values| course(&values, &shares, &breaks))
    };
    let of_rows = rows.iter().enumerate().map(|(row, code)| of_row(&own, row, code));
    // Of the larger areas only the ATS is computed.
    of_rows.chain(overall.iter().map(|code| of_row(&ats, 0, code))).collect()
}

/// The course of one unit up to a date; empty where there is none.
pub(in crate::figure) fn of_unit(
    indicator: &str,
    last: Date,
    level: Level,
    unit: usize,
    atlas: &Atlas,
) -> Spark {
    let Some(known) = atlas.catalogue.get(indicator) else { return Spark::new() };
    let mut dates = atlas.dates(known);
    dates.retain(|date| *date <= last);
    if dates.len() < LEAST_DATES || known.kind.has_steps() {
        return Spark::new();
    }
    let query =
        |date: &Date| Query { indicator: known.id.clone(), date: *date, level, method: Method::Pooled };
    let tables: Option<Vec<Table>> = dates.iter().map(|date| atlas.compute(&query(date)).ok()).collect();
    let Some(tables) = tables else { return Spark::new() };
    let breaks: Vec<bool> = tables.windows(2).map(|pair| is_broken(pair, atlas)).collect();
    let values = |table: &Table| table.rows.get(unit).and_then(|row| row.value.ok());
    course(&tables.iter().map(values).collect::<Vec<_>>(), &time_shares(&dates), &breaks)
}

fn is_broken(pair: &[Table], atlas: &Atlas) -> bool {
    let used = [&pair[0].datasets[..], &pair[1].datasets[..]].concat();
    !breaks_between(&used, pair[0].date, pair[1].date, atlas).is_empty()
}

/// The stretches of a series on its own scale; a constant one lies in the middle.
fn course(values: &[Option<f64>], shares: &[f64], breaks: &[bool]) -> Spark {
    let present = || values.iter().flatten().copied();
    let (low, high) = (present().fold(f64::INFINITY, f64::min), present().fold(f64::NEG_INFINITY, f64::max));
    let height = |x: f64| if high > low { (x - low) / (high - low) } else { 0.5 };
    let mut stretches = Spark::new();
    let mut is_open = false;
    for (at, (value, share)) in values.iter().zip(shares).enumerate() {
        let Some(value) = value else {
            is_open = false;
            continue;
        };
        let point = [*share, height(*value)];
        let breaks_here = at > 0 && breaks[at - 1];
        match stretches.last_mut().filter(|_| is_open && !breaks_here) {
            Some(stretch) => stretch.push(point),
            None => stretches.push(vec![point]),
        }
        is_open = true;
    }
    stretches
}

/// Whether one of these columns has a sparkline.
pub fn has_any<'a>(mut columns: impl Iterator<Item = &'a [Spark]>) -> bool {
    columns.any(|sparks| sparks.iter().any(|spark| !spark.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_is_broken_where_values_are_missing_or_do_not_compare() {
        let values = [Some(2.0), Some(4.0), None, Some(3.0), Some(6.0)];
        let found = course(&values, &[0.0, 0.25, 0.5, 0.75, 1.0], &[false, false, false, true]);
        assert_eq!(found, [vec![[0.0, 0.0], [0.25, 0.5]], vec![[0.75, 0.25]], vec![[1.0, 1.0]]]);
        assert_eq!(course(&[Some(5.0); 2], &[0.0, 1.0], &[false]), [vec![[0.0, 0.5], [1.0, 0.5]]]);
        assert_eq!(course(&[None, None], &[0.0, 1.0], &[false]), Spark::new());
    }
}
