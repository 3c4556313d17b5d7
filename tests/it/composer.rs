//! The composer without a window: actions replayed, undone and redone, files written and reopened.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use atlante::base::{Level, Mm};
use atlante::document::{
    Arrangement, Element, ElementKind, FigureSpec, Ink, MapKind, MapSpec, PageSpec, Place, RankingSpec,
    Representation, Row, ScatterSpec, TableSpec, Towards,
};
use atlante::engine::{
    Action, BatchReport, Drawings, Effect, FigureAction, FigureFormat, FileJob, Leaving, Many,
    PreviewRequest, ProjectAction, Question, Report, Settings, State, spawn_batch, spawn_export,
    spawn_preview, spawn_thumbnail, update,
};
use atlante::figure::carried;
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::io::project::related;
use atlante::io::recipe::Per;

use crate::common::{Folder, january, set_map, view_with};

const VIEWS: [ElementKind; 5] =
    [ElementKind::Map, ElementKind::Ranking, ElementKind::Series, ElementKind::Scatter, ElementKind::Table];

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

fn state() -> State {
    State::new(BUNDLE.clone(), Settings::default()).expect("the bundle has indicators")
}

/// Performs an action, and the file jobs it leads to.
fn ask(state: &mut State, action: FigureAction) -> Vec<Effect> {
    let mut left = Vec::new();
    for effect in update(state, Action::Figure(action)) {
        match effect {
            Effect::File(job) => {
                let answer = job.run(&BUNDLE, Lang::It);
                left.extend(update(state, answer));
            }
            other => left.push(other),
        }
    }
    left
}

/// Writes a file with this content in the folder.
fn written(folder: &Folder, name: &str, content: &str) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, content).expect("the folder can be written");
    path
}

fn page(state: &State) -> &FigureSpec {
    &state.document.composed().expect("a figure is open").spec
}

fn kinds(spec: &FigureSpec) -> String {
    let kind = |element: &Element| match element.kind() {
        ElementKind::Map => 'm',
        ElementKind::Series => 's',
        ElementKind::Ranking => 'r',
        ElementKind::Scatter => 'd',
        ElementKind::Table => 't',
        _ => '?',
    };
    let row = |row: &Row| row.cells.iter().map(|cell| kind(&cell.element)).collect::<String>();
    spec.rows.iter().map(row).collect::<Vec<_>>().join("/")
}

fn notice(state: &State) -> &str {
    state.notice.as_ref().map_or("", |notice| notice.text.as_str())
}

/// Map, ranking and series on a portrait A4.
fn three() -> State {
    let mut state = state();
    set_map(&mut state, |map| map.level = Level::Ambiti);
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    ask(&mut state, FigureAction::Arrange(Arrangement::Lead));
    state
}

#[test]
fn every_view_becomes_a_page() {
    let mut state = state();
    for (view, kind) in VIEWS.into_iter().zip(["m", "r", "s", "d", "t"]) {
        ask(&mut state, FigureAction::Compose(view));
        assert_eq!(kinds(page(&state)), kind);
    }
    assert_eq!(state.document.figures.len(), 5);
    // Composing the same view again opens the existing figure.
    let open = state.document.composing;
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    assert_eq!(state.document.figures.len(), 5);
    assert_ne!(state.document.composing, open);
    ask(&mut state, FigureAction::Close);
    assert!(state.document.composed().is_none());
}

#[test]
fn elements_come_go_and_move_and_everything_is_undone() {
    let mut state = three();
    assert_eq!(kinds(page(&state)), "m/rs");
    assert_eq!((page(&state).page.width, page(&state).page.height), (Mm(210.0), Mm(297.0)), "it stands up");
    ask(&mut state, FigureAction::Add(ElementKind::Table));
    assert_eq!((kinds(page(&state)).as_str(), state.composer.at), ("m/rs/t", Place { row: 2, cell: 0 }));
    ask(&mut state, FigureAction::Shift(Place { row: 2, cell: 0 }, Towards::Up));
    assert_eq!((kinds(page(&state)).as_str(), state.composer.at), ("m/rst", Place { row: 1, cell: 2 }));
    ask(&mut state, FigureAction::SetShares(Place { row: 0, cell: 0 }, [3.0, 1.0]));
    ask(&mut state, FigureAction::RemoveElement(Place { row: 1, cell: 0 }));
    assert_eq!(kinds(page(&state)), "m/st");
    for expected in ["m/rst", "m/rst", "m/rs/t", "m/rs", "m"] {
        update(&mut state, Action::Undo);
        assert_eq!(kinds(page(&state)), expected);
    }
    update(&mut state, Action::Undo);
    assert!(state.document.figures.is_empty() && state.document.composing.is_none());
    for expected in ["m", "m/rs", "m/rs/t"] {
        update(&mut state, Action::Redo);
        assert_eq!(kinds(page(&state)), expected);
    }
}

