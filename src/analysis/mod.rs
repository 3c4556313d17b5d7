//! Layer 3: statistics asked of the atlas. What is counted of an indicator, against what it is compared, the series of a unit
//! up to its last break: the step between the tables of `data` and the methods of `stats`, taken once for the map, the
//! chart, the table, the sentence and the command line, so that all of them say the same.
//!
//! Invariant: pure, in numbers and codes. No texts, no scenes, no settings of a figure.

mod against;
mod benchmark;
mod clusters;
mod continued;
mod contributions;
mod counted;
mod explained;
mod funnel;
mod grouping;
mod growth;
mod index;
mod inequality;
mod others;
mod population;
mod refusal;
mod run;
mod smoothed;
mod together;
mod trend;

pub use against::{Against, Compared, Skipped, Verdict};
pub use benchmark::Benchmark;
pub use clusters::{Cluster, Clusters, clusters};
pub use continued::{Continued, NotContinued};
pub use contributions::{Contribution, Contributions, Undivided, level_of_members, members_of};
pub use counted::{Counted, basis, count_basis};
pub use explained::{Explained, explained, few_for_model};
pub use funnel::{Funnel, Place, Point};
pub use grouping::{Algorithm, Grouped, Grouping, STARTS, grouping};
pub use growth::{BackTest, Growth};
pub use index::{IndexAsked, Indexed, WEIGHT_DRAWS, at_all_dates, directed, indexed};
pub use inequality::{Unequal, has_heads, heads, parts};
pub use others::{Other, others};
pub use population::{Future, FutureError, HORIZON, Projected};
pub use refusal::{NoCounts, Refusal};
pub use run::{Run, runs};
pub use smoothed::smoothed;
pub use together::{dates_beside, dates_together};
pub use trend::{Course, Trend, courses_by_chance};
