//! The field for selecting territories by a condition, with suggestions of indicators for the word being typed.

use egui::{Key, Role, TextEdit, Ui, WidgetInfo};
use lucide_icons::Icon;

use crate::data::Indicator;
use crate::engine::{Action, State};
use crate::i18n::{Lang, folded, texts};
use crate::ui::theme::text_size;
use crate::ui::widgets::{button_at_the_end, icon_button, small};

/// The most indicators suggested.
const PROPOSED: usize = 4;
/// How many letters must be typed before any are suggested.
const LEAST: usize = 2;

/// A field for the condition and a button; Enter does the same.
pub(crate) fn condition_ui(ui: &mut Ui, state: &State, typed: &mut String) -> Option<Action> {
    let lang = state.settings.lang;
    let ready = !typed.trim().is_empty();
    let (mut pressed, mut entered, mut changed) = (false, false, false);
    small(ui, lang.text(texts::CONDITION));
    let id = ui.make_persistent_id("condition");
    let mut row = typed.clone();
    button_at_the_end(
        ui,
        |ui| {
            let name = lang.text(texts::CHOOSE_WHERE);
            pressed = icon_button(ui, Icon::ListChecks, name, ready, false).clicked();
        },
        |ui| {
            let edit = TextEdit::singleline(&mut row)
                .id(id)
                .hint_text(lang.text(texts::CONDITION_HINT))
                .desired_width(f32::INFINITY);
            let field = ui.add(edit);
            field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, lang.text(texts::CONDITION)));
            changed = field.changed();
            entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            field.on_hover_text(lang.text(texts::CONDITION_TIP));
        },
    );
    if changed {
        *typed = row;
    }
    let asked = ready && (pressed || entered);
    if ready && !asked {
        for indicator in proposed(state, typed) {
            let text = format!("{} · {}", indicator.id, lang.pick(&indicator.name));
            let text = egui::RichText::new(text).size(text_size::SMALL);
            if ui.add(egui::Button::new(text).frame(false).truncate()).clicked() {
                let length = typed.len() - last_word(typed).len();
                typed.truncate(length);
                typed.push_str(&indicator.id);
                typed.push(' ');
                ui.memory_mut(|memory| memory.request_focus(id));
                move_cursor_to_end(ui, id, typed);
            }
        }
    }
    asked.then(|| Action::ChooseWhere(typed.clone()))
}

/// The indicators whose id or name contains the word being typed, those whose id begins with it first.
fn proposed<'a>(state: &'a State, typed: &str) -> Vec<&'a Indicator> {
    let word = folded(last_word(typed));
    let indicators = state.bundle.atlas.catalogue.indicators();
    if word.chars().count() < LEAST || indicators.iter().any(|indicator| indicator.id == word) {
        return Vec::new();
    }
    let has = |indicator: &&Indicator| {
        let names = Lang::ALL.map(|lang| folded(lang.pick(&indicator.name)));
        indicator.id.contains(&word) || names.iter().any(|name| name.contains(&word))
    };
    let mut found: Vec<&Indicator> = indicators.iter().filter(has).collect();
    found.sort_by_key(|indicator| !indicator.id.starts_with(&word));
    found.truncate(PROPOSED);
    found
}

/// The last word of the text; empty if it ends with something else or with a number.
fn last_word(typed: &str) -> &str {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let start = typed.trim_end_matches(is_part).len();
    let word = &typed[start..];
    if word.starts_with(|c: char| c.is_ascii_digit()) { "" } else { word }
}

fn move_cursor_to_end(ui: &Ui, id: egui::Id, text: &str) {
    use egui::text::{CCursor, CCursorRange};
    let mut edit = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    edit.cursor.set_char_range(Some(CCursorRange::one(end)));
    edit.store(ui.ctx(), id);
}
