//! Lists of things and long tables in the layouts of offices, and what they become. Sums are by hand.

use atlante::base::{Code, Level};
use atlante::data::Absence;
use atlante::i18n::Lang;
use atlante::io::import::{Answers, Checked, CheckedContent, CheckedTable, Importer};

use crate::cli::Cli;
use crate::common::{Folder, atlas};

/// A file in memory, with answers in JSON.
pub fn read(file: &str, text: &str, answers: &str) -> (Checked, CheckedTable) {
    let answers: Answers = serde_json::from_str(answers).expect("answers");
    let importer = Importer::new(&atlas().territories);
    let checked = importer.check_bytes_with(file, text.as_bytes().to_vec(), &answers);
    let mut checked = checked.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(checked.len(), 1, "one table");
    let checked = checked.remove(0);
    let CheckedContent::Table(table) = &checked.content else { panic!("boundaries") };
    let table = (**table).clone();
    (checked, table)
}

pub fn codes(checked: &Checked) -> Vec<&'static str> {
    checked.findings.iter().map(|finding| finding.code()).collect()
}

pub fn sum(table: &CheckedTable, id: &str) -> f64 {
    let found = table.variables.iter().find(|variable| variable.id == id);
    let ids: Vec<&str> = table.variables.iter().map(|variable| variable.id.as_str()).collect();
    found.unwrap_or_else(|| panic!("no {id} among {ids:?}")).sum
}

/// The value of a Comune at the only date.
pub fn value(table: &CheckedTable, code: &str, id: &str) -> Result<f64, Absence> {
    let dataset = table.dataset.as_ref().expect("values");
    let (_, slice) = dataset.slices().next().expect("a date");
    let place = atlas().territories.position(Level::Comuni, &Code::from(code)).expect("a Comune");
    let column = slice.column(id).unwrap_or_else(|| panic!("{id}")).f64().expect("numbers");
    column.get(place).ok_or_else(|| slice.absence(id, place))
}

fn dates(table: &CheckedTable) -> Vec<String> {
    table.dates.iter().map(ToString::to_string).collect()
}

#[test]
fn a_plain_list_of_few_comuni_is_a_list() {
    // Two Comuni and two kinds in two thousand rows, as a list without names or addresses.
    let rows: String = (0..2_000)
        .map(|i| {
            let place = if i % 3 == 0 { "Lodi" } else { "Milano" };
            format!("{place};{};{}\n", if i % 40 < 38 { "RSA" } else { "CDD" }, i % 7)
        })
        .collect();
    let (checked, table) = read("posti.csv", &format!("Comune;Tipo;Posti\n{rows}"), "{}");
    let expected: i32 = (0..2_000).map(|i| i % 7).sum();
    assert!(codes(&checked).contains(&"list_of_things"), "{:?}", codes(&checked));
    assert_eq!((sum(&table, "posti"), sum(&table, "conteggio")), (f64::from(expected), 2_000.0));
    // Four rows are enough where one says what kind of thing each is.
    let (checked, table) =
        read("a.csv", "Comune;Tipo;Posti\nMilano;RSA;10\nMilano;RSA;5\nRho;CDD;2\nLodi;RSA;1\n", "{}");
    assert!(codes(&checked).contains(&"list_of_things"), "{:?}", codes(&checked));
    assert_eq!((sum(&table, "posti"), value(&table, "015146", "posti")), (18.0, Ok(15.0)));
    // A row copied whole is not a second thing.
    let (checked, _) =
        read("a.csv", "codice;comune;valore\n015146;Milano;1\n015146;Milano;1\n098031;Lodi;2\n", "{}");
    assert!(codes(&checked).contains(&"duplicate_rows"), "{:?}", codes(&checked));
}

