//! `figure series`, `figure ranking` and `figure scatter`, run as a user runs them.

use std::fs;

use serde_json::Value;

use crate::cli::{Cli, array};
use crate::common::Folder;

fn figure(kind: &str, folder: &Folder, name: &str, arguments: &str) -> Cli {
    Cli::new(&["figure", kind, "-o", &folder.file(name)])
        .with(&arguments.split_whitespace().collect::<Vec<_>>())
}

#[test]
fn each_chart_in_each_format() {
    let folder = Folder::new();
    for (name, magic) in [("a.svg", "<svg "), ("a.pdf", "%PDF-"), ("a.png", "\u{fffd}PNG")] {
        for (kind, arguments) in [
            ("series", "--indicator indice_vecchiaia --territory 50089"),
            ("ranking", "--indicator indice_vecchiaia --level ambiti --range"),
            ("scatter", "--x densita --y indice_vecchiaia --no-labels"),
        ] {
            let arguments = format!("{arguments} --size 160x110 --dpi 72");
            assert_eq!(figure(kind, &folder, name, &arguments).ok(), "");
            let bytes = fs::read(folder.file(name)).expect("a file");
            assert!(String::from_utf8_lossy(&bytes[..8]).starts_with(magic), "{kind} {name}");
        }
    }
}

#[test]
fn a_series_tells_its_numbers() {
    let folder = Folder::new();
    let output = |arguments: &str| figure("series", &folder, "a.svg", &format!("{arguments} --json")).json();
    let vecchiaia =
        output("--indicator indice_vecchiaia --territory 50089,50095 --benchmarks asst,ats --band");
    let codes: Vec<&str> =
        array(&vecchiaia["series"]).iter().filter_map(|line| line["code"].as_str()).collect();
    assert!(codes.contains(&"50089") && codes.contains(&"50095") && codes.contains(&"321"), "{codes:?}");
    let corsico = array(&vecchiaia["series"]).iter().find(|line| line["code"] == "50089").expect("a line");
    let value = |i: usize| corsico["values"][i]["value"].as_f64().map(|x| format!("{x:.1}"));
    assert_eq!([value(0).as_deref(), value(1).as_deref()], [Some("174.7"), Some("181.0")]);
    assert_eq!(vecchiaia["band"]["comuni"], 6);
    assert_eq!(array(&vecchiaia["warnings"]).len(), 0);
    assert!(vecchiaia["alternative_text"].as_str().is_some_and(|text| text.contains("174,7")));

    let index = output("--indicator residenti --territory 50089 --mode base100 --base 2022 --lang en");
    assert_eq!((&index["base"], &index["mode"]), (&"2022-01-01".into(), &Value::from("base100")));
    assert_eq!(index["breaks"][0]["between"], serde_json::json!(["2020-01-01", "2022-01-01"]));
    assert_eq!(index["missing_between"], serde_json::json!([["2020-01-01", "2022-01-01"]]));
    let warned: Vec<&str> = array(&index["warnings"]).iter().filter_map(|w| w["code"].as_str()).collect();
    assert_eq!(warned, ["series_break", "base_across_break", "missing_dates"]);
}

#[test]
fn a_ranking_tells_its_rows() {
    let folder = Folder::new();
    let output = figure(
        "ranking",
        &folder,
        "a.svg",
        "--indicator indice_vecchiaia --level ambiti --range --territory 50089 --json",
    )
    .json();
    let rows = array(&output["rows"]);
    assert_eq!(rows.len(), 17);
    let corsico = rows.iter().find(|row| row["code"] == "50089").expect("a row");
    assert_eq!((&corsico["rank"], &corsico["chosen"]), (&7.into(), &Value::from(true)));
    let numbers = ["value", "mean"].map(|key| corsico[key].as_f64().map(|x| format!("{x:.1}")));
    assert_eq!(numbers, [Some("181.0".to_owned()), Some("168.5".to_owned())]);
    let output = figure(
        "ranking",
        &folder,
        "a.svg",
        "--indicator indice_vecchiaia --top 20 --territory 015093 --json",
    )
    .json();
    let shown = array(&output["rows"]).iter().filter(|row| row["shown"] == true).count();
    assert_eq!((array(&output["rows"]).len(), shown), (193, 21));
}

