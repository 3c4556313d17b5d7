//! Computes the contents of a scatterplot. Used by both the printed figure and the window.

use crate::base::{Code, Level};
use crate::data::{Absence, Area, Atlas, Axis as Values, Kind, Method, Quality, Query, Reference};
use crate::document::{QuadrantSplit, ScatterSpec};
use crate::figure::remark::Warned;
use crate::stats::correlation::{pearson, spearman};
use crate::stats::describe::describe;
use crate::stats::{Axis, Lowess, StatsError, lowess, ols, outliers};

use super::key::{self, Key};
use super::numbers::{Pair, Quadrants, ScatterModel};
use super::quadrants;
use super::remarks::remarks;
use crate::figure::FigureError;
use crate::figure::allowed::Asked;
use crate::figure::map::kinds::change::gravest;

/// From this many pairs on, lowess interpolates between points closer than [`DELTA`] of the range of x.
const MANY: usize = 1000;
const DELTA: f64 = 0.01;

impl ScatterModel {
    /// Computes the scatterplot.
    ///
    /// # Errors
    /// An unknown indicator or territory, or an indicator without any date. Too few pairs or constant values are not
    /// errors of the model: each statistic reports them itself.
    pub fn new(spec: &ScatterSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        for id in [&spec.x, &spec.y] {
            Asked::Points.of(atlas.caption(id)?)?;
        }
        if let Some(size) = &spec.view.size {
            Asked::Circles.of(atlas.caption(size)?)?;
        }
        let areas = atlas.areas_compared(&[&spec.x, &spec.y], spec.level);
        let values = |id: &str, wanted| atlas.axis(id, wanted, spec.level, spec.method, areas.as_deref());
        let x = values(&spec.x, spec.x_date)?;
        let y = values(&spec.y, spec.y_date)?;
        let size = spec.view.size.as_ref().map(|id| values(id, spec.y_date)).transpose()?;
        let (key, entry_of) = match &areas {
            // The colours of classes and of groups are those of units.
            Some(areas) => (Key::default(), vec![None; areas.len()]),
            None => key::of(spec, atlas)?,
        };
        let selected = match &areas {
            Some(areas) => selected_areas(areas, &spec.selected, atlas)?,
            None => atlas
                .territories
                .sharing(spec.level, &spec.selected)
                .map_err(FigureError::UnknownTerritory)?,
        };

        let mut pairs = Vec::new();
        let (mut absent, mut left_out) = ([0; 3], Vec::new());
        for (unit, (across, upwards)) in x.rows.iter().zip(&y.rows).enumerate() {
            match (across.value, upwards.value) {
                (Ok(x), Ok(y)) => {
                    let sized_by = size.as_ref().map(|table| &table.rows[unit]);
                    let size = sized_by.and_then(|row| row.value.ok());
                    let (entry, selected) = (entry_of[unit], selected[unit]);
                    let sized = sized_by.map_or_else(Quality::default, |row| row.quality);
                    let quality = across.quality.max(upwards.quality).max(sized);
                    pairs.push(Pair { unit, x, y, size, entry, selected, on_map: None, quality });
                }
                (across, upwards) => {
                    let reason = gravest(across.err(), upwards.err());
                    left_out.push(unit);
                    absent[Absence::ALL.iter().position(|known| *known == reason).unwrap_or(0)] += 1;
                }
            }
        }
        let key = counted(key, &pairs);

        let xs: Vec<f64> = pairs.iter().map(|pair| pair.x).collect();
        let ys: Vec<f64> = pairs.iter().map(|pair| pair.y).collect();
        let overall = match areas {
            Some(_) => [None, None],
            None => [overall(&x, atlas)?, overall(&y, atlas)?],
        };
        let [x_kind, y_kind] = [atlas.caption(&spec.x)?.kind, atlas.caption(&spec.y)?.kind];
        let cuts = !x_kind.has_steps() && !y_kind.has_steps();
        let counts = x_kind == Kind::Count || y_kind == Kind::Count;
        // No part exceeds the total of a count: half of the plane would be empty.
        let totals = spec.view.quadrants == QuadrantSplit::Ats && counts;
        let split = split(spec.view.quadrants, [&xs, &ys], overall).filter(|_| cuts && !totals);
        let compares = !counts && spec.level != Level::Ats;
        let kinds = [x_kind, y_kind];
        let own = [atlas.any_indicator(&spec.x)?, atlas.any_indicator(&spec.y)?];
        // Ordinal steps only have ranks, and categories not even those.
        let quantities = Axis::first(kinds, Kind::has_steps);
        let orders = Axis::first(kinds, |kind| kind == Kind::Category);
        let refused =
            |which: Option<Axis>| which.map_or(Ok(()), |which| Err(StatsError::NoQuantity { which }));
        let model = Self {
            overall: overall[0].zip(overall[1]).filter(|_| compares).map(<[f64; 2]>::from),
            pearson: refused(quantities).and_then(|()| pearson(&xs, &ys)),
            spearman: refused(orders).and_then(|()| spearman(&xs, &ys)),
            line: refused(quantities).and_then(|()| ols(&xs, &ys)),
            curve: spec.view.lowess.then(|| refused(quantities).and_then(|()| curve(&xs, &ys))),
            quadrants: split.map(|[x, y]| Quadrants::new(x, y, &pairs)),
            quadrant_names: quadrants::names(spec, [&own[0], &own[1]]),
            stated: [own[0].period.of(x.at), own[1].period.of(y.at)],
            of_areas: areas.is_some(),
            outliers: refused(quantities).and_then(|()| outliers(&xs, &ys)).unwrap_or_default(),
            x,
            y,
            size,
            key,
            pairs,
            absent,
            left_out,
        };
        let remarks = remarks(spec, &model, atlas)?;
        Ok(Warned { value: model, remarks })
    }
}

