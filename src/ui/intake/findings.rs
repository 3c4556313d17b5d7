//! The findings on a table, most severe first; ambiguous ones with the readings to choose from.

use egui::{CollapsingHeader, Frame, Margin, RichText, Ui};
use lucide_icons::Icon;

use super::facts::DAYS;
use super::memory::IntakeMemory;
use super::pick::place_ui;
use super::things::open_at_ui;
use crate::base::Code;
use crate::engine::intake::{
    Answer, Day, Entry, Finding, Kind, Meaning, Measure, Role, Rows, Severity, When, read_as,
};
use crate::engine::{IntakeAction, State};
use crate::i18n::{Lang, date, number, plain_number, texts};
use crate::ui::theme::{RADIUS, SPACE, Theme};
use crate::ui::widgets::{heading, small};

/// The most cells offered to keep rows by.
const MOST_OFFERED: usize = 4;

pub(crate) fn findings_ui(
    ui: &mut Ui,
    state: &State,
    entry: &Entry,
    memory: &mut IntakeMemory,
) -> Vec<IntakeAction> {
    let lang = state.settings.lang;
    let mut asked = Vec::new();
    heading(ui, lang.text(texts::INTAKE_FINDINGS));
    // The date is among the facts above.
    let is_fact = |finding: &&Finding| matches!(finding.kind, Kind::DateFound { .. });
    let findings = entry.findings().iter().filter(|finding| !is_fact(finding));
    let (notes, mut open): (Vec<&Finding>, Vec<&Finding>) =
        findings.partition(|finding| finding.severity == Severity::Note);
    // What is to be decided comes first, the date too.
    open.sort_by_key(|finding| finding.severity != Severity::Choice);
    if open.is_empty() {
        ui.horizontal(|ui| {
            let theme = Theme::of(ui);
            ui.label(RichText::new(char::from(Icon::CircleCheck).to_string()).color(theme.fine));
            let none = if notes.is_empty() { texts::INTAKE_NO_FINDINGS } else { texts::INTAKE_ONLY_NOTES };
            ui.label(lang.text(none));
        });
    }
    for (i, finding) in open.iter().enumerate() {
        ui.push_id(i, |ui| match finding.severity {
            Severity::Choice => asked.extend(choice_ui(ui, state, entry, finding, memory)),
            _ => {
                finding_ui(ui, lang, finding, Icon::TriangleAlert, Theme::of(ui).warning);
            }
        });
    }
    asked.extend(unmatched_ui(ui, state, entry, memory));
    if !notes.is_empty() {
        let title = texts::intake_notes(lang, notes.len());
        CollapsingHeader::new(title).id_salt("notes").default_open(open.is_empty()).show(ui, |ui| {
            notes.iter().for_each(|note| {
                small(ui, note.text(lang));
            });
        });
    }
    asked
}

fn finding_ui(ui: &mut Ui, lang: Lang, finding: &Finding, icon: Icon, colour: egui::Color32) {
    ui.horizontal_top(|ui| {
        ui.label(RichText::new(char::from(icon).to_string()).color(colour));
        ui.add(egui::Label::new(finding.text(lang)).wrap());
    });
}

/// A choice in a frame of its own, with a button for each reading.
fn choice_ui(
    ui: &mut Ui,
    state: &State,
    entry: &Entry,
    finding: &Finding,
    memory: &mut IntakeMemory,
) -> Option<IntakeAction> {
    let theme = Theme::of(ui);
    let frame = Frame::new()
        .fill(theme.accent_soft)
        .corner_radius(RADIUS)
        .inner_margin(Margin::symmetric(SPACE[2] as i8, SPACE[1] as i8));
    let lang = state.settings.lang;
    let answer = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        finding_ui(ui, lang, finding, Icon::CircleQuestionMark, theme.accent);
        ui.horizontal_wrapped(|ui| readings_ui(ui, state, finding, memory)).inner
    });
    answer.inner.map(|answer| IntakeAction::Answer(entry.id, answer))
}

