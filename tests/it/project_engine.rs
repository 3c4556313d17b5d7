//! The open project, without a window: actions replayed, with its files written and read as by the window.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use atlante::base::Level;
use atlante::document::{
    ElementKind, Project, RankingSpec, ScatterSpec, SeriesMode, SeriesSpec, TableColumn, TableSpec,
};
use atlante::engine::{
    Action, Dialog, Effect, FigureAction, Leaving, ProjectAction, Question, Recovery, Settings, Shared,
    State, project, update,
};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::io::project::ProjectFile;

use crate::common::{Folder, january, view_with};
use crate::import_custom_territory::parts_of_a_city;
use crate::project::users;

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

fn state() -> State {
    State::new(BUNDLE.clone(), Settings::default()).expect("the bundle has indicators")
}

/// Performs an action and the file jobs that follow from it; returns the effects that are left for the window.
pub fn ask(state: &mut State, action: ProjectAction) -> Vec<Effect> {
    let mut left = Vec::new();
    let mut effects = update(state, Action::Project(action));
    while let Some(effect) = effects.pop() {
        match effect {
            Effect::File(job) => {
                let answer = job.run(&state.bundle, Lang::It);
                effects.extend(update(state, answer));
            }
            other => left.push(other),
        }
    }
    left
}

fn open(state: &mut State, path: &Path) {
    ask(state, ProjectAction::Leave(Leaving::Open(path.to_owned())));
}

fn notice(state: &State) -> &str {
    state.notice.as_ref().map_or("", |notice| notice.text.as_str())
}

fn keep_a_figure(state: &mut State) {
    update(state, Action::Figure(FigureAction::Compose(ElementKind::Map)));
    update(state, Action::Figure(FigureAction::Close));
}

/// A saved project with the invented users of services.
fn saved(folder: &Folder) -> PathBuf {
    let path = folder.path().join("p.atlante");
    users().save(&path, &BUNDLE.atlas.territories).expect("written");
    path
}

fn show(state: &mut State, indicator: &str) {
    update(state, Action::SetIndicator(indicator.to_owned()));
}

#[test]
fn what_was_done_is_there_when_it_is_reopened() {
    let folder = Folder::new();
    let path = folder.path().join("piano");
    let mut first = state();
    project::take(&mut first, users().imports);
    show(&mut first, "utenti");
    update(&mut first, Action::Choose(vec!["015093".into()]));
    update(&mut first, Action::SaveSet("Corsico".into()));
    keep_a_figure(&mut first);
    ask(&mut first, ProjectAction::SetNotes("Chiedere all'Ambito.".into()));
    assert!(first.is_unsaved());
    ask(&mut first, ProjectAction::SaveTo(path.clone()));
    assert_eq!(notice(&first), "Progetto salvato: piano.");
    assert!(!first.is_unsaved());
    let path = path.with_extension("atlante");
    assert_eq!(first.settings.recent_projects, std::slice::from_ref(&path));
    drop(first);

    let mut again = state();
    open(&mut again, &path);
    assert_eq!((again.document.map.indicator.as_str(), again.project.is_writable()), ("utenti", true));
    assert_eq!(again.document.map.selected, ["015093".into()]);
    assert_eq!((again.document.sets[0].name.as_str(), again.document.figures.len()), ("Corsico", 1));
    assert_eq!(again.project.file.work.notes, "Chiedere all'Ambito.");
    assert_eq!(again.history.undo_steps(), 0);
    assert!(!again.is_unsaved(), "{}", notice(&again));
    // In a project with a file any change of what is shown counts as a change; the language of the window does not.
    update(&mut again, Action::SetLang(Lang::En));
    assert!(!again.is_unsaved());
    show(&mut again, "eta_media");
    assert!(again.is_unsaved());
    update(&mut again, Action::Undo);
    assert!(!again.is_unsaved());
    update(&mut again, Action::Choose(Vec::new()));
    assert!(again.is_unsaved());
}

#[test]
fn views_come_back_to_the_last_option_and_leak_into_no_other_project() {
    let folder = Folder::new();
    let path = folder.path().join("viste.atlante");
    let mut first = state();
    for asked in [
        view_with::<SeriesSpec>(&first, |spec| {
            (spec.mode, spec.benchmarks) = (SeriesMode::Base100, Some(vec![Level::Asst, Level::Ats]));
        }),
        view_with::<ScatterSpec>(&first, |spec| {
            (spec.x, spec.x_date) = ("eta_media".into(), january(2022));
        }),
        view_with::<RankingSpec>(&first, |spec| spec.range = true),
        view_with::<TableSpec>(&first, |spec| {
            spec.columns.push(TableColumn::value("residenti", january(2022)))
        }),
    ] {
        update(&mut first, asked);
    }
    let views = first.document.views.clone();
    ask(&mut first, ProjectAction::SaveTo(path.clone()));
    let mut again = state();
    open(&mut again, &path);
    assert_eq!(again.document.views, views);
    // Another project opens on views in their initial state.
    ask(&mut again, ProjectAction::Leave(Leaving::New));
    assert_eq!(again.document.views, state().document.views);
}

