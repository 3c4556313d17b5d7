//! Official files that would extend the data, and which themes of a social observatory are covered: embedded facts.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::data::Bilingual;

/// The embedded file.
const FACTS: &str = include_str!("../../assets/coverage/fonti.toml");

/// An official file that would add dates or fill a gap.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficialSource {
    pub id: String,
    /// The themes of the catalogue that the file serves.
    pub themes: Vec<String>,
    /// Variables that the file gives, at least one of each of its dates: they show which dates are already included.
    #[serde(default)]
    pub variables: Vec<String>,
    /// The recipe that reads the file.
    #[serde(default)]
    pub recipe: Option<String>,
    /// The publisher.
    pub publisher: String,
    /// The publisher's name for it.
    pub name: Bilingual,
    /// What the file adds.
    pub adds: Bilingual,
    /// Where the file can be found, in words.
    #[serde(rename = "where")]
    pub place: Bilingual,
}

/// Whether a theme is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TopicStatus {
    /// The program includes it.
    Inside,
    /// A file exists, public or held by an office.
    ToBring,
    /// Nobody publishes it by Comune.
    None,
}

/// A theme that a social observatory follows.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub id: String,
    pub name: Bilingual,
    /// Whether it is covered.
    pub status: TopicStatus,
    /// Indicators that describe it.
    #[serde(default)]
    pub indicators: Vec<String>,
    /// Ids of the official sources that would add to it.
    #[serde(default)]
    pub bring: Vec<String>,
    /// The file to ask for where no source publishes it.
    #[serde(default)]
    pub file: Option<Bilingual>,
    /// The denominator to use.
    #[serde(default)]
    pub denominator: Option<Bilingual>,
    /// What must be known.
    #[serde(default)]
    pub note: Option<Bilingual>,
}

/// The embedded facts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverageFacts {
    #[serde(rename = "source")]
    pub sources: Vec<OfficialSource>,
    #[serde(rename = "topic")]
    pub topics: Vec<Topic>,
}

/// The embedded facts.
pub fn coverage_facts() -> &'static CoverageFacts {
    static READ: LazyLock<CoverageFacts> =
        LazyLock::new(|| toml::from_str(FACTS).expect("the embedded facts are sound: a test reads them"));
    &READ
}
