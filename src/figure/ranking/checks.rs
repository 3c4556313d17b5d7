//! What could mislead in a ranking: rates based on few people.

use crate::data::{Atlas, Method, Query};
use crate::document::RankingSpec;
use crate::figure::FigureError;
use crate::figure::check::{Finding, small_counts, small_numbers};

pub fn findings(spec: &RankingSpec, atlas: &Atlas) -> Result<Vec<Finding>, FigureError> {
    // Published values have no denominator here.
    let (Some(date), true) = (spec.at.date(), atlas.published(&spec.indicator).is_none()) else {
        return Ok(Vec::new());
    };
    let (indicator, method) = (spec.indicator.clone(), Method::Pooled);
    let query = Query { indicator, date, level: spec.level, method };
    let withheld = small_counts(&query, atlas)?;
    Ok(withheld
        .into_iter()
        .chain(small_numbers(&[(query.indicator, query.date)], query.level, atlas)?)
        .collect())
}
