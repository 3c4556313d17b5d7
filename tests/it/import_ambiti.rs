//! Values that a file gives by Ambito: mapped, ranked and related at that level, summed upward and never taken down. The expected
//! numbers are computed with pandas from `sample_data/popolazione_eta.csv` and `maps/territori.csv`, or by hand.

use atlante::base::{Code, Level};
use atlante::data::{Absence, Atlas, Method, Move, WhatIf};
use atlante::document::MapSpec;
use atlante::io::import::{Answers, CheckedContent, Importer};
use atlante::io::project::{Choices, ProjectFile, take_in};

use crate::cli::Cli;
use crate::common::{BUNDLE, Folder, atlas, imported, january, value_of};

/// 101, 108, 115 … users by Ambito in their order, and three more a year later.
fn monitoring(years: &[i16]) -> String {
    let mut text = "Ambito;Data;Utenti SAD\n".to_owned();
    for (later, year) in years.iter().enumerate() {
        for (i, unit) in atlas().territories.units(Level::Ambiti).iter().enumerate() {
            text += &format!("{};1/1/{year};{}\n", unit.name, 101 + 7 * i + 3 * later);
        }
    }
    text
}

fn taken(text: &str, answers: &str) -> (ProjectFile, Atlas) {
    let answers: Answers = serde_json::from_str(answers).expect("answers");
    let importer = Importer::new(&atlas().territories);
    let mut checked =
        importer.check_bytes_with("sad.csv", text.into(), &answers).unwrap_or_else(|e| panic!("{e}"));
    let checked = checked.remove(0);
    let CheckedContent::Table(table) = &checked.content else { panic!("boundaries") };
    assert_eq!(table.level, Level::Ambiti);
    imported(checked)
}

#[test]
fn values_by_ambito_live_at_that_level() {
    let (project, atlas) = taken(&monitoring(&[2022, 2023]), "{}");
    assert_eq!(project.imports[0].indicator_ids(), ["utenti_sad"]);
    let indicator = atlas.indicator("utenti_sad").expect("an indicator");
    assert_eq!(atlas.known_at(indicator), Level::Ambiti);
    assert_eq!(atlas.dates(indicator), [january(2022), january(2023)], "a series");
    let at = |level, name| value_of(&atlas, "utenti_sad", january(2023), level, name);
    // The fifth Ambito by name, with three more in the second year: 101 + 28 + 3.
    assert_eq!(at(Level::Ambiti, "Corsico"), Ok(132.0));
    // Nothing goes down to the Comuni, and sums go up: Corsico, Garbagnate Milanese and Rho; all.
    assert_eq!(at(Level::Comuni, "Corsico"), Err(Absence::NotApplicable));
    assert_eq!(at(Level::Asst, "ASST Rhodense"), Ok(132.0 + 139.0 + 188.0));
    assert_eq!(at(Level::Ats, "ATS Città Metropolitana di Milano"), Ok(2720.0));
    let map = MapSpec { level: Level::Ambiti, ..MapSpec::new("utenti_sad", january(2023)) };
    assert_eq!(atlas.compute(&map.query()).expect("a table").present().count(), 17);
    let members = &atlas.territories.units(Level::Ambiti)[0].members;
    assert!(members.len() > 2, "an Ambito of several Comuni");
    let of = |members: &[usize]| atlas.value_of("utenti_sad", january(2022), members, Method::Pooled);
    assert_eq!(of(members).expect("a value"), Ok(101.0));
    assert_eq!(of(&members[1..]).expect("known"), Err(Absence::NotApplicable), "a part of it has none");
}

