//! Which column of a table is what.

use crate::io::numbers::NumberFormat;
use crate::io::recipe::{Measure, Recipe, ValueColumn};

/// Which column is what.
#[derive(Debug)]
pub struct Plan<'a> {
    pub recipe: &'a Recipe,
    /// Names of the columns.
    pub names: Vec<String>,
    /// First row of the header; that of the data, where there is none.
    pub header: usize,
    /// First row of data.
    pub first: usize,
    /// Columns that have no name and hold something.
    pub nameless: usize,
    /// Code of the Comune.
    pub code: Option<usize>,
    /// Name of the Comune.
    pub name: Option<usize>,
    /// Code or name of the Ambito.
    pub ambito: Option<usize>,
    pub province: Option<usize>,
    pub date: Option<usize>,
    /// Columns that part values, their labels, and the member that is the total.
    pub dimensions: Vec<DimensionPlan>,
    pub values: Vec<ValuePlan>,
}

/// A column of numbers.
#[derive(Clone, Debug)]
pub struct ValuePlan {
    pub column: usize,
    pub spec: ValueColumn,
    /// What may be done with it.
    pub measure: Measure,
    /// How it writes numbers; none where its cells contradict each other.
    pub format: Option<NumberFormat>,
}

/// A column that parts values.
#[derive(Clone, Debug)]
pub struct DimensionPlan {
    /// Its code, or what there is.
    pub column: usize,
    pub label: Option<usize>,
    /// The member that is the total.
    pub total: Option<String>,
    /// Whether it is part of the id: it says what is measured, or has more than one member.
    pub tells: bool,
}
