//! The contents of Moran's scatterplot as JSON.

use serde_json::{Value as Json, json};

use crate::document::MoranSpec;

use super::model::MoranModel;

pub fn of(spec: &MoranSpec, model: &MoranModel) -> Json {
    let whole = &model.clusters.whole;
    let units = model.points.iter().map(|point| {
        let row = model.row(point);
        json!({
            "code": row.code.to_string(), "name": row.name, "value": row.value.ok(),
            "score": point.own, "neighbours_score": point.neighbours,
            "cluster": point.cluster.id(), "chosen": model.is_selected(point),
        })
    });
    json!({
        "indicator": spec.indicator,
        "date": spec.date.to_string(),
        "level": spec.level.id(),
        "method": spec.method.id(),
        "neighbours": spec.neighbours.id(),
        "permutations": whole.permutations.count,
        "seed": whole.permutations.seed,
        "fdr": model.clusters.level,
        "moran": { "i": whole.i, "z": whole.z, "p": whole.p },
        "units": units.collect::<Vec<_>>(),
    })
}
