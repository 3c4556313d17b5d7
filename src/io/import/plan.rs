//! Finds the roles of the columns of a table, from its recipe or from its cells.

use rustc_hash::FxHashSet;

use crate::io::matching::{Matcher, Place};
use crate::io::numbers::{Evidence, NumberFormat};
use crate::io::recipe::{
    GENERIC, Measure, Others, Recipe, Recognised, ValueColumn, column_names, header_key, matches, recognise,
    slug,
};
use crate::io::source::RawTable;

use super::answers::Answers;
use super::columns::{DimensionPlan, Plan, ValuePlan};
use super::roles;

/// Rows examined to determine the role of a column.
const SAMPLE: usize = 2_000;

/// Makes the plan; `None` if no column names a territory.
pub fn plan<'a>(
    table: &RawTable,
    recipes: &'a [Recipe],
    matcher: &Matcher,
    answers: &Answers,
) -> Option<Plan<'a>> {
    if let Some(Recognised { recipe, header }) = recognise(table, recipes) {
        return Some(named(table, recipe, header, answers));
    }
    let generic = recipes.iter().find(|recipe| recipe.id == GENERIC)?;
    found(table, generic, matcher, answers).or_else(|| {
        // No cell is a territory by itself: the user says which column has them.
        let plan = named(table, generic, roles::header(table, &answers.columns)?, answers);
        (plan.code.is_some() || plan.name.is_some() || plan.ambito.is_some()).then_some(plan)
    })
}

fn named<'a>(table: &RawTable, recipe: &'a Recipe, header: usize, answers: &Answers) -> Plan<'a> {
    let first = (header + recipe.header_rows).min(table.len());
    let names = column_names(table, header..first);
    let keys: Vec<String> = names.iter().map(|name| header_key(name)).collect();
    let at = |pattern: &str| keys.iter().position(|key| matches(pattern, key));
    let of = |pattern: &Option<String>| pattern.as_deref().and_then(at);
    let territory = &recipe.territory;
    let mut plan = Plan {
        code: of(&territory.code),
        name: of(&territory.name),
        ambito: of(&territory.ambito),
        province: of(&territory.province),
        date: of(&recipe.date.column),
        dimensions: Vec::new(),
        values: Vec::new(),
        header,
        first,
        nameless: 0,
        recipe,
        names,
    };
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
    let ignored = |column: usize| {
        without.contains(&column) || recipe.ignore.iter().any(|pattern| matches(pattern, &keys[column]))
    };
    complete(table, &mut plan, specs, answers.decimal, ignored);
    plan
}

