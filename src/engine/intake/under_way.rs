//! The import under way: what of it is in sight, and what is being worked out.

use crate::engine::shared::Shared;
use crate::i18n::{Lang, texts as t};
use crate::io::project::ProjectFile;
use crate::io::recipe::Recipe;

use super::answer::Terms;
use super::entry::{Entry, Standing};
use super::report::Ticket;

/// The import under way.
#[derive(Clone, Debug, Default)]
pub struct Intake {
    /// Tables, and files that are not read yet or cannot be, in the order they were chosen.
    pub entries: Vec<Entry>,
    /// The table in sight.
    pub shown: Option<u64>,
    /// Ids of indicators that would have no value, for their variables have no date in common.
    pub dateless: Vec<String>,
    /// Recipes that the user chose here.
    pub recipes: Vec<Recipe>,
    /// Whether folders are being listed.
    pub(super) listing: usize,
    /// The last number given to an entry or a request.
    pub(super) last: u64,
    /// The reading or drafting that is going on.
    pub(super) under_way: Option<u64>,
    /// The number of the last request for drafts, and of the last that was answered.
    pub(super) asked: u64,
    pub(super) answered: u64,
    /// Whether the last drafting broke off.
    pub(super) is_broken: bool,
    /// The project that the drafts were made for.
    pub(super) project: Option<Shared<ProjectFile>>,
    /// What work for it is known by.
    pub(super) ticket: Ticket,
}

impl Intake {
    /// The table of that number.
    pub fn entry(&self, id: u64) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The table in sight.
    pub fn in_sight(&self) -> Option<&Entry> {
        self.shown.and_then(|id| self.entry(id)).or_else(|| self.entries.first())
    }

    /// Whether something is being worked out.
    pub fn is_busy(&self) -> bool {
        self.listing > 0 || self.under_way.is_some() || self.asked != self.answered
    }

    /// The tables that would come in now.
    pub fn coming(&self) -> impl Iterator<Item = &Entry> {
        let comes = |entry: &&Entry| matches!(entry.standing(), Standing::Fine | Standing::Warnings);
        self.entries.iter().filter(comes).filter(|entry| entry.import().is_some())
    }

    /// Whether the user has said anything that giving up would lose.
    pub fn is_touched(&self) -> bool {
        let plain = |entry: &Entry| entry.answers == Default::default() && entry.terms == Terms::default();
        !self.entries.iter().all(plain)
    }

    /// Why nothing can come in as it stands, in words; none where it can.
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
        // Taking in then makes the drafts once more.
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

    /// Has a table read again.
    pub(super) fn read_again(&mut self, id: u64) {
        let asked = self.number();
        if let Some(entry) = self.entry_mut(id) {
            entry.asked = asked;
        }
        self.draft_again();
    }

    /// Has the imports made again, once everything is read.
    pub(super) fn draft_again(&mut self) {
        self.asked = self.number();
    }
}
