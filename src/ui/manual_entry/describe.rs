//! The description of a manual entry: what is counted, by whom, for which territories and how often.

use egui::{DragValue, Id, Ui};

use crate::base::Level;
use crate::engine::manual_entry::grid::{Period, Periodicity};
use crate::engine::manual_entry::{Description, ManualEntry};
use crate::engine::{ManualEntryAction, State};
use crate::i18n::{Lang, Text, texts};
use crate::ui::intake::MEASURES;
use crate::ui::widgets::{drop_down, field_when_left, gap, heading, small};

pub(crate) fn describe_ui(
    ui: &mut Ui,
    state: &State,
    manual_entry: &ManualEntry,
) -> Option<ManualEntryAction> {
    let lang = state.settings.lang;
    let width = ui.available_width() - 8.0;
    let mut asked = None;
    heading(ui, lang.text(texts::MANUAL_ENTRY_WHAT));
    let mut description = manual_entry.description();
    let Description { name, unit, measure, source, note } = &mut description;
    let line = |ui: &mut Ui, what: Text, text: &mut String, hint: Option<Text>| {
        small(ui, lang.text(what));
        let hint = hint.map_or("", |hint| lang.text(hint));
        let id = Id::unique(("hand_field", what.it));
        let (_, typed) = field_when_left(ui, id, lang.text(what), text, |edit| {
            edit.hint_text(hint).desired_width(f32::INFINITY)
        });
        if let Some(typed) = typed {
            *text = typed;
        }
    };
    line(ui, texts::MANUAL_ENTRY_NAME, name, Some(texts::MANUAL_ENTRY_NAME_HINT));
    line(ui, texts::INTAKE_VARIABLE_UNIT, unit, Some(texts::MANUAL_ENTRY_UNIT_HINT));
    line(ui, texts::INTAKE_SOURCE, source, Some(texts::INTAKE_SOURCE_HINT));
    line(ui, texts::MANUAL_ENTRY_NOTE, note, None);
    small(ui, lang.text(texts::INTAKE_VARIABLE_MEASURE));
    let measures = MEASURES.map(|(measure, text)| (measure, lang.text(text).to_owned()));
    if let Some(picked) = drop_down(ui, lang.text(texts::INTAKE_VARIABLE_MEASURE), measures, *measure, width)
    {
        *measure = picked;
    }
    if description != manual_entry.description() {
        asked = Some(ManualEntryAction::Describe(description));
    }
    gap(ui);
    asked = rows_ui(ui, state, manual_entry, width).or(asked);
    gap(ui);
    periods_ui(ui, lang, manual_entry, width).or(asked)
}

/// Which territories have a row.
fn rows_ui(ui: &mut Ui, state: &State, manual_entry: &ManualEntry, width: f32) -> Option<ManualEntryAction> {
    let lang = state.settings.lang;
    let mut asked = None;
    heading(ui, lang.text(texts::INTAKE_OF_PLACES));
    small(ui, lang.text(texts::MANUAL_ENTRY_ROWS));
    let is_empty = manual_entry.grid.filled_rows() == 0;
    let levels = [Level::Comuni, Level::Ambiti].map(|level| (level, lang.level(level).to_owned()));
    ui.add_enabled_ui(is_empty, |ui| {
        let picked =
            drop_down(ui, lang.text(texts::MANUAL_ENTRY_ROWS), levels, manual_entry.grid.level(), width);
        asked = picked.map(ManualEntryAction::SetLevel);
    });
    if !is_empty {
        small(ui, lang.text(texts::MANUAL_ENTRY_LEVEL_FIXED));
    }
    if manual_entry.grid.level() == Level::Comuni {
        small(ui, lang.text(texts::MANUAL_ENTRY_OF));
        let ambiti = state.base.atlas.territories.units(Level::Ambiti);
        let options = std::iter::once((None, lang.text(texts::MANUAL_ENTRY_OF_ALL).to_owned()));
        let options = options.chain(ambiti.iter().enumerate().map(|(i, unit)| (Some(i), unit.name.clone())));
        let shown = manual_entry.of.as_ref().and_then(|of| ambiti.iter().position(|unit| unit.code == *of));
        if let Some(picked) = drop_down(ui, lang.text(texts::MANUAL_ENTRY_OF), options, shown, width) {
            asked = Some(ManualEntryAction::ShowOf(picked.map(|i| ambiti[i].code.clone())));
        }
    }
    asked
}

/// The periodicity, and the first period.
fn periods_ui(ui: &mut Ui, lang: Lang, manual_entry: &ManualEntry, width: f32) -> Option<ManualEntryAction> {
    let first = *manual_entry.grid.periods().first()?;
    let mut asked = None;
    heading(ui, lang.text(texts::MANUAL_ENTRY_PERIODS));
    let kinds = [
        (Periodicity::Year, texts::MANUAL_ENTRY_YEARLY),
        (Periodicity::Half, texts::MANUAL_ENTRY_HALF_YEARLY),
        (Periodicity::Quarter, texts::MANUAL_ENTRY_QUARTERLY),
        (Periodicity::Month, texts::MANUAL_ENTRY_MONTHLY),
    ];
    let kinds = kinds.map(|(kind, text)| (kind, lang.text(text).to_owned()));
    let (kind, year, number) = (first.periodicity(), first.year(), first.number());
    if let Some(picked) = drop_down(ui, lang.text(texts::MANUAL_ENTRY_PERIODS), kinds, kind, width) {
        asked = Period::new(picked, year, 1).map(ManualEntryAction::BeginAt);
    }
    let name = small(ui, lang.text(texts::MANUAL_ENTRY_FIRST_YEAR)).id;
    let mut typed = year;
    // Years have no thousands separators.
    let drag = DragValue::new(&mut typed).range(1900..=2100).custom_formatter(|year, _| format!("{year:.0}"));
    if ui.add(drag.update_while_editing(false)).labelled_by(name).changed() {
        asked = Period::new(kind, typed, number).map(ManualEntryAction::BeginAt);
    }
    if kind != Periodicity::Year {
        small(ui, lang.text(texts::MANUAL_ENTRY_FIRST));
        let options = (1..=kind.in_a_year())
            .filter_map(|number| Some((number, Period::new(kind, year, number)?.label(lang))));
        if let Some(picked) = drop_down(ui, lang.text(texts::MANUAL_ENTRY_FIRST), options, number, width) {
            asked = Period::new(kind, year, picked).map(ManualEntryAction::BeginAt);
        }
    }
    asked
}
