//! A drop-down whose options stand under headings and can be narrowed by typing: for lists too long to be read through.

use egui::{ComboBox, Id, Key, PopupCloseBehavior, Role, ScrollArea, TextEdit, TextWrapMode, Ui, WidgetInfo};

use crate::data::{Indicator, Theme};
use crate::engine::State;
use crate::i18n::{Lang, folded, texts};
use crate::ui::theme::INDICATOR_LIST;
use crate::ui::widgets::small;

/// Options under a heading, which may be empty.
pub(crate) struct Group<T> {
    pub heading: String,
    /// Each with its label.
    pub options: Vec<(T, String)>,
}

impl<T> Group<T> {
    /// The same with other values.
    pub fn map<U>(self, value: impl Fn(T) -> U) -> Group<U> {
        let options = self.options.into_iter().map(|(own, label)| (value(own), label)).collect();
        Group { heading: self.heading, options }
    }
}

/// The look of the closed list and the size of the open one.
pub(crate) struct Looks<'a> {
    pub name: &'a str,
    /// What the closed list shows.
    pub shown: &'a str,
    pub width: f32,
    /// Width and height of the open list.
    pub menu: [f32; 2],
}

/// The list; returns the option picked by a click or, of what is left after typing, the first one by Enter. `groups` is
/// only called while the list is open.
pub(crate) fn search_list<T: PartialEq>(
    ui: &mut Ui,
    lang: Lang,
    looks: &Looks<'_>,
    current: Option<&T>,
    groups: impl FnOnce() -> Vec<Group<T>>,
) -> Option<T> {
    let Looks { name, shown, width, menu } = *looks;
    let field = ui.make_persistent_id((name, "searched"));
    let list = ComboBox::from_id_salt(name)
        .selected_text(shown)
        .width(width)
        .height(menu[1])
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show_ui(ui, |ui| {
            // Full width from the first frame on: a growing list would move away from under the pointer.
            ui.set_width(menu[0]);
            ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
            let (typed, entered) = search_field(ui, lang, field);
            // The list scrolls below the field, which stays.
            let room = menu[1] - ui.min_rect().height();
            let picked = options(ui, lang, (&typed, entered), current, room, groups());
            if picked.is_some() {
                ui.close();
            }
            picked
        });
    if list.inner.is_none() {
        // Opened again it begins with everything.
        ui.data_mut(|data| data.remove_temp::<String>(field));
    }
    list.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(shown.to_owned());
        info
    });
    list.response.on_hover_text(name);
    list.inner.flatten()
}

/// A list of indicators as wide as its panel; returns the id of the one picked.
pub(crate) fn indicator_list(
    ui: &mut Ui,
    state: &State,
    name: &str,
    shown: &str,
    current: Option<&String>,
    groups: impl FnOnce() -> Vec<Group<String>>,
) -> Option<String> {
    let width = ui.available_width() - 8.0;
    let looks = Looks { name, shown, width, menu: [width.max(INDICATOR_LIST[0]), INDICATOR_LIST[1]] };
    search_list(ui, state.settings.lang, &looks, current, groups)
}

/// Indicators under their themes, in the order of the catalogue.
pub(crate) fn by_theme(state: &State, indicators: &[&Indicator]) -> Vec<Group<String>> {
    let lang = state.settings.lang;
    let of_theme = |theme: &Theme| {
        let of_it = indicators.iter().filter(|indicator| indicator.theme == theme.id);
        let options = of_it.map(|indicator| (indicator.id.clone(), lang.pick(&indicator.name).to_owned()));
        Group { heading: lang.pick(&theme.name).to_owned(), options: options.collect() }
    };
    state.bundle.atlas.catalogue.themes().iter().map(of_theme).collect()
}

/// The field for what is searched, with the keys as soon as the list opens; and whether Enter was pressed in it.
fn search_field(ui: &mut Ui, lang: Lang, id: Id) -> (String, bool) {
    let before: Option<String> = ui.data(|data| data.get_temp(id));
    let mut typed = before.clone().unwrap_or_default();
    let name = lang.text(texts::LIST_SEARCH);
    let edit = TextEdit::singleline(&mut typed).id(id).hint_text(name).desired_width(f32::INFINITY);
    let response = ui.add(edit);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
    if before.is_none() {
        response.request_focus();
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    ui.data_mut(|data| data.insert_temp(id, typed.clone()));
    (typed, entered)
}

fn options<T: PartialEq>(
    ui: &mut Ui,
    lang: Lang,
    (typed, entered): (&str, bool),
    current: Option<&T>,
    room: f32,
    groups: Vec<Group<T>>,
) -> Option<T> {
    let mut picked = None;
    let mut is_empty = true;
    ScrollArea::vertical().max_height(room).show(ui, |ui| {
        for Group { heading, options } in groups {
            let left = options.into_iter().filter(|(_, label)| matches(typed, &heading, label));
            for (i, (value, label)) in left.enumerate() {
                if i == 0 && !heading.is_empty() {
                    small(ui, &heading);
                }
                let is_current = current == Some(&value);
                let clicked = ui.selectable_label(is_current, label).clicked();
                let is_first = std::mem::take(&mut is_empty);
                if (clicked || entered && is_first && !typed.trim().is_empty()) && !is_current {
                    picked = Some(value);
                }
            }
        }
    });
    if is_empty {
        small(ui, texts::list_no_hit(lang, typed.trim()));
    }
    picked
}

/// Whether every word typed is in an option or in its heading.
fn matches(typed: &str, heading: &str, label: &str) -> bool {
    let whole = folded(&format!("{heading} {label}"));
    folded(typed).split_whitespace().all(|word| whole.contains(word))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn words_are_found_wherever_they_are_and_however_they_are_written() {
        let found = |typed| matches(typed, "Struttura per età", "Indice di vecchiaia, al 1/1/2023 (stima)");
        assert!(["", "vecchiaia 2023", "ETA indice", "2023 vecch"].into_iter().all(found));
        assert!(!["vecchiaia 2022", "densità"].into_iter().any(found));
    }
}
