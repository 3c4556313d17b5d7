//! What is to be said of territories with several rows at one date.

use std::collections::BTreeMap;

use crate::i18n::{Lang, number, texts as t};
use crate::io::recipe::{GENERIC, Measure};

use super::answers::{Answers, Rows};
use super::columns::Plan;
use super::finding::{Finding, Kind};
use super::gathered::Gathered;
use super::said::sum_text;

/// Territories with several rows at one date that nothing tells apart. Copies are counted once where each row has the code of
/// its Comune; where it has only a name, or amounts, they are as likely several things.
pub(super) fn findings(plan: &Plan, gathered: &Gathered, answers: &Answers, names: &[&str]) -> Vec<Finding> {
    let tally = &gathered.tally;
    let is_first = answers.rows == Some(Rows::Single);
    let mut doubled: Vec<_> =
        tally.doubled.iter().filter(|((_, _, place), _)| *place < names.len()).collect();
    doubled.sort_by_key(|((date, variable, place), one)| (!one.differs, *place, *date, *variable));
    let example = doubled.first().map(|((_, _, place), one)| {
        let (first, sum) = (one.first, one.sum);
        Lang::both(|lang| {
            let column = &plan.names[one.column];
            let rows = number(lang, one.rows as f64, 0);
            let [first, sum] = [first, sum].map(|x| sum_text(lang, x));
            t::found_rows_example(lang, names[*place], column, first, rows, sum)
        })
    });
    let mut findings = Vec::new();
    if tally.two_values.count > 0 {
        let territories = tally.contradicted.len();
        let alike =
            doubled.iter().filter(|((_, _, place), one)| !one.differs && !tally.contradicted.contains(place));
        let alike: BTreeMap<_, _> =
            alike.map(|((date, _, place), one)| ((date, place), one.rows - 1)).collect();
        let copies = alike.values().sum();
        let kind = Kind::TwoValues { territories, copies, example: example.clone() };
        findings.push(Finding::of_rows(kind, &tally.two_values));
    }
    if tally.same_twice.count > 0 {
        let is_amount = plan.values.iter().any(|value| value.measure == Measure::Amount);
        let is_list = plan.dimensions.is_empty() && (plan.code.is_none() || is_amount);
        let is_asked = plan.recipe.id == GENERIC && is_list && example.is_some();
        let kind = match example.filter(|_| is_asked && tally.two_values.count == 0) {
            Some(example) => Kind::SameAsked { example },
            None => Kind::SameTwice,
        };
        findings.push(Finding::of_rows(kind, &tally.same_twice));
    }
    if is_first {
        findings.iter_mut().for_each(Finding::accept);
    }
    findings
}
