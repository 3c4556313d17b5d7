//! Composite indices of units, with the ranks that other ways of making them give.

use crate::base::Level;
use crate::data::{Atlas, Method as OfGroups, Query};
use crate::stats::Refused;
use crate::stats::index::{
    Composite, Goalposts, Method, Polarity, Robustness, Variables, composite, robustness,
};
use crate::stats::moments::mean;

/// How many sets of random weights are tried.
pub const WEIGHT_DRAWS: u32 = 1000;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndexAsked {
    pub method: Method,
    /// Whether more of the index is better.
    pub direction: Polarity,
    pub seed: u64,
}

/// An index, and how its ranks move: what map, sentence, table and command line say.
#[derive(Clone, Debug, PartialEq)]
pub struct Indexed {
    /// The units with a value of every indicator, in their order: all that follows is of them.
    pub kept: Vec<usize>,
    pub composite: Composite,
    pub robust: Robustness,
    pub goalposts: Goalposts,
    /// The most dates of any indicator that its goalposts are made of.
    pub dates: usize,
}

impl Indexed {
    /// The position of a unit among those with an index.
    pub fn at(&self, unit: usize) -> Option<usize> {
        self.kept.binary_search(&unit).ok()
    }
}

/// The polarity of an indicator for an index: as more of it is good or bad, or turned round where more of the index is worse.
pub fn directed(is_good: bool, direction: Polarity) -> Polarity {
    match is_good == (direction == Polarity::Positive) {
        true => Polarity::Positive,
        false => Polarity::Negative,
    }
}

/// The values of indicators at all their dates, so that goalposts stay the same over the years, and the most dates of any.
pub fn at_all_dates(atlas: &Atlas, ids: &[String], level: Level, method: OfGroups) -> (Vec<Vec<f64>>, usize) {
    let mut most = 1;
    let of = |id: &String| {
        let Ok(indicator) = atlas.indicator(id) else { return Vec::new() };
        let dates = atlas.dates(indicator);
        most = most.max(dates.len());
        let table = |date| atlas.compute(&Query { indicator: id.clone(), date, level, method }).ok();
        dates.into_iter().filter_map(table).flat_map(|table| table.present().collect::<Vec<_>>()).collect()
    };
    let all = ids.iter().map(of).collect();
    (all, most)
}

/// Makes an index of the variables in `columns`. Units that lack a value are left out. `others` are the values at all dates, with the
/// number of dates; without any the goalposts are those of these values.
///
/// # Errors
/// See [`Refused`].
pub fn indexed(
    columns: &[Vec<Option<f64>>],
    (others, dates): (&[Vec<f64>], usize),
    polarity: &[Option<Polarity>],
    asked: IndexAsked,
) -> Result<Indexed, Refused> {
    let count = columns.first().map_or(0, Vec::len);
    let kept: Vec<usize> =
        (0..count).filter(|&unit| columns.iter().all(|column| column[unit].is_some())).collect();
    let present = |column: &Vec<Option<f64>>| kept.iter().filter_map(|&unit| column[unit]).collect();
    let present: Vec<Vec<f64>> = columns.iter().map(present).collect();
    let variables = Variables::new(present.clone(), polarity)?;
    let references: Vec<f64> = present.iter().map(|column| mean(column)).collect();
    let mut all = present;
    all.iter_mut().zip(others).for_each(|(own, others)| own.extend(others));
    let goalposts = Goalposts::new(&all, &references)?;
    let composite = composite(&variables, asked.method, asked.direction, Some(&goalposts))?;
    let robust = robustness(&variables, &composite, Some(&goalposts), WEIGHT_DRAWS, asked.seed)?;
    Ok(Indexed { kept, composite, robust, goalposts, dates })
}