#[test]
fn territories_with_two_values_are_counted_as_territories() {
    let (checked, _) = read(
        "a.csv",
        "Comune;anno;utenti\nMilano;2023;1\nMilano;2023;2\nLodi;2023;3\nRho;2023;4\nRho;2023;5\n",
        "{}",
    );
    let finding = checked.findings.iter().find(|finding| finding.code() == "two_values").expect("a question");
    let text = finding.text(Lang::It);
    assert!(text.starts_with("Territori con più valori diversi alla stessa data: 2 ("), "{text}");
    assert!(text.contains("la somma delle sue 2 righe è"), "{text}");
}

#[test]
fn one_row_twice_does_not_make_a_list_of_a_table_by_sex() {
    let all = ["Milano", "Rho", "Lodi", "Arese", "Corsico"];
    let rows = |place: &&str| {
        (0..60).map(|eta| format!("{place};M;{eta};1\n{place};F;{eta};2\n")).collect::<String>()
    };
    let text: String = all.iter().map(rows).collect();
    let (checked, table) = read("a.csv", &format!("Comune;Sesso;Età;Utenti\n{text}Milano;M;3;7\n"), "{}");
    assert!(codes(&checked).contains(&"parted_by") && codes(&checked).contains(&"two_values"));
    assert_eq!(sum(&table, "utenti_m_3"), 5.0, "the first stands");
}

#[test]
fn a_year_and_a_month_beside_it_are_one_period() {
    for (part, cells, expected) in [
        ("Mese", ["1", "2"], ["2023-01-31", "2023-02-28"]),
        ("Mese", ["gennaio", "febbraio"], ["2023-01-31", "2023-02-28"]),
        ("Trimestre", ["I", "IV"], ["2023-03-31", "2023-12-31"]),
        ("Semestre", ["1", "2"], ["2023-06-30", "2023-12-31"]),
    ] {
        let [one, two] = cells;
        let text = format!(
            "Comune;Anno;{part};Utenti\nMilano;2023;{one};10\nMilano;2023;{two};20\nLodi;2023;{one};3\nLodi;2023;{two};4\n"
        );
        let (checked, table) = read("a.csv", &text, "{}");
        assert_eq!(dates(&table), expected, "{part} {cells:?}");
        // Those of the later date: 20 + 4.
        assert_eq!(sum(&table, "utenti"), 24.0);
        assert!(codes(&checked).contains(&"periods") && !codes(&checked).contains(&"parted_by"));
        // The file of the year after needs no answer.
        let mut importer = Importer::new(&atlas().territories);
        importer.add_recipe(table.mapping);
        let again =
            importer.check_bytes("b.csv", text.replace("2023", "2024").into_bytes()).expect("a table");
        let CheckedContent::Table(again) = &again[0].content else { panic!("a table") };
        assert_eq!(again.dates.len(), 2, "{part}");
    }
}

const OPENED: &str = "Denominazione;Comune;Data apertura;Data chiusura;Posti\nA;Milano;01/09/2010;;20\nB;Milano;15/01/2015;30/06/2022;30\nC;Milano;01/02/2023;31/12/9999;5\nD;Lodi;2012;2023;8\nE;Lodi;-;01/03/2021;9\n";

