//! Clusters of space: where values are like those of the neighbours, or unlike them, by more than chance.

use crate::stats::Refused;
use crate::stats::space::{
    FEW_UNITS, Local, Moran, Permutations, Quadrant, Weights, expected_by_chance, local_moran, moran,
    significant,
};

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cluster {
    /// Significant after the correction for as many tests as there are units.
    Of(Quadrant),
    NotSignificant,
    /// Without a neighbour that has a value: not tested.
    NoNeighbours,
}

impl Cluster {
    /// All that a unit with a value and neighbours can be, in the order of legends.
    pub const TESTED: [Self; 5] = [
        Self::Of(Quadrant::HighHigh),
        Self::Of(Quadrant::LowLow),
        Self::Of(Quadrant::HighLow),
        Self::Of(Quadrant::LowHigh),
        Self::NotSignificant,
    ];

    pub fn id(self) -> &'static str {
        match self {
            Self::Of(quadrant) => quadrant.id(),
            Self::NotSignificant => "not_significant",
            Self::NoNeighbours => "no_neighbours",
        }
    }
}

/// Local Moran with its correction, and Moran's I of the whole: what map, sentence, table and command line say.
#[derive(Debug, Clone, PartialEq)]
pub struct Clusters {
    /// What each unit is; `None` without a value.
    pub units: Vec<Option<Cluster>>,
    /// The units with a value: the others are no neighbours of anyone.
    pub kept: Vec<usize>,
    /// The results of the kept units, in their order.
    pub local: Local,
    pub quadrants: Vec<Option<Quadrant>>,
    pub whole: Moran,
    /// The level of the false discovery rate.
    pub level: f64,
    /// The largest p-value that is still significant.
    pub cut: Option<f64>,
    /// How many were tested, how many have p ≤ level before the correction, and how many of them chance alone would give.
    pub tested: usize,
    pub before: usize,
    pub by_chance: f64,
}

impl Clusters {
    /// How many units are this.
    pub fn count(&self, cluster: Cluster) -> usize {
        self.units.iter().filter(|unit| **unit == Some(cluster)).count()
    }

    /// The result of a unit: its position among the kept ones.
    pub fn at(&self, unit: usize) -> Option<usize> {
        self.kept.binary_search(&unit).ok()
    }

    /// Whether there are too few units for local tests.
    pub fn are_few(&self) -> bool {
        self.kept.len() < FEW_UNITS
    }
}

/// Finds clusters. Units without a value are left out, and are no neighbours of the others.
///
/// # Errors
/// Fewer than four units with a value, a constant, no neighbours at all.
pub fn clusters(
    values: &[Option<f64>],
    weights: &Weights,
    permutations: Permutations,
    level: f64,
) -> Result<Clusters, Refused> {
    let kept: Vec<usize> = (0..values.len()).filter(|&unit| values[unit].is_some()).collect();
    let present: Vec<f64> = values.iter().copied().flatten().collect();
    let among = weights.among(&kept);
    let (local, quadrants) = local_moran(&present, &among, permutations)?;
    let whole = moran(&present, &among, permutations)?;
    let (holds, cut) = significant(&local.p, level);
    let mut units = vec![None; values.len()];
    for (at, &unit) in kept.iter().enumerate() {
        units[unit] = Some(match quadrants[at] {
            None => Cluster::NoNeighbours,
            Some(quadrant) if holds[at] => Cluster::Of(quadrant),
            Some(_) => Cluster::NotSignificant,
        });
    }
    Ok(Clusters {
        units,
        tested: local.p.iter().flatten().count(),
        before: local.p.iter().flatten().filter(|p| **p <= level).count(),
        by_chance: expected_by_chance(&local.p, level),
        kept,
        local,
        quadrants,
        whole,
        level,
        cut,
    })
}
