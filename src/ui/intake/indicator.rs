//! The form of a new indicator.

use egui::{Grid, Role, TextEdit, Ui, WidgetInfo};
use lucide_icons::Icon;

use super::pick::list_ui;
use crate::data::{Bilingual, Indicator, Polarity, Term};
use crate::engine::intake::{MULTIPLIERS, Quantity, quantity, reckon};
use crate::i18n::{Lang, Text, number, texts};
use crate::ui::theme::INTAKE;
use crate::ui::widgets::{drop_down, small};

/// The most decimals offered.
const DECIMALS: usize = 3;

/// A named line of text; returns whether it was changed.
pub(crate) fn line_ui(ui: &mut Ui, name: &str, text: &mut String, hint: &str, width: f32) -> bool {
    let response = ui.add(TextEdit::singleline(text).hint_text(hint).desired_width(width));
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
        info.current_text_value = Some(text.clone());
        info
    });
    response.changed()
}

pub(crate) fn form_ui(
    ui: &mut Ui,
    lang: Lang,
    indicator: &mut Indicator,
    all: &[Quantity],
    search: &mut String,
) {
    Grid::new("indicator").num_columns(2).min_col_width(INTAKE.form).show(ui, |ui| {
        let row = |ui: &mut Ui, text: Text, add: &mut dyn FnMut(&mut Ui, &str)| {
            small(ui, lang.text(text));
            add(ui, lang.text(text));
            ui.end_row();
        };
        row(ui, texts::INTAKE_VARIABLE_NAME, &mut |ui, name| {
            let mut typed = lang.pick(&indicator.name).to_owned();
            if line_ui(ui, name, &mut typed, "", INTAKE.field) {
                indicator.name = Bilingual { it: typed.clone(), en: typed };
                indicator.short = indicator.name.clone();
            }
        });
        let numerator = quantity(all, &indicator.numerator).cloned();
        let denominator = quantity(all, &indicator.denominator).cloned();
        row(ui, texts::INTAKE_NUMERATOR, &mut |ui, name| {
            if let Some(Some(picked)) = quantity_ui(ui, lang, name, all, &indicator.numerator, false, search)
            {
                reckon(indicator, picked, denominator.as_ref(), indicator.multiplier);
            }
        });
        row(ui, texts::INTAKE_DENOMINATOR, &mut |ui, name| {
            let picked = quantity_ui(ui, lang, name, all, &indicator.denominator, true, search);
            if let (Some(picked), Some(numerator)) = (picked, &numerator) {
                // Persons are counted per thousand by default; the field below changes it.
                let multiplier =
                    if indicator.denominator.is_empty() { 1_000.0 } else { indicator.multiplier };
                reckon(indicator, numerator, picked, multiplier);
            }
        });
        if !indicator.denominator.is_empty() {
            row(ui, texts::INTAKE_MULTIPLIER, &mut |ui, name| {
                let options = MULTIPLIERS.map(|k| (k, number(lang, k, 0)));
                let picked = drop_down(ui, name, options, indicator.multiplier, INTAKE.unit);
                if let (Some(picked), Some(numerator)) = (picked, &numerator) {
                    reckon(indicator, numerator, denominator.as_ref(), picked);
                }
            });
        }
        row(ui, texts::INTAKE_VARIABLE_UNIT, &mut |ui, name| {
            let mut typed = lang.pick(&indicator.unit).to_owned();
            if line_ui(ui, name, &mut typed, "", INTAKE.field) {
                indicator.unit = Bilingual { it: typed.clone(), en: typed };
            }
        });
        row(ui, texts::INTAKE_DECIMALS, &mut |ui, name| {
            let options = (0..=DECIMALS).map(|n| (n, n.to_string()));
            if let Some(picked) = drop_down(ui, name, options, indicator.decimals, INTAKE.unit) {
                indicator.decimals = picked;
            }
        });
        row(ui, texts::INTAKE_POLARITY, &mut |ui, name| {
            let options = [
                (Polarity::Neither, texts::INTAKE_NEITHER),
                (Polarity::HigherIsWorse, texts::INTAKE_WORSE),
                (Polarity::HigherIsBetter, texts::INTAKE_BETTER),
            ];
            let options = options.map(|(polarity, text)| (polarity, lang.text(text).to_owned()));
            if let Some(picked) = drop_down(ui, name, options, indicator.polarity, INTAKE.measure) {
                indicator.polarity = picked;
            }
        });
    });
}

/// A button that opens the list of quantities; returns the chosen one, or none where that is possible.
fn quantity_ui<'a>(
    ui: &mut Ui,
    lang: Lang,
    name: &str,
    all: &'a [Quantity],
    terms: &[Term],
    may_be_none: bool,
    search: &mut String,
) -> Option<Option<&'a Quantity>> {
    let none = lang.text(texts::INTAKE_NO_DENOMINATOR);
    let shown = match (quantity(all, terms), terms.is_empty()) {
        (Some(quantity), _) => lang.pick(&quantity.name),
        (None, true) => none,
        (None, false) => lang.text(texts::INTAKE_SEVERAL_TERMS),
    };
    let button = ui.button(format!("{shown} {}", char::from(Icon::ChevronDown)));
    button.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(shown.to_owned());
        info
    });
    if button.clicked() {
        search.clear();
    }
    let nothing = may_be_none.then(|| (None, none.to_owned()));
    let named = all.iter().map(|quantity| {
        let of = lang.text(quantity.from.text()).to_lowercase();
        (Some(quantity), format!("{} · {of}", lang.pick(&quantity.name)))
    });
    let options = nothing.into_iter().chain(named);
    list_ui(&button, lang.text(texts::QUANTITY_SEARCH), options, search)
}
