//! Layer 3: what is saved — the specs of figures and what a project keeps. Ids and settings, never data.
//!
//! Invariant: no scenes, no egui, no I/O.

mod arrange;
mod carried;
mod figure_spec;
mod kept_figure;
mod map_kind;
mod map_spec;
mod opening;
mod page;
mod project;
mod ranking_spec;
mod scatter_spec;
mod series_spec;
mod table_spec;

pub use arrange::{Arrangement, Place, Towards};
pub use carried::{CARRIED_NAME, Carried, CarriedError, DataIdentity};
pub use figure_spec::{Cell, Element, FigureSpec, Row};
pub use kept_figure::{KeptFigure, PageStyle};
pub use map_kind::MapKind;
pub use map_spec::{ClassSpan, ClassSpec, MapSpec, PaletteSpec, Representation};
pub use page::{Ink, LabelMode, LegendPlace, PageSpec, Part, Shows, SvgText};
pub use project::{PackRef, Project, ProjectKind};
pub use ranking_spec::RankingSpec;
pub use scatter_spec::{PointColour, QuadrantSplit, ScatterSpec, ScatterView};
pub use series_spec::{SeriesMode, SeriesSpec};
pub use table_spec::{SortBy, TableColumn, TableSort, TableSpec, TableView};
