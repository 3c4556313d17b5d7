//! Standards: what they require and what is missing.

use atlante::base::Level;
use atlante::document::element::{Spec, Subject};
use atlante::document::{RankingSpec, Threshold};
use serde_json::Value;

use crate::cli::{Cli, array};
use crate::common::{Folder, january, today};

/// The Piano di Zona of Corsico, action 5.3.9: one social worker for 4,000 residents; 117,654 / 4,000 = 29.4.
#[test]
fn a_printed_standard_asks_for_so_many_and_says_who_prints_it() {
    let line = "standard assistenti_sociali --territory 50089 --base 117654 --have 22 --today";
    let text = Cli::line(line).ok();
    assert!(text.contains("Ambito di Corsico (117.654): ne servono 29,4; con 22 ne mancano 7,4."), "{text}");
    assert!(text.contains("Piano di Zona dell'Ambito di Corsico 2021-2023"), "{text}");
    let json = Cli::line(line).with(&["--json"]).json();
    assert_eq!((&json["rows"][0]["needed"], &json["rows"][0]["missing"]), (&29.4135.into(), &7.4135.into()));
}

/// `residenti.csv` at 1/1/2025: the Ambito of Corsico has 120,237 residents; / 5,000 = 24.0.
#[test]
fn a_standard_of_the_office_is_said_to_be_its_own() {
    let text =
        Cli::line("standard --one-per 5000 --what educatori --territory 50089 --year 2025 --have 30 --today")
            .ok();
    assert!(text.contains("educatori: 1 ogni 5.000 (Popolazione residente)"), "{text}");
    assert!(text.contains("soglia dell'ufficio") && !text.contains("Piano di Zona"), "{text}");
    assert!(text.contains("(120.237): ne servono 24,0; con 30 ce ne sono 6,0 in più."), "{text}");
}

#[test]
fn a_value_of_an_indicator_says_what_its_numerator_lacks() {
    let json = Cli::line("standard --indicator enti_5x1000 --value 1,5 --json --today").json();
    let rows = array(&json["rows"]);
    assert_eq!(rows.len(), 17);
    for row in rows {
        let [base, needed, there, missing] =
            ["base", "needed", "there", "missing"].map(|key| row[key].as_f64().expect("a number"));
        assert!((needed - 1.5 * base / 1000.0).abs() < 1e-9 && (missing - (needed - there)).abs() < 1e-9);
    }
}

#[test]
fn what_cannot_be_reckoned_is_refused() {
    for (line, said) in [
        ("standard boh", "assistenti_sociali"),
        ("standard --one-per 0", "maggiore di zero"),
        ("standard --one-per 1.234", "due modi"),
        ("standard --indicator residenti --value 3", "residenti"),
        ("standard --one-per 10 --of indice_vecchiaia", "indice_vecchiaia"),
        ("standard assistenti_sociali --have 22", "--territory"),
        ("standard assistenti_sociali --territory 99", "99"),
        ("standard --indicator indice_vecchiaia", "--value"),
    ] {
        let refusal = Cli::line(line).refusal();
        assert!(refusal.contains(said), "{line}: {refusal}");
    }
}

fn drawn(folder: &Folder, line: &str) -> (Value, String) {
    let path = folder.file("figura.svg");
    let facts =
        Cli::line(line).with(&["--standard-name", "Obiettivo", "-o", &path, "--json", "--today"]).json();
    (facts, std::fs::read_to_string(&path).expect("it was written"))
}

/// `cinque_per_mille.csv` and `residenti.csv`: at 1.5 bodies per 1,000 residents all 17 Ambiti but Milano Città are below.
#[test]
fn a_standard_is_a_line_on_a_ranking_with_what_is_missing() {
    let folder = Folder::new();
    let needs = Cli::line("standard --indicator enti_5x1000 --value 1,5 --json --today").json();
    let missing = |row: &Value| row["missing"].as_f64().expect("a number");
    let below = array(&needs["rows"]).iter().filter(|row| missing(row) > 0.0).count();
    let lacking: f64 = array(&needs["rows"]).iter().map(missing).filter(|missing| *missing > 0.0).sum();
    let line = "figure ranking --indicator enti_5x1000 --level ambiti --standard 1,5";
    let (facts, svg) = drawn(&folder, line);
    assert_eq!((&facts["standard"]["value"], &facts["standard"]["name"]), (&1.5.into(), &"Obiettivo".into()));
    assert!(svg.contains("Obiettivo 1,50"), "the name at the line");
    assert!(svg.contains("una soglia scelta dall'autore della figura"), "nobody else is said to print it");
    assert!(svg.contains(&format!("Sotto la soglia: {below} territori su 17.")), "{below}");
    // Bodies are counted whole.
    let lacking = atlante::i18n::number(atlante::i18n::Lang::It, lacking.ceil(), 0);
    assert!(svg.contains(&format!("{lacking}.")), "{lacking}");
    let text = facts["alternative_text"].as_str().expect("a text");
    assert!(text.contains("Obiettivo 1,50"), "{text}");
}

