//! The contents of a table as JSON.

use serde_json::{Value as Json, json};

use crate::base::Level;
use crate::data::{Atlas, Method};
use crate::document::TableSpec;

use super::model::{TableModel, TableRow};
use super::words::head_of;

pub fn of(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Json {
    let lang = spec.lang;
    let cells = |row: &TableRow| -> Vec<Json> {
        let one = |column: usize| match row.graded(column) {
            (Ok(x), quality) => json!({ "value": x, "status": "ok", "quality": quality.id() }),
            (Err(reason), _) => json!({ "value": null, "status": reason.id() }),
        };
        (0..row.cells.len()).map(one).collect()
    };
    let published = |id: &str| atlas.published(id).is_some();
    let columns = model.columns.iter().map(|column| {
        let head = head_of(spec, column, atlas);
        let breaks: Vec<&str> = column.breaks.iter().map(|text| lang.pick(text)).collect();
        json!({
            "indicator": column.of.indicator, "date": column.of.at.to_string(),
            "from": column.of.from.map(|from| from.to_string()),
            "unit": head.map(|head| head.unit),
            "method": if published(&column.of.indicator) { "as_published" } else { spec.method.id() },
            "source": atlas.caption(&column.of.indicator).ok().map(|caption| lang.pick(caption.source)),
            "breaks": breaks,
        })
    });
    let rows = model.shown.iter().map(|&i| {
        let row = &model.rows[i];
        json!({
            "code": row.code.as_str(), "name": row.name, "chosen": row.selected, "cells": cells(row),
        })
    });
    let overall_rows = model.overall_rows.iter().map(|overall| {
        // The ATS is pooled whatever the method of the others; the values of larger areas were published by somebody.
        let is_ours = !model.as_published && atlas.territories.find(&overall.code).is_some();
        let method = if is_ours { Method::Pooled.id() } else { "as_published" };
        json!({ "code": overall.code.as_str(), "name": overall.name, "method": method, "cells": cells(overall) })
    });
    json!({
        "level": model.level.map(Level::id),
        "method": if model.as_published { "as_published" } else { spec.method.id() },
        "columns": columns.collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
        "wholes": overall_rows.collect::<Vec<_>>(),
    })
}
