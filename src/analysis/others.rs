//! An indicator elsewhere: the other ATS, Lombardia, Italia and the large Comuni of the region, where somebody publishes it or its
//! variables are known. Beside ours, never mixed with them.

use crate::base::{Code, Date, Level};
use crate::data::{Area, AreaKind, Atlas, AtlasError, Method, Quality, Reference};

/// A value of an area.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    pub code: Code,
    pub name: String,
    pub kind: AreaKind,
    pub value: f64,
    pub at: Reference,
    pub quality: Quality,
    /// The indicator as published that it is a value of; `None` if it is computed from the variables of the area.
    pub published: Option<String>,
}

/// The values elsewhere, by kind of area from the largest, then from the highest: published ones at their latest reference, computed
/// ones at the date nearest to `wanted` that those areas have.
///
/// # Errors
/// An unknown indicator.
pub fn others(atlas: &Atlas, id: &str, wanted: Date) -> Result<Vec<Other>, AtlasError> {
    atlas.indicator(id)?;
    let mut all: Vec<Other> = Vec::new();
    for (published, rows) in atlas.benchmarks(id) {
        for row in rows {
            let Ok(value) = row.value else { continue };
            let new = Other {
                code: row.area.code.clone(),
                name: row.area.name.clone(),
                kind: row.area.kind,
                value,
                at: row.reference,
                quality: row.quality,
                published: Some(published.id.clone()),
            };
            // Of several years the latest.
            match all.iter_mut().find(|known| known.code == new.code && known.published == new.published) {
                Some(known) if known.at.day_on_axis() < new.at.day_on_axis() => *known = new,
                Some(_) => {}
                None => all.push(new),
            }
        }
    }
    let beyond: Vec<&Area> =
        atlas.areas().iter().filter(|area| area.kind == AreaKind::Comune && area.unit.is_none()).collect();
    if let Ok(axis) = atlas.axis(id, wanted, Level::Comuni, Method::Pooled, Some(&beyond)) {
        for (area, row) in beyond.iter().zip(&axis.rows) {
            let Ok(value) = row.value else { continue };
            all.push(Other {
                code: area.code.clone(),
                name: area.name.clone(),
                kind: area.kind,
                value,
                at: axis.at,
                quality: row.quality,
                published: None,
            });
        }
    }
    all.sort_by(|a, b| {
        a.kind.cmp(&b.kind).then(b.value.total_cmp(&a.value)).then_with(|| a.name.cmp(&b.name))
    });
    Ok(all)
}
