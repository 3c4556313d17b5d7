//! Why a figure cannot be made.

use crate::base::Code;
use crate::data::AtlasError;
use crate::stats::classes::ClassifyError;

use super::wording::KindError;

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
    /// No such palette.
    #[error("unknown palette '{0}'")]
    UnknownPalette(String),
    /// No such territory.
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
    /// A page no figure fits on, in millimetres.
    #[error("a page of {width} × {height} mm is out of bounds")]
    PageSize {
        /// Width.
        width: f64,
        /// Height.
        height: f64,
    },
}
