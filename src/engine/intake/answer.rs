//! The user's answers about a table.

use crate::base::{Code, Date};
use crate::data::Indicator;
use crate::io::import::{Role, Rows, When};
use crate::io::recipe::{Combine, Day};

/// Who published a table, and what of it becomes an indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    /// Overrides the publisher in the recipe.
    pub source: Option<String>,
    /// Overrides the licence in the recipe.
    pub licence: Option<String>,
    /// The indicators, once they differ from the proposed ones.
    pub indicators: Option<Vec<Candidate>>,
}

/// A possible indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    pub indicator: Indicator,
    /// Whether it is offered.
    pub is_wanted: bool,
}

/// The user's answer to a question about a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The decimal mark.
    Decimal(char),
    /// The date of the values; `None` to detect it again.
    Date(Option<When>),
    /// The territory that a text stands for: an empty code for none of ours, `None` to detect it again.
    Place(String, Option<Code>),
    /// The role of a column.
    Column(String, Role),
    /// What the rows of one territory and date are.
    Rows(Rows),
    /// How a column is combined where rows are added up; `None` as without an answer.
    Combine(String, Option<Combine>),
    /// The rows to keep: those with that cell in a column; `None` for all.
    Keep(String, Option<String>),
    /// The date at which things with dates of opening and closing are counted; `None` for all.
    OpenAt(Option<Date>),
    /// Whether rows hidden in the workbook are left out.
    SkipHidden(bool),
    /// Whether a Comune without a row in a list has zero.
    AbsentZero(bool),
    /// Which day the years of a column stand for.
    YearDay(Day),
    /// Whether the month of a date in numbers comes before the day.
    MonthFirst(bool),
    /// The reference system of boundaries.
    Crs(String),
    /// The layer of a file of boundaries.
    Layer(String),
    /// Accepts what findings with this code propose.
    Accept(&'static str),
    /// Forgets all answers.
    Forget,
}
