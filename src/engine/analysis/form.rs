//! What is asked, as far as it is filled in.

use std::sync::Arc;

use crate::document::{AnalysisQuestion, Asked};
use crate::i18n::{Text, texts};

use super::job::Answer;

/// The one choice that a question needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Certainty,
    Nothing,
    Neighbours,
    /// One other indicator.
    Other,
    /// Several others.
    Others,
    /// Several others, and whether more of each is good.
    Judged,
    Measure,
}

impl Choice {
    /// The choice of a question, in plain words.
    pub fn of(question: AnalysisQuestion) -> (Self, Text) {
        match question {
            AnalysisQuestion::Different => (Self::Certainty, texts::CHOOSE_CERTAIN),
            AnalysisQuestion::Changing => (Self::Nothing, texts::CHOOSE_NOTHING),
            AnalysisQuestion::Neighbours => (Self::Neighbours, texts::CHOOSE_NEIGHBOURS),
            AnalysisQuestion::Together => (Self::Other, texts::CHOOSE_WITH_ONE),
            AnalysisQuestion::Alike => (Self::Others, texts::CHOOSE_WITH),
            AnalysisQuestion::Worst => (Self::Judged, texts::CHOOSE_GOOD),
            AnalysisQuestion::Future => (Self::Measure, texts::CHOOSE_MEASURE),
        }
    }
}

/// The dialog, as far as it is filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnalysisForm {
    pub asked: Asked,
    /// How much of the running work is done, out of how much.
    pub running: Option<(usize, usize)>,
    /// The number of the latest work: the end of an earlier one is ignored.
    pub number: u64,
    /// Why there is no answer.
    pub told: Option<String>,
    pub answer: Option<Arc<Answer>>,
}
