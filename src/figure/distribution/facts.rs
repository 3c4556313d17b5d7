//! The contents of a distribution as JSON.

use serde_json::{Value as Json, json};

use crate::document::DistributionSpec;
use crate::stats::describe::Summary;

use super::model::DistributionModel;

pub fn of(spec: &DistributionSpec, model: &DistributionModel) -> Json {
    let summary = |summary: Option<Summary>| {
        summary.map(|all| {
            json!({
                "n": all.n, "min": all.min, "q1": all.q1, "median": all.median, "q3": all.q3, "max": all.max,
            })
        })
    };
    let rows = model.rows.iter().map(|row| {
        json!({
            "code": row.code.as_str(), "name": row.name, "value": row.own, "absent": row.absent,
            "summary": summary(row.summary), "chosen": row.is_selected,
        })
    });
    let bars = model
        .bars
        .iter()
        .map(|bar| json!({ "from": bar.from, "to": bar.to, "count": bar.count, "chosen": bar.selected }));
    json!({
        "indicator": spec.indicator,
        "date": spec.date.to_string(),
        "level": model.level.id(),
        "form": spec.form.id(),
        "quartiles": "type_7",
        "all": summary(model.all),
        "ats": model.ats,
        "absent": model.absent,
        "chosen": model.selected,
        "rows": rows.collect::<Vec<_>>(),
        "bars": bars.collect::<Vec<_>>(),
    })
}
