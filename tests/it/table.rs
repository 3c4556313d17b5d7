//! Tables of territories and indicators: numbers, order, page, files.

use atlante::base::{Code, Level, decimal};
use atlante::data::{Absence, Method};
use atlante::document::{SortBy, SvgText, TableColumn, TableSort, TableSpec};
use atlante::export;
use atlante::export::sheet::{self, SheetFormat};
use atlante::figure::FigureError;
use atlante::figure::table::TableView;
use atlante::figure::table::{self, TableModel};
use atlante::figure::view;
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::scene::{Role, Scene};

use crate::common::{BUNDLE, atlas, awkward, january, present, table as table_of, value};
use crate::page::{TextBox, all_runs, check_golden, group, page, paths};

const CORSICO: &str = "50089";

fn column(indicator: &str) -> TableColumn {
    TableColumn::value(indicator, january(2023))
}

fn change(indicator: &str) -> TableColumn {
    TableColumn { from: Some(january(2022).into()), ..column(indicator) }
}

fn spec(columns: Vec<TableColumn>, level: Level) -> TableSpec {
    TableSpec::new(columns, level)
}

fn model_of(spec: &TableSpec, bundle: &Bundle) -> TableModel {
    TableModel::new(spec, &bundle.atlas).unwrap_or_else(|e| panic!("{spec:?}: {e}"))
}

fn model(spec: &TableSpec) -> TableModel {
    model_of(spec, &BUNDLE)
}

fn sorted(mut spec: TableSpec, by: SortBy, descending: bool) -> TableSpec {
    spec.view.sort = TableSort { by, descending };
    spec
}

fn names(model: &TableModel) -> Vec<&str> {
    model.shown.iter().map(|&i| model.rows[i].name.as_str()).collect()
}

fn scene_of(spec: &TableSpec, bundle: &Bundle) -> Scene {
    view::build::<TableView>(spec, bundle.sources()).unwrap_or_else(|e| panic!("{spec:?}: {e}")).value.scene
}

fn says(scene: &Scene, words: &str) -> bool {
    all_runs(scene).iter().map(|(_, run)| run.content.as_str()).collect::<Vec<_>>().join(" ").contains(words)
}

/// Every indicator at its latest date.
fn all_columns() -> Vec<TableColumn> {
    let latest = |indicator: &atlante::data::Indicator| {
        Some(TableColumn::value(indicator.id.as_str(), *atlas().dates(indicator).last()?))
    };
    atlas().catalogue.indicators().iter().filter_map(latest).collect()
}

// Numbers and order.

#[test]
fn cells_are_the_values_of_the_atlas() {
    for method in [Method::Pooled, Method::Mean] {
        let mut spec = spec(vec![column("indice_vecchiaia"), change("indice_vecchiaia")], Level::Ambiti);
        spec.method = method;
        let model = model(&spec);
        let [now, before] =
            [2023, 2022].map(|y| table_of("indice_vecchiaia", january(y), Level::Ambiti, method));
        for row in &model.rows {
            let (now, before) = (present(&now, row.code.as_str()), present(&before, row.code.as_str()));
            assert_eq!(row.cells, [Ok(now), Ok(decimal::difference(now, before))], "{}", row.name);
        }
        let ats = model.overall_rows[0].cells[0].expect("a value");
        assert_eq!(format!("{ats:.1}"), "178.8", "the ATS is pooled, whatever the method");
    }
    let pooled = model(&spec(vec![column("indice_vecchiaia")], Level::Ambiti));
    let corsico = pooled.rows.iter().find(|row| row.code.as_str() == CORSICO).expect("a row");
    assert_eq!(corsico.cells[0].map(|x| format!("{x:.1}")), Ok("181.0".to_owned()));
}

#[test]
fn rows_are_sorted_with_the_absent_last_and_equal_ones_by_name() {
    let by_name = model(&spec(vec![column("indice_vecchiaia")], Level::Ambiti));
    assert_eq!((names(&by_name)[0], by_name.shown.len()), ("Abbiategrasso", 17));
    let back = model(&sorted(spec(Vec::new(), Level::Ambiti), SortBy::Name, true));
    assert_eq!(names(&back)[0], "Visconteo Sud Milano");
    let of = |descending| sorted(spec(vec![column("misto")], Level::Comuni), SortBy::Column(0), descending);
    let bundle = awkward();
    for descending in [false, true] {
        let model = model_of(&of(descending), &bundle);
        let present = model.values(0).take_while(Result::is_ok).count();
        assert!(present > 0 && model.values(0).skip(present).all(|value| value.is_err()), "{descending}");
        let first: Vec<&str> = names(&model)[..present].to_vec();
        assert!(first.is_sorted(), "all are 1, so by name: {first:?}");
    }
    let gone = model(&sorted(spec(vec![column("densita")], Level::Ambiti), SortBy::Column(7), false));
    assert_eq!(names(&gone), names(&by_name), "a column that is not there: by name");
}

