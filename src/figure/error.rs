//! Why a figure cannot be made.

use crate::analysis::{Benchmark, FutureError, NoCounts, Refusal};
use crate::base::Code;
use crate::data::{Atlas, AtlasError, Bilingual, WhatIfError};
use crate::document::OutOfBounds;
use crate::stats::classes::ClassifyError;
use crate::stats::inequality::InequalityError;
use crate::stats::segregation::SegregationError;
use crate::stats::{Refused, StatsError};

use super::allowed::NotAllowed;

/// Why a figure cannot be made from its spec.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum FigureError {
    /// The values cannot be computed.
    #[error(transparent)]
    Atlas(#[from] AtlasError),
    /// The values cannot be classified as asked.
    #[error(transparent)]
    Classes(#[from] ClassifyError),
    /// A map of this kind cannot be made.
    #[error(transparent)]
    Kind(#[from] KindError),
    /// The scale of an indicator does not allow what is asked for.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    #[error("unknown palette '{0}'")]
    UnknownPalette(String),
    #[error("unknown territory '{0}'")]
    UnknownTerritory(Code),
    /// The hypothesis of the figure makes no sense for these territories.
    #[error(transparent)]
    WhatIf(#[from] WhatIfError),
    /// The part that a map is to show has nothing of the territory.
    #[error("the part of the map is outside the territory")]
    FrameOutside,
    /// Title, legend and remarks leave no room for the map.
    #[error("the page is too small for its title, legend and remarks")]
    NoRoom,
    /// The logo is not a picture that can be drawn.
    #[error("the logo is no PNG")]
    Logo,
    /// The page has no elements, or more than this many.
    #[error("a page has between 1 and {0} elements")]
    NoElements(usize),
    /// A setting of the spec is out of bounds.
    #[error(transparent)]
    OutOfBounds(#[from] OutOfBounds),
}

/// Why a map of a kind cannot be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum KindError {
    /// An indicator together with itself.
    #[error("the second indicator is the first one again")]
    SameIndicator,
    /// The starting date is not the earlier one.
    #[error("the starting date is not before the other")]
    DatesOutOfOrder,
    /// A scheme that cannot be limited to three classes.
    #[error("two indicators need a scheme of three classes")]
    SchemeOfTwo,
    /// Two indicators cannot be drawn as symbols.
    #[error("two indicators are drawn as areas")]
    TwoAsSymbols,
    /// Values that somebody published have no computed ATS beside them.
    #[error("values as published have no ATS at each date")]
    NoAtsAsPublished,
    /// Values below zero have no index.
    #[error("an index of values that go below zero")]
    IndexOfSigned,
    /// An indicator whose numbers are no counts has no intervals.
    #[error("the indicator has no counts: {why:?}")]
    NoCounts { indicator: Bilingual, why: NoCounts },
    /// What areas are to be compared with has no value at that date.
    #[error("no value of the benchmark")]
    NoBenchmark { indicator: Bilingual, benchmark: Benchmark },
    /// More groups than a map has colours for.
    #[error("{k} groups are more than the {most} that a map has colours for")]
    ManyGroups { k: usize, most: usize },
    /// There is no index of inequality.
    #[error(transparent)]
    Unequal(InequalityError),
    /// A group of which there is no index of segregation.
    #[error(transparent)]
    Segregation(SegregationError),
    /// Residents cannot be forecast; `None` where there is no territory.
    #[error("no forecast")]
    NoFuture(Option<FutureError>),
    /// A series that cannot be continued, with the name of its indicator.
    #[error("the series is not continued: {1}")]
    NotContinued(Bilingual, StatsError),
    /// A comparison cannot be drawn as symbols.
    #[error("a comparison is drawn as areas")]
    ComparedAsSymbols,
    /// Steps and categories are no quantities.
    #[error("the indicator has steps or categories")]
    NoQuantity(Bilingual),
    /// The values of an indicator are no parts of a sum.
    #[error("the values do not add up")]
    NoParts(Bilingual),
    /// The statistic has no result for these values.
    #[error("{refused}")]
    Refused { names: Vec<Bilingual>, refused: Refused },
    /// Not a bivariate palette.
    #[error("'{0}' is no palette for two indicators")]
    NotBivariate(String),
}

impl FigureError {
    /// Why a statistic is not made, with the name of its indicator.
    pub fn of_refusal(refusal: Refusal, atlas: &Atlas) -> Self {
        let name = |id: &str| atlas.catalogue.get(id).map(|known| known.name.clone()).unwrap_or_default();
        match refusal {
            Refusal::Atlas(error) => error.into(),
            Refusal::NoCounts { indicator, why } => {
                KindError::NoCounts { indicator: name(&indicator), why }.into()
            }
            Refusal::NoBenchmark { indicator, benchmark } => {
                KindError::NoBenchmark { indicator: name(&indicator), benchmark }.into()
            }
        }
    }
}
