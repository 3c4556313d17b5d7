//! Lengths on paper.

use serde::{Deserialize, Serialize};

/// A length in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mm(pub f64);

/// A length in PostScript points, 72 to the inch: the unit of every scene.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Pt(pub f64);

impl From<Pt> for Mm {
    fn from(pt: Pt) -> Self {
        Self(pt.0 * 25.4 / 72.0)
    }
}

impl From<Mm> for Pt {
    fn from(mm: Mm) -> Self {
        Self(mm.0 * 72.0 / 25.4)
    }
}
