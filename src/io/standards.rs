//! Standards of service printed in documents: embedded facts.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::data::Bilingual;

/// The embedded file.
const FACTS: &str = include_str!("../../assets/coverage/standard.toml");

/// A standard as printed: one of something for every so many of an indicator.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedStandard {
    pub id: String,
    /// What one is required of.
    pub what: Bilingual,
    /// For how many.
    pub one_per: f64,
    /// Id of the indicator that counts them.
    pub of: String,
    /// The document that prints it, and where.
    pub printed: Bilingual,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    standard: Vec<PrintedStandard>,
}

/// The embedded standards.
pub fn printed_standards() -> &'static [PrintedStandard] {
    static READ: LazyLock<Vec<PrintedStandard>> = LazyLock::new(|| {
        let facts: Facts = toml::from_str(FACTS).expect("the embedded facts are sound: a test reads them");
        facts.standard
    });
    &READ
}
