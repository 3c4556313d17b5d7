//! The plan of a table without a recipe: its header is detected by shape, its columns by their words and contents.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Level;
use crate::data::{Bilingual, Reference};
use crate::io::matching::{Matcher, Place};
use crate::io::numbers::{Evidence, absence};
use crate::io::recipe::{Measure, Recipe, ValueColumn, column_names, header_key, slug};
use crate::io::source::RawTable;

use super::answers::{Answers, Role, Rows, When};
use super::columns::{DimensionPlan, Found, Life, Plan, ValuePlan};
use super::measure::is_count;
use super::period::{self, Kind, Reading};
use super::repeats::{Repeats, repeats, total_member};
use super::shape::{Shape, broken_rows, shape};
use super::territory_columns::{self, TerritoryColumns, may_measure, says_more};
use super::words::{self, End, Heads, heads};
use super::{date, headings, roles, values, year_words};

/// How many rows are examined to see what a column contains.
const SAMPLE: usize = 2_000;
/// The greatest number of members of a category among which classes turned into dates are looked for.
const MOST_CLASSES: usize = 130;

/// The plan; `None` where no column names a territory.
pub fn found<'a>(
    table: &RawTable,
    recipe: &'a Recipe,
    matcher: &Matcher,
    answers: &Answers,
    title: &str,
) -> Option<Plan<'a>> {
    let is_place =
        |cell: &str| !cell.is_empty() && (matcher.by_code(cell).is_ours() || matcher.by_name(cell).is_ours());
    let Shape { header, units, first } = shape(table, &is_place);
    let rows = first..table.len().min(first + SAMPLE);
    let broken = broken_rows(table, header.clone(), first);
    let widths = rows.clone().chain(header.clone()).filter(|row| broken.binary_search(row).is_err());
    let width = widths.map(|row| table.width(row)).max()?;
    let mut names = column_names(table, header.clone());
    // Cells beyond the header in a few rows are no columns.
    let is_column = |column: &usize| {
        let filled = rows.clone().filter(|row| !table.cell(*row, *column).is_empty()).count();
        header.is_empty() || 2 * filled >= rows.len()
    };
    let width =
        (names.len().min(width)..width).rev().find(is_column).map_or(names.len().min(width), |last| last + 1);
    names.extend((names.len()..width).map(|column| format!("colonna {}", column + 1)));
    let mut found = Found::default();
    for (column, class) in headings::classes(&names) {
        found.classes.push((names[column].clone(), class.clone()));
        names[column] = class;
    }
    let is_left_out =
        |column: &usize| answers.columns.get(&names[*column]).is_some_and(|role| *role == Role::Ignored);
    let left_out: Vec<usize> = (0..names.len()).filter(is_left_out).collect();
    let columns = territory_columns::find(table, first, &names, &left_out, matcher)?;
    let TerritoryColumns { code, name, group, province, letters, rival } = columns;
    let is_answered = answers.columns.values().any(roles::names_territory);
    found.rival = rival.filter(|_| !is_answered);
    let is_nameless = |column: usize| header.clone().all(|row| table.cell(row, column).is_empty());
    let is_filled = |column: usize| (first..table.len()).any(|row| !table.cell(row, column).is_empty());
    let nameless = match header.is_empty() {
        true => 0,
        false => (0..width).filter(|&column| is_nameless(column) && is_filled(column)).count(),
    };
    let is_role = |column: usize| [code, name, group, province].contains(&Some(column));
    let above = (0..header.start).flat_map(|row| table.row(row));
    let said =
        year_words::day_of_years(names.iter().map(String::as_str).chain(above).chain([table.file.as_str()]));
    let said = answers.day.or(said);
    found.is_day_open = said.is_none();
    let ends = period_columns(table, first, &names, &is_role);
    let date = ends.map(|(_, last)| last).or_else(|| date_column(table, first, &names, &is_role));
    let reading = Reading {
        day: said.unwrap_or(recipe.date.day),
        is_dated: true,
        is_school: date.is_some_and(|column| words::is_school(&names[column])),
        months: date.map_or(0, |column| months_of(&names[column])),
        has_short_years: date.is_some_and(|column| words::is_year(&names[column])),
        is_month_first: answers.month_first.unwrap_or(false),
        is_span: date.is_some_and(|column| words::is_span(&names[column])),
    };
    let (reading, order) = match (date, answers.month_first) {
        (Some(column), None) => month_order(table, first, column, &names[column], reading),
        _ => (reading, None),
    };
    found.order = order;
    found.months_of = months_of_year(table, header.start, &names, answers);
    let title = titled(table, header.start, &reading).unwrap_or_else(|| title.to_owned());
    let mut plan = Plan {
        recipe,
        header: header.start,
        first,
        units,
        nameless,
        code,
        name,
        group,
        level: Level::Comuni,
        province,
        letters,
        date,
        from: ends.map(|(first, _)| first),
        part: date.and_then(|date| part_column(table, first, &names, date, &reading)),
        reading,
        life: if ends.is_some() { Life::default() } else { Life { at: answers.at, ..life(&names) } },
        dimensions: Vec::new(),
        values: Vec::new(),
        variables: 0,
        names,
        title,
        adds_rows: false,
        count: None,
        keep: Vec::new(),
        absent_zero: answers.absent_zero.unwrap_or(recipe.absent_zero),
        skips_hidden: false,
        skips_copies: false,
        broken,
        has_header: !header.is_empty(),
        header_rows: header.len(),
        found,
    };
    let mut specs = Vec::new();
    let without = roles::give(&mut plan, &mut specs, &answers.columns);
    let given: Vec<usize> = specs.iter().map(|(column, _)| *column).collect();
    plan.level = territory_columns::level_of(table, &plan, matcher);
    let level = plan.level;
    let from = plan.from;
    let is_numeric = |column: usize, name: &str| {
        let mut evidence = Evidence::default();
        rows.clone().take(200).for_each(|row| evidence.add(table.cell(row, column)));
        evidence.is_numeric(is_count(name))
    };
    let is_label = |names: &[String], column: usize| {
        let name = names[column].as_str();
        let measures =
            || (may_measure(name) || says_more(name) && is_count(name)) && is_numeric(column, name);
        let of_territory = match heads(name) {
            Heads::Nothing => false,
            Heads::Ambito => level != Level::Ambiti,
            Heads::Code | Heads::Cadastral | Heads::Name | Heads::Province | Heads::Trust | Heads::Larger => {
                true
            }
        };
        // A year that refers to something other than the values.
        let is_year = words::is_date(name) || words::is_other_date(name) || from == Some(column);
        of_territory && !measures() || is_year || words::is_identifier(name)
    };
    // The numbers of the rows stand before what the rows are about: an "n" after it is a count.
    let place = plan.code.into_iter().chain(plan.name).chain(plan.group).min().unwrap_or_default();
    let progressive: Vec<usize> = (0..place)
        .filter(|column| !answers.columns.contains_key(&plan.names[*column]))
        .filter(|column| words::may_number_rows(&plan.names[*column]) && numbers_rows(table, first, *column))
        .collect();
    let is_value = |column: usize| {
        !is_label(&plan.names, column)
            && !progressive.contains(&column)
            && is_numeric(column, &plan.names[column])
    };
    let are_values: Vec<bool> = (0..plan.names.len()).map(is_value).collect();
    let is_value = |column: usize| are_values.get(column).copied().unwrap_or_default();
    let mut places = FxHashMap::default();
    for row in first..table.len() {
        let column = plan.code.or(plan.name).or(plan.group)?;
        let cell = table.cell(row, column);
        places
            .entry(cell)
            .or_insert_with(|| Some(place_of(&plan, matcher, cell)).filter(|place| place.is_ours()));
    }
    let at = plan.code.or(plan.name).or(plan.group)?;
    let keep = keep(&plan, answers);
    let place = |row: usize| {
        places.get(table.cell(row, at)).copied().flatten().filter(|_| is_among(table, row, &keep))
    };
    let found_repeats = || repeats(table, &plan, &place, &is_value);
    let (repeats, skips_copies) = match answers.rows {
        Some(Rows::Added) => (Repeats::Things, found_repeats() == Repeats::Unknown { is_mixed: true }),
        Some(Rows::Every) => (Repeats::Things, false),
        Some(Rows::Single) => (Repeats::None, false),
        None => (found_repeats(), false),
    };
    plan.skips_copies = skips_copies;
    plan.keep = keep;
    match repeats {
        Repeats::None | Repeats::Unknown { .. } => {}
        Repeats::PartedBy(columns) => {
            for &column in columns.iter().filter(|column| !given.contains(column)) {
                let total = total_member(table, first, column);
                plan.dimensions.push(DimensionPlan { column, label: None, total, tells: true });
            }
            plan.found.parted = columns;
        }
        Repeats::Things => {
            plan.adds_rows = true;
            plan.count = Some(count());
            plan.found.is_things = answers.rows.is_none();
        }
    }
    for dimension in &plan.dimensions {
        let cells = (first..table.len()).map(|row| table.cell(row, dimension.column));
        let cells: Vec<String> = cells.collect::<BTreeSet<_>>().into_iter().map(str::to_owned).collect();
        if cells.len() <= MOST_CLASSES {
            let classes = headings::classes(&cells).into_iter();
            let classes: Vec<_> = classes.map(|(at, class)| (cells[at].clone(), class)).collect();
            plan.found.members.extend(classes.iter().cloned());
            plan.found.classes.extend(classes);
        }
    }
    if !is_answered {
        plan.found.levels = two_levels(table, &plan, matcher);
    }
    let names = plan.names.clone();
    values::complete(table, &mut plan, specs, answers, |column| {
        without.contains(&column) || is_label(&names, column) || progressive.contains(&column)
    });
    let is_year = |value: &&ValuePlan| {
        let found = headings::period_in(&plan.names[value.column], &plan.reading);
        found.is_some_and(|((_, kind), _)| kind == Kind::Year)
    };
    let is_dated = plan.date.is_none() && answers.date.is_none();
    plan.found.year_header = plan.values.iter().find(is_year).map(|v| v.column).filter(|_| is_dated);
    let is_used = |column: usize| {
        [plan.date, plan.date_part(), plan.from].contains(&Some(column))
            || plan.dimensions.iter().any(|dimension| dimension.column == column)
            || answers.columns.contains_key(&names[column])
    };
    let is_unread = |column: &usize| {
        words::is_date(&names[*column])
            && !words::is_other_date(&names[*column])
            && words::months_of_part(&names[*column]).is_none()
            && !is_used(*column)
            && !is_role_of(&plan, *column)
            && (first..table.len()).any(|row| absence(table.cell(row, *column)).is_none())
    };
    if plan.date.is_none() && answers.date.is_none() {
        plan.found.dates_unread = (0..names.len()).filter(is_unread).collect();
    }
    // A list without numbers still has rows to count; a column of counts that cannot be read makes no list.
    let is_single =
        plan.values.is_empty() && !plan.adds_rows && answers.rows.is_none() && plan.found.unread.is_empty();
    if is_single && plan.has_header && lists_things(table, &plan) {
        plan.adds_rows = true;
        plan.count = Some(count());
        plan.found.is_things = true;
        plan.dimensions.clear();
        plan.found.parted.clear();
    }
    Some(plan)
}

