//! Layer 4: bytes to data. The embedded data, those that a folder adds, users' files and projects.
//!
//! Invariant: reads and parses; knows neither the layout of figures nor the window.

mod attributes;
mod boundaries;
mod budget;
mod bundle;
pub mod coverage;
pub mod custom_territory;
mod digest;
mod drawn_area;
pub mod file;
pub mod formulas;
pub mod grid;
pub mod import;
pub(crate) mod matching;
pub(crate) mod numbers;
mod observations;
mod printed_cells;
pub mod project;
pub mod recipe;
mod reopen;
pub(crate) mod shapes;
pub mod source;
pub mod standards;
mod territories;
pub mod what_if;
mod write;

pub use boundaries::{BoundaryError, read_geojson};
pub(crate) use bundle::WithProject;
pub use bundle::{Bundle, LoadError, Published};
pub use digest::digest;
pub use observations::{NumberColumnError, number_column, text_column};
pub use printed_cells::{PrintedCell, visit_cells};
pub use reopen::{ReopenError, reopen, unknown_fields};
pub use write::{private_folder, write_atomic, write_private, write_together};
