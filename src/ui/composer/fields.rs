//! Fields whose text or number changes as it is typed: all of one stay in the field is one undo step.

use std::cell::RefCell;

use egui::{Align, Button, DragValue, Layout, Response, Role, TextEdit, Ui, WidgetInfo};

use crate::base::Typed;
use crate::i18n::{Lang, Text, field_number, number_fault};
use crate::ui::theme::Theme;
use crate::ui::widgets::{gesture, small};

/// How far a number goes for a point that it is dragged.
const SPEED: f64 = 0.1;

/// A button as wide as there is room, its text at the left.
pub fn row(ui: &mut Ui, button: Button<'_>) -> Response {
    ui.with_layout(Layout::top_down_justified(Align::Min), |ui| ui.add(button)).inner
}

/// A named line of text; what stands in it when it is empty is pale.
pub fn line(ui: &mut Ui, name: &str, text: &mut String, hint: &str) -> Option<u64> {
    let edit = TextEdit::singleline(text).hint_text(hint).desired_width(f32::INFINITY);
    let response = ui.add(edit);
    named(&response, name, text);
    gesture(ui, &response)
}

/// A named text of several lines.
pub fn paragraph(ui: &mut Ui, name: &str, text: &mut String, rows: usize) -> Option<u64> {
    let edit = TextEdit::multiline(text).desired_rows(rows).desired_width(f32::INFINITY);
    let response = ui.add(edit);
    named(&response, name, text);
    gesture(ui, &response)
}

fn named(response: &Response, name: &str, text: &str) {
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
        info.current_text_value = Some(text.to_owned());
        info
    });
}

/// A line whose emptiness means that the program makes the text.
pub fn optional(ui: &mut Ui, name: &str, text: &mut Option<String>, hint: &str) -> Option<u64> {
    small(ui, name);
    let mut typed = text.clone().unwrap_or_default();
    let gesture = line(ui, name, &mut typed, hint)?;
    *text = Some(typed).filter(|typed| !typed.is_empty());
    Some(gesture)
}

/// A named number between two others.
pub fn number(
    ui: &mut Ui,
    lang: Lang,
    name: Text,
    value: &mut f64,
    range: std::ops::RangeInclusive<f64>,
    suffix: &str,
) -> Option<u64> {
    let label = small(ui, lang.text(name)).id;
    // The parser is asked where the field is left; what it refuses would vanish without a word.
    let refused = RefCell::new(None);
    let parser = |text: &str| {
        let typed = Typed::read(text).within(&range);
        *refused.borrow_mut() = number_fault(lang, text, typed);
        typed.sure()
    };
    let drag = DragValue::new(value).range(range.clone()).max_decimals(1).suffix(suffix);
    let drag = drag
        .update_while_editing(false)
        .speed(SPEED)
        .custom_formatter(|value, _| field_number(lang, (value * 10.0).round() / 10.0))
        .custom_parser(parser);
    let response = ui.add(drag).labelled_by(label);
    let kept = response.id.with("refused");
    match refused.into_inner() {
        Some(fault) => {
            ui.data_mut(|data| data.insert_temp(kept, fault));
        }
        None if response.changed() || response.gained_focus() => {
            ui.data_mut(|data| data.remove::<String>(kept));
        }
        None => {}
    }
    if let Some(fault) = ui.data(|data| data.get_temp::<String>(kept)) {
        ui.colored_label(Theme::of(ui).error, fault);
    }
    gesture(ui, &response)
}
