//! `atlante-cli stats correlate`, run as a user runs it.

use serde_json::Value;

use crate::cli::Cli;
use crate::common::Folder;

const REFERENCE: &str = include_str!("../reference/correlate.csv");
const DATASETS: &str = include_str!("../reference/correlate_datasets.csv");

fn reference(dataset: &str, statistic: &str) -> Vec<f64> {
    let start = format!("{dataset},{statistic},,");
    let values = REFERENCE.lines().find_map(|line| line.strip_prefix(&start)).expect("a row");
    values.split(';').map(|x| x.parse().expect("a number")).collect()
}

/// A reference dataset as a table with a text column before the two variables.
fn table(dataset: &str) -> String {
    let line = DATASETS.lines().find(|line| line.split(',').next() == Some(dataset)).expect("a dataset");
    let [_, x, y] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
    let rows = x.split(';').zip(y.split(';')).map(|(x, y)| format!("riga,{x},{y}\n"));
    format!("nome,a,b\n{}", rows.collect::<String>())
}

fn number(output: &Value, key: &str) -> f64 {
    output[key].as_f64().unwrap_or_else(|| panic!("{key} of {output}"))
}

fn codes(output: &Value) -> Vec<&str> {
    let warnings = output["warnings"].as_array().expect("an array");
    for warning in warnings {
        assert!(warning["message"].as_str().is_some_and(|text| text.ends_with('.')), "{warning}");
    }
    warnings.iter().filter_map(|warning| warning["code"].as_str()).collect()
}

/// Compares every result with scipy and statsmodels.
fn check(output: &Value, dataset: &str) {
    let interval = |end: usize| output["slope_ci95"][end].as_f64().expect("a number");
    let ours = [
        ("pearson", vec![number(output, "r"), number(output, "p")]),
        ("spearman", vec![number(output, "rho"), number(output, "rho_p")]),
        ("line", ["slope", "intercept", "r2"].map(|key| number(output, key)).to_vec()),
        ("slope_ci95", vec![interval(0), interval(1)]),
    ];
    for (statistic, ours) in ours {
        let theirs = reference(dataset, statistic);
        let size = theirs.iter().fold(0.0, |most: f64, v| most.max(v.abs()));
        for (ours, theirs) in ours.iter().zip(&theirs) {
            // An end of an interval may be near zero, so its error is relative to the other end.
            let size = if statistic == "slope_ci95" { size } else { theirs.abs() };
            assert!((ours - theirs).abs() <= 1e-10 * size, "{statistic} of {dataset}: {ours} {theirs}");
        }
    }
}

#[test]
fn two_indicators_as_scipy_has_them() {
    let line = "stats correlate --x indice_vecchiaia --y densita --level comuni --year 2023 --json";
    let output = Cli::line(line).json();
    check(&output, "vecchiaia_densita");
    assert_eq!((&output["n"], &output["missing"]), (&193.into(), &0.into()));
    assert_eq!((&output["x"], &output["y"]), (&"indice_vecchiaia".into(), &Value::from("densita")));
    assert_eq!((&output["date"], &output["level"]), (&"2023-01-01".into(), &Value::from("comuni")));
    assert_eq!(codes(&output), Vec::<&str>::new());
}

#[test]
fn two_columns_as_scipy_has_them() {
    for dataset in ["anscombe_1", "anscombe_4", "ties", "noisy", "heavy_tail", "three"] {
        let folder = Folder::new().with("t.csv", table(dataset));
        let line = "stats correlate --x a --y b --json --csv";
        check(&Cli::line(line).with(&[&folder.file("t.csv")]).json(), dataset);
    }
}

#[test]
fn figures_come_in_full_precision() {
    let folder = Folder::new().with("t.csv", table("anscombe_1"));
    let text = Cli::line("stats correlate --x a --y b --json --csv").with(&[&folder.file("t.csv")]).ok();
    let r = text.split("\"r\": ").nth(1).and_then(|rest| rest.split(',').next()).expect("r");
    assert!(r.len() >= 17 && r.starts_with("0.816420516344"), "{r}");
}

