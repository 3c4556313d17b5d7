//! What an import does to the data that are there already, told before it is made. Only tables of known sources have the
//! variables of the program; all others get names of their own.

use std::collections::BTreeSet;

use crate::base::{Date, Level};
use crate::data::{Atlas, Dataset, Indicator, Term, Value};
use crate::i18n::{Lang, number};
use crate::io::recipe::{Denominator, NO_WEIGHT, header_key, is_known_source};

use super::answers::Answers;
use super::checked::{Checked, CheckedContent, CheckedTable};
use super::finding::{Finding, Kind};
use super::severity::Severity;

/// The most indicators and dates named.
const NAMED: usize = 3;

/// Adds what the table would change of these data to its findings.
pub fn add_effects(checked: &mut Checked, atlas: &Atlas, answers: &Answers) {
    let CheckedContent::Table(table) = &checked.content else { return };
    let lacking = unavailable(table, atlas);
    if !lacking.is_empty() {
        checked.findings.extend(lacking);
        checked.findings.sort_by_key(order);
    }
    let CheckedContent::Table(table) = &checked.content else { return };
    let is_compared = is_known_source(&table.recipe) && table.level == Level::Comuni;
    let Some(dataset) = table.dataset.as_ref().filter(|_| is_compared) else { return };
    let (mut changed, mut added) = (BTreeSet::new(), BTreeSet::new());
    let (mut values, mut example, mut largest) = (0, None, None::<f64>);
    let mut dates: BTreeSet<Date> = BTreeSet::new();
    for (date, slice) in dataset.slices() {
        for variable in slice.variables() {
            let Some(new) = slice.values(variable) else { continue };
            match known(atlas, variable, date) {
                Known::Nowhere => {}
                Known::Elsewhere => {
                    dates.extend(date);
                    added.insert(variable.to_owned());
                }
                Known::Here(old) => {
                    for (comune, pair) in old.iter().zip(&new).enumerate() {
                        let (Ok(old), Ok(new)) = pair else { continue };
                        if (old - new).abs() <= 1e-9 * old.abs().max(1.0) {
                            continue;
                        }
                        values += 1;
                        changed.insert(variable.to_owned());
                        let change = (old - new).abs() / old.abs().max(1.0);
                        if largest.is_none_or(|largest| change > largest) {
                            largest = Some(change);
                            let name = &atlas.territories.comuni()[comune].name;
                            example = Some(format!("{name}, {variable}: {}", from_to(*old, *new)));
                        }
                    }
                }
            }
        }
    }
    let mut findings: Vec<Finding> = other_totals(dataset, atlas).into_iter().collect();
    let (count, indicators) = resting(atlas, &changed);
    if let Some(example) = example
        && count > 0
    {
        findings.push(Finding { count: values, ..Finding::new(Kind::ChangesData { example, indicators }) });
    }
    let (count, indicators) = resting(atlas, &added);
    if count > 0 {
        let dates = dates.into_iter().collect();
        findings.push(Finding { count, ..Finding::new(Kind::AddsDates { dates, indicators }) });
    }
    answers.accept(&mut findings);
    checked.findings.extend(findings);
    checked.findings.sort_by_key(order);
}

/// Two different numbers with as few decimals as tell them apart.
fn from_to(old: f64, new: f64) -> String {
    const MOST: usize = 8;
    let least = if old.fract() == 0.0 && new.fract() == 0.0 { 0 } else { 2 };
    let written = |decimals: usize| [old, new].map(|x| number(Lang::It, x, decimals));
    let [from, to] =
        (least..MOST).map(written).find(|[from, to]| from != to).unwrap_or_else(|| written(MOST));
    format!("{from} → {to}")
}

/// The most severe first; the date is asked for once everything else is settled.
fn order(finding: &Finding) -> std::cmp::Reverse<(Severity, u8)> {
    std::cmp::Reverse(match finding.kind {
        Kind::NoDate => (Severity::Note, 1),
        _ => (finding.severity, 0),
    })
}

