//! Undo and redo: snapshots of the small document, and of the contents of the project where a step changed them. The
//! data of unchanged contents are shared.

use std::sync::Arc;

use crate::document::{Document, MapSpec};
use crate::io::project::ProjectFile;

/// The most steps that are kept.
const LIMIT: usize = 200;

/// A state to return to.
#[derive(Clone, Debug)]
pub struct Step {
    pub document: Document,
    /// The contents of the project, if the step added data to it or removed some.
    pub contents: Option<Arc<ProjectFile>>,
}

/// Past states, and those that were undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
}

impl History {
    /// Records the state before a change, and drops what could have been redone.
    pub fn record(&mut self, before: Step) {
        self.future.clear();
        if self.past.len() == LIMIT {
            self.past.remove(0);
        }
        self.past.push(before);
    }

    /// Drops the last step if it leads to the current state anyway, as when a drag returned to its start. Returns
    /// whether it did.
    pub(crate) fn drop_empty_step(&mut self, now: &Document) -> bool {
        self.past.pop_if(|before| before.contents.is_none() && before.document == *now).is_some()
    }

    /// The state one step back; the current one becomes the state to redo.
    pub fn undo(&mut self, now: &Document, contents: &Arc<ProjectFile>) -> Option<Step> {
        let before = self.past.pop()?;
        self.future.push(before.opposite(now, contents));
        Some(before)
    }

    /// The state one step forward.
    pub(crate) fn redo(&mut self, now: &Document, contents: &Arc<ProjectFile>) -> Option<Step> {
        let after = self.future.pop()?;
        self.past.push(after.opposite(now, contents));
        Some(after)
    }

    /// The contents of the project before the last step, if that step changed them.
    pub fn contents_before(&self) -> Option<&Arc<ProjectFile>> {
        self.past.last()?.contents.as_ref()
    }

    /// The most recent past map that meets a condition.
    pub fn latest(&self, mut asked: impl FnMut(&MapSpec) -> bool) -> Option<&MapSpec> {
        self.past.iter().rev().map(|before| &before.document.map).find(|spec| asked(spec))
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

impl Step {
    /// The step that leads back from this one to the current state.
    fn opposite(&self, now: &Document, contents: &Arc<ProjectFile>) -> Self {
        Self { document: now.clone(), contents: self.contents.as_ref().map(|_| Arc::clone(contents)) }
    }
}
