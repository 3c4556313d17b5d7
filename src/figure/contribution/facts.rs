//! Contributions to a change as JSON.

use serde_json::{Value as Json, json};

use crate::document::ContributionSpec;

use super::model::ContributionModel;

pub fn of(spec: &ContributionSpec, model: &ContributionModel) -> Json {
    let divided = model.divided.as_ref();
    let parts = model.parts().map(|(part, is_selected)| {
        json!({
            "code": part.code.as_str(), "name": part.name, "before": part.own[0].ok(), "now": part.own[1].ok(),
            "contribution": part.by, "of_numerator": part.effects.map(|effects| effects[0]),
            "of_denominator": part.effects.map(|effects| effects[1]), "chosen": is_selected,
        })
    });
    let absent = divided.into_iter().flat_map(|divided| {
        divided.absent.iter().map(|(member, why)| {
            let row = &divided.tables[1].rows[*member];
            json!({ "code": row.code.as_str(), "name": row.name, "reason": why.id() })
        })
    });
    json!({
        "indicator": spec.indicator,
        "from": spec.from.to_string(),
        "date": spec.to.to_string(),
        "form": spec.form.id(),
        "territory": { "code": model.code.as_str(), "name": model.name, "level": model.level.id() },
        "level": divided.map(|divided| divided.level.id()),
        "before": divided.map(|divided| divided.ends[0]),
        "now": divided.map(|divided| divided.ends[1]),
        "difference": divided.map(|divided| divided.change()),
        "of_numerator": divided.and_then(|divided| divided.effects).map(|effects| effects[0]),
        "of_denominator": divided.and_then(|divided| divided.effects).map(|effects| effects[1]),
        "numerator_alone": divided.and_then(|divided| divided.alone).map(|alone| alone[0]),
        "denominator_alone": divided.and_then(|divided| divided.alone).map(|alone| alone[1]),
        "series_breaks": !model.breaks.is_empty(),
        "parts": parts.collect::<Vec<_>>(),
        "without_value": absent.collect::<Vec<_>>(),
    })
}
