//! What official files would bring, and which themes of a social observatory are inside: facts that are embedded.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::data::Bilingual;

/// The file that is embedded.
const FACTS: &str = include_str!("../../assets/coverage/fonti.toml");

/// An official file that would add dates or fill a gap.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficialSource {
    /// Stable id.
    pub id: String,
    /// Themes of the catalogue it serves.
    pub themes: Vec<String>,
    /// A variable it gives, by which one knows which of its dates are there already.
    #[serde(default)]
    pub variable: Option<String>,
    /// The recipe that knows the file.
    #[serde(default)]
    pub recipe: Option<String>,
    /// Who publishes it.
    pub publisher: String,
    /// What the publisher calls it.
    pub name: Bilingual,
    /// What it adds.
    pub adds: Bilingual,
    /// Where it is found, in words.
    #[serde(rename = "where")]
    pub place: Bilingual,
}

/// Whether a theme is inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TopicStatus {
    /// Inside the program.
    Inside,
    /// There is a file, or an office has one.
    ToBring,
    /// Nobody publishes it by Comune.
    None,
}

/// A theme that a social observatory reads.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Whether it is inside.
    pub status: TopicStatus,
    /// Indicators that tell of it.
    #[serde(default)]
    pub indicators: Vec<String>,
    /// Ids of the official sources that would bring more of it.
    #[serde(default)]
    pub bring: Vec<String>,
    /// What to ask for where no source publishes it.
    #[serde(default)]
    pub file: Option<Bilingual>,
    /// What to divide by.
    #[serde(default)]
    pub denominator: Option<Bilingual>,
    /// What must be known.
    #[serde(default)]
    pub note: Option<Bilingual>,
}

/// All that is known of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverageFacts {
    /// The files.
    #[serde(rename = "source")]
    pub sources: Vec<OfficialSource>,
    /// The themes.
    #[serde(rename = "topic")]
    pub topics: Vec<Topic>,
}

/// What is embedded.
pub fn coverage_facts() -> &'static CoverageFacts {
    static READ: LazyLock<CoverageFacts> =
        LazyLock::new(|| toml::from_str(FACTS).expect("the embedded facts are sound: a test reads them"));
    &READ
}
