//! A table of a printed document as a whole: its columns and rows are those that its source prints, and each column's ends, what
//! its rows are part of, and what its source prints otherwise are told.

use std::collections::BTreeMap;

use super::column::{Check, Column, Listed, Template, holds};
use super::exact::{Exact, Printed};
use super::grammar;
use super::source::{Lang, Level, Method, PublishedCell, world};

/// What printed documents have, as the catalogue lists it.
fn documents() -> toml::Table {
    super::csv::text_of("assets/catalogue/documents.toml").parse().expect("TOML")
}

/// The names of the printed tables that a part of a document is in.
pub fn tables_of(dataset: &str, part: &str) -> Vec<String> {
    let documents = documents();
    let document = documents["document"].as_array().expect("documents").iter();
    let mut own = document.filter(|document| document["dataset"].as_str() == Some(dataset));
    let parts = own.next().expect("a document")["parts"].as_array().expect("parts");
    let part = parts.iter().find(|known| known["name"].as_str() == Some(part)).expect("a part");
    let listed = |key: &str| -> Vec<String> {
        let list = part.get(key).and_then(|names| names.as_array()).into_iter().flatten();
        list.map(|name| name.as_str().expect("a name").to_owned()).collect()
    };
    match (listed("same_as"), listed("tables")) {
        (same, _) if !same.is_empty() => same,
        (_, tables) if !tables.is_empty() => tables,
        _ => vec![part["name"].as_str().expect("a name").to_owned()],
    }
}

/// The parts of the documents that are here.
pub fn parts() -> Vec<(String, String)> {
    let documents = documents();
    let mut all = Vec::new();
    for document in documents["document"].as_array().expect("documents") {
        let text = |value: &toml::Value, key: &str| value[key].as_str().expect("a text").to_owned();
        let here = document["parts"]
            .as_array()
            .expect("parts")
            .iter()
            .filter(|part| part.get("why").is_none() && part.get("scatter").is_none());
        all.extend(here.map(|part| (text(document, "dataset"), text(part, "name"))));
    }
    all
}

fn kind_of(code: &str) -> &'static str {
    world().areas.iter().find(|(known, ..)| known == code).map_or("comune", |(_, _, kind)| kind)
}

/// The columns of a part, by year and then in the order of the catalogue.
pub fn columns(lang: Lang, dataset: &str, part: &str) -> Vec<Column> {
    let tables = tables_of(dataset, part);
    let is_own = |cell: &&PublishedCell| cell.tables.iter().any(|table| tables.contains(table));
    let mut columns: Vec<(i32, &str)> = Vec::new();
    let mut areas: Vec<&str> = Vec::new();
    for indicator in world().indicators.iter().filter(|known| known.dataset == dataset) {
        for cell in world().printed(&indicator.id).iter().filter(is_own) {
            if !columns.contains(&(cell.year, &*indicator.id)) {
                columns.push((cell.year, &indicator.id));
            }
            if !areas.contains(&&*cell.area) {
                areas.push(&cell.area);
            }
        }
    }
    // A stable sort: a year keeps the order of the catalogue. What is of a day comes after what is of its year.
    columns.sort_by_key(|(year, id)| (!world().indicator(id).of_years(), *year));
    let mut by_kind: BTreeMap<&str, usize> = BTreeMap::new();
    areas.iter().for_each(|code| *by_kind.entry(kind_of(code)).or_default() += 1);
    let of = |kind: &str| by_kind.get(kind).copied().unwrap_or(0);
    // The most common kind, the larger on a tie; with no kind twice all are rows.
    let main =
        ["ats", "asst", "ambito", "comune"].into_iter().rev().max_by_key(|kind| of(kind)).expect("four");
    let is_row = |code: &&str| match (of("voce") > 1 && of(main) < 2, of(main) > 1) {
        (true, _) => kind_of(code) == "voce",
        (false, true) => kind_of(code) == main,
        (false, false) => true,
    };
    let rows: Vec<&str> = areas.iter().copied().filter(is_row).collect();
    let column = |(year, id): &(i32, &str)| {
        let mut column = Column::new(lang, id, *year, Level::Ats, Method::Pooled);
        let cells = world().printed(id);
        let value = |code: &str| cells.iter().find(|cell| cell.area == code && cell.year == *year);
        let name = |code: &str| {
            let known = world().areas.iter().find(|(known, ..)| known == code);
            known.map_or_else(
                || {
                    world()
                        .units(Level::Comuni)
                        .iter()
                        .find(|unit| unit.code == code)
                        .expect("a Comune")
                        .name
                        .clone()
                },
                |(_, name, _)| grammar::area(lang, name),
            )
        };
        let overall = areas.iter().filter(|code| !is_row(code)).find_map(|code| Some((*code, value(code)?)));
        column.listed = Some(Listed {
            codes: rows.iter().map(|code| (*code).to_owned()).collect(),
            names: rows.iter().map(|code| name(code)).collect(),
            values: rows.iter().map(|code| value(code).map(|cell| cell.value)).collect(),
            overall: overall.map(|(code, cell)| (name(code), cell.value)),
        });
        column.beside = columns.len();
        column
    };
    columns.iter().map(column).collect()
}

