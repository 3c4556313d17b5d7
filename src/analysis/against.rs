//! Areas against a benchmark.

use crate::base::Level;
use crate::data::{Absence, Atlas, Method, Polarity, Query};
use crate::stats::compare::{Side, by_chance};
use crate::stats::intervals::{Confidence, Interval};

use super::benchmark::Benchmark;
use super::counted::Counted;
use super::refusal::Refusal;

/// Why an area is not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skipped {
    /// It is the benchmark itself.
    Itself,
    /// It has no value.
    NoValue(Absence),
    /// What it is to be compared with has no value, or does not exist.
    NoBenchmark,
    /// Its numerator is no whole number, or larger than the whole.
    NoInterval,
}

impl Skipped {
    /// The name used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Itself => "itself",
            Self::NoValue(_) => "no_value",
            Self::NoBenchmark => "no_benchmark",
            Self::NoInterval => "no_interval",
        }
    }
}

/// An area and what it is compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// The interval of its value, in the unit of the indicator.
    pub interval: Option<Interval>,
    /// What it is compared with, in the same unit.
    pub benchmark: Option<f64>,
    pub side: Result<Side, Skipped>,
}

/// The areas of a level against a benchmark.
#[derive(Clone, Debug, PartialEq)]
pub struct Against {
    pub counted: Counted,
    pub benchmark: Benchmark,
    pub confidence: Confidence,
    pub polarity: Polarity,
    /// One for each row of the table.
    pub rows: Vec<Compared>,
}

/// How a side is said: as a merit only where the indicator declares which side is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Better,
    Worse,
    Higher,
    Lower,
    Similar,
}

impl Verdict {
    pub fn of(side: Side, polarity: Polarity) -> Self {
        match (side, polarity) {
            (Side::Alike, _) => Self::Similar,
            (Side::Above, Polarity::HigherIsBetter) | (Side::Below, Polarity::HigherIsWorse) => Self::Better,
            (Side::Below, Polarity::HigherIsBetter) | (Side::Above, Polarity::HigherIsWorse) => Self::Worse,
            (Side::Above, Polarity::Neither) => Self::Higher,
            (Side::Below, Polarity::Neither) => Self::Lower,
        }
    }

    /// The name used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::Similar => "similar",
        }
    }
}

impl Against {
    /// Compares the units of a table with a benchmark.
    ///
    /// The interval of each area is set against the benchmark's value; the benchmark's own chance is left out, because it is
    /// far larger, or given.
    ///
    /// # Errors
    /// See [`Refusal`].
    pub fn new(
        atlas: &Atlas,
        query: &Query,
        benchmark: Benchmark,
        confidence: Confidence,
    ) -> Result<Self, Refusal> {
        let counted = Counted::of(atlas, query)?;
        let polarity = atlas.indicator(&query.indicator)?.polarity;
        let common = benchmark.common(atlas, &query.indicator, query.date);
        let units = atlas.territories.units(query.level);
        let groups = match benchmark {
            Benchmark::Asst => atlas.territories.units(Level::Asst),
            Benchmark::Ats | Benchmark::Region | Benchmark::Value(_) => &[],
        };
        let of_groups: Vec<Option<f64>> = groups
            .iter()
            .map(|group| {
                atlas.value_of(&query.indicator, query.date, &group.members, Method::Pooled).ok()?.ok()
            })
            .collect();
        let whole: Option<usize> = benchmark
            .level()
            .filter(|level| *level == Level::Ats)
            .map(|_| atlas.territories.units(Level::Ats).iter().map(|unit| unit.members.len()).sum());
        let compare = |(row, unit): (&crate::data::Row, &crate::data::Unit)| {
            let (value, is_itself) = match benchmark {
                Benchmark::Asst => {
                    let holding = groups.iter().position(|group| {
                        !unit.members.is_empty()
                            && unit.members.iter().all(|member| group.members.contains(member))
                    });
                    let size = holding.map(|group| groups[group].members.len());
                    (holding.and_then(|group| of_groups[group]), size == Some(unit.members.len()))
                }
                Benchmark::Ats | Benchmark::Region | Benchmark::Value(_) => {
                    (common, whole == Some(unit.members.len()))
                }
            };
            let counts = Counted::counts(row);
            let interval = counts.ok().and_then(|(numerator, denominator)| {
                let interval = counted.basis.interval(numerator, denominator, confidence).ok()?;
                Some(interval.scaled(counted.multiplier))
            });
            let side = match (counts, interval, value) {
                (Err(absence), ..) => Err(Skipped::NoValue(absence)),
                _ if is_itself => Err(Skipped::Itself),
                (Ok(_), None, _) => Err(Skipped::NoInterval),
                (Ok(_), Some(_), None) => Err(Skipped::NoBenchmark),
                (Ok(_), Some(interval), Some(value)) => Ok(Side::of(interval, value)),
            };
            Compared { interval, benchmark: value, side }
        };
        let rows: Vec<Compared> = counted.table.rows.iter().zip(units).map(compare).collect();
        let lacks = |row: &Compared| row.side == Err(Skipped::NoBenchmark);
        if rows.iter().any(lacks) && rows.iter().all(|row| row.side.is_err()) {
            return Err(Refusal::NoBenchmark { indicator: query.indicator.clone(), benchmark });
        }
        Ok(Self { counted, benchmark, confidence, polarity, rows })
    }

    /// How many areas were compared.
    pub fn comparisons(&self) -> usize {
        self.rows.iter().filter(|row| row.side.is_ok()).count()
    }

    /// How many would differ by chance alone.
    pub fn by_chance(&self) -> f64 {
        by_chance(self.comparisons(), self.confidence)
    }

    /// How many areas are on a side.
    pub fn count(&self, side: Side) -> usize {
        self.rows.iter().filter(|row| row.side == Ok(side)).count()
    }

    /// How the side of an area is said.
    pub fn verdict(&self, unit: usize) -> Option<Verdict> {
        let side = self.rows.get(unit)?.side.ok()?;
        Some(Verdict::of(side, self.polarity))
    }
}
