//! The value a diverging palette turns at: automatic, zero, the ATS value, or typed.

use egui::{Role, TextEdit, Ui, WidgetInfo};

use crate::base::parse_number;
use crate::engine::{Action, State};
use crate::i18n::{Lang, plain_number, texts};
use crate::ui::theme::{CENTRE_WIDTH, SPACE, Theme};
use crate::ui::widgets::{segmented, small};

/// Three values at a click, and a field for any other.
pub fn centre_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let lang = state.settings.lang;
    small(ui, lang.text(texts::CENTRE));
    let whole = state.model.whole;
    let options = [(None, texts::CENTRE_AUTO), (Some(0.0), texts::CENTRE_ZERO), (whole, texts::CENTRE_ATS)];
    let options = options.map(|(value, text)| (value, lang.text(text).to_owned()));
    let centre = state.document.map.palette.centre;
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        action = segmented(ui, options, centre).map(Action::SetCentre);
        ui.add_space(-SPACE[0]);
        let named = [None, Some(0.0), whole].contains(&centre);
        let shown = centre.filter(|_| !named).map(|centre| plain_number(lang, centre)).unwrap_or_default();
        action = typed(ui, lang, shown).or(action.take());
    });
    action
}

fn typed(ui: &mut Ui, lang: Lang, shown: String) -> Option<Action> {
    let id = ui.make_persistent_id("centre");
    let editing = ui.memory(|memory| memory.has_focus(id));
    // What is being typed lives with the field; else it shows what is in force.
    let draft = ui.data(|data| data.get_temp::<String>(id));
    let mut text = draft.clone().unwrap_or_else(|| shown.clone());
    let number = parse_number(&text);
    let sound = number.is_some() || text.trim().is_empty();
    let edit = TextEdit::singleline(&mut text)
        .id(id)
        .hint_text(lang.text(texts::CENTRE_HINT))
        .text_color_opt((!sound).then_some(Theme::of(ui).error))
        .desired_width(CENTRE_WIDTH);
    let response = ui.add(edit);
    let value = text.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, lang.text(texts::CENTRE_TYPED));
        info.current_text_value = Some(value.clone());
        info
    });
    let left = response.lost_focus();
    if left || !(editing || response.has_focus()) {
        ui.data_mut(|data| data.remove_temp::<String>(id));
    } else if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
    }
    let tip = if sound { texts::CENTRE_TYPED } else { texts::NOT_A_NUMBER };
    if !sound && !left {
        small(ui, lang.text(texts::NOT_A_NUMBER));
    }
    response.on_hover_text(lang.text(tip));
    // Enter leaves the field too. What is no number changes nothing; nothing typed is automatic again.
    let typed = left && text != shown && !ui.input(|input| input.key_pressed(egui::Key::Escape));
    match (typed, parse_number(&text)) {
        (true, Some(number)) => Some(Action::SetCentre(Some(number))),
        (true, None) if text.trim().is_empty() => Some(Action::SetCentre(None)),
        _ => None,
    }
}
