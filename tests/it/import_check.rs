//! Small invented tables with the quirks of those used in offices, and how they are imported. Their figures are
//! invented too.

use atlante::base::{Code, Date, Level};
use atlante::data::Absence;
use atlante::io::import::{Answers, Checked, CheckedContent, CheckedTable, Importer, Status};
use atlante::io::recipe;

use crate::common::{Folder, atlas, january};
use crate::import_sources::{xlsx, zip};

fn check(file: &str, text: &str) -> (Status, Vec<&'static str>, CheckedTable) {
    let importer = Importer::new(&atlas().territories);
    let checked =
        importer.check_bytes(file, text.as_bytes().to_vec()).unwrap_or_else(|error| panic!("{error}"));
    one(checked)
}

fn one(mut checked: Vec<Checked>) -> (Status, Vec<&'static str>, CheckedTable) {
    assert_eq!(checked.len(), 1);
    let checked = checked.remove(0);
    let status = checked.status();
    let codes = checked.findings.iter().map(|finding| finding.code()).collect();
    let CheckedContent::Table(table) = checked.content else { panic!("boundaries") };
    (status, codes, *table)
}

/// The value of a Comune.
fn value(table: &CheckedTable, code: &str, variable: &str, date: Option<Date>) -> Result<f64, Absence> {
    let dataset = table.dataset.as_ref().expect("values");
    let slice = dataset.at(date.unwrap_or(january(2000))).expect("the date");
    let place = atlas().territories.position(Level::Comuni, &Code::from(code)).expect("a Comune");
    let column = slice.column(variable).unwrap_or_else(|| panic!("{variable}")).f64().expect("numbers");
    column.get(place).ok_or_else(|| slice.absence(variable, place))
}

const END: fn(i16) -> Option<Date> = |year| Date::new(year, 12, 31);

#[test]
fn posas_is_imported_without_its_totals() {
    let text = "\u{feff}\"Popolazione residente per età e sesso al 1° gennaio 2023\"\r\n\"Codice comune\";\"Comune\";\"Età\";\"Totale maschi\";\"Totale femmine\";\"Totale\"\r\n\"015146\";\"Milano\";0;10;11;21\r\n\"015146\";\"Milano\";1;12;13;25\r\n\"015146\";\"Milano\";999;22;24;46\r\n\"001001\";\"Agliè\";0;1;1;2\r\n\"Nota: una riga sola.\"\r\n";
    let (status, codes, table) = check("POSAS_2023_it.csv", text);
    assert_eq!(
        (status, table.recipe.as_str(), table.dates.as_slice()),
        (Status::Ok, "istat_posas", &[january(2023)][..])
    );
    assert_eq!(
        (table.rows.read, table.rows.taken, table.rows.totals, table.rows.outside, table.rows.footnotes),
        (5, 2, 1, 1, 1)
    );
    assert_eq!(value(&table, "015146", "f_1", Some(january(2023))), Ok(13.0));
    assert_eq!(value(&table, "098031", "f_1", Some(january(2023))), Err(Absence::Missing));
    assert!(codes.contains(&"totals_agree") && !codes.contains(&"totals_differ"));
    let (status, codes, _) = check("POSAS_2023_it.csv", &text.replace("999;22", "999;23"));
    assert_eq!((status, codes[0]), (Status::Warnings, "totals_differ"));
    // The same layout under another title is another file.
    let (_, _, table) = check("dati.csv", &text.replace("Popolazione residente", "Stranieri residenti"));
    assert_eq!(table.recipe, "istat_stranieri");
}

