//! Other ways in which offices write what the program reads: names of Comuni and Ambiti with words beside them, dates with a mark,
//! totals in merged cells. The tables are made for these tests; the expected numbers are added by hand.

use std::fmt::Write;

use atlante::base::Level;
use atlante::data::{Method, Quality};
use atlante::i18n::Lang;
use atlante::io::import::{Answers, Checked, CheckedContent, CheckedTable, Importer, Role};
use atlante::io::recipe::Measure;

use crate::common::{atlas, imported, january, table_of, value_of};

const CORSICO: [&str; 6] =
    ["Assago", "Buccinasco", "Cesano Boscone", "Corsico", "Cusago", "Trezzano sul Naviglio"];

fn checked(file: &str, text: &str) -> Checked {
    let importer = Importer::new(&atlas().territories);
    let checked = importer.check_bytes_with(file, text.into(), &Answers::default());
    checked.unwrap_or_else(|e| panic!("{text}: {e}")).remove(0)
}

fn table(checked: &Checked) -> &CheckedTable {
    let CheckedContent::Table(table) = &checked.content else { panic!("boundaries") };
    table
}

fn sentence(checked: &Checked, code: &str) -> Option<String> {
    checked.findings.iter().find(|f| f.code() == code).map(|finding| finding.sentence(Lang::It))
}

/// The variables with their sums.
fn sums(checked: &Checked) -> Vec<(String, f64)> {
    table(checked).variables.iter().map(|variable| (variable.id.clone(), variable.sum)).collect()
}

/// A table of the six Comuni of Corsico; a cell for each.
fn of_corsico(head: &str, cells: impl Fn(usize) -> String) -> String {
    let rows = CORSICO.iter().enumerate();
    rows.fold(format!("Comune;{head}\n"), |mut text, (i, name)| {
        writeln!(text, "{name};{}", cells(i)).expect("a string");
        text
    })
}

#[test]
fn an_ambito_is_known_with_the_words_and_numbers_beside_its_name() {
    let territories = &atlas().territories;
    for pattern in
        ["Ambito n. {n} - {}", "PdZ di {}", "Piano di Zona {}", "UdP {}", "{n}. {}", "Ufficio di Piano di {}"]
    {
        let mut text = "Ambito territoriale sociale;Utenti SAD al 31/12/2023\n".to_owned();
        for (i, unit) in territories.units(Level::Ambiti).iter().enumerate() {
            let name = pattern.replace("{n}", &(i + 1).to_string()).replace("{}", &unit.name);
            writeln!(text, "{name};{}", 10 + i).expect("a string");
        }
        let checked = checked("a.csv", &text);
        // 17 Ambiti with 10, 11, … 26.
        assert_eq!((table(&checked).level, table(&checked).territories), (Level::Ambiti, 17), "{pattern}");
        assert_eq!(sums(&checked)[0].1, 306.0, "{pattern}");
    }
}

#[test]
fn a_comune_is_known_with_what_stands_beside_its_name() {
    let names = [
        "20094 Corsico",
        "015011 - Assago",
        "C.ne di Buccinasco",
        "Comune di Rho (MI)",
        "Città di Segrate",
        "Amministrazione Comunale di Lainate",
        "Inveruno, Comune di",
        "Rescaldina - Comune",
        "Melzo ¹",
        "Bollate*",
        "Opera [3]",
    ];
    let rows: String = names.iter().map(|name| format!("{name};10\n")).collect();
    let checked = checked("a.csv", &format!("Ente;Utenti al 31/12/2023\n{rows}"));
    assert_eq!(
        (table(&checked).rows.taken, table(&checked).territories),
        (11, 11),
        "{:?}",
        table(&checked).unmatched
    );
    // The code of another Comune, a province and a union of Comuni are none.
    let others = "Ente;Utenti al 31/12/2023\nCorsico;1\nRho;2\n015146 - Melzo;4\nMilano (provincia);8\nCittà metropolitana di Milano;16\n";
    let checked = self::checked("a.csv", others);
    assert_eq!(sums(&checked)[0].1, 3.0, "{:?}", checked.findings);
}

