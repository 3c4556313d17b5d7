//! Numbers of the text against the tables of the same chapter: where a sentence names a row and what is counted, both
//! must say the same number.

use std::collections::{BTreeMap, BTreeSet};

use super::captions::caption;
use super::finding::{Fault, Finding, Place, Severity};
use super::label::{is_rate, is_total, stems, years};
use super::numbers::{self, Number, whole};
use super::reading::{Grid, Item, What};

/// A cell with what it is.
struct Entry<'a> {
    grid: &'a Grid,
    /// The stems of its row and of the heading of its column.
    row: Vec<String>,
    column: Vec<String>,
    years: Vec<i32>,
    number: Number,
    /// Its row and column as printed.
    title: String,
    digits: String,
    is_rate: bool,
    /// The stems of the caption of its table.
    caption: Vec<String>,
}

pub fn check(items: &[Item], found: &mut Vec<Finding>) {
    let chapters: BTreeSet<usize> = items.iter().map(|item| item.chapter).collect();
    for chapter in chapters {
        let of_chapter: Vec<&Item> = items.iter().filter(|item| item.chapter == chapter).collect();
        let entries = entries(&of_chapter);
        for item in &of_chapter {
            let What::Paragraph(paragraph) = &item.what else { continue };
            if caption(paragraph).is_some() || paragraph.style.starts_with("toc ") {
                continue;
            }
            for sentence in sentences(&paragraph.text) {
                super::shares::text(sentence, &item.heading, found);
                // What is in our controls was printed with its origin.
                if paragraph.ours.iter().any(|ours| ours.contains(sentence.trim())) {
                    continue;
                }
                look(sentence, &entries, item, found);
                totals(sentence, &of_chapter, item, found);
            }
        }
    }
}

/// The pieces of a paragraph that speak of one thing each; a full stop within a number ends none.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (i, c) in text.char_indices() {
        let next = text[i + c.len_utf8()..].chars().next();
        if matches!(c, '.' | ';' | '\n' | '!' | '?') && next.is_none_or(char::is_whitespace) {
            found.push(&text[start..i]);
            start = i + c.len_utf8();
        }
    }
    found.push(&text[start..]);
    found.into_iter().filter(|sentence| !sentence.trim().is_empty()).collect()
}

fn entries<'a>(items: &[&'a Item]) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    let mut last = "";
    for item in items {
        match &item.what {
            What::Paragraph(paragraph) if caption(paragraph).is_some() => last = &paragraph.text,
            What::Table(grid) => {
                let mark = grid.mark();
                for (row, cells) in grid.body() {
                    let label = stems(grid.label(row));
                    if label.is_empty() || is_total(grid.label(row)) {
                        continue;
                    }
                    for (column, cell) in cells.iter().enumerate().skip(1) {
                        let Some(number) = whole(cell, mark) else { continue };
                        let heading = grid.heading(column).replace('€', " euro ");
                        let is_rate = is_rate(&heading) || number.is_percent;
                        let mut years_of = years(&heading);
                        if years_of.is_empty() {
                            years_of = years(last);
                        }
                        let column = stems(&heading);
                        let title = format!("{}, {heading}", grid.label(row));
                        entries.push(Entry {
                            grid,
                            row: label.clone(),
                            column,
                            years: years_of,
                            digits: number.digits(),
                            number,
                            title,
                            is_rate,
                            caption: stems(last),
                        });
                    }
                }
            }
            _ => {}
        }
    }
    entries
}

