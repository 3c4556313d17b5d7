//! Small invented tables with the quirks of offices' files, and how they are imported: header and columns, dates,
//! lists of things, rates, hidden parts of a workbook. Sums are by hand.

use atlante::base::{Code, Level};
use atlante::data::Absence;
use atlante::io::custom_territory::{self, CustomTerritorySpec};
use atlante::io::import::{Answers, Checked, CheckedContent, CheckedTable, Importer, Severity, Status};
use atlante::io::recipe::Measure;

use crate::common::{Folder, atlas};
use crate::import_sources::{xlsx, zip};

/// The result of reading a table: its status, its findings, and its values.
struct Read {
    status: Status,
    codes: Vec<&'static str>,
    /// Whether the user has to decide something before the import.
    is_open: bool,
    table: CheckedTable,
}

impl Read {
    fn sum(&self, variable: &str) -> f64 {
        let found = self.table.variables.iter().find(|v| v.id == variable);
        found.unwrap_or_else(|| panic!("no {variable} among {:?}", self.ids())).sum
    }

    fn ids(&self) -> Vec<&str> {
        self.table.variables.iter().map(|variable| variable.id.as_str()).collect()
    }

    fn dates(&self) -> Vec<String> {
        self.table.dates.iter().map(ToString::to_string).collect()
    }

    fn measure(&self, variable: &str) -> Measure {
        self.table.variables.iter().find(|v| v.id == variable).expect("a variable").measure
    }

    fn has(&self, code: &str) -> bool {
        self.codes.contains(&code)
    }

    /// The value of a Comune at the first date.
    fn value(&self, code: &str, variable: &str) -> Result<f64, Absence> {
        let dataset = self.table.dataset.as_ref().expect("values");
        let (_, slice) = dataset.slices().next().expect("a date");
        let place = atlas().territories.position(Level::Comuni, &Code::from(code)).expect("a Comune");
        let column = slice.column(variable).expect("a variable").f64().expect("numbers");
        column.get(place).ok_or_else(|| slice.absence(variable, place))
    }
}

fn bytes(file: &str, bytes: Vec<u8>, answers: &str) -> Read {
    let answers: Answers = serde_json::from_str(answers).expect("answers");
    let checked = Importer::new(&atlas().territories).check_bytes_with(file, bytes, &answers);
    let mut checked: Vec<Checked> = checked.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(checked.len(), 1, "one table");
    let checked = checked.remove(0);
    let (status, codes) = (checked.status(), checked.findings.iter().map(|finding| finding.code()).collect());
    let is_open = checked.findings.iter().any(|finding| finding.severity == Severity::Choice);
    let CheckedContent::Table(table) = checked.content else { panic!("boundaries") };
    Read { status, codes, is_open, table: *table }
}

fn read(text: &str) -> Read {
    bytes("a.csv", text.as_bytes().to_vec(), "{}")
}

fn answered(text: &str, answers: &str) -> Read {
    bytes("a.csv", text.as_bytes().to_vec(), answers)
}

#[test]
fn a_first_row_of_an_unknown_place_is_a_row_not_taken() {
    for place in ["Comune di Abbiategraso", "Altro", "Senza fissa dimora", "Milan", ""] {
        let found =
            read(&format!("comune;anno;utenti\n{place};2023;7\nAlbairate;2023;10\nArconate;2023;11\n"));
        let rows = found.table.rows;
        assert_eq!((rows.read, rows.taken), (3, 2), "{place}");
        assert_eq!(found.sum("utenti"), 21.0, "{place}");
        assert!(found.status > Status::Ok, "{place}: {:?}", found.codes);
    }
    let code = read("codice;anno;utenti\n;2023;7\n015005;2023;10\n");
    assert_eq!((code.table.rows.read, code.table.rows.taken, code.sum("utenti")), (2, 1, 10.0));
}

#[test]
fn a_file_wider_than_the_territory_keeps_its_header() {
    let found = read("COMUNE,POSTI\nALBINO,88\nALMENNO SAN SALVATORE,72\nMILANO,120\nLODI,60\n");
    assert_eq!((found.table.rows.read, found.table.rows.taken, found.sum("posti")), (4, 2, 180.0));
    // Our first row comes after thousands of others.
    let others: String = (0..5_000).map(|i| format!("Paese {i},1\n")).collect();
    let found = read(&format!("Comune,Posti\n{others}Rho,7\n"));
    assert_eq!((found.table.rows.read, found.table.rows.taken, found.sum("posti")), (5_001, 1, 7.0));
}