#[test]
fn a_standard_is_a_line_on_a_series_of_values_alone() {
    let folder = Folder::new();
    let line = "figure series --indicator quota_stranieri --territory 50089 --standard 12,5";
    let (facts, svg) = drawn(&folder, line);
    assert_eq!(facts["standard"]["value"], 12.5);
    assert!(svg.contains("Obiettivo 12,5%"));
    // A difference from a base has another scale.
    let refusal = Cli::line(&format!("{line} --mode base100 -o x.svg")).refusal();
    assert!(refusal.contains("--standard qui non ha effetto"), "{refusal}");
    assert!(Cli::line("figure ranking --standard 1.234 -o x.svg").refusal().contains("due modi"));
}

/// A standard belongs to its indicator, and stays with the figure that has it.
#[test]
fn a_standard_is_saved_and_goes_with_its_indicator() {
    let standard = Some(Threshold { value: 33.0, name: "Nidi".to_owned() });
    let spec = RankingSpec { standard, ..RankingSpec::new("quota_0_2", january(2023), Level::Ambiti) };
    let json = serde_json::to_string(&spec).expect("a spec");
    assert_eq!(serde_json::from_str::<RankingSpec>(&json).expect("the same"), spec);
    let without = serde_json::to_string(&RankingSpec { standard: None, ..spec.clone() }).expect("a spec");
    assert!(!without.contains("standard"), "files of before stay as they are");
    let (before, mut followed) = (spec.subject(today()), spec);
    let now = Subject { indicator: "quota_3_5".to_owned(), ..before.clone() };
    followed.follow(&before, &now, today());
    assert_eq!(followed.standard, None);
}

/// What is missing stands in the sheet of a ranking, by territory, as `standard` tells it; `standard -o` writes it too.
#[test]
fn sheets_say_what_each_territory_lacks() {
    let folder = Folder::new();
    let sheet = folder.file("enti.csv");
    Cli::line("figure ranking --indicator enti_5x1000 --level ambiti --standard 1,5 --today -o")
        .with(&[&sheet])
        .ok();
    let text = std::fs::read_to_string(&sheet).expect("written");
    let head: Vec<&str> = text.lines().next().expect("a head").split(';').collect();
    let at =
        |name: &str| head.iter().position(|own| *own == name).unwrap_or_else(|| panic!("{name}: {head:?}"));
    let needs = Cli::line("standard --indicator enti_5x1000 --value 1,5 --json --today").json();
    for need in array(&needs["rows"]) {
        let code = need["code"].as_str().expect("a code");
        let row = text.lines().find(|line| line.starts_with(code)).expect("a row");
        let cells: Vec<&str> = row.split(';').collect();
        for (name, key) in [("Ne servono", "needed"), ("Ce ne sono", "there"), ("Ne mancano", "missing")] {
            let found: f64 = cells[at(name)].replace(',', ".").parse().expect("a number");
            assert!((found - need[key].as_f64().expect("a number")).abs() < 1e-9, "{code} {name}: {found}");
        }
    }
    let path = folder.file("assistenti.csv");
    Cli::line("standard assistenti_sociali --territory 50089 --base 117654 --have 22 --today -o")
        .with(&[&path])
        .ok();
    let text = std::fs::read_to_string(&path).expect("written");
    assert!(text.contains("50089;Corsico;117654;29,4135;22;7,4135"), "{text}");
    assert!(text.contains("Piano di Zona dell'Ambito di Corsico"), "{text}");
    assert!(Cli::line("standard assistenti_sociali -o x.pdf").refusal().contains(".xlsx"));
}

