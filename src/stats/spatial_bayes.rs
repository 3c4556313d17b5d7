//! Rates of small populations, drawn towards the rate of their neighbours.

use super::bayes::Smoothed;
use super::space::Weights;

/// Empirical Bayes smoothing of each rate towards that of the area and its neighbours together.
///
/// R. J. Marshall, "Mapping disease and mortality rates using empirical Bayes estimators", *Applied Statistics* 40(2), 1991, section 3:
/// over the area and its neighbours θᵢ = ΣE/ΣP; φᵢ = ΣP(r − θᵢ)²/ΣP − θᵢ/P̄, at least 0; w = φᵢ/(φᵢ + θᵢ/Pᵢ); w·r + (1 − w)·θᵢ.
/// `esda.smoothing.Spatial_Empirical_Bayes`.
///
/// An area without neighbours has nothing to be drawn towards and keeps its rate; one without population has none, and is no neighbour.
/// O(pairs).
pub fn spatial(areas: &[(f64, f64)], weights: &Weights) -> Vec<Option<Smoothed>> {
    let is_sound = |unit: usize| {
        let (events, population) = areas[unit];
        events.is_finite() && events >= 0.0 && population.is_finite() && population > 0.0
    };
    let rate = |unit: usize| areas[unit].0 / areas[unit].1;
    let smooth = |unit: usize| {
        if !is_sound(unit) {
            return None;
        }
        let near = || {
            let others = weights.of(unit).iter().map(|other| *other as usize);
            others.filter(|other| is_sound(*other)).chain([unit])
        };
        let raw = rate(unit);
        let count = near().count();
        if count < 2 {
            return Some(Smoothed { raw, smoothed: raw, weight: 1.0 });
        }
        let population: f64 = near().map(|other| areas[other].1).sum();
        let mean = near().map(|other| areas[other].0).sum::<f64>() / population;
        let between: f64 = near().map(|other| areas[other].1 * (rate(other) - mean).powi(2)).sum();
        let variance = (between / population - mean / (population / count as f64)).max(0.0);
        let weight = if variance > 0.0 { variance / (variance + mean / areas[unit].1) } else { 0.0 };
        Some(Smoothed { raw, smoothed: weight * raw + (1.0 - weight) * mean, weight })
    };
    (0..areas.len()).map(smooth).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::adjacency::Adjacency;

    #[test]
    fn an_island_keeps_its_rate_and_a_place_without_people_has_none() {
        let areas = [(1.0, 100.0), (9.0, 100.0), (4.0, 100.0), (0.0, 0.0)];
        let weights = Weights::contiguity(&Adjacency::from_pairs(4, [(0, 1), (1, 3)]));
        let found = spatial(&areas, &weights);
        assert_eq!(found[2], Some(Smoothed { raw: 0.04, smoothed: 0.04, weight: 1.0 }));
        assert_eq!(found[3], None);
        // The two neighbours have 10 in 200: both are drawn towards 0.05, and nobody beyond it.
        let [first, second] = [0, 1].map(|unit| found[unit].expect("a rate"));
        assert!(first.smoothed > 0.01 && first.smoothed <= 0.05, "{first:?}");
        assert!(second.smoothed < 0.09 && second.smoothed >= 0.05, "{second:?}");
    }
}
