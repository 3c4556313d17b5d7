//! Standards of service that a document prints: facts that are embedded.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::data::Bilingual;

/// The file that is embedded.
const FACTS: &str = include_str!("../../assets/coverage/standard.toml");

/// A standard as a document prints it: one of something for so many of an indicator.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedStandard {
    /// Stable id.
    pub id: String,
    /// What there is one of.
    pub what: Bilingual,
    /// For how many.
    pub one_per: f64,
    /// Id of the indicator that counts them.
    pub of: String,
    /// Who prints it, and where.
    pub printed: Bilingual,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    standard: Vec<PrintedStandard>,
}

/// What is embedded.
pub fn printed_standards() -> &'static [PrintedStandard] {
    static READ: LazyLock<Vec<PrintedStandard>> = LazyLock::new(|| {
        let facts: Facts = toml::from_str(FACTS).expect("the embedded facts are sound: a test reads them");
        facts.standard
    });
    &READ
}
