//! What may be made of categories, of steps in an order and of quantities, and how categories are told: by name, all of them.
//!
//! The counts are of `sample_data/classificazioni.csv` and `aree_interne.csv`, by Python's `collections.Counter`: of the 193
//! Comuni 48, 99 and 46 are of the classes 1, 2 and 3 of DEGURBA, 7, 4 and 182 of the first three of inner areas.

use atlante::base::Level;
use atlante::data::{Condition, Method, Scale};
use atlante::document::{
    MapSpec, RankingSpec, Representation, ScatterSpec, SeriesMode, SeriesSpec, SlopeSpec,
};
use atlante::document::{TableColumn, TableSpec};
use atlante::engine::{Action, Card, Settings, State, update};
use atlante::figure::map::MapView;
use atlante::figure::ranking::RankingView;
use atlante::figure::scatter::ScatterView;
use atlante::figure::series::SeriesView;
use atlante::figure::slope::SlopeView;
use atlante::figure::table::TableView;
use atlante::figure::view::{Prepared, View};
use atlante::figure::{Asked, FigureError, NotAllowed};
use atlante::i18n::Lang;

use crate::cli::Cli;
use crate::common::{TODAY, january, today};

const DEGREE: &str = "grado_urbanizzazione";
const TENTH: &str = "fragilita_decile";

fn refused<V: View>(spec: &V::Spec) -> Option<NotAllowed> {
    match V::model(spec, TODAY.sources()) {
        Err(FigureError::NotAllowed(error)) => Some(error),
        Err(error) => panic!("{error}"),
        Ok(_) => None,
    }
}

fn told<V: View>(spec: &V::Spec) -> [String; 2] {
    let sources = TODAY.sources();
    let model = V::model(spec, sources).expect("a model").value;
    let prepared = Prepared { spec, model: &model, remarks: &[], sources };
    [V::reading(&prepared).join(" "), V::alt_text(&prepared)]
}

fn at(text: &str) -> atlante::base::Date {
    text.parse().expect("a date")
}

#[test]
fn what_is_no_quantity_is_refused_where_it_would_be_one() {
    let (first, tenth) = (january(2023), at("2022-12-31"));
    let circles =
        |id: &str, date| MapSpec { representation: Representation::Symbols, ..MapSpec::new(id, date) };
    let slope = |id: &str| SlopeSpec::new(id, at("2018-12-31"), tenth, Level::Comuni);
    let index = |id: &str| SeriesSpec { mode: SeriesMode::Base100, ..SeriesSpec::new(id, Vec::new()) };
    let all = [
        (refused::<MapView>(&circles(DEGREE, first)), Asked::Circles),
        (refused::<MapView>(&circles(TENTH, tenth)), Asked::Circles),
        (refused::<RankingView>(&RankingSpec::new(DEGREE, first, Level::Comuni)), Asked::Ranking),
        (refused::<SeriesView>(&SeriesSpec::new(DEGREE, Vec::new())), Asked::Lines),
        (refused::<SeriesView>(&index(TENTH)), Asked::Differences),
        (refused::<SlopeView>(&slope(TENTH)), Asked::Differences),
        (refused::<ScatterView>(&ScatterSpec::new(DEGREE, "densita", first)), Asked::Points),
        (refused::<ScatterView>(&ScatterSpec::new("densita", DEGREE, first)), Asked::Points),
    ];
    for (found, asked) in all {
        let found = found.unwrap_or_else(|| panic!("{asked:?} is drawn"));
        assert_eq!(found.asked, asked);
        for lang in Lang::ALL {
            let text = found.text(lang);
            // Its name, and what to do.
            assert!(text.contains(lang.pick(&found.indicator)) && text.ends_with('.'), "{text}");
        }
    }
    // A tenth has an order, and is ranked.
    assert!(refused::<RankingView>(&RankingSpec::new(TENTH, tenth, Level::Comuni)).is_none());
    for (scale, allowed) in [(Scale::Names, 0), (Scale::Order, 4), (Scale::Quantity, 6)] {
        let all =
            [Asked::Ranking, Asked::Lines, Asked::Points, Asked::Two, Asked::Circles, Asked::Differences];
        assert_eq!(all.into_iter().filter(|asked| asked.is_allowed(scale)).count(), allowed, "{scale:?}");
    }
}

#[test]
fn categories_are_told_by_name_and_every_one_is_counted() {
    let map = MapSpec { selected: vec!["015146".into()], ..MapSpec::new(DEGREE, january(2023)) };
    let [reading, alternative] = told::<MapView>(&map);
    let counts = "48 Comuni sono «Città», 99 «Piccole città e sobborghi» e 46 «Zone rurali».";
    assert_eq!(
        reading,
        format!("Al 1° gennaio 2023, per grado di urbanizzazione, {counts} Milano è «Città».")
    );
    assert!(alternative.contains(counts), "{alternative}");
    let english = MapSpec { lang: Lang::En, selected: Vec::new(), ..map.clone() };
    let [reading, _] = told::<MapView>(&english);
    assert_eq!(
        reading,
        "On 1 January 2023, by degree of urbanisation, 48 Comuni are “Cities”, 99 “Towns and suburbs” and 46 “Rural areas”."
    );
    let [reading, _] = told::<MapView>(&MapSpec::new("zona_altimetrica", january(2023)));
    assert!(reading.ends_with("tutti i 193 Comuni sono «Pianura»."), "{reading}");
    let table = TableSpec::new(vec![TableColumn::value("area_interna", january(2020))], Level::Comuni);
    let counts = "7 Comuni sono «Polo», 4 «Polo intercomunale» e 182 «Cintura».";
    for text in told::<TableView>(&table) {
        assert!(text.contains(counts), "{text}");
    }
}

