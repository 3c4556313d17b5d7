//! An indicator at a date of its own, in a list of several.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Method};
use crate::document::bounds::OutOfBounds;
use crate::i18n::Lang;

use super::map_kind::MapKind;
use super::subject::Subject;
use super::table_column::TableColumn;

/// An indicator at a date of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorAt {
    pub indicator: String,
    pub date: Date,
}

impl IndicatorAt {
    /// An indicator at the date at which every figure of it opens.
    pub(super) fn usual(id: &str, atlas: &Atlas) -> Option<Self> {
        let date = atlas.usual_date(atlas.catalogue.get(id)?)?;
        Some(Self { indicator: id.to_owned(), date })
    }

    /// The indicators of a list, one a line, that have values.
    pub(crate) fn listed(list: &str, atlas: &Atlas) -> Vec<Self> {
        let ids = list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        ids.filter_map(|id| Self::usual(id, atlas)).collect()
    }

    /// What the window is about when it shows several of them: the first.
    pub(super) fn subject(all: &[Self], level: Level, selected: &[Code], lang: Lang) -> Subject {
        let first = all.first();
        let date =
            first.map_or_else(|| Date::new(1970, 1, 1).expect("a day of the calendar"), |one| one.date);
        Subject {
            indicator: first.map(|one| one.indicator.clone()).unwrap_or_default(),
            at: date.into(),
            kind: MapKind::default(),
            level,
            method: Method::Pooled,
            selected: selected.to_vec(),
            lang,
        }
    }

    /// Whether they are not too many.
    pub(super) fn check(all: &[Self]) -> Result<(), OutOfBounds> {
        match all.len() {
            many if many > TableColumn::MOST => Err(OutOfBounds::Columns(many)),
            _ => Ok(()),
        }
    }
}
