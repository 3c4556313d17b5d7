//! What is told of a table before it comes in: percentages on two scales, days as numbers, answers without an effect.

use atlante::i18n::Lang;
use atlante::io::import::{Answers, Importer};

use crate::common::atlas;

/// The codes of the findings, and their sentences.
fn told(text: &str, answers: &str) -> Vec<(String, String)> {
    let answers: Answers = serde_json::from_str(answers).expect("answers");
    let importer = Importer::new(&atlas().territories);
    let mut checked =
        importer.check_bytes_with("t.csv", text.into(), &answers).unwrap_or_else(|e| panic!("{e}"));
    let findings = checked.remove(0).findings;
    findings.iter().map(|finding| (finding.code().to_owned(), finding.sentence(Lang::It))).collect()
}

fn sentence(told: &[(String, String)], code: &str) -> Option<String> {
    told.iter().find(|(own, _)| own == code).map(|(_, sentence)| sentence.clone())
}

const NAMES: [&str; 6] = ["Rho", "Lodi", "Melzo", "Corsico", "Assago", "Legnano"];

fn table(head: &str, cell: impl Fn(usize) -> String) -> String {
    let rows = NAMES.iter().enumerate().map(|(i, name)| format!("{name};31/12/2023;{}\n", cell(i)));
    format!("Comune;Data;{head}\n{}", rows.collect::<String>())
}

#[test]
fn percentages_beside_shares_of_one_are_asked_about() {
    let mixed = |i: usize| if i.is_multiple_of(2) { format!("1{i}%") } else { format!("0,1{i}") };
    let asked = told(&table("Copertura", mixed), "{}");
    let sentence = sentence(&asked, "two_scales").unwrap_or_else(|| panic!("{asked:?}"));
    assert!(sentence.contains("«10%»") && sentence.contains("«0,11»"), "{sentence}");
    // All with the sign, or numbers of another size beside them, are not such.
    for cell in [(|i: usize| format!("1{i}%")) as fn(usize) -> String, |i| {
        if i % 2 == 0 { format!("1{i}%") } else { format!("4{i}") }
    }] {
        assert!(told(&table("Copertura", cell), "{}").iter().all(|(code, _)| code != "two_scales"));
    }
}

#[test]
fn numbers_of_days_are_no_periods_and_years_among_days_are_said_to_be_some() {
    let days = ["31/12/2023", "2022", "45291", "31/12/2023", "31/12/2023", "31/12/2023"];
    let rows = NAMES.iter().zip(days).map(|(name, day)| format!("{name};{day};1{}\n", name.len()));
    let told = told(&format!("Comune;Data;Utenti\n{}", rows.collect::<String>()), "{}");
    // 45291 days after 30/12/1899, as Excel counts.
    let serial = sentence(&told, "serial_days").unwrap_or_else(|| panic!("{told:?}"));
    assert!(serial.contains("«45291» è il 31/12/2023"), "{serial}");
    let years = sentence(&told, "years_dated").expect("a question");
    assert!(years.starts_with("In alcune righe «Data»"), "{years}");
}

#[test]
fn answers_that_change_nothing_are_said() {
    let counts = table("Utenti", |i| (10 + i).to_string());
    for (answers, words) in [
        (r#"{"absent_zero": true}"#, "solo per gli elenchi"),
        (r#"{"columns": {"Utenti": {"value": {"measure": "count", "weight": "residenti"}}}}"#, "non è usato"),
        (
            r#"{"columns": {"Utenti": {"value": {"measure": "count", "withheld": "9-1"}}}}"#,
            "non sono un intervallo",
        ),
        (
            r#"{"columns": {"Utenti": {"value": {"measure": "ordinal", "steps": ["a", "b"]}}}}"#,
            "oltre i gradini",
        ),
    ] {
        let told = told(&counts, answers);
        let sentence = sentence(&told, "answer_unused").unwrap_or_else(|| panic!("{answers}: {told:?}"));
        assert!(sentence.contains(words), "{sentence}");
    }
    assert_eq!(sentence(&told(&counts, "{}"), "answer_unused"), None);
}

/// The first 30 Comuni by code are of twelve Ambiti: one has at least half (Cernusco sul Naviglio, 5 of 9), eleven have fewer, counted
/// from `maps/territori.csv`.
#[test]
fn ambiti_that_lack_most_of_their_comuni_are_counted() {
    let mut codes: Vec<&str> =
        atlas().territories.comuni().iter().map(|comune| comune.code.as_str()).collect();
    codes.sort_unstable();
    let rows: String = codes[..30].iter().map(|code| format!("{code};31/12/2023;12\n")).collect();
    let told = told(&format!("Codice;Data;Utenti\n{rows}"), "{}");
    let sentence = sentence(&told, "ambiti_lack_comuni").unwrap_or_else(|| panic!("{told:?}"));
    assert!(sentence.contains("Cernusco sul Naviglio – mancano"), "{sentence}");
    assert!(sentence.contains("altri in cui manca più di metà dei Comuni: 11"), "{sentence}");
}
