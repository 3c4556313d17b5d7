//! The checks of figures: each rule has a figure with a finding and one without, and each fix resolves its finding.

use atlante::base::{Level, Mm};
use atlante::data::Method;
use atlante::document::Element;
use atlante::document::{ClassSpan, LabelMode, MapSpec, PageSpec, RankingSpec, Representation, SeriesSpec};
use atlante::figure::check::{Finding, check};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::stats::classes::Scheme;

use crate::common::{BUNDLE, Folder, atlas, january};

/// A map without findings: shares of large groups.
fn plain() -> MapSpec {
    MapSpec { level: Level::Ambiti, ..MapSpec::new("quota_65_plus", january(2023)) }
}

fn found_in(bundle: &Bundle, figure: &Element, width: Option<f64>, sisters: &[Element]) -> Vec<Finding> {
    check(figure, width.map(Mm), sisters, bundle.sources()).expect("a figure")
}

fn codes(figure: &Element, width: Option<f64>, sisters: &[Element]) -> Vec<&'static str> {
    found_in(&BUNDLE, figure, width, sisters).iter().map(|finding| finding.remark.code()).collect()
}

/// Asserts that a figure has exactly this finding, in both languages, and that its fix resolves it.
fn finds(code: &str, spec: &MapSpec, width: Option<f64>, sisters: &[MapSpec]) {
    let sisters: Vec<Element> = sisters.iter().cloned().map(Element::Map).collect();
    for lang in Lang::ALL {
        let mut figure = Element::Map(MapSpec { lang, ..spec.clone() });
        let findings = found_in(&BUNDLE, &figure, width, &sisters);
        let [finding] = findings.as_slice() else { panic!("{code}: {findings:?}") };
        assert_eq!(finding.remark.code(), code);
        let message = finding.remark.text(lang);
        assert!(message.ends_with('.') && !message.contains("{}"), "{message}");
        let remedy = finding.remedy(lang);
        assert!(remedy.ends_with('.') && !remedy.contains("{}"), "{code}: {remedy}");
        finding.fix.as_ref().expect("a way to mend").apply(&mut figure);
        // A page made as wide as its printed width is no longer scaled down.
        let width = width.filter(|_| code != "small_type");
        assert_eq!(codes(&figure, width, &sisters), [""; 0], "{code} is mended");
    }
}

#[test]
fn a_good_figure_has_nothing_to_fix() {
    assert_eq!(codes(&Element::Map(plain()), None, &[]), [""; 0]);
    let ranking = RankingSpec::new("quota_65_plus", january(2023), Level::Ambiti);
    assert_eq!(codes(&Element::Ranking(ranking), None, &[]), [""; 0]);
    let series = SeriesSpec::new("quota_65_plus", Vec::new());
    assert_eq!(codes(&Element::Series(series), None, &[]), [""; 0]);
}

#[test]
fn counts_are_no_choropleth() {
    let count = MapSpec { indicator: "residenti".into(), ..plain() };
    finds("count_as_choropleth", &count, None, &[]);
    let circles = MapSpec { representation: Representation::Symbols, ..count };
    assert_eq!(codes(&Element::Map(circles), None, &[]), [""; 0]);
}

#[test]
fn sisters_share_their_classes() {
    let mut own = plain();
    own.classes.span = ClassSpan::ThisDate;
    let plain = || own.clone();
    let earlier = MapSpec { date: january(2022), ..plain() };
    finds("classes_differ", &plain(), None, std::slice::from_ref(&earlier));
    let mut all_dates = earlier.clone();
    all_dates.classes.span = ClassSpan::AllDates;
    finds("classes_differ", &plain(), None, std::slice::from_ref(&all_dates));
    // Figures of another indicator or level are not compared.
    let others = [
        MapSpec { indicator: "eta_media".into(), ..earlier.clone() },
        MapSpec { level: Level::Asst, ..earlier.clone() },
        plain(),
    ];
    let others: Vec<Element> = others.into_iter().map(Element::Map).collect();
    assert_eq!(codes(&Element::Map(plain()), None, &others), [""; 0]);
}

#[test]
fn rates_of_few_people_are_reported() {
    let comuni = MapSpec { level: Level::Comuni, ..MapSpec::new("quota_90_plus", january(2023)) };
    finds("small_numbers", &comuni, None, &[]);
    let ranking = RankingSpec::new("quota_90_plus", january(2023), Level::Comuni);
    assert_eq!(codes(&Element::Ranking(ranking), None, &[]), ["small_numbers"]);
    // Land of few square kilometres is not a population of few people.
    let density = MapSpec { indicator: "densita".into(), ..comuni };
    assert_eq!(codes(&Element::Map(density), None, &[]), [""; 0]);
}

