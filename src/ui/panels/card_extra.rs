//! What the card of a territory tells beyond its value, by kind of map.

use crate::engine::State;
use crate::figure::behind;

/// The values at both dates of a change, or that of the second of two indicators; nothing for a map of
/// values.
pub fn card_extra(state: &State, unit: usize) -> Vec<String> {
    behind(&state.spec, &state.model, &state.bundle.atlas, unit)
}
