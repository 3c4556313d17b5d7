//! Small controls shared by several panels.

use egui::{Color32, FontId, Id, Modal, Order, Response, RichText, Role, TextEdit, Ui, Vec2, WidgetInfo};
use lucide_icons::Icon;

use super::fonts::semibold;
use super::roving::Roving;
use super::theme::{SPACE, Theme, text_size};
use crate::base::Typed;
use crate::figure::{Remark, Severity};
use crate::i18n::{Lang, number_fault};

/// Height of an open list, in points: more than a dozen rows.
const LIST_HEIGHT: f32 = 320.0;

/// An icon-only button; screen readers and its tooltip use its name.
pub(crate) fn icon_button(ui: &mut Ui, icon: Icon, name: &str, enabled: bool, active: bool) -> Response {
    let text = icon_text(ui, icon);
    let text = if active { text.color(Theme::of(ui).accent) } else { text };
    let button = egui::Button::new(text).frame_when_inactive(active).min_size(Vec2::splat(28.0));
    let response = ui.add_enabled(enabled, button);
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, active, name));
    response.on_hover_text(name).on_disabled_hover_text(name)
}

/// An icon as text, for buttons that are more than an icon.
pub(crate) fn icon_text(ui: &Ui, icon: Icon) -> RichText {
    RichText::new(char::from(icon).to_string()).size(15.0).color(Theme::of(ui).ink)
}

/// A row with a button at its right end and other controls in the remaining room, never wider than the panel.
pub(crate) fn button_at_the_end(ui: &mut Ui, button: impl FnOnce(&mut Ui), rest: impl FnOnce(&mut Ui)) {
    let size = Vec2::new(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        button(ui);
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), rest);
    });
}

/// A dialog above the window. It is in the middle order: lists, menus and tooltips, which are in the foreground, open above
/// it, while among layers of one order the last one touched is on top.
pub(crate) fn modal(ui: &Ui, name: &str) -> Modal {
    let id = Id::unique(name);
    Modal::new(id)
        .area(Modal::default_area(id).order(Order::Middle))
        .frame(egui::Frame::popup(ui.style()).inner_margin(SPACE[3]))
}

/// The heading of a section.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    ui.label(RichText::new(text).family(semibold()).size(text_size::HEADING))
}

pub fn small(ui: &mut Ui, text: impl Into<String>) -> Response {
    let muted = Theme::of(ui).muted;
    ui.label(RichText::new(text).size(text_size::SMALL).color(muted))
}

/// A remark on what is shown: a warning in its colour after its icon, a note as secondary text.
pub fn remark(ui: &mut Ui, lang: Lang, remark: &Remark) -> Response {
    let text = remark.text(lang);
    if remark.severity() == Severity::Note {
        return small(ui, text);
    }
    let text = format!("{} {text}", char::from(Icon::TriangleAlert));
    let warning = Theme::of(ui).warning;
    ui.label(RichText::new(text).size(text_size::SMALL).color(warning))
}

/// A choice among a few options, all visible.
pub(crate) fn segmented<T: Copy + PartialEq>(
    ui: &mut Ui,
    options: impl IntoIterator<Item = (T, String)>,
    current: T,
) -> Option<T> {
    let mut picked = None;
    let row = |ui: &mut Ui| {
        let before = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, 2.0);
        let options: Vec<(T, String)> = options.into_iter().collect();
        let selected = options.iter().position(|(value, _)| *value == current);
        let id = ui.next_auto_id();
        let mut roving = Roving::new(ui, id, 1, selected);
        for (value, name) in options {
            if selectable(ui, &mut roving, value == current, &name) && value != current {
                picked = Some(value);
            }
        }
        roving.end(ui);
        ui.spacing_mut().item_spacing.x = before;
    };
    // Within a row that wraps, the options wrap as its other controls do.
    if ui.layout().main_wrap() {
        row(ui);
    } else {
        ui.horizontal_wrapped(row);
    }
    picked
}

/// One option of a group; returns whether it was clicked.
fn selectable(ui: &mut Ui, roving: &mut Roving, is_selected: bool, name: &str) -> bool {
    let row = roving.row();
    let button = egui::Button::selectable(is_selected, name).sense(roving.sense(row, None));
    let response = ui.add(button);
    roving.follow(ui, row, None, &response);
    response.clicked()
}

/// A list of options one below the other, of which one is picked.
pub(crate) fn list_of_one<T: PartialEq>(
    ui: &mut Ui,
    salt: &str,
    options: impl IntoIterator<Item = (T, String)>,
    current: Option<T>,
) -> Option<T> {
    listed(ui, salt, options, current, None)
}

/// The same in columns; one takes the focus where nothing has it, so that arrows and Enter answer a question.
pub(crate) fn list_entered<T: PartialEq>(
    ui: &mut Ui,
    salt: &str,
    options: impl IntoIterator<Item = (T, String)>,
    current: Option<T>,
    columns: usize,
) -> Option<T> {
    listed(ui, salt, options, current, Some(columns))
}

fn listed<T: PartialEq>(
    ui: &mut Ui,
    salt: &str,
    options: impl IntoIterator<Item = (T, String)>,
    current: Option<T>,
    entered: Option<usize>,
) -> Option<T> {
    let options: Vec<(T, String)> = options.into_iter().collect();
    let selected = options.iter().position(|(value, _)| Some(value) == current.as_ref());
    let id = ui.make_persistent_id(salt);
    let mut roving = Roving::new(ui, id, 1, selected);
    if entered.is_some() {
        roving.enter(ui);
    }
    let mut picked = None;
    let mut one = |ui: &mut Ui, (value, name): (T, String)| {
        if selectable(ui, &mut roving, Some(&value) == current.as_ref(), &name) {
            picked = Some(value);
        }
    };
    match entered.filter(|columns| *columns > 1) {
        None => options.into_iter().for_each(|option| one(ui, option)),
        Some(columns) => {
            let high = options.len().div_ceil(columns);
            ui.columns(columns, |columns| {
                for (at, option) in options.into_iter().enumerate() {
                    one(&mut columns[at / high], option);
                }
            });
        }
    }
    roving.end(ui);
    picked
}

