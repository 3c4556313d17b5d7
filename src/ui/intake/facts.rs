//! What was recognised in a table: territories, dates, rows.

use egui::{Align, Grid, Layout, Role, TextEdit, Ui, WidgetInfo};
use lucide_icons::Icon;

use super::list::{sign_ui, standing_text};
use super::memory::IntakeMemory;
use crate::base::{Code, Date};
use crate::engine::intake::{
    Answer, CheckedContent, CheckedTable, Day, Entry, Kind, Role as ColumnRole, When,
};
use crate::engine::{IntakeAction, State};
use crate::i18n::{self, Lang, Text, number, some_named, texts};
use crate::ui::theme::{INTAKE, Theme, text_size};
use crate::ui::widgets::{heading, small, strong};

/// The most territories listed one by one.
const NAMED: usize = 8;
/// What a year may stand for.
pub(super) const DAYS: [(Day, Text); 3] = [
    (Day::Start, texts::INTAKE_YEAR_START),
    (Day::End, texts::INTAKE_YEAR_END),
    (Day::Year, texts::INTAKE_YEAR_WHOLE),
];
/// The most dates listed one by one.
const DATES: usize = 6;

/// Its name, its status, and actions on the whole table.
pub(crate) fn title_ui(ui: &mut Ui, state: &State, entry: &Entry) -> Option<IntakeAction> {
    let lang = state.settings.lang;
    let mut asked = None;
    let (file, sheet) = entry.name();
    let name = sheet.map_or_else(|| file.clone(), |sheet| texts::place_sheet(lang, &file, sheet));
    ui.horizontal(|ui| {
        sign_ui(ui, entry.standing());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = if entry.is_left_out { texts::INTAKE_TAKE_BACK } else { texts::INTAKE_LEAVE_OUT };
            if ui.button(lang.text(text)).clicked() {
                asked = Some(IntakeAction::LeaveOut(entry.id, !entry.is_left_out));
            }
            if entry.table().is_some() {
                let keep = ui.button(lang.text(texts::INTAKE_KEEP_RECIPE));
                if keep.on_hover_text(lang.text(texts::INTAKE_KEEP_RECIPE_TIP)).clicked() {
                    asked = Some(IntakeAction::KeepRecipeAs(entry.id));
                }
            }
            if entry.answers != Default::default() {
                let text = format!("{} {}", char::from(Icon::Undo2), lang.text(texts::INTAKE_FORGET));
                if ui.button(text).clicked() {
                    asked = Some(IntakeAction::Answer(entry.id, Answer::Forget));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(strong(name).size(text_size::TITLE)).truncate());
            });
        });
    });
    small(ui, standing_text(lang, entry));
    asked
}

pub(crate) fn facts_ui(
    ui: &mut Ui,
    state: &State,
    entry: &Entry,
    memory: &mut IntakeMemory,
) -> Option<IntakeAction> {
    let lang = state.settings.lang;
    heading(ui, lang.text(texts::INTAKE_WHAT));
    match &entry.checked.as_deref()?.content {
        CheckedContent::Table(table) => table_ui(ui, state, entry, table, memory),
        CheckedContent::Boundaries { features, drawable, comuni, .. } => {
            let [features, drawable, comuni] =
                [features, drawable, comuni].map(|n| number(lang, *n as f64, 0));
            ui.label(texts::check_boundaries(lang, features, drawable, comuni));
            if entry.import().is_some() {
                small(ui, lang.text(texts::INTAKE_IN_PLACE));
            }
            None
        }
    }
}

fn table_ui(
    ui: &mut Ui,
    state: &State,
    entry: &Entry,
    table: &CheckedTable,
    memory: &mut IntakeMemory,
) -> Option<IntakeAction> {
    let lang = state.settings.lang;
    ui.label(strong(if entry.is_known() {
        texts::intake_known(lang, lang.pick(&table.title))
    } else {
        lang.text(texts::INTAKE_GENERIC).to_owned()
    }));
    let mut asked = None;
    Grid::new("facts").num_columns(2).min_col_width(INTAKE.label).show(ui, |ui| {
        small(ui, lang.text(texts::INTAKE_OF_PLACES));
        ui.add(egui::Label::new(places(state, table)).wrap());
        ui.end_row();
        small(ui, lang.text(texts::INTAKE_OF_DATES));
        ui.vertical(|ui| asked = date_ui(ui, lang, entry, table, memory));
        ui.end_row();
        small(ui, lang.text(texts::INTAKE_OF_ROWS));
        ui.add(egui::Label::new(rows(lang, table)).wrap());
        ui.end_row();
    });
    asked
}

/// How many territories were found, and which were not.
fn places(state: &State, table: &CheckedTable) -> String {
    let lang = state.settings.lang;
    let territories = &state.base.atlas.territories;
    let units = territories.units(table.level);
    let level = lang.level(table.level);
    let counts = [table.territories, units.len()].map(|n| n.to_string());
    let found = texts::intake_places(lang, &counts[0], level, &counts[1]);
    if table.missing.is_empty() || table.territories == 0 {
        return found;
    }
    let name = |code: &Code| units.iter().find(|unit| unit.code == *code).map(|unit| unit.name.clone());
    let names: Vec<String> = table.missing.iter().filter_map(name).collect();
    format!("{found}; {}", texts::intake_missing(lang, listed(lang, &names, NAMED)))
}

