//! The threshold of a chart: a value of the indicator and a name, typed by the user.

use egui::Ui;

use crate::document::Threshold;
use crate::i18n::{Lang, field_number, texts};
use crate::ui::theme::MODAL;
use crate::ui::widgets::{NumberField, field_when_left, number_field, small};

/// The two fields; returns the new threshold where it has changed.
pub fn threshold_ui(ui: &mut Ui, lang: Lang, id: &str, now: Option<&Threshold>) -> Option<Option<Threshold>> {
    let mut asked = None;
    let text = lang.text(texts::THRESHOLD);
    ui.horizontal_wrapped(|ui| {
        small(ui, text).on_hover_text(lang.text(texts::THRESHOLD_TIP));
        let shown = now.map_or_else(String::new, |own| field_number(lang, own.value));
        let width = MODAL.number / 2.0;
        let field_id = ui.make_persistent_id((id, "value"));
        let hint = lang.text(texts::THRESHOLD_HINT);
        match number_field(ui, lang, field_id, text, &shown, |edit| edit.hint_text(hint).desired_width(width))
        {
            NumberField::Unchanged => {}
            NumberField::Emptied => asked = Some(None),
            NumberField::Number(value) => {
                let name = now.map_or_else(String::new, |own| own.name.clone());
                asked = Some(Some(Threshold { value, name }));
            }
        }
        if let Some(own) = now {
            let name = lang.text(texts::THRESHOLD_NAME);
            let field_id = ui.make_persistent_id((id, "name"));
            let (_, left) = field_when_left(ui, field_id, name, &own.name, |edit| {
                edit.hint_text(name).desired_width(MODAL.number)
            });
            if let Some(name) = left {
                asked = Some(Some(Threshold { name, ..own.clone() }));
            }
        }
    });
    asked
}
