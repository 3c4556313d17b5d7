//! The names that the data of an atlas give to formulas.

use crate::data::atlas::Atlas;
use crate::data::indicator::Indicator;
use crate::data::term::Term;

use super::names::{Meaning, Names};

/// The fewest likeness of a proposed name, and the most of them.
const LEAST_LIKE: f64 = 0.75;
const MOST_NEAR: usize = 3;

/// The variables and counts of an atlas.
pub struct Known<'a>(pub &'a Atlas);

/// Every name that a formula can use: groups of ages, counts of the catalogue, variables.
pub fn all_names(atlas: &Atlas) -> Vec<&str> {
    let classes = atlas.catalogue.classes().iter().map(|class| class.id.as_str());
    let counts =
        atlas.catalogue.indicators().iter().filter(|one| sum(one).is_some()).map(|one| one.id.as_str());
    let variables = atlas.datasets.iter().flat_map(|dataset| dataset.variables());
    let mut all: Vec<&str> =
        classes.chain(counts).chain(variables.filter(|name| !is_rate(atlas, name))).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The terms of an indicator that is a sum, without their weights, and these.
fn sum(indicator: &Indicator) -> Option<Vec<(String, f64)>> {
    let is_sum = indicator.denominator.is_empty()
        && indicator.weight.is_none()
        && indicator.holds_for_groups()
        && !indicator.kind.has_steps();
    if !is_sum {
        return None;
    }
    weighted(&indicator.numerator, indicator.multiplier)
}

/// `None` where each variable of a run has a weight of its own.
fn weighted(terms: &[Term], factor: f64) -> Option<Vec<(String, f64)>> {
    let split = |term: &Term| {
        let written = term.to_string();
        match written.split_once(" * ") {
            Some((weight, name)) => Some((name.to_owned(), weight.parse::<f64>().ok()? * factor)),
            None => Some((written, factor)),
        }
    };
    terms.iter().map(split).collect()
}

/// Whether the source gives the variable as a rate, a score or a type of place, which no sum over Comuni has a meaning of.
fn is_rate(atlas: &Atlas, variable: &str) -> bool {
    atlas.catalogue.indicators().iter().any(|indicator| {
        let is_as_given = indicator.denominator.is_empty()
            && (indicator.weight.is_some() || !indicator.holds_for_groups() || indicator.kind.has_steps());
        is_as_given && indicator.numerator.iter().flat_map(Term::variables).any(|(name, _)| name == variable)
    })
}

impl Known<'_> {
    fn is_there(&self, variable: &str) -> bool {
        self.0.datasets.iter().any(|dataset| dataset.has(variable))
    }

    fn nearest(&self, name: &str) -> Vec<String> {
        let typed = name.to_lowercase();
        let like = |known: &str| match known.contains(typed.as_str()) {
            true => 1.0,
            false => strsim::jaro_winkler(known, &typed),
        };
        let mut near: Vec<(f64, &str)> = all_names(self.0)
            .into_iter()
            .map(|known| (like(known), known))
            .filter(|(like, _)| *like >= LEAST_LIKE)
            .collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.len().cmp(&b.1.len())).then(a.1.cmp(b.1)));
        near.into_iter().take(MOST_NEAR).map(|(_, name)| name.to_owned()).collect()
    }
}

impl Names for Known<'_> {
    fn meaning(&self, name: &str) -> Meaning {
        let catalogue = &self.0.catalogue;
        // A group of ages is the sum of its ages, which its own number replaces where they are missing.
        if let Some(class) = catalogue.classes().iter().find(|class| class.id == name)
            && let Some(terms) = weighted(&class.of, 1.0)
        {
            return Meaning::Sum(terms);
        }
        if let Some((first, last)) = name.split_once("..") {
            let stem = first.rsplit_once('_').map(|(stem, _)| stem);
            let there =
                stem.is_some_and(|stem| self.is_there(first) && self.is_there(&format!("{stem}_{last}")));
            return match there && Term::try_from(name.to_owned()).is_ok() {
                true => Meaning::Variable,
                false => Meaning::Unknown(self.nearest(first)),
            };
        }
        if self.is_there(name) {
            return if is_rate(self.0, name) { Meaning::Rate } else { Meaning::Variable };
        }
        match catalogue.get(name) {
            Some(indicator) => sum(indicator).map_or(Meaning::Rate, Meaning::Sum),
            None if self.0.published(name).is_some() => Meaning::Rate,
            None => Meaning::Unknown(self.nearest(name)),
        }
    }

    fn is_when(&self, when: &str) -> bool {
        Term::try_from(format!("x@{when}")).is_ok()
    }
}
