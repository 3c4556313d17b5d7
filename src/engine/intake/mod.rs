//! The import in progress: the files, how each was read, the user's answers, and what would be imported. Nothing is
//! added to the project before [`IntakeAction::TakeIn`].
//!
//! Files are read one after the other off the window's thread. Requests are numbered, so that an answer given
//! meanwhile makes the earlier reading stale. When all are read, drafts of the imports are made in the same way: what
//! is imported is exactly what was shown.

mod action;
mod answer;
mod arrival;
mod entry;
mod indicator;
mod job;
mod report;
mod under_way;

use std::path::PathBuf;
use std::sync::Arc;

use crate::i18n::texts as t;
use crate::io::project::EXTENSION;

use super::action::Action;
use super::composer::FigureAction;
use super::dialog::DialogAction;
use super::effect::Effect;
use super::failure::file_name;
use super::files::FileJob;
use super::project::{Leaving, ProjectAction};
use super::question::Question;
use super::shared::Shared;
use super::state::{Notice, State};

pub use crate::io::import::areas::area_name;
/// The result of reading a table, in the types of the reader.
pub use crate::io::import::{
    Category, CheckedContent, CheckedTable, CheckedVariable, Fate, Finding, Kind, Meaning, Preview, Role,
    Rows, Severity, Uses, When,
};
pub use crate::io::recipe::{Combine, Day, Denominator, FACTORS, Measure, NO_WEIGHT, Per};
pub use action::IntakeAction;
pub use answer::{Answer, Candidate, Terms};
pub use arrival::show_imported;
pub use entry::{Entry, Standing, read_as};
pub use indicator::{MULTIPLIERS, Quantity, another, quantities, quantity, reckon};
pub use job::IntakeJob;
use job::{Draftable, Drafting, Reading, Work};
pub use report::IntakeReport;
use report::{Outcome, ReadReport};
pub use under_way::Intake;

/// Performs an action and returns what is to be done outside the state.
pub(super) fn apply(state: &mut State, action: IntakeAction) -> Vec<Effect> {
    let lang = state.settings.lang;
    match action {
        IntakeAction::Open => {
            state.intake.get_or_insert_default();
        }
        IntakeAction::Ask => return vec![Effect::Ask(Question::OpenData)],
        IntakeAction::AskRecipe => return vec![Effect::Ask(Question::OpenRecipe)],
        IntakeAction::ReadRecipe(path) => return vec![job(IntakeJob::ReadRecipe(path))],
        IntakeAction::Add(paths) => {
            let intake = state.intake.get_or_insert_default();
            intake.listing += 1;
            return vec![work(intake, Work::List(paths))];
        }
        IntakeAction::Written(path, written) => {
            let saved = || t::notice_exported(lang, file_name(&path));
            state.notice = Some(Notice::of_file(&path, written.map(|()| saved())));
        }
        IntakeAction::RecipeRead(Err(text)) => state.notice = Some(Notice::error(text)),
        IntakeAction::Cancel => {
            if let Some(intake) = state.intake.take() {
                intake.ticket.give_up();
            }
        }
        IntakeAction::TakeIn => {
            // Another project may have been opened meanwhile.
            let is_same = |intake: &Intake| {
                intake.project.as_ref().is_some_and(|known| Arc::ptr_eq(&known.0, &state.project.file))
            };
            if state.intake.as_ref().is_some_and(is_same) {
                return arrival::take_in(state);
            }
            state.intake.iter_mut().for_each(Intake::draft_again);
            return next(state).into_iter().collect();
        }
        action => {
            let Some(intake) = &mut state.intake else { return Vec::new() };
            if let IntakeAction::Ended(report) = &action
                && report.of == intake.ticket
                && let Outcome::Broken { why, .. } = &report.outcome
            {
                state.notice = Some(Notice::error(why.clone()));
            }
            return change(intake, action).into_iter().chain(next(state)).collect();
        }
    }
    Vec::new()
}

