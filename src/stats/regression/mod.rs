//! Regression: one variable from others.

mod breusch_pagan;
mod design;
mod eigen;
mod influence;
mod jarque_bera;
mod line;
mod multiple;
mod partial;
#[cfg(test)]
mod reference;
mod residual_moran;
mod spatial;
mod test;

pub use breusch_pagan::breusch_pagan;
pub(super) use eigen::eigen;
pub use influence::{Influence, influence};
pub use jarque_bera::jarque_bera;
pub(super) use line::fit;
pub use line::{Line, ols};
pub use multiple::{Coefficient, Model, fit_model};
pub use partial::partial_correlation;
pub use residual_moran::{ResidualMoran, residual_moran};
pub use spatial::{SpatialKind, SpatialModel, spatial_model};
pub use test::Test;
