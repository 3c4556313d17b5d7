//! Values of areas, manually entered figures and boundaries in a project: kept as they are, combined over the years,
//! under names of their own.

use atlante::base::{Date, Level};
use atlante::data::{Absence, AreaKind, AreaValue, Atlas, Dataset, Quality, Reference};
use atlante::i18n::Lang;
use atlante::io::grid::{Grid, Period, Periodicity};
use atlante::io::project::{Choices, Import, ProjectFile, THEME, left_text, take_in_grid};

use crate::common::{BUNDLE, atlas, january, present, table_of};
use crate::project::import;

fn reread(project: &ProjectFile) -> ProjectFile {
    let bytes = project.to_bytes(&atlas().territories).expect("can be written");
    ProjectFile::from_bytes(&bytes, &atlas().territories).unwrap_or_else(|fault| panic!("{fault:?}"))
}

/// Monitoring of three Ambiti in a year, with a withheld count.
fn monitoring(year: i16) -> String {
    let n = year - 2000;
    format!("Ambito;data;utenti\nCorsico;1/1/{year};{n}\nRho;1/1/{year};{n},5\nLodi;1/1/{year};c\n")
}

fn with(files: &[(&str, String)]) -> ProjectFile {
    let mut project = ProjectFile::new("p");
    for (file, text) in files {
        let import = import(file, text, &Choices::default(), &project).expect("comes in");
        project.add(import);
    }
    project
}

fn of(atlas: &Atlas, id: &str, year: i16, name: &str) -> Result<f64, Absence> {
    let table = table_of(atlas, id, january(year), Level::Ambiti, Default::default());
    table.rows.into_iter().find(|row| row.name == name).expect("an Ambito").value
}

#[test]
fn a_table_by_ambito_is_kept_with_its_reasons_and_joins_the_atlas() {
    let project = with(&[("monitoraggio.csv", monitoring(2023))]);
    let again = reread(&project);
    let import: &Import = &again.imports[0];
    assert_eq!(import.origin, project.imports[0].origin);
    assert_eq!(
        (import.dataset.meta.level, import.origin.dates.clone()),
        (Level::Ambiti, vec![january(2023)])
    );
    assert_eq!(import.origin.variables[0].id, "utenti");
    assert_eq!(import.indicator_ids(), ["utenti"]);
    let bundle = BUNDLE.with_projects([&again]);
    let caption = bundle.atlas.caption("utenti").expect("an indicator");
    assert_eq!((caption.known_at, caption.decimals, caption.as_published), (Level::Ambiti, 1, false));
    assert_eq!(bundle.atlas.indicator("utenti").expect("an indicator").theme, THEME);
    let found = |name| of(&bundle.atlas, "utenti", 2023, name);
    let suppressed = Err(Absence::Suppressed);
    assert_eq!((found("Corsico"), found("Rho"), found("Lodi")), (Ok(23.0), Ok(23.5), suppressed));
}

#[test]
fn the_same_table_of_another_year_makes_a_series() {
    let files = [2022, 2023].map(|year| (format!("monitoraggio_{year}.csv"), monitoring(year)));
    let files: Vec<(&str, String)> = files.iter().map(|(file, text)| (file.as_str(), text.clone())).collect();
    let project = with(&files);
    assert_eq!(project.imports.len(), 2);
    let bundle = BUNDLE.with_projects([&project]);
    let id = "utenti";
    assert_eq!(bundle.atlas.references(id).expect("known"), [january(2022).into(), january(2023).into()]);
    assert_eq!(of(&bundle.atlas, id, 2022, "Corsico"), Ok(22.0));
    assert_eq!(of(&bundle.atlas, id, 2023, "Corsico"), Ok(23.0));
}

#[test]
fn the_region_stands_beside_a_share_and_under_another_name() {
    let text = "Comune;anno;quota %\nMilano;2023;30\nLodi;2023;20\nRegione Lombardia;2023;25\n";
    let project = with(&[("nidi.csv", text.to_owned())]);
    let bundle = BUNDLE.with_projects([&reread(&project)]);
    let made = project.imports[0].indicator_ids();
    let [own, of_region] = made.as_slice() else { panic!("{made:?}") };
    let table = table_of(&bundle.atlas, own, january(2023), Level::Comuni, Default::default());
    assert_eq!(present(&table, "098031"), 20.0);
    let beside = bundle.atlas.benchmarks(own);
    assert_eq!((beside[0].0.id.as_str(), beside[0].1[0].value), (of_region.as_str(), Ok(25.0)));
    assert_eq!(beside[0].1[0].area.kind, AreaKind::Region);
    // A name of the program, and therefore of the import's own indicator, is not used twice.
    let text = "Comune;anno;residenti\nMilano;2023;30\nLodi;2023;20\nItalia;2023;25\n";
    let made = with(&[("mensa.csv", text.to_owned())]).imports[0].indicator_ids();
    assert_eq!(made, ["mensa_residenti", "mensa_residenti_2"]);
}

