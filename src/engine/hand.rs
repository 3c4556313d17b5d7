//! Local figures typed or pasted by hand: the Piano's own monitoring, which no file has. A grid is filled and then taken into
//! the project, where it stays as it was typed, to be gone on with next quarter.

use crate::base::{Code, Level};
use crate::i18n::texts as t;
use crate::io::grid::{CellFault, Grid, Pasted, Period, Periodicity};
use crate::io::import::matcher;
use crate::io::project::take_in_grid;
use crate::io::recipe::Measure;

use super::action::Effect;
use super::intake::show_imported;
use super::project;
use super::state::{Notice, State};

pub use crate::io::grid;

/// Steps that can be taken back.
const STEPS: usize = 200;
/// The year that a new grid begins with, where nothing in the program tells a later one.
const FIRST_YEAR: i16 = 2024;

/// The grid that is being filled.
#[derive(Clone, Debug)]
pub struct Hand {
    /// What was typed.
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
    past: Vec<Grid>,
}

/// A request about the grid.
#[derive(Clone, Debug, PartialEq)]
pub enum HandAction {
    /// Begin a grid.
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
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// What may be done with the numbers.
    pub measure: Measure,
    /// Who counted.
    pub source: String,
    /// What a reader must know.
    pub note: String,
}

impl Hand {
    fn new(grid: Grid, replaces: Option<String>) -> Self {
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
    pub fn obstacle(&self) -> Option<crate::i18n::Text> {
        if self.grid.name.trim().is_empty() {
            Some(t::HAND_NO_NAME)
        } else if self.grid.filled_rows() == 0 {
            Some(t::HAND_NO_VALUES)
        } else if !self.faults.is_empty() {
            Some(t::HAND_HAS_FAULTS)
        } else {
            None
        }
    }

    /// Changes the grid, so that it can be undone.
    fn change(&mut self, change: impl FnOnce(&mut Grid)) {
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

/// Does what was asked, and says what is to be done outside.
pub(super) fn apply(state: &mut State, action: HandAction) -> Vec<Effect> {
    match action {
        HandAction::Open => {
            let latest = state.dates().last().map_or(FIRST_YEAR, |date| date.year().max(FIRST_YEAR));
            let first = Period::new(Periodicity::Year, latest, 1);
            // Mostly it is persons whom an office counts.
            state.hand = first.map(|first| {
                let mut grid = Grid::new(Level::Comuni, first);
                grid.measure = Measure::Persons;
                Hand::new(grid, None)
            });
        }
        HandAction::Resume(id) => {
            let import = state.project.file.imports.iter().find(|import| import.id() == id);
            let grid = import.and_then(|import| import.grid.clone());
            state.hand = grid.map(|grid| Hand::new(grid, Some(id))).or(state.hand.take());
        }
        HandAction::TakeIn => return take_in(state),
        HandAction::Cancel => state.hand = None,
        action => {
            let Some(hand) = &mut state.hand else { return Vec::new() };
            edit(hand, action, &state.base.atlas.territories);
        }
    }
    if let Some(hand) = &mut state.hand {
        let read = hand.grid.read(&state.base.atlas.territories);
        hand.faults = read.map(|read| read.faults).unwrap_or_default();
    }
    Vec::new()
}

fn edit(hand: &mut Hand, action: HandAction, territories: &crate::data::Territories) {
    match action {
        HandAction::Describe(Description { name, unit, measure, source, note }) => hand.change(|grid| {
            (grid.name, grid.unit, grid.source, grid.note) = (name, unit, source, note);
            grid.measure = measure;
        }),
        HandAction::SetLevel(level) if hand.grid.filled_rows() == 0 => {
            hand.of = None;
            hand.change(|grid| grid.level = Some(level));
        }
        HandAction::BeginAt(first) => hand.change(|grid| grid.begin_at(first)),
        HandAction::AddPeriod => hand.change(|grid| {
            grid.add_period();
        }),
        HandAction::ShowOf(of) => hand.of = of,
        HandAction::Type(row, column, text) => hand.change(|grid| grid.set(row, column, &text)),
        HandAction::Paste(row, column, block) => {
            let mut pasted = None;
            let matcher = matcher(territories);
            hand.change(|grid| pasted = Some(grid.paste((row, column), &block, territories, &matcher)));
            hand.pasted = pasted;
        }
        HandAction::Undo => {
            if let Some(before) = hand.past.pop() {
                (hand.grid, hand.pasted) = (before, None);
            }
        }
        _ => {}
    }
}

/// Takes the figures into the project, and shows them.
fn take_in(state: &mut State) -> Vec<Effect> {
    let Some(hand) = state.hand.take_if(|hand| hand.obstacle().is_none()) else { return Vec::new() };
    let lang = state.settings.lang;
    match take_in_grid(&hand.grid, hand.replaces.as_deref(), &state.project.file, &state.base.atlas) {
        Ok(import) => {
            let text = t::hand_arrived(lang, &hand.grid.name);
            // The page it was opened from, with nothing on it, would hide the map.
            state.intake.take_if(|intake| intake.entries.is_empty());
            project::take(state, vec![import.clone()]);
            let effects = show_imported(state, &[import]);
            state.notice = Some(Notice { text, is_error: false });
            effects
        }
        Err(error) => {
            state.notice = Some(Notice { text: error.text(lang), is_error: true });
            state.hand = Some(hand);
            Vec::new()
        }
    }
}
