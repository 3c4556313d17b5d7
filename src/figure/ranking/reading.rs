//! The reading of a ranking.

use crate::data::Atlas;
use crate::document::RankingSpec;
use crate::figure::reading::distribution::{self, Fact, Facts};
use crate::figure::reading::voice::{Voice, compares};

use super::RankingModel;

/// The sentences; empty for indicators as published.
pub fn sentences(spec: &RankingSpec, model: &RankingModel, atlas: &Atlas) -> Vec<String> {
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
    let voice = Voice { lang: spec.lang, indicator, level: spec.level };
    let present = model.rows.iter().map(|row| Fact {
        name: &row.name,
        value: row.value,
        selected: row.selected,
        range: row.range.filter(|_| compares(indicator)),
    });
    let absent = model.absent.iter().map(|row| (row.name.as_str(), row.reason, row.selected));
    let facts = Facts { present: present.collect(), absent: absent.collect(), overall: model.overall };
    let Some(date) = spec.at.date() else { return Vec::new() };
    let mut sentences = distribution::sentences(&voice, facts, date, spec.method_shown(), atlas);
    sentences.extend(model.not_final(spec));
    sentences
}