#[test]
fn values_of_ambiti_need_a_date() {
    let text = "Ambito;utenti\nCorsico;3\nRho;4\n";
    let refused = import("a.csv", text, &Choices::default(), &ProjectFile::new("p")).expect_err("no date");
    assert_eq!(refused.code(), "no_date");
}

fn grid(level: Level) -> Grid {
    let first = Period::new(Periodicity::Half, 2024, 1).expect("a half-year");
    let mut grid = Grid::new(level, first);
    (grid.name, grid.unit, grid.source) = ("Reclami".into(), "reclami".into(), "Ufficio di Piano".into());
    grid.note = "Solo quelli scritti.".into();
    grid
}

#[test]
fn manually_entered_figures_are_kept_and_can_be_continued() {
    let territories = &atlas().territories;
    for (level, code) in [(Level::Comuni, "015093"), (Level::Ambiti, "50004")] {
        let mut project = ProjectFile::new("p");
        let mut typed = grid(level);
        let row = territories.position(level, &code.into()).unwrap_or(3);
        typed.set(row, 0, "12");
        let first = take_in_grid(&typed, None, &project, atlas()).expect("comes in");
        project.add(first);
        let mut again = reread(&project);
        let mut kept = again.imports[0].grid.clone().expect("what was typed");
        assert_eq!(kept, typed);
        assert!(kept.add_period());
        kept.set(row, 1, "9");
        kept.set(row + 1, 1, "molti");
        let id = again.imports[0].id().to_owned();
        let second = take_in_grid(&kept, Some(&id), &again, atlas()).expect("comes in");
        again.add(second);
        assert_eq!((again.imports.len(), again.imports[0].origin.rows_taken), (1, 2));
        let bundle = BUNDLE.with_projects([&reread(&again)]);
        assert_eq!(bundle.atlas.references("reclami").expect("an indicator").len(), 2, "{level:?}");
        let caption = bundle.atlas.caption("reclami").expect("an indicator");
        assert_eq!(caption.source.it, "Ufficio di Piano");
    }
    let nothing = take_in_grid(&grid(Level::Comuni), None, &ProjectFile::new("p"), atlas());
    assert_eq!(nothing.expect_err("empty").code(), "no_values");
}

