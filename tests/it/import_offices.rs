//! Tables as offices save them: quotes left open, columns told by blanks, rows of uneven length, answers that count. The tables are
//! made for these tests; the expected numbers are added by hand.

use std::fmt::Write;

use atlante::base::Level;
use atlante::i18n::Lang;
use atlante::io::import::{Answers, Checked, CheckedContent, CheckedTable, Importer, Status};
use atlante::io::recipe::{Combine, Measure};

use crate::common::atlas;

const CORSICO: [&str; 6] =
    ["Assago", "Buccinasco", "Cesano Boscone", "Corsico", "Cusago", "Trezzano sul Naviglio"];

fn checked_with(file: &str, text: &str, answers: &Answers) -> Checked {
    let importer = Importer::new(&atlas().territories);
    importer.check_bytes_with(file, text.into(), answers).unwrap_or_else(|e| panic!("{text}: {e}")).remove(0)
}

fn checked(file: &str, text: &str) -> Checked {
    checked_with(file, text, &Answers::default())
}

fn table(checked: &Checked) -> &CheckedTable {
    let CheckedContent::Table(table) = &checked.content else { panic!("boundaries") };
    table
}

fn sentence(checked: &Checked, code: &str) -> Option<String> {
    checked.findings.iter().find(|f| f.code() == code).map(|finding| finding.sentence(Lang::It))
}

fn sum(checked: &Checked, id: &str) -> f64 {
    let variable = table(checked).variables.iter().find(|variable| variable.id == id);
    variable.unwrap_or_else(|| panic!("{id} of {:?}", table(checked).variables)).sum
}

#[test]
fn rows_that_an_open_quote_would_swallow_are_read_and_told() {
    let mut text = "Comune;Nota;Utenti al 31/12/2023\n".to_owned();
    for (i, name) in CORSICO.iter().enumerate() {
        let note = if i == 1 { "\"chiuso" } else { "\"\"" };
        writeln!(text, "{name};{note};{}", 10 + i).expect("a string");
    }
    let found = checked("a.csv", &text);
    assert_eq!((sum(&found, "utenti"), table(&found).rows.taken), (75.0, 6));
    let quotes = found.findings.iter().find(|f| f.code() == "unclosed_quotes").expect("it is told");
    assert_eq!(quotes.lines, [3]);
}

#[test]
fn uneven_rows_with_decimal_commas_are_parted_at_their_separator() {
    for separator in [";", "\t", "|"] {
        let mut text = "Comune;Utenti;Spesa;Note\n".to_owned();
        for (i, name) in CORSICO.iter().enumerate() {
            let rest = ["", ";ok", ";;", ";a;b"][i % 4];
            writeln!(text, "{name};{};{},5{rest}", 10 + i, 200 + i).expect("a string");
        }
        let found = checked("a.csv", &text.replace(';', separator));
        assert_eq!((sum(&found, "utenti"), sum(&found, "spesa")), (75.0, 1218.0), "{separator}");
    }
}

#[test]
fn columns_of_fixed_width_are_read_and_told() {
    let mut text = "Utenti dei servizi per Comune, dati al 31/12/2023\n\n".to_owned();
    writeln!(text, "{:<24}{:>10}{:>12}", "Comune", "Utenti", "Spesa").expect("a string");
    writeln!(text, "{}", "-".repeat(46)).expect("a string");
    for (i, name) in CORSICO.iter().enumerate() {
        let spending = if i == 2 { String::new() } else { format!("1.{},50", 200 + i) };
        writeln!(text, "{name:<24}{:>10}{spending:>12}", 10 + i).expect("a string");
    }
    let found = checked("a.txt", &text);
    assert_eq!((sum(&found, "utenti"), table(&found).rows.taken), (75.0, 6));
    // 1.200,50 to 1.205,50 without 1.202,50.
    assert_eq!(sum(&found, "spesa"), 6015.5);
    let told = sentence(&found, "fixed_width").expect("it is told");
    assert!(told.contains("(3)"), "{told}");
}