#[test]
fn istat_tables_part_their_values_by_what_varies() {
    let text = "\"ITTER107\",\"Territorio\",\"TIPO_DATO15\",\"Tipo di indicatore demografico\",\"SEXISTAT1\",\"Sesso\",\"TIME\",\"Seleziona periodo\",\"Value\",\"Flag Codes\",\"Flags\"\n\"IT\",\"Italia\",\"JAN\",\"popolazione al 1º gennaio\",\"1\",\"maschi\",\"2023\",\"2023\",99,,\n\"015146\",\"Milano\",\"JAN\",\"popolazione al 1º gennaio\",\"1\",\"maschi\",\"2023\",\"2023\",5,\"e\",\"dato stimato\"\n\"015146\",\"Milano\",\"JAN\",\"popolazione al 1º gennaio\",\"9\",\"totale\",\"2023\",\"2023\",9,\"e\",\"dato stimato\"\n";
    let (status, _, table) = check("dati.csv", text);
    let ids: Vec<&str> = table.variables.iter().map(|v| v.id.as_str()).collect();
    assert_eq!((status, ids, table.rows.larger), (Status::Ok, vec!["jan_1", "jan_9"], 1));
    assert_eq!(table.variables[1].name, "popolazione al 1º gennaio, totale");
    assert_eq!(value(&table, "015146", "jan_9", Some(january(2023))), Ok(9.0));

    let sdmx = "DATAFLOW,FREQ,REF_AREA,DATA_TYPE,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nIT1:X(1.0),A,015146,JAN,9,2022,1.5,\nIT1:X(1.0),A,015146,JAN,9,2023,,\n";
    let (status, _, table) = check("x.csv", sdmx);
    assert_eq!((status, table.recipe.as_str(), table.dates.len()), (Status::Ok, "istat_sdmx", 2));
    assert_eq!(value(&table, "015146", "jan", Some(january(2022))), Ok(1.5));
    assert_eq!(value(&table, "015146", "jan", Some(january(2023))), Err(Absence::Missing));
}

#[test]
fn what_the_revenue_leaves_empty_is_withheld() {
    let text = "Anno di imposta;Codice catastale;Codice Istat Comune;Denominazione Comune;Sigla Provincia;Regione;Codice Istat Regione;Numero contribuenti;Reddito da pensione - Frequenza;Reddito da pensione - Ammontare in euro\n2023;F205;15146;MILANO;MI;Lombardia;3;100;40;800000\n2023;E648;98031;LODI;LO;Lombardia;3;50;;\n";
    let (status, codes, table) = check("Redditi.csv", text);
    assert_eq!((status, table.recipe.as_str()), (Status::Ok, "mef_irpef"));
    assert!(codes.contains(&"suppressed_values"));
    assert_eq!(value(&table, "098031", "pensione_n", END(2023)), Err(Absence::Suppressed));
    assert_eq!(value(&table, "015146", "pensione_eur", END(2023)), Ok(800_000.0));
}

#[test]
fn the_demographic_balance_continues_that_of_the_program() {
    let text = "\"Bilancio demografico anno 2023\"\n\"Codice comune\";\"Comune\";\"Popolazione al 1° gennaio - Totale\";\"Nati - Totale\";\"Morti - Totale\";\"Saldo naturale - Totale\"\n\"015146\";\"Milano\";1000;8;10;-2\n";
    let (status, _, table) = check("bilancio.csv", text);
    assert_eq!((status, table.recipe.as_str()), (Status::Ok, "istat_bilancio"));
    // In `bilancio_demografico` too the residents of both ends of a year have its date: rates are made of both.
    assert_eq!(value(&table, "015146", "popolazione_inizio_anno", END(2023)), Ok(1000.0));
    assert_eq!(value(&table, "015146", "saldo_naturale", END(2023)), Ok(-2.0));
}

#[test]
fn structures_are_counted_and_their_places_added() {
    let text = "Denominazione;Indirizzo;Comune;Provincia;Tipologia;Posti\nUno;Via A 1;MILANO;MI;Asilo nido;20\nDue;Via B 2;Milano;MI;Asilo nido;30\nTre;Via C 3;S. DONATO MILANESE;MI;Micronido;10\nQuattro;Via D 4;BERGAMO;BG;Asilo nido;50\n";
    // No source has just these columns, so none is named.
    let (status, codes, table) = check("udo.csv", text);
    assert_eq!((table.recipe.as_str(), table.rows.outside, table.territories), ("tabella", 1, 2));
    assert!(status == Status::NeedsChoice && codes.contains(&"list_of_things"));
    assert_eq!(value(&table, "015146", "posti", None), Ok(50.0));
    assert_eq!(value(&table, "015146", "conteggio", None), Ok(2.0));
    assert_eq!(value(&table, "015192", "posti", None), Ok(10.0));
    let list = "Codice fiscale;Denominazione;Regione;Provincia;Comune;Numero scelte;Importo totale erogabile\n1;A;Lombardia;MI;MILANO;10;1.234,50\n2;B;Lombardia;MI;MILANO;5;100,00\n";
    let (_, _, table) = check("elenco_2022.csv", list);
    assert_eq!(value(&table, "015146", "importo_totale_erogabile", END(2022)), Ok(1334.5));
    assert_eq!(value(&table, "015146", "enti", END(2022)), Ok(2.0));
}

