//! The readings of figures, with the origin of each number in them. A reading comes as text from its view; which value each of its
//! numbers is, is found among the values that the figure is made of.

use std::ops::Range;

use crate::base::{Code, Date, Level};
use crate::data::{Caption, Indicator, Reference};
use crate::figure::wording::reference_label;
use crate::i18n::{self, Lang};
use crate::report::block::{Origin, Sentence};
use crate::report::place::Place;

use super::context::{Context, Known};
use super::said::divided;

/// A value that a reading may name.
struct Candidate {
    exact: f64,
    /// The name of its territory, if it is said.
    name: String,
    origin: Origin,
}

/// The values that a figure is made of, and the words in it that are no values.
pub(super) struct Behind {
    candidates: Vec<Candidate>,
    dates: Vec<(String, Origin)>,
    /// Names with figures in them: "da 0 a 2 anni", "5 per mille".
    names: Vec<String>,
    /// What a number is of that is none of these: a count, a coefficient.
    other: Origin,
    lang: Lang,
}

impl Behind {
    /// Of a figure that shows these indicators at these dates, of these places and of all units of a level.
    pub fn new(
        used: &[(String, Reference)],
        places: &[Place],
        level: Option<Level>,
        ctx: &Context<'_>,
    ) -> Self {
        let lang = ctx.lang;
        let mut behind = Self {
            candidates: Vec::new(),
            dates: Vec::new(),
            names: Vec::new(),
            other: Origin::default(),
            lang,
        };
        behind.other.what = Some("of_the_figure");
        for (id, at) in used {
            let (Some(indicator), Some(date)) = (ctx.indicator(id), at.date()) else { continue };
            if behind.other.indicator.is_none() {
                behind.other.indicator = Some(id.clone());
                behind.other.reference = Some(indicator.period.ending(date));
            }
            behind.add(indicator, date, places, level, ctx);
        }
        behind.changes();
        for place in places {
            behind.names.push(place.name.clone());
        }
        behind
    }

    fn add(
        &mut self,
        indicator: &Indicator,
        date: Date,
        places: &[Place],
        level: Option<Level>,
        ctx: &Context<'_>,
    ) {
        let lang = self.lang;
        let stated = indicator.period.ending(date);
        let caption = Caption::from(indicator);
        for name in [lang.pick(&indicator.name), lang.pick(&indicator.short), lang.pick(&indicator.unit)] {
            self.names.push(name.to_owned());
            self.names.push(i18n::within_sentence(name));
        }
        self.names.extend(caption.weight.map(|weight| lang.pick(weight).to_owned()));
        let (full, origin) = ctx.date_value(indicator, date);
        for text in [full, reference_label(lang, stated), i18n::date(lang, date)] {
            self.dates.push((text, origin.clone()));
        }
        let mut put = |name: &str, code: Option<&Code>, known: Known| {
            if let Ok(exact) = known.value {
                let origin = ctx.origin(indicator, code, &known);
                self.candidates.push(Candidate { exact, name: name.to_owned(), origin });
            }
        };
        for place in places {
            put(&place.name, place.code(), ctx.known(place, &indicator.id, date));
        }
        for level in [Some(Level::Ats), level].into_iter().flatten() {
            let Some(table) = ctx.table(&indicator.id, date, level) else { continue };
            for row in &table.rows {
                let name = if level == Level::Ats { "ATS" } else { row.name.as_str() };
                put(
                    name,
                    Some(&row.code),
                    Known { value: row.value, bounds: row.bounds, quality: row.quality, date },
                );
            }
        }
    }

    /// The differences between two dates of one territory.
    fn changes(&mut self) {
        let mut changes = Vec::new();
        for (i, first) in self.candidates.iter().enumerate() {
            for last in &self.candidates[i + 1..] {
                let (a, b) = (&first.origin, &last.origin);
                if a.indicator == b.indicator && a.territory == b.territory && a.reference < b.reference {
                    let exact = crate::base::decimal::difference(last.exact, first.exact);
                    let origin =
                        Origin { exact: Some(exact), since: a.reference, what: Some("change"), ..b.clone() };
                    changes.push(Candidate { exact, name: last.name.clone(), origin });
                }
            }
        }
        self.candidates.extend(changes);
    }

