//! What a scatterplot shows, computed: the pairs, their correlation, the line of least squares. Read by the
//! window and by whatever prints it.

use crate::base::{Diagnostic, Warned};
use crate::data::{Atlas, Query, Table};
use crate::document::MapSpec;
use crate::stats::correlation::{Correlation, pearson, spearman};
use crate::stats::{Line, StatsError, ols};

use super::map_model::FigureError;
use super::pair::{few_pairs, not_pooled, pair_remarks};

/// One unit that has both values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Its position among the units of the level.
    pub unit: usize,
    /// Its value of the indicator across.
    pub x: f64,
    /// Its value of the indicator upwards.
    pub y: f64,
}

/// The numbers of a scatterplot.
#[derive(Clone, Debug)]
pub struct ScatterModel {
    /// Values of the indicator across.
    pub x: Table,
    /// Values of the indicator upwards.
    pub y: Table,
    /// The units that have both values.
    pub pairs: Vec<Pair>,
    /// Pearson's r, with its two-sided p.
    pub pearson: Result<Correlation, StatsError>,
    /// Spearman's rho, with its two-sided p.
    pub spearman: Result<Correlation, StatsError>,
    /// The line of least squares, with its band.
    pub line: Result<Line, StatsError>,
}

impl ScatterModel {
    /// Sets the indicator `x` against the one the spec shows, at its date, level and method.
    ///
    /// # Errors
    /// An unknown indicator, or a date one of the two has no values at. Too few pairs, or values that are all
    /// equal, are no errors of the model: each statistic says so itself.
    pub fn new(spec: &MapSpec, x: &str, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let y = atlas.compute(&spec.query())?;
        let x = atlas.compute(&Query { indicator: x.to_owned(), ..spec.query() })?;
        let both = x.rows.iter().zip(&y.rows).enumerate();
        let pairs: Vec<Pair> = both
            .filter_map(|(unit, (x, y))| Some(Pair { unit, x: x.value.ok()?, y: y.value.ok()? }))
            .collect();
        let xs: Vec<f64> = pairs.iter().map(|pair| pair.x).collect();
        let ys: Vec<f64> = pairs.iter().map(|pair| pair.y).collect();
        let diagnostics = remarks(spec, atlas, &x, pairs.len())?;
        let (pearson, spearman, line) = (pearson(&xs, &ys), spearman(&xs, &ys), ols(&xs, &ys));
        Ok(Warned { value: Self { x, y, pairs, pearson, spearman, line }, diagnostics })
    }

    /// How many units lack one of the two values.
    pub fn missing(&self) -> usize {
        self.y.rows.len() - self.pairs.len()
    }
}

fn remarks(spec: &MapSpec, atlas: &Atlas, x: &Table, n: usize) -> Result<Vec<Diagnostic>, FigureError> {
    let mut remarks =
        pair_remarks(spec.lang, atlas.indicator(&x.indicator)?, atlas.indicator(&spec.indicator)?);
    remarks.extend(not_pooled(spec.lang, spec.level, spec.method));
    remarks.extend(few_pairs(spec.lang, n));
    Ok(remarks)
}
