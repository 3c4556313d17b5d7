//! How much the ranks of an index depend on how it is made.

use super::goalposts::Goalposts;
use super::method::{Composite, Method, composite, ranks_from_highest};
use super::scores::{between, weighted_means};
use super::shape::Variables;
use crate::stats::{random::Stream, refused::Refused};

/// Another way to make the same index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// Without one of its indicators.
    Without(usize),
    /// By another method.
    Method(Method),
    /// The mean of values scaled from 0 to 1.
    ZeroToOne,
    /// With weights drawn at random: the number of the draw.
    Weights(u32),
}

/// Where a unit ranks; 1 is the highest index.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankRange {
    pub rank: usize,
    /// The highest and the lowest place in any variant but those of random weights.
    pub highest: usize,
    pub lowest: usize,
    /// The places between which 90% of the random weights put it.
    pub of_weights: [usize; 2],
}

/// The ranks of every variant.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    pub ranges: Vec<RankRange>,
    /// Every variant but those of random weights, with its ranks.
    pub variants: Vec<(Variant, Vec<usize>)>,
    /// The mean over all units and variants of how many places a unit moves.
    pub mean_move: f64,
}

/// Makes the index again in every other way: leaving out one indicator at a time, by every other method, on another scale, and
/// with `draws` random weights.
///
/// M. Saisana, A. Saltelli, S. Tarantola, "Uncertainty and sensitivity analysis techniques as tools for the quality assessment of
/// composite indicators", *Journal of the Royal Statistical Society* A 168(2), 2005; OECD, *Handbook on Constructing Composite Indicators*,
/// 2008, step 7. Random weights are uniform over all that sum to one (L. Devroye, *Non-Uniform Random Variate Generation*, 1986). A variant that
/// cannot be made (two indicators, of which one is left out) is left out.
///
/// # Errors
/// As [`composite`], for the index itself.
pub fn robustness(
    variables: &Variables,
    base: &Composite,
    goalposts: Option<&Goalposts>,
    draws: u32,
    seed: u64,
) -> Result<Robustness, Refused> {
    let units = variables.units();
    let mut variants: Vec<(Variant, Vec<usize>)> = Vec::new();
    for left_out in 0..variables.len() {
        let Some(fewer) = variables.without(left_out) else { continue };
        let posts = goalposts.map(|posts| posts.without(left_out));
        if let Ok(made) = composite(&fewer, base.method, base.direction, posts.as_ref()) {
            variants.push((Variant::Without(left_out), ranks_beside(&made, base)));
        }
    }
    for method in Method::ALL.into_iter().filter(|method| *method != base.method) {
        if let Ok(made) = composite(variables, method, base.direction, goalposts) {
            variants.push((Variant::Method(method), ranks_beside(&made, base)));
        }
    }
    let m = variables.len();
    let scaled = between(variables);
    let ranks = |weights: &[f64]| ranks_from_highest(&weighted_means(&scaled, weights));
    variants.push((Variant::ZeroToOne, ranks(&vec![1.0 / m as f64; m])));
    let mut of_weights = vec![Vec::new(); units];
    for draw in 0..draws {
        let mut weights = random_weights(m, seed, draw);
        // A principal component may count an indicator against its direction: other sizes of its weights keep that.
        weights.iter_mut().zip(&base.weights).for_each(|(drawn, own)| *drawn = drawn.copysign(*own));
        let ranks = ranks_from_highest(&weighted_means(&base.scores, &weights));
        of_weights.iter_mut().zip(ranks).for_each(|(all, rank)| all.push(rank));
    }
    let own = base.ranks();
    let moved: usize =
        variants.iter().flat_map(|(_, ranks)| ranks.iter().zip(&own)).map(|(a, b)| a.abs_diff(*b)).sum();
    let ranges = (0..units).map(|i| {
        let all = variants.iter().map(|(_, ranks)| ranks[i]).chain([own[i]]);
        let drawn = &mut of_weights[i];
        drawn.sort_unstable();
        let at = |share: f64| {
            drawn.get(((drawn.len().max(1) - 1) as f64 * share).round() as usize).copied().unwrap_or(own[i])
        };
        RankRange {
            rank: own[i],
            highest: all.clone().min().unwrap_or(own[i]),
            lowest: all.max().unwrap_or(own[i]),
            of_weights: [at(0.05), at(0.95)],
        }
    });
    let ranges = ranges.collect();
    let mean_move = moved as f64 / (variants.len() * units).max(1) as f64;
    Ok(Robustness { ranges, variants, mean_move })
}

/// The ranks of another way to make an index. The sign of a principal component is a convention: it is turned the way of the
/// index it is compared with, or all ranks would be inverted where it happens to point the other way.
fn ranks_beside(made: &Composite, base: &Composite) -> Vec<usize> {
    let is_component = |of: &Composite| of.method == Method::Principal;
    if !is_component(made) && !is_component(base) {
        return made.ranks();
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
    let (own, other) = (mean(&made.index), mean(&base.index));
    let together: f64 = made.index.iter().zip(&base.index).map(|(a, b)| (a - own) * (b - other)).sum();
    if is_component(made) && together < 0.0 {
        return ranks_from_highest(&made.index.iter().map(|x| -x).collect::<Vec<_>>());
    }
    made.ranks()
}

/// Weights that sum to one, each set as likely: exponential numbers divided by their sum.
fn random_weights(m: usize, seed: u64, draw: u32) -> Vec<f64> {
    let mut stream = Stream::new(seed, u64::from(draw));
    let drawn: Vec<f64> = (0..m).map(|_| -(1.0 - stream.unit()).ln()).collect();
    let sum: f64 = drawn.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    drawn.iter().map(|x| x / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::index::Polarity;

    /// Two indicators against each other: the component has weights of both signs, whose sum says nothing of its direction.
    #[test]
    fn a_component_that_points_the_other_way_does_not_invert_ranks() {
        let columns = vec![
            vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
            vec![6.0, 5.1, 3.9, 3.0, 2.1, 0.9],
            vec![2.0, 1.0, 3.0, 5.0, 4.0, 6.5],
        ];
        let made = Variables::new(columns, &[Some(Polarity::Positive); 3]).expect("sound");
        let base = composite(&made, Method::Principal, Polarity::Positive, None).expect("an index");
        assert!(base.weights.iter().any(|weight| *weight < 0.0), "{:?}", base.weights);
        let found = robustness(&made, &base, None, 200, 1).expect("ranks");
        for (variant, ranks) in &found.variants {
            if let Variant::Without(_) = variant {
                let near = ranks.iter().zip(base.ranks()).filter(|(a, b)| a.abs_diff(*b) <= 2).count();
                assert_eq!(near, ranks.len(), "{variant:?} {ranks:?} beside {:?}", base.ranks());
            }
        }
        for (range, rank) in found.ranges.iter().zip(base.ranks()) {
            assert!(range.of_weights[0] <= rank && rank <= range.of_weights[1], "{range:?}");
        }
    }
}
