//! Acts: the same number under two legislatures, or with two dates of one year.

use std::collections::BTreeMap;

use super::days::month_named;
use super::finding::{Fault, Finding, Place, Severity};
use super::reading::{Item, What};

/// What acts are called, and one name for each.
const KINDS: [(&str, &str); 9] = [
    ("dm", "DM"),
    ("d.m.", "DM"),
    ("decreto ministeriale", "DM"),
    ("dpcm", "DPCM"),
    ("d.p.c.m.", "DPCM"),
    ("dgr", "DGR"),
    ("d.g.r.", "DGR"),
    ("legge", "Legge"),
    ("delibera", "Delibera"),
];

/// The day, month and year at the beginning of a text: "22.08.2019", "22 agosto 2019".
fn day(text: &str) -> Option<(u32, u32, i32)> {
    let text = text.trim_start();
    let first = text.split([' ', ',', ';', ')']).next()?;
    let numbers: Vec<&str> = first.split(['.', '/', '-']).filter(|part| !part.is_empty()).collect();
    if let [day, month, year] = numbers[..] {
        return Some((day.parse().ok()?, month.parse().ok()?, year.parse().ok()?));
    }
    let mut words = text.split([' ', '\u{a0}', ',', ';', ')']).filter(|word| !word.is_empty());
    let day = words.next()?.trim_end_matches(['°', 'º']).parse().ok()?;
    let month = words.next()?.to_lowercase();
    let (month, _) = month_named(&month)?;
    let year: String = words.next()?.chars().take_while(char::is_ascii_digit).collect();
    Some((day, month, year.parse().ok()?))
}

/// The number at the beginning of a text, and what follows it.
fn act_number(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start_matches([' ', ',', '\u{a0}']);
    let text = text.strip_prefix("n.").or_else(|| text.strip_prefix("n°")).unwrap_or(text).trim_start();
    let text = text.trim_start_matches(['I', 'V', 'X', 'i', 'v', 'x', '/']);
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (1..=5).contains(&end).then(|| (text[..end].to_owned(), &text[end..]))
}

/// An act of one kind, number and year with two dates.
fn dates(items: &[Item], found: &mut Vec<Finding>) {
    let mut acts: BTreeMap<(&str, String, i32), (u32, u32)> = BTreeMap::new();
    for item in items {
        let What::Paragraph(paragraph) = &item.what else { continue };
        let lower = paragraph.text.to_lowercase();
        for (name, kind) in KINDS {
            for (at, _) in lower.match_indices(name) {
                let before = lower[..at].chars().next_back();
                let rest = &lower[at + name.len()..];
                let after = rest.chars().next();
                if before.is_some_and(char::is_alphanumeric)
                    || (kind != "Delibera" && after.is_some_and(char::is_alphanumeric))
                {
                    continue;
                }
                // "DM 22.08.2019, n. 103" and "delibera di Giunta n. 103 del 22 agosto 2019".
                let dated = day(rest).and_then(|date| {
                    let at = rest.find("n.")?;
                    (at < 24).then_some(())?;
                    Some((act_number(&rest[at..])?.0, date))
                });
                let dated = dated.or_else(|| {
                    let at = rest.find("n.").filter(|at| *at < 40).unwrap_or(0);
                    let (number, after) = act_number(&rest[at..])?;
                    let after = after.trim_start().strip_prefix("del").unwrap_or_else(|| after.trim_start());
                    Some((number, day(after.trim_start_matches("l'"))?))
                });
                let Some((number, (day, month, year))) = dated else { continue };
                let key = (kind, number.clone(), year);
                match acts.get(&key) {
                    Some(known) if *known != (day, month) => found.push(Finding {
                        severity: Severity::Doubtful,
                        place: Place { heading: item.heading.clone(), ..Place::default() },
                        fault: Fault::Both {
                            code: "act_dated_twice",
                            first: format!("{kind} n. {number}, {}/{}/{year}", known.0, known.1),
                            second: format!("{kind} n. {number}, {day}/{month}/{year}"),
                        },
                    }),
                    Some(_) => {}
                    None => {
                        acts.insert(key, (day, month));
                    }
                }
            }
        }
    }
}

pub fn check(items: &[Item], found: &mut Vec<Finding>) {
    dates(items, found);
    // By number: the first way it was written, with its legislature.
    let mut acts: BTreeMap<String, (String, String)> = BTreeMap::new();
    for item in items {
        let What::Paragraph(paragraph) = &item.what else { continue };
        for word in paragraph.text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';')) {
            let Some((numeral, rest)) = word.split_once('/') else { continue };
            let is_numeral = !numeral.is_empty() && numeral.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            if !is_numeral || !(3..=5).contains(&digits.len()) {
                continue;
            }
            let written = format!("{numeral}/{digits}");
            match acts.get(&digits) {
                Some((first, known)) if known != numeral => found.push(Finding {
                    severity: Severity::Doubtful,
                    place: Place { heading: item.heading.clone(), ..Place::default() },
                    fault: Fault::Act { first: first.clone(), second: written },
                }),
                Some(_) => {}
                None => {
                    acts.insert(digits, (written, numeral.to_owned()));
                }
            }
        }
    }
}
