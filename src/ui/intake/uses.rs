//! What the variables of a table are related to: the population of a count, the weight of a rate, the status of the
//! values, the order of steps.

use egui::{Align, Label, Layout, RichText, Ui};

use super::variables::{field, meaning_of};
use crate::data::Quality;
use crate::engine::IntakeAction;
use crate::engine::intake::{
    Answer, CheckedTable, CheckedVariable, Denominator, Entry, FACTORS, Kind, Meaning, NO_WEIGHT, Per, Role,
};
use crate::i18n::{Lang, number, texts};
use crate::ui::theme::{INTAKE, Theme};
use crate::ui::widgets::{drop_down, gap, heading, small, small_font};

/// The most variables shown.
const SHOWN: usize = 40;

/// A row of choices per variable with a column of its own.
pub(crate) fn uses_ui(ui: &mut Ui, lang: Lang, entry: &Entry, table: &CheckedTable) -> Option<IntakeAction> {
    let is_own = |variable: &&CheckedVariable| {
        let others = table.variables.iter().filter(|other| other.column == variable.column);
        !variable.column.is_empty() && others.count() == 1
    };
    let own: Vec<&CheckedVariable> = table.variables.iter().filter(is_own).take(SHOWN).collect();
    if entry.is_known() || own.is_empty() {
        return None;
    }
    gap(ui);
    heading(ui, lang.text(texts::INTAKE_USES));
    small(ui, lang.text(texts::INTAKE_USES_HINT));
    let has_withheld = entry.findings().iter().any(|finding| finding.kind == Kind::Withheld);
    if has_withheld {
        small(ui, lang.text(texts::INTAKE_WITHHELD_HINT));
    }
    let mut changed = None;
    for variable in own {
        let now = meaning_of(variable);
        // Wrapped, because a narrow window has no room for all on one line.
        let new =
            ui.horizontal_wrapped(|ui| variable_ui(ui, lang, table, variable, &now, has_withheld)).inner;
        changed = new.map(|meaning| (variable.column.clone(), meaning)).or(changed);
    }
    let (column, meaning) = changed?;
    Some(IntakeAction::Answer(entry.id, Answer::Column(column, Role::Value(meaning))))
}

fn variable_ui(
    ui: &mut Ui,
    lang: Lang,
    table: &CheckedTable,
    variable: &CheckedVariable,
    now: &Meaning,
    has_withheld: bool,
) -> Option<Meaning> {
    let CheckedVariable { name, column, measure, .. } = variable;
    let room = egui::vec2(INTAKE.unit, INTAKE.row);
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(INTAKE.unit);
        let text = RichText::new(name).font(small_font()).color(Theme::of(ui).muted);
        ui.add(Label::new(text).truncate()).on_hover_text(name);
    });
    let columns = table
        .variables
        .iter()
        .filter(|other| other.measure.is_counted() && other.column != *column && !other.column.is_empty());
    let columns: Vec<String> = columns.map(|other| other.column.clone()).collect();
    let mut changed = None;
    if measure.is_rate() {
        changed = weight_ui(ui, lang, column, columns, now);
    } else if measure.is_counted() {
        changed = per_ui(ui, lang, column, columns, now);
    } else if measure.has_steps() && !now.steps.is_empty() {
        let typed = now.steps.join(", ");
        if let Some(typed) = field(ui, lang, texts::INTAKE_STEPS, column, &typed, INTAKE.measure) {
            let steps = typed.split(',').map(|step| step.trim().to_owned()).filter(|step| !step.is_empty());
            changed = Some(Meaning { steps: steps.collect(), ..now.clone() });
        }
    }
    let label = texts::intake_field_of(lang, lang.text(texts::INTAKE_QUALITY), column);
    let qualities = [
        (Quality::Final, texts::QUALITY_FINAL_CHOICE),
        (Quality::Provisional, texts::QUALITY_PROVISIONAL_CHOICE),
        (Quality::Estimated, texts::QUALITY_ESTIMATED_CHOICE),
    ];
    let qualities = qualities.map(|(quality, text)| (quality, lang.text(text).to_owned()));
    if let Some(quality) = drop_down(ui, &label, qualities, now.quality, INTAKE.measure) {
        changed = Some(Meaning { quality, ..now.clone() });
    }
    if measure.is_counted() && has_withheld {
        let typed = now.withheld.clone().unwrap_or_default();
        small(ui, lang.text(texts::INTAKE_WITHHELD));
        if let Some(typed) = field(ui, lang, texts::INTAKE_WITHHELD, column, &typed, INTAKE.label) {
            changed = Some(Meaning { withheld: (!typed.is_empty()).then_some(typed), ..now.clone() });
        }
    }
    changed
}

