//! Manual entry: figures typed and pasted, imported into the project and continued.

use std::sync::{Arc, LazyLock};

use atlante::base::{Code, Level};
use atlante::engine::manual_entry::Description;
use atlante::engine::manual_entry::grid::{Period, Periodicity};
use atlante::engine::{Action, ManualEntry, ManualEntryAction, ProjectAction, Settings, State, update};
use atlante::i18n::Lang;
use atlante::io::Bundle;

use crate::common::atlas;

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

fn ask(state: &mut State, action: ManualEntryAction) {
    assert!(update(state, Action::ManualEntry(action)).is_empty());
}

/// A state with an empty grid starting at the first quarter of 2024.
fn quarterly(name: &str) -> State {
    let mut state = State::new(BUNDLE.clone(), Settings::default()).expect("opens");
    ask(&mut state, ManualEntryAction::Open);
    ask(
        &mut state,
        ManualEntryAction::BeginAt(Period::new(Periodicity::Quarter, 2024, 1).expect("a quarter")),
    );
    let source = "Ambito di prova".to_owned();
    let description = Description {
        name: name.into(),
        unit: "persone".into(),
        source,
        ..manual_entry(&state).description()
    };
    ask(&mut state, ManualEntryAction::Describe(description));
    state
}

fn manual_entry(state: &State) -> &ManualEntry {
    state.manual_entry.as_ref().expect("a grid is open")
}

fn row(code: &str) -> usize {
    atlas().territories.position(Level::Comuni, &Code::from(code)).expect("a Comune")
}

fn shown(state: &State, code: &str) -> Option<f64> {
    let rows = &state.model.table.rows;
    rows.iter().find(|row| row.code == Code::from(code)).and_then(|row| row.value.ok())
}

#[test]
fn a_block_is_pasted_corrected_and_imported() {
    let mut state = quarterly("Utenti SAD");
    let block = "Comune\t1° trim\t2° trim\r\nCorsico\t12\t15\r\nMilano\t1.200\ttre\r\nParigi\t1\t2\r\n";
    ask(&mut state, ManualEntryAction::Paste(0, 0, block.into()));
    let pasted = manual_entry(&state).pasted.as_ref().expect("pasted");
    assert_eq!((pasted.placed, pasted.unmatched.as_slice()), (4, &["Parigi".to_owned()][..]));
    assert_eq!(manual_entry(&state).grid.periods().len(), 2);
    let fault = &manual_entry(&state).faults[0];
    assert_eq!(fault.text(Lang::It), "Milano, 2° trimestre 2024: «tre» non è un numero.");
    ask(&mut state, ManualEntryAction::TakeIn);
    assert!(state.manual_entry.is_some(), "a cell is no number");
    ask(&mut state, ManualEntryAction::Type(row("015146"), 1, "1300".into()));
    ask(&mut state, ManualEntryAction::TakeIn);
    assert!(state.manual_entry.is_none());
    assert_eq!(
        (state.document.map.indicator.as_str(), state.document.map.date.to_string().as_str()),
        ("utenti_sad", "2024-06-30")
    );
    assert_eq!((shown(&state, "015093"), shown(&state, "015146")), (Some(15.0), Some(1300.0)));
    assert_eq!(shown(&state, "098031"), None);
    update(&mut state, Action::Project(ProjectAction::RemoveImport("utenti_sad".into())));
    assert!(state.bundle.atlas.catalogue.get("utenti_sad").is_none());
}

#[test]
fn next_quarter_continues_the_same_grid() {
    let mut state = quarterly("Utenti SAD");
    ask(&mut state, ManualEntryAction::Type(row("015093"), 0, "12".into()));
    ask(&mut state, ManualEntryAction::TakeIn);
    let id = state.project.file.imports[0].id().to_owned();
    ask(&mut state, ManualEntryAction::Resume(id));
    assert_eq!(manual_entry(&state).grid.cell(row("015093"), 0), "12");
    ask(&mut state, ManualEntryAction::AddPeriod);
    ask(&mut state, ManualEntryAction::Type(row("015093"), 1, "14".into()));
    ask(&mut state, ManualEntryAction::TakeIn);
    assert_eq!(state.project.file.imports.len(), 1);
    assert_eq!(state.project.file.imports[0].origin.dates.len(), 2);
    assert_eq!(shown(&state, "015093"), Some(14.0));
}

#[test]
fn changes_are_undone_one_by_one() {
    let mut state = quarterly("Utenti");
    ask(&mut state, ManualEntryAction::Type(row("015093"), 0, "12".into()));
    ask(&mut state, ManualEntryAction::Paste(row("015093"), 0, "1\n2\n3\n".into()));
    assert_eq!(manual_entry(&state).grid.cell(row("015093"), 0), "1");
    ask(&mut state, ManualEntryAction::Undo);
    assert_eq!(manual_entry(&state).grid.cell(row("015093"), 0), "12");
    // The level is fixed once something is typed.
    ask(&mut state, ManualEntryAction::SetLevel(Level::Ambiti));
    assert_eq!(manual_entry(&state).grid.level(), Level::Comuni);
    ask(&mut state, ManualEntryAction::Undo);
    ask(&mut state, ManualEntryAction::SetLevel(Level::Ambiti));
    assert_eq!(manual_entry(&state).grid.level(), Level::Ambiti);
}

#[test]
fn figures_of_ambiti_are_shown_at_that_level() {
    let mut state = quarterly("Protocolli");
    ask(&mut state, ManualEntryAction::SetLevel(Level::Ambiti));
    ask(&mut state, ManualEntryAction::Type(0, 0, "7".into()));
    ask(&mut state, ManualEntryAction::TakeIn);
    let import = &state.project.file.imports[0];
    assert_eq!(import.dataset.meta.level, Level::Ambiti);
    let id = import.indicator_ids().into_iter().next().expect("an indicator");
    assert_eq!((&state.document.map.indicator, state.document.map.level), (&id, Level::Ambiti));
    assert!(state.document.published.is_none());
}
