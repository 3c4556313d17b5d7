//! Areas known only by published values: beside computed lines, and as indicators of their own. What is drawn are the
//! published numbers.

use std::collections::BTreeMap;

use atlante::base::{Code, Level};
use atlante::data::{Absence, Method, Reference};
use atlante::document::{RankingSpec, SeriesMode, SeriesSpec};
use atlante::figure::FigureError;
use atlante::figure::ranking::RankingModel;
use atlante::figure::ranking::RankingView;
use atlante::figure::series::SeriesView;
use atlante::figure::series::{Against, Line, LineRole, SeriesModel};
use atlante::figure::view;
use atlante::scene::Scene;

use crate::common::{BUNDLE, atlas, january};
use crate::page::{all_runs, page};

const SPENDING: &str = include_str!("../../sample_data/spesa_sociale_lombardia_2016_2018.csv");
const PIANO: &str = include_str!("../../sample_data/piano_di_zona_corsico_2021_2023.csv");

fn codes(codes: &[&str]) -> Vec<Code> {
    codes.iter().map(|code| Code::from(*code)).collect()
}

fn model(spec: &SeriesSpec) -> (SeriesModel, Vec<&'static str>) {
    let made = SeriesModel::new(spec, atlas()).unwrap_or_else(|e| panic!("{spec:?}: {e}"));
    let codes = made.remarks.iter().map(|remark| remark.code()).collect();
    (made.value, codes)
}

fn says(scene: &Scene, words: &str) -> bool {
    let texts: Vec<String> = all_runs(scene).into_iter().map(|(_, run)| run.content.clone()).collect();
    texts.join(" ").contains(words)
}

fn line<'a>(model: &'a SeriesModel, code: &str) -> &'a Line {
    model.lines.iter().find(|line| line.code.as_str() == code).unwrap_or_else(|| panic!("no line of {code}"))
}

/// The numbers of a table as in the file, by area and year, read without the program.
fn printed(file: &str, table: &str, measure: &str) -> BTreeMap<(String, i16), f64> {
    let head: Vec<&str> = file.lines().next().expect("a header").split(',').collect();
    let column = |name| head.iter().position(|known| *known == name).expect("a column");
    let [of, who, when, what, value] = ["table", "territory", "year", "measure", "value"].map(column);
    let rows = file.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let rows = rows.filter(|cells| cells[of] == table && cells[what] == measure).map(|cells| {
        let area = atlas().area_named(cells[who]).expect("an area").code.to_string();
        ((area, cells[when].parse().expect("a year")), cells[value].parse().expect("a number"))
    });
    rows.collect()
}

/// Asserts that series and rankings of an indicator contain exactly these numbers.
fn is_redrawn(indicator: &str, printed: &BTreeMap<(String, i16), f64>) {
    let mut areas: Vec<&str> = printed.keys().map(|(area, _)| area.as_str()).collect();
    areas.dedup();
    let (model, _) = model(&SeriesSpec::new(indicator, codes(&areas)));
    let mut found = BTreeMap::new();
    for line in model.of(LineRole::Selected) {
        for (at, value) in line.points(&model.references) {
            found.insert((line.code.to_string(), at.year()), value.expect("printed"));
        }
    }
    for (place, value) in printed {
        assert_eq!(found.get(place), Some(value), "{indicator}: {place:?}");
    }
    for at in atlas().references(indicator).expect("an indicator") {
        let level = atlas().listed_kind(indicator).and_then(|kind| kind.level()).unwrap_or(Level::Comuni);
        let spec = RankingSpec::new(indicator, at, level);
        let ranking = RankingModel::new(&spec, atlas()).expect("a ranking").value;
        assert!(ranking.rows.is_sorted_by(|a, b| a.value >= b.value));
        for row in &ranking.rows {
            if let Some(value) = printed.get(&(row.code.to_string(), at.year())) {
                assert_eq!(row.value, *value, "{indicator} {at}: {}", row.name);
            }
        }
        let is_listed = |(area, year): &&(String, i16)| *year == at.year() && area != "lombardia";
        let listed = printed.keys().filter(is_listed);
        for (area, _) in listed {
            assert!(ranking.rows.iter().any(|row| row.code.as_str() == area), "{indicator} {at}: {area}");
        }
        if let (Some(whole), Some(value)) = (ranking.overall, printed.get(&("lombardia".into(), at.year()))) {
            assert_eq!((whole, ranking.overall_name.as_str()), (*value, "Lombardia"));
        }
    }
}

