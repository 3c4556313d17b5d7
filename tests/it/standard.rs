//! Standards: what they ask for and what is missing.

use crate::cli::{Cli, array};

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
