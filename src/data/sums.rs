//! The sums behind an indicator, for every Comune or other unit that it is known of, and the value of a group computed from
//! them.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Date, decimal};

use super::aggregate::{self, Method};
use super::atlas::{Atlas, AtlasError};
use super::dataset::Dataset;
use super::grain::Grain;
use super::indicator::{Indicator, Weight};
use super::quality::Quality;
use super::resolve::Part;
use super::table::Lacking;
use super::term::Term;
use super::territory::Unit;
use super::value::{Absence, Bounds, Value};

/// Numerator and denominator of an indicator at one date for every unit it is known of, with the weights of the members.
/// Groups are given by their Comuni.
pub(super) struct PerUnit<'a> {
    indicator: &'a Indicator,
    grain: Grain<'a>,
    numerator: Sums,
    denominator: Option<Sums>,
    weight: Option<Sums>,
}

/// The value of a group with the numbers behind it.
pub(super) struct Made {
    pub value: Value,
    /// ΣN, or Σw·x.
    pub numerator: Value,
    /// ΣD, or Σw.
    pub denominator: Option<Value>,
    /// The limits of the value, where some of its parts are withheld.
    pub bounds: Bounds,
    /// How many of its Comuni have no value of their own.
    pub hidden: usize,
}

impl Made {
    /// Without a value: by its nature the indicator has none for a group.
    fn none(has_denominator: bool) -> Self {
        let none = Err(Absence::NotApplicable);
        Self {
            value: none,
            numerator: none,
            denominator: has_denominator.then_some(none),
            bounds: None,
            hidden: 0,
        }
    }
}

/// A sum of variables for every Comune, with weights scaled to integers, and the status the sources give to its
/// parts.
///
/// Multiplying each of many counts by 0.043 would round as many times. Counts are multiplied by 43 instead, which is
/// exact, and the sum of a group is divided by a thousand once.
pub(super) struct Sums {
    values: Vec<Value>,
    /// The limits of missing sums; empty if none of them has any.
    bounds: Vec<Bounds>,
    unit: f64,
    qualities: Vec<Quality>,
}

impl Sums {
    pub fn of(&self, members: &[usize]) -> Value {
        let sum = aggregate::sum(members.iter().map(|&i| self.values[i]))?;
        Ok(sum / self.unit)
    }

    /// The status of what one unit's sum is made of.
    pub fn quality(&self, unit: usize) -> Quality {
        self.qualities[unit]
    }

    /// The limits of a sum: both are the sum itself if it is known; `None` if it could be anything.
    fn bounds(&self, members: &[usize]) -> Bounds {
        let bounds = |i: usize| match self.values[i] {
            Ok(x) => Some((x, x)),
            Err(_) => self.bounds.get(i).copied().flatten(),
        };
        let ends: Option<Vec<(f64, f64)>> = members.iter().map(|&i| bounds(i)).collect();
        let (low, high): (Vec<f64>, Vec<f64>) = ends?.into_iter().unzip();
        Some((decimal::sum(low) / self.unit, decimal::sum(high) / self.unit))
    }
}

