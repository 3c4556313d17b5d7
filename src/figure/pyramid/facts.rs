//! The contents of an age pyramid as JSON.

use serde_json::{Value as Json, json};

use crate::data::Value;
use crate::document::{AgeBands, PyramidMeasure, PyramidSpec};

use super::model::{Population, PyramidModel};

pub fn of(spec: &PyramidSpec, model: &PyramidModel) -> Json {
    let value = |value: Value| value.map_or_else(|absence| json!(absence.id()), |x| json!(x));
    let population = |of: &Population| {
        let bars = model.bands.iter().enumerate().map(|(i, ages)| {
            json!({
                "from": ages.from, "to": ages.to,
                "males": value(of.counts[i][0]), "females": value(of.counts[i][1]),
                "males_percent": value(of.share(of.counts[i][0])),
                "females_percent": value(of.share(of.counts[i][1])),
            })
        });
        json!({
            "code": of.code.as_str(), "name": of.name, "level": of.level.id(), "date": of.date.to_string(),
            "residents": value(of.total), "quality": of.quality.id(),
            "males": value(of.sexes[0]), "females": value(of.sexes[1]),
            "groups": of.groups.map(value), "groups_percent": of.groups.map(|group| value(of.share(group))),
            "bars": bars.collect::<Vec<_>>(),
        })
    };
    json!({
        "indicator": spec.indicator,
        "date": spec.date.to_string(),
        "bands": match spec.bands { AgeBands::FiveYears => 5, AgeBands::SingleYears => 1 },
        "measure": match spec.measure { PyramidMeasure::Shares => "shares", PyramidMeasure::Counts => "counts" },
        "scale": spec.scale.id(),
        "scale_end": model.most,
        "scale_common_to": model.common_to,
        "pyramid": population(&model.own),
        "against": model.other.as_ref().map(population),
    })
}
