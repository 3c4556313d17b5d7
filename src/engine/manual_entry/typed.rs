//! The grid being filled in, and its actions.

use crate::base::{Code, Level};
use crate::i18n::{Text, texts as t};
use crate::io::grid::{CellFault, Grid, Pasted, Period};
use crate::io::recipe::Measure;

/// The most steps that can be undone.
const STEPS: usize = 200;

/// The grid being filled in.
#[derive(Clone, Debug)]
pub struct ManualEntry {
    pub grid: Grid,
    /// Id of the import it continues.
    pub replaces: Option<String>,
    /// Shows only the Comuni of this Ambito.
    pub of: Option<Code>,
    /// Cells that are not numbers.
    pub faults: Vec<CellFault>,
    /// The outcome of the last paste.
    pub pasted: Option<Pasted>,
    /// The grid before each change, latest last.
    pub(super) past: Vec<Grid>,
}

/// A request about the grid.
#[derive(Clone, Debug, PartialEq)]
pub enum ManualEntryAction {
    Open,
    /// Continue the grid of an import.
    Resume(String),
    /// Set what is counted and by whom.
    Describe(Description),
    /// Change the level, while the grid is empty.
    SetLevel(Level),
    /// Change the first period; the columns follow one another from it.
    BeginAt(Period),
    /// Add the period after the last one.
    AddPeriod,
    /// Show only the Comuni of one Ambito, or all.
    ShowOf(Option<Code>),
    /// Type into a cell: row, column, text.
    Type(usize, usize, String),
    /// Paste a block of cells at a row and column.
    Paste(usize, usize, String),
    /// Undo the last change.
    Undo,
    /// Import the figures into the project.
    TakeIn,
    /// Close without importing anything.
    Cancel,
}

/// What is counted, and by whom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Description {
    pub name: String,
    pub unit: String,
    /// How the numbers may be used.
    pub measure: Measure,
    /// Who counted.
    pub source: String,
    /// What a reader must know.
    pub note: String,
}

impl ManualEntry {
    /// A grid without changes so far.
    pub(super) fn new(grid: Grid, replaces: Option<String>) -> Self {
        Self { grid, replaces, of: None, faults: Vec::new(), pasted: None, past: Vec::new() }
    }

    /// What is counted, and by whom.
    pub fn description(&self) -> Description {
        let Grid { name, unit, measure, source, note, .. } = self.grid.clone();
        Description { name, unit, measure, source, note }
    }

    /// Whether closing would lose something that was typed.
    pub fn is_touched(&self) -> bool {
        !self.past.is_empty()
    }

    /// Why the figures cannot be imported yet; `None` if they can.
    pub fn obstacle(&self) -> Option<Text> {
        if self.grid.name.trim().is_empty() {
            Some(t::MANUAL_ENTRY_NO_NAME)
        } else if self.grid.filled_rows() == 0 {
            Some(t::MANUAL_ENTRY_NO_VALUES)
        } else if !self.faults.is_empty() {
            Some(t::MANUAL_ENTRY_HAS_FAULTS)
        } else {
            None
        }
    }

    /// Changes the grid in a way that can be undone.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Grid)) {
        let before = self.grid.clone();
        change(&mut self.grid);
        if self.grid != before {
            self.past.push(before);
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
        }
    }
}
