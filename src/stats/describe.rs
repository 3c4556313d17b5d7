//! Summary statistics of one variable.

use super::StatsError;
use super::classes::quantile_of_sorted;
use super::moments;
use super::pairs::check_values;

/// Summary statistics of a set of values, in their unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    pub n: usize,
    /// The arithmetic mean. Over Comuni each weighs the same, so this is not the overall value of the ATS.
    pub mean: f64,
    /// The sample standard deviation (denominator n − 1); `None` for a single value.
    pub sd: Option<f64>,
    pub min: f64,
    pub q1: f64,
    pub median: f64,
    pub q3: f64,
    pub max: f64,
}

/// Computes the summary. Quartiles are type 7 of R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages",
/// *The American Statistician* 50(4), 1996: the default of R and NumPy.
///
/// O(n log n).
///
/// # Errors
///
/// [`StatsError::NotFinite`], [`StatsError::TooLarge`], and [`StatsError::TooFew`] where there are none.
pub fn describe(values: &[f64]) -> Result<Summary, StatsError> {
    check_values(values)?;
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let (Some(&min), Some(&max)) = (sorted.first(), sorted.last()) else {
        return Err(StatsError::TooFew { n: 0, needed: 1 });
    };
    let [q1, median, q3] = [1, 2, 3].map(|j| quantile_of_sorted(&sorted, j, 4));
    let sd = (values.len() > 1).then(|| moments::sample_sd(values));
    Ok(Summary { n: values.len(), mean: moments::mean(values), sd, min, q1, median, q3, max })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_values() {
        let summary = describe(&[8.0, 1.0, 4.0, 2.0]).unwrap();
        assert_eq!(
            (summary.n, summary.mean, summary.median, summary.min, summary.max),
            (4, 3.75, 3.0, 1.0, 8.0)
        );
        assert_eq!((summary.q1, summary.q3), (1.75, 5.0));
        assert!((summary.sd.unwrap() - 3.095_695_936_834_452).abs() < 1e-14);
    }

    #[test]
    fn one_value_and_none() {
        let summary = describe(&[7.0]).unwrap();
        assert_eq!(
            (summary.mean, summary.median, summary.q1, summary.q3, summary.sd),
            (7.0, 7.0, 7.0, 7.0, None)
        );
        assert_eq!(describe(&[]), Err(StatsError::TooFew { n: 0, needed: 1 }));
        assert_eq!(describe(&[1.0, f64::NAN]), Err(StatsError::NotFinite));
    }
}
