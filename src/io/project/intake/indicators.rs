//! The indicators of an import: those chosen by the user, or one per variable.

use crate::base::{Date, Level, decimal};
use crate::data::{
    Atlas, Bilingual, Catalogue, Dataset, Indicator, Kind, MOST_DECIMALS, Period, Step, Suffix, Term,
    Territories, Weight,
};
use crate::i18n::{Lang, Text, number, plain_number, texts as t};
use crate::io::import::covers_a_year;
use crate::io::project::{Import, Origin, Variable};
use crate::io::recipe::{Denominator, Measure, NO_WEIGHT, Per, slug, spaced};

use super::error::IntakeError;
use super::ids::{THEME, free, same_in_both};
use super::relate::{Related, Relations};

/// After amounts of money.
const EURO: &str = " €";
/// The population in the steps of a scale.
const RESIDENTS: &str = "residenti";

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

/// One indicator per variable, except for variables that the program or another import has made indicators from; then
/// the rates that were asked for, and the mean of each amount whose holders are in the same table.
pub(crate) fn usual(
    origin: &Origin,
    dataset: &Dataset,
    others: &[&Import],
    base: &Atlas,
    relations: &Relations<'_>,
) -> Vec<Indicator> {
    let in_base = |v: &Variable| base.datasets.iter().any(|dataset| dataset.has(&v.id));
    let known = |v: &Variable| in_base(v) || others.iter().any(|import| import.dataset.has(&v.id));
    let mut made: Vec<Indicator> = Vec::new();
    let taken = |made: &[Indicator], id: &str| {
        base.catalogue.get(id).is_some()
            || base.published(id).is_some()
            || made.iter().any(|indicator| indicator.id == id)
            || others.iter().any(|import| import.indicator_ids().iter().any(|known| known == id))
    };
    // An earlier edition of the table has made the same rate.
    let is_there = |new: &Indicator| {
        let same = |old: &Indicator| old.numerator == new.numerator && old.denominator == new.denominator;
        base.catalogue.indicators().iter().any(same)
            || others.iter().flat_map(|import| &import.indicators).any(same)
    };
    // A variable that only areas have gives nothing to compute.
    for v in origin.variables.iter().filter(|v| dataset.has(&v.id) && !known(v)) {
        let id = if taken(&made, &v.id) { format!("{}_{}", dataset.meta.id, v.id) } else { v.id.clone() };
        let id = free(&id, |id| taken(&made, id));
        made.push(indicator(id, v, origin, dataset, relations));
    }
    for v in origin.variables.iter().filter(|v| dataset.has(&v.id)) {
        let new = rate(v, origin, dataset, relations).or_else(|| mean(v, origin, dataset, relations));
        if let Some(new) = new.filter(|new| !is_there(new)) {
            let id = free(&new.id, |id| taken(&made, id));
            made.push(Indicator { id, ..new });
        }
    }
    made
}

/// The source of a file, and that of what its values are related to.
fn sources(own: &Bilingual, of: Option<&Related>) -> Bilingual {
    let Some(of) = of.filter(|of| !of.source.it.is_empty()) else { return own.clone() };
    Lang::both(|lang| {
        t::rate_sources(lang, lang.stated(lang.pick(own)), lang.pick(&of.name), lang.pick(&of.source))
    })
}

/// The dates at which a variable has values.
fn dates_of(dataset: &Dataset, variable: &str) -> Vec<Option<Date>> {
    dataset.slices().filter(|(_, slice)| slice.column(variable).is_some()).map(|(date, _)| date).collect()
}

/// The rate of a count that is to be related to a population.
fn rate(
    variable: &Variable,
    origin: &Origin,
    dataset: &Dataset,
    relations: &Relations<'_>,
) -> Option<Indicator> {
    let per = relations.checked(&variable.id)?.uses.per.as_ref().filter(|_| variable.measure.adds_up())?;
    let counted = Counted {
        id: &variable.id,
        name: same_in_both(&variable.name),
        terms: vec![Term::of(&variable.id)],
        is_of_persons: variable.measure == Measure::Persons,
        is_money: variable.measure == Measure::Amount && is_in_euro(&variable.name),
        from: same_in_both(&origin.file),
        source: &dataset.meta.source,
        licence: &dataset.meta.licence,
        dates: dates_of(dataset, &variable.id),
        level: dataset.meta.level,
        period: period(variable, relations),
    };
    counted.per(per, relations)
}

