//! Which variables at which dates a term stands for, and for which dates an indicator has values.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Date;

use super::atlas::Atlas;
use super::catalogue::Class;
use super::dataset::Dataset;
use super::indicator::Indicator;
use super::quality::Quality;
use super::reference::Reference;
use super::term::{Term, When};

/// A variable to read, with its weight.
pub(super) struct Part<'a> {
    pub variable: &'a str,
    pub weight: f64,
    pub date: Date,
}

/// Variables by name, with their weights.
type Wanted<'a> = BTreeMap<&'a str, f64>;

impl Atlas {
    /// The dates for which an indicator has values, ascending: those at which all its variables exist. Undated
    /// variables exist at every date of the others.
    pub fn dates(&self, indicator: &Indicator) -> Vec<Date> {
        let candidates = self.candidates(indicator);
        candidates.into_iter().filter(|date| self.holds_at(indicator, *date)).collect()
    }

    /// What its values are said to refer to: those dates, or the periods that end on them.
    pub fn stated_dates(&self, indicator: &Indicator) -> Vec<Reference> {
        self.dates(indicator).into_iter().map(|date| indicator.period.ending(date)).collect()
    }

    /// The dates at which an indicator has values of Comuni but not the weight of its means: it has no value there.
    pub fn dates_without_weight(&self, indicator: &Indicator) -> Vec<Date> {
        let Some(weight) = &indicator.weight else { return Vec::new() };
        let has = |terms: &[Term], date| self.parts(terms, date).is_some();
        let lacks_it = |date: &Date| {
            self.is_defined_at(indicator, *date)
                && has(&indicator.numerator, *date)
                && has(&indicator.denominator, *date)
                && !has(&weight.terms, *date)
        };
        self.candidates(indicator).into_iter().filter(lacks_it).collect()
    }

    /// The dates of an indicator by its id, none where it is not known.
    pub fn dates_of(&self, id: &str) -> Vec<Date> {
        self.catalogue.get(id).map(|known| self.dates(known)).unwrap_or_default()
    }

    /// The default date: the latest one for which its variables exist individually. At a date with only age groups,
    /// most of what could be compared with it has no value.
    pub fn usual_date(&self, indicator: &Indicator) -> Option<Date> {
        let dates = self.dates(indicator);
        let whole = dates.iter().rev().find(|date| self.is_whole(indicator, **date));
        whole.or(dates.last()).copied()
    }

    /// The default date of two indicators together: the latest that both have, by the same rule.
    pub(crate) fn usual_common_date(&self, both: [&Indicator; 2], year: Option<i16>) -> Option<Date> {
        let [own, other] = both.map(|indicator| self.dates(indicator));
        let is_asked = |date: &Date| other.contains(date) && year.is_none_or(|year| date.year() == year);
        let dates: Vec<Date> = own.into_iter().filter(is_asked).collect();
        let is_whole = |date: &&Date| both.iter().all(|indicator| self.is_whole(indicator, **date));
        dates.iter().rev().find(is_whole).or(dates.last()).copied()
    }

    /// Whether the variables of an indicator exist individually at a date.
    fn is_whole(&self, indicator: &Indicator, date: Date) -> bool {
        indicator.terms().all(|term| {
            let read = term.when().read(date);
            let mut names = term.variables().map(|(name, _)| name);
            names.all(|name| self.datasets.iter().any(|dataset| dataset.gives(name, read)))
        })
    }

    /// When the weight of an indicator is read, for its values of a date: `None` where it is the same day, or there is no weight.
    pub fn other_weight_date(&self, indicator: &Indicator, date: Date) -> Option<Date> {
        let terms = &indicator.weight.as_ref()?.terms;
        terms.iter().map(|term| term.when().read(date)).find(|read| *read != date)
    }

    /// The status that its sources give, as a whole, to the values an indicator is computed from at a date.
    pub(crate) fn quality_said(&self, indicator: &Indicator, date: Date) -> Quality {
        let of = |term: &Term| self.quality_of_terms(std::iter::once(term), term.when().read(date));
        indicator.terms().map(of).max().unwrap_or_default()
    }