#[test]
fn counts_by_ambito_are_related_to_the_residents_of_its_comuni() {
    let answers = r#"{"columns": {"Utenti SAD": {"value": {"per": "residenti_65:1000"}}}}"#;
    let (project, atlas) = taken(&monitoring(&[2023]), answers);
    let ids = project.imports[0].indicator_ids();
    assert_eq!(ids, ["utenti_sad", "utenti_sad_per_residenti_65"]);
    let at = |level, name| value_of(&atlas, &ids[1], january(2023), level, name).expect("a value");
    // 129 of 28,488 residents of 65 and more; 2,669 of 793,531 in the ATS.
    assert!(
        (at(Level::Ambiti, "Corsico") - 4.528222409435552).abs() < 1e-9,
        "{}",
        at(Level::Ambiti, "Corsico")
    );
    assert!((at(Level::Ats, "ATS Città Metropolitana di Milano") - 3.363447678792637).abs() < 1e-9);
    let caption = atlas.caption(&ids[1]).expect("an indicator");
    assert!(caption.definition.it.contains("somma di quella dei suoi Comuni"), "{}", caption.definition.it);
}

#[test]
fn a_rate_by_ambito_is_not_summed_and_a_missing_one_makes_the_sum_missing() {
    let text =
        "Ambito;Data;Copertura %\nCorsico;1/1/2023;30,5\nRho;1/1/2023;20,5\nGarbagnate;1/1/2023;25,5\n";
    let (project, atlas) = taken(text, "{}");
    let ids = project.imports[0].indicator_ids();
    let at = |level, name| value_of(&atlas, &ids[0], january(2023), level, name);
    assert_eq!(at(Level::Ambiti, "Rho"), Ok(20.5));
    assert_eq!(at(Level::Asst, "ASST Rhodense"), Err(Absence::NotApplicable));
    let text = "Ambito;Data;Utenti\nCorsico;1/1/2023;30\nRho;1/1/2023;20\n";
    let (_, atlas) = taken(text, "{}");
    assert_eq!(
        value_of(&atlas, "utenti", january(2023), Level::Asst, "ASST Rhodense"),
        Err(Absence::Missing)
    );
}

#[test]
fn a_hypothesis_keeps_what_is_known_of_whole_ambiti() {
    let (_, atlas) = taken(&monitoring(&[2023]), "{}");
    let code = |level, name: &str| {
        let units = atlas.territories.units(level);
        units.iter().find(|unit| unit.name == name).expect("a unit").code.clone()
    };
    let put = |what: Code, to: Code| WhatIf { moves: vec![Move { what, to }], ..WhatIf::default() };
    let merged = put(code(Level::Ambiti, "Paullo"), code(Level::Ambiti, "Melzo"));
    let merged = atlas.under(&merged).expect("a hypothesis");
    let at = |atlas: &Atlas, name| value_of(atlas, "utenti_sad", january(2023), Level::Ambiti, name);
    assert_eq!(at(&merged, "Melzo"), Ok(at(&atlas, "Melzo").unwrap() + at(&atlas, "Paullo").unwrap()));
    assert_eq!(at(&merged, "Corsico"), at(&atlas, "Corsico"));
    let split = put(code(Level::Comuni, "Settala"), code(Level::Ambiti, "Paullo"));
    let split = atlas.under(&split).expect("a hypothesis");
    assert_eq!(at(&split, "Melzo"), Err(Absence::NotApplicable), "nobody counted those of Settala");
    assert_eq!(at(&split, "Corsico"), at(&atlas, "Corsico"));
}

/// The same column by Comune and by Ambito are two variables.
#[test]
fn a_table_by_ambito_does_not_continue_one_by_comune() {
    let of = |file: &str, text: &str, project: &ProjectFile| {
        let importer = Importer::new(&atlas().territories);
        let checked = importer.check_bytes(file, text.into()).expect("a table").remove(0);
        take_in(checked, file.into(), None, &Choices::default(), project, atlas()).expect("comes in")
    };
    let mut project = ProjectFile::new("prova");
    let by_comune = "Comune;Data;Utenti\nCorsico;1/1/2023;30\nAssago;1/1/2023;4\n";
    project.add(of("comuni.csv", by_comune, &project));
    let by_ambito = "Ambito;Data;Utenti\nCorsico;1/1/2024;300\nRho;1/1/2024;200\n";
    project.add(of("ambiti.csv", by_ambito, &project));
    assert_eq!(project.imports[1].indicator_ids(), ["ambiti_utenti"]);
    let atlas = BUNDLE.with_projects([&project]).atlas;
    assert_eq!(value_of(&atlas, "utenti", january(2023), Level::Comuni, "Assago"), Ok(4.0));
    assert_eq!(value_of(&atlas, "ambiti_utenti", january(2024), Level::Ambiti, "Corsico"), Ok(300.0));
}