/// "163,45" in a cell, with the star of a note.
fn is_cell(column: &Column, told: &str, value: Exact) -> Check {
    let (printed, rest) = Printed::read(column.lang, told).ok_or_else(|| format!("«{told}» is no number"))?;
    holds(matches!(rest, "" | "*") && printed.is(value), || format!("«{told}» should be {value}"))?;
    holds(printed.decimals == column.indicator.decimals, || "not its decimals".to_owned())
}

fn ends(column: &Column, low: &str, high: &str) -> Check {
    let ((lowest, _), (highest, _)) = column.end(-1).zip(column.end(1)).ok_or("there are no values")?;
    is_cell(column, low, lowest)?;
    is_cell(column, high, highest)
}

/// "; Lombardia 160,57; Italia 124,00": what is told of areas that the rows are part of.
fn wholes(column: &Column, told: &str) -> Check {
    let mut rest = told;
    let absent = if column.lang == Lang::It { "n.d." } else { "n/a" };
    for cell in told.split("; ") {
        let (name, value) = cell.rsplit_once(' ').ok_or("no value")?;
        let code = world()
            .areas
            .iter()
            .find(|(_, known, _)| grammar::area(column.lang, known) == name)
            .map(|(code, ..)| code);
        let code = code.ok_or_else(|| format!("? no area «{name}»"))?;
        let cells = world().printed(&column.indicator.id);
        match cells.iter().find(|cell| cell.area == *code && cell.year == column.year) {
            Some(cell) => is_cell(column, value, cell.value)?,
            None => holds(value.starts_with(absent.split('.').next().unwrap_or(absent)), || {
                format!("«{value}» is not printed")
            })?,
        }
        rest = rest.strip_prefix(cell).unwrap_or(rest).trim_start_matches("; ");
    }
    holds(rest.is_empty(), || format!("«{rest}»"))
}

/// The alternative text.
pub const ALTERNATIVE: &[Template<Column>] = &[
    Template {
        it: &["Tabella: {what} (come pubblicato). Righe: {n}; colonne di valori: {columns}."],
        en: &["Table: {what} (as published). Rows: {n}; columns of values: {columns}."],
        check: |column, caps| {
            column.is_count(caps.get("n"), column.values().len())?;
            column.is_count(caps.get("columns"), column.beside)
        },
    },
    Template {
        it: &["<name> (come pubblicato), <when> [<unit>]: da {low} a {high}."],
        en: &["<name> (as published), <when> [<unit>]: from {low} to {high}."],
        check: |column, caps| ends(column, caps.get("low"), caps.get("high")),
    },
    Template {
        it: &["<name> (come pubblicato), <when> [<unit>]: da {low} a {high}; {wholes}."],
        en: &["<name> (as published), <when> [<unit>]: from {low} to {high}; {wholes}."],
        check: |column, caps| {
            ends(column, caps.get("low"), caps.get("high"))?;
            wholes(column, caps.get("wholes"))
        },
    },
    Template {
        it: &["<name> (come pubblicato), <when> [<unit>]: {only}."],
        en: &["<name> (as published), <when> [<unit>]: {only}."],
        check: |column, caps| ends(column, caps.get("only"), caps.get("only")),
    },
    Template {
        it: &["<name> (come pubblicato), <when> [<unit>]: {only}; {wholes}."],
        en: &["<name> (as published), <when> [<unit>]: {only}; {wholes}."],
        check: |column, caps| {
            ends(column, caps.get("only"), caps.get("only"))?;
            wholes(column, caps.get("wholes"))
        },
    },
    Template {
        it: &["Celle senza valore: {n} ({reason}).", "Celle senza valore: {n} ({reason})"],
        en: &["Cells without a value: {n} ({reason}).", "Cells without a value: {n} ({reason})"],
        check: |_, caps| {
            let n = caps.get("n").parse::<usize>().map_err(|_| "? no number".to_owned())?;
            holds(n > 0, || "none".to_owned())
        },
    },
    WHOLE_FROM,
];

/// An area's value that another table prints than the rows.
const WHOLE_FROM: Template<Column> = Template {
    it: &["{name}, «<name>»: il valore viene da «{table}», che non riporta queste righe."],
    en: &["{name}, “<name>”: the value comes from “{table}”, which does not print these rows."],
    check: |column, caps| {
        let is_one = column.indicator.tables().any(|table| table == caps.get("table"));
        holds(is_one, || "of no table of its own".to_owned())
    },
};
