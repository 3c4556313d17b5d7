//! Background work that breaks off: whoever waits gets a message, and everything can be tried again.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use atlante::document::ElementKind;
use atlante::engine::background::{Broken, Control, Fault, Report, Task, set_fault, spawn};
use atlante::engine::intake::{IntakeJob, Standing};
use atlante::engine::project::{ProjectJob, Save};
use atlante::engine::{
    Action, BatchReport, Drawings, Effect, FigureAction, FigureFormat, FileJob, IntakeAction, Keeper,
    Leaving, Many, PreviewRequest, ProjectAction, Recovery, Settings, Shared, State, spawn_batch,
    spawn_export, spawn_file_job, spawn_preview, spawn_thumbnail, update,
};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::io::project::{Access, ProjectFile};

use crate::common::Folder;
use crate::project::USERS;

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

/// The simulated failure, the language, and the cause as the user reads it.
const CASES: [(Fault, Lang, &str); 4] = [
    (Fault::Panic, Lang::It, "un errore del programma ha interrotto il lavoro; riprova"),
    (Fault::Panic, Lang::En, "an error of the program broke the work off; try again"),
    (
        Fault::NoThread,
        Lang::It,
        "il sistema non permette di avviare altre operazioni; chiudi qualche programma e riprova",
    ),
    (
        Fault::NoThread,
        Lang::En,
        "the system does not allow more work to start; close some programs and try again",
    ),
];

fn state(lang: Lang) -> State {
    let settings = Settings { lang, ..Settings::default() };
    State::new(BUNDLE.clone(), settings).expect("the bundle has indicators")
}

/// Makes every task that `starts` starts fail.
fn failing<T>(fault: impl Into<Option<Fault>>, starts: impl FnOnce() -> T) -> T {
    set_fault(fault.into());
    let started = starts();
    set_fault(None);
    started
}

/// The error message currently shown.
fn error(state: &State) -> &str {
    let notice = state.notice.as_ref().expect("a notice");
    assert!(notice.is_error, "{}", notice.text);
    &notice.text
}

fn message(lang: Lang, it: &str, en: &str, cause: &str) -> String {
    format!("{}{cause}.", if lang == Lang::It { it } else { en })
}

/// The action that reports the failure of a file job.
fn broken(job: FileJob, fault: Fault, lang: Lang) -> Action {
    failing(fault, || spawn_file_job(job, BUNDLE.clone(), lang, || {})).wait().expect("an answer")
}

fn job(effects: Vec<Effect>) -> FileJob {
    let mut jobs = effects.into_iter().filter_map(|effect| match effect {
        Effect::File(job) => Some(job),
        _ => None,
    });
    jobs.next().expect("a file's work is asked for")
}

#[test]
fn a_task_always_ends_with_one_report() {
    let how = |fault: Option<Fault>| {
        let work = |control: &Control<'_, Result<u8, Broken>>| {
            control.progress(1, 2);
            Ok(7)
        };
        let task = failing(fault, || spawn("test", work, Err, || {}));
        let mut reports = Vec::new();
        while let Ok(report) = task.next() {
            reports.push(report);
        }
        reports
    };
    assert_eq!(how(None), [Report::Progress(1, 2), Report::Ended(Ok(7))]);
    assert_eq!(how(Some(Fault::Panic)), [Report::Ended(Err(Broken::Panicked))]);
    assert_eq!(how(Some(Fault::NoThread)), [Report::Ended(Err(Broken::NotStarted))]);
}

/// A panic half-way through, as in practice: earlier reports remain.
#[test]
fn a_panic_half_way_is_the_end() {
    let work = |control: &Control<'_, Result<(), Broken>>| {
        control.progress(1, 2);
        let empty: [u8; 0] = [];
        assert_eq!(empty.len(), 1, "a fault of the work");
        Ok(())
    };
    let task = spawn("test", work, Err, || {});
    assert_eq!(task.next(), Ok(Report::Progress(1, 2)));
    assert_eq!(task.next(), Ok(Report::Ended(Err(Broken::Panicked))));
    assert!(task.next().is_err());
}

