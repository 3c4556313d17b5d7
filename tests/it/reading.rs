//! Readings of figures: grammar over all names, and numbers that are the model's.

use std::fmt::Write;

use atlante::base::{Code, Level};
use atlante::data::Method;
use atlante::document::{MapKind, MapSpec, RankingSpec, ScatterSpec, SeriesSpec, TableColumn, TableSpec};
use atlante::figure::map::MapView;
use atlante::figure::ranking::RankingView;
use atlante::figure::scatter::ScatterView;
use atlante::figure::series::SeriesView;
use atlante::figure::table::TableView;
use atlante::figure::view::{Prepared, View};
use atlante::i18n::italian::{Preposition, noun, place};
use atlante::i18n::{self, Lang};

use crate::common::{BUNDLE, atlas, january, table};
use crate::page::check_texts;

const CORSICO: &str = "50089";
const RHO: &str = "50095";
const MILANO: &str = "015146";

fn read<V: View>(spec: &V::Spec) -> String {
    let sources = BUNDLE.sources();
    let model = V::model(spec, sources).expect("a model").value;
    V::reading(&Prepared { spec, model: &model, remarks: &[], sources }).join(" ")
}

fn map(spec: &MapSpec) -> String {
    read::<MapView>(spec)
}

fn ranking(spec: &RankingSpec) -> String {
    read::<RankingView>(spec)
}

fn series(spec: &SeriesSpec) -> String {
    read::<SeriesView>(spec)
}

fn codes(codes: &[&str]) -> Vec<Code> {
    codes.iter().map(|code| Code::from(*code)).collect()
}

/// Readings of figures of every kind, in both languages.
fn readings() -> String {
    let mut out = String::new();
    for lang in Lang::ALL {
        let mut tell = |name: &str, text: String| writeln!(out, "# {name}\n{text}\n").expect("text");
        let plain = MapSpec { lang, ..MapSpec::new("indice_vecchiaia", january(2023)) };
        tell("map, Comuni", map(&plain));
        tell("map, chosen", map(&MapSpec { selected: codes(&[MILANO, "015093"]), ..plain.clone() }));
        for id in ["densita", "residenti", "femmine", "eta_media", "variazione_annua", "quota_65_plus"] {
            let spec = MapSpec { indicator: id.into(), level: Level::Ambiti, ..plain.clone() };
            tell(&format!("map, Ambiti, {id}"), map(&spec));
        }
        let mean = MapSpec { level: Level::Ambiti, method: Method::Mean, ..plain.clone() };
        tell("map, means", map(&mean));
        tell("map, ASST", map(&MapSpec { level: Level::Asst, ..plain.clone() }));
        tell("map, ATS", map(&MapSpec { level: Level::Ats, ..plain.clone() }));
        let mut change = MapSpec { selected: codes(&[MILANO]), ..plain.clone() };
        change.set_kind(MapKind::Change { from: january(2022) });
        tell("map, change", map(&change));
        let mut shares = MapSpec { indicator: "quota_65_plus".into(), level: Level::Ambiti, ..plain.clone() };
        shares.set_kind(MapKind::Change { from: january(2022) });
        tell("map, change of shares", map(&shares));
        let mut two = plain.clone();
        two.set_kind(MapKind::Two { second: "densita".into() });
        tell("map, two", map(&two));
        let mut points = ScatterSpec::new("densita", "indice_vecchiaia", january(2023));
        (points.lang, points.level, points.selected) = (lang, Level::Ambiti, codes(&[CORSICO]));
        tell("scatter", read::<ScatterView>(&points));
        let mut columns = vec![TableColumn::value("indice_vecchiaia", january(2023))];
        columns.push(TableColumn { from: Some(january(2022).into()), ..columns[0].clone() });
        columns.push(TableColumn::value("residenti", january(2023)));
        let rows = TableSpec { lang, ..TableSpec::new(columns, Level::Ambiti) };
        tell("table", read::<TableView>(&rows));
        let mut spec = RankingSpec::new("indice_vecchiaia", january(2023), Level::Ambiti);
        (spec.lang, spec.range, spec.selected) = (lang, true, codes(&[CORSICO, "50096"]));
        tell("ranking, range", ranking(&spec));
        let mut spec = SeriesSpec { lang, ..SeriesSpec::new("indice_vecchiaia", codes(&[CORSICO, RHO])) };
        tell("series", series(&spec));
        spec.indicator = "residenti".into();
        spec.benchmarks = Some(vec![Level::Ats]);
        tell("series, broken", series(&spec));
        (spec.indicator, spec.selected) = ("femmine".into(), codes(&[MILANO]));
        tell("series, plural", series(&spec));
    }
    out
}

