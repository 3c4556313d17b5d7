//! The penalty of Mazziotta and Pareto: indicators that differ much cannot stand in for each other.

use super::shape::Polarity;

/// The mean of each unit's scores, and the penalty S·cv = S²/M to be taken from it, S being the standard deviation of the
/// unit's scores (denominator: their number).
///
/// The index is M − S·cv if more of it is better, and M + S·cv if more of it is worse: the penalty always makes a unit look
/// worse. P. De Muro, M. Mazziotta, A. Pareto, "Composite indices of development and poverty: an application to MDGs", *Social
/// Indicators Research* 104, 2011. Means are around 100, so cv is defined.
pub(super) fn penalised(scores: &[Vec<f64>], direction: Polarity) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let (m, units) = (scores.len() as f64, scores.first().map_or(0, Vec::len));
    let mean = |i: usize| scores.iter().map(|column| column[i]).sum::<f64>() / m;
    let means: Vec<f64> = (0..units).map(mean).collect();
    let penalty = |i: usize| {
        let squares: f64 = scores.iter().map(|column| (column[i] - means[i]).powi(2)).sum();
        squares / m / means[i]
    };
    let penalties: Vec<f64> = (0..units).map(penalty).collect();
    let index =
        means.iter().zip(&penalties).map(|(mean, penalty)| mean - direction.sign() * penalty).collect();
    (index, means, penalties)
}
