//! A list of things: how its rows are combined in each territory.

use egui::{Role, TextEdit, Ui, WidgetInfo};

use super::memory::IntakeMemory;
use crate::engine::IntakeAction;
use crate::engine::intake::{
    Answer, Category, CheckedTable, Combine, Entry, Kind, Role as ColumnRole, Severity, When,
};
use crate::i18n::{Lang, Text, date, texts};
use crate::ui::theme::INTAKE;
use crate::ui::widgets::{drop_down, gap, heading, small};

/// How the rows are treated; nothing where each territory has one row.
pub(crate) fn things_ui(
    ui: &mut Ui,
    lang: Lang,
    entry: &Entry,
    table: &CheckedTable,
    memory: &mut IntakeMemory,
) -> Option<IntakeAction> {
    if !table.adds_rows {
        return None;
    }
    gap(ui);
    heading(ui, lang.text(texts::INTAKE_THINGS));
    small(ui, lang.text(texts::INTAKE_THINGS_HINT));
    let mut answer = None;
    let columns: Vec<&str> =
        table.variables.iter().map(|variable| variable.column.as_str()).filter(|of| !of.is_empty()).collect();
    for variable in table.variables.iter().filter(|variable| !variable.column.is_empty()) {
        // What does not add up over the rows is left out instead.
        let sum = if variable.measure.adds_up() { texts::INTAKE_SUM } else { texts::ROLE_IGNORED };
        answer = combine_ui(ui, lang, &variable.column, &columns, sum, &variable.combine).or(answer);
    }
    for column in left_out(entry) {
        answer = combine_ui(ui, lang, column, &columns, texts::ROLE_IGNORED, &Combine::Sum).or(answer);
    }
    let categories: Vec<&Category> = table.categories.iter().collect();
    answer = column_ui(ui, lang, lang.text(texts::INTAKE_SPLIT_BY), &categories)
        .map(|column| Answer::Column(column, ColumnRole::Dimension))
        .or(answer);
    answer = column_ui(ui, lang, lang.text(texts::INTAKE_DISTINCT_OF), &categories)
        .map(|column| Answer::Combine(column, Some(Combine::Distinct)))
        .or(answer);
    for category in categories.iter().filter(|category| category.members.len() > 1) {
        answer = keep_ui(ui, lang, entry, category).or(answer);
    }
    let absent = entry.findings().iter().find_map(|finding| match finding.kind {
        Kind::AbsentComuni { is_zero } => Some(is_zero),
        _ => None,
    });
    if let Some(mut is_zero) = absent
        && ui.checkbox(&mut is_zero, lang.text(texts::INTAKE_ABSENT_ZERO)).changed()
    {
        answer = Some(Answer::AbsentZero(is_zero));
    }
    // While the choice is open, the field stands beside it.
    let is_asked = entry
        .findings()
        .iter()
        .any(|finding| matches!(finding.kind, Kind::Life { .. }) && finding.severity == Severity::Choice);
    if !table.life.is_empty() && !is_asked {
        answer = open_ui(ui, lang, entry, memory).or(answer);
    }
    answer.map(|answer| IntakeAction::Answer(entry.id, answer))
}

/// The columns of numbers that do not add up over the rows, and were left out.
fn left_out(entry: &Entry) -> impl Iterator<Item = &str> {
    entry.findings().iter().filter_map(|finding| match &finding.kind {
        Kind::NotAddedUp { column } => Some(column.as_str()),
        _ => None,
    })
}

