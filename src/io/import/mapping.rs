//! Saving how a file was read as a recipe: the user's decisions on this year's file, for next year's.

use crate::base::Date;
use crate::data::{Bilingual, Reference};
use crate::io::recipe::{
    DateRule, Day, Dimension, GENERIC, Life, Others, Recipe, TerritoryColumns, ValueColumn, slug,
};

use super::answers::{Answers, When};
use super::columns::Plan;
use super::headings;

/// A recipe that reads such a table without questions. Its id contains no year, because it is for more than one.
pub fn mapping(plan: &Plan, answers: &Answers, stem: &str, reads_others: bool) -> Recipe {
    let mut recipe = plan.recipe.clone();
    recipe.names.extend(answers.names.clone());
    recipe.decimal = answers.decimal.or(recipe.decimal).or_else(|| common_decimal(plan));
    recipe.date.day = plan.reading.day;
    recipe.date.month_first = plan.reading.is_month_first;
    match answers.date {
        None => {}
        Some(When::Always) => recipe.date.undated = true,
        Some(When::At(reference)) => {
            if let Reference::Date(date) = reference {
                recipe.date.day = if is_last(date) { Day::End } else { Day::Start };
            }
            recipe.date = DateRule { column: None, undated: false, ..recipe.date };
        }
    }
    recipe
        .keep
        .extend(answers.keep.iter().map(|(name, only)| (pattern_of(name), only.iter().cloned().collect())));
    let name =
        |column: Option<usize>| column.map(|column| pattern_of(&plan.names[column])).unwrap_or_default();
    if plan.life.at.is_some() {
        recipe.life = Some(Life { opening: name(plan.life.opening), closing: name(plan.life.closing) });
    }
    (recipe.many_rows, recipe.count) = (plan.adds_rows, plan.count.clone());
    recipe.absent_zero = plan.absent_zero && plan.adds_rows;
    recipe.copies_once = plan.skips_copies && plan.adds_rows;
    if recipe.id != GENERIC && answers.columns.is_empty() {
        return recipe;
    }
    if recipe.id == GENERIC {
        let words: Vec<String> =
            slug(stem).split('_').filter(|word| !is_year(word)).map(str::to_owned).collect();
        recipe.id = words.join("_");
        let title = Bilingual { it: stem.to_owned(), en: stem.to_owned() };
        (recipe.title, recipe.larger) = (title, reads_others);
    }
    if recipe.id.is_empty() || recipe.id == GENERIC {
        recipe.id = "ricetta".to_owned();
    }
    let pattern = |column: usize| plan.names.get(column).map(|name| pattern_of(name)).unwrap_or_default();
    let of = |column: Option<usize>| column.map(pattern);
    recipe.territory = TerritoryColumns {
        code: of(plan.code),
        name: of(plan.name),
        ambito: of(plan.group),
        province: of(plan.province),
    };
    if answers.date.is_none() {
        recipe.date.column = of(plan.date);
    }
    recipe.dimensions = plan
        .dimensions
        .iter()
        .filter(|dimension| dimension.tells)
        .map(|dimension| Dimension { column: pattern(dimension.column), total: dimension.total.clone() })
        .collect();
    // Next year's header has another year after the same words.
    let is_dated = answers.date.is_none() && plan.date.is_none() && plan.found.across.is_empty();
    let of_value = |column: usize| match headings::parted(&plan.names[column], &plan.reading) {
        Some((_, rest)) if is_dated && rest.len() > 3 && plan.names[column].starts_with(&rest) => {
            format!("{}*", pattern_of(&rest))
        }
        _ => pattern(column),
    };
    let value = |planned: &super::columns::ValuePlan| ValueColumn {
        column: of_value(planned.column),
        measure: Some(planned.measure),
        ..planned.spec.clone()
    };
    recipe.across = !plan.found.across.is_empty();
    recipe.values = plan.values.iter().filter(|planned| planned.date.is_none()).map(value).collect();
    let territory = [plan.code, plan.name, plan.group].into_iter().flatten();
    recipe.headers = territory.map(pattern).chain(recipe.values.iter().map(|v| v.column.clone())).collect();
    let others = if recipe.across { Others::Values } else { Others::Ignored };
    (recipe.others, recipe.ignore) = (others, Vec::new());
    recipe.header_rows = plan.header_rows.max(1);
    recipe
}

/// The decimal mark of all columns, if they agree on one.
fn common_decimal(plan: &Plan) -> Option<char> {
    let mut decimals = plan.values.iter().filter_map(|value| value.format?.decimal);
    let first = decimals.next()?;
    decimals.all(|decimal| decimal == first).then_some(first)
}

/// A pattern that matches only this name.
fn pattern_of(name: &str) -> String {
    name.replace(['|', '#'], " ").trim_end_matches('*').trim().to_owned()
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: i16| (1900..=2100).contains(&year))
}

fn is_last(date: Date) -> bool {
    Day::End.of(date.year()) == Some(date)
}
