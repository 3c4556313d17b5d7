//! What the card of a territory shows beyond its value, by kind of map.

use crate::data::{Caption, Indicator};
use crate::engine::{Card, State};
use crate::figure::{behind_words, mapped_caption};

/// The values at both dates of a change, or that of the second of two indicators; empty for a map of values.
pub(crate) fn card_extra(state: &State, card: &Card) -> Vec<String> {
    let Some(indicator) = state.indicator() else { return Vec::new() };
    let caption = caption_of(state, card, indicator);
    behind_words(&state.document.map, caption, &state.bundle.atlas, &card.behind)
}

/// The indicator with the decimals at which a change agrees with its two values.
pub(super) fn caption_of<'a>(state: &State, card: &Card, indicator: &'a Indicator) -> Caption<'a> {
    let unit = state.model.table.rows.iter().position(|row| row.code == card.code);
    if let Some(unit) = unit.filter(|_| card.level == state.document.map.level) {
        return state.model.caption_of(indicator, unit);
    }
    mapped_caption(&state.document.map, indicator, &card.behind)
}
