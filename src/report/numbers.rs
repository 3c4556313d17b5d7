//! The numbers of headings, figures and tables in reading order: counted here for all writers, so that "Tabella 3" is
//! the same table in each.

use std::collections::BTreeMap;

use crate::i18n::{Lang, Text, texts};

use super::block::{Block, Report};

/// What has a numbered caption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Captioned {
    Figure,
    Table,
}

impl Captioned {
    pub fn name(self) -> Text {
        match self {
            Self::Figure => texts::PAGES_FIGURE,
            Self::Table => texts::PAGES_TABLE,
        }
    }
}

/// A numbered heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    pub id: String,
    pub level: u8,
    /// "2.1".
    pub number: String,
    pub text: String,
}

/// A figure or table with its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    pub id: String,
    pub number: usize,
    /// "Figura 3".
    pub label: String,
    pub caption: String,
}

/// The numbers of one report, each list in reading order.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    pub headings: Vec<Heading>,
    pub figures: Vec<Caption>,
    pub tables: Vec<Caption>,
    /// "Figura 3", by the id of what it names; of an id used twice the first counts.
    pub labels: BTreeMap<String, String>,
}

impl Numbers {
    pub fn of(report: &Report) -> Self {
        let mut numbers = Self::default();
        let mut outline = Outline::default();
        for block in &report.blocks {
            let (list, kind, id, caption) = match block {
                Block::Heading { id, level, text } => {
                    let (level, number) = outline.next(*level);
                    numbers.headings.push(Heading { id: id.clone(), level, number, text: text.clone() });
                    continue;
                }
                Block::Figure(figure) => {
                    (&mut numbers.figures, Captioned::Figure, &figure.id, &figure.caption)
                }
                Block::Table(table) => (&mut numbers.tables, Captioned::Table, &table.id, &table.caption),
                _ => continue,
            };
            let number = list.len() + 1;
            let label = label(kind, number, report.lang);
            list.push(Caption { id: id.clone(), number, label: label.clone(), caption: caption.clone() });
            numbers.labels.entry(id.clone()).or_insert(label);
        }
        numbers
    }

    /// "Figura 3", for a reference to a figure or table; `None` where the report has nothing with this id.
    pub fn label(&self, id: &str) -> Option<&str> {
        self.labels.get(id).map(String::as_str)
    }
}

/// "Figura 3": the number never stands alone on the next line.
fn label(kind: Captioned, number: usize, lang: Lang) -> String {
    texts::pages_numbered(lang, lang.text(kind.name()), number)
}

/// Numbers headings one after the other: "2", "2.1".
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The levels asked for of the headings that the next one may be under.
    open: Vec<u8>,
    counts: Vec<usize>,
}

impl Outline {
    /// The deepest level.
    pub const DEEPEST: u8 = 3;

    /// The level and the number of the next heading. A level is never skipped: a screen reader that meets a third level
    /// right below a first one looks for the second.
    pub fn next(&mut self, level: u8) -> (u8, String) {
        let level = level.clamp(1, Self::DEEPEST);
        self.open.retain(|&open| open <= level);
        if self.open.last() != Some(&level) {
            self.open.push(level);
        }
        self.counts.resize(self.open.len(), 0);
        if let Some(count) = self.counts.last_mut() {
            *count += 1;
        }
        let numbers: Vec<String> = self.counts.iter().map(usize::to_string).collect();
        (self.open.len() as u8, numbers.join("."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_numbered_and_no_level_is_skipped() {
        let mut outline = Outline::default();
        let numbers: Vec<(u8, String)> =
            [2, 1, 3, 3, 2, 1].into_iter().map(|level| outline.next(level)).collect();
        let expected = [(1, "1"), (1, "2"), (2, "2.1"), (2, "2.2"), (2, "2.3"), (1, "3")]
            .map(|(l, n)| (l, n.to_owned()));
        assert_eq!(numbers, expected);
    }
}
