//! The contents of a slope chart as JSON.

use serde_json::{Value as Json, json};

use crate::document::SlopeSpec;

use super::model::{SlopeModel, SlopeRole};

pub fn of(spec: &SlopeSpec, model: &SlopeModel) -> Json {
    let lines = model.lines.iter().rev().map(|line| {
        let role = match line.role {
            SlopeRole::Selected => "chosen",
            SlopeRole::Benchmark => "benchmark",
            SlopeRole::Context => "context",
        };
        let places = line.places.map(|places| places.map(|place| place.place));
        json!({
            "code": line.code.as_str(), "name": line.name, "level": line.level.id(), "role": role,
            "before": line.moved.before, "now": line.moved.now, "difference": line.moved.by(),
            "direction": line.moved.direction().id(), "places": places,
            "of": line.places.map(|places| places.map(|place| place.of)),
        })
    });
    json!({
        "indicator": spec.indicator,
        "from": spec.from.to_string(),
        "date": spec.to.to_string(),
        "level": spec.level.id(),
        "method": spec.method.id(),
        "series_breaks": !model.breaks.is_empty(),
        "lines": lines.collect::<Vec<_>>(),
        "without_value": model.absent,
    })
}
