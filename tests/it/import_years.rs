//! Years that do not say their day, headers that say nothing, dates of two readings: asked once, answered in a recipe. Expected
//! numbers are by hand.

use atlante::io::import::{Answers, CheckedContent, Importer, Status};
use atlante::io::recipe;

use crate::cli::Cli;
use crate::common::{Folder, atlas};
use crate::import_lists::{codes, read};

fn dates(file: &str, text: &str, answers: &str) -> (Vec<String>, bool) {
    let (checked, table) = read(file, text, answers);
    let is_of_years = |code: &str| ["years_dated", "date_supposed"].contains(&code);
    let asks = checked.findings.iter().any(|f| is_of_years(f.code()) && f.severity.id() == "choice");
    (table.dates.iter().map(ToString::to_string).collect(), asks)
}

#[test]
fn a_bare_year_is_asked_wherever_it_stands() {
    for text in [
        "Comune;Anno;Segnalazioni\nCorsico;2022;12\nRho;2022;5\n",
        "Comune;Segnalazioni 2022;Segnalazioni 2023\nCorsico;12;13\nRho;5;6\n",
        "Comune;Segnalazioni 2022\nCorsico;12\nRho;5\n",
        "Ambito;Anno;Segnalazioni\nCorsico;2022;12\nRho;2022;5\n",
    ] {
        let (first, asks) = dates("a.csv", text, "{}");
        assert!(asks && first[0] == "2022-01-01", "{text} {first:?}");
        for (day, date) in [("start", "2022-01-01"), ("end", "2022-12-31"), ("year", "2022-12-31")] {
            let (told, asks) = dates("a.csv", text, &format!(r#"{{"day": "{day}"}}"#));
            assert!(!asks && told[0] == date, "{text} {told:?}");
        }
    }
    // A year that is typed is no day either.
    let text = "Comune;Segnalazioni\nCorsico;12\nRho;5\n";
    assert_eq!(dates("a.csv", text, r#"{"date": "2022"}"#), (vec!["2022-01-01".into()], true));
    assert_eq!(
        dates("a.csv", text, r#"{"date": "2022", "day": "year"}"#),
        (vec!["2022-12-31".into()], false)
    );
    assert_eq!(dates("a.csv", text, r#"{"date": "2022-06-30"}"#), (vec!["2022-06-30".into()], false));
}

#[test]
fn it_is_not_asked_where_the_words_say_it() {
    for (text, date) in [
        ("Comune;Anno;Residenti al 1° gennaio\nCorsico;2022;12\nRho;2022;5\n", "2022-01-01"),
        ("Comune;Anno (al 1° gennaio);Utenti\nCorsico;2022;12\nRho;2022;5\n", "2022-01-01"),
        ("Comune;Anno;Posti al 31/12\nCorsico;2022;12\nRho;2022;5\n", "2022-12-31"),
        ("Comune;Anno;Accessi nel corso dell'anno\nCorsico;2022;12\nRho;2022;5\n", "2022-12-31"),
        ("Utenti al 31 dicembre;;\nComune;Anno;Utenti\nCorsico;2022;12\nRho;2022;5\n", "2022-12-31"),
        ("Comune;Data;Utenti\nCorsico;30/6/2022;12\nRho;30/6/2022;5\n", "2022-06-30"),
    ] {
        assert_eq!(dates("a.csv", text, "{}"), (vec![date.to_owned()], false), "{text}");
    }
    // Two things said are none.
    let text = "Comune;Anno;Utenti al 1° gennaio;Utenti al 31 dicembre\nCorsico;2022;12;3\nRho;2022;5;4\n";
    assert!(dates("a.csv", text, "{}").1);
}

#[test]
fn a_recipe_remembers_the_day() {
    let text = "Comune;Anno;Segnalazioni\nCorsico;2022;12\nRho;2022;5\n";
    let (_, table) = read("segnalazioni.csv", text, r#"{"day": "year"}"#);
    assert!(table.variables[0].uses.is_of_year);
    let written = recipe::write(&table.mapping).expect("a recipe");
    let mut importer = Importer::new(&atlas().territories);
    importer.add_recipe(recipe::read(&written).unwrap_or_else(|at| panic!("{at:?} {written}")));
    let next = text.replace("2022", "2023");
    let checked = importer.check_bytes("segnalazioni.csv", next.into()).expect("a table").remove(0);
    assert!(!codes(&checked).contains(&"years_dated"), "{:?}", codes(&checked));
    let CheckedContent::Table(table) = checked.content else { panic!("boundaries") };
    assert_eq!(
        (table.dates[0].to_string().as_str(), table.variables[0].uses.is_of_year),
        ("2023-12-31", true)
    );
}

#[test]
fn the_command_line_asks_for_the_day() {
    let folder = Folder::new().with("a.csv", "Comune;Anno;Segnalazioni\nCorsico;2022;12\nRho;2022;5\n");
    let (file, project) = (folder.file("a.csv"), folder.file("p.atlante"));
    let text = Cli::new(&["check", &file]).ok();
    assert!(text.starts_with("a.csv: può entrare; resta da dire il giorno dell'anno\n"), "{text}");
    let line = Cli::new(&["import", &file, "--into", &project]).refusal();
    assert!(line.contains("--day"), "{line}");
    Cli::new(&["import", &file, "--into", &project, "--day", "year"]).ok();
    let values = Cli::new(&["values", "--indicator", "segnalazioni", "--project", &project]).ok();
    assert!(values.contains("2022-12-31"), "{values}");
}

#[test]
fn a_single_column_without_a_name_needs_no_question() {
    let importer = Importer::new(&atlas().territories);
    let check = |file: &str, text: &str| {
        importer.check_bytes_with(file, text.into(), &Answers::default()).expect("a table").remove(0)
    };
    // Nothing says what it is: it is not added, and that is a note.
    let text = "codice;comune;valore\n015146;Milano;1\n098031;Lodi;2\n";
    let checked = check("dati.csv", text);
    assert_eq!(checked.status(), Status::Ok);
    assert!(codes(&checked).contains(&"measure_supposed"));
    let CheckedContent::Table(table) = &checked.content else { panic!("boundaries") };
    assert!(!table.variables[0].measure.adds_up());
    // A cell too many in one row is no column.
    let ragged = "codice;comune;valore\n015146;Milano\n098031;Lodi;2;99;88\n015209;Sesto;3\n";
    let checked = check("dati.csv", ragged);
    assert_eq!((checked.status(), codes(&checked).contains(&"ragged_rows")), (Status::Warnings, true));
    // Of two columns it is asked.
    let two = "codice;valore;valore 2\n015146;1;5\n098031;2;7\n";
    assert_eq!(check("dati.csv", two).status(), Status::NeedsChoice);
}

#[test]
fn the_order_of_day_and_month_is_asked() {
    let table = |header: &str, dates: [&str; 2]| {
        format!("Comune;{header};Utenti\nCorsico;{};12\nRho;{};5\n", dates[0], dates[1])
    };
    let told = |text: &str, answers: &str| {
        let (checked, table) = read("a.csv", text, answers);
        let asks = checked.findings.iter().any(|f| f.code() == "month_first" && f.severity.id() == "choice");
        (table.dates.iter().map(ToString::to_string).collect::<Vec<_>>(), asks)
    };
    // 6/30 is a day only with the month first, and then 1/2 is the second of January.
    let american = table("Data", ["6/30/2023", "1/2/2023"]);
    assert_eq!(told(&american, "{}"), (vec!["2023-01-02".into(), "2023-06-30".into()], true));
    assert!(!told(&american, r#"{"month_first": true}"#).1);
    // An English header leaves both readings; an Italian one does not.
    let english = table("Date", ["1/2/2023", "3/2/2023"]);
    assert_eq!(told(&english, "{}"), (vec!["2023-02-01".into(), "2023-02-03".into()], true));
    let answered = told(&english, r#"{"month_first": true}"#);
    assert_eq!(answered, (vec!["2023-01-02".into(), "2023-03-02".into()], false));
    assert!(!told(&table("Data", ["1/2/2023", "3/2/2023"]), "{}").1);
    assert!(!told(&table("Date", ["31/1/2023", "3/2/2023"]), "{}").1);
}

#[test]
fn comuni_across_the_header_are_turned() {
    let text = "Anno;Corsico;Assago;Rho\n2022;12;3;40\n2023;13;4;41\n";
    let (checked, table) = read("utenti.csv", text, r#"{"day": "start"}"#);
    assert!(codes(&checked).contains(&"turned"), "{:?}", codes(&checked));
    assert_eq!((table.territories, table.variables.len()), (3, 1));
    assert_eq!(table.dates.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2022-01-01", "2023-01-01"]);
    assert_eq!(table.variables[0].sum, 58.0);
    let text = "Servizio;Corsico;Assago;Rho;Totale\nUtenti SAD;12;3;40;55\nOre;120;30;400;550\n";
    let (_, table) = read("servizi.csv", text, r#"{"date": "2023-01-01"}"#);
    let sums: Vec<(&str, f64)> = table.variables.iter().map(|v| (v.name.as_str(), v.sum)).collect();
    assert_eq!(sums, [("Utenti SAD", 55.0), ("Ore", 550.0)]);
    // A table by row that names Comuni in two columns is none.
    let text = "Comune;Sede;Utenti\nCorsico;Rho;3\nAssago;Rho;4\nRho;Milano;5\n";
    assert!(!codes(&read("a.csv", text, "{}").0).contains(&"turned"));
}

#[test]
fn a_total_that_is_wrong_is_told_with_its_sum_in_the_report() {
    let text = "Comune;Data;Utenti\nCorsico;1/1/2023;12\nRho;1/1/2023;5\nTotale;1/1/2023;99\n";
    let folder = Folder::new().with("a.csv", text);
    let report = folder.file("r.csv");
    let said = Cli::new(&["check", &folder.file("a.csv"), "--report", &report]).ok();
    assert!(said.contains("il primo è 99 nel file, e la somma è 17"), "{said}");
    assert!(std::fs::read_to_string(&report).expect("the report").contains("99 nel file, somma 17"));
}

#[test]
fn counts_of_few_persons_and_too_great_rates_are_remembered() {
    let text = "Comune;Data;Utenti\nCorsico;1/1/2023;12\nAssago;1/1/2023;2\nRho;1/1/2023;90000\n";
    let folder = Folder::new().with("utenti.csv", text);
    let (file, project) = (folder.file("utenti.csv"), folder.file("p.atlante"));
    let said =
        Cli::new(&["import", &file, "--into", &project, "--per", "utenti=residenti:100", "--accept", "all"])
            .ok();
    assert!(said.contains("più della popolazione"), "{said}");
    let map = ["figure", "map", "--indicator", "utenti", "--symbols", "--json", "-o"];
    let drawn = Cli::new(&map).with(&[&folder.file("mappa.svg"), "--project", &project]).json();
    let found = drawn["findings"].to_string();
    assert!(found.contains("sotto 3: 1") && found.contains("no_source"), "{found}");
}

#[test]
fn a_figure_of_a_rate_made_for_it_is_drawn_again() {
    let folder = Folder::new();
    let (first, again) = (folder.file("a.svg"), folder.file("b.svg"));
    for per in ["residenti", "residenti:10000"] {
        Cli::new(&["figure", "map", "--indicator", "femmine", "--per", per, "-o", &first]).ok();
        Cli::new(&["figure", "--spec", &first, "-o", &again]).ok();
        let [one, other] = [&first, &again].map(|file| std::fs::read(file).expect("the figure"));
        assert!(one == other, "{per}");
    }
}

#[test]
fn a_row_with_another_separator_is_no_note() {
    let text =
        "Comune;Data;Utenti\nCorsico;1/1/2023;12\nArese,1/1/2023,13\nRho;1/1/2023;5\nLodi;1/1/2023;7\n";
    let (checked, table) = read("a.csv", text, "{}");
    assert_eq!((table.rows.taken, table.rows.unmatched, table.rows.footnotes), (3, 1, 0));
    assert_eq!(checked.status(), Status::Warnings);
    assert!(codes(&checked).contains(&"rows_unmatched"));
}
