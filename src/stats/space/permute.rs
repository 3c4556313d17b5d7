//! Permutations: what the same values would look like if they were scattered at random.

use rayon::prelude::*;

use super::weights::Weights;
use crate::stats::random::Stream;

/// How many permutations, and the seed from which they start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permutations {
    pub count: u32,
    pub seed: u64,
}

impl Permutations {
    /// The pseudo p-value of the more extreme direction, (extreme + 1)/(count + 1): `p_sim` of `esda`, GeoDa's p.
    pub(super) fn directed(self, extreme: Extreme) -> f64 {
        f64::from(extreme.larger.min(extreme.smaller) + 1) / f64::from(self.count + 1)
    }
}

/// Twice the p-value of the more extreme direction, at most 1: the alternative is "more alike or less alike", and the
/// direction is not known beforehand.
pub(super) fn two_sided(directed: f64) -> f64 {
    (2.0 * directed).min(1.0)
}

/// How many permutations gave as much or more, and as much or less. Equal ones, within rounding, are in both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Extreme {
    pub larger: u32,
    pub smaller: u32,
}

impl Extreme {
    pub(super) fn count(&mut self, simulated: f64, observed: f64, rounding: f64) {
        self.larger += u32::from(simulated >= observed - rounding);
        self.smaller += u32::from(simulated <= observed + rounding);
    }

    fn and(self, other: Self) -> Self {
        Self { larger: self.larger + other.larger, smaller: self.smaller + other.smaller }
    }
}

/// Permutes all values and compares a statistic of them with the observed one.
///
/// Each permutation has a random stream of its own, so the counts are the same for any number of threads.
pub(super) fn global(
    values: &[f64],
    permutations: Permutations,
    observed: f64,
    statistic: impl Fn(&[f64]) -> f64 + Sync,
) -> Simulated {
    let rounding = 1e-12 * observed.abs().max(1e-3);
    let one = |p: u32| {
        let mut permuted = values.to_vec();
        Stream::new(permutations.seed, u64::from(p)).shuffle(&mut permuted);
        statistic(&permuted)
    };
    // In order, so that their sum is the same on every machine.
    let simulated: Vec<f64> = (0..permutations.count).into_par_iter().map(one).collect();
    let mut extreme = Extreme::default();
    simulated.iter().for_each(|&one| extreme.count(one, observed, rounding));
    Simulated { extreme, values: simulated }
}

/// The permuted statistics, in order, and how they compare with the observed one.
pub(super) struct Simulated {
    pub extreme: Extreme,
    pub values: Vec<f64>,
}

/// Conditional permutation: the value of each unit stays, its neighbours get random values of the other units.
///
/// L. Anselin, "Local indicators of spatial association – LISA", *Geographical Analysis* 27(2), 1995. As in `esda` and
/// GeoDa's lookup table the random draws are shared by all units. One draw is the beginning of a random permutation of
/// the first n − 1 units, as long as the most neighbours; a unit that meets itself among its first kᵢ takes the last unit
/// in its place, so it is a draw without replacement from the n − 1 others. With equal weights the lag of unit i is
/// then S(kᵢ)/kᵢ, S being the running sums of the draw, with one correction where the unit met itself: O(n + k) for a
/// permutation in place of O(n·k).
///
/// `judge(i, mean of values, mean of second)` gives the statistic of unit i from the means of its random neighbours'
/// values and of `second` (such as squares), to be compared with `observed[i]`.
pub(super) fn conditional(
    weights: &Weights,
    [values, second]: [&[f64]; 2],
    permutations: Permutations,
    observed: &[f64],
    judge: impl Fn(usize, f64, f64) -> f64 + Sync,
) -> Vec<Extreme> {
    let n = values.len();
    let counts: Vec<u32> = weights.counts().map(|count| count as u32).collect();
    let most = counts.iter().copied().max().unwrap_or(0) as usize;
    if n < 2 || most == 0 {
        return vec![Extreme::default(); n];
    }
    let rounding: Vec<f64> = observed.iter().map(|observed| 1e-12 * observed.abs().max(1e-3)).collect();
    let shares: Vec<f64> = counts.iter().map(|&count| 1.0 / f64::from(count.max(1))).collect();
    let start = || Work {
        order: (0..n as u32 - 1).collect(),
        rank: vec![u32::MAX; n],
        sums: vec![[0.0; 2]; most + 1],
        extremes: vec![Extreme::default(); n],
    };
    let step = |mut work: Work, p: u32| {
        let Work { order, rank, sums, extremes } = &mut work;
        let mut stream = Stream::new(permutations.seed, u64::from(p));
        let drawn = most.min(n - 1);
        for at in 0..drawn {
            let other = at + stream.below((n - 1 - at) as u32) as usize;
            order.swap(at, other);
            let unit = order[at] as usize;
            rank[unit] = at as u32;
            let [sum, sum_of_second] = sums[at];
            sums[at + 1] = [sum + values[unit], sum_of_second + second[unit]];
        }
        let last = [values[n - 1], second[n - 1]];
        for i in 0..n {
            let count = counts[i];
            if count == 0 {
                continue;
            }
            let mut sum = sums[count as usize];
            if rank[i] < count {
                sum[0] += last[0] - values[i];
                sum[1] += last[1] - second[i];
            }
            let simulated = judge(i, sum[0] * shares[i], sum[1] * shares[i]);
            extremes[i].count(simulated, observed[i], rounding[i]);
        }
        // The next draw starts from the same order, whatever thread makes it.
        for at in (0..drawn).rev() {
            rank[order[at] as usize] = u32::MAX;
        }
        restore(order, drawn);
        work
    };
    let join = |mut a: Vec<Extreme>, b: Vec<Extreme>| {
        a.iter_mut().zip(b).for_each(|(a, b)| *a = a.and(b));
        a
    };
    let all = (0..permutations.count).into_par_iter().fold(start, step).map(|work| work.extremes);
    all.reduce(|| vec![Extreme::default(); n], join)
}

