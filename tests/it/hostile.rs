//! What comes from somebody else, and what must not be lost: files that ask for too much are refused with a sentence that
//! names the field, nothing but a regular file is opened, and no file is written over what was read.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use atlante::data::{Catalogue, CatalogueFault, Why};
use atlante::document::{Carried, FigureSpec, KeptFigure, Project, TableSpec};
use atlante::engine::Recovery;
use atlante::i18n::Lang;
use atlante::io::project::{Access, Fault, ProjectError, ProjectFile};
use serde_json::{Value, json};

use crate::cli::Cli;
use crate::common::{BUNDLE, Folder, atlas};
use crate::project::{USERS, users};
use crate::project_faults::{bytes, code, edited};

const INDICATORS: &str = "imports/utenti/indicators.json";
const IMPORT: &str = "imports/utenti/import.json";

/// The sentence on a project, in Italian.
fn sentence(bytes: &[u8]) -> String {
    let fault = ProjectFile::from_bytes(bytes, &atlas().territories).map(drop).expect_err("refused");
    ProjectError::new("p.atlante".as_ref(), fault).text(Lang::It)
}

/// A project with a part changed as JSON, and the manifest to match.
fn changed(part: &str, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    edited(|parts| {
        let old = parts[part].clone();
        let mut value = serde_json::from_slice(&old).expect("JSON");
        change(&mut value);
        let new = serde_json::to_vec(&value).expect("JSON");
        let manifest = String::from_utf8(parts["manifest.json"].clone()).expect("text");
        let digest = atlante::io::digest;
        parts.insert("manifest.json".into(), manifest.replace(&digest(&old), &digest(&new)).into_bytes());
        parts.insert(part.into(), new);
    })
}

