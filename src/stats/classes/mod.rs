//! Class intervals of a choropleth map: where one colour ends and the next begins.
//!
//! [`classify`] turns values into [`Classes`]; [`Intervals`] holds the one rule that says which class a value is in,
//! used by the map, the legend and the table. Schemes and conventions are those of `mapclassify` (S. J. Rey and
//! others, PySAL); each file says where it departs from it and why.
//!
//! ```
//! use atlante::stats::classes::{Scheme, classify};
//!
//! let births = [6.1, 6.3, 6.4, 8.0, 8.2, 11.5];
//! let classes = classify(&births, Scheme::FisherJenks, 3, &[])?;
//! assert_eq!(classes.intervals.uppers(), [6.4, 8.2, 11.5]);
//! assert_eq!(classes.intervals.class_of(8.0), Some(1));
//! assert_eq!(classes.intervals.counts(&births), [3, 2, 1]);
//! # Ok::<(), atlante::stats::classes::ClassifyError>(())
//! ```

mod box_plot;
mod equal_interval;
mod fisher_jenks;
mod fixed_cuts;
mod head_tail;
mod intervals;
mod limits;
mod manual;
mod note;
mod pretty;
mod quantile;
mod round_breaks;
mod rounded;
mod scheme;
mod std_dev;

use crate::base::decimal;

pub use intervals::Intervals;
pub use limits::{MAX_CLASSES, MAX_MAGNITUDE};
pub use note::{ClassifyError, Note};
pub(super) use quantile::quantile as quantile_of_sorted;
pub use round_breaks::nearest_multiple;
pub(crate) use rounded::legible;
pub use scheme::Scheme;

/// The classes of a set of values, with notes for the reader.
#[derive(Debug, Clone, PartialEq)]
pub struct Classes {
    /// The method that made them.
    pub scheme: Scheme,
    /// Where each class begins and ends. They contain every finite value classified.
    pub intervals: Intervals,
    /// Where the result departs from the request or from what a reader expects.
    pub notes: Vec<Note>,
}

impl Classes {
    /// One class for each step of an ordinal scale, or for each category; `steps` are their numbers, ascending.
    pub(crate) fn of_steps(steps: Vec<f64>) -> Option<Self> {
        let lower = *steps.first()?;
        Some(Self { scheme: Scheme::Manual, intervals: Intervals::new(lower, steps), notes: Vec::new() })
    }
}

/// Divides `values` into classes by `scheme`.
///
/// Non-finite values are skipped: missing values are the caller's business. The order of the values is irrelevant.
/// `k` is the number of classes for schemes that take one ([`Scheme::takes_count`]) and is ignored by the others (0
/// then means that none was asked for). `manual` holds the upper edges for [`Scheme::Manual`] and is ignored by the
/// others.
///
/// Where all values are equal there is one class, `[v, v]`, with [`Note::Constant`]; manual breaks are kept.
///
/// O(n log n) for the sort, plus what the scheme's own file says.
///
/// # Errors
///
/// See [`ClassifyError`]; a bad request is reported before bad data.
pub fn classify(values: &[f64], scheme: Scheme, k: usize, manual: &[f64]) -> Result<Classes, ClassifyError> {
    if scheme.takes_count() {
        match k {
            0 => return Err(ClassifyError::ZeroClasses),
            1..=MAX_CLASSES => {}
            _ => return Err(ClassifyError::TooManyClasses { max: MAX_CLASSES }),
        }
    }
    if scheme == Scheme::Manual {
        manual::check(manual)?;
    }
    let sorted = sorted_finite(values);
    let (Some(&min), Some(&max)) = (sorted.first(), sorted.last()) else {
        return Err(ClassifyError::NoValues);
    };
    if min.abs().max(max.abs()) > MAX_MAGNITUDE {
        return Err(ClassifyError::TooLarge { max: MAX_MAGNITUDE });
    }

    let mut notes = Vec::new();
    let mut lower = min;
    let mut uppers = if min == max && scheme != Scheme::Manual {
        notes.push(Note::Constant);
        vec![max]
    } else {
        if scheme.takes_count() {
            let distinct = sorted.chunk_by(|a, b| a == b).count();
            if distinct < k {
                notes.push(Note::FewerDistinctValues { asked: k, distinct });
            }
        }
        match scheme {
            Scheme::EqualInterval => equal_interval::uppers(min, max, k),
            Scheme::Quantile => quantile::uppers(&sorted, k),
            Scheme::FisherJenks => fisher_jenks::uppers(&sorted, k),
            Scheme::StdDev => fixed_cuts::uppers(&std_dev::cuts(&sorted), min, max, &mut notes),
            Scheme::HeadTail => head_tail::uppers(&sorted, &mut notes),
            Scheme::BoxPlot => fixed_cuts::uppers(&box_plot::cuts(&sorted), min, max, &mut notes),
            Scheme::Pretty => {
                let (floor, uppers) = pretty::edges(min, max, k);
                lower = floor;
                uppers
            }
            Scheme::Manual => {
                lower = min.min(manual[0]);
                let mut breaks = on_values(manual.to_vec(), &sorted);
                breaks.dedup();
                manual::uppers(&breaks, max)
            }
        }
    };
    uppers = on_values(uppers, &sorted);

    let asked = uppers.len();
    uppers.dedup();
    if uppers.len() < asked {
        let removed = asked - uppers.len();
        notes.push(Note::DuplicateEdges { removed });
    }
    if !scheme.takes_count() && k != 0 && k != uppers.len() {
        notes.push(Note::CountIgnored { asked: k });
    }
    let intervals = Intervals::new(lower, uppers);
    let counts = intervals.counts(&sorted);
    let empty = (0..counts.len()).filter(|&class| counts[class] == 0);
    notes.extend(empty.map(|class| Note::EmptyClass { class }));
    Ok(Classes { scheme, intervals, notes })
}

/// Moves each edge up to the value it is meant to include: an edge computed as a hair below 0.3 and a value of 0.3
/// are the same number, so the value belongs to that class.
fn on_values(mut edges: Vec<f64>, sorted: &[f64]) -> Vec<f64> {
    let (Some(min), Some(max)) = (sorted.first(), sorted.last()) else { return edges };
    let magnitude = min.abs().max(max.abs());
    for i in 0..edges.len() {
        let (edge, next) = (edges[i], edges.get(i + 1).copied().unwrap_or(f64::INFINITY));
        let above = sorted.partition_point(|x| *x <= edge);
        // An edge equal to a value is already right.
        if above > 0 && sorted[above - 1] == edge {
            continue;
        }
        let is_it = |x: &&f64| **x <= next && decimal::same_among(**x, edge, magnitude);
        if let Some(value) = sorted[above..].iter().take_while(is_it).last() {
            edges[i] = *value;
        }
    }
    edges
}

/// The finite values in ascending order, with −0 written as 0 so that the two are one value.
fn sorted_finite(values: &[f64]) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.iter().filter(|x| x.is_finite()).map(|x| x + 0.0).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}
