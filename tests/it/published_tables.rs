//! Published tables reproduced as tables: their rows, their numbers, their page; and beside computed columns.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use atlante::base::{Code, Level};
use atlante::data::{Absence, PublishedTable, Reference};
use atlante::document::{ElementKind, SortBy, TableColumn, TableSort, TableSpec};
use atlante::engine::{Action, Settings, State, update};
use atlante::figure::table::TableModel;
use atlante::figure::table::TableView;
use atlante::figure::view;
use atlante::i18n::Lang;
use atlante::io::Bundle;

use crate::cli::Cli;
use crate::common::{Folder, atlas, january};
use crate::page::all_runs;

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

fn printed(name: &str) -> PublishedTable {
    let tables = atlas().published_tables();
    tables.into_iter().find(|table| table.name == name).unwrap_or_else(|| panic!("no '{name}'"))
}

fn model(spec: &TableSpec) -> TableModel {
    TableModel::new(spec, atlas()).unwrap_or_else(|error| panic!("{error}"))
}

fn names(model: &TableModel) -> Vec<&str> {
    model.shown.iter().map(|&i| model.rows[i].name.as_str()).collect()
}

/// All texts of a page, run by run.
fn says(spec: &TableSpec) -> Vec<String> {
    let figure =
        view::build::<TableView>(spec, BUNDLE.sources()).unwrap_or_else(|error| panic!("{error}")).value;
    assert_eq!(
        figure.layout.found_room(&figure.model),
        (figure.model.shown.len(), figure.model.columns.len())
    );
    all_runs(&figure.scene).into_iter().map(|(_, run)| run.content.clone()).collect()
}

