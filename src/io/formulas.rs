//! Indicators typed as formulas: what they become on some data, and the small file by which they are shared.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::base::{Date, Misread};
use crate::data::formula::{Formula, FormulaError, Known, parse};
use crate::data::{Atlas, Bilingual, Catalogue, Indicator, Kind, Period, Suffix, Term, Theme};
use crate::document::OwnIndicator;
use crate::figure::sums::sum_in_words;
use crate::i18n::{Lang, date as date_text, number, texts as t};

/// Id of the theme of typed indicators.
pub const THEME: &str = "indicatori_propri";
/// Multipliers that are said in a unit: "per 1,000".
const TOLD: [f64; 6] = [1.0, 10.0, 100.0, 1_000.0, 10_000.0, 100_000.0];

/// Why a formula is no indicator of these data.
#[derive(Clone, Debug, PartialEq)]
pub enum NotMade {
    Formula(FormulaError),
    /// Its variables are known, but never at the same date: those of each, the latest last, with what would bring them together.
    Dates(Vec<DatesOf>),
    /// All of its variables are of a fixed date, so that none gives it dates of its own.
    AllFixed,
}

/// A variable with the first and the last of its dates, and what to write in its place so that it meets the others.
#[derive(Clone, Debug, PartialEq)]
pub struct DatesOf {
    pub name: String,
    pub dates: Vec<Date>,
    pub instead: Option<String>,
}

impl NotMade {
    /// What is wrong, and what to do.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Formula(error) => lang.formula_error(error),
            Self::Dates(all) => {
                let one = |of: &DatesOf| {
                    let day = |date: &Date| date_text(lang, *date);
                    let dates = match of.dates.as_slice() {
                        [first, .., last] => t::formula_dates_of(lang, &of.name, day(first), day(last)),
                        alone => {
                            let dates = alone.iter().map(day).collect::<Vec<_>>().join(", ");
                            t::formula_dates_one(lang, &of.name, dates)
                        }
                    };
                    match &of.instead {
                        Some(instead) => t::formula_instead(lang, dates, instead),
                        None => dates,
                    }
                };
                t::formula_dates(lang, all.iter().map(one).collect::<Vec<_>>().join("; "))
            }
            Self::AllFixed => lang.text(t::FORMULA_ALL_FIXED).to_owned(),
        }
    }
}

/// The theme of typed indicators.
pub fn theme() -> Theme {
    Theme {
        id: THEME.to_owned(),
        name: Lang::both(|lang| lang.text(t::FORMULA_THEME).to_owned()),
        about: None,
    }
}

/// The indicator that a formula becomes.
///
/// # Errors
/// A formula that is none, or whose variables have no date in common.
pub fn indicator(own: &OwnIndicator, atlas: &Atlas) -> Result<Indicator, NotMade> {
    let formula = parse(&own.formula, &Known(atlas)).map_err(NotMade::Formula)?;
    let Formula { multiplier, numerator, denominator } = formula;
    let mut made = Indicator {
        id: own.id.clone(),
        name: own.name.clone(),
        short: own.name.clone(),
        theme: THEME.to_owned(),
        formula: Some(own.formula.clone()),
        multiplier,
        period: period(&numerator, atlas),
        numerator,
        denominator,
        ..Indicator::default()
    };
    let dates = atlas.dates(&made);
    if dates.is_empty() {
        let apart = apart(&made, atlas);
        return Err(if apart.is_empty() { NotMade::AllFixed } else { NotMade::Dates(apart) });
    }
    made.kind = kind(&made, dates.last().copied(), atlas);
    let sign = if made.kind == Kind::Share { "%" } else { "" };
    made.suffix = Suffix::Common(sign.to_owned());
    made.decimals = own.decimals.map_or(usize::from(made.kind != Kind::Count), usize::from);
    let words = |lang: Lang, terms: &[Term]| sum_in_words(lang, terms, None, atlas);
    made.unit = Lang::both(|lang| {
        let counted = words(lang, &made.numerator);
        match (made.denominator.is_empty(), TOLD.contains(&made.multiplier)) {
            (true, _) if made.multiplier == 1.0 => counted,
            (false, true) => {
                let per = number(lang, made.multiplier, 0);
                t::indicator_per(lang, counted, per, words(lang, &made.denominator))
            }
            _ => own.formula.clone(),
        }
    });
    made.definition = Lang::both(|lang| t::formula_definition(lang, &own.formula));
    let (source, licence) = origin(&made, atlas);
    (made.source, made.licence) = (source, licence);
    Ok(made)
}

/// The time that its values cover: that of the indicators that count the same variables.
fn period(numerator: &[Term], atlas: &Atlas) -> Period {
    let first = numerator.iter().flat_map(Term::variables).map(|(name, _)| name).next();
    let counts = |indicator: &&Indicator| {
        let mut names = indicator.numerator.iter().flat_map(Term::variables).map(|(name, _)| name);
        names.any(|name| Some(name) == first)
    };
    atlas.catalogue.indicators().iter().find(counts).map(|indicator| indicator.period).unwrap_or_default()
}

