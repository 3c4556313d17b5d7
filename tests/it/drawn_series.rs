//! A time series tells what is drawn of it, and indicators of neighbouring days stand together.
//!
//! The values are of `sample_data/redditi_2000_2024.csv`, summed by Ambito with pandas: see the head of each test.

use atlante::base::Level;
use atlante::data::Method;
use atlante::document::{MapKind, MapSpec, ScatterSpec, SeriesMode, SeriesSpec};
use atlante::figure::map::MapView;
use atlante::figure::scatter::ScatterModel;
use atlante::figure::series::SeriesView;
use atlante::figure::view::{Prepared, View};
use atlante::figure::{FigureError, KindError};

use crate::cli::Cli;
use crate::common::{Folder, TODAY, january, table_today, today};

const INCOME: &str = "reddito_imponibile_medio";

fn told(spec: &SeriesSpec) -> [String; 3] {
    let sources = TODAY.sources();
    let found = SeriesView::model(spec, sources).expect("a model");
    let prepared = Prepared { spec, model: &found.value, remarks: &found.remarks, sources };
    let subtitle = SeriesView::words(&prepared, None).expect("words").subtitle;
    [SeriesView::reading(&prepared).join(" "), SeriesView::alt_text(&prepared), subtitle]
}

fn at(text: &str) -> atlante::base::Date {
    text.parse().expect("a date")
}

/// Rho, by pandas: 22,567 and 28,889 euros a taxpayer, against 24,205 and 31,424 in the ATS: 93.2 and 91.9.
#[test]
fn a_series_against_the_ats_tells_what_it_draws() {
    let spec = SeriesSpec { mode: SeriesMode::Ats100, ..SeriesSpec::new(INCOME, vec!["50095".into()]) };
    let [reading, alternative, _] = told(&spec);
    let said = "Tra l'anno d'imposta 2007 e il 2024 il reddito imponibile medio per contribuente dell'Ambito di Rho, \
                fatto 100 quello dell'ATS, scende da 93,2 a 91,9.";
    assert!(reading.starts_with(said), "{reading}");
    assert!(alternative.contains("Rho: da 93,2 (2007) a 91,9 (2024)."), "{alternative}");
    let absolute = SeriesSpec { mode: SeriesMode::Absolute, ..spec };
    assert!(told(&absolute)[0].contains("euro correnti"));
}

#[test]
fn a_line_of_the_ats_alone_is_pooled_whatever_the_method() {
    let spec = SeriesSpec { method: Method::Mean, ..SeriesSpec::new("indice_vecchiaia", Vec::new()) };
    let [_, alternative, subtitle] = told(&spec);
    assert!(subtitle.starts_with("ATS (valore calcolato sul totale dei Comuni)"), "{subtitle}");
    assert!(!alternative.contains("media semplice"), "{alternative}");
}

#[test]
fn values_as_published_have_no_ats_at_each_date() {
    let spec =
        SeriesSpec { mode: SeriesMode::Ats100, ..SeriesSpec::new("spesa_sociale_pro_capite", Vec::new()) };
    let refused = SeriesView::model(&spec, TODAY.sources()).err();
    assert_eq!(refused, Some(FigureError::Kind(KindError::NoAtsAsPublished)));
}

/// Elections are of 2013, 2018 and 2022: none is missing between.
#[test]
fn nothing_is_missing_between_elections() {
    let [_, alternative, _] = told(&SeriesSpec::new("affluenza_politiche", Vec::new()));
    assert!(
        alternative.contains("non ci sono altre date") && !alternative.contains("mancano valori"),
        "{alternative}"
    );
}

/// Residents of 1 January 2023 are those of the end of 2022.
#[test]
fn the_end_of_a_year_stands_with_the_day_after() {
    let residents = today().indicator("residenti").expect("known");
    let end = at("2022-12-31");
    assert_eq!(today().date_beside(residents, end), Some(january(2023)));
    let scatter = ScatterSpec::new("densita", INCOME, end);
    let model = ScatterModel::new(&scatter, today()).expect("a scatterplot").value;
    assert_eq!((model.x.at, model.y.at), (january(2023).into(), end.into()));
    let mut map = MapSpec::new(INCOME, end);
    map.set_kind(MapKind::Two { second: "densita".into() });
    let found = MapView::model(&map, TODAY.sources()).expect("a map of two");
    assert!(found.remarks.iter().any(|remark| remark.code() == "other_date"));
    let prepared = Prepared { spec: &map, model: &found.value, remarks: &[], sources: TODAY.sources() };
    let reading = MapView::reading(&prepared).join(" ");
    assert!(reading.contains("anno d'imposta 2022") && reading.contains("1/1/2023"), "{reading}");
    let of_residents = table_today("densita", january(2023), Level::Comuni, Method::Pooled);
    assert_eq!(found.value.tables()[1].rows[0].value, of_residents.rows[0].value);
}

#[test]
fn figures_in_italian_hold_no_english_licence() {
    let folder = Folder::new();
    let file = folder.file("x.svg");
    let line = "figure series --today --indicator spesa_sociale_pro_capite -o";
    Cli::line(line).with(&[&file]).ok();
    let drawn = std::fs::read_to_string(&file).expect("an SVG");
    assert!(drawn.contains("atto ufficiale") && !drawn.contains("Official act"));
}

/// The texts of a figure of one element, by the role of their group.
fn texts_of(element: atlante::document::Element, role: atlante::scene::Role) -> Vec<String> {
    let bundle = crate::common::edition();
    let spec = atlante::document::FigureSpec::of(element);
    let scene = atlante::figure::page::compose::build(&spec, bundle.sources()).expect("drawn").value.scene;
    let group = crate::page::group(&scene, role).expect("there");
    crate::page::runs(group).iter().map(|run| run.content.clone()).collect()
}

/// Corsico by pandas: 174.65863952333663 at 1/1/2022, 180.95661563869658 at 1/1/2023.
#[test]
fn of_two_dates_both_values_are_written() {
    let spec = || SeriesSpec::new("indice_vecchiaia", vec!["50089".into()]);
    let labels = texts_of(spec().into(), atlante::scene::Role::Labels);
    assert!(labels.iter().any(|text| text == "174,7"), "{labels:?}");
    assert!(labels.iter().any(|text| text.contains("181,0")), "{labels:?}");
    let key = texts_of(spec().into(), atlante::scene::Role::Legend);
    assert!(key.iter().any(|text| text == "solo due date"), "{key:?}");
}

#[test]
fn a_narrow_ranking_drops_columns_before_its_bars() {
    let mut spec = atlante::document::RankingSpec::new("indice_vecchiaia", january(2023), Level::Ambiti);
    spec.range = true;
    let heads = |width: f64| -> Vec<String> {
        let mut spec = spec.clone();
        (spec.page.width, spec.page.height) = (atlante::base::Mm(width), atlante::base::Mm(150.0));
        // As large as in the window, which is no page.
        spec.page.type_scale = if width < 200.0 { 2.0 } else { 1.0 };
        let labels = texts_of(spec.into(), atlante::scene::Role::Labels);
        labels.into_iter().filter(|text| ["min", "media", "valore", "max"].contains(&text.as_str())).collect()
    };
    assert_eq!(heads(297.0), ["min", "media", "valore", "max"]);
    assert!(heads(150.0).len() < 4, "{:?}", heads(150.0));
}