/// A square in degrees for each Comune except the first `less` ones.
fn squares(less: usize) -> String {
    let feature = |(i, comune): (usize, &atlante::data::Comune)| {
        let (x, y) = (9.0 + 0.01 * (i % 14) as f64, 45.0 + 0.01 * (i / 14) as f64);
        let (east, north, code) = (x + 0.01, y + 0.01, &comune.code);
        format!(
            r#"{{"type":"Feature","properties":{{"codice":"{code}"}},"geometry":{{"type":"Polygon","coordinates":[[[{x},{y}],[{east},{y}],[{east},{north}],[{x},{north}],[{x},{y}]]]}}}}"#
        )
    };
    let features: Vec<String> =
        atlas().territories.comuni().iter().enumerate().skip(less).map(feature).collect();
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

#[test]
fn boundaries_of_the_comuni_stand_in_place_of_the_programs() {
    let mut project = ProjectFile::new("p");
    let made = import("confini.geojson", &squares(0), &Choices::default(), &project).expect("comes in");
    assert_eq!((made.origin.rows_taken, made.dataset.slices().count()), (193, 0));
    project.add(made);
    let again = reread(&project);
    let bundle = BUNDLE.with_projects([&again]);
    let areas = bundle.basemap.areas();
    assert_eq!((areas.len(), areas[0].0[0].exterior().0.len()), (193, 5));
    assert_eq!(bundle.basemap.credit.it, "confini.geojson");
    assert_eq!(bundle.basemap.level(Level::Ambiti).outlines().len(), 17, "Ambiti are dissolved from them");
    assert_eq!(bundle.basemap.backdrop().len(), BUNDLE.basemap.backdrop().len());
    let same = BUNDLE.with_projects([&again]);
    assert!(std::sync::Arc::ptr_eq(&same.basemap, &bundle.basemap), "made once");
    // Another edition replaces it; when it is removed, ours returns.
    again.imports.iter().for_each(|known| assert!(known.boundaries.is_some()));
    let newer = import("confini 2024.geojson", &squares(0), &Choices::default(), &again).expect("comes in");
    assert_eq!(newer.id(), again.imports[0].id());
    let ours = BUNDLE.with_projects([&ProjectFile::new("p")]);
    assert!(std::sync::Arc::ptr_eq(&ours.basemap, &BUNDLE.basemap));
    let lacking =
        import("confini.geojson", &squares(1), &Choices::default(), &project).expect_err("one lacks");
    let first = &atlas().territories.comuni()[0].name;
    assert!(lacking.text(atlante::i18n::Lang::It).contains(first.as_str()), "{}", lacking.code());
}

#[test]
fn a_list_of_a_known_source_is_kept_without_values() {
    let text = "Codice Comune formato alfanumerico;Denominazione in italiano;Codice Catastale del comune\n\
                015146;Milano;F205\n098031;Lodi;E648\n001272;Torino;L219\n";
    let project = with(&[("elenco.csv", text.to_owned())]);
    assert_eq!(project.imports[0].origin.rows_taken, 2);
    assert!(project.imports[0].indicator_ids().is_empty());
    reread(&project);
}

/// A value by Ambito as earlier programs kept it.
fn published(code: &str, kind: AreaKind, reference: Reference, value: f64) -> AreaValue {
    let (code, name) = (code.into(), code.to_owned());
    AreaValue { code, name, kind, reference, value: Ok(value), quality: Quality::Final }
}

/// A project of before: no values of Comuni, or some, and these values as published.
fn former(values: Vec<AreaValue>, keeps_comuni: bool) -> ProjectFile {
    let text = "Comune;anno;quota %\nMilano;2023;30\nLodi;2023;20\nRegione Lombardia;2023;25\n";
    let mut project = with(&[("nidi.csv", text.to_owned())]);
    let import = &mut project.imports[0];
    let table = import.areas.as_mut().expect("the region");
    (table.id, table.variables[0].id) = ("monitoraggio".into(), "quota".into());
    table.variables[0].values = values;
    if !keeps_comuni {
        import.dataset = Dataset::from_values(import.dataset.meta.clone(), []).expect("no values");
        (import.indicators, import.origin.variables) = (Vec::new(), Vec::new());
    }
    project
}

#[test]
fn values_kept_as_published_take_their_level_when_the_project_is_opened() {
    let year = Reference::Year(2023);
    let values = || {
        vec![
            published("50089", AreaKind::Ambito, year, 31.5),
            published("50095", AreaKind::Ambito, year, 28.0),
            published("lombardia", AreaKind::Region, year, 25.0),
        ]
    };
    let again = reread(&former(values(), false));
    assert_eq!(again.left_as_published(&atlas().territories).count(), 0);
    let bundle = BUNDLE.with_projects([&again]);
    let id = "monitoraggio_quota";
    let caption = bundle.atlas.caption(id).expect("under the id that figures of it name");
    assert_eq!((caption.known_at, caption.as_published), (Level::Ambiti, false));
    let end = Date::new(2023, 12, 31).expect("a date");
    assert_eq!(bundle.atlas.indicator(id).expect("an indicator").period.ending(end), year);
    let table = table_of(&bundle.atlas, id, end, Level::Ambiti, Default::default());
    assert_eq!((present(&table, "50089"), present(&table, "50095")), (31.5, 28.0));
    // A share without its parts is not averaged upward, and the region stays beside it.
    assert!(!bundle.atlas.indicator(id).expect("an indicator").adds_up);
    assert_eq!(bundle.atlas.benchmarks(id)[0].1[0].value, Ok(25.0));
    // Written again, it is what today's imports are.
    assert_eq!(reread(&again).imports[0].indicator_ids(), again.imports[0].indicator_ids());

    let mixed = reread(&former(values(), true));
    let left: Vec<Import> = mixed.left_as_published(&atlas().territories).cloned().collect();
    let text = left_text(&left, Lang::It).expect("it is said");
    assert!(text.ends_with("per vederli sulla mappa importa di nuovo nidi.csv."), "{text}");
    let years = vec![published("50089", AreaKind::Ambito, Reference::Years(2021, 2023), 31.5)];
    assert_eq!(reread(&former(years, false)).left_as_published(&atlas().territories).count(), 1);
}
