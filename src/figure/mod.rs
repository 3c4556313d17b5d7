//! Layer 4: from a spec and the data to a scene: `map::build(spec, atlas, basemap) -> Warned<Scene>`.
//!
//! Invariant: pure; no I/O, no back ends, no egui. The window's map and the exported figure read the same
//! [`MapModel`], so they never disagree on a class or a colour.

mod alt_text;
mod basemap;
mod cut;
mod frame;
mod importance;
pub mod labels;
mod legend;
pub mod map;
mod map_model;
mod pair;
pub mod palette;
mod round;
mod scale_bar;
pub mod style;
pub mod symbols;
mod wording;

pub use basemap::{Basemap, BasemapError, LevelShapes};
pub use frame::Box2;
pub use importance::importance;
pub use legend::hatch;
pub use map_model::{FigureError, MapModel};
pub use pair::{FEW_PAIRS, few_pairs, not_pooled, pair_remarks, same_variable};
pub use round::round_down;
pub use wording::{class_label, date_phrase, level_phrase, value_text};
