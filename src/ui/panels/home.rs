//! Right, on top: how the user's Ambito stands beside the ATS.

use egui::{Label, Ui};
use lucide_icons::Icon;

use crate::document::ElementKind;
use crate::engine::home::Sentences;
use crate::engine::{Action, DialogAction, State};
use crate::i18n::texts;
use crate::ui::widgets::{button_at_the_end, gap, heading, icon_button, small};

/// The sentences and what can be done next; nothing if the user has no Ambito.
pub(crate) fn home_ui(ui: &mut Ui, state: &State, memory: &mut Sentences) -> Vec<Action> {
    let lang = state.settings.lang;
    let mut actions = Vec::new();
    let Some((name, sentences)) = memory.of(state) else { return actions };
    button_at_the_end(
        ui,
        |ui| {
            if icon_button(ui, Icon::X, lang.text(texts::HOME_CLOSE), true, false).clicked() {
                actions.push(Action::CloseHome);
            }
        },
        |ui| {
            heading(ui, &name);
        },
    );
    small(ui, lang.text(texts::HOME));
    for sentence in sentences {
        ui.horizontal_top(|ui| {
            let shown = state.document.map.indicator == sentence.indicator;
            let indicator = state.bundle.atlas.caption(&sentence.indicator);
            let indicator = indicator.map_or("", |caption| lang.pick(caption.name));
            let label = texts::home_show(lang, indicator);
            if icon_button(ui, Icon::Map, &label, true, shown).clicked() && !shown {
                actions.push(Action::SetIndicator(sentence.indicator.clone()));
            }
            ui.add(Label::new(&sentence.text).wrap().selectable(true));
        });
    }
    ui.horizontal_wrapped(|ui| {
        if ui.button(lang.text(texts::HOME_CHARTS)).clicked() {
            actions.push(Action::ShowView(ElementKind::Ranking));
        }
        if ui.button(lang.text(texts::HOME_CHANGE)).clicked() {
            actions.push(Action::Dialog(DialogAction::Home));
        }
    });
    gap(ui);
    ui.separator();
    actions
}