/// A share only where what is counted is part of what it is out of: the same variables, or those of a share of the program.
fn kind(made: &Indicator, last: Option<Date>, atlas: &Atlas) -> Kind {
    if made.denominator.is_empty() {
        return Kind::Count;
    }
    let names = |terms: &[Term]| -> BTreeSet<(String, String)> {
        let own = |term: &Term| {
            let when = term.when().to_string();
            term.variables().map(move |(name, _)| (name.to_owned(), when.clone())).collect::<Vec<_>>()
        };
        terms.iter().flat_map(own).collect()
    };
    let is_positive = made.terms().flat_map(Term::variables).all(|(_, weight)| weight == 1.0);
    let is_within = names(&made.numerator).is_subset(&names(&made.denominator));
    let is_of_all = atlas
        .catalogue
        .indicators()
        .iter()
        .any(|known| known.kind == Kind::Share && names(&known.denominator) == names(&made.denominator));
    let is_never_more = || {
        let sums = |terms: &[Term]| last.and_then(|date| atlas.sum_in_each(terms, date)).unwrap_or_default();
        let pairs = sums(&made.numerator).into_iter().zip(sums(&made.denominator));
        let known: Vec<(f64, f64)> =
            pairs.filter_map(|(part, whole)| Some((part.ok()?, whole.ok()?))).collect();
        !known.is_empty() && known.iter().all(|(part, whole)| part <= whole)
    };
    let is_share = is_positive && (is_within || is_of_all && is_never_more());
    if made.multiplier == 100.0 && is_share { Kind::Share } else { Kind::Ratio }
}

/// Sources and licences of the tables its variables are from.
fn origin(made: &Indicator, atlas: &Atlas) -> (Bilingual, String) {
    let names: BTreeSet<&str> = made.terms().flat_map(Term::variables).map(|(name, _)| name).collect();
    let giving = || atlas.datasets.iter().filter(|dataset| names.iter().any(|name| dataset.has(name)));
    let said = |lang: Lang| {
        let mut all: Vec<String> = Vec::new();
        for dataset in giving() {
            let source = lang.stated(lang.pick(&dataset.meta.source)).to_owned();
            if !all.contains(&source) {
                all.push(source);
            }
        }
        all.join("; ")
    };
    let mut licences: Vec<&str> = Vec::new();
    for dataset in giving() {
        if !licences.contains(&dataset.meta.licence.as_str()) {
            licences.push(&dataset.meta.licence);
        }
    }
    (Lang::both(said), licences.join("; "))
}

/// The variables with their dates, and how each could be written to be read at the dates of the first.
fn apart(made: &Indicator, atlas: &Atlas) -> Vec<DatesOf> {
    let dates =
        |term: &Term| atlas.dates(&Indicator { numerator: vec![term.clone()], ..Indicator::default() });
    // What is of a fixed date meets every other.
    let terms: Vec<(&Term, Vec<Date>)> =
        made.terms().map(|term| (term, dates(term))).filter(|(_, dates)| !dates.is_empty()).collect();
    let Some((_, first)) = terms.first().cloned() else { return Vec::new() };
    let bare = |term: &Term| {
        let text = term.to_string();
        let name = text.rsplit(" * ").next().unwrap_or(&text).to_owned();
        name.split('@').next().unwrap_or(&name).to_owned()
    };
    let instead = |name: &str, own: &[Date]| {
        if own.iter().any(|date| first.contains(date)) {
            return None;
        }
        let meets = |days: i32| own.iter().any(|date| first.contains(&date.plus_days(-days)));
        match [1, -1].into_iter().find(|days| meets(*days)) {
            Some(days) => Some(format!("{name}@{days:+}d")),
            None => own.last().map(|last| format!("{name}@{last}")),
        }
    };
    let one = |(term, own): (&Term, Vec<Date>)| {
        let name = bare(term);
        DatesOf { instead: instead(&name, &own), name, dates: own }
    };
    terms.into_iter().map(one).collect()
}

/// The indicators that can be made of these data, as a catalogue that can be merged; and the ids of those that cannot.
pub fn catalogue(all: &[OwnIndicator], atlas: &Atlas) -> (Catalogue, Vec<String>) {
    let (mut made, mut left) = (Vec::new(), Vec::new());
    for own in all {
        match indicator(own, atlas) {
            Ok(indicator) => made.push(indicator),
            Err(_) => left.push(own.id.clone()),
        }
    }
    (Catalogue::new(vec![theme()], made), left)
}

/// The file by which formulas are shared.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "formula", default)]
    formulas: Vec<OwnIndicator>,
}

/// Reads a file of formulas.
///
/// # Errors
/// The row that could not be read.
pub fn from_toml(text: &str) -> Result<Vec<OwnIndicator>, Misread> {
    let file: File =
        toml::from_str(text).map_err(|error| Misread::at(text, error.span().map_or(0, |span| span.start)))?;
    match file.formulas.len() > OwnIndicator::most() {
        true => Err(Misread::at(text, 0)),
        false => Ok(file.formulas),
    }
}

/// Writes a file of formulas.
pub fn to_toml(all: &[OwnIndicator]) -> String {
    toml::to_string(&File { formulas: all.to_vec() }).unwrap_or_default()
}
