//! The formula of an indicator: in words, and with the numbers of one place.

use crate::base::{Date, Level, decimal};
use crate::data::{Atlas, Indicator, Method, Query, Term, Value};
use crate::figure::{sums, value_text};
use crate::i18n::{Lang, Thing, compact_number, number, texts};

/// Up to this many members have their values listed one by one.
const MOST_MEMBERS: usize = 12;

/// The decimals of sums that are no whole numbers, and the most that are written so that they give the result.
const SUM_DECIMALS: usize = 2;
const MOST_DECIMALS: usize = 8;

/// A part of a sum: one term, or the same ages of both sexes.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its name in words.
    pub name: String,
    /// Its sum over the place, before its factor is applied.
    pub value: Option<Value>,
    /// What it is multiplied by.
    factor: f64,
}

impl Part {
    /// Its sum as it is written with this many decimals.
    fn rounded(&self, decimals: usize) -> Option<f64> {
        Some(decimal::rounded(self.value?.ok()?, decimals))
    }
}

/// Numerator and denominator of an indicator, in words and numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// The formula in words.
    pub words: String,
    /// The formula with the numbers of the place, up to its value; `None` where some are missing.
    pub numbers: Option<String>,
    /// The parts with their numbers, those of the denominator last.
    pub parts: Vec<Part>,
}

/// The place whose numbers are shown.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    pub level: Level,
    /// Position of the unit.
    pub unit: usize,
    pub members: &'a [usize],
    pub date: Date,
    /// How the value of a group is computed.
    pub method: Method,
}

impl Formula {
    /// The formula of an indicator at a place.
    pub fn new(indicator: &Indicator, atlas: &Atlas, at: At<'_>, lang: Lang) -> Self {
        let side = |terms: &[Term]| parts(terms, atlas, at, lang);
        let (numerator, denominator) = (side(&indicator.numerator), side(&indicator.denominator));
        let names = |parts: &[Part]| sum_of(lang, parts, |part| part.name.clone());
        let by = by(indicator, lang);
        let words = match denominator.as_slice() {
            [] => format!("{}{by}", names(&numerator)),
            _ => format!(
                "{} / {}{by}",
                bracketed(&numerator, names(&numerator)),
                bracketed(&denominator, names(&denominator))
            ),
        };
        let numbers = made(indicator, atlas, at, lang, &numerator, &denominator);
        let mut all = numerator;
        for part in denominator {
            // A part of the denominator may already be listed from the numerator.
            if all.iter().all(|known| known.name != part.name) {
                all.push(part);
            }
        }
        Self { words, numbers, parts: all }
    }
}

/// The factor at the end of a formula.
fn by(indicator: &Indicator, lang: Lang) -> String {
    match indicator.multiplier {
        1.0 => String::new(),
        k => format!(" × {}", compact_number(lang, k, 6)),
    }
}

/// The formula with its numbers, up to the value.
fn made(
    indicator: &Indicator,
    atlas: &Atlas,
    at: At<'_>,
    lang: Lang,
    numerator: &[Part],
    denominator: &[Part],
) -> Option<String> {
    let At { level, unit, members, date, method } = at;
    let query = Query { indicator: indicator.id.clone(), date, level, method };
    let row = atlas.compute(&query).ok()?.rows.into_iter().nth(unit)?;
    let value = row.value.ok()?;
    let result = value_text(lang, indicator, Ok(value));
    if !method.is_of_group() && members.len() > 1 {
        return of_members(indicator, atlas, at, lang, &result);
    }
    let printed = decimal::fixed(value, indicator.decimals);
    let gives = |own: &(String, f64)| decimal::fixed(own.1, indicator.decimals) == printed;
    let weighted = indicator.weight.is_some() && members.len() > 1;
    let written = |decimals| {
        let side = |parts: &[Part], total: Value| match weighted {
            true => side_of(&[], total, decimals, lang),
            false => side_of(parts, total, decimals, lang),
        };
        let (above, over) = side(numerator, row.numerator)?;
        let by = by(indicator, lang);
        Some(match row.denominator {
            None if by.is_empty() => {
                let bare = above.strip_prefix('(').and_then(|above| above.strip_suffix(')'));
                (bare.unwrap_or(&above).to_owned(), over)
            }
            None => (format!("{above}{by}"), over * indicator.multiplier),
            Some(total) => {
                let (below, under) = side(denominator, total)?;
                (format!("{above} / {below}{by}"), over / under * indicator.multiplier)
            }
        })
    };
    let fewest = written(SUM_DECIMALS)?;
    let finer = (SUM_DECIMALS..=MOST_DECIMALS).filter_map(written).find(gives);
    let sign = equals(finer.is_some());
    let (made, _) = finer.unwrap_or(fewest);
    // A plain count is its own result.
    Some(if made == result { result } else { format!("{made} {sign} {result}") })
}

