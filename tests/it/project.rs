//! Projects in memory: what is written can be read back, with the same bytes each time, and its data are merged into
//! the atlas.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use atlante::base::{Code, Date, Level};
use atlante::data::{Absence, Catalogue, Method, Move, NamedSet, WhatIf};
use atlante::document::{
    Document, Element, FigureSpec, KeptFigure, MapFrame, MapSpec, PackRef, Project, ProjectKind, ScatterSpec,
    SeriesMode, SeriesSpec, TableColumn, TableSpec,
};
use atlante::engine::Recovery;
use atlante::io::digest;
use atlante::io::grid::{Grid, Period, Periodicity};
use atlante::io::import::Importer;
use atlante::io::project::{
    Access, Choices, Import, IntakeError, ProjectFile, THEME, VERSION, attached, take_in, take_in_grid,
};

use crate::common::{BUNDLE, Folder, atlas, january, present, table_of, value};

/// Invented users of services: two dates, a withheld count, a share.
pub const USERS: &str = "codice;Comune;anno al 1° gennaio;utenti;quota di anziani %\n\
    015146;Milano;2022;1200;31,5\n015146;Milano;2023;1300;32,5\n\
    015093;Corsico;2022;40;20,0\n015093;Corsico;2023;c;21,0\n\
    098031;Lodi;2022;80;25,0\n098031;Lodi;2023;90;0,0\n";

/// The import of a text file.
pub fn import(
    file: &str,
    text: &str,
    choices: &Choices,
    project: &ProjectFile,
) -> Result<Import, IntakeError> {
    let importer = Importer::new(&atlas().territories);
    let mut checked = importer.check_bytes(file, text.into()).expect("a table");
    take_in(checked.remove(0), digest(text.as_bytes()), None, choices, project, atlas())
}

/// A project with an import.
pub fn users() -> ProjectFile {
    let mut project = ProjectFile::new("Piano di prova");
    let import = import("utenti.csv", USERS, &Choices::default(), &project).expect("comes in");
    project.add(import);
    project
}

fn reread(project: &ProjectFile) -> ProjectFile {
    let bytes = project.to_bytes(&atlas().territories).expect("can be written");
    ProjectFile::from_bytes(&bytes, &atlas().territories).unwrap_or_else(|fault| panic!("{fault:?}"))
}

#[test]
fn the_work_comes_back_as_it_was() {
    let mut map = MapSpec::new("indice_vecchiaia", january(2023));
    map.selected = vec!["015093".into()];
    let spec = FigureSpec::of(Element::Map(map.clone()));
    let mut document = Document::new(map, atlas());
    let mut series = document.view::<SeriesSpec>().expect("a series").clone();
    (series.mode, series.benchmarks) = (SeriesMode::Base100, Some(vec![Level::Asst]));
    let mut table = document.view::<TableSpec>().expect("a table").clone();
    table.columns.push(TableColumn::value("residenti", january(2022)));
    let mut scatter = document.view::<ScatterSpec>().expect("a scatterplot").clone();
    (scatter.x, scatter.x_date) = ("eta_media".into(), january(2022));
    for element in [Element::from(series), table.into(), scatter.into()] {
        document.set(element);
    }
    let kept = KeptFigure { id: 7, name: "Corsico".into(), spec, reading: Some("Testo.".into()) };
    document.figures.push(Arc::new(kept));
    document.sets.push(NamedSet { name: "Hinterland".into(), codes: vec!["015093".into()] });
    document.show_published("spesa_sociale_pro_capite", atlas());
    let work = Project {
        document,
        notes: "Rivedere con l'Ambito.\nRiga due: àèìòù".into(),
        packs: vec![PackRef { file: "ats.atlante".into(), sha256: digest(b"x") }],
        ..Project::new("Piano 2025-2027")
    };
    let project = ProjectFile { work, ..users() };
    let again = reread(&project);
    assert_eq!(again.work, project.work);
    assert_eq!(again.imports[0].origin, project.imports[0].origin);
    assert_eq!(again.imports[0].indicators, project.imports[0].indicators);
    assert_eq!(again.imports[0].dataset.meta, project.imports[0].dataset.meta);
}