/// The year of columns headed by the names of months: as answered, or as in the title or the name of the sheet or file.
fn months_of_year(
    table: &RawTable,
    header: usize,
    names: &[String],
    answers: &Answers,
) -> Option<(i16, bool)> {
    const LEAST: usize = 3;
    if names.iter().filter(|name| period::is_month(name)).count() < LEAST {
        return None;
    }
    match answers.date {
        Some(When::At(Reference::Date(date))) => Some((date.year(), false)),
        Some(When::At(Reference::Year(year) | Reference::TaxYear(year) | Reference::Years(_, year))) => {
            Some((year, false))
        }
        Some(When::Always) => None,
        None => date::above(table, header).map(|(year, _)| (year, true)),
    }
}

/// What the line above a table says that its numbers are, for columns headed by a date alone; without the date and the words for
/// the rows. `None` where it names nothing that is counted.
fn titled(table: &RawTable, header: usize, reading: &Reading) -> Option<String> {
    let mut lines = (0..header).filter_map(|row| {
        let mut filled = table.row(row).filter(|cell| !cell.is_empty());
        filled.next().filter(|_| filled.next().is_none())
    });
    lines.find_map(|line| {
        let rest = headings::parted(line, reading).map_or_else(|| line.to_owned(), |(_, rest)| rest);
        let end = [" per comune", " per ambito", " per anno", " by comune", " nei comuni", " dei comuni"]
            .iter()
            .filter_map(|words| rest.to_lowercase().find(words))
            .min()
            .filter(|end| rest.is_char_boundary(*end));
        let title = rest[..end.unwrap_or(rest.len())].trim_matches([' ', '-', '–', ',', ':', '.']);
        ((3..=60).contains(&title.chars().count()) && is_count(title)).then(|| title.to_owned())
    })
}

