//! From the map shown to the one asked for: what follows from what was changed.

use crate::data::Atlas;
use crate::document::{MapKind, MapSpec, Representation};
use crate::figure::Asked;
use crate::i18n::italian::Preposition;
use crate::i18n::{self, Lang, texts};
use crate::stats::classes::Scheme;

use super::state::{Notice, State};

/// Shows the map as that spec says. What the spec leaves as it is on the map goes along with what it changes; what it asks for
/// stays, and where it cannot be drawn it is refused. A date alone gives way to the nearest the indicator has, and the user is told.
pub(super) fn show(state: &mut State, asked: &MapSpec) {
    let (atlas, now, lang) = (&state.bundle.atlas, &state.document.map, state.settings.lang);
    let mut map = asked.clone();
    let mut told = None;
    let is_other = asked.indicator != now.indicator;
    if is_other || asked.date != now.date {
        match settle_date(&mut map, atlas, lang) {
            Ok(notice) => told = notice,
            Err(text) => {
                state.notice = Some(Notice { text, is_error: true });
                return;
            }
        }
    }
    if asked.kind != now.kind {
        map.kind.put_in_order(&mut map.date);
    } else if is_other || asked.date != now.date {
        map.kind.give_way(&map.indicator, &now.indicator);
        if let Err(text) = map.kind.settle(&map.indicator, map.date, atlas, lang) {
            map.kind = MapKind::default();
            told = Some(text);
        }
    }
    let before = state.history.latest(|spec| spec.kind.is_like(&map.kind));
    settle_looks(&mut map, asked, now, before, atlas);
    if is_other && atlas.catalogue.get(&map.indicator).is_some() {
        state.settings.saw(&map.indicator);
    }
    state.document.map = map;
    if let Some(text) = told {
        state.notice = Some(Notice { text, is_error: false });
    }
}

/// The nearest date the indicator has, and a word on it where it is another. An indicator that nobody knows is refused by the map.
///
/// # Errors
/// There is no date, in words.
fn settle_date(map: &mut MapSpec, atlas: &Atlas, lang: Lang) -> Result<Option<String>, String> {
    let Some(indicator) = atlas.catalogue.get(&map.indicator) else { return Ok(None) };
    let name = lang.pick(&indicator.name);
    let Some(date) = atlas.nearest_date(indicator, map.date) else {
        return Err(texts::notice_no_dates(lang, name));
    };
    let wanted = std::mem::replace(&mut map.date, date);
    let [asked, shown] = [wanted, date].map(|date| i18n::joined_date(lang, Preposition::A, date));
    Ok((date != wanted).then(|| texts::notice_other_date(lang, name, asked, shown)))
}

/// Classes and colours that were not asked for. Another sort of map has its own: as it was left when it was last seen (`before`),
/// else the usual ones. Breaks set by hand and the value at the middle of a palette were for the numbers they were set on.
fn settle_looks(map: &mut MapSpec, asked: &MapSpec, now: &MapSpec, before: Option<&MapSpec>, atlas: &Atlas) {
    let is_other = asked.indicator != now.indicator;
    let mut own = now.clone();
    own.set_kind(map.kind.clone());
    if let Some(before) = before.filter(|_| !map.kind.is_like(&now.kind)) {
        if before.scheme() != Scheme::Manual {
            own.classes = before.classes.clone();
        }
        own.palette = before.palette.clone();
        if before.indicator != map.indicator {
            own.palette.centre = None;
        }
    }
    if is_other {
        own.palette.centre = None;
    }
    if (is_other || asked.kind != now.kind) && own.scheme() == Scheme::Manual {
        own.classes.scheme = None;
        own.classes.manual.clear();
    }
    if asked.classes == now.classes {
        map.classes = own.classes;
    }
    if asked.palette == now.palette {
        map.palette = own.palette;
    }
    if asked.representation == now.representation {
        map.representation = own.representation;
        let kind = atlas.catalogue.get(&map.indicator).map(|indicator| indicator.kind);
        if kind.is_some_and(|kind| !Asked::Circles.is_allowed(kind.scale())) {
            map.representation = Representation::Choropleth;
        }
    }
}
