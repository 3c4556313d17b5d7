//! What may be made of an indicator, by the scale its numbers are on. Decided here alone: figures refuse by it, and the window
//! does not offer what they refuse.

use crate::data::{Bilingual, Caption, Scale};
use crate::i18n::{Lang, texts};

/// What somebody asks to be made of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Ranking,
    Lines,
    Points,
    /// High and low together with another's.
    Two,
    Circles,
    /// Differences between dates and index numbers.
    Differences,
    /// Quartiles, and what lies between them.
    Quartiles,
}

impl Asked {
    /// Whether a scale allows it.
    pub fn is_allowed(self, scale: Scale) -> bool {
        let least = match self {
            Self::Ranking | Self::Lines | Self::Points | Self::Two => Scale::Order,
            Self::Circles | Self::Differences | Self::Quartiles => Scale::Quantity,
        };
        scale >= least
    }

    /// Refuses what the scale of an indicator does not allow.
    ///
    /// # Errors
    /// That it is not allowed.
    pub fn of<'a>(self, caption: impl Into<Caption<'a>>) -> Result<(), NotAllowed> {
        let caption = caption.into();
        let scale = caption.kind.scale();
        match self.is_allowed(scale) {
            true => Ok(()),
            false => Err(NotAllowed { indicator: caption.name.clone(), scale, asked: self }),
        }
    }
}

/// The scale of an indicator does not allow what was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the scale of '{}' does not allow it", .indicator.en)]
pub struct NotAllowed {
    pub indicator: Bilingual,
    pub scale: Scale,
    pub asked: Asked,
}

impl NotAllowed {
    /// The same in the reader's language, with what to do.
    pub fn text(&self, lang: Lang) -> String {
        let remedy = lang.text(match self.asked {
            Asked::Ranking => texts::NO_RANKING_OF_IT,
            Asked::Lines => texts::NO_LINES_OF_IT,
            Asked::Points => texts::NO_POINTS_OF_IT,
            Asked::Two => texts::NO_PAIR_OF_IT,
            Asked::Circles => texts::NO_CIRCLES_OF_IT,
            Asked::Differences => texts::NO_DIFFERENCES_OF_IT,
            Asked::Quartiles => texts::NO_QUARTILES_OF_IT,
        });
        let text = if self.scale == Scale::Names { texts::scale_of_names } else { texts::scale_of_steps };
        text(lang, lang.pick(&self.indicator), remedy)
    }
}
