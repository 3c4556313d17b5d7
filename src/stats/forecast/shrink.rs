//! The ratios of a small place, drawn towards those of a larger one.

use super::hamilton_perry::{ByAgeSex, ForecastError, Ratios};

/// The ages that are looked at together.
const BAND: usize = 5;

/// The ratios of a small place: those of the larger one, each band of five ages times what the small place had in it over
/// what the larger one's ratios would have given it.
///
/// m = (observed + k)/(expected + k), both sexes together, so that a band of k residents counts as much as the larger place
/// does, and one of a few hardly counts; the same for newborns against those expected of the women. The mean of a
/// gamma-distributed ratio given a Poisson count, D. G. Clayton, J. Kaldor, *Biometrics* 43, 1987, with k as its prior
/// weight. O(groups).
///
/// # Errors
///
/// See [`ForecastError`].
pub fn shrunk(
    earlier: &ByAgeSex,
    later: &ByAgeSex,
    larger: &Ratios,
    k: f64,
) -> Result<Ratios, ForecastError> {
    let expected = larger.next(earlier)?;
    let groups = expected[0].len();
    if later.iter().any(|sex| sex.len() != groups) {
        return Err(ForecastError::AgesDiffer);
    }
    let mut ratios = larger.clone();
    let sum =
        |of: &ByAgeSex, from: usize, to: usize| of.iter().map(|sex| sex[from..to].iter().sum::<f64>()).sum();
    let shift = larger.steps.shift;
    for from in (shift..groups).step_by(BAND) {
        let to = (from + BAND).min(groups);
        let (seen, awaited): (f64, f64) = (sum(later, from, to), sum(&expected, from, to));
        let factor = (seen + k) / (awaited + k);
        for sex in &mut ratios.cohort {
            for ratio in &mut sex[from..to] {
                *ratio *= factor;
            }
        }
    }
    for (group, women) in larger.steps.women.iter().enumerate() {
        let women: f64 = later[1][women.clone()].iter().sum();
        let awaited = women * (larger.children[0][group] + larger.children[1][group]);
        let seen = later[0][group] + later[1][group];
        for sex in &mut ratios.children {
            sex[group] *= (seen + k) / (awaited + k);
        }
    }
    Ok(ratios)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::forecast::Steps;

    fn flat(x: f64) -> ByAgeSex {
        [vec![x; 101], vec![x; 101]]
    }

    #[test]
    fn few_people_count_little_and_many_count_all() {
        let larger = Ratios::between(&flat(1000.0), &flat(1000.0), Steps::yearly()).unwrap();
        let ratio =
            |size: f64, k: f64| shrunk(&flat(size), &flat(size * 1.1), &larger, k).unwrap().cohort[0][30];
        assert!(
            (ratio(200.0, 2000.0) - 4200.0 / 4000.0).abs() < 1e-12,
            "ten times 200 are 2000: half the way"
        );
        assert!((ratio(1e7, 2000.0) - 1.1).abs() < 1e-4);
        assert!((ratio(1.0, 2000.0) - 1.0).abs() < 1e-3);
        assert!((ratio(200.0, 0.0) - 1.1).abs() < 1e-12, "without a prior the ratio is its own");
    }

    #[test]
    fn newborns_too() {
        let larger = Ratios::between(&flat(1000.0), &flat(1000.0), Steps::yearly()).unwrap();
        let mut later = flat(10.0);
        (later[0][0], later[1][0]) = (0.0, 0.0);
        let own = shrunk(&flat(10.0), &later, &larger, 20.0).unwrap();
        assert!((own.children[0][0] / larger.children[0][0] - 0.5).abs() < 1e-12);
    }
}