/// The readings of a choice.
fn readings_ui(ui: &mut Ui, state: &State, finding: &Finding, memory: &mut IntakeMemory) -> Option<Answer> {
    let lang = state.settings.lang;
    let mut answer = None;
    let mut offer = |ui: &mut Ui, text: &str, reading: Answer| {
        if ui.button(text).clicked() {
            answer = Some(reading);
        }
    };
    match &finding.kind {
        Kind::Near { typed, places, .. } => {
            for (code, name) in places {
                let text = texts::intake_is_place(lang, name);
                offer(ui, &text, Answer::Place(typed.clone(), Some(code.clone())));
            }
            let text = texts::intake_no_place(lang, typed);
            offer(ui, &text, Answer::Place(typed.clone(), Some(Code::from(""))));
            let picked = place_ui(ui, state, typed, &mut memory.search);
            answer = picked.map(|code| Answer::Place(typed.clone(), Some(code))).or(answer);
        }
        Kind::AmbiguousNumbers { typed: sample, .. } => {
            let [comma, point] = [',', '.'].map(|decimal| reading(lang, sample, decimal));
            offer(ui, &texts::intake_comma(lang, sample, comma), Answer::Decimal(','));
            offer(ui, &texts::intake_point(lang, sample, point), Answer::Decimal('.'));
        }
        Kind::MixedNumbers { .. } => {
            for (decimal, text) in [(',', texts::INTAKE_COMMA_ALL), ('.', texts::INTAKE_POINT_ALL)] {
                offer(ui, lang.text(text), Answer::Decimal(decimal));
            }
        }
        Kind::DateSupposed { year } => {
            let days = [
                (texts::intake_date_start(lang, year), "01-01"),
                (texts::intake_date_end(lang, year), "12-31"),
            ];
            for (text, day) in days {
                if let Some(when) = When::typed(&format!("{year}-{day}")) {
                    offer(ui, &text, Answer::Date(Some(when)));
                }
            }
            offer(ui, lang.text(texts::INTAKE_YEAR_WHOLE), Answer::YearDay(Day::Year));
            offer(ui, lang.text(texts::INTAKE_DATE_ALWAYS), Answer::Date(Some(When::Always)));
        }
        Kind::MonthFirst { .. } => {
            offer(ui, lang.text(texts::INTAKE_DAY_FIRST), Answer::MonthFirst(false));
            offer(ui, lang.text(texts::INTAKE_MONTH_FIRST), Answer::MonthFirst(true));
        }
        Kind::YearsDated { .. } | Kind::YearTyped { .. } => {
            for (day, text) in DAYS {
                offer(ui, lang.text(text), Answer::YearDay(day));
            }
        }
        Kind::NoDate => {
            small(ui, lang.text(texts::INTAKE_DATE_ABOVE));
            offer(ui, lang.text(texts::INTAKE_DATE_ALWAYS), Answer::Date(Some(When::Always)));
        }
        Kind::Life { at, .. } => {
            if let Some(at) = at {
                offer(ui, &texts::intake_open_on(lang, date(lang, *at)), Answer::OpenAt(Some(*at)));
            }
            offer(ui, lang.text(texts::INTAKE_OPEN_ALL), Answer::OpenAt(None));
            let typed = open_at_ui(ui, lang, &mut memory.open_at);
            answer = typed.or(answer);
        }
        Kind::TwoValues { copies: 1.., .. } => {
            offer(ui, lang.text(texts::INTAKE_ADD_UNLIKE), Answer::Rows(Rows::Added));
            offer(ui, lang.text(texts::INTAKE_ADD_EVERY), Answer::Rows(Rows::Every));
            offer(ui, lang.text(texts::INTAKE_FIRST_ROW), Answer::Rows(Rows::Single));
        }
        Kind::Things { .. } | Kind::TwoValues { .. } | Kind::SameAsked { .. } => {
            offer(ui, lang.text(texts::INTAKE_ADD_ROWS), Answer::Rows(Rows::Added));
            offer(ui, lang.text(texts::INTAKE_FIRST_ROW), Answer::Rows(Rows::Single));
        }
        Kind::Closed { column, others, .. } => {
            offer(ui, lang.text(texts::INTAKE_OPEN_ALL), Answer::Accept(finding.code()));
            for cell in others.iter().take(MOST_OFFERED) {
                let text = texts::intake_only_where(lang, column, cell);
                offer(ui, &text, Answer::Keep(column.clone(), Some(cell.clone())));
            }
        }
        Kind::HiddenRows { .. } => {
            offer(ui, lang.text(texts::INTAKE_TAKE_HIDDEN), Answer::Accept(finding.code()));
            offer(ui, lang.text(texts::INTAKE_SKIP_HIDDEN), Answer::SkipHidden(true));
        }
        Kind::HiddenSheet => {
            offer(ui, lang.text(texts::INTAKE_TAKE_SHEET), Answer::Accept(finding.code()));
        }
        Kind::TwoTerritories { columns, are_codes, .. } => {
            let role = if *are_codes { Role::Code } else { Role::Name };
            for column in columns {
                let text = texts::intake_territory_is(lang, column);
                offer(ui, &text, Answer::Column(column.clone(), role.clone()));
            }
        }
        Kind::TwoLevels { comune, ambito } => {
            offer(ui, lang.text(texts::INTAKE_OF_COMUNI), Answer::Column(comune.clone(), Role::Name));
            offer(ui, lang.text(texts::INTAKE_OF_AMBITI), Answer::Column(ambito.clone(), Role::Ambito));
        }
        // Said of one column, it is said of all of its kind.
        Kind::MeasureSupposed { columns } | Kind::AddingUnclear { columns } => {
            let column = columns.first().cloned().unwrap_or_default();
            for (text, measure) in [
                (texts::INTAKE_IS_RATE, Measure::Ratio),
                (texts::INTAKE_IS_COUNT, Measure::Count),
                (texts::INTAKE_IS_AMOUNT, Measure::Amount),
            ] {
                let meaning = Meaning { measure: Some(measure), ..Meaning::default() };
                offer(ui, lang.text(text), Answer::Column(column.clone(), Role::Value(meaning)));
            }
        }
        Kind::SeveralLayers { layers } => {
            for layer in layers {
                offer(ui, layer, Answer::Layer(layer.clone()));
            }
        }
        Kind::GroupsNoDate { .. } => {
            small(ui, lang.text(texts::INTAKE_DATE_ABOVE));
        }
        Kind::CrsUnknown | Kind::CrsOther { .. } | Kind::CrsLikely { .. } => {
            if matches!(finding.kind, Kind::CrsLikely { .. }) {
                offer(ui, lang.text(texts::INTAKE_ACCEPT), Answer::Accept(finding.code()));
            }
            for (text, crs) in [
                (texts::INTAKE_CRS_DEGREES, "EPSG:4326"),
                (texts::INTAKE_CRS_UTM, "EPSG:32632"),
                (texts::INTAKE_CRS_GAUSS, "EPSG:3003"),
            ] {
                offer(ui, lang.text(text), Answer::Crs(crs.to_owned()));
            }
        }
        _ => offer(ui, lang.text(texts::INTAKE_ACCEPT), Answer::Accept(finding.code())),
    }
    answer
}