#[test]
fn looking_elsewhere_is_no_step_and_undo_goes_where_the_change_was() {
    let mut state = state();
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    let page = PageSpec { title: Some("Prima".to_owned()), ..page(&state).page.clone() };
    ask(&mut state, FigureAction::SetPage(Box::new(page)));
    let steps = state.history.undo_steps();
    ask(&mut state, FigureAction::Close);
    ask(&mut state, FigureAction::Open(1));
    ask(&mut state, FigureAction::Close);
    assert_eq!(state.history.undo_steps(), steps);
    update(&mut state, Action::Undo);
    assert_eq!(state.document.composing, Some(1), "the change was on that page");
    assert_eq!(self::page(&state).page.title, None);
}

#[test]
fn a_text_typed_letter_by_letter_is_one_step() {
    let mut state = state();
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    let steps = state.history.undo_steps();
    for title in ["V", "Ve", "Vec"] {
        let page = PageSpec { title: Some(title.to_owned()), ..page(&state).page.clone() };
        let typed = Action::Figure(FigureAction::SetPage(Box::new(page)));
        update(&mut state, Action::InGesture(1, Box::new(typed)));
    }
    assert_eq!(state.history.undo_steps(), steps + 1);
}

#[test]
fn the_gallery_renames_duplicates_and_removes() {
    let mut state = state();
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    ask(&mut state, FigureAction::Rename("Anziani".to_owned()));
    ask(&mut state, FigureAction::Duplicate(1));
    let names: Vec<&str> = state.document.figures.iter().map(|kept| kept.name.as_str()).collect();
    assert_eq!(names, ["Anziani", "Anziani (2)"]);
    ask(&mut state, FigureAction::Remove(2));
    assert_eq!(state.document.composing, Some(1), "its neighbour takes its place");
    ask(&mut state, FigureAction::Remove(1));
    assert_eq!(state.document.composing, None, "with the last one gone there is the map");
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    assert_eq!(state.document.composing, Some(3), "an id is never given twice");
    ask(&mut state, FigureAction::Remove(77));
    ask(&mut state, FigureAction::Open(77));
    assert_eq!(state.document.composing, Some(3));
}

#[test]
fn a_full_page_says_so() {
    let mut state = state();
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    for _ in 0..12 {
        ask(&mut state, FigureAction::Add(ElementKind::Map));
    }
    assert_eq!(page(&state).elements().count(), FigureSpec::MOST_ELEMENTS);
    assert!(notice(&state).contains('9'), "{}", notice(&state));
}

#[test]
fn styles_are_kept_used_and_shared_as_a_file() {
    let folder = Folder::new();
    let path = folder.path().join("stili.json");
    let mut state = state();
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    let grey = PageSpec { ink: Ink::Black, type_scale: 1.2, ..page(&state).page.clone() };
    ask(&mut state, FigureAction::SetPage(Box::new(grey)));
    ask(&mut state, FigureAction::SaveStyle(" Relazione ".to_owned()));
    ask(&mut state, FigureAction::ExportStyles(path.clone()));
    assert_eq!(notice(&state), "Salvato: stili.json");

    let mut other = self::state();
    ask(&mut other, FigureAction::Compose(ElementKind::Map));
    ask(&mut other, FigureAction::ImportStyles(path));
    ask(&mut other, FigureAction::UseStyle("Relazione".to_owned()));
    assert_eq!((page(&other).page.ink, page(&other).page.type_scale), (Ink::Black, 1.2));
    ask(&mut other, FigureAction::RemoveStyle("Relazione".to_owned()));
    assert!(other.settings.styles.is_empty());

    let bad = written(&folder, "altro.json", "{\"atlante_styles\": 99, \"styles\": []}");
    ask(&mut other, FigureAction::ImportStyles(bad));
    assert!(notice(&other).contains("«altro.json» non è stato aperto"), "{}", notice(&other));
}

