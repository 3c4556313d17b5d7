//! The finest units at which values are known: the Comuni, or those of a file that only has values of Ambiti, ASST or ATS. A group is
//! known where it is made of whole units.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::base::Level;

use super::atlas::Atlas;
use super::indicator::Indicator;
use super::term::Term;
use super::territory::Unit;

/// The units of a level, as the official grouping has them: values are of those, whatever a hypothesis makes of the Ambiti.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grain<'a> {
    pub level: Level,
    pub units: &'a [Unit],
}

impl Grain<'_> {
    /// The positions of the units that these Comuni are; `None` where they are no whole units.
    pub fn parts<'m>(&self, comuni: &'m [usize]) -> Option<Cow<'m, [usize]>> {
        if self.level == Level::Comuni {
            return Some(Cow::Borrowed(comuni));
        }
        let there: FxHashSet<usize> = comuni.iter().copied().collect();
        let is_within = |unit: &Unit| unit.members.iter().all(|member| there.contains(member));
        let parts: Vec<usize> = (0..self.units.len()).filter(|&i| is_within(&self.units[i])).collect();
        let covered: usize = parts.iter().map(|&i| self.units[i].members.len()).sum();
        (covered == there.len() && covered > 0).then_some(Cow::Owned(parts))
    }
}

impl Atlas {
    /// The finest level at which an indicator has values: where it is made of several variables, that of the coarsest.
    pub fn known_at(&self, indicator: &Indicator) -> Level {
        self.grain(indicator.terms()).level
    }

    /// The finest level at which all these indicators have values. Those as published have none at any level.
    pub fn known_together<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> Level {
        let levels = ids.into_iter().filter_map(|id| Some(self.known_at(self.catalogue.get(id)?)));
        levels.max().unwrap_or(Level::Comuni)
    }

    /// Tells every indicator at which level it is known, once all datasets are there.
    pub(crate) fn settle_levels(&mut self) {
        if self.datasets.iter().all(|dataset| dataset.meta.level == Level::Comuni) {
            return;
        }
        let levels = self.catalogue.indicators().iter().map(|indicator| self.known_at(indicator));
        self.catalogue.set_levels(levels.collect());
    }

    pub(super) fn grain<'t>(&self, terms: impl Iterator<Item = &'t Term> + Clone) -> Grain<'_> {
        // Nearly every dataset is of Comuni.
        let coarse = self.datasets.iter().filter(|dataset| dataset.meta.level != Level::Comuni);
        let has_one = |dataset: &&super::Dataset| {
            terms.clone().flat_map(Term::variables).any(|(name, _)| dataset.has(name))
        };
        let level = coarse.filter(has_one).map(|dataset| dataset.meta.level).max();
        self.grain_at(level.unwrap_or(Level::Comuni))
    }

    pub(super) fn grain_at(&self, level: Level) -> Grain<'_> {
        Grain { level, units: self.official().units(level) }
    }
}
