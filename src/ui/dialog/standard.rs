//! The dialog of standards: which one, how many there are, and what each territory needs.

use egui::{Id, Label, ScrollArea, Ui};

use crate::engine::dialog::StandardForm;
use crate::engine::standard::{Asking, line, printed_standards};
use crate::engine::{DialogAction, State};
use crate::i18n::{Lang, field_number, texts};
use crate::ui::theme::{MODAL, SPACE};
use crate::ui::widgets::{NumberField, drop_down, field_when_left, number_field, small, strong};

/// The form and, below it, the needs.
pub(crate) fn standard_ui(
    ui: &mut Ui,
    state: &State,
    form: &StandardForm,
    height: f32,
) -> Option<DialogAction> {
    let lang = state.settings.lang;
    small(ui, lang.text(texts::STANDARD_TIP));
    ui.add_space(SPACE[1]);
    let mut asked = None;
    let mut filled = form.clone();
    ui.horizontal_wrapped(|ui| {
        which_ui(ui, lang, &mut filled);
        there_ui(ui, state, &mut filled);
    });
    if filled != *form {
        asked = Some(DialogAction::Fill(filled));
    }
    let asking = Asking::new(state, form)?;
    let (atlas, comparison) = (&state.bundle.atlas, &asking.comparison);
    ui.add_space(SPACE[1]);
    ui.add(Label::new(strong(&comparison.what)).wrap());
    small(ui, comparison.origin(lang));
    small(ui, comparison.when(atlas, Some(asking.date), lang));
    let hint = match Asking::places(state).len() {
        0 => Some(texts::STANDARD_SELECT),
        1 => None,
        _ => Some(texts::STANDARD_SELECT_ONE),
    };
    if let Some(hint) = hint {
        small(ui, lang.text(hint));
    }
    ScrollArea::vertical()
        .min_scrolled_height(height - MODAL.fields)
        .max_height(height - MODAL.fields)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for need in &asking.needs {
                ui.add(Label::new(line(need, atlas, lang)).wrap().selectable(true));
            }
        });
    if ui.button(lang.text(texts::STANDARD_COPY)).clicked() {
        asked = Some(DialogAction::CopyNeeds);
    }
    asked
}

/// One that is printed, or the office's own with its number.
fn which_ui(ui: &mut Ui, lang: Lang, form: &mut StandardForm) {
    let known = printed_standards();
    let mut names: Vec<(usize, String)> =
        known.iter().map(|standard| lang.pick(&standard.what).to_owned()).enumerate().collect();
    names.push((known.len(), lang.text(texts::STANDARD_OF_OFFICE).to_owned()));
    let at = known.iter().position(|standard| form.printed.as_ref() == Some(&standard.id));
    let name = lang.text(texts::STANDARD_WHICH);
    small(ui, name);
    if let Some(at) = drop_down(ui, name, names, at.unwrap_or(known.len()), MODAL.words) {
        form.printed = known.get(at).map(|standard| standard.id.clone());
    }
    if form.printed.is_some() {
        return;
    }
    let what = lang.text(texts::STANDARD_WHAT);
    let (_, typed) = field_when_left(ui, Id::unique("standard_what"), what, &form.what, |edit| {
        edit.hint_text(lang.text(texts::STANDARD_WHAT_HINT)).desired_width(MODAL.number)
    });
    form.what = typed.unwrap_or(std::mem::take(&mut form.what));
    number_ui(ui, lang, "standard_one_per", lang.text(texts::STANDARD_ONE_EVERY), &mut form.one_per);
}

/// How many there are in the selected territory.
fn there_ui(ui: &mut Ui, state: &State, form: &mut StandardForm) {
    let Some((level, code)) = Asking::place(state) else { return };
    let (lang, territories) = (state.settings.lang, &state.bundle.atlas.territories);
    let Some(unit) = territories.position(level, &code) else { return };
    let name = &territories.units(level)[unit].name;
    let place = lang.within(level, name);
    number_ui(ui, lang, "standard_have", &texts::standard_there_in(lang, place), &mut form.have);
}

/// A number with its name before it.
fn number_ui(ui: &mut Ui, lang: Lang, id: &str, name: &str, number: &mut Option<f64>) {
    small(ui, name);
    let shown = number.map_or_else(String::new, |own| field_number(lang, own));
    let width = MODAL.number / 2.0;
    match number_field(ui, lang, Id::unique(id), name, &shown, |edit| edit.desired_width(width)) {
        NumberField::Unchanged => {}
        NumberField::Emptied => *number = None,
        NumberField::Number(typed) => *number = Some(typed),
    }
}
