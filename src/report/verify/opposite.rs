//! Sentences that cannot be reconciled with one another: above and below the mean, the same share of two wholes, two different
//! minimums of the same thing.

use super::captions::caption;
use super::finding::{Fault, Finding, Place, Severity};
use super::label::stems;
use super::near::sentences;
use super::numbers;
use super::reading::{Item, What};

/// Words that say the opposite of one another.
const PAIRS: [(&str, &str); 4] =
    [("inferior", "superior"), ("più bass", "più alt"), ("below", "above"), ("lower", "higher")];
/// Verbs and the like, which are no subject.
const PLAIN: [&str; 10] =
    ["risult", "sono", "esser", "resta", "invec", "anch", "tuttavi", "infatt", "rispett", "more"];
/// What stands between a share and its whole.
const OF: [&str; 9] = ["del", "della", "dei", "degli", "delle", "dello", "dell'", "of", "dell’"];
const NUMERALS: [(&str, u32); 14] = [
    ("un", 1),
    ("uno", 1),
    ("una", 1),
    ("due", 2),
    ("tre", 3),
    ("quattro", 4),
    ("cinque", 5),
    ("sei", 6),
    ("sette", 7),
    ("otto", 8),
    ("nove", 9),
    ("dieci", 10),
    ("one", 1),
    ("two", 2),
];

/// A sentence of somebody's, and its heading.
struct Told<'a> {
    text: &'a str,
    heading: &'a str,
    is_caption: bool,
}

pub fn check(items: &[Item], found: &mut Vec<Finding>) {
    let mut all: Vec<Told<'_>> = Vec::new();
    for item in items {
        let What::Paragraph(paragraph) = &item.what else { continue };
        if paragraph.style.starts_with("toc ") || paragraph.style == "table of figures" {
            continue;
        }
        let is_caption = caption(paragraph).is_some();
        least(&paragraph.text, &item.heading, found);
        let own = sentences(&paragraph.text)
            .into_iter()
            .filter(|sentence| !paragraph.ours.iter().any(|ours| ours.contains(sentence.trim())));
        all.extend(own.map(|text| Told { text: text.trim(), heading: &item.heading, is_caption }));
    }
    compared(&all, found);
    wholes(&all, found);
}

fn both(code: &'static str, first: &str, second: &str, heading: &str) -> Finding {
    let cut = |text: &str| text.trim().chars().take(160).collect::<String>();
    Finding {
        severity: Severity::Doubtful,
        place: Place { heading: heading.to_owned(), ..Place::default() },
        fault: Fault::Both { code, first: cut(first), second: cut(second) },
    }
}

/// "Inferiore alla media" of a subject that is "superiore" elsewhere.
fn compared(all: &[Told<'_>], found: &mut Vec<Finding>) {
    // Subject, pair, whether it is the first of the pair, sentence.
    let mut said: Vec<(Vec<String>, usize, bool, &Told<'_>)> = Vec::new();
    for told in all.iter().filter(|told| !told.is_caption) {
        let lower = told.text.to_lowercase();
        for (pair, (low, high)) in PAIRS.iter().enumerate() {
            let at = match (lower.find(low), lower.find(high)) {
                (Some(at), None) => (at, true),
                (None, Some(at)) => (at, false),
                _ => continue,
            };
            let mut subject = stems(lower.get(..at.0).unwrap_or_default());
            subject.retain(|stem| !PLAIN.contains(&stem.as_str()));
            subject.sort();
            subject.dedup();
            let other = said.iter().find(|(known, of, is_low, _)| {
                *of == pair && *is_low != at.1 && subject.len() > 1 && *known == subject
            });
            if let Some((.., first)) = other {
                found.push(both("opposite_statements", first.text, told.text, told.heading));
            }
            said.push((subject, pair, at.1, told));
        }
    }
}

/// "33% della popolazione totale" and "33% degli anziani".
fn wholes(all: &[Told<'_>], found: &mut Vec<Finding>) {
    // The share as written, its whole, the words around it.
    let mut said: Vec<(String, Vec<String>, Vec<String>, &Told<'_>)> = Vec::new();
    for told in all {
        let mark = numbers::mark(std::iter::once(told.text));
        for share in numbers::all(told.text, mark).into_iter().filter(|number| number.is_percent) {
            let after = told.text[share.at.1..].trim_start_matches([' ', '\u{a0}', '%']);
            let after = after.split([',', ';', ':', '(', ')', '.']).next().unwrap_or_default();
            let is_of = after.split_whitespace().next().is_some_and(|word| {
                OF.iter().any(|of| {
                    word.eq_ignore_ascii_case(of)
                        || (of.ends_with(['\'', '’']) && word.to_lowercase().starts_with(of))
                })
            });
            let whole: Vec<String> = stems(after).into_iter().take(2).collect();
            if !is_of || whole.is_empty() {
                continue;
            }
            let around = stems(told.text);
            let other = said.iter().find(|(written, of, words, _)| {
                let shared = around.iter().filter(|stem| words.contains(stem)).count();
                // What one says the share is of, the other says has it.
                let is_subject = whole.iter().any(|stem| words.contains(stem))
                    || of.iter().any(|stem| around.contains(stem));
                *written == share.written
                    && (shared > 1 || (is_subject && share.digits().len() > 1))
                    && !of.iter().any(|stem| whole.contains(stem))
            });
            if let Some((.., first)) = other {
                found.push(both("other_whole", first.text, told.text, told.heading));
            }
            said.push((share.written.clone(), whole, around, told));
        }
    }
}

/// "Almeno 1 all'anno" and "un minimo di tre annuali" in one paragraph.
fn least(text: &str, heading: &str, found: &mut Vec<Finding>) {
    let lower = text.to_lowercase();
    let is_yearly = ["all'anno", "all’anno", "annual", "ogni anno", "a year", "yearly"];
    if !is_yearly.iter().any(|word| lower.contains(word)) {
        return;
    }
    let words: Vec<&str> =
        lower.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';' | ':')).collect();
    let mut said: Vec<(u32, String)> = Vec::new();
    for (i, word) in words.iter().enumerate() {
        let next = match *word {
            "almeno" => i + 1,
            "minimo" if words.get(i + 1) == Some(&"di") => i + 2,
            "meno" if i > 0 && words[i - 1] == "non" && words.get(i + 1) == Some(&"di") => i + 2,
            _ => continue,
        };
        let Some(number) = words.get(next) else { continue };
        let named = NUMERALS.iter().find(|(name, _)| name == number).map(|(_, value)| *value);
        let Some(value) = named.or_else(|| number.parse().ok()) else { continue };
        let near = words[next..].iter().take(5).copied().collect::<Vec<_>>().join(" ");
        if is_yearly.iter().any(|word| near.contains(word)) {
            said.push((value, words[i..].iter().take(6).copied().collect::<Vec<_>>().join(" ")));
        }
    }
    if let [(a, first), (b, second)] = &said[..]
        && a != b
    {
        found.push(both("two_minimums", first, second, heading));
    }
}
