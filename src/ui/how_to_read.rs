//! The sign after a chart or a method that tells how it is read, and opens the guide at it.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Button, Label, PopupCloseBehavior, Role, Ui, WidgetInfo};
use lucide_icons::Icon;

use crate::engine::guide::Topic;
use crate::engine::{Action, DialogAction};
use crate::i18n::{Lang, texts};

use super::theme::TIP_WIDTH;
use super::widgets::{icon_text, small, strong};

/// The sign; `what` is explained by the text, and the guide says more under the topic.
pub(crate) fn how_to_read_ui(
    ui: &mut Ui,
    lang: Lang,
    what: &str,
    text: &str,
    topic: Topic,
) -> Option<Action> {
    let mut action = None;
    let sign = Button::new(icon_text(ui, Icon::CircleQuestionMark)).frame_when_inactive(false);
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (button, _) = MenuButton::from_button(sign).config(config).ui(ui, |ui| {
        ui.set_width(TIP_WIDTH);
        ui.label(strong(lang.text(texts::HOW_TO_READ)));
        small(ui, what);
        ui.add(Label::new(text).wrap());
        if ui.button(lang.text(texts::HOW_IN_GUIDE)).clicked() {
            action = Some(Action::Dialog(DialogAction::Help(Some(topic))));
            ui.close();
        }
    });
    let name = texts::how_to_read(lang, what);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    button.on_hover_text(name);
    action
}
