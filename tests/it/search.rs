//! Search for territories and indicators by name, on the embedded territory.

use std::sync::{Arc, LazyLock};

use atlante::base::{Code, Level};
use atlante::engine::search::{Hit, HitKind, search};
use atlante::engine::{Action, Effect, Framing, Settings, State, update};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::stats::classes::Scheme;

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

fn hits(typed: &str) -> Vec<Hit> {
    search(&BUNDLE, &[], typed, Lang::It, 8)
}

fn first(typed: &str) -> String {
    hits(typed).first().map_or_else(|| "nothing".to_owned(), |hit| format!("{} ({})", hit.name, hit.context))
}

fn code_of_first(typed: &str) -> Option<String> {
    match &hits(typed).first()?.kind {
        HitKind::Territory(_, code) => Some(code.to_string()),
        HitKind::Indicator(_) | HitKind::Set(_) => None,
    }
}

#[test]
fn the_first_hit_is_the_one_meant() {
    for (typed, expected) in [
        ("cesano", "Cesano Boscone (Comune · Ambito di Corsico)"),
        ("boscone", "Cesano Boscone (Comune · Ambito di Corsico)"),
        ("BOSCONE cesano", "Cesano Boscone (Comune · Ambito di Corsico)"),
        ("milano", "Milano (Comune · Ambito di Milano Città)"),
        ("milano città", "Ambito di Milano Città (Ambito territoriale · 1 Comune)"),
        ("citta milano", "Ambito di Milano Città (Ambito territoriale · 1 Comune)"),
        ("ambito di corsico", "Ambito di Corsico (Ambito territoriale · 6 Comuni)"),
        ("comune di corsico", "Corsico (Comune · Ambito di Corsico)"),
        ("asst lodi", "ASST Lodi (ASST · 61 Comuni)"),
        // Apostrophes, hyphens, joined words.
        ("cassano d adda", "Cassano d'Adda (Comune · Ambito di Melzo)"),
        ("cassano d’adda", "Cassano d'Adda (Comune · Ambito di Melzo)"),
        ("cassano dadda", "Cassano d'Adda (Comune · Ambito di Melzo)"),
        ("santangelo", "Sant'Angelo Lodigiano (Comune · Ambito di Lodi)"),
        ("san-donato", "San Donato Milanese (Comune · Ambito di San Giuliano Milanese)"),
        ("eta media", "Età media (Indicatore · Struttura per età)"),
        ("vecchiaia", "Indice di vecchiaia (Indicatore · Struttura per età)"),
    ] {
        assert_eq!(first(typed), expected, "{typed}");
    }
}

#[test]
fn typing_errors_are_forgiven_and_numbers_are_not() {
    for (typed, expected) in [
        ("cesnao", "Cesano Boscone"),
        ("milnao", "Milano"),
        ("abiategraso", "Abbiategrasso"),
        ("abiategr", "Abbiategrasso"),
        ("chinisello", "Cinisello Balsamo"),
        ("sesto san giovani", "Sesto San Giovanni"),
        ("indice di vechiaia", "Indice di vecchiaia"),
    ] {
        assert_eq!(hits(typed).first().map(|hit| hit.name.as_str()), Some(expected), "{typed}");
    }
    // One letter of three could be anything; another code is another Comune.
    for typed in ["rxo", "999999", "015999", "xyzzyx", "", " -' "] {
        assert_eq!(hits(typed), [], "{typed}");
    }
}

#[test]
fn a_comune_and_its_ambito_of_the_same_name_come_together() {
    let corsico: Vec<(String, String)> =
        hits("corsico").into_iter().take(2).map(|h| (h.name, h.context)).collect();
    let expected =
        [("Corsico", "Comune · Ambito di Corsico"), ("Ambito di Corsico", "Ambito territoriale · 6 Comuni")];
    assert_eq!(corsico, expected.map(|(name, context)| (name.to_owned(), context.to_owned())));
}

#[test]
fn what_is_as_published_is_found_and_marked() {
    let hit = hits("spesa pro capite").into_iter().find(|hit| hit.name == "Spesa sociale pro capite");
    let hit = hit.expect("found");
    assert!(hit.context.ends_with("come pubblicato"), "{}", hit.context);
    assert_eq!(hit.kind, HitKind::Indicator("spesa_sociale_pro_capite".into()));
    // Of two equal matches the computed indicator comes first.
    assert_eq!(hits("indice di vecchiaia")[0].kind, HitKind::Indicator("indice_vecchiaia".into()));
}