/// How a cell would be read.
fn reading(lang: Lang, sample: &str, decimal: char) -> String {
    let none = || lang.text(texts::INTAKE_NO_NUMBER).to_owned();
    read_as(sample, decimal).map_or_else(none, |value| plain_number(lang, value))
}

/// Texts that stand for unknown territories, each with a list of territories.
fn unmatched_ui(
    ui: &mut Ui,
    state: &State,
    entry: &Entry,
    memory: &mut IntakeMemory,
) -> Option<IntakeAction> {
    let lang = state.settings.lang;
    let table = entry.table()?;
    let is_near = |name: &str| {
        let of_name = |finding: &Finding| matches!(&finding.kind, Kind::Near { typed, .. } if typed == name);
        entry.findings().iter().any(of_name)
    };
    let unmatched: Vec<_> = table.unmatched.iter().filter(|(name, _)| !is_near(name)).collect();
    if unmatched.is_empty() {
        return None;
    }
    let mut asked = None;
    let shown = number(lang, unmatched.len() as f64, 0);
    let title = if table.unmatched_names > table.unmatched.len() {
        texts::intake_unmatched_some(lang, number(lang, table.unmatched_names as f64, 0), shown)
    } else {
        texts::intake_unmatched(lang, shown)
    };
    CollapsingHeader::new(title).id_salt("unmatched").show(ui, |ui| {
        for (name, rows) in unmatched {
            ui.push_id(name, |ui| {
                ui.horizontal_wrapped(|ui| {
                    small(ui, texts::intake_unmatched_rows(lang, name, rows));
                    if let Some(code) = place_ui(ui, state, name, &mut memory.search) {
                        asked = Some(IntakeAction::Answer(entry.id, Answer::Place(name.clone(), Some(code))));
                    }
                });
            });
        }
    });
    asked
}
