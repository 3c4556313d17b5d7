//! Several variables of the same units, from indicators or from a file, and the neighbours of the units.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, value_parser};
use serde_json::{Value, json};

use crate::analysis::dates_together;
use crate::base::{Code, Level};
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::values::{level, text};
use crate::data::{Atlas, Indicator, Kind, Method, Polarity, Query};
use crate::figure::map::weights;
use crate::figure::{HypothesisWords, level_phrase_of_all, listed, reference_phrase};
use crate::i18n::{self, Lang, texts as t};
use crate::io::file::{self, FileKind};
use crate::io::{Bundle, number_column, text_column};
use crate::stats::Refused;
use crate::stats::space::{Neighbours, Permutations, Weights};

use super::numbers::number;
use super::table::{About, Label};

/// Variables of units.
pub struct Variables {
    /// Every unit, with or without values.
    pub labels: Vec<Label>,
    pub ids: Vec<String>,
    pub names: Vec<String>,
    pub columns: Vec<Vec<Option<f64>>>,
    /// As the catalogue declares it; of a file, not at all.
    pub polarity: Vec<Option<crate::stats::index::Polarity>>,
    /// Which are plain counts.
    pub counts: Vec<bool>,
    /// The decimals with which values are written.
    pub decimals: Vec<usize>,
    pub about: About,
    pub level: Level,
    pub method: Method,
    /// The data and boundaries of the units; none for rows of a file without codes.
    pub bundle: Option<Bundle>,
}

impl Variables {
    /// The units with a value of every variable, and those values.
    pub fn complete(&self) -> (Vec<usize>, Vec<Vec<f64>>) {
        let has_all = |unit: &usize| self.columns.iter().all(|column| column[*unit].is_some());
        let kept: Vec<usize> = (0..self.labels.len()).filter(has_all).collect();
        let of = |column: &Vec<Option<f64>>| kept.iter().filter_map(|&unit| column[unit]).collect();
        let columns = self.columns.iter().map(of).collect();
        (kept, columns)
    }

    /// Why there is no result, in words.
    pub fn refused(&self, refused: Refused, lang: Lang) -> CliError {
        let units: Vec<String> = self.labels.iter().map(|label| label.name.clone()).collect();
        CliError::message(lang.refused(refused, &self.names, &units))
    }

    /// That plain counts follow the size of the units, for those at these positions.
    pub fn counts_said(&self, at: &[usize], lang: Lang) -> Vec<String> {
        let counts = at.iter().filter(|at| self.counts[**at]);
        counts.map(|at| t::counts_follow_size(lang, &self.names[*at])).collect()
    }

    /// The neighbours of the units.
    pub fn weights(&self, rule: Neighbours, lang: Lang) -> Result<Weights, CliError> {
        let units = self.complete().0.len();
        rule.check(units).map_err(|refused| self.refused(refused, lang))?;
        match &self.bundle {
            Some(bundle) => Ok(weights(&bundle.basemap, self.level, rule)),
            None => Err(CliError::message(lang.text(t::REFUSED_KEY))),
        }
    }
}

/// The options for several indicators or columns, the units and the output.
pub fn arguments(b: &Builder) -> Vec<Arg> {
    let mut all = vec![
        b.value("indicator", "ID", t::HELP_SEVERAL_INDICATORS).action(ArgAction::Append),
        b.value("column", "C", t::HELP_SEVERAL_COLUMNS).action(ArgAction::Append).requires("csv"),
    ];
    all.extend(units(b));
    all
}

/// The options for the units and the output, where the variables have options of their own.
pub fn units(b: &Builder) -> Vec<Arg> {
    vec![
        b.value("csv", "FILE", t::HELP_CSV).value_parser(value_parser!(PathBuf)),
        b.value("key", "C", t::HELP_KEY).requires("csv"),
        b.year(),
        b.level(),
        b.method(),
        b.json(),
    ]
}

/// The option for who is a neighbour.
pub fn neighbours_argument(b: &Builder) -> Arg {
    b.value("neighbours", "RULE", t::HELP_NEIGHBOURS)
}

/// The options of statistics of space.
pub fn space_arguments(b: &Builder) -> [Arg; 4] {
    [
        neighbours_argument(b),
        b.value("permutations", "N", t::HELP_PERMUTATIONS)
            .value_parser(value_parser!(u32).range(99..=999_999))
            .default_value("9999"),
        seed_argument(b),
        b.value("fdr", "P", t::HELP_FDR),
    ]
}

/// The option for the seed.
pub fn seed_argument(b: &Builder) -> Arg {
    b.value("seed", "N", t::HELP_SEED).value_parser(value_parser!(u64)).default_value("1")
}

pub fn seed(matches: &ArgMatches) -> u64 {
    matches.get_one::<u64>("seed").copied().unwrap_or(1)
}

