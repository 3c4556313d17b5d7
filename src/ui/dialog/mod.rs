//! The dialogs over the window.

mod analysis;
mod card;
mod document;
mod formula;
mod help;
mod home;
mod of_panels;
mod palette;
mod path;
mod reach;
mod reports;
mod settings;
mod standard;
mod what_if;
mod whence;

use egui::Ui;
use lucide_icons::Icon;

use crate::engine::{Action, Dialog, DialogAction, Home, State};
use crate::i18n::texts;

use super::theme::{HELP, MODAL};
use super::widgets::{button_at_the_end, heading, icon_button, modal};

/// The dialog that is open.
pub(crate) fn dialog_ui(ui: &Ui, state: &State) -> Vec<Action> {
    let Some(dialog) = &state.dialog else { return Vec::new() };
    // What was left unsaved is asked about first.
    if *dialog == Dialog::Home && !state.project.pending.is_empty() {
        return Vec::new();
    }
    let lang = state.settings.lang;
    let (mut asked, mut actions) = (Vec::new(), Vec::new());
    let modal = modal(ui, "dialog").show(ui.ctx(), |ui| {
        let screen = ui.ctx().content_rect();
        let wide =
            if matches!(dialog, Dialog::Help(_) | Dialog::Analysis(_)) { HELP.width } else { MODAL.wide };
        ui.set_width(wide.min(screen.width() - MODAL.margin));
        // A small window leaves room above and below.
        let height = MODAL.tall.min(screen.height() - MODAL.around - MODAL.fields);
        let title = match dialog {
            Dialog::Palette => lang.text(texts::PALETTE_TITLE),
            Dialog::Help(_) => lang.text(texts::GUIDE_TITLE),
            Dialog::Whence(_) => lang.text(texts::WHENCE_TITLE),
            Dialog::Card(card) => &card.name,
            Dialog::Reach(_) => lang.text(texts::REACH_TITLE),
            Dialog::WhatIf(_) => lang.text(texts::WHAT_IF_TITLE),
            Dialog::Analysis(_) => lang.text(texts::ANALYSIS_TITLE),
            Dialog::Reports(_) => lang.text(texts::REPORTS_TITLE),
            Dialog::Document(_) => lang.text(texts::DOCUMENT_TITLE),
            Dialog::Standard(_) => lang.text(texts::STANDARD_TITLE),
            Dialog::Formula(_) => lang.text(texts::FORMULA_TITLE),
            Dialog::Home => lang.text(texts::HOME_QUESTION),
            Dialog::Settings => lang.text(texts::SETTINGS),
            Dialog::Path(asked) => lang.text(asked.question.title()),
        };
        button_at_the_end(
            ui,
            |ui| {
                if icon_button(ui, Icon::X, lang.text(texts::CONTENTS_CLOSE), true, false).clicked() {
                    asked.push(DialogAction::Close);
                }
            },
            |ui| {
                heading(ui, title);
            },
        );
        match dialog {
            Dialog::Whence(whence) => asked.extend(whence::whence_ui(ui, lang, whence, height)),
            Dialog::Card(card) => actions.extend(card::card_ui(ui, state, card, height)),
            Dialog::Reach(reach) => asked.extend(reach::reach_ui(ui, lang, reach, height)),
            Dialog::Analysis(form) => asked.extend(analysis::analysis_ui(ui, state, form, height)),
            Dialog::Reports(form) => asked.extend(reports::reports_ui(ui, state, form, height)),
            Dialog::Document(form) => asked.extend(document::document_ui(ui, lang, form, height)),
            Dialog::Standard(form) => asked.extend(standard::standard_ui(ui, state, form, height)),
            Dialog::Formula(form) => actions.extend(formula::formula_ui(ui, state, form, height)),
            Dialog::WhatIf(form) => actions.extend(what_if::what_if_ui(ui, state, form, height)),
            Dialog::Palette => actions.extend(palette::palette_ui(ui, state, height)),
            Dialog::Help(help) => asked.extend(help::help_ui(ui, lang, help, height)),
            Dialog::Home => actions.extend(home::home_ui(ui, state, height)),
            Dialog::Settings => actions.extend(settings::settings_ui(ui, state, height)),
            Dialog::Path(typed) => asked.extend(path::path_ui(ui, lang, typed)),
        }
    });
    if modal.should_close() {
        asked.push(DialogAction::Close);
    }
    if *dialog == Dialog::Palette && asked.contains(&DialogAction::Close) {
        palette::forget(ui);
    }
    // Who closes the first question has answered it: it is not asked again.
    if *dialog == Dialog::Home && state.settings.home == Home::Unasked && asked.contains(&DialogAction::Close)
    {
        return vec![Action::SettleIn(Home::Nowhere)];
    }
    actions.extend(asked.into_iter().map(Action::Dialog));
    actions
}
