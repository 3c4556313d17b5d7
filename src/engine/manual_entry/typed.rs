//! The grid that is being filled, and what may be asked of it.

use crate::base::{Code, Level};
use crate::i18n::{Text, texts as t};
use crate::io::grid::{CellFault, Grid, Pasted, Period};
use crate::io::recipe::Measure;

/// Steps that can be taken back.
const STEPS: usize = 200;

/// The grid that is being filled.
#[derive(Clone, Debug)]
pub struct ManualEntry {
    pub grid: Grid,
    /// The import that it goes on with.
    pub replaces: Option<String>,
    /// The Ambito whose Comuni alone are shown.
    pub of: Option<Code>,
    /// Cells that are no numbers.
    pub faults: Vec<CellFault>,
    /// What became of the last block that was pasted.
    pub pasted: Option<Pasted>,
    /// The grid before each change, the last one last.
    pub(super) past: Vec<Grid>,
}

/// A request about the grid.
#[derive(Clone, Debug, PartialEq)]
pub enum ManualEntryAction {
    Open,
    /// Go on with that of an import.
    Resume(String),
    /// Describe what is counted.
    Describe(Description),
    /// Count by another level; an empty grid only.
    SetLevel(Level),
    /// Begin with another period: the columns follow one another from it.
    BeginAt(Period),
    /// Add the period after the last.
    AddPeriod,
    /// Show the Comuni of one Ambito alone, or all.
    ShowOf(Option<Code>),
    /// Type into a cell: row, column, text.
    Type(usize, usize, String),
    /// Put a block of cells at a row and column.
    Paste(usize, usize, String),
    /// Take the last change back.
    Undo,
    /// Take the figures into the project.
    TakeIn,
    /// Leave; nothing comes in.
    Cancel,
}

/// What is counted, and by whom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Description {
    pub name: String,
    pub unit: String,
    /// What may be done with the numbers.
    pub measure: Measure,
    /// Who counted.
    pub source: String,
    /// What a reader must know.
    pub note: String,
}

impl ManualEntry {
    /// A grid of which nothing was changed yet.
    pub(super) fn new(grid: Grid, replaces: Option<String>) -> Self {
        Self { grid, replaces, of: None, faults: Vec::new(), pasted: None, past: Vec::new() }
    }

    /// What is counted, and by whom.
    pub fn description(&self) -> Description {
        let Grid { name, unit, measure, source, note, .. } = self.grid.clone();
        Description { name, unit, measure, source, note }
    }

    /// Whether leaving would lose something that was typed here.
    pub fn is_touched(&self) -> bool {
        !self.past.is_empty()
    }

    /// Why the figures cannot come in yet; none where they can.
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

    /// Changes the grid, so that it can be undone.
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