impl PerUnit<'_> {
    /// The value of a group of Comuni, with the sums behind it.
    pub fn group(&self, comuni: &[usize], method: Method) -> Made {
        let Some(members) = self.grain.parts(comuni) else { return Made::none(self.denominator.is_some()) };
        self.of_parts(&members, method)
    }

    fn of_parts(&self, members: &[usize], method: Method) -> Made {
        let indicator = self.indicator;
        let is_group = members.len() > 1;
        let adds_nothing = !indicator.holds_for_groups() && method.is_of_group();
        if is_group && (adds_nothing || !indicator.kind.has_by(method)) {
            return Made::none(self.denominator.is_some());
        }
        let made = |members: &[usize]| match &self.weight {
            Some(weight) if is_group => self.weighted(members, weight),
            _ => self.pooled(members),
        };
        if method == Method::Partial {
            let lacking = self.lacking(members);
            // Of a group without any value nothing is known.
            if lacking.is_empty() || lacking.len() == members.len() {
                return made(members);
            }
            let there = members.iter().copied().filter(|member| !lacking.contains(member));
            return made(&there.collect::<Vec<_>>());
        }
        let made = made(members);
        match method {
            Method::Pooled | Method::Partial => made,
            Method::Mean | Method::Min | Method::Max => {
                let own = members.iter().map(|&i| self.pooled(&[i]).value);
                Made { value: aggregate::of_members(own, method), bounds: None, ..made }
            }
        }
    }

    /// The members that nobody gives a value for. One that is withheld is there, but not told.
    fn lacking(&self, members: &[usize]) -> Vec<usize> {
        let weight = self.weight.iter().filter(|_| members.len() > 1);
        let sums: Vec<&Sums> =
            std::iter::once(&self.numerator).chain(&self.denominator).chain(weight).collect();
        let is_missing = |i: usize| sums.iter().any(|sum| sum.values[i] == Err(Absence::Missing));
        members.iter().copied().filter(|&i| is_missing(i)).collect()
    }

    /// The members without a value, by name; `None` if all of them have one, or none has.
    pub fn lacking_of(&self, comuni: &[usize]) -> Option<Lacking> {
        let members = &*self.grain.parts(comuni)?;
        let lacking = self.lacking(members);
        if lacking.is_empty() || lacking.len() == members.len() {
            return None;
        }
        Some(Lacking {
            names: lacking.iter().map(|&i| self.grain.units[i].name.clone()).collect(),
            of: members.len(),
            partial: self.of_parts(members, Method::Partial).value.ok(),
        })
    }

    /// k·ΣN/ΣD.
    fn pooled(&self, members: &[usize]) -> Made {
        let numerator = self.numerator.of(members);
        let denominator = self.denominator.as_ref().map(|side| side.of(members));
        let bounds = numerator.err().and_then(|_| self.numerator.bounds(members));
        let hidden = members.iter().filter(|&&i| self.numerator.values[i].is_err()).count();
        self.made(numerator, denominator, bounds, hidden)
    }

    /// k·Σw·x/Σw, where x is the value the source gives for each Comune. A member with weight zero needs no value.
    fn weighted(&self, members: &[usize], weight: &Sums) -> Made {
        let weight_of = |i: usize| weight.of(&[i]);
        let counted: Vec<usize> = members.iter().copied().filter(|&i| weight_of(i) != Ok(0.0)).collect();
        let own = |i: usize| {
            let denominator = self.denominator.as_ref().map(|side| side.of(&[i]));
            aggregate::ratio(self.numerator.of(&[i]), denominator, 1.0)
        };
        let products = counted.iter().map(|&i| Ok(weight_of(i)? * own(i)?));
        let numerator = aggregate::sum(products);
        let denominator = weight.of(&counted);
        let ends = |i: usize| match own(i) {
            Ok(x) => Some((x, x)),
            Err(_) if self.denominator.is_none() => self.numerator.bounds(&[i]),
            Err(_) => None,
        };
        let weighed = |&i: &usize| {
            let (w, (low, high)) = (weight_of(i).ok()?, ends(i)?);
            Some((w * low, w * high))
        };
        let bounds = numerator.err().and_then(|_| {
            let ends: Option<Vec<(f64, f64)>> = counted.iter().map(weighed).collect();
            let (low, high): (Vec<f64>, Vec<f64>) = ends?.into_iter().unzip();
            Some((decimal::sum(low), decimal::sum(high)))
        });
        let hidden = counted.iter().filter(|&&i| own(i).is_err()).count();
        self.made(numerator, Some(denominator), bounds, hidden)
    }

    /// The value of sums. If the numerator is only known within limits, there is a value only if both limits round to
    /// the same displayed number.
    fn made(&self, numerator: Value, denominator: Option<Value>, bounds: Bounds, hidden: usize) -> Made {
        let Indicator { multiplier, decimals, .. } = *self.indicator;
        let ratio = |numerator| aggregate::ratio(numerator, denominator, multiplier);
        let mut value = ratio(numerator);
        let ends = bounds.and_then(|(low, high)| ratio(Ok(low)).ok().zip(ratio(Ok(high)).ok()));
        let bounds = ends.map(|(a, b)| if a <= b { (a, b) } else { (b, a) });
        if let Some((low, high)) = bounds
            && decimal::rounded(low, decimals) == decimal::rounded(high, decimals)
        {
            value = Ok(decimal::clean((low + high) / 2.0));
        }
        Made { value, numerator, denominator, bounds, hidden }
    }

    /// The status of the least certain of its parts.
    pub fn quality(&self, comuni: &[usize]) -> Quality {
        let Some(members) = self.grain.parts(comuni) else { return Quality::Final };
        let weight = self.weight.iter().filter(|_| members.len() > 1);
        let sums = std::iter::once(&self.numerator).chain(&self.denominator).chain(weight);
        sums.flat_map(|sums| members.iter().map(|&i| sums.qualities[i])).max().unwrap_or_default()
    }

    /// The weight in each step: for example the residents of the members in that step. `None` without a weight.
    pub fn by_step(&self, comuni: &[usize]) -> Option<Vec<Value>> {
        let weight = self.weight.as_ref()?;
        let members = self.grain.parts(comuni)?;
        let step = |wanted: f64| {
            let within = members.iter().copied().filter(|&i| self.numerator.values[i] == Ok(wanted));
            weight.of(&within.collect::<Vec<_>>())
        };
        Some(self.indicator.steps.iter().map(|own| step(own.value)).collect())
    }
}