#[test]
fn pairs_with_a_member_missing_are_counted_and_left_out() {
    let rows = "a;b\n1;2,5\n2;\n;3\n3;4\nNA;NA\n4;3,5\n5;inf\n7;9\n";
    let folder = Folder::new().with("t.csv", rows);
    let output = Cli::line("stats correlate --x a --y b --json --csv").with(&[&folder.file("t.csv")]).json();
    assert_eq!((&output["n"], &output["missing"]), (&4.into(), &4.into()));
    assert_eq!(codes(&output), ["few_pairs"]);
}

#[test]
fn a_perfect_line_is_one_and_zero() {
    let folder = Folder::new().with("t.csv", "a,b\n1,-0.1\n2,-0.2\n3,-0.3\n7,-0.7\n");
    let output = Cli::line("stats correlate --x a --y b --json --csv").with(&[&folder.file("t.csv")]).json();
    let figures = ["r", "p", "rho", "rho_p", "r2"].map(|key| number(&output, key));
    // Of the 24 permutations of four pairs, one is as extreme on either side.
    assert_eq!(figures, [-1.0, 0.0, -1.0, 2.0 / 24.0, 1.0]);
}

#[test]
fn what_may_mislead_is_said() {
    let warned = |arguments: &str, expected: &[&str]| {
        let output = Cli::line(&format!("stats correlate --json {arguments}")).json();
        assert_eq!(codes(&output), expected, "{arguments}");
    };
    warned("--x quota_65_plus --y indice_vecchiaia", &["shared_variables"]);
    // Shares of one whole constrain each other even if they have no age in common.
    warned("--x quota_0_14 --y quota_65_plus", &["shared_variables"]);
    warned("--x variazione_annua --y densita", &["shared_variables"]);
    warned("--x quota_65_plus --y indice_invecchiamento", &["same_variable"]);
    warned("--x densita --y densita", &["same_variable"]);
    warned("--x residenti --y residenti_65_plus", &["two_counts"]);
    warned("--x densita --y eta_media --level ambiti", &["few_pairs"]);
    warned("--x densita --y eta_media --level ambiti --method mean", &["not_pooled", "few_pairs"]);
    let folder = Folder::new().with("t.csv", table("noisy"));
    warned(&format!("--x a --y a --csv {}", folder.file("t.csv")), &["same_variable"]);
    warned(&format!("--x a --y b --csv {}", folder.file("t.csv")), &[]);
}

#[test]
fn the_latest_date_of_both_is_taken() {
    // Totals also exist for 2019 and 2020, ages do not.
    let output = Cli::line("stats correlate --x residenti --y eta_media --json").json();
    assert_eq!(output["date"], "2023-01-01");
    let output = Cli::line("stats correlate --x residenti --y eta_media --year 2022 --json").json();
    assert_eq!(output["date"], "2022-01-01");
}

#[test]
fn the_text_is_in_both_languages() {
    let line = "stats correlate --x indice_vecchiaia --y densita --year 2023";
    let italian = Cli::line(line).ok();
    assert_eq!(
        italian,
        "x: Indice di vecchiaia\ny: Densità di popolazione\nComuni, al 1/1/2023\n\
         Coppie di valori: 193 (incomplete: 0)\nPearson: r = 0,141, p = 0,050\n\
         Legame debole e diretto: x spiega il 2% delle differenze di y\nSpearman: rho = 0,074, p = 0,310\nRetta: pendenza 5,090 (intervallo al 95%: da \u{2212}0,0003376 a 10,18), \
         intercetta 334,6, R² 0,020\n"
    );
    let english = Cli::line(&format!("{line} --level ambiti --lang en")).ok();
    assert!(english.starts_with(
        "x: Ageing index\ny: Population density\nAmbiti (calculated on the total of the Comuni), on"
    ));
    assert!(english.ends_with("With fewer than 20 the correlation hangs on a few cases.\n"), "{english}");
}

