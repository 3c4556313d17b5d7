//! Time series and rankings: their numbers against independently computed ones, and properties of every page,
//! including those of scatterplots.

use std::collections::BTreeMap;

use atlante::base::{Code, Date, Level};
use atlante::data::{Absence, Method, Reference};
use atlante::document::{OutOfBounds, RankingSpec, ScatterSpec, SeriesMode, SeriesSpec, SvgText};
use atlante::export;
use atlante::figure::ranking::RankingView;
use atlante::figure::ranking::{Entry, RankingModel};
use atlante::figure::scatter::ScatterView;
use atlante::figure::series::SeriesView;
use atlante::figure::series::{Line, LineRole, SeriesModel};
use atlante::figure::view;
use atlante::figure::{FigureError, Remark};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::scene::{Geometry, Role, Scene};

use crate::common::{BUNDLE, Folder, atlas, january};
use crate::page::{TextBox, all_runs, check_golden, group, page, paths, runs};

const REFERENCE: &str = include_str!("../reference/indicators_python.csv");

/// Ambito di Corsico, Ambito di Rho, the Comune of Corsico, Milano, the ATS.
const CORSICO: &str = "50089";
const RHO: &str = "50095";
const CORSICO_COMUNE: &str = "015093";
const MILANO: &str = "015146";
const ATS: &str = "321";

/// Pages of reports and screens, the smallest page, and two extremely tall or wide ones.
const SIZES: [(f64, f64); 7] = [
    (297.0, 210.0),
    (210.0, 148.0),
    (210.0, 297.0),
    (160.0, 110.0),
    (60.0, 60.0),
    (70.0, 400.0),
    (400.0, 70.0),
];

fn codes(codes: &[&str]) -> Vec<Code> {
    codes.iter().map(|code| Code::from(*code)).collect()
}

fn series_spec(indicator: &str, selected: &[&str]) -> SeriesSpec {
    SeriesSpec::new(indicator, codes(selected))
}

fn ranking_spec(indicator: &str, level: Level) -> RankingSpec {
    RankingSpec::new(indicator, january(2023), level)
}

fn series_model(spec: &SeriesSpec, bundle: &Bundle) -> (SeriesModel, Vec<Remark>) {
    let made = SeriesModel::new(spec, &bundle.atlas).unwrap_or_else(|e| panic!("{spec:?}: {e}"));
    (made.value, made.remarks)
}

fn series_scene(spec: &SeriesSpec, bundle: &Bundle) -> Scene {
    view::build::<SeriesView>(spec, bundle.sources()).unwrap_or_else(|e| panic!("{spec:?}: {e}")).value.scene
}

fn ranking_model(spec: &RankingSpec, bundle: &Bundle) -> RankingModel {
    RankingModel::new(spec, &bundle.atlas).unwrap_or_else(|e| panic!("{spec:?}: {e}")).value
}

fn ranking_scene(spec: &RankingSpec, bundle: &Bundle) -> Scene {
    view::build::<RankingView>(spec, bundle.sources()).unwrap_or_else(|e| panic!("{spec:?}: {e}")).value.scene
}

fn line<'a>(model: &'a SeriesModel, code: &str) -> &'a Line {
    let found = model.lines.iter().find(|line| line.code.as_str() == code);
    found.unwrap_or_else(|| panic!("no line of {code}"))
}

fn present(line: &Line) -> Vec<f64> {
    line.values
        .iter()
        .map(|value| value.unwrap_or_else(|reason| panic!("{}: {reason:?}", line.code)))
        .collect()
}

fn texts(scene: &Scene) -> Vec<String> {
    all_runs(scene).into_iter().map(|(_, run)| run.content.clone()).collect()
}

fn says(scene: &Scene, words: &str) -> bool {
    texts(scene).join(" ").contains(words)
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1.0)
}

/// Independently computed values of an indicator for Ambiti, by date, method and code.
fn reference(indicator: &str) -> BTreeMap<(Date, String, String), f64> {
    let rows = REFERENCE.lines().skip(1).filter_map(|line| {
        let fields: Vec<&str> = line.split(',').collect();
        let [of, "ambito", code, date, method, value] = fields[..] else { return None };
        let key = (date.parse().expect("a date"), method.to_owned(), code.to_owned());
        (of == indicator).then(|| (key, value.parse().expect("a number")))
    });
    rows.collect()
}