#[test]
fn numbers_and_reasons_come_back_to_the_bit() {
    let project = users();
    let again = reread(&project);
    let values = |project: &ProjectFile| {
        let mut values = BTreeMap::new();
        for (date, slice) in project.imports[0].dataset.slices() {
            for variable in slice.variables() {
                let bits: Vec<Result<u64, Absence>> =
                    slice.values(variable).expect("there").into_iter().map(|v| v.map(f64::to_bits)).collect();
                values.insert((date, variable.to_owned()), bits);
            }
        }
        values
    };
    assert_eq!(values(&project), values(&again));
    let corsico = atlas().territories.position(Level::Comuni, &"015093".into()).expect("a Comune");
    let of_2023 = &values(&again)[&(Some(january(2023)), "utenti".to_owned())];
    assert_eq!(of_2023[corsico], Err(Absence::Suppressed));
    assert_eq!(of_2023.iter().filter(|value| **value == Err(Absence::Missing)).count(), 190);
}

#[test]
fn the_same_project_is_the_same_bytes() {
    let bytes = |project: &ProjectFile| project.to_bytes(&atlas().territories).expect("can be written");
    let project = users();
    assert_eq!(bytes(&project), bytes(&users()));
    assert_eq!(bytes(&project), bytes(&reread(&project)));
}

#[test]
fn imported_indicators_join_the_atlas() {
    let bundle = BUNDLE.with_projects([&users()]);
    let catalogue = &bundle.atlas.catalogue;
    let utenti = catalogue.get("utenti").expect("an indicator a variable");
    assert_eq!((utenti.theme.as_str(), utenti.name.it.as_str()), (THEME, "utenti"));
    assert!(catalogue.themes().iter().any(|theme| theme.name.it == "Dati importati"));
    let table = |id, year, level| table_of(&bundle.atlas, id, january(year), level, Method::Pooled);
    assert_eq!(present(&table("utenti", 2023, Level::Comuni), "015146"), 1300.0);
    assert_eq!(value(&table("utenti", 2023, Level::Comuni), "015093"), Err(Absence::Suppressed));
    // A share given by a source has no value for a group, because its sums are unknown. Zero is a number.
    let share = "quota_di_anziani";
    assert_eq!(present(&table(share, 2023, Level::Comuni), "098031"), 0.0);
    assert_eq!(value(&table(share, 2023, Level::Ats), "321"), Err(Absence::NotApplicable));
}

#[test]
fn a_name_of_the_program_is_never_reused() {
    let text = "codice;residenti\n015146;5\n015093;6\n098031;7\n";
    let project = ProjectFile::new("p");
    let choices = Choices { date: Some(january(2023)), ..Choices::default() };
    let import = import("mensa.csv", text, &choices, &project).expect("comes in");
    assert_eq!(import.origin.variables[0].id, "mensa_residenti");
    let project = ProjectFile { imports: vec![import], ..project };
    let bundle = BUNDLE.with_projects([&project]);
    let of = |id| table_of(&bundle.atlas, id, january(2023), Level::Comuni, Method::Pooled);
    assert!(present(&of("residenti"), "015146") > 1e6);
    assert_eq!(present(&of("mensa_residenti"), "015146"), 5.0);
}

#[test]
fn next_years_edition_makes_a_series_and_the_same_file_is_imported_once() {
    let mut project = ProjectFile::new("p");
    for (file, count) in [("utenti_2022.csv", 5), ("utenti_2023.csv", 9), ("utenti_2023.csv", 9)] {
        let text = format!("codice;utenti\n015146;{count}\n015093;6\n");
        let year = if count == 5 { 2022 } else { 2023 };
        let choices = Choices { date: Some(january(year)), ..Choices::default() };
        let import = import(file, &text, &choices, &project).expect("comes in");
        project.add(import);
    }
    assert_eq!(project.imports.len(), 2);
    let bundle = BUNDLE.with_projects([&project]);
    let utenti = bundle.atlas.catalogue.get("utenti").expect("one indicator for both");
    assert_eq!(bundle.atlas.dates(utenti), [january(2022), january(2023)]);
    assert!(project.remove("utenti_2022") && !project.remove("utenti_2022"));
}

