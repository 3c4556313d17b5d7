//! Numbers, codes, periods, headers and files as offices spell them, and that one answer is enough for columns of one kind. The tables
//! are made for these tests; sums are by hand.

use std::fmt::Write;

use atlante::data::Absence;
use atlante::i18n::Lang;
use atlante::io::import::{Checked, CheckedContent, CheckedTable, Importer};
use atlante::io::recipe::Measure;

use crate::common::atlas;
use crate::import_lists::{codes, read, sum, value};

const COMUNI: [(&str, &str); 6] = [
    ("015011", "Assago"),
    ("015036", "Buccinasco"),
    ("015074", "Cesano Boscone"),
    ("015093", "Corsico"),
    ("015097", "Cusago"),
    ("015220", "Trezzano sul Naviglio"),
];

/// A table with a row for each Comune.
fn rows(header: &str, row: impl Fn(usize, &str, &str) -> String) -> String {
    COMUNI.iter().enumerate().fold(format!("{header}\n"), |mut text, (i, (code, name))| {
        writeln!(text, "{}", row(i, code, name)).expect("a string");
        text
    })
}

fn text_of(checked: &Checked, code: &str) -> String {
    let found = checked.findings.iter().find(|finding| finding.code() == code);
    found.map(|finding| finding.sentence(Lang::It)).unwrap_or_else(|| panic!("no {code}"))
}