#[test]
fn a_cancelled_task_ends_as_its_work_says() {
    let work = |control: &Control<'_, Result<bool, Broken>>| {
        while !control.is_cancelled() {
            control.progress(0, 1);
        }
        Ok(true)
    };
    let mut task = Some(spawn("test", work, Err, || {}));
    task.iter().for_each(Task::cancel);
    let end = loop {
        if let Some(end) = Task::take(&mut task) {
            break end;
        }
    };
    assert_eq!((end, task.is_none()), (Ok(true), true));
}

#[test]
fn an_export_that_breaks_off_can_be_tried_again() {
    let folder = Folder::new();
    let path = folder.path().join("mappa.svg");
    for (fault, lang, cause) in CASES {
        let mut state = state(lang);
        let mut export = |fault: Option<Fault>| {
            let effects = update(&mut state, Action::Export(ElementKind::Map, path.clone()));
            let Some(Effect::Export(request)) = effects.into_iter().next() else { panic!("an export") };
            let task = failing(fault, || spawn_export(*request, BUNDLE.clone(), || {}));
            let report = task.wait().expect("a report");
            update(&mut state, Action::JobEnded(report));
            (state.exporting, state.notice.clone().expect("a notice"))
        };
        let (is_exporting, notice) = export(Some(fault));
        let text = message(lang, "«mappa.svg» non è stato salvato: ", "“mappa.svg” was not saved: ", cause);
        assert_eq!((is_exporting, notice.is_error, notice.text), (false, true, text));
        assert!(!path.exists());
        let (is_exporting, notice) = export(None);
        assert_eq!((is_exporting, notice.is_error, path.exists()), (false, false, true));
        fs::remove_file(&path).expect("written");
    }
}

#[test]
fn a_batch_that_breaks_off_can_be_tried_again() {
    let folder = Folder::new();
    for (fault, lang, cause) in CASES {
        let mut state = state(lang);
        update(&mut state, Action::Figure(FigureAction::Compose(ElementKind::Map)));
        let mut batch = |fault: Option<Fault>| {
            let many = FigureAction::ExportMany(Many::Kept, FigureFormat::Svg, folder.path().to_owned());
            let effects = update(&mut state, Action::Figure(many));
            let Some(Effect::Batch(request)) = effects.into_iter().next() else { panic!("a batch") };
            let task = failing(fault, || spawn_batch(*request, BUNDLE.clone(), || {}));
            let end = task.wait().expect("a report");
            update(&mut state, Action::Figure(FigureAction::Progress(Report::Ended(end.clone()))));
            assert_eq!(state.composer.progress, None);
            (end, state.notice.clone().expect("a notice"))
        };
        let (end, notice) = batch(Some(fault));
        assert!(matches!(end, BatchReport::Ended(0, Err(_))), "{end:?}");
        let text = match lang {
            Lang::It => format!("Le figure non sono state scritte tutte: {cause}. Figure già scritte: 0."),
            Lang::En => format!("Not all figures were written: {cause}. Figures already written: 0."),
        };
        assert_eq!((notice.is_error, notice.text), (true, text));
        assert_eq!(batch(None).0, BatchReport::Ended(1, Ok(())));
    }
}

#[test]
fn a_file_that_is_not_read_or_written_is_reported() {
    let path = || PathBuf::from("cartella/prova.dat");
    for (fault, lang, cause) in CASES {
        let not_read =
            message(lang, "«prova.dat» non è stato aperto: ", "“prova.dat” was not opened: ", cause);
        let not_saved =
            message(lang, "«prova.dat» non è stato salvato: ", "“prova.dat” was not saved: ", cause);
        let intake = |action| job(update(&mut state(lang), Action::Intake(action)));
        for (job, text) in [
            (FileJob::ReadFigure(path()), &not_read),
            (FileJob::ReadLogo(path()), &not_read),
            (FileJob::ReadStyles(path()), &not_read),
            (FileJob::WriteStyles(path(), Vec::new()), &not_saved),
            (intake(IntakeAction::ReadRecipe(path())), &not_read),
            (FileJob::Intake(IntakeJob::WriteReport(path(), Vec::new())), &not_saved),
        ] {
            let mut state = state(lang);
            let answer = broken(job, fault, lang);
            update(&mut state, answer);
            assert_eq!(error(&state), text);
        }
    }
}

