//! Which numbers a figure was drawn from, so that a figure opened again can say whether they are still the same.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use crate::base::{Date, Level};
use crate::data::{Atlas, Method, Query};
use crate::document::{Carried, DataIdentity, Element, FigureSpec, MapKind, PointColour};
use crate::i18n::Lang;

/// Hexadecimal digits kept of a digest: enough that two sets of values never share one by chance.
const DIGITS: usize = 16;

/// What the file of a figure carries.
pub fn carried(spec: &FigureSpec, atlas: &Atlas) -> Carried {
    Carried::new(spec.clone(), identities(spec, atlas))
}

/// The numbers that have changed since a figure was made, or are no longer there.
pub fn changed(carried: &Carried, atlas: &Atlas) -> Vec<DataIdentity> {
    let lang = carried.figure.lang;
    let same = |then: &&DataIdentity| {
        identity(&then.indicator, then.date, atlas, lang).is_none_or(|now| now.digest != then.digest)
    };
    carried.data.iter().filter(same).cloned().collect()
}

/// The identities of all values a figure is drawn from, by indicator and date.
fn identities(spec: &FigureSpec, atlas: &Atlas) -> Vec<DataIdentity> {
    let used: BTreeSet<(String, Date)> = spec.elements().flat_map(|element| used(element, atlas)).collect();
    used.into_iter().filter_map(|(id, date)| identity(&id, date, atlas, spec.lang)).collect()
}

fn used(element: &Element, atlas: &Atlas) -> Vec<(String, Date)> {
    match element {
        Element::Map(spec) => {
            let own = (spec.indicator.clone(), spec.date);
            match &spec.kind {
                MapKind::Value => vec![own],
                MapKind::Change { from } => vec![own, (spec.indicator.clone(), *from)],
                MapKind::Two { second } => vec![own, (second.clone(), spec.date)],
            }
        }
        Element::Scatter(spec) => {
            let colour = match &spec.view.colour {
                PointColour::Class(id) => Some(id),
                PointColour::Plain | PointColour::Group(_) => None,
            };
            let beside = spec.view.size.iter().chain(colour);
            let nearest =
                |id: &String| Some((id.clone(), atlas.nearest_date(atlas.catalogue.get(id)?, spec.y_date)?));
            let axes = [(spec.x.clone(), spec.x_date), (spec.y.clone(), spec.y_date)];
            axes.into_iter().chain(beside.filter_map(nearest)).collect()
        }
        Element::Ranking(spec) => vec![(spec.indicator.clone(), spec.date)],
        Element::Series(spec) => {
            let dates = atlas.catalogue.get(&spec.indicator).map(|indicator| atlas.dates(indicator));
            dates.unwrap_or_default().into_iter().map(|date| (spec.indicator.clone(), date)).collect()
        }
    }
}

fn identity(id: &str, date: Date, atlas: &Atlas, lang: Lang) -> Option<DataIdentity> {
    let query = Query { indicator: id.to_owned(), date, level: Level::Comuni, method: Method::Pooled };
    let table = atlas.compute(&query).ok()?;
    let mut hash = Sha256::new();
    for row in &table.rows {
        hash.update(row.code.as_str());
        match row.value {
            Ok(value) => hash.update(value.to_bits().to_le_bytes()),
            Err(reason) => hash.update(reason.id()),
        }
        hash.update([0]);
    }
    let mut digest: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    digest.truncate(DIGITS);
    let source = lang.pick(&atlas.catalogue.get(id)?.source).to_owned();
    Some(DataIdentity { indicator: id.to_owned(), date, source, digest })
}
