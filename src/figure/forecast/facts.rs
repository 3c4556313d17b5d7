//! The contents of a forecast as JSON.

use serde_json::{Value as Json, json};

use crate::analysis::Growth;
use crate::document::ForecastSpec;

use super::model::{By, ForecastModel};

pub fn of(spec: &ForecastSpec, model: &ForecastModel) -> Json {
    let points = model.points.iter().map(|point| {
        json!({
            "date": point.date.to_string(), "value": point.value,
            "lower_80": point.interval.map(|of| of[0]), "upper_80": point.interval.map(|of| of[1]),
        })
    });
    let points = points.collect::<Vec<_>>();
    let projected = match &model.by {
        By::Ages(projected) => projected,
        By::Series(series) => {
            let holt = &series.continued.holt;
            return json!({
                "indicator": spec.series,
                "code": model.code,
                "name": model.name,
                "level": model.level.id(),
                "method": "damped_holt",
                "alpha": holt.alpha,
                "beta": holt.beta,
                "phi": holt.phi,
                "sse": holt.squares,
                "points": points,
                "back_test_mae": holt.back_test,
                "back_tested": holt.back_tested,
                "floored": holt.floored,
            });
        }
    };
    let test = &projected.back_test;
    let [mean, absolute, held] = test.summary(spec.measure, model.tried_at());
    let tried = Growth::TRIED.map(|measure| {
        let [_, absolute, held] = test.summary(measure, model.tried_at());
        json!({ "measure": measure.id(), "mean_absolute_error": absolute, "q80": held })
    });
    json!({
        "measure": spec.measure.id(),
        "code": model.code,
        "name": model.name,
        "level": model.level.id(),
        "method": "hamilton_perry",
        "ratios_from": projected.pair.map(|date| date.to_string()),
        "scaled_to_final_count": projected.scaled,
        "points": points,
        "counted": model.counted.map(|(date, value)| json!({ "date": date.to_string(), "value": value })),
        "back_test": {
            "date": test.date.to_string(), "years": test.years, "level": model.tried_at().id(),
            "mean_error": mean, "mean_absolute_error": absolute, "q80": held, "tried": tried,
        },
    })
}
