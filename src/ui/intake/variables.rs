//! The variables of a table: their names, their units, and how they may be used.

use egui::{Grid, Ui};

use crate::engine::IntakeAction;
use crate::engine::intake::{Answer, CheckedTable, CheckedVariable, Entry, Meaning, Measure, Role, Uses};
use crate::i18n::{Lang, Text, date, number, texts};
use crate::ui::theme::INTAKE;
use crate::ui::widgets::{drop_down, field_when_left, heading, small};

/// The most variables shown.
const SHOWN: usize = 40;

/// The measures on offer.
pub const MEASURES: [(Measure, Text); 9] = [
    (Measure::Persons, texts::MEASURE_PERSONS),
    (Measure::Count, texts::MEASURE_COUNT),
    (Measure::Amount, texts::MEASURE_AMOUNT),
    (Measure::Balance, texts::MEASURE_BALANCE),
    (Measure::Share, texts::MEASURE_SHARE),
    (Measure::Ratio, texts::MEASURE_RATIO),
    (Measure::NotAdditive, texts::MEASURE_NOT_ADDED),
    (Measure::Ordinal, texts::MEASURE_ORDINAL),
    (Measure::Category, texts::MEASURE_CATEGORY),
];

/// One row per variable. Those with a column of their own can be changed.
pub(crate) fn variables_ui(
    ui: &mut Ui,
    lang: Lang,
    entry: &Entry,
    table: &CheckedTable,
) -> Option<IntakeAction> {
    if table.variables.is_empty() {
        return None;
    }
    heading(ui, lang.text(texts::INTAKE_VARIABLES));
    let mut asked = None;
    Grid::new("variables").num_columns(5).striped(true).show(ui, |ui| {
        for text in [
            texts::INTAKE_VARIABLE_NAME,
            texts::INTAKE_VARIABLE_UNIT,
            texts::INTAKE_VARIABLE_MEASURE,
            texts::INTAKE_VARIABLE_VALUES,
            texts::INTAKE_VARIABLE_SUM,
        ] {
            small(ui, lang.text(text));
        }
        ui.end_row();
        for variable in table.variables.iter().take(SHOWN) {
            let others = table.variables.iter().filter(|other| other.column == variable.column);
            let is_own = !entry.is_known() && !variable.column.is_empty() && others.count() == 1;
            if is_own {
                asked = own_ui(ui, lang, entry, variable).or(asked.take());
            } else {
                // A label that may be cut takes the least room in a grid.
                ui.vertical(|ui| {
                    ui.set_width(INTAKE.variable);
                    ui.add(egui::Label::new(&variable.name).truncate());
                });
                ui.label(&variable.unit);
                ui.label(lang.text(measure_text(variable.measure)));
            }
            ui.label(number(lang, variable.present as f64, 0));
            let decimals = if variable.sum.fract() == 0.0 { 0 } else { 2 };
            // The sum of rates would only be mistaken for something.
            let sum = if variable.measure.adds_up() {
                let sum = number(lang, variable.sum, decimals);
                variable.summed_at.map_or(sum.clone(), |at| texts::intake_sum_at(lang, sum, date(lang, at)))
            } else {
                "–".to_owned()
            };
            ui.label(sum);
            ui.end_row();
        }
    });
    if let Some(more) = table.variables.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        small(ui, texts::intake_more_variables(lang, more));
    }
    asked
}

fn measure_text(measure: Measure) -> Text {
    MEASURES.iter().find(|(known, _)| *known == measure).map_or(MEASURES[1].1, |(_, text)| *text)
}

/// What the numbers of a variable mean now.
pub(crate) fn meaning_of(variable: &CheckedVariable) -> Meaning {
    let CheckedVariable { name, unit, measure, column, .. } = variable;
    let called = if name == column { String::new() } else { name.clone() };
    let Uses { weight, per, quality, steps, withheld, .. } = variable.uses.clone();
    let (measure, unit) = (Some(*measure), unit.clone());
    Meaning { name: called, measure, unit, weight, per, quality, steps, withheld }
}

/// The fields of a variable with a column of its own.
fn own_ui(ui: &mut Ui, lang: Lang, entry: &Entry, variable: &CheckedVariable) -> Option<IntakeAction> {
    let CheckedVariable { name, unit, measure, column, .. } = variable;
    let now = meaning_of(variable);
    let mut changed = None;
    if let Some(typed) = field(ui, lang, texts::INTAKE_VARIABLE_NAME, column, name, INTAKE.name) {
        changed = Some(Meaning { name: typed, ..now.clone() });
    }
    if let Some(typed) = field(ui, lang, texts::INTAKE_VARIABLE_UNIT, column, unit, INTAKE.unit) {
        changed = Some(Meaning { unit: typed, ..now.clone() });
    }
    let label = texts::intake_field_of(lang, lang.text(texts::INTAKE_VARIABLE_MEASURE), column);
    let measures = MEASURES.map(|(measure, text)| (measure, lang.text(text).to_owned()));
    if let Some(picked) = drop_down(ui, &label, measures, *measure, INTAKE.measure) {
        changed = Some(Meaning { measure: Some(picked), ..now });
    }
    changed
        .map(|meaning| IntakeAction::Answer(entry.id, Answer::Column(column.clone(), Role::Value(meaning))))
}

/// A field of a variable, applied when it loses focus.
pub(crate) fn field(ui: &mut Ui, lang: Lang, what: Text, of: &str, text: &str, width: f32) -> Option<String> {
    let label = texts::intake_field_of(lang, lang.text(what), of);
    let id = ui.make_persistent_id(&label);
    field_when_left(ui, id, &label, text, |edit| {
        // The columns of a grid keep the width of their earlier contents.
        edit.desired_width(width).min_size(egui::vec2(width, 0.0))
    })
    .1
}
