//! The contents of a funnel plot as JSON.

use serde_json::{Value as Json, json};

use crate::document::FunnelSpec;
use crate::stats::compare::by_chance;
use crate::stats::intervals::Confidence;

use super::model::FunnelModel;

pub fn of(spec: &FunnelSpec, model: &FunnelModel) -> Json {
    let k = model.counted.multiplier;
    let mut out = json!({
        "indicator": spec.indicator,
        "date": spec.date.to_string(),
        "level": spec.level.id(),
        "against": model.against.id(),
        "multiplier": k,
        "units": [],
    });
    let Some(funnel) = &model.funnel else { return out };
    let [beyond_95, beyond_998] = funnel.outside();
    out["benchmark"] = json!(funnel.benchmark * k);
    out["phi"] = json!(funnel.dispersion.map(|of| of.phi));
    out["overdispersed"] = json!(funnel.dispersion.map(|of| of.is_over()));
    out["widened_by"] = json!(funnel.factor);
    out["outside_95"] = json!(beyond_95);
    out["outside_99.8"] = json!(beyond_998);
    out["expected_outside_95"] = json!(by_chance(funnel.points.len(), Confidence::P95));
    let units = funnel.points.iter().map(|point| {
        let row = model.row(point);
        let limits = Confidence::ALL.map(|level| funnel.limits(point.denominator, level).scaled(k));
        let [narrow, wide] = limits.map(|of| [of.lower, of.upper]);
        json!({
            "code": row.code.to_string(), "name": row.name,
            "numerator": point.numerator, "denominator": point.denominator, "value": model.value(point),
            "z": point.score, "limits_95": narrow, "limits_99.8": wide,
            "place": point.place.id(), "side": point.place.side().id(), "chosen": model.is_selected(point),
        })
    });
    out["units"] = units.collect();
    out
}