fn is_role_of(plan: &Plan, column: usize) -> bool {
    [plan.code, plan.name, plan.group, plan.province].contains(&Some(column))
        || plan.values.iter().any(|value| value.column == column)
}

/// How the dates of a column are read where the month may come before the day, with a row to show: some can only be read so, or
/// the header is English and all can be read both ways.
fn month_order(
    table: &RawTable,
    first: usize,
    column: usize,
    name: &str,
    reading: Reading,
) -> (Reading, Option<usize>) {
    let rows = first..table.len().min(first + SAMPLE);
    let orders: Vec<(usize, period::Order)> =
        rows.filter_map(|row| Some((row, period::order(table.cell(row, column))?))).collect();
    let find = |order| orders.iter().find(|(_, own)| *own == order).map(|(row, _)| *row);
    let [day, month, either] =
        [period::Order::DayFirst, period::Order::MonthFirst, period::Order::Either].map(find);
    match (day, month, either) {
        (None, Some(row), _) => (Reading { is_month_first: true, ..reading }, Some(row)),
        (None, None, Some(row)) if year_words::is_english_date(name) => (reading, Some(row)),
        _ => (reading, None),
    }
}

/// Whether the cells of a column are 1, 2, 3 and so on: the numbers of the rows, and no quantity.
fn numbers_rows(table: &RawTable, first: usize, column: usize) -> bool {
    let cells = (first..table.len().min(first + SAMPLE)).map(|row| table.cell(row, column));
    let numbers: Vec<i64> = cells.filter_map(|cell| cell.trim_end_matches(['.', ')']).parse().ok()).collect();
    let follows = numbers.windows(2).filter(|pair| pair[1] == pair[0] + 1).count();
    numbers.len() > 2
        && (0..=1).contains(&numbers[0])
        && follows * 10 >= (numbers.len() - 1) * 9
        && numbers.len() * 10 >= (table.len().min(first + SAMPLE) - first) * 8
}

