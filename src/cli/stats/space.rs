//! `stats moran`, `lisa`, `getis`, `geary` and `joins`: statistics of space.

use clap::{ArgMatches, Command};
use serde_json::{Map, Value, json};

use crate::analysis::{Cluster, Clusters, clusters};
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::i18n::{self, Lang, Text, Thing, texts as t};
use crate::io::Bundle;
use crate::stats::space::{
    FEW_UNITS, Local, Moran, Permutations, Quadrant, Weights, expected_by_chance, geary, getis_star, joins,
    local_geary, moran, moran_bivariate, scatter, significant,
};

use super::numbers::number;
use super::table::printed;
use super::variables::{
    Variables, arguments, fdr, neighbours, permutations, read, shortly, space_arguments, told, told_json,
};

/// The methods, by name.
pub const NAMES: [&str; 5] = ["moran", "lisa", "getis", "geary", "joins"];

pub fn commands(b: &Builder) -> [Command; 5] {
    let of = |name, help| b.sub(name, help).args(arguments(b)).args(space_arguments(b));
    [
        of("moran", t::HELP_MORAN),
        of("lisa", t::HELP_LISA),
        of("getis", t::HELP_GETIS),
        of("geary", t::HELP_GEARY),
        of("joins", t::HELP_JOINS).arg(b.value("above", "V", t::HELP_ABOVE).allow_hyphen_values(true)),
    ]
}

/// What is printed.
struct Out {
    lines: Vec<String>,
    json: Map<String, Value>,
}

impl Out {
    fn put(&mut self, name: &str, value: Value) {
        self.json.insert(name.to_owned(), value);
    }
}

pub fn run(
    name: &str,
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let variables = read(matches, bundle, lang)?;
    let rule = neighbours(matches, lang)?;
    let weights = variables.weights(rule, lang)?;
    let permutations = permutations(matches);
    let (kept, columns) = variables.complete();
    let among = weights.among(&kept);
    let mut out = Out { lines: variables.about.lines.clone(), json: variables.about.json.clone() };
    out.lines.extend(told(&among, rule, lang));
    out.put("neighbours", told_json(&among, rule));
    out.put("n", json!(kept.len()));
    let missing = variables.labels.len() - kept.len();
    out.put("missing", json!(missing));
    out.put("permutations", json!(permutations.count));
    out.put("seed", json!(permutations.seed));
    if missing > 0 {
        out.lines.push(t::space_missing(lang, missing));
    }
    // Local tests say it with their own words.
    if kept.len() < FEW_UNITS && matches!(name, "moran" | "joins") {
        out.lines.push(t::space_few(lang, kept.len()));
    }
    out.lines.extend(variables.counts_said(&(0..variables.ids.len()).collect::<Vec<_>>(), lang));
    let fault = |refused| variables.refused(refused, lang);
    match name {
        "moran" => {
            let found = match columns.as_slice() {
                [x, y, ..] => moran_bivariate(x, y, &among, permutations),
                _ => moran(&columns[0], &among, permutations),
            };
            of_moran(&mut out, &found.map_err(fault)?, columns.len() > 1, lang);
            let points = scatter(&columns[0], &among).map_err(fault)?;
            let points = kept.iter().zip(&points).map(|(unit, point)| {
                let mut row = variables.labels[*unit].json();
                row.insert("score".to_owned(), json!(point.own));
                row.insert("neighbours_score".to_owned(), json!(point.neighbours));
                Value::Object(row)
            });
            if columns.len() == 1 {
                out.put("units", points.collect());
            }
        }
        "lisa" => {
            let found = clusters(&variables.columns[0], &weights, permutations, fdr(matches, lang)?);
            of_clusters(&mut out, &found.map_err(fault)?, &variables, lang);
        }
        "getis" => {
            let (local, scores) = getis_star(&columns[0], &among, permutations).map_err(fault)?;
            let sides = scores.iter().map(|z| z.map(|z| usize::from(z < 0.0))).collect();
            let sorts = [("hot", t::HOT_SPOT), ("cold", t::COLD_SPOT)];
            let found =
                Tested { local: &local, scores: Some(&scores), sides, sorts, level: fdr(matches, lang)? };
            of_local(&mut out, &found, &kept, &variables, lang);
        }
        "geary" => {
            let whole = geary(&columns[0], &among, permutations).map_err(fault)?;
            let three = |x| i18n::number(lang, x, 3);
            let p = i18n::p_value(lang, whole.p);
            out.lines.push(t::geary_line(
                lang,
                three(whole.c),
                three(whole.z),
                p,
                i18n::number(lang, f64::from(permutations.count), 0),
                permutations.seed,
            ));
            out.put(
                "geary",
                json!({ "c": whole.c, "expected": 1.0, "variance": whole.variance, "z": whole.z,
                    "p_normal": whole.p_normal, "p": whole.p, "p_sim": whole.directed }),
            );
            let local = local_geary(&columns[0], &among, permutations).map_err(fault)?;
            let mean = local.statistic.iter().flatten().sum::<f64>()
                / local.statistic.iter().flatten().count() as f64;
            let sides = local.statistic.iter().map(|c| c.map(|c| usize::from(c > mean))).collect();
            let sorts = [("alike", t::GEARY_ALIKE), ("unlike", t::GEARY_UNLIKE)];
            let found = Tested { local: &local, scores: None, sides, sorts, level: fdr(matches, lang)? };
            of_local(&mut out, &found, &kept, &variables, lang);
        }
        _ => of_joins(&mut out, matches, &columns[0], &among, permutations, &variables, lang)?,
    }
    out.lines.push(lang.text(t::CENSUS_CHANCE).to_owned());
    Ok(if matches.get_flag("json") { printed(out.json) } else { out.lines.join("\n") + "\n" })
}

