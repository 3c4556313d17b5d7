//! How neighbours are defined.

use serde::{Deserialize, Serialize};

use crate::stats::refused::Refused;

/// Which units are neighbours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Neighbours {
    /// A common border or a common point.
    #[default]
    Queen,
    /// A common border.
    Rook,
    /// The k nearest units, by the distance of their centroids.
    Nearest(usize),
    /// All units whose centroids are up to this many metres away.
    Within(f64),
}

impl Neighbours {
    /// As typed: `queen`, `rook`, `nearest:5`, `within:8000`.
    pub fn id(self) -> String {
        match self {
            Self::Queen => "queen".to_owned(),
            Self::Rook => "rook".to_owned(),
            Self::Nearest(k) => format!("nearest:{k}"),
            Self::Within(metres) => format!("within:{metres}"),
        }
    }

    /// Whether the rule tells anybody apart among `n` units.
    ///
    /// # Errors
    /// As many nearest neighbours as there are other units, or more.
    pub fn check(self, n: usize) -> Result<(), Refused> {
        match self {
            Self::Nearest(k) if k + 1 >= n => Err(Refused::Nearest { k, n }),
            _ => Ok(()),
        }
    }

    /// From what is typed; `None` for anything else, no neighbour or no distance among them.
    pub fn from_id(id: &str) -> Option<Self> {
        match id.split_once(':') {
            None if id == "queen" => Some(Self::Queen),
            None if id == "rook" => Some(Self::Rook),
            Some(("nearest", k)) => k.parse().ok().filter(|k| *k > 0).map(Self::Nearest),
            Some(("within", metres)) => {
                metres.parse().ok().filter(|m: &f64| m.is_finite() && *m > 0.0).map(Self::Within)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read() {
        for typed in ["queen", "rook", "nearest:5", "within:8000.5"] {
            assert_eq!(Neighbours::from_id(typed).map(Neighbours::id).as_deref(), Some(typed));
        }
        for typed in ["bishop", "nearest", "nearest:0", "within:-1", "within:NaN", "queen:1"] {
            assert_eq!(Neighbours::from_id(typed), None, "{typed}");
        }
    }

    #[test]
    fn all_others_are_no_neighbours() {
        assert_eq!(Neighbours::Nearest(191).check(193), Ok(()));
        assert_eq!(Neighbours::Nearest(192).check(193), Err(Refused::Nearest { k: 192, n: 193 }));
        assert_eq!(Neighbours::Queen.check(1), Ok(()));
    }
}
