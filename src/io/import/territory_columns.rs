//! Which columns of a table name its territories: those whose header says so and that name the most distinct ones. A
//! number that happens to be a code, or a province with the name of a Comune, does not count.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Level;
use crate::io::matching::{GROUPS, Matcher, Place, key, province_letters};
use crate::io::source::RawTable;

use super::columns::Plan;
use super::territory_words::OF_TERRITORIES;
use super::words::{Heads, heads, words};

/// How many rows are examined, from all over the table.
const SAMPLE: usize = 2_000;

/// The columns that name territories.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TerritoryColumns {
    /// Code of the Comune.
    pub code: Option<usize>,
    /// Name of the Comune.
    pub name: Option<usize>,
    /// Ambito, ASST or ATS, where the rows are of those.
    pub group: Option<usize>,
    /// Province, where it separates our Comuni from others.
    pub province: Option<usize>,
    /// A column of the letters of provinces under another header, which helps with unknown names.
    pub letters: Option<usize>,
    /// Another column that names Comuni, and a row where the two differ.
    pub rival: Option<(usize, usize)>,
}

/// What the cells of a column name.
#[derive(Debug, Default)]
struct Named {
    by_code: FxHashSet<Place>,
    by_name: FxHashSet<Place>,
    /// Groups of each level.
    groups: [FxHashSet<Place>; GROUPS.len()],
    /// Non-empty cells, and those in the form of a code.
    filled: usize,
    codes: usize,
    /// Cells that name a province of ours, and cells that are the letters of any province.
    provinces: usize,
    letters: usize,
}

/// Whether a header has words for a territory beside others, so that numbers under it are quantities: "Nidi comunali",
/// "Contributo regionale". Codes of territories are numbers too.
pub(crate) fn may_measure(header: &str) -> bool {
    let is_code = |word: &str| {
        ["cod", "procom", "istat", "uts", "sigla", "id"].iter().any(|start| word.starts_with(start))
            || ["cd", "pr", "reg", "rip", "com"].contains(&word)
    };
    says_more(header) && !words(header).iter().any(|word| is_code(word))
}

/// Whether a header has words that are of no territory.
pub(crate) fn says_more(header: &str) -> bool {
    let is_own = |word: &String| {
        OF_TERRITORIES.contains(&word.as_str()) || word.bytes().all(|b| b.is_ascii_digit()) || word.len() < 3
    };
    !words(header).iter().all(is_own)
}

