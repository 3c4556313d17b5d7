//! The map beside the map of the window: the same at another date, its change, or another indicator.

use crate::base::Date;
use crate::data::Atlas;
use crate::document::{ClassSpan, MapKind, MapSpec, SlopeSpec, Spec};
use crate::i18n::{Lang, texts};

/// What the second map shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Beside {
    /// The same at another date.
    Date(Date),
    /// The change of the same; of a change its value.
    Change,
    /// Another indicator, given by id.
    Other(String),
}

impl Beside {
    /// What is shown where nobody asked for anything: the first date whose values compare, or else its change.
    pub fn usual(map: &MapSpec, atlas: &Atlas) -> Self {
        SlopeSpec::usual_start(&map.indicator, map.date, atlas).map_or(Self::Change, Self::Date)
    }

    /// The spec of the second map.
    ///
    /// # Errors
    /// The message that says why there is no such map.
    pub fn map(&self, map: &MapSpec, atlas: &Atlas, lang: Lang) -> Result<MapSpec, String> {
        let mut second = map.clone();
        match self {
            Self::Date(date) => second.date = *date,
            Self::Change if map.kind.is_of_differences() => second.set_kind(MapKind::default()),
            Self::Change => {
                let from = SlopeSpec::usual_start(&map.indicator, map.date, atlas);
                second.set_kind(MapKind::since(from.unwrap_or(map.date)));
            }
            Self::Other(id) => {
                let Some(indicator) = atlas.catalogue.get(id) else {
                    return Err(texts::small_maps_no_year(lang, id, map.date.year()));
                };
                let date = atlas.nearest_date(indicator, map.date).unwrap_or(map.date);
                second = MapSpec::new(id.as_str(), date);
                (second.level, second.method, second.lang) = (map.level, map.method, map.lang);
                second.representation = second.usual_representation(atlas);
                second.selected.clone_from(&map.selected);
                second.frame.clone_from(&map.frame);
            }
        }
        let (indicator, date) = (second.indicator.clone(), second.date);
        second.kind.settle(&indicator, date, atlas, lang)?;
        Ok(second)
    }
}

/// Whether the same colour means the same on both maps.
pub fn share_classes(a: &MapSpec, b: &MapSpec) -> bool {
    let is_fixed = |map: &MapSpec| map.kind == MapKind::default() && map.classes.span == ClassSpan::AllDates;
    is_fixed(a)
        && is_fixed(b)
        && a.indicators() == b.indicators()
        && (a.level, a.method, a.representation) == (b.level, b.method, b.representation)
        && (&a.classes, &a.palette) == (&b.classes, &b.palette)
}
