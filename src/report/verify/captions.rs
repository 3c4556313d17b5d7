//! Captions: one number each, none left out, and cross-references that lead somewhere.

use std::collections::BTreeMap;

use super::finding::{Fault, Finding, Place, Severity};
use super::reading::{Item, Paragraph, What};

/// What captions begin with, and what they are numbered as.
const WORDS: [(&str, &str); 10] = [
    ("tabella", "Tabella"),
    ("tab.", "Tabella"),
    ("tavola", "Tavola"),
    ("grafico", "Grafico"),
    ("figura", "Figura"),
    ("fig.", "Figura"),
    ("table", "Table"),
    ("figure", "Figure"),
    ("chart", "Chart"),
    ("graf.", "Grafico"),
];

/// A caption that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    pub kind: &'static str,
    pub number: String,
    pub text: String,
}

/// The caption that a paragraph is.
pub fn caption(paragraph: &Paragraph) -> Option<Caption> {
    let is_list = paragraph.style.starts_with("toc ") || paragraph.style == "table of figures";
    let is_styled = matches!(paragraph.style.as_str(), "caption" | "didascalia");
    if is_list || paragraph.text.chars().count() > 300 {
        return None;
    }
    let (kind, number, rest) = begins(&paragraph.text)?;
    // "La Tabella 2 mostra…" is a sentence; "Tabella 2 mostra" may be one.
    let separated =
        rest.is_empty() || rest.trim_start().starts_with(['–', '—', '-', ':', '.', '|', '\n', '(']);
    let text = rest.trim_start_matches([' ', '\u{a0}', '–', '—', '-', ':', '.', '|', '\n', '\t']).trim();
    let starts_large = text.chars().next().is_none_or(|c| !c.is_lowercase());
    (is_styled || separated || (starts_large && !text.ends_with('.'))).then(|| Caption {
        kind,
        number,
        text: text.to_owned(),
    })
}

/// The word, number and rest of a text that begins as a caption does.
fn begins(text: &str) -> Option<(&'static str, String, &str)> {
    let lower = text.to_lowercase();
    let (word, kind) = WORDS.iter().find(|(word, _)| lower.starts_with(word))?;
    // Lower case may have another length only with letters that none of the words has.
    let rest = text.get(word.len()..)?;
    let rest = rest.trim_start_matches([' ', '\u{a0}']);
    if rest.len() == text.len() - word.len() && !word.ends_with('.') {
        return None;
    }
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
    let number = rest[..end].trim_end_matches('.');
    let is_number = number.starts_with(|c: char| c.is_ascii_digit()) && number.len() <= 8;
    is_number.then(|| (*kind, number.to_owned(), &rest[number.len()..]))
}

/// `is_ours` says that the captions are the program's, which may well repeat one for each of many places.
pub fn check(items: &[Item], is_ours: bool, found: &mut Vec<Finding>) {
    let all: Vec<(usize, Caption)> = items
        .iter()
        .enumerate()
        .filter_map(|(i, item)| match &item.what {
            What::Paragraph(paragraph) => Some((i, caption(paragraph)?)),
            _ => None,
        })
        .collect();
    let mut by_number: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    let mut by_text: BTreeMap<(&str, String), &str> = BTreeMap::new();
    for (i, caption) in &all {
        by_number.entry((caption.kind, &caption.number)).or_default().push(*i);
        let text = (caption.kind, caption.text.to_lowercase());
        if is_ours || caption.text.is_empty() {
            continue;
        }
        match by_text.get(&text) {
            Some(first) if *first != caption.number => found.push(finding(
                items,
                *i,
                Severity::Doubtful,
                Fault::SameCaption {
                    first: format!("{} {first}", caption.kind),
                    second: format!("{} {}", caption.kind, caption.number),
                },
            )),
            Some(_) => {}
            None => {
                by_text.insert(text, &caption.number);
            }
        }
    }
    for ((kind, number), places) in &by_number {
        if places.len() > 1 {
            let fault = Fault::Twice { caption: format!("{kind} {number}"), times: places.len() };
            found.push(finding(items, places[1], Severity::Wrong, fault));
        }
    }
    gaps(&by_number, items, found);
    references(&by_number, items, found);
    without(&all, items, found);
}

