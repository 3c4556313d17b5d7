//! Selection by condition: what is accepted, what is refused and where, and which territories match.

use std::sync::{Arc, LazyLock};

use atlante::base::{Code, Level};
use atlante::data::{Condition, ConditionError, Fault, Matched, Method};
use atlante::engine::{Action, Settings, State, update};
use atlante::i18n::Lang;
use atlante::io::Bundle;

use crate::common::{BUNDLE as PLAIN, Folder, LIST, atlas, january, present, set_map, table};

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

fn condition(text: &str) -> Condition {
    Condition::parse(text, atlas(), &[]).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn matched(text: &str, level: Level) -> Matched {
    condition(text).matching(atlas(), level, january(2023), Method::Pooled).expect("known indicators")
}

/// How many Comuni match a condition.
fn count(text: &str) -> usize {
    matched(text, Level::Comuni).units.len()
}

fn fault(text: &str) -> (usize, Fault) {
    let ConditionError { at, fault } = Condition::parse(text, atlas(), &[]).expect_err(text);
    (at, fault)
}

#[test]
fn the_comuni_that_meet_it_are_those_that_do() {
    let old = table("indice_vecchiaia", january(2023), Level::Comuni, Method::Pooled);
    let people = table("residenti", january(2023), Level::Comuni, Method::Pooled);
    let both = matched("indice_vecchiaia > 200 e residenti < 5000", Level::Comuni);
    let expected: Vec<usize> = (0..193)
        .filter(|&i| {
            old.rows[i].value.is_ok_and(|x| x > 200.0) && people.rows[i].value.is_ok_and(|x| x < 5000.0)
        })
        .collect();
    assert_eq!((both.units, both.undecided, both.of), (expected, 0, 193));
    assert!(both.other_dates.is_empty());
    let ambiti = matched("indice_vecchiaia >= 181 and residenti > 100000", Level::Ambiti);
    let names: Vec<&str> =
        ambiti.units.iter().map(|&i| atlas().territories.units(Level::Ambiti)[i].name.as_str()).collect();
    for name in names {
        let row = table("indice_vecchiaia", january(2023), Level::Ambiti, Method::Pooled);
        let row = row.rows.into_iter().find(|row| row.name == name).expect("a row");
        // At the number of decimals the index is shown with.
        assert!(row.value.expect("a value") >= 180.95);
    }
}

#[test]
fn links_bind_as_in_logic_and_both_languages_are_one() {
    let (a, b, c) = ("indice_vecchiaia > 200", "residenti < 5000", "densita > 1000");
    assert_eq!(condition(&format!("{a} e {b} o {c}")), condition(&format!("({a} and {b}) OR {c}")));
    assert_ne!(condition(&format!("{a} e {b} o {c}")), condition(&format!("{a} e ({b} o {c})")));
    assert_eq!(condition(&format!("non {a} e {b}")), condition(&format!("(not {a}) and {b}")));
    let [all, none] = [count("residenti > 0"), count("residenti < 0")];
    assert_eq!((all, none), (193, 0));
    assert_eq!(count(a) + count(&format!("non ({a})")), 193);
    assert_eq!(count(&format!("{a} o {b}")), 193 - count(&format!("non {a} e non {b}")), "De Morgan");
    assert_eq!(condition("residenti<5000"), condition("  RESIDENTI  <  5000,0 "));
    assert_eq!(condition("quota_65_plus >= 25%"), condition("quota_65_plus ≥ 25.0"));
    for (long, short) in [("==", "="), ("<>", "!="), ("≠", "!="), ("≤", "<=")] {
        assert_eq!(condition(&format!("residenti {long} 5")), condition(&format!("residenti {short} 5")));
    }
    assert_eq!(condition("variazione_annua < -0,5"), condition("variazione_annua < \u{2212}.5"));
}

/// The same grammar of numbers as in fields and files: see `base::Typed`.
#[test]
fn numbers_are_read_as_everywhere() {
    for (typed, plain) in [
        ("1 234", "1234"),
        ("1\u{a0}234\u{a0}567", "1234567"),
        ("1'234", "1234"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1e3", "1000"),
        ("3 %", "3"),
        ("2,5%", "2.5"),
        (".5", "0.5"),
    ] {
        let of = |number: &str| condition(&format!("residenti > {number} e densita > 0"));
        assert_eq!(of(typed), of(plain), "{typed}");
    }
    for typed in ["1.2.3", "1,2,3", "5k", "12.34,5", "50 1234"] {
        assert_eq!(fault(&format!("residenti > {typed}")), (13, Fault::NotANumber(typed.to_owned())));
    }
    for typed in ["1.234", "1,234", "-5.000"] {
        assert_eq!(fault(&format!("residenti > {typed}")), (13, Fault::AmbiguousNumber(typed.to_owned())));
    }
    assert_eq!(fault("residenti > ١٢"), (13, Fault::Unexpected("١".to_owned())));
}

#[test]
fn equality_is_that_of_what_is_printed() {
    let old = table("indice_vecchiaia", january(2023), Level::Ambiti, Method::Pooled);
    let corsico = present(&old, "50089");
    assert!(corsico != 181.0 && format!("{corsico:.1}") == "181.0");
    let equal = matched("indice_vecchiaia = 181,0", Level::Ambiti);
    assert_eq!(equal.units.len(), 1);
    assert_eq!(matched("indice_vecchiaia != 181", Level::Ambiti).units.len(), 16);
    assert!(!matched("indice_vecchiaia > 181", Level::Ambiti).units.is_empty());
}

#[test]
fn what_is_not_understood_is_reported_with_its_place() {
    let text = |text: &str| Some(text.to_owned());
    for (typed, expected) in [
        ("", (1, Fault::Empty)),
        ("   ", (1, Fault::Empty)),
        ("residenti", (10, Fault::ComparisonExpected("residenti".into()))),
        ("residenti 5", (11, Fault::ComparisonExpected("residenti".into()))),
        ("residenti <", (12, Fault::NumberExpected("<".into()))),
        ("residenti < e", (13, Fault::NumberExpected("<".into()))),
        ("residenti < 5x", (13, Fault::NotANumber("5x".into()))),
        ("residenti < 5.000", (13, Fault::AmbiguousNumber("5.000".into()))),
        ("residenti < 5 e", (16, Fault::IndicatorExpected(None))),
        ("residenti < 5 densita > 3", (15, Fault::LinkExpected("densita".into()))),
        ("(residenti < 5", (1, Fault::Unclosed)),
        ("(residenti < 5 densita", (16, Fault::LinkExpected("densita".into()))),
        ("residenti < 5)", (14, Fault::Unexpected(")".into()))),
        ("residenti # 5", (11, Fault::Unexpected("#".into()))),
        ("5000 > residenti", (1, Fault::IndicatorExpected(text("5000")))),
        ("non non", (8, Fault::IndicatorExpected(None))),
        ("età > 3 # 5", (9, Fault::Unexpected("#".into()))),
    ] {
        assert_eq!(fault(typed), expected, "{typed}");
    }
    let (at, unknown) = fault("residenti < 5000 e indice_vechiaia > 200");
    let Fault::UnknownIndicator { id, nearest } = unknown else { panic!("{unknown:?}") };
    assert_eq!((at, id.as_str(), nearest[0].as_str()), (20, "indice_vechiaia", "indice_vecchiaia"));
    assert!(matches!(fault(&"(".repeat(100_000)).1, Fault::TooDeep));
    assert!(matches!(fault(&"non ".repeat(100_000)).1, Fault::TooDeep));
    let published = &atlas().published_indicators()[0].id;
    assert_eq!(fault(&format!("{published} > 1")), (1, Fault::OnlyPublished(published.clone())));
    for lang in Lang::ALL {
        let error =
            Condition::parse("residenti < 5000 e indice_vechiaia > 200", atlas(), &[]).expect_err("unknown");
        let text = lang.condition_error(&error);
        assert!(text.contains("20") && text.contains("indice_vecchiaia") && text.ends_with('.'), "{text}");
    }
}

/// A bundle with an indicator `prova` that half of the Comuni have, with some values withheld and some negative.
fn half() -> Bundle {
    let indicator = r#"
[[indicator]]
id = "prova"
name = { it = "Prova", en = "Trial" }
short = { it = "Prova", en = "Trial" }
theme = "popolazione"
unit = { it = "unità", en = "units" }
suffix = ""
numerator = ["prova"]
multiplier = 1
decimals = 0
polarity = "neither"
kind = "ratio"
definition = { it = "Prova.", en = "Trial." }
source = { it = "nessuna", en = "none" }
licence = "CC0"
"#;
    let mut csv = String::from("code,date,prova");
    for (i, comune) in atlas().territories.comuni().iter().enumerate() {
        let cell = ["1", "c", "-3", ""][i % 4];
        csv += &format!("\n{},2021-01-01,{cell}", comune.code);
    }
    let folder =
        Folder::new().with("datasets.toml", LIST).with("prova.csv", csv).with("indicators.toml", indicator);
    Bundle::load(Some(folder.path())).expect("a valid folder")
}

#[test]
fn absent_values_neither_meet_a_condition_nor_its_contrary() {
    let bundle = half();
    let matched = |text: &str| {
        let condition = Condition::parse(text, &bundle.atlas, &[]).expect("understood");
        condition.matching(&bundle.atlas, Level::Comuni, january(2023), Method::Pooled).expect("known")
    };
    let (above, below) = (matched("prova > 0"), matched("non (prova > 0)"));
    assert_eq!((above.units.len(), below.units.len()), (49, 48));
    assert_eq!((above.undecided, below.undecided), (96, 96), "missing and withheld alike");
    assert_eq!(matched("prova < 0").units, below.units, "negative numbers are numbers");
    // If the other part decides alone, the result is known.
    assert_eq!(matched("prova > 0 o residenti > 0").units.len(), 193);
    let neither = matched("prova > 0 e residenti < 0");
    assert_eq!((neither.units.len(), neither.undecided), (0, 0));
    assert_eq!(above.other_dates, [("prova".to_owned(), january(2021))]);
}

fn state(bundle: Arc<Bundle>) -> State {
    State::new(bundle, Settings::default()).expect("opens")
}

fn ask(state: &mut State, condition: &str) -> String {
    update(state, Action::ChooseWhere(condition.into()));
    state.notice.clone().expect("an answer").text
}

#[test]
fn the_engine_selects_reports_and_undoes() {
    let mut state = state(BUNDLE.clone());
    let answer = ask(&mut state, "residenti > 1000000");
    assert_eq!(
        (answer.as_str(), &state.document.map.selected[..]),
        ("Scelti: 1 su 193.", &[Code::from("015146")][..])
    );
    let refused = ask(&mut state, "residenti >");
    assert!(refused.contains("serve un numero"), "{refused}");
    assert!(state.notice.as_ref().is_some_and(|notice| notice.is_error));
    assert_eq!(state.document.map.selected.len(), 1, "an error chooses nothing");
    assert_eq!(ask(&mut state, "residenti < 0"), "Nessun territorio soddisfa la condizione.");
    assert!(state.document.map.selected.is_empty());
    assert_eq!(state.history.undo_steps(), 2);
    update(&mut state, Action::Undo);
    assert_eq!(state.document.map.selected, [Code::from("015146")]);
    set_map(&mut state, |map| map.level = Level::Ambiti);
    assert_eq!(ask(&mut state, "residenti > 0"), "Scelti: 17 su 17.");
}

#[test]
fn the_engine_tells_what_is_absent_and_of_another_date() {
    let mut state = state(Arc::new(half()));
    assert_eq!(
        ask(&mut state, "prova >= 1"),
        "Scelti: 49 su 193. Senza un valore, e quindi non scelti: 96. «Prova» non ha valori al 1/1/2023: usati \
         quelli al 1/1/2021."
    );
}

#[test]
fn the_selection_is_inverted_at_the_level_shown() {
    let mut state = state(BUNDLE.clone());
    update(&mut state, Action::Choose(vec![Code::from("50089")]));
    update(&mut state, Action::InvertSelected);
    let ambito = PLAIN.atlas.territories.position(Level::Ambiti, &Code::from("50089")).expect("an Ambito");
    let members = &PLAIN.atlas.territories.units(Level::Ambiti)[ambito].members;
    assert_eq!(
        state.document.map.selected.len(),
        193 - members.len(),
        "the Comuni of a chosen Ambito are chosen"
    );
    update(&mut state, Action::InvertSelected);
    assert_eq!(state.document.map.selected.len(), members.len());
    for _ in 0..2 {
        update(&mut state, Action::Undo);
    }
    assert_eq!(state.document.map.selected, [Code::from("50089")]);
    update(&mut state, Action::Choose(Vec::new()));
    update(&mut state, Action::InvertSelected);
    assert_eq!(state.document.map.selected.len(), 193);
}

/// The example of the guide, at the default date: a classification of 2020 holds later too, and it is told; a quantity does not.
#[test]
fn a_classification_holds_after_its_date() {
    use crate::cli::Cli;
    let (rows, told) =
        Cli::new(&["values", "--indicator", "residenti", "--where", "area_interna = Cintura", "--today"])
            .both();
    assert!(rows.lines().count() > 100, "{rows}");
    assert!(told.contains("1° gennaio 2020") || told.contains("1/1/2020"), "{told}");
    let quantity = Cli::line("values --indicator residenti --today --where").with(&["minuti_polo > 10"]);
    assert!(quantity.refusal().contains("non ha valori"));
}
