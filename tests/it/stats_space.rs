//! `atlante-cli stats` on neighbours, models, composite indices and groups: the 193 Comuni against other programs
//! (`tests/reference/space_comuni.py`), the equality of map and command line, and what is refused.

use std::fs;

use serde_json::Value;

use crate::cli::Cli;
use crate::common::Folder;

const COMUNI: &str = include_str!("../reference/space_comuni.csv");
const OLD: &str = "--today --indicator indice_vecchiaia --year 2023 --level comuni";

fn near(own: &Value, wanted: f64, tolerance: f64) {
    let own = own.as_f64().unwrap_or(f64::NAN);
    assert!((own - wanted).abs() <= tolerance * wanted.abs(), "{own} is not {wanted}");
}

/// The reference: code, I, quadrant, p_sim, group.
fn comuni() -> Vec<(&'static str, f64, &'static str, f64, &'static str)> {
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |at: usize| cells[at].parse::<f64>().expect("a number");
        (cells[0], number(2), cells[3], number(4), cells[5])
    };
    COMUNI.lines().skip(1).map(row).collect()
}

/// esda and libpysal, on the program's own boundaries read by geopandas: 492 pairs, I, z and c as printed by the script.
#[test]
fn statistics_of_space_are_those_of_esda_on_the_comuni() {
    let found = Cli::line(&format!("stats moran {OLD} --permutations 999 --json")).json();
    assert_eq!(found["neighbours"]["links"], 2 * 492);
    near(&found["moran"]["i"], 0.325_937_729_857_498_2, 1e-10);
    near(&found["moran"]["z"], 7.121_518_055_737_839, 1e-9);
    let found = Cli::line(&format!("stats geary {OLD} --permutations 999 --json")).json();
    near(&found["geary"]["c"], 0.636_389_514_722_827_2, 1e-10);
    let found = Cli::line(&format!("stats lisa {OLD} --json")).json();
    let units = found["units"].as_array().expect("units");
    assert_eq!(units.len(), 193);
    for (code, i, quadrant, p, _) in comuni() {
        let own = units.iter().find(|unit| unit["code"] == code).expect("a Comune");
        assert!((own["i"].as_f64().expect("I") - i).abs() < 1e-10, "{code}");
        let name = match quadrant {
            "1" => "high_high",
            "2" => "low_high",
            "3" => "low_low",
            _ => "high_low",
        };
        assert_eq!(own["quadrant"], name, "{code}");
        // Two estimates with 9,999 permutations each, and a tie where there is a single neighbour.
        let spread = 5.0 * (2.0 * p * (1.0 - p) / 9999.0).sqrt() + 1.5 / 192.0;
        assert!((own["p_sim"].as_f64().expect("p") - p).abs() < spread, "{code}: {own} {p}");
    }
}

/// One result feeds both.
#[test]
fn the_map_and_the_command_line_say_the_same() {
    let folder = Folder::new();
    let map = folder.file("map.png");
    let line = format!("figure map {OLD} --clusters --json");
    let drawn = Cli::line(&line).with(&["-o", &map]).json();
    let listed = Cli::line(&format!("stats lisa {OLD} --json")).json();
    let shown = find(&drawn, "units").expect("units of the map");
    let of_list = listed["units"].as_array().expect("units");
    assert_eq!(shown.as_array().map(Vec::len), Some(of_list.len()));
    for (a, b) in shown.as_array().expect("units").iter().zip(of_list) {
        for key in ["code", "i", "p", "quadrant", "cluster"] {
            assert_eq!(a[key], b[key], "{key}");
        }
    }
    let groups = format!("figure map {OLD} --groups densita --algorithm ward --k 4 --json");
    let drawn = Cli::line(&groups).with(&["-o", &map]).json();
    let line = "stats ward --today --indicator indice_vecchiaia --indicator densita --year 2023 --level comuni --groups 4 --json";
    let listed = Cli::line(line).json();
    assert_eq!(find(&drawn, "profile"), Some(&listed["profile"]));
}

/// The value of a key, wherever it is.
fn find<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
    match value {
        Value::Object(fields) => {
            fields.get(key).or_else(|| fields.values().find_map(|inner| find(inner, key)))
        }
        Value::Array(items) => items.iter().find_map(|inner| find(inner, key)),
        _ => None,
    }
}

