//! `stats ols`: a regression with its checks.

use clap::{ArgAction, ArgMatches, Command};
use serde_json::{Map, Value, json};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::values::text;
use crate::figure::listed;
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;
use crate::stats::regression::{
    Model, SpatialKind, breusch_pagan, fit_model, influence, jarque_bera, partial_correlation,
    residual_moran, spatial_model,
};
use crate::stats::space::Weights;

use super::table::printed;
use super::variables::{
    Variables, neighbours, neighbours_argument, read_these, told, told_json, typed, units,
};

/// Above this a variable is too much like the others.
const MUCH: f64 = 10.0;
/// Below this a test is told as a finding.
const LEVEL: f64 = 0.05;

pub fn command(b: &Builder) -> Command {
    b.sub("ols", t::HELP_OLS)
        .arg(b.value("y", "ID", t::HELP_MODEL_Y).required(true))
        .arg(b.value("x", "ID", t::HELP_MODEL_X).required(true).action(ArgAction::Append))
        .arg(b.value("weight", "ID", t::HELP_MODEL_WEIGHT))
        .arg(b.choice("model", &["ols", "lag", "error"], "ols", t::HELP_MODEL))
        .arg(neighbours_argument(b))
        .args(units(b))
}

pub fn run(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    // What explains first, as everywhere in the methods; then what is explained, and the weight.
    let mut ids = typed(matches, "x");
    let explaining = ids.len();
    ids.push(text(matches, "y"));
    ids.extend(matches.get_one::<String>("weight").map(String::as_str));
    let variables = read_these(matches, &ids, bundle, lang)?;
    let (kept, columns) = variables.complete();
    let (x, rest) = columns.split_at(explaining);
    let (y, weight) = (&rest[0], rest.get(1));
    let fault = |refused| variables.refused(refused, lang);
    let model = fit_model(y, x, weight.map(Vec::as_slice)).map_err(fault)?;
    let mut lines = variables.about.lines.clone();
    let mut out = variables.about.json.clone();
    let missing = variables.labels.len() - kept.len();
    lines.push(t::model_units(lang, kept.len(), missing));
    out.insert("n".to_owned(), json!(kept.len()));
    out.insert("missing".to_owned(), json!(missing));
    out.insert("weighted".to_owned(), json!(model.weighted));
    of_fit(&model, x, &variables, &mut lines, &mut out, lang);
    of_units(&model, &kept, &variables, &mut lines, &mut out, lang);
    if explaining > 1 && !model.weighted {
        of_partial(x, y, &variables, &mut lines, &mut out, lang)?;
    }
    if variables.bundle.is_some() {
        let rule = neighbours(matches, lang)?;
        let among = variables.weights(rule, lang)?.among(&kept);
        out.insert("neighbours".to_owned(), told_json(&among, rule));
        if !model.weighted {
            of_space(&model, &among, &mut lines, &mut out, lang).map_err(fault)?;
        }
        let kind = match text(matches, "model") {
            "lag" => Some(SpatialKind::Lag),
            "error" => Some(SpatialKind::Error),
            _ => None,
        };
        if let Some(kind) = kind {
            lines.extend(told(&among, rule, lang));
            let found = spatial_model(kind, y, x, &among).map_err(fault)?;
            let three = |x| i18n::number(lang, x, 3);
            let (value, likelihood, aic) =
                (three(found.coefficient), three(found.log_likelihood), three(found.aic));
            lines.push(match kind {
                SpatialKind::Lag => t::model_lag(lang, value, likelihood, aic),
                SpatialKind::Error => t::model_error(lang, value, likelihood, aic),
            });
            lines.push(t::model_aic(lang, three(model.aic)));
            out.insert(
                "spatial".to_owned(),
                json!({ "model": text(matches, "model"), "coefficient": found.coefficient, "betas": found.betas,
                    "sigma2": found.variance, "log_likelihood": found.log_likelihood, "aic": found.aic }),
            );
        }
    } else if text(matches, "model") != "ols" {
        return Err(CliError::message(lang.text(t::REFUSED_KEY)));
    }
    lines.push(lang.text(t::MODEL_CAUSE).to_owned());
    Ok(if matches.get_flag("json") { printed(out) } else { lines.join("\n") + "\n" })
}

