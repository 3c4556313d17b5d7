//! The values of units, from an indicator or from a file, and how both are named.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, value_parser};
use serde_json::{Map, Value, json};

use crate::analysis::Refusal;
use crate::base::Level;
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::values::{map, text};
use crate::data::{Atlas, Query, Table};
use crate::figure::{HypothesisWords, level_phrase_of_all, reference_phrase};
use crate::i18n::{Lang, texts};

/// A unit, or a row of a file.
#[derive(Clone, Debug)]
pub struct Label {
    pub code: Option<String>,
    pub name: String,
    /// The row of the file, from 2 because the first is the header.
    pub row: Option<usize>,
}

impl Label {
    /// The rows of a file.
    pub fn of_rows(count: usize, lang: Lang) -> Vec<Self> {
        (0..count)
            .map(|i| Self { code: None, name: texts::stats_row(lang, i + 2), row: Some(i + 2) })
            .collect()
    }

    /// The units of a table.
    pub fn of_table(table: &Table) -> Vec<Self> {
        let label = |row: &crate::data::Row| Self {
            code: Some(row.code.to_string()),
            name: row.name.clone(),
            row: None,
        };
        table.rows.iter().map(label).collect()
    }

    /// Its fields in JSON.
    pub fn json(&self) -> Map<String, Value> {
        let mut fields = Map::new();
        match self.row {
            Some(row) => fields.insert("row".to_owned(), json!(row)),
            None => {
                fields.insert("code".to_owned(), json!(self.code));
                fields.insert("name".to_owned(), json!(self.name))
            }
        };
        fields
    }
}

/// What a result is of.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// In words, a line each.
    pub lines: Vec<String>,
    pub json: Map<String, Value>,
}

impl About {
    /// An indicator at a date and a level.
    pub fn indicator(atlas: &Atlas, query: &Query, lang: Lang) -> Result<Self, CliError> {
        let indicator = atlas.indicator(&query.indicator).map_err(|e| CliError::from_atlas(&e, lang))?;
        let at = indicator.period.ending(query.date);
        let made = level_phrase_of_all(lang, &[indicator.into()], query.level, query.method);
        let mut lines = vec![
            format!("{} ({})", lang.pick(&indicator.name), lang.pick(&indicator.unit)),
            format!("{made}, {}", reference_phrase(lang, at)),
            texts::stats_source(lang, lang.stated(lang.pick(&indicator.source))),
        ];
        let mut fields = Map::new();
        fields.insert("indicator".to_owned(), json!(query.indicator));
        fields.insert("date".to_owned(), json!(query.date.to_string()));
        fields.insert("level".to_owned(), json!(query.level.id()));
        fields.insert("method".to_owned(), json!(query.method.id()));
        let told = atlas.hypothesis().filter(|_| query.level == Level::Ambiti);
        if let Some(told) = told.map(|hypothesis| HypothesisWords::of(lang, hypothesis)) {
            lines.push(told.full);
            fields.insert("what_if".to_owned(), told.json);
        }
        Ok(Self { lines, json: fields })
    }

    /// Columns of a file.
    pub fn file(names: &[&str]) -> Self {
        let mut fields = Map::new();
        fields.insert("columns".to_owned(), json!(names));
        Self { lines: vec![names.join(", ")], json: fields }
    }
}

/// The options that choose an indicator.
pub fn of_indicator(b: &Builder) -> [Arg; 4] {
    b.query()
}

/// The options that choose an indicator.
pub const OF_INDICATOR: [&str; 4] = ["indicator", "year", "level", "method"];

/// `--csv` with these columns, instead of those options.
pub fn csv(b: &Builder, columns: &[&'static str], instead_of: &[&'static str]) -> Arg {
    b.value("csv", "FILE", texts::HELP_CSV)
        .value_parser(value_parser!(PathBuf))
        .conflicts_with_all(instead_of.to_vec())
        .requires_all(columns.to_vec())
}

/// The indicator that is asked for.
pub fn query(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<Query, CliError> {
    if text(matches, "indicator").is_empty() {
        return Err(CliError::message(lang.text(texts::STATS_WHAT)));
    }
    Ok(map(matches, atlas, lang)?.query())
}

/// Why an indicator is refused.
pub fn refused(refusal: &Refusal, atlas: &Atlas, lang: Lang) -> CliError {
    match refusal {
        Refusal::Atlas(error) => CliError::from_atlas(error, lang),
        Refusal::NoCounts { indicator, why } => {
            let name = atlas.indicator(indicator).map_or(indicator.as_str(), |known| lang.pick(&known.name));
            CliError::message(lang.no_counts(name, *why))
        }
        Refusal::NoBenchmark { indicator, benchmark } => {
            let name = atlas.indicator(indicator).map_or(indicator.as_str(), |known| lang.pick(&known.name));
            CliError::message(lang.no_benchmark(name, *benchmark))
        }
    }
}

/// An object as JSON, with a line break at its end.
pub fn printed(fields: Map<String, Value>) -> String {
    format!("{:#}\n", Value::Object(fields))
}
