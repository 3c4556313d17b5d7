//! `stats kmeans`, `ward`, `medoids` and `skater`: groups of units that are alike.

use clap::{ArgMatches, Command, value_parser};
use serde_json::{Map, Value, json};

use crate::analysis::{Algorithm, Grouped, Grouping, STARTS, grouping};
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;
use crate::stats::groups::{profile, reasons, stability};

use super::table::printed;
use super::variables::{
    arguments, neighbours, neighbours_argument, read, seed, seed_argument, shortly, told, told_json,
};

/// The samples by which stability is judged.
const SAMPLES: u32 = 50;

pub fn commands(b: &Builder) -> [Command; 4] {
    Algorithm::ALL.map(|algorithm| {
        let command = b.sub(algorithm.id(), t::HELP_GROUPS).args(arguments(b)).args([
            b.value("groups", "K", t::HELP_K).value_parser(value_parser!(usize)).allow_negative_numbers(true),
            seed_argument(b),
        ]);
        match algorithm {
            Algorithm::KMeans => command.arg(
                b.value("starts", "N", t::HELP_STARTS)
                    .value_parser(value_parser!(u32).range(1..=100_000))
                    .default_value("100"),
            ),
            Algorithm::Skater => command.arg(neighbours_argument(b)),
            Algorithm::Ward | Algorithm::Medoids => command,
        }
    })
}

pub fn run(
    algorithm: Algorithm,
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let variables = read(matches, bundle, lang)?;
    let mut lines = variables.about.lines.clone();
    let mut out: Map<String, Value> = variables.about.json.clone();
    let mut weights = None;
    if algorithm == Algorithm::Skater {
        let rule = neighbours(matches, lang)?;
        let own = variables.weights(rule, lang)?;
        lines.extend(told(&own, rule, lang));
        out.insert("neighbours".to_owned(), told_json(&own, rule));
        weights = Some(own);
    }
    let starts =
        if algorithm == Algorithm::KMeans { matches.get_one::<u32>("starts").copied() } else { None };
    let asked = Grouped {
        algorithm,
        k: matches.get_one::<usize>("groups").copied(),
        starts: starts.unwrap_or(STARTS),
        seed: seed(matches),
    };
    let fault = |refused| variables.refused(refused, lang);
    let found = grouping(&variables.columns, asked, weights.as_ref()).map_err(fault)?;
    let stable = stability(&found.points, &found.partition, SAMPLES, asked.seed).map_err(fault)?;
    let missing = variables.labels.len() - found.kept.len();
    lines.extend((missing > 0).then(|| t::space_missing(lang, missing)));
    lines.extend(lang.grouping(algorithm, &found));
    lines.push(match stable {
        Some(stable) => t::groups_stability(lang, i18n::number(lang, stable, 2)),
        None => lang.text(t::GROUPS_STABILITY_NONE).to_owned(),
    });
    let profile = profile(&found.points, &found.partition);
    for (group, means) in profile.iter().enumerate() {
        let members: Vec<String> = found
            .kept
            .iter()
            .zip(&found.partition.groups)
            .filter(|(_, own)| **own == group)
            .map(|(unit, _)| variables.labels[*unit].name.clone())
            .collect();
        let words = lang.group_profile(means, &variables.names);
        lines.push(t::groups_one(lang, group + 1, members.len(), words));
        if let Some(medoid) = found.medoids.get(group) {
            let name = &variables.labels[found.kept[*medoid]].name;
            lines.push(format!("  {}", t::groups_medoid(lang, name)));
        }
        lines.push(format!("  {}", shortly(lang, members)));
    }
    lines.push(lang.text(t::GROUPS_SCORES).to_owned());
    if !matches.get_flag("json") {
        return Ok(lines.join("\n") + "\n");
    }
    out.insert("algorithm".to_owned(), json!(algorithm.id()));
    out.insert("k".to_owned(), json!(found.partition.k));
    out.insert("seed".to_owned(), json!(asked.seed));
    if algorithm == Algorithm::KMeans {
        out.insert("starts".to_owned(), json!(asked.starts));
    }
    out.insert("n".to_owned(), json!(found.kept.len()));
    out.insert("missing".to_owned(), json!(missing));
    out.insert("within".to_owned(), json!(found.partition.within));
    out.insert("between_share".to_owned(), json!(found.partition.between_share));
    out.insert("silhouette".to_owned(), json!(found.silhouette.mean));
    out.insert("tried".to_owned(), json!(found.tried));
    out.insert("stability".to_owned(), json!(stable));
    out.insert("profile".to_owned(), json!(profile));
    out.insert("units".to_owned(), rows(&found, &variables));
    Ok(printed(out))
}

fn rows(found: &Grouping, variables: &super::variables::Variables) -> Value {
    let row = |at: usize| {
        let mut row = variables.labels[found.kept[at]].json();
        row.insert("group".to_owned(), json!(found.partition.groups[at] + 1));
        row.insert("silhouette".to_owned(), json!(found.silhouette.units[at]));
        if let Some((other, reasons)) = reasons(&found.points, &found.partition, at) {
            row.insert("next_group".to_owned(), json!(other + 1));
            let all: Vec<Value> = reasons
                .iter()
                .map(|of| json!({ "variable": variables.ids[of.variable], "score": of.score, "weight": of.weight }))
                .collect();
            row.insert("reasons".to_owned(), json!(all));
        }
        Value::Object(row)
    };
    (0..found.kept.len()).map(row).collect()
}
