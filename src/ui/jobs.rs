//! What goes on beside the window: files written and read, and the system's dialogs. Each ends in a request.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};

use crate::engine::{
    Action, BatchReport, BatchRequest, ExportRequest, FigureAction, FileJob, JobReport, Pick, Question,
    State, spawn_batch, spawn_export, spawn_file_job,
};

/// Asks the user for a file or a folder; tests answer in their place.
///
/// It is given the title, runs on a thread of its own because the system's dialog blocks until it is closed, and gives
/// nothing when the user thinks better of it, and one path but for [`Pick::OpenMany`].
pub type FileDialog = Arc<dyn Fn(&str, &Pick) -> Vec<PathBuf> + Send + Sync>;

/// Everything under way.
pub struct Jobs {
    dialog: FileDialog,
    asking: Option<(Receiver<Vec<PathBuf>>, Question)>,
    export: Option<Receiver<JobReport>>,
    batch: Option<(Receiver<BatchReport>, Arc<AtomicBool>)>,
    files: Vec<Receiver<Action>>,
}

impl Jobs {
    /// Nothing yet.
    pub fn new(dialog: FileDialog) -> Self {
        Self { dialog, asking: None, export: None, batch: None, files: Vec::new() }
    }

    /// Opens the dialog, unless one is open already.
    pub fn ask(&mut self, question: Question, state: &State, ctx: &egui::Context) {
        if self.asking.is_some() {
            return;
        }
        let (sender, answer) = sync_channel(1);
        let (dialog, ctx) = (self.dialog.clone(), ctx.clone());
        let (title, pick) = (state.settings.lang.text(question.title()), question.pick());
        let work = move || {
            // The window may have closed meanwhile: then nobody is waiting.
            let _ = sender.send(dialog(title, &pick));
            ctx.request_repaint();
        };
        // Without a thread there is no dialog: as if the user had thought better of it.
        let thread = std::thread::Builder::new().name("file-dialog".into()).spawn(work);
        self.asking = thread.ok().map(|_| (answer, question));
    }

    /// Writes a file.
    pub fn export(&mut self, request: ExportRequest, state: &State, ctx: &egui::Context) {
        let ctx = ctx.clone();
        self.export = Some(spawn_export(request, state.bundle.clone(), move || ctx.request_repaint()));
    }

    /// Writes many files.
    pub fn batch(&mut self, request: BatchRequest, state: &State, ctx: &egui::Context) {
        let (ctx, cancelled) = (ctx.clone(), Arc::new(AtomicBool::new(false)));
        let wake = move || ctx.request_repaint();
        let reports = spawn_batch(request, state.bundle.clone(), cancelled.clone(), wake);
        self.batch = Some((reports, cancelled));
    }

    /// Writes no more of the many.
    pub fn cancel(&self) {
        if let Some((_, cancelled)) = &self.batch {
            cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Reads or writes a small file.
    pub fn file(&mut self, job: FileJob, state: &State, ctx: &egui::Context) {
        let ctx = ctx.clone();
        let wake = move || ctx.request_repaint();
        self.files.push(spawn_file_job(job, state.bundle.clone(), state.settings.lang, wake));
    }

    /// Waits for an answer that somebody else works out.
    pub fn wait_for(&mut self, answer: Receiver<Action>) {
        self.files.push(answer);
    }

    /// What has come of it since the last frame.
    pub fn poll(&mut self) -> Vec<Action> {
        let mut actions = Vec::new();
        if let Some((answer, question)) = self.asking.take() {
            match answer.try_recv() {
                Err(TryRecvError::Empty) => self.asking = Some((answer, question)),
                Ok(paths) => actions.extend(question.answered(paths)),
                Err(TryRecvError::Disconnected) => {}
            }
        }
        if let Some(report) = received(&mut self.export) {
            actions.push(Action::JobEnded(report));
        }
        if let Some((reports, _)) = &self.batch {
            let all: Vec<BatchReport> = reports.try_iter().collect();
            if all.iter().any(|report| !matches!(report, BatchReport::Done(..))) {
                self.batch = None;
            }
            actions.extend(all.into_iter().map(|report| Action::Figure(FigureAction::Progress(report))));
        }
        self.files.retain(|answer| match answer.try_recv() {
            Err(TryRecvError::Empty) => true,
            Ok(action) => {
                actions.push(action);
                false
            }
            Err(TryRecvError::Disconnected) => false,
        });
        actions
    }
}

/// What has come through a channel that carries one thing, which is closed then.
pub fn received<T>(channel: &mut Option<Receiver<T>>) -> Option<T> {
    let received = channel.as_ref()?.try_recv();
    if !matches!(received, Err(TryRecvError::Empty)) {
        *channel = None;
    }
    received.ok()
}