/// Whether each row of a table without numbers is a thing: a column says of what kind, or has a name for each.
fn lists_things(table: &RawTable, plan: &Plan) -> bool {
    let roles = [plan.code, plan.name, plan.group, plan.province, plan.date, plan.date_part(), plan.from];
    let free = (0..plan.names.len()).filter(|column| !roles.contains(&Some(*column)));
    let rows = (table.len() - plan.first).min(SAMPLE);
    let mut free = free.filter(|column| heads(&plan.names[*column]) == Heads::Nothing);
    free.any(|column| {
        let cells = (plan.first..plan.first + rows).map(|row| table.cell(row, column));
        let cells: Vec<&str> = cells.filter(|cell| cell.bytes().any(|b| b.is_ascii_alphabetic())).collect();
        let distinct: FxHashSet<&str> = cells.iter().copied().collect();
        let is_filled = cells.len() * 10 >= rows * 9;
        is_filled
            && (words::is_of_things(&plan.names[column])
                || words::names_things(&plan.names[column])
                || (rows > 2
                    && distinct.len() * 10 >= rows * 9
                    && !words::is_identifier(&plan.names[column])))
    })
}

/// The column of the Comuni and that of the Ambiti where the rows may be about either: the lead Comune of an Ambito, or
/// names that are all both.
fn two_levels(table: &RawTable, plan: &Plan, matcher: &Matcher) -> Option<(usize, usize)> {
    let name = plan.name.filter(|_| plan.code.is_none() && plan.group.is_none())?;
    if words::is_lead(&plan.names[name]) {
        let ambito = (0..plan.names.len()).find(|column| heads(&plan.names[*column]) == Heads::Ambito);
        return Some((name, ambito.unwrap_or(name)));
    }
    let (mut both, mut others) = (FxHashSet::default(), 0);
    let cells: FxHashSet<&str> = (plan.first..table.len()).map(|row| table.cell(row, name)).collect();
    for cell in cells {
        match (matcher.by_ambito(cell), matcher.by_name(cell)) {
            (Place::Group(_, i), _) => {
                both.insert(i);
            }
            (_, place) => others += usize::from(place.is_ours()),
        }
    }
    (!words::says_comune(&plan.names[name]) && both.len() > 1 && others == 0).then_some((name, name))
}

