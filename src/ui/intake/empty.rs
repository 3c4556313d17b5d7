//! The import page before any file is added.

use egui::{Align, Button, Layout, RichText, Ui};
use lucide_icons::Icon;

use crate::engine::intake::Intake;
use crate::engine::{Action, IntakeAction, ManualEntryAction, State};
use crate::i18n::texts;
use crate::ui::theme::{INTAKE, SPACE, Theme, text_size};
use crate::ui::widgets::{small, strong};

/// What can be done here.
pub(crate) fn empty_ui(ui: &mut Ui, state: &State, intake: &Intake) -> Option<Action> {
    let lang = state.settings.lang;
    let mut asked = None;
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.add_space(ui.available_height() * 0.18);
        ui.set_max_width(INTAKE.reading);
        let theme = Theme::of(ui);
        if intake.is_busy() {
            ui.spinner();
            small(ui, lang.text(texts::INTAKE_LISTING));
            return;
        }
        ui.label(
            RichText::new(char::from(Icon::FileInput).to_string()).size(INTAKE.sign).color(theme.accent),
        );
        ui.label(strong(lang.text(texts::INTAKE_EMPTY)).size(text_size::TITLE));
        ui.add_space(SPACE[1]);
        small(ui, lang.text(texts::INTAKE_EMPTY_WHAT));
        ui.add_space(SPACE[2]);
        let text = strong(lang.text(texts::INTAKE_CHOOSE)).color(theme.on_accent);
        if ui.add(Button::new(text).fill(theme.accent)).clicked() {
            asked = Some(Action::Intake(IntakeAction::Ask));
        }
        if ui.button(lang.text(texts::MANUAL_ENTRY_OPEN)).clicked() {
            asked = Some(Action::ManualEntry(ManualEntryAction::Open));
        }
        for import in state.project.file.imports.iter().filter(|import| import.grid.is_some()) {
            let text = texts::manual_entry_resume(lang, lang.pick(&import.dataset.meta.title));
            if ui.button(text).clicked() {
                asked = Some(Action::ManualEntry(ManualEntryAction::Resume(import.id().to_owned())));
            }
        }
        ui.add_space(SPACE[2]);
        small(ui, lang.text(texts::INTAKE_EMPTY_SAFE));
    });
    asked
}
