//! The import in progress: which table is shown, and which jobs are running.

use crate::engine::shared::Shared;
use crate::i18n::{Lang, texts as t};
use crate::io::project::ProjectFile;
use crate::io::recipe::Recipe;

use super::answer::Terms;
use super::entry::{Entry, Standing};
use super::report::Ticket;

/// The import in progress.
#[derive(Clone, Debug, Default)]
pub struct Intake {
    /// Tables, and files that are not read yet or cannot be, in the order they were added.
    pub entries: Vec<Entry>,
    /// The table shown.
    pub shown: Option<u64>,
    /// Ids of indicators that would have no values, because their variables have no date in common.
    pub dateless: Vec<String>,
    /// Recipes that the user opened here.
    pub recipes: Vec<Recipe>,
    /// The number of folder listings in progress.
    pub(super) listing: usize,
    /// The last number given to an entry or a request.
    pub(super) last: u64,
    /// The number of the reading or drafting in progress.
    pub(super) under_way: Option<u64>,
    /// The number of the last request for drafts, and of the last answered one.
    pub(super) asked: u64,
    pub(super) answered: u64,
    /// Whether the last drafting broke off.
    pub(super) is_broken: bool,
    /// The project the drafts were made for.
    pub(super) project: Option<Shared<ProjectFile>>,
    /// Identifies jobs for this import.
    pub(super) ticket: Ticket,
}

impl Intake {
    /// The table with this number.
    pub fn entry(&self, id: u64) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The table shown.
    pub fn in_sight(&self) -> Option<&Entry> {
        self.shown.and_then(|id| self.entry(id)).or_else(|| self.entries.first())
    }

    /// Whether a job is running.
    pub fn is_busy(&self) -> bool {
        self.listing > 0 || self.under_way.is_some() || self.asked != self.answered
    }

    /// The tables that would be imported now.
    pub(crate) fn coming(&self) -> impl Iterator<Item = &Entry> {
        let comes = |entry: &&Entry| matches!(entry.standing(), Standing::Fine | Standing::Warnings);
        self.entries.iter().filter(comes).filter(|entry| entry.import().is_some())
    }

    /// Whether the user has entered anything that cancelling would lose.
    pub fn is_touched(&self) -> bool {
        let plain = |entry: &Entry| entry.answers == Default::default() && entry.terms == Terms::default();
        !self.entries.iter().all(plain)
    }

    /// Why nothing can be imported at the moment; `None` if something can.
    pub fn obstacle(&self, lang: Lang) -> Option<String> {
        if self.entries.is_empty() && self.listing == 0 {
            return Some(lang.text(t::INTAKE_NO_FILES).to_owned());
        }
        if self.is_busy() || self.entries.iter().any(|entry| entry.standing() == Standing::Reading) {
            return Some(lang.text(t::INTAKE_BUSY).to_owned());
        }
        let waits = |entry: &&Entry| entry.standing() == Standing::ToDecide;
        let waiting: Vec<String> = self.entries.iter().filter(waits).map(|entry| entry.name().0).collect();
        if !waiting.is_empty() {
            return Some(t::intake_to_decide(lang, waiting.join(", ")));
        }
        // In that case importing makes the drafts again.
        let is_possible = self.is_broken || self.coming().next().is_some();
        (!is_possible).then(|| lang.text(t::INTAKE_NOTHING).to_owned())
    }

    pub(super) fn number(&mut self) -> u64 {
        self.last += 1;
        self.last
    }

    pub(super) fn entry_mut(&mut self, id: u64) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.id == id)
    }

    /// Schedules a table to be read again.
    pub(super) fn read_again(&mut self, id: u64) {
        let asked = self.number();
        if let Some(entry) = self.entry_mut(id) {
            entry.asked = asked;
        }
        self.draft_again();
    }

    /// Schedules the drafts to be made again, once everything is read.
    pub(super) fn draft_again(&mut self) {
        self.asked = self.number();
    }
}