#[test]
fn indicators_can_be_selected_at_import() {
    let catalogue = |numerator: &str| {
        let text = format!(
            "[[indicator]]\nid = \"utenti_1000\"\nname = {{ it = \"Utenti\", en = \"Users\" }}\n\
             short = {{ it = \"Utenti\", en = \"Users\" }}\ntheme = \"mio\"\n\
             unit = {{ it = \"per 1.000 residenti\", en = \"per 1,000 residents\" }}\nsuffix = \"\"\n\
             numerator = [\"{numerator}\"]\ndenominator = [\"residenti\"]\nmultiplier = 1000\ndecimals = 1\n\
             polarity = \"higher_is_better\"\nkind = \"ratio\"\n\
             definition = {{ it = \"Prova.\", en = \"Trial.\" }}\nsource = {{ it = \"x\", en = \"x\" }}\n\
             licence = \"CC0\"\n"
        );
        Choices { indicators: Some(Catalogue::from_toml(&text).expect("TOML")), ..Choices::default() }
    };
    let empty = ProjectFile::new("p");
    let made = import("utenti.csv", USERS, &catalogue("utenti"), &empty).expect("comes in");
    assert_eq!(made.indicators[0].theme, THEME, "a theme that is nowhere would hide it");
    let project = ProjectFile { imports: vec![made], ..empty.clone() };
    let bundle = BUNDLE.with_projects([&project]);
    let table = table_of(&bundle.atlas, "utenti_1000", january(2022), Level::Comuni, Method::Pooled);
    let residents = table_of(&bundle.atlas, "residenti", january(2022), Level::Comuni, Method::Pooled);
    assert_eq!(present(&table, "098031"), 1000.0 * 80.0 / present(&residents, "098031"));
    let refused = import("utenti.csv", USERS, &catalogue("clienti"), &empty).expect_err("no such variable");
    let IntakeError::NoVariable { variable, available, .. } = refused else { panic!("{refused:?}") };
    assert_eq!((variable.as_str(), available.len()), ("clienti", 2));
}

#[test]
fn what_holds_at_every_date_has_the_dates_of_the_rest() {
    let text = "codice;sportelli\n015146;5\n015093;6\n098031;7\n";
    let project = ProjectFile::new("p");
    let import = import("sportelli.csv", text, &Choices::default(), &project).expect("comes in");
    assert!(import.origin.dates.is_empty());
    let project = reread(&ProjectFile { imports: vec![import], ..project });
    let bundle = BUNDLE.with_projects([&project]);
    let sportelli = bundle.atlas.catalogue.get("sportelli").expect("an indicator");
    let dates = bundle.atlas.dates(sportelli);
    assert!(dates.contains(&january(2023)) && dates.contains(&january(2019)), "{dates:?}");
}

#[test]
fn a_pack_joins_from_beside_the_project_and_is_never_written() {
    let folder = Folder::new();
    let territories = &atlas().territories;
    let pack = users().packed();
    assert_eq!(pack.work.kind, ProjectKind::Pack);
    let at = |name: &str| folder.path().join(name);
    pack.save(&at("ats.atlante"), territories).expect("a new pack");
    assert_eq!(pack.save(&at("ats.atlante"), territories).expect_err("written once").code(), "pack");
    let mut project = ProjectFile::new("p");
    let packs = |project: &ProjectFile| attached(project, &at("p.atlante"), territories);
    project.work.packs = vec![PackRef { file: "ats.atlante".into(), sha256: String::new() }];
    let found = packs(&project).expect("beside it");
    assert_eq!(found[0].imports[0].id(), "utenti");
    project.save(&at("p.atlante"), territories).expect("a project");
    for (file, code) in
        [("../ats.atlante", "not_a_pack"), ("p.atlante", "not_a_pack"), ("manca.atlante", "cannot_read")]
    {
        project.work.packs[0].file = file.into();
        assert_eq!(packs(&project).expect_err(file).code(), code, "{file}");
    }
}

