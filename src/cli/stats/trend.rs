//! `stats trend`: whether a series of years rises or falls.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use serde_json::{Map, Value, json};

use crate::analysis::{Course, Run, Trend, basis, runs};
use crate::base::Code;
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::values::{date, level, text};
use crate::data::{Method, Query};
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;

use super::numbers::columns;
use super::table::{About, Label, csv, printed};

pub fn command(b: &Builder) -> Command {
    b.sub("trend", t::HELP_TREND)
        .arg(b.value("indicator", "ID", t::HELP_FIGURE_INDICATOR))
        .arg(b.level())
        .arg(b.value("territory", "CODE", t::HELP_TREND_TERRITORY).requires("indicator"))
        .arg(csv(b, &["column", "time"], &["indicator", "level", "territory"]))
        .arg(b.value("column", "C", t::HELP_COLUMN).requires("csv"))
        .arg(b.value("time", "C", t::HELP_TIME).requires("csv"))
        .arg(b.json())
}

/// What is printed of one series.
struct Said(Trend);

impl Said {
    fn json(&self, times: &[f64]) -> Map<String, Value> {
        let mut out = Map::new();
        let Self(trend) = self;
        out.insert("course".to_owned(), json!(trend.course().map(Course::id)));
        if let Ok((kendall, slope)) = &trend.kendall {
            out.insert("s".to_owned(), json!(kendall.s));
            out.insert("tau".to_owned(), json!(kendall.tau));
            out.insert("p".to_owned(), json!(kendall.p));
            out.insert("p_exact".to_owned(), json!(kendall.exact));
            out.insert("sen_slope".to_owned(), json!(slope.slope));
            out.insert("sen_ci95".to_owned(), json!([slope.interval.lower, slope.interval.upper]));
        }
        if let Some(recent) = trend.recent {
            out.insert("chi_square".to_owned(), json!(recent.chi_square));
            out.insert("chi_square_p".to_owned(), json!(recent.p));
            out.insert("stable_sign".to_owned(), json!(recent.is_stable));
            out.insert("trend_said".to_owned(), json!(recent.is_said()));
        }
        if let Some(poisson) = trend.poisson {
            out.insert("poisson_ratio".to_owned(), json!(poisson.ratio));
            out.insert("poisson_ci95".to_owned(), json!([poisson.interval.lower, poisson.interval.upper]));
            out.insert("poisson_p".to_owned(), json!(poisson.p));
            out.insert("dispersion".to_owned(), json!(poisson.dispersion));
        }
        if let Some(change) = trend.change {
            out.insert("change_after".to_owned(), json!(times[change.last_before]));
            out.insert("change_p".to_owned(), json!(change.p));
        }
        out
    }

    /// In sentences, after the name of the series.
    fn lines(&self, name: &str, times: &[f64], lang: Lang) -> Vec<String> {
        let Self(trend) = self;
        let year = |time: f64| i18n::plain_number(lang, time);
        let span = match times {
            [first, .., last] => t::stats_span(lang, year(*first), year(*last)),
            [one] => year(*one),
            [] => String::new(),
        };
        let n = i18n::number(lang, times.len() as f64, 0);
        let (kendall, slope) = match &trend.kendall {
            Ok(found) => found,
            Err(error) => return vec![t::stats_trend_none(lang, name, lang.series_error(*error))],
        };
        let number = |x: f64| i18n::significant(lang, x, 3);
        let p = i18n::p_value(lang, kendall.p);
        let said = trend.course().map_or("", |course| lang.course(course));
        let head = t::stats_trend(lang, name, span, n, said, p);
        let [lower, upper] = [slope.interval.lower, slope.interval.upper].map(number);
        let mut lines = vec![t::stats_sen(lang, number(slope.slope), lower, upper)];
        if let Some(recent) = trend.recent {
            let said = if recent.is_said() { t::TREND_SAID } else { t::TREND_NOT_SAID };
            lines.push(t::stats_recent(lang, i18n::number(lang, recent.chi_square, 2), lang.text(said)));
        }
        if let Some(poisson) = trend.poisson {
            let percent = |ratio: f64| i18n::signed_number(lang, 100.0 * (ratio - 1.0), 1);
            let of = poisson.interval;
            lines.push(t::stats_poisson(
                lang,
                percent(poisson.ratio),
                percent(of.lower),
                percent(of.upper),
                i18n::number(lang, poisson.dispersion, 1),
            ));
        }
        if let Some(change) = trend.change.filter(|change| change.p < 0.05) {
            lines.push(t::stats_change(lang, year(times[change.last_before]), i18n::p_value(lang, change.p)));
        }
        std::iter::once(head).chain(lines.into_iter().map(|line: String| format!("  {line}"))).collect()
    }
}

