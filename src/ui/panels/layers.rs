//! The layers of the map, and simulated colour vision.

use egui::Ui;
use egui::containers::menu::{MenuButton, MenuConfig};
use lucide_icons::Icon;

use crate::base::Vision;
use crate::engine::{Action, Layers, State};
use crate::i18n::texts;
use crate::ui::theme::MENU_WIDTH;
use crate::ui::widgets::{icon_text, small};

/// A menu of layers and kinds of colour vision.
pub(crate) fn layers_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let lang = state.settings.lang;
    let mut action = None;
    let name = lang.text(texts::LAYERS);
    // Stays open while several layers are switched.
    let config = MenuConfig::new().close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    let button = MenuButton::new(icon_text(ui, Icon::Layers)).config(config);
    let (response, _) = button.ui(ui, |ui| {
        ui.set_min_width(MENU_WIDTH);
        let mut layers = state.settings.layers;
        let Layers { labels, fine_borders, bold_borders, backdrop, furniture } = &mut layers;
        for (on, text) in [
            (labels, texts::LAYER_LABELS),
            (fine_borders, texts::LAYER_FINE),
            (bold_borders, texts::LAYER_BOLD),
            (backdrop, texts::LAYER_BACKDROP),
            (furniture, texts::LAYER_FURNITURE),
        ] {
            ui.checkbox(on, lang.text(text));
        }
        if layers != state.settings.layers {
            action = Some(Action::SetLayers(layers));
        }
        ui.separator();
        small(ui, lang.text(texts::VISION));
        for vision in Vision::ALL {
            if ui.radio(state.vision == vision, lang.vision(vision)).clicked() {
                action = Some(Action::SetVision(vision));
            }
        }
    });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    response.on_hover_text(name);
    action
}
