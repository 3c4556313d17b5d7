//! The contents of a heat strip as JSON.

use serde_json::{Value as Json, json};

use crate::document::HeatStripSpec;

use super::model::{HeatStripModel, StripRow};

pub fn of(spec: &HeatStripSpec, model: &HeatStripModel) -> Json {
    let row = |row: &StripRow| {
        json!({
            "code": row.code.as_str(), "name": row.name, "chosen": row.is_selected,
            "values": row.values.iter().map(|(value, _)| value.ok()).collect::<Vec<_>>(),
            "classes": row.classes.iter().map(|class| class.ok()).collect::<Vec<_>>(),
        })
    };
    let edges = model.map.as_ref().and_then(|map| map.classes.as_ref());
    json!({
        "indicator": spec.indicator,
        "date": spec.date.to_string(),
        "level": spec.level.id(),
        "method": spec.method.id(),
        "order": spec.order.id(),
        "dates": model.columns.iter().map(|column| column.date.to_string()).collect::<Vec<_>>(),
        "breaks_before": model
            .columns
            .iter()
            .filter(|column| !column.breaks.is_empty())
            .map(|column| column.date.to_string())
            .collect::<Vec<_>>(),
        "class_edges": edges.map(|classes| {
            std::iter::once(classes.intervals.lower()).chain(classes.intervals.uppers().iter().copied()).collect::<Vec<_>>()
        }),
        "ats": model.ats.as_ref().map(row),
        "rows": model.rows.iter().map(row).collect::<Vec<_>>(),
    })
}
