//! The page for manual entry of figures, typed or pasted: on the left what is counted and when, in the middle the
//! grid, below its faults and the button for importing it.

mod describe;
mod grid;
mod memory;

use egui::{Align, Button, Frame, Layout, Margin, Panel, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::engine::manual_entry::ManualEntry;
use crate::engine::{Action, ManualEntryAction, State};
use crate::i18n::{Lang, texts};
use crate::ui::commands::Command;

pub use memory::ManualEntryMemory;

use super::theme::{INTAKE, PANEL_MAX_WIDTH, PANEL_MIN_WIDTH, SPACE, Theme};
use super::widgets::{small, strong};

/// The most faults listed one by one.
const FAULTS: usize = 3;

pub(crate) fn manual_entry_ui(
    ui: &mut Ui,
    state: &State,
    manual_entry: &ManualEntry,
    memory: &mut ManualEntryMemory,
) -> Vec<Action> {
    let theme = Theme::of(ui);
    let lang = state.settings.lang;
    let panel = Frame::new().fill(theme.panel).inner_margin(SPACE[2] as i8);
    let slim = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(SPACE[2] as i8, 6));
    let mut asked: Vec<ManualEntryAction> = grid::pasted(ui, memory).into_iter().collect();
    Panel::top("hand_bar").frame(slim).show(ui, |ui| asked.extend(top_ui(ui, lang, manual_entry)));
    Panel::bottom("hand_end").frame(panel).show(ui, |ui| asked.extend(end_ui(ui, lang, manual_entry)));
    Panel::left("hand_left")
        .frame(panel)
        .default_size(INTAKE.list)
        .size_range(PANEL_MIN_WIDTH..=PANEL_MAX_WIDTH)
        .show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                asked.extend(describe::describe_ui(ui, state, manual_entry));
            });
        });
    let page = Frame::new().fill(theme.card).inner_margin(SPACE[3] as i8);
    egui::CentralPanel::default().frame(page).show(ui, |ui| {
        small(ui, lang.text(texts::MANUAL_ENTRY_TIP));
        asked.extend(grid::grid_ui(ui, state, manual_entry, memory));
    });
    asked.into_iter().map(Action::ManualEntry).collect()
}

fn top_ui(ui: &mut Ui, lang: Lang, manual_entry: &ManualEntry) -> Option<ManualEntryAction> {
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        let back = format!("{} {}", char::from(Icon::ArrowLeft), lang.text(texts::INTAKE_BACK));
        asked = ui.button(back).clicked().then_some(ManualEntryAction::Cancel);
        ui.separator();
        ui.label(strong(lang.text(texts::MANUAL_ENTRY_TITLE)).color(Theme::of(ui).accent));
        ui.separator();
        let undo = Command::Undo.button(ui, lang, manual_entry.is_touched(), false);
        if undo.is_some_and(|undo| undo.clicked()) {
            asked = Some(ManualEntryAction::Undo);
        }
        let add = format!("{} {}", char::from(Icon::Plus), lang.text(texts::MANUAL_ENTRY_ADD_PERIOD));
        if ui.button(add).clicked() {
            asked = Some(ManualEntryAction::AddPeriod);
        }
    });
    asked
}

/// The faults, the outcome of pasting, and the buttons.
fn end_ui(ui: &mut Ui, lang: Lang, manual_entry: &ManualEntry) -> Option<ManualEntryAction> {
    let theme = Theme::of(ui);
    let mut asked = None;
    // A single remaining fault is listed rather than counted.
    let most = if manual_entry.faults.len() == FAULTS + 1 { FAULTS + 1 } else { FAULTS };
    for fault in manual_entry.faults.iter().take(most) {
        ui.colored_label(theme.error, fault.text(lang));
    }
    if let Some(more) = manual_entry.faults.len().checked_sub(most).filter(|more| *more > 0) {
        ui.colored_label(theme.error, texts::check_more(lang, more));
    }
    if let Some(pasted) = &manual_entry.pasted {
        small(ui, texts::manual_entry_pasted(lang, pasted.placed));
        if pasted.beyond > 0 {
            let text = texts::manual_entry_beyond(lang, pasted.beyond);
            ui.colored_label(theme.warning, text);
        }
        if !pasted.unmatched.is_empty() {
            let text = texts::manual_entry_unmatched(lang, pasted.unmatched.join(", "));
            ui.colored_label(theme.warning, text);
        }
    }
    let obstacle = manual_entry.obstacle();
    let is_ready = obstacle.is_none();
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let name = lang.text(texts::INTAKE_TAKE_IN);
        let text = strong(format!("{} {name}", char::from(Icon::Check)));
        let text = text.color(if is_ready { theme.on_accent } else { theme.muted });
        let button = Button::new(text).fill(if is_ready { theme.accent } else { theme.card });
        let button = ui.add_enabled(is_ready, button);
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, is_ready, name));
        if button.clicked() {
            asked = Some(ManualEntryAction::TakeIn);
        }
        if ui.button(lang.text(texts::INTAKE_GIVE_UP)).clicked() {
            asked = Some(ManualEntryAction::Cancel);
        }
        if let Some(why) = obstacle {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| small(ui, lang.text(why)));
        }
    });
    asked
}