fn of_moran(out: &mut Out, found: &Moran, bivariate: bool, lang: Lang) {
    let mut sentences = lang.moran(found);
    if bivariate {
        sentences[1] = lang.text(t::MORAN_BIVARIATE).to_owned();
    }
    out.lines.extend(sentences);
    out.put("moran", of_moran_json(found));
}

fn of_moran_json(found: &Moran) -> Value {
    json!({ "i": found.i, "expected": found.expected, "variance": found.variance, "z": found.z,
        "p_normal": found.p_normal, "p": found.p, "p_sim": found.directed })
}

fn of_clusters(out: &mut Out, found: &Clusters, variables: &Variables, lang: Lang) {
    of_moran(out, &found.whole, false, lang);
    let named = |cluster: Cluster| {
        let units = (0..found.units.len()).filter(|&unit| found.units[unit] == Some(cluster));
        units.map(|unit| variables.labels[unit].name.clone()).collect::<Vec<_>>()
    };
    out.lines.extend(lang.clusters(found));
    for cluster in Cluster::TESTED {
        let names = named(cluster);
        let sort = lang.cluster(cluster);
        out.lines.push(match cluster {
            Cluster::Of(_) if !names.is_empty() => {
                t::cluster_names(lang, sort, names.len(), shortly(lang, names))
            }
            _ => t::cluster_count(lang, sort, names.len()),
        });
    }
    let units = (0..found.units.len()).map(|unit| {
        let mut row = variables.labels[unit].json();
        row.insert("value".to_owned(), json!(variables.columns[0][unit]));
        let at = found.at(unit);
        row.insert("i".to_owned(), json!(at.and_then(|at| found.local.statistic[at])));
        row.insert("p".to_owned(), json!(at.and_then(|at| found.local.p[at])));
        row.insert("p_sim".to_owned(), json!(at.and_then(|at| found.local.directed[at])));
        row.insert("quadrant".to_owned(), json!(at.and_then(|at| found.quadrants[at]).map(Quadrant::id)));
        row.insert("cluster".to_owned(), json!(found.units[unit].map(Cluster::id)));
        Value::Object(row)
    });
    out.put("units", units.collect());
    out.put("fdr", json!(found.level));
    out.put("p_cut", json!(found.cut));
    out.put("tested", json!(found.tested));
    out.put("significant_before_correction", json!(found.before));
    out.put("expected_by_chance", json!(found.by_chance));
}

