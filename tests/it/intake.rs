//! The import of files without a window: actions are replayed, and background jobs run at once.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use atlante::base::{Code, Level};
use atlante::document::Representation;
use atlante::engine::intake::{
    Answer, Candidate, Entry, Intake, Meaning, Measure, Per, Role, Standing, Terms, When, quantities, reckon,
};
use atlante::engine::{
    Action, Effect, Framing, IntakeAction, ProjectAction, Question, Settings, State, opened, update,
};
use atlante::export::sheet::{self, SheetFormat};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::io::recipe::Day;
use atlante::scene::{Cell, Sheet, Workbook};

use crate::common::{Folder, atlas, january};
use crate::project::USERS;

/// Invented data in the layout of ISTAT's file of residents by age and sex: a title, and rows of totals.
pub fn posas(year: u16) -> String {
    let mut text = format!("Popolazione residente al 1° gennaio {year}\n");
    text += "\"Codice comune\";\"Comune\";\"Età\";\"Totale maschi\";\"Totale femmine\";\"Totale\"\n";
    for (code, name) in [("015146", "Milano"), ("015093", "Corsico"), ("001001", "Agliè")] {
        for age in 0..=100 {
            text += &format!("\"{code}\";\"{name}\";{age};{};{};{}\n", 10 + age, 12 + age, 22 + 2 * age);
        }
        text += &format!("\"{code}\";\"{name}\";999;{};{};{}\n", 6060, 6262, 12322);
    }
    text
}

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

fn state() -> State {
    State::new(BUNDLE.clone(), Settings::default()).expect("the program opens")
}

/// Performs an action and everything that follows from it.
fn ask(state: &mut State, action: IntakeAction) {
    let mut queue = vec![Action::Intake(action)];
    while let Some(action) = queue.pop() {
        for effect in update(state, action) {
            if let Effect::File(job) = effect {
                queue.push(job.run(&state.bundle, Lang::It));
            }
        }
    }
}

/// A state that is importing these files.
fn looking(folder: &Folder, names: &[&str]) -> State {
    let mut state = state();
    let paths = names.iter().map(|name| folder.path().join(name)).collect();
    ask(&mut state, IntakeAction::Add(paths));
    state
}

fn intake(state: &State) -> &Intake {
    state.intake.as_ref().expect("an import is under way")
}

fn entry<'a>(state: &'a State, name: &str) -> &'a Entry {
    let entries = &intake(state).entries;
    entries.iter().find(|entry| entry.name().0.contains(name)).unwrap_or_else(|| panic!("{name}"))
}

fn standings(state: &State) -> Vec<Standing> {
    intake(state).entries.iter().map(Entry::standing).collect()
}

fn answer(state: &mut State, name: &str, answer: Answer) {
    let id = entry(state, name).id;
    ask(state, IntakeAction::Answer(id, answer));
}

/// The value of an indicator for a Comune, at the date shown.
fn shown(state: &State, code: &str) -> Option<f64> {
    let rows = &state.model.table.rows;
    rows.iter().find(|row| row.code == Code::from(code)).and_then(|row| row.value.ok())
}

#[test]
fn a_known_file_is_imported_without_a_question() {
    let folder = Folder::new().with("POSAS_2024_it_Comuni.csv", posas(2024));
    let mut state = looking(&folder, &["POSAS_2024_it_Comuni.csv"]);
    let table = entry(&state, "POSAS").table().expect("a table");
    assert_eq!((table.recipe.as_str(), table.territories, table.missing.len()), ("istat_posas", 2, 191));
    assert_eq!((table.rows.taken, table.rows.totals), (202, 2));
    assert_eq!(intake(&state).obstacle(Lang::It), None);
    ask(&mut state, IntakeAction::TakeIn);
    assert!(state.intake.is_none());
    // Indicators of the program gain a date, which the current one now shows.
    assert_eq!(
        (state.document.map.indicator.as_str(), state.document.map.date),
        ("indice_vecchiaia", january(2024))
    );
    let (old, young) =
        ((65..=100).map(|a| 22 + 2 * a).sum::<i32>(), (0..=14).map(|a| 22 + 2 * a).sum::<i32>());
    let expected = 100.0 * f64::from(old) / f64::from(young);
    assert!((shown(&state, "015146").expect("Milano") - expected).abs() < 1e-9);
    let notice = &state.notice.as_ref().expect("a notice").text;
    assert_eq!(notice, "Importato: POSAS_2024_it_Comuni.csv (202 righe su 306).");
}