pub fn permutations(matches: &ArgMatches) -> Permutations {
    Permutations {
        count: matches.get_one::<u32>("permutations").copied().unwrap_or(9999),
        seed: seed(matches),
    }
}

/// The level of the false discovery rate.
pub fn fdr(matches: &ArgMatches, lang: Lang) -> Result<f64, CliError> {
    let Some(typed) = matches.get_one::<String>("fdr") else { return Ok(0.05) };
    let level = number(typed, lang)?;
    match level > 0.0 && level < 1.0 {
        true => Ok(level),
        false => Err(CliError::message(t::cli_bad_value(lang, typed, "--fdr"))),
    }
}

/// Who is a neighbour.
pub fn neighbours(matches: &ArgMatches, lang: Lang) -> Result<Neighbours, CliError> {
    let typed = matches.get_one::<String>("neighbours").map_or("queen", String::as_str);
    Neighbours::from_id(typed).ok_or_else(|| CliError::message(t::refused_neighbours(lang, typed)))
}

/// Who the neighbours are, as sentences: the rule, how many, islands, pieces and the edge.
pub fn told(weights: &Weights, rule: Neighbours, lang: Lang) -> Vec<String> {
    let mean = weights.counts().sum::<usize>() as f64 / weights.len().max(1) as f64;
    let islands = weights.islands().len();
    let mut lines =
        vec![t::space_neighbours(lang, lang.neighbours(rule), i18n::number(lang, mean, 1), islands)];
    let (_, pieces) = weights.pieces();
    if pieces > 1 {
        lines.push(t::space_pieces(lang, pieces));
    }
    lines.push(lang.text(t::SPACE_EDGE).to_owned());
    lines
}

/// The same for JSON.
pub fn told_json(weights: &Weights, rule: Neighbours) -> Value {
    let islands: Vec<usize> = weights.islands();
    json!({
        "rule": rule.id(), "units": weights.len(), "links": weights.counts().sum::<usize>(),
        "islands": islands.len(), "pieces": weights.pieces().1, "standardised": "row",
    })
}

/// The texts of a repeatable option.
pub fn typed<'a>(matches: &'a ArgMatches, option: &str) -> Vec<&'a str> {
    matches.get_many::<String>(option).into_iter().flatten().map(String::as_str).collect()
}

/// Names in a sentence, of many the first ones.
pub fn shortly(lang: Lang, mut names: Vec<String>) -> String {
    const MOST: usize = 30;
    let more = names.len().saturating_sub(MOST);
    if more > 1 {
        names.truncate(MOST);
        names.push(t::names_more(lang, more));
    }
    listed(lang, &names)
}

