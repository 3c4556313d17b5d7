//! Importing a table: plan, values, merged Comuni, checks, dataset.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Code, Date, Level};
use crate::data::{Absence, Bilingual, Dataset, DatasetMeta, Reference, Territories, Unit, Value};
use crate::i18n::{Lang, number, texts as t};
use crate::io::matching::{Matcher, Place};
use crate::io::numbers::absence;
use crate::io::recipe::{Day, GENERIC, Recipe, slug};
use crate::io::source::{Problem, RawTable};

use super::answers::{Answers, When};
use super::checked::{Category, Checked, CheckedContent, CheckedTable, CheckedVariable, RowCounts, Uses};
use super::columns::Plan;
use super::finding::{Finding, Kind, Rows};
use super::gather::{MAX_UNMATCHED, gather};
use super::gathered::{Gathered, Variable};
use super::mapping::mapping;
use super::number_findings::of_numbers;
use super::plan::plan;
use super::preview::preview;
use super::said::sum_text;
use super::severity::Severity;
use super::territory_columns::heads_code;
use super::{
    areas, checks, column_totals, date, families, group_rows, headings, lacking, merge, other_ambito, period,
    rates, repeated, roles, unused, words,
};

/// The greatest number of members of a column that are offered as choices, of rows examined for them, and of such
/// columns.
const MOST_MEMBERS: usize = 40;
const MOST_ROWS: usize = 50_000;
const MOST_COLUMNS: usize = 40;
/// The most unknown names of a file about our territory alone.
const LOCAL: usize = 12;
/// The most names of unknown territories that are listed.
const MOST_UNMATCHED: usize = 100;

