//! Figures typed or pasted by hand, for local monitoring data that exist in no file. A grid is filled in and then
//! imported into the project, which keeps it as typed so that it can be extended next quarter.

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
pub use typed::{Description, ManualEntry, ManualEntryAction};

/// The year a new grid starts with, if the data suggest no later one.
const FIRST_YEAR: i16 = 2024;

/// Performs an action.
pub(super) fn apply(state: &mut State, action: ManualEntryAction) {
    match action {
        ManualEntryAction::Open => {
            let latest = state.dates().last().map_or(FIRST_YEAR, |date| date.year().max(FIRST_YEAR));
            let first = Period::new(Periodicity::Year, latest, 1);
            // Offices mostly count persons.
            state.manual_entry = first.map(|first| {
                let mut grid = Grid::new(Level::Comuni, first);
                grid.measure = Measure::Persons;
                ManualEntry::new(grid, None)
            });
        }
        ManualEntryAction::Resume(id) => {
            let import = state.project.file.imports.iter().find(|import| import.id() == id);
            let grid = import.and_then(|import| import.grid.clone());
            state.manual_entry =
                grid.map(|grid| ManualEntry::new(grid, Some(id))).or(state.manual_entry.take());
        }
        ManualEntryAction::TakeIn => take_in(state),
        ManualEntryAction::Cancel => state.manual_entry = None,
        action => {
            let Some(manual_entry) = &mut state.manual_entry else { return };
            edit(manual_entry, action, &state.base.atlas.territories);
        }
    }
    if let Some(manual_entry) = &mut state.manual_entry {
        let read = manual_entry.grid.read(&state.base.atlas.territories);
        manual_entry.faults = read.map(|read| read.faults).unwrap_or_default();
    }
}

fn edit(manual_entry: &mut ManualEntry, action: ManualEntryAction, territories: &crate::data::Territories) {
    match action {
        ManualEntryAction::Describe(Description { name, unit, measure, source, note }) => manual_entry
            .change(|grid| {
                (grid.name, grid.unit, grid.source, grid.note) = (name, unit, source, note);
                grid.measure = measure;
            }),
        ManualEntryAction::SetLevel(level) if manual_entry.grid.filled_rows() == 0 => {
            manual_entry.of = None;
            manual_entry.change(|grid| grid.level = Some(level));
        }
        ManualEntryAction::BeginAt(first) => manual_entry.change(|grid| grid.begin_at(first)),
        ManualEntryAction::AddPeriod => manual_entry.change(|grid| {
            grid.add_period();
        }),
        ManualEntryAction::ShowOf(of) => manual_entry.of = of,
        ManualEntryAction::Type(row, column, text) => {
            manual_entry.change(|grid| grid.set(row, column, &text))
        }
        ManualEntryAction::Paste(row, column, block) => {
            let mut pasted = None;
            let matcher = matcher(territories);
            manual_entry
                .change(|grid| pasted = Some(grid.paste((row, column), &block, territories, &matcher)));
            manual_entry.pasted = pasted;
        }
        ManualEntryAction::Undo => {
            if let Some(before) = manual_entry.past.pop() {
                (manual_entry.grid, manual_entry.pasted) = (before, None);
            }
        }
        _ => {}
    }
}

/// Imports the figures into the project and shows them.
fn take_in(state: &mut State) {
    let Some(manual_entry) = state.manual_entry.take_if(|manual_entry| manual_entry.obstacle().is_none())
    else {
        return;
    };
    let lang = state.settings.lang;
    match take_in_grid(
        &manual_entry.grid,
        manual_entry.replaces.as_deref(),
        &state.project.file,
        &state.base.atlas,
    ) {
        Ok(import) => {
            let text = t::manual_entry_arrived(lang, &manual_entry.grid.name);
            // The import page it was opened from would cover the map if it is empty.
            state.intake.take_if(|intake| intake.entries.is_empty());
            project::take(state, vec![import.clone()]);
            show_imported(state, &[import]);
            state.notice = Some(Notice::info(text));
        }
        Err(error) => {
            state.notice = Some(Notice::error(error.text(lang)));
            state.manual_entry = Some(manual_entry);
        }
    }
}
