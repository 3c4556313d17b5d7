//! The contents of a heat table as JSON.

use serde_json::{Value as Json, json};

use crate::document::HeatTableSpec;

use super::draw::ShownRows;
use super::model::HeatTableModel;

pub fn of(spec: &HeatTableSpec, model: &HeatTableModel, shown: Option<&ShownRows>) -> Json {
    let columns = model.columns.iter().map(|column| {
        json!({
            "indicator": column.of.indicator, "date": column.of.date.to_string(), "n": column.present,
            "mean": column.measure.map(|[mean, _]| mean), "sd": column.measure.map(|[_, sd]| sd),
        })
    });
    let rows = model.rows.iter().map(|row| {
        let values = row.values.iter().map(|value| value.ok());
        json!({
            "code": row.code.as_str(), "group": row.group.map(|group| group + 1), "z": row.z,
            "values": values.collect::<Vec<_>>(),
        })
    });
    json!({
        "level": spec.level.id(),
        "order": if model.groups.is_some() { "ward" } else { "as_listed" },
        "standard_deviation": "denominator_n",
        "groups": model.groups.as_ref().map(|groups| json!({
            "sizes": groups.sizes, "silhouette": groups.silhouette,
        })),
        "columns": columns.collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
        "part": shown.map(|shown| shown.part),
        "parts": shown.map(|shown| shown.of),
    })
}
