//! A walk over every value, for searching where a number comes from.

use std::collections::BTreeSet;

use crate::base::{Date, Level};

use super::aggregate::{self, Method};
use super::area::Area;
use super::atlas::Atlas;
use super::dataset::DatasetMeta;
use super::indicator::{Indicator, Kind};
use super::published::PublishedIndicator;
use super::reference::Reference;
use super::term::When;
use super::territory::Unit;
use super::value::Value;

/// What a value measures.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// A computed indicator.
    Indicator(&'a Indicator),
    /// A variable as given by a dataset, or its sum over a group.
    Variable(&'a str, &'a DatasetMeta),
    /// Values that a file gives directly for areas.
    Published(&'a PublishedIndicator),
}

/// The unit or area that a value belongs to.
#[derive(Clone, Copy, Debug)]
pub enum Owner<'a> {
    /// The unit at that position of a level.
    Unit(Level, usize, &'a Unit),
    /// An area that is known only by its published values.
    Area(&'a Area),
}

/// A value, with what is needed to say where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Occurrence<'a> {
    /// What it is a value of.
    pub subject: Subject<'a>,
    /// Whose it is.
    pub owner: Owner<'a>,
    pub reference: Option<Reference>,
    /// How the value of a group was computed.
    pub method: Method,
    pub value: f64,
}

impl Atlas {
    /// Visits every value: indicators at every date, level and method; observed variables by Comune, and their sums
    /// where sums mean something; values that files give for areas. Names of categories are not values. Cells of
    /// printed tables are not visited here.
    pub fn visit_values<'a>(&'a self, visit: &mut dyn FnMut(Occurrence<'a>)) {
        for indicator in self.catalogue.indicators().iter().filter(|i| i.kind != Kind::Category) {
            for date in self.dates(indicator) {
                self.visit_indicator(indicator, date, visit);
            }
        }
        let (sums, counts) = (self.summed_variables(), self.plain_counts());
        for dataset in &self.datasets {
            for (date, slice) in dataset.slices() {
                let reference = date.map(Reference::Date);
                for variable in slice.variables().filter(|variable| !counts.contains(variable)) {
                    let Some(values) = slice.values(variable) else { continue };
                    let subject = Subject::Variable(variable, &dataset.meta);
                    if dataset.meta.level != Level::Comuni {
                        // Their sums are those of the indicator made from them.
                        let units = self.official().units(dataset.meta.level).iter().enumerate().zip(&values);
                        for ((i, unit), value) in units {
                            let Ok(value) = *value else { continue };
                            let owner = Owner::Unit(dataset.meta.level, i, unit);
                            visit(Occurrence { subject, owner, reference, method: Method::Pooled, value });
                        }
                        continue;
                    }
                    let levels = if sums.contains(variable) { &Level::ALL[..] } else { &[Level::Comuni] };
                    self.visit_sums(levels, &values, &mut |owner, value| {
                        visit(Occurrence { subject, owner, reference, method: Method::Pooled, value });
                    });
                }
            }
        }
        for published in self.published_indicators().iter().filter(|published| published.cells.is_empty()) {
            for row in self.published_values(&published.id).into_iter().flatten() {
                let Ok(value) = row.value else { continue };
                let (subject, owner) = (Subject::Published(published), Owner::Area(row.area));
                let reference = Some(row.reference);
                visit(Occurrence { subject, owner, reference, method: Method::Pooled, value });
            }
        }
    }

    fn visit_indicator<'a>(
        &'a self,
        indicator: &'a Indicator,
        date: Date,
        visit: &mut dyn FnMut(Occurrence<'a>),
    ) {
        let Ok(per_unit) = self.per_unit(indicator, date, &mut BTreeSet::new()) else { return };
        let subject = Subject::Indicator(indicator);
        let reference = Some(Reference::Date(date));
        let comuni = self.territories.units(Level::Comuni);
        let own: Vec<Value> =
            comuni.iter().map(|unit| per_unit.group(&unit.members, Method::Pooled).value).collect();
        for level in Level::ALL {
            for (i, unit) in self.territories.units(level).iter().enumerate() {
                let owner = Owner::Unit(level, i, unit);
                let value_by = |method| match method {
                    _ if level == Level::Comuni => own[i],
                    Method::Pooled => per_unit.group(&unit.members, method).value,
                    _ => aggregate::of_members(unit.members.iter().map(|&member| own[member]), method),
                };
                for method in Method::ALL {
                    // The mean of a single Comune is its own value.
                    let is_alone = unit.members.len() == 1 && method != Method::Pooled;
                    if is_alone || !indicator.kind.has_by(method) {
                        continue;
                    }
                    if let Ok(value) = value_by(method) {
                        visit(Occurrence { subject, owner, reference, method, value });
                    }
                }
            }
        }
    }

    /// Visits the sums of the values of Comuni for the units of those levels.
    fn visit_sums<'a>(&'a self, levels: &[Level], values: &[Value], visit: &mut dyn FnMut(Owner<'a>, f64)) {
        for level in levels {
            for (i, unit) in self.territories.units(*level).iter().enumerate() {
                if let Ok(sum) = aggregate::sum(unit.members.iter().map(|&member| values[member])) {
                    visit(Owner::Unit(*level, i, unit), sum);
                }
            }
        }
    }

    /// The variables whose sums over Comuni mean something: those that indicators sum.
    fn summed_variables(&self) -> BTreeSet<&str> {
        let summed =
            self.catalogue.indicators().iter().filter(|i| i.holds_for_groups() && i.weight.is_none());
        let terms = summed.flat_map(|i| i.numerator.iter().chain(&i.denominator));
        terms.flat_map(|term| term.variables()).map(|(name, _)| name).collect()
    }

    /// The variables that an indicator counts unchanged, so that their values are those of the indicator.
    fn plain_counts(&self) -> BTreeSet<&str> {
        let is_plain = |i: &&Indicator| i.denominator.is_empty() && i.multiplier == 1.0 && i.weight.is_none();
        self.catalogue.indicators().iter().filter(is_plain).filter_map(only_variable).collect()
    }
}

/// The single variable that an indicator consists of, if it is taken unchanged.
fn only_variable(indicator: &Indicator) -> Option<&str> {
    let [term] = indicator.numerator.as_slice() else { return None };
    let mut variables = term.variables();
    let (name, weight) = variables.next()?;
    let is_alone = variables.next().is_none() && weight == 1.0 && term.when() == When::NOW;
    is_alone.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Term;

    fn indicator(numerator: &[&str]) -> Indicator {
        let term = |text: &&str| Term::try_from((*text).to_owned()).unwrap();
        Indicator { numerator: numerator.iter().map(term).collect(), ..Indicator::default() }
    }

    #[test]
    fn what_is_counted_as_it_is_has_one_variable() {
        assert_eq!(only_variable(&indicator(&["residenti"])), Some("residenti"));
        for other in [&["2 * residenti"][..], &["residenti@-1"], &["m_0..3"], &["nati", "morti"]] {
            assert_eq!(only_variable(&indicator(other)), None, "{other:?}");
        }
    }
}