/// Reads a table; `None` if no column names a territory.
///
/// # Errors
/// Answers that name a column or a code that does not exist.
pub fn check(
    table: &RawTable,
    recipes: &[Recipe],
    matcher: &Matcher,
    territories: &Territories,
    answers: &Answers,
) -> Result<Option<Checked>, Problem> {
    let own = |matcher: &Matcher, names: &BTreeMap<String, Code>| {
        matcher.with_names(names).map_err(|code| Problem::NoSuchPlace(code.to_string()))
    };
    let answered = own(matcher, &answers.names)?;
    let Some(mut plan) = plan(table, recipes, &answered, answers) else { return Ok(None) };
    if let Some(name) = roles::unknown(&plan, answers) {
        return Err(Problem::NoColumn(name.to_owned()));
    }
    let replaced = plan.date.filter(|_| answers.date.is_some()).map(|column| plan.names[column].clone());
    if answers.date.is_some() {
        (plan.date, plan.part) = (None, None);
    }
    plan.skips_hidden = answers.skip_hidden == Some(true);
    if plan.life.at.is_some() && !plan.life.is_known() {
        return Err(Problem::NoLife);
    }
    let (date, mut findings) = date::of_table(table, &plan, answers);
    if let Some(When::At(Reference::Year(year))) = answers.date
        && plan.found.is_day_open
        && plan.recipe.id == GENERIC
    {
        findings.push(Finding::new(Kind::YearTyped { year }));
    }
    findings.extend(replaced.map(|column| Finding::new(Kind::DatesReplaced { column })));
    if plan.recipe.life.is_some() {
        plan.life.at = plan.life.at.or(date);
    }
    let plan = plan;
    if let Some((row, header, cells)) = split_decimals(table, &plan) {
        return Err(Problem::SplitDecimals { row, header, cells });
    }
    // The user's answers take precedence over the recipe.
    let names: BTreeMap<String, Code> = plan
        .recipe
        .names
        .iter()
        .chain(&answers.names)
        .map(|(name, code)| (name.clone(), code.clone()))
        .collect();
    let matcher = &own(matcher, &names)?;
    let level = plan.level;
    let names: Vec<&str> = territories.units(level).iter().map(|unit| unit.name.as_str()).collect();
    let places = names.len();
    let mut gathered = gather(table, &plan, matcher, places, date);
    let is_undated = plan.recipe.date.undated || answers.date == Some(When::Always);
    let lacks_date = plan.values.iter().any(|value| value.date.is_none()) || plan.count.is_some();
    if plan.date.is_none() && date.is_none() && !is_undated && lacks_date && gathered.tally.taken > 0 {
        findings.push(Finding::new(Kind::NoDate));
    }
    findings.extend(of_plan(table, &plan, &gathered, &names));
    findings.extend(rates::findings(&plan));
    findings.extend(unused::findings(&plan, &gathered, answers));
    findings.extend(other_ambito::finding(table, &plan, matcher, territories));
    findings.extend(of_answers(answers, territories));
    findings.extend(of_cells(table, &plan));
    findings.extend(of_numbers(table, &plan, &gathered));
    findings.extend(of_rows(&plan, &gathered, matcher, territories.units(level)));
    findings.extend(repeated::findings(&plan, &gathered, answers, &names));
    // Before the parts of merged Comuni are added, because a total would otherwise be compared with the sum of both.
    let mut of_groups =
        group_rows::compare(table, &plan, matcher, &gathered, territories.units(Level::Ambiti));
    column_totals::compare(table, &plan, matcher, &mut of_groups);
    findings.extend(checks::totals(&gathered, &plan, of_groups));
    if level == Level::Comuni {
        findings.extend(merge::merge(&mut gathered, &plan, matcher, places, &names));
    }
    findings.extend(checks::values(&gathered, &plan, places, &names));
    findings.extend(checks::withheld(&gathered, places));
    findings.extend(checks::bounded(&gathered, places));
    let absent = gathered.seen.iter().take(places).filter(|seen| !**seen).count();
    let is_list = plan.adds_rows && level == Level::Comuni && gathered.tally.taken > 0;
    let is_zero = is_list && plan.absent_zero;
    if is_list && absent > 0 {
        findings.push(Finding { count: absent, ..Finding::new(Kind::AbsentComuni { is_zero }) });
    }
    findings.extend(lacking::finding(&gathered, territories, level).filter(|_| !is_list));

    let merged = matcher.merged.iter().enumerate().filter(|(i, _)| gathered.seen[places + i]);
    let into: Vec<usize> = merged.map(|(_, merged)| merged.into).collect();
    into.into_iter().for_each(|into| gathered.seen[into] |= level == Level::Comuni);
    let territories_there = gathered.seen.iter().take(places).filter(|seen| **seen).count();
    let known = plan.recipe.id != GENERIC;
    match territories_there {
        0 => findings.push(Finding::new(Kind::NothingOurs)),
        1 if !known && level != Level::Ats => findings.push(Finding::new(Kind::OneRow)),
        _ => {}
    }
    let is_of_ours = |date: usize| gathered.has(date, places);
    let dates =
        (0..gathered.dates.len()).filter(|&date| is_of_ours(date)).filter_map(|date| gathered.dates[date]);
    let mut dates: Vec<Date> = dates.collect();
    dates.sort_unstable();
    if !dates.is_empty() {
        findings.push(Finding::new(Kind::DateFound {
            dates: dates.clone(),
            of_years: is_of_years(&gathered, &plan),
        }));
    }
    if plan.values.is_empty() && plan.count.is_none() {
        findings.push(Finding::new(Kind::NoValues));
    }
    if level != Level::Comuni {
        findings.push(Finding::new(Kind::OfGroups { level }));
    }
    if known {
        // What a known source always has needs no warning.
        for finding in &mut findings {
            let is_usual = match finding.kind {
                Kind::GuessedEncoding { .. }
                | Kind::Recoded { .. }
                | Kind::HiddenRows { .. }
                | Kind::HiddenSheet => true,
                Kind::Outside | Kind::Larger => plan.recipe.larger,
                _ => false,
            };
            if is_usual {
                finding.severity = Severity::Note;
            }
        }
    }
    let area_table = areas::table(&gathered, &plan, &stem(table));
    if let Some(areas) = &area_table {
        let count = areas.variables.iter().map(|variable| variable.values.len()).sum();
        let areas = areas::names(areas);
        findings.push(Finding { count, ..Finding::new(Kind::OfAreas { areas }) });
    }
    if level != Level::Comuni && dates.is_empty() && !gathered.variables.is_empty() {
        findings.push(Finding::new(Kind::GroupsNoDate { level }));
    }
    if answers.sheet.is_some() {
        findings.retain(|finding| finding.kind != Kind::OneOfSeveral);
    }
    answers.accept(&mut findings);
    // The date is asked for once everything else is settled, and what a column measures once it is known to be one.
    let order = |finding: &Finding| match finding.kind {
        Kind::NoDate => (Severity::Note, 2),
        Kind::MeasureSupposed { .. } | Kind::AddingUnclear { .. } => (finding.severity, 0),
        _ => (finding.severity, 1),
    };
    findings.sort_by_key(|finding| std::cmp::Reverse(order(finding)));
    let title = if known { plan.recipe.title.clone() } else { same(stem(table)) };
    let missing = territories.units(level).iter().zip(&gathered.seen).filter(|(_, seen)| !**seen);
    let has_small = findings.iter().any(|finding| matches!(finding.kind, Kind::SmallCounts { .. }));
    let small = has_small.then_some(checks::SMALLEST);
    let content = CheckedTable {
        recipe: plan.recipe.id.clone(),
        level,
        rows: counts(&gathered),
        territories: territories_there,
        missing: missing.map(|(unit, _)| unit.code.clone()).collect(),
        unmatched: unmatched(&gathered),
        unmatched_names: gathered.tally.unmatched_names,
        dates,
        variables: variables(&gathered, &plan, places),
        preview: preview(table, &plan, &gathered.sample),
        adds_rows: plan.adds_rows,
        life: plan.life.columns().map(|column| plan.names[column].clone()).collect(),
        categories: categories(table, &plan),
        dataset: dataset(table, &plan, &gathered, (level, places), &title).map(|mut dataset| {
            dataset.meta.withhold_below = small;
            dataset
        }),
        areas: area_table,
        mapping: {
            let mapping = mapping(&plan, answers, &stem(table), gathered.tally.outside.count > 0);
            let (source, licence) = stated(table, plan.recipe);
            Recipe { source, licence, ..mapping }
        },
        title,
    };
    let content = CheckedContent::Table(Box::new(content));
    Ok(Some(Checked { file: table.file.clone(), sheet: table.sheet.clone(), content, findings }))
}

