//! A figure read in one paragraph, for the text beside it: the extremes, the whole ATS, how the values spread, what has
//! changed since the first comparable date, where the chosen stand. Every number is the model's.
//!
//! A new kind of figure gets a file here that makes sentences with a [`Voice`](voice::Voice) from its own model.

mod change;
mod distribution;
mod series;
mod voice;

use crate::data::{Atlas, Indicator, Kind, Method};
use crate::document::{MapKind, MapSpec, RankingSpec, SeriesSpec};
use crate::i18n::texts;

use super::alt_text;
use super::map_model::{MapModel, Shown};
use super::ranking::RankingModel;
use super::series::SeriesModel;
use super::wording::names;

use distribution::{Fact, Facts};
use voice::Voice;

/// Reads a map. Nothing for a spec the model was not made from.
pub fn map(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> String {
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return String::new() };
    let voice = Voice { lang: spec.lang, indicator, level: spec.level };
    let chosen = atlas.territories.sharing(spec.level, &spec.chosen).unwrap_or_default();
    let is_chosen = |unit: usize| chosen.get(unit).copied().unwrap_or(false);
    if let Shown::Two(axes) = &model.shown {
        let both = alt_text::both(spec, model, axes, atlas);
        return format!("{}. {}", names(spec, atlas), both.join(" "));
    }
    let mut facts = Facts::default();
    for (unit, row) in model.table.rows.iter().enumerate() {
        let (name, chosen) = (row.name.as_str(), is_chosen(unit));
        match row.value {
            Ok(value) => facts.present.push(Fact { name, value, chosen, range: None }),
            Err(reason) => facts.absent.push((name, reason, chosen)),
        }
    }
    match spec.kind {
        MapKind::Change { from } => {
            facts.whole = model.whole;
            change::paragraph(&voice, &facts, from, spec.date)
        }
        _ => {
            facts.whole = model.whole.filter(|_| compares(indicator));
            distribution::paragraph(&voice, facts, spec.date, spec.method, atlas)
        }
    }
}

/// Reads a ranking.
pub fn ranking(spec: &RankingSpec, model: &RankingModel, atlas: &Atlas) -> String {
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return String::new() };
    let voice = Voice { lang: spec.lang, indicator, level: spec.level };
    let present = model.rows.iter().map(|row| Fact {
        name: &row.name,
        value: row.value,
        chosen: row.chosen,
        range: row.range.filter(|_| compares(indicator)),
    });
    let absent = model.absent.iter().map(|row| (row.name.as_str(), row.reason, row.chosen));
    let facts = Facts { present: present.collect(), absent: absent.collect(), whole: model.whole };
    let Some(date) = spec.at.date() else { return String::new() };
    distribution::paragraph(&voice, facts, date, spec.method_shown(), atlas)
}

/// Reads a time series, from the first date that compares with the last.
pub fn series(spec: &SeriesSpec, model: &SeriesModel, atlas: &Atlas) -> String {
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return String::new() };
    series::paragraph(spec, model, indicator)
}

/// Whether the value of a part can be set beside that of the whole: a sum cannot.
fn compares(indicator: &Indicator) -> bool {
    indicator.kind != Kind::Count
}

/// That the values are not those of the groups, where they are not.
fn method_sentence(voice: &Voice<'_>, method: Method) -> Option<String> {
    let has_members = voice.level != crate::base::Level::Comuni;
    (method != Method::Pooled && has_members)
        .then(|| voice.say(texts::READ_METHOD, &[&voice.the(voice.lang.method(method))]))
}