pub(crate) fn place_of(plan: &Plan, matcher: &Matcher, cell: &str) -> Place {
    match (plan.group, plan.code) {
        (Some(_), _) => matcher.by_group(plan.level, cell),
        (None, Some(_)) => matcher.own(cell).unwrap_or_else(|| matcher.by_code(cell)),
        (None, None) => matcher.by_name(cell),
    }
}

/// The columns whose cells select rows, with the selecting cells.
pub fn keep(plan: &Plan, answers: &Answers) -> Vec<(usize, Vec<String>)> {
    let told = answers.keep.iter();
    let filters = told.filter_map(|(name, only)| {
        let key = header_key(name);
        let column = plan.names.iter().position(|known| header_key(known) == key)?;
        Some((column, only.iter().map(|cell| header_key(cell)).collect()))
    });
    filters.collect()
}

/// Whether a row has a selected cell in each of these columns.
pub(crate) fn is_among(table: &RawTable, row: usize, keep: &[(usize, Vec<String>)]) -> bool {
    keep.iter().all(|(column, only)| only.contains(&header_key(table.cell(row, *column))))
}

/// The variable that counts the rows of a territory.
pub fn count() -> ValueColumn {
    ValueColumn {
        id: "conteggio".to_owned(),
        name: Bilingual { it: "Numero di righe".to_owned(), en: "Number of rows".to_owned() },
        measure: Some(Measure::Count),
        ..ValueColumn::default()
    }
}

/// The column of dates: headed as one, or containing only days and periods; most of its cells must be readable.
fn date_column(
    table: &RawTable,
    first: usize,
    names: &[String],
    is_role: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let step = (table.len() - first.min(table.len())).div_ceil(SAMPLE).max(1);
    let candidates =
        (0..names.len()).filter(|column| !is_role(*column) && !words::is_other_date(&names[*column]));
    let scored = candidates.filter_map(|column| {
        let is_headed = words::is_date(&names[column]);
        let reading = Reading {
            day: Default::default(),
            is_dated: is_headed,
            is_school: words::is_school(&names[column]),
            months: months_of(&names[column]),
            has_short_years: words::is_year(&names[column]),
            is_month_first: false,
            is_span: words::is_span(&names[column]),
        };
        let (mut read, mut filled, mut cells) = (0, 0, FxHashSet::default());
        for row in (first..table.len()).step_by(step) {
            let cell = table.cell(row, column);
            if cell.is_empty() {
                continue;
            }
            filled += 1;
            cells.insert(cell);
            let when = period::read(cell, &reading);
            let is_american = || period::order(cell) == Some(period::Order::MonthFirst);
            let is_read = when.map_or_else(is_american, |when| is_headed || when.kind != Kind::Year);
            read += usize::from(is_read);
        }
        // Without a header that says so, dates that nearly every row has of its own are those of events.
        let is_shared = cells.len() == 1 || cells.len() * 2 <= filled;
        // Rows with a date that cannot be read are told, one by one.
        let is_date = if is_headed { read * 4 > filled } else { is_shared && read * 10 >= filled * 9 };
        let is_date = is_date && filled > 0;
        is_date.then_some((is_headed, column))
    });
    scored.max_by_key(|(is_headed, column)| (*is_headed, usize::MAX - column)).map(|(_, column)| column)
}

