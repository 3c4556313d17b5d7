//! Acts of the Region: the same number under two legislatures.

use std::collections::BTreeMap;

use super::finding::{Fault, Finding, Place, Severity};
use super::reading::{Item, What};

pub fn check(items: &[Item], found: &mut Vec<Finding>) {
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
