//! Whatever is changed in the views below the map is undone, and done again, one step each.

use std::sync::{Arc, LazyLock};

use atlante::base::Code;
use atlante::data::{NamedSet, Reference};
use atlante::document::{QuadrantSplit, ScatterView, SeriesMode, SortBy, TableColumn, TableSort, TableView};
use atlante::engine::search::{HitKind, search};
use atlante::engine::{Action, Document, SeriesView, Settings, State, update};
use atlante::i18n::Lang;
use atlante::io::Bundle;

use crate::common::january;

static BUNDLE: LazyLock<Arc<Bundle>> =
    LazyLock::new(|| Arc::new(Bundle::load(None).expect("the embedded bundle loads")));

fn state() -> State {
    State::new(Arc::clone(&BUNDLE), Settings::default()).expect("a state")
}

fn codes(all: &[&str]) -> Vec<Code> {
    all.iter().map(|code| Code::from(*code)).collect()
}

#[test]
fn every_change_of_a_view_is_a_step_back_and_forth() {
    let series = SeriesView { mode: SeriesMode::Base100, asst: true, ..SeriesView::default() };
    let scatter = ScatterView { quadrants: QuadrantSplit::Ats, ..ScatterView::default() };
    let sort = TableSort { by: SortBy::Name, descending: true };
    let actions = [
        Action::Choose(codes(&["015093"])),
        Action::ToggleChosen(Code::from("015182")),
        Action::AddChosen(codes(&["015146"])),
        Action::ChooseWhere("residenti > 100000".into()),
        Action::InvertChosen,
        Action::SaveSet("Gli altri".into()),
        Action::Choose(codes(&["015146"])),
        Action::UseSet("Gli altri".into()),
        Action::RemoveSet("Gli altri".into()),
        Action::SetSeries(series),
        Action::SetScatterX("eta_media".into()),
        Action::SetScatter(Box::new(scatter)),
        Action::SetRankingRange(true),
        Action::SetTableColumns(vec![TableColumn::value("residenti", january(2022))]),
        Action::SetTableView(TableView { sort, heat: true, ..TableView::default() }),
        Action::SetIndicator("spesa_sociale_pro_capite".into()),
        Action::SetPublishedAt(Reference::Year(2016)),
        Action::ShowPrinted("Grafico 12".into()),
    ];
    let mut state = state();
    let mut seen: Vec<Document> = vec![state.document];
    for action in actions {
        let steps = state.history.undo_steps();
        update(&mut state, action.clone());
        assert_eq!(state.history.undo_steps(), steps + 1, "{action:?}");
        seen.push(state.document);
    }
    for before in seen.iter().rev().skip(1) {
        update(&mut state, Action::Undo);
        assert!(state.document == *before);
    }
    for after in seen.iter().skip(1) {
        update(&mut state, Action::Redo);
        assert!(state.document == *after);
    }
}

#[test]
fn a_word_typed_in_the_filter_is_one_step() {
    let mut state = state();
    for typed in ["c", "ce", "ces", "cesa"] {
        let view = TableView { filter: typed.into(), ..state.table.view.clone() };
        update(&mut state, Action::InGesture(7, Box::new(Action::SetTableView(view))));
    }
    assert_eq!(state.history.undo_steps(), 1);
    update(&mut state, Action::Undo);
    assert_eq!(state.table.view.filter, "");
}

#[test]
fn a_set_is_found_by_its_name_and_stands_in_a_condition() {
    let mut state = state();
    update(&mut state, Action::Choose(codes(&["50089"])));
    update(&mut state, Action::SaveSet("Cintura sud".into()));
    update(&mut state, Action::Choose(Vec::new()));
    let found = search(&state.bundle, &state.document.sets, "cintura", Lang::It, 8);
    assert_eq!(found[0].kind, HitKind::Set("Cintura sud".into()));
    // The six Comuni of the Ambito, those above the ATS.
    update(&mut state, Action::ChooseWhere("\"cintura sud\" e indice_vecchiaia > 178,8".into()));
    assert_eq!(state.document.map.chosen, codes(&["015074", "015093"]), "Cesano Boscone and Corsico");
    update(&mut state, Action::ChooseWhere("non «Cintura sud»".into()));
    assert_eq!(state.document.map.chosen.len(), 187);
    let chosen = state.document.map.chosen.clone();
    for (text, said) in [("\"Cintura nord\"", "«Cintura nord»"), ("\"Cintura", "virgolette")] {
        update(&mut state, Action::ChooseWhere(text.into()));
        let notice = state.notice.clone().expect("told");
        assert!(notice.is_error && notice.text.contains(said), "{}", notice.text);
    }
    assert_eq!(state.document.map.chosen, chosen, "what is not understood changes nothing");
}

#[test]
fn a_set_of_other_boundaries_has_no_units_here() {
    let mut state = state();
    state.document.sets.push(NamedSet { name: "Altrove".into(), codes: codes(&["001001"]) });
    update(&mut state, Action::ChooseWhere("non \"Altrove\"".into()));
    assert_eq!(state.document.map.chosen.len(), 193);
}
