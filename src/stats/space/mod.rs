//! Statistics of space: whether neighbours are alike, and where.
//!
//! Inference is by permutation (`permute`), with a seed and the same result for any number of threads. A unit without
//! neighbours has no local statistic; in the global ones it counts with weight zero, as in `esda`.

mod fdr;
mod geary;
mod getis;
mod joins;
mod local;
mod local_geary;
mod local_moran;
mod moran;
mod neighbours;
mod permute;
#[cfg(test)]
mod reference;
mod weights;

pub use fdr::{expected_by_chance, significant};
pub use geary::{Geary, geary};
pub use getis::getis_star;
pub use joins::{Joins, joins};
pub use local::{LEAST_UNITS, Local};
pub use local_geary::local_geary;
pub use local_moran::{Quadrant, local_moran, local_moran_bivariate};
pub use moran::{Moran, ScatterPoint, moran, moran_bivariate, scatter};
pub use neighbours::Neighbours;
pub use permute::Permutations;
pub use weights::Weights;

/// Below this many units local tests rarely find anything, and what they find depends on single units.
pub const FEW_UNITS: usize = 30;
