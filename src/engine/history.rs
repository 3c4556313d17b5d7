//! Undo and redo: snapshots of the small document. Data tables are shared and stay outside.

use crate::document::{Document, MapSpec};

/// The most steps kept.
const LIMIT: usize = 200;

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