/// The user's choices, one note each.
fn of_answers(answers: &Answers, territories: &Territories) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut say = |kind| findings.push(Finding::new(kind));
    if let Some(sheet) = &answers.sheet {
        say(Kind::SelectedSheet { sheet: sheet.clone() });
    }
    if let Some(mark) = answers.decimal {
        say(Kind::SelectedNumbers { mark });
    }
    match answers.date {
        None => {}
        Some(When::Always) => say(Kind::SelectedNoDate),
        Some(When::At(date)) => say(Kind::SelectedDate { date }),
    }
    for (name, code) in &answers.names {
        let unit = territories.find(code).map(|(level, unit)| territories.units(level)[unit].name.as_str());
        let typed = name.clone();
        match unit {
            None if code.as_str().is_empty() => say(Kind::SelectedLeftOut { typed }),
            unit => say(Kind::SelectedName { typed, territory: unit.unwrap_or(code.as_str()).to_owned() }),
        }
    }
    for (name, role) in &answers.columns {
        say(Kind::SelectedColumn { column: name.clone(), role: role.text() });
    }
    findings
}

/// What was done to cells in order to read them.
fn of_cells(table: &RawTable, plan: &Plan) -> Vec<Finding> {
    let notes = &table.notes;
    let mut findings = Vec::new();
    if let Some(encoding) = notes.guessed_encoding {
        findings.push(Finding::new(Kind::GuessedEncoding { encoding: encoding.to_owned() }));
    }
    let counted = [
        (Kind::CutCells, notes.cut_cells),
        (Kind::ControlCells, notes.control_cells),
        (Kind::UnreadableCells, notes.unreadable_cells),
        (Kind::LostLetters, notes.lost_cells),
        (Kind::MergedNumbers, notes.merged_numbers),
        (Kind::NamelessColumns, plan.nameless),
    ];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    findings.extend(counted.map(|(kind, count)| Finding { count, ..Finding::new(kind) }));
    if !plan.has_header {
        findings.push(Finding::new(Kind::NoHeader));
    }
    if notes.is_hidden_sheet {
        findings.push(Finding::new(Kind::HiddenSheet));
    }
    if notes.is_one_of_several {
        findings.push(Finding::new(Kind::OneOfSeveral));
    }
    if notes.is_unwrapped {
        findings.push(Finding::new(Kind::LinesInQuotes));
    }
    if notes.is_fixed_width {
        findings.push(Finding::new(Kind::FixedWidth { columns: plan.names.len() }));
    }
    for (kind, of) in
        [(Kind::UnclosedQuotes, &notes.unclosed_quotes), (Kind::TextAfterQuotes, &notes.after_quotes)]
    {
        if !of.is_empty() {
            let mut rows = Rows::default();
            of.iter().for_each(|row| rows.add(*row));
            findings.push(Finding::of_rows(kind, &rows));
        }
    }
    let unread = notes.unread_sheets.iter().map(|why| Kind::SheetUnread { why: why.clone() });
    findings.extend(unread.map(Finding::new));
    let name = |column: usize| plan.names.get(column).cloned().unwrap_or_default();
    for (column, count) in &notes.valueless {
        let kind = Kind::NoFormulaValues { column: name(*column) };
        findings.push(Finding { count: *count, ..Finding::new(kind) });
    }
    let percent = notes.percent.iter().filter(|column| plan.values.iter().any(|v| v.column == **column));
    findings.extend(percent.map(|column| Finding::new(Kind::PercentAsShown { column: name(*column) })));
    let hours = notes.durations.iter().filter(|column| plan.values.iter().any(|v| v.column == **column));
    findings.extend(hours.map(|column| Finding::new(Kind::HoursShown { column: name(*column) })));
    let thousands = notes.thousands.iter().filter(|column| plan.values.iter().any(|v| v.column == **column));
    findings.extend(thousands.map(|column| Finding::new(Kind::ThousandsShown { column: name(*column) })));
    let hidden =
        notes.hidden_columns.iter().filter(|column| plan.values.iter().any(|v| v.column == **column));
    let hidden: Vec<String> = hidden.map(|column| format!("«{}»", name(*column))).collect();
    if !hidden.is_empty() {
        findings.push(Finding::new(Kind::HiddenColumns { columns: hidden.join(", ") }));
    }
    findings
}

