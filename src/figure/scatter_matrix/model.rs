//! The numbers of a scatterplot matrix: those of the scatterplots of its pairs and of the matrix of correlations of the same
//! indicators, so that none of the three says anything else of a pair than the others.

use crate::data::{Atlas, Value};
use crate::document::{IndicatorAt, MatrixSpec, ScatterMatrixSpec};
use crate::figure::FigureError;
use crate::figure::matrix::MatrixModel;
use crate::figure::remark::{Remark, Warned};
use crate::figure::scatter::ScatterModel;

/// The numbers of a scatterplot matrix.
#[derive(Clone, Debug)]
pub struct ScatterMatrixModel {
    pub indicators: Vec<IndicatorAt>,
    /// The values of each indicator, by unit.
    pub values: Vec<Vec<Value>>,
    /// Row `i` has the scatterplot of each indicator before it, across, with `i` upwards.
    pub scatters: Vec<Vec<ScatterModel>>,
    /// The rank correlations of the same pairs, with p corrected.
    pub matrix: MatrixModel,
    /// What the matrix was made from.
    pub matrix_spec: MatrixSpec,
}

impl ScatterMatrixModel {
    /// Computes all scatterplots.
    ///
    /// # Errors
    /// An unknown indicator, date or territory; an indicator whose numbers have no order.
    pub fn new(spec: &ScatterMatrixSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let mut shown: Vec<IndicatorAt> = Vec::new();
        for one in &spec.indicators {
            // Two dates of one indicator would be written alike in the codes of their cells.
            if !shown.iter().any(|known| known.indicator == one.indicator) {
                shown.push(one.clone());
            }
        }
        let all = shown.len();
        shown.truncate(ScatterMatrixSpec::MOST);
        let spec = ScatterMatrixSpec { indicators: shown, ..spec.clone() };
        let matrix_spec = spec.matrix();
        let Warned { value: matrix, mut remarks } = MatrixModel::new(&matrix_spec, atlas)?;
        if all > ScatterMatrixSpec::MOST {
            remarks.push(Remark::MatrixOfFirst { most: ScatterMatrixSpec::MOST, all });
        }
        let mut scatters: Vec<Vec<ScatterModel>> = Vec::new();
        for (i, y) in spec.indicators.iter().enumerate() {
            let row = spec.indicators[..i].iter().map(|x| {
                let made = ScatterModel::new(&spec.scatter(x, y), atlas)?;
                Ok(made.value)
            });
            scatters.push(row.collect::<Result<_, FigureError>>()?);
        }
        let of = |i: usize| -> Vec<Value> {
            let axis = match i {
                0 => scatters.get(1).and_then(|row| row.first()).map(|scatter| &scatter.x),
                _ => scatters[i].first().map(|scatter| &scatter.y),
            };
            axis.map(|axis| axis.rows.iter().map(|row| row.value).collect()).unwrap_or_default()
        };
        let values = (0..spec.indicators.len()).map(of).collect();
        let indicators = spec.indicators;
        Ok(Warned { value: Self { indicators, values, scatters, matrix, matrix_spec }, remarks })
    }
}
