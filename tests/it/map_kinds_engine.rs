//! Switching between kinds of map, without a window.

use std::sync::{Arc, LazyLock};

use atlante::base::Date;
use atlante::document::{MapKind, Representation};
use atlante::engine::{Action, Settings, State, update};
use atlante::io::Bundle;
use atlante::stats::classes::Scheme;

use crate::common::set_map;

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

fn date(year: i16) -> Date {
    Date::new(year, 1, 1).expect("a date")
}

fn state() -> State {
    State::new(BUNDLE.clone(), Settings::default()).expect("opens")
}

fn change(from: i16) -> MapKind {
    MapKind::Change { from: date(from) }
}

fn two(second: &str) -> MapKind {
    MapKind::Two { second: second.into() }
}

#[test]
fn kinds_are_undone_and_come_back_with_their_colours() {
    let mut state = state();
    set_map(&mut state, |map| map.palette.id = Some("viridis".into()));
    set_map(&mut state, |map| map.kind = change(2022));
    assert_eq!((state.model.palette, state.document.map.scheme()), ("rd_bu", Scheme::Quantile));
    set_map(&mut state, |map| map.palette.id = Some("pu_or".into()));
    set_map(&mut state, |map| map.kind = MapKind::Value);
    assert_eq!(state.model.palette, "viridis", "as values were left");
    assert_eq!(state.document.map.scheme(), Scheme::FisherJenks);
    set_map(&mut state, |map| map.kind = change(2022));
    assert_eq!(state.model.palette, "pu_or", "as changes were left");
    update(&mut state, Action::Undo);
    update(&mut state, Action::Undo);
    assert_eq!(state.document.map.kind, MapKind::Change { from: date(2022) });
    update(&mut state, Action::Undo);
    update(&mut state, Action::Undo);
    assert_eq!((&state.document.map.kind, state.model.palette), (&MapKind::Value, "viridis"));
    update(&mut state, Action::Redo);
    assert_eq!(state.document.map.kind, MapKind::Change { from: date(2022) });
    assert_eq!(state.model.counts.iter().sum::<usize>(), 193);
}

#[test]
fn two_dates_are_put_in_order_of_time() {
    let mut state = state();
    set_map(&mut state, |map| map.date = date(2022));
    set_map(&mut state, |map| map.kind = change(2023));
    assert_eq!(
        (state.document.map.date, &state.document.map.kind),
        (date(2023), &MapKind::Change { from: date(2022) })
    );
}

#[test]
fn one_date_twice_is_refused_in_words() {
    let mut state = state();
    set_map(&mut state, |map| map.kind = change(2023));
    assert_eq!(state.document.map.kind, MapKind::Value);
    let notice = state.notice.expect("a notice");
    assert!(notice.is_error && notice.text.contains("due date"), "{}", notice.text);
    assert_eq!(state.history.undo_steps(), 0);
}

#[test]
fn the_starting_date_follows_the_date_and_the_indicator() {
    let mut state = state();
    update(&mut state, Action::SetIndicator("residenti".into()));
    set_map(&mut state, |map| map.kind = change(2022));
    set_map(&mut state, |map| map.date = date(2022));
    assert_eq!(state.document.map.kind, MapKind::Change { from: date(2020) }, "the latest before");
    set_map(&mut state, |map| map.date = date(2023));
    update(&mut state, Action::SetIndicator("eta_media".into()));
    assert_eq!(state.document.map.kind, MapKind::Change { from: date(2022) }, "2020 is not there");
    set_map(&mut state, |map| map.date = date(2022));
    assert_eq!(state.document.map.kind, MapKind::Value, "nothing is earlier");
    let notice = state.notice.expect("a notice");
    assert!(!notice.is_error && notice.text.contains("1/1/2022"), "{}", notice.text);
}

#[test]
fn picking_the_second_as_the_first_swaps_the_two() {
    let mut state = state();
    set_map(&mut state, |map| map.kind = two("densita"));
    update(&mut state, Action::SetIndicator("densita".into()));
    assert_eq!(state.document.map.indicator, "densita");
    assert_eq!(state.document.map.kind, MapKind::Two { second: "indice_vecchiaia".into() });
}

#[test]
fn a_date_the_second_lacks_leaves_one_indicator() {
    let mut state = state();
    update(&mut state, Action::SetIndicator("residenti".into()));
    set_map(&mut state, |map| map.kind = two("eta_media"));
    set_map(&mut state, |map| map.date = date(2019));
    assert_eq!((&state.document.map.kind, state.document.map.date), (&MapKind::Value, date(2019)));
    let notice = state.notice.as_ref().expect("a notice");
    assert!(notice.text.contains("Età media") && notice.text.contains("1/1/2019"), "{}", notice.text);
    set_map(&mut state, |map| map.kind = two("eta_media"));
    assert_eq!(state.document.map.kind, MapKind::Value, "refused");
    let notice = state.notice.as_ref().expect("a notice");
    assert!(notice.is_error && notice.text.contains("1/1/2022"), "names what there is: {}", notice.text);
}

