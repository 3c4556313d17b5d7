//! The contents of a ranking as JSON.

use serde_json::{Value as Json, json};

use crate::base::Level;
use crate::data::Method;
use crate::document::RankingSpec;

use super::model::{Entry, RankingModel};
use super::ranges::YearRange;

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
        if !row.years.is_empty() {
            let year = |year: &YearRange| {
                json!({
                    "date": year.date.to_string(), "value": year.value.ok(), "quality": year.quality.id(),
                    "min": year.range.map(|range| range.min), "mean": year.range.map(|range| range.mean),
                    "max": year.range.map(|range| range.max),
                })
            };
            sentences["years"] = row.years.iter().map(year).collect::<Vec<_>>().into();
        }
        if let Some(spread) = row.spread {
            (sentences["min"], sentences["max"]) = (json!(spread.min), json!(spread.max));
        }
        if let Some(note) = &row.note {
            sentences["note"] = json!(spec.lang.pick(note));
        }
        sentences
    });
    let absent = model.absent.iter().map(|row| {
        json!({
            "rank": null, "code": row.code.as_str(), "name": row.name, "value": null,
            "status": row.reason.id(), "chosen": row.selected,
            "between": row.bounds.map(|(low, high)| [low, high]),
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
        "range_of": (spec.range_of != Level::Comuni).then(|| spec.range_of.id()),
        "standard": spec.standard,
        "rows": rows.chain(absent).collect::<Vec<_>>(),
    })
}
