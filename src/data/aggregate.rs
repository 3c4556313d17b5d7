//! From the Comuni to any group of them.

use serde::{Deserialize, Serialize};

use super::value::{Absence, Value};
use crate::base::decimal;

/// How the value of a group is computed from its Comuni.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// k·ΣN/ΣD, calculated on the total of the Comuni: the value of the group itself.
    #[default]
    Pooled,
    /// The unweighted mean of the values of the Comuni. It is not the value of the group: a Comune of 500 residents
    /// weighs as much as one of 50,000.
    Mean,
    /// The lowest value of the Comuni.
    Min,
    /// The highest value of the Comuni.
    Max,
    /// As [`Pooled`](Self::Pooled), but only over the Comuni that have a value, where some have none: not the value of the
    /// group, and always marked.
    Partial,
}

impl Method {
    /// Those that give one number of a complete group.
    pub const ALL: [Self; 4] = [Self::Pooled, Self::Mean, Self::Min, Self::Max];
    /// Those on offer.
    pub const CHOICES: [Self; 5] = [Self::Pooled, Self::Partial, Self::Mean, Self::Min, Self::Max];

    /// Whether it is the value of the group itself, or what is known of it, and none taken from its members.
    pub fn is_of_group(self) -> bool {
        matches!(self, Self::Pooled | Self::Partial)
    }

    /// The name used on the command line and in saved files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Pooled => "pooled",
            Self::Mean => "mean",
            Self::Min => "min",
            Self::Max => "max",
            Self::Partial => "partial",
        }
    }

    /// The method with this [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::CHOICES.into_iter().find(|method| method.id() == id)
    }
}

/// The sum of the members' values. One missing member makes the sum missing, because a partial sum would be mistaken
/// for a total. Of several reasons the most serious is kept (suppressed, then missing, then not applicable).
pub(super) fn sum(values: impl IntoIterator<Item = Value>) -> Value {
    let mut absent: Option<Absence> = None;
    let present = values.into_iter().filter_map(|value| {
        absent = absent.max(value.err());
        value.ok()
    });
    let total = decimal::sum(present);
    absent.map_or_else(|| finite(total), Err)
}

/// A result, if there is one: no figure can show a number too large to be written, or none at all.
fn finite(x: f64) -> Value {
    if x.is_finite() { Ok(x) } else { Err(Absence::NotApplicable) }
}

/// k·N/D; k·N without a denominator; not applicable where the denominator is zero.
///
/// For integers the result is the nearest floating-point number, so that equal rates are equal; other operands bring
/// noise with them.
pub(super) fn ratio(numerator: Value, denominator: Option<Value>, multiplier: f64) -> Value {
    let whole = |x: f64| x.fract() == 0.0;
    let made = |n: f64, d: f64| {
        let value = multiplier * n / d;
        if whole(multiplier) && whole(n) && whole(d) { value } else { decimal::clean(value) }
    };
    match (numerator, denominator) {
        (Ok(n), None) => finite(made(n, 1.0)),
        (Ok(_), Some(Ok(0.0))) => Err(Absence::NotApplicable),
        (Ok(n), Some(Ok(d))) => finite(made(n, d)),
        (Err(a), Some(Err(b))) => Err(a.max(b)),
        (Err(reason), _) | (_, Some(Err(reason))) => Err(reason),
    }
}

/// Mean, minimum or maximum of the members' own values. Members to which the figure does not apply are not counted;
/// one that is missing or suppressed makes the result so.
pub(super) fn of_members(values: impl IntoIterator<Item = Value>, method: Method) -> Value {
    let mut present = Vec::new();
    let mut absent: Option<Absence> = None;
    for value in values {
        match value {
            Ok(x) => present.push(x),
            Err(Absence::NotApplicable) => {}
            Err(reason) => absent = absent.max(Some(reason)),
        }
    }
    if let Some(reason) = absent {
        return Err(reason);
    }
    if present.is_empty() {
        return Err(Absence::NotApplicable);
    }
    let min = present.iter().copied().fold(f64::INFINITY, f64::min);
    let max = present.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    finite(match method {
        Method::Min => min,
        Method::Max => max,
        // The mean of equal values is exactly that value.
        Method::Mean | Method::Pooled | Method::Partial => {
            let n = present.len() as f64;
            decimal::clean(decimal::sum(present) / n).clamp(min, max)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_absent_member_makes_the_sum_absent_and_the_gravest_reason_is_given() {
        assert_eq!(sum([Ok(1.0), Ok(2.0)]), Ok(3.0));
        assert_eq!(sum([]), Ok(0.0));
        assert_eq!(sum([Ok(1.0), Err(Absence::Missing)]), Err(Absence::Missing));
        assert_eq!(sum([Err(Absence::Missing), Err(Absence::Suppressed)]), Err(Absence::Suppressed));
    }

    #[test]
    fn nothing_over_nobody_is_not_applicable_and_zero_is_zero() {
        assert_eq!(ratio(Ok(0.0), Some(Ok(0.0)), 100.0), Err(Absence::NotApplicable));
        assert_eq!(ratio(Ok(0.0), Some(Ok(8.0)), 100.0), Ok(0.0));
        assert_eq!(ratio(Ok(2.0), Some(Ok(8.0)), 100.0), Ok(25.0));
        assert_eq!(ratio(Ok(2.0), None, 1.0), Ok(2.0));
        assert_eq!(
            ratio(Err(Absence::Missing), Some(Err(Absence::Suppressed)), 1.0),
            Err(Absence::Suppressed)
        );
    }

    #[test]
    fn what_is_not_finite_is_absent() {
        assert_eq!(sum([Ok(f64::MAX), Ok(f64::MAX)]), Err(Absence::NotApplicable));
        assert_eq!(ratio(Ok(1e300), None, 1e300), Err(Absence::NotApplicable));
        assert_eq!(ratio(Ok(1e300), Some(Ok(1e-300)), 1.0), Err(Absence::NotApplicable));
        assert_eq!(ratio(Ok(0.0), Some(Ok(f64::NAN)), 1.0), Err(Absence::NotApplicable));
        assert_eq!(of_members([Ok(f64::MAX), Ok(f64::MAX)], Method::Mean), Err(Absence::NotApplicable));
    }

    #[test]
    fn the_mean_of_members_is_not_the_pooled_value() {
        let members = [Ok(10.0), Ok(30.0), Err(Absence::NotApplicable)];
        assert_eq!(of_members(members, Method::Mean), Ok(20.0));
        assert_eq!(of_members(members, Method::Min), Ok(10.0));
        assert_eq!(of_members(members, Method::Max), Ok(30.0));
        assert_eq!(of_members([Ok(1.0), Err(Absence::Suppressed)], Method::Max), Err(Absence::Suppressed));
        assert_eq!(of_members([Err(Absence::NotApplicable)], Method::Mean), Err(Absence::NotApplicable));
    }
}
