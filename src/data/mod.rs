//! Layer 1: territories, observed variables, indicators, and the tables of values computed from them.
//!
//! Invariant: no I/O, no geometry, no statistics beyond sums and means. Observations are kept in polars frames, one
//! row per Comune; everything shown to a user is recomputed from them for the group at hand. Values published for
//! areas without Comuni of ours are kept apart, as published.

mod aggregate;
mod area;
mod area_table;
mod atlas;
mod axis;
mod by_age;
mod caption;
mod catalogue;
mod condition;
mod dataset;
mod definition_limits;
mod documents;
mod every_value;
pub mod formula;
mod grain;
mod hypothesis;
mod indicator;
mod listing;
mod named_set;
mod period;
mod published;
mod published_table;
mod quality;
mod reference;
mod resolve;
mod side_by_side;
mod standard;
mod sums;
mod table;
mod term;
mod territory;
mod value;
mod what_if;

pub use aggregate::Method;
pub use area::{Area, AreaError, AreaKind, Areas};
pub use area_table::{AreaTable, AreaValue, AreaVariable};
pub use atlas::{Atlas, AtlasError, Query};
pub use axis::Axis;
pub use by_age::{ByAge, BySex};
pub use caption::Caption;
pub use catalogue::{Catalogue, CatalogueFault, Class, NamedVariable, Synonyms, Theme};
pub use condition::{Comparison, Condition, ConditionError, Fault, Matched};
pub use dataset::{Dataset, DatasetError, DatasetMeta, Note, Outline, Slice};
pub(crate) use definition_limits::{Fields, MOST_DECIMALS};
pub use definition_limits::{Unfit, Why};
pub use documents::{DocumentPart, DrawnAgain, PublishedDocument};
pub use every_value::{Occurrence, Owner, Subject};
pub use hypothesis::{Hypothesis, Move, Moved, WhatIf, WhatIfError};
pub use indicator::{Bilingual, Indicator, Kind, Measured, Overlap, Polarity, Scale, Step, Suffix, Weight};
pub use listing::{Listed, Listing, Spread};
pub use named_set::NamedSet;
pub use period::Period;
pub use published::{
    CellNote, Cells, Counterpart, PublishedError, PublishedIndicator, PublishedRange, PublishedRow,
    PublishedValue, Timing, read_published,
};
pub use published_table::PublishedTable;
pub use quality::Quality;
pub use reference::Reference;
pub use side_by_side::{Beside, Detail, Graded, Place, SideBySide};
pub use standard::{Need, Standard};
pub use table::{Lacking, Row, Table};
pub(crate) use term::has_few_ranges;
pub use term::{Coefficient, Term, TermError, When};
pub use territory::{Comune, Territories, TerritoryError, Unit};
pub use value::{Absence, Bounds, Limited, Value};