#[test]
fn codes_come_in_however_their_digits_are_parted_and_it_is_told() {
    for part in [
        |code: &str| format!("\"{},{}\"", &code[1..3], &code[3..]),
        |code: &str| format!("{}.{}", &code[1..3], &code[3..]),
        |code: &str| format!("{}-{}", &code[..3], &code[3..]),
        |code: &str| format!("03{code}"),
        |code: &str| format!("3{code}"),
        |code: &str| format!("0{code}"),
        |code: &str| format!("IT_{code}"),
        |code: &str| format!("{code}.0"),
    ] {
        let text = rows("Codice ISTAT;Utenti", |i, code, _| format!("{};{}", part(code), 10 + i));
        let (checked, table) = read("a.csv", &text, r#"{"date": "2023-12-31"}"#);
        assert_eq!((table.territories, sum(&table, "utenti")), (6, 75.0), "{text}");
        let told = text_of(&checked, "codes_restored");
        assert!(told.contains("015011") && told.contains(part("015011").trim_matches('"')), "{told}");
    }
}

#[test]
fn numbers_with_what_offices_write_beside_them_are_numbers_to_confirm() {
    for (cells, total) in [
        (["12-", "1.234,5-", "7", "3", "1", "0"], -1235.5),
        (["12 ore", "7,5 ore", "3 ore", "1 ora", "0", "2 ore"], 25.5),
        (["12", "nessuno", "zero", "3", "1", "4"], 20.0),
    ] {
        let text = rows("Comune;Saldo", |i, _, name| format!("{name};{}", cells[i]));
        let (checked, table) = read("a.csv", &text, r#"{"date": "2023-12-31"}"#);
        assert_eq!(sum(&table, "saldo"), total, "{text}");
        assert!(codes(&checked).contains(&"marked_numbers"), "{cells:?}: {:?}", codes(&checked));
    }
    let missing = ["12", "dato non pervenuto", "non comunicato", "n. d.", "NA", "30"];
    let text = rows("Comune;Utenti", |i, _, name| format!("{name};{}", missing[i]));
    let (_, table) = read("a.csv", &text, r#"{"date": "2023-12-31"}"#);
    assert_eq!(sum(&table, "utenti"), 42.0);
    assert_eq!(value(&table, "015036", "utenti"), Err(Absence::Missing));
}

/// Vermezzo and Zelo Surrigone are Vermezzo con Zelo since 8 February 2019.
#[test]
fn empty_cells_before_or_after_a_merger_take_nothing_from_its_sum() {
    for (cells, total) in [
        (["10", "3", ""], Ok(13.0)),
        (["", "", "16"], Ok(16.0)),
        (["-", "-", "16"], Ok(16.0)),
        (["10", "", ""], Err(Absence::Missing)),
        (["10", "3", "16"], Ok(29.0)),
    ] {
        let [vermezzo, zelo, both] = cells;
        let text = rows("Comune;Utenti", |i, _, name| format!("{name};{}", 20 + i))
            + &format!("Vermezzo;{vermezzo}\nZelo Surrigone;{zelo}\nVermezzo con Zelo;{both}\n");
        let (_, table) = read("a.csv", &text, r#"{"date": "2018-12-31"}"#);
        assert_eq!(value(&table, "015251", "utenti"), total, "{text}");
    }
}

#[test]
fn classes_of_ages_are_one_question_and_one_answer() {
    let text = rows("Comune;0-2 anni;3-5 anni;under 18;65 e oltre", |i, _, name| {
        format!("{name};{};{};{};{}", 1 + i, 2 + i, 3 + i, 4 + i)
    });
    let (checked, table) = read("a.csv", &text, r#"{"date": "2023-12-31"}"#);
    assert_eq!(codes(&checked).iter().filter(|code| **code == "measure_supposed").count(), 1);
    let asked = text_of(&checked, "measure_supposed");
    assert!(asked.starts_with("«0-2 anni», «3-5 anni», «under 18», «65 e oltre»: "), "{asked}");
    assert!(table.variables.iter().all(|variable| variable.measure == Measure::Ratio));
    let answer = r#"{"date": "2023-12-31", "columns": {"3-5 anni": "value:persons"}}"#;
    let (checked, table) = read("a.csv", &text, answer);
    assert!(!codes(&checked).contains(&"measure_supposed"), "{:?}", codes(&checked));
    assert!(
        table.variables.iter().all(|variable| variable.measure == Measure::Persons),
        "{:?}",
        table.variables
    );
    // The recipe of this reading needs no answer.
    assert!(table.mapping.values.iter().all(|value| value.measure == Some(Measure::Persons)));
    // Columns that have nothing in common are asked about one by one.
    let text = rows("Comune;ICV;IFC", |i, _, name| format!("{name};{};{}", 1 + i, 2 + i));
    let (checked, _) = read("a.csv", &text, r#"{"date": "2023-12-31"}"#);
    assert_eq!(codes(&checked).iter().filter(|code| **code == "measure_supposed").count(), 2);
}

#[test]
fn a_period_of_several_years_or_months_is_dated_by_its_last_day() {
    for (period, date) in [
        ("triennio 2021-2023", "2023-12-31"),
        ("media 2022-2023", "2023-12-31"),
        ("II quadrimestre 2023", "2023-08-31"),
        ("inizio 2023", "2023-01-01"),
    ] {
        let text = rows("Comune;Periodo;Utenti", |i, _, name| format!("{name};{period};{i}"));
        let (checked, table) = read("a.csv", &text, "{}");
        assert_eq!(table.dates.iter().map(ToString::to_string).collect::<Vec<_>>(), [date], "{period}");
        assert!(text_of(&checked, "periods").contains(period));
    }
    // In a header such words are no year beside the others.
    let text =
        rows("Comune;2022;2023;Media 2022-2023", |i, _, name| format!("{name};{i};{};{}", i + 2, i + 1));
    let (_, table) = read("a.csv", &text, r#"{"day": "end", "accepted": ["all"]}"#);
    assert_eq!(table.dates.len(), 2, "{:?}", table.dates);
}

#[test]
fn the_first_and_the_last_day_of_all_rows_are_their_period() {
    let text = rows("Comune;Data inizio;Data fine;Utenti", |i, _, name| {
        format!("{name};01/01/2023;31/12/2023;{}", 10 + i)
    });
    let (checked, table) = read("a.csv", &text, "{}");
    assert_eq!(table.dates.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2023-12-31"]);
    assert!(!codes(&checked).contains(&"dates_not_read"), "{:?}", codes(&checked));
    // Those of things are their own.
    let text = rows("Nome;Comune;Data inizio;Data fine;Posti", |i, _, name| {
        format!("Casa {i};{name};0{}/01/2010;{};{i}", i + 1, if i == 2 { "31/12/2020" } else { "" })
    });
    let (_, table) = read("a.csv", &text, r#"{"rows": "added", "date": "2023-12-31"}"#);
    assert_eq!(table.life, ["Data inizio", "Data fine"]);
}

#[test]
fn a_total_of_the_dates_is_left_out_and_told() {
    let text = rows("Comune;2021;2022;Totale", |i, _, name| format!("{name};{i};{};{}", i + 1, 2 * i + 1));
    let (checked, table) = read("utenti.csv", &text, r#"{"day": "end"}"#);
    assert_eq!((table.variables.len(), table.dates.len()), (1, 2));
    assert!(text_of(&checked, "sum_of_dates").contains("«Totale»"));
    // A total that is none stays.
    let text = rows("Comune;2021;2022;Totale", |i, _, name| format!("{name};{i};{};{}", i + 1, 9 * i));
    assert_eq!(read("utenti.csv", &text, r#"{"day": "end"}"#).1.variables.len(), 2);
}

fn table_of(file: &str, bytes: Vec<u8>) -> (Checked, CheckedTable) {
    let checked = Importer::new(&atlas().territories).check_bytes(file, bytes).expect("a table").remove(0);
    let CheckedContent::Table(table) = &checked.content else { panic!("boundaries") };
    let table = (**table).clone();
    (checked, table)
}

#[test]
fn days_categories_and_decimals_of_a_parquet_file_are_read() {
    let (checked, table) =
        table_of("a.parquet", include_bytes!("../reference/parquet_types.parquet").to_vec());
    assert_eq!(table.territories, 3, "{:?}", codes(&checked));
    assert_eq!((sum(&table, "utenti"), sum(&table, "spesa")), (17.0, 19.75));
    assert_eq!(table.dates.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2023-12-31"]);
    assert!(!codes(&checked).contains(&"unreadable_cells"));
}

#[test]
fn records_come_in_a_line_each_and_within_what_a_site_adds() {
    let record = |i: usize, name: &str| format!(r#"{{"Comune": "{name}", "Utenti": {}}}"#, 10 + i);
    let records: Vec<String> = COMUNI.iter().enumerate().map(|(i, (_, name))| record(i, name)).collect();
    for text in [records.join("\n"), format!(r#"{{"result": {{"records": [{}]}}}}"#, records.join(", "))] {
        let (_, table) = table_of("a.json", text.into_bytes());
        assert_eq!((table.territories, sum(&table, "utenti")), (6, 75.0));
    }
}

#[test]
fn a_title_over_rows_is_the_date_or_the_category_of_each() {
    let part = |title: &str, more: usize| {
        COMUNI
            .iter()
            .enumerate()
            .fold(format!("{title};\n"), |text, (i, (_, name))| format!("{text}{name};{}\n", i + more))
    };
    let text = format!("Comune;Utenti\n{}{}Fonte: comuni;\n", part("Anno 2022", 10), part("Anno 2023", 20));
    let (checked, table) = read("a.csv", &text, r#"{"day": "end"}"#);
    assert_eq!(table.dates.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2022-12-31", "2023-12-31"]);
    assert_eq!((sum(&table, "utenti"), table.rows.taken), (135.0, 12));
    assert!(text_of(&checked, "parts_titled").contains("«Anno 2022», «Anno 2023»"));
    let text = format!("Comune;Utenti\n{}{}", part("SAD", 10), part("ADI", 20));
    let (_, table) = read("a.csv", &text, r#"{"date": "2023-12-31"}"#);
    assert_eq!((sum(&table, "utenti_sad"), sum(&table, "utenti_adi")), (75.0, 135.0));
    // Titles of Ambiti above their own Comuni need no column.
    let text = "Comune;Utenti\nZona nord;\nRho;1\nArese;2\nZona sud;\nCorsico;3\nAssago;4\n";
    let (checked, table) = read("a.csv", text, r#"{"date": "2023-12-31"}"#);
    assert_eq!((sum(&table, "utenti"), codes(&checked).contains(&"parts_titled")), (10.0, false));
}

#[test]
fn headers_that_say_two_things_or_a_year_without_a_space_are_understood() {
    let text = rows("Comune/Ambito;Utenti", |i, _, name| format!("{name};{i}"));
    let (_, table) = read("a.csv", &text, r#"{"date": "2023-12-31"}"#);
    assert_eq!((table.level, table.territories), (atlante::base::Level::Comuni, 6));
    let text = rows("comune;utenti2022;utenti2023", |i, _, name| format!("{name};{i};{}", i + 1));
    let (_, table) = read("a.csv", &text, r#"{"day": "end"}"#);
    assert_eq!((table.variables.len(), table.dates.len(), table.variables[0].id.as_str()), (1, 2, "utenti"));
    let text = rows("Comune,Residenti,Quota", |i, _, name| format!("{name},\"1,{}\",\"0.5\"", 200 + i));
    let (checked, table) = read("a.csv", &text, r#"{"date": "2023-12-31"}"#);
    assert_eq!(sum(&table, "residenti"), 7_215.0);
    // The point of the quotas leaves no doubt about the commas.
    assert!(!codes(&checked).contains(&"ambiguous_numbers"));
    let (checked, _) =
        read("a.csv", "Comune;Utenti\nMilano città;5\nRho;7\nLodi;9\n", r#"{"date": "2023-12-31"}"#);
    assert!(text_of(&checked, "near_match").contains("forse è Milano"));
}
