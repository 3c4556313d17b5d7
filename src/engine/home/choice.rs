//! Which Ambito is the user's, and the map that shows it.

use crate::base::{Code, Level};
use crate::data::{Atlas, Unit};
use crate::document::MapSpec;
use crate::engine::settings::Settings;
use crate::i18n::Lang;

/// The user's Ambito, if there is one in this territory.
pub fn of<'a>(atlas: &Atlas, settings: &'a Settings) -> Option<&'a Code> {
    settings.home().filter(|code| atlas.territories.position(Level::Ambiti, code).is_some())
}

/// The Ambiti to choose from, by name; none where there is nothing to choose.
pub fn choices(atlas: &Atlas, lang: Lang) -> Vec<(Code, String)> {
    let units = atlas.territories.units(Level::Ambiti);
    if units.len() < 2 {
        return Vec::new();
    }
    // "dell'Alto Milanese" is looked for at A.
    let mut units: Vec<&Unit> = units.iter().collect();
    units.sort_by(|a, b| a.name.cmp(&b.name));
    units.iter().map(|unit| (unit.code.clone(), lang.territory(Level::Ambiti, &unit.name))).collect()
}

/// The map with the Ambito among the others.
pub(in crate::engine) fn put(spec: &mut MapSpec, code: &Code) {
    (spec.level, spec.selected) = (Level::Ambiti, vec![code.clone()]);
}
