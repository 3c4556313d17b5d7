//! Above the page: back to the map, more files, a recipe. Below it: what would be imported, and the button for
//! importing it.

use egui::{Align, Button, Layout, Ui};
use lucide_icons::Icon;

use crate::engine::intake::{Intake, Standing};
use crate::engine::{IntakeAction, State};
use crate::i18n::{Text, Thing, texts};
use crate::ui::theme::Theme;
use crate::ui::widgets::{small, strong};

/// One row of controls.
pub fn top_ui(ui: &mut Ui, state: &State, intake: &Intake) -> Option<IntakeAction> {
    let lang = state.settings.lang;
    let labelled = |icon: Icon, text: Text| format!("{} {}", char::from(icon), lang.text(text));
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        let back = ui.button(labelled(Icon::ArrowLeft, texts::INTAKE_BACK));
        asked = back.clicked().then_some(IntakeAction::Cancel);
        ui.separator();
        ui.label(strong(lang.text(texts::INTAKE_TITLE)).color(Theme::of(ui).accent));
        ui.separator();
        if ui.button(labelled(Icon::FilePlus, texts::INTAKE_ADD)).clicked() {
            asked = Some(IntakeAction::Ask);
        }
        let recipe = ui.button(labelled(Icon::BookOpen, texts::INTAKE_USE_RECIPE));
        if recipe.on_hover_text(lang.text(texts::INTAKE_USE_RECIPE_TIP)).clicked() {
            asked = Some(IntakeAction::AskRecipe);
        }
        let has_tables = intake.entries.iter().any(|entry| entry.checked.is_some());
        let text = labelled(Icon::FileDown, texts::INTAKE_SAVE_REPORT);
        let report = ui.add_enabled(has_tables, Button::new(text));
        if report.on_hover_text(lang.text(texts::INTAKE_SAVE_REPORT_TIP)).clicked() {
            asked = Some(IntakeAction::SaveReportAs);
        }
    });
    asked
}

/// What would be imported, and the buttons.
pub(crate) fn end_ui(ui: &mut Ui, state: &State, intake: &Intake) -> Option<IntakeAction> {
    let lang = state.settings.lang;
    let obstacle = intake.obstacle(lang);
    let count = intake.coming().count();
    let mut asked = None;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let name = match count {
            0 | 1 => lang.text(texts::INTAKE_TAKE_IN).to_owned(),
            many => texts::intake_take_in_many(lang, lang.count(many, Thing::Table)),
        };
        let theme = Theme::of(ui);
        let is_ready = obstacle.is_none();
        let colour = if is_ready { theme.on_accent } else { theme.muted };
        let text = strong(format!("{} {name}", char::from(Icon::Check))).color(colour);
        let button = Button::new(text).fill(if is_ready { theme.accent } else { theme.card });
        let button = ui.add_enabled(is_ready, button);
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, is_ready, &name));
        if button.clicked() {
            asked = Some(IntakeAction::TakeIn);
        }
        if ui.button(lang.text(texts::INTAKE_GIVE_UP)).clicked() {
            asked = Some(IntakeAction::Cancel);
        }
        if intake.is_busy() {
            ui.spinner();
        }
        // Laid out from the left although it is on the right side.
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| match obstacle {
            Some(why) => {
                small(ui, why);
            }
            None => {
                let stays = |entry: &crate::engine::intake::Entry| {
                    matches!(entry.standing(), Standing::Refused | Standing::Nothing | Standing::LeftOut)
                };
                if intake.entries.iter().any(stays) {
                    small(ui, lang.text(texts::INTAKE_REST_STAYS));
                }
            }
        });
    });
    asked
}
