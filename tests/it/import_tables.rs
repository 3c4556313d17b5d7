//! What a table says as a whole: one way to write numbers, totals of its blocks and columns, periods of several years, copies among rows
//! that differ. The tables are made for these tests; sums are by hand.

use std::io::Write;

use atlante::i18n::Lang;
use atlante::io::import::{Answers, Checked, CheckedContent, Importer};
use atlante::io::recipe::Measure;
use atlante::io::source::{Content, read_bytes};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::common::atlas;
use crate::import_lists::{codes, read, sum, value};
use crate::import_sources::zip;

const DAY: &str = r#"{"date": "2023-12-31"}"#;

fn text_of(checked: &Checked, code: &str) -> String {
    let found = checked.findings.iter().find(|finding| finding.code() == code);
    found.map(|finding| finding.text(Lang::It)).unwrap_or_else(|| panic!("no {code} in {:?}", codes(checked)))
}

fn dates(text: &str, header: &str) -> (Vec<String>, Vec<&'static str>) {
    let rows = ["Assago", "Corsico", "Cusago", "Buccinasco"].map(|name| format!("{name};{text};7\n"));
    let (checked, table) = read("a.csv", &format!("Comune;{header};Utenti\n{}", rows.concat()), "{}");
    (table.dates.iter().map(ToString::to_string).collect(), codes(&checked))
}

#[test]
fn numbers_are_read_in_one_way_in_all_columns_and_asked_once() {
    let text = "Municipality,0-17,18-64,65+,Total\nAssago,\"8,545\",\"4,872\",812,\"14,229\"\nCorsico,120,\"6,769\",\"1,569\",\
                \"8,458\"\nCusago,310,740,90,\"1,140\"\nBuccinasco,\"1,001\",\"2,002\",\"3,003\",\"6,006\"\n";
    let (checked, table) = read("a.csv", text, DAY);
    let sums = ["0_17", "18_64", "65", "total"].map(|id| sum(&table, id));
    assert_eq!(sums, [9976.0, 14_383.0, 5474.0, 29_833.0]);
    let told = text_of(&checked, "ambiguous_numbers");
    assert!(told.contains("«0-17», «18-64», «65+», «Total»") && told.contains("8545"), "{told}");
    // That the file has their total tells that the classes add up.
    let measures: Vec<Measure> = table.variables.iter().map(|variable| variable.measure).collect();
    assert!(measures.iter().all(|measure| measure.adds_up()), "{measures:?}");
    assert!(!codes(&checked).contains(&"measure_supposed"), "{:?}", codes(&checked));
    // A wrong total is told, in English too.
    let wrong = text.replace("\"6,006\"", "\"6,106\"");
    let told = text_of(&read("a.csv", &(wrong + "Trezzano sul Naviglio,1,2,3,6\n"), DAY).0, "totals_differ");
    assert!(told.contains("6106") && told.contains("6006") && told.contains("riga 5"), "{told}");
}

#[test]
fn decimals_of_one_column_settle_the_thousands_of_another() {
    let text = "Comune;Utenti;Spesa\nAssago;1.065;614.763,87\nCorsico;12;1.000,50\nCusago;7;3,25\n";
    let (checked, table) = read("a.csv", text, DAY);
    assert_eq!((sum(&table, "utenti"), sum(&table, "spesa")), (1084.0, 615_767.62));
    assert!(!codes(&checked).contains(&"ambiguous_numbers"), "{:?}", codes(&checked));
}

#[test]
fn numbers_in_quotes_in_json_have_a_point() {
    let text =
        r#"[{"comune": "Assago", "retta_media": "40.286"}, {"comune": "Corsico", "retta_media": "127.143"}]"#;
    let (checked, table) = read("a.json", text, DAY);
    assert_eq!(value(&table, "015093", "retta_media"), Ok(127.143));
    assert!(text_of(&checked, "ambiguous_numbers").contains("40,286"));
}

/// Two blocks, each with its own total; the second of them is `last`.
fn blocks(last: u32) -> String {
    format!(
        "Territorio;Utenti\nAssago;10\nCorsico;20\nTotale Ambito;30\nRho;40\nArese;50\nTotale Ambito;{last}\n"
    )
}

#[test]
fn a_total_below_each_block_is_that_of_its_block() {
    let (checked, table) = read("a.csv", &blocks(90), DAY);
    assert_eq!(sum(&table, "utenti"), 120.0);
    assert!(codes(&checked).contains(&"totals_agree") && !codes(&checked).contains(&"totals_differ"));
    let told = text_of(&read("a.csv", &blocks(91), DAY).0, "totals_differ");
    assert!(told.contains("91 nel file") && told.contains("90") && told.contains("riga 7"), "{told}");
    // The last may be of all.
    let all = blocks(90) + "Totale;120\n";
    assert!(!codes(&read("a.csv", &all, DAY).0).contains(&"totals_differ"));
}

#[test]
fn the_word_for_a_total_may_stand_under_the_codes() {
    let text = "Codice;Comune;Utenti\n15011;Assago;10\n15093;Corsico;20\nTotale;;31\n";
    let (checked, _) = read("a.csv", text, DAY);
    assert!(text_of(&checked, "totals_differ").contains("31 nel file"));
    assert!(!codes(&checked).contains(&"rows_unmatched"));
}