#[test]
fn findings_are_fixed_on_the_page() {
    let mut state = state();
    update(&mut state, Action::SetIndicator("residenti".to_owned()));
    set_map(&mut state, |map| map.representation = Representation::Choropleth);
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    let kept = state.document.composed().expect("open");
    let (figures, id) = (state.document.figures.clone(), kept.id);
    let request = PreviewRequest { bundle: BUNDLE.clone(), figures, id, width: 320, lang: Lang::It };
    let preview = spawn_preview(request, &Drawings::default(), || {}).wait().expect("an answer");
    let page = preview.page.expect("it can be drawn");
    assert_eq!((page.picture.size[0], page.picture.rgba.len()), (320, 320 * page.picture.size[1] * 4));
    assert!(
        page.caption.contains("Popolazione residente") && page.caption.contains("Fonte"),
        "{}",
        page.caption
    );
    assert!(!page.reading.is_empty() && !page.description.is_empty());
    let (at, finding) =
        page.findings.iter().find(|(_, f)| f.remark.code() == "count_as_choropleth").expect("found");
    ask(&mut state, FigureAction::Fix(*at, finding.fix.clone().expect("it can be mended")));
    let Some(Element::Map(map)) = self::page(&state).element(*at) else { panic!("a map") };
    assert_eq!(map.representation, Representation::Symbols);
}

#[test]
fn every_view_is_read_and_seen_in_small() {
    let mut state = state();
    for view in VIEWS {
        ask(&mut state, FigureAction::Compose(view));
        let kept = state.document.composed().expect("open").clone();
        let (figures, id) = (vec![kept.clone()], kept.id);
        let request = PreviewRequest { bundle: BUNDLE.clone(), figures, id, width: 320, lang: Lang::It };
        let page = spawn_preview(request, &Drawings::default(), || {}).wait().expect("an answer").page;
        let reading = page.expect("it can be drawn").reading;
        assert!(reading.ends_with('.') && reading.len() > 60, "{view:?}: {reading}");
        let small = spawn_thumbnail(kept, 44, BUNDLE.clone(), || {}).wait().expect("an answer");
        let size = small.picture.expect("it can be drawn").size;
        assert_eq!(size.into_iter().max(), Some(44), "{view:?}: {size:?}");
    }
}

#[test]
fn an_element_is_explored_again_in_the_window() {
    let mut state = state();
    set_map(&mut state, |map| map.level = Level::Ambiti);
    set_map(&mut state, |map| map.palette.id = Some("viridis".to_owned()));
    update(&mut state, Action::Choose(vec!["50089".into()]));
    let ranged = |state: &State, range| view_with::<RankingSpec>(state, |spec| spec.range = range);
    let asked = ranged(&state, true);
    update(&mut state, asked);
    let views = VIEWS.map(|view| {
        ask(&mut state, FigureAction::Compose(view));
        (view, state.document.element(view).expect("something to show"))
    });
    for (view, element) in views {
        let is_kept = |own: &Element| *own == element;
        let id = state.document.figures.iter().find(|kept| kept.spec.only().is_some_and(is_kept));
        let id = id.map_or_else(|| panic!("{view:?} is kept"), |kept| kept.id);
        update(&mut state, Action::SetIndicator("eta_media".to_owned()));
        set_map(&mut state, |map| map.level = Level::Asst);
        set_map(&mut state, |map| map.palette.id = Some("magma".to_owned()));
        update(&mut state, Action::Choose(Vec::new()));
        let asked = ranged(&state, false);
        update(&mut state, asked);
        ask(&mut state, FigureAction::Open(id));
        ask(&mut state, FigureAction::Explore);
        assert_eq!(state.document.composing, None);
        assert_eq!(state.document.element(view), Some(element), "{view:?}");
        assert_eq!(state.document.map.indicator, "indice_vecchiaia", "{view:?}");
    }
}