#[test]
fn numbers_that_look_like_codes_are_numbers() {
    let text = "REGIONE;PROVINCIA;COMUNE;Data elezione;Elettori\nLOMBARDIA;MILANO;ARESE;25/09/2022;15249\nLOMBARDIA;MILANO;RHO;25/09/2022;15209\nLOMBARDIA;LODI;LODI;25/09/2022;34000\nLOMBARDIA;BERGAMO;ALBINO;25/09/2022;14028\n";
    let found = read(text);
    assert_eq!((found.table.territories, found.sum("elettori")), (3, 64_458.0));
    assert_eq!((found.dates(), found.table.rows.outside), (vec!["2022-09-25".to_owned()], 1));
    assert!(!found.has("name_differs") && !found.has("codes_restored"), "{:?}", found.codes);
}

#[test]
fn a_comune_beside_its_ambito_is_a_comune() {
    let found = read(
        "Comune;Ambito;anno;Utenti\nAssago;Corsico;2023;10\nBuccinasco;Corsico;2023;20\nCorsico;Corsico;2023;40\n",
    );
    assert_eq!((found.table.level, found.table.territories, found.sum("utenti")), (Level::Comuni, 3, 70.0));
    let ambiti = read("Ambito;anno;Utenti\nCorsico;2023;10\nRho;2023;20\n");
    assert_eq!((ambiti.table.level, ambiti.sum("utenti")), (Level::Ambiti, 30.0));
}

#[test]
fn the_code_that_is_meant_is_taken() {
    // Codes of the land registry before ISTAT's; the province's code beside a name.
    let found =
        read("Catastale;Codice ISTAT;Comune;anno;n\nF205;015146;Milano;2023;1\nE648;098031;Lodi;2023;2\n");
    assert_eq!((found.status, found.sum("n")), (Status::Ok, 3.0));
    let found = read("Codice provincia;Comune;anno;n\n015;Milano;2023;1\n098;Lodi;2023;2\n");
    assert_eq!((found.status, found.sum("n"), found.ids()), (Status::Ok, 3.0, vec!["n"]));
}

