//! The numbers of a forecast.

use crate::analysis::{Continued, NotContinued, Projected};
use crate::base::{Date, Level};
use crate::data::{Atlas, Bilingual, Caption};
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

/// How it is forecast.
#[derive(Clone, Debug)]
pub enum By {
    /// Residents by age, from cohort change ratios.
    Ages(Box<Projected>),
    /// The series of an indicator, continued.
    Series(Box<Series>),
}

/// A series continued, and how its values are written.
#[derive(Clone, Debug)]
pub struct Series {
    pub continued: Continued,
    pub name: Bilingual,
    pub unit: Bilingual,
    pub decimals: usize,
}

/// The numbers of a forecast.
#[derive(Clone, Debug)]
pub struct ForecastModel {
    pub by: By,
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
        if let Some(id) = &spec.series {
            return Self::of_series(spec, id, (level, unit), atlas);
        }
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
        let by = By::Ages(Box::new(projected));
        let value = Self { level, code: unit.code.to_string(), name: unit.name.clone(), points, counted, by };
        Ok(Warned { value, remarks: Vec::new() })
    }

    fn of_series(
        spec: &ForecastSpec,
        id: &str,
        (level, unit): (Level, usize),
        atlas: &Atlas,
    ) -> Result<Warned<Self>, FigureError> {
        let indicator = atlas.indicator(id)?;
        if indicator.kind.has_steps() {
            return Err(KindError::NoQuantity(indicator.name.clone()).into());
        }
        let continued = Continued::new(atlas, id, level, unit, usize::from(spec.years));
        let continued = continued.map_err(|error| match error {
            NotContinued::Atlas(error) => FigureError::from(error),
            NotContinued::Series(error) => KindError::NotContinued(indicator.name.clone(), error).into(),
        })?;
        let point = |(date, value, interval)| Point { date, value, interval };
        let points = continued.points().into_iter().map(point).collect();
        let unit = &atlas.territories.units(level)[unit];
        let by = By::Series(Box::new(Series {
            continued,
            name: indicator.name.clone(),
            unit: indicator.unit.clone(),
            decimals: Caption::from(indicator).decimals,
        }));
        let (code, name) = (unit.code.to_string(), unit.name.clone());
        Ok(Warned { value: Self { level, code, name, points, counted: None, by }, remarks: Vec::new() })
    }

    /// The last point that is known.
    pub fn last_known(&self) -> Option<&Point> {
        self.points.iter().rev().find(|point| point.interval.is_none())
    }

    /// The level whose errors its interval comes from.
    pub fn tried_at(&self) -> Level {
        if self.level == Level::Comuni { Level::Comuni } else { Level::Ambiti }
    }
}
