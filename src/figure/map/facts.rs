//! The contents of a map as JSON.

use serde_json::{Value, json};

use crate::data::{Absence, Method, Table};
use crate::document::MapSpec;

use super::MapModel;

pub fn of(spec: &MapSpec, model: &MapModel) -> Value {
    let intervals = model.classes.as_ref().map(|c| &c.intervals);
    let absent: serde_json::Map<_, _> =
        Absence::ALL.iter().map(|r| (r.id().to_owned(), model.absent(*r).into())).collect();
    let mut result = json!({
        "indicator": spec.indicator,
        "date": spec.date.to_string(),
        "year": spec.date.year(),
        "level": spec.level.id(),
        "method": spec.method.id(),
        "ats_method": Method::Pooled.id(),
        "quality": qualities(&model.table),
        // The classes of steps and categories are their own.
        "scheme": model.names.is_empty().then(|| spec.scheme().id()),
        "palette": model.palette,
        "breaks": intervals.map(|i| i.uppers()).unwrap_or_default(),
        "lower": intervals.map(|i| i.lower()),
        "counts": model.counts,
        "colours": model.colours.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "absent": absent,
    });
    for (name, value) in model.shown.facts() {
        result[name] = value;
    }
    result
}

/// How many of the values are final, provisional and estimated; zero counts are left out.
pub(crate) fn qualities(table: &Table) -> Value {
    let present = table.rows.iter().filter(|row| row.value.is_ok());
    let mut counts = serde_json::Map::new();
    for row in present {
        let count = counts.entry(row.quality.id()).or_insert_with(|| 0.into());
        *count = (count.as_u64().unwrap_or_default() + 1).into();
    }
    Value::Object(counts)
}
