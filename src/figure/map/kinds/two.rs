//! Two indicators at once, each in three classes.

use crate::base::{Diagnostic, Level, Severity, Warned};
use crate::data::{Atlas, Indicator, Kind, Method, Overlap};
use crate::document::{MapSpec, Representation};
use crate::i18n::texts;
use crate::stats::classes::Scheme;

use crate::figure::map::kinds::axis::Axis;
use crate::figure::map::kinds::bivariate::{Bivariate, SIDE};
use crate::figure::map::kinds::change::gravest;
use crate::figure::map::{MapModel, Shown};
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
    let diagnostics = remarks(spec, &model, indicators);
    Ok(Warned { value: model, diagnostics })
}

fn remarks(spec: &MapSpec, model: &MapModel, indicators: [&Indicator; 2]) -> Vec<Diagnostic> {
    let lang = spec.lang;
    let mut remarks = Vec::new();
    let mut remark = |severity, code, message: String| remarks.push(Diagnostic { severity, code, message });
    let names = indicators.map(|indicator| lang.pick(&indicator.name));
    for (indicator, name) in indicators.iter().zip(names) {
        if indicator.kind == Kind::Count {
            remark(Severity::Warning, "count_in_two", texts::warn_two_count(lang, name));
        }
    }
    match indicators[0].overlap(indicators[1]) {
        Overlap::Same | Overlap::Part => {
            remark(Severity::Warning, "common_data", lang.text(texts::WARN_TWO_PART).to_owned());
        }
        Overlap::Base => {
            remark(Severity::Note, "common_base", lang.text(texts::WARN_TWO_BASE).to_owned());
        }
        Overlap::Apart => {}
    }
    if spec.method != Method::Pooled && spec.level != Level::Comuni {
        remark(Severity::Note, "not_pooled", lang.text(texts::WARN_NOT_POOLED).to_owned());
    }
    let n = model.counts.iter().sum::<usize>();
    match n {
        0 => remark(Severity::Warning, "no_values", lang.text(texts::WARN_TWO_NO_VALUES).to_owned()),
        _ if n < FEW => {
            let text = texts::warn_two_few(lang, n);
            remark(Severity::Warning, "few_for_two", text);
        }
        _ => {}
    }
    if let Shown::Two(axes) = &model.shown {
        for (axis, name) in axes.iter().zip(names) {
            let classes = axis.places().len();
            if (1..SIDE).contains(&classes) {
                let text = texts::warn_two_merged(lang, name, classes);
                remark(Severity::Note, "merged_classes", text);
            }
        }
    }
    remarks.extend(model.absent_remarks(lang));
    remarks
}
