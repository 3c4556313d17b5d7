//! What a canvas draws: the map of the window, or another one beside it.

use std::ops::Deref;
use std::sync::Arc;

use crate::data::Indicator;
use crate::document::MapSpec;
use crate::engine::State;
use crate::figure::MapModel;

/// The state with the map that is drawn; all else is that of the window.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    state: &'a State,
    pub map: &'a MapSpec,
    pub model: &'a Arc<MapModel>,
}

impl<'a> Shown<'a> {
    /// The map of the window.
    pub fn of(state: &'a State) -> Self {
        Self { state, map: &state.document.map, model: &state.model }
    }

    /// Another map beside it.
    pub fn beside(state: &'a State, map: &'a MapSpec, model: &'a Arc<MapModel>) -> Self {
        Self { state, map, model }
    }

    /// The indicator of the map that is drawn.
    pub fn indicator(&self) -> Option<&'a Indicator> {
        self.state.bundle.atlas.catalogue.get(&self.map.indicator)
    }
}

impl Deref for Shown<'_> {
    type Target = State;

    fn deref(&self) -> &State {
        self.state
    }
}
