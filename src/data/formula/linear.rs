//! Sums of variables with their weights, and the ratio of two of them: all that a formula can become, since a group's value is
//! made from its sums.

use std::collections::BTreeMap;

/// Weighted variables and a number. A variable is written as in a term, with when it is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Linear {
    pub number: f64,
    pub weights: BTreeMap<String, f64>,
}

impl Linear {
    pub fn number(number: f64) -> Self {
        Self { number, weights: BTreeMap::new() }
    }

    /// Whether it has no variables.
    pub fn is_number(&self) -> bool {
        self.weights.is_empty()
    }

    pub fn is_zero(&self) -> bool {
        self.is_number() && self.number == 0.0
    }

    #[must_use]
    pub fn times(&self, factor: f64) -> Self {
        let weights = self.weights.iter().map(|(name, weight)| (name.clone(), weight * factor));
        Self { number: self.number * factor, weights: weights.collect() }.tidied()
    }

    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let mut sum = self.clone();
        sum.number += other.number;
        for (name, weight) in &other.weights {
            *sum.weights.entry(name.clone()).or_default() += weight;
        }
        sum.tidied()
    }

    /// The product, if one of the two is a number.
    pub fn by(&self, other: &Self) -> Option<Self> {
        match (self.is_number(), other.is_number()) {
            (true, _) => Some(other.times(self.number)),
            (_, true) => Some(self.times(other.number)),
            _ => None,
        }
    }

    fn tidied(mut self) -> Self {
        self.weights.retain(|_, weight| *weight != 0.0);
        self
    }
}

/// One sum over another.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratio {
    pub over: Linear,
    pub under: Linear,
}

/// Why two ratios cannot be put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Product,
    TwoDenominators,
    ByZero,
}

impl Ratio {
    pub fn of(over: Linear) -> Self {
        Self { over, under: Linear::number(1.0) }
    }

    pub fn negative(self) -> Self {
        Self { over: self.over.times(-1.0), ..self }
    }

    pub fn plus(&self, other: &Self) -> Result<Self, Refused> {
        if self.under == other.under {
            return Ok(Self { over: self.over.plus(&other.over), under: self.under.clone() });
        }
        // a + b/c = (a·c + b)/c, where a·c has a meaning: where a or c is a number.
        let [one, two] = [self.over.by(&other.under), other.over.by(&self.under)];
        match (one, two, self.under.by(&other.under)) {
            (Some(one), Some(two), Some(under)) => Ok(Self { over: one.plus(&two), under }),
            _ => Err(Refused::TwoDenominators),
        }
    }

    pub fn times(&self, other: &Self) -> Result<Self, Refused> {
        let cancelled = |one: &Self, other: &Self| {
            (one.under == other.over && !one.under.is_number())
                .then(|| Self { over: one.over.clone(), under: other.under.clone() })
        };
        if let Some(product) = cancelled(self, other).or_else(|| cancelled(other, self)) {
            return Ok(product);
        }
        match (self.over.by(&other.over), self.under.by(&other.under)) {
            (Some(over), Some(under)) => Ok(Self { over, under }),
            _ => Err(Refused::Product),
        }
    }

    pub fn over(&self, other: &Self) -> Result<Self, Refused> {
        if other.over.is_zero() {
            return Err(Refused::ByZero);
        }
        self.times(&Self { over: other.under.clone(), under: other.over.clone() })
    }
}
