//! Indicators made from imported data: what they may count, and what follows when that changes.

use std::collections::BTreeSet;

use crate::data::{Atlas, Bilingual, Dataset, Indicator, Kind, Suffix, Term, When};
use crate::engine::state::State;
use crate::i18n::{Lang, Text, number, texts as t};
use crate::io::import::areas::kind_of;
use crate::io::project::THEME;

use super::answer::Candidate;
use super::entry::Entry;

/// A possible numerator or denominator.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    pub name: Bilingual,
    /// What one of it is called, after "per 1,000".
    pub counted: Bilingual,
    pub terms: Vec<Term>,
    pub from: Origin,
    /// The kind of number.
    pub kind: Kind,
    /// Whether it may be summed over Comuni.
    pub adds_up: bool,
}

/// Where a quantity is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    Table,
    /// Another import of the project.
    Project,
    /// The program's own data.
    Program,
}

impl Origin {
    pub fn text(self) -> Text {
        match self {
            Self::Table => t::QUANTITY_OF_TABLE,
            Self::Project => t::QUANTITY_OF_OTHERS,
            Self::Program => t::QUANTITY_OF_PROGRAM,
        }
    }
}

/// Everything that an indicator of this table may count: the variables of the table and of other imports by name, and
/// of the program's data its counts, its age groups and every other variable by id.
pub fn quantities(state: &State, entry: &Entry) -> Vec<Quantity> {
    let mut all: Vec<Quantity> = Vec::new();
    let imports = state.project.file.imports.iter().map(|import| (import, Origin::Project));
    let own = entry.import().map(|import| (&**import, Origin::Table));
    for (import, from) in own.into_iter().chain(imports) {
        all.extend(import.origin.variables.iter().map(|variable| Quantity {
            name: Bilingual { it: variable.name.clone(), en: variable.name.clone() },
            counted: Bilingual { it: variable.name.clone(), en: variable.name.clone() },
            terms: vec![Term::of(&variable.id)],
            from,
            kind: kind_of(variable.measure),
            adds_up: variable.measure.adds_up(),
        }));
    }
    let program = |name: Bilingual, counted: Bilingual, terms| {
        let (from, kind, adds_up) = (Origin::Program, Kind::Count, true);
        Quantity { name, counted, terms, from, kind, adds_up }
    };
    let atlas = &state.base.atlas;
    let counts = atlas.catalogue.indicators().iter().filter(|indicator| {
        indicator.denominator.is_empty() && indicator.adds_up && indicator.multiplier == 1.0
    });
    all.extend(counts.map(|indicator| {
        // The unit of a part is that of the whole, which does not say which part; its name does.
        let is_part = indicator.numerator.iter().flat_map(Term::variables).nth(1).is_some();
        let counted = if is_part { lower(&indicator.name) } else { indicator.unit.clone() };
        program(indicator.name.clone(), counted, indicator.numerator.clone())
    }));
    // Some of them are already listed as counts.
    let ages = ages(atlas).into_iter().filter(|(_, terms)| quantity(&all, terms).is_none());
    let ages: Vec<Quantity> = ages.map(|(name, terms)| program(name.clone(), lower(&name), terms)).collect();
    all.extend(ages);
    let named: BTreeSet<String> =
        all.iter().filter_map(|q| Some(q.terms.first()?.variables().next()?.0.to_owned())).collect();
    let ids: BTreeSet<&str> = atlas.datasets.iter().flat_map(Dataset::variables).collect();
    let rest = ids.into_iter().filter(|id| !named.contains(*id));
    all.extend(rest.map(|id| {
        let name = Bilingual { it: id.to_owned(), en: id.to_owned() };
        program(name.clone(), name, vec![Term::of(id)])
    }));
    all
}

/// A name within a sentence.
fn lower(name: &Bilingual) -> Bilingual {
    let lower = |text: &str| {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    };
    Bilingual { it: lower(&name.it), en: lower(&name.en) }
}