#[test]
fn a_code_and_a_name_in_one_cell_are_read() {
    let rows: String =
        atlas().territories.comuni().iter().map(|unit| format!("{} {};2\n", unit.code, unit.name)).collect();
    let checked = checked("a.csv", &format!("Codice e Comune;Utenti al 31/12/2023\n{rows}"));
    assert_eq!((table(&checked).territories, sums(&checked)[0].1), (193, 386.0));
}

#[test]
fn an_estimate_in_a_header_belongs_to_the_series() {
    let text =
        of_corsico("Utenti al 31/12/2022;Utenti al 31/12/2023 (stima)", |i| format!("{};{}", 5 + i, 6 + i));
    let checked = checked("a.csv", &text);
    let own = table(&checked);
    assert_eq!(sums(&checked), [("utenti".to_owned(), 51.0)]);
    let dates: Vec<String> = own.dates.iter().map(ToString::to_string).collect();
    assert_eq!(dates, ["2022-12-31", "2023-12-31"]);
    assert_eq!(sentence(&checked, "date_of_others"), None);
    // Men and women below a year are not one another's marks.
    let text = of_corsico("2022 M;2022 F;2023 M;2023 F", |i| format!("{i};{};{i};{}", i + 1, i + 2));
    let ids: Vec<String> = sums(&self::checked("a.csv", &text)).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["m", "f"]);
}

#[test]
fn a_day_without_its_year_is_no_month_of_another() {
    let checked = checked("a.csv", &of_corsico("Periodo;Utenti", |i| format!("30 giugno;{i}")));
    assert!(table(&checked).dates.is_empty());
    assert!(sentence(&checked, "dates_not_read").expect("a warning").contains("30 giugno"));
}

#[test]
fn subtotals_in_merged_cells_are_compared_with_their_comuni() {
    for head in ["Ambito;Comune", "Comune;Ambito"] {
        let cells = |ambito: &str, comune: &str, n: usize| match head {
            "Ambito;Comune" => format!("{ambito};{comune};{n}\n"),
            _ => format!("{comune};{ambito};{n}\n"),
        };
        let mut text = format!("{head};Utenti al 31/12/2023\n");
        for (i, name) in CORSICO.iter().enumerate() {
            text += &cells(if i == 0 { "Corsico" } else { "" }, name, 10 + i);
        }
        // 10 + 11 + … + 15 = 75.
        text += &cells("Totale Corsico", "", 76);
        let checked = checked("a.csv", &text);
        let said =
            sentence(&checked, "totals_differ").unwrap_or_else(|| panic!("{head}: {:?}", checked.findings));
        assert!(said.contains("76") && said.contains("75"), "{said}");
        assert_eq!(sums(&checked)[0].1, 75.0);
    }
    // The same among the Comuni.
    let text = of_corsico("Utenti al 31/12/2023", |i| (10 + i).to_string()) + "Totale Corsico;76\n";
    assert!(sentence(&checked("a.csv", &text), "totals_differ").expect("a difference").contains("75"));
}

