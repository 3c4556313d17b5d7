//! The files and tables, each with an icon and a line that says what it is.

use egui::{Color32, Frame, Margin, Role, Sense, Ui, UiBuilder, WidgetInfo};
use lucide_icons::Icon;

use crate::engine::intake::{Entry, Intake, Standing};
use crate::engine::{IntakeAction, State};
use crate::i18n::{Lang, texts};
use crate::ui::theme::{RADIUS, SPACE, Theme};
use crate::ui::widgets::strong;

/// The list; a click shows a table.
pub(crate) fn list_ui(
    ui: &mut Ui,
    state: &State,
    intake: &Intake,
    shown: Option<&Entry>,
) -> Option<IntakeAction> {
    let lang = state.settings.lang;
    let mut asked = None;
    for entry in &intake.entries {
        let is_shown = shown.is_some_and(|shown| shown.id == entry.id);
        if row_ui(ui, lang, entry, is_shown) && !is_shown {
            asked = Some(IntakeAction::Show(entry.id));
        }
    }
    asked
}

fn row_ui(ui: &mut Ui, lang: Lang, entry: &Entry, is_shown: bool) -> bool {
    let theme = Theme::of(ui);
    let (file, sheet) = entry.name();
    let name = sheet.map_or_else(|| file.clone(), |sheet| texts::place_sheet(lang, &file, sheet));
    let row = ui.scope_builder(UiBuilder::new().sense(Sense::click()), |ui| {
        let is_hovered = ui.response().hovered();
        let fill = if is_shown || is_hovered { theme.accent_soft } else { theme.card };
        let margin = Margin::symmetric(SPACE[1] as i8, 6);
        let stroke = (1.0, if is_shown { theme.accent } else { theme.line });
        Frame::new().fill(fill).stroke(stroke).corner_radius(RADIUS).inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.horizontal(|ui| {
                sign_ui(ui, entry.standing());
                ui.add(egui::Label::new(strong(&name)).truncate().selectable(false));
            });
            if let Some(what) = what(lang, entry) {
                small_line(ui, what);
            }
            small_line(ui, standing_text(lang, entry));
        });
    });
    let label = texts::intake_see(lang, &name);
    row.response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_shown, &label));
    row.response.on_hover_text(entry.path.display().to_string()).clicked()
}

fn small_line(ui: &mut Ui, text: String) {
    let text = egui::RichText::new(text).size(crate::ui::theme::text_size::SMALL).color(Theme::of(ui).muted);
    ui.add(egui::Label::new(text).truncate().selectable(false));
}

/// What it is, on one line.
fn what(lang: Lang, entry: &Entry) -> Option<String> {
    let table = entry.table()?;
    let known = entry.is_known().then(|| lang.pick(&table.title).to_owned());
    known.or_else(|| Some(lang.text(texts::INTAKE_GENERIC).to_owned()))
}

/// Its status, in words.
pub(crate) fn standing_text(lang: Lang, entry: &Entry) -> String {
    let text = match entry.standing() {
        Standing::Reading => texts::INTAKE_READS,
        Standing::Fine => texts::INTAKE_IS_READY,
        Standing::Warnings => texts::INTAKE_IS_WARNED,
        Standing::ToDecide => {
            let count = entry.to_decide().max(1).to_string();
            return texts::intake_is_open(lang, &count);
        }
        Standing::Nothing => texts::INTAKE_IS_NOTHING,
        Standing::Refused => texts::INTAKE_IS_REFUSED,
        Standing::LeftOut => texts::INTAKE_IS_LEFT_OUT,
    };
    lang.text(text).to_owned()
}

/// The icon and colour of a status.
fn sign(theme: &Theme, standing: Standing) -> (Icon, Color32) {
    match standing {
        Standing::Reading => (Icon::Hourglass, theme.muted),
        Standing::Fine => (Icon::CircleCheck, theme.fine),
        Standing::Warnings => (Icon::TriangleAlert, theme.warning),
        Standing::ToDecide => (Icon::CircleQuestionMark, theme.accent),
        Standing::Nothing => (Icon::CircleMinus, theme.muted),
        Standing::Refused => (Icon::CircleX, theme.error),
        Standing::LeftOut => (Icon::CircleMinus, theme.muted),
    }
}

/// The icon of a status.
pub(crate) fn sign_ui(ui: &mut Ui, standing: Standing) {
    let (icon, colour) = sign(Theme::of(ui), standing);
    ui.label(egui::RichText::new(char::from(icon).to_string()).size(15.0).color(colour));
}
