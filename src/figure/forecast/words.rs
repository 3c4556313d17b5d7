//! The texts of a forecast: title, footer, alternative text, reading.

use crate::data::Indicator;
use crate::document::ForecastSpec;
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::reading::voice::capital;
use crate::figure::view::Prepared;
use crate::figure::wording::{on_its_own, reference_phrase};
use crate::i18n::{self, texts};

use super::ForecastView;
use super::model::{ForecastModel, Point};

/// What is forecast, and where.
pub fn title(spec: &ForecastSpec, model: &ForecastModel) -> String {
    texts::forecast_title(
        spec.lang,
        spec.lang.growth(spec.measure),
        on_its_own(spec.lang, model.level, &model.name),
    )
}

/// From when to when.
pub fn subtitle(spec: &ForecastSpec, model: &ForecastModel) -> String {
    let year = |point: Option<&Point>| point.map_or(spec.date.year(), |point| point.date.year());
    texts::forecast_subtitle(spec.lang, year(model.points.first()), year(model.points.last()))
}

/// A value with the decimals of its measure.
pub fn number(spec: &ForecastSpec, value: f64) -> String {
    i18n::number(spec.lang, value, usize::from(!spec.measure.is_count()))
}

/// A point in words.
pub fn point(spec: &ForecastSpec, point: &Point) -> String {
    let (lang, when) = (spec.lang, i18n::date(spec.lang, point.date));
    match point.interval {
        None => texts::forecast_known(lang, when, number(spec, point.value)),
        Some([lower, upper]) => texts::stats_future(
            lang,
            when,
            number(spec, point.value),
            number(spec, lower),
            number(spec, upper),
        ),
    }
}

/// What was counted where the forecast was tried.
pub fn counted(spec: &ForecastSpec, model: &ForecastModel) -> Option<String> {
    let (date, value) = model.counted?;
    let told = model.points.iter().find(|point| point.date == date)?;
    let when = reference_phrase(spec.lang, date.into());
    Some(capital(&texts::forecast_counted(spec.lang, when, number(spec, value), number(spec, told.value))))
}

/// Source and date, and what must be known.
pub fn footer(prepared: &Prepared<'_, ForecastView>, indicator: &Indicator) -> Footer {
    let Prepared { spec, model, sources, .. } = *prepared;
    let lang = spec.lang;
    let [from, to] = model.projected.pair.map(|date| reference_phrase(lang, date.into()));
    let mut lines: Vec<String> = counted(spec, model).into_iter().collect();
    lines.extend(lang.forecast_sentences(&model.projected, model.tried_at()));
    lines.extend(footer::remarks(lang, sources.atlas, &model.projected.datasets, &model.projected.pair));
    Footer {
        sources: vec![footer::source(lang, indicator, &texts::both(lang, from, to))],
        remarks: lines,
        credits: vec![Credit::Program],
    }
}

/// Where it starts and where it ends.
fn course(spec: &ForecastSpec, model: &ForecastModel) -> Option<String> {
    let [first, .., last] = model.points.as_slice() else { return None };
    let [lower, upper] = last.interval?;
    Some(
        texts::stats_forecast_line(
            spec.lang,
            spec.lang.growth(spec.measure),
            number(spec, first.value),
            first.date.year(),
            number(spec, last.value),
            last.date.year(),
            number(spec, lower),
            number(spec, upper),
        ) + ".",
    )
}

pub fn alternative(prepared: &Prepared<'_, ForecastView>) -> String {
    let Prepared { spec, model, .. } = *prepared;
    let mut told = vec![texts::alt_forecast(spec.lang, title(spec, model), subtitle(spec, model))];
    told.extend(course(spec, model));
    told.extend(counted(spec, model));
    told.join(" ")
}

pub fn reading(prepared: &Prepared<'_, ForecastView>) -> Vec<String> {
    let Prepared { spec, model, .. } = *prepared;
    // Of whom: a reading may stand without its figure.
    let mut told = vec![texts::figure_told(spec.lang, title(spec, model), subtitle(spec, model))];
    told.extend(course(spec, model));
    told.extend(counted(spec, model));
    told.extend(spec.lang.forecast_sentences(&model.projected, model.tried_at()));
    told
}
