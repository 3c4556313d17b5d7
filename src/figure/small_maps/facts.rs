//! The contents of small maps as JSON.

use serde_json::{Value as Json, json};

use crate::document::SmallMapsSpec;

use super::grid::Grid;
use super::model::{SmallMap, SmallMapsModel};

pub fn of(spec: &SmallMapsSpec, model: &SmallMapsModel, grid: Option<&Grid>) -> Json {
    let edges = |map: &SmallMap| {
        map.map.classes.as_ref().map(|classes| {
            let own = &classes.intervals;
            std::iter::once(own.lower()).chain(own.uppers().iter().copied()).collect::<Vec<f64>>()
        })
    };
    let maps = model.maps.iter().map(|map| {
        json!({
            "indicator": map.of.indicator, "date": map.of.date.to_string(), "values": map.present(),
            "counts": map.map.counts, "edges": edges(map),
            "breaks": map.breaks.iter().map(|what| spec.lang.pick(what)).collect::<Vec<_>>(),
        })
    });
    json!({
        "level": spec.level.id(),
        "method": spec.method.id(),
        "same_classes": model.share_classes,
        "maps": maps.collect::<Vec<_>>(),
        "years_without_data": model.gaps,
        "left_out": model.left_out.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "ats": model.ats.map(|ends| ends.map(|(date, value)| json!({ "date": date.to_string(), "value": value }))),
        "class_moves": model.moves.map(|moves| json!({
            "up": moves.up, "down": moves.down, "same": moves.same, "unknown": moves.unknown,
        })),
        "part": grid.map(|grid| grid.part),
        "parts": grid.map(|grid| grid.of),
        "columns": grid.map(|grid| grid.columns),
    })
}
