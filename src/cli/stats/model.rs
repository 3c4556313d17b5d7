//! `stats ols`: a regression with its checks.

use clap::{ArgAction, ArgMatches, Command};
use serde_json::{Map, Value, json};

use crate::analysis::few_for_model;
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::values::text;
use crate::figure::listed;
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;
use crate::stats::Refused;
use crate::stats::regression::{
    Model, SpatialKind, SpatialModel, breusch_pagan, fit_model, influence, jarque_bera, partial_correlation,
    residual_moran, spatial_model,
};
use crate::stats::space::Weights;

use super::table::printed;
use super::variables::{
    Variables, neighbours, neighbours_argument, read_these, told, told_json, typed, units,
};

/// Above this a variable is too much like the others.
const MUCH: f64 = 10.0;
/// Two-sided, 95%.
const NORMAL_95: f64 = 1.959_963_984_540_054;
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
    // A weight may explain something too; what is explained may not.
    let named = &ids[..=explaining];
    if let Some(twice) = (1..named.len()).find(|at| named[..*at].contains(&named[*at])) {
        let variables = read_these(matches, &named[twice..=twice], bundle, lang)?;
        return Err(variables.refused(Refused::Twice { variable: 0 }, lang));
    }
    let variables = read_these(matches, &ids, bundle, lang)?;
    let (kept, columns) = variables.complete();
    let (x, rest) = columns.split_at(explaining);
    let (y, weight) = (&rest[0], rest.get(1));
    // Behind what is explained there may be a weight.
    let fault = |refused| match refused {
        Refused::Constant { variable: None } => {
            variables.refused(Refused::Constant { variable: Some(explaining) }, lang)
        }
        refused => variables.refused(refused, lang),
    };
    let model = fit_model(y, x, weight.map(Vec::as_slice)).map_err(fault)?;
    let mut lines = variables.about.lines.clone();
    let mut out = variables.about.json.clone();
    let missing = variables.labels.len() - kept.len();
    lines.push(t::model_units(lang, kept.len(), missing));
    out.insert("n".to_owned(), json!(kept.len()));
    out.insert("missing".to_owned(), json!(missing));
    out.insert("weighted".to_owned(), json!(model.weighted));
    let of_neighbours = text(matches, "model") != "ols";
    let explained = &variables.names[explaining];
    if few_for_model(kept.len(), explaining + 1) {
        lines.push(t::model_few(lang, kept.len(), explaining));
    }
    lines.extend(variables.counts_said(&named_positions(explaining), lang));
    of_fit(&model, (x, explained, of_neighbours), &variables, &mut lines, &mut out, lang);
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
            of_spatial(&found, &model, &variables, &mut lines, &mut out, lang);
        }
    } else if text(matches, "model") != "ols" {
        return Err(CliError::message(lang.text(t::REFUSED_KEY)));
    }
    lines.push(lang.text(t::MODEL_CAUSE).to_owned());
    Ok(if matches.get_flag("json") { printed(out) } else { lines.join("\n") + "\n" })
}

/// The positions of what explains and of what is explained.
fn named_positions(explaining: usize) -> Vec<usize> {
    (0..=explaining).collect()
}

/// The coefficients of a model of neighbours, with the tests that belong to them.
fn of_spatial(
    found: &SpatialModel,
    plain: &Model,
    variables: &Variables,
    lines: &mut Vec<String>,
    out: &mut Map<String, Value>,
    lang: Lang,
) {
    let three = |x| i18n::number(lang, x, 3);
    let number = |x| i18n::significant(lang, x, 4);
    let p_of = SpatialModel::p;
    let (value, likelihood, aic) = (three(found.coefficient), three(found.log_likelihood), three(found.aic));
    let p = i18n::p_value(lang, p_of(found.coefficient, found.coefficient_se));
    let (name, line) = match found.kind {
        SpatialKind::Lag => ("lag", t::model_lag(lang, value, p, likelihood, aic)),
        SpatialKind::Error => ("error", t::model_error(lang, value, p, likelihood, aic)),
    };
    lines.push(line);
    let mut all = Vec::new();
    for (j, (value, se)) in found.betas.iter().zip(&found.betas_se).enumerate() {
        let (from, to) = (value - NORMAL_95 * se, value + NORMAL_95 * se);
        let p = p_of(*value, *se);
        let name = match j.checked_sub(1) {
            None => lang.text(t::MODEL_CONSTANT),
            Some(at) => &variables.names[at],
        };
        let [value_said, from_said, to_said] = [*value, from, to].map(number);
        lines.push(match j {
            0 => t::model_constant(lang, value_said, from_said, to_said),
            _ => t::model_spatial_coefficient(
                lang,
                name,
                value_said,
                from_said,
                to_said,
                i18n::p_value(lang, p),
            ),
        });
        let id = j.checked_sub(1).map_or("constant", |at| variables.ids[at].as_str());
        all.push(json!({ "variable": id, "value": value, "se": se, "p": p, "ci95": [from, to] }));
    }
    if found.kind == SpatialKind::Lag {
        lines.push(lang.text(t::MODEL_LAG_EFFECTS).to_owned());
    }
    lines.push(t::model_aic(lang, three(plain.aic)));
    // Those of least squares stay under a name that says so.
    if let Some(plain) = out.insert("coefficients".to_owned(), json!(all)) {
        out.insert("least_squares_coefficients".to_owned(), plain);
    }
    out.insert(
        "spatial".to_owned(),
        json!({ "model": name, "coefficient": found.coefficient, "se": found.coefficient_se,
            "p": p_of(found.coefficient, found.coefficient_se), "betas": found.betas,
            "betas_se": found.betas_se, "sigma2": found.variance,
            "log_likelihood": found.log_likelihood, "aic": found.aic }),
    );
}

fn of_fit(
    model: &Model,
    (x, explained, of_neighbours): (&[Vec<f64>], &str, bool),
    variables: &Variables,
    lines: &mut Vec<String>,
    out: &mut Map<String, Value>,
    lang: Lang,
) {
    let number = |x| i18n::significant(lang, x, 4);
    let three = |x| i18n::number(lang, x, 3);
    let percent = format!("{}%", i18n::number(lang, 100.0 * model.r2, 1));
    let p = i18n::p_value(lang, model.f.p);
    // Where everything is explained, F is what rounding leaves of a division by zero.
    const MOST_F: f64 = 1e9;
    let f = match model.f.statistic {
        f if f > MOST_F => lang.text(t::MODEL_F_HUGE).to_owned(),
        f => three(f),
    };
    lines.push(match of_neighbours {
        true => t::model_fit_plain(lang, percent, explained, three(model.adjusted_r2)),
        false => t::model_fit(lang, percent, explained, three(model.adjusted_r2), f, p),
    });
    let mut all = Vec::new();
    for (j, of) in model.coefficients.iter().enumerate() {
        let name = match j.checked_sub(1) {
            None => lang.text(t::MODEL_CONSTANT),
            Some(at) => &variables.names[at],
        };
        let [from, to] = [number(of.ci95.lower), number(of.ci95.upper)];
        // With neighbours in the model its own coefficients are printed, not those of least squares.
        lines.extend((!of_neighbours).then(|| match j {
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
        }));
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
