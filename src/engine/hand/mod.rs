//! Local figures typed or pasted by hand: the Piano's own monitoring, which no file has. A grid is filled and then taken into
//! the project, where it stays as it was typed, to be gone on with next quarter.

mod typed;

use crate::base::Level;
use crate::i18n::texts as t;
use crate::io::grid::{Grid, Period, Periodicity};
use crate::io::import::matcher;
use crate::io::project::take_in_grid;
use crate::io::recipe::Measure;

use super::intake::show_imported;
use super::project;
use super::state::{Notice, State};

pub use crate::io::grid;
pub use typed::{Description, Hand, HandAction};

/// The year that a new grid begins with, where nothing in the program tells a later one.
const FIRST_YEAR: i16 = 2024;

/// Does what was asked.
pub(super) fn apply(state: &mut State, action: HandAction) {
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
        HandAction::TakeIn => take_in(state),
        HandAction::Cancel => state.hand = None,
        action => {
            let Some(hand) = &mut state.hand else { return };
            edit(hand, action, &state.base.atlas.territories);
        }
    }
    if let Some(hand) = &mut state.hand {
        let read = hand.grid.read(&state.base.atlas.territories);
        hand.faults = read.map(|read| read.faults).unwrap_or_default();
    }
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
fn take_in(state: &mut State) {
    let Some(hand) = state.hand.take_if(|hand| hand.obstacle().is_none()) else { return };
    let lang = state.settings.lang;
    match take_in_grid(&hand.grid, hand.replaces.as_deref(), &state.project.file, &state.base.atlas) {
        Ok(import) => {
            let text = t::hand_arrived(lang, &hand.grid.name);
            // The page it was opened from, with nothing on it, would hide the map.
            state.intake.take_if(|intake| intake.entries.is_empty());
            project::take(state, vec![import.clone()]);
            show_imported(state, &[import]);
            state.notice = Some(Notice { text, is_error: false });
        }
        Err(error) => {
            state.notice = Some(Notice { text: error.text(lang), is_error: true });
            state.hand = Some(hand);
        }
    }
}
