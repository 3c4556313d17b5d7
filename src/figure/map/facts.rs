//! What a map shows, for programs.

use serde_json::{Value, json};

use crate::data::Absence;
use crate::document::{MapKind, MapSpec};

use super::kinds::two::Axis;
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
        "scheme": spec.scheme().id(),
        "palette": model.palette,
        "breaks": intervals.map(|i| i.uppers()).unwrap_or_default(),
        "lower": intervals.map(|i| i.lower()),
        "counts": model.counts,
        "colours": model.colours.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "absent": absent,
    });
    match (&spec.kind, &model.shown) {
        (MapKind::Change { from }, _) => result["compared_with"] = json!(from.to_string()),
        (_, Shown::Two(axes)) => result["axes"] = Value::Array(axes.iter().map(axis).collect()),
        _ => {}
    }
    result
}

/// One of two indicators: the first is across, the second upwards, and `counts` go row by row from below.
fn axis(axis: &Axis) -> Value {
    let breaks = axis.classes.as_ref().map(|c| c.intervals.uppers()).unwrap_or_default();
    json!({ "indicator": axis.indicator, "breaks": breaks })
}
