//! Undo and redo: snapshots of the small document. Data tables are shared and not part of it.

use crate::document::{Document, MapSpec};

/// The most steps that are kept.
const LIMIT: usize = 200;

/// Past states, and those that were undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Document>,
    future: Vec<Document>,
}

impl History {
    /// Records the state before a change, and drops what could have been redone.
    pub fn record(&mut self, before: Document) {
        self.future.clear();
        if self.past.len() == LIMIT {
            self.past.remove(0);
        }
        self.past.push(before);
    }

    /// Drops the last step if it leads to the current state anyway, as when a drag returned to its start. Returns
    /// whether it did.
    pub(crate) fn drop_empty_step(&mut self, now: &Document) -> bool {
        self.past.pop_if(|before| before == now).is_some()
    }

    /// The document one step back; `now` becomes the state to redo.
    pub fn undo(&mut self, now: &Document) -> Option<Document> {
        let before = self.past.pop()?;
        self.future.push(now.clone());
        Some(before)
    }

    /// The document one step forward.
    pub(crate) fn redo(&mut self, now: &Document) -> Option<Document> {
        let after = self.future.pop()?;
        self.past.push(now.clone());
        Some(after)
    }

    /// The most recent past map that meets a condition.
    pub fn latest(&self, mut asked: impl FnMut(&MapSpec) -> bool) -> Option<&MapSpec> {
        self.past.iter().rev().map(|before| &before.map).find(|spec| asked(spec))
    }

    /// The number of steps that can be undone.
    pub fn undo_steps(&self) -> usize {
        self.past.len()
    }

    /// The number of steps that can be redone.
    pub fn redo_steps(&self) -> usize {
        self.future.len()
    }
}
