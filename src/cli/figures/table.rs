//! `figure table`: writes a table of territories and indicators to a figure or to a file of values.

use clap::parser::ValueSource;
use clap::{ArgAction, ArgMatches, Command};

use crate::data::{Atlas, Method, PublishedDocument};
use crate::document::element::{Spec, Subject};
use crate::document::{Element, MapSpec, SortBy, TableColumn, TableSort, TableSpec, TableView};
use crate::i18n::{Lang, folded, texts as t};
use crate::io::Bundle;

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::values::{level, reference, text};

/// The `--sort` value for sorting by name.
const NAME: &str = "name";

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("table", t::HELP_TABLE)
        .arg(b.value("columns", "ID[@[Y0..]Y],…", t::HELP_TABLE_COLUMNS))
        .arg(b.value("printed", "NAME", t::HELP_TABLE_PRINTED).conflicts_with_all([
            "columns",
            "level",
            "method",
            "territory",
        ]))
        .args([b.level(), b.method()])
        .arg(b.value("territory", "CODE", t::HELP_TABLE_TERRITORY).num_args(1..).action(ArgAction::Append))
        .arg(b.flag("only-chosen", t::HELP_TABLE_ONLY).requires("territory"))
        .arg(b.value("filter", "TEXT", t::HELP_TABLE_FILTER))
        .arg(b.value("sort", "ID|name", t::HELP_TABLE_SORT))
        .arg(b.flag("desc", t::HELP_TABLE_DESC))
        .arg(b.flag("heat", t::HELP_TABLE_HEAT))
        .arg(b.flag("bars", t::HELP_TABLE_BARS).conflicts_with("heat"))
        .arg(b.flag("summary", t::HELP_TABLE_SUMMARY))
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    Ok(spec(matches, bundle, lang)?.into())
}

fn spec(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<TableSpec, CliError> {
    let atlas = &bundle.atlas;
    let mut spec = match matches.get_one::<String>("printed") {
        Some(name) => published(name, atlas, lang)?,
        None => asked(matches, bundle, lang)?,
    };
    spec.method = Method::from_id(text(matches, "method")).unwrap_or_default();
    spec.lang = lang;
    spec.page = page(matches, lang)?;
    spec.view.only_selected |= matches.get_flag("only-chosen");
    spec.view.filter = text(matches, "filter").to_owned();
    spec.view.heat = matches.get_flag("heat");
    spec.view.bars = matches.get_flag("bars");
    spec.view.summary = matches.get_flag("summary");
    let by = match text(matches, "sort") {
        "" => None,
        NAME => Some(SortBy::Name),
        typed => Some(SortBy::Column(sorted(typed, &spec.columns, atlas, lang)?)),
    };
    spec.view.sort = match by {
        Some(by) => TableSort { by, descending: matches.get_flag("desc") },
        // A published table is sorted by name.
        None if matches.contains_id("printed") => {
            TableSort { descending: matches.get_flag("desc"), ..spec.view.sort }
        }
        None => TableView::opening().sort,
    };
    Ok(spec)
}

/// The table of the typed columns. If all are as published, the rows are areas of `--level` or, by default, of the
/// most common kind in the first column.
fn asked(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<TableSpec, CliError> {
    let atlas = &bundle.atlas;
    let typed = text(matches, "columns").split(',').map(str::trim).filter(|one| !one.is_empty());
    let mut columns = typed.map(|one| column(one, atlas, lang)).collect::<Result<Vec<_>, _>>()?;
    if !matches.contains_id("columns") {
        columns = MapSpec::first(atlas)
            .and_then(|map| TableSpec::opening(&Subject::of(&map), atlas))
            .map_or_else(Vec::new, |table| table.columns);
    }
    let own =
        columns.first().map(|first| first.indicator.as_str()).filter(|id| atlas.published(id).is_some());
    let ids: Vec<&str> = columns.iter().map(|column| column.indicator.as_str()).collect();
    let level = match (own, matches.value_source("level")) {
        (Some(id), source) if source != Some(ValueSource::CommandLine) => atlas.listed_level(id),
        _ => level(matches, atlas, &ids, lang)?,
    };
    Ok(TableSpec { selected: codes(matches, bundle), ..TableSpec::new(columns, level) })
}

/// The published table with this name.
fn published(name: &str, atlas: &Atlas, lang: Lang) -> Result<TableSpec, CliError> {
    let tables = atlas.published_tables();
    let found = tables.iter().find(|table| folded(&table.name) == folded(name));
    if let Some(table) = found {
        return Ok(TableSpec::published(table));
    }
    // A chart drawn from a table, a table in several parts, one that is not here, and why.
    let documents = atlas.documents();
    let parts = || documents.iter().flat_map(PublishedDocument::parts_of);
    let part = parts().find(|(part, _)| folded(&part.name) == folded(name));
    if let Some(why) = part.and_then(|(part, _)| part.why.as_ref()) {
        return Err(CliError::message(t::document_absent(lang, name, lang.pick(why))));
    }
    let table = part.and_then(|(part, dataset)| atlas.document_table(part, dataset));
    table.as_ref().map(TableSpec::published).ok_or_else(|| {
        let here = parts().filter(|(part, _)| part.why.is_none());
        let names: Vec<&str> = here.map(|(part, _)| part.name.as_str()).collect();
        CliError::message(t::cli_bad_choice(lang, name, "--printed", names.join(", ")))
    })
}

/// `ID`, `ID@YEAR`, or `ID@YEAR..YEAR` for the difference between two years.
fn column(typed: &str, atlas: &Atlas, lang: Lang) -> Result<TableColumn, CliError> {
    let (id, years) = typed.split_once('@').map_or((typed, None), |(id, years)| (id, Some(years)));
    let year = |text: &str| {
        let bad = || CliError::message(t::cli_bad_value(lang, typed, "--columns"));
        text.trim().parse::<i16>().map_err(|_| bad())
    };
    let at = |year| reference(atlas, id, year, lang);
    Ok(match years.map(|years| years.split_once("..").ok_or(years)) {
        None => TableColumn::value(id, at(None)?),
        Some(Err(one)) => TableColumn::value(id, at(Some(year(one)?))?),
        Some(Ok((from, to))) => {
            let from = Some(at(Some(year(from)?))?);
            TableColumn { from, ..TableColumn::value(id, at(Some(year(to)?))?) }
        }
    })
}

/// The position of the column for `--sort`: written as in `--columns`, or the first one of that indicator.
fn sorted(typed: &str, columns: &[TableColumn], atlas: &Atlas, lang: Lang) -> Result<usize, CliError> {
    let exact = column(typed, atlas, lang).ok();
    let exact = exact.and_then(|exact| columns.iter().position(|column| *column == exact));
    let place = exact.or_else(|| columns.iter().position(|column| column.indicator == typed));
    place.ok_or_else(|| {
        let ids: Vec<&str> = columns.iter().map(|column| column.indicator.as_str()).chain([NAME]).collect();
        CliError::message(t::cli_bad_choice(lang, typed, "--sort", ids.join(", ")))
    })
}