/// Finds them; `None` where no column names a territory of the atlas. O(sample × columns), plus one pass over columns
/// headed as territories.
/// Columns that are left out, as the user says, name nothing.
pub fn find(
    table: &RawTable,
    first: usize,
    names: &[String],
    left_out: &[usize],
    matcher: &Matcher,
) -> Option<TerritoryColumns> {
    let rows = table.len().saturating_sub(first);
    let step = rows.div_ceil(SAMPLE).max(1);
    let headed: Vec<Heads> = names.iter().map(|name| heads(name)).collect();
    let mut named: Vec<Named> = Vec::new();
    for (column, heading) in headed.iter().enumerate() {
        if left_out.contains(&column) {
            named.push(Named::default());
            continue;
        }
        let found = of_column(table, (first..table.len()).step_by(step), column, *heading, matcher);
        // In a national file, our rows may lie between the examined ones.
        let is_headed =
            matches!(heading, Heads::Code | Heads::Cadastral | Heads::Name | Heads::Ambito | Heads::Trust);
        let is_empty = found.by_code.len()
            + found.by_name.len()
            + found.groups.iter().map(FxHashSet::len).sum::<usize>()
            < 2;
        named.push(match is_headed && is_empty && step > 1 {
            true => of_column(table, first..table.len(), column, *heading, matcher),
            false => found,
        });
    }
    // A matching header counts more than a chance match, and less than many matches.
    let best = |score: &dyn Fn(usize) -> usize| {
        let scored = (0..names.len()).map(|column| (score(column), column));
        scored.filter(|(score, _)| *score > 0).max_by_key(|(score, column)| (*score, usize::MAX - column))
    };
    let name_score = |column: usize| {
        let distinct = named[column].by_name.len();
        match headed[column] {
            Heads::Name => 4 * distinct,
            Heads::Nothing => distinct,
            // "Codice e Comune": both in one cell.
            Heads::Code | Heads::Cadastral if named[column].by_code.is_empty() => distinct,
            _ => 0,
        }
    };
    let name = best(&name_score).map(|(_, column)| column);
    let agrees = |code: usize| {
        let name = name?;
        let (mut same, mut differ) = (0, 0);
        for row in (first..table.len()).step_by(step) {
            let place = matcher.by_code(table.cell(row, code));
            let called = matcher.by_name(table.cell(row, name));
            if place.is_ours() && called.is_ours() {
                *(if place == called { &mut same } else { &mut differ }) += 1;
            }
        }
        (same + differ > 0).then_some(same >= differ)
    };
    let code_score = |column: usize| {
        let found = &named[column];
        let distinct = found.by_code.len();
        if distinct == 0 {
            return 0;
        }
        let looks_so = found.codes * 5 >= found.filled * 4;
        match headed[column] {
            Heads::Code => 8 * distinct,
            Heads::Cadastral => 6 * distinct,
            Heads::Nothing | Heads::Larger | Heads::Name if looks_so => match agrees(column) {
                Some(true) => 4 * distinct,
                // Numbers of something else beside a column of names.
                Some(false) => 0,
                None if name.is_some_and(|name| named[name].by_name.len() >= distinct) => 0,
                None => distinct,
            },
            _ => 0,
        }
    };
    let code = best(&code_score).map(|(_, column)| column);
    let comuni = code.map_or(0, |column| named[column].by_code.len());
    let comuni = comuni.max(name.map_or(0, |column| named[column].by_name.len()));
    let is_headed_comune = [code, name].into_iter().flatten().any(|column| headed[column] != Heads::Nothing);
    let group = GROUPS.into_iter().enumerate().find_map(|(at, level)| {
        let heading = if level == Level::Ambiti { Heads::Ambito } else { Heads::Trust };
        let (_, column) = best(&|column| {
            let distinct = named[column].groups[at].len();
            match headed[column] {
                own if own == heading => 4 * distinct,
                Heads::Nothing => distinct,
                // Under the header of a Comune, where none is named.
                Heads::Name if named[column].by_name.is_empty() => distinct,
                _ => 0,
            }
        })?;
        let distinct = named[column].groups[at].len();
        let is_it = match (headed[column] == heading, is_headed_comune) {
            (_, true) => false,
            // Many Ambiti have the name of a Comune.
            (true, false) => distinct >= comuni,
            (false, false) => distinct > comuni,
        };
        is_it.then_some(column)
    });
    if group.is_some() {
        return Some(TerritoryColumns { group, ..TerritoryColumns::default() });
    }
    code.or(name)?;
    // Beside a code, the name must be of the same Comune.
    let name = match code {
        Some(code) => best(&|column| {
            let agrees = column != code && agreeing(table, first, step, code, column, matcher);
            if agrees { name_score(column) } else { 0 }
        })
        .map(|(_, column)| column)
        .or_else(|| name.filter(|column| headed[*column] == Heads::Name && *column != code)),
        None => name,
    };
    let province = (0..names.len())
        .find(|&column| headed[column] == Heads::Province && code.is_none() && named[column].provinces > 0);
    let letters = (0..names.len()).find(|&column| {
        let found = &named[column];
        code.is_none() && province.is_none() && found.filled > 0 && found.letters * 5 >= found.filled * 4
    });
    let rival = rival(table, first, step, &Taken { code, name }, &named, &headed, matcher);
    Some(TerritoryColumns { code, name, group: None, province, letters, rival })
}

/// The level of the groups that the rows of a plan are about: that of which their column names the most.
pub(crate) fn level_of(table: &RawTable, plan: &Plan, matcher: &Matcher) -> Level {
    let Some(column) = plan.group else { return Level::Comuni };
    let cells: FxHashSet<&str> = (plan.first..table.len()).map(|row| table.cell(row, column)).collect();
    let is_headed = heads(&plan.names[column]) == Heads::Trust;
    let named =
        |level: &Level| cells.iter().filter(|cell| matcher.names_group(*level, cell, is_headed)).count();
    // Of levels with as many, the finest.
    GROUPS.into_iter().rev().max_by_key(named).unwrap_or(Level::Ambiti)
}

/// Whether a column names groups of Comuni.
pub(super) fn heads_group(name: &str) -> bool {
    matches!(heads(name), Heads::Province | Heads::Larger | Heads::Trust | Heads::Ambito)
}

/// Whether a column has codes of Comuni, by its header.
pub(super) fn heads_code(name: &str) -> bool {
    matches!(heads(name), Heads::Code | Heads::Cadastral)
}

