//! The texts of a forecast: title, footer, alternative text, reading.

use crate::base::Date;
use crate::data::Indicator;
use crate::document::ForecastSpec;
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::reading::voice::capital;
use crate::figure::view::Prepared;
use crate::figure::wording::{on_its_own, reference_label, reference_phrase};
use crate::i18n::{self, texts};

use super::ForecastView;
use super::model::{By, ForecastModel, Point};

/// What is forecast.
pub fn measure(spec: &ForecastSpec, model: &ForecastModel) -> String {
    match &model.by {
        By::Ages(_) => spec.lang.growth(spec.measure),
        By::Series(series) => spec.lang.pick(&series.name).to_owned(),
    }
}

/// The decimals of its values.
pub fn decimals(spec: &ForecastSpec, model: &ForecastModel) -> usize {
    match &model.by {
        By::Ages(_) => usize::from(!spec.measure.is_count()),
        By::Series(series) => series.decimals,
    }
}

/// How it is found, how wrong it was on the past, and what it does not know.
pub fn limits(spec: &ForecastSpec, model: &ForecastModel) -> Vec<String> {
    let lang = spec.lang;
    match &model.by {
        By::Ages(projected) => lang.forecast_sentences(projected, model.tried_at()),
        By::Series(series) => {
            let holt = &series.continued.holt;
            let tried = i18n::number(lang, holt.back_tested as f64, 0);
            let off = i18n::number(lang, holt.back_test, series.decimals + 1);
            let mut told = vec![texts::stats_back_test(lang, tried, off)];
            if holt.floored {
                told.push(lang.text(texts::STATS_FLOORED).to_owned());
            }
            told.push(lang.text(texts::STATS_HOLT_NOTE).to_owned());
            told
        }
    }
}

/// What is forecast, and where.
pub fn title(spec: &ForecastSpec, model: &ForecastModel) -> String {
    texts::forecast_title(spec.lang, measure(spec, model), on_its_own(spec.lang, model.level, &model.name))
}

/// From when to when.
pub fn subtitle(spec: &ForecastSpec, model: &ForecastModel) -> String {
    let year = |point: Option<&Point>| point.map_or(spec.date.year(), |point| point.date.year());
    texts::forecast_subtitle(spec.lang, year(model.last_known()), year(model.points.last()))
}

/// A value with the decimals of its measure.
pub fn number(spec: &ForecastSpec, model: &ForecastModel, value: f64) -> String {
    i18n::number(spec.lang, value, decimals(spec, model))
}

/// A point in words.
pub fn point(spec: &ForecastSpec, model: &ForecastModel, point: &Point) -> String {
    let (lang, when) = (spec.lang, i18n::date(spec.lang, point.date));
    match point.interval {
        None => texts::forecast_known(lang, when, number(spec, model, point.value)),
        Some([lower, upper]) => texts::stats_future(
            lang,
            when,
            number(spec, model, point.value),
            number(spec, model, lower),
            number(spec, model, upper),
        ),
    }
}

/// What was counted where the forecast was tried.
pub fn counted(spec: &ForecastSpec, model: &ForecastModel) -> Option<String> {
    let (date, value) = model.counted?;
    let told = model.points.iter().find(|point| point.date == date)?;
    let when = reference_phrase(spec.lang, date.into());
    Some(capital(&texts::forecast_counted(
        spec.lang,
        when,
        number(spec, model, value),
        number(spec, model, told.value),
    )))
}

/// Source and date, and what must be known.
pub fn footer(prepared: &Prepared<'_, ForecastView>, indicator: &Indicator) -> Footer {
    let Prepared { spec, model, sources, .. } = *prepared;
    let lang = spec.lang;
    let (pair, datasets) = match &model.by {
        By::Ages(projected) => (projected.pair, &projected.datasets),
        By::Series(series) => {
            let dates = &series.continued.run.dates;
            let end = |date: Option<&Date>| date.copied().unwrap_or(spec.date);
            ([end(dates.first()), end(dates.last())], &series.continued.datasets)
        }
    };
    let when = match &model.by {
        By::Ages(_) => {
            let [from, to] = pair.map(|date| reference_phrase(lang, date.into()));
            texts::both(lang, from, to)
        }
        By::Series(_) => {
            let [from, to] = pair.map(|date| reference_label(lang, indicator.period.ending(date)));
            format!("{from} – {to}")
        }
    };
    let mut lines: Vec<String> = counted(spec, model).into_iter().collect();
    lines.extend(limits(spec, model));
    lines.extend(footer::remarks(lang, sources.atlas, datasets, &pair));
    Footer {
        sources: vec![footer::source(lang, indicator, &when)],
        remarks: lines,
        credits: vec![Credit::Program],
    }
}

/// Where it starts and where it ends.
fn course(spec: &ForecastSpec, model: &ForecastModel) -> Option<String> {
    let (first, last) = (model.last_known()?, model.points.last()?);
    let [lower, upper] = last.interval?;
    Some(
        texts::stats_forecast_line(
            spec.lang,
            measure(spec, model),
            number(spec, model, first.value),
            first.date.year(),
            number(spec, model, last.value),
            last.date.year(),
            number(spec, model, lower),
            number(spec, model, upper),
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
    told.extend(limits(spec, model));
    told
}