#[test]
fn merged_comuni_are_summed_and_never_in_part() {
    let whole = "codice;utenti\n015235;10\n015246;5\n";
    let (_, codes, table) = check("a.csv", whole);
    assert!(codes.contains(&"merged_comuni"));
    assert_eq!(value(&table, "015251", "utenti", None), Ok(15.0));
    let (status, codes, table) = check("a.csv", "codice;utenti\n015235;10\n015146;7\n");
    assert_eq!((status, codes[0]), (Status::Warnings, "merged_in_part"));
    assert_eq!(value(&table, "015251", "utenti", None), Err(Absence::Missing));
    // Only Comuni with accidents are listed.
    let accidents = "istat_code,year,incidenti_con_lesioni\n015235,2018,14\n015146,2018,9\n";
    let (_, codes, table) = check("incidenti.csv", accidents);
    assert!(codes.contains(&"merged_listed_only"));
    assert_eq!(value(&table, "015251", "incidenti_con_lesioni", END(2018)), Ok(14.0));
    let (_, codes, table) = check("a.csv", "codice;età media\n015235;44,1\n015246;43,2\n");
    assert!(codes.contains(&"merged_not_added"));
    assert_eq!(value(&table, "015251", "eta_media", None), Err(Absence::Missing));
}

#[test]
fn names_are_found_in_any_spelling_and_near_ones_only_proposed() {
    let text = "Comune;utenti\nS. DONATO MILANESE;10\nCassano d’Adda;20\nSESTO SAN GIOVANI;30\nLonigo (VI);40\nTotale ATS;100\n";
    let (status, codes, table) = check("a.csv", text);
    assert_eq!((status, codes[0]), (Status::NeedsChoice, "near_match"));
    assert!(codes.contains(&"rows_unmatched") && codes.contains(&"rows_of_larger_areas"));
    assert_eq!(value(&table, "015192", "utenti", None), Ok(10.0));
    assert_eq!(value(&table, "015209", "utenti", None), Err(Absence::Missing));
    // Every name of ours matches exactly.
    let names: Vec<String> = atlas().territories.comuni().iter().map(|c| c.name.to_uppercase()).collect();
    let text = format!("Comune;n\n{}", names.iter().map(|name| format!("{name};7\n")).collect::<String>());
    assert_eq!(check("a.csv", &text).2.territories, 193);
}

#[test]
fn codes_come_out_of_every_disguise() {
    let text = "codice;n\n15146.0;1\n9.8031E+4;2\n'015209;3\n 015077 ;4\nD912;5\n";
    let (status, codes, table) = check("a.csv", text);
    assert_eq!((status, codes[0], table.territories), (Status::Warnings, "codes_restored", 5));
    assert_eq!(value(&table, "098031", "n", None), Ok(2.0));
    let (_, codes, _) = check("a.csv", "codice;comune;n\n015146;Lodi;1\n015209;Sesto San Giovanni;2\n");
    assert!(codes.contains(&"name_differs"));
}

#[test]
fn ambiti_stay_ambiti() {
    let ambiti = atlas().territories.units(Level::Ambiti);
    let text = format!("Ambito;utenti\nAmbito di {};10\n{};20\n", ambiti[0].name, ambiti[1].code);
    let (_, codes, table) = check("a.csv", &text);
    assert_eq!((table.level, table.territories), (Level::Ambiti, 2));
    let of_level = table.dataset.expect("values").meta.level;
    assert!(of_level == Level::Ambiti && codes.contains(&"values_of_ambiti"));
    assert_eq!(table.variables[0].sum, 30.0);
}

#[test]
fn the_reading_of_numbers_is_reported() {
    let (status, codes, table) = check("a.csv", "codice;n\n015146;1.371.498\n098031;45.212\n");
    assert_eq!((status, codes[0]), (Status::NeedsChoice, "ambiguous_numbers"));
    assert_eq!(value(&table, "098031", "n", None), Ok(45_212.0));
    let (_, codes, table) = check("a.csv", "codice;n\n015146;1,5\n098031;2.5\n");
    assert_eq!((codes[0], value(&table, "015146", "n", None)), ("mixed_numbers", Err(Absence::Missing)));
    assert_eq!(check("a.csv", "codice;n\n015146;12,5%\n098031;3\n").1[0], "marked_numbers");
    let (_, _, table) = check("a.csv", "codice;n\n015146;n.d.\n098031;*\n015209;0\n");
    assert_eq!(value(&table, "015146", "n", None), Err(Absence::Missing));
    assert_eq!(value(&table, "098031", "n", None), Err(Absence::Suppressed));
    assert_eq!(value(&table, "015209", "n", None), Ok(0.0));
}