#[test]
fn a_field_of_a_project_of_which_nothing_can_be_made_is_named() {
    for (field, value) in [
        ("decimals", json!(70_000)),
        ("decimals", json!(4_000_000_000_u64)),
        ("multiplier", json!(1e308)),
        ("multiplier", json!(0)),
        ("numerator", json!([])),
        ("numerator", json!(["1e300 * utenti"])),
        ("id", json!("")),
        ("id", json!("../fuori")),
    ] {
        let forged = changed(INDICATORS, |indicators| indicators[0][field] = value.clone());
        assert_eq!(code(&forged), "out_of_bounds", "{field} {value}");
        let text = sentence(&forged);
        assert!(text.contains(&format!("campo «{field}»")) && text.contains(INDICATORS), "{text}");
    }
    let forged = changed(INDICATORS, |indicators| indicators[0]["name"] = json!({ "it": "", "en": "x" }));
    assert!(sentence(&forged).contains("campo «name.it» che è vuoto"), "{}", sentence(&forged));
    let forged = changed(INDICATORS, |indicators| indicators[1]["id"] = indicators[0]["id"].clone());
    assert!(sentence(&forged).contains("campo «id» che c'è già altrove"), "{}", sentence(&forged));
    // What cannot even be read is named too.
    let forged = changed(INDICATORS, |indicators| indicators[0]["decimals"] = json!("tre"));
    assert!(sentence(&forged).contains("il campo «[0].decimals» non è come deve"), "{}", sentence(&forged));
    let forged =
        changed(INDICATORS, |indicators| drop(indicators[1].as_object_mut().expect("{}").remove("unit")));
    assert!(sentence(&forged).contains("manca il campo «[1].unit»"), "{}", sentence(&forged));
    let forged = changed(IMPORT, |import| import["dataset"]["id"] = json!("altro"));
    assert!(sentence(&forged).contains("campo «dataset.id»"), "{}", sentence(&forged));
    // Ranges of a few letters that stand for millions of variables.
    let terms: Vec<String> = (0..30_000).map(|_| "m_0..200".to_owned()).collect();
    let began = Instant::now();
    let forged = changed(INDICATORS, |indicators| indicators[0]["numerator"] = json!(terms));
    assert_eq!(code(&forged), "too_large");
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_manifest_that_repeats_an_import_is_refused_at_once() {
    for count in [2, 5_000, 100_000] {
        let forged = edited(|parts| {
            let mut manifest: Value = serde_json::from_slice(&parts["manifest.json"]).expect("JSON");
            manifest["imports"] = vec!["utenti"; count].into();
            parts.insert("manifest.json".into(), serde_json::to_vec(&manifest).expect("JSON"));
        });
        let began = Instant::now();
        assert_eq!(code(&forged), "out_of_bounds", "{count}");
        assert!(began.elapsed() < Duration::from_secs(5), "{count}: {:?}", began.elapsed());
    }
    let twice = edited(|parts| {
        let mut manifest: Value = serde_json::from_slice(&parts["manifest.json"]).expect("JSON");
        let first = manifest["parts"][0].clone();
        manifest["parts"] = vec![first; 100_000].into();
        parts.insert("manifest.json".into(), serde_json::to_vec(&manifest).expect("JSON"));
    });
    assert!(sentence(&twice).contains("campo «parts»"), "{}", sentence(&twice));
}

/// Whole to look at, and the next save would have dropped the data.
#[test]
fn parts_of_an_import_that_the_manifest_does_not_name_are_no_project() {
    let forged = edited(|parts| {
        let mut manifest: Value = serde_json::from_slice(&parts["manifest.json"]).expect("JSON");
        manifest["imports"] = json!([]);
        parts.insert("manifest.json".into(), serde_json::to_vec(&manifest).expect("JSON"));
    });
    assert_eq!(code(&forged), "edited");
}

/// Of two rows for one Comune the last held.
#[test]
fn values_with_a_comune_twice_are_damaged() {
    use polars::prelude::{ParquetReader, ParquetWriter, SerReader};
    let forged = edited(|parts| {
        const VALUES: &str = "imports/utenti/values.parquet";
        let old = parts[VALUES].clone();
        let once = ParquetReader::new(std::io::Cursor::new(&old)).finish().expect("a table");
        let mut twice = once.vstack(&once).expect("alike");
        let mut new = Vec::new();
        ParquetWriter::new(&mut new).finish(&mut twice).expect("written");
        let digest = atlante::io::digest;
        let manifest = String::from_utf8(parts["manifest.json"].clone()).expect("text");
        parts.insert("manifest.json".into(), manifest.replace(&digest(&old), &digest(&new)).into_bytes());
        parts.insert(VALUES.into(), new);
    });
    assert_eq!(code(&forged), "damaged");
}

/// The second of two definitions held, in silence.
#[test]
fn an_indicator_defined_twice_is_refused() {
    let text = include_str!("../../assets/catalogue/territorio.toml");
    assert!(Catalogue::from_toml(text).is_ok());
    let fault = Catalogue::from_toml(&text.repeat(2)).expect_err("refused");
    let CatalogueFault::Unfit(unfit) = fault else { panic!("{fault:?}") };
    assert_eq!((unfit.of.as_str(), unfit.why), ("grado_urbanizzazione", Why::Twice));
}

#[test]
fn a_project_of_more_than_anybody_keeps_is_refused() {
    let spec = FigureSpec::of(TableSpec::new(Vec::new(), atlante::base::Level::Comuni).into());
    let kept = KeptFigure { id: 1, name: "Figura".into(), spec, reading: None };
    let mut project = Project::new("Tanto");
    project.document.figures = vec![kept.into(); 100_000];
    assert!(project.check().expect_err("too many").text(Lang::It).starts_with("figure: 100.000"));
    let mut table = TableSpec::new(Vec::new(), atlante::base::Level::Comuni);
    table.view.filter = "a".repeat(200_000);
    let mut project = Project::new("Tanto");
    project.document.views = vec![table.into()];
    assert!(project.check().expect_err("too long").text(Lang::En).contains("200,000"));
    let mut project = Project::new("Tanto");
    project.document.sets =
        vec![atlante::data::NamedSet { name: "x".into(), codes: vec!["015146".into(); 1_000_000] }];
    assert!(project.check().is_err());
    let forged = changed("project.json", |work| work["packs"] = json!(7));
    assert!(sentence(&forged).contains("il campo «packs»"), "{}", sentence(&forged));
}

#[test]
fn an_indicator_that_takes_the_place_of_ours_is_said() {
    let forged = changed(INDICATORS, |indicators| indicators[0]["id"] = json!("indice_vecchiaia"));
    let folder = Folder::new().with("p.atlante", &forged).with("q.atlante", bytes());
    let verified = Cli::new(&["project", "verify", &folder.file("p.atlante")]).ok();
    assert!(
        verified.contains("al posto di quelli del programma") && verified.contains("indice_vecchiaia"),
        "{verified}"
    );
    let verified = Cli::new(&["project", "verify", &folder.file("p.atlante"), "--json"]).json();
    assert_eq!(verified["replaces"], json!(["indice_vecchiaia"]));
    let verified = Cli::new(&["project", "verify", &folder.file("q.atlante"), "--json"]).json();
    assert_eq!(verified["replaces"], json!([]));
}

#[cfg(unix)]
#[test]
fn nothing_but_a_regular_file_is_opened() {
    let folder = Folder::new().with("utenti.csv", USERS).with("p.atlante", bytes());
    let pipe = folder.file("canale.atlante");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("a system with pipes").success());
    let (csv, p, out) = (folder.file("utenti.csv"), folder.file("p.atlante"), folder.file("a.svg"));
    let map = "figure map --indicator indice_vecchiaia";
    for odd in [pipe.as_str(), "/dev/zero", "/dev/tty"] {
        for (line, arguments) in [
            ("check", vec![odd]),
            ("check --answers", vec![odd, &csv]),
            ("check --recipe", vec![odd, &csv]),
            ("import", vec![odd, "--into", &out]),
            ("import --indicators", vec![odd, &csv, "--into", &out]),
            ("import --recipe", vec![odd, &csv, "--into", &out]),
            ("project verify", vec![odd]),
            ("project info", vec![odd]),
            ("project attach", vec![&p, odd]),
            ("figure --spec", vec![odd, "-o", &out]),
            ("figure atlas --spec", vec![odd, "-o", &out]),
            (map, vec!["-o", &out, "--logo", odd]),
            (map, vec!["-o", &out, "--project", odd]),
            ("territories --boundaries", vec![odd]),
            ("stats classify --column a --csv", vec![odd]),
            ("stats correlate --x a --y b --csv", vec![odd]),
        ] {
            let began = Instant::now();
            let refused = Cli::line(line).with(&arguments).refusal();
            assert!(began.elapsed() < Duration::from_secs(20), "{line}");
            // The recipe of an import is a file only if its name ends like one.
            let said = refused.contains("non è un file ma un dispositivo");
            assert!(said || (line == "import --recipe" && odd != pipe), "{line} {odd}: {refused}");
        }
    }
}

