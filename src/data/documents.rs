//! Which tables and charts two printed documents have: those that are here as published, and why the others are not.

use serde::Deserialize;

use crate::base::{Date, Level};

use super::indicator::Bilingual;

/// A printed document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedDocument {
    /// What it is.
    pub name: Bilingual,
    /// Id of the published dataset that has its numbers.
    pub dataset: String,
    /// Its tables and charts, in order.
    pub parts: Vec<DocumentPart>,
}

/// A table or chart of a printed document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentPart {
    /// What it is called there: "Tab. 2", "Grafico 16".
    pub name: String,
    /// The tables of the dataset that it is in, where they are not one of its own name.
    #[serde(default)]
    tables: Vec<String>,
    /// The tables whose numbers it draws.
    #[serde(default)]
    pub same_as: Vec<String>,
    /// What must be known of what is there.
    #[serde(default)]
    pub note: Option<Bilingual>,
    /// The scatterplot that draws it again.
    #[serde(default)]
    pub scatter: Option<DrawnAgain>,
    /// Why it is not there.
    #[serde(default)]
    pub why: Option<Bilingual>,
}

/// The scatterplot of a chart whose numbers are printed in one direction alone: its published values against what is computed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrawnAgain {
    /// Id of the indicator across.
    pub x: String,
    /// Id of the indicator as published.
    pub y: String,
    /// The year of its values.
    pub year: i16,
    /// The date of what is computed.
    pub x_date: Date,
    /// The level of its areas.
    pub level: Level,
}

impl PublishedDocument {
    /// Its parts, each with the dataset that its numbers are in.
    pub fn parts_of(&self) -> impl Iterator<Item = (&DocumentPart, &str)> {
        self.parts.iter().map(|part| (part, self.dataset.as_str()))
    }
}

impl DocumentPart {
    /// The tables of the dataset that have its numbers; none where it is not there.
    pub fn tables(&self) -> Vec<&str> {
        if self.why.is_some() || self.scatter.is_some() {
            return Vec::new();
        }
        match (self.same_as.as_slice(), self.tables.as_slice()) {
            ([], []) => vec![&self.name],
            ([], tables) | (tables, _) => tables.iter().map(String::as_str).collect(),
        }
    }
}