#[test]
fn what_can_be_read_in_two_ways_waits_for_an_answer() {
    let text = "Utenti 2023\nComune;utenti;nota\nMilano;1.234;a\nSESTO SAN GIOVANI;2.500;b\nAltrove;7;c\n";
    let folder = Folder::new().with("utenti.csv", text);
    let mut state = looking(&folder, &["utenti.csv"]);
    assert_eq!(standings(&state), [Standing::ToDecide]);
    assert_eq!(entry(&state, "utenti").to_decide(), 3);
    let obstacle = intake(&state).obstacle(Lang::It);
    assert_eq!(obstacle.as_deref(), Some("Restano scelte da fare in: utenti.csv."));
    ask(&mut state, IntakeAction::TakeIn);
    assert!(state.intake.is_some(), "nothing came in");

    answer(&mut state, "utenti", Answer::Decimal(','));
    answer(&mut state, "utenti", Answer::Date(When::typed("31/12/2023")));
    assert_eq!(entry(&state, "utenti").to_decide(), 1);
    answer(&mut state, "utenti", Answer::Place("SESTO SAN GIOVANI".into(), Some("015209".into())));
    assert_eq!(standings(&state), [Standing::Warnings]);
    ask(&mut state, IntakeAction::TakeIn);
    assert_eq!(
        (state.document.map.indicator.as_str(), state.document.map.date.to_string().as_str()),
        ("utenti", "2023-12-31")
    );
    assert_eq!((shown(&state, "015146"), shown(&state, "015209")), (Some(1234.0), Some(2500.0)));
    assert_eq!(state.document.map.representation, Representation::Symbols, "counts are no coloured areas");
    assert_eq!(state.project.file.imports.len(), 1);
}

/// Whatever was shown before, what comes in is shown at the level of its values.
#[test]
fn an_import_by_comune_is_shown_by_comune() {
    let folder = Folder::new().with("utenti.csv", "Comune;Utenti\nMilano;12\nCorsico;7\nRho;9\n");
    let mut state = looking(&folder, &["utenti.csv"]);
    crate::common::set_map(&mut state, |map| map.level = Level::Ambiti);
    answer(&mut state, "utenti", Answer::Date(When::typed("31/12/2023")));
    let effects = update(&mut state, Action::Intake(IntakeAction::TakeIn));
    assert!(effects.contains(&Effect::Frame(Framing::Valued)));
    let map = &state.document.map;
    assert_eq!((map.indicator.as_str(), map.level), ("utenti", Level::Comuni));
    assert_eq!(map.date.to_string(), "2023-12-31");
}

#[test]
fn an_import_by_ambito_is_shown_by_ambito_at_its_latest_date() {
    let text = "Ambito;Anno;Utenti\nCorsico;2022;10\nRho;2022;20\nCorsico;2023;11\nRho;2023;21\n";
    let folder = Folder::new().with("utenti.csv", text);
    let mut state = looking(&folder, &["utenti.csv"]);
    crate::common::set_map(&mut state, |map| map.level = Level::Comuni);
    answer(&mut state, "utenti", Answer::YearDay(Day::End));
    update(&mut state, Action::Intake(IntakeAction::TakeIn));
    let map = &state.document.map;
    assert_eq!((map.indicator.as_str(), map.level), ("utenti", Level::Ambiti));
    assert_eq!(map.date.to_string(), "2023-12-31");
}

