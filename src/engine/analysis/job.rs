//! An analysis off the window's thread.

use std::sync::Arc;

use crate::document::{FigureSpec, MapSpec, TOLD};
use crate::engine::background::{Broken, Control, Task, spawn};
use crate::engine::failure::{export_error, figure_error};
use crate::export::{Picture, picture};
use crate::figure::MapModel;
use crate::figure::compose;
use crate::figure::registry;
use crate::i18n::{Lang, texts};
use crate::io::Bundle;
use crate::io::project::KeptResult;

/// The width of its picture, in pixels: sharp at twice the width of the dialog.
const WIDTH: u32 = 1800;

/// What is to be worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct AnalysisJob {
    pub number: u64,
    pub page: FigureSpec,
    pub map: MapSpec,
    /// Whether the sentences that answer are those of the chart, and not of the map.
    pub told_by_chart: bool,
    /// How many sentences of the reading come before those that answer.
    pub skipped: usize,
    pub lang: Lang,
}

impl AnalysisJob {
    /// The steps whose progress is told: each element, the page, the picture.
    pub fn steps(&self) -> usize {
        self.page.elements().count() + 2
    }
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The page with map and chart, to be kept.
    pub page: FigureSpec,
    pub map: MapSpec,
    pub picture: Picture,
    /// What a screen reader says of the picture.
    pub description: String,
    pub sentences: Vec<String>,
    /// What is kept of it as an indicator.
    pub result: Option<KeptResult>,
}

/// How it ended; `None` where it was cancelled.
#[derive(Clone, Debug, PartialEq)]
pub struct AnalysisEnd {
    pub number: u64,
    pub answer: Option<Result<Arc<Answer>, String>>,
}

/// Starts the work. It can be cancelled between its steps.
pub fn spawn_analysis(
    job: AnalysisJob,
    bundle: Arc<Bundle>,
    wake: impl Fn() + Send + Sync + 'static,
) -> Task<AnalysisEnd> {
    let (number, lang) = (job.number, job.lang);
    let work = move |control: &Control<'_, AnalysisEnd>| AnalysisEnd {
        number,
        answer: answered(&job, &bundle, control).transpose(),
    };
    let broken = move |why: Broken| {
        let text = texts::analysis_broken(lang, why.cause(lang));
        AnalysisEnd { number, answer: Some(Err(text)) }
    };
    spawn("analysis", work, broken, wake)
}

fn answered(
    job: &AnalysisJob,
    bundle: &Bundle,
    control: &Control<'_, AnalysisEnd>,
) -> Result<Option<Arc<Answer>>, String> {
    let (lang, steps) = (job.lang, job.steps());
    let fault = |error| figure_error(lang, &error);
    let grouped = bundle.sources().under(&job.page.what_if).map_err(fault)?;
    let sources = grouped.sources();
    let mut done = 0;
    let mut goes_on = || {
        control.progress(done, steps);
        done += 1;
        !control.is_cancelled()
    };
    // What cannot be worked out is told before anything is laid out.
    for element in job.page.elements() {
        if !goes_on() {
            return Ok(None);
        }
        registry::table(element, sources).map_err(fault)?;
    }
    if !goes_on() {
        return Ok(None);
    }
    let made = compose::build(&job.page, sources).map_err(fault)?.value;
    if !goes_on() {
        return Ok(None);
    }
    let model = MapModel::new(&job.map, sources).map_err(fault)?.value;
    let result = KeptResult::of(&job.map, &model, sources.atlas);
    let picture = picture(&made.scene, WIDTH).map_err(|error| export_error(lang, &error))?;
    let told = made.parts.get(usize::from(job.told_by_chart));
    let told = told.map(|part| part.reading(sources)).unwrap_or_default();
    let sentences = told.into_iter().skip(job.skipped).take(TOLD).collect();
    Ok(Some(Arc::new(Answer {
        page: job.page.clone(),
        map: job.map.clone(),
        picture,
        description: made.scene.description,
        sentences,
        result,
    })))
}
