//! The user's choices on importing a table.

use crate::base::Date;
use crate::data::Catalogue;

#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The date of a table that states none.
    pub date: Option<Date>,
    /// Overrides the publisher in the recipe.
    pub source: Option<String>,
    /// Overrides the licence in the recipe.
    pub licence: Option<String>,
    /// Its indicators, instead of one per variable.
    pub indicators: Option<Catalogue>,
}
