//! A figure read in one paragraph, for the text beside it: the extremes, the whole ATS, how the values spread, what has
//! changed since the first comparable date, where the chosen stand. Every number is the model's.
//!
//! A new kind of figure gets a file here that makes sentences with a `Voice` from its own model.

pub(super) mod change;
pub(super) mod distribution;
mod page;
mod scatter;
mod series;
mod table;
pub(in crate::figure) mod voice;

use crate::data::Atlas;
use crate::document::{MapSpec, RankingSpec, ScatterSpec, SeriesSpec, TableSpec};

use crate::figure::map::MapModel;
use crate::figure::quality;
use crate::figure::ranking::RankingModel;
use crate::figure::scatter::ScatterModel;
use crate::figure::series::SeriesModel;
use crate::figure::table::TableModel;

use distribution::{Fact, Facts};
use voice::{Voice, compares};

pub use page::figure;

/// Reads a map. Nothing for a spec the model was not made from.
pub fn map(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> String {
    of_map(spec, model, atlas).join(" ")
}

/// Reads a ranking.
pub fn ranking(spec: &RankingSpec, model: &RankingModel, atlas: &Atlas) -> String {
    of_ranking(spec, model, atlas).join(" ")
}

/// Reads a time series, from the first date that compares with the last.
pub fn series(spec: &SeriesSpec, model: &SeriesModel, atlas: &Atlas) -> String {
    of_series(spec, model, atlas).join(" ")
}

/// Reads a scatterplot.
pub fn scatter(spec: &ScatterSpec, model: &ScatterModel, atlas: &Atlas) -> String {
    of_scatter(spec, model, atlas).join(" ")
}

/// Reads a table, its first columns.
pub fn table(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> String {
    of_table(spec, model, atlas).join(" ")
}

pub(super) fn of_map(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String> {
    if atlas.catalogue.get(&spec.indicator).is_none() {
        return Vec::new();
    }
    let mut sentences = model.shown.reading(spec, model, atlas);
    sentences.extend(model.not_final(spec.lang, atlas));
    sentences
}

pub(super) fn of_ranking(spec: &RankingSpec, model: &RankingModel, atlas: &Atlas) -> Vec<String> {
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
    let voice = Voice { lang: spec.lang, indicator, level: spec.level };
    let present = model.rows.iter().map(|row| Fact {
        name: &row.name,
        value: row.value,
        chosen: row.chosen,
        range: row.range.filter(|_| compares(indicator)),
    });
    let absent = model.absent.iter().map(|row| (row.name.as_str(), row.reason, row.chosen));
    let facts = Facts { present: present.collect(), absent: absent.collect(), whole: model.whole };
    let Some(date) = spec.at.date() else { return Vec::new() };
    let mut sentences = distribution::sentences(&voice, facts, date, spec.method_shown(), atlas);
    sentences.extend(model.not_final(spec));
    sentences
}

pub(super) fn of_series(spec: &SeriesSpec, model: &SeriesModel, atlas: &Atlas) -> Vec<String> {
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
    let mut sentences = series::sentences(spec, model, indicator);
    sentences.extend(super::series::not_final(spec.lang, model));
    sentences
}

pub(super) fn of_scatter(spec: &ScatterSpec, model: &ScatterModel, atlas: &Atlas) -> Vec<String> {
    let mut sentences = scatter::sentences(spec, model, atlas);
    sentences.extend(quality::of_tables(spec.lang, atlas, &[&model.y, &model.x]));
    sentences
}

pub(super) fn of_table(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Vec<String> {
    let mut sentences = table::sentences(spec, model, atlas);
    sentences.extend(super::table::not_final(spec, model, atlas));
    sentences
}