/// A count that is already an indicator, related to the population: the one that fits its name, unless another is named.
/// `None` if it is no count, or if there is no such population at any date.
pub fn related(indicator: &Indicator, per: &Per, atlas: &Atlas) -> Option<Indicator> {
    if !can_be_related(indicator) {
        return None;
    }
    let of = match per.of.as_str() {
        "" => {
            let proposed = Denominator::proposed(&indicator.name.it);
            // Of foreigners divided by foreigners there is nothing to say: they are so many of the residents.
            match proposed.terms == indicator.numerator {
                true => RESIDENTS.to_owned(),
                false => proposed.id,
            }
        }
        of => of.to_owned(),
    };
    let counted = Counted {
        id: &indicator.id,
        name: indicator.name.clone(),
        terms: indicator.numerator.clone(),
        is_of_persons: indicator.unit.it == t::UNIT_PERSONS.it,
        is_money: indicator.suffix == Suffix::Common(EURO.to_owned()),
        from: Lang::both(|lang| lang.stated(lang.pick(&indicator.source)).to_owned()),
        source: &indicator.source,
        licence: &indicator.licence,
        dates: atlas.dates(indicator).into_iter().map(Some).collect(),
        level: atlas.known_at(indicator),
        period: indicator.period,
    };
    let relations = Relations::of(atlas);
    let usual = counted.per(&Per { of: of.clone(), times: None }, &relations)?;
    match per.times.map(f64::from).filter(|times| *times != usual.multiplier) {
        None => Some(usual),
        // Another factor is another number, with an id of its own.
        Some(times) => {
            let made = counted.per(&Per { of, ..per.clone() }, &relations)?;
            Some(Indicator { id: format!("{}_{times}", made.id), ..made })
        }
    }
}

/// The rate with this id, where it is one that [`related`] makes: a figure of it carries no more.
pub fn rate_of_id(id: &str, atlas: &Atlas) -> Option<Indicator> {
    let parts = id.match_indices(PER).map(|(at, _)| (&id[..at], &id[at + PER.len()..]));
    let made = |(count, of): (&str, &str)| {
        let count = atlas.catalogue.get(count)?;
        let numbered =
            of.rsplit_once('_').and_then(|(of, times)| Some((of, Some(times.parse::<u32>().ok()?))));
        let pers = std::iter::once((of, None)).chain(numbered);
        let pers = pers.map(|(of, times)| Per { of: of.to_owned(), times });
        pers.filter_map(|per| related(count, &per, atlas)).find(|rate| rate.id == id)
    };
    parts.filter_map(made).next()
}

/// Whether an indicator is a count of something, with a sum over Comuni.
pub fn can_be_related(indicator: &Indicator) -> bool {
    indicator.kind == Kind::Count && indicator.denominator.is_empty() && indicator.adds_up
}

/// A count, to be related to a population.
struct Counted<'a> {
    id: &'a str,
    name: Bilingual,
    terms: Vec<Term>,
    is_of_persons: bool,
    /// Whether it is an amount in euros.
    is_money: bool,
    /// Where it comes from, as its definition says it.
    from: Bilingual,
    source: &'a Bilingual,
    licence: &'a str,
    dates: Vec<Option<Date>>,
    /// The level its values are of.
    level: Level,
    /// What they refer to.
    period: Period,
}

/// Between the id of a count and that of its population.
const PER: &str = "_per_";

impl Counted<'_> {
    fn per(&self, per: &Per, relations: &Relations<'_>) -> Option<Indicator> {
        let of = relations.find(&per.of, &self.dates)?;
        let times = per.times.unwrap_or_else(|| relations.factor(&self.terms, &of, &self.dates));
        let counted = |lang: Lang| number(lang, f64::from(times), 0);
        let named =
            Lang::both(|lang| t::rate_per(lang, lang.pick(&self.name), counted(lang), lang.pick(&of.name)));
        // More than a whole is no share of it.
        let are_parts = !self.is_of_persons || relations.are_parts(&self.terms, &of, &self.dates);
        let is_share = self.is_of_persons && times == 100 && are_parts;
        Some(Indicator {
            id: format!("{}{PER}{}", self.id, of.id),
            name: named.clone(),
            short: named.clone(),
            theme: THEME.to_owned(),
            unit: match self.is_money {
                true => Lang::both(|lang| {
                    t::rate_per(lang, lang.text(t::UNIT_EURO), counted(lang), lang.pick(&of.name))
                }),
                false => named,
            },
            suffix: Suffix::Common(match (is_share, self.is_money) {
                (true, _) => "%".to_owned(),
                (false, true) => EURO.to_owned(),
                (false, false) => String::new(),
            }),
            source: sources(self.source, Some(&of)),
            multiplier: f64::from(times),
            decimals: 1,
            kind: if is_share { Kind::Share } else { Kind::Ratio },
            definition: Lang::both(|lang| {
                let (name, from) = (lang.pick(&self.name), lang.pick(&self.from));
                let rate = t::rate_definition(lang, name, from, counted(lang), lang.pick(&of.name));
                match self.level {
                    Level::Comuni => rate,
                    level => format!("{rate} {}", t::rate_by_level(lang, lang.one_of_level(level))),
                }
            }),
            known_at: self.level,
            warning: (!are_parts).then(|| Lang::both(|lang| lang.text(t::RATE_OVER_WHOLE).to_owned())),
            period: self.period,
            numerator: self.terms.clone(),
            denominator: of.terms,
            licence: self.licence.to_owned(),
            ..Indicator::default()
        })
    }
}

