//! Conditions on the values of indicators, to choose territories by: what they are, and which units meet one.
//!
//! A condition that looks at an absent value is neither met nor not met, unless its other parts decide it whatever
//! that value is: S. C. Kleene's three-valued logic (*Introduction to Metamathematics*, 1952, § 64). So `non` never
//! turns what is not known into what holds.

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

/// A condition on the values of indicators, and on belonging to choices kept under a name.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// An indicator's value against a number.
    Compare {
        /// Id of the indicator.
        indicator: String,
        comparison: Comparison,
        number: f64,
        /// At how many decimals the two are compared: those typed, and no fewer than the indicator is printed with.
        decimals: usize,
    },
    /// Belonging to a choice kept under a name.
    Within {
        set: String,
        /// Codes of its territories.
        codes: Vec<Code>,
    },
    Not(Box<Self>),
    And(Box<Self>, Box<Self>),
    /// One of the two, or both.
    Or(Box<Self>, Box<Self>),
}

/// Which units of a level meet a condition.
#[derive(Clone, Debug, PartialEq)]
pub struct Matched {
    /// Positions of those that do, ascending.
    pub units: Vec<usize>,
    /// How many cannot be told, for lack of a value.
    pub undecided: usize,
    /// How many units were looked at.
    pub of: usize,
    /// The indicators without values at the date asked for, each with the date read in its place.
    pub other_dates: Vec<(String, Date)>,
}

impl Condition {
    /// The ids of its indicators, each once, in the order they are met.
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

    /// The units of a level that meet it, the values of groups being made by `method`. An indicator without values
    /// at `date` is read at the nearest date it has.
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

    /// For each set the condition names, whether each unit of a level belongs to it. Territories that are not there
    /// have no units.
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

    /// Whether a unit meets it; `None` where that hangs on an absent value.
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

/// What a condition looks at.
struct Facts {
    columns: Vec<Column>,
    /// By name, whether each unit belongs to the set.
    sets: Vec<(String, Vec<bool>)>,
}

/// The values of one indicator.
struct Column {
    indicator: String,
    table: Table,
}

impl Comparison {
    /// Whether a value stands so to a number, both at so many decimals: nobody can type all the digits of a value, and
    /// what is printed 2,2 is not above 2,2. Of less, equal and greater exactly one holds.
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
