//! Changes between two dates: printed as often as the values themselves, and found in no table.

use rustc_hash::FxHashMap;

use crate::base::{Level, decimal};
use crate::data::{Method, Occurrence, Owner, Subject};
use crate::figure::in_points;

/// A change of one unit between two dates.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    pub before: Occurrence<'a>,
    pub after: Occurrence<'a>,
    /// Whether it is in per cent of the earlier value rather than in its unit.
    pub is_relative: bool,
}

impl Change<'_> {
    pub fn value(&self) -> f64 {
        let [before, after] = self.ends();
        self.between(before, after)
    }

    /// The values before and after.
    pub fn ends(&self) -> [f64; 2] {
        [self.before.value, self.after.value]
    }

    /// The change of this kind between two values.
    pub fn between(&self, before: f64, after: f64) -> f64 {
        let by = decimal::difference(after, before);
        if self.is_relative { 100.0 * by / before } else { by }
    }
}

/// The values of every unit over time, in the order they were met.
#[derive(Default)]
pub struct Histories<'a> {
    places: FxHashMap<(&'a str, Level, usize), usize>,
    all: Vec<Vec<Occurrence<'a>>>,
}

impl<'a> Histories<'a> {
    /// Keeps a value that has a change: that of a group by its sums, or of a Comune.
    pub fn add(&mut self, occurrence: Occurrence<'a>) {
        let (Subject::Indicator(indicator), Owner::Unit(level, unit, _)) =
            (occurrence.subject, occurrence.owner)
        else {
            return;
        };
        if occurrence.method != Method::Pooled || indicator.kind.has_steps() {
            return;
        }
        let next = self.all.len();
        let at = *self.places.entry((&indicator.id, level, unit)).or_insert(next);
        if at == next {
            self.all.push(Vec::new());
        }
        self.all[at].push(occurrence);
    }

    /// Visits the change between any two dates of a unit, in its unit and in per cent. Percentages change in points, and what goes
    /// below zero has no percentage.
    pub fn visit(&self, visit: &mut dyn FnMut(Change<'a>)) {
        for history in &self.all {
            let is_percentage = history.first().is_some_and(|first| match first.subject {
                Subject::Indicator(indicator) => in_points(indicator.into()),
                Subject::Published(_) | Subject::Variable(..) => false,
            });
            for (i, before) in history.iter().enumerate() {
                for after in &history[i + 1..] {
                    for is_relative in [false, true] {
                        let has_percentage = !is_percentage && before.value > 0.0 && after.value >= 0.0;
                        if !is_relative || has_percentage {
                            visit(Change { before: *before, after: *after, is_relative });
                        }
                    }
                }
            }
        }
    }
}
