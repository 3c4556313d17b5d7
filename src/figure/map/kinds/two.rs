//! Two indicators at once, each in three classes.

use crate::data::{Atlas, Indicator, Kind, Overlap};
use crate::document::{MapSpec, Representation};
use crate::stats::classes::Scheme;

use crate::figure::map::kinds::axis::Axis;
use crate::figure::map::kinds::bivariate::{Bivariate, SIDE};
use crate::figure::map::kinds::change::gravest;
use crate::figure::map::{MapModel, Shown};
use crate::figure::pair::not_pooled;
use crate::figure::remark::{Remark, Warned};
use crate::figure::{FigureError, KindError};

/// The schemes whose number of classes can be set to three.
pub const SCHEMES: [Scheme; 3] = [Scheme::Quantile, Scheme::EqualInterval, Scheme::FisherJenks];

/// The palette when nobody has picked one.
const USUAL: &str = "stevens_pu_or";

/// Below this many territories for each of the nine classes, chance draws the pattern.
const FEW: usize = 5 * SIDE * SIDE;

/// Computes the model: class `row * 3 + column` stands in the column of the first indicator's class and in
/// the row of the second's.
pub(in crate::figure) fn model(
    spec: &MapSpec,
    second: &str,
    atlas: &Atlas,
) -> Result<Warned<MapModel>, FigureError> {
    if second == spec.indicator {
        return Err(KindError::SameIndicator.into());
    }
    if !SCHEMES.contains(&spec.scheme()) {
        return Err(KindError::SchemeOfTwo.into());
    }
    if spec.representation != Representation::Choropleth {
        return Err(KindError::TwoAsSymbols.into());
    }
    let id = spec.palette.id.as_deref().unwrap_or(USUAL);
    let palette = Bivariate::get(id).ok_or_else(|| KindError::NotBivariate(id.to_owned()))?;
    let axes = [Axis::new(spec, &spec.indicator, atlas)?, Axis::new(spec, second, atlas)?];
    let class_of: Vec<_> = (0..axes[0].table.rows.len())
        .map(|unit| match (axes[0].place_of(unit), axes[1].place_of(unit)) {
            (Ok(column), Ok(row)) => Ok(row * SIDE + column),
            (first, second) => Err(gravest(first.err(), second.err())),
        })
        .collect();
    let mut counts = vec![0; SIDE * SIDE];
    for &class in class_of.iter().flatten() {
        counts[class] += 1;
    }
    let model = MapModel {
        table: axes[0].table.clone(),
        whole: axes[0].whole,
        classes: None,
        printed: None,
        class_of,
        colours: palette.colours(spec.palette.reversed),
        counts,
        palette: palette.id,
        class_count: SIDE,
        edge_on_zero: false,
        shown: Shown::Two(Box::new(axes)),
    };
    let indicators = [atlas.indicator(&spec.indicator)?, atlas.indicator(second)?];
    let remarks = remarks(spec, &model, indicators);
    Ok(Warned { value: model, remarks })
}

fn remarks(spec: &MapSpec, model: &MapModel, indicators: [&Indicator; 2]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for indicator in indicators.iter().filter(|indicator| indicator.kind == Kind::Count) {
        remarks.push(Remark::CountInTwo { indicator: indicator.name.clone() });
    }
    match indicators[0].overlap(indicators[1]) {
        Overlap::Same | Overlap::Part => remarks.push(Remark::CommonData),
        Overlap::Base => remarks.push(Remark::CommonBase),
        Overlap::Apart => {}
    }
    remarks.extend(not_pooled(spec.level, spec.method));
    match model.counts.iter().sum::<usize>() {
        0 => remarks.push(Remark::NoValuesOfTwo),
        units if units < FEW => remarks.push(Remark::FewForTwo { units }),
        _ => {}
    }
    if let Shown::Two(axes) = &model.shown {
        for (axis, indicator) in axes.iter().zip(indicators) {
            let classes = axis.places().len();
            if (1..SIDE).contains(&classes) {
                remarks.push(Remark::MergedClassesOf { indicator: indicator.name.clone(), classes });
            }
        }
    }
    remarks.extend(model.absent_remarks());
    remarks
}