/// statsmodels, scipy, scikit-learn, pygeoda and spopt, as printed by the script.
#[test]
fn models_and_groups_are_those_of_others_on_the_comuni() {
    let line = "stats ols --today --y indice_vecchiaia --x densita --year 2023 --level comuni --json";
    let found = Cli::line(line).json();
    near(&found["coefficients"][0]["value"], 168.751_591_989_340_06, 1e-9);
    near(&found["coefficients"][1]["value"], 0.003_906_171_346_610_851_5, 1e-9);
    near(&found["coefficients"][1]["se"], 0.001_981_978_787_246_483, 1e-9);
    near(&found["coefficients"][1]["se_hc3"], 0.001_726_276_139_755_536_7, 1e-9);
    near(&found["r2"], 0.019_930_944_768_141_5, 1e-9);
    let of = |method: &str, k: usize| {
        let indicators = "--indicator indice_vecchiaia --indicator densita";
        Cli::line(&format!(
            "stats {method} --today {indicators} --year 2023 --level comuni --groups {k} --json"
        ))
        .json()
    };
    let within = |found: &Value| found["within"].as_f64().expect("a sum");
    near(&of("ward", 4)["within"], 107.475_054_477_452_13, 1e-9);
    assert!(within(&of("kmeans", 4)) <= 105.470_463_853_611_28 * (1.0 + 1e-9));
    assert!(within(&of("skater", 4)) <= 190.610_738_765_878_96 * (1.0 + 1e-9));
    assert!(within(&of("skater", 6)) <= 155.563_102_688_911_78 * (1.0 + 1e-9));
}

#[test]
fn a_few_units_are_warned_of() {
    let told = Cli::line("stats lisa --today --indicator indice_vecchiaia --year 2023 --level ambiti").ok();
    assert!(told.contains("Territori: 17. Sono pochi per verifiche locali"), "{told}");
}

#[test]
fn an_index_needs_directions() {
    let line =
        "stats ampi --today --indicator indice_vecchiaia --indicator densita --year 2023 --level ambiti";
    let said = Cli::line(line).refusal();
    assert!(said.contains("non è detto se di più è meglio o peggio"), "{said}");
    let declared = "--polarity indice_vecchiaia=- --polarity densita=+";
    let found = Cli::line(&format!("{line} {declared} --json")).json();
    let units = found["units"].as_array().expect("units");
    assert_eq!(units.len(), 17);
    for unit in units {
        let number = |key: &str| unit[key].as_f64().expect("a number");
        assert!((number("mean") - number("penalty") - number("index")).abs() < 1e-9);
        let parts: f64 =
            unit["contributions"].as_array().expect("parts").iter().filter_map(Value::as_f64).sum();
        assert!((100.0 + parts - number("mean")).abs() < 1e-9);
        let [highest, lowest] = [0, 1].map(|at| unit["ranks"][at].as_u64().expect("a rank"));
        assert!((highest..=lowest).contains(&unit["rank"].as_u64().expect("a rank")));
    }
}

#[test]
fn bad_cases_are_refused_in_one_line() {
    let folder = Folder::new();
    let file = folder.file("data.csv");
    let rows: String = (0..8).map(|i| format!("{},{},{},7\n", i * i % 5, i, 2 * i + 1)).collect();
    fs::write(&file, format!("y,a,b,c\n{rows}")).expect("a file");
    let refused = |line: &str, said: &str| {
        let told = Cli::line(line).with(&["--csv", &file]).refusal();
        assert!(told.contains(said), "{line}: {told}");
    };
    refused("stats ols --y y --x a --x b", "«b» si ricava esattamente dalle altre variabili");
    refused("stats ols --y y --x c", "«c» ha lo stesso valore ovunque");
    refused(
        "stats kmeans --column y --column a --groups 9",
        "gruppi chiesti: 9; con 8 territori se ne possono fare da 2 a 8",
    );
    refused("stats moran --column y", "servono i codici dei territori");
    refused("stats skater --column y --column a", "servono i codici dei territori");
    refused("stats moran --column y --key a", "nessun codice della colonna 'a' è un territorio");
    let coded = "code,v\n015146,1\n015002,2\n15005,4\n999999,5\n";
    fs::write(&file, coded).expect("a file");
    refused("stats moran --column v --key code", "territori con tutti i valori: 3; ne servono almeno 4");
    let said = Cli::line("stats moran --today --indicator indice_vecchiaia --neighbours bishop").refusal();
    assert!(said.contains("'bishop' non è una regola dei vicini"), "{said}");
}
