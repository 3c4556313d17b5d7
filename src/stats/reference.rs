//! Values computed by other programs, for the tests beside each method: `tests/reference/inference.csv`, made by
//! `inference.py` beside it.

/// The values of a method, as (its arguments, its results), both in the order of the script.
pub fn rows(method: &str) -> Vec<(Vec<f64>, Vec<f64>)> {
    let numbers = |text: &str| -> Vec<f64> {
        text.split(' ').filter(|x| !x.is_empty()).map(|x| x.parse().expect("a number")).collect()
    };
    let text = include_str!("../../tests/reference/inference.csv");
    let found: Vec<_> = text
        .lines()
        .filter_map(|line| line.strip_prefix(method)?.strip_prefix(','))
        .map(|line| {
            let (arguments, values) = line.split_once(',').expect("two columns");
            (numbers(arguments), numbers(values))
        })
        .collect();
    assert!(!found.is_empty(), "no values for {method}");
    found
}

/// Asserts that a number is near another one, relative to its magnitude, or to a thousandth for those below it.
pub fn near(ours: f64, theirs: f64, within: f64) {
    let is_near = (ours - theirs).abs() <= within * theirs.abs().max(1e-3);
    assert!(is_near, "{ours} is not {theirs}");
}

/// The same for slices.
pub fn all_near(ours: &[f64], theirs: &[f64], within: f64) {
    assert_eq!(ours.len(), theirs.len());
    for (ours, theirs) in ours.iter().zip(theirs) {
        near(*ours, *theirs, within);
    }
}