/// What a rate is weighted with; the fitting population comes first.
fn weight_ui(ui: &mut Ui, lang: Lang, column: &str, columns: Vec<String>, now: &Meaning) -> Option<Meaning> {
    let proposed = Denominator::of_rate(column).map(|found| found.id).unwrap_or_default();
    let name = |found: &Denominator| {
        let name = texts::weigh_with(lang, lang.pick(&found.the));
        if found.id == proposed { texts::relate_proposed(lang, name) } else { name }
    };
    let mut options = vec![(NO_WEIGHT.to_owned(), lang.text(texts::WEIGH_NOT).to_owned())];
    options.extend(populations(&proposed).iter().map(|found| (found.id.clone(), name(found))));
    options.extend(columns.into_iter().map(|of| {
        let the = texts::per_column(lang, &of);
        (of, texts::weigh_with(lang, the))
    }));
    let current = now.weight.clone().unwrap_or_else(|| NO_WEIGHT.to_owned());
    let label = texts::intake_field_of(lang, lang.text(texts::INTAKE_WEIGHT), column);
    let of = pick(ui, &label, options, &current)?;
    Some(Meaning { weight: Some(of), ..now.clone() })
}

/// What a count is related to, and per how many.
fn per_ui(ui: &mut Ui, lang: Lang, column: &str, columns: Vec<String>, now: &Meaning) -> Option<Meaning> {
    let proposed = Denominator::proposed(column).id;
    let name = |found: &Denominator| {
        let name = texts::relate_to(lang, lang.pick(&found.name));
        if found.id == proposed { texts::relate_proposed(lang, name) } else { name }
    };
    let mut options = vec![(String::new(), lang.text(texts::RELATE_NOT).to_owned())];
    options.extend(populations(&proposed).iter().map(|found| (found.id.clone(), name(found))));
    options.extend(columns.into_iter().map(|of| {
        let named = texts::per_column(lang, &of);
        (of, texts::relate_to(lang, named))
    }));
    let current = now.per.as_ref().map_or(String::new(), |per| per.of.clone());
    let label = texts::intake_field_of(lang, lang.text(texts::INTAKE_RELATED_TO), column);
    let picked = pick(ui, &label, options, &current).map(|of| Meaning {
        per: (!of.is_empty()).then(|| Per { of, times: now.per.as_ref().and_then(|per| per.times) }),
        ..now.clone()
    });
    let Some(per) = &now.per else { return picked };
    let label = texts::intake_field_of(lang, lang.text(texts::INTAKE_MULTIPLIER), column);
    let factors = FACTORS.map(|times| (Some(times), number(lang, f64::from(times), 0)));
    let factors = std::iter::once((None, lang.text(texts::RELATE_AUTO).to_owned())).chain(factors);
    let times = drop_down(ui, &label, factors, per.times, INTAKE.measure);
    let timed = times.map(|times| Meaning { per: Some(Per { times, ..per.clone() }), ..now.clone() });
    picked.or(timed)
}

/// The populations on offer, the proposed one first.
fn populations(proposed: &str) -> Vec<Denominator> {
    let mut all = Denominator::all();
    all.sort_by_key(|found| found.id != proposed);
    all
}

/// A drop-down list of ids.
fn pick(ui: &mut Ui, label: &str, options: Vec<(String, String)>, current: &str) -> Option<String> {
    let now = options.iter().position(|(id, _)| id == current).unwrap_or_default();
    let shown = options.iter().enumerate().map(|(i, (_, name))| (i, name.clone()));
    drop_down(ui, label, shown, now, INTAKE.form).map(|at| options[at].0.clone())
}