#[test]
fn dates_of_opening_and_closing_tell_what_was_open_at_a_date() {
    let (checked, table) = read("a.csv", OPENED, "{}");
    assert!(codes(&checked).contains(&"open_at"), "{:?}", codes(&checked));
    assert_eq!((sum(&table, "posti"), table.life.len()), (72.0, 2), "all, until asked otherwise");
    for (at, milano, lodi) in [
        // A and B; D and E.
        ("2021-01-01", (2.0, 50.0), Some((2.0, 17.0))),
        // B is open on its last day; E has closed.
        ("2022-06-30", (2.0, 50.0), Some((1.0, 8.0))),
        ("2022-07-01", (1.0, 20.0), Some((1.0, 8.0))),
        // A and C; D until the end of 2023.
        ("2023-12-31", (2.0, 25.0), Some((1.0, 8.0))),
        ("2024-01-01", (2.0, 25.0), None),
    ] {
        let (checked, table) = read("a.csv", OPENED, &format!(r#"{{"at": "{at}"}}"#));
        let of = |code| (value(&table, code, "conteggio"), value(&table, code, "posti"));
        assert_eq!(of("015146"), (Ok(milano.0), Ok(milano.1)), "{at}");
        let missing = (Err(Absence::Missing), Err(Absence::Missing));
        assert_eq!(of("098031"), lodi.map_or(missing, |(count, posti)| (Ok(count), Ok(posti))), "{at}");
        assert_eq!(dates(&table), [at], "the date of the values");
        assert!(!codes(&checked).contains(&"open_at") && !codes(&checked).contains(&"no_date"));
        assert_eq!(table.rows.not_there > 0, codes(&checked).contains(&"rows_not_there"));
    }
    // The date of next year's file is that of the count.
    let (_, table) = read("a.csv", OPENED, r#"{"at": "2023-12-31"}"#);
    let mut importer = Importer::new(&atlas().territories);
    importer.add_recipe(table.mapping);
    let answers = serde_json::from_str(r#"{"date": "2022-07-01"}"#).expect("answers");
    let again = importer.check_bytes_with("b.csv", OPENED.into(), &answers).expect("a table");
    let CheckedContent::Table(again) = &again[0].content else { panic!("a table") };
    assert_eq!(sum(again, "posti"), 28.0);
}

#[test]
fn a_date_to_count_at_needs_columns_of_opening() {
    let answers = serde_json::from_str(r#"{"at": "2023-12-31"}"#).expect("answers");
    let importer = Importer::new(&atlas().territories);
    let refused = importer.check_bytes_with("a.csv", "Comune;n\nMilano;1\nLodi;2\n".into(), &answers);
    assert_eq!(refused.expect_err("no dates").code(), "no_openings");
}

/// A long table by sex and age with its totals over each and both.
const LONG: &str = "Comune;Anno;Sesso;Età;Utenti\nMilano;2023;M;0-17;1\nMilano;2023;M;18+;2\nMilano;2023;M;Totale;3\nMilano;2023;F;0-17;4\nMilano;2023;F;18+;5\nMilano;2023;F;Totale;9\nMilano;2023;Totale;0-17;5\nMilano;2023;Totale;18+;7\nMilano;2023;Totale;Totale;12\nLodi;2023;M;0-17;1\nLodi;2023;F;18+;1\nLodi;2023;Totale;Totale;2\n";

#[test]
fn totals_over_each_of_two_categories_are_checked_against_their_parts() {
    let (checked, table) = read("a.csv", LONG, "{}");
    assert_eq!((sum(&table, "utenti_m_0_17"), sum(&table, "utenti_f_18")), (2.0, 6.0));
    assert!(codes(&checked).contains(&"totals_agree") && !codes(&checked).contains(&"totals_differ"));
    assert_eq!(table.rows.totals, 6);
    // 3 males and 5 minors, one of each kind wrong.
    for (right, wrong) in [
        ("M;Totale;3", "M;Totale;4"),
        ("Totale;0-17;5", "Totale;0-17;6"),
        ("Totale;Totale;12", "Totale;Totale;11"),
    ] {
        let (checked, _) = read("a.csv", &LONG.replacen(right, wrong, 1), "{}");
        assert!(codes(&checked).contains(&"totals_differ"), "{wrong}");
    }
    // What is missing may be the rest of a total, but what is there may not exceed it.
    let missing = LONG.replacen("F;18+;5", "F;18+;n.d.", 1);
    assert!(!codes(&read("a.csv", &missing, "{}").0).contains(&"totals_differ"));
    let exceeded = missing.replacen("F;Totale;9", "F;Totale;3", 1);
    assert!(codes(&read("a.csv", &exceeded, "{}").0).contains(&"totals_differ"), "4 > 3");
}

#[test]
fn the_period_in_a_title_is_proposed_to_the_day() {
    let of = |title: &str| {
        let (checked, table) = read("a.csv", &format!("{title};\nComune;Utenti\nMilano;1\nLodi;2\n"), "{}");
        assert!(codes(&checked).contains(&"date_supposed"), "{title}");
        dates(&table)
    };
    assert_eq!(of("Utenti al 30 giugno 2023"), ["2023-06-30"]);
    assert_eq!(of("Utenti, I semestre 2023"), ["2023-06-30"]);
    assert_eq!(of("Utenti nel 2023"), ["2023-01-01"]);
}

#[test]
fn the_codes_of_census_sections_are_no_quantities() {
    let (checked, table) = read(
        "sezioni.csv",
        "PROCOM;SEZ2011;NSEZ;ACE;P1;P2\n15146;151460000001;1;1;10;4\n15146;151460000002;2;1;20;9\n15146;151460000003;3;2;5;2\n98031;980310000001;1;0;7;3\n98031;980310000002;2;0;8;5\n",
        "{}",
    );
    assert!(codes(&checked).contains(&"list_of_things"), "{:?}", codes(&checked));
    let ids: Vec<&str> = table.variables.iter().map(|variable| variable.id.as_str()).collect();
    assert_eq!(ids, ["p1", "p2", "conteggio"]);
    assert_eq!((value(&table, "015146", "p1"), sum(&table, "p2")), (Ok(35.0), 23.0));
}

#[test]
fn attributes_of_things_are_not_added_and_identifiers_are_no_variables() {
    let text = "Struttura;Comune;Posti;Retta giornaliera;Costo orario;Tempo di attesa;Età;Anno fondazione;N. piano;POD;N. iscrizione;Alunni per classe;Anno\n\
                A;Corsico;20;80;22;30;83;1978;2;5;1001;20;2023\n\
                B;Corsico;30;90;23;60;73;1990;1;6;1007;25;2023\n\
                C;Rho;15;70;21;10;63;2001;3;7;1009;25;2023\n";
    let (checked, table) = read("a.csv", text, "{}");
    let ids: Vec<&str> = table.variables.iter().map(|variable| variable.id.as_str()).collect();
    assert_eq!(ids, ["posti", "conteggio"], "{:?}", codes(&checked));
    assert_eq!(value(&table, "015093", "posti"), Ok(50.0));
    assert_eq!(codes(&checked).iter().filter(|code| **code == "not_added_up").count(), 6);
    // What no word tells is asked about, and added only then.
    let text = "Struttura;Comune;Voce;Anno\nA;Corsico;20;2023\nB;Corsico;30;2023\nC;Rho;15;2023\n";
    let (checked, table) = read("a.csv", text, "{}");
    assert!(codes(&checked).contains(&"adding_supposed"), "{:?}", codes(&checked));
    assert_eq!(table.variables.len(), 1);
    let count = r#"{"columns": {"Voce": {"value": {"measure": "count"}}}}"#;
    assert_eq!(value(&read("a.csv", text, count).1, "015093", "voce"), Ok(50.0));
    let ratio = r#"{"columns": {"Voce": {"value": {"measure": "ratio"}}}}"#;
    let (checked, table) = read("a.csv", text, ratio);
    assert!(codes(&checked).contains(&"not_added_up") && table.variables.len() == 1);
}

#[test]
fn columns_of_mostly_withheld_numbers_are_values() {
    let rows: String = ["Milano", "Lodi", "Rho", "Arese", "Assago", "Corsico"]
        .iter()
        .map(|place| format!("{place};2023;10;<5;3-5\n"))
        .collect();
    let text = format!("Comune;Anno;Utenti SAD;Utenti ADI;Utenti SFA\n{rows}Melzo;2023;11;3-5;<5\n");
    let (_, table) = read("a.csv", &text, "{}");
    for id in ["utenti_sad", "utenti_adi", "utenti_sfa"] {
        assert!(table.variables.iter().any(|variable| variable.id == id), "{id}");
    }
    assert_eq!(value(&table, "015146", "utenti_adi"), Err(Absence::Suppressed));
    // Words that are no numbers leave a column out, and this is told.
    let text = "Comune;Anno;Utenti SAD;Utenti ADI\nMilano;2023;10;zero\nLodi;2023;5;18\nRho;2023;7;pochi\n";
    assert!(codes(&read("a.csv", text, "{}").0).contains(&"column_not_read"));
}

#[test]
fn totals_among_the_rows_are_not_added() {
    let text = "Comune;Frazione;Anno;Abitanti\nCorsico;Centro;2023;100\nCorsico;Travaglia;2023;200\nRho;Mazzo;2023;50\nRho;Lucernate;2023;250\nRho;Totale;2023;300\n";
    let (checked, table) = read("a.csv", text, "{}");
    assert!(codes(&checked).contains(&"total_rows"), "{:?}", codes(&checked));
    assert_eq!(value(&table, "015182", "abitanti"), Ok(300.0), "50 + 250");
    let text = "Comune;Anno;Cittadinanza;Utenti\nCorsico;2023;Italiani;10\nCorsico;2023;Stranieri;20\nCorsico;2023;;30\nRho;2023;Italiani;5\nRho;2023;Stranieri;6\nRho;2023;;11\n";
    let (checked, table) = read("a.csv", text, "{}");
    assert_eq!(table.variables.len(), 2, "{:?}", codes(&checked));
    assert!(codes(&checked).contains(&"totals_agree"));
}

#[test]
fn a_given_date_in_place_of_those_in_the_file_is_told() {
    let text = "Comune;Anno;Utenti\nMilano;2023;1\nLodi;2021;2\n";
    let (checked, _) = read("a.csv", text, r#"{"date": "2022"}"#);
    assert!(codes(&checked).contains(&"dates_replaced"), "{:?}", codes(&checked));
}

#[test]
fn names_that_are_of_ambiti_too_are_asked_about() {
    for (header, ambito) in [("Territorio", "Territorio"), ("Ente capofila", "Ente capofila")] {
        let text = format!("{header};Anno;Utenti\nCorsico;2023;1\nRho;2023;2\nLodi;2023;4\n");
        let (checked, _) = read("a.csv", &text, "{}");
        assert!(codes(&checked).contains(&"comuni_or_ambiti"), "{header}: {:?}", codes(&checked));
        let answers = format!(r#"{{"columns": {{"{ambito}": "ambito"}}}}"#);
        let (checked, table) = read("a.csv", &text, &answers);
        assert!(table.level == Level::Ambiti && !codes(&checked).contains(&"comuni_or_ambiti"));
    }
    let text = "Ambito;Comune capofila;Anno;Utenti\nCorsico;Corsico;2023;1\nRhodense;Rho;2023;2\n";
    assert!(codes(&read("a.csv", text, "{}").0).contains(&"comuni_or_ambiti"));
    let text = "Comune;Anno;Utenti\nCorsico;2023;1\nRho;2023;2\n";
    assert!(!codes(&read("a.csv", text, "{}").0).contains(&"comuni_or_ambiti"));
}

#[test]
fn classes_of_rows_that_a_spreadsheet_made_dates_are_proposed() {
    let text = "Comune;Anno;Classe;Utenti\nMilano;2023;0-2;1\nMilano;2023;2024-05-03;2\nMilano;2023;2024-10-06;3\nLodi;2023;0-2;4\nLodi;2023;2024-05-03;5\nLodi;2023;2024-10-06;6\n";
    let (checked, table) = read("a.csv", text, "{}");
    assert!(codes(&checked).contains(&"headers_turned_into_dates"), "{:?}", codes(&checked));
    assert_eq!(
        (sum(&table, "utenti_0_2"), sum(&table, "utenti_3_5"), sum(&table, "utenti_6_10")),
        (5.0, 7.0, 9.0)
    );
}

#[test]
fn units_below_names_do_not_hide_them() {
    let text = "Servizi per anziani;;;\n;;Utenti;Spesa\nCodice;Comune;(n.);(€)\n015093;Corsico;10;1000,50\n015182;Rho;20;2000,25\n";
    let (_, table) = read("a.csv", text, "{}");
    let names: Vec<&str> = table.variables.iter().map(|variable| variable.name.as_str()).collect();
    assert!(names.len() == 2 && names[0].starts_with("Utenti") && names[1].starts_with("Spesa"), "{names:?}");
    let text = "Comune;2022;;2023;\n;n;%;n;%\nCorsico;10;5,5;12;6,5\nRho;20;3,5;22;4,5\n";
    let (_, table) = read("a.csv", text, "{}");
    assert_eq!((dates(&table).len(), table.variables.len()), (2, 2));
    // Those of 2023: 12 + 22.
    assert_eq!(sum(&table, "n"), 34.0);
}

#[test]
fn values_of_ambiti_are_related_to_a_population() {
    let text = "Ambito;Anno;Utenti SAD\nCorsico;2023;210\nRho;2023;150\nLodi;2023;90\n";
    let answers = r#"{"columns": {"Utenti SAD": {"value": {"per": "residenti_65"}}}}"#;
    let (checked, _) = read("sad.csv", text, answers);
    let codes = codes(&checked);
    assert!(codes.contains(&"related"), "{codes:?}");
}

/// The three files of chapter 4 of the guide with their commands, so that what is printed there is what happens.
#[test]
fn the_files_of_the_guide_come_in_as_it_says() {
    let guide = include_str!("../../docs/guida/04-i-propri-dati.md");
    let blocks: Vec<&str> =
        guide.split("```text\n").skip(1).filter_map(|text| text.split("```").next()).collect();
    let block = |start: &str| *blocks.iter().find(|text| text.starts_with(start)).expect("a block");
    let folder = Folder::new()
        .with("strutture.csv", block("Denominazione;Tipo"))
        .with("nidi.csv", block("Comune;Anno;Copertura"));
    let command = |start: &str| -> Vec<String> {
        let line = guide.lines().find(|line| line.starts_with(start)).expect("a command");
        let line = line.trim_start_matches("atlante-cli ");
        let mut words = Vec::new();
        for (i, part) in line.split('"').enumerate() {
            match i % 2 {
                0 => words.extend(part.split_whitespace().map(str::to_owned)),
                _ => words.push(part.to_owned()),
            }
        }
        let is_file = |word: &str| word.ends_with(".csv") || word.ends_with(".atlante");
        words.into_iter().map(|word| if is_file(&word) { folder.file(&word) } else { word }).collect()
    };
    let run = |start: &str| {
        let words = command(start);
        Cli::new(&words.iter().map(String::as_str).collect::<Vec<_>>()).both().0
    };
    let told = run("atlante-cli check strutture.csv --date");
    assert!(told.starts_with(block("strutture.csv: può entrare")), "{told}");
    assert!(told.contains("non hanno i valori richiesti: 1."), "{told}");
    run("atlante-cli import nidi.csv --into piano.atlante --day start --weight");
    let values = run("atlante-cli --project piano.atlante values --indicator copertura_nidi");
    // With pandas, over the residents aged 0-2 of `sample_data/popolazione_eta.csv`: 28.537410926365794.
    assert!(values.contains("50089,Corsico,2023,2023-01-01,28.5374109263658"), "{values}");
    let refused =
        Cli::new(&["import", &folder.file("strutture.csv"), "--into", &folder.file("q.atlante")]).failure();
    assert!(refused.contains("conta") || refused.contains("data"), "{refused}");
}