#[test]
fn two_columns_of_comuni_are_asked_about() {
    let text = "Comune di residenza;Comune della struttura;anno;utenti\nRho;Milano;2023;1\nLodi;Codogno;2023;2\nArese;Rho;2023;4\n";
    let found = read(text);
    assert_eq!((found.status, found.codes[0]), (Status::NeedsChoice, "two_territories"));
    assert_eq!(found.value("015182", "utenti"), Ok(1.0), "the first stands");
    let other = answered(text, r#"{"columns": {"Comune della struttura": "name"}}"#);
    assert_eq!(other.value("015182", "utenti"), Ok(4.0));
    assert!(!other.has("two_territories"));
}

#[test]
fn units_below_the_header_and_numbered_columns_are_no_rows() {
    let found = read("Comune;anno;Utenti;Spesa\n;;n.;euro\nMilano;2023;10;20,5\nLodi;2023;5;10,25\n");
    assert_eq!((found.table.rows.read, found.sum("utenti"), found.sum("spesa")), (2, 15.0, 30.75));
    assert_eq!(found.table.variables[1].unit, "euro");
    let found = read("Comune;anno;Utenti\n(1);(2);(3)\nMilano;2023;10\nLodi;2023;5\n");
    assert_eq!((found.table.rows.read, found.sum("utenti")), (2, 15.0));
}

/// Each spelling of a period seen in files, and the day that stands for it.
#[test]
fn every_spelling_of_a_period_comes_in() {
    for (period, date) in [
        ("31/12/2023", "2023-12-31"),
        ("31.12.2023", "2023-12-31"),
        ("2023.0", "2023-01-01"),
        ("2023-12-31T00:00:00", "2023-12-31"),
        ("2022/2023", "2023-01-01"),
        ("a.s. 2022/2023", "2023-01-01"),
        ("31-dic-23", "2023-12-31"),
        ("gen-23", "2023-01-31"),
        ("dicembre 2023", "2023-12-31"),
        ("1° gennaio 2023", "2023-01-01"),
        ("I trim. 2023", "2023-03-31"),
        ("2023-Q1", "2023-03-31"),
        ("I semestre 2023", "2023-06-30"),
        ("45291", "2023-12-31"),
        ("202324", "2024-01-01"),
        ("06/09/23", "2023-09-06"),
        ("20230609230000", "2023-06-09"),
        ("2023*", "2023-01-01"),
        ("al 31.12.23", "2023-12-31"),
    ] {
        let found =
            read(&format!("comune;periodo;utenti\nMilano;{period};10\nLodi;{period};20\nRho;{period};30\n"));
        assert_eq!((found.dates(), found.sum("utenti")), (vec![date.to_owned()], 60.0), "{period}");
        assert_eq!(found.ids(), ["utenti"], "{period}");
    }
}

#[test]
fn a_mark_beside_a_year_stays_with_its_values() {
    let found = read("comune;anno;utenti\nMilano;2022;10\nMilano;2023*;12\n* dato provvisorio\n");
    let dataset = found.table.dataset.as_ref().expect("values");
    let milano = atlas().territories.position(Level::Comuni, &Code::from("015146")).expect("Milano");
    let marks: Vec<&str> = dataset.slices().map(|(_, slice)| slice.quality("utenti", milano).id()).collect();
    assert_eq!(marks, ["final", "provisional"]);
}

#[test]
fn years_across_are_dates_of_one_variable() {
    let found =
        bytes("residenti_stranieri.csv", b"Comune;2018;2019;2020\nMilano;1;2;3\nLodi;4;5;6\n".to_vec(), "{}");
    assert_eq!(found.ids(), ["residenti_stranieri"]);
    assert_eq!(found.dates(), ["2018-01-01", "2019-01-01", "2020-01-01"]);
    assert_eq!(found.sum("residenti_stranieri"), 9.0, "of the latest date");
    let found =
        read("Comune;Utenti 2022;Utenti 2023;Spesa 2022;Spesa 2023\nMilano;10;12;30;40\nLodi;24;25;60;70\n");
    assert_eq!((found.ids(), found.dates().len()), (vec!["utenti", "spesa"], 2));
    assert_eq!((found.sum("utenti"), found.sum("spesa"), found.status), (37.0, 110.0, Status::Ok));
    // A year above columns that are distinguished by the row below.
    let found = read(";Utenti;Utenti\nComune;2021;2022\nMilano;1;2\nLodi;3;4\n");
    assert_eq!((found.ids(), found.dates().len(), found.sum("utenti")), (vec!["utenti"], 2, 6.0));
}

#[test]
fn a_file_without_a_date_asks_for_one() {
    let text = "Comune;utenti\nMilano;10\nLodi;5\n";
    let found = read(text);
    // It can be read in only one way, and is not imported before its date is given.
    assert!(found.status == Status::Ok && found.has("no_date") && found.is_open, "{:?}", found.codes);
    assert!(!answered(text, r#"{"date": "never"}"#).is_open);
    assert_eq!(answered(text, r#"{"date": "2023-12-31"}"#).dates(), ["2023-12-31"]);
    // A year in the header, in the title or in the name of the file is proposed.
    let header = read("Comune;Utenti 2021\nMilano;10\nLodi;5\n");
    assert!(header.status == Status::NeedsChoice && header.has("date_supposed"));
    assert_eq!(header.dates(), ["2021-01-01"]);
    let name = bytes("utenti_2022.csv", text.as_bytes().to_vec(), "{}");
    assert!(name.status == Status::NeedsChoice && name.has("date_supposed"));
}

const STRUCTURES: &str = "DENOMINAZIONE,COMUNE,TIPO,CAP,TEL,STATO,POSTI\nUno,MILANO,RSA,20100,02/1,attiva,20\nDue,MILANO,RSA,20100,02/2,chiusa,30\nTre,MILANO,CDI,20121,02/3,attiva,30\nQuattro,LODI,RSA,26900,0371/1,attiva,10\nCinque,ALBINO,RSA,24021,035/1,attiva,50\n";

#[test]
fn things_are_counted_and_added_and_never_dropped() {
    let found = read(STRUCTURES);
    assert!(found.status == Status::NeedsChoice && found.has("list_of_things"), "{:?}", found.codes);
    assert!(!found.has("duplicate_rows") && !found.has("two_values"), "{:?}", found.codes);
    assert_eq!(found.ids(), ["posti", "conteggio"], "neither CAP nor telephone is a quantity");
    assert_eq!((found.sum("posti"), found.sum("conteggio")), (90.0, 4.0));
    assert_eq!(found.value("015146", "posti"), Ok(80.0));
    // The same row twice is two things.
    let twice = read(&format!("{STRUCTURES}Quattro,LODI,RSA,26900,0371/1,attiva,10\n"));
    assert_eq!((twice.sum("posti"), twice.sum("conteggio")), (100.0, 5.0));
    let first = answered(STRUCTURES, r#"{"rows": "single", "accepted": ["all"]}"#);
    assert_eq!(first.sum("posti"), 30.0);
}

#[test]
fn things_are_split_kept_and_combined_as_asked() {
    let split =
        answered(STRUCTURES, r#"{"rows": "added", "columns": {"TIPO": "dimension"}, "date": "2023"}"#);
    assert_eq!(
        (split.sum("posti_rsa"), split.sum("posti_cdi"), split.sum("conteggio_rsa")),
        (60.0, 30.0, 3.0)
    );
    let kept = answered(STRUCTURES, r#"{"rows": "added", "keep": {"STATO": ["attiva"]}, "date": "2023"}"#);
    assert_eq!((kept.sum("posti"), kept.sum("conteggio"), kept.table.rows.not_kept), (60.0, 3.0, 1));
    assert!(kept.has("rows_not_kept"));
    let distinct =
        answered(STRUCTURES, r#"{"rows": "added", "combine": {"TIPO": "distinct"}, "date": "2023"}"#);
    assert_eq!((distinct.value("015146", "tipo"), distinct.value("098031", "tipo")), (Ok(2.0), Ok(1.0)));
    let text = "nome,comune,posti,retta\na,Milano,10,50\nb,Milano,30,70\nc,Lodi,5,60\n";
    let mean = |how: &str| {
        let answers =
            format!(r#"{{"rows": "added", "combine": {{"retta": {{"mean": "{how}"}}}}, "date": "2023"}}"#);
        answered(text, &answers).value("015146", "retta")
    };
    // (50 + 70) / 2, and (10 × 50 + 30 × 70) / 40.
    assert_eq!((mean(""), mean("posti")), (Ok(60.0), Ok(65.0)));
}

#[test]
fn the_reading_of_a_list_is_kept_as_a_recipe() {
    let answers = r#"{"rows": "added", "keep": {"STATO": ["attiva"]}, "columns": {"TIPO": "dimension"}, "date": "2023-12-31"}"#;
    let recipe = answered(STRUCTURES, answers).table.mapping;
    let text = atlante::io::recipe::write(&recipe).expect("a recipe");
    let again = atlante::io::recipe::read(&text).expect("what was written is read");
    let mut importer = Importer::new(&atlas().territories);
    importer.add_recipe(again);
    let next = STRUCTURES.replace("Uno", "Sei");
    let checked = importer.check_bytes("strutture_2024.csv", next.into_bytes()).expect("a table").remove(0);
    let CheckedContent::Table(table) = checked.content else { panic!("a table") };
    let sum = |id: &str| table.variables.iter().find(|v| v.id == id).map(|v| v.sum);
    assert_eq!(
        (sum("posti_rsa"), sum("conteggio_rsa"), sum("posti_cdi")),
        (Some(30.0), Some(2.0), Some(30.0))
    );
}

#[test]
fn categories_of_a_long_table_become_variables() {
    let text = "Comune;Sesso;Anno;Utenti\nMilano;M;2023;1\nMilano;F;2023;2\nMilano;Totale;2023;3\nLodi;M;2023;4\nLodi;F;2023;5\nLodi;Totale;2023;9\n";
    let found = read(text);
    assert_eq!((found.sum("utenti_m"), found.sum("utenti_f")), (5.0, 7.0));
    assert!(found.has("parted_by") && found.has("totals_agree") && found.table.rows.totals == 2);
    let wrong = read(&text.replace("Totale;2023;9", "Totale;2023;8"));
    assert!(wrong.has("totals_differ"));
}

#[test]
fn a_total_smaller_than_what_is_there_is_wrong() {
    let findings_of = |total: &str| {
        let text =
            format!("Comune;anno;utenti\nMilano;2023;40\nRho;2023;20\nLodi;2023;n.d.\nTotale;2023;{total}\n");
        read(&text).codes.into_iter().filter(|code| code.starts_with("totals")).collect::<Vec<_>>()
    };
    assert_eq!(findings_of("50"), ["totals_differ"], "60 > 50");
    assert!(findings_of("70").is_empty(), "what lacks may be 10");
}

#[test]
fn rates_are_known_by_words_and_by_values() {
    let found = read("Comune;anno;copertura_nidi\nMilano;2023;40\nLodi;2023;30\n");
    assert_eq!((found.measure("copertura_nidi"), found.status), (Measure::Share, Status::Ok));
    let names: Vec<&str> = atlas().territories.comuni().iter().take(10).map(|c| c.name.as_str()).collect();
    let rows: String = names.iter().enumerate().map(|(i, name)| format!("{name};2023;{i},5\n")).collect();
    let text = format!("Comune;anno;valore\n{rows}");
    let asked = read(&text);
    assert!(asked.has("measure_supposed") && asked.measure("valore") == Measure::Ratio);
    let amount = answered(&text, r#"{"columns": {"valore": {"value": {"measure": "amount"}}}}"#);
    assert!(!amount.has("measure_supposed") && amount.measure("valore") == Measure::Amount);
    let medici = read("Comune;anno;Medici\nMilano;2023;40\nLodi;2023;30\n");
    assert_eq!(medici.measure("medici"), Measure::Count, "no mean");
}

#[test]
fn small_numbers_that_are_not_given_are_withheld() {
    let found = read("Comune;anno;utenti\nMilano;2023;'40\nLodi;2023;<5\nRho;2023;1 234\nArese;2023;/\n");
    assert_eq!(found.value("098031", "utenti"), Err(Absence::Suppressed));
    assert_eq!((found.value("015146", "utenti"), found.value("015182", "utenti")), (Ok(40.0), Ok(1234.0)));
    assert_eq!(found.value("015009", "utenti"), Err(Absence::Missing));
}

#[test]
fn classes_that_a_spreadsheet_made_dates_are_proposed() {
    let found = read("Comune;0-2;03-mag;06-ott;11-13\nMilano;1;2;3;4\nLodi;5;6;7;8\n");
    assert_eq!(
        (found.codes[0], found.ids()),
        ("headers_turned_into_dates", vec!["0_2", "3_5", "6_10", "11_13"])
    );
}

fn cell(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

#[test]
fn what_a_workbook_hides_is_told() {
    let rows = format!(
        r#"<row r="1">{}{}</row><row r="2">{}<c r="B2"><v>10</v></c></row><row r="3" hidden="1">{}<c r="B3"><v>5</v></c></row>"#,
        cell("A1", "Comune"),
        cell("B1", "Utenti 2023"),
        cell("A2", "Milano"),
        cell("A3", "Lodi")
    );
    let found = bytes("a.xlsx", xlsx(&rows), "{}");
    assert!(found.has("hidden_rows") && found.status == Status::NeedsChoice);
    assert_eq!(found.sum("utenti"), 15.0);
    let without = bytes("a.xlsx", xlsx(&rows), r#"{"skip_hidden": true}"#);
    assert_eq!((without.sum("utenti"), without.table.rows.hidden), (10.0, 1));
    assert!(without.has("hidden_rows_left_out") && !without.has("hidden_rows"));
}

#[test]
fn formulas_without_their_values_are_told() {
    let rows = format!(
        r#"<row r="1">{}{}{}</row><row r="2">{}<c r="B2"><v>10</v></c><c r="C2"><f>B2*2</f><v></v></c></row><row r="3">{}<c r="B3"><v>5</v></c><c r="C3"><f>B3*2</f></c></row>"#,
        cell("A1", "Comune"),
        cell("B1", "Utenti"),
        cell("C1", "Doppio"),
        cell("A2", "Milano"),
        cell("A3", "Lodi")
    );
    let found = bytes("a.xlsx", xlsx(&rows), "{}");
    assert!(found.has("formulas_without_values") && found.status > Status::Ok, "{:?}", found.codes);
    assert_eq!(found.sum("utenti"), 15.0);
}

/// A workbook with styles, the second of which is a percentage.
fn styled(rows: &str) -> Vec<u8> {
    let root = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let book = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="dati" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let relations = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
    let styles = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;
    // Two strings that are used a thousand times.
    let strings = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1000" uniqueCount="2"><si><t>Milano</t></si><si><t>Lodi</t></si></sst>"#;
    let sheet = format!(r#"<worksheet><sheetData>{rows}</sheetData></worksheet>"#);
    let kinds = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
    zip(&[
        ("[Content_Types].xml", kinds.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn percentages_are_read_as_they_are_shown() {
    let rows = format!(
        r#"<row r="1">{}{}</row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>0.1607</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>0.022</v></c></row>"#,
        cell("A1", "Comune"),
        cell("B1", "Utenti SAD")
    );
    let found = bytes("a.xlsx", styled(&rows), "{}");
    assert_eq!(
        (found.value("015146", "utenti_sad"), found.value("098031", "utenti_sad")),
        (Ok(16.07), Ok(2.2))
    );
    assert_eq!((found.table.variables[0].unit.as_str(), found.measure("utenti_sad")), ("%", Measure::Share));
    assert!(found.has("percent_as_shown"));
}

#[test]
fn whole_lines_in_quotes_and_unclosed_quotes_are_mended() {
    let found = read(
        "\"codice,\"\"anno\"\",\"\"utenti\"\",\"\"note\"\"\"\n\"015146,\"\"2023\"\",\"\"10\"\",\"\"a, b\"\"\"\n\"098031,\"\"2023\"\",\"\"5\"\",\"\"\"\"\"\n",
    );
    assert!(found.has("lines_in_quotes") && found.sum("utenti") == 15.0);
    let text = "codice;anno;v\n015002;2023;1\n015005;2023;\"2\n015007;2023;3\n015009;2023;4\n";
    let found = read(text);
    assert_eq!((found.table.rows.taken, found.sum("v")), (4, 10.0));
    assert!(found.has("unclosed_quotes") && found.status > Status::Ok);
}

#[test]
fn a_decimal_comma_that_parts_cells_is_refused() {
    let text = "codice,comune,utenti,quota\n015146,Milano,120,12,5\n098031,Lodi,35,7,25\n";
    let refused =
        Importer::new(&atlas().territories).check_bytes("a.csv", text.into()).expect_err("no numbers");
    assert_eq!(refused.code(), "split_decimals");
}

#[test]
fn letters_come_in_from_every_encoding() {
    let head = b"Comune;nota;anno;utenti\nMilano;".to_vec();
    let tail = b";2023;1\nLodi;x;2023;2\n".to_vec();
    // `"città però".encode(…)` of Python: UTF-8 declared and Latin-1 written, Mac, DOS, UTF-8 written twice.
    for (mark, word) in [
        (&b"\xef\xbb\xbf"[..], &b"citt\xe0 per\xf2"[..]),
        (b"", b"citt\x88 per\x98"),
        (b"", b"citt\x85 per\x95"),
        (b"", b"citt\xc3\x83\xc2\xa0 per\xc3\x83\xc2\xb2"),
    ] {
        let file = [mark, &head, word, &tail].concat();
        let found = bytes("a.csv", file, "{}");
        let cells = &found.table.preview.rows[0].cells;
        assert_eq!(cells[1], "città però");
        assert!(found.has("guessed_encoding"));
    }
    let lost = read("Comune;anno;utenti\nCant\u{fffd};2023;1\nLodi;2023;2\n");
    assert!(lost.has("lost_letters") && lost.status > Status::Ok);
}

#[test]
fn several_tables_of_a_sheet_are_read_each_by_itself() {
    let text = "Comune;Utenti 2023\nMilano;1\nLodi;2\n\nSpesa\nComune;Spesa 2023\nMilano;30\nLodi;40\n";
    let checked = Importer::new(&atlas().territories).check_bytes("a.csv", text.into()).expect("tables");
    let names: Vec<Option<&str>> = checked.iter().map(|one| one.sheet.as_deref()).collect();
    assert_eq!(names, [Some("1–3"), Some("5–8")]);
    for (one, sum) in checked.iter().zip([3.0, 70.0]) {
        assert!(one.findings.iter().any(|finding| finding.code() == "one_of_several_tables"));
        let CheckedContent::Table(table) = &one.content else { panic!("a table") };
        assert_eq!((table.rows.read, table.variables[0].sum), (2, sum));
    }
}

#[test]
fn a_name_whose_words_are_parted_otherwise_is_only_near() {
    let found = read("Comune;anno;utenti\nCASALPUSTERLEN GO;2023;7\nLodi;2023;2\n");
    assert!(found.has("near_match") && found.sum("utenti") == 2.0);
    // With letters of provinces, a Comune elsewhere is recognised as such.
    let found = read("ASL;Comune;anno;utenti\nBG;ALBINO;2023;7\nMI 2;Rho;2023;2\nCO;LOMAZZO;2023;1\n");
    assert_eq!((found.table.rows.outside, found.table.rows.taken), (2, 1));
    assert!(!found.has("near_match") && !found.has("rows_unmatched"));
}

#[test]
fn dates_of_events_are_no_reference_and_a_total_may_stand_elsewhere() {
    let text = "PROTOCOLLO;DATA DOMANDA;COMUNE;ISEE;ESITO\n1;03/02/2023;Milano;12000,50;ammessa\n2;05/02/2023;Milano;8000,00;respinta\n3;06/03/2023;Rho;5000,10;ammessa\n4;09/05/2023;Rho;7000,00;ammessa\n";
    let found = read(text);
    assert!(
        found.has("list_of_things") && found.has("no_date") && found.has("not_added_up"),
        "{:?}",
        found.codes
    );
    assert_eq!((found.ids(), found.sum("conteggio")), (vec!["conteggio"], 4.0));
    let found =
        read("Ambito;Comune;anno;Utenti\nCorsico;Assago;2023;10\n;Buccinasco;2023;20\nTotale;;2023;30\n");
    assert!(found.has("totals_agree") && !found.has("rows_unmatched"), "{:?}", found.codes);
}

/// The recipe of the guide, so that what is printed there works.
#[test]
fn the_recipe_of_the_guide_reads_its_file() {
    let guide = include_str!("../../docs/guida/04-i-propri-dati.md");
    let recipe = guide.split("```toml\n").nth(1).and_then(|text| text.split("```").next()).expect("a recipe");
    let mut importer = Importer::new(&atlas().territories);
    importer.add_recipe(atlante::io::recipe::read(recipe).expect("TOML"));
    let text = "Denominazione;Comune;Tipo;Stato;Anno;Posti letto;Posti;Retta\nA;Milano;RSA;attiva;2024;10;10;50\nB;Milano;RSA;attiva;2024;30;30;70\nC;Milano;RSA;chiusa;2024;5;5;60\n";
    let checked = importer.check_bytes("x.csv", text.as_bytes().to_vec()).expect("a table").remove(0);
    let CheckedContent::Table(table) = checked.content else { panic!("a table") };
    let sum = |id: &str| table.variables.iter().find(|v| v.id == id).map(|v| v.sum);
    // (10 × 50 + 30 × 70) / 40.
    assert_eq!(
        (sum("posti_rsa"), sum("strutture_rsa"), sum("retta_rsa")),
        (Some(40.0), Some(2.0), Some(65.0))
    );
}

#[test]
fn of_two_codes_of_boundaries_istats_is_taken() {
    let square =
        |x: f64| format!("[[[{x},45.4],[{},45.4],[{},45.5],[{x},45.5],[{x},45.4]]]", x + 0.1, x + 0.1);
    let feature = |cadastral: &str, istat: &str, x: f64| {
        format!(
            r#"{{"type":"Feature","properties":{{"com_catasto_code":"{cadastral}","com_istat_code":"{istat}"}},"geometry":{{"type":"Polygon","coordinates":{}}}}}"#,
            square(x)
        )
    };
    let text = format!(
        r#"{{"type":"FeatureCollection","features":[{},{}]}}"#,
        feature("F205", "015146", 9.1),
        feature("E648", "098031", 9.5)
    );
    let checked = Importer::new(&atlas().territories).check_bytes("a.geojson", text.clone().into_bytes());
    let CheckedContent::Boundaries { code, comuni, .. } = &checked.expect("boundaries")[0].content else {
        panic!("boundaries")
    };
    assert_eq!((code.as_deref(), *comuni), (Some("com_istat_code"), 2));
    let folder = Folder::new().with("a.geojson", text);
    let read = custom_territory::read(&folder.path().join("a.geojson"), &CustomTerritorySpec::default());
    let codes: Vec<String> =
        read.expect("a territory").territories.comuni().iter().map(|c| c.code.to_string()).collect();
    assert_eq!(codes, ["015146", "098031"]);
}

#[test]
fn one_row_broken_by_a_decimal_comma_is_left_out_and_told() {
    let text =
        "comune,anno,utenti,quota\nMilano,2023,100,5\nLodi,2023,200,6\nRho,2023,300,12,5\nArese,2023,400,8\n";
    let found = read(text);
    assert!(found.has("split_numbers") && !found.has("ragged_rows"), "{:?}", found.codes);
    assert_eq!(
        (found.ids(), found.sum("utenti"), found.table.rows.taken),
        (vec!["utenti", "quota"], 700.0, 3)
    );
}

#[test]
fn a_quote_that_seems_to_close_in_the_next_row_swallows_nothing() {
    let text = "comune;indirizzo;anno;v\nMilano;\"via \"\"A\"\" 1\";2023;1\nRho;\"via B\";2023;2\nLodi;\"via C;2023;3\nArese;\"via D\";2023;4\n";
    let found = read(text);
    assert_eq!((found.table.rows.taken, found.sum("v")), (4, 10.0));
    assert!(found.has("unclosed_quotes") && found.status > Status::Ok);
}

/// Python's csv reads the same four rows.
#[test]
fn letters_after_a_closing_quote_are_told() {
    let text = "comune;indirizzo;anno;v\nMilano;\"via A\" 1;2023;1\nRho;\"via B\n2\"/a;2023;2\nLodi;via C;2023;3\nArese;via D;2023;4\n";
    let found = read(text);
    assert_eq!((found.table.rows.taken, found.sum("v")), (4, 10.0));
    assert!(found.has("text_after_quotes") && !found.has("unclosed_quotes") && found.status > Status::Ok);
}

#[test]
fn a_header_that_stands_again_is_no_row() {
    let found = read("Comune;anno;Utenti\nMilano;2023;1\nComune;anno;Utenti\nLodi;2023;3\n");
    assert_eq!((found.sum("utenti"), found.table.rows.footnotes), (4.0, 1));
    let found = read("Comune;Utenti\nComune;Utenti\nMilano;1\nLodi;3\n");
    assert_eq!((found.ids(), found.sum("utenti")), (vec!["utenti"], 4.0));
}

#[test]
fn totals_of_some_of_the_rows_are_no_territories() {
    let found = read(
        "Ambito;Comune;anno;Utenti\nCorsico;Assago;2023;10\nCorsico;Buccinasco;2023;20\nTotale Ambito di Corsico;;2023;30\nRho;Rho;2023;5\nSubtotale;;2023;5\nTotale generale;;2023;35\n",
    );
    assert_eq!((found.sum("utenti"), found.table.rows.larger, found.table.rows.unmatched), (35.0, 3, 0));
    assert!(found.has("totals_agree") && !found.has("totals_differ"), "{:?}", found.codes);
}

#[test]
fn a_hidden_sheet_is_asked_about() {
    let rows = format!(
        r#"<row r="1">{}{}</row><row r="2">{}<c r="B2"><v>10</v></c></row><row r="3">{}<c r="B3"><v>5</v></c></row>"#,
        cell("A1", "Comune"),
        cell("B1", "Utenti"),
        cell("A2", "Milano"),
        cell("A3", "Lodi")
    );
    let shown = bytes("a.xlsx", xlsx(&rows), r#"{"date": "2023"}"#);
    assert!(!shown.has("hidden_sheet"), "{:?}", shown.codes);
    let hidden = crate::import_sources::xlsx_with(&rows, r#" state="hidden""#);
    let found = bytes("a.xlsx", hidden, r#"{"date": "2023"}"#);
    assert!(found.has("hidden_sheet") && found.status == Status::NeedsChoice, "{:?}", found.codes);
}