#[test]
fn answers_can_be_taken_back() {
    let folder = Folder::new().with("utenti.csv", USERS);
    let mut state = looking(&folder, &["utenti.csv"]);
    answer(&mut state, "utenti", Answer::Column("utenti".into(), Role::Ignored));
    assert_eq!(entry(&state, "utenti").table().expect("a table").variables.len(), 1);
    // No row has a territory any more: the previous result stays shown beside the error.
    answer(&mut state, "utenti", Answer::Column("codice".into(), Role::Ignored));
    answer(&mut state, "utenti", Answer::Column("assente".into(), Role::Date));
    assert_eq!(standings(&state), [Standing::Refused]);
    assert!(entry(&state, "utenti").preview().is_some());
    answer(&mut state, "utenti", Answer::Forget);
    assert_eq!(entry(&state, "utenti").table().expect("a table").variables.len(), 2);
}

#[test]
fn columns_without_a_known_territory_are_named_by_the_user() {
    let text = "luogo;n\nZona Alfa;5\nZona Beta;6\n";
    let folder = Folder::new().with("zone.csv", text);
    let mut state = looking(&folder, &["zone.csv"]);
    assert_eq!(standings(&state), [Standing::Refused]);
    let preview = entry(&state, "zone").preview().expect("its first rows");
    assert_eq!(preview.columns.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["luogo", "n"]);
    answer(&mut state, "zone", Answer::Column("luogo".into(), Role::Name));
    let table = entry(&state, "zone").table().expect("a table");
    assert_eq!(table.unmatched, [("Zona Alfa".to_owned(), 1), ("Zona Beta".to_owned(), 1)]);
    answer(&mut state, "zone", Answer::Place("Zona Alfa".into(), Some("015146".into())));
    assert_eq!(entry(&state, "zone").table().expect("a table").territories, 1);
    assert!(entry(&state, "zone").import().is_some());
}

#[test]
fn of_several_files_the_good_ones_are_imported() {
    let folder = Folder::new()
        .with("buono.csv", USERS)
        .with("pagina.csv", "<!DOCTYPE html><html><body>Errore</body></html>")
        .with("vuoto.csv", "");
    let mut state = looking(&folder, &["buono.csv", "pagina.csv", "vuoto.csv"]);
    assert_eq!(standings(&state), [Standing::Fine, Standing::Refused, Standing::Refused]);
    let why = entry(&state, "pagina").refusal.as_ref().expect("a reason").text(Lang::It);
    assert!(why.contains("è una pagina web"), "{why}");
    ask(&mut state, IntakeAction::TakeIn);
    assert_eq!(state.project.file.imports.len(), 1);
}

#[test]
fn a_folder_gives_its_files_and_the_same_file_is_looked_at_once() {
    let folder = Folder::new().with("a.csv", USERS).with("leggimi.md", "testo");
    let mut state = state();
    ask(&mut state, IntakeAction::Add(vec![folder.path().to_owned()]));
    ask(&mut state, IntakeAction::Add(vec![folder.path().join("a.csv")]));
    let paths: Vec<PathBuf> = intake(&state).entries.iter().map(|entry| entry.path.clone()).collect();
    assert_eq!(paths, [folder.path().join("a.csv")]);
    let empty = Folder::new();
    ask(&mut state, IntakeAction::Add(vec![empty.path().to_owned()]));
    assert_eq!(standings(&state), [Standing::Fine, Standing::Refused]);
}

#[test]
fn each_sheet_is_a_table_that_can_be_left_out() {
    let sheet = |name: &str, first: f64| Sheet {
        name: name.to_owned(),
        head: vec!["Comune".into(), name.to_lowercase()],
        widths: vec![20.0, 10.0],
        rows: [("Milano", first), ("Corsico", first + 1.0)]
            .map(|(comune, value)| vec![Cell::text(comune), Cell::Number { value, decimals: 0 }])
            .to_vec(),
        frozen: 0,
        notes: Vec::new(),
    };
    let sheets = vec![sheet("Utenti", 10.0), sheet("Minori", 20.0)];
    let book = Workbook { title: "Prova".into(), decimal_comma: true, sheets };
    let bytes = sheet::file(&book, SheetFormat::Xlsx).expect("a workbook");
    let folder = Folder::new().with("due fogli.xlsx", bytes);
    let mut state = looking(&folder, &["due fogli.xlsx"]);
    // Neither file has a date.
    assert_eq!(standings(&state), [Standing::ToDecide, Standing::ToDecide]);
    let second = intake(&state).entries[1].id;
    ask(&mut state, IntakeAction::LeaveOut(second, true));
    assert_eq!(standings(&state), [Standing::ToDecide, Standing::LeftOut]);
    // An answer applies only to its own sheet.
    let first = intake(&state).entries[0].id;
    ask(&mut state, IntakeAction::Answer(first, Answer::Date(When::typed("2022-01-01"))));
    let dated: Vec<bool> =
        intake(&state).entries.iter().map(|e| !e.table().expect("a table").dates.is_empty()).collect();
    assert_eq!(dated, [true, false]);
    assert_eq!(standings(&state), [Standing::Fine, Standing::LeftOut]);
    ask(&mut state, IntakeAction::TakeIn);
    let sheets: Vec<_> = state.project.file.imports.iter().map(|i| i.origin.sheet.clone()).collect();
    assert_eq!(sheets, [Some("Utenti".to_owned())]);
}

