//! Answers that change nothing in the table they were given for: said, because whoever gave them expects an effect.

use crate::io::numbers::limits;
use crate::io::recipe::header_key;

use super::answers::{Answers, Role};
use super::columns::Plan;
use super::finding::{Finding, Kind, Unused};
use super::gathered::Gathered;

pub(super) fn findings(plan: &Plan, gathered: &Gathered, answers: &Answers) -> Vec<Finding> {
    let mut unused = Vec::new();
    if answers.absent_zero == Some(true) && !plan.adds_rows {
        unused.push(Unused::Absent);
    }
    let is_answered = |column: usize| {
        matches!(answers.columns.get(&plan.names[column]), Some(Role::Value(_)))
            || !plan.recipe.values.is_empty()
    };
    for planned in plan.values.iter().filter(|planned| is_answered(planned.column)) {
        let (spec, name) = (&planned.spec, &plan.names[planned.column]);
        if spec.weight.as_deref().is_some_and(|weight| !weight.is_empty()) && planned.measure.adds_up() {
            unused.push(Unused::Weight(name.clone()));
        }
        if spec.withheld.as_deref().is_some_and(|told| limits(told, true).is_none()) {
            unused.push(Unused::Withheld(name.clone()));
        }
        if planned.measure.has_steps() && !spec.steps.is_empty() {
            let highest = spec.steps.len() as f64;
            let is_beyond = |value: f64| value > highest || value < 1.0;
            let places = gathered.seen.len();
            let mut columns = gathered.columns_of(planned.variable);
            if columns.any(|column| column.known(places).any(is_beyond)) {
                unused.push(Unused::Steps(name.clone()));
            }
        }
    }
    // An answer on how rows are combined counts, or is refused with the reason.
    for (name, combine) in &answers.combine {
        let key = header_key(name);
        let planned = plan.values.iter().find(|value| header_key(&plan.names[value.column]) == key);
        let is_of = |columns: &[usize]| columns.iter().any(|column| header_key(&plan.names[*column]) == key);
        unused.extend(match planned {
            _ if !plan.adds_rows => Some(Unused::Combine(name.clone())),
            None if is_of(&plan.found.not_added) => Some(Unused::SumOfRates(name.clone())),
            None => Some(Unused::NoNumbers(name.clone())),
            Some(planned) if planned.spec.combine == *combine => None,
            Some(_) => Some(Unused::Combine(name.clone())),
        });
    }
    unused.into_iter().map(|answer| Finding::new(Kind::NoUse { answer })).collect()
}