#[test]
fn the_activity_of_a_thing_has_a_beginning_and_an_end() {
    let text = "Denominazione;Comune;Capacità ricettiva;Inizio attività;Cessazione attività\n\
        A;Corsico;10;1/1/2010;31/12/2020\nB;Corsico;20;1/1/2015;\nC;Assago;30;1/6/2023;31/12/2099\nD;Rho;5;1/1/2000;\n";
    let importer = Importer::new(&atlas().territories);
    let answers: Answers = serde_json::from_str(r#"{"at": "2022-12-31"}"#).expect("answers");
    let checked = importer.check_bytes_with("a.csv", text.into(), &answers).expect("a table").remove(0);
    // B and D are there: A had closed, C had not opened.
    assert_eq!(sums(&checked)[0], ("capacita_ricettiva".to_owned(), 25.0), "{:?}", checked.findings);
}

/// 30 of 100 children, 31 of 110 and so on: the file does not say what the coverage is of, its numbers do.
#[test]
fn a_rate_that_is_the_quotient_of_two_columns_is_weighted_with_the_second() {
    let cells = |i: usize| {
        let (children, places) = (100 + 10 * i, 30 + i);
        let coverage = format!("{:.1}", 100.0 * places as f64 / children as f64).replace('.', ",");
        format!("31/12/2023;{children};{places};{coverage}")
    };
    let text = of_corsico("Data;Bambini 0-2;Posti nido;Copertura (%)", cells);
    let checked = checked("a.csv", &text);
    let coverage = &table(&checked).variables[2];
    assert_eq!(coverage.uses.weight.as_deref(), Some("Bambini 0-2"), "{:?}", checked.findings);
    let (project, atlas) = imported(checked);
    let ids = project.imports[0].indicator_ids();
    let date = "2023-12-31".parse().expect("a date");
    let value =
        value_of(&atlas, ids.last().expect("an indicator"), date, Level::Ambiti, "Corsico").expect("a value");
    // Python: 100 * sum(range(30, 36)) / sum(range(100, 160, 10)) = 26.0, of coverages rounded to a decimal.
    assert!((value - 26.0).abs() < 0.05, "{value}");
    // One row that differs by more than its rounding.
    let text = text.replace("Assago;31/12/2023;100;30;30,0", "Assago;31/12/2023;100;30;31,0");
    assert_eq!(table(&self::checked("a.csv", &text)).variables[2].uses.weight, None);
}

#[test]
fn indicators_named_in_rows_are_what_their_names_say() {
    let mut text = "Comune;Indicatore;Anno;Valore\n".to_owned();
    for (i, name) in CORSICO.iter().enumerate() {
        writeln!(text, "{name};Utenti SAD al 31/12;2023;{}\n{name};Copertura nidi (%);2023;3{i},5", 10 + i)
            .expect("a string");
    }
    let checked = checked("a.csv", &text);
    let told: Vec<_> =
        table(&checked).variables.iter().map(|v| (v.name.as_str(), v.measure, v.present)).collect();
    // 10 + 11 + … + 15 = 75 persons; a coverage has no sum.
    assert_eq!(
        told,
        [("Utenti SAD al 31/12", Measure::Persons, 6), ("Copertura nidi (%)", Measure::Share, 6)]
    );
    assert_eq!(table(&checked).variables[0].sum, 75.0);
    assert!(sentence(&checked, "indicators_spread").expect("a note").contains("«Indicatore»"));
}

#[test]
fn a_code_in_two_columns_is_joined() {
    let mut text = "COD_REG;COD_PROV;COD_COM;Utenti al 31/12/2023\n1;1;272;900\n".to_owned();
    for unit in atlas().territories.comuni() {
        let (province, comune) = unit.code.as_str().split_at(3);
        let number = |text: &str| text.parse::<u16>().expect("a number");
        writeln!(text, "3;{};{};2", number(province), number(comune)).expect("a string");
    }
    let checked = checked("a.csv", &text);
    assert_eq!(
        (table(&checked).territories, table(&checked).rows.outside),
        (193, 1),
        "{:?}",
        checked.findings
    );
    assert_eq!(sums(&checked)[0].1, 386.0);
    assert!(sentence(&checked, "codes_joined").is_some());
}

/// The same table whether its numbers are read by several threads or one by one: every third cell is no plain number.
#[test]
fn a_large_table_is_read_as_a_small_one() {
    let row = |i: usize, name: &str| {
        let cells = (0..60).map(|column| match (i + column) % 3 {
            0 => format!(";{}", 1_000 + i % 50 + column),
            1 => format!(";{},5", 1_000 + i % 7),
            _ => ";".to_owned(),
        });
        format!("Casa {i};{name}{}\n", cells.collect::<String>())
    };
    let letter = |at: u8| char::from(b'a' + at);
    let head: String = (0..60).map(|at| format!(";Spesa vo{}{}", letter(at / 10), letter(at % 10))).collect();
    let comuni = atlas().territories.comuni();
    let text: String = (0..9_000).map(|i| row(i, &comuni[i % comuni.len()].name)).collect();
    let checked = checked("a.csv", &format!("Denominazione;Comune{head}\n{text}"));
    let own = table(&checked);
    assert_eq!((own.rows.taken, own.variables.len()), (9_000, 61));
    for (column, variable) in own.variables.iter().take(60).enumerate() {
        let cells = (0..9_000_usize).map(|i| match (i + column) % 3 {
            0 => (1_000 + i % 50 + column) as f64,
            1 => (1_000 + i % 7) as f64 + 0.5,
            _ => 0.0,
        });
        assert_eq!(variable.sum, cells.sum::<f64>(), "{}", variable.name);
    }
    assert_eq!(own.variables[60].sum, 9_000.0);
}

#[test]
fn years_across_are_what_the_line_above_says() {
    let rows = of_corsico("2021;2022;2023*", |i| format!("{};{};{}", 5 + i, 6 + i, 7 + i));
    let text = format!("Utenti del servizio SAD per Comune e anno\n{rows}* dato provvisorio\n");
    let checked = checked("a.csv", &text);
    let variable = &table(&checked).variables[0];
    assert_eq!(
        (variable.id.as_str(), variable.measure, variable.sum),
        ("utenti_del_servizio_sad", Measure::Persons, 57.0)
    );
    let (project, atlas) = imported(checked);
    let id = project.imports[0].indicator_ids().remove(0);
    let of = |year| {
        let table = table_of(&atlas, &id, january(year), Level::Comuni, Method::Pooled);
        table.rows.iter().find(|row| row.name == "Assago").expect("a row").quality
    };
    assert_eq!([of(2022), of(2023)], [Quality::Final, Quality::Provisional]);
}

#[test]
fn a_column_of_totals_is_compared_with_its_parts() {
    let cells = |i: usize| format!("31/12/2023;{};{};{}", 10 + i, 12 + i, 22 + 2 * i + usize::from(i == 3));
    let checked = checked("a.csv", &of_corsico("Data;Maschi;Femmine;Totale", cells));
    // Corsico: 13 + 15 = 28, the file says 29.
    let said = sentence(&checked, "totals_differ").unwrap_or_else(|| panic!("{:?}", checked.findings));
    assert!(said.contains("29") && said.contains("28"), "{said}");
    let right =
        of_corsico("Data;Maschi;Femmine;Totale", |i| format!("31/12/2023;{};{};{}", i, i + 1, 2 * i + 1));
    assert_eq!(sentence(&self::checked("a.csv", &right), "totals_differ"), None);
}

#[test]
fn the_total_of_an_ambito_is_compared_year_by_year() {
    let mut text = "Comune;Data;Utenti\n".to_owned();
    for year in [2022, 2023] {
        for (i, name) in CORSICO.iter().enumerate() {
            writeln!(text, "{name};31/12/{year};{}", i + year - 2015).expect("a string");
        }
    }
    // 7 + 8 + … + 12 = 57 and 8 + … + 13 = 63.
    text += "Totale Ambito;31/12/2022;57\nTotale Ambito;31/12/2023;60\n";
    let said = sentence(&checked("a.csv", &text), "totals_differ").expect("a difference");
    assert!(said.contains("60") && said.contains("63"), "{said}");
}

#[test]
fn the_total_of_a_category_is_no_member_of_it() {
    let mut text = "Comune;Servizio;Data;Utenti\n".to_owned();
    for (i, name) in CORSICO.iter().enumerate() {
        for (service, users) in [("SAD", 5 + i), ("ADI", 7 + i), ("Totale servizi", 12 + 2 * i)] {
            writeln!(text, "{name};{service};31/12/2023;{users}").expect("a string");
        }
    }
    let checked = checked("a.csv", &text);
    let ids: Vec<String> = sums(&checked).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["utenti_sad", "utenti_adi"]);
    assert!(sentence(&checked, "totals_agree").expect("a note").contains('6'));
}

