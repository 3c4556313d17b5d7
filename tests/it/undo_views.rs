//! Every change in the views below the map can be undone and redone, one step each.

use std::sync::{Arc, LazyLock};

use atlante::base::{Code, Level};
use atlante::data::{NamedSet, Reference};
use atlante::document::{
    Document, QuadrantSplit, RankingSpec, ScatterSpec, SeriesMode, SeriesSpec, SortBy, TableColumn,
    TableSort, TableSpec, TableView,
};
use atlante::engine::search::{HitKind, search};
use atlante::engine::{Action, Settings, State, update};
use atlante::i18n::Lang;
use atlante::io::Bundle;

use crate::common::{january, view_with};

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

fn state() -> State {
    State::new(Arc::clone(&BUNDLE), Settings::default()).expect("a state")
}

fn codes(all: &[&str]) -> Vec<Code> {
    all.iter().map(|code| Code::from(*code)).collect()
}

#[test]
fn every_change_of_a_view_is_a_step_back_and_forth() {
    let sort = TableSort { by: SortBy::Name, descending: true };
    type Ask = Box<dyn Fn(&State) -> Action>;
    let plain = |action: Action| -> Ask { Box::new(move |_| action.clone()) };
    let actions: Vec<Ask> = vec![
        plain(Action::Choose(codes(&["015093"]))),
        plain(Action::ToggleSelected(Code::from("015182"))),
        plain(Action::AddSelected(codes(&["015146"]))),
        plain(Action::ChooseWhere("residenti > 100000".into())),
        plain(Action::InvertSelected),
        plain(Action::SaveSet("Gli altri".into())),
        plain(Action::Choose(codes(&["015146"]))),
        plain(Action::UseSet("Gli altri".into())),
        plain(Action::RemoveSet("Gli altri".into())),
        Box::new(|state| {
            view_with::<SeriesSpec>(state, |spec| {
                spec.mode = SeriesMode::Base100;
                spec.benchmarks = Some(vec![Level::Asst, Level::Ats]);
            })
        }),
        Box::new(|state| view_with::<ScatterSpec>(state, |spec| spec.x = "eta_media".into())),
        Box::new(|state| view_with::<ScatterSpec>(state, |spec| spec.view.quadrants = QuadrantSplit::Ats)),
        Box::new(|state| view_with::<RankingSpec>(state, |spec| spec.range = true)),
        Box::new(|state| {
            view_with::<TableSpec>(state, |spec| {
                spec.columns.push(TableColumn::value("residenti", january(2022)));
            })
        }),
        Box::new(move |state| {
            view_with::<TableSpec>(state, |spec| {
                spec.view = TableView { sort, heat: true, ..TableView::default() };
            })
        }),
        plain(Action::SetIndicator("spesa_sociale_pro_capite".into())),
        Box::new(|state| view_with::<RankingSpec>(state, |spec| spec.at = Reference::Year(2016))),
        Box::new(|state| view_with::<TableSpec>(state, |spec| spec.columns.truncate(1))),
        plain(Action::ShowPublishedTable("Grafico 12".into())),
    ];
    let mut state = state();
    let mut seen: Vec<Document> = vec![state.document.clone()];
    for action in actions {
        let steps = state.history.undo_steps();
        let action = action(&state);
        update(&mut state, action.clone());
        assert_eq!(state.history.undo_steps(), steps + 1, "{action:?}");
        seen.push(state.document.clone());
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
        let asked = view_with::<TableSpec>(&state, |spec| spec.view.filter = typed.into());
        update(&mut state, Action::InGesture(7, Box::new(asked)));
    }
    assert_eq!(state.history.undo_steps(), 1);
    update(&mut state, Action::Undo);
    assert_eq!(state.document.view::<TableSpec>().expect("a table").view.filter, "");
}

#[test]
fn a_set_is_found_by_its_name_and_stands_in_a_condition() {
    let mut state = state();
    update(&mut state, Action::Choose(codes(&["50089"])));
    update(&mut state, Action::SaveSet("Cintura sud".into()));
    update(&mut state, Action::Choose(Vec::new()));
    let found = search(&state.bundle, &state.document.sets, "cintura", Lang::It, 8);
    assert_eq!(found[0].kind, HitKind::Set("Cintura sud".into()));
    // The six Comuni of the Ambito, then those above the ATS.
    update(&mut state, Action::ChooseWhere("\"cintura sud\" e indice_vecchiaia > 178,8".into()));
    assert_eq!(state.document.map.selected, codes(&["015074", "015093"]), "Cesano Boscone and Corsico");
    update(&mut state, Action::ChooseWhere("non «Cintura sud»".into()));
    assert_eq!(state.document.map.selected.len(), 187);
    let selected = state.document.map.selected.clone();
    for (text, said) in [("\"Cintura nord\"", "«Cintura nord»"), ("\"Cintura", "virgolette")] {
        update(&mut state, Action::ChooseWhere(text.into()));
        let notice = state.notice.clone().expect("a notice");
        assert!(notice.is_error && notice.text.contains(said), "{}", notice.text);
    }
    assert_eq!(state.document.map.selected, selected, "what is not understood changes nothing");
}

#[test]
fn a_set_of_other_boundaries_has_no_units_here() {
    let mut state = state();
    state.document.sets.push(NamedSet { name: "Altrove".into(), codes: codes(&["001001"]) });
    update(&mut state, Action::ChooseWhere("non \"Altrove\"".into()));
    assert_eq!(state.document.map.selected.len(), 193);
}
