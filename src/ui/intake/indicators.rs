//! The indicators made from a table, with its source and licence: which ones to create, and a form for each.

use egui::{Frame, Margin, Ui};
use lucide_icons::Icon;

use super::indicator::{form_ui, line_ui};
use super::memory::IntakeMemory;
use crate::data::Bilingual;
use crate::engine::intake::{Candidate, Entry, Intake, Terms, another, quantities};
use crate::engine::{IntakeAction, State};
use crate::i18n::texts;
use crate::ui::theme::{INTAKE, RADIUS, SPACE, Theme};
use crate::ui::widgets::{gap, heading, icon_button, small};

/// The most indicators shown.
const SHOWN: usize = 60;

/// Source, licence and indicators of a table.
pub fn indicators_ui(
    ui: &mut Ui,
    state: &State,
    intake: &Intake,
    entry: &Entry,
    memory: &mut IntakeMemory,
) -> Option<IntakeAction> {
    let lang = state.settings.lang;
    let mut terms = entry.terms.clone();
    heading(ui, lang.text(texts::INTAKE_SOURCE));
    let meta = entry.import().map(|import| &import.dataset.meta)?;
    egui::Grid::new("terms").num_columns(2).min_col_width(INTAKE.label).show(ui, |ui| {
        let source = (texts::INTAKE_SOURCE, texts::INTAKE_SOURCE_HINT, lang.pick(&meta.source));
        let licence = (texts::INTAKE_LICENCE, texts::INTAKE_LICENCE_HINT, meta.licence.as_str());
        for ((name, hint, of_table), value) in
            [source, licence].into_iter().zip([&mut terms.source, &mut terms.licence])
        {
            small(ui, lang.text(name));
            // For an unknown table this is only a placeholder.
            let of_table = if entry.is_known() { of_table } else { "" };
            let mut typed = value.clone().unwrap_or_else(|| of_table.to_owned());
            if line_ui(ui, lang.text(name), &mut typed, lang.text(hint), INTAKE.field) {
                *value = Some(typed);
            }
            ui.end_row();
        }
    });
    // Indicators that were already changed follow changes to the table.
    for candidate in terms.indicators.iter_mut().flatten() {
        if let Some(source) = &terms.source {
            candidate.indicator.source = Bilingual { it: source.clone(), en: source.clone() };
        }
        if let Some(licence) = &terms.licence {
            candidate.indicator.licence.clone_from(licence);
        }
    }
    gap(ui);
    heading(ui, lang.text(texts::INTAKE_INDICATORS));
    let mut candidates = entry.candidates();
    if candidates.is_empty() {
        small(ui, lang.text(texts::INTAKE_NO_INDICATORS));
    }
    let before = candidates.clone();
    for (i, candidate) in candidates.iter_mut().take(SHOWN).enumerate() {
        ui.push_id(i, |ui| candidate_ui(ui, state, intake, entry, candidate, memory));
    }
    ui.horizontal(|ui| {
        let text = format!("{} {}", char::from(Icon::Plus), lang.text(texts::INTAKE_ADD_INDICATOR));
        if ui.button(text).clicked()
            && let Some(new) = another(entry, &candidates)
        {
            memory.indicator = Some(new.indicator.id.clone());
            candidates.push(new);
        }
        if terms.indicators.is_some() && ui.button(lang.text(texts::INTAKE_AS_PROPOSED)).clicked() {
            terms.indicators = None;
            candidates.clone_from(&before);
        }
    });
    if candidates != before {
        terms.indicators = Some(candidates);
    }
    let changed = terms != entry.terms;
    changed.then(|| IntakeAction::SetTerms(entry.id, Box::new(Terms { ..terms })))
}

/// One indicator: whether to create it, and its form if open.
fn candidate_ui(
    ui: &mut Ui,
    state: &State,
    intake: &Intake,
    entry: &Entry,
    candidate: &mut Candidate,
    memory: &mut IntakeMemory,
) {
    let lang = state.settings.lang;
    let name = lang.pick(&candidate.indicator.name).to_owned();
    let id = candidate.indicator.id.clone();
    let is_open = memory.indicator.as_ref() == Some(&id);
    ui.horizontal(|ui| {
        let want = ui.checkbox(&mut candidate.is_wanted, &name);
        let label = texts::intake_want_indicator(lang, &name);
        let is_wanted = candidate.is_wanted;
        want.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, is_wanted, &label));
        let label = texts::intake_edit_indicator(lang, &name);
        if icon_button(ui, Icon::Pencil, &label, true, is_open).clicked() {
            memory.indicator = (!is_open).then(|| id.clone());
        }
        small(ui, lang.pick(&candidate.indicator.unit));
    });
    if candidate.is_wanted && intake.dateless.contains(&id) {
        ui.colored_label(Theme::of(ui).warning, lang.text(texts::INTAKE_NO_DATES));
    }
    if is_open {
        let theme = Theme::of(ui);
        let frame =
            Frame::new().fill(theme.panel).corner_radius(RADIUS).inner_margin(Margin::same(SPACE[2] as i8));
        frame.show(ui, |ui| {
            form_ui(ui, lang, &mut candidate.indicator, &quantities(state, entry), &mut memory.search);
        });
    }
}