#[test]
fn copies_among_rows_that_differ_are_a_question_of_their_own() {
    let text = "Codice;Comune;Utenti\n15093;Corsico;100\n15093;Corsico;100\n15011;Assago;40\n15011;Assago;45\n15097;Cusago;7\n";
    let (checked, _) = read("a.csv", text, DAY);
    let told = text_of(&checked, "two_values");
    assert!(told.contains("uguali tra loro (1)"), "{told}");
    let with = |rows: &str| read("a.csv", text, &format!(r#"{{"date": "2023-12-31", "rows": "{rows}"}}"#));
    let (checked, added) = with("added");
    assert_eq!((value(&added, "015093", "utenti"), value(&added, "015011", "utenti")), (Ok(100.0), Ok(85.0)));
    assert!(text_of(&checked, "duplicate_rows").contains("riga 3"));
    assert!(added.mapping.copies_once, "kept for the next year");
    let (_, every) = with("every");
    assert_eq!((value(&every, "015093", "utenti"), sum(&every, "utenti")), (Ok(200.0), 292.0));
    assert_eq!(value(&with("single").1, "015011", "utenti"), Ok(40.0));
}

#[test]
fn periods_of_years_weeks_and_days_as_excel_keeps_them_are_dates() {
    for (typed, header, date) in [
        ("2018-2020", "Triennio", "2020-12-31"),
        ("2022-2023", "Biennio", "2023-12-31"),
        ("2021/2023", "Periodo", "2023-12-31"),
        ("2021-23", "Anni", "2023-12-31"),
        ("metà 2023", "Periodo", "2023-06-30"),
        ("settimana 23/2023", "Periodo", "2023-06-11"),
        ("2023-W23", "Periodo", "2023-06-11"),
        ("W1 2021", "Settimana", "2021-01-10"),
        ("45291", "Aggiornato al", "2023-12-31"),
    ] {
        let (dates, codes) = dates(typed, header);
        assert_eq!(dates, [date], "{typed}");
        assert!(codes.contains(&"periods") || codes.contains(&"serial_days"), "{typed}: {codes:?}");
    }
    // Two years in a row are a school year, and a month stays one.
    assert_eq!(dates("2022/2023", "Anno scolastico").0, ["2023-01-01"]);
    assert_eq!(dates("2021-11", "Periodo").0, ["2021-11-30"]);
}

#[test]
fn where_a_date_comes_from_is_told_as_it_is() {
    let rows = "Comune;Utenti\nAssago;10\nCorsico;20\nCusago;30\n";
    let told = text_of(&read("scuole_2022_23.csv", rows, "{}").0, "date_supposed");
    assert!(told.contains("anno scolastico 2022/2023") && told.contains("1/1/2023"), "{told}");
    let told =
        text_of(&read("a.csv", &format!("Utenti al 30 giugno 2023;\n{rows}"), "{}").0, "date_supposed");
    assert!(told.contains("titolo sopra la tabella"), "{told}");
}

#[test]
fn columns_of_a_turned_table_are_told_by_their_letters() {
    let text = "Indicatore;Unità;Assago;Buccinasco;Corsico;Cusago;Ambito\nUtenti SAD 2023;n.;10;11;12;13;46\nSpesa SAD 2023;euro;\
                10;20;30;40;99\n";
    let (checked, table) = read("a.csv", text, "{}");
    assert_eq!(sum(&table, "utenti_sad"), 46.0);
    let told = text_of(&checked, "totals_differ");
    assert!(told.contains("99 nel file") && told.contains("100") && told.contains("colonna G"), "{told}");
}

#[test]
fn a_table_compressed_by_gzip_is_read_within_limits() {
    let pack = |bytes: &[u8]| {
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        packed.write_all(bytes).expect("memory");
        packed.finish().expect("memory")
    };
    let text = "Comune;Utenti\nAssago;10\nCorsico;20\n";
    let importer = Importer::new(&atlas().territories);
    let checked = importer.check_bytes_with("a.csv.gz", pack(text.as_bytes()), &Answers::default());
    let checked = checked.expect("a table").remove(0);
    let CheckedContent::Table(table) = &checked.content else { panic!("boundaries") };
    assert_eq!(sum(table, "utenti"), 30.0);
    let refused = |bytes: Vec<u8>| read_bytes("a.csv.gz", bytes).expect_err("refused").code();
    assert_eq!(refused(pack(&[0; 4 << 20])), "too_packed");
    assert_eq!(refused(pack(&pack(text.as_bytes()))), "gzip");
    // An archive inside is none of ours.
    let mut tar = vec![0; 1024];
    tar[257..262].copy_from_slice(b"ustar");
    tar[300..].iter_mut().enumerate().for_each(|(i, byte)| *byte = (i * 37 % 251) as u8);
    assert_eq!(refused(pack(&tar)), "gzip");
    let inside = read_bytes("a.zip", zip(&[("b.csv", text.as_bytes())])).expect("an archive");
    assert!(matches!(inside[..], [Content::Table(_)]));
}
