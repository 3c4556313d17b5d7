//! Layer 4: from a spec and the data to a scene: `map::build(spec, atlas, basemap)`, `series::build(spec, atlas)`,
//! `ranking::build(spec, atlas)`, `table::build(spec, atlas)`.
//!
//! Invariant: pure; no I/O, no back ends, no egui. The window's map and the exported figure read the same
//! [`MapModel`], so they never disagree on a class or a colour.

mod alt_text;
mod basemap;
pub mod bivariate;
mod change;
pub mod chart;
pub mod check;
pub mod compose;
mod cut;
pub mod each;
mod footer;
mod frame;
mod identity;
mod importance;
mod ink;
pub mod labels;
mod legend;
mod legend_two;
mod logo;
pub mod map;
mod map_model;
mod page;
mod pair;
pub mod palette;
mod precision;
pub mod ranking;
pub mod reading;
mod round;
mod scale_bar;
pub mod scatter;
pub mod series;
pub mod style;
pub mod symbols;
pub mod table;
mod two;
mod wording;

pub use basemap::{Basemap, BasemapError, LevelShapes};
pub use change::{Change, Direction, Moved, difference, mapped_table};
pub use chart::point_labels;
pub use chart::scale::Scale;
pub use frame::Box2;
pub use identity::{carried, changed};
pub use importance::importance;
pub use legend::hatch;
pub use legend_two::{apart, edge_places, edges, ink_on, whole as whole_of_two};
pub use map_model::{FigureError, MapModel, Shown};
pub use pair::{FEW_PAIRS, few_pairs, not_pooled, pair_remarks, same_variable};
pub use round::round_down;
pub use two::{Axis, SCHEMES as SCHEMES_OF_TWO};
pub use wording::{
    KindError, behind_words, class_label, date_phrase, level_phrase, mapped_class, mapped_text, mapped_unit,
    names, reference_label, reference_phrase, title, value_text, when_phrase,
};
