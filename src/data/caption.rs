//! What a figure says of an indicator, wherever its values come from.

use super::indicator::{Bilingual, Indicator, Kind, Suffix};
use super::published::PublishedIndicator;

/// Name, unit and source of an indicator, computed or as published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Caption<'a> {
    /// Id.
    pub id: &'a str,
    /// Name.
    pub name: &'a Bilingual,
    /// Name short enough for an axis or a column.
    pub short: &'a Bilingual,
    /// What the number counts, in full.
    pub unit: &'a Bilingual,
    /// What follows the number.
    pub suffix: &'a Suffix,
    /// Decimals worth printing.
    pub decimals: usize,
    /// What sort of number it is.
    pub kind: Kind,
    /// Definition in plain words.
    pub definition: &'a Bilingual,
    /// What must be printed with it.
    pub note: Option<&'a Bilingual>,
    /// Source.
    pub source: &'a Bilingual,
    /// Licence of the data.
    pub licence: &'a str,
    /// Whether its values are carried as a source printed them.
    pub as_published: bool,
}

impl<'a> From<&'a Indicator> for Caption<'a> {
    fn from(i: &'a Indicator) -> Self {
        Self {
            id: &i.id,
            name: &i.name,
            short: &i.short,
            unit: &i.unit,
            suffix: &i.suffix,
            decimals: i.decimals,
            kind: i.kind,
            definition: &i.definition,
            note: None,
            source: &i.source,
            licence: &i.licence,
            as_published: false,
        }
    }
}

impl<'a> From<&'a PublishedIndicator> for Caption<'a> {
    fn from(p: &'a PublishedIndicator) -> Self {
        Self {
            id: &p.id,
            name: &p.name,
            short: &p.short,
            unit: &p.unit,
            suffix: &p.suffix,
            decimals: p.decimals,
            kind: p.kind,
            definition: &p.definition,
            note: p.note.as_ref(),
            source: &p.source,
            licence: &p.licence,
            as_published: true,
        }
    }
}