#[test]
fn words_of_a_scale_are_steps() {
    let checked = checked(
        "a.csv",
        &of_corsico("Data;Rischio", |i| format!("31/12/2023;{}", ["alto", "basso", "medio"][i % 3])),
    );
    let variable = &table(&checked).variables[0];
    assert_eq!((variable.measure, variable.present), (Measure::Ordinal, 6));
    assert_eq!(variable.uses.steps, ["basso", "medio", "alto"]);
}

#[test]
fn whole_numbers_divided_by_sex_are_of_persons() {
    // Whatever their header.
    let mut text = "Territorio;Sesso;Data;Valore\n".to_owned();
    for name in CORSICO {
        text += &format!("{name};maschi;1/1/2024;5\n{name};femmine;1/1/2024;6\n{name};totale;1/1/2024;11\n");
    }
    assert_eq!(
        sums(&checked("a.csv", &text)),
        [("valore_maschi".to_owned(), 30.0), ("valore_femmine".to_owned(), 36.0)]
    );
}

#[test]
fn months_across_are_dates_of_the_year_in_the_title() {
    let rows = of_corsico("gen;feb;mar", |i| format!("{};{};{}", 5 + i, 6 + i, 7 + i));
    let text = format!("Utenti in carico - anno 2023\n{rows}");
    let checked = checked("a.csv", &text);
    let dates: Vec<String> = table(&checked).dates.iter().map(ToString::to_string).collect();
    assert_eq!(dates, ["2023-01-31", "2023-02-28", "2023-03-31"]);
    // Those of March: 7 + … + 12.
    assert_eq!(sums(&checked), [("utenti_in_carico".to_owned(), 57.0)]);
    assert!(sentence(&checked, "months_of_year").expect("a question").contains("2023"));
    let importer = Importer::new(&atlas().territories);
    let answers: Answers = serde_json::from_str(r#"{"date": "2024"}"#).expect("answers");
    let checked = importer.check_bytes_with("a.csv", text.into(), &answers).expect("a table").remove(0);
    assert_eq!(table(&checked).dates[1].to_string(), "2024-02-29");
}

#[test]
fn a_second_column_of_comuni_is_told() {
    let checked = checked(
        "a.csv",
        "Comune;Comune;Utenti al 31/12/2023\nCorsico;Assago;5\nRho;Assago;6\nMelzo;Assago;7\n",
    );
    assert_eq!(sums(&checked)[0].1, 18.0);
    assert!(sentence(&checked, "doubled_headers").expect("a warning").contains("«Comune 2»"));
}

#[test]
fn a_denominator_before_its_factor_is_found_in_the_file() {
    let cells = |i: usize| format!("31/12/2023;{};{},5", 1000 + i, 10 + i);
    let checked = checked("a.csv", &of_corsico("Data;Minori;Incidenza su minori (per 1.000)", cells));
    assert_eq!(table(&checked).variables[1].uses.weight.as_deref(), Some("Minori"));
}

#[test]
fn a_rate_per_worker_is_not_added() {
    let text = of_corsico("Data;Assistenti sociali;Abitanti per assistente", |i| {
        format!("31/12/2023;{};{}", 2 + i, 4_000 + i)
    });
    let measures: Vec<Measure> =
        table(&checked("a.csv", &text)).variables.iter().map(|v| v.measure).collect();
    assert_eq!(measures, [Measure::Count, Measure::Ratio]);
}

#[test]
fn names_in_the_first_row_of_a_group_are_filled_down_and_asked_about() {
    let mut text = "Comune;Servizio;Utenti al 31/12/2023\n".to_owned();
    for (i, name) in CORSICO.iter().enumerate() {
        writeln!(text, "{name};SAD;{}\n;ADI;{}\n;Pasti;{}", 5 + i, 6 + i, 7 + i).expect("a string");
    }
    let checked = checked("a.csv", &text);
    let expected = [("utenti_sad", 45.0), ("utenti_adi", 51.0), ("utenti_pasti", 57.0)];
    assert_eq!(sums(&checked), expected.map(|(id, sum)| (id.to_owned(), sum)), "{:?}", checked.findings);
    assert!(sentence(&checked, "filled_down").expect("a question").contains("«Comune»"));
    // A row without a name that is not like the others is told as before.
    let text = text.replace("Cusago;SAD;9\n", "Cusago;SAD;9\n;Trasporti;3\n");
    assert_eq!(sentence(&self::checked("a.csv", &text), "filled_down"), None);
}

#[test]
fn columns_of_other_variables_keep_their_own_dates() {
    let text = of_corsico("Utenti (dato al 31/12/2023);Spesa al 31/12/2022", |i| {
        format!("{};{}", 50 + i, 5_000 + i)
    });
    let checked = checked("a.csv", &text);
    let dates: Vec<String> = table(&checked).dates.iter().map(ToString::to_string).collect();
    assert_eq!(dates, ["2022-12-31", "2023-12-31"]);
    assert_eq!(sums(&checked), [("utenti".to_owned(), 315.0), ("spesa".to_owned(), 30_015.0)]);
    assert_eq!(sentence(&checked, "no_date"), None);
}

#[test]
fn a_total_before_its_parts_or_without_its_date_is_compared() {
    let cells = |i: usize| format!("31/12/2023;{};{};{}", 22 + 2 * i + usize::from(i == 2), 10 + i, 12 + i);
    let text = of_corsico("Data;Totale;di cui maschi;di cui femmine", cells);
    assert!(sentence(&checked("a.csv", &text), "totals_differ").expect("a difference").contains("27"));
    // 5 + … + 10 = 45.
    let text = of_corsico("Utenti;Data", |i| format!("{};31/12/2023", 5 + i)) + "TOTALE;46;\n";
    assert!(sentence(&checked("a.csv", &text), "totals_differ").expect("a difference").contains("45"));
}

#[test]
fn yes_and_no_are_categories_and_a_sign_has_an_id() {
    let cells = |i: usize| format!("31/12/2023;{};2{i},5", ["sì", "no"][i % 2]);
    let checked = checked("a.csv", &of_corsico("Data;Sportello attivo;%", cells));
    let told: Vec<_> = table(&checked).variables.iter().map(|v| (v.id.as_str(), v.measure)).collect();
    assert_eq!(told, [("sportello_attivo", Measure::Category), ("colonna_4", Measure::Share)]);
}

#[test]
fn the_day_a_file_was_made_is_not_that_of_its_values() {
    let rows = of_corsico("Accessi", |i| (50 + i).to_string());
    let text = format!("Data estrazione: 12/02/2024\nPeriodo: 01/01/2023 - 31/12/2023\n{rows}");
    let dates: Vec<String> = table(&checked("a.csv", &text)).dates.iter().map(ToString::to_string).collect();
    assert_eq!(dates, ["2023-12-31"]);
}

#[test]
fn of_two_columns_of_codes_the_right_one_is_asked_for() {
    let head = "codice comune nascita;codice comune residenza;utenti\n";
    let text = format!("{head}015146;015002;11\n015002;015146;72\n015005;015007;9\n");
    let asked = checked("a.csv", &text);
    let told = sentence(&asked, "two_territories").expect("a question");
    assert!(
        told.contains("«codice comune nascita» (015146)")
            && told.contains("«codice comune residenza» (015002)")
    );
    // Either is chosen, or the other is left out.
    let column = "codice comune residenza".to_owned();
    let chosen = Answers { columns: [(column, Role::Code)].into(), ..Answers::default() };
    let other = "codice comune nascita".to_owned();
    let left_out = Answers { columns: [(other, Role::Ignored)].into(), ..Answers::default() };
    for answers in [chosen, left_out] {
        let importer = Importer::new(&atlas().territories);
        let checked =
            importer.check_bytes_with("a.csv", text.clone().into(), &answers).expect("read").remove(0);
        assert_eq!(sentence(&checked, "two_territories"), None);
        let milano = table(&checked).preview.rows.iter().find(|row| row.cells[1] == "015146").expect("a row");
        assert_eq!(milano.cells[2], "72");
        assert_eq!(sums(&checked), [("utenti".to_owned(), 92.0)]);
    }
}