#[test]
fn no_command_writes_over_what_it_reads() {
    let folder = Folder::new().with("t.csv", USERS).with("p.atlante", bytes());
    let (t, p) = (folder.file("t.csv"), folder.file("p.atlante"));
    let other_spelling = folder.path().join(".").join("t.csv").to_str().expect("plain").to_owned();
    let mut names = vec![t.clone(), other_spelling];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("t.csv", folder.path().join("link.csv")).expect("a link");
        fs::hard_link(folder.path().join("t.csv"), folder.path().join("due.csv")).expect("a second name");
        names.extend([folder.file("link.csv"), folder.file("due.csv")]);
    }
    for name in &names {
        for (line, arguments) in [
            ("check", vec![t.as_str(), "--report", name]),
            ("check", vec![&t, "--save-recipe", name]),
            ("import", vec![&t, "--into", name]),
            ("import", vec![&t, "--into", &p, "--report", name]),
        ] {
            let refused = Cli::line(line).with(&arguments).refusal();
            assert!(refused.contains("uno dei file da leggere"), "{line}: {refused}");
        }
    }
    // A hypothesis may be a file too.
    let moves = "Comune;Ambito\nSettala;Melzo\n";
    fs::write(folder.path().join("e se.csv"), moves).expect("written");
    let file = folder.file("e se.csv");
    let table = Cli::line("figure table --columns residenti --level ambiti");
    let refused = table.with(&["--what-if", &file, "-o", &file]).refusal();
    assert!(refused.contains("uno dei file da leggere"), "{refused}");
    assert_eq!(fs::read_to_string(&file).expect("there"), moves);
    assert_eq!(fs::read_to_string(folder.path().join("t.csv")).expect("there"), USERS);
    let (svg, json) = (folder.file("a.svg"), folder.file("a.json"));
    Cli::line("figure map --indicator indice_vecchiaia").with(&["-o", &svg, "--save-spec", &json]).ok();
    let before = fs::read(folder.path().join("a.svg")).expect("drawn");
    for arguments in [
        vec!["figure", "--spec", &svg, "-o", &svg],
        vec!["figure", "--spec", &json, "-o", &svg, "--save-spec", &json],
        vec!["figure", "map", "--indicator", "indice_vecchiaia", "-o", &svg, "--logo", &svg],
        vec!["figure", "map", "--indicator", "indice_vecchiaia", "-o", &svg, "--save-spec", &svg],
        vec!["project", "pack", &p, "-o", &p],
    ] {
        let refused = Cli::new(&arguments).refusal();
        assert!(refused.contains("un altro nome"), "{refused}");
    }
    assert_eq!(fs::read(folder.path().join("a.svg")).expect("there"), before);
    // What is there already and is not read is replaced as ever.
    Cli::new(&["figure", "--spec", &json, "-o", &svg]).ok();
}