// Numbers.

#[test]
fn a_series_has_the_independently_computed_values() {
    let known = reference("indice_vecchiaia");
    for method in Method::ALL {
        let mut spec = series_spec("indice_vecchiaia", &[]);
        (spec.level, spec.method) = (Some(Level::Ambiti), method);
        let (model, _) = series_model(&spec, &BUNDLE);
        let lines: Vec<&Line> = model.of(LineRole::Context).collect();
        assert_eq!((lines.len(), model.references.len()), (17, 2));
        for line in lines {
            for (at, value) in line.points(&model.references) {
                let date = at.date().expect("a day");
                let expected = known[&(date, method.id().to_owned(), line.code.to_string())];
                assert!(near(value.expect("a value"), expected), "{} {date} {}", line.code, method.id());
            }
        }
        let ats: Vec<f64> = present(line(&model, ATS));
        assert_eq!(format!("{:.1}", ats[1]), "178.8", "a benchmark is pooled, whatever the method");
    }
}

#[test]
fn values_differences_and_indices_of_corsico() {
    let drawn = |mode| {
        let mut spec = series_spec("indice_vecchiaia", &[CORSICO]);
        spec.mode = mode;
        present(line(&series_model(&spec, &BUNDLE).0, CORSICO))
            .iter()
            .map(|x| format!("{x:.1}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(drawn(SeriesMode::Absolute), ["174.7", "181.0"]);
    assert_eq!(drawn(SeriesMode::Change), ["0.0", "6.3"]);
    assert_eq!(drawn(SeriesMode::Base100), ["100.0", "103.6"]);

    let mut spec = series_spec("indice_vecchiaia", &[CORSICO]);
    (spec.mode, spec.base) = (SeriesMode::Base100, Some(january(2023).into()));
    let (model, _) = series_model(&spec, &BUNDLE);
    let line = line(&model, CORSICO);
    let observed: Vec<f64> = line.observed.iter().filter_map(|value| value.ok()).collect();
    assert!(near(present(line)[0], 100.0 * observed[0] / observed[1]) && present(line)[1] == 100.0);
    spec.base = Some(january(2021).into());
    let error = SeriesModel::new(&spec, atlas()).expect_err("no such date");
    assert!(matches!(error, FigureError::Atlas(_)), "{error}");
}

#[test]
fn the_band_spans_the_comuni_of_the_first_ambito() {
    let known = reference("indice_vecchiaia");
    for selected in [[CORSICO, RHO], [CORSICO_COMUNE, MILANO]] {
        let mut spec = series_spec("indice_vecchiaia", &selected);
        spec.band = true;
        let (model, _) = series_model(&spec, &BUNDLE);
        let band = model.band.as_ref().expect("a band");
        assert_eq!((band.code.as_str(), band.members), (CORSICO, 6), "{selected:?}");
        for (at, extremes) in model.own_references().iter().zip(&band.extremes) {
            let date = at.date().expect("a day");
            let of = |method: &str| known[&(date, method.to_owned(), CORSICO.to_owned())];
            let (low, high) = extremes.expect("all six have a value");
            assert!(near(low, of("min")) && near(high, of("max")), "{date}");
        }
    }
    let mut alone = series_spec("indice_vecchiaia", &[MILANO]);
    alone.band = true;
    let (model, remarks) = series_model(&alone, &BUNDLE);
    assert!(
        model.band.is_none() && remarks.iter().any(|r| r.code() == "no_band"),
        "one Comune spans nothing"
    );
}

#[test]
fn breaks_and_missing_years_are_never_joined() {
    let with_ats = Some(vec![Level::Ats]);
    let spec = SeriesSpec { benchmarks: with_ats, ..series_spec("residenti", &[CORSICO, RHO]) };
    let (model, remarks) = series_model(&spec, &BUNDLE);
    assert_eq!(model.references, [2019, 2020, 2022, 2023].map(|year| january(year).into()));
    assert_eq!((model.gaps.as_slice(), model.breaks.len(), model.breaks[0].after), ([1].as_slice(), 1, 1));
    let codes: Vec<&str> = remarks.iter().map(|remark| remark.code()).collect();
    assert!(codes.contains(&"series_break") && codes.contains(&"missing_dates"), "{codes:?}");
    let stretches = model.runs_of(line(&model, CORSICO));
    assert_eq!(stretches.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2]);

    let scene = series_scene(&spec, &BUNDLE);
    let lines = paths(group(&scene, Role::Lines).expect("lines"));
    let strokes = lines.iter().filter_map(|path| match &path.geometry {
        Geometry::Lines(strokes) => Some(strokes),
        _ => None,
    });
    let strokes: Vec<_> = strokes.flatten().collect();
    assert!(strokes.len() >= 6, "two stretches for each of two Ambiti and for the ATS");
    // The dates must be written at the positions of the values.
    let dates = runs(group(&scene, Role::Axes).expect("axes"));
    // Dates that are all of one day are written as years.
    let at = |year: &str| dates.iter().find(|run| run.content.ends_with(year)).map_or(f64::NAN, |run| run.x);
    let (before, after) = (at("2020"), at("2022"));
    for stroke in strokes {
        let one_side =
            stroke.iter().all(|[x, _]| *x <= before + 0.01) || stroke.iter().all(|[x, _]| *x >= after - 0.01);
        assert!(one_side, "{stroke:?} between {before} and {after}");
    }
    assert!(says(&scene, "Interruzione della serie tra il 1/1/2020 e il 1/1/2022."));
    assert!(says(&scene, "serie di base censuaria") && says(&scene, "interruzione della serie"));
    assert!(says(&scene, "mancano valori"));
}

#[test]
fn benchmarks_are_those_the_selected_belong_to() {
    let roles = |selected: &[&str]| {
        let mut spec = series_spec("indice_vecchiaia", selected);
        spec.benchmarks = Some(vec![Level::Asst, Level::Ats]);
        let (model, remarks) = series_model(&spec, &BUNDLE);
        let names: Vec<String> = model.of(LineRole::Benchmark).map(|line| line.name.clone()).collect();
        (names, remarks.iter().any(|remark| remark.code() == "no_asst"))
    };
    let ats = "ATS Città Metropolitana di Milano".to_owned();
    assert_eq!(roles(&[CORSICO, RHO]), (vec!["ASST Rhodense".to_owned(), ats.clone()], false));
    assert_eq!(roles(&[MILANO]), (vec![ats.clone()], true));
    assert_eq!(roles(&[ATS]), (vec![], true), "none is set against itself");
    assert_eq!(roles(&[]), (vec![ats], false));
}

#[test]
fn a_ranking_has_the_independently_computed_values() {
    let known = reference("indice_vecchiaia");
    let mut spec = ranking_spec("indice_vecchiaia", Level::Ambiti);
    spec.range = true;
    spec.method = Method::Min;
    let model = ranking_model(&spec, &BUNDLE);
    assert_eq!(model.rows.len(), 17);
    for (i, row) in model.rows.iter().enumerate() {
        let of = |method: &str| known[&(january(2023), method.to_owned(), row.code.to_string())];
        let range = row.range.expect("all have a range");
        assert!(near(row.value, of("pooled")), "the range goes with the pooled value: {}", row.name);
        assert!(near(range.min, of("min")) && near(range.mean, of("mean")) && near(range.max, of("max")));
        assert_eq!(row.rank, i + 1);
    }
    assert!(model.rows.is_sorted_by(|a, b| a.value >= b.value));
    assert_eq!(model.overall.map(|x| format!("{x:.1}")).as_deref(), Some("178.8"));
    let scene = ranking_scene(&spec, &BUNDLE);
    for words in
        ["media semplice dei Comuni", "valore calcolato sul totale dei Comuni", "ATS 178,8", "181,0", "168,5"]
    {
        assert!(says(&scene, words), "{words}");
    }
}

#[test]
fn the_selected_are_in_view_after_a_gap() {
    let mut spec = ranking_spec("indice_vecchiaia", Level::Comuni);
    (spec.top, spec.selected) = (Some(20), codes(&[CORSICO_COMUNE]));
    let model = ranking_model(&spec, &BUNDLE);
    let place = model.rows.iter().position(|row| row.selected).expect("Corsico");
    assert_eq!(model.rows[place].rank, place + 1);
    let entries = model.entries(20);
    assert_eq!(entries.len(), 20 + 3);
    assert_eq!(entries[20..], [Entry::Gap, Entry::Row(place), Entry::Gap]);
    let scene = ranking_scene(&spec, &BUNDLE);
    assert!(says(&scene, "Sono mostrati i primi 20 di 193 e quelli scelti, con il loro posto."));
    assert!(texts(&scene).contains(&(place + 1).to_string()));
    assert_eq!(model.entries(193).len(), 193);
    // More selected rows than fit: the remark must not mention the top rows.
    spec.top = None;
    spec.selected = model.rows.iter().map(|row| row.code.clone()).collect();
    let all = ranking_scene(&spec, &BUNDLE);
    assert!(says(&all, "Territori scelti mostrati") && says(&all, "di 193."), "{:?}", texts(&all));
    // An Ambito highlights its Comuni among Comuni, and a Comune its Ambito among Ambiti.
    spec.selected = codes(&[CORSICO]);
    assert_eq!(ranking_model(&spec, &BUNDLE).rows.iter().filter(|row| row.selected).count(), 6);
    spec.level = Level::Ambiti;
    spec.selected = codes(&[CORSICO_COMUNE]);
    let selected: Vec<_> =
        ranking_model(&spec, &BUNDLE).rows.into_iter().filter(|row| row.selected).collect();
    assert_eq!((selected.len(), selected[0].name.as_str()), (1, "Corsico"));
}

#[test]
fn a_long_ranking_is_folded_and_ends_with_the_lowest() {
    let mut spec = ranking_spec("indice_vecchiaia", Level::Comuni);
    let model = ranking_model(&spec, &BUNDLE);
    let middle = &model.rows[120];
    spec.selected = vec![middle.code.clone()];
    let scene = ranking_scene(&spec, &BUNDLE);
    let written = texts(&scene);
    for row in [&model.rows[0], middle, &model.rows[188], &model.rows[192]] {
        assert!(written.contains(&row.name) && written.contains(&row.rank.to_string()), "{}", row.name);
    }
    assert!(says(&scene, "gli ultimi 5 di 193, e quelli scelti con il loro posto."), "{written:?}");
    assert!(!written.contains(&model.rows[100].name));
    // Asked for a number of rows, it shows that many.
    spec.top = Some(30);
    assert!(says(&ranking_scene(&spec, &BUNDLE), "Sono mostrati i primi 30 di 193 e quelli scelti"));
}

#[test]
fn an_axis_without_zero_says_so_and_bars_grow_from_zero() {
    let words = "l'asse non parte da zero";
    assert!(says(&ranking_scene(&ranking_spec("quota_65_plus", Level::Ambiti), &BUNDLE), words));
    assert!(says(&series_scene(&series_spec("indice_vecchiaia", &[CORSICO]), &BUNDLE), words));
    let from_zero = ranking_scene(&ranking_spec("densita", Level::Ambiti), &BUNDLE);
    assert!(!says(&from_zero, words) && texts(&from_zero).contains(&"0".to_owned()));
    let mut change = series_spec("indice_vecchiaia", &[CORSICO]);
    change.mode = SeriesMode::Change;
    let scene = series_scene(&change, &BUNDLE);
    assert!(!says(&scene, words) && texts(&scene).contains(&"0".to_owned()));
}

// Awkward data.

const LIST: &str = "[[dataset]]\nid = \"p\"\nfile = \"p.csv\"\nkind = \"observations\"\ndated = true\n\
    title = { it = \"P\", en = \"P\" }\nsource = { it = \"P\", en = \"P\" }\nlicence = \"CC0\"\nretrieved_from = \"here\"\n";
const INDICATOR: &str = "[[indicator]]\nid = \"prova\"\nname = { it = \"Prova\", en = \"Trial\" }\n\
    short = { it = \"Prova\", en = \"Trial\" }\ntheme = \"popolazione\"\nunit = { it = \"cose\", en = \"things\" }\n\
    suffix = \"\"\nnumerator = [\"p\"]\ndenominator = []\nmultiplier = 1\ndecimals = 0\npolarity = \"neither\"\n\
    kind = \"ratio\"\ndefinition = { it = \"Prova.\", en = \"Trial.\" }\nsource = { it = \"P\", en = \"P\" }\nlicence = \"CC0\"\n";

/// The embedded data plus an indicator made of these cells: Comune, date, value.
fn bundle_of(cells: &[(&str, &str, &str)]) -> Bundle {
    let rows: String = cells.iter().map(|(code, date, value)| format!("{code},{date},{value}\n")).collect();
    let folder = Folder::new()
        .with("datasets.toml", LIST)
        .with("indicators.toml", INDICATOR)
        .with("p.csv", format!("code,date,p\n{rows}"));
    Bundle::load(Some(folder.path())).expect("a valid folder")
}

#[test]
fn one_date_makes_points_and_says_so() {
    let bundle = bundle_of(&[(CORSICO_COMUNE, "2023-01-01", "5"), (MILANO, "2023-01-01", "-2")]);
    let spec = series_spec("prova", &[CORSICO_COMUNE, MILANO]);
    let (_, remarks) = series_model(&spec, &bundle);
    assert!(remarks.iter().any(|remark| remark.code() == "one_date"));
    let scene = series_scene(&spec, &bundle);
    let marks = paths(group(&scene, Role::Lines).expect("points"));
    assert!(marks.len() == 2 && marks.iter().all(|path| path.fill.is_some()), "{marks:?}");
    assert!(says(&scene, "Corsico 5") && says(&scene, "Milano \u{2212}2"));
}

#[test]
fn no_value_at_all_is_a_sentence_in_place() {
    let bundle = bundle_of(&[(CORSICO_COMUNE, "2022-01-01", ":"), (CORSICO_COMUNE, "2023-01-01", "c")]);
    let spec = series_spec("prova", &[CORSICO_COMUNE]);
    let (_, remarks) = series_model(&spec, &bundle);
    assert!(remarks.iter().any(|remark| remark.code() == "no_values"));
    let scene = series_scene(&spec, &bundle);
    assert!(says(&scene, "Nessun valore da mostrare per questi territori."));
    assert!(scene.description.contains("Nessun valore"));
    assert!(says(&scene, "Corsico al 1/1/2023: dato oscurato per riservatezza."));
    let scene = ranking_scene(&ranking_spec("prova", Level::Comuni), &bundle);
    assert!(says(&scene, "Nessun valore da mostrare a questa data."));
}

#[test]
fn absent_values_are_gaps_in_lines_and_words_in_rankings() {
    let bundle = bundle_of(&[
        (CORSICO_COMUNE, "2020-01-01", "5"),
        (CORSICO_COMUNE, "2021-01-01", "c"),
        (CORSICO_COMUNE, "2022-01-01", "6"),
        (CORSICO_COMUNE, "2023-01-01", "c"),
        (MILANO, "2020-01-01", "0"),
        (MILANO, "2021-01-01", "1"),
        (MILANO, "2022-01-01", "1"),
        (MILANO, "2023-01-01", "0"),
    ]);
    let mut spec = series_spec("prova", &[CORSICO_COMUNE, MILANO]);
    let (model, _) = series_model(&spec, &bundle);
    assert_eq!(line(&model, CORSICO_COMUNE).values[1], Err(Absence::Suppressed));
    assert_eq!(model.runs_of(line(&model, CORSICO_COMUNE)).len(), 2);
    let scene = series_scene(&spec, &bundle);
    assert!(says(&scene, "Corsico 6 (1/1/2022)"), "an older value says its date");
    spec.mode = SeriesMode::Base100;
    let (model, _) = series_model(&spec, &bundle);
    assert!(line(&model, MILANO).values.iter().all(|value| *value == Err(Absence::NotApplicable)));
    assert!(says(&series_scene(&spec, &bundle), "non è positivo"));

    let mut spec = ranking_spec("prova", Level::Comuni);
    spec.selected = codes(&[CORSICO_COMUNE]);
    let model = ranking_model(&spec, &bundle);
    assert_eq!(
        (model.rows.len(), model.rows[0].value, model.absent.len()),
        (1, 0.0, 192),
        "zero is a number"
    );
    let scene = ranking_scene(&spec, &bundle);
    for words in ["Corsico dato oscurato per riservatezza", "altri territori: 191 dato mancante"] {
        assert!(says(&scene, words), "{words}: {:?}", texts(&scene));
    }
    assert_eq!(
        group(&scene, Role::Marks).map(|marks| paths(marks).iter().filter(|p| p.datum.is_some()).count()),
        Some(1)
    );
}

#[test]
fn a_date_missing_in_the_middle_half_the_values_and_negative_ones() {
    let bundle = bundle_of(&[
        (CORSICO_COMUNE, "2019-01-01", "-5"),
        (CORSICO_COMUNE, "2020-01-01", "-6"),
        (CORSICO_COMUNE, "2022-01-01", "-4"),
        (CORSICO_COMUNE, "2023-01-01", "-4"),
        (MILANO, "2019-01-01", ":"),
        (MILANO, "2020-01-01", "3"),
        (MILANO, "2022-01-01", ":"),
        (MILANO, "2023-01-01", "3"),
    ]);
    let mut spec = series_spec("prova", &[CORSICO_COMUNE, MILANO]);
    let (model, remarks) = series_model(&spec, &bundle);
    assert_eq!(model.gaps, [1]);
    assert_eq!(model.runs_of(line(&model, CORSICO_COMUNE)).len(), 2, "2021 is nobody's");
    assert_eq!(model.runs_of(line(&model, MILANO)).len(), 2);
    assert!(remarks.iter().any(|remark| remark.code() == "missing_dates"));
    // Milano has no value at the first date: said once, not for every date.
    spec.mode = SeriesMode::Change;
    let (model, remarks) = series_model(&spec, &bundle);
    assert!(line(&model, MILANO).values.iter().all(Result::is_err));
    assert_eq!(remarks.iter().filter(|remark| remark.code() == "no_base").count(), 1);
    assert_eq!(present(line(&model, CORSICO_COMUNE)), [0.0, -1.0, 1.0, 1.0]);
    for mode in SeriesMode::ALL {
        let spec = SeriesSpec { mode, ..spec.clone() };
        // What goes below zero has no index.
        match matches!(mode, SeriesMode::Base100 | SeriesMode::Ats100) {
            true => assert!(SeriesModel::new(&spec, &bundle.atlas).is_err()),
            false => drop(series_scene(&spec, &bundle)),
        }
    }
}

#[test]
fn equal_values_share_a_rank_and_stand_on_a_scale() {
    let cells: Vec<(&str, &str, &str)> =
        [CORSICO_COMUNE, MILANO, "015182"].map(|code| (code, "2023-01-01", "7")).to_vec();
    let bundle = bundle_of(&cells);
    let spec = ranking_spec("prova", Level::Comuni);
    assert!(ranking_model(&spec, &bundle).rows.iter().all(|row| row.rank == 1));
    ranking_scene(&spec, &bundle);
    series_scene(&series_spec("prova", &[MILANO]), &bundle);
}

#[test]
fn unknown_territories_and_pages_are_refused() {
    let error = |spec: &SeriesSpec| view::build::<SeriesView>(spec, BUNDLE.sources()).expect_err("refused");
    let unknown = series_spec("indice_vecchiaia", &["15146"]);
    assert_eq!(error(&unknown), FigureError::UnknownTerritory(Code::from("15146")));
    let mut spec = series_spec("indice_vecchiaia", &[MILANO]);
    spec.page = page(59.0, 100.0);
    assert!(matches!(error(&spec), FigureError::OutOfBounds(OutOfBounds::Side(_))));
    let mut spec = ranking_spec("indice_vecchiaia", Level::Comuni);
    spec.selected = codes(&["nessuno"]);
    let error = view::build::<RankingView>(&spec, BUNDLE.sources()).expect_err("refused");
    assert_eq!(error, FigureError::UnknownTerritory(Code::from("nessuno")));
}

// Pages.

/// One figure for each combination of parts, with a name.
fn series_specs() -> Vec<(&'static str, SeriesSpec)> {
    let pair = series_spec("indice_vecchiaia", &[CORSICO, RHO]);
    let all = SeriesSpec { benchmarks: Some(vec![Level::Asst, Level::Ats]), band: true, ..pair.clone() };
    let with_ats = Some(vec![Level::Ats]);
    let broken = SeriesSpec { benchmarks: with_ats, ..series_spec("residenti", &[CORSICO, RHO]) };
    let index = SeriesSpec { mode: SeriesMode::Base100, band: true, ..broken.clone() };
    let change = SeriesSpec { mode: SeriesMode::Change, indicator: "quota_65_plus".into(), ..all.clone() };
    let ambiti = SeriesSpec { level: Some(Level::Ambiti), selected: Vec::new(), ..pair.clone() };
    let comuni =
        SeriesSpec { level: Some(Level::Comuni), selected: codes(&[CORSICO_COMUNE, CORSICO]), ..all.clone() };
    let every: Vec<Code> = atlas().territories.comuni().iter().map(|comune| comune.code.clone()).collect();
    let crowd = SeriesSpec { selected: every, ..pair.clone() };
    let wider = SeriesSpec { areas: Some(codes(&["lombardia", "italia"])), ..all.clone() };
    let table =
        SeriesSpec { areas: Some(codes(&["lombardia"])), ..series_spec("spesa_sociale_pro_capite", &[]) };
    let piano = series_spec("pdz_indice_vecchiaia", &[CORSICO]);
    vec![
        ("series_wider", wider),
        ("series_table", table),
        ("series_piano", piano),
        ("series_pair", pair),
        ("series_all", all),
        ("series_broken", broken),
        ("series_index", index),
        ("series_change", change),
        ("series_ambiti", ambiti),
        ("series_comuni", comuni),
        ("series_crowd", crowd),
    ]
}

fn ranking_specs() -> Vec<(&'static str, RankingSpec)> {
    let plain = ranking_spec("indice_vecchiaia", Level::Comuni);
    let top = RankingSpec { top: Some(20), selected: codes(&[CORSICO]), ..plain.clone() };
    let range =
        RankingSpec { range: true, level: Level::Ambiti, selected: codes(&[CORSICO]), ..plain.clone() };
    let signed = ranking_spec("variazione_annua", Level::Ambiti);
    let counts = RankingSpec { range: true, ..ranking_spec("residenti", Level::Ambiti) };
    let few = ranking_spec("densita", Level::Asst);
    let overall = ranking_spec("eta_media", Level::Ats);
    let every: Vec<Code> = atlas().territories.comuni().iter().map(|comune| comune.code.clone()).collect();
    let crowd = RankingSpec { top: Some(1), selected: every, ..plain.clone() };
    let table = RankingSpec::new("gestione_associata_quota", Reference::Year(2018), Level::Ats);
    let piano = RankingSpec::new("pdz_natalita", Reference::Year(2019), Level::Ats);
    vec![
        ("ranking_comuni", plain),
        ("ranking_top", top),
        ("ranking_range", range),
        ("ranking_signed", signed),
        ("ranking_counts", counts),
        ("ranking_few", few),
        ("ranking_whole", overall),
        ("ranking_crowd", crowd),
        ("ranking_table", table),
        ("ranking_piano", piano),
    ]
}

/// Every figure on every page in both languages. Only narrow, low or small pages may be refused.
fn pages() -> impl Iterator<Item = (String, Scene)> {
    let mut out = Vec::new();
    for (width, height) in SIZES {
        for lang in Lang::ALL {
            let mut keep = |name: &str, made: Result<Scene, FigureError>| {
                let name = format!("{name} {width}×{height} {lang:?}");
                match made {
                    Ok(scene) => out.push((name, scene)),
                    Err(FigureError::NoRoom) if width.min(height) < 100.0 => {}
                    Err(error) => panic!("{name}: {error}"),
                }
            };
            for (name, spec) in series_specs() {
                let spec = SeriesSpec { page: page(width, height), lang, ..spec };
                keep(
                    name,
                    view::build::<SeriesView>(&spec, BUNDLE.sources()).map(|figure| figure.value.scene),
                );
            }
            for (name, spec) in ranking_specs() {
                let spec = RankingSpec { page: page(width, height), lang, ..spec };
                keep(
                    name,
                    view::build::<RankingView>(&spec, BUNDLE.sources()).map(|figure| figure.value.scene),
                );
            }
            for (name, spec) in crate::scatter::specs() {
                let spec = ScatterSpec { page: page(width, height), lang, ..spec };
                keep(
                    name,
                    view::build::<ScatterView>(&spec, BUNDLE.sources()).map(|figure| figure.value.scene),
                );
            }
        }
    }
    out.into_iter()
}

#[test]
fn charts_are_laid_out_as_they_were() {
    let series = series_specs().into_iter().filter(|(name, _)| ["series_all", "series_index"].contains(name));
    let rankings =
        ranking_specs().into_iter().filter(|(name, _)| ["ranking_top", "ranking_range"].contains(name));
    let series = series.map(|(name, spec)| (name.to_owned(), series_scene(&spec, &BUNDLE)));
    check_golden(series.chain(rankings.map(|(name, spec)| (name.to_owned(), ranking_scene(&spec, &BUNDLE)))));
}

#[test]
fn every_line_of_text_is_on_the_page_and_over_no_other() {
    let mut faults = Vec::new();
    for (name, scene) in pages() {
        let texts = all_runs(&scene);
        let boxes: Vec<TextBox> = texts.iter().map(|(_, run)| TextBox::of(run)).collect();
        for (i, (role, run)) in texts.iter().enumerate() {
            let text_box = boxes[i];
            if !(text_box.left.is_finite()
                && text_box.top.is_finite()
                && text_box.is_within(scene.width.0, scene.height.0))
            {
                faults.push(format!("{name}: {role:?} '{}' off the page {text_box:?}", run.content));
            }
            for (j, other) in boxes.iter().enumerate().skip(i + 1) {
                // Lines of one heading or footer may be as close as the page sets them.
                let same = texts[j].0 == *role && matches!(role, Role::Heading | Role::Footer);
                // Labels of touching lines may overlap slightly between descenders and ascenders.
                let apart = 0.12 * run.size;
                let shrunk =
                    TextBox { top: text_box.top + apart, bottom: text_box.bottom - apart, ..text_box };
                if !same && shrunk.overlaps(other) {
                    faults.push(format!(
                        "{name}: {role:?} '{}' on {:?} '{}'",
                        run.content, texts[j].0, texts[j].1.content
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(30)].join("\n"));
}

#[test]
fn every_mark_is_finite_and_on_the_page() {
    for (name, scene) in pages() {
        for role in [Role::Axes, Role::Band, Role::Lines, Role::Marks] {
            let Some(group) = group(&scene, role) else { continue };
            for path in paths(group) {
                let points: Vec<[f64; 2]> = match &path.geometry {
                    Geometry::Rings(lines) | Geometry::Lines(lines) => lines.concat(),
                    Geometry::Circle { centre, .. } => vec![*centre],
                };
                let on = |[x, y]: [f64; 2]| {
                    (0.0..=scene.width.0).contains(&x) && (0.0..=scene.height.0).contains(&y)
                };
                assert!(points.iter().all(|at| on(*at)), "{name}: {role:?} {points:?}");
            }
        }
    }
}

#[test]
fn the_same_spec_gives_the_same_bytes_and_reads_aloud() {
    for (name, spec) in series_specs() {
        let svg = || export::svg(&series_scene(&spec, &BUNDLE), SvgText::Text);
        assert!(svg() == svg(), "{name}");
    }
    let scene = series_scene(&series_spec("indice_vecchiaia", &[CORSICO]), &BUNDLE);
    assert!(
        scene.description.contains("Corsico: da 174,66 (1/1/2022) a 180,96 (1/1/2023), differenza +6,30."),
        "{}",
        scene.description
    );
    let (_, range) = ranking_specs().swap_remove(2);
    let scene = ranking_scene(&range, &BUNDLE);
    assert!(scene.description.contains("Corsico: 7° su 17, 181,0."), "{}", scene.description);
    assert!(scene.description.contains("media semplice 168,5"), "{}", scene.description);
}

#[test]
fn labels_carry_the_colour_of_their_line() {
    let scene = series_scene(&series_spec("indice_vecchiaia", &[CORSICO, RHO]), &BUNDLE);
    let lines = paths(group(&scene, Role::Lines).expect("lines"));
    let stroke = |code: &str| {
        let path = lines.iter().find(|path| path.datum.as_ref().is_some_and(|datum| datum.code == code));
        path.and_then(|path| path.stroke).map(|stroke| stroke.colour)
    };
    for (code, name) in [(CORSICO, "Corsico 181,0"), (RHO, "Rho 186,2"), (ATS, "ATS 178,8")] {
        let labels = runs(group(&scene, Role::Labels).expect("labels"));
        let label = labels.iter().find(|run| run.content == name).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(Some(label.colour), stroke(code), "{name}");
    }
    assert_ne!(stroke(CORSICO), stroke(RHO));
}
