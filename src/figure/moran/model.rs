//! The numbers of Moran's scatterplot: those of the map of clusters.

use crate::analysis::{Cluster, Clusters, clusters};
use crate::data::{Absence, Quality, Row, Table};
use crate::document::MoranSpec;
use crate::figure::map::weights;
use crate::figure::pair::not_pooled;
use crate::figure::quality::of_table;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::Sources;
use crate::figure::{FigureError, KindError};
use crate::stats::space::{Permutations, scatter};

/// The most permutations that a file may ask for.
const MOST_PERMUTATIONS: u32 = 99_999;

/// A unit that has neighbours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Its position in the table.
    pub unit: usize,
    /// Its standard score, and the mean of its neighbours'.
    pub own: f64,
    pub neighbours: f64,
    pub cluster: Cluster,
}

/// The numbers of Moran's scatterplot.
#[derive(Clone, Debug)]
pub struct MoranModel {
    pub table: Table,
    pub clusters: Clusters,
    pub points: Vec<Point>,
    /// Whether each unit is selected.
    pub selected: Vec<bool>,
    /// The status of the values, if it is the same for all.
    pub quality: Option<Quality>,
}

impl MoranModel {
    /// Computes the model.
    ///
    /// # Errors
    /// See [`FigureError`].
    pub fn new(
        spec: &MoranSpec,
        Sources { atlas, basemap, .. }: Sources<'_>,
    ) -> Result<Warned<Self>, FigureError> {
        let indicator = atlas.indicator(&spec.indicator)?;
        if indicator.kind.has_steps() {
            return Err(KindError::NoQuantity(indicator.name.clone()).into());
        }
        let fault = |refused| KindError::Refused { names: vec![indicator.name.clone()], refused };
        let table = atlas.compute(&spec.query())?;
        let values: Vec<Option<f64>> = table.rows.iter().map(|row| row.value.ok()).collect();
        spec.neighbours.check(values.iter().flatten().count()).map_err(fault)?;
        let weights = weights(basemap, spec.level, spec.neighbours);
        let permutations =
            Permutations { count: spec.test.permutations.clamp(99, MOST_PERMUTATIONS), seed: spec.test.seed };
        let found = clusters(&values, &weights, permutations, spec.test.fdr).map_err(fault)?;
        let present: Vec<f64> = values.iter().copied().flatten().collect();
        let all = scatter(&present, &weights.among(&found.kept)).map_err(fault)?;
        let point = |(unit, point): (&usize, &crate::stats::space::ScatterPoint)| {
            let cluster = found.units[*unit]?;
            Some(Point { unit: *unit, own: point.own, neighbours: point.neighbours?, cluster })
        };
        let points = found.kept.iter().zip(&all).filter_map(point).collect();
        let selected = atlas.territories.sharing(spec.level, &spec.selected);
        let selected = selected.map_err(FigureError::UnknownTerritory)?;
        let mut remarks: Vec<Remark> = not_pooled(spec.level, spec.method).into_iter().collect();
        for reason in Absence::ALL {
            let count = table.rows.iter().filter(|row| row.value == Err(reason)).count();
            if count > 0 {
                remarks.push(Remark::AbsentValues { count, reason });
            }
        }
        let quality = of_table(&table);
        Ok(Warned { value: Self { table, clusters: found, points, selected, quality }, remarks })
    }

    /// The row of a point.
    pub fn row(&self, point: &Point) -> &Row {
        &self.table.rows[point.unit]
    }

    /// Whether a point is selected.
    pub fn is_selected(&self, point: &Point) -> bool {
        self.selected.get(point.unit).copied().unwrap_or(false)
    }

    /// Whether a point is significant.
    pub fn is_significant(point: &Point) -> bool {
        matches!(point.cluster, Cluster::Of(_))
    }
}