/// A sum that is asked for is made, or it is said why not.
#[test]
fn a_sum_that_is_asked_for_counts_or_is_refused_with_the_reason() {
    let mut text = "Comune;Ente;ICV;Tasso di copertura\n".to_owned();
    for k in 0..12 {
        writeln!(text, "{};Ente {k};{k};{k}", CORSICO[k % 6]).expect("a string");
    }
    let asked = checked("a.csv", &text);
    assert!(sentence(&asked, "adding_supposed").is_some());
    let with = |column: &str, combine: Combine| {
        let combine = [(column.to_owned(), combine)].into();
        checked_with("a.csv", &text, &Answers { combine, ..Answers::default() })
    };
    let summed = with("icv", Combine::Sum);
    // 0 + 1 + … + 11.
    assert_eq!(sum(&summed, "icv"), 66.0);
    assert!(sentence(&summed, "adding_supposed").is_none() && sentence(&summed, "answer_unused").is_none());
    let variable = table(&summed).variables.iter().find(|v| v.id == "icv").expect("it is there");
    assert_eq!(variable.measure, Measure::Count);
    let averaged = with("ICV", Combine::Mean(String::new()));
    assert!(sentence(&averaged, "measure_supposed").is_none());
    // The means of 0 and 6, 1 and 7, … 5 and 11.
    assert_eq!(sum(&averaged, "icv"), 33.0);
    let refused = with("Tasso di copertura", Combine::Sum);
    let why = sentence(&refused, "answer_unused").expect("it is told");
    assert!(why.contains("Tasso di copertura") && why.contains("tasso"), "{why}");
    assert!(table(&refused).variables.iter().all(|v| v.column != "Tasso di copertura"));
    let words = with("Ente", Combine::Sum);
    assert!(sentence(&words, "answer_unused").is_some_and(|why| why.contains("numeri")));
    // What the table has not is no answer at all.
    let importer = Importer::new(&atlas().territories);
    for (column, combine) in [("Posti", Combine::Sum), ("ICV", Combine::Mean("Pesi".into()))] {
        let combine = [(column.to_owned(), combine)].into();
        let answers = Answers { combine, ..Answers::default() };
        let error = importer.check_bytes_with("a.csv", text.clone().into(), &answers);
        assert_eq!(error.map(|_| ()).map_err(|e| e.code()), Err("no_column"), "{column}");
    }
}

#[test]
fn totals_of_each_comune_in_a_list_are_compared() {
    let list = |wrong: usize| {
        let mut text = "Comune;Struttura;Posti\n".to_owned();
        for (i, name) in CORSICO.iter().enumerate() {
            writeln!(text, "{name};RSA Rosa {i};{}\n{name};RSA Viola {i};{}", 10 + i, 20 + i)
                .expect("a string");
            let total = 30 + 2 * i + if i == wrong { 5 } else { 0 };
            match i % 2 {
                0 => writeln!(text, "Totale {name};;{total}"),
                _ => writeln!(text, "{name};Totale;{total}"),
            }
            .expect("a string");
        }
        checked("a.csv", &text)
    };
    let right = list(usize::MAX);
    // 6 × 30 + 2 × 15.
    assert_eq!((sum(&right, "posti"), sum(&right, "conteggio")), (210.0, 12.0));
    assert!(sentence(&right, "totals_differ").is_none());
    let agree = right.findings.iter().find(|f| f.code() == "totals_agree").expect("they are compared");
    assert_eq!(agree.count, 6);
    for wrong in [2, 3] {
        let found = list(wrong);
        let differ = found.findings.iter().find(|f| f.code() == "totals_differ").expect("it is told");
        assert_eq!(
            (differ.count, differ.pairs.clone()),
            (1, vec![(35.0 + 2.0 * wrong as f64, 30.0 + 2.0 * wrong as f64)])
        );
    }
}

/// Values of different dates are not added: the sum is that of the latest, which is said.
#[test]
fn a_sum_is_of_one_date() {
    let mut text = "Comune;Anno;Utenti\n".to_owned();
    for (i, name) in CORSICO.iter().enumerate() {
        writeln!(text, "{name};2022;{}\n{name};2023;{}", 10 + i, 20 + i).expect("a string");
    }
    let found = checked("a.csv", &text);
    let variable = &table(&found).variables[0];
    assert_eq!((variable.present, variable.sum), (12, 135.0));
    assert_eq!(variable.summed_at.map(|at| at.year()), Some(2023));
}

/// What a rate is out of is proposed where its name says so, and only there.
#[test]
fn only_a_population_that_fits_the_words_is_proposed() {
    let of = |header: &str| {
        let rows = CORSICO.iter().enumerate();
        let text =
            rows.fold(format!("Comune;{header}\n"), |text, (i, name)| format!("{text}{name};1{i},5\n"));
        sentence(&checked("a.csv", &text), "rate_without_parts").unwrap_or_else(|| panic!("{header}"))
    };
    for (header, proposed) in [
        ("% minori in carico", "0-17 anni"),
        ("Tasso di copertura SAD", "65 anni"),
        ("Quota minori", ""),
        ("Incidenza stranieri", ""),
        ("Tasso di occupazione", ""),
    ] {
        let told = of(header);
        assert_eq!(told.contains("proposta:"), !proposed.is_empty(), "{header}: {told}");
        assert!(told.contains(proposed), "{header}: {told}");
    }
}

/// A table of the six Comuni of Corsico with the cells of one more column.
fn of_column(header: &str, cell: impl Fn(usize) -> String) -> Checked {
    let rows = CORSICO.iter().enumerate();
    let text =
        rows.fold(format!("Comune;{header}\n"), |text, (i, name)| format!("{text}{name};{}\n", cell(i)));
    checked("a.csv", &text)
}

