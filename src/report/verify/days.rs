//! Days that no calendar has.

use super::finding::{Fault, Finding, Place, Severity};
use super::reading::{Item, What};

const MONTHS: [(&str, u32); 24] = [
    ("gennaio", 31),
    ("febbraio", 29),
    ("marzo", 31),
    ("aprile", 30),
    ("maggio", 31),
    ("giugno", 30),
    ("luglio", 31),
    ("agosto", 31),
    ("settembre", 30),
    ("ottobre", 31),
    ("novembre", 30),
    ("dicembre", 31),
    ("january", 31),
    ("february", 29),
    ("march", 31),
    ("april", 30),
    ("may", 31),
    ("june", 30),
    ("july", 31),
    ("august", 31),
    ("september", 30),
    ("october", 31),
    ("november", 30),
    ("december", 31),
];

/// The month of a name in lower case, from 1, and the most days that it has.
pub(super) fn month_named(name: &str) -> Option<(u32, u32)> {
    let at = MONTHS.iter().position(|(own, _)| *own == name)?;
    Some((at as u32 % 12 + 1, MONTHS[at].1))
}

pub fn check(items: &[Item], found: &mut Vec<Finding>) {
    for item in items {
        let What::Paragraph(paragraph) = &item.what else { continue };
        let words: Vec<&str> = paragraph.text.split_whitespace().collect();
        for pair in words.windows(2) {
            let day = pair[0].trim_matches(|c: char| !c.is_ascii_digit());
            let is_day = day.len() <= 2 && pair[0].chars().filter(char::is_ascii_digit).count() == day.len();
            let (Ok(number), true) = (day.parse::<u32>(), is_day) else { continue };
            let month = pair[1].trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
            let Some((_, most)) = month_named(&month) else { continue };
            if number == 0 || number > most {
                found.push(Finding {
                    severity: Severity::Wrong,
                    place: Place { heading: item.heading.clone(), ..Place::default() },
                    fault: Fault::NoSuchDay { day: format!("{number} {month}") },
                });
            }
        }
    }
}
