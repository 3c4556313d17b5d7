//! What the card of a territory tells beyond its value, by kind of map.

use crate::engine::{Card, State};
use crate::figure::behind_words;

/// The values at both dates of a change, or that of the second of two indicators; nothing for a map of
/// values.
pub fn card_extra(state: &State, card: &Card) -> Vec<String> {
    behind_words(&state.document.map, &state.bundle.atlas, &card.behind)
}
