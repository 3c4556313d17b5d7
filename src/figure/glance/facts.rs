//! The contents of a place at a glance as JSON.

use serde_json::{Value as Json, json};

use crate::data::Value;
use crate::figure::map::kinds::change::Moved;
use crate::figure::view::Prepared;

use super::GlanceView;
use super::model::{Count, Member, Weights};
use super::words;

fn value(value: Value) -> Json {
    value.map_or_else(|absence| json!(absence.id()), |x| json!(x))
}

fn moved(moved: Option<Moved>) -> Json {
    moved.map_or(Json::Null, |moved| json!({ "before": moved.before, "difference": moved.by() }))
}

fn member(row: &Member) -> Json {
    json!({
        "code": row.code.as_str(), "name": row.name, "count": value(row.count), "share": row.share,
        "change": moved(row.moved), "rate": value(row.rate), "rate_contribution": row.rate_by,
    })
}

fn count(row: &Count) -> Json {
    json!({
        "indicator": row.indicator, "date": row.date.to_string(), "from": row.from.map(|date| date.to_string()),
        "value": value(row.own), "whole": value(row.whole), "share": row.share, "change": moved(row.moved),
        "whole_change": moved(row.whole_moved), "quality": row.quality.id(),
    })
}

pub fn of(prepared: &Prepared<'_, GlanceView>) -> Json {
    let (spec, model) = (prepared.spec, prepared.model);
    let weights = match &model.weights {
        Weights::Members(members) => json!({
            "members": members.rows.iter().map(member).collect::<Vec<_>>(),
            "total": member(&members.total),
            "members_level": members.level.id(),
            "indicator": members.count.indicator, "date": members.count.date.to_string(),
            "from": members.from.map(|date| date.to_string()),
            "rate": members.rate.as_ref().map(|one| &one.indicator),
        }),
        Weights::Counts(counts) => json!({ "counts": counts.iter().map(count).collect::<Vec<_>>() }),
    };
    json!({
        "territory": model.code.as_str(), "level": model.level.id(), "name": model.name,
        "part_of": model.whole.as_ref().map(|(level, name)| json!({ "level": level.id(), "name": name })),
        "residents": model.residents.as_ref().map(count),
        "sentences": words::sentences(spec.lang, model, prepared.sources.atlas),
        "rate_change": model.rate_change.as_ref().map(|change| json!({
            "indicator": change.at.indicator, "from": change.from.to_string(), "date": change.at.date.to_string(),
            "before": change.ends[0], "now": change.ends[1], "contribution": change.by(&model.code),
        })),
        "weights": weights,
    })
}