/// How the rows of a column are combined; `sum` is what adding them is called.
fn combine_ui(
    ui: &mut Ui,
    lang: Lang,
    column: &str,
    columns: &[&str],
    sum: Text,
    now: &Combine,
) -> Option<Answer> {
    let mut answer = None;
    ui.horizontal(|ui| {
        let name = texts::intake_made_of(lang, column);
        small(ui, &name);
        let leaves_out = sum == texts::ROLE_IGNORED;
        let mut ways = vec![
            (Combine::Sum, lang.text(sum).to_owned()),
            (Combine::Mean(String::new()), lang.text(texts::INTAKE_MEAN).to_owned()),
            (Combine::Distinct, lang.text(texts::INTAKE_DISTINCT).to_owned()),
        ];
        let others = columns.iter().filter(|other| **other != column);
        ways.extend(
            others.map(|other| (Combine::Mean((*other).to_owned()), texts::intake_mean_by(lang, other))),
        );
        let now = ways.iter().position(|(way, _)| way == now).unwrap_or_default();
        let shown = ways.iter().enumerate().map(|(i, (_, text))| (i, text.clone()));
        if let Some(picked) = drop_down(ui, &name, shown, now, INTAKE.measure) {
            let way = Some(ways[picked].0.clone()).filter(|way| !(leaves_out && *way == Combine::Sum));
            answer = Some(Answer::Combine(column.to_owned(), way));
        }
    });
    answer
}

/// A field for the date at which things with dates of opening and closing are counted.
pub(crate) fn open_at_ui(ui: &mut Ui, lang: Lang, typed: &mut String) -> Option<Answer> {
    let name = lang.text(texts::INTAKE_OPEN_AT);
    small(ui, name);
    let edit = TextEdit::singleline(typed)
        .hint_text(lang.text(texts::INTAKE_OPEN_AT_HINT))
        .desired_width(INTAKE.date);
    let field = ui.add(edit);
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let at = When::typed(typed).and_then(When::date);
    let set = ui.add_enabled(at.is_some(), egui::Button::new(lang.text(texts::INTAKE_SET)));
    ((entered || set.clicked()) && at.is_some()).then_some(Answer::OpenAt(at))
}

/// The same field, with the date that is set.
fn open_ui(ui: &mut Ui, lang: Lang, entry: &Entry, memory: &mut IntakeMemory) -> Option<Answer> {
    let mut answer = None;
    ui.horizontal_wrapped(|ui| {
        answer = open_at_ui(ui, lang, &mut memory.open_at);
        if let Some(at) = entry.answers.at {
            small(ui, date(lang, at));
            if ui.button(lang.text(texts::INTAKE_OPEN_ALL)).clicked() {
                answer = Some(Answer::OpenAt(None));
            }
        }
    });
    answer
}

/// A field for selecting a column.
fn column_ui(ui: &mut Ui, lang: Lang, name: &str, categories: &[&Category]) -> Option<String> {
    let none = (usize::MAX, lang.text(texts::INTAKE_NO_COLUMN).to_owned());
    let columns = categories.iter().enumerate().map(|(i, category)| (i, category.column.clone()));
    let mut picked = None;
    ui.horizontal(|ui| {
        small(ui, name);
        picked = drop_down(ui, name, std::iter::once(none).chain(columns), usize::MAX, INTAKE.measure);
    });
    picked.and_then(|at| categories.get(at)).map(|category| category.column.clone())
}

/// The selection of rows by the cell of a column.
fn keep_ui(ui: &mut Ui, lang: Lang, entry: &Entry, category: &Category) -> Option<Answer> {
    let name =
        format!("{} {}", lang.text(texts::INTAKE_KEEP_WHERE), texts::intake_keep_is(lang, &category.column));
    let answer = entry.answers.keep.get(&category.column).and_then(|only| only.first());
    let now = answer.and_then(|cell| category.members.iter().position(|member| member == cell));
    let all = (usize::MAX, lang.text(texts::INTAKE_KEEP_ALL).to_owned());
    let members = category.members.iter().enumerate().map(|(i, member)| (i, member.clone()));
    let mut picked = None;
    ui.horizontal(|ui| {
        small(ui, &name);
        let options = std::iter::once(all).chain(members);
        picked = drop_down(ui, &name, options, now.unwrap_or(usize::MAX), INTAKE.measure);
    });
    picked.map(|at| Answer::Keep(category.column.clone(), category.members.get(at).cloned()))
}
