//! The contents of a ranking as JSON.

use serde_json::{Value as Json, json};

use crate::data::Method;
use crate::document::RankingSpec;

use super::model::{Entry, RankingModel};

pub fn of(spec: &RankingSpec, model: &RankingModel, entries: Option<&[Entry]>) -> Json {
    let rows = model.rows.iter().enumerate().map(|(i, row)| {
        let mut sentences = json!({
            "rank": row.rank, "tied": row.tied, "code": row.code.as_str(), "name": row.name, "value": row.value, "status": "ok",
            "quality": row.quality.id(),
            "chosen": row.selected, "shown": entries.is_none_or(|entries| entries.contains(&Entry::Row(i))),
        });
        if let Some(range) = row.range {
            (sentences["min"], sentences["mean"], sentences["max"]) =
                (json!(range.min), json!(range.mean), json!(range.max));
        }
        sentences
    });
    let absent = model.absent.iter().map(|row| {
        json!({
            "rank": null, "code": row.code.as_str(), "name": row.name, "value": null,
            "status": row.reason.id(), "chosen": row.selected,
        })
    });
    json!({
        "indicator": spec.indicator,
        "date": spec.at.date().map(|date| date.to_string()),
        "year": spec.at.year(),
        "level": spec.level.id(),
        "method": spec.method_shown().id(),
        "ats": model.overall.filter(|_| spec.at.date().is_some()),
        "whole": model.overall.map(|value| {
            let made = spec.at.date().map(|_| Method::Pooled.id());
            json!({ "name": model.overall_name, "value": value, "method": made, "table": model.overall_table })
        }),
        "standard": spec.standard,
        "rows": rows.chain(absent).collect::<Vec<_>>(),
    })
}