/// The date of the x indicator and a column of differences belong to the element.
#[test]
fn what_is_explored_keeps_its_own_dates_and_differences() {
    let mut state = state();
    let asked = view_with::<ScatterSpec>(&state, |spec| spec.x_date = january(2022));
    update(&mut state, asked);
    set_map(&mut state, |map| map.kind = MapKind::Change { from: january(2022) });
    for kind in [ElementKind::Scatter, ElementKind::Table] {
        ask(&mut state, FigureAction::Compose(kind));
        let element = state.document.element(kind);
        set_map(&mut state, |map| map.kind = MapKind::Value);
        update(&mut state, Action::SetIndicator("eta_media".to_owned()));
        ask(&mut state, FigureAction::Explore);
        assert_eq!(state.document.element(kind), element, "{kind:?}");
        update(&mut state, Action::SetIndicator("indice_vecchiaia".to_owned()));
        set_map(&mut state, |map| map.kind = MapKind::Change { from: january(2022) });
    }
    let table = state.document.view::<TableSpec>().expect("a table");
    assert_eq!(table.columns[0].from, Some(january(2022).into()));
    assert_eq!(state.document.view::<ScatterSpec>().expect("a scatterplot").x_date, january(2022));
}

#[test]
fn the_next_number_is_proposed() {
    let mut state = state();
    assert_eq!(state.document.next_number(), 1);
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    let numbered = PageSpec { number: Some(3), ..PageSpec::default() };
    ask(&mut state, FigureAction::SetPage(Box::new(numbered)));
    assert_eq!(state.document.next_number(), 4);
}

#[test]
fn a_page_that_cannot_be_drawn_says_why() {
    let mut state = state();
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    for (change, message) in [
        (PageSpec { width: Mm(5.0), ..PageSpec::default() }, "da 60 a 1.200"),
        (PageSpec { height: Mm(60.0), type_scale: 2.0, ..PageSpec::default() }, "troppo piccola"),
    ] {
        ask(&mut state, FigureAction::SetPage(Box::new(change)));
        let (figures, id) = (state.document.figures.clone(), 1);
        let request = PreviewRequest { bundle: BUNDLE.clone(), figures, id, width: 320, lang: Lang::It };
        let why = spawn_preview(request, &Drawings::default(), || {})
            .wait()
            .expect("an answer")
            .page
            .expect_err("refused");
        assert!(why.contains(message), "{why}");
    }
}

/// Writes the open page, and returns the message the user reads.
fn export(state: &mut State, path: PathBuf) -> String {
    for effect in ask(state, FigureAction::Export(path)) {
        let Effect::Export(request) = effect else { panic!("{effect:?}") };
        let report = spawn_export(*request, state.bundle.clone(), || {}).wait().expect("a report");
        update(state, Action::JobEnded(report));
    }
    notice(state).to_owned()
}

#[test]
fn a_page_of_three_is_written_in_three_formats_and_reopened_from_each() {
    let folder = Folder::new();
    let mut state = three();
    let spec = page(&state).clone();
    for format in FigureFormat::ALL {
        let name = format!("pagina.{}", format.extension());
        let path = folder.path().join(&name);
        assert_eq!(export(&mut state, path.clone()), format!("Salvato: {name}"));
        let mut other = self::state();
        ask(&mut other, FigureAction::Reopen(path));
        assert_eq!(page(&other), &spec, "{format:?}");
        assert_eq!(notice(&other), "Figura aperta: pagina. I dati sono quelli di quando è stata fatta.");
        assert!(!other.notice.as_ref().is_some_and(|notice| notice.is_error));
    }
}

