//! Which indicator is shown.

use crate::document::ElementKind;
use crate::i18n::italian::Preposition;
use crate::i18n::{self, texts};
use crate::stats::classes::Scheme;

use super::kind;
use super::state::{Notice, State};

/// Another indicator may lack the date shown: then the nearest it has, and the user is told.
pub(super) fn set_indicator(state: &mut State, id: String) {
    let atlas = &state.bundle.atlas;
    if atlas.published(&id).is_some() {
        return set_published(state, id);
    }
    let Some(indicator) = atlas.catalogue.get(&id) else { return };
    // Back from a published table the map is as it was left.
    if state.document.published.take().is_some() && id == state.document.map.indicator {
        return;
    }
    let wanted = state.document.map.date;
    let lang = state.settings.lang;
    let Some(date) = atlas.nearest_date(indicator, wanted) else {
        let text = texts::notice_no_dates(lang, lang.pick(&indicator.name));
        state.notice = Some(Notice { text, is_error: true });
        return;
    };
    if date != wanted {
        let [wanted, shown] = [wanted, date].map(|date| i18n::joined_date(lang, Preposition::A, date));
        let text = texts::notice_other_date(lang, lang.pick(&indicator.name), wanted, shown);
        state.notice = Some(Notice { text, is_error: false });
    }
    state.document.map.date = date;
    // Breaks set by hand were for other numbers.
    if state.document.map.scheme() == Scheme::Manual {
        state.document.map.classes.scheme = None;
        state.document.map.classes.manual.clear();
    }
    state.document.map.palette.centre = None;
    state.settings.saw(&id);
    kind::set_first(state, id);
    kind::settle(state);
}

/// The areas of a published table have no borders to draw: its values stand below the map.
fn set_published(state: &mut State, id: String) {
    state.settings.saw(&id);
    state.settings.panels.list = true;
    if state.document.published.as_ref().is_none_or(|published| published.indicator != id) {
        state.document.show_published(&id, &state.bundle.atlas);
    }
    if state.document.element(state.settings.tab).is_none() {
        state.settings.tab = ElementKind::Series;
    }
}
