//! What specs of the residents of one territory by age have in common.

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Method};
use crate::i18n::Lang;

use super::map_kind::MapKind;
use super::subject::Subject;

/// The territory that is shown, with its level and position: the first that is selected, of any level, or the ATS.
pub(super) fn territory(selected: &[Code], atlas: &Atlas) -> Option<(Level, usize)> {
    match selected.first() {
        Some(code) => atlas.territories.find(code),
        None => (!atlas.territories.units(Level::Ats).is_empty()).then_some((Level::Ats, 0)),
    }
}

/// The territory in the name of a file.
pub(super) fn place(selected: &[Code]) -> &str {
    selected.first().map_or("ats", Code::as_str)
}

/// What the window is about when residents by age are what it shows.
pub(super) fn subject(indicator: &str, date: Date, selected: &[Code], lang: Lang, atlas: &Atlas) -> Subject {
    Subject {
        indicator: indicator.to_owned(),
        at: date.into(),
        kind: MapKind::default(),
        level: territory(selected, atlas).map_or(Level::Ambiti, |(level, _)| level),
        method: Method::Pooled,
        selected: selected.to_vec(),
        lang,
    }
}