/// Actions on the tables themselves.
fn change(intake: &mut Intake, action: IntakeAction) -> Option<Effect> {
    match action {
        IntakeAction::Show(id) => intake.shown = Some(id),
        IntakeAction::Answer(id, answer) => {
            intake.entry_mut(id)?.answer(answer);
            intake.read_again(id);
        }
        IntakeAction::LeaveOut(id, is_left_out) => {
            intake.entry_mut(id)?.is_left_out = is_left_out;
            intake.draft_again();
        }
        IntakeAction::SetTerms(id, terms) => {
            intake.entry_mut(id)?.terms = *terms;
            intake.draft_again();
        }
        IntakeAction::KeepRecipeAs(id) => {
            let name = format!("{}.toml", intake.entry(id)?.table()?.mapping.id);
            return Some(Effect::Ask(Question::SaveRecipe(id, name)));
        }
        IntakeAction::KeepRecipe(id, path) => {
            let recipe = Box::new(intake.entry(id)?.table()?.mapping.clone());
            return Some(job(IntakeJob::WriteRecipe(path, recipe)));
        }
        IntakeAction::SaveReportAs => return Some(Effect::Ask(Question::SaveReport)),
        IntakeAction::SaveReport(path) => {
            let checked = intake.entries.iter().filter_map(|entry| entry.checked.clone());
            return Some(job(IntakeJob::WriteReport(path, checked.map(Shared).collect())));
        }
        IntakeAction::RecipeRead(Ok(recipe)) => {
            intake.recipes.retain(|known| known.id != recipe.id);
            intake.recipes.insert(0, *recipe);
            let ids: Vec<u64> = intake.entries.iter().map(|entry| entry.id).collect();
            ids.into_iter().for_each(|id| intake.read_again(id));
        }
        IntakeAction::Ended(report) if report.of == intake.ticket => ended(intake, &report.outcome),
        _ => {}
    }
    None
}

fn job(job: IntakeJob) -> Effect {
    Effect::File(FileJob::Intake(job))
}

fn work(intake: &Intake, work: Work) -> Effect {
    job(IntakeJob::For(intake.ticket.clone(), work))
}

/// Records the outcome of background work.
fn ended(intake: &mut Intake, outcome: &Outcome) {
    match outcome {
        Outcome::Listed(files) => {
            intake.listing = intake.listing.saturating_sub(1);
            add(intake, files);
        }
        Outcome::Read(report) => {
            if intake.under_way == Some(report.asked) {
                intake.under_way = None;
            }
            put(intake, report);
        }
        Outcome::Drafted { asked, drafts, dateless } => {
            if intake.under_way == Some(*asked) {
                intake.under_way = None;
            }
            if intake.asked == *asked {
                (intake.answered, intake.is_broken) = (*asked, false);
                intake.dateless.clone_from(dateless);
                for entry in &mut intake.entries {
                    let draft = drafts.iter().find(|(id, _)| *id == entry.id);
                    entry.draft = draft.map(|(_, draft)| draft.clone());
                }
            }
        }
        Outcome::Broken { asked: None, .. } => intake.listing = intake.listing.saturating_sub(1),
        Outcome::Broken { asked: Some(asked), .. } => {
            if intake.under_way == Some(*asked) {
                intake.under_way = None;
            }
            if intake.asked == *asked {
                (intake.answered, intake.is_broken) = (*asked, true);
                // `None` matches no project, so the drafts count as stale.
                intake.project = None;
                intake.entries.iter_mut().for_each(|entry| entry.draft = None);
            }
        }
    }
}

/// Adds files that are not listed yet or could not be read.
fn add(intake: &mut Intake, files: &[PathBuf]) {
    for path in files {
        let known: Vec<&Entry> = intake.entries.iter().filter(|entry| entry.path == *path).collect();
        if !known.is_empty() {
            let refused: Vec<u64> =
                known.iter().filter(|entry| entry.refusal.is_some()).map(|entry| entry.id).collect();
            refused.into_iter().for_each(|id| intake.read_again(id));
            continue;
        }
        let (id, asked) = (intake.number(), intake.number());
        intake.entries.push(Entry::new(id, path.clone(), asked));
    }
    intake.draft_again();
}

