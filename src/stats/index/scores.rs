//! Indicators on one scale.

use super::shape::Variables;

/// Scores by the standard deviation (denominator n), positive ones for more of what the index measures.
pub(super) fn standard(variables: &Variables) -> Vec<Vec<f64>> {
    let of = |variable: usize| -> Vec<f64> {
        let column = variables.column(variable);
        let mean = crate::stats::moments::mean(column);
        let squares: f64 = column.iter().map(|x| (x - mean) * (x - mean)).sum();
        let sd = (squares / column.len() as f64).sqrt();
        column.iter().map(|x| variables.sign(variable) * (x - mean) / sd).collect()
    };
    (0..variables.len()).map(of).collect()
}

/// From 0, the worst unit, to 1, the best.
pub(super) fn between(variables: &Variables) -> Vec<Vec<f64>> {
    let of = |variable: usize| -> Vec<f64> {
        let column = variables.column(variable);
        let least = column.iter().copied().fold(f64::INFINITY, f64::min);
        let most = column.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let share = |x: &f64| (x - least) / (most - least);
        column
            .iter()
            .map(|x| if variables.sign(variable) > 0.0 { share(x) } else { 1.0 - share(x) })
            .collect()
    };
    (0..variables.len()).map(of).collect()
}

/// Ranks from 1, the worst unit, up; equal values share the mean of their ranks.
pub(super) fn ranks(variables: &Variables) -> Vec<Vec<f64>> {
    let of = |variable: usize| {
        let signed: Vec<f64> =
            variables.column(variable).iter().map(|x| x * variables.sign(variable)).collect();
        mean_ranks(&signed)
    };
    (0..variables.len()).map(of).collect()
}

/// Ranks from 1, the smallest, up; equal values share the mean of their ranks.
pub(super) fn mean_ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0.0;
    for group in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let len = group.len() as f64;
        group.iter().for_each(|&i| ranks[i] = before + (len + 1.0) / 2.0);
        before += len;
    }
    ranks
}

/// Weighted means over the indicators; the weights sum to one.
pub(super) fn weighted_means(scores: &[Vec<f64>], weights: &[f64]) -> Vec<f64> {
    let units = scores.first().map_or(0, Vec::len);
    (0..units).map(|i| scores.iter().zip(weights).map(|(column, w)| column[i] * w).sum()).collect()
}