/// The mean of an amount, where the same table says how many have it: `pensione_eur` over `pensione_n`, "Reddito
/// imponibile - Ammontare" over "Reddito imponibile - Frequenza".
fn mean(
    variable: &Variable,
    origin: &Origin,
    dataset: &Dataset,
    relations: &Relations<'_>,
) -> Option<Indicator> {
    const AMOUNTS: [&str; 4] = ["_eur", "_ammontare_in_euro", "_ammontare", "_importo"];
    const HOLDERS: [&str; 4] = ["_freq", "_frequenza", "_n", "_numero"];
    // By the headers: a recipe may call the two by names that have nothing in common.
    let header =
        |v: &Variable| relations.checked(&v.id).map(|checked| slug(&checked.column)).unwrap_or_default();
    let own = header(variable);
    let stem = AMOUNTS.iter().find_map(|end| own.strip_suffix(end))?;
    let is_holder = |v: &&Variable| {
        let other = header(v);
        dataset.has(&v.id)
            && v.measure.adds_up()
            && HOLDERS.iter().any(|end| other.strip_suffix(end) == Some(stem))
    };
    let holders = origin.variables.iter().find(is_holder)?;
    let named = Lang::both(|lang| t::mean_name(lang, &variable.name, &holders.name));
    Some(Indicator {
        id: format!("{stem}_medio"),
        name: named.clone(),
        short: named,
        theme: THEME.to_owned(),
        unit: Lang::both(|lang| t::mean_unit(lang, &holders.name)),
        numerator: vec![Term::of(&variable.id)],
        denominator: vec![Term::of(&holders.id)],
        kind: Kind::Mean,
        definition: Lang::both(|lang| t::mean_definition(lang, &variable.name, &holders.name, &origin.file)),
        source: dataset.meta.source.clone(),
        licence: dataset.meta.licence.clone(),
        ..Indicator::default()
    })
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

/// What the values of a variable refer to, by the header of its column: what is counted over a year is not of its last day.
fn period(variable: &Variable, relations: &Relations<'_>) -> Period {
    let is_counted = relations
        .checked(&variable.id)
        .is_some_and(|checked| checked.uses.is_of_year || covers_a_year(&checked.column));
    if is_counted || covers_a_year(&variable.name) { Period::Year } else { Period::Day }
}

/// The indicator of a variable of units of their own level, where nothing else is known of the project.
pub(in crate::io::project) fn of_its_level(
    variable: &Variable,
    origin: &Origin,
    dataset: &Dataset,
    territories: &Territories,
) -> Indicator {
    let relations = Relations::of(&Atlas::without_data(territories.clone()));
    indicator(variable.id.clone(), variable, origin, dataset, &relations)
}

/// Whether a header says that its amounts are euros, and not thousands or millions of them.
fn is_in_euro(name: &str) -> bool {
    let words = spaced(name);
    let has = |starts: &[&str]| starts.iter().any(|start| words.contains(&format!(" {start}")));
    (name.contains('€') || has(&["euro ", "eur "])) && !has(&["migliai", "mila ", "mln ", "milion", "k "])
}

/// The indicator that is just this variable.
fn indicator(
    id: String,
    variable: &Variable,
    origin: &Origin,
    dataset: &Dataset,
    relations: &Relations<'_>,
) -> Indicator {
    let measure = variable.measure;
    let (unit, kind): (Text, Kind) = match measure {
        Measure::Persons => (t::UNIT_PERSONS, Kind::Count),
        Measure::Count | Measure::NotAdditive => (t::UNIT_COUNT, Kind::Count),
        Measure::Amount => (t::UNIT_AMOUNT, Kind::Count),
        Measure::Balance => (t::UNIT_BALANCE, Kind::Count),
        Measure::Share => (t::UNIT_SHARE, Kind::Share),
        Measure::Ratio => (t::UNIT_RATIO, Kind::Ratio),
        Measure::Ordinal => (t::UNIT_STEP, Kind::Ordinal),
        Measure::Category => (t::UNIT_CATEGORY, Kind::Category),
    };
    let is_money = measure == Measure::Amount && is_in_euro(&variable.name);
    let both = |text: Text| Bilingual { it: text.it.to_owned(), en: text.en.to_owned() };
    let values = dataset.slices().filter_map(|(_, slice)| slice.values(&variable.id));
    let values: Vec<f64> = values.flatten().flatten().collect();
    let uses = relations.checked(&variable.id).map(|checked| checked.uses.clone()).unwrap_or_default();
    let asked = uses.weight.as_deref().filter(|of| *of != NO_WEIGHT && measure.is_rate());
    let weight = asked.and_then(|of| relations.find(of, &dates_of(dataset, &variable.id)));
    // Who lives in each step is what a step says of a group.
    let weight = weight.or_else(|| {
        relations.find(RESIDENTS, &dates_of(dataset, &variable.id)).filter(|_| measure.has_steps())
    });
    let definition = |lang: Lang| match &weight {
        Some(weight) if measure.is_rate() => {
            t::rate_definition_weighted(lang, &variable.name, &origin.file, lang.pick(&weight.the))
        }
        _ if measure.is_rate() => t::intake_definition_not_added(lang, &variable.name, &origin.file),
        _ => t::intake_definition(lang, &variable.name, &origin.file),
    };
    let why_not = match measure {
        Measure::NotAdditive => Some(both(t::NOT_ADDED_WHY_NOT)),
        _ if measure.is_rate() && weight.is_none() => Some(both(t::RATE_WHY_NOT)),
        _ => None,
    };
    Indicator {
        id,
        name: same_in_both(&variable.name),
        short: same_in_both(&variable.name),
        theme: THEME.to_owned(),
        unit: match (variable.unit.is_empty(), is_money) {
            (true, true) => both(t::UNIT_EURO),
            (true, false) => both(unit),
            (false, _) => same_in_both(&variable.unit),
        },
        suffix: Suffix::Common(match kind {
            Kind::Share => "%".to_owned(),
            _ if is_money => EURO.to_owned(),
            _ => String::new(),
        }),
        numerator: vec![Term::of(&variable.id)],
        decimals: if measure == Measure::Amount { 0 } else { decimals(&values) },
        kind,
        definition: Lang::both(|lang| by_level(lang, definition(lang), dataset)),
        source: sources(&dataset.meta.source, weight.as_ref().filter(|_| measure.is_rate())),
        licence: dataset.meta.licence.clone(),
        adds_up: measure.adds_up() || measure.has_steps() || weight.is_some(),
        why_not,
        weight: weight.map(|weight| Weight { terms: weight.terms, name: weight.the }),
        steps: if measure.has_steps() { steps(&values, &uses.steps) } else { Vec::new() },
        period: period(variable, relations),
        ..Indicator::default()
    }
}

/// A definition, with the level that the values of a table are of.
fn by_level(lang: Lang, definition: String, dataset: &Dataset) -> String {
    match dataset.meta.level {
        Level::Comuni => definition,
        level => format!("{definition} {}", t::known_only_at(lang, lang.one_of_level(level))),
    }
}

/// The steps with their names; a number without a name is its own.
fn steps(values: &[f64], names: &[String]) -> Vec<Step> {
    let mut numbers: Vec<f64> = values.iter().copied().chain((1..=names.len()).map(|n| n as f64)).collect();
    numbers.sort_by(f64::total_cmp);
    numbers.dedup();
    let name = |value: f64| {
        let at = (value >= 1.0 && value.fract() == 0.0).then_some(value as usize);
        let own = at.and_then(|at| names.get(at - 1));
        own.map_or_else(|| Lang::both(|lang| plain_number(lang, value)), |name| same_in_both(name))
    };
    numbers.into_iter().map(|value| Step { value, name: name(value) }).collect()
}