/// The values of one variable, for every unit.
enum Observed<'a> {
    /// A single table without gaps, as most are: read directly from memory, many times faster.
    Whole(&'a [f64]),
    /// One or several tables with gaps.
    Gaps(Vec<(Value, Bounds)>),
}

impl Observed<'_> {
    fn at(&self, unit: usize) -> Value {
        self.limited(unit).0
    }

    fn limited(&self, unit: usize) -> (Value, Bounds) {
        match self {
            Self::Whole(values) => (Ok(values[unit]), None),
            Self::Gaps(values) => values[unit],
        }
    }
}

/// A variable of a sum.
struct Addend<'a> {
    weight: f64,
    observed: Observed<'a>,
    /// With which others its withheld cells share what is left.
    shared: Option<Shared>,
}

/// The date, the dataset and the place in its list of variables that share what is left.
type Shared = (Date, usize, usize);

/// With which variables one shares what is left, in the dataset that gives it.
fn shared(there: &[&Dataset], part: &Part<'_>) -> Option<Shared> {
    let at = there.iter().position(|dataset| dataset.gives(part.variable, part.date))?;
    let groups = &there[at].meta.left_over;
    let own = groups.iter().position(|group| group.iter().any(|name| name == part.variable))?;
    Some((part.date, at, own))
}

