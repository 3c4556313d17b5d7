//! `stats ampi`: a composite index, what it is made of, and how its ranks move.

use clap::{ArgAction, ArgMatches, Command};
use serde_json::{Map, Value, json};

use crate::analysis::{IndexAsked, Indexed, WEIGHT_DRAWS, at_all_dates, indexed};
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::values::text;
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;
use crate::stats::index::{Composite, Method, Polarity, RankRange, Variant};

use super::table::printed;
use super::variables::{Variables, arguments, read, seed, seed_argument, typed};

pub fn command(b: &Builder) -> Command {
    b.sub("ampi", t::HELP_AMPI)
        .args(arguments(b))
        .arg(b.choice("by", &Method::ALL.map(Method::id), "ampi", t::HELP_COMPOSITE_BY))
        .arg(b.value("polarity", "ID=±", t::HELP_POLARITY).action(ArgAction::Append))
        .arg(b.choice("direction", &["positive", "negative"], "positive", t::HELP_DIRECTION))
        .arg(seed_argument(b))
}

pub fn run(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let mut variables = read(matches, bundle, lang)?;
    let direction = match text(matches, "direction") {
        "negative" => Polarity::Negative,
        _ => Polarity::Positive,
    };
    // The catalogue says what is good or bad; the index may be of what is bad.
    if direction == Polarity::Negative {
        variables.polarity.iter_mut().flatten().for_each(|own| *own = opposite(*own));
    }
    for typed in typed(matches, "polarity") {
        let fault = || CliError::message(t::refused_typed_polarity(lang, typed));
        let (id, sign) = typed.split_once('=').ok_or_else(fault)?;
        let at = variables.ids.iter().position(|own| own == id).ok_or_else(fault)?;
        let good = match sign {
            "+" => Polarity::Positive,
            "-" | "−" => Polarity::Negative,
            _ => return Err(fault()),
        };
        let own = if direction == Polarity::Negative { opposite(good) } else { good };
        variables.polarity[at] = Some(own);
    }
    let method = Method::from_id(text(matches, "by")).unwrap_or(Method::Ampi);
    let fault = |refused| variables.refused(refused, lang);
    let (others, dates) = match variables.bundle.as_ref().filter(|_| !matches.contains_id("csv")) {
        Some(bundle) => at_all_dates(&bundle.atlas, &variables.ids, variables.level, variables.method),
        None => (Vec::new(), 1),
    };
    let asked = IndexAsked { method, direction, seed: seed(matches) };
    let made = indexed(&variables.columns, (&others, dates), &variables.polarity, asked).map_err(fault)?;
    let Indexed { kept, composite: found, robust, goalposts, dates } = made;
    let mut lines = variables.about.lines.clone();
    let said = if direction == Polarity::Positive { t::COMPOSITE_POSITIVE } else { t::COMPOSITE_NEGATIVE };
    lines.push(t::composite_head(lang, lang.index_method(method), lang.text(said)));
    lines.extend(
        (kept.len() < variables.labels.len())
            .then(|| t::space_missing(lang, variables.labels.len() - kept.len())),
    );
    if method == Method::Ampi {
        for (at, [low, high]) in goalposts.ends().iter().enumerate() {
            let ends = [low, high].map(|x| i18n::number(lang, *x, variables.decimals[at]));
            lines.push(t::composite_goalposts(lang, &variables.names[at], &ends[0], &ends[1]));
        }
        lines.extend((dates > 1).then(|| t::composite_dates(lang, dates)));
    }
    if let Some(explained) = found.explained {
        for (name, weight) in variables.names.iter().zip(&found.weights) {
            lines.push(t::composite_weight(lang, name, i18n::number(lang, *weight, 3)));
            lines.extend((*weight < 0.0).then(|| t::composite_against(lang, name)));
        }
        lines.push(t::composite_explained(lang, format!("{}%", i18n::number(lang, 100.0 * explained, 1))));
    }
    lines.extend(ranking(&found, &robust.ranges, &kept, &variables, lang));
    if matches!(method, Method::Ampi | Method::Mpi) {
        lines.push(lang.text(t::COMPOSITE_PENALTY).to_owned());
    }
    let moves = i18n::number(lang, robust.mean_move, 1);
    let leaves_out = robust.variants.iter().any(|(variant, _)| matches!(variant, Variant::Without(_)));
    lines.push(match leaves_out {
        true => t::composite_moves(lang, moves),
        false => t::composite_moves_of_method(lang, moves),
    });
    if !matches.get_flag("json") {
        return Ok(lines.join("\n") + "\n");
    }
    let mut out: Map<String, Value> = variables.about.json.clone();
    out.insert("index_method".to_owned(), json!(method.id()));
    out.insert("direction".to_owned(), json!(text(matches, "direction")));
    out.insert(
        "polarity".to_owned(),
        json!(variables.polarity.iter().map(|own| sign(*own)).collect::<Vec<_>>()),
    );
    out.insert("n".to_owned(), json!(kept.len()));
    out.insert("weights".to_owned(), json!(found.weights));
    out.insert("explained".to_owned(), json!(found.explained));
    out.insert("goalposts".to_owned(), json!(goalposts.ends()));
    out.insert("goalpost_dates".to_owned(), json!(dates));
    out.insert("seed".to_owned(), json!(seed(matches)));
    out.insert("weight_draws".to_owned(), json!(WEIGHT_DRAWS));
    out.insert("mean_move".to_owned(), json!(robust.mean_move));
    let variants = robust.variants.iter().map(|(variant, ranks)| {
        let name = match variant {
            Variant::Without(at) => format!("without:{}", variables.ids[*at]),
            Variant::Method(method) => format!("method:{}", method.id()),
            Variant::ZeroToOne => "scale:zero-to-one".to_owned(),
            Variant::Weights(draw) => format!("weights:{draw}"),
        };
        json!({ "variant": name, "ranks": ranks })
    });
    out.insert("variants".to_owned(), variants.collect());
    let ranks = found.ranks();
    let rows = kept.iter().enumerate().map(|(at, unit)| {
        let mut row = variables.labels[*unit].json();
        let range = robust.ranges[at];
        row.insert("index".to_owned(), json!(found.index[at]));
        row.insert("rank".to_owned(), json!(ranks[at]));
        row.insert("ranks".to_owned(), json!([range.highest, range.lowest]));
        row.insert("ranks_of_weights".to_owned(), json!(range.of_weights));
        row.insert("mean".to_owned(), json!(found.means[at]));
        row.insert("penalty".to_owned(), json!(found.penalties[at]));
        let scores: Vec<f64> = found.scores.iter().map(|column| column[at]).collect();
        row.insert("scores".to_owned(), json!(scores));
        row.insert("contributions".to_owned(), json!(found.contributions(at)));
        Value::Object(row)
    });
    out.insert("units".to_owned(), rows.collect());
    Ok(printed(out))
}

fn opposite(polarity: Polarity) -> Polarity {
    match polarity {
        Polarity::Positive => Polarity::Negative,
        Polarity::Negative => Polarity::Positive,
    }
}

fn sign(polarity: Option<Polarity>) -> &'static str {
    match polarity {
        Some(Polarity::Positive) => "positive",
        Some(Polarity::Negative) => "negative",
        None => "undeclared",
    }
}

fn ranking(
    found: &Composite,
    ranges: &[RankRange],
    kept: &[usize],
    variables: &Variables,
    lang: Lang,
) -> Vec<String> {
    let ranks = found.ranks();
    let mut order: Vec<usize> = (0..kept.len()).collect();
    order.sort_by_key(|at| ranks[*at]);
    let decimals =
        if matches!(found.method, Method::Ampi | Method::Mpi | Method::MeanOfRanks) { 1 } else { 3 };
    let row = |at: usize| {
        t::composite_row(
            lang,
            ranks[at],
            &variables.labels[kept[at]].name,
            i18n::number(lang, found.index[at], decimals),
            i18n::places_between(lang, ranges[at].highest, ranges[at].lowest),
            i18n::number(lang, found.penalties[at], 1),
        )
    };
    order.into_iter().map(row).collect()
}
