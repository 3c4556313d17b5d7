//! How far the data reach, what would extend them, and which themes are covered.

use atlante::engine::coverage::{more_dates, themes, topics};
use atlante::i18n::Lang;
use atlante::io::coverage::{TopicStatus, coverage_facts};
use atlante::io::recipe;

use crate::cli::{Cli, array};
use crate::common::today;

#[test]
fn every_name_in_the_facts_is_one_of_ours() {
    let facts = coverage_facts();
    let known: Vec<String> = recipe::embedded().iter().map(|recipe| recipe.id.clone()).collect();
    for source in &facts.sources {
        let ours = |id: &String| today().catalogue.themes().iter().any(|theme| theme.id == *id);
        assert!(!source.themes.is_empty() && source.themes.iter().all(ours), "{}", source.id);
        assert!(source.recipe.as_ref().is_none_or(|recipe| known.contains(recipe)), "{}", source.id);
    }
    for topic in &facts.topics {
        for id in &topic.indicators {
            assert!(today().caption(id).is_ok(), "{}: {id}", topic.id);
        }
        for id in &topic.bring {
            assert!(facts.sources.iter().any(|source| source.id == *id), "{}: {id}", topic.id);
        }
        // A covered theme has indicators; another one says what to import and with which denominator.
        match topic.status {
            TopicStatus::Inside => assert!(!topic.indicators.is_empty(), "{}", topic.id),
            _ => assert!(topic.denominator.is_some(), "{}", topic.id),
        }
        if topic.status == TopicStatus::ToBring {
            assert!(topic.file.is_some() || !topic.bring.is_empty(), "{}", topic.id);
        }
    }
}

/// The themes that issue 12 lists.
#[test]
fn every_theme_of_an_observatory_is_listed() {
    let topics = topics(today(), Lang::En);
    let names: Vec<&str> = topics.iter().map(|topic| topic.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Age",
            "Gender",
            "Disability",
            "Income",
            "Schooling",
            "School dropout",
            "Work",
            "Origin and citizenship",
            "Digital divide",
            "Composition and size of households",
            "Child protection",
            "Domestic violence",
            "Housing",
            "Services' coverage",
            "Third sector",
            "Cohesion",
            "Health: counts of the ATS",
            "Sample surveys",
        ]
    );
}

#[test]
fn a_theme_says_up_to_when_and_what_would_add_to_it() {
    let themes = themes(today(), Lang::It);
    assert_eq!(themes.len(), 12);
    let incomes = themes.iter().find(|theme| theme.name == "Redditi").expect("incomes");
    let posas = themes.iter().flat_map(|theme| &theme.sources).find(|source| source.id == "posas");
    assert_eq!(posas.map(|source| source.inside.as_str()), Some("Nel programma: 1/1/2022, 1/1/2023."));
    assert!(incomes.inside.contains("dall'anno d'imposta 2000 al 2024"), "{}", incomes.inside);
    let inside = |id: &str| {
        let mut sources = themes.iter().flat_map(|theme| &theme.sources);
        sources.find(|source| source.id == id).map(|source| source.inside.clone()).unwrap_or_default()
    };
    // The dates of sample_data/affluenza.csv, irpef.csv and bilancio_demografico.csv.
    let polls = "Nel programma: 4/3/2018, 21/9/2020, 25/9/2022, 9/6/2024, 9/6/2025, 23/3/2026.";
    assert_eq!(inside("elezioni"), polls);
    assert!(inside("mef").contains("dall'anno d'imposta 2000 al 2024"), "{}", inside("mef"));
    assert_eq!(inside("p2"), "Nel programma: 2025.");
}

#[test]
fn few_dates_name_what_adds_to_them() {
    let hint = more_dates("quota_80_plus", today(), Lang::It).expect("two dates");
    assert!(hint.contains("POSAS"), "{hint}");
    assert_eq!(more_dates("reddito_imponibile_medio", today(), Lang::It), None, "eighteen dates");
}

#[test]
fn the_command_line_tells_both() {
    let text = Cli::line("coverage --today").ok();
    assert!(
        text.contains("Aggiorna i dati") && text.contains("Dispersione scolastica: nessuna fonte comunale")
    );
    let json = Cli::line("coverage --json --lang en --today").json();
    assert_eq!(array(&json["topics"]).len(), 18);
    assert_eq!(array(&json["themes"]).len(), 12);
}