fn look(sentence: &str, entries: &[Entry<'_>], item: &Item, found: &mut Vec<Finding>) {
    let mark = numbers::mark(std::iter::once(sentence));
    let words = stems(sentence);
    let years_of = years(sentence);
    let of_heading = stems(&item.heading);
    for number in numbers::all(sentence, mark) {
        if number.is_year()
            || entries.iter().any(|entry| entry.number.agrees(&number) && shares_row(entry, &words))
        {
            continue;
        }
        let is_same_time = |entry: &&Entry<'_>| {
            entry.years.is_empty()
                || years_of.is_empty()
                || entry.years.iter().any(|year| years_of.contains(year))
        };
        let digits = number.digits();
        // Two digits swapped: the row must be named, at least in part.
        let swapped = entries.iter().filter(is_same_time).find(|entry| {
            is_swapped(&digits, &entry.digits)
                && number.decimals == entry.number.decimals
                && entry.row.iter().any(|stem| words.contains(stem))
        });
        if let Some(entry) = swapped {
            found.push(finding(item, entry, &number, sentence, true));
            continue;
        }
        // The same thing counted: every word of the row, and what is counted right beside the number.
        if is_rough(sentence, &number) {
            continue;
        }
        let unit = beside(sentence, &number);
        let same: Vec<&Entry<'_>> = entries
            .iter()
            .filter(is_same_time)
            .filter(|entry| {
                entry.row.iter().all(|stem| words.contains(stem))
                    && entry.column.iter().any(|stem| unit.contains(stem))
                    // Any amount is in euros: what it is for must be said as well.
                    && entry.column.iter().any(|stem| {
                        stem != "euro" && (words.contains(stem) || (stem == "utent" && unit.contains(stem)))
                    })
                    && is_rate(sentence) == entry.is_rate
                    && entry.number.is_percent == number.is_percent
            })
            .collect();
        let shares = shares_of(sentence, &number, entries);
        let same = if same.is_empty() { shares.into_iter().filter(is_same_time).collect() } else { same };
        let same = if same.is_empty() {
            under_heading(&words, &of_heading, &unit, &number, entries)
                .into_iter()
                .filter(is_same_time)
                .collect()
        } else {
            said_last(sentence, &number, same)
        };
        let longest = same.iter().map(|entry| entry.row.len()).max().unwrap_or(0);
        let same: Vec<&Entry<'_>> = same.into_iter().filter(|entry| entry.row.len() == longest).collect();
        // Of several rows or years it could be any.
        if let [entry] = same[..] {
            found.push(finding(item, entry, &number, sentence, false));
        }
    }
}

/// Of several rows that a sentence names, the one that it named last before the number.
fn said_last<'e, 'a>(sentence: &str, number: &Number, same: Vec<&'e Entry<'a>>) -> Vec<&'e Entry<'a>> {
    let said = stems(&sentence[..number.at.0]);
    let last = |entry: &&Entry<'_>| {
        let is_said = entry.row.iter().all(|stem| said.contains(stem));
        said.iter().rposition(|word| is_said && entry.row.contains(word))
    };
    match same.iter().filter_map(last).max() {
        Some(at) => same.into_iter().filter(|entry| last(entry) == Some(at)).collect(),
        None => same,
    }
}

/// What a sentence leaves to its heading: "Area Disabili" above "Gli utenti in carico sono 3.152".
fn under_heading<'e, 'a>(
    words: &[String],
    of_heading: &[String],
    unit: &[String],
    number: &Number,
    entries: &'e [Entry<'a>],
) -> Vec<&'e Entry<'a>> {
    let is_it = |entry: &&Entry<'_>| {
        entry.row.iter().all(|stem| of_heading.contains(stem))
            && entry.column.iter().any(|stem| unit.contains(stem))
            && !entry.is_rate
            && !number.is_percent
            // Nothing else that could be what is counted.
            && words.iter().all(|word| {
                entry.row.contains(word)
                    || entry.column.contains(word)
                    || OF_TOTALS.iter().any(|plain| word.starts_with(plain))
            })
    };
    entries.iter().filter(is_it).collect()
}

/// The share that a sentence tells by its subject: "a Roccabruna gli anziani sono il 24,5%". Everything said before the number is the
/// row or the column, or it could be a share of something else.
fn shares_of<'e, 'a>(sentence: &str, number: &Number, entries: &'e [Entry<'a>]) -> Vec<&'e Entry<'a>> {
    let said = stems(&sentence[..number.at.0]);
    let is_it = |entry: &&Entry<'_>| {
        let is_share = entry.number.is_percent || entry.title.contains('%');
        let is_told = |stem: &String| said.contains(stem);
        is_share
            && !entry.column.is_empty()
            && entry.row.iter().chain(&entry.column).all(is_told)
            && said.iter().all(|stem| entry.row.contains(stem) || entry.column.contains(stem))
    };
    let is_alone = numbers::all(sentence, numbers::mark(std::iter::once(sentence)))
        .iter()
        .all(|other| other == number || other.is_year());
    if number.is_percent && is_alone { entries.iter().filter(is_it).collect() } else { Vec::new() }
}

/// Words that a sentence on a total may have besides what is counted.
const OF_TOTALS: [&str; 14] = [
    "ammont",
    "risult",
    "pari",
    "complessiv",
    "numer",
    "tutt",
    "euro",
    "caric",
    "seguit",
    "stat",
    "assistit",
    "raggiunt",
    "accolt",
    "attiv",
];

