//! The contents of a scatterplot as JSON.

use serde_json::{Value as Json, json};

use crate::data::Method;
use crate::document::ScatterSpec;
use crate::stats::Relation;

use super::numbers::{Pair, ScatterModel};

pub fn of(spec: &ScatterSpec, model: &ScatterModel) -> Json {
    let (r, rho, line) = (model.pearson.ok(), model.spearman.ok(), model.line.as_ref().ok());
    let quadrants = model.quadrants.map(
        |cut| json!({ "x": cut.x, "y": cut.y, "names": model.quadrant_names.names, "counts": cut.counts }),
    );
    let entry = |pair: &Pair| pair.entry.map(|entry| model.key.entries[entry].name.as_str());
    let points = model.pairs.iter().enumerate().map(|(i, pair)| {
        let row = &model.y.rows[pair.unit];
        json!({
            "code": row.code.as_str(), "name": row.name, "x": pair.x, "y": pair.y, "size": pair.size,
            "x_quality": model.x.rows[pair.unit].quality.id(), "y_quality": row.quality.id(),
            "colour": entry(pair), "quadrant": model.quadrants.map(|cut| cut.of(pair)),
            "chosen": pair.selected, "outlier": model.outliers.contains(&i),
        })
    });
    json!({
        "x": spec.x, "x_date": model.x.at.to_string(), "y": spec.y, "y_date": model.y.at.to_string(),
        "size": model.size.as_ref().map(|size| json!({ "indicator": size.indicator, "date": size.at.to_string() })),
        "colour": model.key.classes_of.as_ref().map(|(id, date)| json!({ "indicator": id, "date": date.to_string() })),
        "level": spec.level.id(), "as_published": model.of_areas, "method": spec.method.id(), "ats_method": Method::Pooled.id(),
        "n": model.pairs.len(), "missing": model.missing(),
        "strength": model.relation().map(Relation::id), "explained": r.map(|r| r.r * r.r), "all_units": model.is_census(),
        "r": r.map(|r| r.r), "p": r.map(|r| r.p), "rho": rho.map(|rho| rho.r), "rho_p": rho.map(|rho| rho.p),
        "rho_p_exact": rho.map(|rho| rho.exact),
        "slope": line.map(|line| line.slope), "intercept": line.map(|line| line.intercept),
        "r2": line.map(|line| line.r2),
        "slope_ci95": line.map(|line| [line.slope_ci95.lower, line.slope_ci95.upper]),
        "ats": model.overall,
        "quadrants": quadrants,
        "lowess": model.curve.as_ref().and_then(|curve| curve.as_ref().ok()),
        "points": points.collect::<Vec<_>>(),
    })
}