#[test]
fn a_scatterplot_tells_its_points() {
    let folder = Folder::new();
    let output = figure(
        "scatter",
        &folder,
        "a.svg",
        "--x densita --y indice_vecchiaia --quadrants ats --size-by residenti --colour asst --territory 50089 --lowess --json",
    )
    .json();
    let number = |key: &str| output[key].as_f64().map(|x| format!("{x:.3}"));
    assert_eq!([number("r"), number("rho")], [Some("0.141".to_owned()), Some("0.074".to_owned())]);
    assert_eq!(output["quadrants"]["counts"], serde_json::json!([31, 83, 56, 23]));
    let points = array(&output["points"]);
    assert_eq!((points.len(), points.iter().filter(|point| point["chosen"] == true).count()), (193, 6));
    let milano = points.iter().find(|point| point["code"] == "015146").expect("Milano");
    assert_eq!((&milano["colour"], &milano["quadrant"]), (&Value::Null, &Value::from(0)));
    assert_eq!(array(&output["lowess"]).len(), 193);
    let other = figure(
        "scatter",
        &folder,
        "a.svg",
        "--x residenti --y indice_vecchiaia --year 2019 --lang en --json",
    )
    .json();
    assert_eq!((&other["x_date"], &other["y_date"]), (&"2019-01-01".into(), &Value::from("2022-01-01")));
    assert_eq!(other["warnings"][0]["code"], "other_date");
}

#[test]
fn what_was_published_is_drawn_and_set_beside() {
    let folder = Folder::new();
    let output = |kind: &str, arguments: &str| {
        figure(kind, &folder, "a.svg", &format!("{arguments} --size 160x110 --json")).json()
    };
    let series = output("series", "--indicator spesa_sociale_pro_capite");
    assert_eq!(series["dates"], serde_json::json!(["2016", "2017", "2018"]));
    assert_eq!(array(&series["series"]).len(), 9);
    let ranking = output("ranking", "--indicator gestione_associata_quota --year 2018");
    assert_eq!((&ranking["whole"]["name"], &ranking["whole"]["value"]), (&"Lombardia".into(), &16.6.into()));
    assert_eq!(
        (&ranking["date"], &ranking["year"], &ranking["ats"]),
        (&Value::Null, &2018.into(), &Value::Null)
    );
    assert_eq!(array(&ranking["rows"]).len(), 8);
    let beside =
        output("series", "--indicator indice_vecchiaia --territory 50089 --benchmarks ats,lombardia,Italia");
    let lines = array(&beside["series"]);
    let lombardia = lines.iter().find(|line| line["code"] == "lombardia").expect("a line");
    assert_eq!(lombardia["published"], "pdz_indice_vecchiaia");
    assert_eq!(lombardia["values"][0]["date"], "2019-12-31");
    let index =
        output("series", "--indicator spesa_anziani_pro_capite --level comuni --mode base100 --base 2017");
    assert_eq!(index["base"], "2017");
}

