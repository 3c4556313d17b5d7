//! The import page: files and tables on the left; in the middle what the selected one is, what to decide, its first
//! rows, and the indicators made from it; below what would be imported, and the button for importing it.

mod bar;
mod empty;
mod facts;
mod findings;
mod indicator;
mod indicators;
mod list;
mod memory;
mod pick;
mod preview;
mod things;
mod uses;
mod variables;

use egui::{Frame, Margin, Panel, ScrollArea, Ui};

use crate::engine::intake::{Entry, Intake, Standing};
use crate::engine::{Action, IntakeAction, State};
use crate::i18n::texts;

use super::theme::{INTAKE, PANEL_MAX_WIDTH, PANEL_MIN_WIDTH, SPACE, Theme};
use super::widgets::{gap, heading, small};

pub use memory::IntakeMemory;
pub use variables::MEASURES;

pub(crate) fn intake_ui(
    ui: &mut Ui,
    state: &State,
    intake: &Intake,
    memory: &mut IntakeMemory,
) -> Vec<Action> {
    let theme = Theme::of(ui);
    let panel = Frame::new().fill(theme.panel).inner_margin(SPACE[2] as i8);
    let slim = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(SPACE[2] as i8, 6));
    let mut asked = Vec::new();
    let mut elsewhere = None;
    let shown = intake.in_sight();
    if memory.table != shown.map(|entry| entry.id) {
        *memory = IntakeMemory { table: shown.map(|entry| entry.id), ..IntakeMemory::default() };
    }
    Panel::top("intake_bar").frame(slim).show(ui, |ui| asked.extend(bar::top_ui(ui, state, intake)));
    Panel::bottom("intake_end").frame(panel).show(ui, |ui| asked.extend(bar::end_ui(ui, state, intake)));
    if !intake.entries.is_empty() {
        Panel::left("intake_list")
            .frame(panel)
            .default_size(INTAKE.list)
            .size_range(PANEL_MIN_WIDTH..=PANEL_MAX_WIDTH)
            .show(ui, |ui| {
                heading(ui, state.settings.lang.text(texts::INTAKE_TABLES));
                ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                    asked.extend(list::list_ui(ui, state, intake, shown));
                });
            });
    }
    let page = Frame::new().fill(theme.card).inner_margin(Margin::symmetric(SPACE[4] as i8, SPACE[3] as i8));
    egui::CentralPanel::default().frame(page).show(ui, |ui| match shown {
        Some(entry) => {
            let page = ScrollArea::vertical().id_salt(entry.id).auto_shrink([false, false]);
            let page = page.show(ui, |ui| asked.extend(entry_ui(ui, state, intake, entry, memory)));
            // An open list belongs to a field that moves away below it.
            let moved = page.state.clamped_offset().y;
            if memory.scrolled.replace(moved).is_some_and(|before| before != moved) {
                egui::Popup::close_all(ui.ctx());
            }
        }
        None => elsewhere = empty::empty_ui(ui, state, intake),
    });
    asked.into_iter().map(Action::Intake).chain(elsewhere).collect()
}

/// A table, or a file that is being read or cannot be.
fn entry_ui(
    ui: &mut Ui,
    state: &State,
    intake: &Intake,
    entry: &Entry,
    memory: &mut IntakeMemory,
) -> Vec<IntakeAction> {
    let lang = state.settings.lang;
    let mut asked: Vec<IntakeAction> = facts::title_ui(ui, state, entry).into_iter().collect();
    let is_reading = entry.is_reading() && !entry.is_left_out;
    if is_reading {
        ui.horizontal(|ui| {
            ui.spinner();
            let (name, _) = entry.name();
            small(ui, texts::intake_reading(lang, &name));
        });
    }
    if let Some(refusal) = &entry.refusal {
        ui.colored_label(Theme::of(ui).error, refusal.text(lang));
    }
    if entry.standing() == Standing::Nothing
        && let Some(Err(why)) = &entry.draft
    {
        ui.label(why.text(lang));
    }
    if entry.checked.is_some() {
        gap(ui);
        asked.extend(facts::facts_ui(ui, state, entry, memory));
        gap(ui);
        asked.extend(findings::findings_ui(ui, state, entry, memory));
    }
    if let Some(preview) = entry.preview() {
        gap(ui);
        asked.extend(preview::preview_ui(ui, lang, entry, preview));
    }
    if let Some(table) = entry.table() {
        gap(ui);
        asked.extend(variables::variables_ui(ui, lang, entry, table));
        asked.extend(uses::uses_ui(ui, lang, entry, table));
        asked.extend(things::things_ui(ui, lang, entry, table, memory));
        if entry.import().is_some() {
            gap(ui);
            asked.extend(indicators::indicators_ui(ui, state, intake, entry, memory));
        }
    }
    ui.add_space(SPACE[4]);
    asked
}
