//! Indicators typed as formulas: what they become, their values, and what is refused. Numbers are those of
//! `tests/reference/glance.py` (pandas).

use atlante::base::Level;
use atlante::data::formula::{Fault, Known, all_names, parse};
use atlante::data::{Bilingual, Kind, Method};
use atlante::document::OwnIndicator;
use atlante::engine::{Action, FormulaAction, FormulaForm, Settings, State, update};
use atlante::io::Bundle;
use atlante::io::formulas::{NotMade, from_toml, indicator, to_toml};

use crate::common::{TODAY, january, table_of};

fn own(id: &str, formula: &str) -> OwnIndicator {
    let name = Bilingual { it: id.to_owned(), en: id.to_owned() };
    OwnIndicator { id: id.to_owned(), name, formula: formula.to_owned(), decimals: None }
}

fn with(formula: &str) -> Bundle {
    let (bundle, left) = TODAY.with_own(&[own("prova", formula)]);
    assert!(left.is_empty(), "{formula}");
    bundle
}

#[test]
fn a_group_has_the_value_of_its_sums() {
    let bundle = with("100 * eta_65_plus / eta_0_14");
    let at = |level| table_of(&bundle.atlas, "prova", january(2023), level, Method::Pooled);
    let corsico =
        at(Level::Ambiti).rows.into_iter().find(|row| row.code.as_str() == "50089").expect("Corsico");
    assert!((corsico.value.expect("a value") - 180.956_615_638_696_58).abs() < 1e-9);
    assert!((at(Level::Ats).rows[0].value.expect("a value") - 178.848_875_786_588_73).abs() < 1e-9);
    // The same as the indicator of the catalogue that is defined so, at every date and place.
    for level in Level::ALL {
        let ours = table_of(&TODAY.atlas, "indice_vecchiaia", january(2023), level, Method::Pooled);
        let typed: Vec<_> = at(level).rows.iter().map(|row| row.value).collect();
        assert_eq!(typed, ours.rows.iter().map(|row| row.value).collect::<Vec<_>>());
    }
    assert_eq!(
        bundle.atlas.dates(bundle.atlas.indicator("prova").expect("there")),
        TODAY.atlas.dates(TODAY.atlas.indicator("indice_vecchiaia").expect("there"))
    );
}

#[test]
fn a_share_is_one_only_where_it_is_part_of_a_whole() {
    let kind = |formula: &str| indicator(&own("prova", formula), &TODAY.atlas).expect(formula).kind;
    assert_eq!(kind("100 * eta_65_plus / eta_0_14"), Kind::Ratio);
    assert_eq!(kind("100 * stranieri / residenti"), Kind::Share);
    assert_eq!(kind("eta_65_plus + eta_0_14"), Kind::Count);
    assert_eq!(kind("100 * m_65..100 / (m_65..100 + f_65..100)"), Kind::Share);
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    let names = Known(&TODAY.atlas);
    let fault = |text: &str| parse(text, &names).expect_err(text);
    let unknown = fault("100 * eta_65_pluss / eta_0_14");
    assert_eq!(unknown.at, 6..18);
    let Fault::UnknownName { nearest, .. } = unknown.fault else { panic!("unknown") };
    assert_eq!(nearest.first().map(String::as_str), Some("eta_65_plus"));
    assert!(matches!(fault("indice_vecchiaia + 1").fault, Fault::NotACount { .. }));
    assert!(matches!(fault("residenti + imponibile_eur").fault, Fault::Units { .. }));
    assert!(matches!(fault("residenti / 0").fault, Fault::ByZero));
    let fixed = indicator(&own("x", "residenti@2023-01-01 / f_99@2023-01-01"), &TODAY.atlas);
    assert_eq!(fixed, Err(NotMade::AllFixed));
    // Counted in other years.
    let Err(NotMade::Dates(all)) = indicator(&own("x", "nati / superficie_km2 * ifc_decile"), &TODAY.atlas)
    else {
        let made = indicator(&own("x", "votanti_europee / nati"), &TODAY.atlas);
        let Err(NotMade::Dates(all)) = made else { panic!("{made:?}") };
        assert!(all.iter().any(|one| one.instead.is_some()), "{all:?}");
        return;
    };
    assert!(!all.is_empty());
}

#[test]
fn every_name_that_is_proposed_is_one() {
    let names = Known(&TODAY.atlas);
    for name in all_names(&TODAY.atlas) {
        assert!(parse(name, &names).is_ok(), "{name}");
    }
}

#[test]
fn a_division_by_zero_has_no_value_there_alone() {
    // A Comune without anybody of a single age has no ratio of it.
    let bundle = with("residenti / f_99");
    let date = *bundle.atlas.dates(bundle.atlas.indicator("prova").expect("there")).last().expect("a date");
    let comuni = table_of(&bundle.atlas, "prova", date, Level::Comuni, Method::Pooled);
    let without = comuni.rows.iter().filter(|row| row.value.is_err()).count();
    assert!((1..193).contains(&without), "{without}");
    assert!(comuni.rows.iter().all(|row| row.value.is_ok_and(f64::is_finite) || row.value.is_err()));
    let ats = table_of(&bundle.atlas, "prova", date, Level::Ats, Method::Pooled);
    assert!(ats.rows[0].value.is_ok(), "the sums of the ATS are not zero");
}

#[test]
fn a_file_of_formulas_is_read_as_it_was_written() {
    let all = vec![own("a", "100 * eta_65_plus / eta_0_14"), own("b", "nati + morti")];
    assert_eq!(from_toml(&to_toml(&all)).expect("ours"), all);
    assert_eq!(from_toml("[[formula]]\nid = 3").expect_err("not ours").row, 2);
}

#[test]
fn it_joins_the_work_and_is_undone() {
    let mut state = State::new(
        std::sync::Arc::new(atlante::io::Bundle::load(None).expect("the data")),
        Settings::default(),
    )
    .expect("a state");
    let before = state.document.map.indicator.clone();
    update(&mut state, Action::Formula(FormulaAction::Show));
    let form =
        FormulaForm { formula: "100 * eta_65_plus / eta_0_14".into(), name: "Anziani per giovani".into() };
    update(&mut state, Action::Formula(FormulaAction::Fill(form)));
    update(&mut state, Action::Formula(FormulaAction::Add));
    assert_eq!(state.document.own.len(), 1);
    assert_eq!(state.document.map.indicator, "anziani_per_giovani");
    assert!(state.bundle.atlas.indicator("anziani_per_giovani").is_ok());
    update(&mut state, Action::Undo);
    assert_eq!((state.document.own.len(), state.document.map.indicator.as_str()), (0, before.as_str()));
    assert!(state.bundle.atlas.indicator("anziani_per_giovani").is_err());
    update(&mut state, Action::Redo);
    assert!(state.bundle.atlas.indicator("anziani_per_giovani").is_ok());
    assert_eq!(state.document.map.indicator, "anziani_per_giovani");
    update(&mut state, Action::Formula(FormulaAction::Remove("anziani_per_giovani".into())));
    assert!(state.document.own.is_empty());
    assert!(
        state.bundle.atlas.indicator(&state.document.map.indicator).is_ok(),
        "the map shows something else"
    );
}
