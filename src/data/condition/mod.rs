//! Conditions on the values of indicators, for selecting territories: their structure, and which units meet one.
//!
//! A condition on a missing value is neither true nor false, unless its other parts decide the result whatever that
//! value is: S. C. Kleene's three-valued logic (*Introduction to Metamathematics*, 1952, § 64). So `non` never turns
//! unknown into true.

mod comparison;
mod error;
mod parse;
mod token;

use std::cmp::Ordering;

use crate::base::{Code, Date, Level, decimal};

use super::aggregate::Method;
use super::atlas::{Atlas, AtlasError, Query};
use super::named_set::NamedSet;
use super::table::Table;
use super::territory::Territories;
use super::value::Value;

pub use comparison::Comparison;
pub use error::{ConditionError, Fault};

/// A condition on the values of indicators, and on membership in saved sets.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// An indicator's value compared with a number.
    Compare {
        /// Id of the indicator.
        indicator: String,
        comparison: Comparison,
        number: f64,
        /// The decimals at which the two are compared: those typed, but at least those the indicator is shown with.
        decimals: usize,
    },
    /// Membership in a saved set.
    Within {
        set: String,
        /// Codes of its territories.
        codes: Vec<Code>,
    },
    Not(Box<Self>),
    And(Box<Self>, Box<Self>),
    /// At least one of the two.
    Or(Box<Self>, Box<Self>),
}

/// The units of a level that meet a condition.
#[derive(Clone, Debug, PartialEq)]
pub struct Matched {
    /// Their positions, ascending.
    pub units: Vec<usize>,
    /// How many are undecided, for lack of a value.
    pub undecided: usize,
    /// The number of units.
    pub of: usize,
    /// The indicators without values at the requested date, each with the date used instead.
    pub other_dates: Vec<(String, Date)>,
}

impl Condition {
    /// The ids of its indicators, without repeats, in order of appearance.
    pub fn indicators(&self) -> Vec<&str> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'a>(&'a self, found: &mut Vec<&'a str>) {
        match self {
            Self::Compare { indicator, .. } if found.contains(&indicator.as_str()) => {}
            Self::Compare { indicator, .. } => found.push(indicator),
            Self::Within { .. } => {}
            Self::Not(inner) => inner.collect(found),
            Self::And(a, b) | Self::Or(a, b) => {
                a.collect(found);
                b.collect(found);
            }
        }
    }

    /// The units of a level that meet it, with values of groups computed by `method`. For an indicator without values
    /// at `date` the nearest date is used.
    ///
    /// # Errors
    /// An unknown indicator, or one without values at any date.
    pub fn matching(
        &self,
        atlas: &Atlas,
        level: Level,
        date: Date,
        method: Method,
    ) -> Result<Matched, AtlasError> {
        let mut columns = Vec::new();
        let mut other_dates = Vec::new();
        for id in self.indicators() {
            let indicator = atlas.indicator(id)?;
            let found = atlas.nearest_date(indicator, date).unwrap_or(date);
            let table = atlas.compute(&Query { indicator: id.to_owned(), date: found, level, method })?;
            if found != date {
                other_dates.push((id.to_owned(), found));
            }
            columns.push(Column { indicator: id.to_owned(), table });
        }
        let of = atlas.territories.units(level).len();
        let mut sets = Vec::new();
        self.members(&atlas.territories, level, &mut sets);
        let facts = Facts { columns, sets };
        let met: Vec<Option<bool>> = (0..of).map(|unit| self.is_met(&facts, unit)).collect();
        Ok(Matched {
            units: (0..of).filter(|&unit| met[unit] == Some(true)).collect(),
            undecided: met.iter().filter(|met| met.is_none()).count(),
            of,
            other_dates,
        })
    }

    /// For each set in the condition, whether each unit of a level belongs to it. Unknown territories have no units.
    fn members(&self, territories: &Territories, level: Level, found: &mut Vec<(String, Vec<bool>)>) {
        match self {
            Self::Compare { .. } => {}
            Self::Within { set, codes } => {
                let known = codes.iter().filter(|code| territories.find(code).is_some()).cloned();
                let within = territories.sharing(level, &known.collect::<Vec<Code>>());
                found.push((set.clone(), within.unwrap_or_default()));
            }
            Self::Not(inner) => inner.members(territories, level, found),
            Self::And(a, b) | Self::Or(a, b) => {
                a.members(territories, level, found);
                b.members(territories, level, found);
            }
        }
    }

    /// Whether a unit meets it; `None` if that depends on a missing value.
    fn is_met(&self, facts: &Facts, unit: usize) -> Option<bool> {
        match self {
            Self::Compare { indicator, comparison, number, decimals } => {
                let column = facts.columns.iter().find(|column| column.indicator == *indicator)?;
                comparison.holds(column.table.rows[unit].value, *number, *decimals)
            }
            Self::Within { set, .. } => {
                let (_, within) = facts.sets.iter().find(|(name, _)| name == set)?;
                within.get(unit).copied()
            }
            Self::Not(inner) => inner.is_met(facts, unit).map(|met| !met),
            Self::And(a, b) => match (a.is_met(facts, unit), b.is_met(facts, unit)) {
                (Some(false), _) | (_, Some(false)) => Some(false),
                (a, b) => Some(a? && b?),
            },
            Self::Or(a, b) => match (a.is_met(facts, unit), b.is_met(facts, unit)) {
                (Some(true), _) | (_, Some(true)) => Some(true),
                (a, b) => Some(a? || b?),
            },
        }
    }
}

/// The data a condition depends on.
struct Facts {
    columns: Vec<Column>,
    /// For each set, by name, whether each unit belongs to it.
    sets: Vec<(String, Vec<bool>)>,
}

/// The values of one indicator.
struct Column {
    indicator: String,
    table: Table,
}

impl Comparison {
    /// Whether the comparison holds with both rounded to the same decimals: nobody can type all digits of a value,
    /// and what is shown as 2,2 is not above 2,2. Exactly one of less, equal and greater holds.
    fn holds(self, value: Value, number: f64, decimals: usize) -> Option<bool> {
        let written = |x: f64| decimal::rounded(x, decimals);
        let order = written(value.ok()?).total_cmp(&written(number));
        Some(match self {
            Self::Less => order == Ordering::Less,
            Self::AtMost => order != Ordering::Greater,
            Self::Greater => order == Ordering::Greater,
            Self::AtLeast => order != Ordering::Less,
            Self::Equal => order == Ordering::Equal,
            Self::NotEqual => order != Ordering::Equal,
        })
    }
}
