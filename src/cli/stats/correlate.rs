//! `stats correlate`: comparing two indicators, or two columns of a file.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::base::{Date, Level};
use crate::data::{Atlas, Indicator, Kind, Method, Query};
use crate::figure;
use crate::figure::scatter::{relation_name, relation_text, share_text};
use crate::figure::{HypothesisWords, Remark};
use crate::i18n::{self, Lang, texts};
use crate::io::Bundle;
use crate::stats::correlation::{Correlation, pearson, spearman};
use crate::stats::{Axis, Line, Relation, StatsError, ols};

use super::numbers::columns;
use crate::cli::error::CliError;
use crate::cli::output::warnings;
use crate::cli::values::{level, text};

/// Two variables, with values for the same units; `None` where a value is missing.
struct Pair {
    x: Vec<Option<f64>>,
    y: Vec<Option<f64>>,
    /// Their names in messages.
    names: [String; 2],
    /// The units and the date, for indicators.
    about: Option<(Level, Method, Date)>,
    /// The same and the method, in words.
    what: String,
    /// The hypothesis that the values stand on.
    told: Option<HypothesisWords>,
    remarks: Vec<Remark>,
    /// The first variable with steps instead of quantities, and the first with categories.
    steps: [Option<Axis>; 2],
}

/// The results for a pair.
struct Prepared {
    /// `None` for ordinal steps, which only have ranks.
    r: Option<Correlation>,
    rho: Correlation,
    line: Option<Line>,
    missing: usize,
}

/// Prints how strongly the two are related. `bundle` is loaded only if indicators are asked for.
pub fn correlate(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let mut pair = match matches.get_one::<PathBuf>("csv") {
        Some(file) => of_file(matches, file, lang)?,
        None => of_indicators(matches, &bundle()?.atlas, lang)?,
    };
    let both = pair.x.iter().zip(&pair.y).filter_map(|(x, y)| Some(((*x)?, (*y)?)));
    let (x, y): (Vec<f64>, Vec<f64>) = both.filter(|(x, y)| x.is_finite() && y.is_finite()).unzip();
    let [x_name, y_name] = &pair.names;
    let refused = |error| CliError::message(lang.stats_error(error, x_name, y_name));
    let [steps, categories] = pair.steps;
    if let Some(which) = categories {
        return Err(refused(StatsError::NoQuantity { which }));
    }
    let quantities = steps.is_none();
    let results = Prepared {
        r: quantities.then(|| pearson(&x, &y)).transpose().map_err(refused)?,
        rho: spearman(&x, &y).map_err(refused)?,
        line: quantities.then(|| ols(&x, &y)).transpose().map_err(refused)?,
        missing: pair.x.len() - x.len(),
    };
    pair.remarks.extend(figure::few_pairs(x.len()));
    Ok(if matches.get_flag("json") {
        as_json(matches, &pair, &results, lang)
    } else {
        as_text(&pair, &results, lang)
    })
}

fn of_file(matches: &ArgMatches, file: &Path, lang: Lang) -> Result<Pair, CliError> {
    let names = ["x", "y"].map(|name| text(matches, name).to_owned());
    let [x, y] = columns(file, [&names[0], &names[1]], lang)?;
    let same = (names[0] == names[1]).then(|| {
        // The columns of a file have the same names in both languages.
        let [x, y] = names.each_ref().map(|name| Lang::both(|_| name.clone()));
        Remark::SameVariable { x, y }
    });
    Ok(Pair {
        x,
        y,
        names,
        about: None,
        what: String::new(),
        told: None,
        remarks: same.into_iter().collect(),
        steps: [None; 2],
    })
}

