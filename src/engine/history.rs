//! Undo and redo: snapshots of the small document. Data tables are shared and stay outside.

use std::sync::Arc;

use crate::data::{NamedSet, Reference};
use crate::document::{KeptFigure, MapSpec, ScatterView};

use super::settings::SeriesView;
use super::table::TableState;

/// The most steps kept.
const LIMIT: usize = 200;

/// What the views below the map show. Some of it is remembered from day to day as the user's habit, and undone all the
/// same.
#[derive(Clone, Debug, PartialEq)]
pub struct Views {
    /// How the scatterplot shows its points.
    pub scatter: ScatterView,
    /// The indicator across it, once picked.
    pub scatter_x: Option<String>,
    /// How the time series is drawn.
    pub series: SeriesView,
    /// Whether the ranking shows the range of the Comuni.
    pub ranking_range: bool,
    /// The table.
    pub table: TableState,
    /// Id of the indicator as published that stands in place of the map's.
    pub published: Option<String>,
    /// The year or date it is ranked at, once picked.
    pub published_at: Option<Reference>,
}

/// Everything that can be undone.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The map.
    pub map: MapSpec,
    /// The views below it.
    pub views: Views,
    /// The figures kept, shared between the steps that do not change them.
    pub figures: Vec<Arc<KeptFigure>>,
    /// Choices kept under a name.
    pub sets: Vec<NamedSet>,
    /// Id of the one in sight, none for the map: going back shows where something changed.
    pub composing: Option<u64>,
}

impl Document {
    /// Whether only what is in sight differs, if anything: looking elsewhere is no step.
    pub fn is_same_work(&self, other: &Self) -> bool {
        (&self.map, &self.views, &self.figures, &self.sets)
            == (&other.map, &other.views, &other.figures, &other.sets)
    }
}

/// What was seen before, and what was undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Document>,
    future: Vec<Document>,
}

impl History {
    /// Keeps what stood before a change. What had been undone is no longer ahead.
    pub fn record(&mut self, before: Document) {
        self.future.clear();
        if self.past.len() == LIMIT {
            self.past.remove(0);
        }
        self.past.push(before);
    }

    /// Forgets the last step when it leads to what is there anyway: a movement that came back to its start.
    /// Says whether it did.
    pub fn drop_empty_step(&mut self, now: &Document) -> bool {
        self.past.pop_if(|before| before == now).is_some()
    }

    /// The document one step back, `now` being put ahead.
    pub fn undo(&mut self, now: &Document) -> Option<Document> {
        let before = self.past.pop()?;
        self.future.push(now.clone());
        Some(before)
    }

    /// The document one step forth.
    pub fn redo(&mut self, now: &Document) -> Option<Document> {
        let after = self.future.pop()?;
        self.past.push(now.clone());
        Some(after)
    }

    /// The latest map of the past that is as asked.
    pub fn latest(&self, mut asked: impl FnMut(&MapSpec) -> bool) -> Option<&MapSpec> {
        self.past.iter().rev().map(|before| &before.map).find(|spec| asked(spec))
    }

    /// How many steps can be undone.
    pub fn undo_steps(&self) -> usize {
        self.past.len()
    }

    /// How many steps can be redone.
    pub fn redo_steps(&self) -> usize {
        self.future.len()
    }
}