#[test]
fn palettes_must_be_distinguished() {
    for id in ["rd_yl_gn", "spectral"] {
        let mut spec = plain();
        spec.palette.id = Some(id.into());
        finds("red_green_palette", &spec, None, &[]);
    }
}

#[test]
fn a_mean_of_rates_is_not_the_value_of_the_group() {
    finds("not_pooled", &MapSpec { method: Method::Mean, ..plain() }, None, &[]);
    let comuni = MapSpec { method: Method::Mean, level: Level::Comuni, ..plain() };
    assert!(!codes(&Element::Map(comuni), None, &[]).contains(&"not_pooled"), "a Comune is its own mean");
    // A ranking with ranges shows pooled values whatever method is requested.
    let mut ranking = RankingSpec::new("quota_65_plus", january(2023), Level::Ambiti);
    (ranking.method, ranking.range) = (Method::Mean, true);
    assert_eq!(codes(&Element::Ranking(ranking.clone()), None, &[]), [""; 0]);
    ranking.range = false;
    assert_eq!(codes(&Element::Ranking(ranking), None, &[]), ["not_pooled"]);
    let series = |ambiti| SeriesSpec { method: Method::Max, ..SeriesSpec::new("quota_65_plus", ambiti) };
    let ambito = atlas().territories.units(Level::Ambiti)[0].code.clone();
    assert_eq!(codes(&Element::Series(series(vec![ambito])), None, &[]), ["not_pooled"]);
    // The line of the ATS is of the sums, whatever method is requested.
    assert_eq!(codes(&Element::Series(series(Vec::new())), None, &[]), [""; 0]);
}

#[test]
fn classes_are_few() {
    let mut spec = plain();
    (spec.classes.scheme, spec.classes.count) = (Some(Scheme::Quantile), Some(8));
    finds("too_many_classes", &spec, None, &[]);
    spec.classes.count = Some(7);
    assert_eq!(codes(&Element::Map(spec), None, &[]), [""; 0]);
}

#[test]
fn type_can_be_read_at_the_width_it_is_printed_at() {
    // Printed at its own size, type is legible however small the page.
    let mut small = plain();
    (small.page.width, small.page.height) = (Mm(120.0), Mm(85.0));
    assert_eq!(codes(&Element::Map(small.clone()), None, &[]), [""; 0]);
    finds("small_type", &small, Some(90.0), &[]);
    // A page of A4 scaled down to a column.
    finds("small_type", &plain(), Some(160.0), &[]);
    // Type that was made smaller returns to the default size; the page stays.
    let mut reduced = plain();
    reduced.page.type_scale = 0.7;
    finds("small_type", &reduced, None, &[]);
    let mut bare = small;
    bare.page.labels = LabelMode::None;
    (bare.page.width, bare.page.height) = (Mm(250.0), Mm(180.0));
    assert_eq!(codes(&Element::Map(bare), None, &[]), [""; 0]);
}

#[test]
fn a_figure_names_its_source() {
    let indicator = r#"
[[indicator]]
id = "prova"
name = { it = "Prova", en = "Trial" }
short = { it = "Prova", en = "Trial" }
theme = "popolazione"
unit = { it = "%", en = "%" }
suffix = "%"
numerator = ["m_65..100"]
denominator = ["m_0..100"]
multiplier = 100
decimals = 1
polarity = "neither"
kind = "share"
definition = { it = "Prova.", en = "Trial." }
source = { it = "", en = "" }
licence = "CC0"
"#;
    let folder = Folder::new().with("datasets.toml", "").with("indicators.toml", indicator);
    let bundle = Bundle::load(Some(folder.path())).expect("a valid folder");
    let figure = Element::Map(MapSpec { indicator: "prova".into(), ..plain() });
    let findings = found_in(&bundle, &figure, None, &[]);
    assert_eq!(findings.iter().map(|finding| finding.remark.code()).collect::<Vec<_>>(), ["no_source"]);
    assert_eq!(findings[0].fix, None, "only its author can");
    assert_eq!(findings[0].remedy(Lang::It), "Scrivi la fonte della figura.");
    let page = PageSpec { source: Some("Rilevazione propria".into()), ..PageSpec::default() };
    let with_text = Element::Map(MapSpec { indicator: "prova".into(), page, ..plain() });
    assert_eq!(found_in(&bundle, &with_text, None, &[]), []);
}

#[test]
fn a_hidden_source_is_reported() {
    let mut spec = plain();
    spec.page.shows.footer = false;
    finds("source_hidden", &spec, None, &[]);
}

#[test]
fn every_indicator_and_level_can_be_checked() {
    for indicator in atlas().catalogue.indicators() {
        let Some(date) = atlas().dates(indicator).last().copied() else { continue };
        for level in Level::ALL {
            codes(&Element::Map(MapSpec { level, ..MapSpec::new(indicator.id.clone(), date) }), None, &[]);
        }
    }
}
