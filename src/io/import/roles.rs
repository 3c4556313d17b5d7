//! Column roles set by the user.

use std::collections::BTreeMap;

use crate::data::Bilingual;
use crate::io::recipe::{Combine, ValueColumn, column_names, header_key, slug};
use crate::io::source::RawTable;

use super::answers::{Answers, Role};
use super::columns::{DimensionPlan, Plan};
use super::words;

/// Rows examined to find the header.
const HEADER_WITHIN: usize = 40;

/// The first row that contains the names of all columns with a role.
pub fn header(table: &RawTable, columns: &BTreeMap<String, Role>) -> Option<usize> {
    let wanted: Vec<String> = columns.keys().map(|name| header_key(name)).collect();
    let names = |row: usize| column_names(table, row..row + 1).iter().map(|name| header_key(name)).collect();
    let has_all = |row: usize| {
        let keys: Vec<String> = names(row);
        wanted.iter().all(|name| keys.contains(name))
    };
    if wanted.is_empty() { None } else { (0..table.len().min(HEADER_WITHIN)).find(|row| has_all(*row)) }
}

/// The first column named in an answer that the table does not have.
pub fn unknown<'a>(plan: &Plan, answers: &'a Answers) -> Option<&'a str> {
    let weights = answers.combine.values().filter_map(|combine| match combine {
        Combine::Mean(weight) => Some(weight).filter(|weight| !weight.is_empty()),
        Combine::Sum | Combine::Distinct => None,
    });
    let named =
        answers.columns.keys().chain(answers.combine.keys()).chain(answers.keep.keys()).chain(weights);
    named.map(String::as_str).find(|name| position(plan, name).is_none())
}

fn position(plan: &Plan, name: &str) -> Option<usize> {
    let key = header_key(name);
    plan.names.iter().position(|known| header_key(known) == key)
}

/// Whether a role says where the territories are.
pub(crate) fn names_territory(role: &Role) -> bool {
    matches!(role, Role::Code | Role::Name | Role::Ambito)
}

/// Sets roles in a plan in place of those found; returns the columns that are not needed.
pub(crate) fn give(
    plan: &mut Plan,
    specs: &mut Vec<(usize, ValueColumn)>,
    columns: &BTreeMap<String, Role>,
) -> Vec<usize> {
    let given = columns.iter().filter_map(|(name, role)| Some((position(plan, name)?, role)));
    let given: Vec<(usize, &Role)> = given.collect();
    for (column, _) in &given {
        for part in [&mut plan.code, &mut plan.name, &mut plan.group, &mut plan.province, &mut plan.date] {
            part.take_if(|known| known == column);
        }
        plan.part.take_if(|(known, _)| known == column);
        plan.dimensions.retain(|dimension| dimension.column != *column);
        specs.retain(|(known, _)| known != column);
    }
    let mut ignored = Vec::new();
    for (column, role) in given {
        match role {
            Role::Ignored => ignored.push(column),
            // A row is about a Comune or about a group of them, not both.
            Role::Code => (plan.code, plan.group) = (Some(column), None),
            Role::Name => (plan.name, plan.group) = (Some(column), None),
            Role::Ambito => (plan.group, plan.code, plan.name) = (Some(column), None, None),
            Role::Province => plan.province = Some(column),
            // A month beside a year is a part of it.
            Role::Date => match (words::months_of_part(&plan.names[column]), plan.date) {
                (Some(months), Some(date)) if date != column => plan.part = Some((column, months)),
                _ => plan.date = Some(column),
            },
            Role::Dimension => {
                plan.dimensions.push(DimensionPlan { column, label: None, total: None, tells: true });
            }
            Role::Value(meaning) => {
                let name = plan.names[column].clone();
                let called = meaning.name.clone();
                let spec = ValueColumn {
                    id: slug(&name),
                    column: name,
                    name: Bilingual { it: called.clone(), en: called },
                    unit: meaning.unit.clone(),
                    measure: meaning.measure,
                    weight: meaning.weight.clone(),
                    per: meaning.per.clone(),
                    quality: meaning.quality,
                    steps: meaning.steps.clone(),
                    withheld: meaning.withheld.clone(),
                    ..ValueColumn::default()
                };
                specs.push((column, spec));
            }
        }
    }
    ignored
}
