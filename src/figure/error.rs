//! Why a figure cannot be made.

use crate::base::Code;
use crate::data::AtlasError;
use crate::document::OutOfBounds;
use crate::stats::classes::ClassifyError;

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
    #[error("unknown palette '{0}'")]
    UnknownPalette(String),
    #[error("unknown territory '{0}'")]
    UnknownTerritory(Code),
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
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KindError {
    /// An indicator together with itself.
    #[error("the second indicator is the first one again")]
    SameIndicator,
    /// The starting date is not the earlier one.
    #[error("the starting date is not before the other")]
    DatesOutOfOrder,
    /// Steps and categories are not quantities: they have no differences, and categories have no order to compare
    /// with another indicator's.
    #[error("steps and categories have no differences")]
    NoQuantity,
    /// A scheme that cannot be limited to three classes.
    #[error("two indicators need a scheme of three classes")]
    SchemeOfTwo,
    /// Two indicators cannot be drawn as symbols.
    #[error("two indicators are drawn as areas")]
    TwoAsSymbols,
    /// Not a bivariate palette.
    #[error("'{0}' is no palette for two indicators")]
    NotBivariate(String),
}
