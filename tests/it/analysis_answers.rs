//! The answers of an analysis: the maps of residuals, indices, trends and forecasts, Moran's scatterplot, the Lorenz curve, and the
//! dialog, each beside what the command line says of the same. One result feeds all.

use std::sync::Arc;

use serde_json::Value;

use atlante::base::Level;
use atlante::document::{AnalysisQuestion, ElementKind};
use atlante::engine::analysis::{AnalysisForm, spawn_analysis};
use atlante::engine::{Action, Dialog, DialogAction, Effect, Report, Settings, State, update};
use atlante::figure::compose;
use atlante::io::Bundle;

use crate::cli::{Cli, array};
use crate::common::{Folder, TODAY, set_map};

const OLD: &str = "--today --indicator indice_vecchiaia --year 2023";

fn today_state() -> State {
    let bundle = Arc::new(Bundle::load(None).expect("the embedded bundle is valid"));
    State::new(bundle, Settings::default()).expect("the bundle has indicators")
}

fn drawn(line: &str) -> Value {
    let folder = Folder::new();
    let found = Cli::line(&format!("{line} --json")).with(&["-o", &folder.file("figure.svg")]).json();
    find(&found, "units").map(|_| found.clone()).unwrap_or_else(|| panic!("no units in {found}"))
}

/// The value of a key, wherever it is.
fn find<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
    match value {
        Value::Object(fields) => {
            fields.get(key).or_else(|| fields.values().find_map(|inner| find(inner, key)))
        }
        Value::Array(items) => items.iter().find_map(|inner| find(inner, key)),
        _ => None,
    }
}

/// The units of both results agree on these keys.
fn agree(map: &Value, list: &Value, keys: &[&str]) {
    let (shown, listed) = (array(find(map, "units").expect("units")), array(&list["units"]));
    assert_eq!(shown.len(), listed.len());
    for (a, b) in shown.iter().zip(listed) {
        assert_eq!(a["code"], b["code"]);
        for key in keys {
            assert_eq!(a[key], b[key], "{key} of {}", a["code"]);
        }
    }
}

#[test]
fn residuals_on_the_map_are_those_of_the_regression() {
    let map = drawn(&format!("figure map {OLD} --level comuni --residuals densita"));
    let list =
        Cli::line("stats ols --today --y indice_vecchiaia --x densita --year 2023 --level comuni --json");
    agree(&map, &list.json(), &["fitted", "residual"]);
    assert_eq!(find(&map, "r2"), Some(&list.json()["r2"]));
}

#[test]
fn the_index_on_the_map_is_that_of_the_command() {
    let declared = "--polarity indice_vecchiaia=- --polarity densita=+ --direction negative";
    let map = drawn(&format!("figure map {OLD} --level ambiti --index densita {declared}"));
    let line =
        "stats ampi --today --indicator indice_vecchiaia --indicator densita --year 2023 --level ambiti";
    let list = Cli::line(&format!("{line} {declared} --json")).json();
    agree(&map, &list, &["index", "rank", "ranks", "penalty"]);
    // Two indicators: none can be left out, and nothing says so.
    let told = Cli::line(&format!("{line} {declared}")).ok();
    assert!(told.contains("Con due soli indicatori nessuno si può escludere"), "{told}");
    let refused = Cli::line(&format!("figure map {OLD} --index densita -o x.svg")).refusal();
    assert!(refused.contains("non è detto se di più è meglio o peggio"), "{refused}");
}

#[test]
fn trends_on_the_map_are_those_of_the_command() {
    let map = drawn("figure map --today --indicator quota_stranieri --level ambiti --trend");
    let list = Cli::line("stats trend --today --indicator quota_stranieri --level ambiti --json").json();
    agree(&map, &list, &["course", "p", "sen_slope", "years"]);
    let short = drawn("figure map --today --indicator disoccupazione_censimento --level ambiti --trend");
    assert!(array(find(&short, "units").expect("units")).iter().all(|unit| unit["course"].is_null()));
}

#[test]
fn the_forecast_on_the_map_is_that_of_the_command() {
    let map = drawn(&format!("figure map {OLD} --level ambiti --forecast old_age_index --years 10"));
    let unit = &array(find(&map, "units").expect("units"))[0];
    let code = unit["code"].as_str().expect("a code");
    let list = Cli::line(&format!("stats forecast --today --territory {code} --json")).json();
    let text = list.to_string();
    for key in ["now", "then"] {
        let number = unit[key].to_string();
        assert!(text.contains(&number), "{key} {number} is not in {text}");
    }
    let [low, high] = [0, 1].map(|at| unit["interval"][at].as_f64().expect("a number"));
    let then = unit["then"].as_f64().expect("a number");
    assert!(low < then && then < high);
}

