//! From the current map to the requested one: what follows from each change.

use crate::base::Level;
use crate::data::{Atlas, Kind, Method};
use crate::document::element::Spec;
use crate::document::{MapKind, MapSpec, Representation};
use crate::figure::{Asked, reference_phrase};
use crate::i18n::{Lang, texts};
use crate::stats::classes::Scheme;

use super::state::{Notice, State};

/// Shows the map with this spec. Settings that the spec leaves unchanged adapt to those it changes; a requested
/// setting is kept, and refused where it cannot be drawn. Only a date gives way to the nearest one the indicator has,
/// and the user is told.
pub(super) fn show(state: &mut State, asked: &MapSpec) {
    let (atlas, now, lang) = (&state.bundle.atlas, &state.document.map, state.settings.lang);
    let mut map = asked.clone();
    let mut message = None;
    let is_other = asked.indicator != now.indicator;
    if is_other || asked.date != now.date {
        match settle_date(&mut map, atlas, lang) {
            Ok(notice) => message = notice,
            Err(text) => {
                state.notice = Some(Notice::error(text));
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
            message = Some(text);
        }
    }
    // Nothing is known below the level that values were given at.
    let known = atlas.known_together(map.indicators());
    if known > Level::Comuni {
        // Means, lowest and highest are those of Comuni, which have no values here.
        map.method = Method::Pooled;
    }
    if map.level < known {
        map.level = known;
        let name = atlas.caption(&map.indicator).map(|caption| lang.pick(caption.name)).unwrap_or_default();
        message = Some(texts::notice_known_only_at(lang, name, lang.one_of_level(known)));
    }
    let before = state.history.latest(|spec| spec.kind.is_like(&map.kind));
    settle_looks(&mut map, asked, now, before, atlas);
    if is_other && atlas.catalogue.get(&map.indicator).is_some() {
        state.settings.saw(&map.indicator);
    }
    state.document.map = map;
    if let Some(text) = message {
        state.notice = Some(Notice::info(text));
    }
}

/// Moves to the nearest date the indicator has, and returns a message if it differs. Unknown indicators are refused
/// later, by the map.
///
/// # Errors
/// The message that there is no date.
fn settle_date(map: &mut MapSpec, atlas: &Atlas, lang: Lang) -> Result<Option<String>, String> {
    let Some(indicator) = atlas.catalogue.get(&map.indicator) else { return Ok(None) };
    let name = lang.pick(&indicator.name);
    let Some(date) = atlas.nearest_date(indicator, map.date) else {
        return Err(texts::notice_no_dates(lang, name));
    };
    let wanted = std::mem::replace(&mut map.date, date);
    let [asked, shown] = [wanted, date].map(|date| reference_phrase(lang, indicator.period.ending(date)));
    Ok((date != wanted).then(|| texts::notice_other_date(lang, name, asked, shown)))
}

/// Settles classes and colours that were not asked for. Another kind of map has its own: those it had when it was
/// last shown (`before`), else the default ones. Manual breaks and the centre of a palette belong to the numbers they
/// were set for.
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
        // What was usual for one indicator gives way to what is usual for another; so do circles chosen for a count.
        let was_count = atlas.catalogue.get(&now.indicator).is_some_and(|own| own.kind == Kind::Count);
        if is_other && (was_count || now.representation == now.usual_representation(atlas)) {
            map.representation = map.usual_representation(atlas);
        }
        if kind.is_some_and(|kind| !Asked::Circles.is_allowed(kind.scale())) {
            map.representation = Representation::Choropleth;
        }
    }
}
