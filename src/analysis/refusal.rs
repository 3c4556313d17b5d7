//! Why a statistic is not made of an indicator.

use crate::data::AtlasError;

use super::benchmark::Benchmark;

/// Why the numbers of an indicator are no counts of a part, or of events, in a population.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCounts {
    /// Its values are steps or categories.
    Steps,
    /// A mean over persons: its uncertainty depends on how their values scatter, which nobody publishes.
    Mean,
    /// A change, or a balance of arrivals and departures: it has no population that it is a part of.
    Balance,
    /// A density: its denominator is an area.
    Density,
    /// A plain count, without a denominator.
    Plain,
    /// A rate that its source gives without the counts behind it.
    Given,
    /// Sums of money are not counts.
    Money,
    /// Made of estimates or weights, so that its numerator is no whole number.
    Estimate,
    /// Not pooled: a mean of members, or the lowest or highest of them, is no rate of its own.
    Method,
    /// It is not a part of its denominator.
    NotAPart,
}

/// Why a statistic is not made.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// The values themselves cannot be computed.
    #[error(transparent)]
    Atlas(#[from] AtlasError),
    /// What areas are to be compared with has no value at that date.
    #[error("'{indicator}' has no value of the benchmark")]
    NoBenchmark { indicator: String, benchmark: Benchmark },
    /// The indicator does not count what the method needs.
    #[error("the indicator '{indicator}' has no counts: {why:?}")]
    NoCounts { indicator: String, why: NoCounts },
}
