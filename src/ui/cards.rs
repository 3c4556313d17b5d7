//! The visible cards, recomputed only when their contents have changed.

use std::sync::Arc;

use crate::base::Code;
use crate::engine::{Card, State};
use crate::figure::MapModel;

/// The territory under the pointer (or else the last one selected), followed by the pinned ones.
#[derive(Default)]
pub(crate) struct Cards {
    key: Option<(Arc<MapModel>, Vec<Code>)>,
    cards: Vec<Card>,
}

impl Cards {
    /// The cards to show; `hovered` is the position of the unit under the pointer.
    pub fn of(&mut self, state: &State, hovered: Option<usize>) -> &[Card] {
        let units = state.bundle.atlas.territories.units(state.document.map.level);
        let pointed = hovered.and_then(|unit| units.get(unit)).map(|unit| unit.code.clone());
        let first = pointed.or_else(|| state.document.map.selected.last().cloned());
        let pinned = state.pinned.iter().filter(|code| Some(*code) != first.as_ref());
        let codes: Vec<Code> = first.iter().chain(pinned).cloned().collect();
        let fresh = self
            .key
            .as_ref()
            .is_some_and(|(model, shown)| Arc::ptr_eq(model, &state.model) && *shown == codes);
        if !fresh {
            self.cards = codes.iter().filter_map(|code| Card::new(state, code)).collect();
            self.key = Some((state.model.clone(), codes));
        }
        &self.cards
    }
}