impl Atlas {
    pub(super) fn per_unit<'a>(
        &'a self,
        indicator: &'a Indicator,
        date: Date,
        datasets: &mut BTreeSet<&'a str>,
    ) -> Result<PerUnit<'a>, AtlasError> {
        let none = || {
            self.elsewhere(indicator).unwrap_or_else(|| AtlasError::NoSuchDate {
                indicator: indicator.id.clone(),
                date,
                available: self.stated_dates(indicator),
            })
        };
        if !self.is_defined_at(indicator, date) {
            return Err(none());
        }
        let grain = self.grain(indicator.terms());
        let mut side = |terms: &'a [Term]| self.sum_terms(terms, date, grain, datasets).ok_or_else(none);
        let numerator = side(&indicator.numerator)?;
        let denominator =
            if indicator.denominator.is_empty() { None } else { Some(side(&indicator.denominator)?) };
        let no_weight = |weight: &Weight| AtlasError::NoWeight {
            indicator: indicator.id.clone(),
            date,
            weight: weight.name.clone(),
        };
        let weight = indicator.weight.as_ref();
        let weight = weight.map(|weight| side(&weight.terms).map_err(|_| no_weight(weight))).transpose()?;
        Ok(PerUnit { indicator, grain, numerator, denominator, weight })
    }

    /// Σ weight·variable for every unit; `None` when a variable does not exist at its date.
    pub(super) fn sum_terms<'a>(
        &'a self,
        terms: &[Term],
        date: Date,
        grain: Grain<'a>,
        datasets: &mut BTreeSet<&'a str>,
    ) -> Option<Sums> {
        let n = grain.units.len();
        let unit = 10_f64.powi(terms.iter().map(Term::decimals).max().unwrap_or(0) as i32);
        let mut qualities = vec![Quality::Final; n];
        let mut addends: Vec<Addend<'_>> = Vec::new();
        let mut there: (Option<Date>, Vec<&'a Dataset>) = (None, Vec::new());
        for part in self.parts(terms, date)? {
            // A sum of two hundred ages looks up the tables of its date only once.
            if there.0 != Some(part.date) {
                let having =
                    self.datasets.iter().rev().filter(|dataset| dataset.names_at(part.date).is_some());
                there = (Some(part.date), having.collect());
            }
            let weight = if unit == 1.0 { part.weight } else { (part.weight * unit).round() };
            let of = |level| -> Vec<&'a Dataset> {
                let of_level = there.1.iter().filter(|dataset| dataset.meta.level == level);
                of_level.filter(|dataset| dataset.gives(part.variable, part.date)).copied().collect()
            };
            let own = of(grain.level);
            let level =
                if own.is_empty() { there.1.iter().find(gives(&part))?.meta.level } else { grain.level };
            addends.push(if level == grain.level {
                let observed = values_of(&own, &part, datasets, &mut qualities)?;
                Addend { weight, observed, shared: shared(&there.1, &part) }
            } else {
                let finer = self.grain_at(level);
                let mut marks = vec![Quality::Final; finer.units.len()];
                let of_units = values_of(&of(level), &part, datasets, &mut marks)?;
                let observed = grouped(grain, finer, &of_units, &marks, &mut qualities);
                Addend { weight, observed, shared: None }
            });
        }
        let mut sums = vec![0.0; n];
        let mut absent: Vec<Option<Absence>> = vec![None; n];
        for Addend { weight, observed, .. } in &addends {
            match observed {
                Observed::Whole(values) => {
                    for (sum, x) in sums.iter_mut().zip(*values) {
                        *sum += weight * x;
                    }
                }
                Observed::Gaps(values) => {
                    for (i, (value, _)) in values.iter().enumerate() {
                        match value {
                            Ok(x) => sums[i] += weight * x,
                            Err(reason) => absent[i] = absent[i].max(Some(*reason)),
                        }
                    }
                }
            }
        }
        // Integers add up exactly; sums of other numbers are cleaned of noise.
        if addends.len() > 1 {
            for (i, sum) in sums.iter_mut().enumerate().filter(|(_, sum)| sum.fract() != 0.0) {
                let present = addends.iter().filter_map(|one| Some(one.weight * one.observed.at(i).ok()?));
                *sum = decimal::sum(present);
            }
        }
        let bounds = bounds(&addends, &sums);
        let values = sums.into_iter().zip(absent).map(|(sum, absent)| absent.map_or(Ok(sum), Err)).collect();
        Some(Sums { values, bounds, unit, qualities })
    }
}

fn gives<'a>(part: &Part<'a>) -> impl Fn(&&&Dataset) -> bool + use<'a> {
    let (variable, date) = (part.variable, part.date);
    move |dataset| dataset.gives(variable, date)
}

/// The sums of the values of finer units.
fn grouped<'a>(
    grain: Grain<'_>,
    finer: Grain<'_>,
    of_units: &Observed<'_>,
    marks: &[Quality],
    qualities: &mut [Quality],
) -> Observed<'a> {
    let sum = |(unit, quality): (&Unit, &mut Quality)| {
        let Some(parts) = finer.parts(&unit.members) else { return (Err(Absence::NotApplicable), None) };
        *quality = parts.iter().map(|&i| marks[i]).fold(*quality, Ord::max);
        let value = aggregate::sum(parts.iter().map(|&i| of_units.at(i)));
        let ends: Option<Vec<(f64, f64)>> = parts
            .iter()
            .map(|&i| match of_units.limited(i) {
                (Ok(x), _) => Some((x, x)),
                (Err(_), bounds) => bounds,
            })
            .collect();
        let ends =
            ends.filter(|_| value.is_err()).map(|ends| ends.into_iter().unzip::<_, _, Vec<f64>, Vec<f64>>());
        (value, ends.map(|(low, high)| (decimal::sum(low), decimal::sum(high))))
    };
    Observed::Gaps(grain.units.iter().zip(qualities).map(sum).collect())
}

