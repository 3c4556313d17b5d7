//! Which numbers a figure was drawn from, so that a reopened figure can tell whether they are still the same.

use sha2::{Digest, Sha256};

use crate::base::Level;
use crate::data::{Atlas, Method, Reference};
use crate::document::{Carried, DataIdentity, FigureSpec, OwnIndicator};
use crate::i18n::Lang;

use super::registry::used;

/// The number of hexadecimal digits of a digest that are kept: enough that two sets of values never share one by
/// chance.
const DIGITS: usize = 16;

/// What the file of a figure carries.
pub fn carried(spec: &FigureSpec, atlas: &Atlas) -> Carried {
    Carried { own: own(spec, atlas), ..Carried::new(spec.clone(), identities(spec, atlas)) }
}

/// The indicators it shows that were typed as formulas.
fn own(spec: &FigureSpec, atlas: &Atlas) -> Vec<OwnIndicator> {
    let mut all: Vec<OwnIndicator> = Vec::new();
    for indicator in spec.indicators().filter_map(|id| atlas.catalogue.get(id)) {
        let Some(formula) = &indicator.formula else { continue };
        if all.iter().all(|known| known.id != indicator.id) {
            let (id, name, formula) = (indicator.id.clone(), indicator.name.clone(), formula.clone());
            all.push(OwnIndicator { id, name, formula, decimals: u8::try_from(indicator.decimals).ok() });
        }
    }
    all
}

/// The numbers that have changed since the figure was made, or no longer exist.
pub fn changed(carried: &Carried, atlas: &Atlas) -> Vec<DataIdentity> {
    let lang = carried.figure.lang;
    let same = |then: &&DataIdentity| {
        identity(&then.indicator, then.at, atlas, lang).is_none_or(|now| now.digest != then.digest)
    };
    carried.data.iter().filter(same).cloned().collect()
}

/// The identities of all values a figure is drawn from, without repeats.
fn identities(spec: &FigureSpec, atlas: &Atlas) -> Vec<DataIdentity> {
    let mut found: Vec<DataIdentity> = Vec::new();
    for (id, at) in spec.elements().flat_map(|element| used(element, atlas)) {
        if !found.iter().any(|one| one.indicator == id && one.at == at) {
            found.extend(identity(&id, at, atlas, spec.lang));
        }
    }
    found
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