#[test]
fn table_2_and_charts_12_and_15_of_the_spending_annex_are_redrawn() {
    for (indicator, table, measure) in [
        ("gestione_singola_quota", "Tab. 2", "gestione singola"),
        ("gestione_associata_quota", "Tab. 2", "gestione associata"),
        ("spesa_sociale_pro_capite", "Grafico 12", "spesa sociale pro capite"),
        ("spesa_anziani_pro_capite", "Grafico 15", "spesa sociale pro capite area Anziani per anziano"),
    ] {
        let printed = printed(SPENDING, table, measure);
        assert_eq!(printed.len(), 27, "{table}: eight ATS and Lombardia in three years");
        is_redrawn(indicator, &printed);
    }
}

#[test]
fn tables_2_1_and_2_2_of_the_piano_are_redrawn() {
    for published in atlas().published_indicators().iter().filter(|p| p.id.starts_with("pdz_")) {
        for cells in &published.cells {
            let printed = printed(PIANO, &cells.table, &cells.measure);
            assert_eq!(printed.len(), if cells.table == "Tabella 2.1" { 4 } else { 3 }, "{}", published.id);
            is_redrawn(&published.id, &printed);
        }
    }
}

#[test]
fn a_published_figure_names_its_table_and_is_marked() {
    let mut spec = SeriesSpec::new("spesa_sociale_pro_capite", Vec::new());
    assert_eq!(Against::of(&spec, atlas()).areas, codes(&["lombardia"]));
    for (width, height) in [(297.0, 210.0), (160.0, 110.0)] {
        spec.page = page(width, height);
        let figure = view::build::<SeriesView>(&spec, BUNDLE.sources()).expect("a figure").value;
        assert_eq!(figure.model.of(LineRole::Selected).count(), 8, "the eight ATS");
        for words in ["ATS (come pubblicato), dal 2016 al 2018", "grafici 12 e 14", "Lombardia 160,57"] {
            assert!(says(&figure.scene, words), "{words}");
        }
        let ranked = RankingSpec::new("gestione_associata_quota", Reference::Year(2018), Level::Ats);
        let ranked = RankingSpec { page: page(width, height), ..ranked };
        let scene = view::build::<RankingView>(&ranked, BUNDLE.sources()).expect("a figure").value.scene;
        for words in ["Lombardia 16,6%", "ATS (come pubblicato) nell'anno 2018", "tabelle 2 e 4"] {
            assert!(says(&scene, words), "{words}");
        }
    }
    let piano = SeriesSpec::new("pdz_indice_vecchiaia", codes(&["50089"]));
    let scene = view::build::<SeriesView>(&piano, BUNDLE.sources()).expect("a figure").value.scene;
    assert!(says(&scene, "151,3") && says(&scene, "164,0"), "the note of the Piano is printed");
}

#[test]
fn lombardia_and_italia_stand_beside_computed_lines() {
    let mut spec = SeriesSpec::new("indice_vecchiaia", codes(&["50089", "50095"]));
    spec.areas = Some(codes(&["lombardia", "italia"]));
    let (drawn, remarks) = model(&spec);
    assert_eq!((drawn.references.len(), drawn.own.as_slice()), (3, [1, 2].as_slice()));
    assert_eq!(line(&drawn, "lombardia").values, [Ok(166.6)]);
    assert_eq!(line(&drawn, "italia").values, [Ok(174.0)]);
    assert_eq!(line(&drawn, "50089").at, [1, 2], "what another source dates is not missing from ours");
    assert!(remarks.is_empty(), "{remarks:?}");
    assert!(drawn.runs_of(line(&drawn, "50089")).len() == 1);
    let scene = view::build::<SeriesView>(&spec, BUNDLE.sources()).expect("a figure").value.scene;
    for words in ["Lombardia 166,6 (31/12/2019)", "tabelle 2.1 e 2.2", "come pubblicato", "151,3"] {
        assert!(says(&scene, words), "{words}");
    }
}