/// Findings about what was detected in a table.
fn of_plan(table: &RawTable, plan: &Plan, gathered: &Gathered, names: &[&str]) -> Vec<Finding> {
    let name = |column: usize| plan.names.get(column).cloned().unwrap_or_default();
    let quoted = |columns: &[usize]| {
        columns.iter().map(|column| format!("«{}»", name(*column))).collect::<Vec<_>>().join(", ")
    };
    let mut findings = Vec::new();
    let found = &plan.found;
    if let Some((other, row)) = found.rival {
        let are_codes = plan.code.is_some() && heads_code(&plan.names[other]);
        let own = if are_codes { plan.code } else { plan.name.or(plan.code) }.unwrap_or_default();
        let cells = [own, other].map(|column| table.cell(row, column).to_owned());
        let mut rows = Rows::default();
        rows.add(table.number(row));
        findings.push(Finding::of_rows(
            Kind::TwoTerritories { columns: [own, other].map(name), cells, are_codes },
            &rows,
        ));
    }
    if !found.parted.is_empty() {
        findings.push(Finding::new(Kind::PartedBy { columns: quoted(&found.parted) }));
    }
    if found.is_things {
        let territories = gathered.seen.iter().filter(|seen| **seen).count();
        let kind = Kind::Things { territories, example: example_of_things(plan, gathered, names) };
        findings.push(Finding { count: gathered.tally.taken, ..Finding::new(kind) });
    }
    // Only what has been closed makes the number at a date another one.
    let is_closed =
        |column: usize| (plan.first..table.len()).any(|row| absence(table.cell(row, column)).is_none());
    if plan.adds_rows && plan.life.at.is_none() && plan.life.closing.is_some_and(is_closed) {
        let columns: Vec<usize> = plan.life.columns().collect();
        let at = gathered.dates.iter().copied().flatten().next();
        findings.push(Finding::new(Kind::Life { columns: quoted(&columns), at }));
    }
    for (column, decimals) in &found.decimals {
        let planned = plan.values.iter().find(|value| value.column == *column);
        let Some(planned) = planned else { continue };
        let with = (plan.first..table.len()).find(|row| !table.cell(*row, *decimals).is_empty());
        let typed = with.map(|row| planned.cell(&table.line(row)).replace('.', ",")).unwrap_or_default();
        let kind = Kind::DecimalsBeside { column: name(*column), next: name(*decimals), typed };
        findings.push(Finding::new(kind));
    }
    if plan.adds_rows && plan.keep.is_empty() && found.is_things {
        findings.extend(closed(table, plan));
    }
    if let (Some(row), Some(column)) = (found.order, plan.date) {
        let typed = table.cell(row, column).to_owned();
        let [day, month] = [false, true].map(|is_month_first| {
            let reading = period::Reading { is_month_first, ..plan.reading };
            period::read(&typed, &reading).map(|when| when.date)
        });
        let mut rows = Rows::default();
        rows.add(table.number(row));
        let is_month = plan.reading.is_month_first;
        let kind = Kind::MonthFirst { column: name(column), typed, day, month, is_month };
        findings.push(Finding::of_rows(kind, &rows));
    }
    if found.is_day_open && plan.recipe.id == GENERIC {
        let of_rows = plan.date.filter(|_| gathered.tally.has_years);
        // A single year in a header is proposed as a date.
        let of_headers = found.year_header.filter(|_| found.across.len() > 1);
        let has_values = !gathered.variables.is_empty();
        if let Some(column) = of_rows.or(of_headers).filter(|_| has_values) {
            let is_in_part = of_rows.is_some() && gathered.tally.has_days;
            findings.push(Finding::new(Kind::YearsDated { column: name(column), is_in_part }));
        }
    }
    findings.extend(found.dates_unread.iter().map(|column| {
        let mut cells = (plan.first..table.len()).map(|row| table.cell(row, *column));
        let typed = cells.find(|cell| absence(cell).is_none()).unwrap_or_default().to_owned();
        Finding::new(Kind::DatesUnread { column: name(*column), typed })
    }));
    if !found.not_taken.is_empty() {
        findings.push(Finding::new(Kind::ColumnsLeft { columns: quoted(&found.not_taken) }));
    }
    if !found.classes.is_empty() {
        let join = |part: fn(&(String, String)) -> &String| {
            found.classes.iter().map(|class| format!("«{}»", part(class))).collect::<Vec<_>>().join(", ")
        };
        let (from, to) = (join(|(from, _)| from), join(|(_, to)| to));
        findings.push(Finding::new(Kind::HeaderClasses { from, to }));
    }
    findings.extend(found.summed.iter().map(|c| Finding::new(Kind::SumOfDates { column: name(*c) })));
    findings.extend(found.not_added.iter().map(|c| Finding::new(Kind::NotAddedUp { column: name(*c) })));
    findings.extend(found.unread.iter().map(|c| Finding::new(Kind::ColumnUnread { column: name(*c) })));
    if let Some((comune, ambito)) = found.levels {
        findings.push(Finding::new(Kind::TwoLevels { comune: name(comune), ambito: name(ambito) }));
    }
    let named = |columns: &Vec<usize>| columns.iter().map(|c| name(*c)).collect();
    let unclear = families::grouped(&plan.names, &found.unclear);
    findings.extend(unclear.iter().map(|c| Finding::new(Kind::AddingUnclear { columns: named(c) })));
    findings.extend(families::grouped(&plan.names, &found.supposed).iter().map(|c| {
        let finding = Finding::new(Kind::MeasureSupposed { columns: named(c) });
        if found.plain == c.first().copied() { finding.noted() } else { finding }
    }));
    if let Some((year, true)) = found.months_of.filter(|_| !found.across.is_empty()) {
        findings.push(Finding::new(Kind::MonthsOfYear { year }));
    }
    if !found.across.is_empty() {
        findings.push(Finding::new(Kind::DatesInHeader { dates: found.across.clone() }));
    }
    let of_headers = || {
        plan.values.iter().filter(|value| value.date.is_some()).find_map(|value| {
            let typed = &plan.names[value.column];
            let ((date, kind), _) = headings::period_in(typed, &plan.reading)?;
            matches!(kind, period::Kind::School | period::Kind::Part).then(|| (typed.clone(), date))
        })
    };
    if let Some((typed, date)) = &gathered.tally.period.clone().or_else(of_headers) {
        findings.push(Finding::new(Kind::PeriodRead { typed: typed.clone(), date: *date }));
    }
    if let Some((typed, date)) = &gathered.tally.serial {
        findings.push(Finding::new(Kind::SerialRead { typed: typed.clone(), date: *date }));
    }
    let doubled = doubled_headers(table, plan);
    if !doubled.is_empty() {
        findings.push(Finding::new(Kind::DoubledHeaders { columns: quoted(&doubled) }));
    }
    let notes = &table.notes;
    if !notes.hidden_rows.is_empty() && !plan.skips_hidden {
        let mut rows = Rows::default();
        let data = (plan.first..table.len()).map(|row| table.number(row));
        data.filter(|row| notes.hidden_rows.binary_search(row).is_ok()).for_each(|row| rows.add(row));
        if rows.count > 0 {
            findings.push(Finding::of_rows(Kind::HiddenRows { is_filtered: notes.is_filtered }, &rows));
        }
    }
    findings
}