/// From the file to figures by the command line.
#[test]
fn the_command_line_draws_them_at_their_level() {
    let folder = Folder::new().with("sad.csv", monitoring(&[2022, 2023]));
    let project = folder.file("p.atlante");
    Cli::new(&[
        "import",
        &folder.file("sad.csv"),
        "--into",
        &project,
        "--per",
        "utenti_sad=residenti_65:1000",
    ])
    .ok();
    let of = |arguments: &[&str]| Cli::new(arguments).with(&["--project", &project]);
    let values = of(&["values", "--indicator", "utenti_sad", "--format", "json"]).ok();
    assert!(values.contains("\"level\":\"ambiti\"") || values.contains("\"level\": \"ambiti\""), "{values}");
    let line = of(&["values", "--indicator", "utenti_sad", "--level", "comuni"]).refusal();
    assert!(line.contains("--level ambiti"), "{line}");
    let map = folder.file("mappa.svg");
    of(&["figure", "map", "--indicator", "utenti_sad_per_residenti_65", "-o", &map]).ok();
    let drawn = std::fs::read_to_string(&map).expect("the map");
    assert!(drawn.contains("Ambiti territoriali") && drawn.contains("1/1/2023"), "{}", &drawn[..400]);
    for kind in ["ranking", "series", "table"] {
        let out = folder.file(&format!("{kind}.svg"));
        let named = if kind == "table" { "--columns" } else { "--indicator" };
        of(&["figure", kind, named, "utenti_sad", "-o", &out]).ok();
    }
    let out = folder.file("scatter.svg");
    of(&["figure", "scatter", "--x", "indice_vecchiaia", "--y", "utenti_sad_per_residenti_65", "-o", &out])
        .ok();
    assert!(std::fs::read_to_string(&out).expect("the chart").contains("Ambiti"));
}

#[test]
fn an_ambito_that_the_table_leaves_out_is_named() {
    let all = monitoring(&[2023]);
    let without: String =
        all.lines().filter(|line| !line.starts_with("Melzo")).map(|line| format!("{line}\n")).collect();
    let folder = Folder::new().with("tutti.csv", &all).with("meno.csv", without);
    let check = |file: &str| Cli::new(&["check", &folder.file(file)]).ok();
    assert!(check("meno.csv").contains("senza un valore nel file: 1 (Melzo)"), "{}", check("meno.csv"));
    assert!(!check("tutti.csv").contains("senza un valore"));
    let project = folder.file("p.atlante");
    Cli::new(&["import", &folder.file("tutti.csv"), "--into", &project]).ok();
    // The mean of Comuni is none of Ambiti.
    let line =
        Cli::new(&["figure", "map", "--indicator", "utenti_sad", "--level", "asst", "--method", "mean"])
            .with(&["-o", &folder.file("m.svg"), "--project", &project])
            .refusal();
    assert!(line.contains("senza --method"), "{line}");
}

#[test]
fn a_column_of_ambiti_that_contradicts_the_comuni_is_told() {
    let check = |ambito: &str| {
        let text =
            format!("Comune;Ambito;Data;Utenti\nAssago;{ambito};1/1/2023;12\nCusago;Corsico;1/1/2023;5\n");
        let folder = Folder::new().with("a.csv", text);
        Cli::new(&["check", &folder.file("a.csv")]).ok()
    };
    assert!(check("Rho").contains("per esempio Assago – Rho"), "{}", check("Rho"));
    assert!(!check("Corsico").contains("non è l'Ambito"));
}

#[test]
fn a_similar_name_accepted_unseen_is_left_out_and_said() {
    let text = "Ambito;Data;Utenti\nCorsico;1/1/2023;12\nRhodense;1/1/2023;5\nLodi;1/1/2023;7\n";
    let folder = Folder::new().with("a.csv", text);
    let said = Cli::new(&["check", &folder.file("a.csv"), "--accept", "all"]).ok();
    assert!(said.contains("[avvertenza]") && said.contains("[escluso]"), "{said}");
}