#[test]
fn what_is_no_figure_is_refused_in_one_sentence() {
    let folder = Folder::new();
    let mut state = state();
    for (name, content, message) in [
        ("altro.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "non è una figura di Atlante Sociale"),
        ("rotto.svg", "<svg", "è danneggiato"),
        ("nuovo.json", "{\"atlante_figure\": 99}", "versione più recente"),
    ] {
        let path = written(&folder, name, content);
        ask(&mut state, FigureAction::Reopen(path));
        assert!(notice(&state).contains(message), "{}", notice(&state));
    }
    ask(&mut state, FigureAction::Reopen(folder.path().join("manca.pdf")));
    assert!(notice(&state).contains("«manca.pdf» non è stato aperto"), "{}", notice(&state));
    assert!(state.document.figures.is_empty());
}

#[test]
fn data_that_differ_are_reported() {
    let folder = Folder::new();
    let mut state = state();
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    let path = folder.path().join("mappa.svg");
    export(&mut state, path.clone());
    let text = fs::read_to_string(&path).expect("written");
    let at = text.find("digest").expect("it carries the identity of its data");
    let digest = text[at..].find(char::is_numeric).expect("digits") + at;
    let other = if &text[digest..=digest] == "0" { "1" } else { "0" };
    fs::write(&path, format!("{}{other}{}", &text[..digest], &text[digest + 1..])).expect("written");
    ask(&mut state, FigureAction::Reopen(path));
    assert!(notice(&state).contains("I dati non sono più quelli"), "{}", notice(&state));
    assert!(notice(&state).contains("Indice di vecchiaia (1/1/2023)"), "{}", notice(&state));
}

#[test]
fn a_folder_that_has_gone_is_reported_and_nothing_is_left() {
    let folder = Folder::new();
    let mut state = state();
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    let message = export(&mut state, folder.path().join("non_c_e/mappa.png"));
    assert_eq!(
        message,
        "«mappa.png» non è stato salvato: la cartella o il file non c'è; controlla il nome o sceglilo di nuovo."
    );
    // A folder with that name is in the way.
    fs::create_dir(folder.path().join("mappa.svg")).expect("a folder");
    let message = export(&mut state, folder.path().join("mappa.svg"));
    assert!(message.contains("«mappa.svg» non è stato salvato"), "{message}");
    let left = fs::read_dir(folder.path()).expect("the folder").count();
    assert_eq!(left, 1, "nothing half-written");
    assert!(export(&mut state, folder.path().join("mappa.doc")).contains(".svg, .png"), "{}", notice(&state));
}

/// The reports of a batch until it ends.
fn batch(state: &mut State, many: Many, folder: PathBuf, cancelled: bool) -> Vec<Report<BatchReport>> {
    let effects = ask(state, FigureAction::ExportMany(many, FigureFormat::Svg, folder));
    let Some(Effect::Batch(request)) = effects.into_iter().next() else { panic!("a batch") };
    assert!(state.composer.progress.is_some());
    let task = spawn_batch(*request, BUNDLE.clone(), || {});
    let mut all = Vec::new();
    while let Ok(report) = task.next() {
        if cancelled {
            task.cancel();
        }
        let is_over = matches!(report, Report::Ended(_));
        ask(state, FigureAction::Progress(report.clone()));
        all.push(report);
        if is_over {
            break;
        }
    }
    assert!(state.composer.progress.is_none());
    all
}

#[test]
fn an_atlas_is_one_figure_for_each_ambito() {
    let folder = Folder::new();
    let mut state = state();
    ask(&mut state, FigureAction::Compose(ElementKind::Ranking));
    ask(&mut state, FigureAction::Rename("Anziani: 2023?".to_owned()));
    let reports = batch(&mut state, Many::EachAmbito, folder.path().to_owned(), false);
    assert_eq!(reports.last(), Some(&Report::Ended(BatchReport::Ended(17, Ok(())))));
    assert_eq!(notice(&state), "Figure scritte: 17.");
    let mut names: Vec<String> = fs::read_dir(folder.path())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names.len(), 17);
    assert_eq!(names[0], "anziani_2023_abbiategrasso.svg");
    let first = fs::read_to_string(folder.path().join(&names[0])).expect("written");
    assert!(first.contains("Indice di vecchiaia – Ambito di Abbiategrasso"), "its title says of whom");
}

#[test]
fn many_figures_can_be_called_off_and_a_lost_folder_stops_them() {
    let folder = Folder::new();
    let mut state = state();
    ask(&mut state, FigureAction::Compose(ElementKind::Ranking));
    let reports = batch(&mut state, Many::EachAmbito, folder.path().to_owned(), true);
    assert!(
        matches!(reports.last(), Some(Report::Ended(BatchReport::Cancelled(n))) if *n < 17),
        "{reports:?}"
    );
    assert!(notice(&state).starts_with("Interrotto."), "{}", notice(&state));
    let reports = batch(&mut state, Many::Kept, folder.path().join("non_c_e"), false);
    assert!(matches!(reports.last(), Some(Report::Ended(BatchReport::Ended(0, Err(_))))), "{reports:?}");
    assert!(notice(&state).contains("non è stato salvato") && notice(&state).contains("già scritte: 0"));
    assert!(state.notice.as_ref().is_some_and(|notice| notice.is_error));
}

#[test]
fn figures_of_one_name_do_not_write_over_each_other() {
    let folder = Folder::new();
    let mut state = state();
    for _ in 0..3 {
        ask(&mut state, FigureAction::Compose(ElementKind::Ranking));
        ask(&mut state, FigureAction::Rename("Età".to_owned()));
        let title =
            PageSpec { number: Some(state.document.figures.len() as u16), ..page(&state).page.clone() };
        ask(&mut state, FigureAction::SetPage(Box::new(title)));
    }
    batch(&mut state, Many::Kept, folder.path().to_owned(), false);
    for name in ["eta.svg", "eta_2.svg", "eta_3.svg"] {
        assert!(folder.path().join(name).exists(), "{name}");
    }
}