/// Things of a list that are no longer there, by a column with their status.
fn closed(table: &RawTable, plan: &Plan) -> Option<Finding> {
    let column = (0..plan.names.len()).find(|column| words::is_status(&plan.names[*column]))?;
    let (mut rows, mut cells) = (Rows::default(), BTreeMap::new());
    for row in plan.first..table.len() {
        let cell = table.cell(row, column);
        let is_closed = *cells.entry(cell).or_insert_with(|| words::says_closed(cell));
        if is_closed {
            rows.add(table.number(row));
        }
    }
    let first = cells.iter().find(|(_, is_closed)| **is_closed).map(|(cell, _)| (*cell).to_owned())?;
    let others = cells.iter().filter(|(cell, is_closed)| !**is_closed && !cell.is_empty());
    let others: Vec<String> = others.map(|(cell, _)| (*cell).to_owned()).collect();
    // A column of many different words is no status.
    (!others.is_empty() && cells.len() <= MOST_MEMBERS).then(|| {
        let kind = Kind::Closed { column: plan.names[column].clone(), cell: first, others };
        Finding::of_rows(kind, &rows)
    })
}

/// Columns of values whose header occurs twice, so that they cannot be told apart.
fn doubled_headers(table: &RawTable, plan: &Plan) -> Vec<usize> {
    if !plan.has_header || plan.header + 1 != plan.first {
        return Vec::new();
    }
    let head = |column: usize| slug(table.cell(plan.header, column));
    let values: Vec<usize> = plan.values.iter().map(|value| value.column).collect();
    let is_second = |column: &usize| {
        !head(*column).is_empty()
            && values.iter().any(|other| other < column && head(*other) == head(*column))
    };
    // A second column of Comuni is not read either.
    let places: Vec<usize> = [plan.code, plan.name, plan.group].into_iter().flatten().collect();
    let is_place = |column: &usize| {
        let head_of = head(*column);
        !head_of.is_empty() && places.iter().any(|own| own != column && head(*own) == head_of)
    };
    let others = (0..plan.names.len()).filter(|column| !values.contains(column)).filter(is_place);
    values.iter().copied().filter(is_second).chain(others).collect()
}

