//! A value, or the reason why it is missing.

use serde::{Deserialize, Serialize};

/// Why a value is missing. These three and zero are four different things, which are always drawn and written
/// differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    /// It has no meaning here: a rate with a denominator of zero, an ASST for Milano.
    NotApplicable,
    /// Nobody has published it, or it did not reach us.
    Missing,
    /// The source withholds it to protect the persons counted.
    Suppressed,
}

impl Absence {
    pub const ALL: [Self; 3] = [Self::Missing, Self::Suppressed, Self::NotApplicable];

    /// The name used in JSON and CSV.
    pub fn id(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Suppressed => "suppressed",
            Self::NotApplicable => "not_applicable",
        }
    }
}

/// A number, or the reason why it is missing.
pub type Value = Result<f64, Absence>;

/// The limits of a missing value, if known: for a cell withheld because of a small count, zero and what the published
/// cells leave.
pub type Bounds = Option<(f64, f64)>;

/// A value, and between what it lies if not all it is made of is known.
pub type Limited = (Value, Bounds);

/// A number, a mark for a missing value, or neither. A mark may be followed by limits: `c[0..12]`.
pub(super) fn parse_cell(cell: &str) -> Option<(Value, Bounds)> {
    let cell = cell.trim();
    let (mark, bounds) = match cell.strip_suffix(']').and_then(|cell| cell.split_once('[')) {
        Some((mark, bounds)) => {
            let (low, high) = bounds.split_once("..")?;
            let end = |text: &str| text.trim().parse().ok().filter(|x: &f64| x.is_finite());
            (mark.trim(), Some((end(low)?, end(high)?)).filter(|(low, high)| low <= high))
        }
        None => (cell, None),
    };
    let absence = match mark {
        "" | ":" => Absence::Missing,
        "c" => Absence::Suppressed,
        "z" => Absence::NotApplicable,
        number => {
            return number
                .parse()
                .ok()
                .filter(|x: &f64| x.is_finite() && bounds.is_none())
                .map(|x| (Ok(x), None));
        }
    };
    Some((Err(absence), bounds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_of_absence_may_say_between_what_it_lies() {
        assert_eq!(parse_cell("12.5"), Some((Ok(12.5), None)));
        assert_eq!(parse_cell(" c "), Some((Err(Absence::Suppressed), None)));
        assert_eq!(parse_cell("c[0..12]"), Some((Err(Absence::Suppressed), Some((0.0, 12.0)))));
        assert_eq!(parse_cell(":[0..1]"), Some((Err(Absence::Missing), Some((0.0, 1.0)))));
        for wrong in ["12[0..20]", "c[0-12]", "c[a..b]", "x", "inf"] {
            assert_eq!(parse_cell(wrong), None, "{wrong}");
        }
    }
}