    /// A sentence of the reading, with its values.
    pub fn sentence(&self, id: String, text: &str) -> Sentence {
        let mut taken: Vec<Range<usize>> = Vec::new();
        let mut claimed: Vec<(Range<usize>, Origin)> = Vec::new();
        for (date, origin) in &self.dates {
            for (at, found) in text.match_indices(date.as_str()) {
                let range = at..at + found.len();
                if is_free(&taken, &range) && is_apart(text, &range) {
                    taken.push(range.clone());
                    claimed.push((range, origin.clone()));
                }
            }
        }
        for name in &self.names {
            for (at, found) in text.match_indices(name.as_str()) {
                let range = at..at + found.len();
                if is_free(&taken, &range) {
                    taken.push(range);
                }
            }
        }
        for range in numbers(text) {
            if is_free(&taken, &range) {
                let origin = self.origin_of(text, &range);
                claimed.push((range, origin));
            }
        }
        divided(id, text, claimed)
    }

    /// The value that is written there: of those that are written so, the one whose territory is named nearest before.
    fn origin_of(&self, text: &str, range: &Range<usize>) -> Origin {
        let written = &text[range.clone()];
        let decimals = written.split_once(self.lang.decimal_mark()).map_or(0, |(_, after)| after.len());
        let is_it = |candidate: &&Candidate| {
            let number = match candidate.origin.what {
                Some("change") => i18n::signed_number(self.lang, candidate.exact, decimals),
                _ => i18n::number(self.lang, candidate.exact, decimals),
            };
            number == written
        };
        let distance = |candidate: &&Candidate| {
            let before = text[..range.start].rfind(&candidate.name).map(|at| range.start - at);
            let after = text[range.end..].find(&candidate.name);
            before.into_iter().chain(after).min().unwrap_or(usize::MAX)
        };
        let found = self.candidates.iter().filter(is_it).min_by_key(distance);
        found.map_or_else(|| self.other.clone(), |candidate| candidate.origin.clone())
    }
}

fn is_free(taken: &[Range<usize>], range: &Range<usize>) -> bool {
    taken.iter().all(|known| range.end <= known.start || range.start >= known.end)
}

/// Whether neither a figure nor a letter touches it.
fn is_apart(text: &str, range: &Range<usize>) -> bool {
    let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !joins(text[..range.start].chars().next_back()) && !joins(text[range.end..].chars().next())
}

/// Where numbers are written, with sign, separators and decimals, without units.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let at = |i: usize| letters.get(i).map(|(_, c)| *c);
    let is_digit = |i: usize| at(i).is_some_and(|c| c.is_ascii_digit());
    let mut found = Vec::new();
    let mut i = 0;
    while i < letters.len() {
        if !is_digit(i) || (i > 0 && at(i - 1).is_some_and(char::is_alphanumeric)) {
            i += 1;
            continue;
        }
        let is_signed = i > 0
            && matches!(at(i - 1), Some('+' | '\u{2212}'))
            && (i < 2 || !at(i - 2).is_some_and(char::is_alphanumeric));
        let start = if is_signed { i - 1 } else { i };
        let mut end = i;
        while is_digit(end) || (matches!(at(end), Some('.' | ',')) && is_digit(end + 1)) {
            end += 1;
        }
        let to = letters.get(end).map_or(text.len(), |(at, _)| *at);
        found.push(letters[start].0..to);
        i = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_with_sign_and_decimals() {
        let text = "Sale da 117,1 a 1.233,5 (+4,2 p.p.), il 3° su 17; (\u{2212}0,5%).";
        let written: Vec<&str> = numbers(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(written, ["117,1", "1.233,5", "+4,2", "3", "17", "\u{2212}0,5"]);
    }
}