/// Headings that are numbered by hand, each number once.
pub fn headings(items: &[Item], found: &mut Vec<Finding>) {
    let mut numbers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, item) in items.iter().enumerate().filter(|(_, item)| matches!(item.what, What::Heading)) {
        let number =
            item.heading.split([' ', '\u{a0}', '\t']).next().unwrap_or_default().trim_end_matches(['.', ')']);
        let is_number = number.starts_with(|c: char| c.is_ascii_digit())
            && number.len() <= 8
            && number.chars().all(|c| c.is_ascii_digit() || c == '.');
        // "2019" begins a title of that year.
        if is_number && (number.len() != 4 || number.contains('.')) {
            numbers.entry(number).or_default().push(i);
        }
    }
    for (number, places) in numbers.into_iter().filter(|(_, places)| places.len() > 1) {
        let fault = Fault::HeadingTwice { number: number.to_owned(), times: places.len() };
        found.push(finding(items, places[1], Severity::Doubtful, fault));
    }
}

fn finding(items: &[Item], at: usize, severity: Severity, fault: Fault) -> Finding {
    let heading = items.get(at).map_or_else(String::new, |item| item.heading.clone());
    Finding { severity, place: Place { heading, ..Place::default() }, fault }
}

/// Numbers left out between others, in each series of the same beginning ("2.1", "2.3").
fn gaps(by_number: &BTreeMap<(&str, &str), Vec<usize>>, items: &[Item], found: &mut Vec<Finding>) {
    let mut series: BTreeMap<(&str, &str), BTreeMap<u32, usize>> = BTreeMap::new();
    for ((kind, number), places) in by_number {
        let (start, last) = number.rsplit_once('.').unwrap_or(("", number));
        if let (Ok(last), Some(place)) = (last.parse(), places.first()) {
            series.entry((kind, start)).or_default().insert(last, *place);
        }
    }
    for ((kind, start), numbers) in series {
        let highest = numbers.keys().last().copied().unwrap_or(0);
        // Series that begin elsewhere are parts of another document.
        let lowest = numbers.keys().next().copied().unwrap_or(1);
        if numbers.len() < 2 || highest > lowest + 500 {
            continue;
        }
        for missing in (lowest..highest).filter(|number| !numbers.contains_key(number)) {
            let after = numbers.range(missing..).next().map_or(0, |(_, place)| *place);
            let dot = if start.is_empty() { "" } else { "." };
            let fault = Fault::Gap { caption: format!("{kind} {start}{dot}{missing}") };
            found.push(finding(items, after, Severity::Doubtful, fault));
        }
    }
}

/// "vedi Tabella 7" where there is none; only of kinds that have captions.
fn references(by_number: &BTreeMap<(&str, &str), Vec<usize>>, items: &[Item], found: &mut Vec<Finding>) {
    for (i, item) in items.iter().enumerate() {
        let What::Paragraph(paragraph) = &item.what else { continue };
        let is_list = paragraph.style.starts_with("toc ") || paragraph.style == "table of figures";
        if is_list || caption(paragraph).is_some() {
            continue;
        }
        for (at, _) in
            paragraph.text.char_indices().filter(|(_, c)| matches!(c, 'T' | 'G' | 'F' | 't' | 'g' | 'f'))
        {
            let is_start = paragraph.text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            let Some((kind, number, rest)) = begins(&paragraph.text[at..]).filter(|_| is_start) else {
                continue;
            };
            let has_kind = by_number.keys().filter(|(known, _)| *known == kind).count() > 1;
            // "Tabella 2 del Piano" is another document's.
            let is_elsewhere = rest.trim_start().starts_with("del");
            if has_kind && !is_elsewhere && !by_number.contains_key(&(kind, number.as_str())) {
                let fault = Fault::NoSuch { caption: format!("{kind} {number}") };
                found.push(finding(items, i, Severity::Doubtful, fault));
            }
        }
    }
}

/// Tables without a caption, where most have one.
fn without(all: &[(usize, Caption)], items: &[Item], found: &mut Vec<Finding>) {
    let has = |i: usize| {
        let near = i.saturating_sub(2)..(i + 2).min(items.len());
        all.iter().any(|(at, caption)| near.contains(at) && !matches!(caption.kind, "Figura" | "Figure"))
    };
    let tables: Vec<(usize, usize)> = items
        .iter()
        .enumerate()
        .filter_map(|(i, item)| match &item.what {
            // A frame around text is no table.
            What::Table(grid) if grid.rows.len() > 2 && grid.columns() > 1 => Some((i, grid.number)),
            _ => None,
        })
        .collect();
    let bare: Vec<&(usize, usize)> = tables.iter().filter(|(i, _)| !has(*i)).collect();
    if tables.len() < 3 || bare.len() * 3 > tables.len() {
        return;
    }
    for (i, number) in bare {
        let mut finding = finding(items, *i, Severity::Doubtful, Fault::NoCaption);
        finding.place.table = Some(*number);
        found.push(finding);
    }
}