/// A sentence that tells a total and nothing else, against the total of the chapter's only table that counts the same.
fn totals(sentence: &str, items: &[&Item], item: &Item, found: &mut Vec<Finding>) {
    let lower = sentence.to_lowercase();
    if !["totale", "complessiv"].iter().any(|word| lower.contains(word)) {
        return;
    }
    let said: Vec<String> = stems(sentence)
        .into_iter()
        .filter(|stem| !OF_TOTALS.iter().any(|plain| stem.starts_with(plain)))
        .collect();
    let all = numbers::all(sentence, numbers::mark(std::iter::once(sentence)));
    let [number] = &all.iter().filter(|number| !number.is_year()).collect::<Vec<_>>()[..] else { return };
    if said.is_empty() || number.is_percent || is_rough(sentence, number) {
        return;
    }
    let years_of = years(sentence);
    let mut totals: Vec<(usize, Number)> = Vec::new();
    let mut last = "";
    for other in items {
        match &other.what {
            What::Paragraph(paragraph) if caption(paragraph).is_some() => last = &paragraph.text,
            What::Table(grid) => {
                let rows: Vec<usize> =
                    grid.body().filter(|(row, _)| is_total(grid.label(*row))).map(|(row, _)| row).collect();
                let [row] = rows[..] else { continue };
                for (column, cell) in grid.rows[row].iter().enumerate().skip(1) {
                    let heading = grid.heading(column);
                    let counted = stems(&heading);
                    let is_it = !is_rate(&heading)
                        && !counted.is_empty()
                        && said.iter().all(|stem| counted.contains(stem));
                    let mut years_there = years(&heading);
                    if years_there.is_empty() {
                        years_there = years(last);
                    }
                    let is_same_time = years_of.is_empty()
                        || years_there.is_empty()
                        || years_there.iter().any(|year| years_of.contains(year));
                    totals.extend(
                        whole(cell, grid.mark())
                            .filter(|_| is_it && is_same_time)
                            .map(|total| (grid.number, total)),
                    );
                }
            }
            _ => {}
        }
    }
    if let [(table, total)] = &totals[..]
        && !total.agrees(number)
    {
        let sentence: String = sentence.trim().chars().take(160).collect();
        found.push(Finding {
            severity: Severity::Wrong,
            place: Place { heading: item.heading.clone(), ..Place::default() },
            fault: Fault::Differs {
                text: number.written.clone(),
                table: total.written.clone(),
                number: *table,
                sentence,
            },
        });
    }
}

/// Headings of columns that say nothing of what is counted.
const PLAIN: [&str; 13] = [
    "valor", "numer", "dat", "tot", "quantita", "importo", "value", "number", "ann", "annu", "total", "euro",
    "cas",
];

/// What is counted, as captions and headings name it.
const MEASURES: [&str; 14] = [
    "utent",
    "spes",
    "risors",
    "cost",
    "entrat",
    "fond",
    "ore",
    "post",
    "operator",
    "resident",
    "popolazion",
    "nucle",
    "intervent",
    "domand",
];

/// What a cell is of: row, column, year, and whether it is a share.
type Key = (Vec<String>, Vec<String>, i32, bool);

/// What a column counts: its heading or, where that is a year alone, the first measure that the caption names.
fn counted(entry: &Entry<'_>) -> Vec<String> {
    let named = |stem: &String| if stem == "utenz" { "utent".to_owned() } else { stem.clone() };
    let own: Vec<String> =
        entry.column.iter().filter(|stem| !PLAIN.contains(&stem.as_str())).map(named).collect();
    if !own.is_empty() {
        return own;
    }
    // "Utenti per area di intervento": what is counted comes first.
    entry.caption.iter().map(named).find(|stem| MEASURES.contains(&stem.as_str())).into_iter().collect()
}

