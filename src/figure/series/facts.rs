//! The contents of a time series as JSON.

use serde_json::{Value as Json, json};

use crate::base::Level;
use crate::data::{Method, Value};
use crate::document::SeriesSpec;

use super::numbers::{LineRole, SeriesModel};

/// The method of values taken over from a publication instead of computed here.
const AS_PUBLISHED: &str = "as_published";

pub fn of(spec: &SeriesSpec, model: &SeriesModel) -> Json {
    let number = |value: Value| match value {
        Ok(x) => json!(x),
        Err(_) => Json::Null,
    };
    let status = |value: Value| value.err().map_or("ok", |reason| reason.id());
    let series = model.lines.iter().rev().map(|line| {
        let role = match line.role {
            LineRole::Selected => "chosen",
            LineRole::Benchmark => "benchmark",
            LineRole::Context => "context",
        };
        let method = match (&line.published, line.role) {
            (Some(_), _) => AS_PUBLISHED,
            (None, LineRole::Benchmark) => Method::Pooled.id(),
            (None, _) => spec.method.id(),
        };
        let observed = line.observed.iter().zip(&line.qualities);
        let values = line.points(&model.references).zip(observed).map(|((at, value), (observed, quality))| {
            json!({
                "date": at.date().map(|date| date.to_string()), "year": at.year(), "value": number(value), "status": status(value),
                "observed": number(*observed), "quality": quality.id(),
            })
        });
        json!({
            "code": line.code.as_str(), "name": line.name, "level": line.level.map(Level::id), "role": role,
            "published": line.published, "method": method,
            "values": values.collect::<Vec<_>>(),
        })
    });
    let band = model.band.as_ref().map(|band| {
        let values = model.own_references().into_iter().zip(&band.extremes).map(|(at, extremes)| {
            json!({ "date": at.to_string(), "min": extremes.map(|e| e.0), "max": extremes.map(|e| e.1) })
        });
        json!({ "code": band.code.as_str(), "name": band.name, "comuni": band.members, "values": values.collect::<Vec<_>>() })
    });
    let between =
        |after: usize| json!([after, model.own_after(after)].map(|i| model.references[i].to_string()));
    let breaks =
        model.breaks.iter().map(|found| json!({ "between": between(found.after), "text": found.text }));
    json!({
        "indicator": spec.indicator,
        "method": spec.method.id(),
        "mode": spec.mode.id(),
        "base": model.base.map(|i| model.references[i].to_string()),
        "bases": model.bases.iter().map(|&i| model.references[i].to_string()).collect::<Vec<_>>(),
        "dates": model.own_references().iter().map(ToString::to_string).collect::<Vec<_>>(),
        "standard": spec.standard,
        "series": series.collect::<Vec<_>>(),
        "band": band,
        "breaks": breaks.collect::<Vec<_>>(),
        "missing_between": model.gaps.iter().map(|&gap| between(gap)).collect::<Vec<_>>(),
    })
}