/// A choice among several options in a drop-down list.
pub(crate) fn drop_down<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    options: impl IntoIterator<Item = (T, String)>,
    current: T,
    width: f32,
) -> Option<T> {
    let options: Vec<(T, String)> = options.into_iter().collect();
    let shown = options.iter().find(|(value, _)| *value == current).map_or("", |(_, name)| name.as_str());
    let mut picked = None;
    let shown_text = shown.to_owned();
    let response = egui::ComboBox::from_id_salt(name)
        .selected_text(shown)
        .width(width)
        // A long name must not widen its panel.
        .truncate()
        .height(LIST_HEIGHT)
        .show_ui(ui, |ui| {
            for (value, name) in &options {
                if ui.selectable_label(*value == current, name).clicked() && *value != current {
                    picked = Some(*value);
                }
            }
        })
        .response;
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(shown_text.clone());
        info
    });
    response.on_hover_text(name);
    picked
}

/// A named field that is applied when it loses focus; returns the text if it has changed.
pub(crate) fn field_when_left(
    ui: &mut Ui,
    id: egui::Id,
    name: &str,
    text: &str,
    dress: impl FnOnce(TextEdit<'_>) -> TextEdit<'_>,
) -> (Response, Option<String>) {
    let key = id.with("typed");
    let before: Option<String> = ui.data(|data| data.get_temp(key));
    let mut typed = before.clone().unwrap_or_else(|| text.to_owned());
    let response = ui.add(dress(TextEdit::singleline(&mut typed).id(id)));
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
        info.current_text_value = Some(typed.clone());
        info
    });
    if response.lost_focus() {
        ui.data_mut(|data| data.remove::<String>(key));
        return (response, Some(typed).filter(|typed| typed != text));
    }
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(key, typed));
    }
    (response, None)
}

/// The outcome of a field for a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum NumberField {
    Unchanged,
    Emptied,
    /// This number was typed.
    Number(f64),
}

/// A named field for a number, applied when it loses focus. Invalid or ambiguous input changes nothing, and a message
/// is shown below until something else is typed.
pub(crate) fn number_field(
    ui: &mut Ui,
    lang: Lang,
    id: egui::Id,
    name: &str,
    shown: &str,
    dress: impl FnOnce(TextEdit<'_>) -> TextEdit<'_>,
) -> NumberField {
    let key = id.with("refused");
    let refused: Option<String> = ui.data(|data| data.get_temp(key));
    let typing: Option<String> = ui.data(|data| data.get_temp(id.with("typed")));
    let text = typing.or(refused.clone()).unwrap_or_else(|| shown.to_owned());
    let fault = number_fault(lang, &text, Typed::read(&text)).filter(|_| !text.trim().is_empty());
    let error = fault.is_some().then_some(Theme::of(ui).error);
    let (response, left) = field_when_left(ui, id, name, refused.as_deref().unwrap_or(shown), |edit| {
        dress(edit).text_color_opt(error)
    });
    if let Some(fault) = &fault {
        ui.colored_label(Theme::of(ui).error, fault);
    }
    response.on_hover_text(fault.as_deref().unwrap_or(name));
    let Some(typed) = left else { return NumberField::Unchanged };
    let gives_up = ui.input(|input| input.key_pressed(egui::Key::Escape));
    ui.data_mut(|data| data.remove::<String>(key));
    if gives_up || typed == shown {
        return NumberField::Unchanged;
    }
    match Typed::read(&typed) {
        Typed::Sure(number) => NumberField::Number(number),
        _ if typed.trim().is_empty() => NumberField::Emptied,
        Typed::Ambiguous(_) | Typed::NoNumber => {
            ui.data_mut(|data| data.insert_temp(key, typed));
            NumberField::Unchanged
        }
    }
}

/// A coloured rectangle.
pub(crate) fn swatch(ui: &Ui, rect: egui::Rect, colour: Color32) {
    let theme = Theme::of(ui);
    ui.painter().rect(rect, 2.0, colour, (1.0, theme.line), egui::StrokeKind::Inside);
}

pub fn strong(text: impl Into<String>) -> RichText {
    RichText::new(text).family(semibold())
}

/// The font of secondary text.
pub(crate) fn small_font() -> FontId {
    FontId::proportional(text_size::SMALL)
}

pub fn gap(ui: &mut Ui) {
    ui.add_space(SPACE[2]);
}

/// A gesture number not used before: see [`Action::InGesture`](crate::engine::Action::InGesture).
pub(crate) fn next_gesture(ui: &Ui) -> u64 {
    ui.data_mut(|data| {
        let last: &mut u64 = data.get_temp_mut_or_default(egui::Id::unique("gestures"));
        *last += 1;
        *last
    })
}

/// The gesture of a changed control, the same for as long as the control keeps the focus; `None` where nothing has
/// changed.
pub fn gesture(ui: &Ui, response: &Response) -> Option<u64> {
    let id = response.id.with("gesture");
    if response.gained_focus() || response.drag_started() {
        let gesture = next_gesture(ui);
        ui.data_mut(|data| data.insert_temp(id, gesture));
    }
    response.changed().then(|| ui.data(|data| data.get_temp(id)).unwrap_or_else(|| next_gesture(ui)))
}
