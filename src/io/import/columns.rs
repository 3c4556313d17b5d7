//! The roles of the columns of a table.

use crate::io::numbers::NumberFormat;
use crate::io::recipe::{Measure, Recipe, ValueColumn};

/// The roles of the columns.
#[derive(Debug)]
pub struct Plan<'a> {
    pub recipe: &'a Recipe,
    /// Names of the columns.
    pub names: Vec<String>,
    /// First row of the header; without one, that of the data.
    pub header: usize,
    /// First row of data.
    pub first: usize,
    /// The number of non-empty columns without a name.
    pub nameless: usize,
    /// Code of the Comune.
    pub code: Option<usize>,
    /// Name of the Comune.
    pub name: Option<usize>,
    /// Code or name of the Ambito.
    pub ambito: Option<usize>,
    pub province: Option<usize>,
    pub date: Option<usize>,
    /// Columns that divide values, with their labels and the member that is the total.
    pub dimensions: Vec<DimensionPlan>,
    pub values: Vec<ValuePlan>,
}

/// A column of numbers.
#[derive(Clone, Debug)]
pub struct ValuePlan {
    pub column: usize,
    pub spec: ValueColumn,
    /// How it may be used.
    pub measure: Measure,
    /// Its number format; `None` if its cells contradict each other.
    pub format: Option<NumberFormat>,
}

/// A column that divides values.
#[derive(Clone, Debug)]
pub struct DimensionPlan {
    /// The column of its code, or whatever there is.
    pub column: usize,
    pub label: Option<usize>,
    /// The member that is the total.
    pub total: Option<String>,
    /// Whether it is part of the id: it says what is measured, or has more than one member.
    pub tells: bool,
}