#[cfg(unix)]
#[test]
fn a_project_opened_through_a_link_is_one_project() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new().with("p.atlante", bytes());
    let (real, link) = (folder.path().join("p.atlante"), folder.path().join("scorciatoia.atlante"));
    symlink("p.atlante", &link).expect("a link");
    fs::set_permissions(&real, PermissionsExt::from_mode(0o600)).expect("mine");
    let held = Access::to(&link);
    assert!(matches!(held, Access::Write(_)));
    assert!(matches!(Access::to(&real), Access::Busy), "the same file under its own name");
    let mut project = users();
    project.work.notes = "Nuove note".into();
    project.save(&link, &atlas().territories).expect("saved");
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    let read = ProjectFile::open(&real, &atlas().territories).expect("whole");
    assert_eq!(read.work.notes, "Nuove note");
    assert_eq!(fs::metadata(&real).expect("there").permissions().mode() & 0o777, 0o600);

    // What is kept from a breakdown is nobody else's.
    let kept = folder.path().join("recupero");
    let mut recovery = Recovery::new(kept.clone());
    recovery.keep(&project, Some(&link), &atlas().territories).expect("kept");
    let mode = |path: &std::path::Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&kept), 0o700);
    let files: Vec<_> = fs::read_dir(&kept).expect("a folder").flatten().map(|entry| entry.path()).collect();
    let work = files.iter().find(|file| file.extension().is_some_and(|e| e == "atlante")).expect("the work");
    assert_eq!(mode(work), 0o600);
}