fn of_indicators(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<Pair, CliError> {
    let indicator = |name| atlas.indicator(text(matches, name)).map_err(|e| CliError::from_atlas(&e, lang));
    let (x, y) = (indicator("x")?, indicator("y")?);
    let date = common_date(atlas, x, y, matches.get_one::<i16>("year").copied(), lang)?;
    let level = level(matches, atlas, &[&x.id, &y.id], lang)?;
    let method = Method::from_id(text(matches, "method")).unwrap_or_default();
    let values = |indicator: &Indicator| {
        let query = Query { indicator: indicator.id.clone(), date, level, method };
        let table = atlas.compute(&query).map_err(|e| CliError::from_atlas(&e, lang))?;
        Ok(table.rows.iter().map(|row| row.value.ok()).collect())
    };
    let mut remarks = figure::pair_remarks(x, y);
    remarks.extend(figure::not_pooled(level, method));
    remarks.extend((level == Level::Comuni && method != Method::Pooled).then_some(Remark::MethodOfComuni));
    let names = [x, y].map(|i| lang.pick(&i.name).to_owned());
    let kinds = [x.kind, y.kind];
    let steps = [Axis::first(kinds, Kind::has_steps), Axis::first(kinds, |kind| kind == Kind::Category)];
    let told = atlas.hypothesis().filter(|_| level == Level::Ambiti);
    let told = told.map(|hypothesis| HypothesisWords::of(lang, hypothesis));
    let [x_at, y_at] = [x, y].map(|indicator| indicator.period.ending(date));
    let at = if x_at == y_at { x_at } else { date.into() };
    let made = figure::level_phrase_of_all(lang, &[x.into(), y.into()], level, method);
    let what = format!("{made}, {}", figure::reference_phrase(lang, at));
    let about = Some((level, method, date));
    Ok(Pair { x: values(x)?, y: values(y)?, names, about, what, told, remarks, steps })
}

/// The default date, in the requested year if any, at which both have values.
fn common_date(
    atlas: &Atlas,
    x: &Indicator,
    y: &Indicator,
    year: Option<i16>,
    lang: Lang,
) -> Result<Date, CliError> {
    atlas.usual_common_date([x, y], year).ok_or_else(|| {
        let dates_of_y = atlas.dates(y);
        let common = atlas.dates(x).into_iter().filter(|date| dates_of_y.contains(date));
        let years: Vec<String> = common.map(|date| date.year().to_string()).collect();
        CliError::message(match year {
            Some(year) if !years.is_empty() => {
                texts::cli_no_common_year(lang, &x.id, &y.id, year, years.join(", "))
            }
            _ => texts::cli_no_common_date(lang, &x.id, &y.id),
        })
    })
}

fn as_json(matches: &ArgMatches, pair: &Pair, results: &Prepared, lang: Lang) -> String {
    let Prepared { r, rho, line, missing } = results;
    let mut result = json!({
        "x": text(matches, "x"), "y": text(matches, "y"),
        "n": rho.n, "missing": missing,
        "r": r.map(|r| r.r), "p": r.map(|r| r.p), "rho": rho.r, "rho_p": rho.p, "rho_p_exact": rho.exact,
        "strength": r.map(|r| Relation::of(rho.n, r.r, rho.r).id()), "explained": r.map(|r| r.r * r.r),
        "slope": line.map(|l| l.slope), "intercept": line.map(|l| l.intercept), "r2": line.map(|l| l.r2),
        "slope_ci95": line.map(|l| [l.slope_ci95.lower, l.slope_ci95.upper]),
        "warnings": warnings(&pair.remarks, lang),
    });
    if let Some(told) = &pair.told {
        result["what_if"] = told.json.clone();
    }
    if let Some((level, method, date)) = pair.about {
        result["level"] = Value::from(level.id());
        result["method"] = Value::from(method.id());
        result["date"] = Value::from(date.to_string());
    }
    format!("{result:#}\n")
}

fn as_text(pair: &Pair, results: &Prepared, lang: Lang) -> String {
    let Prepared { r, rho, line, missing } = results;
    let number = |x| i18n::significant(lang, x, 4);
    let three = |x| i18n::number(lang, x, 3);
    let count = |n: usize| i18n::number(lang, n as f64, 0);
    let mut lines = vec![format!("x: {}", pair.names[0]), format!("y: {}", pair.names[1])];
    lines.extend(pair.about.map(|_| pair.what.clone()));
    lines.extend(pair.told.iter().map(|told| told.full.clone()));
    lines.push(texts::correlate_pairs(lang, count(rho.n), count(*missing)));
    if let Some(r) = r {
        lines.push(texts::correlate_pearson(lang, three(r.r), i18n::p_value(lang, r.p)));
        let relation = Relation::of(rho.n, r.r, rho.r);
        lines.push(match relation_name(lang, relation) {
            Some(named) => texts::correlate_link(lang, named, share_text(lang, r.r * r.r)),
            None => relation_text(lang, relation, rho.n),
        });
    }
    lines.push(texts::correlate_spearman(lang, three(rho.r), i18n::p_of(lang, rho)));
    if let Some(which) = pair.steps[0] {
        let [x, y] = &pair.names;
        lines.push(lang.stats_error(StatsError::NoQuantity { which }, x, y));
    }
    if let Some(line) = line {
        let (lower, upper) = (number(line.slope_ci95.lower), number(line.slope_ci95.upper));
        let (slope, intercept) = (number(line.slope), number(line.intercept));
        lines.push(texts::correlate_line(lang, slope, lower, upper, intercept, three(line.r2)));
    }
    lines.extend(pair.remarks.iter().map(|remark| remark.text(lang)));
    lines.join("\n") + "\n"
}
