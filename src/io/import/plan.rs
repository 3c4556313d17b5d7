//! Finds the roles of the columns of a table, from its recipe or from its cells.

use crate::base::Level;
use crate::io::matching::Matcher;
use crate::io::recipe::{
    GENERIC, Recipe, Recognised, ValueColumn, column_names, header_key, matches, recognise,
};
use crate::io::source::RawTable;

use super::answers::{Answers, Rows};
use super::columns::{DimensionPlan, Found, Life, Plan};
use super::generic::{count, found, keep, part_column, title_of};
use super::period::Reading;
use super::shape::broken_rows;
use super::shape::units_below;
use super::territory_columns::{letters, level_of};
use super::values::complete;
use super::{roles, words};

/// Makes the plan; `None` if no column names a territory.
pub(crate) fn plan<'a>(
    table: &RawTable,
    recipes: &'a [Recipe],
    matcher: &Matcher,
    answers: &Answers,
) -> Option<Plan<'a>> {
    if let Some(Recognised { recipe, header }) = recognise(table, recipes) {
        return Some(named(table, recipe, header, matcher, answers));
    }
    let generic = recipes.iter().find(|recipe| recipe.id == GENERIC)?;
    let title = title_of(stem(&table.file));
    found(table, generic, matcher, answers, &title).or_else(|| {
        // No cell is a territory by itself: the user says which column has them.
        let plan = named(table, generic, roles::header(table, &answers.columns)?, matcher, answers);
        (plan.code.is_some() || plan.name.is_some() || plan.group.is_some()).then_some(plan)
    })
}

fn stem(file: &str) -> &str {
    let name = file.rsplit(['›', '/']).next().unwrap_or(file).trim();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn named<'a>(
    table: &RawTable,
    recipe: &'a Recipe,
    header: usize,
    matcher: &Matcher,
    answers: &Answers,
) -> Plan<'a> {
    let end = (header + recipe.header_rows).min(table.len());
    let names = column_names(table, header..end);
    let (units, first) = units_below(table, end);
    let keys: Vec<String> = names.iter().map(|name| header_key(name)).collect();
    let at = |pattern: &str| keys.iter().position(|key| matches(pattern, key));
    let of = |pattern: &Option<String>| pattern.as_deref().and_then(at);
    let territory = &recipe.territory;
    let mut plan = Plan {
        code: of(&territory.code),
        name: of(&territory.name),
        group: of(&territory.ambito),
        level: Level::Comuni,
        province: of(&territory.province),
        letters: None,
        date: of(&recipe.date.column),
        part: None,
        from: None,
        life: Life {
            opening: recipe.life.as_ref().and_then(|life| at(&life.opening)),
            closing: recipe.life.as_ref().and_then(|life| at(&life.closing)),
            at: answers.at,
        },
        reading: Reading {
            day: answers.day.unwrap_or(recipe.date.day),
            is_month_first: answers.month_first.unwrap_or(recipe.date.month_first),
            is_dated: true,
            ..Reading::default()
        },
        dimensions: Vec::new(),
        values: Vec::new(),
        variables: 0,
        header,
        has_header: true,
        header_rows: recipe.header_rows,
        units,
        first,
        title: String::new(),
        nameless: 0,
        recipe,
        names,
        adds_rows: answers.rows.map_or(recipe.many_rows, |rows| rows != Rows::Single),
        count: recipe.count.clone(),
        keep: Vec::new(),
        absent_zero: answers.absent_zero.unwrap_or(recipe.absent_zero),
        skips_hidden: false,
        skips_copies: recipe.copies_once && answers.rows != Some(Rows::Every),
        broken: broken_rows(table, header..end, first),
        found: Found::default(),
    };
    plan.reading.is_span = plan.date.is_some_and(|column| words::is_span(&plan.names[column]));
    plan.reading.is_school = plan.date.is_some_and(|column| words::is_school(&plan.names[column]));
    plan.part = plan.date.and_then(|date| part_column(table, first, &plan.names, date, &plan.reading));
    if plan.code.is_none() && plan.province.is_none() && plan.group.is_none() {
        plan.letters = letters(table, first, plan.names.len());
    }
    plan.keep = recipe_keep(recipe, &plan.names);
    plan.keep.extend(keep(&plan, answers));
    plan.adds_rows |= answers.rows.is_none() && of(&recipe.parts).is_some();
    if matches!(answers.rows, Some(Rows::Added | Rows::Every)) && plan.count.is_none() && recipe.id == GENERIC
    {
        plan.count = Some(count());
    }
    for dimension in &recipe.dimensions {
        if let Some(column) = at(&dimension.column) {
            plan.dimensions.push(DimensionPlan {
                column,
                label: None,
                total: dimension.total.clone(),
                tells: true,
            });
        }
    }
    let mut specs: Vec<(usize, ValueColumn)> =
        recipe.values.iter().filter_map(|value| Some((at(&value.column)?, value.clone()))).collect();
    let without = roles::give(&mut plan, &mut specs, &answers.columns);
    plan.level = level_of(table, &plan, matcher);
    let ignored = |column: usize| {
        without.contains(&column) || recipe.ignore.iter().any(|pattern| matches(pattern, &keys[column]))
    };
    complete(table, &mut plan, specs, answers, ignored);
    plan
}

/// The columns whose cells select the rows that a recipe reads.
fn recipe_keep(recipe: &Recipe, names: &[String]) -> Vec<(usize, Vec<String>)> {
    let of = |(pattern, only): (&String, &Vec<String>)| {
        let column = names.iter().position(|name| matches(pattern, &header_key(name)))?;
        Some((column, only.iter().map(|cell| header_key(cell)).collect()))
    };
    recipe.keep.iter().filter_map(of).collect()
}