/// Whether a column has the names of regions.
pub(super) fn is_region(name: &str) -> bool {
    super::words::words(name).iter().any(|word| ["regione", "region"].contains(&word.as_str()))
}

/// A column of the letters of provinces, wherever that is not its header.
pub(crate) fn letters(table: &RawTable, first: usize, width: usize) -> Option<usize> {
    let step = table.len().saturating_sub(first).div_ceil(SAMPLE).max(1);
    (0..width).find(|column| {
        let cells = (first..table.len()).step_by(step).map(|row| table.cell(row, *column));
        let (mut filled, mut found) = (0, 0);
        for cell in cells.filter(|cell| !cell.is_empty()) {
            filled += 1;
            found += usize::from(province_letters(cell).is_some());
        }
        filled > 0 && found * 5 >= filled * 4
    })
}

fn of_column(
    table: &RawTable,
    rows: impl Iterator<Item = usize>,
    column: usize,
    heading: Heads,
    matcher: &Matcher,
) -> Named {
    let mut named = Named::default();
    let mut seen: FxHashMap<&str, (bool, bool)> = FxHashMap::default();
    for row in rows {
        let cell = table.cell(row, column);
        if cell.is_empty() {
            continue;
        }
        named.filled += 1;
        let (is_code, is_province) = *seen.entry(cell).or_insert_with(|| {
            let place = matcher.by_code(cell);
            if place.is_ours() {
                named.by_code.insert(place);
            } else {
                let place = matcher.by_name(cell);
                if place.is_ours() {
                    named.by_name.insert(place);
                }
            }
            for (groups, level) in named.groups.iter_mut().zip(GROUPS) {
                if matcher.names_group(level, cell, heading == Heads::Trust) {
                    groups.insert(matcher.by_group(level, cell));
                }
            }
            (place_is_code(matcher.by_code(cell)), matcher.provinces.contains(&key(cell)))
        });
        named.letters += usize::from(province_letters(cell).is_some());
        named.codes += usize::from(is_code);
        named.provinces += usize::from(is_province);
    }
    named
}

fn place_is_code(place: Place) -> bool {
    place.is_ours() || place == Place::Outside
}

/// The column of names that agree with a column of codes in most rows that have both.
fn agreeing(
    table: &RawTable,
    first: usize,
    step: usize,
    code: usize,
    name: usize,
    matcher: &Matcher,
) -> bool {
    let (mut same, mut differ) = (0, 0);
    for row in (first..table.len()).step_by(step) {
        let called = matcher.by_name(table.cell(row, name));
        let place = matcher.by_code(table.cell(row, code));
        if called.is_ours() && place.is_ours() {
            *(if called == place { &mut same } else { &mut differ }) += 1;
        }
    }
    same > 0 && same >= differ
}

/// The columns already assigned.
struct Taken {
    code: Option<usize>,
    name: Option<usize>,
}

/// A second column headed as a Comune or as its code that names others: both are reported, and the user chooses.
fn rival(
    table: &RawTable,
    first: usize,
    step: usize,
    taken: &Taken,
    named: &[Named],
    headed: &[Heads],
    matcher: &Matcher,
) -> Option<(usize, usize)> {
    let own = taken.name.or(taken.code)?;
    let is_code = |column: usize| matches!(headed[column], Heads::Code | Heads::Cadastral);
    let places =
        |column: usize| if is_code(column) { &named[column].by_code } else { &named[column].by_name };
    let other_place = |row: usize, column: usize| match is_code(column) {
        true => matcher.by_code(table.cell(row, column)),
        false => matcher.by_name(table.cell(row, column)),
    };
    let place = |row: usize| match (taken.code, taken.name) {
        (Some(code), _) => matcher.by_code(table.cell(row, code)),
        (None, Some(name)) => matcher.by_name(table.cell(row, name)),
        (None, None) => Place::Unknown,
    };
    let distinct = taken.code.map_or(named[own].by_name.len(), |code| named[code].by_code.len());
    let is_other = |column: &usize| {
        *column != own
            && Some(*column) != taken.code
            && (headed[*column] == Heads::Name || is_code(*column))
            && places(*column).len() > 1
            && 4 * places(*column).len() >= distinct
    };
    (0..named.len()).filter(is_other).find_map(|column| {
        let differs = |row: &usize| {
            let other = other_place(*row, column);
            other.is_ours() && place(*row).is_ours() && other != place(*row)
        };
        (first..table.len()).step_by(step).find(differs).map(|row| (column, row))
    })
}