/// The Ambito of Corsico on 1/1/2026 has 120,533 residents (`residenti.csv`): 30.1 social workers; with 22 there are 8.1 too few.
#[test]
fn the_window_says_what_is_missing_with_those_that_are_there() {
    use atlante::base::Code;
    use atlante::engine::dialog::StandardForm;
    use atlante::engine::standard::{Asking, line};
    use atlante::engine::{Action, DialogAction, Effect, Settings, State, update};
    use atlante::i18n::Lang;

    let bundle = std::sync::Arc::new(atlante::io::Bundle::load(None).expect("valid"));
    let mut state = State::new(bundle, Settings::default()).expect("indicators");
    let form = StandardForm { printed: Some("assistenti_sociali".into()), ..StandardForm::default() };
    assert_eq!(Asking::new(&state, &form).expect("filled in").needs.len(), 17);
    update(&mut state, Action::Choose(vec![Code::from("50089")]));
    let form = StandardForm { have: Some(22.0), ..form };
    let asking = Asking::new(&state, &form).expect("filled in");
    let said = line(&asking.needs[0], &state.bundle.atlas, Lang::It);
    assert!(said.starts_with("Ambito di Corsico (120.533"), "{said}");
    assert!(said.ends_with("ne servono 30,1; con 22 ne mancano 8,1."), "{said}");
    update(&mut state, Action::Dialog(DialogAction::Standard));
    update(&mut state, Action::Dialog(DialogAction::Fill(form)));
    let effects = update(&mut state, Action::Dialog(DialogAction::CopyNeeds));
    let [Effect::Copy(text)] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(text.contains("Corsico\t120533\t30,1\t22,0\t8,1"), "{text}");
}

/// What no office could mean is refused, and what is withheld is told so, with what is needed between its limits: `irpef.csv`, Lodi
/// 2022, tells nothing of counts; here a file of an office prints `<5` for Assago.
#[test]
fn absurd_numbers_are_refused_and_withheld_ones_told() {
    let line = "standard --of residenti --what x --territory 50089 --today";
    for (more, why) in [
        ("--one-per 1e-308", "tra 0,000001 e"),
        ("--one-per 1e308", "tra 0,000001 e"),
        ("--one-per 10 --base -1", "tra 0 e"),
        ("--one-per 10 --have -1", "tra 0 e"),
    ] {
        assert!(Cli::line(&format!("{line} {more}")).refusal().contains(why), "{more}");
    }
    use atlante::base::{Code, Level};
    use atlante::data::{Absence, Need, Quality};
    use atlante::i18n::Lang;
    let need = Need {
        level: Level::Comuni,
        code: Code::from("015011"),
        name: "Assago".into(),
        base: None,
        quality: Quality::Final,
        absence: Some(Absence::Suppressed),
        between: Some((0.0, 0.4)),
        needed: None,
        there: None,
    };
    let said = |need: &Need, lang| atlante::engine::standard::line(need, crate::common::today(), lang);
    assert_eq!(said(&need, Lang::It), "Assago: dato oscurato per riservatezza; ne servono tra 0,0 e 0,4.");
    let unknown = Need { between: None, ..need.clone() };
    assert_eq!(said(&unknown, Lang::It), "Assago: dato oscurato per riservatezza.");
}

/// Several selected territories are all told, and how many there are is asked of one alone.
#[test]
fn every_selected_territory_is_told() {
    use atlante::base::Code;
    use atlante::engine::dialog::StandardForm;
    use atlante::engine::standard::Asking;
    use atlante::engine::{Action, Settings, State, update};

    let bundle = std::sync::Arc::new(atlante::io::Bundle::load(None).expect("valid"));
    let mut state = State::new(bundle, Settings::default()).expect("indicators");
    let form = StandardForm {
        printed: Some("assistenti_sociali".into()),
        have: Some(22.0),
        ..StandardForm::default()
    };
    update(&mut state, Action::Choose(vec![Code::from("50089"), Code::from("50095")]));
    let asking = Asking::new(&state, &form).expect("filled in");
    let told: Vec<(&str, Option<f64>)> =
        asking.needs.iter().map(|need| (need.name.as_str(), need.there)).collect();
    assert_eq!(told, [("Corsico", None), ("Rho", None)]);
    assert_eq!(Asking::place(&state), None);
}
