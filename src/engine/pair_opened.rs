//! The scatterplot of a pair of indicators: that of a cell of a matrix.

use crate::base::Level;
use crate::data::Method;
use crate::document::{IndicatorAt, MatrixSpec, ScatterSpec};

use super::state::State;

/// The scatterplot of a cell of a matrix of correlations, whose code names its two indicators; with the choices made for the
/// scatterplot shown last.
pub fn scatter_of_cell(spec: &MatrixSpec, cell: &str, state: &State) -> Option<ScatterSpec> {
    let (x, y) = cell.split_once(' ')?;
    let of = |id: &str| spec.indicators.iter().find(|one| one.indicator == id);
    Some(scatter_of_pair(of(x)?, of(y)?, spec.level, state))
}

/// The scatterplot of two indicators, each at its own date.
pub fn scatter_of_pair(x: &IndicatorAt, y: &IndicatorAt, level: Level, state: &State) -> ScatterSpec {
    let usual = ScatterSpec::new(x.indicator.as_str(), y.indicator.as_str(), y.date);
    let shown = state.document.view::<ScatterSpec>().cloned().unwrap_or(usual);
    let mut view = shown.view.clone();
    // Names of quadrants and logarithmic axes are of the indicators before.
    (view.quadrant_names, view.log_x, view.log_y) = (None, false, false);
    ScatterSpec {
        x: x.indicator.clone(),
        x_date: x.date,
        y: y.indicator.clone(),
        y_date: y.date,
        level,
        method: Method::Pooled,
        view,
        selected: state.document.map.selected.clone(),
        lang: state.settings.lang,
        ..shown
    }
}