#[test]
fn headers_may_stand_low_and_take_two_rows() {
    let text = "Regione Lombardia, dati provvisori\n\n;;2022;;2023;\nCodice;Comune;maschi;femmine;maschi;femmine\n015146;Milano;1;2;3;4\n098031;Lodi;5;6;7;8\nFonte: prova\n";
    let (_, codes, table) = check("a.csv", text);
    let ids: Vec<&str> = table.variables.iter().map(|v| v.id.as_str()).collect();
    assert_eq!(ids, ["maschi", "femmine"], "the years are dates");
    assert_eq!(table.dates, [january(2022), january(2023)]);
    assert!(codes.contains(&"footnotes"));
    assert_eq!(value(&table, "098031", "maschi", Some(january(2023))), Ok(7.0));
    assert_eq!(check("a.csv", "015146;Milano;1\n098031;Lodi;2\n").1[0], "no_header");
}

#[test]
fn implausible_values_are_reported_and_kept() {
    let found = |text: &str| check("a.csv", text).1;
    assert!(found("codice;quota anziani\n015146;101,5\n098031;20,5\n").contains(&"share_over_100"));
    assert!(found("codice;utenti\n015146;-4\n098031;20\n").contains(&"negative_counts"));
    assert!(found("codice;anno;utenti\n015146;2022;100\n015146;2023;160\n").contains(&"jump_over_50"));
    assert!(!found("codice;anno;utenti\n015146;2022;10\n015146;2023;16\n").contains(&"jump_over_50"));
    assert!(found("codice;casi\n015146;120\n098031;2\n").contains(&"small_counts"));
    assert!(found("codice;n\n015146;5\n098031;5\n015209;5\n").contains(&"constant_column"));
    assert!(found("codice;n\n015146;9007199254740993\n098031;5\n").contains(&"precision_lost"));
    let (status, codes, table) = check("a.csv", "codice;n\n015146;1\n015146;1\n098031;2\n");
    assert_eq!((status, codes[0]), (Status::Warnings, "duplicate_rows"));
    assert_eq!(value(&table, "015146", "n", None), Ok(1.0));
    assert_eq!(check("a.csv", "codice;n\n015146;1\n015146;2\n").0, Status::NeedsChoice);
}

