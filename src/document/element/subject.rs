//! The subject of the window, which its views share.

use crate::base::{Code, Level};
use crate::data::{Method, Reference};
use crate::i18n::Lang;

use super::map_kind::MapKind;

/// The subject that the views of the window share and each shows in its own way.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// Id of the indicator, computed or as published.
    pub indicator: String,
    /// Reference date or, for an indicator as published, the year where it has years.
    pub at: Reference,
    /// What of the indicator is shown.
    pub kind: MapKind,
    /// Level of the units.
    pub level: Level,
    /// How the values of groups are computed.
    pub method: Method,
    /// Codes of the selected territories.
    pub selected: Vec<Code>,
    /// The language of all texts.
    pub lang: Lang,
}

impl Subject {
    /// The same subject for an indicator as published, whose areas are of that level.
    #[must_use]
    pub fn published(self, indicator: &str, at: Reference, level: Level) -> Self {
        Self {
            indicator: indicator.to_owned(),
            at,
            kind: MapKind::default(),
            level,
            method: Method::Pooled,
            ..self
        }
    }
}
