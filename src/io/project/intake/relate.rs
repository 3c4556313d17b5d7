//! What the values of an import are weighted with or divided by: a population of the atlas, at the date nearest to
//! theirs, or another column of the same file.

use std::collections::BTreeMap;

use crate::base::Date;
use crate::data::{Atlas, Bilingual, Dataset, Indicator, Term, Unit, When};
use crate::i18n::italian::Preposition;
use crate::i18n::{Lang, joined_date, texts as t};
use crate::io::import::CheckedVariable;
use crate::io::project::Import;
use crate::io::recipe::{Denominator, header_key};

/// A sum of variables at their dates, with its names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Related {
    /// Its id, or that of the column.
    pub id: String,
    pub terms: Vec<Term>,
    /// As it follows "per 100", with the date where that differs from the date of the values.
    pub name: Bilingual,
    /// The same with its article.
    pub the: Bilingual,
    /// Who published it; empty for a column of the same file.
    pub source: Bilingual,
}

/// Everything that values can be related to.
pub(crate) struct Relations<'a> {
    /// The atlas with the imports of the project and this one.
    atlas: Atlas,
    variables: &'a [CheckedVariable],
    /// The ids of its variables, by their names in the table.
    names: &'a BTreeMap<String, String>,
}

impl<'a> Relations<'a> {
    pub fn new(
        own: &Dataset,
        variables: &'a [CheckedVariable],
        names: &'a BTreeMap<String, String>,
        others: &[&Import],
        base: &Atlas,
    ) -> Self {
        let mut atlas = base.clone();
        atlas.datasets.extend(others.iter().map(|import| import.dataset.clone()));
        atlas.datasets.push(own.clone());
        Self { atlas, variables, names }
    }

    /// What an indicator of the atlas can be related to.
    pub fn of(atlas: &Atlas) -> Self {
        static NO_NAMES: BTreeMap<String, String> = BTreeMap::new();
        Self { atlas: atlas.clone(), variables: &[], names: &NO_NAMES }
    }

