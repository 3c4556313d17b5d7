//! What the rows of a table gave: values by territory, date and variable, and how each row was used.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Date;
use crate::data::Value;
use crate::io::recipe::Measure;

use super::block::{Block, Slot};
use super::finding::Rows;
use super::preview::Sample;

/// A variable found in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    pub id: String,
    /// Name, as the file or the recipe has it.
    pub name: String,
    pub unit: String,
    /// How it may be used.
    pub measure: Measure,
    /// Its column.
    pub column: usize,
}

/// How the rows were used.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Non-empty rows below the header.
    pub read: usize,
    /// Rows that gave values.
    pub taken: usize,
    /// Rows about other Comuni.
    pub outside: Rows,
    /// Rows about larger areas, and totals over all territories.
    pub larger: Rows,
    /// How many rows are about larger areas that are kept beside ours.
    pub areas: usize,
    /// Rows about unknown territories, by the text that stands for them.
    pub unmatched: Vec<(String, Rows)>,
    /// Those whose name came after [`MAX_UNMATCHED`] others.
    pub unmatched_beyond: Rows,
    /// The number of different unknown names.
    pub unmatched_names: usize,
    pub footnotes: Rows,
    /// Rows about a whole group of Comuni between those of the Comuni, and what the first one is about.
    pub groups: Rows,
    pub group_example: Option<String>,
    /// Totals over a dimension, which are compared but not added.
    pub totals: usize,
    /// Rows of a list of things that are the total of others.
    pub added_totals: Rows,
    /// Rows that repeat the same values.
    pub same_twice: Rows,
    /// Rows with a second, different value.
    pub two_values: Rows,
    /// The territories they are about.
    pub contradicted: FxHashSet<usize>,
    /// Values that several rows give, by date, variable and place: the first of them.
    pub doubled: FxHashMap<(usize, usize, usize), Doubled>,
    /// Rows of things that are not there at the date.
    pub not_there: Rows,
    /// Rows of things whose date of opening or closing cannot be read.
    pub bad_life: Rows,
    /// Rows hidden in the workbook and left out.
    pub hidden: Rows,
    /// Rows without any of the selected cells.
    pub not_kept: Rows,
    /// A period that a day stands for, and the day.
    pub period: Option<(String, Date)>,
    /// A number of a day that Excel keeps, and the day.
    pub serial: Option<(String, Date)>,
    /// Whether a column of dates has years alone.
    pub has_years: bool,
    /// Whether it has days or periods of the year too.
    pub has_days: bool,
    /// Rows without a readable date.
    pub bad_date: Rows,
    /// Rows with too few or too many cells.
    pub ragged: Rows,
    /// Rows whose numbers are broken by a decimal comma that separates cells.
    pub broken: Rows,
    /// Rows whose name is that of another Comune.
    pub name_differs: Rows,
    /// Rows whose code had lost its zeros or had become a decimal number.
    pub recoded: Rows,
    /// An example of these.
    pub recoded_example: Option<(String, String)>,
    /// Whether some codes were written as decimal numbers, or some kept their zeros and others did not.
    pub oddly_coded: bool,
    /// For each column of values, cells that are not numbers.
    pub not_numbers: Vec<Rows>,
    /// For each column whose values are added up, the rows without a value.
    pub without: Vec<Rows>,
}

/// Values by date and variable. Positions follow the order of the level, then come merged Comuni and [`AREAS`].
#[derive(Debug, Default)]
pub struct Gathered {
    pub variables: Vec<Variable>,
    /// Dates, in order of appearance.
    pub dates: Vec<Option<Date>>,
    /// How many variables each combination of members has.
    pub variables_each: usize,
    /// The values by date and combination.
    pub blocks: FxHashMap<(usize, usize), Block>,
    /// For each position, whether a row is about it.
    pub seen: Vec<bool>,
    /// Totals over members of dimensions in the file.
    pub totals: Vec<Total>,
    /// For each combination of members, the index of its first variable.
    pub combinations: Vec<(Vec<u32>, usize)>,
    /// Rows about a group of the Comuni beside them.
    pub groups: Vec<GroupRow>,
    /// Totals over all territories in the file: date, variable, value.
    pub wholes: Vec<(usize, usize, Slot)>,
    /// How the rows were used.
    pub tally: Tally,
    /// The first rows.
    pub sample: Sample,
}