/// The rows of a table, by which one without its full name is known in another.
fn rows_of(entries: &[Entry<'_>]) -> BTreeMap<usize, BTreeSet<Vec<String>>> {
    let mut rows: BTreeMap<usize, BTreeSet<Vec<String>>> = BTreeMap::new();
    for entry in entries {
        rows.entry(entry.grid.number).or_default().insert(entry.row.clone());
    }
    rows
}

/// The name that a row has in an earlier table of the same rows: "Compartecipazione" for "Compartecipazione socio-sanitaria".
fn fuller(entry: &Entry<'_>, rows: &BTreeMap<usize, BTreeSet<Vec<String>>>) -> Vec<String> {
    let Some(own) = rows.get(&entry.grid.number) else { return entry.row.clone() };
    for (table, there) in rows {
        if *table == entry.grid.number || there.contains(&entry.row) || there.intersection(own).count() < 3 {
            continue;
        }
        let longer = |row: &&Vec<String>| {
            row.len() > entry.row.len() && row.starts_with(&entry.row) && !own.contains(*row)
        };
        let mut longer = there.iter().filter(longer);
        if let (Some(row), None) = (longer.next(), longer.next()) {
            return row.clone();
        }
    }
    entry.row.clone()
}

/// The same row, heading and year in two tables, with different numbers.
pub fn tables(items: &[Item], found: &mut Vec<Finding>) {
    let all: Vec<&Item> = items.iter().collect();
    let entries = entries(&all);
    let rows = rows_of(&entries);
    let mut same: BTreeMap<Key, Vec<&Entry<'_>>> = BTreeMap::new();
    for entry in &entries {
        let counted = counted(entry);
        if let ([year], false) = (&entry.years[..], counted.is_empty()) {
            let key = (fuller(entry, &rows), counted, *year, entry.number.is_percent || entry.is_rate);
            same.entry(key).or_default().push(entry);
        }
    }
    for group in same.values() {
        let [first, others @ ..] = &group[..] else { continue };
        let differs = |other: &&&Entry<'_>| {
            other.grid.number != first.grid.number && !other.number.agrees(&first.number)
        };
        for second in others.iter().filter(differs) {
            let number = second.grid.number;
            let is_it = |item: &&Item| matches!(&item.what, What::Table(grid) if grid.number == number);
            let heading = items.iter().find(is_it).map_or_else(String::new, |item| item.heading.clone());
            found.push(Finding {
                severity: Severity::Doubtful,
                place: Place { heading, table: Some(number), ..Place::default() },
                fault: Fault::Tables {
                    what: second.title.clone(),
                    first: first.number.written.clone(),
                    second: second.number.written.clone(),
                    number: first.grid.number,
                },
            });
        }
    }
}

fn shares_row(entry: &Entry<'_>, words: &[String]) -> bool {
    entry.row.iter().any(|stem| words.contains(stem))
}

fn finding(item: &Item, entry: &Entry<'_>, number: &Number, sentence: &str, is_swapped: bool) -> Finding {
    let (text, table) = (number.written.clone(), entry.number.written.clone());
    let sentence: String = sentence.trim().chars().take(160).collect();
    let number = entry.grid.number;
    Finding {
        severity: Severity::Wrong,
        place: Place { heading: item.heading.clone(), ..Place::default() },
        fault: if is_swapped {
            Fault::Swapped { text, table, number, sentence }
        } else {
            Fault::Differs { text, table, number, sentence }
        },
    }
}

/// Other words for users.
const USERS: [&str; 7] = ["person", "assistit", "beneficiar", "utenz", "ospit", "soggett", "cittadin"];

/// What is counted: the words right after a number or, if there are none, those right before it.
fn beside(sentence: &str, number: &Number) -> Vec<String> {
    let clause = |text: &str| text.replace('€', " euro ");
    let after = clause(sentence[number.at.1..].split([',', '(', ')', ':', ';']).next().unwrap_or(""));
    let before = clause(sentence[..number.at.0].rsplit([',', '(', ')', ':', ';']).next().unwrap_or(""));
    let after: Vec<String> = stems(&after).into_iter().take(2).collect();
    let unit = if after.is_empty() { stems(&before).into_iter().rev().take(2).collect() } else { after };
    // Who uses a service, by other names.
    let named = |stem: String| if USERS.contains(&stem.as_str()) { "utent".to_owned() } else { stem };
    unit.into_iter().map(named).collect()
}

/// Whether a number is given roughly, or as a part of another.
fn is_rough(sentence: &str, number: &Number) -> bool {
    const ROUGH: [&str; 12] = [
        "circa", "oltre", "quasi", "almeno", "cui", "più", "meno", "altri", "about", "over", "nearly",
        "which",
    ];
    let words: Vec<String> =
        sentence[..number.at.0].split_whitespace().rev().take(3).map(str::to_lowercase).collect();
    words.iter().any(|word| ROUGH.contains(&word.as_str()))
}

/// Whether two numbers of the same length differ by two neighbouring digits that changed places. Short ones do so by
/// chance.
fn is_swapped(a: &str, b: &str) -> bool {
    if a.len() != b.len() || a.len() < 5 {
        return false;
    }
    let differing: Vec<usize> =
        a.bytes().zip(b.bytes()).enumerate().filter(|(_, (a, b))| a != b).map(|(i, _)| i).collect();
    let (a, b) = (a.as_bytes(), b.as_bytes());
    matches!(differing[..], [i, j] if j == i + 1 && a[i] == b[j] && a[j] == b[i])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_neighbouring_digits_that_changed_places() {
        assert!(is_swapped("9542476", "9524476") && is_swapped("111187", "111817"));
        assert!(
            !is_swapped("9542476", "9542476") && !is_swapped("1234", "1243") && !is_swapped("95424", "95524")
        );
        assert_eq!(sentences("Sono 1.234. Poi altri; fine"), ["Sono 1.234", " Poi altri", " fine"]);
    }
}
