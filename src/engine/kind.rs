//! Going from one kind of map to another, and keeping it possible when indicator or date change.

use crate::document::MapKind;
use crate::stats::classes::Scheme;

use super::state::{Notice, State};

/// Makes the map of that kind. One that was seen before comes back with its colours and classes.
pub(super) fn set(state: &mut State, mut kind: MapKind) {
    let spec = &mut state.document.map;
    kind.put_in_order(&mut spec.date);
    let manual = spec.scheme() == Scheme::Manual;
    if spec.kind.is_like(&kind) {
        if manual && spec.kind != kind {
            // Breaks set by hand were for other differences.
            spec.classes.scheme = None;
        }
        spec.kind = kind;
        return;
    }
    let before = state.history.latest(|spec| spec.kind.is_like(&kind)).cloned();
    spec.set_kind(kind);
    if let Some(before) = before {
        if before.scheme() != Scheme::Manual {
            spec.classes = before.classes;
        }
        spec.palette = before.palette;
        if before.indicator != spec.indicator {
            spec.palette.centre = None;
        }
    }
}

/// Shows another indicator first. The one that was second then changes places with it.
pub(super) fn set_first(state: &mut State, id: String) {
    let spec = &mut state.document.map;
    let old = std::mem::replace(&mut spec.indicator, id);
    spec.kind.give_way(&spec.indicator, &old);
}

/// After the indicator or the date have changed: another starting date where the old one does not serve, and
/// back to the value, with a word on why, where the kind of map is no longer possible.
pub(super) fn settle(state: &mut State) {
    let (atlas, spec, lang) = (&state.bundle.atlas, &mut state.document.map, state.settings.lang);
    let Err(text) = spec.kind.settle(&spec.indicator, spec.date, atlas, lang) else { return };
    state.notice = Some(Notice { text, is_error: false });
    set(state, MapKind::default());
}
