//! Layer 3: what is saved — the specs of figures. Ids and settings, never data.
//!
//! Invariant: no scenes, no egui, no I/O.

mod map_kind;
mod map_spec;
mod page;
mod ranking_spec;
mod series_spec;
mod table_spec;

pub use map_kind::MapKind;
pub use map_spec::{ClassSpan, ClassSpec, MapSpec, PaletteSpec, Representation};
pub use page::{LabelMode, PageSpec, SvgText};
pub use ranking_spec::RankingSpec;
pub use series_spec::{SeriesMode, SeriesSpec};
pub use table_spec::{SortBy, TableColumn, TableSort, TableSpec, TableView};