#[test]
fn work_on_projects_that_breaks_off_is_reported_and_blocks_nothing() {
    let path = || PathBuf::from("cartella/prova.atlante");
    for (fault, lang, cause) in CASES {
        let named = |it: &str, en: &str| {
            message(lang, &format!("«prova.atlante» {it}: "), &format!("“prova.atlante” {en}: "), cause)
        };
        let not_read = named("non è stato aperto", "was not opened");
        let not_saved = named("non è stato salvato", "was not saved");
        let own = message(
            lang,
            "Impossibile aprire i confini del programma: ",
            "The boundaries of the program were not opened: ",
            cause,
        );
        let not_given_up = message(
            lang,
            "Il lavoro non salvato non è stato eliminato: ",
            "The work left behind was not deleted: ",
            cause,
        );
        let pack = Shared::new(ProjectFile::default());
        for (job, text) in [
            (ProjectJob::Open(path(), None), &not_read),
            (ProjectJob::Boundaries(Some(path())), &not_read),
            (ProjectJob::Boundaries(None), &own),
            (ProjectJob::GiveUp(path()), &not_given_up),
            (ProjectJob::WritePack(path(), pack), &not_saved),
        ] {
            let mut state = state(lang);
            let answer = broken(FileJob::Project(job), fault, lang);
            update(&mut state, answer);
            assert_eq!(error(&state), text);
        }

        // A save, and what the user wanted to do after it.
        let mut state = state(lang);
        update(&mut state, Action::Project(ProjectAction::Rename("Prova".to_owned())));
        update(&mut state, Action::Project(ProjectAction::Leave(Leaving::New)));
        let save = || Action::Project(ProjectAction::SaveTo(path()));
        let asked = job(update(&mut state, save()));
        assert!(
            matches!(&asked, FileJob::Project(ProjectJob::Save(Save { .. }))) && state.project.is_saving()
        );
        let answer = broken(asked, fault, lang);
        update(&mut state, answer);
        assert_eq!(error(&state), not_saved);
        assert!(!state.project.is_saving() && state.project.leaving.is_none() && state.is_unsaved());
        assert_eq!(update(&mut state, save()).len(), 1, "it can be saved again");
    }
}

#[test]
fn unsaved_work_that_cannot_be_recovered_is_offered_again() {
    let folder = Folder::new();
    let kept = folder.path().join("kept");
    let territories = &BUNDLE.atlas.territories;
    let of = folder.path().join("prova.atlante");
    Recovery::new(kept.clone()).keep(&ProjectFile::default(), Some(&of), territories).expect("kept");
    for (fault, lang, cause) in CASES {
        let mut state = state(lang);
        let found = Keeper::new(kept.clone()).find(&state, || {}).wait().expect("an answer");
        update(&mut state, found);
        let [pending] = &state.project.pending[..] else { panic!("one is left behind") };
        let recover = Action::Project(ProjectAction::Recover(pending.recovery_file.clone()));
        let asked = job(update(&mut state, recover.clone()));
        let answer = broken(asked, fault, lang);
        update(&mut state, answer);
        let text =
            message(lang, "«prova.atlante» non è stato aperto: ", "“prova.atlante” was not opened: ", cause);
        assert_eq!(error(&state), text);
        assert_eq!(state.project.pending.len(), 1);
        let again = job(update(&mut state, recover)).run(&BUNDLE, lang);
        update(&mut state, again);
        assert!(state.project.pending.is_empty() && !state.notice.as_ref().is_some_and(|n| n.is_error));

        let keeper = Keeper::new(kept.clone());
        let unfound = failing(fault, || keeper.find(&state, || {})).wait().expect("an answer");
        update(&mut state, unfound);
        let it = "Impossibile cercare il lavoro non salvato della sessione precedente: ";
        assert_eq!(
            error(&state),
            message(lang, it, "Work left behind before could not be looked for: ", cause)
        );
    }
}