#[test]
fn what_two_indicators_cannot_do_is_refused_in_words() {
    let mut state = state();
    set_map(&mut state, |map| map.representation = Representation::Symbols);
    set_map(&mut state, |map| map.kind = two("densita"));
    assert_eq!(state.document.map.representation, Representation::Choropleth);
    let before = state.document.map.clone();
    let refused = [
        Action::map(&before, |map| map.kind = two("indice_vecchiaia")),
        Action::SetScheme(Scheme::StdDev),
        Action::map(&before, |map| map.representation = Representation::Symbols),
        Action::map(&before, |map| map.palette.id = Some("viridis".into())),
    ];
    for action in refused {
        state.notice = None;
        update(&mut state, action.clone());
        assert_eq!(state.document.map, before, "{action:?}");
        assert!(state.notice.as_ref().is_some_and(|n| n.is_error), "{action:?}");
    }
}

#[test]
fn manual_breaks_do_not_outlive_what_they_were_for() {
    let mut state = state();
    update(&mut state, Action::SetIndicator("residenti".into()));
    set_map(&mut state, |map| map.kind = change(2022));
    set_map(&mut state, |map| map.classes.set_manual(vec![-100.0, 0.0, 100.0]));
    assert_eq!(state.document.map.scheme(), Scheme::Manual);
    set_map(&mut state, |map| map.kind = change(2020));
    assert_eq!(state.document.map.scheme(), Scheme::Quantile);
    set_map(&mut state, |map| map.classes.set_manual(vec![-100.0, 0.0, 100.0]));
    set_map(&mut state, |map| map.kind = MapKind::Value);
    assert_eq!(state.document.map.scheme(), Scheme::FisherJenks);
    set_map(&mut state, |map| map.kind = change(2022));
    assert_eq!(state.document.map.scheme(), Scheme::Quantile);
}

#[test]
fn a_setting_can_return_to_automatic() {
    let mut state = state();
    let before = (state.model.palette, state.model.class_count);
    set_map(&mut state, |map| map.palette.id = Some("viridis".into()));
    set_map(&mut state, |map| map.classes.set_count(Some(3)));
    assert_eq!((state.model.palette, state.model.class_count), ("viridis", 3));
    set_map(&mut state, |map| map.classes.set_manual(vec![150.0, 200.0]));
    set_map(&mut state, |map| map.classes.set_count(None));
    assert_eq!(
        state.document.map.scheme(),
        Scheme::FisherJenks,
        "breaks set by hand are as many as were set"
    );
    set_map(&mut state, |map| map.palette.id = None);
    assert_eq!((state.model.palette, state.model.class_count), before);
}

#[test]
fn an_indicator_is_imported_one_way_whoever_asks_for_it() {
    let by_name = |state: &mut State, id: &str| drop(update(state, Action::SetIndicator(id.into())));
    let by_spec = |state: &mut State, id: &str| set_map(state, |map| map.indicator = id.into());
    let seen = |ask: &dyn Fn(&mut State, &str)| {
        let mut state = state();
        ask(&mut state, "residenti");
        set_map(&mut state, |map| map.kind = two("eta_media"));
        ask(&mut state, "eta_media");
        let swapped = state.document.map.clone();
        set_map(&mut state, |map| map.kind = MapKind::Value);
        ask(&mut state, "residenti");
        set_map(&mut state, |map| map.date = date(2019));
        set_map(&mut state, |map| map.classes.set_manual(vec![1000.0, 10_000.0]));
        ask(&mut state, "eta_media");
        (swapped, state.document.map, state.notice.expect("a notice").text, state.settings.recent)
    };
    let (swapped, map, text, _) = seen(&by_spec);
    assert_eq!((swapped.indicator.as_str(), swapped.kind), ("eta_media", two("residenti")));
    // Ages exist from 2022 (sample_data/popolazione_eta.csv), totals also for 2019.
    assert_eq!((map.date, map.scheme()), (date(2022), Scheme::FisherJenks));
    assert!(text.contains("1/1/2019") && text.contains("1/1/2022"), "{text}");
    assert_eq!(seen(&by_spec), seen(&by_name));
}

#[test]
fn a_date_the_indicator_lacks_gives_way_to_the_nearest() {
    let mut state = state();
    set_map(&mut state, |map| map.date = date(2019));
    assert_eq!((&*state.document.map.indicator, state.document.map.date), ("indice_vecchiaia", date(2022)));
    let notice = state.notice.as_ref().expect("a notice");
    assert!(!notice.is_error && notice.text.contains("1/1/2022"), "{}", notice.text);
}

#[test]
fn what_is_asked_for_with_another_kind_stays() {
    let mut state = state();
    set_map(&mut state, |map| {
        map.kind = change(2022);
        map.palette.id = Some("pu_or".into());
        map.classes.count = Some(4);
    });
    assert_eq!((state.model.palette, state.model.class_count), ("pu_or", 4));
    set_map(&mut state, |map| map.kind = MapKind::Value);
    assert_eq!((&state.document.map.palette.id, state.document.map.classes.count), (&None, None), "its own");
}