/// A local statistic with two sides.
struct Tested<'a> {
    local: &'a Local,
    scores: Option<&'a [Option<f64>]>,
    sides: Vec<Option<usize>>,
    sorts: [(&'static str, Text); 2],
    level: f64,
}

fn of_local(out: &mut Out, found: &Tested, kept: &[usize], variables: &Variables, lang: Lang) {
    let (holds, cut) = significant(&found.local.p, found.level);
    let tested = found.local.p.iter().flatten().count();
    let before = found.local.p.iter().flatten().filter(|p| **p <= found.level).count();
    let chance = expected_by_chance(&found.local.p, found.level);
    let count = |holds: &[bool]| holds.iter().filter(|holds| **holds).count();
    let level = i18n::plain_number(lang, found.level);
    out.lines.push(t::clusters_line(lang, tested, count(&holds), &level));
    out.lines.push(t::clusters_chance(
        lang,
        lang.none_or_count(before, Thing::Territory),
        &level,
        i18n::number(lang, chance, 1),
    ));
    if kept.len() < FEW_UNITS {
        out.lines.push(t::clusters_few(lang, kept.len()));
    }
    for (side, (_, text)) in found.sorts.iter().enumerate() {
        let is_so = |at: &usize| holds[*at] && found.sides[*at] == Some(side);
        let names: Vec<String> =
            (0..kept.len()).filter(is_so).map(|at| variables.labels[kept[at]].name.clone()).collect();
        let sort = lang.text(*text);
        out.lines.push(match names.len() {
            0 => t::cluster_count(lang, sort, 0),
            count => t::cluster_names(lang, sort, count, shortly(lang, names)),
        });
    }
    let units = kept.iter().enumerate().map(|(at, unit)| {
        let mut row = variables.labels[*unit].json();
        row.insert("value".to_owned(), json!(variables.columns[0][*unit]));
        row.insert("statistic".to_owned(), json!(found.local.statistic[at]));
        row.insert("p".to_owned(), json!(found.local.p[at]));
        row.insert("p_sim".to_owned(), json!(found.local.directed[at]));
        if let Some(scores) = found.scores {
            row.insert("z".to_owned(), json!(scores[at]));
        }
        let side = found.sides[at].filter(|_| holds[at]).map(|side| found.sorts[side].0);
        row.insert("cluster".to_owned(), json!(side));
        Value::Object(row)
    });
    out.put("units", units.collect());
    out.put("fdr", json!(found.level));
    out.put("p_cut", json!(cut));
    out.put("tested", json!(tested));
    out.put("significant_before_correction", json!(before));
    out.put("expected_by_chance", json!(chance));
}

fn of_joins(
    out: &mut Out,
    matches: &ArgMatches,
    values: &[f64],
    among: &Weights,
    permutations: Permutations,
    variables: &Variables,
    lang: Lang,
) -> Result<(), CliError> {
    let states: Vec<f64> = match matches.get_one::<String>("above") {
        Some(typed) => {
            let above = number(typed, lang)?;
            out.put("above", json!(above));
            values.iter().map(|x| f64::from(u8::from(*x > above))).collect()
        }
        None => values.to_vec(),
    };
    let found = joins(&states, among, permutations).map_err(|refused| variables.refused(refused, lang))?;
    let whole = |x| i18n::number(lang, x, 0);
    out.lines.push(t::joins_line(
        lang,
        whole(found.both),
        i18n::number(lang, found.expected_both, 1),
        i18n::p_value(lang, found.p_both),
        whole(found.neither),
        whole(found.one),
    ));
    out.put(
        "joins",
        json!({ "both": found.both, "neither": found.neither, "one": found.one,
            "expected_both": found.expected_both, "p_both": found.p_both, "p_one": found.p_one }),
    );
    Ok(())
}
