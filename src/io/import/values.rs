//! The columns of a table that hold numbers, what each measures and how its numbers are written.

use rayon::prelude::{ParallelIterator, ParallelSlice};

use crate::base::Date;
use crate::data::Bilingual;
use crate::io::matching::is_summary;
use crate::io::numbers::{Evidence, NumberFormat};
use crate::io::recipe::{Combine, GENERIC, Measure, Others, ValueColumn, header_key, is_known_source, slug};
use crate::io::source::RawTable;

use super::answers::Answers;
use super::columns::{DimensionPlan, Plan, ValuePlan};
use super::headings::{self, Dated};
use super::measure::{Basis, Looks, is_count, is_of_whole, measure_of};
use super::number_format::TableFormat;
use super::{date_totals, families, parts, period, rates, words};

/// Of how many cells at most the way they write numbers is examined.
const MOST_CELLS: usize = 10_000_000;
/// How many rows are examined for what the values of a column look like.
const SAMPLE: usize = 2_000;
/// How many rows are examined for decimals in another column.
const MOST_SPLIT: usize = 50_000;

/// Adds the columns that the recipe does not mention, and how each column writes its numbers.
pub(crate) fn complete(
    table: &RawTable,
    plan: &mut Plan,
    mut specs: Vec<(usize, ValueColumn)>,
    answers: &Answers,
    ignored: impl Fn(usize) -> bool,
) {
    let given: Vec<usize> = specs.iter().map(|(column, _)| *column).collect();
    let taken = |plan: &Plan, specs: &[(usize, ValueColumn)], column: usize| {
        [plan.code, plan.name, plan.group, plan.province, plan.date, plan.date_part(), plan.from]
            .contains(&Some(column))
            || plan.dimensions.iter().any(|d| d.column == column || d.label == Some(column))
            || specs.iter().any(|(c, _)| *c == column)
            || ignored(column)
    };
    let mut others: Vec<usize> = Vec::new();
    for column in 0..plan.names.len() {
        if taken(plan, &specs, column) {
            continue;
        }
        match plan.recipe.others {
            // What a recipe does not name, the user may.
            Others::Ignored if combine_of(answers, &plan.names[column]).is_some() => {
                let name = plan.names[column].clone();
                specs.push((column, ValueColumn { id: slug(&name), column: name, ..ValueColumn::default() }));
            }
            Others::Ignored => others.push(column),
            Others::Values => {
                let name = &plan.names[column];
                // "%" has no letters for an id.
                let id = Some(slug(name)).filter(|id| !id.is_empty());
                let id = id.unwrap_or_else(|| format!("colonna_{}", column + 1));
                let spec = ValueColumn { column: name.clone(), id, ..ValueColumn::default() };
                specs.push((column, spec));
            }
            Others::Dimensions => plan.dimensions.push(dimension(table, plan, column, None)),
            Others::LabelledDimensions => {
                let label =
                    (column + 1 < plan.names.len() && !taken(plan, &specs, column + 1)).then_some(column + 1);
                plan.dimensions.push(dimension(table, plan, column, label));
            }
        }
    }
    if plan.recipe.others != Others::Values && !plan.dimensions.iter().any(|d| d.tells) {
        plan.dimensions.iter_mut().take(1).for_each(|d| d.tells = true);
    }
    plan.found.not_taken = not_taken(table, plan, &others);
    specs.sort_by_key(|(column, _)| *column);
    // Of the columns of a huge table a part of the cells tells how they write numbers; those that do not agree are found
    // when they are read.
    let cells = table.len().saturating_mul(plan.names.len());
    let step = cells.div_ceil(MOST_CELLS).max(1);
    let columns: Vec<usize> = specs.iter().map(|(column, _)| *column).collect();
    let evidence = evidence(table, plan, &columns, step);
    let answered = |column: usize| {
        answers.columns.keys().any(|name| header_key(name) == header_key(&plan.names[column]))
    };
    plan.found.decimals = split_decimals(table, plan, &columns, &answered);
    let of_columns: Vec<(&Evidence, bool)> = columns
        .iter()
        .zip(&evidence)
        .map(|(column, evidence)| (evidence, is_of_whole(&plan.names[*column])))
        .collect();
    let table_format = TableFormat::of(table, &plan.names, &of_columns);
    for ((column, mut spec), evidence) in specs.into_iter().zip(evidence) {
        // Its cells are the decimals of the column before.
        if plan.found.decimals.iter().any(|(_, next)| *next == column) {
            continue;
        }
        let told = combine_of(answers, &plan.names[column]);
        if let Some(combine) = told {
            spec.combine = combine.clone();
        }
        let is_summed = plan.adds_rows && told == Some(&Combine::Sum);
        let is_distinct = spec.combine == Combine::Distinct;
        // A column of text, or an empty one, has no values, unless the recipe or the user names it.
        let is_counted = is_count(&plan.names[column]);
        let numeric = evidence.is_numeric(is_counted);
        let is_free = !numeric && !given.contains(&column) && plan.recipe.id == GENERIC && !plan.adds_rows;
        if is_free && rates::is_scale(table, plan.first, column) {
            spec.measure = Some(Measure::Ordinal);
        } else if is_free && rates::is_yes_or_no(table, plan.first, column) {
            spec.measure = Some(Measure::Category);
        }
        let is_scale = is_free && spec.measure.is_some_and(Measure::has_steps);
        if spec.measure.is_some_and(Measure::has_steps) && !numeric {
            spec.steps = rates::steps(table, plan.first, column, &spec.steps);
        }
        if !numeric && !given.contains(&column) && !is_distinct && !is_scale {
            if is_counted && evidence.numbers + evidence.withheld > 0 && plan.recipe.id == GENERIC {
                plan.found.unread.push(column);
            }
            continue;
        }
        let told_mark = answers.decimal.or(plan.recipe.decimal).map(|decimal| NumberFormat {
            decimal: Some(decimal),
            is_typed: table.notes.delimiter.is_none() && table.sheet.is_some(),
            ..NumberFormat::default()
        });
        let is_whole = is_of_whole(&plan.names[column]);
        let format = told_mark.or_else(|| table_format.of_column(&evidence, is_whole));
        let stated = table.notes.stated.as_ref().filter(|_| plan.recipe.id == GENERIC);
        if let Some(stated) = stated.filter(|_| spec.name == Bilingual::default()) {
            spec.name = Bilingual { it: stated.name.clone(), en: stated.name.clone() };
        }
        let below = plan.units.map(|row| table.cell(row, column));
        let unit_typed = below.or(stated.map(|stated| stated.unit.as_str())).unwrap_or_default();
        let unit = unit_of(unit_typed);
        let is_percent = table.notes.percent.contains(&column) || unit == "%";
        let decimals =
            plan.found.decimals.iter().find(|(own, _)| *own == column).map(|(_, decimals)| *decimals);
        let format = match decimals {
            Some(_) => Some(NumberFormat { decimal: Some('.'), ..NumberFormat::default() }),
            None => format,
        };
        let mut looks = looks(table, plan, column, format.as_ref(), is_percent);
        looks.is_whole &= decimals.is_none();
        let (mut found, mut basis) = measure_of(&judged(plan, column, unit_typed), looks);
        if plan.recipe.id != GENERIC && basis == Basis::Asked && looks.is_whole {
            // Who wrote the recipe named what is no count.
            (found, basis) = (Measure::Count, Basis::Known);
        }
        if basis == Basis::Asked && looks.is_whole && says_persons(plan, column) {
            (found, basis) = (Measure::Persons, Basis::Known);
        }
        if is_summed && basis != Basis::Known {
            // Whoever has a column added says that it is a count or an amount.
            (found, basis) = (if looks.is_whole { Measure::Count } else { Measure::Amount }, Basis::Known);
        }
        // And whoever has its mean taken, that it is a rate.
        let is_averaged = plan.adds_rows && matches!(told, Some(Combine::Mean(_)));
        if is_averaged && basis != Basis::Known {
            basis = Basis::Known;
        }
        if basis != Basis::Known && spec.measure.is_none() {
            spec.measure = families::told(&plan.names[column], answers);
        }
        let is_told = spec.measure.is_some() || is_distinct;
        let measure = spec.measure.unwrap_or(if is_distinct { Default::default() } else { found });
        if spec.unit.is_empty() {
            spec.unit = if is_percent { "%".to_owned() } else { unit };
        }
        // A mean or share of many things is not the sum.
        let is_left_out = plan.adds_rows
            && !measure.adds_up()
            && matches!(spec.combine, Combine::Sum)
            && plan.recipe.id == GENERIC;
        let is_asked = !is_told && basis != Basis::Known && plan.recipe.id == GENERIC;
        if is_left_out {
            let list = if is_asked { &mut plan.found.unclear } else { &mut plan.found.not_added };
            list.push(column);
            continue;
        }
        if is_asked && basis == Basis::Asked {
            plan.found.supposed.push(column);
        }
        let variable = plan.values.len();
        plan.values.push(ValuePlan { column, measure, format, spec, variable, date: None, decimals });
    }
    if let [only] = plan.found.supposed[..]
        && plan.values.len() == 1
        && (words::says_nothing(&plan.names[only]) || plan.names[only] == format!("colonna {}", only + 1))
    {
        plan.found.plain = Some(only);
    }
    across(table, plan, given.as_slice());
    parts::parts_add_up(table, plan);
    rates::relate(table, plan);
}

