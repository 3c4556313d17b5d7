//! `stats funnel`: areas by size, against the limits of chance.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::analysis::{Benchmark, Funnel, Place};
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;
use crate::stats::compare::{Basis, Side, by_chance};
use crate::stats::intervals::Confidence;

use super::rates;
use super::table::printed;

pub fn command(b: &Builder) -> Command {
    b.sub("funnel", t::HELP_STATS_FUNNEL)
        .args(rates::arguments(b))
        .arg(b.value("against", "ats|lombardia|V", t::HELP_AGAINST_ONE).allow_hyphen_values(true))
        .arg(b.choice("basis", &["part", "count"], "count", t::HELP_BASIS).requires("csv"))
        .arg(b.flag("not-widened", t::HELP_NOT_WIDENED))
}

pub fn run(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let of_file = match crate::cli::values::text(matches, "basis") {
        "part" => Basis::Part,
        _ => Basis::Count,
    };
    let typed = rates::benchmark(matches, "against", lang)?;
    if typed == Some(Benchmark::Asst) {
        return Err(CliError::message(lang.text(t::STATS_FUNNEL_ONE)));
    }
    let of_indicator = matches.contains_id("indicator");
    let benchmark = typed.or(of_indicator.then_some(Benchmark::Ats));
    let rates = rates::read(matches, bundle, benchmark, Confidence::P95, of_file, lang)?;
    let known = rates.known();
    let sum = |of: fn(&(usize, (f64, f64))) -> f64| known.iter().map(of).sum::<f64>();
    let pooled = sum(|(_, (x, _))| *x) / sum(|(_, (_, n))| *n);
    let common = rates.against.as_ref().and_then(|against| against.rows.first()?.benchmark).or(rates.typed);
    if known.is_empty() {
        return Err(CliError::message(lang.text(t::STATS_NOTHING)));
    }
    let target = common.map_or(pooled, |value| value / rates.multiplier);
    let funnel = Funnel::new(&known, target, rates.basis, !matches.get_flag("not-widened"));
    let [beyond_95, beyond_998] = funnel.outside();
    if matches.get_flag("json") {
        let mut out = rates.about.json.clone();
        out.insert("benchmark".to_owned(), json!(target * rates.multiplier));
        out.insert("multiplier".to_owned(), json!(rates.multiplier));
        out.insert("phi".to_owned(), json!(funnel.dispersion.map(|of| of.phi)));
        out.insert("overdispersed".to_owned(), json!(funnel.dispersion.map(|of| of.is_over())));
        out.insert("widened_by".to_owned(), json!(funnel.factor));
        out.insert("outside_95".to_owned(), json!(beyond_95));
        out.insert("outside_99.8".to_owned(), json!(beyond_998));
        out.insert("expected_outside_95".to_owned(), json!(by_chance(funnel.points.len(), Confidence::P95)));
        let units = funnel.points.iter().map(|point| {
            let mut row = rates.labels[point.unit].json();
            row.insert("numerator".to_owned(), json!(point.numerator));
            row.insert("denominator".to_owned(), json!(point.denominator));
            row.insert("value".to_owned(), json!(point.rate * rates.multiplier));
            row.insert("z".to_owned(), json!(point.score));
            for level in Confidence::ALL {
                let limits = funnel.limits(point.denominator, level).scaled(rates.multiplier);
                row.insert(format!("limits_{}", level.id()), json!([limits.lower, limits.upper]));
            }
            row.insert("place".to_owned(), json!(point.place.id()));
            row.insert("side".to_owned(), json!(point.place.side().id()));
            Value::Object(row)
        });
        out.insert("units".to_owned(), units.collect());
        return Ok(printed(out));
    }
    let number = |x: f64| i18n::number(lang, x * rates.multiplier, rates.decimals);
    let mut lines = rates.about.lines.clone();
    lines.push(t::stats_benchmark(lang, number(target)));
    for point in funnel.points.iter().filter(|point| point.place != Place::Within) {
        let limits = funnel.limits(point.denominator, Confidence::P95);
        let level = match point.place {
            Place::Beyond998(_) => Confidence::P998,
            _ => Confidence::P95,
        };
        let name = &rates.labels[point.unit].name;
        let [value, lower, upper] = [point.rate, limits.lower, limits.upper].map(number);
        let percent = lang.confidence(level);
        lines.push(match point.place.side() {
            Side::Below => t::stats_funnel_below(lang, name, value, lower, upper, percent),
            _ => t::stats_funnel_above(lang, name, value, lower, upper, percent),
        });
    }
    lines.extend(lang.funnel_sentences(&funnel));
    Ok(lines.join("\n") + "\n")
}