    /// The same of what is read at one day.
    fn quality_of_terms<'t>(&self, terms: impl Iterator<Item = &'t Term>, read: Date) -> Quality {
        let classes = self.catalogue.classes();
        let said = terms.flat_map(|term| {
            let names = term.variables().map(|(name, _)| name);
            // Ages may be given in groups there.
            let covering = classes
                .iter()
                .filter(move |class| term.variables().any(|(name, _)| class.members().any(|m| m == name)));
            let names: Vec<&str> = names.chain(covering.map(|class| class.id.as_str())).collect();
            let giving =
                self.datasets.iter().filter(move |set| names.iter().any(|name| set.gives(name, read)));
            giving.map(move |dataset| dataset.quality_at(read)).collect::<Vec<_>>()
        });
        said.max().unwrap_or_default()
    }

    /// The days that what an indicator is made of is read at for its values of a date, with the status that the sources then give to
    /// it, in chronological order: several of a change.
    pub(crate) fn qualities_read(&self, indicator: &Indicator, date: Date) -> Vec<(Date, Quality)> {
        let mut read: Vec<Date> = indicator.terms().map(|term| term.when().read(date)).collect();
        read.sort_unstable();
        read.dedup();
        let of = |day: Date| {
            let at_day = |term: &&Term| term.when().read(date) == day;
            self.quality_of_terms(indicator.terms().filter(at_day), day)
        };
        read.into_iter().map(|day| (day, of(day))).collect()
    }

    /// The dates at which any of its variables exists.
    fn candidates(&self, indicator: &Indicator) -> BTreeSet<Date> {
        let mut dates = BTreeSet::new();
        let mut is_dated = false;
        for term in indicator.terms() {
            let Some((first, _)) = term.variables().next() else { continue };
            let classes = self.catalogue.classes();
            let covering = classes.iter().filter(|class| class.members().any(|m| m == first));
            let own =
                classes.iter().filter(|class| class.id == first).filter_map(|class| class.members().next());
            for name in std::iter::once(first).chain(covering.map(|class| class.id.as_str())).chain(own) {
                let having = self.datasets.iter().filter(|dataset| dataset.has(name));
                for read in having.flat_map(|dataset| dataset.dates_of(name)).flatten() {
                    is_dated = true;
                    dates.extend(term.when().asked(read));
                }
            }
        }
        if !is_dated {
            dates = self.datasets.iter().flat_map(Dataset::dates).flatten().collect();
        }
        dates
    }

    /// Whether an indicator has values at a date.
    pub(crate) fn holds_at(&self, indicator: &Indicator, date: Date) -> bool {
        let weights = indicator.weight.as_ref().map_or(&[][..], |weight| &weight.terms);
        let sides = [&indicator.numerator[..], &indicator.denominator, weights];
        self.is_defined_at(indicator, date)
            && sides.into_iter().all(|terms| self.parts(terms, date).is_some())
    }

    /// Whether the definition of an indicator holds at a date, and everything it compares is on the same side of any
    /// break.
    pub(super) fn is_defined_at(&self, indicator: &Indicator, date: Date) -> bool {
        indicator.from.is_none_or(|from| date >= from)
            && indicator.until.is_none_or(|last| date <= last)
            && !indicator.terms().any(|term| self.crosses_a_break(term, date))
    }

    /// Whether a term looks back across a break of its series, so that its values are not comparable.
    fn crosses_a_break(&self, term: &Term, date: Date) -> bool {
        if !matches!(term.when(), When::YearsBack(years) if years != 0) {
            return false;
        }
        let read = term.when().read(date);
        let breaks = |dataset: &Dataset| dataset.meta.notes.iter().any(|note| note.parts(read, date));
        let gives = |dataset: &Dataset| {
            term.variables().any(|(name, _)| dataset.gives(name, read) || dataset.gives(name, date))
        };
        self.datasets.iter().any(|dataset| gives(dataset) && breaks(dataset))
    }

    /// What a sum is made of at a date; `None` where something of it is not there. What is not there one by one may be there
    /// as a class, and the other way round: a sum of single ages is also that of the classes that cover it.
    pub(super) fn parts<'a>(&'a self, terms: &'a [Term], date: Date) -> Option<Vec<Part<'a>>> {
        let mut by_time: BTreeMap<When, Vec<(&'a str, f64)>> = BTreeMap::new();
        for term in terms {
            by_time.entry(term.when()).or_default().extend(term.variables());
        }
        let mut parts = Vec::new();
        for (when, variables) in by_time {
            let date = when.read(date);
            let there: Vec<_> = self.datasets.iter().filter_map(|dataset| dataset.names_at(date)).collect();
            let given = |name: &str| there.iter().any(|names| names.contains(name));
            let found = if variables.iter().all(|(name, _)| given(name)) {
                variables
            } else {
                let mut wanted = Wanted::new();
                for (name, weight) in variables {
                    // A class that is not there is the sum of what it is made of, where that is.
                    let class = self.catalogue.classes().iter().find(|class| class.id == name);
                    let members = class.filter(|class| !given(name) && class.members().all(given));
                    match members {
                        Some(class) => {
                            class.members().for_each(|name| *wanted.entry(name).or_default() += weight)
                        }
                        None => *wanted.entry(name).or_default() += weight,
                    }
                }
                let mut found = Vec::new();
                cover(&wanted, self.catalogue.classes(), &given, &mut found).then_some(found)?
            };
            parts.extend(found.into_iter().map(|(variable, weight)| Part { variable, weight, date }));
        }
        Some(parts)
    }
}

/// Covers the wanted variables with groups and single variables that exist, each once; false if that is impossible.
fn cover<'a>(
    wanted: &Wanted<'a>,
    classes: &'a [Class],
    given: &dyn Fn(&str) -> bool,
    found: &mut Vec<(&'a str, f64)>,
) -> bool {
    let Some((first, weight)) = wanted.first_key_value() else { return true };
    let fits = |class: &&Class| {
        class.members().any(|name| name == *first)
            && class.members().all(|name| wanted.get(name) == Some(weight))
            && given(&class.id)
    };
    for class in classes.iter().filter(fits) {
        let mut left = wanted.clone();
        left.retain(|name, _| class.members().all(|member| member != *name));
        found.push((&class.id, *weight));
        if cover(&left, classes, given, found) {
            return true;
        }
        found.pop();
    }
    if !given(first) {
        return false;
    }
    let mut left = wanted.clone();
    left.remove(first);
    found.push((first, *weight));
    let covered = cover(&left, classes, given, found);
    if !covered {
        found.pop();
    }
    covered
}