/// A value that several rows give.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doubled {
    pub column: usize,
    /// The value in the first row.
    pub first: f64,
    pub sum: f64,
    pub rows: usize,
    /// Whether the rows differ.
    pub differs: bool,
}

/// The most doubled values that are kept to give an example of.
pub(super) const MOST_DOUBLED: usize = 1_000;

/// A row about a whole group of Comuni.
#[derive(Clone, Copy, Debug)]
pub struct GroupRow {
    pub row: usize,
    pub of: Group,
}

/// A group of Comuni with a row of its own among theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Those with the same cell in this column.
    Column(usize),
    /// The Ambito at this position.
    Ambito(usize),
}

/// A total over the members of some dimensions.
#[derive(Clone, Debug)]
pub struct Total {
    pub date: usize,
    pub place: usize,
    /// The member of each dimension; `None` for the sum of all.
    pub members: Vec<Option<u32>>,
    /// The position of its variable among those of a combination.
    pub variable: usize,
    pub slot: Slot,
}

impl Total {
    /// Whether both are of the same Comune, date, members and variable.
    pub(crate) fn is_beside(&self, other: &Self) -> bool {
        (self.date, self.place, self.variable) == (other.date, other.place, other.variable)
            && self.members == other.members
    }

    /// Whether a combination of members is part of it.
    pub(crate) fn includes(&self, combination: &[u32]) -> bool {
        self.members.iter().zip(combination).all(|(own, other)| own.is_none_or(|own| own == *other))
    }
}

impl Gathered {
    /// Whether a date has a row about one of the first `places` positions, and not only about the areas after them.
    pub fn has(&self, date: usize, places: usize) -> bool {
        (0..self.variables.len()).any(|variable| self.has_at(date, variable, places))
    }

    /// The same for a variable.
    pub(crate) fn has_variable(&self, variable: usize, places: usize) -> bool {
        (0..self.dates.len()).any(|date| self.has_at(date, variable, places))
    }

    fn has_at(&self, date: usize, variable: usize, places: usize) -> bool {
        self.column(date, variable).is_some_and(|column| (0..places).any(|place| column.has(place)))
    }

    /// The values of a variable of the plan at every date and for all members.
    pub(crate) fn columns_of(&self, variable: usize) -> impl Iterator<Item = Column<'_>> {
        self.blocks.values().map(move |block| Column { block, variable })
    }

    /// All columns with a row.
    pub(crate) fn columns(&self) -> Vec<Column<'_>> {
        let columns = self
            .blocks
            .values()
            .flat_map(|block| (0..self.variables_each).map(move |variable| Column { block, variable }));
        columns.filter(|column| (0..self.seen.len()).any(|place| column.has(place))).collect()
    }

    /// The values of a variable at a date; `None` where no row is about both.
    pub(crate) fn column(&self, date: usize, variable: usize) -> Option<Column<'_>> {
        let each = self.variables_each.max(1);
        let block = self.blocks.get(&(date, variable / each))?;
        Some(Column { block, variable: variable % each })
    }
}

/// The values of a variable at a date.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column<'a> {
    block: &'a Block,
    variable: usize,
}

impl Column<'_> {
    pub(crate) fn get(&self, place: usize) -> Option<Slot> {
        self.block.get(self.variable, place)
    }

    pub(crate) fn value(&self, place: usize) -> Option<Value> {
        self.block.value(self.variable, place)
    }

    pub(crate) fn has(&self, place: usize) -> bool {
        self.block.has(self.variable, place)
    }

    /// The values that are known of the first places.
    pub(crate) fn known(&self, places: usize) -> impl Iterator<Item = f64> {
        (0..places).filter_map(|place| self.value(place)?.ok())
    }
}
