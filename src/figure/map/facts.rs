//! What a map shows, for programs.

use serde_json::{Value, json};

use crate::data::{Absence, Method, Table};
use crate::document::{MapKind, MapSpec};

use super::kinds::axis::Axis;
use super::kinds::change::Direction;
use super::{MapModel, Shown};

/// What was drawn, as JSON.
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
        "scheme": spec.scheme().id(),
        "palette": model.palette,
        "breaks": intervals.map(|i| i.uppers()).unwrap_or_default(),
        "lower": intervals.map(|i| i.lower()),
        "counts": model.counts,
        "colours": model.colours.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "absent": absent,
    });
    match (&spec.kind, &model.shown) {
        (MapKind::Change { from }, Shown::Change(change)) => {
            result["compared_with"] = json!(from.to_string());
            let counts = Direction::ALL.map(|way| (way.id().to_owned(), json!(change.count(way))));
            result["directions"] = Value::Object(counts.into_iter().collect());
            result["whole"] = json!(change.whole.map(|whole| json!({
                "before": whole.before, "now": whole.now, "change": whole.by(),
                "direction": whole.direction().id(),
            })));
        }
        (_, Shown::Two(axes)) => result["axes"] = Value::Array(axes.iter().map(axis).collect()),
        _ => {}
    }
    result
}

/// How many of the values are final, provisional and estimated; what none of them is is left out.
fn qualities(table: &Table) -> Value {
    let present = table.rows.iter().filter(|row| row.value.is_ok());
    let mut counts = serde_json::Map::new();
    for row in present {
        let count = counts.entry(row.quality.id()).or_insert_with(|| 0.into());
        *count = (count.as_u64().unwrap_or_default() + 1).into();
    }
    Value::Object(counts)
}

/// One of two indicators: the first is across, the second upwards, and `counts` go row by row from below.
fn axis(axis: &Axis) -> Value {
    let breaks = axis.classes.as_ref().map(|c| c.intervals.uppers()).unwrap_or_default();
    json!({ "indicator": axis.indicator, "breaks": breaks, "quality": qualities(&axis.table) })
}