#[test]
fn what_is_given_up_leaves_nothing_and_late_answers_are_dropped() {
    let folder = Folder::new().with("utenti.csv", USERS);
    let mut state = state();
    let files = vec![folder.path().join("utenti.csv")];
    let effects = update(&mut state, Action::Intake(IntakeAction::Add(files.clone())));
    let [Effect::File(listing)] = &effects[..] else { panic!("{effects:?}") };
    let listed = listing.clone().run(&state.bundle, Lang::It);
    let effects = update(&mut state, listed);
    let [Effect::File(reading)] = &effects[..] else { panic!("{effects:?}") };
    let late = reading.clone().run(&state.bundle, Lang::It);
    ask(&mut state, IntakeAction::Cancel);
    assert!(state.intake.is_none());
    // Another import, whose first requests have the same numbers.
    update(&mut state, Action::Intake(IntakeAction::Open));
    assert!(update(&mut state, late).is_empty());
    assert!(intake(&state).entries.is_empty());
    assert!(state.project.file.imports.is_empty());
}

#[test]
fn a_stale_reading_is_dropped() {
    let folder = Folder::new().with("utenti.csv", USERS);
    let mut state = looking(&folder, &["utenti.csv"]);
    let id = entry(&state, "utenti").id;
    let ignore = |name: &str| IntakeAction::Answer(id, Answer::Column(name.into(), Role::Ignored));
    let first = update(&mut state, Action::Intake(ignore("utenti")));
    assert!(update(&mut state, Action::Intake(ignore("quota di anziani %"))).is_empty(), "one at a time");
    assert_eq!(standings(&state), [Standing::Reading]);
    let [Effect::File(reading)] = &first[..] else { panic!("{first:?}") };
    let stale = reading.clone().run(&state.bundle, Lang::It);
    let effects = update(&mut state, stale);
    assert_eq!(standings(&state), [Standing::Reading]);
    let [Effect::File(again)] = &effects[..] else { panic!("{effects:?}") };
    let read = again.clone().run(&state.bundle, Lang::It);
    update(&mut state, read);
    assert!(entry(&state, "utenti").table().expect("a table").variables.is_empty());
}