#[test]
fn filter_and_selection_narrow_the_rows_and_never_the_colours() {
    let mut spec = spec(vec![column("densita")], Level::Comuni);
    let all = model(&spec);
    let heat = |model: &TableModel| {
        let rows = model.rows.iter();
        rows.map(|row| model.heat(0, row.cells[0])).collect::<Vec<_>>()
    };
    spec.view.filter = "CESANO bosc".to_owned();
    let found = model(&spec);
    assert_eq!(names(&found), ["Cesano Boscone"]);
    assert_eq!(heat(&found), heat(&all));
    let summary = found.summaries[0].as_ref().expect("one value");
    assert_eq!((summary.min, summary.max), (summary.mean, summary.mean));
    spec.view.filter = String::new();
    (spec.selected, spec.view.only_selected) = (vec![Code::from(CORSICO)], true);
    assert_eq!(model(&spec).shown.len(), 6, "the Comuni of the Ambito");
    spec.view.filter = "zzz".to_owned();
    let (none, scene) = (model(&spec), scene_of(&spec, &BUNDLE));
    assert!(none.shown.is_empty() && none.summaries == [None]);
    assert!(says(&scene, "Nessun territorio corrisponde a quanto chiesto."));
}

#[test]
fn colours_are_the_fifths_of_the_column() {
    let model = model(&spec(vec![column("indice_vecchiaia")], Level::Comuni));
    let mut counts = [0; 5];
    for value in model.values(0) {
        counts[(model.heat(0, value).expect("a value") * 4.0) as usize] += 1;
    }
    assert!(counts.iter().all(|count| (38..=40).contains(count)), "{counts:?}");
    let constant = model_of(&spec(vec![column("costante")], Level::Comuni), &awkward());
    assert_eq!(constant.heat(0, Ok(5.0)), None, "where all are equal nothing stands out");
    assert_eq!(model.heat(0, Err(Absence::Missing)), None);
}

#[test]
fn what_is_suppressed_stays_so_wherever_it_is_summed() {
    let bundle = awkward();
    for level in Level::ALL {
        let spec = spec(vec![column("misto"), column("nessuno")], level);
        let model = model_of(&spec, &bundle);
        assert!(model.overall_rows.iter().all(|ats| ats.cells[1] == Err(Absence::Suppressed)));
        assert_eq!(model.absent(1, Absence::Suppressed), model.rows.len());
        let scene = scene_of(&spec, &bundle);
        assert!(says(&scene, "ris. = dato oscurato per riservatezza"), "{level:?}");
        let csv = sheet::csv(&table::workbook(&spec, &model, &bundle.atlas));
        assert!(csv.contains("dato oscurato per riservatezza"), "{csv}");
    }
}

#[test]
fn a_table_of_nothing_is_a_sentence() {
    let scene = scene_of(&spec(Vec::new(), Level::Comuni), &BUNDLE);
    assert!(says(&scene, "La tabella non ha colonne"));
    let one = model(&spec(vec![column("residenti")], Level::Ats));
    assert_eq!((one.shown.len(), one.overall_rows.len()), (1, 0), "the ATS is not listed twice");
    let mut swapped = change("densita");
    swapped.from = Some(january(2024).into());
    let error = TableModel::new(&spec(vec![swapped], Level::Comuni), atlas()).expect_err("no such dates");
    assert!(matches!(error, FigureError::Kind(_)), "{error}");
}

// The page.

fn golden_spec() -> TableSpec {
    let columns = vec![column("indice_vecchiaia"), change("indice_vecchiaia"), column("residenti")];
    let mut spec = sorted(spec(columns, Level::Ambiti), SortBy::Column(0), true);
    spec.selected = vec![Code::from(CORSICO)];
    (spec.view.heat, spec.view.summary) = (true, true);
    spec
}

#[test]
fn a_table_is_laid_out_as_it_was() {
    check_golden([("table_ambiti".to_owned(), scene_of(&golden_spec(), &BUNDLE))].into_iter());
}

