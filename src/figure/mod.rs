//! Layer 4: from a spec and the data to a scene: `map::build(spec, atlas, basemap)`, `series::build(spec, atlas)`,
//! `ranking::build(spec, atlas)`, `table::build(spec, atlas)`.
//!
//! Invariant: pure; no I/O, no back ends, no egui. The window's map and the exported figure read the same
//! [`MapModel`], so they never disagree on a class or a colour.

mod allowed;
mod aside;
pub(crate) mod chart;
pub mod check;
pub mod contribution;
pub mod distribution;
pub mod dumbbell;
mod error;
pub mod forecast;
pub mod funnel;
pub mod glance;
pub mod heat_strip;
pub mod heat_table;
mod hypothesis;
mod identity;
pub mod lorenz;
pub mod map;
pub mod matrix;
pub mod moran;
pub mod page;
mod pair;
pub(crate) mod palette;
pub mod peers;
pub(crate) mod precision;
pub mod pyramid;
pub(crate) mod quality;
pub mod ranking;
pub mod reading;
pub mod registry;
mod remark;
mod round;
pub mod scatter;
pub mod scatter_matrix;
pub mod series;
pub mod slope;
pub mod small_maps;
pub mod spine;
mod stated;
pub mod stream;
pub(crate) mod sums;
pub mod table;
pub mod threshold;
pub mod view;
mod withheld;
pub(crate) mod wording;

pub use allowed::{Asked, NotAllowed};
pub use chart::scale::Scale;
pub use error::{FigureError, KindError};
pub use hypothesis::{HypothesisWords, hypothesis_words, level_name, marked};
pub use identity::{carried, changed};
pub use map::kinds::change::{Change, Direction, Moved, breaks_between, difference};
pub use map::kinds::two::SCHEMES as SCHEMES_OF_TWO;
pub use map::kinds::two::axis::Axis;
pub use map::kinds::{
    behind, behind_words, breaks, mapped_caption, mapped_of_group, mapped_table, mapped_text, mapped_unit,
    names, title, when_phrase,
};
pub use map::legend::hatch;
pub use map::legend::two::{apart, edge_places, edges, overall as overall_of_two};
pub use map::{Basemap, BasemapError, LegendForm, LevelShapes, MapModel, Shown, Sign};
pub use page::layout::Box2;
pub use page::style::ink_on;
pub use page::{compose, style};
pub use pair::{few_pairs, not_pooled, pair_remarks};
pub(crate) use precision::is_close;
pub use registry::Drawn;
pub use remark::{Remark, Severity, Warned, break_text};
pub use round::round_down;
pub use view::{Grouped, Sources};
pub use wording::{
    between_text, change_text, class_label, date_phrase, day_phrase, in_points, lacking_text,
    level_phrase_of_all, listed, method_of, owner, reference_label, reference_name, reference_phrase,
    span_text, unit_made, value_text,
};