fn of_fit(
    model: &Model,
    x: &[Vec<f64>],
    variables: &Variables,
    lines: &mut Vec<String>,
    out: &mut Map<String, Value>,
    lang: Lang,
) {
    let number = |x| i18n::significant(lang, x, 4);
    let three = |x| i18n::number(lang, x, 3);
    let percent = format!("{}%", i18n::number(lang, 100.0 * model.r2, 1));
    let p = i18n::p_value(lang, model.f.p);
    lines.push(t::model_fit(lang, percent, three(model.adjusted_r2), three(model.f.statistic), p));
    let mut all = Vec::new();
    for (j, of) in model.coefficients.iter().enumerate() {
        let name = match j.checked_sub(1) {
            None => lang.text(t::MODEL_CONSTANT),
            Some(at) => &variables.names[at],
        };
        let [from, to] = [number(of.ci95.lower), number(of.ci95.upper)];
        lines.push(match j {
            0 => t::model_constant(lang, number(of.value), from, to),
            _ => t::model_coefficient(
                lang,
                name,
                number(of.value),
                from,
                to,
                i18n::p_value(lang, of.p),
                i18n::p_value(lang, of.p_hc3),
                three(of.standardised),
                i18n::number(lang, of.vif, 1),
            ),
        });
        let id = j.checked_sub(1).map_or("constant", |at| variables.ids[at].as_str());
        all.push(json!({ "variable": id, "value": of.value, "se": of.se, "t": of.t, "p": of.p,
            "ci95": [of.ci95.lower, of.ci95.upper], "se_hc3": of.se_hc3, "p_hc3": of.p_hc3,
            "standardised": of.standardised, "vif": of.vif }));
    }
    for (at, _) in model.coefficients[1..].iter().enumerate().filter(|(_, of)| of.vif > MUCH) {
        lines.push(t::model_vif(lang, &variables.names[at]));
    }
    out.insert("coefficients".to_owned(), json!(all));
    out.insert("r2".to_owned(), json!(model.r2));
    out.insert("adjusted_r2".to_owned(), json!(model.adjusted_r2));
    out.insert("f".to_owned(), json!(model.f.statistic));
    out.insert("f_p".to_owned(), json!(model.f.p));
    out.insert("residual_sd".to_owned(), json!(model.residual_sd));
    out.insert("aic".to_owned(), json!(model.aic));
    // Residuals of one size have no such test.
    if let Ok(test) = breusch_pagan(model, x) {
        let p = i18n::p_value(lang, test.p);
        lines.push(if test.p <= LEVEL { t::model_bp(lang, p) } else { t::model_bp_fine(lang, p) });
        out.insert("breusch_pagan".to_owned(), json!({ "lm": test.statistic, "p": test.p }));
    }
    let test = jarque_bera(&model.residuals);
    if test.p <= LEVEL {
        lines.push(t::model_jb(lang, i18n::p_value(lang, test.p)));
    }
    out.insert("jarque_bera".to_owned(), json!({ "jb": test.statistic, "p": test.p }));
}

fn of_units(
    model: &Model,
    kept: &[usize],
    variables: &Variables,
    lines: &mut Vec<String>,
    out: &mut Map<String, Value>,
    lang: Lang,
) {
    const MOST: usize = 8;
    let units = influence(model);
    let mut large: Vec<(f64, usize)> = units
        .iter()
        .enumerate()
        .filter(|(_, of)| of.is_large(model.n))
        .map(|(at, of)| (of.cook, at))
        .collect();
    large.sort_by(|a, b| b.0.total_cmp(&a.0));
    let names: Vec<String> =
        large.iter().take(MOST).map(|(_, at)| variables.labels[kept[*at]].name.clone()).collect();
    if !names.is_empty() {
        lines.push(t::model_influence(lang, listed(lang, &names)));
    }
    let rows = kept.iter().enumerate().map(|(at, unit)| {
        let mut row = variables.labels[*unit].json();
        row.insert("fitted".to_owned(), json!(model.fitted[at]));
        row.insert("residual".to_owned(), json!(model.residuals[at]));
        row.insert("leverage".to_owned(), json!(units[at].leverage));
        row.insert("cook".to_owned(), json!(units[at].cook));
        row.insert("studentised".to_owned(), json!(units[at].studentised));
        Value::Object(row)
    });
    out.insert("units".to_owned(), rows.collect());
}

fn of_partial(
    x: &[Vec<f64>],
    y: &[f64],
    variables: &Variables,
    lines: &mut Vec<String>,
    out: &mut Map<String, Value>,
    lang: Lang,
) -> Result<(), CliError> {
    let mut all = Vec::new();
    for (at, own) in x.iter().enumerate() {
        let others: Vec<Vec<f64>> = x
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .map(|(_, column)| column.clone())
            .collect();
        let found =
            partial_correlation(own, y, &others).map_err(|refused| variables.refused(refused, lang))?;
        let r = i18n::number(lang, found.statistic, 3);
        lines.push(t::model_partial(lang, &variables.names[at], r, i18n::p_value(lang, found.p)));
        all.push(json!({ "variable": variables.ids[at], "r": found.statistic, "p": found.p }));
    }
    out.insert("partial".to_owned(), json!(all));
    Ok(())
}

fn of_space(
    model: &Model,
    among: &Weights,
    lines: &mut Vec<String>,
    out: &mut Map<String, Value>,
    lang: Lang,
) -> Result<(), crate::stats::Refused> {
    let found = residual_moran(model, among)?;
    let (i, p) = (i18n::number(lang, found.i, 3), i18n::p_value(lang, found.p));
    let alike = found.p <= LEVEL && found.i > found.expected;
    lines.push(if alike { t::model_moran(lang, i, p) } else { t::model_moran_fine(lang, i, p) });
    out.insert(
        "residual_moran".to_owned(),
        json!({ "i": found.i, "expected": found.expected, "variance": found.variance, "z": found.z, "p": found.p }),
    );
    Ok(())
}
