//! Questions before work is closed, and about work left by earlier runs.

use egui::{Button, Ui};

use crate::engine::{ProjectAction, State};
use crate::i18n::{Thing, ago, texts};
use crate::ui::theme::{MODAL, SPACE, Theme};
use crate::ui::widgets::{heading, modal, small, strong};

/// Save, discard, or stay.
pub(crate) fn leave_ui(ui: &Ui, state: &State) -> Option<ProjectAction> {
    let lang = state.settings.lang;
    let modal = modal(ui, "leave").show(ui.ctx(), |ui| {
        ui.set_max_width(MODAL.question);
        heading(ui, lang.text(texts::LEAVE_TITLE));
        ui.add_space(SPACE[1]);
        ui.label(texts::leave_question(lang, state.project.name(lang)));
        ui.add_space(SPACE[2]);
        ui.horizontal(|ui| {
            let accent = Theme::of(ui).accent;
            let saving = state.project.is_saving();
            let save = Button::new(strong(lang.text(texts::LEAVE_SAVING)).color(accent));
            let save = ui.add_enabled(!saving, save).clicked().then_some(ProjectAction::LeaveSaving);
            let without = ui.button(lang.text(texts::LEAVE_WITHOUT)).clicked();
            let stay = ui.button(lang.text(texts::LEAVE_STAY)).clicked();
            if saving {
                ui.spinner();
            }
            save.or(without.then_some(ProjectAction::LeaveWithout)).or(stay.then_some(ProjectAction::Stay))
        })
        .inner
    });
    let left = modal.should_close().then_some(ProjectAction::Stay);
    modal.inner.or(left)
}

/// Unsaved work of projects from when the program ended: each one is recovered or deleted.
pub(crate) fn pending_ui(ui: &Ui, state: &State) -> Option<ProjectAction> {
    let lang = state.settings.lang;
    let modal = modal(ui, "pending").show(ui.ctx(), |ui| {
        ui.set_width(MODAL.question);
        heading(ui, lang.text(texts::PENDING_TITLE));
        let mut action = None;
        for pending in &state.project.pending {
            ui.add_space(SPACE[1]);
            let (work, imports) = (&pending.project.work, pending.project.imports.len());
            let name = match pending.of() {
                Some(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                None => lang.text(texts::PROJECT_UNTITLED).to_owned(),
            };
            let counts = [(work.document.figures.len(), Thing::Figure), (imports, Thing::Import)];
            let counts = counts.map(|(n, thing)| lang.none_or_count(n, thing));
            ui.label(texts::pending_line(lang, &name, &counts[0], &counts[1]));
            if let Some(path) = pending.of() {
                small(ui, path.display().to_string());
            }
            if let Some(age) = pending.age {
                small(ui, texts::kept_ago(lang, ago(lang, age)));
            }
            if state.project.giving_up.as_ref() == Some(&pending.recovery_file) {
                ui.colored_label(Theme::of(ui).error, texts::give_up_question(lang, &name));
                ui.horizontal_wrapped(|ui| {
                    if ui.button(lang.text(texts::GIVE_UP_YES)).clicked() {
                        action = Some(ProjectAction::GiveUp(pending.recovery_file.clone()));
                    }
                    if ui.button(lang.text(texts::LEAVE_STAY)).clicked() {
                        action = Some(ProjectAction::AskGiveUp(None));
                    }
                });
                continue;
            }
            ui.horizontal(|ui| {
                if ui.button(lang.text(texts::PENDING_RECOVER)).clicked() {
                    action = Some(ProjectAction::Recover(pending.recovery_file.clone()));
                }
                if ui.button(lang.text(texts::PENDING_GIVE_UP)).clicked() {
                    action = Some(ProjectAction::AskGiveUp(Some(pending.recovery_file.clone())));
                }
            });
        }
        ui.add_space(SPACE[2]);
        let later = ui.button(lang.text(texts::PENDING_LATER)).clicked();
        action.or(later.then_some(ProjectAction::PutOff))
    });
    let left = modal.should_close().then_some(ProjectAction::PutOff);
    modal.inner.or(left)
}
