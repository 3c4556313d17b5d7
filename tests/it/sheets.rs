//! What files of numbers say about themselves. The values are from pandas, from `sample_data/popolazione_eta.csv`.

use std::fs;

use crate::cli::Cli;
use crate::common::{Folder, atlas, awkward_folder};

/// Header and rows of a file of values, without the notes below.
fn csv(folder: &Folder, arguments: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let file = folder.file("valori.csv");
    Cli::line(&format!("figure {arguments} -o")).with(&[&file]).ok();
    let text = fs::read_to_string(file).expect("written");
    let mut rows =
        text.trim_start_matches('\u{feff}').lines().take_while(|line| !line.is_empty()).map(|line| {
            line.split(';').map(|cell| cell.trim_matches('"').to_owned()).collect::<Vec<String>>()
        });
    let head = rows.next().expect("a head");
    (head, rows.collect())
}

fn row<'a>(rows: &'a [Vec<String>], name: &str) -> &'a [String] {
    rows.iter().find(|row| row[1] == name).unwrap_or_else(|| panic!("{name} in {rows:?}"))
}

fn number(cell: &str) -> f64 {
    cell.replace(',', ".").parse().unwrap_or_else(|_| panic!("a number: {cell}"))
}

fn near(cell: &str, expected: f64) {
    assert!((number(cell) - expected).abs() < 1e-9, "{cell} {expected}");
}

#[test]
fn a_ranking_with_ranges_has_them_in_its_file() {
    let (head, rows) =
        csv(&Folder::new(), "ranking --indicator indice_vecchiaia --level ambiti --year 2023 --range");
    assert_eq!(head[4..7], ["Minimo dei Comuni", "Media semplice dei Comuni", "Massimo dei Comuni"]);
    let corsico = row(&rows, "Corsico");
    for (cell, expected) in corsico[3..7].iter().zip([
        180.956_615_638_797,
        125.531_914_893_617,
        168.508_103_585_551_6,
        208.171_745_152_354_6,
    ]) {
        near(cell, expected);
    }
}

#[test]
fn a_series_says_what_its_numbers_are_and_has_the_span_of_the_comuni() {
    let (head, rows) =
        csv(&Folder::new(), "series --indicator indice_vecchiaia --territory 50089 --band --mode base100");
    assert_eq!(head[3], "al 1/1/2023 (stima) [numero indice, 1/1/2022 = 100]");
    near(&row(&rows, "Corsico")[3], 103.605_877_231_465_8);
    near(&row(&rows, "Minimo dei Comuni (Corsico)")[3], 100.554_945_414_417_5);
    near(&row(&rows, "Massimo dei Comuni (Corsico)")[3], 107.055_703_212_523_5);
}

/// The mean of 0.1, 0.2 and 0.3 is 0.2, without binary noise.
#[test]
fn the_mean_of_the_rows_has_no_binary_noise() {
    let data = awkward_folder(&[("decimi", |i| ["0.1", "0.2", "0.3"][i % 3].into())]);
    let first: Vec<String> =
        atlas().territories.comuni()[..3].iter().map(|one| one.code.to_string()).collect();
    let line = format!(
        "table --columns decimi --summary --only-chosen --territory {} --data {}",
        first.join(","),
        data.path().display()
    );
    let (_, rows) = csv(&Folder::new(), &line);
    assert_eq!(row(&rows, "Media semplice delle righe")[2], "0,2");
}

#[test]
fn points_coloured_by_group_or_cut_in_four_say_which() {
    let folder = Folder::new();
    let (head, rows) = csv(&folder, "scatter --x densita --y indice_vecchiaia --colour ambito");
    assert_eq!(head[2], "Ambiti territoriali");
    assert_eq!(row(&rows, "Buccinasco")[2], "Corsico");
    let (head, rows) = csv(&folder, "scatter --x densita --y indice_vecchiaia --quadrants 2000,180");
    assert_eq!(head[2], "Quadrante");
    // 6,406 residents per km² and 203.0.
    assert_eq!(row(&rows, "Corsico")[2], "Densità alta, vecchiaia alta");
}

/// Residents in each tenth of fragility and in each kind of place, Ambito by Ambito: pandas on `fragilita.csv`, `classificazioni.csv` and
/// `residenti.csv`.
#[test]
fn sheets_of_groups_say_how_many_live_in_each_step() {
    use atlante::base::Level;
    use atlante::document::MapSpec;
    use atlante::scene::Cell;

    let at = |indicator: &str, date: &str| MapSpec {
        level: Level::Ambiti,
        ..MapSpec::new(indicator, date.parse().expect("a date"))
    };
    let sheet = |spec: MapSpec| {
        let table = atlante::figure::registry::table(&spec.into(), crate::common::TODAY.sources());
        table.expect("numbers").value.0.sheets.remove(0)
    };
    let numbers = |sheet: &atlante::scene::Sheet, code: &str, from: usize| -> Vec<f64> {
        let row = sheet.rows.iter().find(|row| row[0] == Cell::text(code)).expect("a row");
        let number = |cell: &Cell| match cell {
            Cell::Number { value, .. } => Some(*value),
            _ => None,
        };
        row[from..].iter().filter_map(number).collect()
    };
    let fragility = sheet(at("fragilita_decile", "2022-12-31"));
    assert_eq!(fragility.head.len(), 3 + 10 + 1, "{:?}", fragility.head);
    assert!(
        fragility.head[3].starts_with("Fragilità, ")
            && fragility.head[3].ends_with(": i residenti al 1° gennaio dell'anno dopo (1/1/2023)")
    );
    assert_eq!(numbers(&fragility, "50041", 3)[..5], [33853.0, 0.0, 0.0, 12313.0, 11099.0]);
    assert_eq!(numbers(&fragility, "50042", 3)[..3], [11278.0, 60037.0, 12657.0]);
    let comuni = sheet(MapSpec { level: Level::Comuni, ..at("fragilita_decile", "2022-12-31") });
    assert_eq!(comuni.head.len(), 4, "a Comune has one step: {:?}", comuni.head);
}