/// Words that begin like those of territories head no column of them, and numbers beside such words are quantities.
#[test]
fn numbers_under_words_of_territories_are_quantities() {
    for header in [
        "Minori in comunità",
        "Cittadini stranieri",
        "Beneficiari reddito di cittadinanza",
        "Nidi comunali",
        "Contributo regionale",
        "Strade provinciali (km)",
        "Visite ASL",
        "Spesa di ambito",
        "Coordinatori",
        "Telefonate ricevute",
    ] {
        let found = of_column(header, |i| (10 + i).to_string());
        let columns: Vec<(&str, f64)> =
            table(&found).variables.iter().map(|v| (v.column.as_str(), v.sum)).collect();
        assert_eq!(columns, [(header, 75.0)]);
    }
    for header in ["Provincia", "Codice provincia", "Regione", "Cod. regione", "Distretto", "Codice ambito"] {
        let found = of_column(&format!("{header};Utenti"), |i| format!("{};{}", i % 3 + 1, 10 + i));
        let columns: Vec<&str> = table(&found).variables.iter().map(|v| v.column.as_str()).collect();
        assert_eq!(columns, ["Utenti"], "{header}");
    }
    let none = of_column("Presenza del servizio", |i| if i % 2 == 0 { "X".into() } else { String::new() });
    assert_eq!(none.status(), Status::Warnings, "nothing comes in, and that is said");
}

#[test]
fn marks_beside_numbers_are_taken_off_and_asked_about() {
    for (cell, is_asked) in [("{}¹", true), ("ca. {}", true), ("circa {}", true), ("=\"{}\"", false)] {
        let found = of_column("Utenti", |i| cell.replace("{}", &(10 + i).to_string()));
        assert_eq!(sum(&found, "utenti"), 75.0, "{cell}");
        assert_eq!(sentence(&found, "marked_numbers").is_some(), is_asked, "{cell}");
    }
    let codes =
        checked("a.csv", "Codice ISTAT;Utenti\n=\"015011\";1\n=\"015036\";2\n\"=\"\"015074\"\"\";3\n");
    assert_eq!((table(&codes).territories, sum(&codes, "utenti")), (3, 6.0));
}

#[test]
fn a_mean_below_a_table_makes_no_rate_of_its_counts() {
    let mut text = "Comune;Utenti\n".to_owned();
    for (i, name) in atlas().territories.units(Level::Comuni).iter().take(12).enumerate() {
        writeln!(text, "{};{}", name.name, 10 + i).expect("a string");
    }
    let found = checked("a.csv", &(text + "Media;15,5\n"));
    // 10 + 11 + … + 21.
    assert_eq!((table(&found).variables[0].measure, sum(&found, "utenti")), (Measure::Persons, 186.0));
}

/// When a report was made is not when its values are of.
#[test]
fn the_day_a_report_was_made_is_proposed_for_nothing() {
    let mut text = "Report generato il 05/02/2024\nAnno 2023\nComune;Utenti\n".to_owned();
    for (i, name) in CORSICO.iter().enumerate() {
        writeln!(text, "{name};{}", 10 + i).expect("a string");
    }
    let years: Vec<i16> = table(&checked("a.csv", &text)).dates.iter().map(|date| date.year()).collect();
    assert_eq!(years, [2023]);
}

#[test]
fn percentages_of_one_at_most_are_told() {
    let of = |header: &str| of_column(header, |i| format!("0,{}", 10 + i));
    assert!(sentence(&of("Quota %"), "shares_of_one").is_some());
    for header in ["Incidenza", "Utenti per abitante"] {
        assert!(sentence(&of(header), "shares_of_one").is_none(), "{header}");
    }
}

#[test]
fn true_and_false_are_categories_and_a_numbered_band_is_a_step() {
    let found = of_column("Ha il nido", |i| if i % 2 == 0 { "VERO".into() } else { "FALSO".into() });
    assert_eq!(table(&found).variables[0].measure, Measure::Category);
    let found = of_column("Fascia ISEE", |i| (i % 3).to_string());
    assert_eq!(table(&found).variables[0].measure, Measure::Ordinal);
}

/// Whether whole numbers under classes of ages add up is asked once, whatever the file is called.
#[test]
fn the_name_of_a_file_makes_no_rate_of_classes_of_ages() {
    let rows = CORSICO.iter().enumerate();
    let text = rows.fold("Comune;0-2;3-5;6-10\n".to_owned(), |text, (i, name)| {
        format!("{text}{name};{};{};{}\n", 10 + i, 20 + i, 30 + i)
    });
    for file in ["classi_eta.csv", "fasce di età.csv", "per età.csv"] {
        let asked = checked(file, &text).findings.iter().filter(|f| f.code() == "measure_supposed").count();
        assert_eq!(asked, 1, "{file}");
    }
    assert_eq!(table(&checked("minori per classi di eta.csv", &text)).variables[0].measure, Measure::Persons);
}
