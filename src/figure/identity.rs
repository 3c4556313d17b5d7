//! Which numbers a figure was drawn from, so that a figure opened again can say whether they are still the same.

use sha2::{Digest, Sha256};

use crate::base::{Date, Level};
use crate::data::{Atlas, Method, Reference};
use crate::document::{Carried, DataIdentity, Element, FigureSpec, MapKind, PointColour, TableColumn};
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
        identity(&then.indicator, then.at, atlas, lang).is_none_or(|now| now.digest != then.digest)
    };
    carried.data.iter().filter(same).cloned().collect()
}

/// The identities of all values a figure is drawn from, each once.
fn identities(spec: &FigureSpec, atlas: &Atlas) -> Vec<DataIdentity> {
    let mut found: Vec<DataIdentity> = Vec::new();
    for (id, at) in spec.elements().flat_map(|element| used(element, atlas)) {
        if !found.iter().any(|one| one.indicator == id && one.at == at) {
            found.extend(identity(&id, at, atlas, spec.lang));
        }
    }
    found
}

/// What an element is drawn from, by id.
fn used(element: &Element, atlas: &Atlas) -> Vec<(String, Reference)> {
    let on = |id: &str, date: Date| (id.to_owned(), Reference::Date(date));
    match element {
        Element::Map(spec) => {
            let own = on(&spec.indicator, spec.date);
            match &spec.kind {
                MapKind::Value => vec![own],
                MapKind::Change { from } => vec![own, on(&spec.indicator, *from)],
                MapKind::Two { second } => vec![own, on(second, spec.date)],
            }
        }
        Element::Scatter(spec) => {
            let colour = match &spec.view.colour {
                PointColour::Class(id) => Some(id),
                PointColour::Plain | PointColour::Group(_) => None,
            };
            let nearest =
                |id: &String| Some(on(id, atlas.nearest_date(atlas.catalogue.get(id)?, spec.y_date)?));
            let beside = spec.view.size.iter().chain(colour).filter_map(nearest);
            [on(&spec.x, spec.x_date), on(&spec.y, spec.y_date)].into_iter().chain(beside).collect()
        }
        Element::Table(spec) => {
            let times = |column: &TableColumn| [Some(column.at), column.from];
            let of = |column: &TableColumn| {
                let id = column.indicator.clone();
                times(column).into_iter().flatten().map(move |at| (id.clone(), at))
            };
            spec.columns.iter().flat_map(of).collect()
        }
        Element::Ranking(spec) => vec![(spec.indicator.clone(), spec.at)],
        Element::Series(spec) => {
            let references = atlas.references(&spec.indicator).unwrap_or_default();
            references.into_iter().map(|at| (spec.indicator.clone(), at)).collect()
        }
    }
}

fn identity(id: &str, at: Reference, atlas: &Atlas, lang: Lang) -> Option<DataIdentity> {
    let listing = atlas.listing(id, at, Level::Comuni, Method::Pooled).ok()?;
    let mut hash = Sha256::new();
    for row in &listing.rows {
        hash.update(row.code.as_str());
        match row.value {
            Ok(value) => hash.update(value.to_bits().to_le_bytes()),
            Err(reason) => hash.update(reason.id()),
        }
        hash.update([0]);
    }
    let mut digest: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    digest.truncate(DIGITS);
    let source = lang.pick(atlas.caption(id).ok()?.source).to_owned();
    Some(DataIdentity { indicator: id.to_owned(), at, source, digest })
}