/// How many months the periods under a header have; zero where it does not say so.
fn months_of(name: &str) -> u8 {
    words::months_of_part(name).unwrap_or_default()
}

/// The columns of the first and the last day of the periods that the values are of.
fn period_columns(
    table: &RawTable,
    first: usize,
    names: &[String],
    is_role: &dyn Fn(usize) -> bool,
) -> Option<(usize, usize)> {
    let is_days = |column: usize| {
        let reading = Reading { is_dated: true, ..Reading::default() };
        let rows = first..table.len().min(first + SAMPLE);
        let cells = rows.map(|row| table.cell(row, column)).filter(|cell| !cell.is_empty());
        let (mut read, mut filled) = (0, 0);
        for cell in cells {
            filled += 1;
            read += usize::from(period::read(cell, &reading).is_some_and(|when| when.kind != Kind::Year));
        }
        read * 2 > filled
    };
    let of = |is_it: &dyn Fn(&str) -> bool| {
        let mut columns = (0..names.len()).filter(|column| !is_role(*column));
        columns.find(|column| is_it(&names[*column]) && is_days(*column))
    };
    let named = |is_first: bool| of(&|name| words::period_end(name) == Some(is_first));
    if let Some(ends) = named(true).zip(named(false)) {
        return Some(ends);
    }
    // The beginning and the end of each thing differ from row to row; those of the values are the same in many rows.
    let of_things = |end| of(&|name| words::end_of_life(name) == Some(end));
    let (start, end) = of_things(End::Opening).zip(of_things(End::Closing))?;
    let rows = first..table.len().min(first + SAMPLE);
    let pairs: FxHashSet<[&str; 2]> =
        rows.clone().map(|row| [start, end].map(|column| table.cell(row, column))).collect();
    (rows.len() > 1 && (pairs.len() == 1 || pairs.len() * 4 <= rows.len())).then_some((start, end))
}

/// A column of months, quarters or half-years beside one of years.
pub(crate) fn part_column(
    table: &RawTable,
    first: usize,
    names: &[String],
    date: usize,
    reading: &Reading,
) -> Option<(usize, u8)> {
    let step = (table.len() - first.min(table.len())).div_ceil(SAMPLE).max(1);
    let parts = (0..names.len()).filter(|column| *column != date);
    let parts = parts.filter_map(|column| Some((column, words::months_of_part(&names[column])?)));
    let is_read = |&(column, months): &(usize, u8)| {
        let (mut read, mut filled) = (0, 0);
        for row in (first..table.len()).step_by(step) {
            let [year, part] = [date, column].map(|column| table.cell(row, column));
            filled += usize::from(!part.is_empty());
            read += usize::from(period::of_year_and_part(year, part, months, reading).is_some());
        }
        read * 2 > filled
    };
    // The shortest of several: a month says its quarter too.
    parts.filter(is_read).min_by_key(|(_, months)| *months)
}

/// The columns of the dates between which a thing is there.
pub(crate) fn life(names: &[String]) -> Life {
    let of = |end| names.iter().position(|name| words::end_of_life(name) == Some(end));
    Life { opening: of(words::End::Opening), closing: of(words::End::Closing), at: None }
}

/// The name of a file as the name of a variable: without years, dates and the like.
pub(crate) fn title_of(stem: &str) -> String {
    let plain = slug(stem);
    let words = plain.split('_').filter(|word| !word.is_empty() && !word.bytes().all(|b| b.is_ascii_digit()));
    let title = words.collect::<Vec<_>>().join(" ");
    if title.is_empty() { "valore".to_owned() } else { title }
}