#[test]
fn an_area_without_a_value_at_the_base_is_reported_and_not_drawn() {
    let mut spec = SeriesSpec::new("indice_vecchiaia", codes(&["50089"]));
    (spec.mode, spec.areas) = (SeriesMode::Base100, Some(codes(&["lombardia"])));
    let (drawn, remarks) = model(&spec);
    assert_eq!((drawn.without_base.as_slice(), drawn.references.len()), (["Lombardia".into()].as_slice(), 2));
    assert!(remarks.contains(&"no_base") && !remarks.contains(&"absent_values"), "{remarks:?}");
    let scene = view::build::<SeriesView>(&spec, BUNDLE.sources()).expect("a figure").value.scene;
    assert!(says(&scene, "Lombardia: nessun valore alla data di base (1/1/2022)"));
    // The index of what is in the table starts at one of its years.
    let mut spec = SeriesSpec::new("spesa_sociale_pro_capite", codes(&["321", "322"]));
    (spec.mode, spec.base) = (SeriesMode::Base100, Some(Reference::Year(2017)));
    let (drawn, _) = model(&spec);
    assert_eq!(line(&drawn, "322").values[1], Ok(100.0));
    spec.base = Some(january(2017).into());
    let error = SeriesModel::new(&spec, atlas()).expect_err("a day of a table of years");
    assert!(matches!(error, FigureError::Atlas(_)), "{error}");
}

#[test]
fn what_the_table_does_not_name_is_reported() {
    let (drawn, remarks) = model(&SeriesSpec::new("spesa_sociale_pro_capite", codes(&["50089", "015146"])));
    assert_eq!(drawn.of(LineRole::Selected).count(), 1);
    assert_eq!(
        (drawn.unlisted.as_slice(), remarks.contains(&"unlisted")),
        (["Ambito di Corsico".into()].as_slice(), true)
    );
    let mut spec = SeriesSpec::new("densita", codes(&["50089"]));
    spec.areas = Some(codes(&["lombardia"]));
    assert!(model(&spec).1.contains(&"unlisted"), "nobody published it");
    spec.areas = Some(codes(&["atlantide"]));
    let error = SeriesModel::new(&spec, atlas()).expect_err("no such area");
    assert_eq!(error, FigureError::UnknownTerritory("atlantide".into()));
    let spec = RankingSpec::new("spesa_sociale_pro_capite", Reference::Year(2015), Level::Ats);
    assert!(RankingModel::new(&spec, atlas()).is_err());
}

#[test]
fn a_missing_year_of_a_table_is_a_gap_and_negative_values_are_drawn() {
    let (drawn, remarks) = model(&SeriesSpec::new("trasferimenti_associata", codes(&["018177", "015146"])));
    assert_eq!(line(&drawn, "018177").values[0], Err(Absence::Missing));
    assert!(remarks.contains(&"absent_values"), "{remarks:?}");
    let growth = SeriesSpec::new("pdz_crescita_naturale", codes(&["50089"]));
    let scene = view::build::<SeriesView>(&growth, BUNDLE.sources()).expect("a figure").value.scene;
    assert!(says(&scene, "\u{2212}3,5"));
}

#[test]
fn the_listing_is_the_table_for_what_is_computed() {
    let at = Reference::Date(january(2023));
    let listing =
        BUNDLE.atlas.listing("indice_vecchiaia", at, Level::Ambiti, Method::Pooled).expect("values");
    let table = crate::common::table("indice_vecchiaia", january(2023), Level::Ambiti, Method::Pooled);
    let values = |i: usize| (listing.rows[i].value, listing.rows[i].code.clone());
    assert!((0..17).all(|i| values(i) == (table.rows[i].value, table.rows[i].code.clone())));
    let whole = listing.overall.and_then(|whole| whole.value.ok()).map(|x| format!("{x:.1}"));
    assert_eq!(whole.as_deref(), Some("178.8"));
    let one = BUNDLE.atlas.listing("indice_vecchiaia", Reference::Year(2023), Level::Ambiti, Method::Pooled);
    assert!(one.is_err(), "a year is no day");
}
