//! What used to come in without a word, or to be left out without one: equal rows, lists without numbers, totals of groups,
//! decimals in the next column, periods of two columns. Right answers by hand or, where stated, from pandas.

use atlante::i18n::Lang;
use atlante::io::import::{Checked, CheckedTable, Status};

use crate::cli::Cli;
use crate::common::{Folder, atlas};
use crate::import_lists::{codes, read, sum, value};

fn text_of(checked: &Checked, code: &str) -> String {
    let finding = checked.findings.iter().find(|finding| finding.code() == code);
    finding.unwrap_or_else(|| panic!("no {code} among {:?}", codes(checked))).text(Lang::It)
}

fn plain(text: &str) -> (Checked, CheckedTable) {
    read("a.csv", text, "{}")
}

fn dates(table: &CheckedTable) -> Vec<String> {
    table.dates.iter().map(ToString::to_string).collect()
}

#[test]
fn equal_rows_are_a_question_with_both_outcomes() {
    let text = "Comune,Importo,Anno\nMilano,10.5,2022\nMilano,10.5,2022\nRho,3,2022\n";
    let (checked, _) = plain(text);
    assert_eq!(checked.status(), Status::NeedsChoice);
    let told = text_of(&checked, "duplicate_rows");
    assert!(
        told.contains("Milano, «Importo»: la prima riga dice 10,5, la somma delle sue 2 righe è 21"),
        "{told}"
    );
    let (_, added) = read("a.csv", text, r#"{"rows": "added"}"#);
    assert_eq!((sum(&added, "importo"), sum(&added, "conteggio")), (24.0, 3.0));
    let (checked, first) = read("a.csv", text, r#"{"rows": "single"}"#);
    assert_eq!((sum(&first, "importo"), checked.status() == Status::NeedsChoice), (13.5, false));
    // Copies under a code that is there once are copies.
    let (checked, _) =
        plain("codice;comune;utenti;anno\n015146;Milano;1;2022\n015146;Milano;1;2022\n098031;Lodi;4;2022\n");
    assert_eq!(checked.status(), Status::Warnings);
}

#[test]
fn of_two_values_none_is_taken_by_accepting_everything() {
    let text = "Comune;Importo;Anno\nMilano;10;2022\nMilano;10;2022\nMilano;12;2022\nRho;3;2022\n";
    let (checked, _) = read("a.csv", text, r#"{"accepted": ["all"]}"#);
    assert_eq!(checked.status(), Status::NeedsChoice);
    let told = text_of(&checked, "two_values");
    assert!(
        told.contains("(Milano, «Importo»: la prima riga dice 10, la somma delle sue 3 righe è 32)"),
        "{told}"
    );
    let (_, added) = read("a.csv", text, r#"{"rows": "added"}"#);
    assert_eq!(sum(&added, "importo"), 35.0);
}

#[test]
fn a_missing_date_is_told_by_check_and_never_accepted_unseen() {
    let folder = Folder::new().with("a.csv", "Comune;Utenti\nCorsico;12\nAssago;5\n");
    let file = folder.file("a.csv");
    let text = Cli::new(&["check", &file]).ok();
    assert!(text.starts_with("a.csv: può entrare; manca la data\n"), "{text}");
    let json = Cli::new(&["check", &file, "--json"]).json();
    assert_eq!((&json["status"], &json["files"][0]["asks"]), (&"ok".into(), &serde_json::json!(["no_date"])));
    let project = folder.file("p.atlante");
    let line = Cli::new(&["import", &file, "--into", &project, "--accept", "all"]).refusal();
    assert!(line.contains("Manca la data"), "{line}");
    Cli::new(&["import", &file, "--into", &project, "--date", "2023", "--day", "start"]).ok();
}

#[test]
fn a_list_without_numbers_is_counted() {
    let text = "Farmacia;Indirizzo;CAP;Comune;Partita IVA\nRossi;Via Roma 1;20094;Corsico;01234567890\n\
        Verdi;Via Po 2;20090;Assago;01234567891\nBianchi;Via Adda 3;20094;Corsico;01234567892\n";
    let (checked, table) = plain(text);
    assert!(text_of(&checked, "list_of_things").contains("per esempio Corsico: 2"), "{:?}", checked.findings);
    let ids: Vec<&str> = table.variables.iter().map(|variable| variable.id.as_str()).collect();
    assert_eq!((ids, value(&table, "015093", "conteggio")), (vec!["conteggio"], Ok(2.0)));
    // A table of codes is for comparing, and has nothing to count.
    let (checked, _) = plain("Codice;Comune\n015146;Milano\n098031;Lodi\n");
    assert!(codes(&checked).contains(&"no_values"), "{:?}", codes(&checked));
}

#[test]
fn totals_of_groups_among_the_comuni_are_compared() {
    let (checked, table) = plain(
        "Provincia;Comune;Utenti;Anno\nMI;Corsico;10;2023\nMI;Rho;20;2023\nMI;;31;2023\nLO;Lodi;5;2023\nLO;;5;2023\n",
    );
    assert_eq!((table.rows.taken, table.rows.larger, table.rows.unmatched), (3, 2, 0));
    assert!(text_of(&checked, "rows_of_groups").contains("per esempio «MI»"));
    assert!(text_of(&checked, "totals_differ").contains("riga 4"), "31 is not 10 and 20");
    assert!(text_of(&checked, "totals_agree").contains(": 1"));
    // The Ambito of Corsico has six Comuni; the total is theirs.
    let rows = "Corsico;60\nAssago;10\nBuccinasco;30\nCesano Boscone;1\nCusago;2\nTrezzano sul Naviglio;3\n";
    let of = |total: u32| plain(&format!("Comune;Utenti 2023\nAmbito di Corsico;{total}\n{rows}")).0;
    assert!(codes(&of(106)).contains(&"totals_agree") && codes(&of(107)).contains(&"totals_differ"));
}

#[test]
fn short_and_official_names_are_read_or_proposed() {
    let (checked, table) = plain(
        "Comune;Utenti;Anno\nComune di Corsico;5;2023\nS.Giuliano M.se;7;2023\nCernusco S/N;8;2023\nAltro;3;2023\n",
    );
    assert_eq!((table.rows.taken, value(&table, "015093", "utenti")), (1, Ok(5.0)));
    let near: Vec<String> =
        checked.findings.iter().filter(|f| f.code() == "near_match").map(|f| f.text(Lang::It)).collect();
    assert!(near.iter().any(|text| text.contains("San Giuliano Milanese")), "{near:?}");
    assert!(near.iter().any(|text| text.contains("Cernusco sul Naviglio")), "{near:?}");
    let (checked, table) = plain(
        "Ambito territoriale;Anno;Utenti\nAmbito di Corsico;2023;100\nAmbito Rhodense;2023;50\nGarbagnate;2023;60\nMilano;2023;900\n",
    );
    assert_eq!(table.rows.taken, 1);
    for name in ["Rho", "Garbagnate Milanese", "Milano Città"] {
        let of = |finding: &&atlante::io::import::Finding| finding.code() == "near_match";
        assert!(checked.findings.iter().filter(of).any(|f| f.text(Lang::It).contains(name)), "{name}");
    }
}

#[test]
fn decimals_in_the_next_column_are_read_together_and_asked_about() {
    let names: Vec<&str> = atlas().territories.comuni().iter().take(30).map(|c| c.name.as_str()).collect();
    for head in ["Comune,Anno,Ore medie,", "Comune,Anno,Ore medie,Note"] {
        let rows: String = names.iter().enumerate().map(|(i, name)| format!("{name},2023,{i},5\n")).collect();
        let (checked, table) = plain(&format!("{head}\n{rows}"));
        assert!(text_of(&checked, "decimals_beside").contains("letti insieme, come 0,5"));
        // 0.5 + 1.5 + … + 29.5
        assert_eq!((table.variables.len(), sum(&table, "ore_medie")), (1, 450.0));
    }
    // A column of remarks in words stays one.
    let (checked, _) = plain("Comune,Anno,Utenti,Note\nRho,2023,5,\nLodi,2023,7,provvisorio\n");
    assert!(!codes(&checked).contains(&"decimals_beside"));
}

#[test]
fn periods_of_two_columns_and_numbered_ones_are_read() {
    let (checked, table) =
        plain("Comune;Dal;Al;Utenti\nCorsico;01/01/2023;30/06/2023;10\nRho;01/01/2023;30/06/2023;30\n");
    assert_eq!((dates(&table), sum(&table, "utenti")), (vec!["2023-06-30".to_owned()], 40.0));
    assert!(text_of(&checked, "periods").contains("«01/01/2023 – 30/06/2023» è il 30/6/2023"));
    let (_, table) = plain(
        "Comune;Trimestre;Utenti\nCorsico;I 2023;10\nCorsico;II 2023;12\nRho;I 2023;3\nRho;II 2023;4\n",
    );
    assert_eq!(
        (dates(&table), sum(&table, "utenti")),
        (vec!["2023-03-31".to_owned(), "2023-06-30".to_owned()], 16.0)
    );
    let (checked, table) = plain(
        "Utenti del servizio nell'anno scolastico 2022/2023\nFonte: Ufficio di Piano\n\nComune;Utenti\nCorsico;4\nRho;5\n",
    );
    assert!(codes(&checked).contains(&"date_supposed"));
    assert_eq!(dates(&table), ["2023-01-01"]);
}

#[test]
fn next_year_of_a_dated_header_continues_the_indicator() {
    let folder = Folder::new()
        .with("y23.csv", "Comune;Utenti 2023\nCorsico;10\nRho;11\n")
        .with("y24.csv", "Comune;Utenti 2024\nCorsico;20\nRho;21\n");
    let project = folder.file("p.atlante");
    let bring = |file: &str| {
        let args = ["import", &folder.file(file), "--into", &project, "--accept", "date_supposed", "--json"];
        Cli::new(&args).json()
    };
    assert_eq!(bring("y23.csv")["files"][0]["imported"]["indicators"], serde_json::json!(["utenti"]));
    let second = bring("y24.csv");
    assert_eq!(second["files"][0]["continues"], serde_json::json!(["utenti"]));
    assert_eq!(second["files"][0]["imported"]["indicators"], serde_json::json!([]));
    for (year, expected) in [("2023", 10.0), ("2024", 20.0)] {
        let query =
            ["values", "--indicator", "utenti", "--year", year, "--format", "json", "--project", &project];
        let rows = Cli::new(&[query.as_slice(), &["--level", "comuni"]].concat()).json();
        let row = rows.as_array().expect("rows").iter().find(|row| row["code"] == "015093").expect("Corsico");
        assert_eq!(row["value"].as_f64(), Some(expected), "{year}");
    }
}

#[test]
fn the_comuni_that_an_ambito_lacks_are_named_before_the_import() {
    let lacking = ["Assago", "Settala"];
    let rows: String = atlas()
        .territories
        .comuni()
        .iter()
        .filter(|comune| !lacking.contains(&comune.name.as_str()))
        .enumerate()
        .map(|(i, comune)| format!("{};2023;{}\n", comune.name, i + 10))
        .collect();
    let (checked, _) = plain(&format!("Comune;Anno;Utenti\n{rows}"));
    let told = text_of(&checked, "ambiti_lack_comuni");
    assert!(told.contains("Corsico – manca Assago (1 su 6)"), "{told}");
    assert!(told.contains("Melzo – manca Settala (1 su 8)"), "{told}");
}

#[test]
fn numbers_of_rows_and_closed_things_are_no_quantities() {
    let text = "N.;Denominazione;Tipologia;Comune;Posti autorizzati;Stato\n1;Uno;Micronido;Assago;20;chiusa\n\
        2;Due;Nido;Assago;30;attiva\n3;Tre;Nido;Corsico;40;attiva\n4;Quattro;CDI;Rho;10;sospesa\n";
    let (checked, table) = plain(text);
    let ids: Vec<&str> = table.variables.iter().map(|variable| variable.id.as_str()).collect();
    assert_eq!((ids, sum(&table, "posti_autorizzati")), (vec!["posti_autorizzati", "conteggio"], 100.0));
    let told = text_of(&checked, "closed_things");
    assert!(told.starts_with("«Stato»: righe che dicono «chiusa» o simili: 2."), "{told}");
    let (checked, table) = read("a.csv", text, r#"{"keep": {"Stato": ["attiva"]}, "date": "2023"}"#);
    assert_eq!(sum(&table, "posti_autorizzati"), 70.0);
    assert!(!codes(&checked).contains(&"closed_things"));
    // "n" over counts is a count.
    let (_, table) = plain("Comune;Anno;n\nMilano;2023;120\nRho;2023;30\nLodi;2023;31\n");
    assert_eq!(sum(&table, "n"), 181.0);
}

#[test]
fn a_column_of_years_says_its_day_and_it_can_be_the_last() {
    let text = "Comune;Anno;Utenti\nMilano;2022;120\nMilano;2023;130\nRho;2022;30\nRho;2023;31\n";
    let (checked, table) = plain(text);
    assert_eq!(dates(&table), ["2022-01-01", "2023-01-01"]);
    assert!(text_of(&checked, "years_dated").contains("«Anno» dice solo l'anno"));
    let (checked, table) = read("a.csv", text, r#"{"day": "end"}"#);
    assert_eq!(dates(&table), ["2022-12-31", "2023-12-31"]);
    assert!(!codes(&checked).contains(&"years_dated"));
    let (_, table) = plain("Comune;Anno;Accessi nel corso dell'anno\nMilano;2022;120\nRho;2022;30\n");
    assert_eq!(dates(&table), ["2022-12-31"]);
}

#[test]
fn a_total_that_is_wrong_says_both_numbers_and_a_mean_is_no_territory() {
    let (checked, table) =
        plain("Comune;Anno;Utenti\nCorsico;2023;10\nRho;2023;20\nTotale;2023;31\nMedia;2023;15\n");
    assert!(text_of(&checked, "totals_differ").contains("il primo è 31 nel file, e la somma è 30"));
    assert_eq!((table.rows.unmatched, table.rows.larger), (0, 2));
}

#[test]
fn one_answer_is_for_all_the_dates_of_a_column() {
    let text = "Comune;2021;2022;2023\nMilano;10;20;30\nRho;1;2;3\n";
    let (checked, _) = plain(text);
    assert_eq!(codes(&checked).iter().filter(|code| **code == "measure_supposed").count(), 1);
    let (checked, table) = read("a.csv", text, r#"{"columns": {"2021": "value:count"}}"#);
    assert!(!codes(&checked).contains(&"measure_supposed"), "{:?}", codes(&checked));
    assert_eq!((table.dates.len(), table.variables.len(), table.variables[0].sum), (3, 1, 33.0));
    assert!(table.variables[0].measure.adds_up());
}

#[test]
fn years_of_two_digits_are_years_and_unreadable_dates_are_told() {
    let (_, table) = plain("Comune;Anno;Utenti\nCorsico;22;20\nRho;22;50\nCorsico;23;21\nRho;23;51\n");
    assert_eq!((dates(&table).len(), sum(&table, "utenti")), (2, 72.0));
    let (checked, _) = plain("Comune;Data;Utenti\nCorsico;13/13/2023;20\nRho;14/14/2023;50\n");
    assert!(text_of(&checked, "dates_not_read").contains("«13/13/2023»"));
    let (checked, table) = plain("Comune;Anno;Utenti\nCorsico;2023;20\nRho;s.d.;50\nLodi;2203;5\n");
    assert_eq!((dates(&table), table.rows.undated), (vec!["2023-01-01".to_owned()], 2));
    assert!(codes(&checked).contains(&"bad_dates"));
}

#[test]
fn comuni_without_rows_in_a_complete_list_have_zero() {
    let text = "Farmacia;Comune;Posti\nA;Rho;3\nB;Corsico;4\nC;Corsico;5\n";
    let (checked, table) = read("a.csv", text, r#"{"rows": "added", "date": "2023"}"#);
    assert!(text_of(&checked, "comuni_without_rows").contains(": 191."));
    assert!(value(&table, "098031", "posti").is_err());
    let (_, table) = read("a.csv", text, r#"{"rows": "added", "date": "2023", "absent_zero": true}"#);
    assert_eq!((value(&table, "098031", "posti"), value(&table, "098031", "conteggio")), (Ok(0.0), Ok(0.0)));
    assert_eq!((value(&table, "015093", "posti"), table.mapping.absent_zero), (Ok(9.0), true));
    // A near name is proposed even where the Comune has rows of its own.
    let (checked, _) = plain("Farmacia;Comune;Posti\nA;Corsicco;3\nB;Corsico;4\nC;Corsico;5\n");
    assert!(codes(&checked).contains(&"near_match"), "{:?}", codes(&checked));
}

#[test]
fn what_opens_and_closes_is_a_thing_and_its_dates_split_nothing() {
    let text = "Comune;Data apertura;Data chiusura;Posti\nRho;01/01/2010;;10\nRho;01/01/2012;31/12/2020;20\nLodi;01/01/2015;;30\n";
    let (checked, table) = plain(text);
    assert!(codes(&checked).contains(&"list_of_things"), "{:?}", codes(&checked));
    assert_eq!((sum(&table, "posti"), sum(&table, "conteggio")), (60.0, 3.0));
}
