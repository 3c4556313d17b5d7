//! `stats trend`: whether a series of years rises or falls.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use serde_json::{Map, Value, json};

use crate::analysis::{Run, basis, runs};
use crate::base::Code;
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::values::{date, level, text};
use crate::data::{Method, Query};
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;
use crate::stats::StatsError;
use crate::stats::compare::Basis;
use crate::stats::intervals::Confidence;
use crate::stats::trend::{
    ChangePoint, Counted, MannKendall, PoissonTrend, RecentTrend, Slope, change_point, mann_kendall,
    poisson_trend, recent, sen,
};

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

/// Everything that is said of one series.
struct Trend {
    kendall: Result<(MannKendall, Slope), StatsError>,
    recent: Option<RecentTrend>,
    poisson: Option<PoissonTrend>,
    change: Option<ChangePoint>,
}

impl Trend {
    fn of(times: &[f64], values: &[f64], counts: Option<&(Basis, Vec<(f64, f64)>)>) -> Self {
        let kendall =
            mann_kendall(values).and_then(|kendall| Ok((kendall, sen(times, values, Confidence::P95)?)));
        let (mut of_rate, mut of_counts) = (None, None);
        if let Some((basis, counts)) = counts {
            let (events, populations): (Vec<f64>, Vec<f64>) = counts.iter().copied().unzip();
            let counted = match basis {
                Basis::Part => Counted::Part,
                Basis::Count => Counted::Events,
            };
            of_rate = recent(times, &events, &populations, counted).ok();
            of_counts = poisson_trend(times, &events, &populations, Confidence::P95).ok();
        }
        Self { kendall, recent: of_rate, poisson: of_counts, change: change_point(values).ok() }
    }

    fn json(&self, times: &[f64]) -> Map<String, Value> {
        let mut out = Map::new();
        if let Ok((kendall, slope)) = &self.kendall {
            out.insert("s".to_owned(), json!(kendall.s));
            out.insert("tau".to_owned(), json!(kendall.tau));
            out.insert("p".to_owned(), json!(kendall.p));
            out.insert("p_exact".to_owned(), json!(kendall.exact));
            out.insert("sen_slope".to_owned(), json!(slope.slope));
            out.insert("sen_ci95".to_owned(), json!([slope.interval.lower, slope.interval.upper]));
        }
        if let Some(recent) = self.recent {
            out.insert("chi_square".to_owned(), json!(recent.chi_square));
            out.insert("chi_square_p".to_owned(), json!(recent.p));
            out.insert("stable_sign".to_owned(), json!(recent.is_stable));
            out.insert("trend_said".to_owned(), json!(recent.is_said()));
        }
        if let Some(poisson) = self.poisson {
            out.insert("poisson_ratio".to_owned(), json!(poisson.ratio));
            out.insert("poisson_ci95".to_owned(), json!([poisson.interval.lower, poisson.interval.upper]));
            out.insert("poisson_p".to_owned(), json!(poisson.p));
            out.insert("dispersion".to_owned(), json!(poisson.dispersion));
        }
        if let Some(change) = self.change {
            out.insert("change_after".to_owned(), json!(times[change.last_before]));
            out.insert("change_p".to_owned(), json!(change.p));
        }
        out
    }

    /// In sentences, after the name of the series.
    fn lines(&self, name: &str, times: &[f64], lang: Lang) -> Vec<String> {
        let year = |time: f64| i18n::plain_number(lang, time);
        let span = match times {
            [first, .., last] => t::stats_span(lang, year(*first), year(*last)),
            [one] => year(*one),
            [] => String::new(),
        };
        let n = i18n::number(lang, times.len() as f64, 0);
        let (kendall, slope) = match &self.kendall {
            Ok(found) => found,
            Err(error) => return vec![t::stats_trend_none(lang, name, lang.series_error(*error))],
        };
        let number = |x: f64| i18n::significant(lang, x, 3);
        let p = i18n::p_value(lang, kendall.p);
        let said = match (kendall.p < 0.05, slope.slope > 0.0, slope.slope < 0.0) {
            (true, true, _) => t::TREND_UP,
            (true, _, true) => t::TREND_DOWN,
            _ => t::TREND_NONE,
        };
        let head = t::stats_trend(lang, name, span, n, lang.text(said), p);
        let [lower, upper] = [slope.interval.lower, slope.interval.upper].map(number);
        let mut lines = vec![t::stats_sen(lang, number(slope.slope), lower, upper)];
        if let Some(recent) = self.recent {
            let said = if recent.is_said() { t::TREND_SAID } else { t::TREND_NOT_SAID };
            lines.push(t::stats_recent(lang, i18n::number(lang, recent.chi_square, 2), lang.text(said)));
        }
        if let Some(poisson) = self.poisson {
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
        if let Some(change) = self.change.filter(|change| change.p < 0.05) {
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
    let (mut lines, mut rows) = (vec![about.lines[0].clone(), about.lines[2].clone()], Vec::new());
    for (_, (unit, run)) in wanted {
        let years = run.years();
        let counts = of_basis.and_then(|basis| Some((basis, run.counts.clone()?)));
        let trend = Trend::of(&years, &run.values, counts.as_ref());
        let label = Label { code: Some(unit.code.to_string()), name: unit.name.clone(), row: None };
        let mut row = label.json();
        row.insert("years".to_owned(), json!(years));
        row.insert("values".to_owned(), json!(run.values));
        row.insert("earlier_left_out".to_owned(), json!(run.before));
        row.extend(trend.json(&years));
        rows.push(Value::Object(row));
        lines.extend(trend.lines(&unit.name, &years, lang));
    }
    // Why series start where they do is the same for most units, and said once.
    lines.extend(starts(&found, only, lang));
    lines.push(lang.text(t::STATS_TREND_NOTE).to_owned());
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
    let trend = Trend::of(&times, &values, None);
    if matches.get_flag("json") {
        let mut out = About::file(&names).json;
        out.insert("n".to_owned(), json!(values.len()));
        out.extend(trend.json(&times));
        return match trend.kendall {
            Ok(_) => Ok(printed(out)),
            Err(error) => Err(CliError::message(lang.series_error(error))),
        };
    }
    let mut lines = trend.lines(names[1], &times, lang);
    lines.push(lang.text(t::STATS_TREND_NOTE).to_owned());
    Ok(lines.join("\n") + "\n")
}
