//! The contents of a profile as JSON.

use serde_json::{Value as Json, json};

use crate::document::SpineSpec;

use super::draw::Shown;
use super::model::{Before, SpineModel};

pub fn of(spec: &SpineSpec, model: &SpineModel, shown: Option<&Shown>) -> Json {
    let rows = model.rows.iter().map(|row| {
        let quartiles = row.quartiles();
        let (from, moved) = match &row.before {
            Before::Moved(date, moved) => (Some(date.to_string()), Some(moved)),
            Before::Broken(date) => (Some(date.to_string()), None),
            Before::Nothing => (None, None),
        };
        json!({
            "indicator": row.indicator, "date": row.date.to_string(),
            "value": row.value.map(|value| value.map_or_else(|absence| json!(absence.id()), |x| json!(x))),
            "quality": row.quality.id(), "ats": row.ats,
            "min": row.peers.map(|peers| peers.min), "q1": quartiles.map(|[q1, ..]| q1),
            "median": row.peers.map(|peers| peers.median), "q3": quartiles.map(|[.., q3]| q3),
            "max": row.peers.map(|peers| peers.max), "n": row.peers.map_or(0, |peers| peers.n),
            "place": row.place.map(|place| place.place), "of": row.place.map(|place| place.of),
            "against_ats": row.verdict.id(), "constant": row.is_constant(),
            "before": from, "before_value": moved.map(|moved| moved.before),
            "difference": moved.map(|moved| moved.by()),
            "direction": moved.map(|moved| moved.direction().id()),
        })
    });
    json!({
        "territory": model.own.as_ref().map(|(code, ..)| code.as_str()),
        "level": model.level.id(),
        "peers": spec.peers.id(),
        "peers_count": model.count,
        "within": model.within,
        "quartiles": "type_7",
        "rows": rows.collect::<Vec<_>>(),
        "part": shown.map(|shown| shown.part),
        "parts": shown.map(|shown| shown.of),
        "shown": shown.map(|shown| shown.rows.iter().map(|i| &model.rows[*i].indicator).collect::<Vec<_>>()),
    })
}
