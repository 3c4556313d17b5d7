//! Rates of small populations, drawn towards the rate of all.

/// A rate as observed, and as smoothed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Smoothed {
    /// Events over population.
    pub raw: f64,
    pub smoothed: f64,
    /// How much of the raw rate is kept, from 0 to 1: less where few people live.
    pub weight: f64,
}

/// The rates of all areas, smoothed.
#[derive(Debug, Clone, PartialEq)]
pub struct EmpiricalBayes {
    /// One for each area; `None` for one without population, which has no rate.
    pub rates: Vec<Option<Smoothed>>,
    /// The rate of all together, towards which they are drawn.
    pub overall: f64,
    /// The variance between the areas beyond chance.
    pub variance: f64,
    /// Whether that variance came out below zero and was set to zero: the rates differ no more than by chance, and all
    /// smoothed ones are equal.
    pub floored: bool,
}

/// Empirical Bayes smoothing towards the rate of all areas together, by moments.
///
/// R. J. Marshall, "Mapping disease and mortality rates using empirical Bayes estimators", *Applied Statistics* 40(2),
/// 1991: θ = ΣE/ΣP; φ = ΣP(r − θ)²/ΣP − θ/P̄, at least 0; w = φ/(φ + θ/P); w·r + (1 − w)·θ. `esda.smoothing`
/// `Empirical_Bayes`.
///
/// `None` if no area has a population. Negative or non-finite numbers count as no population. O(n).
pub fn global(areas: &[(f64, f64)]) -> Option<EmpiricalBayes> {
    let is_sound = |&(events, population): &(f64, f64)| {
        events.is_finite() && events >= 0.0 && population.is_finite() && population > 0.0
    };
    let sound: Vec<(f64, f64)> = areas.iter().copied().filter(is_sound).collect();
    if sound.is_empty() {
        return None;
    }
    let all: f64 = sound.iter().map(|(_, population)| population).sum();
    let overall = sound.iter().map(|(events, _)| events).sum::<f64>() / all;
    let between: f64 =
        sound.iter().map(|(events, population)| population * (events / population - overall).powi(2)).sum();
    let by_chance = overall / (all / sound.len() as f64);
    let found = between / all - by_chance;
    // What is left of a difference of equal numbers is no variance.
    let floored = found <= by_chance.max(between / all) * 1e-12;
    let variance = if floored { 0.0 } else { found };
    let smooth = |(events, population): (f64, f64)| {
        let raw = events / population;
        let weight = if variance == 0.0 { 0.0 } else { variance / (variance + overall / population) };
        Smoothed { raw, smoothed: weight * raw + (1.0 - weight) * overall, weight }
    };
    let rates = areas.iter().map(|area| is_sound(area).then(|| smooth(*area))).collect();
    Some(EmpiricalBayes { rates, overall, variance, floored })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference;

    #[test]
    fn as_esda() {
        for (arguments, theirs) in reference::rows("empirical_bayes") {
            let areas: Vec<(f64, f64)> = arguments.chunks_exact(2).map(|of| (of[0], of[1])).collect();
            let ours: Vec<f64> =
                global(&areas).unwrap().rates.iter().map(|rate| rate.unwrap().smoothed).collect();
            reference::all_near(&ours, &theirs, 1e-10);
        }
    }

    #[test]
    fn equal_rates_are_floored_and_empty_areas_have_none() {
        let found = global(&[(1.0, 10.0), (2.0, 20.0), (0.0, 0.0)]).unwrap();
        assert!(found.floored);
        assert_eq!(found.rates[2], None);
        assert_eq!(found.rates[0].map(|rate| (rate.smoothed, rate.weight)), Some((0.1, 0.0)));
        assert_eq!(global(&[(1.0, 0.0)]), None);
        assert_eq!(global(&[]), None);
    }

    #[test]
    fn no_events_at_all() {
        let found = global(&[(0.0, 10.0), (0.0, 20.0)]).unwrap();
        assert!(found.floored && found.rates.iter().flatten().all(|rate| rate.smoothed == 0.0));
    }
}
