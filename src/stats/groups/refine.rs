//! Better connected groups by moving one unit at a time.

use std::collections::BTreeSet;

use super::partition::centres;
use super::points::{Points, squared};
use crate::stats::space::Weights;

/// The most units whose groups are made better.
const MOST: usize = 2_000;

/// Moves units at the edges of groups to a group they touch, each time the move that lowers the sum of squares most or, where none does,
/// raises it least; a unit that moved stays for some steps. Every group stays connected, and the best groups met are kept.
///
/// F. Glover, "Tabu search – part I", *ORSA Journal on Computing* 1(3), 1989, as in S. Openshaw, L. Rao, "Algorithms for reengineering 1991 Census
/// geography", *Environment and Planning* A 27, 1995. Nothing is random: of equal moves that of the first unit counts.
///
/// Each step looks at all units at edges, so groups of more than [`MOST`] units are left as they are.
pub(super) fn refine(points: &Points, weights: &Weights, labels: &mut Vec<usize>, k: usize) {
    if points.len() > MOST {
        return;
    }
    /// How long a unit stays, and how many steps without a better result end the search.
    const STAYS: usize = 10;
    let patience = (1_000_000 / points.len().max(1)).clamp(20, 500);
    let mut work = Work::new(points, weights, labels.clone(), k);
    let mut free_from = vec![0; points.len()];
    // Relative to the start.
    let (mut sum, mut least) = (0.0, 0.0);
    let (mut step, mut last_better) = (0, 0);
    while step - last_better < patience {
        step += 1;
        let Some((change, unit, to)) = work.best_move(|unit, change| {
            // A move to the best result so far is never forbidden.
            free_from[unit] <= step || sum + change < least - 1e-9
        }) else {
            break;
        };
        work.apply(unit, to);
        sum += change;
        free_from[unit] = step + STAYS;
        if sum < least - 1e-9 {
            (least, last_better) = (sum, step);
            labels.clone_from(&work.labels);
        }
    }
}

struct Work<'a> {
    points: &'a Points,
    weights: &'a Weights,
    labels: Vec<usize>,
    centres: Vec<Vec<f64>>,
    sizes: Vec<f64>,
}

impl<'a> Work<'a> {
    fn new(points: &'a Points, weights: &'a Weights, labels: Vec<usize>, k: usize) -> Self {
        let mut sizes = vec![0.0; k];
        labels.iter().for_each(|&label| sizes[label] += 1.0);
        Self { points, weights, centres: centres(points, &labels, k), labels, sizes }
    }

    /// The best allowed move that leaves its group connected: the change of the sum, the unit and its new group.
    fn best_move(&self, allowed: impl Fn(usize, f64) -> bool) -> Option<(f64, usize, usize)> {
        let mut moves = Vec::new();
        for (unit, &own) in self.labels.iter().enumerate() {
            if self.sizes[own] <= 1.0 {
                continue;
            }
            let x = self.points.of(unit);
            let gain = self.sizes[own] / (self.sizes[own] - 1.0) * squared(x, &self.centres[own]);
            let mut before = own;
            for &j in self.weights.of(unit) {
                let to = self.labels[j as usize];
                if to == own || to == before {
                    continue;
                }
                before = to;
                let change = self.sizes[to] / (self.sizes[to] + 1.0) * squared(x, &self.centres[to]) - gain;
                if allowed(unit, change) {
                    moves.push((change, unit, to));
                }
            }
        }
        moves.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        moves.into_iter().find(|(_, unit, _)| stays_connected(self.weights, &self.labels, *unit))
    }

    fn apply(&mut self, unit: usize, to: usize) {
        let own = self.labels[unit];
        for (variable, x) in self.points.of(unit).iter().enumerate() {
            self.centres[own][variable] += (self.centres[own][variable] - x) / (self.sizes[own] - 1.0);
            self.centres[to][variable] += (x - self.centres[to][variable]) / (self.sizes[to] + 1.0);
        }
        self.sizes[own] -= 1.0;
        self.sizes[to] += 1.0;
        self.labels[unit] = to;
    }
}

/// Whether the group of a unit is still one piece without it: its neighbours in the group reach each other.
fn stays_connected(weights: &Weights, labels: &[usize], unit: usize) -> bool {
    let own = labels[unit];
    let inside: Vec<u32> = weights.of(unit).iter().copied().filter(|&j| labels[j as usize] == own).collect();
    let Some(&start) = inside.first() else { return true };
    let mut wanted: BTreeSet<u32> = inside[1..].iter().copied().collect();
    let mut seen = BTreeSet::from([start, unit as u32]);
    let mut open = vec![start];
    while let Some(at) = open.pop() {
        wanted.remove(&at);
        if wanted.is_empty() {
            return true;
        }
        for &next in weights.of(at as usize) {
            if labels[next as usize] == own && seen.insert(next) {
                open.push(next);
            }
        }
    }
    wanted.is_empty()
}