#[test]
fn every_page_holds_its_texts_and_says_what_it_leaves_out() {
    let mut faults = Vec::new();
    // As many as ages and residents have: with more, their sources would fill the smallest page.
    let columns = all_columns().into_iter().take(34).collect();
    let big = TableSpec { columns, level: Level::Comuni, ..golden_spec() };
    let few = spec(vec![column("densita")], Level::Asst);
    for (width, height) in [(297.0, 210.0), (210.0, 297.0), (148.0, 105.0), (60.0, 60.0), (70.0, 400.0)] {
        for lang in Lang::ALL {
            for spec in [&golden_spec(), &big, &few] {
                let spec = TableSpec { page: page(width, height), lang, ..spec.clone() };
                let made = match view::build::<TableView>(&spec, BUNDLE.sources()) {
                    Ok(made) => made,
                    Err(FigureError::NoRoom) if width.min(height) < 100.0 => continue,
                    Err(error) => panic!("{width}×{height}: {error}"),
                };
                let figure = made.value;
                let is_cut = figure.layout.found_room(&figure.model)
                    != (figure.model.shown.len(), figure.model.columns.len());
                assert_eq!(is_cut, made.remarks.iter().any(|d| d.code() == "left_out"));
                let texts = all_runs(&figure.scene);
                let boxes: Vec<TextBox> = texts.iter().map(|(_, run)| TextBox::of(run)).collect();
                for (i, (role, run)) in texts.iter().enumerate() {
                    if !boxes[i].is_within(figure.scene.width.0, figure.scene.height.0) {
                        faults.push(format!("{width}×{height}: '{}' off the page", run.content));
                    }
                    let over = |j: &usize| {
                        let same = texts[*j].0 == *role && matches!(role, Role::Heading | Role::Footer);
                        let apart = 0.1 * run.size;
                        let text_box = TextBox { top: boxes[i].top + apart, ..boxes[i] };
                        !same && text_box.overlaps(&boxes[*j])
                    };
                    if let Some(j) = (i + 1..texts.len()).find(over) {
                        faults
                            .push(format!("{width}×{height}: '{}' on '{}'", run.content, texts[j].1.content));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
}

#[test]
fn the_same_table_gives_the_same_bytes_and_reads_aloud() {
    let spec = golden_spec();
    let scene = scene_of(&spec, &BUNDLE);
    assert_eq!(export::svg(&scene, SvgText::Text), export::svg(&scene_of(&spec, &BUNDLE), SvgText::Text));
    assert!(scene.description.contains("Righe: 17; colonne di valori: 3."), "{}", scene.description);
    assert!(scene.description.contains("da 146,5 a 198,1; ATS 178,8"), "{}", scene.description);
    let heat = paths(group(&scene, Role::Marks).expect("cells"));
    assert_eq!(heat.len(), 17 * 3);
    assert!(heat.iter().all(|path| path.datum.is_some()));
}

#[test]
fn bars_start_at_zero_and_are_as_long_as_their_values() {
    let mut spec = spec(vec![column("indice_vecchiaia"), change("indice_vecchiaia")], Level::Ambiti);
    spec.view.bars = true;
    let found = model(&spec);
    let scene = scene_of(&spec, &BUNDLE);
    let bars: Vec<_> = paths(group(&scene, Role::Marks).expect("bars"))
        .into_iter()
        .filter(|path| path.datum.is_some())
        .collect();
    assert_eq!(bars.len(), 17 * 2);
    for (row, value) in found.values(0).enumerate() {
        let value = value.expect("known");
        let [from, to] = found.bar(0, Ok(value)).expect("a bar");
        let most = found.summaries[0].as_ref().expect("values").max;
        assert!(from == 0.0 && (to - value / most).abs() < 1e-12, "row {row}: {from} {to}");
    }
    assert!(says(&scene, "Barre: da zero"));
    // Over colours they would be lost.
    spec.view.heat = true;
    let heated = scene_of(&spec, &BUNDLE);
    assert_eq!(paths(group(&heated, Role::Marks).expect("cells")).len(), 17 * 2);
    assert!(!says(&heated, "Barre: da zero"));
}

// Files.

#[test]
fn a_workbook_keeps_codes_as_text_and_numbers_whole() {
    let spec = spec(vec![column("residenti"), column("indice_vecchiaia")], Level::Comuni);
    let model = model(&spec);
    let book = table::workbook(&spec, &model, atlas());
    let csv = sheet::csv(&book);
    let corsico = csv.lines().find(|line| line.starts_with("015093;")).expect("a row");
    let fields: Vec<&str> = corsico.split(';').collect();
    assert_eq!(fields[1..3], ["Corsico", "34373"]);
    let expected =
        value(&table_of("indice_vecchiaia", january(2023), Level::Comuni, Method::Pooled), "015093");
    assert_eq!(fields[3].replace(',', ".").parse::<f64>().ok(), expected.ok(), "in full precision");
    assert!(csv.lines().nth(194).is_some_and(|line| line.starts_with("321;ATS;3446886;")), "{csv}");
    let english = TableSpec { lang: Lang::En, ..spec.clone() };
    let csv = sheet::csv(&table::workbook(&english, &model, atlas()));
    assert!(csv.starts_with(
        "\u{feff}Code,Territory,\"Resident population, on 1 January 2023 (estimate) [residents]\","
    ));

    let bytes = || sheet::file(&book, SheetFormat::Xlsx).expect("a workbook");
    assert!(bytes().starts_with(b"PK") && bytes() == bytes(), "the same bytes");
    let metadata = &book.sheets[1];
    assert_eq!((metadata.rows.len(), metadata.rows[0].len()), (3, metadata.head.len()));
}

#[test]
fn the_largest_table_is_written_whole() {
    let spec = spec(all_columns(), Level::Comuni);
    let model = model(&spec);
    assert_eq!((model.rows.len(), model.columns.len()), (193, 81));
    let book = table::workbook(&spec, &model, atlas());
    assert!(book.sheets[0].rows.iter().all(|row| row.len() == 84));
    assert!(sheet::file(&book, SheetFormat::Xlsx).is_ok());
    let pasted = sheet::clipboard(&table::clipboard(&spec, &model, atlas()), true);
    assert!(pasted.lines().all(|line| line.matches('\t').count() == 82), "no cell holds a tab");
}
