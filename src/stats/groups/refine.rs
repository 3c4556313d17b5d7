//! Better connected groups by moving one unit at a time.

use super::partition::centres;
use super::points::{Points, squared};
use crate::stats::space::Weights;

/// The most units of which all moves are compared with one another.
const MOST: usize = 2_000;
/// The most sweeps over more units than that.
const SWEEPS: usize = 20;
/// How many units of a group a sweep looks at to see that it stays in one piece; a unit whose neighbours meet only farther away stays.
const LOOKED_AT: usize = 2_000;

/// Moves units at the edges of groups to a group they touch, each time the move that lowers the sum of squares most or, where none does,
/// raises it least; a unit that moved stays for some steps. Every group stays connected, and the best groups met are kept.
///
/// F. Glover, "Tabu search – part I", *ORSA Journal on Computing* 1(3), 1989, as in S. Openshaw, L. Rao, "Algorithms for reengineering 1991 Census
/// geography", *Environment and Planning* A 27, 1995. Nothing is random: of equal moves that of the first unit counts.
///
/// Each step looks at all units at edges, so with more than [`MOST`] units each goes, one after the other, to the group that lowers the
/// sum most, until none is left that would ([`sweep`]).
pub(super) fn refine(points: &Points, weights: &Weights, labels: &mut Vec<usize>, k: usize) {
    if points.len() > MOST {
        sweep(points, weights, labels, k);
        return;
    }
    /// How long a unit stays, and how many steps without a better result end the search.
    const STAYS: usize = 10;
    let patience = (1_000_000 / points.len().max(1)).clamp(20, 500);
    let mut work = Work::new(points, weights, labels.clone(), k);
    let mut seen = Seen::new(points.len());
    let mut free_from = vec![0; points.len()];
    // Relative to the start.
    let (mut sum, mut least) = (0.0, 0.0);
    let (mut step, mut last_better) = (0, 0);
    while step - last_better < patience {
        step += 1;
        let Some((change, unit, to)) = work.best_move(&mut seen, |unit, change| {
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

/// Lets each unit in turn go where the sum becomes lowest, until a sweep over all moves none. Every group stays connected.
fn sweep(points: &Points, weights: &Weights, labels: &mut Vec<usize>, k: usize) {
    /// A smaller change is a rounding error.
    const LEAST: f64 = 1e-9;
    let mut work = Work::new(points, weights, std::mem::take(labels), k);
    let mut seen = Seen::new(points.len());
    for _ in 0..SWEEPS {
        let mut is_done = true;
        for unit in 0..points.len() {
            let best = work.changes(unit).min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let Some((_, to)) = best.filter(|(change, _)| *change < -LEAST) else { continue };
            if stays_connected(weights, &work.labels, unit, LOOKED_AT, &mut seen) {
                work.apply(unit, to);
                is_done = false;
            }
        }
        if is_done {
            break;
        }
    }
    *labels = work.labels;
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
    fn best_move(
        &self,
        seen: &mut Seen,
        allowed: impl Fn(usize, f64) -> bool,
    ) -> Option<(f64, usize, usize)> {
        let mut moves = Vec::new();
        for unit in 0..self.labels.len() {
            let mut before = None;
            for (change, to) in self.changes(unit) {
                if before != Some(to) && allowed(unit, change) {
                    moves.push((change, unit, to));
                }
                before = Some(to);
            }
        }
        moves.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let stays = |unit: usize, seen: &mut Seen| {
            stays_connected(self.weights, &self.labels, unit, usize::MAX, seen)
        };
        moves.into_iter().find(|(_, unit, _)| stays(*unit, seen))
    }

    /// What the sum changes by where a unit goes to each group that it touches; nothing for one that is alone in its own.
    fn changes(&self, unit: usize) -> impl Iterator<Item = (f64, usize)> + '_ {
        let own = self.labels[unit];
        let (x, size) = (self.points.of(unit), self.sizes[own]);
        let gain = size / (size - 1.0) * squared(x, &self.centres[own]);
        let touched = self.weights.of(unit).iter().map(|j| self.labels[*j as usize]);
        touched.filter(move |to| *to != own && size > 1.0).map(move |to| {
            (self.sizes[to] / (self.sizes[to] + 1.0) * squared(x, &self.centres[to]) - gain, to)
        })
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

/// Units met in a search, forgotten all at once.
struct Seen {
    marks: Vec<u32>,
    now: u32,
}

impl Seen {
    fn new(units: usize) -> Self {
        Self { marks: vec![0; units], now: 0 }
    }

    /// Whether it was not met yet.
    fn meets(&mut self, unit: u32) -> bool {
        std::mem::replace(&mut self.marks[unit as usize], self.now) != self.now
    }
}

/// Whether the group of a unit is still one piece without it: its neighbours in the group reach each other, over at most so many units.
fn stays_connected(weights: &Weights, labels: &[usize], unit: usize, most: usize, seen: &mut Seen) -> bool {
    let own = labels[unit];
    let inside: Vec<u32> = weights.of(unit).iter().copied().filter(|&j| labels[j as usize] == own).collect();
    let Some(&start) = inside.first() else { return true };
    seen.now += 1;
    let mut missing = inside.len() - 1;
    seen.meets(unit as u32);
    seen.meets(start);
    // In the order they are met: what is near is looked at first.
    let mut open = vec![start];
    let mut at = 0;
    while missing > 0 && at < open.len() && open.len() <= most {
        for &next in weights.of(open[at] as usize) {
            if labels[next as usize] == own && seen.meets(next) {
                missing -= usize::from(inside.contains(&next));
                open.push(next);
            }
        }
        at += 1;
    }
    missing == 0
}
