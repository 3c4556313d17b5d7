//! Comparison with a benchmark, funnel plot and forecast as figures: their numbers, texts and pages.

use atlante::analysis::{Benchmark, Growth};
use atlante::base::{Code, Level};
use atlante::data::Absence;
use atlante::document::{Element, FigureSpec, ForecastSpec, FunnelSpec, MapKind, MapSpec};
use atlante::figure::forecast::ForecastModel;
use atlante::figure::funnel::FunnelModel;
use atlante::figure::map::kinds::significance::Significance;
use atlante::figure::{FigureError, KindError, MapModel, compose, registry};
use atlante::i18n::Lang;
use atlante::scene::Role;
use atlante::stats::intervals::Confidence;

use crate::common::{TODAY, january, today};
use crate::page::{group, paths};

fn compared(indicator: &str, level: Level, against: Benchmark, confidence: Confidence) -> MapSpec {
    let date = today().dates(today().indicator(indicator).expect("known"));
    let mut spec = MapSpec::new(indicator, *date.last().expect("a date"));
    spec.level = level;
    spec.set_kind(MapKind::Significance { against, confidence });
    spec
}

fn read(element: Element) -> (String, String) {
    let figure = compose::build(&FigureSpec::of(element), TODAY.sources()).expect("a page").value;
    (atlante::figure::reading::figure(&figure.parts, TODAY.sources()), figure.scene.description.clone())
}

#[test]
fn a_comparison_colours_names_and_counts_the_same_areas() {
    for lang in Lang::ALL {
        let mut spec = compared("quota_stranieri", Level::Ambiti, Benchmark::Ats, Confidence::P998);
        spec.lang = lang;
        let model = MapModel::new(&spec, TODAY.sources()).expect("a map").value;
        let against = &model.shown_as::<Significance>().expect("a comparison").0;
        assert_eq!((model.counts.iter().sum::<usize>(), against.comparisons()), (17, 17));
        assert!((against.by_chance() - 0.034).abs() < 1e-12);
        let (reading, alternative) = read(spec.into());
        let [level, chance] = match lang {
            Lang::It => ["Confronti: 17, al livello del 99,8%", "0,034"],
            Lang::En => ["Comparisons: 17, at the level of 99.8%", "0.034"],
        };
        assert!(
            reading.contains(level) && reading.contains(chance) && alternative.contains(level),
            "{reading}"
        );
    }
}

#[test]
fn what_is_worse_is_red_whichever_side_it_is_on() {
    let colours = |indicator: &str| {
        let spec = compared(indicator, Level::Ambiti, Benchmark::Ats, Confidence::P95);
        MapModel::new(&spec, TODAY.sources()).expect("a map").value.colours
    };
    // More voters are better; the lower end is the worse one.
    let voters = colours("affluenza_europee");
    assert!(voters[0].0 > voters[0].2 && voters[2].2 > voters[2].0, "{voters:?}");
    // Neither higher nor lower is worse: another palette.
    assert_ne!(colours("quota_stranieri"), voters);
}

#[test]
fn an_area_is_not_compared_with_itself_and_milano_has_no_asst() {
    let whole = compared("quota_stranieri", Level::Ats, Benchmark::Ats, Confidence::P95);
    let model = MapModel::new(&whole, TODAY.sources()).expect("a map").value;
    assert_eq!(model.class_of, [Err(Absence::NotApplicable)]);
    let asst = compared("quota_stranieri", Level::Comuni, Benchmark::Asst, Confidence::P95);
    let model = MapModel::new(&asst, TODAY.sources()).expect("a map").value;
    assert_eq!(model.absent(Absence::NotApplicable), 1);
}