#[test]
fn of_a_workbook_the_sheet_that_is_known_is_imported() {
    let header = |names: &[&str]| -> String {
        let cell = |(i, name): (usize, &&str)| {
            format!(r#"<c r="{}1" t="inlineStr"><is><t>{name}</t></is></c>"#, char::from(b'A' + i as u8))
        };
        names.iter().enumerate().map(cell).collect()
    };
    let names =
        ["Codice Comune", "Denominazione Comune", "Superficie totale (ettari)", "Superficie totale (Km2)"];
    let rows = format!(
        r#"<row r="1">{}</row><row r="2"><c r="A2"><v>15146</v></c><c r="C2"><v>18167</v></c><c r="D2"><f>C2/100</f><v>181.67</v></c></row>"#,
        header(&names)
    );
    let importer = Importer::new(&atlas().territories);
    let (status, _, table) = one(importer.check_bytes("aree.xlsx", xlsx(&rows)).expect("a workbook"));
    assert_eq!((status, table.recipe.as_str()), (Status::Ok, "istat_superfici"));
    assert_eq!(value(&table, "015146", "superficie_km2", None), Ok(181.67));
    let nothing = importer.check_bytes("a.zip", zip(&[("a.csv", b"x;y\n1;2\n")]));
    assert_eq!(nothing.expect_err("no territory").code(), "no_territory");
}

#[test]
fn a_number_of_a_workbook_has_its_own_decimals() {
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>codice</t></is></c><c r="B1" t="inlineStr"><is><t>indice</t></is></c></row><row r="2"><c r="A2"><v>15146</v></c><c r="B2"><v>13.146</v></c></row><row r="3"><c r="A3"><v>98031</v></c><c r="B3"><v>1.234</v></c></row>"#;
    let importer = Importer::new(&atlas().territories);
    let (status, _, table) = one(importer.check_bytes("a.xlsx", xlsx(rows)).expect("a workbook"));
    assert_eq!((status, value(&table, "015146", "indice", None)), (Status::Ok, Ok(13.146)));
}

#[test]
fn a_users_own_recipe_comes_first() {
    let mut importer = Importer::new(&atlas().territories);
    let own = r#"
        id = "piano_utenti"
        title = { it = "Utenti del Piano", en = "Users of the Piano" }
        source = { it = "Ufficio di Piano", en = "Ufficio di Piano" }
        headers = ["Cod.", "Utenti SAD"]
        territory = { code = "Cod." }
        date = { day = "end" }
        [[value]]
        column = "Utenti SAD"
        id = "utenti_sad"
        measure = "persons"
    "#;
    importer.add_recipe(recipe::read(own).expect("a recipe"));
    let text = "Monitoraggio al 31/12/2024\nCod.;Utenti SAD\n015146;12\n";
    let (_, _, table) = one(importer.check_bytes("piano.csv", text.into()).expect("a table"));
    assert_eq!((table.recipe.as_str(), table.dates.first().copied()), ("piano_utenti", END(2024)));
    assert!(recipe::read("id = 1").is_err());
}

#[test]
fn the_embedded_recipes_can_be_read() {
    let recipes = recipe::embedded();
    assert_eq!(recipes.len(), 21);
    for recipe in &recipes {
        assert!(recipe.id == recipe::GENERIC || recipe.headers.len() > 1, "{}", recipe.id);
    }
}

#[test]
fn a_total_below_is_compared_with_the_sum_above() {
    let findings_of = |total: &str, more: &str| {
        let text = format!("Comune;anno;utenti\nMilano;2023;10\nLodi;2023;2\n{more}Totale;2023;{total}\n");
        let (_, codes, table) = check("a.csv", &text);
        assert_eq!(table.variables[0].sum, 12.0, "a total is never added");
        codes.into_iter().filter(|code| code.starts_with("totals")).collect::<Vec<_>>()
    };
    assert_eq!(findings_of("12", ""), ["totals_agree"]);
    assert_eq!(findings_of("13", ""), ["totals_differ"]);
}

/// A national file without codes: every name that is not one of ours is a territory of its own.
#[test]
fn unknown_names_beyond_a_thousand_are_not_taken_for_one() {
    let table_of = |names: usize| {
        let mut text = String::from("Comune;anno;utenti\nMilano;2023;10\n");
        for i in 0..names {
            text.push_str(&format!("Paese ignoto {i};2023;1\n"));
        }
        text.push_str("Corsicco;2023;6\nPaese ignoto 0;2023;2\n");
        check("paesi.csv", &text)
    };
    let (status, codes, table) = table_of(1_500);
    assert_eq!((table.rows.unmatched, table.unmatched_names), (1_502, 1_501));
    assert_eq!(table.unmatched[0], ("Paese ignoto 0".to_owned(), 2));
    assert!(table.unmatched[1..].iter().all(|(_, rows)| *rows == 1), "{:?}", table.unmatched);
    assert!(status == Status::NeedsChoice && codes.contains(&"near_match"), "Corsico is proposed: {codes:?}");
    assert!(!codes.contains(&"names_not_compared"));
    // Beyond the limit of comparisons nothing is silently lost.
    let (_, codes, table) = table_of(10_050);
    assert_eq!((table.rows.unmatched, table.unmatched_names), (10_052, 10_051));
    assert!(codes.contains(&"names_not_compared") && !codes.contains(&"near_match"), "{codes:?}");
}

/// Another program may write the file while it is being read.
#[test]
fn the_digest_is_that_of_the_bytes_that_were_read() {
    let before = "codice;anno;utenti\n015146;2023;1200\n";
    let folder = Folder::new().with("a.csv", before);
    let path = folder.path().join("a.csv");
    let opened = Importer::open(&path).expect("a file");
    std::fs::write(&path, before.replace("1200", "9")).expect("written");
    let importer = Importer::new(&atlas().territories);
    let (_, _, table) = one(importer.check_opened(&opened, None, &Answers::default()).expect("a table"));
    assert_eq!(table.variables[0].sum, 1200.0);
    // `printf 'codice;anno;utenti\n015146;2023;1200\n' | sha256sum`
    assert_eq!(opened.sha256, "7b7f2250f89aa6d43eeebe779810bd407da2ea803b8c90ef3468d951cdf1a58d");
}