#[test]
fn two_writers_are_kept_apart() {
    let folder = Folder::new();
    let path = folder.path().join("p.atlante");
    let first = Access::to(&path);
    assert!(matches!(first, Access::Write(_)));
    let second = Access::to(&path);
    assert!(matches!(second, Access::Busy), "{second:?}");
    let said = second.refusal(atlante::i18n::Lang::It).expect("why");
    assert!(said.contains("aperto altrove") && first.refusal(atlante::i18n::Lang::It).is_none());
    drop(first);
    // Leftovers of a killed save are removed; files that merely look similar stay.
    let left =
        [".p.atlante.41.part", ".p.atlante.x.part", ".q.atlante.41.part"].map(|n| folder.path().join(n));
    left.iter().for_each(|left| std::fs::write(left, "half").expect("written"));
    assert!(matches!(Access::to(&path), Access::Write(_)));
    assert_eq!(left.map(|left| left.exists()), [false, true, true]);
    let nowhere = Path::new("/nowhere/at/all/p.atlante");
    assert!(matches!(Access::to(nowhere), Access::ReadOnly));
}

#[test]
fn unsaved_work_outlives_the_program() {
    let folder = Folder::new();
    let territories = &atlas().territories;
    let project = users();
    let of = folder.path().join("p.atlante");
    let recovery = || Recovery::new(folder.path().join("kept"));
    let mut running = recovery();
    running.keep(&ProjectFile::new("earlier"), Some(&of), territories).expect("kept");
    running.keep(&project, Some(&of), territories).expect("kept again");
    assert!(recovery().pending(territories).is_empty(), "while it runs nobody takes it for lost");
    drop(running);
    let found = recovery().pending(territories);
    assert_eq!(found.len(), 1);
    let recovered = found[0].project.recovered.as_ref().expect("whose it is");
    assert_eq!(recovered.path.as_deref(), Some(of.as_path()));
    assert_eq!(found[0].project.work, project.work);
    // A half-written one, as after a kill, is not offered; a saved one is forgotten.
    let whole = std::fs::read(&found[0].recovery_file).expect("there");
    std::fs::write(&found[0].recovery_file, &whole[..whole.len() / 2]).expect("written");
    assert!(recovery().pending(territories).is_empty());
    let mut running = recovery();
    running.keep(&project, Some(&of), territories).expect("kept");
    running.forget();
    assert!(recovery().pending(territories).is_empty());
    running.keep(&project, None, territories).expect("kept, though never saved");
    drop(running);
    assert_eq!(
        recovery().pending(territories)[0].project.recovered.as_ref().and_then(|r| r.path.clone()),
        None
    );
}

fn kept_file(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/reference/project_v{version}.atlante"))
}

/// What the first figure of a project shows.
fn frame_of(project: &ProjectFile) -> MapFrame {
    match project.work.document.figures[0].spec.only() {
        Some(Element::Map(map)) => map.frame.clone(),
        other => panic!("{other:?}"),
    }
}

