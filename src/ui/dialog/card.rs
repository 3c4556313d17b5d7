//! The card of an indicator, shown as headings and lines.

use egui::{Label, ScrollArea, Ui};

use crate::engine::indicator_card::IndicatorCard;
use crate::engine::{Action, ProjectAction, State};
use crate::i18n::texts;
use crate::ui::theme::SPACE;
use crate::ui::widgets::{heading, small};

/// The card, scrolled where it is long; its text can be selected and copied.
pub fn card_ui(ui: &mut Ui, state: &State, card: &IndicatorCard, height: f32) -> Option<Action> {
    let lang = state.settings.lang;
    small(ui, &card.id);
    let mut action = None;
    if state.project.has_count(&card.id) {
        let button = ui.button(lang.text(texts::INTAKE_RELATED_TO));
        if button.on_hover_text(lang.text(texts::RELATE_HINT)).clicked() {
            action = Some(Action::Project(ProjectAction::Relate(card.id.clone())));
        }
    }
    ScrollArea::vertical().min_scrolled_height(height).max_height(height).auto_shrink([false, true]).show(
        ui,
        |ui| {
            for section in &card.sections {
                ui.add_space(SPACE[1]);
                heading(ui, &section.heading);
                for line in &section.lines {
                    ui.add(Label::new(line).wrap().selectable(true));
                }
            }
        },
    );
    action
}