#[test]
fn a_step_is_told_with_its_article_and_no_value_between_two() {
    let [reading, _] = told::<MapView>(&MapSpec::new(TENTH, at("2022-12-31")));
    assert!(reading.contains(" va dall'1 (meno fragile) di "), "{reading}");
}

#[test]
fn a_table_has_the_names_of_categories_and_no_mean_of_them() {
    let mut spec = TableSpec::new(vec![TableColumn::value(DEGREE, january(2023))], Level::Comuni);
    spec.view.summary = true;
    let model = TableView::model(&spec, TODAY.sources()).expect("a table").value;
    assert!(model.summaries[0].is_none());
    let prepared = Prepared { spec: &spec, model: &model, remarks: &[], sources: TODAY.sources() };
    let book = TableView::table(&prepared);
    let rows = &book.sheets[0].rows;
    let milano = rows.iter().find(|row| row[0] == atlante::scene::Cell::text("015146")).expect("a row");
    assert_eq!(milano[2], atlante::scene::Cell::text("Città"));
}

#[test]
fn a_category_has_no_place_in_the_card() {
    let mut state =
        State::new(std::sync::Arc::new(atlante::io::Bundle::load(None).unwrap()), Settings::default())
            .expect("a map");
    update(&mut state, Action::SetIndicator(DEGREE.into()));
    let card = Card::new(&state, &"015146".into()).expect("a card");
    assert_eq!((card.rank, card.rank_in_ambito), (None, None));
    // Circles of what came before become areas.
    update(&mut state, Action::SetIndicator("residenti".into()));
    let circles = Action::map(&state.document.map, |map| map.representation = Representation::Symbols);
    update(&mut state, circles);
    update(&mut state, Action::SetIndicator(TENTH.into()));
    assert_eq!(state.document.map.representation, Representation::Choropleth);
}

#[test]
fn a_condition_takes_the_name_of_a_category() {
    let count = |text: &str| {
        let condition =
            Condition::parse(text, today(), &[]).unwrap_or_else(|error| panic!("{text}: {error}"));
        condition.matching(today(), Level::Comuni, january(2023), Method::Pooled).expect("known").units.len()
    };
    for (text, expected) in [
        ("grado_urbanizzazione = \"Città\"", 48),
        ("grado_urbanizzazione = città", 48),
        ("grado_urbanizzazione = \"Towns and suburbs\"", 99),
        ("grado_urbanizzazione != «Zone rurali»", 147),
        ("area_interna = 3", 182),
    ] {
        assert_eq!(count(text), expected, "{text}");
    }
    for text in ["grado_urbanizzazione = paese", "grado_urbanizzazione > 1", "grado_urbanizzazione = 7"] {
        let error = Condition::parse(text, today(), &[]).expect_err(text);
        let told = Lang::It.condition_error(&error);
        for name in ["Città", "Piccole città e sobborghi", "Zone rurali"] {
            assert!(told.contains(name), "{told}");
        }
    }
}

#[test]
fn options_that_do_not_apply_are_remarked() {
    let folder = crate::common::Folder::new();
    let warned = |line: &str| {
        let file = folder.file("x.svg");
        let json = Cli::line(&format!("figure map --today --json {line}")).with(&["-o", &file]).json();
        let all = json["warnings"].as_array().expect("a list").clone();
        let codes: Vec<String> =
            all.iter().filter_map(|one| Some(one["code"].as_str()?.to_owned())).collect();
        (codes, json)
    };
    let (codes, json) = warned("--indicator fragilita_decile --classes 5");
    assert!(codes.contains(&"options_ignored".to_owned()), "{codes:?}");
    assert!(json["scheme"].is_null() && json["counts"].as_array().map(Vec::len) == Some(10), "{json}");
    assert!(!json["findings"].to_string().contains("too_many_classes"));
    let (codes, json) = warned("--indicator grado_urbanizzazione --palette viridis");
    assert!(codes.contains(&"ordered_palette".to_owned()), "{codes:?}");
    assert!(json["findings"].to_string().contains("ordered_palette"));
    let refused =
        Cli::line("figure map --today --indicator residenti --symbols --classes 4 -o").with(&["x.svg"]);
    let told = refused.refusal();
    assert!(told.contains("--symbols") && told.contains("--classes"), "{told}");
    let (codes, _) = warned("--indicator indice_vecchiaia --method mean");
    assert!(codes.contains(&"options_ignored".to_owned()), "{codes:?}");
    let (codes, _) = warned("--indicator indice_vecchiaia");
    assert!(!codes.contains(&"options_ignored".to_owned()), "{codes:?}");
}
