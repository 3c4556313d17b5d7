//! `figure table`: a table of territories and indicators to a figure or to a file of values.

use clap::parser::ValueSource;
use clap::{ArgAction, ArgMatches, Command};
use serde_json::{Value as Json, json};

use crate::base::{Level, Warned};
use crate::data::{Atlas, Method, Value};
use crate::document::{Element, FigureSpec, MapSpec, SortBy, TableColumn, TableSort, TableSpec, TableView};
use crate::export::sheet::{self, SheetFormat};
use crate::figure::table::{self, TableFigure, TableModel};
use crate::i18n::{Lang, folded, texts as t};
use crate::io::Bundle;

use super::arguments::Builder;
use super::error::CliError;
use super::output::{Output, codes, output_path, page, tell, write_file};
use super::values::{reference, text};

/// The name by which rows are sorted by name.
const NAME: &str = "name";

/// The grammar of the command.
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
        .arg(b.flag("summary", t::HELP_TABLE_SUMMARY))
        .args(b.page())
}

/// Writes the table, and with `--json` tells what it holds.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let atlas = &bundle.atlas;
    let path = output_path(matches);
    let from_figure = |error| CliError::from_figure(&error, lang);
    if let Some(format) = SheetFormat::of_path(&path) {
        let spec = spec(matches, bundle, lang)?;
        let Warned { value: model, diagnostics } = table::warned(&spec, atlas).map_err(from_figure)?;
        let book = table::workbook(&spec, &model, atlas);
        let bytes = sheet::file(&book, format).map_err(|error| CliError::from_export(&error, lang))?;
        write_file(&path, &bytes, lang)?;
        return Ok(tell(matches, told(&spec, &model), &path, &diagnostics));
    }
    let output = Output::read(matches, lang).map_err(|error| match error {
        // The formats of figures are not all that this command writes.
        CliError::Message(_) if crate::export::Format::of_path(&path).is_none() => {
            CliError::message(t::cli_bad_table_format(lang, path.display()))
        }
        other => other,
    })?;
    let spec = spec(matches, bundle, lang)?;
    output.draw(matches, &FigureSpec::of(Element::Table(spec)), bundle)
}

/// What was drawn, as JSON.
pub fn drawn(spec: &TableSpec, figure: &TableFigure) -> Json {
    let mut drawn = told(spec, &figure.model);
    drawn["rows_drawn"] = json!(figure.rows);
    drawn["columns_drawn"] = json!(figure.columns);
    drawn
}

fn spec(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<TableSpec, CliError> {
    let atlas = &bundle.atlas;
    let mut spec = match matches.get_one::<String>("printed") {
        Some(name) => printed(name, atlas, lang)?,
        None => asked(matches, bundle, lang)?,
    };
    spec.method = Method::from_id(text(matches, "method")).unwrap_or_default();
    spec.lang = lang;
    spec.page = page(matches, lang)?;
    spec.view.only_chosen |= matches.get_flag("only-chosen");
    spec.view.filter = text(matches, "filter").to_owned();
    spec.view.heat = matches.get_flag("heat");
    spec.view.summary = matches.get_flag("summary");
    let by = match text(matches, "sort") {
        "" => None,
        NAME => Some(SortBy::Name),
        typed => Some(SortBy::Column(sorted(typed, &spec.columns, atlas, lang)?)),
    };
    spec.view.sort = match by {
        Some(by) => TableSort { by, descending: matches.get_flag("desc") },
        // A printed table is by name.
        None if matches.contains_id("printed") => {
            TableSort { descending: matches.get_flag("desc"), ..spec.view.sort }
        }
        None => TableView::opening().sort,
    };
    Ok(spec)
}

/// The columns typed. Where all are as published the rows are areas of `--level` or, without it, of the kind that the
/// first column has most of.
fn asked(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<TableSpec, CliError> {
    let atlas = &bundle.atlas;
    let typed = text(matches, "columns").split(',').map(str::trim).filter(|one| !one.is_empty());
    let mut columns = typed.map(|one| column(one, atlas, lang)).collect::<Result<Vec<_>, _>>()?;
    if !matches.contains_id("columns") {
        columns = MapSpec::opening(atlas).map(|map| map.table().columns).unwrap_or_default();
    }
    let own =
        columns.first().map(|first| first.indicator.as_str()).filter(|id| atlas.published(id).is_some());
    let level = match (own, matches.value_source("level")) {
        (Some(id), source) if source != Some(ValueSource::CommandLine) => atlas.listed_level(id),
        _ => Level::from_id(text(matches, "level")).unwrap_or(Level::Comuni),
    };
    Ok(TableSpec { chosen: codes(matches, bundle), ..TableSpec::new(columns, level) })
}

/// The printed table of that name.
fn printed(name: &str, atlas: &Atlas, lang: Lang) -> Result<TableSpec, CliError> {
    let tables = atlas.printed_tables();
    let found = tables.iter().find(|table| folded(&table.name) == folded(name));
    found.map(TableSpec::printed).ok_or_else(|| {
        let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
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

/// The position of the column that `--sort` names: written as in `--columns`, or the first of that indicator.
fn sorted(typed: &str, columns: &[TableColumn], atlas: &Atlas, lang: Lang) -> Result<usize, CliError> {
    let exact = column(typed, atlas, lang).ok();
    let exact = exact.and_then(|exact| columns.iter().position(|column| *column == exact));
    let place = exact.or_else(|| columns.iter().position(|column| column.indicator == typed));
    place.ok_or_else(|| {
        let ids: Vec<&str> = columns.iter().map(|column| column.indicator.as_str()).chain([NAME]).collect();
        CliError::message(t::cli_bad_choice(lang, typed, "--sort", ids.join(", ")))
    })
}

fn told(spec: &TableSpec, model: &TableModel) -> Json {
    let cells = |values: &[Value]| -> Vec<Json> {
        let one = |value: &Value| match value {
            Ok(x) => json!({ "value": x, "status": "ok" }),
            Err(reason) => json!({ "value": null, "status": reason.id() }),
        };
        values.iter().map(one).collect()
    };
    let columns = model.columns.iter().map(|column| {
        json!({
            "indicator": column.of.indicator, "date": column.of.at.to_string(),
            "from": column.of.from.map(|from| from.to_string()),
        })
    });
    let rows = model.shown.iter().map(|&i| {
        let row = &model.rows[i];
        json!({
            "code": row.code.as_str(), "name": row.name, "chosen": row.chosen, "cells": cells(&row.cells),
        })
    });
    let wholes = model.wholes.iter().map(
        |whole| json!({ "code": whole.code.as_str(), "name": whole.name, "cells": cells(&whole.cells) }),
    );
    json!({
        "level": model.level.map(Level::id),
        "method": if model.as_published { "as_published" } else { spec.method.id() },
        "columns": columns.collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
        "wholes": wholes.collect::<Vec<_>>(),
    })
}