/// The populations that variables are to be related to and of which there are no data.
fn unavailable(table: &CheckedTable, atlas: &Atlas) -> Vec<Finding> {
    let is_column =
        |of: &str| table.variables.iter().any(|variable| header_key(&variable.column) == header_key(of));
    let mut findings = Vec::new();
    for variable in &table.variables {
        let uses = &variable.uses;
        let weight = uses.weight.as_deref().filter(|of| *of != NO_WEIGHT && variable.measure.is_rate());
        let per = uses.per.as_ref().map(|per| per.of.as_str()).filter(|_| variable.measure.is_counted());
        for of in weight.into_iter().chain(per).filter(|of| !is_column(of)) {
            let Some(found) = Denominator::of_id(of) else { continue };
            let indicator = Indicator { numerator: found.terms, ..Indicator::default() };
            if atlas.dates(&indicator).is_empty() {
                let (column, of) = (variable.column.clone(), found.name);
                findings.push(Finding::new(Kind::NoPopulation { column, of }));
            }
        }
    }
    findings
}

/// A total that the atlas has at a date of the dataset, where the dataset has all of its parts and they add up to something
/// else: the total of the most parts.
fn other_totals(dataset: &Dataset, atlas: &Atlas) -> Option<Finding> {
    let mut found: Option<(usize, Kind)> = None;
    for class in atlas.catalogue.classes() {
        let members: Vec<&str> = class.members().collect();
        if dataset.has(&class.id) || found.as_ref().is_some_and(|(most, _)| *most >= members.len()) {
            continue;
        }
        for (date, slice) in dataset.slices() {
            let (Some(date), Known::Here(there)) = (date, known(atlas, &class.id, date)) else { continue };
            let parts: Option<Vec<Vec<Value>>> = members.iter().map(|member| slice.values(member)).collect();
            let Some(parts) = parts.filter(|parts| !parts.is_empty()) else { continue };
            let (mut own, mut known) = (0.0, 0.0);
            for (comune, total) in there.iter().enumerate() {
                let sum: Value = parts.iter().map(|values| values[comune]).sum();
                if let (Ok(sum), Ok(total)) = (sum, total) {
                    own += sum;
                    known += total;
                }
            }
            let name = atlas
                .catalogue
                .indicators()
                .iter()
                .find(|i| i.denominator.is_empty() && i.numerator == [Term::of(&class.id)])
                .map(|i| i.short.clone());
            if (own - known).abs() > 0.5
                && let Some(name) = name
            {
                found = Some((members.len(), Kind::OtherTotals { name, date, own, there: known }));
            }
        }
    }
    found.map(|(_, kind)| Finding::new(kind))
}

/// Whether a variable is there.
enum Known {
    Nowhere,
    /// At other dates.
    Elsewhere,
    /// At this date, with its values.
    Here(Vec<Value>),
}

fn known(atlas: &Atlas, variable: &str, date: impl Into<Option<Date>>) -> Known {
    let date = date.into();
    let mut is_there = false;
    for dataset in atlas.datasets.iter().rev().filter(|dataset| dataset.has(variable)) {
        is_there = true;
        if let Some((_, slice)) =
            dataset.slices().find(|(own, slice)| *own == date && slice.column(variable).is_some())
            && let Some(values) = slice.values(variable)
        {
            return Known::Here(values);
        }
    }
    if is_there { Known::Elsewhere } else { Known::Nowhere }
}

/// How many indicators rest on these variables, and the names of the first.
fn resting(atlas: &Atlas, variables: &BTreeSet<String>) -> (usize, crate::data::Bilingual) {
    let mut all: BTreeSet<&str> = variables.iter().map(String::as_str).collect();
    // An age group stands for its ages, and all of them for the group.
    for class in atlas.catalogue.classes() {
        if all.contains(class.id.as_str()) {
            all.extend(class.members());
        } else if !variables.is_empty() && class.members().all(|member| variables.contains(member)) {
            all.insert(&class.id);
        }
    }
    let uses = |term: &Term| term.variables().any(|(name, _)| all.contains(name));
    let resting: Vec<_> =
        atlas.catalogue.indicators().iter().filter(|indicator| indicator.terms().any(uses)).collect();
    let named = |lang: Lang| {
        let names: Vec<&str> =
            resting.iter().take(NAMED).map(|indicator| lang.pick(&indicator.short)).collect();
        names.join(", ")
    };
    (resting.len(), Lang::both(named))
}
