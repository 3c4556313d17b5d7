//! Background jobs of the window: writing and reading files, and the system's dialogs. Each one ends with an action.

use std::path::PathBuf;
use std::sync::Arc;

use crate::engine::analysis::{AnalysisEnd, AnalysisJob, spawn_analysis};
use crate::engine::background::{Broken, Control, Report, Task, spawn};
use crate::engine::opener::{Opening, spawn_opening};
use crate::engine::reports::{ReportEnd, ReportJob, spawn_pages, spawn_reports};
use crate::engine::whence::Asked;
use crate::engine::{
    Action, BatchReport, BatchRequest, DialogAction, ExportRequest, FigureAction, FileJob, JobReport, Pick,
    Question, State, spawn_batch, spawn_export, spawn_file_job, spawn_find,
};
use crate::i18n::texts;

/// Asks the user for a file or a folder; tests answer in their place.
///
/// It gets the title, and runs on a separate thread because the system's dialog blocks until it is closed. It returns
/// no path if the user cancels, and otherwise a single one, except for [`Pick::OpenMany`]; `None` if the system has no
/// program that shows dialogs.
pub(crate) type FileDialog = Arc<dyn Fn(&str, &Pick) -> Option<Vec<PathBuf>> + Send + Sync>;

pub(crate) struct Jobs {
    dialog: FileDialog,
    asking: Option<Task<Option<Action>>>,
    export: Option<Task<JobReport>>,
    batch: Option<Task<BatchReport>>,
    reports: Option<Task<ReportEnd>>,
    analysis: Option<Task<AnalysisEnd>>,
    pages: Option<Task<Action>>,
    files: Vec<Task<Action>>,
}

impl Jobs {
    pub fn new(dialog: FileDialog) -> Self {
        Self {
            dialog,
            asking: None,
            export: None,
            batch: None,
            reports: None,
            analysis: None,
            pages: None,
            files: Vec::new(),
        }
    }

    /// Opens the dialog, unless one is open already.
    pub fn ask(&mut self, question: Question, state: &State, ctx: &egui::Context) {
        if self.asking.is_some() {
            return;
        }
        let (dialog, lang) = (self.dialog.clone(), state.settings.lang);
        let work = move |_: &Control<'_, Option<Action>>| match dialog(
            lang.text(question.title()),
            &question.pick(),
        ) {
            Some(paths) => question.answered(paths),
            None => Some(Action::Dialog(DialogAction::AskPath(question))),
        };
        let broken = move |why: Broken| Some(Action::Failed(texts::no_dialog(lang, why.cause(lang))));
        self.asking = Some(spawn("file-dialog", work, broken, waker(ctx)));
    }

    pub fn export(&mut self, request: ExportRequest, state: &State, ctx: &egui::Context) {
        self.export = Some(spawn_export(request, state.bundle.clone(), waker(ctx)));
    }

    pub fn batch(&mut self, request: BatchRequest, state: &State, ctx: &egui::Context) {
        self.batch = Some(spawn_batch(request, state.bundle.clone(), waker(ctx)));
    }

    /// Stops writing many figures.
    pub fn cancel(&self) {
        self.batch.iter().for_each(Task::cancel);
    }

    pub fn reports(&mut self, job: ReportJob, state: &State, ctx: &egui::Context) {
        let lang = state.settings.lang;
        self.reports = Some(spawn_reports(job, lang, state.bundle.clone(), waker(ctx)));
    }

    /// Stops writing reports after the current one, and making pages.
    pub fn cancel_reports(&self) {
        self.reports.iter().for_each(Task::cancel);
        self.pages.iter().for_each(Task::cancel);
    }

    /// Makes the pages of a report; those asked for before are called off.
    pub fn report_pages(&mut self, job: ReportJob, state: &State, ctx: &egui::Context) {
        self.pages.iter().for_each(Task::cancel);
        let lang = state.settings.lang;
        self.pages = Some(spawn_pages(job, lang, state.bundle.clone(), waker(ctx)));
    }

    /// Answers a question; an earlier one that is still at work is given up.
    pub fn analyse(&mut self, job: AnalysisJob, state: &State, ctx: &egui::Context) {
        self.cancel_analysis();
        self.analysis = Some(spawn_analysis(job, state.bundle.clone(), waker(ctx)));
    }

    /// Stops answering it after the current step.
    pub fn cancel_analysis(&self) {
        self.analysis.iter().for_each(Task::cancel);
    }

    /// Reads or writes a small file.
    pub fn file(&mut self, job: FileJob, state: &State, ctx: &egui::Context) {
        self.files.push(spawn_file_job(job, state.bundle.clone(), state.settings.lang, waker(ctx)));
    }

    /// Starts the search for where a number comes from.
    pub fn find(&mut self, asked: Asked, state: &State, ctx: &egui::Context) {
        self.files.push(spawn_find(asked, state.bundle.clone(), state.settings.lang, waker(ctx)));
    }

    /// Opens something in another program.
    pub fn open_outside(&mut self, opening: Opening, state: &State, ctx: &egui::Context) {
        self.files.push(spawn_opening(opening, state.settings.lang, waker(ctx)));
    }

    /// Waits for the result of another task.
    pub(crate) fn wait_for(&mut self, answer: Task<Action>) {
        self.files.push(answer);
    }

    /// The actions that have come in since the last frame.
    pub(crate) fn poll(&mut self) -> Vec<Action> {
        let mut actions = Vec::new();
        actions.extend(Task::take(&mut self.asking).flatten());
        actions.extend(Task::take(&mut self.export).map(Action::JobEnded));
        actions.extend(Task::take(&mut self.pages));
        while let Some(report) = self.batch.as_ref().and_then(Task::poll) {
            if matches!(report, Report::Ended(_)) {
                self.batch = None;
            }
            actions.push(Action::Figure(FigureAction::Progress(report)));
        }
        while let Some(report) = self.reports.as_ref().and_then(Task::poll) {
            if matches!(report, Report::Ended(_)) {
                self.reports = None;
            }
            actions.push(Action::Dialog(DialogAction::ReportsReported(report)));
        }
        while let Some(report) = self.analysis.as_ref().and_then(Task::poll) {
            if matches!(report, Report::Ended(_)) {
                self.analysis = None;
            }
            actions.push(Action::Dialog(DialogAction::AnalysisReported(report)));
        }
        self.files.retain(|file| match file.poll() {
            Some(Report::Ended(action)) => {
                actions.push(action);
                false
            }
            Some(Report::Progress(..)) | None => true,
        });
        actions
    }
}

/// Requests a repaint when there is a result.
pub(crate) fn waker(ctx: &egui::Context) -> impl Fn() + Send + Sync + 'static {
    let ctx = ctx.clone();
    move || ctx.request_repaint()
}
