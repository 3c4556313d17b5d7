//! Groups: which units are alike in several variables.

mod joined;
mod kmeans;
mod medoids;
mod partition;
mod points;
mod profile;
mod rand_index;
#[cfg(test)]
mod reference;
mod refine;
mod silhouette;
mod skater;
mod stability;
mod ward;

pub use kmeans::kmeans;
pub use medoids::medoids;
pub use partition::Partition;
pub use points::Points;
pub use profile::{Reason, profile, reasons};
pub use rand_index::adjusted_rand;
pub use silhouette::{Silhouette, silhouette, silhouettes};
pub use skater::skater;
pub use stability::stability;
pub use ward::{WardTree, ward};