/// The age groups that the program's indicators count.
fn ages(atlas: &Atlas) -> Vec<(Bilingual, Vec<Term>)> {
    let mut found: Vec<(u32, u32, Vec<Term>)> = Vec::new();
    for indicator in atlas.catalogue.indicators() {
        for terms in [&indicator.numerator, &indicator.denominator] {
            let [men, women] = &terms[..] else { continue };
            let (Some((first, last)), Some(of_women)) = (span(men, "m_"), span(women, "f_")) else {
                continue;
            };
            let is_known = found.iter().any(|(a, b, _)| (*a, *b) == (first, last));
            // All ages together are the residents.
            let is_part = first > 0 || last < 100;
            if (first, last) == of_women && is_part && !is_known {
                found.push((first, last, terms.clone()));
            }
        }
    }
    found.sort_by_key(|(first, last, _)| (*first, *last));
    let name = |first: u32, last: u32| {
        Lang::both(|lang| match last {
            100.. => t::quantity_ages_up(lang, first),
            _ => t::quantity_ages(lang, first, last),
        })
    };
    found.into_iter().map(|(first, last, terms)| (name(first, last), terms)).collect()
}

/// First and last age of a term that counts all ages in between equally.
fn span(term: &Term, prefix: &str) -> Option<(u32, u32)> {
    let mut ages = term.variables().map(|(name, weight)| {
        (weight == 1.0 && term.when() == When::NOW).then(|| name.strip_prefix(prefix)?.parse().ok())?
    });
    let first = ages.next()??;
    let last = ages.last().unwrap_or(Some(first))?;
    Some((first, last))
}

/// The quantity with exactly these terms.
pub fn quantity<'a>(all: &'a [Quantity], terms: &[Term]) -> Option<&'a Quantity> {
    all.iter().find(|quantity| quantity.terms == terms)
}

/// Multipliers commonly used for rates.
pub const MULTIPLIERS: [f64; 5] = [1.0, 100.0, 1_000.0, 10_000.0, 100_000.0];

/// Changes the numerator, denominator or multiplier of an indicator, and its unit, sign and definition with them.
pub fn reckon(
    indicator: &mut Indicator,
    numerator: &Quantity,
    denominator: Option<&Quantity>,
    multiplier: f64,
) {
    indicator.numerator.clone_from(&numerator.terms);
    indicator.denominator = denominator.map(|quantity| quantity.terms.clone()).unwrap_or_default();
    indicator.adds_up = numerator.adds_up && denominator.is_none_or(|quantity| quantity.adds_up);
    indicator.multiplier = if denominator.is_some() { multiplier } else { 1.0 };
    let Some(denominator) = denominator else {
        indicator.kind = numerator.kind;
        indicator.suffix = sign(numerator.kind);
        indicator.unit = numerator.name.clone();
        return;
    };
    let per = |lang| number(lang, multiplier, 0);
    let unit = |lang: Lang| {
        t::indicator_per(lang, lang.pick(&numerator.name), per(lang), lang.pick(&denominator.counted))
    };
    let definition = |lang: Lang| {
        t::indicator_definition(lang, lang.pick(&numerator.name), lang.pick(&denominator.name), per(lang))
    };
    indicator.kind = if multiplier == 100.0 { Kind::Share } else { Kind::Ratio };
    indicator.suffix = sign(indicator.kind);
    indicator.unit = Lang::both(unit);
    indicator.definition = Lang::both(definition);
    indicator.decimals = indicator.decimals.max(1);
}

/// The suffix of numbers of this kind.
fn sign(kind: Kind) -> Suffix {
    Suffix::Common(if kind == Kind::Share { "%".to_owned() } else { String::new() })
}

/// A further indicator: the first variable of the table, without a denominator yet.
pub fn another(entry: &Entry, candidates: &[Candidate]) -> Option<Candidate> {
    let import = entry.import()?;
    let variable = import.origin.variables.first()?;
    let taken = |id: &str| candidates.iter().any(|candidate| candidate.indicator.id == id);
    let stem = format!("{}_indicatore", import.id());
    let numbered = (2..).map(|n| format!("{stem}_{n}"));
    let id = std::iter::once(stem.clone()).chain(numbered).find(|id| !taken(id))?;
    let name = || Bilingual { it: t::INDICATOR_NEW.it.to_owned(), en: t::INDICATOR_NEW.en.to_owned() };
    let unit = Bilingual { it: variable.name.clone(), en: variable.name.clone() };
    let indicator = Indicator {
        id,
        name: name(),
        short: name(),
        theme: THEME.to_owned(),
        unit: unit.clone(),
        suffix: sign(kind_of(variable.measure)),
        numerator: vec![Term::of(&variable.id)],
        decimals: 0,
        kind: kind_of(variable.measure),
        definition: unit,
        source: import.dataset.meta.source.clone(),
        licence: import.dataset.meta.licence.clone(),
        adds_up: variable.measure.adds_up(),
        ..Indicator::default()
    };
    Some(Candidate { indicator, is_wanted: true })
}