/// Runs every job of an import except the one that fails, and returns the next request.
#[test]
fn an_import_that_breaks_off_at_any_step_goes_on_when_tried_again() {
    let folder = Folder::new().with("utenti.csv", USERS);
    let add = || Action::Intake(IntakeAction::Add(vec![folder.path().join("utenti.csv")]));
    for (fault, lang, cause) in CASES {
        // The folder.
        let mut state = state(lang);
        let asked = job(update(&mut state, add()));
        let answer = broken(asked, fault, lang);
        assert!(update(&mut state, answer).is_empty());
        assert!(!state.intake.as_ref().expect("open").is_busy());
        let it = "Le cartelle non sono state lette: ";
        assert_eq!(error(&state), message(lang, it, "The folders were not read: ", cause));

        // The file.
        let listed = job(update(&mut state, add())).run(&BUNDLE, lang);
        let reading = job(update(&mut state, listed));
        let answer = broken(reading, fault, lang);
        let drafting = job(update(&mut state, answer)).run(&BUNDLE, lang);
        update(&mut state, drafting);
        let intake = state.intake.as_ref().expect("open");
        let [entry] = &intake.entries[..] else { panic!("one file") };
        assert_eq!((entry.standing(), intake.is_busy()), (Standing::Refused, false));
        let why = entry.refusal.as_ref().expect("it says why").text(lang);
        assert!(why.starts_with("utenti.csv: ") && !why.contains("{}"), "{why}");

        // Its import.
        let listed = job(update(&mut state, add())).run(&BUNDLE, lang);
        let read = job(update(&mut state, listed)).run(&BUNDLE, lang);
        let drafting = job(update(&mut state, read));
        let answer = broken(drafting, fault, lang);
        assert!(update(&mut state, answer).is_empty());
        let it = "Le importazioni non sono state preparate: ";
        assert_eq!(error(&state), message(lang, it, "The imports were not prepared: ", cause));
        let intake = state.intake.as_ref().expect("open");
        assert_eq!((intake.is_busy(), intake.obstacle(lang)), (false, None), "the button can be pressed");
        let drafted = job(update(&mut state, Action::Intake(IntakeAction::TakeIn))).run(&BUNDLE, lang);
        update(&mut state, drafted);
        update(&mut state, Action::Intake(IntakeAction::TakeIn));
        assert_eq!((state.intake.is_none(), state.project.file.imports.len()), (true, 1));
    }
}

#[test]
fn a_page_that_breaks_off_says_so_and_that_it_may_be_drawn_again() {
    for (fault, lang, cause) in CASES {
        let mut state = state(lang);
        update(&mut state, Action::Figure(FigureAction::Compose(ElementKind::Map)));
        let figures = state.document.figures.clone();
        let request = PreviewRequest { bundle: BUNDLE.clone(), id: 1, width: 320, lang, figures };
        let preview = failing(fault, || spawn_preview(request.clone(), &Drawings::default(), || {}))
            .wait()
            .expect("an answer");
        assert!(preview.is_broken && preview.of.is(&request));
        let it = "La pagina non è stata disegnata: ";
        assert_eq!(preview.page.err(), Some(message(lang, it, "The page was not drawn: ", cause)));
        let kept = state.document.composed().expect("open").clone();
        let small = failing(fault, || spawn_thumbnail(kept.clone(), 44, BUNDLE.clone(), || {}));
        let small = small.wait().expect("an answer");
        assert!(small.picture.is_none() && small.is(&kept, &BUNDLE));
    }
}

#[test]
fn a_project_that_breaks_off_while_it_opens_keeps_no_lock() {
    let folder = Folder::new();
    let path = folder.path().join("prova.atlante");
    ProjectFile::default().save(&path, &BUNDLE.atlas.territories).expect("saved");
    for (fault, lang, _) in CASES {
        let held = Shared::new(Access::to(&path));
        assert!(matches!(*held, Access::Write(_)));
        broken(FileJob::Project(ProjectJob::Open(path.clone(), Some(held))), fault, lang);
    }
}

#[cfg(feature = "gui")]
mod window {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use atlante::engine::{Appearance, Pick};
    use atlante::ui::app::App;
    use atlante::ui::theme;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::window::{Window, app, click, wait, window_of};

    fn ask(window: &mut Window, action: Action) {
        let ctx = window.ctx.clone();
        window.state_mut().as_mut().expect("made in the first frame").perform(action, &ctx);
        window.step();
    }

