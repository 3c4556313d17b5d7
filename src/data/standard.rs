//! Standards compared with the data: how many units of service are required, and how many are missing.

use crate::base::{Code, Date, Level, decimal};

use super::aggregate::Method;
use super::atlas::{Atlas, AtlasError, Query};
use super::quality::Quality;
use super::table::Row;
use super::value::{Absence, Bounds};

/// A standard, as set by a document or by the user.
#[derive(Clone, Debug, PartialEq)]
pub enum Standard {
    /// One for every so many of the indicator of that id: a social worker for every 4,000 residents.
    OnePer(f64, String),
    /// A value of the indicator of that id: 33 places per 100 children.
    Value(f64, String),
}

/// What a standard requires in one territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    pub level: Level,
    pub code: Code,
    pub name: String,
    /// What the standard is computed from: residents, children. `None` where it is not known.
    pub base: Option<f64>,
    pub quality: Quality,
    /// Why it is not known.
    pub absence: Option<Absence>,
    /// Between how many are required, where the values it is computed from are only known to lie between two numbers.
    pub between: Bounds,
    /// How many are required.
    pub needed: Option<f64>,
    /// How many there are.
    pub there: Option<f64>,
}

impl Need {
    /// How many are missing; negative where there are more than required.
    pub fn missing(&self) -> Option<f64> {
        Some(decimal::difference(self.needed?, self.there?))
    }
}

impl Standard {
    /// The indicator that the standard is computed from.
    pub fn indicator(&self) -> &str {
        match self {
            Self::OnePer(_, id) | Self::Value(_, id) => id,
        }
    }

    /// How many are required for `base`, with one for every `one_per`.
    pub(crate) fn needed_for(one_per: f64, base: f64) -> f64 {
        decimal::clean(base / one_per)
    }

    /// Whether the standard can be applied: "one for every so many" needs a count, a value needs a ratio.
    pub fn fits(&self, atlas: &Atlas) -> bool {
        atlas.catalogue.get(self.indicator()).is_some_and(|indicator| match self {
            Self::OnePer(..) => {
                indicator.denominator.is_empty() && indicator.weight.is_none() && !indicator.kind.has_steps()
            }
            Self::Value(..) => !indicator.denominator.is_empty() && indicator.weight.is_none(),
        })
    }

    /// The units of a level against it, at a date.
    ///
    /// # Errors
    /// An unknown indicator, or a date it has no values at.
    pub fn needs(&self, atlas: &Atlas, date: Date, level: Level) -> Result<Vec<Need>, AtlasError> {
        let id = self.indicator();
        let multiplier = atlas.indicator(id)?.multiplier;
        let query = Query { indicator: id.to_owned(), date, level, method: Method::Pooled };
        let table = atlas.compute(&query)?;
        let need = |row: Row| {
            let (base, needed, there) = match self {
                Self::OnePer(one_per, _) => {
                    let base = row.value.ok();
                    (base, base.map(|base| Self::needed_for(*one_per, base)), None)
                }
                Self::Value(value, _) => {
                    let base = row.denominator.and_then(Result::ok);
                    let needed = base.map(|base| decimal::clean(value * base / multiplier));
                    (base, needed, row.numerator.ok())
                }
            };
            let (absence, between) = match self {
                Self::OnePer(one_per, _) => {
                    let ends = row.bounds.filter(|_| base.is_none());
                    let [least, greatest] = [0, 1].map(|end| {
                        ends.map(|(low, high)| Self::needed_for(*one_per, if end == 0 { low } else { high }))
                    });
                    (row.value.err(), least.zip(greatest))
                }
                Self::Value(..) => (row.denominator.and_then(Result::err), None),
            };
            let (code, name, quality) = (row.code, row.name, row.quality);
            Need { level, code, name, base, quality, absence, between, needed, there }
        };
        Ok(table.rows.into_iter().map(need).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The Piano di Zona of Corsico: 117,654 residents, one social worker for 4,000.
    #[test]
    fn a_standard_is_so_many_and_a_gap() {
        let needed = Standard::needed_for(4000.0, 117_654.0);
        assert_eq!(decimal::rounded(needed, 1), 29.4);
        let need = Need {
            level: Level::Ambiti,
            code: Code::from("50089"),
            name: "Corsico".to_owned(),
            base: Some(117_654.0),
            quality: Quality::Final,
            absence: None,
            between: None,
            needed: Some(needed),
            there: Some(22.0),
        };
        assert_eq!(need.missing().map(|missing| decimal::rounded(missing, 1)), Some(7.4));
    }
}