/// How the user has the rows of a column combined.
pub(super) fn combine_of<'a>(answers: &'a Answers, column: &str) -> Option<&'a Combine> {
    let key = header_key(column);
    let mut told = answers.combine.iter().filter(|(name, _)| header_key(name) == key);
    answers.combine.get(column).or_else(|| told.next().map(|(_, combine)| combine))
}

/// Whether whole numbers under a header that says nothing are of persons, because other columns divide them by sex or age.
fn says_persons(plan: &Plan, column: usize) -> bool {
    let name = plan.names[column].as_str();
    let is_date = headings::parted(name, &plan.reading).is_some_and(|(_, rest)| rest.is_empty());
    (is_date || words::says_nothing(name))
        && plan.dimensions.iter().any(|dimension| words::is_of_persons(&plan.names[dimension.column]))
}

/// Those of the columns that a recipe of the program leaves aside that have numbers and are no totals of the others.
fn not_taken(table: &RawTable, plan: &Plan, columns: &[usize]) -> Vec<usize> {
    if !is_known_source(&plan.recipe.id) {
        return Vec::new();
    }
    let has_numbers = |column: &usize| {
        let name = &plan.names[*column];
        let mut evidence = Evidence::default();
        let rows = plan.first..table.len().min(plan.first + SAMPLE);
        rows.for_each(|row| evidence.add(table.cell(row, *column)));
        evidence.is_numeric(false)
            && !words::is_identifier(name)
            && !words::is_date(name)
            && words::heads(name) == words::Heads::Nothing
            && !crate::io::matching::is_total(name)
    };
    columns.iter().copied().filter(has_numbers).collect()
}

