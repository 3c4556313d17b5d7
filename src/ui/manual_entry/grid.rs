//! The grid itself: one row per territory, one column per period; a cell is applied when it loses focus.

use egui::{Event, Id, Key, Label, ScrollArea, Ui};

use super::memory::ManualEntryMemory;
use crate::base::Level;
use crate::engine::manual_entry::ManualEntry;
use crate::engine::{ManualEntryAction, State};
use crate::i18n::texts;
use crate::ui::theme::{MANUAL_ENTRY, Theme};
use crate::ui::widgets::{field_when_left, strong};

/// A block of cells pasted while a cell has the focus. A single cell is left to the text field.
pub fn pasted(ui: &mut Ui, memory: &ManualEntryMemory) -> Option<ManualEntryAction> {
    let (row, column) = memory.at?;
    ui.input_mut(|input| {
        let is_block =
            |event: &Event| matches!(event, Event::Paste(text) if text.trim_end().contains(['\t', '\n']));
        let at = input.events.iter().position(is_block)?;
        let Event::Paste(block) = input.events.remove(at) else { return None };
        Some(ManualEntryAction::Paste(row, column, block))
    })
}

/// The visible rows.
pub(crate) fn grid_ui(
    ui: &mut Ui,
    state: &State,
    manual_entry: &ManualEntry,
    memory: &mut ManualEntryMemory,
) -> Option<ManualEntryAction> {
    let rows = rows(state, manual_entry);
    let (grid, lang) = (&manual_entry.grid, state.settings.lang);
    let units = state.base.atlas.territories.units(grid.level());
    let labels: Vec<String> = grid.periods().iter().map(|period| period.label(lang)).collect();
    let mut asked = None;
    let mut next = None;
    memory.at = None;
    ScrollArea::horizontal().id_salt("hand_grid").auto_shrink([false, false]).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.add_sized([MANUAL_ENTRY.name, MANUAL_ENTRY.row], Label::new(""));
            for label in &labels {
                ui.add_sized([MANUAL_ENTRY.cell, MANUAL_ENTRY.row], Label::new(strong(label)).truncate());
            }
        });
        ScrollArea::vertical().auto_shrink([false, false]).show_rows(
            ui,
            MANUAL_ENTRY.row,
            rows.len(),
            |ui, seen| {
                for at in seen {
                    let row = rows[at];
                    ui.horizontal(|ui| {
                        let name = Label::new(&units[row].name).truncate();
                        ui.scope(|ui| {
                            ui.set_width(MANUAL_ENTRY.name);
                            ui.add(name);
                        });
                        for (column, label) in labels.iter().enumerate() {
                            let cell = cell_ui(ui, state, manual_entry, (row, column), label, memory);
                            let Some((typed, down)) = cell else { continue };
                            if let Some(text) = typed {
                                asked = Some(ManualEntryAction::Type(row, column, text));
                            }
                            if let Some(below) = rows.get(at + 1).filter(|_| down) {
                                next = Some(cell_id(*below, column));
                            }
                        }
                    });
                }
            },
        );
    });
    // Only now, because otherwise the next cell would handle the same key.
    if let Some(next) = next {
        ui.memory_mut(|memory| memory.request_focus(next));
    }
    asked
}

/// The territories shown, by their row in the grid.
fn rows(state: &State, manual_entry: &ManualEntry) -> Vec<usize> {
    let territories = &state.base.atlas.territories;
    let all = 0..territories.units(manual_entry.grid.level()).len();
    let of = manual_entry.of.as_ref().filter(|_| manual_entry.grid.level() == Level::Comuni);
    let group = of.and_then(|of| territories.units(Level::Ambiti).iter().find(|unit| unit.code == *of));
    group.map_or_else(|| all.collect(), |group| group.members.clone())
}

fn cell_id(row: usize, column: usize) -> Id {
    Id::unique(("hand_cell", row, column))
}

/// A cell that lost focus: its text, if it changed, and whether the key for the next row was pressed.
fn cell_ui(
    ui: &mut Ui,
    state: &State,
    manual_entry: &ManualEntry,
    (row, column): (usize, usize),
    period: &str,
    memory: &mut ManualEntryMemory,
) -> Option<(Option<String>, bool)> {
    let unit = &state.base.atlas.territories.units(manual_entry.grid.level())[row];
    let name = texts::manual_entry_cell(state.settings.lang, &unit.name, period);
    let text = manual_entry.grid.cell(row, column);
    let is_wrong = manual_entry.faults.iter().any(|fault| (fault.row, fault.column) == (row, column));
    let colour = is_wrong.then(|| Theme::of(ui).error);
    let (response, typed) = field_when_left(ui, cell_id(row, column), &name, text, |edit| {
        let edit = edit.desired_width(MANUAL_ENTRY.cell).align(egui::Align2::RIGHT_CENTER);
        match colour {
            Some(colour) => edit.text_color(colour),
            None => edit,
        }
    });
    if response.has_focus() {
        memory.at = Some((row, column));
    }
    let down = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    (typed.is_some() || down).then_some((typed, down))
}
