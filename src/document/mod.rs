//! Layer 3: what is saved — the specs of figures and the contents of a project. Ids and settings, never data.
//!
//! Invariant: no scenes, no egui, no I/O.

mod arrange;
mod bounds;
mod carried;
mod check;
pub mod element;
mod figure_spec;
mod kept_figure;
mod opening;
mod own_indicator;
mod page;
mod project;
mod question;
mod work;

pub use arrange::{Arrangement, Place, Towards};
pub(crate) use bounds::Many;
pub use bounds::OutOfBounds;
pub use carried::{CARRIED_NAME, Carried, CarriedError, DataIdentity};
pub use element::*;
pub use figure_spec::{Cell, FigureSpec, Row};
pub use kept_figure::{KeptFigure, PageStyle};
pub use own_indicator::OwnIndicator;
pub use page::{Ink, LabelMode, LegendPlace, PageSpec, Part, Shows, SvgText};
pub use project::{PackRef, Project, ProjectKind};
pub use question::{AnalysisQuestion, Answering, Asked, TOLD};
pub use work::{Document, Published};