/// Puts each of the first `drawn` items, and what was swapped with it, back to its own place.
fn restore(order: &mut [u32], drawn: usize) {
    // Items moved out of the first places are wherever they were swapped to: follow each cycle that touches them.
    for at in 0..drawn {
        while order[at] as usize != at {
            let item = order[at] as usize;
            order.swap(at, item);
        }
    }
}

/// What a thread works with.
struct Work {
    order: Vec<u32>,
    /// Where in the draw a unit was met.
    rank: Vec<u32>,
    /// Sums of the first 0, 1, 2, … values drawn.
    sums: Vec<[f64; 2]>,
    extremes: Vec<Extreme>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::adjacency::Adjacency;

    #[test]
    fn the_order_is_restored() {
        let mut order: Vec<u32> = (0..40).collect();
        let mut stream = Stream::new(3, 3);
        for at in 0..10 {
            order.swap(at, at + stream.below(40 - at as u32) as usize);
        }
        restore(&mut order, 10);
        assert_eq!(order, (0..40).collect::<Vec<_>>());
    }

    /// Every unit draws from the others alone, each as often: with two neighbours and values that are powers of two, each of
    /// the sets of two others is met in about a sixth of the permutations.
    #[test]
    fn a_unit_never_draws_itself() {
        let ring = Weights::contiguity(&Adjacency::from_pairs(5, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)]));
        let values = [1.0, 2.0, 4.0, 8.0, 16.0];
        let permutations = Permutations { count: 6000, seed: 1 };
        for unit in 0..5 {
            for a in 0..5 {
                for b in a + 1..5 {
                    let pair = values[a] + values[b];
                    let judge =
                        |i: usize, mean: f64, _: f64| if i == unit && mean * 2.0 == pair { 1.0 } else { 0.0 };
                    let found = conditional(&ring, [&values; 2], permutations, &[1.0; 5], judge);
                    let met = f64::from(found[unit].larger);
                    let expected = if a == unit || b == unit { 0.0 } else { 1000.0 };
                    // Five standard deviations.
                    assert!(
                        (met - expected).abs() <= 5.0 * (expected * 5.0 / 6.0).sqrt(),
                        "{unit} {a} {b}: {met}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_number_of_threads_changes_nothing() {
        let ring = Weights::contiguity(&Adjacency::from_pairs(30, (0..30).map(|i| (i, (i + 1) % 30))));
        let values: Vec<f64> = (0..30).map(|i| f64::from(i * i % 17)).collect();
        let run = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            let permutations = Permutations { count: 999, seed: 9 };
            pool.install(|| conditional(&ring, [&values; 2], permutations, &values, |_, mean, _| mean))
        };
        assert_eq!(run(1), run(3));
    }
}