/// Whether most rows have more cells than the header because decimal commas separate cells too: every number is broken.
/// Returns the first such row, and how many cells the header and the row have.
fn split_decimals(table: &RawTable, plan: &Plan) -> Option<(u32, usize, usize)> {
    let row = *plan.broken.first().filter(|_| 2 * plan.broken.len() > table.len() - plan.first)?;
    Some((table.number(row), table.width(plan.header), table.width(row)))
}

/// Rows that gave no values, or whose values need a remark.
fn of_rows(plan: &Plan, gathered: &Gathered, matcher: &Matcher, units: &[Unit]) -> Vec<Finding> {
    let tally = &gathered.tally;
    let plain = [
        (Kind::Ragged, &tally.ragged),
        (Kind::Broken, &tally.broken),
        (Kind::Outside, &tally.outside),
        (Kind::Larger, &tally.larger),
        (Kind::Footnotes, &tally.footnotes),
        (Kind::TotalRows, &tally.added_totals),
        (Kind::BadDate, &tally.bad_date),
        (Kind::HiddenLeftOut, &tally.hidden),
        (Kind::NotKept, &tally.not_kept),
        (Kind::BadLife, &tally.bad_life),
        (Kind::NameDiffers, &tally.name_differs),
    ];
    let plain = plain.into_iter().filter(|(_, rows)| rows.count > 0);
    let mut findings: Vec<Finding> = plain.map(|(kind, rows)| Finding::of_rows(kind, rows)).collect();
    if let Some(at) = plan.life.at.filter(|_| tally.not_there.count > 0) {
        findings.push(Finding::of_rows(Kind::NotThere { at }, &tally.not_there));
    }
    if let Some(typed) = &tally.group_example {
        findings.push(Finding::of_rows(Kind::GroupRows { typed: typed.clone() }, &tally.groups));
    }
    if let Some((from, to)) = &tally.recoded_example {
        let kind = Kind::Recoded { from: from.as_str().to_owned(), to: to.as_str().to_owned() };
        let finding = Finding::of_rows(kind, &tally.recoded);
        // A column that lost all its zeros is common and leaves no doubt.
        findings.push(if tally.oddly_coded { finding } else { finding.noted() });
    }
    // A Comune with a row of its own needs no other, unless each has many; in a file of a larger territory a similar name is
    // then that of another Comune.
    let is_one_row = !plan.adds_rows && plan.date.is_none() && plan.dimensions.is_empty();
    let needs_no_other = is_one_row || tally.unmatched_names > LOCAL;
    let taken = |place: &Place| {
        needs_no_other && matches!(*place, Place::Comune(i) | Place::Group(_, i) if gathered.seen[i])
    };
    let named = |place: &Place| match *place {
        Place::Comune(i) | Place::Group(_, i) => {
            units.get(i).map(|unit| (unit.code.clone(), unit.name.clone()))
        }
        Place::Merged(i) => Some((matcher.merged[i].code.clone(), matcher.merged[i].name.clone())),
        _ => None,
    };
    let (mut rest, mut example) = (Rows::default(), None);
    let known_by_name = plan.code.is_none();
    let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    let level = plan.level;
    for (text, rows) in &tally.unmatched {
        // With codes, a name is only a confirmation; a Comune with a row of its own needs no other.
        let near = match plan.group {
            Some(_) => matcher.near_groups(level, text, &names),
            None if known_by_name => matcher.near(text),
            None => Vec::new(),
        };
        let near: Vec<(Code, String)> = near.iter().filter(|place| !taken(place)).filter_map(named).collect();
        if near.is_empty() {
            rest.take_in(rows);
            // A name says more than an empty cell.
            example = example.filter(|known: &&str| !known.is_empty()).or(Some(text.as_str()));
        } else {
            findings.push(Finding::of_rows(Kind::Near { typed: text.clone(), places: near, level }, rows));
        }
    }
    rest.take_in(&tally.unmatched_beyond);
    if tally.unmatched_beyond.count > 0 && known_by_name {
        let kind = Kind::NotCompared { most: MAX_UNMATCHED };
        findings.push(Finding::of_rows(kind, &tally.unmatched_beyond));
    }
    if let Some(example) = example {
        findings.push(Finding::of_rows(Kind::Unmatched { typed: example.to_owned() }, &rest));
    }
    findings
}