/// Reads `--indicator` or `--column`.
pub fn read(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<Variables, CliError> {
    let option = if matches.contains_id("csv") { "column" } else { "indicator" };
    let ids = typed(matches, option);
    let variables = read_these(matches, &ids, bundle, lang)?;
    match (1..ids.len()).find(|at| ids[..*at].contains(&ids[*at])) {
        Some(variable) => Err(variables.refused(Refused::Twice { variable }, lang)),
        None => Ok(variables),
    }
}

/// Reads these indicators or, with `--csv`, columns.
pub fn read_these(
    matches: &ArgMatches,
    ids: &[&str],
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<Variables, CliError> {
    if ids.is_empty() {
        return Err(CliError::message(lang.text(t::REFUSED_NO_INDICATOR)));
    }
    match matches.get_one::<PathBuf>("csv") {
        Some(file) => of_file(matches, ids, file, bundle, lang),
        None => of_indicators(matches, ids, bundle()?, lang),
    }
}

fn of_indicators(
    matches: &ArgMatches,
    ids: &[&str],
    bundle: Bundle,
    lang: Lang,
) -> Result<Variables, CliError> {
    let atlas = &bundle.atlas;
    let from_atlas = |e| CliError::from_atlas(&e, lang);
    let indicators: Vec<&Indicator> =
        ids.iter().map(|id| atlas.indicator(id).map_err(from_atlas)).collect::<Result<_, _>>()?;
    if let Some(steps) = indicators.iter().find(|indicator| indicator.kind.has_steps()) {
        return Err(CliError::message(t::refused_steps(lang, lang.pick(&steps.name))));
    }
    let level = level(matches, atlas, ids, lang)?;
    let method = Method::from_id(text(matches, "method")).unwrap_or_default();
    let year = matches.get_one::<i16>("year").copied();
    let Some(dates) = dates_together(atlas, &indicators, year) else {
        let year = year.map_or_else(String::new, |year| t::in_whole_year(lang, year));
        return Err(CliError::message(t::refused_date(lang, lang.pick(&indicators[0].name), year)));
    };
    let mut columns = Vec::new();
    let mut labels = Vec::new();
    for (indicator, date) in indicators.iter().zip(&dates) {
        let query = Query { indicator: indicator.id.clone(), date: *date, level, method };
        let table = atlas.compute(&query).map_err(from_atlas)?;
        if labels.is_empty() {
            labels = Label::of_table(&table);
        }
        columns.push(table.rows.iter().map(|row| row.value.ok()).collect());
    }
    let about = about(atlas, &indicators, &dates, level, method, lang);
    Ok(Variables {
        labels,
        ids: ids.iter().map(|id| (*id).to_owned()).collect(),
        names: indicators.iter().map(|indicator| lang.pick(&indicator.name).to_owned()).collect(),
        polarity: indicators.iter().map(|indicator| polarity(indicator)).collect(),
        counts: indicators.iter().map(|indicator| indicator.kind == Kind::Count).collect(),
        decimals: indicators.iter().map(|indicator| indicator.decimals).collect(),
        columns,
        about,
        level,
        method,
        bundle: Some(bundle),
    })
}

fn polarity(indicator: &Indicator) -> Option<crate::stats::index::Polarity> {
    match indicator.polarity {
        Polarity::HigherIsBetter => Some(crate::stats::index::Polarity::Positive),
        Polarity::HigherIsWorse => Some(crate::stats::index::Polarity::Negative),
        Polarity::Neither => None,
    }
}

fn about(
    atlas: &Atlas,
    indicators: &[&Indicator],
    dates: &[crate::base::Date],
    level: Level,
    method: Method,
    lang: Lang,
) -> About {
    let mut about = About::default();
    let all: Vec<_> = indicators.iter().map(|indicator| (*indicator).into()).collect();
    for (indicator, date) in indicators.iter().zip(dates) {
        let at = reference_phrase(lang, indicator.period.ending(*date));
        let name = format!("{} ({})", lang.pick(&indicator.name), lang.pick(&indicator.unit));
        about.lines.push(format!("{name}, {at}"));
    }
    about.lines.push(level_phrase_of_all(lang, &all, level, method));
    let list: Vec<Value> = indicators
        .iter()
        .zip(dates)
        .map(|(indicator, date)| json!({ "indicator": indicator.id, "date": date.to_string() }))
        .collect();
    about.json.insert("indicators".to_owned(), json!(list));
    about.json.insert("level".to_owned(), json!(level.id()));
    about.json.insert("method".to_owned(), json!(method.id()));
    let told = atlas.hypothesis().filter(|_| level == Level::Ambiti);
    if let Some(told) = told.map(|hypothesis| HypothesisWords::of(lang, hypothesis)) {
        about.lines.push(told.full);
        about.json.insert("what_if".to_owned(), told.json);
    }
    about
}

fn of_file(
    matches: &ArgMatches,
    names: &[&str],
    path: &Path,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<Variables, CliError> {
    let shown = path.display().to_string();
    let bytes = file::read(path, FileKind::Data).map_err(|unread| CliError::not_read(path, &unread, lang))?;
    let fault = |error| CliError::from_column(&error, &shown, lang);
    let mut columns: Vec<Vec<Option<f64>>> = Vec::new();
    for name in names {
        let column = number_column(&bytes, name).map_err(fault)?;
        columns.push(column.into_iter().map(|x| x.filter(|x| x.is_finite())).collect());
    }
    let mut found = Variables {
        labels: Label::of_rows(columns[0].len(), lang),
        ids: names.iter().map(|name| (*name).to_owned()).collect(),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        polarity: vec![None; names.len()],
        counts: vec![false; names.len()],
        decimals: vec![2; names.len()],
        columns,
        about: About::file(names),
        level: Level::from_id(text(matches, "level")).unwrap_or(Level::Comuni),
        method: Method::default(),
        bundle: None,
    };
    let Some(key) = matches.get_one::<String>("key") else { return Ok(found) };
    let codes = text_column(&bytes, key).map_err(fault)?;
    let bundle = bundle()?;
    let units = bundle.atlas.territories.units(found.level);
    let mut rows: Vec<Option<usize>> = vec![None; units.len()];
    for (row, code) in codes.iter().enumerate() {
        // A spreadsheet takes the zeros from the front of a code.
        let padded = format!("{code:0>6}");
        let position = |code: &str| bundle.atlas.territories.position(found.level, &Code::from(code));
        let Some(unit) = position(code).or_else(|| position(&padded)) else { continue };
        if rows[unit].replace(row).is_some() {
            return Err(CliError::message(t::refused_twice(lang, code)));
        }
    }
    if rows.iter().all(Option::is_none) {
        return Err(CliError::message(t::refused_no_match(lang, key)));
    }
    found.labels = units
        .iter()
        .map(|unit| Label { code: Some(unit.code.to_string()), name: unit.name.clone(), row: None })
        .collect();
    for column in &mut found.columns {
        *column = rows.iter().map(|row| row.and_then(|row| column[row])).collect();
    }
    found.bundle = Some(bundle);
    Ok(found)
}