#[test]
fn a_rate_over_the_residents_is_made_as_it_is_imported() {
    let folder = Folder::new().with("utenti 2023.csv", "codice;utenti\n015146;1000\n015093;50\n");
    let mut state = looking(&folder, &["utenti 2023.csv"]);
    answer(&mut state, "utenti", Answer::Date(When::typed("2023-01-01")));
    let meaning = Meaning {
        name: "Utenti SAD".into(),
        measure: Some(Measure::Persons),
        unit: "persone".into(),
        ..Meaning::default()
    };
    answer(&mut state, "utenti", Answer::Column("utenti".into(), Role::Value(meaning)));
    let of = entry(&state, "utenti");
    let all = quantities(&state, of);
    let named = |name: &str| all.iter().find(|q| q.name.it == name).unwrap_or_else(|| panic!("{name}"));
    let mut candidates = of.candidates();
    assert_eq!(candidates[0].indicator.name.it, "Utenti SAD");
    reckon(&mut candidates[0].indicator, named("Utenti SAD"), Some(named("Popolazione residente")), 1_000.0);
    let terms = Terms {
        source: Some("Ambito di prova".into()),
        licence: Some("CC BY 4.0".into()),
        indicators: Some(candidates),
    };
    let id = of.id;
    ask(&mut state, IntakeAction::SetTerms(id, Box::new(terms)));
    assert_eq!(intake(&state).obstacle(Lang::It), None);
    assert!(intake(&state).dateless.is_empty());
    ask(&mut state, IntakeAction::TakeIn);
    let indicator = state.indicator().expect("an indicator");
    assert_eq!(indicator.unit.it, "Utenti SAD ogni 1.000 residenti");
    let place = atlas().territories.position(Level::Comuni, &Code::from("015146")).expect("Milano");
    let residents = atlas().datasets.iter().find_map(|dataset| {
        let slice = dataset.at(january(2023))?;
        slice.values("residenti").map(|values| values[place])
    });
    let expected = 1_000.0 * 1_000.0 / residents.expect("there").expect("a value");
    assert!((shown(&state, "015146").expect("Milano") - expected).abs() < 1e-9);
}

#[test]
fn an_indicator_without_a_common_date_is_reported_before() {
    let folder = Folder::new().with("utenti.csv", "codice;anno;utenti\n015146;2031;1000\n015093;2031;50\n");
    let mut state = looking(&folder, &["utenti.csv"]);
    let of = entry(&state, "utenti");
    let all = quantities(&state, of);
    let named = |name: &str| all.iter().find(|q| q.name.it == name).expect("there");
    let mut candidates: Vec<Candidate> = of.candidates();
    reckon(&mut candidates[0].indicator, named("utenti"), Some(named("Popolazione residente")), 1_000.0);
    let (id, terms) = (of.id, Terms { indicators: Some(candidates), ..Terms::default() });
    ask(&mut state, IntakeAction::SetTerms(id, Box::new(terms)));
    assert_eq!(intake(&state).dateless, ["utenti"]);
}

#[test]
fn a_reading_is_kept_and_read_by_next_year() {
    let text = "luogo;n\nZona Alfa;5\nZona Beta;6\n";
    let folder = Folder::new().with("zone 2022.csv", text).with("zone 2023.csv", text.replace('5', "7"));
    let mut state = looking(&folder, &["zone 2022.csv"]);
    answer(&mut state, "zone", Answer::Column("luogo".into(), Role::Name));
    answer(&mut state, "zone", Answer::Place("Zona Alfa".into(), Some("015146".into())));
    answer(&mut state, "zone", Answer::Place("Zona Beta".into(), Some("015093".into())));
    let id = entry(&state, "zone").id;
    let asked = update(&mut state, Action::Intake(IntakeAction::KeepRecipeAs(id)));
    assert_eq!(asked, [Effect::Ask(Question::SaveRecipe(id, "zone.toml".into()))]);
    let path = folder.path().join("zone.toml");
    ask(&mut state, IntakeAction::KeepRecipe(id, path.clone()));
    assert!(state.notice.as_ref().is_some_and(|notice| !notice.is_error), "{:?}", state.notice);

    let mut next = looking(&folder, &["zone 2023.csv"]);
    assert_eq!(standings(&next), [Standing::Refused]);
    ask(&mut next, IntakeAction::ReadRecipe(path));
    assert!(entry(&next, "zone").is_known());
    assert_eq!(entry(&next, "zone").table().expect("a table").territories, 2);
    ask(&mut next, IntakeAction::ReadRecipe(folder.path().join("zone 2022.csv")));
    assert!(next.notice.as_ref().is_some_and(|notice| notice.is_error));
}

