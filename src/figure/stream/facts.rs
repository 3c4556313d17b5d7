//! The contents of a stream as JSON.

use serde_json::{Value as Json, json};

use crate::document::StreamSpec;

use super::model::{StreamModel, StreamPart};

pub fn of(spec: &StreamSpec, model: &StreamModel) -> Json {
    let shares =
        |part: &StreamPart| (0..model.columns.len()).map(|at| model.share(part, at)).collect::<Vec<_>>();
    let part = |part: &StreamPart| {
        json!({
            "code": part.code.as_ref().map(|code| code.as_str()), "name": part.name, "territories": part.count,
            "chosen": part.is_selected, "values": part.values, "shares": shares(part),
        })
    };
    let dates = |pick: &dyn Fn(&super::StreamColumn) -> bool| {
        let columns = model.columns.iter().filter(|column| pick(column));
        columns.map(|column| column.date.to_string()).collect::<Vec<_>>()
    };
    let left_out =
        model.left_out.iter().map(|(date, why)| json!({ "date": date.to_string(), "reason": why.id() }));
    json!({
        "indicator": spec.indicator,
        "date": spec.date.to_string(),
        "form": spec.form.id(),
        "territory": { "code": model.code.as_str(), "name": model.name, "level": model.level.id() },
        "level": model.members.id(),
        "dates": dates(&|_| true),
        "breaks_before": dates(&|column| !column.breaks.is_empty()),
        "totals": model.columns.iter().map(|column| column.total).collect::<Vec<_>>(),
        "parts": model.parts.iter().map(part).collect::<Vec<_>>(),
        "dates_left_out": left_out.collect::<Vec<_>>(),
    })
}
