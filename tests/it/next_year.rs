//! Next year's file of a known source continues the program's own series: incomes of the MEF, residents and foreigners of ISTAT.

use crate::cli::Cli;
use crate::common::Folder;

/// Imports a file into a new project, and returns the project's path.
fn imported(folder: &Folder, file: &str) -> String {
    let (project, file) = (folder.file("p.atlante"), folder.file(file));
    Cli::new(&["import", &file, "--into", &project]).ok();
    project
}

fn value(project: &str, indicator: &str, year: &str, code: &str) -> Option<f64> {
    let query = ["values", "--indicator", indicator, "--year", year, "--level", "comuni", "--format", "json"];
    let rows = Cli::new(&[query.as_slice(), &["--project", project]].concat()).json();
    let rows = rows.as_array().expect("rows").iter();
    rows.filter(|row| row["code"] == code).find_map(|row| row["value"].as_f64())
}

/// The column headers are those of the Finance Department's file; the figures are made up: of 1,000 taxpayers, 10 have no positive
/// income, and 190 have up to 10,000 €.
#[test]
fn the_next_file_of_incomes_adds_a_tax_year_to_the_indicators_of_the_program() {
    let head = "Anno di imposta;Codice catastale;Codice Istat Comune;Denominazione Comune;Sigla Provincia;Regione;\
        Codice Istat Regione;Numero contribuenti;Reddito da lavoro dipendente e assimilati - Frequenza;\
        Reddito da lavoro dipendente e assimilati - Ammontare in euro;Reddito da pensione - Frequenza;\
        Reddito da pensione - Ammontare in euro;Reddito imponibile - Frequenza;Reddito imponibile - Ammontare in euro;\
        Imposta netta - Frequenza;Imposta netta - Ammontare in euro;Reddito imponibile addizionale - Ammontare in euro;\
        Reddito complessivo - Ammontare in euro;Reddito complessivo minore o uguale a zero euro - Frequenza;\
        Reddito complessivo da 0 a 10000 euro - Frequenza";
    let row = |code: &str, name: &str, cadastre: &str| {
        format!(
            "2025;{cadastre};{code};{name};MI;Lombardia;03;1000;600;18000000;300;6000000;990;25000000;800;5000000;1;26000000;10;190"
        )
    };
    let text = format!("{head}\n{}\n{}\n", row("15146", "MILANO", "F205"), row("98031", "LODI", "E648"));
    let folder = Folder::new().with("Redditi_2025.csv", text);
    let project = imported(&folder, "Redditi_2025.csv");
    for (indicator, expected) in [
        ("reddito_imponibile_medio", 25_000.0),
        ("reddito_complessivo_medio", 26_000.0),
        ("reddito_lavoro_dipendente_medio", 30_000.0),
        ("pensione_media", 20_000.0),
        ("quota_pensionati", 30.0),
        // 190 of 1,000: the 10 without a positive income are not in the numerator.
        ("quota_redditi_fino_10k", 19.0),
        ("aliquota_media", 20.0),
    ] {
        let found = value(&project, indicator, "2025", "015146");
        assert!(found.is_some_and(|x| (x - expected).abs() < 1e-9), "{indicator}: {found:?}");
        // The years of the program are there as before.
        assert!(value(&project, indicator, "2023", "015146").is_some(), "{indicator}");
    }
}

fn by_age(year: u16, title: &str) -> String {
    let mut text = format!("{title} al 1° gennaio {year}\n");
    text += "\"Codice comune\";\"Comune\";\"Età\";\"Totale maschi\";\"Totale femmine\";\"Totale\"\n";
    for age in 0..=100 {
        text += &format!("\"015146\";\"Milano\";{age};{};{};{}\n", 10 + age, 12 + age, 22 + 2 * age);
    }
    text
}

/// Σ(10 + age) + Σ(12 + age) over 101 ages is 12,322.
#[test]
fn ages_of_another_year_continue_the_totals_of_residents_and_foreigners() {
    let folder = Folder::new().with("POSAS_2027_it_Comuni.csv", by_age(2027, "Popolazione residente"));
    let project = imported(&folder, "POSAS_2027_it_Comuni.csv");
    assert_eq!(value(&project, "residenti", "2027", "015146"), Some(12_322.0));
    assert!(value(&project, "residenti", "2020", "015146").is_some_and(|x| x > 1e6));
    let strasa = by_age(2027, "Popolazione straniera residente");
    let folder = Folder::new().with("STRASA_2027_it_Comuni.csv", strasa);
    let project = imported(&folder, "STRASA_2027_it_Comuni.csv");
    assert_eq!(value(&project, "stranieri", "2027", "015146"), Some(12_322.0));
}