/// What the cells of these columns show, counted by several threads.
fn evidence(table: &RawTable, plan: &Plan, columns: &[usize], step: usize) -> Vec<Evidence> {
    const PART: usize = 4_096;
    let rows: Vec<usize> = (plan.first..table.len()).step_by(step).collect();
    let of = |rows: &[usize]| {
        let mut all = vec![Evidence::default(); columns.len()];
        for row in rows {
            let cells = table.line(*row);
            for (evidence, column) in all.iter_mut().zip(columns) {
                let cell = cells.cell(*column);
                // The header again, on a new page.
                if cell != plan.names[*column] {
                    evidence.add(cell);
                }
            }
        }
        all
    };
    let none = || vec![Evidence::default(); columns.len()];
    let both = |mut all: Vec<Evidence>, others: Vec<Evidence>| {
        all.iter_mut().zip(&others).for_each(|(own, other)| own.merge(other));
        all
    };
    match rows.len() > PART {
        true => rows.par_chunks(PART).map(of).reduce(none, both),
        false => of(&rows),
    }
}

/// Columns of whole numbers with their decimals in the next column, which has no name of its own or one of notes: in a file
/// with commas between its cells a decimal comma is one too, and a spare column takes what comes after it.
fn split_decimals(
    table: &RawTable,
    plan: &Plan,
    columns: &[usize],
    answered: &dyn Fn(usize) -> bool,
) -> Vec<(usize, usize)> {
    if table.notes.delimiter != Some(',') || plan.recipe.id != GENERIC || !plan.has_header {
        return Vec::new();
    }
    let digits = |text: &str, most: usize| {
        !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit())
    };
    let is_spare = |column: usize| {
        let name = table.cell(plan.first - 1, column);
        name.is_empty() || words::is_note(name)
    };
    let is_split = |(column, next): &(usize, usize)| {
        if answered(*column) || answered(*next) || !is_spare(*next) || is_spare(*column) {
            return false;
        }
        let mut halves = 0;
        for row in (plan.first..table.len()).take(MOST_SPLIT) {
            let [whole, decimals] = [*column, *next].map(|column| table.cell(row, column));
            if decimals.is_empty() {
                continue;
            }
            if !digits(decimals, 3) || !digits(whole.strip_prefix('-').unwrap_or(whole), 7) {
                return false;
            }
            halves += 1;
        }
        halves > 0
    };
    columns
        .iter()
        .map(|column| (*column, column + 1))
        .filter(|(_, next)| *next < plan.names.len())
        .filter(is_split)
        .collect()
}

