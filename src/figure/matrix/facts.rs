//! The contents of a matrix of correlations as JSON.

use serde_json::{Value as Json, json};

use crate::document::MatrixSpec;

use super::model::MatrixModel;

pub fn of(spec: &MatrixSpec, model: &MatrixModel) -> Json {
    let pairs = model.all().map(|(i, j, pair)| {
        json!({
            "x": model.indicators[j].indicator, "y": model.indicators[i].indicator, "r": pair.r, "p": pair.p,
            "p_holm": pair.corrected, "n": pair.n, "inside": pair.is_inside,
        })
    });
    let indicators = model.indicators.iter();
    json!({
        "coefficient": spec.coefficient.id(),
        "level": spec.level.id(),
        "correction": "holm",
        "compared": model.compared,
        "order": if spec.by_likeness { "average_linkage" } else { "as_listed" },
        "indicators": indicators
            .map(|one| json!({ "indicator": one.indicator, "date": one.date.to_string() }))
            .collect::<Vec<_>>(),
        "pairs": pairs.collect::<Vec<_>>(),
    })
}