/// The values of a variable, with their status in `qualities`; `None` if none of those datasets has it. The datasets
/// come latest first: where one has no value for a Comune, an earlier one may.
fn values_of<'a>(
    there: &[&'a Dataset],
    part: &Part<'_>,
    datasets: &mut BTreeSet<&'a str>,
    qualities: &mut [Quality],
) -> Option<Observed<'a>> {
    let Part { variable, date, .. } = *part;
    let mut columns = Vec::new();
    for dataset in there {
        let slice = dataset.at(date)?;
        datasets.insert(&dataset.meta.id);
        columns.push((slice.column(variable)?.f64().ok()?, slice, dataset.quality_at(date)));
    }
    columns.first()?;
    if let [(column, slice, quality)] = columns.as_slice()
        && let Ok(values) = column.cont_slice()
    {
        if !quality.is_final() {
            qualities.iter_mut().for_each(|own| *own = (*own).max(*quality));
        }
        for (comune, quality) in slice.marked(variable) {
            qualities[comune] = qualities[comune].max(quality);
        }
        return Some(Observed::Whole(values));
    }
    let value = |(i, own): (usize, &mut Quality)| {
        let mut values = columns.iter().map(|(column, slice, quality)| {
            let value = column.get(i).ok_or_else(|| slice.absence(variable, i));
            let bounds = if value.is_ok() { None } else { slice.bounds(variable, i) };
            (value, bounds, (*quality).max(slice.quality(variable, i)))
        });
        // An earlier dataset must not reveal what a later one withholds.
        let (value, bounds, quality) =
            values.find(|(value, bounds, _)| *value != Err(Absence::Missing) || bounds.is_some())?;
        if value.is_ok() {
            *own = (*own).max(quality);
        }
        Some((value, bounds))
    };
    let values = qualities.iter_mut().enumerate();
    Some(Observed::Gaps(values.map(|at| value(at).unwrap_or((Err(Absence::Missing), None))).collect()))
}

/// The limits of missing sums, for every Comune; empty if no missing addend has limits, as in most tables.
fn bounds(addends: &[Addend<'_>], sums: &[f64]) -> Vec<Bounds> {
    let has_bounds = |addend: &Addend<'_>| match &addend.observed {
        Observed::Whole(_) => false,
        Observed::Gaps(values) => values.iter().any(|(_, bounds)| bounds.is_some()),
    };
    if !addends.iter().any(has_bounds) {
        return Vec::new();
    }
    let of_comune = |(i, sum): (usize, &f64)| {
        let (mut low, mut high) = (*sum, *sum);
        // What is left is there once, whatever withheld cell it is in.
        let mut left: BTreeMap<Shared, (f64, f64)> = BTreeMap::new();
        for Addend { weight, observed, shared } in addends {
            let Observed::Gaps(values) = observed else { continue };
            let (Err(_), bounds) = values[i] else { continue };
            let (least, most) = bounds?;
            let more = weight * (most - least);
            low += weight * least;
            high += weight * least;
            match shared {
                Some(shared) => {
                    let (less, most) = left.entry(*shared).or_default();
                    (*less, *most) = (less.min(more), most.max(more));
                }
                None => {
                    low += more.min(0.0);
                    high += more.max(0.0);
                }
            }
        }
        let (less, most): (Vec<f64>, Vec<f64>) = left.into_values().unzip();
        Some((low + less.iter().sum::<f64>(), high + most.iter().sum::<f64>()))
    };
    sums.iter().enumerate().map(of_comune).collect()
}
