//! The attributes of boundaries that name the units and their groups.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::Level;

/// An attribute with codes, optionally with one for names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    pub code: String,
    /// The attribute with names; without one the codes are used.
    pub name: Option<String>,
}

/// How to read boundaries. Unspecified settings are detected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CustomTerritorySpec {
    /// The attribute of each level: the smallest level is that of the units, the others are their groups.
    pub levels: BTreeMap<Level, Attribute>,
    /// Reference system, such as `EPSG:3003`, where the file states none or a wrong one.
    pub crs: Option<String>,
    /// The layer to read, of several in the file.
    pub layer: Option<String>,
}

impl CustomTerritorySpec {
    /// Sets the attribute of a level from `LEVEL=CODE` or `LEVEL=CODE:NAME`; false if the text is neither.
    pub fn set_level(&mut self, text: &str) -> bool {
        let pair = text.split_once('=').and_then(|(level, text)| Some((Level::from_id(level)?, text)));
        let Some((level, text)) = pair.filter(|(_, text)| !text.is_empty()) else { return false };
        self.levels.insert(level, Attribute::parse(text));
        true
    }
}

/// The usual attributes of each level, by their header as compared: ISTAT's first, then those of generic files.
pub(super) const UNITS: [&str; 12] = [
    "procomt",
    "procom",
    "comistatcode",
    "codiceistat",
    "codistat",
    "istatcode",
    "istat",
    "codicecomune",
    "codice",
    "code",
    "idnil",
    "id",
];
pub(super) const GROUPS: [(Level, &[&str]); 2] =
    [(Level::Ambiti, &["coduts", "codprov"]), (Level::Asst, &["codreg"])];
pub(super) const NAMES: [&str; 6] = ["comune", "denominazione", "nome", "name", "nil", "dencom"];

impl Attribute {
    /// Parses `CODE` or `CODE:NAME`.
    pub fn parse(text: &str) -> Self {
        match text.split_once(':') {
            Some((code, name)) => Self { code: code.to_owned(), name: Some(name.to_owned()) },
            None => Self { code: text.to_owned(), name: None },
        }
    }
}

/// Whether an attribute, by its key, has the codes that ISTAT gives to Comuni.
pub(super) fn is_of_comuni(key: &str) -> bool {
    key.starts_with("procom") || key.contains("istat")
}

/// Whether an attribute, by its key, has cadastral codes.
pub(super) fn is_cadastral(key: &str) -> bool {
    ["catast", "belfiore"].iter().any(|word| key.contains(word))
}