/// The numbers of a table as published, to compare with those of the model.
fn source(table: &str, file: &str) -> Vec<f64> {
    let lines = file.lines().filter(|line| line.starts_with(&format!("{table},")));
    let mut values: Vec<f64> = lines.map(value_of).collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The last field that is a number but not a year: no text in these files has a number between commas.
fn value_of(line: &str) -> f64 {
    let mut numbers = line.split(',').filter_map(|cell| cell.parse::<f64>().ok());
    numbers.next_back().expect("a value")
}

fn values(model: &TableModel) -> Vec<f64> {
    let rows = model.shown.iter().map(|&i| &model.rows[i]).chain(&model.overall_rows);
    let mut values: Vec<f64> = rows.flat_map(|row| row.cells.iter().filter_map(|cell| cell.ok())).collect();
    values.sort_by(f64::total_cmp);
    values
}

#[test]
fn the_published_tables_are_found_by_the_names_of_their_sources() {
    let tables = atlas().published_tables();
    let names: BTreeSet<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    assert!(
        ["Tab. 2", "Tab. 4", "Tabella 2.1", "Tabella 2.2"].iter().all(|name| names.contains(name)),
        "{names:?}"
    );
    let shape = |name: &str| {
        let table = printed(name);
        (table.columns.len(), table.areas.len(), table.level, table.is_part)
    };
    assert_eq!(shape("Tab. 2"), (6, 9, Level::Ats, false));
    assert_eq!(shape("Tabella 2.1"), (10, 4, Level::Comuni, false));
    assert_eq!(shape("Tabella 2.2"), (30, 1, Level::Comuni, true));
}

#[test]
fn each_holds_the_numbers_of_its_source_and_no_other() {
    const SPENDING: &str = include_str!("../../sample_data/spesa_sociale_lombardia_2016_2018.csv");
    const PIANO: &str = include_str!("../../sample_data/piano_di_zona_corsico_2021_2023.csv");
    for (name, file, count) in
        [("Tab. 2", SPENDING, 54), ("Tabella 2.1", PIANO, 40), ("Tabella 2.2", PIANO, 30)]
    {
        let model = model(&TableSpec::published(&printed(name)));
        assert_eq!(values(&model).len(), count, "{name}");
        assert_eq!(values(&model), source(name, file), "{name}");
    }
}

#[test]
fn table_2_has_the_eight_ats_and_lombardia_below_them() {
    let mut spec = TableSpec::published(&printed("Tab. 2"));
    spec.view.sort = TableSort { by: SortBy::Column(5), descending: true };
    let model = model(&spec);
    assert_eq!((model.level, model.rows.len()), (Some(Level::Ats), 8));
    assert_eq!(model.overall_rows.iter().map(|whole| whole.name.as_str()).collect::<Vec<_>>(), ["Lombardia"]);
    assert!(model.values(5).map(|value| -value.expect("printed")).is_sorted_by(|a, b| a <= b));
    let said = says(&spec);
    assert!(said.iter().any(|text| text.contains("ATS (come pubblicato)")), "{said:?}");
    assert!(said.iter().any(|text| text == "Lombardia"));
    assert!(said.iter().any(|text| text.contains("DGR XI/4563")));
}

#[test]
fn table_2_2_stands_with_its_indices_down_and_its_years_across() {
    let spec = TableSpec::published(&printed("Tabella 2.2"));
    assert_eq!(names(&model(&spec)), ["Ambito di Corsico"]);
    let said = says(&spec);
    for text in ["Indicatore", "2018", "2019", "2020"] {
        assert!(said.iter().any(|run| run.contains(text)), "{text}: {said:?}");
    }
    // Rates refer to a year and stocks to its last day: one column has both, and the row states the day.
    let rows = [
        "Tasso di natalità [nati ogni 1.000 residenti]",
        "Indice di vecchiaia, al 31 dicembre [anziani (65+) ogni 100 giovani (0-14)]",
    ];
    assert!(rows.iter().all(|row| said.iter().any(|run| run == row)), "{said:?}");
    assert!(said.iter().any(|run| run.contains("(Piano di Zona di Corsico)")), "said once, in the title");
    let english = says(&TableSpec { lang: Lang::En, ..spec });
    assert!(english.iter().any(|run| run.starts_with("Ageing index, on 31 December [")), "{english:?}");
}

#[test]
fn beside_computed_columns_our_areas_have_their_published_values() {
    let of_2018 = |id: &str| TableColumn::value(id, Reference::Year(2018));
    let columns =
        vec![TableColumn::value("indice_vecchiaia", january(2023)), of_2018("spesa_sociale_pro_capite")];
    let spec = TableSpec::new(columns, Level::Comuni);
    let model = model(&spec);
    assert_eq!((model.rows.len(), model.as_published), (193, false));
    let row = |code: &str| model.rows.iter().find(|row| row.code.as_str() == code).expect("a row");
    assert_eq!(row("015146").cells[1], Ok(249.21), "Milano, as the chart prints it");
    assert_eq!(row("015093").cells[1], Err(Absence::Missing), "no table names Corsico");
    let wholes: Vec<&str> = model.overall_rows.iter().map(|whole| whole.name.as_str()).collect();
    assert_eq!(wholes.len(), 2, "{wholes:?}");
    assert_eq!(model.overall_rows[0].cells[1], Ok(200.11), "the ATS as printed");
    assert!(
        model.overall_rows[0].cells[0].is_ok() && model.overall_rows[1].cells[0] == Err(Absence::Missing)
    );
    let said = says(&TableSpec { level: Level::Ambiti, ..spec }).join(" ");
    assert!(said.contains("pubblicato)"), "the head of such a column says so: {said}");
}

#[test]
fn a_difference_of_printed_years_is_a_column_too() {
    let column = TableColumn {
        from: Some(Reference::Year(2016)),
        ..TableColumn::value("gestione_associata_quota", Reference::Year(2018))
    };
    let model = model(&TableSpec::new(vec![column], Level::Ats));
    let value = |code: &str, year: i16| {
        let rows = atlas().published_values("gestione_associata_quota").expect("printed");
        let row = rows.iter().find(|row| row.area.code.as_str() == code && row.reference.year() == year);
        row.and_then(|row| row.value.ok()).expect("a value")
    };
    let whole = model.overall_rows[0].cells[0].expect("a value");
    assert!((whole - (value("lombardia", 2018) - value("lombardia", 2016))).abs() < 1e-12);
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    let unknown = |spec: &TableSpec| TableModel::new(spec, atlas()).expect_err("refused").to_string();
    let spec = TableSpec::new(
        vec![TableColumn::value("gestione_associata_quota", Reference::Year(1990))],
        Level::Ats,
    );
    assert!(unknown(&spec).contains("1990"), "{}", unknown(&spec));
    let mut spec = TableSpec::published(&printed("Tab. 2"));
    spec.selected = vec![Code::from("999999")];
    assert!(unknown(&spec).contains("999999"));
}

// In the window's engine.

fn state() -> State {
    State::new(Arc::clone(&BUNDLE), Settings::default()).expect("a state")
}

fn table_of(state: &State) -> TableSpec {
    match state.document.element(ElementKind::Table) {
        Some(atlante::document::Element::Table(spec)) => spec,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_table_of_an_indicator_as_published_is_a_table_like_any_other() {
    let mut state = state();
    update(&mut state, Action::SetIndicator("gestione_associata_quota".into()));
    let spec = table_of(&state);
    assert_eq!((spec.level, spec.columns.len()), (Level::Ats, 3), "its three years");
    update(&mut state, Action::ShowPublishedTable("Tab. 2".into()));
    assert_eq!(table_of(&state).columns, TableSpec::published(&printed("Tab. 2")).columns);
    assert!(state.document.map.selected.is_empty(), "all its areas are there");
    update(&mut state, Action::Undo);
    assert_eq!(table_of(&state).columns.len(), 3);
    // The columns of one table do not remain for another, nor for the map.
    update(&mut state, Action::ShowPublishedTable("Tab. 2".into()));
    update(&mut state, Action::SetIndicator("pdz_natalita".into()));
    assert!(table_of(&state).columns.iter().all(|column| column.indicator == "pdz_natalita"));
    update(&mut state, Action::ShowPublishedTable("Tabella 2.2".into()));
    assert_eq!(state.document.map.selected, [Code::from("50089")]);
    assert_eq!(names(&model(&table_of(&state))), ["Ambito di Corsico"]);
    update(&mut state, Action::SetIndicator("indice_vecchiaia".into()));
    assert_eq!(table_of(&state).columns, [TableColumn::value("indice_vecchiaia", january(2023))]);
}

#[test]
fn every_published_table_is_drawn_on_one_page() {
    for printed in atlas().published_tables() {
        let spec = TableSpec::published(&printed);
        let made = view::build::<TableView>(&spec, BUNDLE.sources())
            .unwrap_or_else(|error| panic!("{}: {error}", printed.name));
        assert!(made.remarks.iter().all(|found| found.code() != "left_out"), "{}", printed.name);
    }
}

/// Annex C, table 11.1 prints 24.10 as the highest of Lombardia below rows of the ATS that reach 100.00: the note says so, and the
/// reading does not count who exceeds it (`incoerenze_di_stampa.csv`).
#[test]
fn what_a_note_contradicts_is_not_compared() {
    let folder = Folder::new();
    let read_by = |line: Cli| {
        let json = line.with(&["--today", "--json", "-o", &folder.file("x.svg")]).json();
        json["reading"].as_str().expect("a reading").to_owned()
    };
    let read = |line: &str| read_by(Cli::line(line));
    let ranking = read("figure ranking --indicator trasferimenti_associata_massimo --year 2018");
    assert!(ranking.contains("Il valore della Lombardia è 24,10%: vedi la nota."), "{ranking}");
    assert!(!ranking.contains("lo superano"), "{ranking}");
    let english = read("figure ranking --indicator trasferimenti_associata_massimo --year 2018 --lang en");
    assert!(english.contains("The value of Lombardy is 24.10%: see the note."), "{english}");
    let table = read("figure table --columns trasferimenti_associata_massimo@2018");
    assert!(table.contains("24,10%: vedi la nota") && !table.contains("lo superano"), "{table}");
    // Chart 24: of the ATS that are no whole provinces there are no ages, and they are named.
    let scatter = read_by(Cli::new(&["figure", "scatter", "--printed", "Grafico 24"]));
    assert!(
        scatter.contains("Senza un valore: 3 ATS (ATS Insubria, ATS Montagna, ATS Brescia)."),
        "{scatter}"
    );
}
