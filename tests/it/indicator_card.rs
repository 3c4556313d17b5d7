//! The card of an indicator: the formula with the numbers of the place.

use atlante::base::{Code, decimal};
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

/// A calculator for what a card writes: a sum, over another or over a number, times a factor.
fn reckoned(formula: &str) -> Option<f64> {
    let number = |text: &str| text.replace('.', "").replace(',', ".").parse::<f64>().ok();
    let sum = |text: &str| {
        let text = text.trim().trim_start_matches('(').trim_end_matches(')');
        let text = text.replace(" \u{2212} ", " + \u{2212}");
        text.split(" + ")
            .map(|part| {
                let (sign, part) = match part.strip_prefix('\u{2212}') {
                    Some(part) => (-1.0, part),
                    None => (1.0, part),
                };
                part.split(" × ").map(number).try_fold(sign, |product, factor| Some(product * factor?))
            })
            .try_fold(0.0, |sum, part| Some(sum + part?))
    };
    let Some((above, below)) = formula.split_once(" / ") else { return sum(formula) };
    let below = match below.rsplit_once(')') {
        Some((own, by)) => (sum(own)?, by.trim_start_matches(" × ")),
        None => {
            let (own, by) = below.split_once(" × ").unwrap_or((below, ""));
            (number(own)?, by)
        }
    };
    let by = if below.1.is_empty() { 1.0 } else { number(below.1)? };
    Some(sum(above)? / below.0 * by)
}

/// The numbers of a card give its result, at every level. Two of those that did not, from the sources: Vermezzo con Zelo 2020, 0.131…
/// of `istruzione.csv` written as 0.13; the density of Corsico 2026, 120,533 / 51.577 km² of `superficie.csv` written with 51.58.
#[test]
fn the_formula_gives_its_own_result() {
    assert_eq!(reckoned("(15.743 + 28.488) / 75.564 × 100").map(|x| (x * 10.0).round()), Some(585.0));
    let atlas = today();
    let mut seen = 0;
    // Steps are names.
    for indicator in atlas.catalogue.indicators().iter().filter(|own| !own.kind.has_steps()) {
        for (place, method) in [
            (None, Method::Pooled),
            (Some("50089"), Method::Pooled),
            (Some("50089"), Method::Mean),
            (Some("50066"), Method::Mean),
            (Some("015251"), Method::Pooled),
        ] {
            for date in atlas.dates(indicator).into_iter().rev().step_by(5) {
                let view = View { territory: place.map(Code::from), date: Some(date), method };
                let card = IndicatorCard::new(&indicator.id, &view, atlas, Lang::It).expect("a card");
                let Some(numbers) = card.formula.and_then(|formula| formula.numbers) else { continue };
                let Some((made, result)) = numbers.split_once(" = ") else {
                    assert!(!numbers.contains('≈'), "{}: {numbers}", indicator.id);
                    continue;
                };
                // More than a dozen values are not written one by one.
                if made.contains("Comuni") {
                    continue;
                }
                let Some(made) = reckoned(made) else { panic!("{}: {numbers}", indicator.id) };
                let digits = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{2212}');
                let result: String = result.chars().take_while(|c| digits(*c)).collect();
                let result =
                    result.trim_end_matches('.').replace('.', "").replace(',', ".").replace('\u{2212}', "-");
                let result: f64 = result.parse().unwrap_or_else(|_| panic!("{numbers}"));
                let rounded = decimal::rounded(made, indicator.decimals);
                assert_eq!(rounded, result, "{} {place:?} {date}: {numbers}", indicator.id);
                seen += 1;
            }
        }
    }
    assert!(seen > 300, "{seen}");
}
