//! The numbers of a forecast.

use crate::analysis::Projected;
use crate::base::{Date, Level};
use crate::data::Atlas;
use crate::document::ForecastSpec;
use crate::figure::FigureError;
use crate::figure::KindError;
use crate::figure::remark::Warned;

/// A forecast value; what is known has no interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub date: Date,
    pub value: f64,
    /// The 80% interval.
    pub interval: Option<[f64; 2]>,
}

/// The numbers of a forecast.
#[derive(Clone, Debug)]
pub struct ForecastModel {
    pub projected: Projected,
    pub level: Level,
    pub code: String,
    pub name: String,
    pub points: Vec<Point>,
    /// What was counted at the date of the back-test.
    pub counted: Option<(Date, f64)>,
}

impl ForecastModel {
    /// Computes the model.
    ///
    /// # Errors
    /// A territory that is unknown or cannot be forecast.
    pub fn new(spec: &ForecastSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let unknown = || spec.selected.first().cloned().map(FigureError::UnknownTerritory);
        let (level, unit) = spec
            .territory(atlas)
            .ok_or_else(|| unknown().unwrap_or(FigureError::Kind(KindError::NoFuture(None))))?;
        let projected = Projected::new(atlas, usize::from(spec.years))
            .map_err(|error| KindError::NoFuture(Some(error)))?;
        let unit = &atlas.territories.units(level)[unit];
        let points = projected
            .growth(&unit.members, spec.measure)
            .into_iter()
            .map(|(date, value, interval)| Point { date, value, interval })
            .collect();
        let test = &projected.back_test;
        let counted = test.counted(&unit.members, spec.measure).map(|value| (test.date, value));
        let value =
            Self { level, code: unit.code.to_string(), name: unit.name.clone(), points, counted, projected };
        Ok(Warned { value, remarks: Vec::new() })
    }

    /// The level whose errors its interval comes from.
    pub fn tried_at(&self) -> Level {
        if self.level == Level::Comuni { Level::Comuni } else { Level::Ambiti }
    }
}