/// The territory with the most rows of a list: how many, and what its first column adds up to.
fn example_of_things(plan: &Plan, gathered: &Gathered, names: &[&str]) -> Option<Bilingual> {
    let value = |variable: usize, place: usize| {
        let columns = (0..gathered.dates.len()).filter_map(|date| gathered.column(date, variable));
        columns.filter_map(|column| column.value(place)?.ok()).sum::<f64>()
    };
    let counted = gathered.variables.iter().rposition(|variable| variable.column == usize::MAX);
    let counted = counted.filter(|_| plan.dimensions.is_empty())?;
    let place = (0..names.len()).max_by(|a, b| value(counted, *a).total_cmp(&value(counted, *b)))?;
    let rows = value(counted, place);
    let added = gathered.variables.iter().position(|v| v.column != usize::MAX && v.measure.adds_up());
    Some(Lang::both(|lang| {
        let rows = number(lang, rows, 0);
        match added {
            Some(variable) => {
                let column = &plan.names[gathered.variables[variable].column];
                let sum = sum_text(lang, value(variable, place));
                t::found_things_example(lang, names[place], rows, column, sum)
            }
            None => t::found_things_counted(lang, names[place], rows),
        }
    }))
}

fn counts(gathered: &Gathered) -> RowCounts {
    let tally = &gathered.tally;
    RowCounts {
        read: tally.read,
        taken: tally.taken,
        outside: tally.outside.count,
        larger: tally.larger.count + tally.groups.count + tally.areas,
        unmatched: tally.unmatched.iter().map(|(_, rows)| rows.count).sum::<usize>()
            + tally.unmatched_beyond.count,
        footnotes: tally.footnotes.count,
        undated: tally.bad_date.count,
        totals: tally.totals,
        hidden: tally.hidden.count,
        not_kept: tally.not_kept.count,
        not_there: tally.not_there.count,
    }
}

/// Texts that stand for unknown territories, with their number of rows; the most frequent first.
fn unmatched(gathered: &Gathered) -> Vec<(String, usize)> {
    let names = gathered.tally.unmatched.iter().filter(|(name, _)| !name.is_empty());
    let mut names: Vec<(String, usize)> = names.map(|(name, rows)| (name.clone(), rows.count)).collect();
    names.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    names.truncate(MOST_UNMATCHED);
    names
}

fn variables(gathered: &Gathered, plan: &Plan, places: usize) -> Vec<CheckedVariable> {
    let checked = |(v, variable): (usize, &Variable)| {
        // Values of different dates are not added.
        let of_dates = (0..gathered.dates.len()).filter_map(|date| {
            let column = gathered.column(date, v)?;
            let (n, sum) = column.known(places).fold((0, 0.0), |(n, sum), value| (n + 1, sum + value));
            (n > 0).then_some((gathered.dates[date], n, sum))
        });
        let of_dates: Vec<(Option<Date>, usize, f64)> = of_dates.collect();
        let present = of_dates.iter().map(|(_, n, _)| n).sum();
        let latest = of_dates.iter().max_by_key(|(date, ..)| *date);
        let sum = latest.map_or(0.0, |(.., sum)| *sum);
        let summed_at = latest.and_then(|(date, ..)| *date).filter(|_| of_dates.len() > 1);
        let Variable { id, name, unit, measure, column } = variable.clone();
        let planned = plan.values.iter().find(|value| value.column == column);
        let combine = planned.map(|value| value.spec.combine.clone()).unwrap_or_default();
        let uses = planned.map(|value| Uses::from(&value.spec)).unwrap_or_default();
        let uses = Uses { is_of_year: is_of_years(gathered, plan), ..uses };
        let column = plan.names.get(column).cloned().unwrap_or_default();
        CheckedVariable { id, name, unit, measure, column, combine, uses, present, sum, summed_at }
    };
    let of_ours = (0..gathered.variables.len()).filter(|&v| gathered.has_variable(v, places));
    of_ours.map(|v| checked((v, &gathered.variables[v]))).collect()
}

