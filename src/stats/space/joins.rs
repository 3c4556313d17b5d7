//! Join counts: whether units that have something are near each other.

use super::local::LEAST_UNITS;
use super::permute::{self, Permutations};
use super::weights::Weights;
use crate::stats::refused::Refused;

/// The pairs of neighbours of each sort, each pair counted once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Joins {
    /// Both have it, neither has it, one of them has it.
    pub both: f64,
    pub neither: f64,
    pub one: f64,
    /// The mean of `both` over the permutations.
    pub expected_both: f64,
    /// The share of permutations with as many pairs or more in which both have it; the alternative is "near each other".
    pub p_both: f64,
    /// The same for pairs in which one of them has it; the alternative is "apart", as in `esda`.
    pub p_one: f64,
    pub permutations: Permutations,
}

/// Counts pairs of neighbours by whether both, one or neither of them has something.
///
/// P. A. P. Moran, "The interpretation of statistical maps", *Journal of the Royal Statistical Society* B 10, 1948; A. D. Cliff,
/// J. K. Ord, *Spatial Processes*, 1981. Binary weights, half of the sum over both directions: `esda.Join_Counts` with
/// `bb`, `ww`, `bw`. O(permutations · pairs).
///
/// # Errors
/// Values other than 0 and 1, all the same, fewer than four units, no neighbours at all.
pub fn joins(states: &[f64], weights: &Weights, permutations: Permutations) -> Result<Joins, Refused> {
    let n = states.len();
    if n != weights.len() {
        return Err(Refused::LengthMismatch { found: n, wanted: weights.len() });
    }
    if n < LEAST_UNITS {
        return Err(Refused::TooFew { n, needed: LEAST_UNITS });
    }
    if states.iter().any(|x| *x != 0.0 && *x != 1.0) {
        return Err(Refused::NotTwoStates);
    }
    if states.iter().all(|x| *x == states[0]) {
        return Err(Refused::Constant { variable: Some(0) });
    }
    if weights.counts().all(|count| count == 0) {
        return Err(Refused::NoNeighbours);
    }
    let [both, neither, one] = count(states, weights);
    let run = |which: usize, observed| {
        permute::global(states, permutations, observed, |s| count(s, weights)[which])
    };
    let of_both = run(0, both);
    let of_one = run(2, one);
    let upper = |larger: u32| f64::from(larger + 1) / f64::from(permutations.count + 1);
    Ok(Joins {
        both,
        neither,
        one,
        expected_both: of_both.values.iter().sum::<f64>() / f64::from(permutations.count.max(1)),
        p_both: upper(of_both.extreme.larger),
        p_one: upper(of_one.extreme.larger),
        permutations,
    })
}

fn count(states: &[f64], weights: &Weights) -> [f64; 3] {
    let mut counts = [0_u32; 3];
    for (i, own) in states.iter().enumerate() {
        for &j in weights.of(i) {
            let other = states[j as usize];
            let sort = if *own == other { usize::from(*own == 0.0) } else { 2 };
            counts[sort] += 1;
        }
    }
    counts.map(|count| f64::from(count) / 2.0)
}