#[test]
fn a_fault_in_a_spec_names_the_field_and_unknown_fields_are_said() {
    let folder = Folder::new();
    let (json_file, svg) = (folder.file("a.json"), folder.file("a.svg"));
    Cli::line("figure map --indicator indice_vecchiaia").with(&["-o", &svg, "--save-spec", &json_file]).ok();
    let spec: Value = serde_json::from_str(&fs::read_to_string(&json_file).expect("saved")).expect("JSON");
    let with = |change: &dyn Fn(&mut Value)| {
        let mut spec = spec.clone();
        change(&mut spec);
        fs::write(&json_file, spec.to_string()).expect("written");
        Cli::new(&["figure", "--spec", &json_file, "-o", &svg])
    };
    let cell = |spec: &mut Value| std::mem::take(&mut spec["figure"]["rows"][0]["cells"][0]);
    let refused = with(&|spec| spec["figure"]["page"]["width"] = json!("largo")).refusal();
    assert!(refused.contains("il campo «figure.page.width»"), "{refused}");
    let refused =
        with(&|spec| spec["figure"]["rows"][0]["cells"][0]["classes"]["count"] = json!(-3)).refusal();
    assert!(refused.contains("il campo «figure.rows[0].cells[0].classes.count»"), "{refused}");
    let refused = with(&|spec| {
        spec["figure"]["rows"][0]["cells"][0].as_object_mut().expect("{}").remove("level");
    })
    .refusal();
    assert!(refused.contains("manca il campo «figure.rows[0].cells[0].level»"), "{refused}");
    let refused = with(&|spec| drop(cell(spec))).refusal();
    assert!(!refused.contains("danneggiato"), "{refused}");
    let said = with(&|spec| {
        spec["figure"]["page"]["titel"] = json!("Anziani");
        spec["figure"]["rows"][0]["cells"][0]["colour"] = json!("red");
    })
    .ok();
    assert!(said.contains("figure.page.titel, figure.rows[0].cells[0].colour"), "{said}");
    let said = with(&|_| {}).ok();
    assert!(!said.contains("non conosce"), "{said}");
    let carried = Carried::from_json(&spec.to_string()).expect("sound");
    assert!(carried.unknown_fields(&spec.to_string()).is_empty());
}

#[test]
fn a_character_that_the_typeface_lacks_is_named_in_every_format() {
    let folder = Folder::new();
    let title = "Telefono ☎, quadrato ■, عدد, 😀, cuore ❤\u{fe0f}";
    for extension in ["svg", "png", "pdf"] {
        let file = folder.file(&format!("a.{extension}"));
        let said =
            Cli::line("figure map --indicator indice_vecchiaia").with(&["--title", title, "-o", &file]).ok();
        assert!(said.contains("☎ (U+260E), ■ (U+25A0)") && !said.contains("FE0F"), "{extension}: {said}");
        assert!(fs::metadata(&file).expect("drawn").len() > 1_000);
        let again = folder.file(&format!("b.{extension}"));
        Cli::new(&["figure", "--spec", &file, "-o", &again]).ok();
        assert_eq!(fs::read(&file).expect("a"), fs::read(&again).expect("b"), "its own title comes back");
    }
    let said = Cli::line("figure map --indicator indice_vecchiaia")
        .with(&["--title", "Perché – «così» ½ € ﬁ", "-o", &folder.file("c.pdf")])
        .ok();
    assert!(!said.contains("U+"), "{said}");
}

/// A terminal obeys control characters, and they may be in the name of a file.
#[test]
fn control_characters_are_never_echoed() {
    if cfg!(windows) {
        return;
    }
    let folder = Folder::new().with("a\u{1b}[31mb.csv", USERS).with("c\u{9b}2Jd.csv", "x");
    for name in ["a\u{1b}[31mb.csv", "c\u{9b}2Jd.csv", "manca\u{7f}.csv"] {
        let output = Command::new(env!("CARGO_BIN_EXE_atlante-cli"))
            .args(["check", &folder.file(name)])
            .output()
            .expect("it runs");
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).expect("UTF-8");
        assert!(said.chars().all(|c| !c.is_control() || c == '\n'), "{said:?}");
    }
}

/// What is not finite is absent, and no file says otherwise.
#[test]
fn a_number_that_is_none_is_no_value_of_a_project() {
    let mut project = users();
    assert!(project.to_bytes(&atlas().territories).is_ok());
    let indicator = &mut project.imports[0].indicators[0];
    indicator.multiplier = 1e308;
    let bundle = BUNDLE.with_projects([&project]);
    let query = atlante::data::Query {
        indicator: "utenti".into(),
        date: crate::common::january(2022),
        level: atlante::base::Level::Comuni,
        method: atlante::data::Method::Pooled,
    };
    let table = bundle.atlas.compute(&query).expect("there");
    assert!(table.rows.iter().filter_map(|row| row.value.ok()).all(f64::is_finite));
    let faults = [Fault::TooLong, Fault::TooLarge].map(|fault| ProjectError::new("p".as_ref(), fault).code());
    assert_eq!(faults, ["too_long", "too_large"]);
}