#[test]
fn charts_of_neighbours_and_of_inequality_say_what_the_commands_do() {
    let chart = drawn(&format!("figure moran {OLD} --level comuni"));
    let list = Cli::line(&format!("stats moran {OLD} --level comuni --json")).json();
    agree(&chart, &list, &["score", "neighbours_score"]);
    for key in ["i", "z", "p"] {
        assert_eq!(find(&chart, "moran").expect("moran")[key], list["moran"][key]);
    }
    let chart = drawn("figure lorenz --today --indicator reddito_complessivo_medio --level comuni");
    let list =
        Cli::line("stats gini --today --indicator reddito_complessivo_medio --level comuni --json").json();
    for key in ["gini", "top_fifth", "bottom_fifth", "lorenz"] {
        assert_eq!(find(&chart, key), Some(&list[key]), "{key}");
    }
}

#[test]
fn what_makes_no_sense_is_refused() {
    let refused = |line: &str, said: &str| {
        let told = Cli::line(line).refusal();
        assert!(told.contains(said), "{line}: {told}");
    };
    refused(
        &format!("figure map {OLD} --significance lombardia -o x.svg"),
        "non c'è un valore della Lombardia alla stessa data",
    );
    refused(&format!("figure map {OLD} --groups densita --k 17 -o x.svg"), "i gruppi chiesti sono 17");
    refused("stats ols --today --y densita --x densita", "«Densità di popolazione» è indicato due volte");
    refused("stats moran --today --indicator densita --indicator densita", "è indicato due volte");
    refused("stats kmeans --today --indicator densita", "ne servono almeno 2");
    refused(&format!("stats moran {OLD} --neighbours nearest:192"), "ognuno sarebbe vicino a tutti");
    refused("figure lorenz --today --indicator densita -o x.svg", "è una densità");
}

#[test]
fn the_date_does_not_depend_on_the_order_of_indicators() {
    let dates = |first: &str, second: &str| {
        let line = format!("stats kmeans --today --indicator {first} --indicator {second} --groups 2 --json");
        let found = Cli::line(&line).json();
        let mut all: Vec<String> =
            array(&found["indicators"]).iter().map(|one| one["date"].to_string()).collect();
        all.sort();
        all
    };
    assert_eq!(dates("quota_stranieri", "indice_vecchiaia"), dates("indice_vecchiaia", "quota_stranieri"));
}

#[test]
fn a_model_of_neighbours_prints_its_own_coefficients() {
    let line = "stats ols --today --y indice_vecchiaia --x densita --year 2023 --level comuni --model lag";
    let found = Cli::line(&format!("{line} --json")).json();
    let plain = array(&found["least_squares_coefficients"])[1]["value"].as_f64().expect("a number");
    let own = array(&found["coefficients"])[1]["value"].as_f64().expect("a number");
    assert_ne!(plain, own);
    assert_eq!(found["spatial"]["betas"][1].as_f64(), Some(own));
    let told = Cli::line(line).ok();
    assert!(told.contains("ρ = ") && told.contains("non è l'effetto intero"), "{told}");
    assert!(!told.contains("HC3"), "those of least squares: {told}");
}

#[test]
fn few_units_counts_and_single_units_are_warned_of() {
    let told = |line: &str| Cli::line(line).ok();
    assert!(told("stats moran --today --indicator residenti --level asst").contains("è un conteggio"));
    assert!(told(&format!("stats moran {OLD} --level asst")).contains("Territori: 5. Sono pochi"));
    let few = told("stats ols --today --y indice_vecchiaia --x densita --year 2023 --level asst");
    assert!(few.contains("variabili che spiegano: 1. Sono pochi"), "{few}");
    assert!(
        told("stats funnel --today --indicator quota_stranieri --level ats").contains("un solo territorio")
    );
    assert!(told("stats eb --today --indicator quota_stranieri --level ats").contains("un solo territorio"));
    let none = told("stats wilson --today --indicator disoccupazione_censimento --level ambiti");
    assert!(none.contains("senza intervallo, perché il numeratore è una stima"), "{none}");
    let short = told("stats trend --today --indicator disoccupazione_censimento --level ats");
    assert!(!short.contains("fa sembrare provata una tendenza"), "{short}");
}

