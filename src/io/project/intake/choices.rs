//! What is chosen when a table comes in.

use crate::base::Date;
use crate::data::Catalogue;

/// What is chosen when a table comes in.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The date of a table that tells none.
    pub date: Option<Date>,
    /// Who published it, in place of what the recipe says.
    pub source: Option<String>,
    /// Its licence, in place of what the recipe says.
    pub licence: Option<String>,
    /// Its indicators, in place of one a variable.
    pub indicators: Option<Catalogue>,
}
