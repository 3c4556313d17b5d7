//! What is numbered in a report, in one pass before it is written: contents and cross-references come before what
//! they name.

use std::collections::BTreeMap;

use crate::i18n::{Lang, texts as t};
use crate::io::digest;

use super::super::block::{Block, Report};

pub struct Heading {
    pub id: String,
    pub level: u8,
    /// "2.1".
    pub number: String,
    pub text: String,
}

pub struct Captioned {
    pub id: String,
    pub number: usize,
    pub caption: String,
}

/// The numbers of a report.
#[derive(Default)]
pub struct Numbers {
    pub headings: Vec<Heading>,
    pub figures: Vec<Captioned>,
    pub tables: Vec<Captioned>,
    /// "Figura 3", by the id of what it names.
    labels: BTreeMap<String, String>,
}

impl Numbers {
    pub fn of(report: &Report) -> Self {
        let mut numbers = Self::default();
        let mut levels = [0_usize; 3];
        for block in &report.blocks {
            match block {
                Block::Heading { id, level, text } => {
                    let at = usize::from(*level).clamp(1, 3);
                    levels[at - 1] += 1;
                    levels[at..].fill(0);
                    let number: Vec<String> = levels[..at].iter().map(ToString::to_string).collect();
                    numbers.headings.push(Heading {
                        id: id.clone(),
                        level: at as u8,
                        number: number.join("."),
                        text: text.clone(),
                    });
                }
                Block::Table(table) => {
                    let number = numbers.tables.len() + 1;
                    numbers.labels.insert(table.id.clone(), label(table_word(report.lang), number));
                    numbers.tables.push(Captioned {
                        id: table.id.clone(),
                        number,
                        caption: table.caption.clone(),
                    });
                }
                Block::Figure(figure) => {
                    let number = numbers.figures.len() + 1;
                    numbers.labels.insert(figure.id.clone(), label(figure_word(report.lang), number));
                    numbers.figures.push(Captioned {
                        id: figure.id.clone(),
                        number,
                        caption: figure.caption.clone(),
                    });
                }
                _ => {}
            }
        }
        numbers
    }

    /// Takes the labels of a document, by their bookmarks: whoever edits it may have moved figures or added some.
    pub fn relabel(&mut self, labels: &BTreeMap<String, String>) {
        for (id, label) in &mut self.labels {
            if let Some(there) = labels.get(&bookmark("_Ref", id)) {
                label.clone_from(there);
            }
        }
    }

    /// "Figura 3"; nothing for what the report does not have.
    pub fn label(&self, id: &str) -> Option<&str> {
        self.labels.get(id).map(String::as_str)
    }
}

/// The word that numbers figures, in text and in the fields that count them.
pub fn figure_word(lang: Lang) -> &'static str {
    lang.text(t::DOCX_FIGURE)
}

pub fn table_word(lang: Lang) -> &'static str {
    lang.text(t::DOCX_TABLE)
}

fn label(word: &str, number: usize) -> String {
    // A number never stands alone on the next line.
    format!("{word}\u{a0}{number}")
}

/// The bookmark of a heading or caption, named as Word names its own, so that its commands take them for such.
pub fn bookmark(prefix: &str, id: &str) -> String {
    let digits = u64::from_str_radix(&digest(id.as_bytes())[..12], 16).unwrap_or_default();
    format!("{prefix}{:09}", digits % 1_000_000_000)
}
