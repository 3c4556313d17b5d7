//! Selecting many territories at once: by a condition, or by inverting the selection.

use crate::base::{Code, Date};
use crate::data::{Condition, Matched};
use crate::figure::reference_phrase;
use crate::i18n::{self, texts};

use super::state::{Notice, State};

/// Selects the units of the level shown that meet a condition, and reports how many did and how many had no value. A
/// condition that cannot be parsed only changes the notice.
pub(super) fn choose_where(state: &mut State, text: &str) {
    let (atlas, lang) = (&state.bundle.atlas, state.settings.lang);
    let spec = &state.document.map;
    let matched =
        Condition::parse(text, atlas, &state.document.sets).map_err(|error| lang.condition_error(&error));
    let matched = matched.and_then(|condition| {
        let matched = condition.matching(atlas, spec.level, spec.date, spec.method);
        matched.map_err(|error| lang.atlas_error(&error))
    });
    let notice = match matched {
        Err(text) => Notice::error(text),
        Ok(matched) => {
            let text = outcome(state, &matched);
            state.document.map.selected = codes(state, matched.units.into_iter());
            Notice::info(text)
        }
    };
    state.notice = Some(notice);
}

/// Selects the units of the level shown that share no Comune with the selection.
pub(super) fn invert(state: &mut State) {
    let spec = &state.document.map;
    let Ok(selected) = state.bundle.atlas.territories.sharing(spec.level, &spec.selected) else { return };
    state.document.map.selected = codes(state, (0..selected.len()).filter(|&unit| !selected[unit]));
}

fn codes(state: &State, units: impl Iterator<Item = usize>) -> Vec<Code> {
    let all = state.bundle.atlas.territories.units(state.document.map.level);
    units.map(|unit| all[unit].code.clone()).collect()
}

/// The notice: how many were selected, how many could not be decided, and which values are of another date than the
/// one shown.
fn outcome(state: &State, matched: &Matched) -> String {
    let lang = state.settings.lang;
    let count = |n: usize| i18n::number(lang, n as f64, 0);
    let mut sentences = vec![match matched.units.len() {
        0 => lang.text(texts::SELECTED_WHERE_NONE).to_owned(),
        n => texts::selected_where(lang, count(n), count(matched.of)),
    }];
    if matched.undecided > 0 {
        sentences.push(texts::selected_undecided(lang, count(matched.undecided)));
    }
    for (id, date) in &matched.other_dates {
        let indicator = state.bundle.atlas.catalogue.get(id);
        let name = indicator.map_or("", |indicator| lang.pick(&indicator.name));
        let at = |date: Date| {
            let at = indicator.map_or(date.into(), |indicator| indicator.period.ending(date));
            reference_phrase(lang, at)
        };
        let dates = [state.document.map.date, *date].map(at);
        sentences.push(texts::selected_other_date(lang, name, &dates[0], &dates[1]));
    }
    sentences.join(" ")
}