#[test]
fn an_import_that_is_removed_takes_its_indicators_along() {
    let mut state = state();
    project::take(&mut state, users().imports);
    show(&mut state, "utenti");
    assert_eq!(state.model.table.rows.iter().filter(|row| row.value.is_ok()).count(), 2);
    ask(&mut state, ProjectAction::RemoveImport("utenti".into()));
    assert!(state.bundle.atlas.catalogue.get("utenti").is_none());
    assert_eq!(state.document.map.indicator, "indice_vecchiaia");
    assert!(notice(&state).starts_with("Dati eliminati"), "{}", notice(&state));
    // Undo brings its data back, and the map of them.
    update(&mut state, Action::Undo);
    assert_eq!((state.document.map.indicator.as_str(), state.project.file.imports.len()), ("utenti", 1));
    assert_eq!(state.model.table.rows.iter().filter(|row| row.value.is_ok()).count(), 2);
}

#[test]
fn unsaved_changes_are_asked_about_before_another_project_is_opened() {
    let folder = Folder::new();
    let path = saved(&folder);
    let mut state = state();
    keep_a_figure(&mut state);
    open(&mut state, &path);
    assert!(state.project.leaving.is_some() && state.project.path.is_none(), "asked first");
    ask(&mut state, ProjectAction::Stay);
    assert!(state.project.leaving.is_none() && state.document.figures.len() == 1);
    open(&mut state, &path);
    // Saving asks for a file, because the work has none yet. Then the other project is opened.
    let left = ask(&mut state, ProjectAction::LeaveSaving);
    assert_eq!(left, [Effect::Ask(Question::SaveProject("progetto.atlante".into()))]);
    ask(&mut state, ProjectAction::SaveTo(folder.path().join("mio.atlante")));
    assert_eq!(state.project.name(Lang::It), "p");
    assert!(state.document.figures.is_empty());
    let mine = ProjectFile::open(&folder.path().join("mio.atlante"), &BUNDLE.atlas.territories);
    assert_eq!(mine.expect("written").work.document.figures.len(), 1);
}

#[test]
fn the_program_ends_at_once_only_where_nothing_is_lost() {
    let folder = Folder::new();
    let path = saved(&folder);
    let mut state = state();
    keep_a_figure(&mut state);
    let quit = || ProjectAction::Leave(Leaving::Quit);
    assert_eq!(ask(&mut state, quit()), [Effect::Quit], "work without a file is kept for the next time");
    open(&mut state, &path);
    ask(&mut state, ProjectAction::LeaveWithout);
    assert_eq!(ask(&mut state, quit()), [Effect::Quit]);
    keep_a_figure(&mut state);
    assert_eq!(ask(&mut state, quit()), []);
    assert_eq!(ask(&mut state, ProjectAction::LeaveSaving), [Effect::Quit]);
    let there = ProjectFile::open(&path, &BUNDLE.atlas.territories).expect("written");
    assert_eq!((there.work.document.figures.len(), there.imports.len()), (1, 1));
}

#[test]
fn a_second_window_reads_and_saves_elsewhere() {
    let folder = Folder::new();
    let path = saved(&folder);
    let (mut first, mut second) = (state(), state());
    open(&mut first, &path);
    open(&mut second, &path);
    assert!(first.project.is_writable() && !second.project.is_writable());
    assert!(notice(&second).contains("aperto altrove"), "{}", notice(&second));
    keep_a_figure(&mut second);
    let asked = ask(&mut second, ProjectAction::Save);
    assert_eq!(asked, [Effect::Ask(Question::SaveProject("p.atlante".into()))]);
    ask(&mut second, ProjectAction::SaveTo(path.clone()));
    assert!(notice(&second).contains("aperto altrove"), "{}", notice(&second));
    ask(&mut second, ProjectAction::SaveTo(folder.path().join("copia.atlante")));
    assert!(second.project.is_writable() && !second.is_unsaved());
    // Opened again by its holder, it keeps the right to write.
    open(&mut first, &path);
    assert!(first.project.is_writable());
}

#[test]
fn a_file_that_is_no_project_leaves_the_work_as_it_is() {
    let folder = Folder::new().with("rotto.atlante", "PK\u{3}\u{4} and no more");
    let mut state = state();
    project::take(&mut state, users().imports);
    ask(&mut state, ProjectAction::Leave(Leaving::Open(folder.path().join("rotto.atlante"))));
    ask(&mut state, ProjectAction::LeaveWithout);
    assert!(notice(&state).contains("rotto.atlante"), "{}", notice(&state));
    assert!(state.bundle.atlas.catalogue.get("utenti").is_some());
    ask(&mut state, ProjectAction::SaveTo(PathBuf::from("/nowhere/at/all/p.atlante")));
    assert!(state.notice.as_ref().is_some_and(|notice| notice.is_error) && state.is_unsaved());
}

