//! The centre of a diverging palette: automatic, zero, the ATS value, or typed.

use egui::Ui;

use crate::engine::{Action, State};
use crate::i18n::{Lang, field_number, texts};
use crate::ui::theme::{CENTRE_WIDTH, SPACE};
use crate::ui::widgets::{NumberField, number_field, segmented, small};

/// Buttons for three values, and a field for any other.
pub(crate) fn centre_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let lang = state.settings.lang;
    small(ui, lang.text(texts::CENTRE));
    let overall = state.model.overall;
    let options = [(None, texts::CENTRE_AUTO), (Some(0.0), texts::CENTRE_ZERO), (overall, texts::CENTRE_ATS)];
    let options = options.map(|(value, text)| (value, lang.text(text).to_owned()));
    let map = &state.document.map;
    let centre = map.palette.centre;
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        asked = segmented(ui, options, centre);
        ui.add_space(-SPACE[0]);
        let named = [None, Some(0.0), overall].contains(&centre);
        let shown = centre.filter(|_| !named).map(|centre| field_number(lang, centre)).unwrap_or_default();
        asked = typed(ui, lang, shown).or(asked.take());
    });
    asked.map(|centre| Action::map(map, |map| map.palette.centre = centre))
}

fn typed(ui: &mut Ui, lang: Lang, shown: String) -> Option<Option<f64>> {
    let id = ui.make_persistent_id("centre");
    let name = lang.text(texts::CENTRE_TYPED);
    let field = number_field(ui, lang, id, name, &shown, |edit| {
        edit.hint_text(lang.text(texts::CENTRE_HINT)).desired_width(CENTRE_WIDTH)
    });
    match field {
        NumberField::Unchanged => None,
        NumberField::Number(number) => Some(Some(number)),
        // An empty field returns to automatic.
        NumberField::Emptied => Some(None),
    }
}