/// Joins columns headed by dates into one variable at these dates.
fn across(table: &RawTable, plan: &mut Plan, given: &[usize]) {
    plan.variables = plan.values.len();
    if (plan.recipe.id != GENERIC && !plan.recipe.across) || plan.date.is_some() {
        return;
    }
    // A column that the recipe names keeps its name.
    if plan.recipe.id != GENERIC {
        for value in plan.values.iter_mut().filter(|value| given.contains(&value.column)) {
            value.date = headings::parted(&plan.names[value.column], &plan.reading).map(|(date, _)| date);
            plan.found.across.extend(value.date);
        }
    }
    // A column of which the user only said what it measures is still one of several dates.
    let is_generic = plan.recipe.id == GENERIC;
    let is_own =
        |value: &&ValuePlan| !given.contains(&value.column) || (is_generic && value.spec.name.it.is_empty());
    let columns: Vec<usize> = plan.values.iter().filter(is_own).map(|value| value.column).collect();
    // The months of a known year are dates too.
    let dated = |name: &String| match plan.found.months_of {
        Some((year, _)) if period::is_month(name) => format!("{name} {year}"),
        _ => name.clone(),
    };
    let names: Vec<String> = plan.names.iter().map(dated).collect();
    let groups = headings::across(&names, &columns, &plan.reading);
    let mut dates: Vec<Date> = std::mem::take(&mut plan.found.across);
    for group in &groups {
        let Some(first) = plan.values.iter().position(|value| value.column == group[0].column) else {
            continue;
        };
        let first_variable = plan.values[first].variable;
        let is_of_group = |column: usize| group.iter().any(|dated| dated.column == column);
        let told = plan.values.iter().find(|v| is_of_group(v.column) && given.contains(&v.column));
        let told = told.and_then(|value| value.spec.measure);
        // One question, and one answer, for all dates.
        let asked = plan.found.supposed.iter().copied().find(|column| is_of_group(*column));
        plan.found.supposed.retain(|c| !is_of_group(*c) || (told.is_none() && Some(*c) == asked));
        if let Some(measure) = told {
            let of_group = plan.values.iter_mut().filter(|value| is_of_group(value.column));
            of_group.for_each(|value| (value.measure, value.spec.measure) = (measure, Some(measure)));
        }
        for Dated { column, date, rest } in group {
            let Some(value) = plan.values.iter_mut().find(|value| value.column == *column) else { continue };
            (value.date, value.variable) = (Some(*date), first_variable);
            dates.push(*date);
            let name = match rest.chars().any(char::is_alphabetic) {
                true => rest.clone(),
                false => format!("{} {rest}", plan.title).trim_end().to_owned(),
            };
            // A mark is no part of an id: "n" and "%" of a year are two variables.
            let mark = if rest == "%" { "_percentuale" } else { "" };
            value.spec.id = slug(&name) + mark;
            value.spec.name = Bilingual { it: name.clone(), en: name };
        }
    }
    date_totals::leave_out(table, plan, given);
    // Columns of other variables at other dates: "Utenti al 31/12/2023", "Spesa 2022".
    let of_one = |value: &ValuePlan| {
        let found = headings::parted(&names[value.column], &plan.reading);
        found.filter(|(_, rest)| value.date.is_none() && rest.chars().any(char::is_alphabetic))
    };
    let single: Vec<Option<(Date, String)>> = plan.values.iter().map(of_one).collect();
    let mut all: Vec<Date> =
        single.iter().flatten().map(|(date, _)| *date).chain(dates.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    if is_generic && all.len() > 1 {
        for (value, found) in plan.values.iter_mut().zip(single) {
            let Some((date, rest)) = found.filter(|_| !given.contains(&value.column)) else { continue };
            value.date = Some(date);
            dates.push(date);
            value.spec.id = slug(&rest);
            value.spec.name = Bilingual { it: rest.clone(), en: rest };
        }
    }
    undated_names(plan, given);
    // Variables are renumbered, since several columns share one.
    let mut known: Vec<usize> = Vec::new();
    for value in &mut plan.values {
        let at = known.iter().position(|variable| *variable == value.variable);
        value.variable = at.unwrap_or_else(|| {
            known.push(value.variable);
            known.len() - 1
        });
    }
    plan.variables = known.len();
    dates.sort_unstable();
    dates.dedup();
    plan.found.across = dates;
}

/// The name of a column whose header has the only date of the table is the rest of the header: "Utenti 2023" and, a year
/// later, "Utenti 2024" are one variable.
fn undated_names(plan: &mut Plan, given: &[usize]) {
    if plan.recipe.id != GENERIC || !plan.found.across.is_empty() {
        return;
    }
    let parted = |value: &ValuePlan| {
        let found = headings::parted(&plan.names[value.column], &plan.reading);
        found.filter(|(_, rest)| value.date.is_none() && rest.chars().any(char::is_alphabetic))
    };
    let found: Vec<Option<(Date, String)>> = plan.values.iter().map(parted).collect();
    let mut dates: Vec<Date> = found.iter().flatten().map(|(date, _)| *date).collect();
    dates.dedup();
    let mut ids: Vec<String> = plan.values.iter().map(|value| value.spec.id.clone()).collect();
    if dates.len() != 1 {
        return;
    }
    for (value, found) in plan.values.iter_mut().zip(found) {
        let Some((_, rest)) = found.filter(|_| !given.contains(&value.column)) else { continue };
        // "Utenti" beside "Utenti 2023" are two variables.
        if ids.contains(&slug(&rest)) {
            continue;
        }
        value.spec.id = slug(&rest);
        ids.push(value.spec.id.clone());
        value.spec.name = crate::data::Bilingual { it: rest.clone(), en: rest };
    }
}

/// The words by which a column is judged: its header and its unit, and those of the file where the header is only a date
/// or a class of ages.
fn judged(plan: &Plan, column: usize, unit: &str) -> String {
    let name = plan.names[column].as_str();
    let rest = headings::parted(name, &plan.reading).map_or(name.to_owned(), |(_, rest)| rest);
    let is_bare =
        rest.chars().all(|c| !c.is_alphabetic()) || words::is_ages(&rest) || period::is_month(&rest);
    let title = if is_bare { plan.title.as_str() } else { "" };
    // Of classes of ages the title says that they are some, which is no measure.
    let is_of_ages = |word: &&str| {
        ["eta", "età", "classi", "classe", "fasce", "fascia", "age", "ages", "classes"]
            .contains(&word.to_lowercase().as_str())
    };
    let title: Vec<&str> = match words::is_ages(&rest) {
        true => title.split([' ', '_', '-']).filter(|word| !is_of_ages(word)).collect(),
        false => vec![title],
    };
    format!("{} {name} {unit}", title.join(" "))
}

/// The unit in a row below the header; a plain number has none.
fn unit_of(cell: &str) -> String {
    let bare = cell.trim_matches(['(', ')', '[', ']', ' ']);
    let plain = ["n", "n.", "nr", "num", "numero", "v.a.", "va", "valore", "valori", "valori assoluti"];
    let percent = ["%", "percentuale", "per cento", "percento", "valori percentuali"];
    let lower = bare.to_lowercase();
    if plain.contains(&lower.as_str()) {
        String::new()
    } else if percent.contains(&lower.as_str()) {
        "%".to_owned()
    } else {
        bare.to_owned()
    }
}

fn looks(
    table: &RawTable,
    plan: &Plan,
    column: usize,
    format: Option<&NumberFormat>,
    is_percent: bool,
) -> Looks {
    let Some(format) = format else { return Looks { is_percent, ..Looks::default() } };
    let first = plan.first;
    let step = (table.len() - first.min(table.len())).div_ceil(SAMPLE).max(1);
    // A total or a mean below a table does not look like what it is of.
    let is_of_all = |row: &usize| {
        let places = [plan.name, plan.code, plan.group];
        places.into_iter().flatten().any(|at| is_summary(table.cell(*row, at)))
    };
    let rows = (first..table.len()).step_by(step).filter(|row| !is_of_all(row));
    let cells = rows.map(|row| table.cell(row, column));
    let values: Vec<f64> = cells.filter_map(|cell| format.read(cell)?.ok()).collect();
    Looks::of(&values, is_percent)
}

fn dimension(table: &RawTable, plan: &Plan, column: usize, label: Option<usize>) -> DimensionPlan {
    let key = header_key(&plan.names[column]);
    let mut cells =
        (plan.first..table.len()).map(|row| table.cell(row, column)).filter(|cell| !cell.is_empty());
    let first = cells.next();
    let varies = cells.any(|cell| Some(cell) != first);
    let measures = ["tipodato", "datatype", "measure", "indicator"].iter().any(|word| key.starts_with(word));
    DimensionPlan { column, label, total: None, tells: (varies || measures) && first.is_some() }
}
