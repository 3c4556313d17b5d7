//! The contents of a Lorenz curve as JSON.

use serde_json::{Value as Json, json};

use crate::document::LorenzSpec;

use super::model::LorenzModel;

pub fn of(spec: &LorenzSpec, model: &LorenzModel) -> Json {
    let units = model.stretches().map(|(row, [heads, share], is_selected)| {
        json!({
            "code": row.code.to_string(), "name": row.name, "value": row.value.ok(),
            "heads_up_to_here": heads, "share_up_to_here": share, "chosen": is_selected,
        })
    });
    json!({
        "indicator": spec.indicator,
        "date": spec.date.to_string(),
        "level": spec.level.id(),
        "gini": model.gini,
        "top_fifth": model.ends.top,
        "bottom_fifth": model.ends.bottom,
        "ratio_80_20": model.ends.ratio(),
        "lorenz": model.curve,
        "units": units.collect::<Vec<_>>(),
    })
}