/// esda's, by tests/reference/spatial_bayes.py.
#[test]
fn rates_drawn_towards_their_neighbours_are_those_of_esda() {
    let line =
        "stats eb --today --indicator quota_stranieri --year 2023 --level comuni --neighbours queen --json";
    let found = Cli::line(line).json();
    let reference = include_str!("../reference/spatial_bayes.csv");
    let rows: Vec<Vec<&str>> = reference.lines().skip(1).map(|line| line.split(',').collect()).collect();
    assert_eq!(array(&found["units"]).len(), rows.len());
    for (unit, row) in array(&found["units"]).iter().zip(rows) {
        assert_eq!(unit["code"], row[0]);
        for (key, theirs) in [("raw", row[1]), ("smoothed", row[2])] {
            let (own, theirs) =
                (unit[key].as_f64().expect("a rate"), theirs.parse::<f64>().expect("a number"));
            assert!((own / theirs - 1.0).abs() < 1e-10, "{key} of {}: {own} {theirs}", row[0]);
        }
    }
}

/// Answers a question as the window does.
fn answered(state: &mut State, fill: impl FnOnce(&mut AnalysisForm)) -> AnalysisForm {
    update(state, Action::Dialog(DialogAction::Analysis));
    let Some(Dialog::Analysis(form)) = state.dialog.clone() else { panic!("the dialog is not open") };
    let mut form = *form;
    fill(&mut form);
    update(state, Action::Dialog(DialogAction::FillAnalysis(Box::new(form))));
    let effects = update(state, Action::Dialog(DialogAction::RunAnalysis));
    let job = effects.into_iter().find_map(|effect| match effect {
        Effect::Analyse(job) => Some(*job),
        _ => None,
    });
    if let Some(job) = job {
        let end = spawn_analysis(job, state.bundle.clone(), || {}).wait().expect("an end");
        update(state, Action::Dialog(DialogAction::AnalysisReported(Report::Ended(end))));
    }
    let Some(Dialog::Analysis(form)) = state.dialog.clone() else { panic!("the dialog is closed") };
    *form
}

#[test]
fn each_question_is_answered_with_a_page_of_two_and_two_sentences() {
    let mut state = today_state();
    for question in AnalysisQuestion::ALL {
        set_map(&mut state, |map| {
            (map.indicator, map.level) = ("quota_stranieri".to_owned(), Level::Ambiti);
        });
        let form = answered(&mut state, |form| {
            form.asked.question = question;
            form.asked.with = vec!["indice_vecchiaia".to_owned()];
            form.asked.declare("quota_stranieri", true);
            form.asked.declare("indice_vecchiaia", false);
        });
        let answer = form.answer.clone().unwrap_or_else(|| panic!("{question:?}: {:?}", form.told));
        assert_eq!((answer.sentences.len(), answer.page.elements().count()), (2, 2), "{question:?}");
        assert!(answer.picture.size[0] > 1000 && !answer.description.is_empty());
        // The map of the answer is the map that the window then shows, with the same sentences.
        let figure = compose::build(&answer.page, TODAY.sources()).expect("a page").value;
        let said = figure.parts[0].reading(TODAY.sources());
        assert!(answer.sentences.iter().all(|sentence| said.contains(sentence)), "{question:?}");
        update(&mut state, Action::Dialog(DialogAction::ShowAnalysis));
        assert!(state.dialog.is_none());
        assert_eq!(state.document.map.kind, answer.map.kind, "{question:?}: {:?}", state.notice);
    }
    // On a page of the composer.
    let before = state.document.figures.len();
    answered(&mut state, |form| form.asked.question = AnalysisQuestion::Future);
    update(&mut state, Action::Dialog(DialogAction::ComposeAnalysis));
    assert_eq!(state.document.figures.len(), before + 1);
    let page = &state.document.figures[before].spec;
    let kinds: Vec<ElementKind> = page.elements().map(|element| element.kind()).collect();
    assert_eq!(kinds, [ElementKind::Map, ElementKind::Forecast]);
}

#[test]
fn an_answer_that_needs_more_says_what() {
    let mut state = today_state();
    set_map(&mut state, |map| map.indicator = "quota_stranieri".to_owned());
    let form = answered(&mut state, |form| {
        form.asked.question = AnalysisQuestion::Worst;
        form.asked.with = vec!["indice_vecchiaia".to_owned()];
    });
    assert!(form.told.is_some_and(|told| told.contains("se di più è un bene o un male")));
    // The end of work that was cancelled is ignored.
    let mut state = today_state();
    update(&mut state, Action::Dialog(DialogAction::Analysis));
    let effects = update(&mut state, Action::Dialog(DialogAction::RunAnalysis));
    let Some(Effect::Analyse(job)) = effects.into_iter().next() else { panic!("no work") };
    update(&mut state, Action::Dialog(DialogAction::CancelAnalysis));
    let end = spawn_analysis(*job, state.bundle.clone(), || {}).wait().expect("an end");
    update(&mut state, Action::Dialog(DialogAction::AnalysisReported(Report::Ended(end))));
    let Some(Dialog::Analysis(form)) = &state.dialog else { panic!("closed") };
    assert!(form.answer.is_none() && form.running.is_none());
}