/// The first few, and how many more.
fn listed(lang: Lang, names: &[String], most: usize) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    some_named(&names, most, |more| texts::intake_and_more(lang, more))
}

fn rows(lang: Lang, table: &CheckedTable) -> String {
    let rows = table.rows;
    let count = |n: usize| number(lang, n as f64, 0);
    let taken = texts::intake_rows_taken(lang, count(rows.taken), count(rows.read));
    let others = [
        (rows.outside, texts::intake_rows_outside(lang, count(rows.outside))),
        (rows.larger, texts::intake_rows_larger(lang, count(rows.larger))),
        (rows.unmatched, texts::intake_rows_unmatched(lang, count(rows.unmatched))),
        (rows.footnotes, texts::intake_rows_notes(lang, count(rows.footnotes))),
        (rows.undated, texts::intake_rows_undated(lang, count(rows.undated))),
        (rows.totals, texts::intake_rows_totals(lang, count(rows.totals))),
        (rows.hidden, texts::intake_rows_hidden(lang, count(rows.hidden))),
        (rows.not_kept, texts::intake_rows_not_kept(lang, count(rows.not_kept))),
        (rows.not_there, texts::intake_rows_not_there(lang, count(rows.not_there))),
    ];
    let others = others.into_iter().filter(|(n, _)| *n > 0).map(|(_, text)| text);
    std::iter::once(taken).chain(others).collect::<Vec<_>>().join("; ")
}

/// Which day years stand for, once it was chosen: another can be.
fn year_day_ui(ui: &mut Ui, lang: Lang, entry: &Entry) -> Option<Day> {
    let chosen = entry.answers.day?;
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        for (day, text) in DAYS {
            if ui.selectable_label(day == chosen, lang.text(text)).clicked() && day != chosen {
                asked = Some(day);
            }
        }
    });
    asked
}

fn date_ui(
    ui: &mut Ui,
    lang: Lang,
    entry: &Entry,
    table: &CheckedTable,
    memory: &mut IntakeMemory,
) -> Option<IntakeAction> {
    let is_of_years = table.variables.iter().any(|variable| variable.uses.is_of_year);
    let said = |date: &Date| if is_of_years { date.year().to_string() } else { i18n::date(lang, *date) };
    let dates: Vec<String> = table.dates.iter().map(said).collect();
    let shown = match &dates[..] {
        [] if entry.findings().iter().any(|finding| finding.kind == Kind::NoDate && !finding.is_accepted) => {
            lang.text(texts::INTAKE_DATE_WANTED).to_owned()
        }
        [] => lang.text(texts::INTAKE_ALWAYS).to_owned(),
        [first, .., last] if dates.len() > DATES => format!("{first} … {last} ({})", dates.len()),
        all => all.join(", "),
    };
    ui.add(egui::Label::new(shown).wrap());
    let is_answered = entry.answers.date.is_some();
    let has_column = table.preview.columns.iter().any(|c| c.role == ColumnRole::Date);
    if let Some(day) = year_day_ui(ui, lang, entry) {
        return Some(IntakeAction::Answer(entry.id, Answer::YearDay(day)));
    }
    if table.dataset.is_none() && table.areas.is_none() || has_column && !is_answered {
        return None;
    }
    // A known file needs no question, unless the user wants to change its date.
    if entry.is_known() && !is_answered && !table.dates.is_empty() && !memory.changes_date {
        memory.changes_date = ui.button(lang.text(texts::INTAKE_CHANGE_DATE)).clicked();
        return None;
    }
    let answer = |when| Some(IntakeAction::Answer(entry.id, Answer::Date(when)));
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        let name = lang.text(texts::INTAKE_SET_DATE);
        let edit = TextEdit::singleline(&mut memory.date)
            .hint_text(lang.text(texts::INTAKE_SET_DATE_HINT))
            .desired_width(INTAKE.date);
        let field = ui.add(edit);
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        field.on_hover_text(name);
        let when = When::typed(&memory.date);
        let set = ui.add_enabled(when.is_some(), egui::Button::new(lang.text(texts::INTAKE_SET)));
        if (entered || set.clicked()) && when.is_some() {
            asked = answer(when);
        }
        if entry.answers.date != Some(When::Always)
            && !table.dates.is_empty()
            && ui.button(lang.text(texts::INTAKE_DATE_ALWAYS)).clicked()
        {
            asked = answer(Some(When::Always));
        }
        if entry.answers.date.is_some() && ui.button(lang.text(texts::INTAKE_DATE_AS_FILE)).clicked() {
            asked = answer(None);
        }
        if !memory.date.trim().is_empty() && when.is_none() {
            ui.colored_label(Theme::of(ui).error, lang.text(texts::INTAKE_DATE_BAD));
        }
    });
    asked
}
