//! The roles of the columns of a table.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::base::{Date, Level};
use crate::io::numbers::NumberFormat;
use crate::io::recipe::{Measure, Recipe, ValueColumn};
use crate::io::source::Line;

use super::period::Reading;

/// The roles of the columns.
#[derive(Debug)]
pub struct Plan<'a> {
    pub recipe: &'a Recipe,
    /// Names of the columns.
    pub names: Vec<String>,
    /// First row of the header; without one, that of the data.
    pub header: usize,
    /// Whether there is a header.
    pub has_header: bool,
    /// How many rows the header takes.
    pub header_rows: usize,
    /// A row below the header with the units of the columns.
    pub units: Option<usize>,
    /// First row of data.
    pub first: usize,
    /// The name of the file, for columns whose header is only a date.
    pub title: String,
    /// The number of non-empty columns without a name.
    pub nameless: usize,
    /// Code of the Comune.
    pub code: Option<usize>,
    /// Name of the Comune.
    pub name: Option<usize>,
    /// Code or name of the Ambito, ASST or ATS, where the rows are of those.
    pub group: Option<usize>,
    /// What the rows are of: without such a column, Comuni.
    pub level: Level,
    pub province: Option<usize>,
    /// A column of letters of provinces: with those of another province, an unknown name is not one of ours.
    pub letters: Option<usize>,
    /// Year or date.
    pub date: Option<usize>,
    /// Where periods are given by their first and last day, the column of the first; that of the last is the date.
    pub from: Option<usize>,
    /// A month, quarter or half-year of that year, and how many months it has.
    pub part: Option<(usize, u8)>,
    /// How its cells are read.
    pub reading: Reading,
    /// The columns of the dates between which a thing is there, and the date at which it is counted.
    pub life: Life,
    /// Columns that divide values, with their labels and the member that is the total.
    pub dimensions: Vec<DimensionPlan>,
    /// Columns of numbers.
    pub values: Vec<ValuePlan>,
    /// How many variables these columns are: several columns may be one variable at several dates.
    pub variables: usize,
    /// Whether the rows of a territory and date are added up.
    pub adds_rows: bool,
    /// The variable that counts them.
    pub count: Option<ValueColumn>,
    /// Columns whose cells select rows, with the selecting cells by their keys.
    pub keep: Vec<(usize, Vec<String>)>,
    /// Whether a Comune without a row has zero, where rows are added up.
    pub absent_zero: bool,
    /// Whether of rows that are alike in every cell one counts, where rows are added up.
    pub skips_copies: bool,
    /// Whether rows hidden in the workbook are left out.
    pub skips_hidden: bool,
    /// Rows whose numbers are broken by a decimal comma that separates cells, ascending.
    pub broken: Vec<usize>,
    /// What was detected without an answer of the user.
    pub found: Found,
}

/// The dates between which a thing is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Life {
    pub opening: Option<usize>,
    pub closing: Option<usize>,
    /// The date at which things are counted; without one, all are.
    pub at: Option<Date>,
}

impl Life {
    pub(crate) fn columns(self) -> impl Iterator<Item = usize> {
        [self.opening, self.closing].into_iter().flatten()
    }

    pub(crate) fn is_known(self) -> bool {
        self.columns().next().is_some()
    }
}

impl Plan<'_> {
    /// The column of a part of the year.
    pub(crate) fn date_part(&self) -> Option<usize> {
        self.part.map(|(column, _)| column)
    }
}

/// What was detected in a table and is reported to the user.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Another column that names Comuni, and a row where the two differ.
    pub rival: Option<(usize, usize)>,
    /// Columns that distinguish the rows of a territory.
    pub parted: Vec<usize>,
    /// Whether each row is a thing, to be counted and added.
    pub is_things: bool,
    /// Headers that a spreadsheet turned into dates, and the classes they were.
    pub classes: Vec<(String, String)>,
    /// A column of numbers whose decimals stand in the next one, because a decimal comma separates cells too.
    pub decimals: Vec<(usize, usize)>,
    /// Columns of counts of which too few cells are numbers.
    pub unread: Vec<usize>,
    /// Members of categories that a spreadsheet turned into dates, with the classes they were.
    pub members: BTreeMap<String, String>,
    /// A column of Comuni and one of Ambiti, where rows may be about either; the same where one column is both.
    pub levels: Option<(usize, usize)>,
    /// Columns that are not added because nothing tells whether they can be.
    pub supposed: Vec<usize>,
    /// Columns left out of a list of things because nothing tells whether they can be added.
    pub unclear: Vec<usize>,
    /// Columns left out of a list of things because they cannot be added.
    pub not_added: Vec<usize>,
    /// Columns left out because they are the sum of those of several dates.
    pub summed: Vec<usize>,
    /// The dates in the header.
    pub across: Vec<Date>,
    /// A cell of the dates where the month may come before the day, and its row.
    pub order: Option<usize>,
    /// Whether nothing says which day a year of this table stands for.
    pub is_day_open: bool,
    /// The year whose months the columns are, where a title or an answer says so; whether nobody has confirmed it.
    pub months_of: Option<(i16, bool)>,
    /// The first header of values that contains only a year.
    pub year_header: Option<usize>,
    /// A column whose header says nothing, in a table without another one: what it measures needs no question.
    pub plain: Option<usize>,
    /// Columns headed as dates that cannot be read.
    pub dates_unread: Vec<usize>,
    /// Columns with numbers that the recipe does not take.
    pub not_taken: Vec<usize>,
}

/// A column of numbers.
#[derive(Clone, Debug)]
pub struct ValuePlan {
    pub column: usize,
    /// How the column is read.
    pub spec: ValueColumn,
    /// How it may be used.
    pub measure: Measure,
    /// Its number format; `None` if its cells contradict each other.
    pub format: Option<NumberFormat>,
    /// The position of its variable in the plan.
    pub variable: usize,
    pub date: Option<Date>,
    /// The column with its decimals, where a decimal comma separates cells too.
    pub decimals: Option<usize>,
}

impl ValuePlan {
    /// The cell of a row, together with its decimals.
    pub(crate) fn cell<'t>(&self, line: &Line<'t>) -> Cow<'t, str> {
        let cell = line.cell(self.column);
        match self.decimals.map(|column| line.cell(column)) {
            Some(decimals) if !decimals.is_empty() => Cow::Owned(format!("{cell}.{decimals}")),
            _ => Cow::Borrowed(cell),
        }
    }
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