#[test]
fn what_cannot_be_drawn_is_refused_in_one_line() {
    let folder = Folder::new();
    let refused = |kind: &str, arguments: &str| figure(kind, &folder, "a.svg", arguments).refusal();
    let series = |arguments: &str| refused("series", &format!("--indicator indice_vecchiaia {arguments}"));
    let ranking = |arguments: &str| refused("ranking", &format!("--indicator indice_vecchiaia {arguments}"));
    assert!(series("--territory 15146").contains("15146"));
    assert!(series("--territory 50089 --base 2021 --mode change").contains("2022, 2023"));
    assert!(series("--territory 50089 --benchmarks comuni").contains("asst, ats, none, italia, lombardia"));
    assert!(series("--territory 50089 --mode linear").contains("base100"));
    assert!(series("--level province").contains("ambiti"));
    assert!(series("--territory 50089 --size 10x10").contains("60"));
    assert!(ranking("--range").contains("--level"));
    assert!(ranking("--level ambiti --range --method mean").contains("--range"));
    assert!(ranking("--top 0").contains('0'));
    assert!(ranking("--territory nessuno").contains("nessuno"));
    assert!(ranking("--year 1999").contains("1999"));
    let table = |arguments: &str| refused("table", &format!("--columns densita {arguments}"));
    assert!(table("--sort eta_media").contains("densita, name"));
    assert!(table("--only-chosen").contains("--territory"));
    assert!(refused("table", "--columns densita@x").contains("densita@x"));
    assert!(refused("table", "--columns indice_vecchiaia@2023..2022").contains("prima"));
    assert!(figure("table", &folder, "t.doc", "--columns densita").refusal().contains(".xlsx"));
    let published = |kind: &str, arguments: &str| {
        refused(kind, &format!("--indicator spesa_sociale_pro_capite {arguments}"))
    };
    assert!(published("series", "--method mean").contains("--method"));
    assert!(published("series", "--mode change --base 2020").contains("2016, 2017, 2018"));
    assert!(published("ranking", "--range --level ats").contains("--range"));
    assert!(published("ranking", "--level asst").contains("comuni, ats"));
    assert!(published("ranking", "--year 2020").contains("2016, 2017, 2018"));
    assert!(refused("ranking", "--indicator vecchiaia").contains("indice_vecchiaia"));
    let scatter =
        |arguments: &str| refused("scatter", &format!("--x densita --y indice_vecchiaia {arguments}"));
    assert!(scatter("--colour rosso").contains("class:ID"));
    assert!(scatter("--colour class:eta").contains("eta_media"));
    assert!(scatter("--quadrants 12").contains("median"));
    assert!(scatter("--quadrants 12,x").contains("'x'"));
    assert!(scatter("--quadrants mean --quadrant-names A,B").contains('2'));
    assert!(scatter("--year 1999").contains("1999"));
    assert!(scatter("--size-by nessuno").contains("nessuno"));
    assert!(!folder.path().join("a.svg").exists(), "nothing is written");
}

/// The degree of urbanisation is a name, the minutes to the nearest pole a mean weighted by the residents.
#[test]
fn a_table_says_how_its_columns_are_ordered_and_made() {
    let folder = Folder::new();
    let caption = |line: &str| -> String {
        let drawn = Cli::line(line).with(&["--json", "-o", &folder.file("a.svg")]).json();
        drawn["caption"].as_str().expect("a caption").to_owned()
    };
    let sorted =
        caption("figure table --today --columns grado_urbanizzazione,residenti --sort grado_urbanizzazione");
    assert!(sorted.contains("Comuni, in ordine di «Grado di urbanizzazione» al 1/1/2023."), "{sorted}");
    let weighted = caption("figure table --today --columns minuti_polo --level ambiti");
    assert!(
        weighted.contains("Ambiti territoriali (media ponderata con i residenti alla stessa data), "),
        "{weighted}"
    );
}

#[test]
fn a_table_is_a_figure_or_a_file_of_values() {
    let folder = Folder::new();
    let columns = "--columns indice_vecchiaia,indice_vecchiaia@2022..2023,residenti --level ambiti";
    for (name, magic) in
        [("t.svg", "<svg "), ("t.pdf", "%PDF-"), ("t.xlsx", "PK"), ("t.csv", "\u{feff}Codic")]
    {
        figure("table", &folder, name, &format!("{columns} --heat --summary")).ok();
        let bytes = fs::read(folder.file(name)).expect("a file");
        assert!(String::from_utf8_lossy(&bytes[..8]).starts_with(magic), "{name}");
    }
    let output =
        figure("table", &folder, "t.csv", &format!("{columns} --sort indice_vecchiaia --desc --json")).json();
    assert_eq!((&output["rows"][0]["name"], array(&output["rows"]).len()), (&"Cinisello Balsamo".into(), 17));
    assert_eq!(output["columns"][1]["from"], "2022-01-01");
    let none = figure("table", &folder, "t.csv", "--columns densita --filter zzz --lang en").ok();
    assert_eq!(none, "No territory matches what is asked for.\n");
}

#[test]
fn helps_are_whole_in_both_languages() {
    for kind in ["series", "ranking", "scatter", "table"] {
        let help = |lang: &str| Cli::line(&format!("figure {kind} --help --lang {lang}")).ok();
        assert!(help("it").contains("Uso:") && help("en").contains("Usage:"));
        assert_ne!(help("it"), help("en"));
    }
}
