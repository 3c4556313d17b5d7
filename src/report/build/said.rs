//! A sentence as it is read, divided into words and values.

use std::ops::Range;

use crate::report::block::{Origin, Run, Sentence, Value};

/// A sentence with the values in it, each as it is written there.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub text: String,
    pub values: Vec<(String, Origin)>,
}

impl Said {
    pub fn new(text: impl Into<String>, values: impl IntoIterator<Item = (String, Origin)>) -> Self {
        Self { text: text.into(), values: values.into_iter().collect() }
    }

    /// Divides it. A value that is written several times is claimed in the order given.
    pub fn sentence(self, id: String) -> Sentence {
        let mut claimed: Vec<(Range<usize>, Origin)> = Vec::new();
        for (written, origin) in self.values {
            let is_free = |range: &Range<usize>| {
                claimed.iter().all(|(known, _)| range.end <= known.start || range.start >= known.end)
            };
            if let Some(range) = places(&self.text, &written).into_iter().find(is_free) {
                claimed.push((range, origin));
            }
        }
        divided(id, &self.text, claimed)
    }
}

/// A sentence of runs, from its text and where its values are.
pub(super) fn divided(id: String, text: &str, mut claimed: Vec<(Range<usize>, Origin)>) -> Sentence {
    claimed.sort_by_key(|(range, _)| range.start);
    let mut runs = Vec::new();
    let mut from = 0;
    for (n, (range, origin)) in (1..).zip(claimed) {
        if range.start > from {
            runs.push(Run::Text(text[from..range.start].to_owned()));
        }
        from = range.end;
        runs.push(Run::Value(Value { id: format!("{id}/{n}"), text: text[range].to_owned(), origin }));
    }
    if from < text.len() {
        runs.push(Run::Text(text[from..].to_owned()));
    }
    Sentence { id, runs }
}

/// Where something is written as a whole: "8,1" is neither in "18,1" nor in "8,12".
fn places(text: &str, written: &str) -> Vec<Range<usize>> {
    if written.is_empty() {
        return Vec::new();
    }
    let is_whole = |range: &Range<usize>| {
        let before = text[..range.start].chars().next_back();
        let mut after = text[range.end..].chars();
        let (next, second) = (after.next(), after.next());
        let joins = |c: char| matches!(c, '.' | ',');
        let starts_apart = !before.is_some_and(|c| c.is_alphanumeric() || joins(c));
        let ends_apart = match next {
            Some(c) if c.is_alphanumeric() => false,
            Some(c) if joins(c) => !second.is_some_and(|c| c.is_ascii_digit()),
            _ => true,
        };
        starts_apart && ends_apart
    };
    text.match_indices(written).map(|(at, found)| at..at + found.len()).filter(is_whole).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(what: &'static str) -> Origin {
        Origin { what: Some(what), ..Origin::default() }
    }

    #[test]
    fn values_are_found_as_a_whole_and_in_order() {
        let text = "Da 8,1 a 18,1 (8,1), nel 2023: 8,12.";
        let said = Said::new(text, [("8,1".to_owned(), origin("a")), ("8,1".to_owned(), origin("b"))]);
        let sentence = said.sentence("s".to_owned());
        let values: Vec<(&str, Option<&str>)> = sentence
            .runs
            .iter()
            .filter_map(|run| match run {
                Run::Value(value) => Some((value.id.as_str(), value.origin.what)),
                _ => None,
            })
            .collect();
        assert_eq!(values, [("s/1", Some("a")), ("s/2", Some("b"))]);
        let whole: String = sentence
            .runs
            .iter()
            .map(|run| match run {
                Run::Text(text) => text.as_str(),
                Run::Value(value) => value.text.as_str(),
                _ => "",
            })
            .collect();
        assert_eq!(whole, text);
    }
}