#[test]
fn figures_read_as_they_did() {
    check_texts(std::iter::once(("readings".to_owned(), readings())));
}

#[test]
fn no_reading_is_without_a_word_or_a_number() {
    for indicator in atlas().catalogue.indicators() {
        let Some(date) = atlas().dates(indicator).last().copied() else { continue };
        for lang in Lang::ALL {
            for level in Level::ALL {
                let text = map(&MapSpec { lang, level, ..MapSpec::new(indicator.id.clone(), date) });
                let valid = !text.contains("  ") && !text.contains("{}") && !text.contains("' ");
                assert!(valid && text.ends_with('.'), "{}: {text}", indicator.id);
                assert!(text.contains(|c: char| c.is_ascii_digit()), "{}: {text}", indicator.id);
            }
        }
    }
}

/// The extremes and the value of the ATS as displayed, computed independently of the figure.
#[test]
fn numbers_of_readings_are_those_of_the_values() {
    for indicator in atlas().catalogue.indicators() {
        let Some(date) = atlas().dates(indicator).last().copied() else { continue };
        for level in [Level::Comuni, Level::Ambiti, Level::Asst] {
            let text = map(&MapSpec { level, ..MapSpec::new(indicator.id.clone(), date) });
            let numbers = |level| {
                let rows = table(&indicator.id, date, level, Method::Pooled).rows;
                rows.into_iter().filter_map(|row| row.value.ok()).collect::<Vec<f64>>()
            };
            let values = numbers(level);
            let written = |x: f64| i18n::number(Lang::It, x, indicator.decimals);
            let (low, high) =
                (values.iter().copied().reduce(f64::min), values.iter().copied().reduce(f64::max));
            // More decimals where two values would look equal.
            let finer = |x: f64| {
                let name =
                    indicator.steps.iter().find(|step| step.value == x).map(|step| step.name.it.as_str());
                name.is_some_and(|name| text.contains(name))
                    || (0..5).any(|more| text.contains(&i18n::number(Lang::It, x, indicator.decimals + more)))
            };
            for end in [low, high].into_iter().flatten() {
                assert!(finer(end), "{}, {level:?}: no {} in: {text}", indicator.id, written(end));
            }
            if let ([whole], true) = (numbers(Level::Ats).as_slice(), text.contains("Il valore dell'ATS")) {
                let above = values.iter().filter(|value| *value > whole).count();
                assert!(text.contains("ATS è ") && finer(*whole), "{text}");
                let expected = match above {
                    0 => "nessun territorio lo supera".to_owned(),
                    1 => "lo supera 1 ".to_owned(),
                    n => format!("lo superano {n} "),
                };
                assert!(text.contains(&expected), "{}, {level:?}: {above} in: {text}", indicator.id);
            }
        }
    }
}

#[test]
fn every_name_has_its_grammar() {
    let mut out = String::new();
    for indicator in atlas().catalogue.indicators() {
        let noun = noun(&indicator.name.it);
        writeln!(out, "{} | {}", noun.the(), noun.with(Preposition::Di)).expect("text");
    }
    for published in atlas().published_indicators() {
        writeln!(out, "{}", noun(&published.name.it).the()).expect("text");
    }
    for level in [Level::Ats, Level::Asst, Level::Ambiti, Level::Comuni] {
        for unit in atlas().territories.units(level) {
            let phrases = [Preposition::Di, Preposition::In, Preposition::Da]
                .map(|preposition| place(Some(preposition), level, &unit.name));
            writeln!(out, "{} | {}", place(None, level, &unit.name), phrases.join(" | ")).expect("text");
        }
    }
    check_texts(std::iter::once(("italian_names".to_owned(), out)));
}