/// A side of a fraction as it is written with this many decimals, and what the written numbers give.
fn side_of(parts: &[Part], total: Value, decimals: usize, lang: Lang) -> Option<(String, f64)> {
    let own: Option<Vec<f64>> = parts.iter().map(|part| part.rounded(decimals)).collect();
    match own.filter(|own| !own.is_empty()) {
        Some(own) => {
            let written = sum_of(lang, parts, |part| {
                compact_number(lang, part.rounded(decimals).unwrap_or_default(), decimals)
            });
            let sum = parts.iter().zip(own).map(|(part, value)| part.factor * value);
            Some((bracketed(parts, written), decimal::sum(sum)))
        }
        None => {
            let total = decimal::rounded(total.ok()?, decimals);
            Some((compact_number(lang, total, decimals), total))
        }
    }
}

/// What stands before a result, by whether the numbers written before it give it.
fn equals(gives: bool) -> char {
    if gives { '=' } else { '≈' }
}

/// Mean, lowest and highest of the members' own values.
fn of_members(indicator: &Indicator, atlas: &Atlas, at: At<'_>, lang: Lang, result: &str) -> Option<String> {
    let query = Query {
        indicator: indicator.id.clone(),
        date: at.date,
        level: Level::Comuni,
        method: Method::Pooled,
    };
    let table = atlas.compute(&query).ok()?;
    let own: Vec<(String, f64)> = at
        .members
        .iter()
        .filter_map(|&member| table.rows.get(member))
        .filter_map(|row| Some((row.name.clone(), row.value.ok()?)))
        .collect();
    if at.method == Method::Mean {
        let count = own.len();
        if count > MOST_MEMBERS {
            let listed = texts::card_sum_of_values(lang, lang.of_the(count, Thing::Comune));
            return Some(format!("{listed} / {count} = {result}"));
        }
        let own_decimals = indicator.decimals;
        let mean = |decimals: usize| {
            decimal::sum(own.iter().map(|(_, x)| decimal::rounded(*x, decimals))) / count as f64
        };
        let exact = decimal::fixed(decimal::sum(own.iter().map(|(_, x)| *x)) / count as f64, own_decimals);
        let gives = |decimals: &usize| decimal::fixed(mean(*decimals), own_decimals) == exact;
        let found = (own_decimals..=own_decimals + MOST_DECIMALS).find(gives);
        let decimals = found.unwrap_or(own_decimals);
        let listed: Vec<String> = own.iter().map(|(_, x)| number(lang, *x, decimals)).collect();
        return Some(format!("({}) / {count} {} {result}", listed.join(" + "), equals(found.is_some())));
    }
    let best = own.iter().map(|(_, x)| *x);
    let best = if at.method == Method::Min {
        best.fold(f64::INFINITY, f64::min)
    } else {
        best.fold(f64::NEG_INFINITY, f64::max)
    };
    let names: Vec<&str> = own.iter().filter(|(_, x)| *x == best).map(|(name, _)| name.as_str()).collect();
    Some(format!("{result} ({})", names.join(", ")))
}

/// A side of a fraction: a product below the line is bracketed too, or it would be read as one with what follows.
fn bracketed(parts: &[Part], sum: String) -> String {
    let is_product = parts.iter().any(|part| part.factor.abs() != 1.0);
    if parts.len() > 1 || is_product { format!("({sum})") } else { sum }
}

/// Joins parts with their signs and factors.
fn sum_of(lang: Lang, parts: &[Part], text: impl Fn(&Part) -> String) -> String {
    sums::joined(lang, parts.iter().map(|part| (part.factor, text(part))))
}

/// The parts of a sum; the same ages of both sexes become one part.
fn parts(terms: &[Term], atlas: &Atlas, at: At<'_>, lang: Lang) -> Vec<Part> {
    let part = |group: Vec<Term>| {
        let factor = group.first().map_or(1.0, sums::factor);
        let sum = atlas.sum_of(&group, at.date, at.members);
        let value = sum.map(|sum| sum.map(|sum| decimal::clean(sum / factor)));
        Part { name: sums::name(&group, Some(at.date), atlas, lang), value, factor }
    };
    sums::grouped(terms).into_iter().map(part).collect()
}