/// The columns of words, with their members where these can be chosen from. Tables of known sources offer no choice,
/// lists do.
fn categories(table: &RawTable, plan: &Plan) -> Vec<Category> {
    if plan.recipe.id != GENERIC && !plan.adds_rows {
        return Vec::new();
    }
    let roles = [plan.code, plan.name, plan.group, plan.date, plan.date_part(), plan.from];
    let is_territory = |column: usize| roles.contains(&Some(column));
    let is_value =
        |column: usize| plan.values.iter().any(|value| value.column == column && value.spec.combine.is_sum());
    let columns = (0..plan.names.len()).filter(|column| !is_territory(*column) && !is_value(*column));
    let of = |column: usize| {
        let (mut members, mut filled) = (BTreeSet::new(), 0);
        for row in (plan.first..table.len()).take(MOST_ROWS) {
            let cell = table.cell(row, column);
            filled += usize::from(!cell.is_empty());
            // Once there are too many, no more are kept.
            if !cell.is_empty() && members.len() <= MOST_MEMBERS {
                members.insert(cell);
            }
        }
        // A name or a telephone number selects one thing, not a group of them.
        let is_group = members.len() <= MOST_MEMBERS && members.len() * 2 <= filled;
        let is_offered = is_group && !words::is_identifier(&plan.names[column]);
        let shown = members.into_iter().filter(|_| is_offered).map(str::to_owned).collect();
        Category { column: plan.names[column].clone(), members: shown }
    };
    columns.map(of).take(MOST_COLUMNS).collect()
}

/// Whether the values are of whole years, by the words of the file, an answer or a recipe.
fn is_of_years(gathered: &Gathered, plan: &Plan) -> bool {
    let has_years = gathered.tally.has_years || plan.found.year_header.is_some() || plan.date.is_none();
    let is_last = |date: &Date| Day::End.of(date.year()) == Some(*date);
    plan.reading.day == Day::Year && has_years && gathered.dates.iter().flatten().all(is_last)
}

/// The values as a dataset; `None` if there are none.
fn dataset(
    table: &RawTable,
    plan: &Plan,
    gathered: &Gathered,
    (level, places): (Level, usize),
    title: &Bilingual,
) -> Option<Dataset> {
    let mut dates: Vec<usize> =
        (0..gathered.dates.len()).filter(|date| gathered.has(*date, places)).collect();
    dates.sort_unstable_by_key(|date| gathered.dates[*date]);
    if gathered.variables.is_empty() || dates.is_empty() {
        return None;
    }
    let of_ours: Vec<usize> =
        (0..gathered.variables.len()).filter(|&v| gathered.has_variable(v, places)).collect();
    let columns = |d: usize| {
        let column = |&v: &usize| {
            let variable = &gathered.variables[v];
            let column = gathered.column(d, v)?;
            if !(0..gathered.seen.len()).any(|place| column.has(place)) {
                return None;
            }
            let is_zero = plan.adds_rows && plan.absent_zero && variable.measure.adds_up();
            let absent = if is_zero { Ok(0.0) } else { Err(Absence::Missing) };
            let values = (0..places).map(|place| column.value(place).unwrap_or(absent));
            Some((variable.id.clone(), values.collect::<Vec<Value>>()))
        };
        (gathered.dates[d], of_ours.iter().filter_map(column).collect::<Vec<_>>())
    };
    let known = plan.recipe.id != GENERIC;
    let (source, licence) = stated(table, plan.recipe);
    let meta = DatasetMeta {
        id: if known { plan.recipe.id.clone() } else { slug(&stem(table)) },
        file: table.file.clone(),
        dated: dates.iter().all(|date| gathered.dates[*date].is_some()),
        level,
        title: title.clone(),
        source,
        licence,
        retrieved_from: String::new(),
        text_columns: Vec::new(),
        left_over: Vec::new(),
        withhold_below: None,
        notes: Vec::new(),
    };
    let mut dataset = Dataset::from_values(meta, dates.into_iter().map(columns)).ok()?;
    for ((date, combination), block) in &gathered.blocks {
        let first = combination * gathered.variables_each;
        for (variable, place, bounds, quality) in block.rare().filter(|(_, place, ..)| *place < places) {
            let (date, id) = (gathered.dates[*date], &gathered.variables[first + variable].id);
            dataset.mark(date, id, place, quality);
            dataset.bound(date, id, place, bounds);
        }
    }
    Some(dataset)
}

/// The source of the values and their licence: those of the recipe, unless the file itself states them.
fn stated(table: &RawTable, recipe: &Recipe) -> (Bilingual, String) {
    match &table.notes.stated {
        Some(stated) if recipe.id == GENERIC => (same(stated.source.clone()), stated.licence.clone()),
        _ => (recipe.source.clone(), recipe.licence.clone()),
    }
}

/// The name of a file without its extension, followed by the sheet.
fn stem(table: &RawTable) -> String {
    let stem = table.file.rsplit_once('.').map_or(table.file.as_str(), |(stem, _)| stem);
    table.sheet.as_ref().map_or_else(|| stem.to_owned(), |sheet| format!("{stem} {sheet}"))
}

fn same(text: String) -> Bilingual {
    Bilingual { it: text.clone(), en: text }
}