#[test]
fn the_user_is_asked_for_files_under_sensible_names() {
    let mut state = state();
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    ask(&mut state, FigureAction::Rename("Età/media".to_owned()));
    let asked = ask(&mut state, FigureAction::ExportAs);
    assert_eq!(asked, [Effect::Ask(Question::SaveFigure("eta_media.png".to_owned()))]);
    let asked = update(&mut state, Action::ExportAs(ElementKind::Series));
    let name = "indice_vecchiaia_serie.png".to_owned();
    assert_eq!(asked, [Effect::Ask(Question::SaveView(ElementKind::Series, name))]);
}

#[test]
fn the_map_is_exported_with_its_spec() {
    let folder = Folder::new();
    let path = folder.path().join("mappa.svg");
    let mut state = state();
    let effects = update(&mut state, Action::Export(ElementKind::Map, path.clone()));
    let Some(Effect::Export(request)) = effects.into_iter().next() else { panic!("an export") };
    spawn_export(*request, BUNDLE.clone(), || {}).wait().expect("a report").result.expect("written");
    ask(&mut state, FigureAction::Reopen(path));
    assert_eq!(page(&state).only(), Some(&Element::Map(state.document.map.clone())));
}

#[test]
fn a_logo_must_be_a_picture() {
    let folder = Folder::new();
    let mut state = state();
    ask(&mut state, FigureAction::Compose(ElementKind::Map));
    ask(&mut state, FigureAction::ReadLogo(written(&folder, "logo.png", "GIF89a")));
    assert!(notice(&state).contains("«logo.png» non è stato aperto: serve un PNG"), "{}", notice(&state));
    assert_eq!(page(&state).page.logo, None);
    assert_eq!(FileJob::ReadLogo(folder.path().join("manca.png")).run(&BUNDLE, Lang::En), {
        let message =
            "“manca.png” was not opened: the folder or file is not there; check its name or choose it again.";
        Action::Figure(FigureAction::LogoRead(Err(message.to_owned())))
    });
}

/// A rate made of `--per` is in no catalogue: its id names the count and the population, and is all that a figure needs.
#[test]
fn a_rate_made_elsewhere_is_reopened_drawn_and_saved() {
    let count = BUNDLE.atlas.indicator("femmine").expect("a count");
    let per = Per { of: "residenti".into(), times: Some(10_000) };
    let rate = related(count, &per, &BUNDLE.atlas).expect("a rate");
    let map = MapSpec::new(&rate.id, january(2023));
    let folder = Folder::new();
    let rated = BUNDLE.with_rates([rate.id.as_str()]).expect("it can be made");
    let spec = FigureSpec::of(map.into());
    let path = written(&folder, "tasso.json", &carried(&spec, &rated.atlas).to_json());
    let mut state = state();
    ask(&mut state, FigureAction::Reopen(path));
    assert_eq!(notice(&state), "Figura aperta: tasso. I dati sono quelli di quando è stata fatta.");
    assert_eq!(page(&state), &spec);
    let svg = folder.path().join("di_nuovo.svg");
    export(&mut state, svg.clone());
    assert!(fs::read_to_string(&svg).expect("drawn").contains("10.000"));
    update(&mut state, Action::Figure(FigureAction::Close));

    // The project that keeps it opens with it.
    let project = folder.path().join("p.atlante");
    let save = Action::Project(ProjectAction::SaveTo(project.clone()));
    for effect in update(&mut state, save) {
        if let Effect::File(job) = effect {
            update(&mut state, job.run(&BUNDLE, Lang::It));
        }
    }
    let mut other = self::state();
    for effect in update(&mut other, Action::Project(ProjectAction::Leave(Leaving::Open(project)))) {
        if let Effect::File(job) = effect {
            update(&mut other, job.run(&BUNDLE, Lang::It));
        }
    }
    let figure = other.document.figures.first().expect("the kept figure").id;
    update(&mut other, Action::Figure(FigureAction::Open(figure)));
    let again = folder.path().join("ancora.svg");
    export(&mut other, again.clone());
    assert_eq!(fs::read(&svg).expect("drawn"), fs::read(&again).expect("drawn"));
}
