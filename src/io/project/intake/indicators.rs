//! The indicators of an import: those chosen by the user, or one per variable.

use crate::base::decimal;
use crate::data::{Atlas, Bilingual, Catalogue, Dataset, Indicator, Kind, MOST_DECIMALS, Suffix, Term};
use crate::i18n::{Lang, Text, texts as t};
use crate::io::project::{Import, Origin, Variable};
use crate::io::recipe::Measure;

use super::error::IntakeError;
use super::ids::{THEME, free, same_in_both};

/// The indicators chosen by the user, whose variables exist.
pub fn selected(
    catalogue: &Catalogue,
    origin: &Origin,
    others: &[&Import],
    base: &Atlas,
) -> Result<Vec<Indicator>, IntakeError> {
    let there = |name: &str| {
        origin.variables.iter().any(|v| v.id == name)
            || others.iter().any(|import| import.dataset.has(name))
            || base.datasets.iter().any(|dataset| dataset.has(name))
    };
    for indicator in catalogue.indicators() {
        let terms = indicator.numerator.iter().chain(&indicator.denominator);
        let missing = terms.flat_map(Term::variables).map(|(name, _)| name).find(|name| !there(name));
        if let Some(variable) = missing {
            return Err(IntakeError::NoVariable {
                indicator: indicator.id.clone(),
                variable: variable.to_owned(),
                available: origin.variables.iter().map(|v| v.id.clone()).collect(),
            });
        }
    }
    let themed = |indicator: &Indicator| {
        let known = base.catalogue.themes().iter().any(|theme| theme.id == indicator.theme);
        let theme = if known { indicator.theme.as_str() } else { THEME };
        Indicator { theme: theme.to_owned(), ..indicator.clone() }
    };
    Ok(catalogue.indicators().iter().map(themed).collect())
}

/// One indicator per variable, except for variables that the program or another import has made indicators from.
pub fn usual(origin: &Origin, dataset: &Dataset, others: &[&Import], base: &Atlas) -> Vec<Indicator> {
    let known = |v: &&Variable| {
        base.datasets.iter().any(|dataset| dataset.has(&v.id))
            || others.iter().any(|import| import.dataset.has(&v.id))
    };
    let taken = |id: &str| {
        base.catalogue.get(id).is_some()
            || base.published(id).is_some()
            || others.iter().any(|import| import.indicator_ids().iter().any(|known| known == id))
    };
    let of = |v: &Variable| {
        let id = if taken(&v.id) { format!("{}_{}", dataset.meta.id, v.id) } else { v.id.clone() };
        indicator(free(&id, taken), v, origin, dataset)
    };
    // A variable that only areas have gives nothing to compute.
    origin.variables.iter().filter(|v| dataset.has(&v.id) && !known(v)).map(of).collect()
}

/// The decimals worth showing: one or, if all values are below 1, the first three digits of the largest as far as the
/// values have them: rates of a few per million must not all be shown as 0,0.
fn decimals(values: &[f64]) -> usize {
    let largest = values.iter().fold(0.0_f64, |largest, x| largest.max(x.abs()));
    let carried = values.iter().map(|x| decimal::places(*x)).max().unwrap_or(0);
    match largest {
        _ if carried == 0 => 0,
        x if x >= 1.0 => 1,
        x => carried.min((2.0 - x.log10().floor()) as usize).clamp(1, MOST_DECIMALS),
    }
}

/// The indicator that is just this variable.
fn indicator(id: String, variable: &Variable, origin: &Origin, dataset: &Dataset) -> Indicator {
    let (unit, kind): (Text, Kind) = match variable.measure {
        Measure::Persons => (t::UNIT_PERSONS, Kind::Count),
        Measure::Count => (t::UNIT_COUNT, Kind::Count),
        Measure::Amount => (t::UNIT_AMOUNT, Kind::Count),
        Measure::Balance => (t::UNIT_BALANCE, Kind::Count),
        Measure::Share => (t::UNIT_SHARE, Kind::Share),
        Measure::Ratio => (t::UNIT_RATIO, Kind::Ratio),
    };
    let both = |text: Text| Bilingual { it: text.it.to_owned(), en: text.en.to_owned() };
    let values = dataset.slices().filter_map(|(_, slice)| slice.values(&variable.id));
    let values: Vec<f64> = values.flatten().flatten().collect();
    Indicator {
        id,
        name: same_in_both(&variable.name),
        short: same_in_both(&variable.name),
        theme: THEME.to_owned(),
        unit: if variable.unit.is_empty() { both(unit) } else { same_in_both(&variable.unit) },
        suffix: Suffix::Common(if kind == Kind::Share { "%".to_owned() } else { String::new() }),
        numerator: vec![Term::of(&variable.id)],
        decimals: if variable.measure == Measure::Amount { 0 } else { decimals(&values) },
        kind,
        definition: Lang::both(|lang| match variable.measure.adds_up() {
            true => t::intake_definition(lang, &variable.name, &origin.file),
            false => t::intake_definition_not_added(lang, &variable.name, &origin.file),
        }),
        source: dataset.meta.source.clone(),
        licence: dataset.meta.licence.clone(),
        adds_up: variable.measure.adds_up(),
        ..Indicator::default()
    }
}
