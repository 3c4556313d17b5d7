//! What is asked, as far as it is filled in.

use std::sync::Arc;

use crate::analysis::{Growth, Projected, basis};
use crate::data::{Atlas, Indicator, Polarity, Scale};
use crate::i18n::{Text, texts};
use crate::stats::intervals::Confidence;
use crate::stats::space::Neighbours;

use super::job::Answer;

/// A question as a planner asks it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AnalysisQuestion {
    #[default]
    Different,
    Changing,
    Neighbours,
    Together,
    Alike,
    Worst,
    Future,
}

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

impl AnalysisQuestion {
    pub const ALL: [Self; 7] = [
        Self::Different,
        Self::Changing,
        Self::Neighbours,
        Self::Together,
        Self::Alike,
        Self::Worst,
        Self::Future,
    ];

    pub fn text(self) -> Text {
        match self {
            Self::Different => texts::ASK_DIFFERENT,
            Self::Changing => texts::ASK_CHANGING,
            Self::Neighbours => texts::ASK_NEIGHBOURS,
            Self::Together => texts::ASK_TOGETHER,
            Self::Alike => texts::ASK_ALIKE,
            Self::Worst => texts::ASK_WORST,
            Self::Future => texts::ASK_FUTURE,
        }
    }

    /// The choice in plain words.
    pub fn choice(self) -> (Choice, Text) {
        match self {
            Self::Different => (Choice::Certainty, texts::CHOOSE_CERTAIN),
            Self::Changing => (Choice::Nothing, texts::CHOOSE_NOTHING),
            Self::Neighbours => (Choice::Neighbours, texts::CHOOSE_NEIGHBOURS),
            Self::Together => (Choice::Other, texts::CHOOSE_WITH_ONE),
            Self::Alike => (Choice::Others, texts::CHOOSE_WITH),
            Self::Worst => (Choice::Judged, texts::CHOOSE_GOOD),
            Self::Future => (Choice::Measure, texts::CHOOSE_MEASURE),
        }
    }

    /// How the answer is read, and when it is not to be asked.
    pub fn note(self) -> Text {
        match self {
            Self::Different => texts::NOTE_DIFFERENT,
            Self::Changing => texts::NOTE_CHANGING,
            Self::Neighbours => texts::NOTE_NEIGHBOURS,
            Self::Together => texts::NOTE_TOGETHER,
            Self::Alike => texts::NOTE_ALIKE,
            Self::Worst => texts::NOTE_WORST,
            Self::Future => texts::NOTE_FUTURE,
        }
    }

    /// Whether it can be asked of the map's indicator at all.
    pub fn is_possible(self, indicator: &Indicator, atlas: &Atlas) -> bool {
        match self {
            Self::Different => basis(indicator).is_ok(),
            Self::Future => Projected::is_possible(atlas),
            Self::Changing | Self::Neighbours | Self::Together | Self::Alike | Self::Worst => {
                indicator.kind.scale() == Scale::Quantity
            }
        }
    }
}

/// The dialog, as far as it is filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnalysisForm {
    pub question: AnalysisQuestion,
    pub confidence: Confidence,
    pub neighbours: Neighbours,
    /// Ids of the other indicators; where one is asked for, the first counts.
    pub with: Vec<String>,
    /// Whether more of an indicator is good, where the catalogue does not say so.
    pub declared: Vec<(String, bool)>,
    pub measure: Growth,
    /// How much of the running work is done, out of how much.
    pub running: Option<(usize, usize)>,
    /// The number of the latest work: the end of an earlier one is ignored.
    pub number: u64,
    /// Why there is no answer.
    pub told: Option<String>,
    pub answer: Option<Arc<Answer>>,
}

impl AnalysisForm {
    /// Whether more of an indicator is good: as typed, or as the catalogue declares.
    pub fn is_good(&self, indicator: &Indicator) -> Option<bool> {
        let typed = self.declared.iter().find(|(id, _)| *id == indicator.id).map(|(_, good)| *good);
        typed.or(match indicator.polarity {
            Polarity::HigherIsBetter => Some(true),
            Polarity::HigherIsWorse => Some(false),
            Polarity::Neither => None,
        })
    }

    /// Says whether more of an indicator is good.
    pub fn declare(&mut self, id: &str, is_good: bool) {
        self.declared.retain(|(other, _)| other != id);
        self.declared.push((id.to_owned(), is_good));
    }
}
