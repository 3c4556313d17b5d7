//! What a ranking shows, for programs.

use serde_json::{Value as Json, json};

use crate::data::Method;
use crate::document::RankingSpec;

use super::model::{Entry, RankingModel};

/// What was drawn, as JSON.
pub fn of(spec: &RankingSpec, model: &RankingModel, entries: Option<&[Entry]>) -> Json {
    let rows = model.rows.iter().enumerate().map(|(i, row)| {
        let mut told = json!({
            "rank": row.rank, "tied": row.tied, "code": row.code.as_str(), "name": row.name, "value": row.value, "status": "ok",
            "quality": row.quality.id(),
            "chosen": row.chosen, "shown": entries.is_none_or(|entries| entries.contains(&Entry::Row(i))),
        });
        if let Some(range) = row.range {
            (told["min"], told["mean"], told["max"]) =
                (json!(range.min), json!(range.mean), json!(range.max));
        }
        told
    });
    let absent = model.absent.iter().map(|row| {
        json!({
            "rank": null, "code": row.code.as_str(), "name": row.name, "value": null,
            "status": row.reason.id(), "chosen": row.chosen,
        })
    });
    json!({
        "indicator": spec.indicator,
        "date": spec.at.date().map(|date| date.to_string()),
        "year": spec.at.year(),
        "level": spec.level.id(),
        "method": spec.method_shown().id(),
        "ats": model.whole.filter(|_| spec.at.date().is_some()),
        "whole": model.whole.map(|value| {
            let made = spec.at.date().map(|_| Method::Pooled.id());
            json!({ "name": model.whole_name, "value": value, "method": made, "table": model.whole_table })
        }),
        "rows": rows.chain(absent).collect::<Vec<_>>(),
    })
}
