//! What variables are measured in, as the ends of their names say: euros do not add up with persons.

use super::linear::Ratio;

/// The ends of names that tell a unit; what has none of them is a count.
const UNITS: [&str; 5] = ["_migl_eur", "_eur", "_km2", "_pct", "_m"];

fn unit(name: &str) -> &'static str {
    let bare = name.split('@').next().unwrap_or(name);
    UNITS.into_iter().find(|end| bare.ends_with(end)).unwrap_or("")
}

/// Two variables of different units that would be added up.
pub fn apart(one: &Ratio, other: &Ratio) -> Option<(String, String)> {
    let (a, b) = (one.over.weights.keys().next()?, other.over.weights.keys().next()?);
    // Of ratios it is their denominators that say whether they can be added up.
    let is_sum = one.under.is_number() && other.under.is_number();
    (is_sum && unit(a) != unit(b)).then(|| (a.clone(), b.clone()))
}
