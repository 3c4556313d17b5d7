//! The card of an indicator: the formula with the numbers of the place.

use atlante::base::Code;
use atlante::data::Method;
use atlante::engine::indicator_card::{IndicatorCard, View};
use atlante::i18n::Lang;

use crate::cli::Cli;
use crate::common::{january, today};

fn card(id: &str, territory: Option<&str>, method: Method) -> IndicatorCard {
    let view = View { territory: territory.map(Code::from), date: Some(january(2023)), method };
    IndicatorCard::new(id, &view, today(), Lang::It).unwrap_or_else(|| panic!("no card of {id}"))
}

fn text(card: &IndicatorCard) -> String {
    card.sections.iter().flat_map(|section| &section.lines).map(|line| format!("{line}\n")).collect()
}

/// pandas on `popolazione_eta.csv`, Comuni of the Ambito of Corsico at 1/1/2023: 15,743 aged 0–14, 75,564 aged 15–64, 28,488 of 65
/// and over; (15743 + 28488) / 75564 × 100 = 58.534.
#[test]
fn the_formula_has_the_numbers_of_the_place() {
    let card = card("dipendenza_strutturale", Some("50089"), Method::Pooled);
    let formula = card.formula.as_ref().expect("it is computed");
    assert_eq!(
        formula.words,
        "(residenti da 0 a 14 anni + residenti di 65 anni e più) / residenti da 15 a 64 anni × 100"
    );
    assert_eq!(formula.numbers.as_deref(), Some("(15.743 + 28.488) / 75.564 × 100 = 58,5"));
}

#[test]
fn a_mean_shows_the_values_it_is_made_of() {
    let card = card("indice_vecchiaia", Some("50089"), Method::Mean);
    let numbers = card.formula.and_then(|formula| formula.numbers);
    assert_eq!(numbers.as_deref(), Some("(137,3 + 176,6 + 208,2 + 203,0 + 125,5 + 160,4) / 6 = 168,5"));
}

/// Deciles of the six Comuni and residents of `residenti.csv` at 1/1/2023.
#[test]
fn of_steps_it_is_said_how_many_live_in_each() {
    let card = card("fragilita_decile", Some("50089"), Method::Pooled);
    let text = text(&card);
    assert!(text.contains("1 (meno fragile): 62.173 residenti"), "{text}");
    assert!(card.formula.is_some_and(|formula| formula.numbers.is_none()));
}

#[test]
fn every_indicator_has_a_card_without_ids_in_its_words() {
    let atlas = today();
    let ids = atlas.catalogue.indicators().iter().map(|i| &i.id);
    for id in ids.chain(atlas.published_indicators().iter().map(|p| &p.id)) {
        for place in [None, Some("50089"), Some("015093")] {
            let card = card(id, place, Method::Pooled);
            assert!(card.sections.len() >= 3, "{id}");
            let formula = card.formula.map_or_else(String::new, |formula| formula.words);
            assert!(!formula.contains('_') && !formula.contains('«'), "{id}: {formula}");
        }
    }
}

#[test]
fn the_command_line_prints_it() {
    let card = Cli::line("indicators dipendenza_strutturale --territory 50089 --today").ok();
    assert!(card.contains("(15.743 + 28.488) / 75.564 × 100 = 58,5"), "{card}");
    assert!(Cli::line("indicators dipendenza").refusal().contains("dipendenza_strutturale"));
    assert!(Cli::line("indicators indice_vecchiaia --territory 99").refusal().contains("99"));
    assert!(Cli::line("indicators indice_vecchiaia --year 1999").refusal().contains("2023"));
}
