//! A user's answers about a file, and the recipe that keeps them for the next year.

use atlante::base::{Code, Date, Level};
use atlante::data::AreaKind;
use atlante::i18n::Lang;
use atlante::io::import::{Answers, Checked, CheckedContent, CheckedTable, Importer, Role, Status, When};
use atlante::io::recipe;

use crate::common::{atlas, january};
use crate::import_sources::xlsx;

fn answers(json: &str) -> Answers {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn check(
    importer: &Importer,
    file: &str,
    text: &str,
    answers: &Answers,
) -> (Status, Vec<&'static str>, CheckedTable) {
    let checked = importer.check_bytes_with(file, text.as_bytes().to_vec(), answers);
    one(checked.unwrap_or_else(|error| panic!("{error}")))
}

fn one(mut checked: Vec<Checked>) -> (Status, Vec<&'static str>, CheckedTable) {
    assert_eq!(checked.len(), 1);
    let checked = checked.remove(0);
    let (status, codes) = (checked.status(), checked.findings.iter().map(|f| f.code()).collect());
    let CheckedContent::Table(table) = checked.content else { panic!("boundaries") };
    (status, codes, *table)
}

fn value(table: &CheckedTable, code: &str, variable: &str, date: Option<Date>) -> Option<f64> {
    let dataset = table.dataset.as_ref().expect("values");
    let slice = dataset.at(date.unwrap_or(january(2000))).expect("the date");
    let place = atlas().territories.position(Level::Comuni, &Code::from(code)).expect("a Comune");
    slice.column(variable).unwrap_or_else(|| panic!("{variable}")).f64().expect("numbers").get(place)
}

#[test]
fn every_choice_can_be_answered_and_the_answer_is_reported() {
    let importer = Importer::new(&atlas().territories);
    let text = "Utenti 2023\nComune;utenti;nota\nMilano;1.234;a\nSESTO SAN GIOVANI;2.500;b\nAltrove;7;c\n";
    let (status, codes, _) = check(&importer, "a.csv", text, &Answers::default());
    assert_eq!(status, Status::NeedsChoice);
    for code in ["near_match", "ambiguous_numbers", "date_supposed"] {
        assert!(codes.contains(&code), "{code}: {codes:?}");
    }
    let given = answers(
        r#"{ "decimal": ",", "date": "2023-12-31", "names": { "SESTO SAN GIOVANI": "015209", "Altrove": "" } }"#,
    );
    let (status, codes, table) = check(&importer, "a.csv", text, &given);
    assert_eq!((status, codes[0]), (Status::Warnings, "rows_outside"), "{codes:?}");
    for code in ["chosen_numbers", "chosen_date", "chosen_name"] {
        assert!(codes.contains(&code), "{code}: {codes:?}");
    }
    let date = Date::new(2023, 12, 31);
    assert_eq!(value(&table, "015146", "utenti", date), Some(1234.0));
    assert_eq!(value(&table, "015209", "utenti", date), Some(2500.0));
    let point = Answers { decimal: Some('.'), ..given };
    let (_, _, table) = check(&importer, "a.csv", text, &point);
    assert_eq!(value(&table, "015209", "utenti", date), Some(2.5));
    // Values said to hold always have no date.
    let always = Answers { date: Some(When::Always), ..point };
    assert!(check(&importer, "a.csv", text, &always).2.dates.is_empty());
    // Proposals are accepted, except for names that are only similar.
    let accepted = answers(r#"{ "accepted": ["all"] }"#);
    let (status, _, table) = check(&importer, "a.csv", text, &accepted);
    assert_eq!((status, value(&table, "015209", "utenti", Some(january(2023)))), (Status::Warnings, None));
}

#[test]
fn columns_are_what_the_user_says() {
    let importer = Importer::new(&atlas().territories);
    let text = "cod;paese;quando;tipo;n;codici\nX1;Milano;2022;a;5;1\nX2;Lodi;2022;b;6;2\n";
    let given = answers(
        r#"{ "columns": { "quando": "date", "tipo": "dimension", "codici": { "value": { "measure": "ratio", "unit": "m" } }, "n": "ignored" } }"#,
    );
    let (_, codes, table) = check(&importer, "a.csv", text, &given);
    assert_eq!(table.dates, [january(2022)]);
    assert!(codes.contains(&"chosen_column"));
    let ids: Vec<(&str, &str)> = table.variables.iter().map(|v| (v.id.as_str(), v.unit.as_str())).collect();
    assert_eq!(ids, [("codici_a", "m"), ("codici_b", "m")]);
    // A column whose cells do not name territories.
    let text = "sede;utenti\nSede 1;5\nSede 2;6\n";
    let given =
        answers(r#"{ "columns": { "sede": "name" }, "names": { "Sede 1": "015146", "Sede 2": "098031" } }"#);
    assert!(importer.check_bytes("a.csv", text.into()).is_err());
    assert_eq!(value(&check(&importer, "a.csv", text, &given).2, "098031", "utenti", None), Some(6.0));
    // Answers that do not fit.
    for (json, code) in [
        (r#"{ "columns": { "nessuna": "value" } }"#, "no_column"),
        (r#"{ "names": { "Milano": "999999" } }"#, "no_such_territory"),
        (r#"{ "sheet": "dati" }"#, "no_such_sheet"),
    ] {
        let error = importer.check_bytes_with("a.csv", "Comune;n\nMilano;1\nLodi;2\n".into(), &answers(json));
        let error = error.expect_err(code);
        assert_eq!(error.code(), code);
        assert!(!error.text(Lang::It).contains("{}"), "{error}");
    }
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>codice</t></is></c><c r="B1" t="inlineStr"><is><t>n</t></is></c></row><row r="2"><c r="A2"><v>15146</v></c><c r="B2"><v>3</v></c></row>"#;
    let selected = answers(r#"{ "sheet": "Dati " }"#);
    let (_, codes, _) = one(importer.check_bytes_with("a.xlsx", xlsx(rows), &selected).expect("a workbook"));
    assert!(codes.contains(&"chosen_sheet"));
}

#[test]
fn next_years_file_is_imported_with_no_question() {
    let of = |year: i16, n: [&str; 2]| {
        format!(
            "Monitoraggio {year}\n;utenti;media;\nPaese;sede;sede;note | altro\nMilano;{};2;x\nS. Giovani;{};4,5;y\n",
            n[0], n[1]
        )
    };
    let mut importer = Importer::new(&atlas().territories);
    let given = answers(
        r#"{ "decimal": ",", "date": "2023-12-31", "names": { "S. Giovani": "015209" },
             "columns": { "Paese": "name", "utenti sede": { "value": { "measure": "persons", "unit": "utenti" } } } }"#,
    );
    let (status, codes, table) = check(&importer, "piano_2023.csv", &of(2023, ["1.234", "30"]), &given);
    assert_eq!(status, Status::Ok, "{codes:?}");
    let text = recipe::write(&table.mapping).expect("TOML");
    let read = recipe::read(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(read, table.mapping, "{text}");
    assert_eq!((read.id.as_str(), read.header_rows), ("piano", 2));
    importer.add_recipe(read);
    let (status, codes, next) =
        check(&importer, "piano_2024.csv", &of(2024, ["2.345", "31"]), &Answers::default());
    assert_eq!((status, next.recipe.as_str()), (Status::Ok, "piano"), "{codes:?}");
    let date = Date::new(2024, 12, 31);
    assert_eq!(value(&next, "015146", "utenti_sede", date), Some(2345.0));
    assert_eq!(value(&next, "015209", "media_sede", date), Some(4.5));
    assert_eq!(next.variables[0].unit, "utenti");
    // For a known source the recipe stays unchanged, apart from the answers.
    let posas = "Codice comune;Comune;Età;Totale maschi;Totale femmine\n015146;Milano;0;10;11\n";
    let (_, _, table) = check(&importer, "posas.csv", posas, &answers(r#"{ "date": "2024" }"#));
    assert_eq!((table.mapping.id.as_str(), table.mapping.headers.len()), ("istat_posas", 4));
    assert_eq!(table.dates, [january(2024)]);
    for recipe in recipe::embedded() {
        let text = recipe::write(&recipe).expect("TOML");
        assert_eq!(recipe::read(&text).expect("what was written"), recipe);
    }
}

#[test]
fn a_table_by_ambito_has_values_of_that_level() {
    let importer = Importer::new(&atlas().territories);
    let ambiti = atlas().territories.units(Level::Ambiti);
    let row = |(i, unit): (usize, &atlante::data::Unit)| format!("{};1/1/2023;{}\n", unit.name, i + 11);
    let text = format!("Ambito;data;utenti\n{}", ambiti.iter().enumerate().map(row).collect::<String>());
    let (status, codes, table) = check(&importer, "monitoraggio.csv", &text, &Answers::default());
    assert_eq!((status, table.level), (Status::Ok, Level::Ambiti), "{codes:?}");
    assert!(table.areas.is_none(), "no area beyond ours");
    let dataset = table.dataset.expect("values");
    assert_eq!(dataset.meta.level, Level::Ambiti);
    let (date, slice) = dataset.slices().next().expect("a date");
    let values = slice.values("utenti").expect("the variable");
    assert_eq!((date, values.len(), values[16]), (Some(january(2023)), ambiti.len(), Ok(27.0)));
    // Without a date they cannot be placed.
    let (status, codes, table) =
        check(&importer, "a.csv", "Ambito;utenti\nCorsico;3\nRho;4\n", &Answers::default());
    assert_eq!((status, codes[0], table.areas.is_none()), (Status::NeedsChoice, "ambiti_without_date", true));
}

#[test]
fn the_region_and_the_country_stand_beside() {
    let importer = Importer::new(&atlas().territories);
    let text = "ITTER107,TIPO_DATO15,TIME,Value\nIT,JAN,2022,99\nITC4,JAN,2023,50\n015146,JAN,2023,5\n015,JAN,2023,8\n";
    let (_, codes, table) = check(&importer, "a.csv", text, &Answers::default());
    assert_eq!((table.rows.larger, table.rows.taken), (3, 1));
    assert_eq!(table.dates, [january(2023)], "dates are those of our territories");
    assert!(codes.contains(&"values_of_areas"));
    let values = &table.areas.expect("values of areas").variables[0].values;
    let found: Vec<(AreaKind, String)> = values.iter().map(|v| (v.kind, v.reference.to_string())).collect();
    assert_eq!(found, [(AreaKind::Italy, "2022-01-01".into()), (AreaKind::Region, "2023-01-01".into())]);
    let text = "Comune;anno;n\nMilano;2023;1\nLodi;2023;2\nRegione Lombardia;2023;3\nTotale;2023;6\n";
    let (_, _, table) = check(&importer, "a.csv", text, &Answers::default());
    assert_eq!(table.areas.expect("Lombardia").variables[0].values.len(), 1);
    assert_eq!(table.variables[0].sum, 3.0);
}

#[test]
fn roles_have_names_in_files_and_words() {
    for id in ["ignored", "code", "name", "ambito", "province", "date", "dimension", "value"] {
        let role = Role::from_id(id).expect("a role");
        assert!(Lang::ALL.into_iter().all(|lang| !lang.text(role.text()).is_empty()));
    }
    assert_eq!(Role::from_id("other"), None);
    for text in ["2023", "2023-12-31", "never"] {
        assert_eq!(String::from(When::try_from(text.to_owned()).expect("a time")), text);
    }
}