/// Replaces the entry of a file with the tables that were read, one entry each. Stale results are dropped.
fn put(intake: &mut Intake, report: &ReadReport) {
    let Some(at) = intake.entries.iter().position(|entry| entry.id == report.entry) else { return };
    if intake.entries[at].asked != report.asked {
        return;
    }
    let entry = &mut intake.entries[at];
    entry.answered = report.asked;
    entry.refusal = report.refusal.clone();
    entry.sha256.clone_from(&report.sha256);
    let mut parts: Vec<Entry> = Vec::new();
    for (checked, recipe) in &report.tables {
        let (part, checked) = (Some(checked.part()), Some(Arc::clone(checked)));
        parts.push(Entry { part, checked, recipe: recipe.clone(), unread: None, ..entry.clone() });
    }
    // A table that was read before and is refused now stays shown with its answers.
    if entry.checked.is_none() {
        for (part, preview) in &report.unread {
            parts.push(Entry { part: Some(part.clone()), unread: Some(preview.clone()), ..entry.clone() });
        }
    }
    if parts.is_empty() {
        return;
    }
    for part in parts.iter_mut().skip(1) {
        part.id = intake.number();
    }
    intake.entries.splice(at..=at, parts);
}

/// The next job, one at a time: the selected table before the others, the drafts when all are read.
fn next(state: &mut State) -> Option<Effect> {
    let (base, project) = (Shared(Arc::clone(&state.base)), Shared(Arc::clone(&state.project.file)));
    let intake = state.intake.as_mut()?;
    if intake.under_way.is_some() {
        return None;
    }
    let waiting = || intake.entries.iter().filter(|entry| entry.is_reading() && !entry.is_left_out);
    let first = waiting().find(|entry| intake.shown == Some(entry.id)).or_else(|| waiting().next());
    if let Some(entry) = first {
        let imported = project.imports.iter().filter_map(|import| import.recipe.clone());
        let reading = Reading {
            entry: entry.id,
            asked: entry.asked,
            path: entry.path.clone(),
            part: entry.part.clone(),
            answers: entry.answers.clone(),
            recipes: intake.recipes.iter().cloned().chain(imported).collect(),
            base,
        };
        intake.under_way = Some(reading.asked);
        return Some(work(intake, Work::Read(Box::new(reading))));
    }
    if intake.asked == intake.answered || intake.listing > 0 {
        return None;
    }
    let included = intake.entries.iter().filter(|entry| !entry.is_left_out && entry.refusal.is_none());
    let draftable = |entry: &Entry| {
        Some(Draftable {
            entry: entry.id,
            checked: Shared(Arc::clone(entry.checked.as_ref()?)),
            sha256: entry.sha256.clone(),
            recipe: entry.recipe.clone(),
            terms: entry.terms.clone(),
        })
    };
    let tables = included.filter_map(draftable).collect();
    intake.under_way = Some(intake.asked);
    intake.project = Some(project.clone());
    Some(work(intake, Work::Draft(Box::new(Drafting { asked: intake.asked, tables, project, base }))))
}

/// The actions for files opened with the window: projects and figures are opened, everything else may be data.
pub fn opened(paths: Vec<PathBuf>) -> Vec<Action> {
    let mut actions = Vec::new();
    let mut data = Vec::new();
    for path in paths {
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        match extension.as_str() {
            EXTENSION => actions.push(Action::Project(ProjectAction::Leave(Leaving::Open(path)))),
            "docx" => actions.push(Action::Dialog(DialogAction::Document(path))),
            // JSON may be a figure; if it is not, it is treated as data.
            "svg" | "png" | "pdf" | "json" => {
                actions.push(Action::Figure(FigureAction::Reopen(path)));
            }
            _ => data.push(path),
        }
    }
    if !data.is_empty() {
        actions.push(Action::Intake(IntakeAction::Add(data)));
    }
    actions
}