#[test]
fn names_that_begin_as_typed_come_before_others_and_larger_before_smaller() {
    let names: Vec<String> = hits("san").into_iter().map(|hit| hit.name).collect();
    assert_eq!(
        names[..2],
        ["San Giuliano Milanese", "Ambito di San Giuliano Milanese"],
        "the Comune and its Ambito"
    );
    assert_eq!(names[2], "San Donato Milanese");
    assert!(!names.contains(&"Sesto San Giovanni".to_owned()), "{names:?}");
    assert_eq!(search(&BUNDLE, &[], "san", Lang::It, 3).len(), 3);
}

#[test]
fn an_istat_code_finds_its_comune_even_without_its_leading_zero() {
    assert_eq!(code_of_first("015146").as_deref(), Some("015146"));
    assert_eq!(code_of_first("15146").as_deref(), Some("015146"));
    assert_eq!(code_of_first("098031").as_deref(), Some("098031"));
}

#[test]
fn every_territory_and_indicator_is_found_by_its_own_name_in_both_languages() {
    for lang in Lang::ALL {
        for level in Level::ALL {
            for unit in BUNDLE.atlas.territories.units(level) {
                let wanted = HitKind::Territory(level, unit.code.clone());
                assert!(
                    search(&BUNDLE, &[], &unit.name, lang, 4).iter().any(|hit| hit.kind == wanted),
                    "{unit:?}"
                );
            }
        }
        for indicator in BUNDLE.atlas.catalogue.indicators() {
            let found = search(&BUNDLE, &[], lang.pick(&indicator.name), lang, 4);
            assert_eq!(found[0].kind, HitKind::Indicator(indicator.id.clone()));
        }
    }
}

fn state() -> State {
    State::new(BUNDLE.clone(), Settings::default()).expect("the bundle has indicators")
}

#[test]
fn going_to_a_territory_selects_and_frames_it_and_can_be_undone() {
    let mut state = state();
    let ambito = match &hits("ambito di corsico")[0].kind {
        HitKind::Territory(Level::Ambiti, code) => code.clone(),
        other => panic!("not an Ambito: {other:?}"),
    };
    let frame = [Effect::Frame(Framing::Selected)];
    assert_eq!(update(&mut state, Action::GoTo(ambito.clone())), frame);
    assert_eq!(
        (&state.document.map.selected[..], state.document.map.level),
        (&[ambito.clone()][..], Level::Comuni)
    );
    // Again: the map moves again, without another step of undo.
    assert_eq!(update(&mut state, Action::GoTo(ambito)), frame);
    assert_eq!(state.history.undo_steps(), 1);
    update(&mut state, Action::Undo);
    assert!(state.document.map.selected.is_empty());
    assert_eq!(update(&mut state, Action::GoTo(Code::from("000000"))), [], "no such territory");
    assert_eq!(state.history.undo_steps(), 0);
}

#[test]
fn a_movement_is_one_undo_step_and_the_next_one_another() {
    let mut state = state();
    let before = state.document.map.clone();
    let drag = |state: &mut State, gesture, breaks: Vec<f64>| {
        let action = Action::map(&state.document.map, |map| map.classes.set_manual(breaks));
        update(state, Action::InGesture(gesture, Box::new(action)));
    };
    for i in 0..20 {
        drag(&mut state, 1, vec![150.0 + f64::from(i), 200.0]);
    }
    assert_eq!(state.history.undo_steps(), 1);
    assert_eq!(state.document.map.classes.manual, [169.0, 200.0]);
    drag(&mut state, 2, vec![160.0, 200.0]);
    assert_eq!(state.history.undo_steps(), 2);
    // Back to the start, as if nothing had happened; and forward again.
    drag(&mut state, 2, vec![169.0, 200.0]);
    assert_eq!(state.history.undo_steps(), 1);
    drag(&mut state, 2, vec![170.0, 200.0]);
    drag(&mut state, 2, vec![171.0, 200.0]);
    assert_eq!(state.history.undo_steps(), 2);
    // Something else in between ends the gesture.
    let turned = Action::map(&state.document.map, |map| map.palette.reversed = true);
    update(&mut state, turned);
    drag(&mut state, 2, vec![172.0, 200.0]);
    assert_eq!(state.history.undo_steps(), 4);
    for _ in 0..4 {
        update(&mut state, Action::Undo);
    }
    assert_eq!(state.document.map, before);
    assert_eq!(state.document.map.scheme(), Scheme::FisherJenks);
    // After an undo in the middle of a gesture, what follows is a separate step.
    drag(&mut state, 3, vec![150.0, 200.0]);
    update(&mut state, Action::Undo);
    drag(&mut state, 3, vec![151.0, 200.0]);
    assert_eq!(state.history.undo_steps(), 1);
    update(&mut state, Action::Undo);
    assert_eq!(state.document.map, before);
}
