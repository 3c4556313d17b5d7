//! The roles of the columns of a table.

use crate::base::Date;
use crate::io::numbers::NumberFormat;
use crate::io::recipe::{Measure, Recipe, ValueColumn};

use super::period::Reading;

/// The roles of the columns.
#[derive(Debug)]
pub struct Plan<'a> {
    /// The recipe.
    pub recipe: &'a Recipe,
    /// Names of the columns.
    pub names: Vec<String>,
    /// First row of the header; without one, that of the data.
    pub header: usize,
    /// Whether there is a header.
    pub has_header: bool,
    /// How many rows it takes.
    pub header_rows: usize,
    /// A row below the header with the units of the columns.
    pub units: Option<usize>,
    /// First row of data.
    pub first: usize,
    /// What the file is called, for columns that have no name but a date.
    pub title: String,
    /// The number of non-empty columns without a name.
    pub nameless: usize,
    /// Code of the Comune.
    pub code: Option<usize>,
    /// Name of the Comune.
    pub name: Option<usize>,
    /// Code or name of the Ambito.
    pub ambito: Option<usize>,
    /// Province.
    pub province: Option<usize>,
    /// Letters of provinces, by which a name nobody knows is of others.
    pub letters: Option<usize>,
    /// Year or date.
    pub date: Option<usize>,
    /// How its cells are read.
    pub reading: Reading,
    /// Columns that divide values, with their labels and the member that is the total.
    pub dimensions: Vec<DimensionPlan>,
    /// Columns of numbers.
    pub values: Vec<ValuePlan>,
    /// How many variables they are: several columns may be one at several dates.
    pub variables: usize,
    /// Whether the rows of a territory and date are added up.
    pub adds_rows: bool,
    /// The variable that counts them.
    pub count: Option<ValueColumn>,
    /// Columns whose cells say which rows are taken, and these cells by their keys.
    pub keep: Vec<(usize, Vec<String>)>,
    /// Whether rows that the workbook does not show are left out.
    pub skips_hidden: bool,
    /// What was found without being told.
    pub found: Found,
}

/// What was found in a table without being told, to be said of it.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Another column that names Comuni, and a row where the two differ.
    pub rival: Option<(usize, usize)>,
    /// Columns that tell the rows of a territory apart.
    pub parted: Vec<usize>,
    /// Whether each row is a thing, to be counted and added.
    pub is_things: bool,
    /// Headers that a spreadsheet turned into dates, and what they were.
    pub classes: Vec<(String, String)>,
    /// Columns of which only the values say that they may not be added.
    pub supposed: Vec<usize>,
    /// Columns left out of a list of things, for they may not be added.
    pub not_added: Vec<usize>,
    /// The dates that stand in the header.
    pub across: Vec<Date>,
}

/// A column of numbers.
#[derive(Clone, Debug)]
pub struct ValuePlan {
    /// The column.
    pub column: usize,
    /// What it is.
    pub spec: ValueColumn,
    /// How it may be used.
    pub measure: Measure,
    /// Its number format; `None` if its cells contradict each other.
    pub format: Option<NumberFormat>,
    /// Which variable of the plan it is.
    pub variable: usize,
    /// The date in its header.
    pub date: Option<Date>,
}

/// A column that divides values.
#[derive(Clone, Debug)]
pub struct DimensionPlan {
    /// The column of its code, or whatever there is.
    pub column: usize,
    /// Its label.
    pub label: Option<usize>,
    /// The member that is the total.
    pub total: Option<String>,
    /// Whether it is part of the id: it says what is measured, or has more than one member.
    pub tells: bool,
}
