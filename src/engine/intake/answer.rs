//! What a user says about a table.

use crate::base::Code;
use crate::data::Indicator;
use crate::io::import::{Role, Rows, When};
use crate::io::recipe::Combine;

/// Who published a table, and what of it becomes an indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    /// Who, in place of what the recipe says.
    pub source: Option<String>,
    /// Under which licence, in place of what the recipe says.
    pub licence: Option<String>,
    /// The indicators, once they are no longer those proposed.
    pub indicators: Option<Vec<Candidate>>,
}

/// What may become an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The indicator.
    pub indicator: Indicator,
    /// Whether it does.
    pub is_wanted: bool,
}

/// What a user says about a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The character before decimals.
    Decimal(char),
    /// What the values refer to; none to look for it again.
    Date(Option<When>),
    /// The territory that something stands for: an empty code for none of ours, none to look for it again.
    Place(String, Option<Code>),
    /// What a column is.
    Column(String, Role),
    /// What the rows of one territory and date are.
    Rows(Rows),
    /// What is made of a column where rows are added up.
    Combine(String, Combine),
    /// The rows that are taken: those with that cell in a column; none for all.
    Keep(String, Option<String>),
    /// Whether rows that the workbook does not show are left out.
    SkipHidden(bool),
    /// The reference system of boundaries.
    Crs(String),
    /// What is proposed by findings of that code is right.
    Accept(&'static str),
    /// Everything as it was found.
    Forget,
}