/// Adds the columns that the recipe does not name, and the number format of each column.
fn complete(
    table: &RawTable,
    plan: &mut Plan,
    mut specs: Vec<(usize, ValueColumn)>,
    decimal: Option<char>,
    ignored: impl Fn(usize) -> bool,
) {
    let given: Vec<usize> = specs.iter().map(|(column, _)| *column).collect();
    let taken = |plan: &Plan, specs: &[(usize, ValueColumn)], column: usize| {
        [plan.code, plan.name, plan.ambito, plan.province, plan.date].contains(&Some(column))
            || plan.dimensions.iter().any(|d| d.column == column || d.label == Some(column))
            || specs.iter().any(|(c, _)| *c == column)
            || ignored(column)
    };
    for column in 0..plan.names.len() {
        if taken(plan, &specs, column) {
            continue;
        }
        match plan.recipe.others {
            Others::Ignored => {}
            Others::Values => {
                let name = &plan.names[column];
                let spec = ValueColumn { column: name.clone(), id: slug(name), ..ValueColumn::default() };
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
    specs.sort_by_key(|(column, _)| *column);
    for (column, spec) in specs {
        let mut evidence = Evidence::default();
        let mut whole = true;
        for row in plan.first..table.len() {
            let cell = table.cell(row, column);
            evidence.add(cell);
            whole &= cell.bytes().all(|b| b.is_ascii_digit());
        }
        // A column of text or an empty one is not a value, unless the recipe or the user names it.
        let numeric = evidence.numbers > 0 && evidence.numbers >= 4 * evidence.others;
        if !numeric && !given.contains(&column) {
            continue;
        }
        let told = decimal
            .or(plan.recipe.decimal)
            .map(|decimal| NumberFormat { decimal: Some(decimal), ..NumberFormat::default() });
        let format = told.or_else(|| evidence.format());
        let measure = spec.measure.unwrap_or_else(|| measure_of(&plan.names[column], whole));
        plan.values.push(ValuePlan { column, measure, format, spec });
    }
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

/// The measure of a column without recipe, by the words in its header.
fn measure_of(name: &str, whole: bool) -> Measure {
    let words = format!(" {} ", name.to_lowercase());
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    if has(&["saldo", "variazion", "aggiustamento", "più/meno", "differenz"]) {
        Measure::Balance
    } else if has(&["%", "quota", "percent", "incidenza"]) {
        Measure::Share
    } else if has(&[
        "medi",
        "tasso",
        "indice",
        "densit",
        "rapporto",
        "pro capite",
        "per 1000",
        "per mille abitanti",
    ]) {
        Measure::Ratio
    } else if has(&["importo", "euro", "_eur", "ammontare", "spesa", "reddito", "costo"]) && !has(&["freq"]) {
        Measure::Amount
    } else if has(&[
        "casi",
        "utent",
        "person",
        "minori",
        "assistit",
        "beneficiar",
        "resident",
        "popolazion",
        "abitant",
        "contribuent",
        "maschi",
        "femmine",
        "nati",
        "morti",
        "iscritti",
        "cancellati",
        "_freq",
        "frequenza",
    ]) {
        Measure::Persons
    } else if whole {
        Measure::Count
    } else {
        // Nothing says that it may be summed.
        Measure::Ratio
    }
}

/// The plan of a table without recipe: the territory is the column in which most cells are territories.
fn found<'a>(table: &RawTable, recipe: &'a Recipe, matcher: &Matcher, answers: &Answers) -> Option<Plan<'a>> {
    let rows = || 0..table.len().min(SAMPLE);
    let width = rows().map(|row| table.width(row)).max()?;
    let ours = |find: &dyn Fn(&str) -> Place, column: usize| {
        rows().filter(|&row| find(table.cell(row, column)).is_ours()).count()
    };
    let best = |find: &dyn Fn(&str) -> Place| {
        let counted = (0..width).map(|column| (ours(find, column), column));
        counted.filter(|(count, _)| *count > 0).max_by_key(|(count, column)| (*count, usize::MAX - column))
    };
    let code = best(&|cell| matcher.by_code(cell));
    let name =
        best(&|cell| if matcher.by_code(cell).is_ours() { Place::Unknown } else { matcher.by_name(cell) });
    let ambito = best(&|cell| matcher.by_ambito(cell));
    // Many Ambiti have the name of a Comune: the column is one of Ambiti if more cells are Ambiti than Comuni.
    let of = |found: Option<(usize, usize)>| found.map_or(0, |(count, _)| count);
    let is_ambiti = of(ambito) > of(code) && of(ambito) > of(name) || {
        let word = |(_, column): (usize, usize)| {
            (0..table.len().min(5)).any(|row| header_key(table.cell(row, column)).contains("ambito"))
        };
        ambito.is_some_and(word) && code.is_none() && of(ambito) >= of(name)
    };
    let (code, name, ambito) = if is_ambiti { (None, None, ambito) } else { (code, name, None) };
    let territory = code.or(name).or(ambito)?.1;
    let find = |row: usize| {
        let cell = table.cell(row, territory);
        match (code, ambito) {
            (Some(_), _) => matcher.by_code(cell),
            (None, Some(_)) => matcher.by_ambito(cell),
            (None, None) => matcher.by_name(cell),
        }
    };
    let first_ours = (0..table.len()).find(|&row| find(row).is_ours())?;
    // National tables begin with rows about others.
    let first =
        (0..first_ours).rev().take_while(|&row| find(row) != Place::Unknown).last().unwrap_or(first_ours);
    let header = header_rows(table, first, width);
    let has_header = !header.is_empty();
    let mut names = column_names(table, header.clone());
    names.extend((names.len()..width).map(|column| format!("colonna {}", column + 1)));
    let is_nameless = |column: usize| header.clone().all(|row| table.cell(row, column).is_empty());
    let is_filled = |column: usize| (first..table.len()).any(|row| !table.cell(row, column).is_empty());
    let nameless = (0..width).filter(|&column| is_nameless(column) && is_filled(column)).count();
    let date = (0..width).find(|&column| {
        let key = header_key(&names[column]);
        let named = ["anno", "year", "time", "timeperiod", "data", "date", "periodo", "annodiriferimento"]
            .contains(&key.as_str());
        named && super::date::parse(table.cell(first, column), Default::default()).is_some()
    });
    let column = |found: Option<(usize, usize)>| found.map(|(_, column)| column);
    let mut plan = Plan {
        recipe,
        header: header.start,
        first,
        nameless: if has_header { nameless } else { 0 },
        code: column(code),
        name: column(name),
        ambito: column(ambito),
        province: None,
        date,
        dimensions: Vec::new(),
        values: Vec::new(),
        names,
    };
    let keys: Vec<String> = plan.names.iter().map(|name| header_key(name)).collect();
    let is_label = |column: usize| {
        let key = keys[column].as_str();
        let begins = [
            "cod",
            "istat",
            "catast",
            "prov",
            "region",
            "sigla",
            "ats",
            "asst",
            "comune",
            "denominazion",
            "telefono",
            "cap",
        ];
        begins.iter().any(|word| key.starts_with(word))
            || ["id", "lat", "lon", "x", "y", "zona"].contains(&key)
    };
    let mut specs = Vec::new();
    let without = roles::give(&mut plan, &mut specs, &answers.columns);
    complete(table, &mut plan, specs, answers.decimal, |column| {
        without.contains(&column) || is_label(column)
    });
    Some(plan)
}

/// The rows of the header: those just above the data with more than one cell, at most three.
fn header_rows(table: &RawTable, first: usize, width: usize) -> std::ops::Range<usize> {
    let filled = |row: usize| table.row(row).filter(|cell| !cell.is_empty()).count();
    let mut start = first;
    while start > 0 && first - start < 3 && filled(start - 1) > 0 {
        // A title is alone in its row.
        let titled =
            filled(start - 1) == 1 && width > 1 && (start < first || table.cell(start - 1, 0).len() > 40);
        if titled {
            break;
        }
        start -= 1;
        // A row that names every column is a complete header, unless two names are equal and distinguished by the row
        // above.
        let names: FxHashSet<&str> = table.row(start).collect();
        if filled(start) == width && names.len() == width {
            break;
        }
    }
    start..first
}