/// Arguments, and what the message must contain in Italian and in English.
const REFUSALS: &[(&str, [&str; 2])] = &[
    ("--x densita", ["manca --y", "--y"]),
    ("--y densita", ["manca --x", "--x"]),
    ("--x densitt --y residenti", ["i più simili: densita", "the nearest: densita"]),
    ("--x residenti --y zzzz", ["'zzzz' non esiste", "no indicator 'zzzz'"]),
    (
        "--x residenti --y indice_vecchiaia --year 2019",
        ["nel 2019; anni in comune: 2022, 2023", "in 2019; years in common: 2022, 2023"],
    ),
    ("--x residenti --y densita --level quartieri", ["scegli tra: comuni", "choose among: comuni"]),
    ("--x densita --y eta_media --level ats", ["valori: 1; ne servono almeno 3", "values: 1; at least 3"]),
    ("--csv TABLE --x a --y b --year 2023", ["non si può usare con --year", "--year"]),
    ("--csv NOWHERE --x a --y b", ["impossibile leggere", "cannot read"]),
    ("--csv EMPTY --x a --y b", ["è vuoto", "is empty"]),
    ("--csv TABLE --x a --y z", ["non c'è la colonna 'z'; le colonne sono: nome, a, b, c", "nome, a, b, c"]),
    ("--csv TABLE --x z --y a", ["non c'è la colonna 'z'", "there is no column 'z'"]),
    ("--csv TABLE --x nome --y a", ["riga 2: 'uno' non è un numero", "row 2: 'uno' is not a number"]),
    ("--csv TABLE --x a --y c", ["'c' non varia", "'c' does not vary"]),
    ("--csv TABLE --x c --y a", ["'c' non varia", "'c' does not vary"]),
    ("--csv SHORT --x a --y b", ["valori: 2; ne servono almeno 3", "values: 2; at least 3 are needed"]),
    ("--csv HEADER --x a --y b", ["valori: 0; ne servono", "values: 0; at least"]),
    ("--csv LARGE --x a --y b", ["troppo grandi", "too large"]),
];

#[test]
fn bad_input_gets_one_clear_line() {
    let folder = Folder::new()
        .with("EMPTY", "")
        .with("HEADER", "a,b\n")
        .with("SHORT", "a,b\n1,2\n2,\n3,5\n")
        .with("LARGE", "a,b\n1,2\n2,1e300\n3,5\n")
        .with("TABLE", "nome,a,b,c\nuno,1,2,7\ndue,2,3,7\ntre,4,1,7\n");
    let place = |word: &str| match word {
        "EMPTY" | "HEADER" | "SHORT" | "LARGE" | "TABLE" | "NOWHERE" => folder.file(word),
        other => other.to_owned(),
    };
    for (line, expected) in REFUSALS {
        for (lang, expected) in ["it", "en"].iter().zip(expected) {
            let words: Vec<String> = line.split_whitespace().map(place).collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let refusal = Cli::line("stats correlate --json --lang").with(&[lang]).with(&words).refusal();
            assert!(refusal.contains(expected), "{line} ({lang}): {refusal}");
        }
    }
}

/// Ratios of whole numbers that are equal tie, whatever their last bits are: acquisitions of citizenship in Buscate and Mulazzano.
/// scipy: `spearmanr` of `fractions.Fraction` values ranked by `rankdata`; with the last bit it would be 0.0782434.
#[test]
fn equal_ratios_share_their_rank() {
    let folder = Folder::new();
    let line =
        "figure scatter --x indice_vecchiaia --y acquisizioni_cittadinanza --level comuni --json --today -o";
    let json = Cli::line(line).with(&[&folder.file("due.svg")]).json();
    let rho = json["rho"].as_f64().expect("a coefficient");
    assert!((rho - 0.078_330_234_764_188_4).abs() < 1e-12, "{rho}");
}

/// Without `--year` it is the default date of `values`: the latest with all data that both have. At 1/1/2026 there are classes of
/// ages alone.
#[test]
fn the_default_date_is_that_of_the_other_commands() {
    let date = |line: &str| Cli::line(line).with(&["--today"]).json();
    let both = date("stats correlate --x indice_vecchiaia --y dipendenza_anziani --json");
    assert_eq!(both["date"], "2023-01-01");
    let values = date("values --indicator indice_vecchiaia --format json");
    assert_eq!(values[0]["date"], both["date"]);
    let asked = date("stats correlate --x indice_vecchiaia --y dipendenza_anziani --year 2026 --json");
    assert_eq!(asked["date"], "2026-01-01");
}
