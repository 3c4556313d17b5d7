//! Layer 1: territories, observed variables, indicators, and the tables of values computed from them.
//!
//! Invariant: no I/O, no geometry, no statistics beyond sums and means. Facts live in polars frames, one
//! row a Comune; everything shown to a user is recomputed from them for the group at hand.

mod aggregate;
mod atlas;
mod dataset;
mod indicator;
mod table;
mod term;
mod territory;

pub use aggregate::Method;
pub use atlas::{Atlas, AtlasError, Query};
pub use dataset::{Dataset, DatasetError, DatasetMeta, Note, Slice};
pub use indicator::{Bilingual, Catalogue, Indicator, Kind, Overlap, Polarity, Suffix, Theme};
pub use table::{Absence, Row, Table, Value};
pub use term::{Coefficient, Term, TermError};
pub use territory::{Comune, Territories, TerritoryError, Unit};