/// Written by this program at each version of the format, with invented numbers; see their notes. They must always
/// open.
#[test]
fn every_version_opens_for_ever() {
    for version in 1..=VERSION {
        let project = ProjectFile::open(&kept_file(version), &atlas().territories)
            .unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(project.work.name, format!("Progetto di prova, versione {version}"));
        assert!(project.work.notes.contains("inventati"), "{}", project.work.notes);
        assert_eq!(project.work.document.figures[0].name, "Utenti per Comune");
        let bundle = BUNDLE.with_projects([&project]);
        let table = table_of(&bundle.atlas, "utenti", january(2023), Level::Comuni, Method::Pooled);
        assert_eq!(present(&table, "015146"), 1300.0);
        assert_eq!(value(&table, "015093"), Err(Absence::Suppressed));
        assert_eq!(bundle.atlas.dates(bundle.atlas.catalogue.get("utenti").expect("an indicator")).len(), 2);
        let frames = [&project.work.document.map.frame, &frame_of(&project)];
        if version > 4 {
            assert_eq!(frames, [&MapFrame::Unit("50089".into()), &MapFrame::Unit("50085".into())]);
        } else {
            assert_eq!(frames, [&MapFrame::All, &MapFrame::Selected]);
        }
        if version > 3 {
            assert_eq!(project.work.document.what_if.name, "Settala con Paullo");
        }
        if version > 2 {
            let document = &project.work.document;
            assert_eq!(document.view::<SeriesSpec>().map(|spec| spec.mode), Some(SeriesMode::Base100));
            assert_eq!(document.view::<ScatterSpec>().map(|spec| spec.x.as_str()), Some("eta_media"));
        }
        if version > 1 {
            // By Ambito, kept as published before: they have their level now, and the same id.
            let half = Date::new(2024, 6, 30).expect("a date");
            let table = table_of(&bundle.atlas, "reclami", half, Level::Ambiti, Method::Pooled);
            assert_eq!((table.rows.len(), present(&table, "50044")), (17, 12.0));
            let caption = bundle.atlas.caption("reclami").expect("an indicator");
            assert_eq!((caption.known_at, caption.as_published), (Level::Ambiti, false));
            assert_eq!(project.left_as_published(&atlas().territories).count(), 0);
            assert_eq!(project.imports[1].grid.as_ref().map(|grid| grid.cell(2, 0)), Some("12"));
        }
    }
}

/// Writes the file of the current version for the test above, once per version of the format: `UPDATE_GOLDEN=1`.
#[test]
fn a_kept_file_is_made_of_invented_numbers() {
    let path = kept_file(VERSION);
    if std::env::var_os("UPDATE_GOLDEN").is_none() || path.exists() {
        return;
    }
    let mut project = users();
    project.work.name = format!("Progetto di prova, versione {VERSION}");
    project.work.notes =
        format!("Numeri inventati, per provare che un progetto della versione {VERSION} si apre sempre.");
    let date: Date = january(2023);
    let map = MapSpec::new("utenti", date);
    let figure = MapSpec { frame: MapFrame::Unit("50085".into()), ..map.clone() };
    let spec = FigureSpec::of(Element::Map(figure));
    let map = MapSpec { frame: MapFrame::Unit("50089".into()), ..map };
    let kept = KeptFigure { id: 1, name: "Utenti per Comune".into(), spec, reading: None };
    let mut document = Document::new(map, &BUNDLE.with_projects([&project]).atlas);
    let mut series = document.view::<SeriesSpec>().expect("a series").clone();
    series.mode = SeriesMode::Base100;
    let mut scatter = document.view::<ScatterSpec>().expect("a scatterplot").clone();
    scatter.x = "eta_media".into();
    document.set(series.into());
    document.set(scatter.into());
    document.figures.push(Arc::new(kept));
    let moves = vec![Move { what: Code::from("015210"), to: Code::from("50041") }];
    document.what_if = WhatIf { name: "Settala con Paullo".into(), moves, ..WhatIf::default() };
    project.work.document = document;
    let half = Period::new(Periodicity::Half, 2024, 1).expect("a half-year");
    let mut grid = Grid::new(Level::Ambiti, half);
    (grid.name, grid.source) = ("Reclami".into(), "Ufficio di Piano".into());
    grid.set(2, 0, "12");
    let typed = take_in_grid(&grid, None, &project, atlas()).expect("comes in");
    project.add(typed);
    project.save(&path, &atlas().territories).expect("written");
}