#[test]
fn figures_are_opened_and_the_rest_is_data() {
    let actions = opened(vec!["a.svg".into(), "b.CSV".into(), "c.shp".into()]);
    assert!(matches!(actions[0], Action::Figure(_)));
    assert_eq!(actions[1], Action::Intake(IntakeAction::Add(vec!["b.CSV".into(), "c.shp".into()])));
    // JSON that is not a figure may be boundaries.
    let folder = Folder::new().with("confini.json", r#"{ "type": "FeatureCollection", "features": [] }"#);
    let mut state = state();
    let mut queue = opened(vec![folder.path().join("confini.json")]);
    while let Some(action) = queue.pop() {
        for effect in update(&mut state, action) {
            if let Effect::File(job) = effect {
                queue.push(job.run(&state.bundle, Lang::It));
            }
        }
    }
    assert_eq!(standings(&state), [Standing::Refused]);
}

/// Two Comuni of 193 have values: the map goes to where they are.
#[test]
fn the_map_frames_what_came_in() {
    let folder = Folder::new().with("POSAS_2024_it_Comuni.csv", posas(2024));
    let mut state = looking(&folder, &["POSAS_2024_it_Comuni.csv"]);
    let effects = update(&mut state, Action::Intake(IntakeAction::TakeIn));
    assert!(effects.contains(&Effect::Frame(Framing::Valued)), "{effects:?}");
}

#[test]
fn an_import_is_undone_and_done_again() {
    let folder = Folder::new().with("utenti.csv", USERS);
    let mut state = looking(&folder, &["utenti.csv"]);
    let (map, contents) = (state.document.map.clone(), Arc::clone(&state.project.file));
    ask(&mut state, IntakeAction::TakeIn);
    let shown = state.document.map.clone();
    assert_ne!(shown.indicator, map.indicator);
    assert_eq!(state.undo_offer(), Some("Annulla importazione"));

    update(&mut state, Action::Undo);
    assert!(state.project.file.imports.is_empty());
    assert!(Arc::ptr_eq(&state.project.file, &contents), "nothing is left to save");
    assert_eq!(state.document.map, map);
    assert!(state.bundle.atlas.indicator(&shown.indicator).is_err());
    assert_eq!(state.notice.as_ref().map(|n| n.text.as_str()), Some("Dati eliminati: utenti."));
    assert_eq!(state.undo_offer(), None);

    update(&mut state, Action::Redo);
    assert_eq!(state.project.file.imports.len(), 1);
    assert_eq!(state.document.map, shown);
    assert_eq!(state.notice.as_ref().map(|n| n.text.as_str()), Some("Di nuovo nel progetto: utenti."));

    // Removed data come back too, and notes typed meanwhile stay.
    let id = state.project.file.imports[0].id().to_owned();
    update(&mut state, Action::Project(ProjectAction::RemoveImport(id)));
    assert_eq!(state.undo_offer(), Some("Annulla eliminazione"));
    update(&mut state, Action::Project(ProjectAction::SetNotes("Da sentire Rho.".into())));
    update(&mut state, Action::Undo);
    assert_eq!(state.project.file.imports.len(), 1);
    assert_eq!(state.project.file.work.notes, "Da sentire Rho.");
    assert_eq!(state.document.map, shown);
    // Steps that change no data leave them alone.
    update(&mut state, Action::SetIndicator("densita".into()));
    update(&mut state, Action::Undo);
    assert_eq!(state.project.file.imports.len(), 1);
}

#[test]
fn a_count_that_was_related_to_a_population_is_shown_so() {
    let folder = Folder::new()
        .with("nidi.csv", "Comune;anno al 1° gennaio;iscritti\nMilano;2023;100\nCorsico;2023;50\n");
    let mut state = looking(&folder, &["nidi.csv"]);
    let per = Per { of: "residenti".into(), times: Some(100) };
    let meaning = Meaning { measure: Some(Measure::Persons), per: Some(per), ..Meaning::default() };
    answer(&mut state, "nidi", Answer::Column("iscritti".into(), Role::Value(meaning)));
    ask(&mut state, IntakeAction::TakeIn);
    let indicators: Vec<&str> =
        state.project.file.imports[0].indicators.iter().map(|indicator| indicator.id.as_str()).collect();
    assert_eq!(indicators.len(), 2, "{indicators:?}");
    let shown = state.indicator().expect("an indicator");
    assert!(shown.id == indicators[1] && !shown.denominator.is_empty(), "{indicators:?}");
}