    /// A window whose first dialog fails, and whose later ones answer with this path.
    fn with_broken_dialog(lang: Lang, path: &Path) -> Window {
        let (asked, path) = (Arc::new(AtomicUsize::new(0)), path.to_owned());
        let settings = Settings { lang, appearance: Appearance::Light, ..Settings::default() };
        let show = move |ui: &mut egui::Ui, app: &mut Option<App>| match app {
            Some(app) => app.show(ui),
            None => {
                theme::install(ui.ctx());
                let (asked, path) = (asked.clone(), path.clone());
                let dialog = Arc::new(move |_: &str, _: &Pick| {
                    assert!(asked.fetch_add(1, Ordering::Relaxed) > 0, "the system's dialog breaks down");
                    Some(vec![path.clone()])
                });
                *app = App::new(BUNDLE.clone(), settings.clone(), dialog).ok();
            }
        };
        let mut window = Harness::builder().with_size([1366.0, 768.0]).build_ui_state(show, None);
        window.run();
        window
    }

    #[test]
    fn a_dialog_that_breaks_down_is_reported_and_opens_again() {
        let folder = Folder::new();
        let path = folder.path().join("mappa.svg");
        for (_, lang, cause) in &CASES[..2] {
            let mut window = with_broken_dialog(*lang, &path);
            ask(&mut window, Action::ExportAs(ElementKind::Map));
            wait(&mut window, "the notice", |window| app(window).state().notice.is_some());
            let it = "Impossibile aprire la finestra per scegliere il file: ";
            let text = message(*lang, it, "The window for choosing the file did not open: ", cause);
            assert_eq!(error(app(&window).state()), text);
            ask(&mut window, Action::ExportAs(ElementKind::Map));
            wait(&mut window, "the file", |_| path.exists());
            fs::remove_file(&path).expect("written");
        }
    }

    #[test]
    fn work_of_the_window_that_breaks_off_leaves_it_free() {
        let folder = Folder::new();
        let path = folder.path().join("mappa.svg");
        for (fault, lang, _) in CASES {
            let mut window = window_of(1366.0, 768.0, lang, Some(path.clone()));
            // First the dialog fails, then the export, then nothing.
            for asked in [Action::ExportAs(ElementKind::Map), Action::Export(ElementKind::Map, path.clone())]
            {
                ask(&mut window, Action::DismissNotice);
                failing(fault, || ask(&mut window, asked));
                wait(&mut window, "the notice", |window| app(window).state().notice.is_some());
                error(app(&window).state());
                assert!(!app(&window).state().exporting && !path.exists());
            }
            ask(&mut window, Action::ExportAs(ElementKind::Map));
            wait(&mut window, "the file", |_| path.exists());
            wait(&mut window, "the end", |window| !app(window).state().exporting);
            fs::remove_file(&path).expect("written");
        }
    }

    #[test]
    fn a_page_and_shapes_that_break_off_are_drawn_at_another_try() {
        for (fault, lang, cause) in CASES {
            let again = if lang == Lang::It { "Riprova" } else { "Try again" };
            let mut window = window_of(1366.0, 768.0, lang, None);
            ask_failing(&mut window, fault, Action::Figure(FigureAction::Compose(ElementKind::Map)));
            wait(&mut window, "the button", |window| window.query_by_label(again).is_some());
            click(&mut window, again);
            wait(&mut window, "the page", |window| window.query_by_label(again).is_none());
            ask(&mut window, Action::Figure(FigureAction::Close));

            let other = crate::common::edition();
            let stand_on = ProjectAction::StandOn(None, Ok(Shared::new(other)));
            ask_failing(&mut window, fault, Action::Project(stand_on));
            let it = "Impossibile disegnare i confini: ";
            let text = message(lang, it, "The boundaries could not be drawn: ", cause);
            wait(&mut window, "the reason", |window| window.query_by_label(&text).is_some());
            click(&mut window, again);
            wait(&mut window, "the map", |window| window.query_by_label(&text).is_none());
        }
    }

    /// Sends an action whose job, started in the next frame, fails.
    fn ask_failing(window: &mut Window, fault: Fault, action: Action) {
        let ctx = window.ctx.clone();
        window.state_mut().as_mut().expect("made in the first frame").perform(action, &ctx);
        failing(fault, || window.step());
    }
}
