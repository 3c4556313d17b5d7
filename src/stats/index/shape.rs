//! What a composite index is made of.

use crate::stats::refused::Refused;

/// Whether more of an indicator is more or less of what the index measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Polarity {
    Positive,
    Negative,
}

impl Polarity {
    pub(super) fn sign(self) -> f64 {
        match self {
            Self::Positive => 1.0,
            Self::Negative => -1.0,
        }
    }
}

/// Indicators of units: one list of values for each indicator, in the order of the units.
#[derive(Debug, Clone, PartialEq)]
pub struct Variables {
    columns: Vec<Vec<f64>>,
    polarity: Vec<Polarity>,
}

/// An index of one indicator is that indicator.
pub(super) const LEAST_VARIABLES: usize = 2;

/// With fewer units there is nothing to compare.
const LEAST_UNITS: usize = 3;

impl Variables {
    /// # Errors
    /// Fewer than two indicators or three units, an indicator without polarity or with the same value everywhere, lists of other
    /// lengths, numbers that are not finite.
    pub fn new(columns: Vec<Vec<f64>>, polarity: &[Option<Polarity>]) -> Result<Self, Refused> {
        if columns.len() < LEAST_VARIABLES {
            return Err(Refused::TooFewVariables { n: columns.len(), needed: LEAST_VARIABLES });
        }
        let declared = |(variable, polarity): (usize, &Option<Polarity>)| {
            polarity.ok_or(Refused::NoPolarity { variable })
        };
        let polarity: Vec<Polarity> = polarity.iter().enumerate().map(declared).collect::<Result<_, _>>()?;
        if polarity.len() != columns.len() {
            return Err(Refused::LengthMismatch { found: polarity.len(), wanted: columns.len() });
        }
        let n = columns[0].len();
        if n < LEAST_UNITS {
            return Err(Refused::TooFew { n, needed: LEAST_UNITS });
        }
        for (variable, column) in columns.iter().enumerate() {
            if column.len() != n {
                return Err(Refused::LengthMismatch { found: column.len(), wanted: n });
            }
            if column.iter().any(|x| !x.is_finite()) {
                return Err(Refused::NotFinite);
            }
            if column.iter().all(|x| *x == column[0]) {
                return Err(Refused::Constant { variable: Some(variable) });
            }
        }
        Ok(Self { columns, polarity })
    }

    pub fn units(&self) -> usize {
        self.columns[0].len()
    }

    pub fn len(&self) -> usize {
        self.columns.len()
    }

    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    pub(super) fn column(&self, variable: usize) -> &[f64] {
        &self.columns[variable]
    }

    pub(super) fn sign(&self, variable: usize) -> f64 {
        self.polarity[variable].sign()
    }

    pub(super) fn polarity(&self, variable: usize) -> Polarity {
        self.polarity[variable]
    }

    /// The same without one indicator; `None` if fewer than two would be left.
    pub(super) fn without(&self, variable: usize) -> Option<Self> {
        let keep = |i: &usize| *i != variable;
        let kept: Vec<usize> = (0..self.len()).filter(keep).collect();
        (kept.len() >= LEAST_VARIABLES).then(|| Self {
            columns: kept.iter().map(|&i| self.columns[i].clone()).collect(),
            polarity: kept.iter().map(|&i| self.polarity[i]).collect(),
        })
    }
}