#[test]
fn what_has_no_counts_has_no_comparison_and_no_funnel() {
    for indicator in ["eta_media", "fragilita_decile", "area_interna", "densita", "residenti"] {
        let spec = compared(indicator, Level::Comuni, Benchmark::Ats, Confidence::P95);
        let refused = MapModel::new(&spec, TODAY.sources()).map(|_| ());
        assert!(matches!(refused, Err(FigureError::Kind(KindError::NoCounts { .. }))), "{indicator}");
        let funnel = FunnelModel::new(&FunnelSpec::new(indicator, spec.date, Level::Comuni), today());
        assert!(
            matches!(funnel.map(|_| ()), Err(FigureError::Kind(KindError::NoCounts { .. }))),
            "{indicator}"
        );
    }
}

#[test]
fn a_kind_of_map_is_saved_with_its_benchmark() {
    let kind = MapKind::Significance { against: Benchmark::Value(12.5), confidence: Confidence::P998 };
    let text = serde_json::to_string(&kind).expect("JSON");
    assert_eq!(text, r#"{"significance":{"against":{"value":12.5},"confidence":"99.8"}}"#);
    assert_eq!(serde_json::from_str::<MapKind>(&text).expect("a kind"), kind);
    let old = serde_json::from_str::<MapKind>(r#"{"significance":{"against":"ats"}}"#).expect("a kind");
    assert_eq!(old, MapKind::Significance { against: Benchmark::Ats, confidence: Confidence::P95 });
}

#[test]
fn a_funnel_marks_and_names_what_lies_outside() {
    let date = *today().dates(today().indicator("natalita").expect("known")).last().expect("a date");
    let mut spec = FunnelSpec::new("natalita", date, Level::Comuni);
    spec.selected = vec![Code::from("015093")];
    let model = FunnelModel::new(&spec, today()).expect("a funnel").value;
    let funnel = model.funnel.as_ref().expect("areas");
    assert_eq!(funnel.points.len(), 193);
    assert!(funnel.dispersion.is_some_and(|of| of.phi > 0.5));
    let [outside, beyond] = funnel.outside();
    assert_eq!((outside, model.outside().len()), (outside, outside));
    assert!(beyond <= outside && outside < 193);
    let (reading, alternative) = read(spec.clone().into());
    assert!(reading.contains("Fuori dai limiti del 95%") && reading.contains("Corsico"), "{reading}");
    assert!(alternative.contains("Grafico a imbuto"), "{alternative}");
    let (book, facts) = registry::table(&spec.clone().into(), TODAY.sources()).expect("sheets").value;
    assert_eq!(book.sheets[0].rows.len(), 193);
    assert_eq!(facts["outside_95"].as_u64(), Some(outside as u64));
    let figure = compose::build(&FigureSpec::of(spec.into()), TODAY.sources()).expect("a page").value;
    let marks = group(&figure.scene, Role::Marks).expect("marks");
    let named = paths(marks).into_iter().filter(|path| path.datum.is_some()).count();
    assert_eq!(named, 193, "every area tells what it is");
}

#[test]
fn a_forecast_has_its_interval_and_what_was_counted() {
    let mut spec = ForecastSpec::new("indice_invecchiamento", january(2023));
    spec.measure = Growth::Ages(65, None);
    spec.selected = vec![Code::from("50089")];
    let model = ForecastModel::new(&spec, today()).expect("a forecast").value;
    assert_eq!((model.points.len(), model.points[0].interval), (11, None));
    let (date, counted) = model.counted.expect("the classes of 2026");
    let told = model.points.iter().find(|point| point.date == date).expect("2026");
    assert!((told.value / counted - 1.0).abs() < 0.05, "{} {counted}", told.value);
    let (reading, _) = read(spec.clone().into());
    for wanted in ["Prova sui dati del 1/1/2026", "intervallo (80%)", "un solo anno", "il dato è"] {
        assert!(reading.contains(wanted), "{reading}");
    }
    let (book, facts) = registry::table(&spec.into(), TODAY.sources()).expect("sheets").value;
    assert_eq!((book.sheets[0].rows.len(), facts["points"].as_array().map(Vec::len)), (11, Some(11)));
}