#[test]
fn packs_bring_their_data_and_follow_the_project() {
    let (packs, office, elsewhere) = (Folder::new(), Folder::new(), Folder::new());
    let pack = packs.path().join("ats.atlante");
    let mut maker = state();
    project::take(&mut maker, users().imports);
    ask(&mut maker, ProjectAction::WritePack(pack.clone()));

    let mut state = state();
    ask(&mut state, ProjectAction::AskAttach);
    assert!(notice(&state).contains("Salva prima"), "{}", notice(&state));
    ask(&mut state, ProjectAction::SaveTo(office.path().join("piano.atlante")));
    ask(&mut state, ProjectAction::Attach(pack));
    assert!(state.bundle.atlas.catalogue.get("utenti").is_some(), "{}", notice(&state));
    assert!(office.path().join("ats.atlante").exists(), "copied beside the project");
    ask(&mut state, ProjectAction::SaveTo(elsewhere.path().join("piano.atlante")));
    assert!(elsewhere.path().join("ats.atlante").exists(), "and beside its copy");
    drop(state);
    let mut again = self::state();
    open(&mut again, &elsewhere.path().join("piano.atlante"));
    show(&mut again, "utenti");
    assert_eq!(again.document.map.indicator, "utenti");
    ask(&mut again, ProjectAction::Detach("ats.atlante".into()));
    assert!(again.bundle.atlas.catalogue.get("utenti").is_none());
    // Another file with that name beside the project is never overwritten.
    std::fs::write(elsewhere.path().join("ats.atlante"), "something else").expect("written");
    ask(&mut again, ProjectAction::Attach(office.path().join("ats.atlante")));
    assert!(notice(&again).contains("ats.atlante"), "{}", notice(&again));
    assert_eq!(std::fs::read(elsewhere.path().join("ats.atlante")).expect("there"), b"something else");
}

#[test]
fn unsaved_work_is_recovered() {
    let folder = Folder::new();
    let (path, kept) = (saved(&folder), folder.path().join("kept"));
    let territories = &BUNDLE.atlas.territories;
    let leave = |file: ProjectFile, of: Option<&Path>| {
        Recovery::new(kept.clone()).keep(&file, of, territories).expect("kept");
    };
    let mut changed = users();
    changed.work.notes = "Non salvata.".into();
    leave(changed, Some(&path));
    leave(ProjectFile { work: Project::new("senza file"), ..users() }, None);
    let found = Recovery::new(kept.clone()).pending(territories);
    let found: Vec<_> = found.into_iter().map(Shared::new).collect();
    assert_eq!(found.len(), 2);

    let mut state = state();
    state.dialog = Some(Dialog::Home);
    ask(&mut state, ProjectAction::Found(found));
    assert_eq!(state.dialog, None, "the first question does not stand before work to take up again");
    // Work without a file is recovered at once; the rest is offered.
    assert_eq!((state.project.path.clone(), state.project.pending.len()), (None, 1));
    assert!(state.is_unsaved() && state.bundle.atlas.catalogue.get("utenti").is_some());
    let offered = state.project.pending[0].recovery_file.clone();
    ask(&mut state, ProjectAction::Recover(offered));
    assert_eq!(state.project.path.as_deref(), Some(path.as_path()));
    assert_eq!(state.project.file.work.notes, "Non salvata.");
    assert!(state.is_unsaved() && state.project.is_writable());
    ask(&mut state, ProjectAction::Save);
    assert_eq!(ProjectFile::open(&path, territories).expect("there").work.notes, "Non salvata.");
}

/// Areas from pyproj 3.7.2, for the first square: on the plane of EPSG:32632 (shapely's `area` of the transformed
/// corners) 0.8685027575 km²; on the ellipsoid (`Geod.polygon_area_perimeter`) 0.8692 km².
#[test]
fn other_boundaries_are_used_and_left_again() {
    let folder = Folder::new().with("nil.geojson", parts_of_a_city("")).with("vuoto.geojson", "{}");
    let mut state = state();
    let stand_on = |path: Option<PathBuf>| ProjectAction::Leave(Leaving::Boundaries(path));
    ask(&mut state, stand_on(Some(folder.path().join("vuoto.geojson"))));
    assert!(state.notice.as_ref().is_some_and(|notice| notice.is_error));
    assert_eq!(state.bundle.atlas.territories.comuni().len(), 193, "what was there stays");
    ask(&mut state, stand_on(Some(folder.path().join("nil.geojson"))));
    assert_eq!(state.document.map.indicator, "superficie_disegnata");
    assert_eq!(state.model.table.rows.len(), 8);
    let area = state.model.table.rows[0].value.expect("there");
    assert!((area - 0.868_502_757_5).abs() < 1e-8, "{area}");
    let note = state.bundle.atlas.datasets.iter().flat_map(|dataset| &dataset.meta.notes).next();
    assert!(note.is_some_and(|note| note.text.it.contains("convenzionale")), "a file without a date says so");
    ask(&mut state, stand_on(None));
    assert_eq!(
        (state.document.map.indicator.as_str(), state.model.table.rows.len()),
        ("indice_vecchiaia", 193)
    );
}
