//! Why a figure cannot be made.

use crate::base::Code;
use crate::data::AtlasError;
use crate::document::OutOfBounds;
use crate::stats::classes::ClassifyError;

use super::allowed::NotAllowed;

/// A figure cannot be made from its spec.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum FigureError {
    /// The values cannot be computed.
    #[error(transparent)]
    Atlas(#[from] AtlasError),
    /// The values cannot be put into classes as asked.
    #[error(transparent)]
    Classes(#[from] ClassifyError),
    /// The kind of map cannot be made of what it names.
    #[error(transparent)]
    Kind(#[from] KindError),
    /// The scale of an indicator does not allow what is asked for.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    #[error("unknown palette '{0}'")]
    UnknownPalette(String),
    #[error("unknown territory '{0}'")]
    UnknownTerritory(Code),
    /// Title, legend and remarks leave no room for the map.
    #[error("the page is too small for its title, legend and remarks")]
    NoRoom,
    /// The logo is no picture that can be drawn.
    #[error("the logo is no PNG")]
    Logo,
    /// A page with nothing on it, or with more elements than so many.
    #[error("a page has between 1 and {0} elements")]
    NoElements(usize),
    /// The spec asks for what no figure can be made of.
    #[error(transparent)]
    OutOfBounds(#[from] OutOfBounds),
}

/// A kind of map cannot be made of what it names.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KindError {
    /// An indicator beside itself.
    #[error("the second indicator is the first one again")]
    SameIndicator,
    /// The starting date does not come first.
    #[error("the starting date is not before the other")]
    DatesOutOfOrder,
    /// A scheme that cannot be held to three classes.
    #[error("two indicators need a scheme of three classes")]
    SchemeOfTwo,
    /// Two indicators cannot be drawn as symbols.
    #[error("two indicators are drawn as areas")]
    TwoAsSymbols,
    /// Values that somebody published have no computed ATS beside them.
    #[error("values as published have no ATS at each date")]
    NoAtsAsPublished,
    /// A palette of one dimension.
    #[error("'{0}' is no palette for two indicators")]
    NotBivariate(String),
}
