//! The reading of a ranking.

use crate::base::Level;
use crate::data::{Atlas, Caption, Indicator, Query};
use crate::document::RankingSpec;
use crate::figure::hypothesis::changed;
use crate::figure::reading::distribution::{self, Fact, Facts};
use crate::figure::reading::published;
use crate::figure::reading::voice::{Voice, compares};
use crate::figure::threshold;
use crate::figure::wording::value_text;
use crate::i18n::texts;

use super::model::Span;
use super::words::ranked;
use super::{Ranked, RankingModel};

/// Selected rows told one by one.
const TOLD: usize = 3;

/// The sentences.
pub fn sentences(spec: &RankingSpec, model: &RankingModel, atlas: &Atlas) -> Vec<String> {
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else {
        return atlas
            .caption(&spec.indicator)
            .map_or_else(|_| Vec::new(), |caption| as_published(spec, model, caption, atlas));
    };
    let voice = Voice { lang: spec.lang, indicator, level: spec.level };
    let facts = facts(spec, model, indicator);
    let Some(date) = spec.at.date() else { return Vec::new() };
    let method = spec.method_shown();
    let mut sentences = distribution::sentences(&voice, facts, date, method, atlas);
    let query = Query { indicator: spec.indicator.clone(), date, level: spec.level, method };
    sentences.extend(changed(spec.lang, atlas, &query));
    let values: Vec<f64> = model.rows.iter().map(|row| row.value).collect();
    sentences.extend(threshold::read(spec, &values, atlas));
    sentences.extend(model.not_final(spec));
    sentences
}

/// The decimals of the ranked values and of the overall value in sentences: those of the alternative text too.
pub fn decimals(spec: &RankingSpec, model: &RankingModel, atlas: &Atlas) -> Option<[usize; 2]> {
    let indicator = atlas.catalogue.get(&spec.indicator)?;
    let voice = Voice { lang: spec.lang, indicator, level: spec.level };
    let facts = facts(spec, model, indicator);
    let of_overall = distribution::decimals_of_overall(&voice, &facts, spec.at.date()?, atlas);
    Some([distribution::decimals(&voice, &facts), of_overall])
}

fn facts<'a>(spec: &RankingSpec, model: &'a RankingModel, indicator: &Indicator) -> Facts<'a> {
    // The sentence of a range is about Comuni at one date.
    let has_range = compares(indicator) && spec.range_of == Level::Comuni && model.dates.is_empty();
    let present = model.rows.iter().map(|row| Fact {
        name: &row.name,
        value: row.value,
        selected: row.selected,
        range: row.range.filter(|_| has_range),
    });
    let absent = model.absent.iter().map(|row| (row.name.as_str(), row.reason, row.bounds, row.selected));
    Facts {
        present: present.collect(),
        absent: absent.collect(),
        overall: model.overall,
        overall_decimals: 0,
    }
}

/// Of what its source printed: the ends, how many exceed the region, the widest range, where the selected stand, who has none.
fn as_published(
    spec: &RankingSpec,
    model: &RankingModel,
    caption: Caption<'_>,
    atlas: &Atlas,
) -> Vec<String> {
    let lang = spec.lang;
    let present = model.rows.iter().map(|row| published::Row { name: &row.name, value: Ok(row.value) });
    let absent = model.absent.iter().map(|row| published::Row { name: &row.name, value: Err(row.reason) });
    let rows: Vec<published::Row<'_>> = present.chain(absent).collect();
    // What another table prints need not have their base.
    let overall = model.overall.filter(|_| model.overall_table.is_none());
    let overall = overall.map(|value| published::Whole {
        name: &model.overall_name,
        value,
        is_misprint: atlas
            .published(&spec.indicator)
            .is_some_and(|own| own.is_misprint(|area| lang.area(area) == model.overall_name, spec.at.year())),
    });
    let mut sentences = published::column(lang, caption, spec.at, &rows, overall);
    let width = |row: &Ranked| row.spread.and_then(|spread| Some(spread.max? - spread.min));
    let widest =
        model.rows.iter().max_by(|a, b| width(a).unwrap_or(-1.0).total_cmp(&width(b).unwrap_or(-1.0)));
    let text = |x: f64| value_text(lang, caption, Ok(x));
    if let Some((row, spread)) = widest.and_then(|row| Some((row, row.spread?)))
        && let Some(max) = spread.max
    {
        sentences.push(texts::read_published_widest(lang, &row.name, text(spread.min), text(max)));
    }
    if model.span == (Span::Published { has_max: false }) {
        sentences.push(lang.text(texts::READ_PUBLISHED_NO_MAX).to_owned());
    }
    let selected = model.rows.iter().filter(|row| row.selected).take(TOLD);
    sentences.extend(selected.map(|row| ranked(lang, &row.name, row, model.rows.len(), &text(row.value))));
    let names: Vec<&str> = model.absent.iter().map(|row| row.name.as_str()).collect();
    sentences.extend(published::absent(lang, &names));
    sentences.extend(model.not_final(spec));
    sentences
}
