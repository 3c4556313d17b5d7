//! The two exports of a view: to a page in the composer, and directly to a file.

use egui::{Role, Ui, WidgetInfo};
use lucide_icons::Icon;

use crate::document::ElementKind;
use crate::engine::guide::Topic;
use crate::engine::{Action, FigureAction, State};
use crate::figure::registry::{how_to_read, name as view_name};
use crate::i18n::texts;
use crate::ui::how_to_read::how_to_read_ui;
use crate::ui::widgets::icon_button;

/// Both buttons, for the map or for the view below it.
pub fn view_buttons(ui: &mut Ui, state: &State, view: ElementKind) -> Option<Action> {
    let lang = state.settings.lang;
    let mut action = None;
    let is_there = state.document.element(view).is_some();
    for (icon, name, short, enabled, asked) in [
        (
            Icon::LayoutTemplate,
            texts::COMPOSE,
            texts::COMPOSE_SHORT,
            is_there,
            Action::Figure(FigureAction::Compose(view)),
        ),
        (
            Icon::Download,
            texts::EXPORT,
            texts::TABLE_EXPORT_SHORT,
            is_there && !state.exporting,
            Action::ExportAs(view),
        ),
    ] {
        // The table has a button of its own, which also offers sheets.
        let is_table = view == ElementKind::Table;
        if is_table && matches!(asked, Action::ExportAs(_)) {
            continue;
        }
        let shown = lang.text(short);
        let full = match view {
            ElementKind::Map => lang.text(name).to_owned(),
            _ => texts::view_below(lang, shown),
        };
        let button = match view {
            ElementKind::Map => {
                let button = egui::Button::new(format!("{} {shown}", char::from(icon)));
                let button = ui.add_enabled(enabled, button).on_hover_text(full.as_str());
                button.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &full));
                button
            }
            // Beside the names of the views there is room for the icons.
            _ => icon_button(ui, icon, &full, enabled, false),
        };
        if button.clicked() {
            action = Some(asked);
        }
    }
    // The bar has no room for it: that of the map is beside its kind.
    if view == ElementKind::Map {
        return action;
    }
    let how = how_to_read(view).0;
    how_to_read_ui(ui, lang, lang.text(view_name(view)), lang.text(how), Topic::View(view)).or(action)
}