pub fn run(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    if let Some(file) = matches.get_one::<PathBuf>("csv") {
        return of_file(matches, file, lang);
    }
    let atlas = &bundle()?.atlas;
    let id = text(matches, "indicator");
    if id.is_empty() {
        return Err(CliError::message(lang.text(t::STATS_WHAT)));
    }
    let indicator = atlas.indicator(id).map_err(|e| CliError::from_atlas(&e, lang))?;
    if indicator.kind.has_steps() {
        let name = lang.pick(&indicator.name);
        return Err(CliError::message(lang.no_counts(name, crate::analysis::NoCounts::Steps)));
    }
    let (level, only) = match matches.get_one::<String>("territory") {
        None => (level(matches, atlas, &[id], lang)?, None),
        Some(typed) => {
            let unknown = || CliError::message(t::cli_unknown_territory(lang, typed));
            let (level, unit) = atlas.territories.find(&Code::from(typed.as_str())).ok_or_else(unknown)?;
            (level, Some(unit))
        }
    };
    let query = Query {
        indicator: id.to_owned(),
        date: date(atlas, indicator, None, lang)?,
        level,
        method: Method::Pooled,
    };
    let found = runs(atlas, &query).map_err(|e| CliError::from_atlas(&e, lang))?;
    let of_basis = basis(indicator).ok();
    let units = atlas.territories.units(level).iter().zip(&found).enumerate();
    let wanted = units.filter(|(unit, _)| only.is_none_or(|only| only == *unit));
    let about = About::indicator(atlas, &query, lang)?;
    let mut has_any = false;
    let (mut lines, mut rows) = (vec![about.lines[0].clone(), about.lines[2].clone()], Vec::new());
    for (_, (unit, run)) in wanted {
        let years = run.years();
        let trend = Said(run.trend(of_basis));
        let label = Label { code: Some(unit.code.to_string()), name: unit.name.clone(), row: None };
        let mut row = label.json();
        row.insert("years".to_owned(), json!(years));
        row.insert("values".to_owned(), json!(run.values));
        row.insert("earlier_left_out".to_owned(), json!(run.before));
        row.extend(trend.json(&years));
        rows.push(Value::Object(row));
        has_any |= trend.0.kendall.is_ok();
        lines.extend(trend.lines(&unit.name, &years, lang));
    }
    // Why series start where they do is the same for most units, and said once.
    lines.extend(starts(&found, only, lang));
    lines.extend(has_any.then(|| lang.text(t::STATS_TREND_NOTE).to_owned()));
    if matches.get_flag("json") {
        let mut out = about.json;
        out.remove("date");
        out.insert("units".to_owned(), rows.into());
        return Ok(printed(out));
    }
    Ok(lines.join("\n") + "\n")
}

/// Why the runs start where they do.
fn starts(runs: &[Run], only: Option<usize>, lang: Lang) -> Vec<String> {
    let wanted = || runs.iter().enumerate().filter(|(unit, _)| only.is_none_or(|only| only == *unit));
    let mut lines: Vec<String> = Vec::new();
    for (_, run) in wanted() {
        if let Some(note) = &run.broken_by {
            let said = t::stats_broken(lang, lang.pick(note));
            if !lines.contains(&said) {
                lines.push(said);
            }
        }
    }
    if wanted().any(|(_, run)| run.has_gap) {
        lines.push(lang.text(t::STATS_GAP).to_owned());
    }
    lines
}

fn of_file(matches: &ArgMatches, file: &std::path::Path, lang: Lang) -> Result<String, CliError> {
    let names = [text(matches, "time"), text(matches, "column")];
    let [times, values] = columns(file, names, lang)?;
    let mut points: Vec<(f64, f64)> =
        times.iter().zip(&values).filter_map(|(time, value)| Some(((*time)?, (*value)?))).collect();
    points.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let (times, values): (Vec<f64>, Vec<f64>) = points.into_iter().unzip();
    let trend = Said(Trend::of(&times, &values, None));
    if matches.get_flag("json") {
        let mut out = About::file(&names).json;
        out.insert("n".to_owned(), json!(values.len()));
        out.extend(trend.json(&times));
        return match trend.0.kendall {
            Ok(_) => Ok(printed(out)),
            Err(error) => Err(CliError::message(lang.series_error(error))),
        };
    }
    let mut lines = trend.lines(names[1], &times, lang);
    lines.extend(trend.0.kendall.is_ok().then(|| lang.text(t::STATS_TREND_NOTE).to_owned()));
    Ok(lines.join("\n") + "\n")
}
