//! What the card of a territory tells beyond its value, by kind of map.

use crate::engine::{Card, State};
use crate::figure::behind_words;

use super::card::caption_of;

/// The values at both dates of a change, or that of the second of two indicators; nothing for a map of
/// values.
pub fn card_extra(state: &State, card: &Card) -> Vec<String> {
    let Some(indicator) = state.indicator() else { return Vec::new() };
    let caption = caption_of(state, card, indicator);
    behind_words(&state.document.map, caption, &state.bundle.atlas, &card.behind)
}
