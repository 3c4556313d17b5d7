//! The questions of an analysis, and their answers: a map and a chart on a page, two sentences and a note on the method. All numbers are
//! those of the views, which the command line draws too.

mod form;
mod job;
mod keep;
mod page;

use crate::i18n::texts;

use super::composer::keep_page;
use super::effect::Effect;
use super::map;
use super::state::State;

pub use form::{AnalysisForm, Choice};
pub use job::{AnalysisEnd, AnalysisJob, Answer, spawn_analysis};

pub(super) use keep::{keep, shown as keep_shown};
pub(super) use page::opening as open;

/// Starts the work; what has to be chosen first is told.
pub(super) fn run(state: &State, form: &mut AnalysisForm) -> Option<Effect> {
    match page::of(state, form) {
        Ok(job) => {
            form.number += 1;
            (form.running, form.told, form.answer) = (Some((0, job.steps())), None, None);
            Some(Effect::Analyse(Box::new(AnalysisJob { number: form.number, ..job })))
        }
        Err(why) => {
            form.told = Some(why);
            None
        }
    }
}

/// Shows the map of the answer in the window.
pub(super) fn show(state: &mut State, answer: &Answer) {
    state.document.published = None;
    map::show(state, &answer.map);
}

/// Keeps the page of the answer and opens it in the composer.
pub(super) fn compose(state: &mut State, form: &AnalysisForm, answer: &Answer) {
    let lang = state.settings.lang;
    let name = texts::analysis_page(lang, lang.text(form.asked.question.text()));
    keep_page(state, &name, answer.page.clone());
}