/// Which areas are selected, by their own codes or by those of the units they are.
fn selected_areas(areas: &[&Area], codes: &[Code], atlas: &Atlas) -> Result<Vec<bool>, FigureError> {
    let is_known = |code: &&Code| atlas.area(code).is_some() || atlas.territories.find(code).is_some();
    if let Some(code) = codes.iter().find(|code| !is_known(code)) {
        return Err(FigureError::UnknownTerritory(code.clone()));
    }
    Ok(areas.iter().map(|area| codes.contains(&area.code)).collect())
}

/// The overall value, pooled.
fn overall(of: &Values, atlas: &Atlas) -> Result<Option<f64>, FigureError> {
    let Reference::Date(date) = of.at else { return Ok(None) };
    let query = Query { indicator: of.indicator.clone(), date, level: Level::Ats, method: Method::Pooled };
    Ok(atlas.compute(&query)?.rows.first().and_then(|row| row.value.ok()))
}

/// Where the plane is split; `None` without points, or where the ATS has no value.
fn split(asked: QuadrantSplit, [xs, ys]: [&[f64]; 2], overall: [Option<f64>; 2]) -> Option<[f64; 2]> {
    let (x, y) = (describe(xs).ok()?, describe(ys).ok()?);
    match asked {
        QuadrantSplit::None => None,
        QuadrantSplit::Mean => Some([x.mean, y.mean]),
        QuadrantSplit::Median => Some([x.median, y.median]),
        QuadrantSplit::Ats => Some([overall[0]?, overall[1]?]),
        QuadrantSplit::At(x, y) => Some([x, y]),
    }
}

/// The lowess curve, each x once.
fn curve(xs: &[f64], ys: &[f64]) -> Result<Vec<[f64; 2]>, StatsError> {
    let (low, high) =
        (xs.iter().copied().fold(f64::MAX, f64::min), xs.iter().copied().fold(f64::MIN, f64::max));
    let delta = if xs.len() > MANY { DELTA * (high - low) } else { 0.0 };
    let heights = lowess(xs, ys, Lowess { delta, ..Lowess::default() })?;
    let mut points: Vec<[f64; 2]> = xs.iter().zip(heights).map(|(x, y)| [*x, y]).collect();
    points.sort_by(|a, b| a[0].total_cmp(&b[0]));
    points.dedup_by(|a, b| a[0] == b[0]);
    Ok(points)
}

/// The key with the number of points of each entry.
fn counted(mut key: Key, pairs: &[Pair]) -> Key {
    for pair in pairs {
        match pair.entry {
            Some(entry) => key.entries[entry].count += 1,
            None => key.without += 1,
        }
    }
    key
}
