//! What a table holds, for programs.

use serde_json::{Value as Json, json};

use crate::base::Level;
use crate::data::Value;
use crate::document::TableSpec;

use super::model::TableModel;

/// What a table holds, as JSON.
pub fn of(spec: &TableSpec, model: &TableModel) -> Json {
    let cells = |values: &[Value]| -> Vec<Json> {
        let one = |value: &Value| match value {
            Ok(x) => json!({ "value": x, "status": "ok" }),
            Err(reason) => json!({ "value": null, "status": reason.id() }),
        };
        values.iter().map(one).collect()
    };
    let columns = model.columns.iter().map(|column| {
        json!({
            "indicator": column.of.indicator, "date": column.of.at.to_string(),
            "from": column.of.from.map(|from| from.to_string()),
        })
    });
    let rows = model.shown.iter().map(|&i| {
        let row = &model.rows[i];
        json!({
            "code": row.code.as_str(), "name": row.name, "chosen": row.chosen, "cells": cells(&row.cells),
        })
    });
    let wholes = model.wholes.iter().map(
        |whole| json!({ "code": whole.code.as_str(), "name": whole.name, "cells": cells(&whole.cells) }),
    );
    json!({
        "level": model.level.map(Level::id),
        "method": if model.as_published { "as_published" } else { spec.method.id() },
        "columns": columns.collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
        "wholes": wholes.collect::<Vec<_>>(),
    })
}
