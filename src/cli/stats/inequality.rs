//! `stats gini` and `stats theil`: how unequally something is spread over areas.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use serde_json::json;

use crate::analysis::heads;
use crate::base::Level;
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::values::text;
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;
use crate::stats::inequality::{self, Weighted, end_shares, lorenz};

use super::numbers::columns;
use super::table::{About, OF_INDICATOR, csv, of_indicator, printed, query, refused};

pub fn gini(b: &Builder) -> Command {
    b.sub("gini", t::HELP_GINI)
        .args(of_indicator(b))
        .arg(csv(b, &["column"], &OF_INDICATOR))
        .arg(b.value("column", "C", t::HELP_COLUMN).requires("csv"))
        .arg(b.value("weight", "C", t::HELP_WEIGHT_COLUMN).requires("csv"))
        .arg(b.json())
}

pub fn theil(b: &Builder) -> Command {
    b.sub("theil", t::HELP_THEIL)
        .args(of_indicator(b))
        .arg(csv(b, &["column"], &OF_INDICATOR))
        .arg(b.value("column", "C", t::HELP_COLUMN).requires("csv"))
        .arg(b.value("weight", "C", t::HELP_WEIGHT_COLUMN).requires("csv"))
        .arg(b.value("group", "C", t::HELP_THEIL_GROUP).requires("csv"))
        .arg(b.json())
}

/// The areas, the group of each, and what they are.
struct Areas {
    areas: Vec<Weighted>,
    groups: Vec<usize>,
    has_groups: bool,
    about: About,
    missing: usize,
}

pub fn run(
    name: &str,
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let read = match matches.get_one::<PathBuf>("csv") {
        Some(file) => of_file(name, file, matches, lang)?,
        None => {
            let atlas = &bundle()?.atlas;
            let query = query(matches, atlas, lang)?;
            let found = heads(atlas, &query).map_err(|e| refused(&e, atlas, lang))?;
            Areas {
                missing: found.table.rows.len() - found.areas.len(),
                has_groups: query.level == Level::Comuni,
                areas: found.areas,
                groups: found.groups,
                about: About::indicator(atlas, &query, lang)?,
            }
        }
    };
    let fault = |error| CliError::message(lang.inequality_error(error));
    let Areas { areas, groups, has_groups, about, missing } = read;
    let three = |x| i18n::number(lang, x, 3);
    let (mut out, mut lines) = (about.json, about.lines);
    out.insert("n".to_owned(), json!(areas.len()));
    out.insert("missing".to_owned(), json!(missing));
    if name == "gini" {
        let gini = inequality::gini(&areas).map_err(fault)?;
        let ends = end_shares(&areas).map_err(fault)?;
        out.insert("gini".to_owned(), json!(gini));
        out.insert("top_fifth".to_owned(), json!(ends.top));
        out.insert("bottom_fifth".to_owned(), json!(ends.bottom));
        out.insert("ratio_80_20".to_owned(), json!(ends.ratio()));
        out.insert("lorenz".to_owned(), json!(lorenz(&areas).map_err(fault)?));
        let percent = |x: f64| lang.percentage(&format!("{}%", i18n::number(lang, 100.0 * x, 1)));
        lines.push(t::stats_gini(lang, three(gini)));
        lines.push(match ends.ratio() {
            Some(ratio) => {
                t::stats_ends(lang, percent(ends.top), percent(ends.bottom), i18n::number(lang, ratio, 2))
            }
            None => t::stats_ends_none(lang, percent(ends.top)),
        });
    } else {
        let theil = inequality::theil(&areas, &groups).map_err(fault)?;
        out.insert("theil".to_owned(), json!(theil.total));
        let shown = |x| i18n::significant(lang, x, 3);
        lines.push(t::stats_theil(lang, shown(theil.total)));
        if has_groups {
            out.insert("between".to_owned(), json!(theil.between));
            out.insert("within".to_owned(), json!(theil.within));
            if theil.total > 0.0 {
                let share = |x: f64| i18n::number(lang, 100.0 * x / theil.total, 1);
                let [between, within] = [share(theil.between), share(theil.within)];
                lines.push(match matches.contains_id("csv") {
                    true => t::stats_theil_parts_of_file(lang, between, within),
                    false => t::stats_theil_parts(lang, between, within),
                });
            }
        }
    }
    if matches.get_flag("json") {
        return Ok(printed(out));
    }
    lines.push(t::stats_areas(
        lang,
        i18n::number(lang, areas.len() as f64, 0),
        i18n::number(lang, missing as f64, 0),
    ));
    lines.push(lang.text(t::STATS_BETWEEN_AREAS).to_owned());
    Ok(lines.join("\n") + "\n")
}

fn of_file(name: &str, file: &std::path::Path, matches: &ArgMatches, lang: Lang) -> Result<Areas, CliError> {
    let column = text(matches, "column");
    let weight = matches.get_one::<String>("weight").map_or(column, String::as_str);
    let by_group = (name == "theil").then(|| matches.get_one::<String>("group")).flatten();
    let group = by_group.map_or(column, String::as_str);
    let [values, weights, groups] = columns(file, [column, weight, group], lang)?;
    let mut found = Areas {
        areas: Vec::new(),
        groups: Vec::new(),
        has_groups: by_group.is_some(),
        about: About::file(&[column]),
        missing: 0,
    };
    let mut named: Vec<f64> = Vec::new();
    for ((value, own), group) in values.iter().zip(&weights).zip(&groups) {
        let (Some(value), Some(own), Some(group)) = (*value, *own, *group) else {
            found.missing += 1;
            continue;
        };
        let own = if weight == column { 1.0 } else { own };
        let position = named.iter().position(|known| *known == group).unwrap_or_else(|| {
            named.push(group);
            named.len() - 1
        });
        found.areas.push(Weighted { value, weight: own });
        found.groups.push(if by_group.is_some() { position } else { 0 });
    }
    Ok(found)
}
