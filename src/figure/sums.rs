//! Sums of variables in words: "residenti di 65 anni e più + residenti di 0-14 anni".

use crate::base::Date;
use crate::data::{Atlas, Term, When};
use crate::i18n::{Lang, compact_number, texts};

use super::wording::date_phrase;

/// The highest age in the data, which includes all ages above it.
const OLDEST: u8 = 100;
/// A sum in words, with the dates of its terms for values of a date.
pub(crate) fn sum_in_words(lang: Lang, terms: &[Term], at: Option<Date>, atlas: &Atlas) -> String {
    let parts: Vec<(f64, String)> =
        grouped(terms).iter().map(|group| (factor(&group[0]), name(group, at, atlas, lang))).collect();
    joined(lang, parts.iter().map(|(factor, name)| (*factor, name.clone())))
}

/// Joins parts with their signs and factors.
pub(crate) fn joined(lang: Lang, parts: impl Iterator<Item = (f64, String)>) -> String {
    let mut out = String::new();
    for (at, (factor, text)) in parts.enumerate() {
        let sign = match (at, factor < 0.0) {
            (0, false) => "",
            (0, true) => "\u{2212}",
            (_, false) => " + ",
            (_, true) => " \u{2212} ",
        };
        out.push_str(sign);
        let factor = factor.abs();
        if factor != 1.0 {
            out.push_str(&format!("{} × ", compact_number(lang, factor, 6)));
        }
        out.push_str(&text);
    }
    out
}

/// The terms of a sum; the same ages of both sexes are one part.
pub(crate) fn grouped(terms: &[Term]) -> Vec<Vec<Term>> {
    let mut left: Vec<&Term> = terms.iter().collect();
    let mut groups = Vec::new();
    while !left.is_empty() {
        let first = left.remove(0);
        let twin = left.iter().position(|other| are_twins(first, other));
        let mut group = vec![first.clone()];
        group.extend(twin.map(|twin| left.remove(twin).clone()));
        groups.push(group);
    }
    groups
}

/// The factor shared by all variables of a term; one where each has its own.
pub(crate) fn factor(term: &Term) -> f64 {
    let mut weights = term.variables().map(|(_, weight)| weight);
    let first = weights.next().unwrap_or(1.0);
    if weights.all(|weight| weight == first) { first } else { 1.0 }
}

/// Whether each variable is multiplied by its own number, as with years of age lived.
fn has_own_factors(term: &Term) -> bool {
    let mut weights = term.variables().map(|(_, weight)| weight);
    let first = weights.next();
    weights.any(|weight| Some(weight) != first)
}

/// The sex and the ages of a term, where it has them.
fn ages(term: &Term) -> Option<(char, u8, u8)> {
    let age = |name: &str| {
        name.split_once('_').and_then(|(sex, age)| Some((sex.to_owned(), age.parse::<u8>().ok()?)))
    };
    let names: Vec<&str> = term.variables().map(|(name, _)| name).collect();
    let ((sex, first), (_, last)) = (age(names.first()?)?, age(names.last()?)?);
    matches!(sex.as_str(), "m" | "f").then(|| (sex.chars().next().unwrap_or('m'), first, last))
}

fn are_twins(a: &Term, b: &Term) -> bool {
    let weights = |term: &Term| term.variables().map(|(_, weight)| weight).collect::<Vec<_>>();
    match (ages(a), ages(b)) {
        (Some((x, first, last)), Some((y, other_first, other_last))) => {
            x != y
                && (first, last) == (other_first, other_last)
                && a.when() == b.when()
                && weights(a) == weights(b)
        }
        _ => false,
    }
}

/// A part in words: "residenti di 65 anni e più", "residenti un anno prima".
pub(crate) fn name(group: &[Term], at: Option<Date>, atlas: &Atlas, lang: Lang) -> String {
    let Some(term) = group.first() else { return String::new() };
    let what = match ages(term) {
        Some((sex, first, last)) => {
            let who = lang.text(match (group.len(), sex) {
                (1, 'm') => texts::CARD_MALES,
                (1, _) => texts::CARD_FEMALES,
                _ => texts::CARD_RESIDENTS,
            });
            let who = match (first, last) {
                (0, OLDEST) => who.to_owned(),
                (first, OLDEST) => texts::card_from_age(lang, who, first),
                (first, last) if first == last => texts::card_of_age(lang, who, first),
                (first, last) => texts::card_ages(lang, who, first, last),
            };
            if has_own_factors(term) { texts::card_years_of(lang, who) } else { who }
        }
        None => {
            let names = term.variables().map(|(name, _)| lang.variable(atlas, name));
            names.collect::<Vec<_>>().join(" + ")
        }
    };
    match term.when() {
        When::YearsBack(0) => what,
        When::YearsBack(1) => texts::card_year_before(lang, what),
        When::YearsBack(years) => texts::card_years_before(lang, what, years),
        // "The day after" says nothing to who does not see the date it comes after.
        When::DaysLater(days) => match (at, days) {
            (Some(date), _) => format!("{what} {}", date_phrase(lang, date.plus_days(days))),
            (None, 1) => texts::card_day_after(lang, what),
            (None, _) => texts::card_days_after(lang, what, days),
        },
        When::On(date) => format!("{what} {}", date_phrase(lang, date)),
    }
}
