//! What if: everything computed again with the Ambiti of a hypothesis.

use std::sync::Arc;

use super::atlas::Atlas;
use super::hypothesis::{Hypothesis, WhatIf, WhatIfError, moved, regrouped};
use super::territory::Territories;

impl Atlas {
    /// The same data with the Ambiti of a hypothesis; with the official ones if it moves nothing. What was published of an Ambito that
    /// has changed is no longer that of its unit.
    ///
    /// # Errors
    /// See [`WhatIfError`].
    pub fn under(&self, what_if: &WhatIf) -> Result<Self, WhatIfError> {
        let official = self.official();
        let comuni = regrouped(official, what_if)?;
        let moved = moved(official, &comuni);
        let mut atlas = self.clone();
        if moved.is_empty() {
            atlas.territories = official.clone();
            atlas.hypothesis = None;
        } else {
            let same = |_| WhatIfError::SameName(String::new());
            atlas.territories = Territories::new(comuni).map_err(same)?;
            let (what_if, official) = (what_if.clone(), official.clone());
            atlas.hypothesis = Some(Arc::new(Hypothesis { what_if, official, moved }));
        }
        atlas
            .areas
            .link(&atlas.territories, |code| atlas.hypothesis.as_ref().is_some_and(|it| it.touches(code)));
        Ok(atlas)
    }

    /// The hypothesis in force, if the Ambiti are not the official ones.
    pub fn hypothesis(&self) -> Option<&Hypothesis> {
        self.hypothesis.as_deref()
    }

    /// The hypothesis in force, or that the Ambiti are the official ones.
    pub fn what_if(&self) -> WhatIf {
        self.hypothesis().map(|hypothesis| hypothesis.what_if.clone()).unwrap_or_default()
    }

    /// The official grouping, whatever hypothesis is in force.
    pub fn official(&self) -> &Territories {
        self.hypothesis().map_or(&self.territories, |hypothesis| &hypothesis.official)
    }
}
