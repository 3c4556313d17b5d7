//! `stats segregation`: how a group is spread over the units of a level.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::analysis::parts;
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::values::text;
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;
use crate::stats::segregation::{Members, dissimilarity, exposure, location_quotient};

use super::numbers::columns;
use super::table::{About, Label, OF_INDICATOR, csv, of_indicator, printed, query, refused};

pub fn command(b: &Builder) -> Command {
    b.sub("segregation", t::HELP_SEGREGATION)
        .args(of_indicator(b))
        .arg(csv(b, &["group", "population"], &OF_INDICATOR))
        .arg(b.value("group", "C", t::HELP_GROUP).requires("csv"))
        .arg(b.value("population", "C", t::HELP_POPULATION).requires("csv"))
        .arg(b.json())
}

pub fn run(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let (labels, areas, about): (Vec<Label>, Vec<Members>, About) = if let Some(file) =
        matches.get_one::<PathBuf>("csv")
    {
        let names = ["group", "population"].map(|name| text(matches, name));
        let [group, population] = columns(file, names, lang)?;
        let all = Label::of_rows(group.len(), lang);
        let both = group.iter().zip(&population).zip(all).filter_map(|((group, population), label)| {
            Some((label, Members { group: (*group)?, population: (*population)? }))
        });
        let (labels, areas) = both.unzip();
        (labels, areas, About::file(&names))
    } else {
        let atlas = &bundle()?.atlas;
        let query = query(matches, atlas, lang)?;
        let (table, members) = parts(atlas, &query).map_err(|e| refused(&e, atlas, lang))?;
        let all = Label::of_table(&table);
        let (labels, areas) = members.into_iter().map(|(unit, members)| (all[unit].clone(), members)).unzip();
        (labels, areas, About::indicator(atlas, &query, lang)?)
    };
    let fault = |error| CliError::message(lang.segregation_error(error));
    let d = dissimilarity(&areas).map_err(fault)?;
    let exposed = exposure(&areas).map_err(fault)?;
    let quotients = location_quotient(&areas).map_err(fault)?;
    let sum = |of: fn(&Members) -> f64| areas.iter().map(of).sum::<f64>();
    let share = sum(|area| area.group) / sum(|area| area.population);
    if matches.get_flag("json") {
        let mut out = about.json;
        out.insert("n".to_owned(), json!(areas.len()));
        out.insert("share".to_owned(), json!(share));
        out.insert("dissimilarity".to_owned(), json!(d));
        out.insert("isolation".to_owned(), json!(exposed.isolation));
        out.insert("interaction".to_owned(), json!(exposed.interaction));
        out.insert("eta_squared".to_owned(), json!(exposed.adjusted));
        let units = labels.iter().zip(&quotients).map(|(label, quotient)| {
            let mut row = label.json();
            row.insert("location_quotient".to_owned(), json!(quotient));
            Value::Object(row)
        });
        out.insert("units".to_owned(), units.collect());
        return Ok(printed(out));
    }
    let percent = |x: f64| i18n::number(lang, 100.0 * x, 1);
    let mut lines = about.lines;
    lines.push(t::stats_dissimilarity(lang, i18n::number(lang, d, 3), percent(d)));
    lines.push(t::stats_isolation(lang, percent(exposed.isolation), percent(share)));
    let mut order: Vec<(f64, &Label)> =
        quotients.iter().zip(&labels).filter_map(|(quotient, label)| Some(((*quotient)?, label))).collect();
    order.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    const SHOWN: usize = 5;
    for (quotient, label) in order.iter().take(SHOWN) {
        lines.push(t::stats_quotient(lang, &label.name, i18n::number(lang, *quotient, 2)));
    }
    lines.push(lang.text(t::STATS_SEGREGATION_NOTE).to_owned());
    Ok(lines.join("\n") + "\n")
}