    /// The variable of the table that has this id in the project.
    pub fn checked(&self, id: &str) -> Option<&'a CheckedVariable> {
        let (old, _) = self.names.iter().find(|(_, own)| *own == id)?;
        super::names::of_table(old, self.variables)
    }

    /// What this names, for values of these dates; `None` if there is none at any date.
    pub fn find(&self, of: &str, dates: &[Option<Date>]) -> Option<Related> {
        if let Some(id) = self.column(of) {
            let name = Lang::both(|lang| t::per_column(lang, of));
            return Some(Related {
                id: id.clone(),
                terms: vec![Term::of(&id)],
                name: name.clone(),
                the: name,
                source: Bilingual::default(),
            });
        }
        let found = Denominator::of_id(of).or_else(|| variable(of))?;
        let of_terms = Indicator { numerator: found.terms.clone(), ..Indicator::default() };
        let there = self.atlas.dates(&of_terms);
        if there.is_empty() && !self.atlas.datasets.iter().any(|dataset| dataset.has(of)) {
            return None;
        }
        let (when, at) = when(dates, &there);
        let terms = found.terms.iter().map(|term| Term::try_from(format!("{term}{when}")).ok());
        let dated = |name: &Bilingual| {
            Lang::both(|lang| match at {
                At::Theirs => lang.pick(name).to_owned(),
                At::DayAfter => t::per_day_after(lang, lang.pick(name)),
                At::Day(date) => t::per_dated(lang, lang.pick(name), on(lang, date)),
            })
        };
        Some(Related {
            id: found.id,
            terms: terms.collect::<Option<_>>()?,
            name: dated(&found.name),
            the: dated(&found.the),
            source: self.source(&found.terms),
        })
    }

    /// The source of the first table that has these variables.
    fn source(&self, terms: &[Term]) -> Bilingual {
        let name = terms.iter().flat_map(Term::variables).map(|(name, _)| name).next();
        let has = |dataset: &&Dataset| name.is_some_and(|name| dataset.has(name));
        self.atlas.datasets.iter().find(has).map(|dataset| dataset.meta.source.clone()).unwrap_or_default()
    }

    /// The id in the project of the column with this header.
    fn column(&self, of: &str) -> Option<String> {
        let key = header_key(of);
        let is_it = |v: &&CheckedVariable| header_key(&v.column) == key || v.id == of;
        let checked = self.variables.iter().find(is_it)?;
        self.names.get(&checked.id).cloned()
    }

    /// Whether what is counted is nowhere more than what it is out of.
    pub fn are_parts(&self, counted: &[Term], of: &Related, dates: &[Option<Date>]) -> bool {
        let one = |terms: &[Term], date, unit: &Unit| {
            self.atlas.sum_of(terms, date, &unit.members).and_then(Result::ok)
        };
        let is_part = |date: Date| {
            self.units(counted).iter().all(|unit| {
                match (one(counted, date, unit), one(&of.terms, date, unit)) {
                    (Some(part), Some(whole)) => part <= whole,
                    _ => true,
                }
            })
        };
        dates.iter().flatten().all(|date| is_part(*date))
    }

    /// The units that what is counted has values of.
    fn units(&self, counted: &[Term]) -> &[Unit] {
        let counted = Indicator { numerator: counted.to_vec(), ..Indicator::default() };
        self.atlas.territories.units(self.atlas.known_at(&counted))
    }

    /// The factor that makes a rate of at least one: 100, 1,000 or 10,000.
    pub fn factor(&self, counted: &[Term], of: &Related, dates: &[Option<Date>]) -> u32 {
        let of_terms = Indicator { numerator: of.terms.clone(), ..Indicator::default() };
        let last =
            dates.iter().flatten().max().copied().or_else(|| self.atlas.dates(&of_terms).last().copied());
        let sums = last.map(|date| {
            self.units(counted).iter().fold((0.0, 0.0), |(n, d), unit| {
                let one = |terms: &[Term]| self.atlas.sum_of(terms, date, &unit.members).and_then(Result::ok);
                match (one(counted), one(&of.terms)) {
                    (Some(x), Some(y)) => (n + x, d + y),
                    _ => (n, d),
                }
            })
        });
        let Some((counted, whole)) = sums.filter(|(_, whole)| *whole > 0.0) else { return 100 };
        let fits = |times: &&u32| f64::from(**times) * counted / whole >= 1.0;
        let factors = crate::io::recipe::FACTORS;
        *factors.iter().find(fits).unwrap_or(&factors[factors.len() - 1])
    }
}

/// A variable of the atlas by its id.
fn variable(id: &str) -> Option<Denominator> {
    let term = Term::try_from(id.to_owned()).ok()?;
    let name = Bilingual { it: id.to_owned(), en: id.to_owned() };
    Some(Denominator { id: id.to_owned(), terms: vec![term], name: name.clone(), the: name })
}

/// Which date is named beside a denominator.
#[derive(Clone, Copy)]
enum At {
    /// None: it is that of the values.
    Theirs,
    DayAfter,
    Day(Date),
}

/// When a denominator is read, for values of these dates: at the same dates; a day later, where the values are of a year's
/// end; or always at the date nearest to the last of them.
fn when(dates: &[Option<Date>], there: &[Date]) -> (When, At) {
    let dates: Vec<Date> = dates.iter().flatten().copied().collect();
    let all = |days: i32| dates.iter().all(|date| there.contains(&date.plus_days(days)));
    let now = When::YearsBack(0);
    let Some(last) = dates.iter().max() else { return (now, At::Theirs) };
    if all(0) {
        return (now, At::Theirs);
    }
    if all(1) {
        let at = if let [date] = dates[..] { At::Day(date.plus_days(1)) } else { At::DayAfter };
        return (When::DaysLater(1), at);
    }
    let distance = |date: &&Date| ((date.day_number() - last.day_number()).abs(), **date < *last);
    match there.iter().min_by_key(distance) {
        Some(nearest) => (When::On(*nearest), At::Day(*nearest)),
        None => (now, At::Theirs),
    }
}

/// "al 1/1/2023", "on 1 January 2023".
fn on(lang: Lang, date: Date) -> String {
    let written = joined_date(lang, Preposition::A, date);
    match lang {
        Lang::It => written,
        Lang::En => format!("on {written}"),
    }
}
