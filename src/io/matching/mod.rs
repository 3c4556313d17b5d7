//! Which Comune or Ambito a cell names: by code in any notation, by cadastral code, by name.
//!
//! Invariant: a name that is only similar is proposed and never accepted.

mod code;
mod name;

use rustc_hash::FxHashMap;

use crate::base::{Code, Date, Level};
use crate::data::{AreaKind, Territories};

pub(crate) use code::is_comune;
pub use code::{normalised, province_letters};
use name::spelling;
pub(crate) use name::without_ambito;
pub use name::{is_subtotal, is_total, key};

/// A merged Comune, whose residents are now counted with another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    pub code: Code,
    pub name: String,
    /// Position of its successor.
    pub into: usize,
    pub since: Date,
}

/// What a cell names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A Comune, by position.
    Comune(usize),
    /// A merged Comune, by position in [`Matcher::merged`].
    Merged(usize),
    /// An Ambito, by position.
    Ambito(usize),
    /// A larger area that may have values of its own, by position in [`AREAS`].
    Area(usize),
    /// A Comune, but not one of ours.
    Outside,
    /// A province, a region, the country, a total.
    Larger,
    Unknown,
}

impl Place {
    pub(crate) fn is_ours(self) -> bool {
        matches!(self, Self::Comune(_) | Self::Merged(_) | Self::Ambito(_))
    }
}

/// The larger areas that ours are compared with: code as in the list of areas, name, kind, Eurostat's code.
pub(crate) const AREAS: [(&str, &str, AreaKind, &str); 2] =
    [("italia", "Italia", AreaKind::Italy, "IT"), ("lombardia", "Lombardia", AreaKind::Region, "ITC4")];

#[derive(Clone, Debug)]
pub struct Matcher {
    /// The user's or the source's own names, which take precedence.
    own: FxHashMap<String, Place>,
    codes: FxHashMap<String, Place>,
    /// By key: the place, and how its name is spelled.
    names: FxHashMap<String, (Place, String)>,
    ambiti: FxHashMap<String, Place>,
    /// Merged Comuni.
    pub merged: Vec<Merged>,
    /// Keys of the names, codes and letters of our provinces.
    pub provinces: Vec<String>,
}

/// Whether a cell contains anything found in names but not in numbers.
fn has_letters(cell: &str) -> bool {
    cell.bytes().any(|b| b.is_ascii_alphabetic() || !b.is_ascii())
}

/// Letters of the territory's provinces, as on number plates.
const LETTERS: [(&str, &str); 2] = [("015", "MI"), ("098", "LO")];

impl Matcher {
    /// A matcher for a territory, with its cadastral codes and the Comuni merged into its own.
    pub fn new(territories: &Territories, cadastral: &[(Code, String)], merged: Vec<Merged>) -> Self {
        let mut found = Self {
            own: FxHashMap::default(),
            codes: FxHashMap::default(),
            names: FxHashMap::default(),
            ambiti: FxHashMap::default(),
            merged,
            provinces: Vec::new(),
        };
        for (i, comune) in territories.comuni().iter().enumerate() {
            found.codes.insert(comune.code.as_str().to_owned(), Place::Comune(i));
            found.names.insert(key(&comune.name), (Place::Comune(i), spelling(&comune.name)));
            let (code, name) = &comune.province;
            let letters =
                LETTERS.iter().find(|(of, _)| *of == code.as_str()).map_or("", |(_, letters)| letters);
            for text in [code.as_str(), name, letters] {
                if !found.provinces.contains(&key(text)) {
                    found.provinces.push(key(text));
                }
            }
        }
        for (code, cadastral) in cadastral {
            if let Some(i) = territories.position(Level::Comuni, code) {
                found.codes.insert(cadastral.clone(), Place::Comune(i));
            }
        }
        for (i, merged) in found.merged.iter().enumerate() {
            found.codes.insert(merged.code.as_str().to_owned(), Place::Merged(i));
            found.names.insert(key(&merged.name), (Place::Merged(i), spelling(&merged.name)));
        }
        for (i, ambito) in territories.units(Level::Ambiti).iter().enumerate() {
            found.ambiti.insert(ambito.code.as_str().to_owned(), Place::Ambito(i));
            found.ambiti.insert(key(&ambito.name), Place::Ambito(i));
        }
        found
    }

    /// The matcher with additional names for territories; a name with an empty code is not one of ours.
    ///
    /// # Errors
    /// The first code that is not that of a territory.
    pub(crate) fn with_names<'a>(
        &self,
        names: impl IntoIterator<Item = (&'a String, &'a Code)>,
    ) -> Result<Self, Code> {
        let mut with = self.clone();
        for (name, code) in names {
            let place = match code.as_str() {
                "" => Place::Outside,
                text => match (self.by_code(text), self.by_ambito(text)) {
                    (place, _) | (_, place) if place.is_ours() => place,
                    _ => return Err(code.clone()),
                },
            };
            with.own.insert(key(name), place);
        }
        Ok(with)
    }

    /// The territory with this name according to the user or the source.
    pub fn own(&self, cell: &str) -> Option<Place> {
        if self.own.is_empty() { None } else { self.own.get(&key(cell)).copied() }
    }

    /// The Comune with this code, ISTAT's or cadastral.
    pub(crate) fn by_code(&self, cell: &str) -> Place {
        let Some(code) = normalised(cell) else { return Place::Unknown };
        match self.codes.get(code.as_ref()) {
            Some(place) => *place,
            None if code::is_comune(&code) => Place::Outside,
            None => match AREAS.iter().position(|area| area.3 == code) {
                Some(i) => Place::Area(i),
                None if code::is_larger(&code) => Place::Larger,
                None => Place::Unknown,
            },
        }
    }

    /// The Comune with this name, in any spelling.
    pub fn by_name(&self, cell: &str) -> Place {
        if let Some(place) = self.own(cell) {
            return place;
        }
        // Called for whole columns of numbers too, to find the one with the names.
        if !has_letters(cell) {
            return Place::Unknown;
        }
        let whole = key(cell);
        if let Some(place) = self.named(&whole, cell) {
            return place;
        }
        // Its province after a dash or comma: "Rho - MI".
        if let Some((bare, letters)) = cell.rsplit_once(['-', ','])
            && self.provinces.contains(&key(letters))
            && let Some(place) = self.named(&key(bare), bare)
        {
            return place;
        }
        if let Some(place) = name::without_comune(cell).and_then(|bare| self.named(&key(bare), bare)) {
            return place;
        }
        let plain = cell.trim().strip_prefix("Regione ").map_or_else(|| whole.clone(), key);
        // The codes of these areas equal the keys of their names.
        if let Some(i) = AREAS.iter().position(|area| area.0 == plain) {
            return Place::Area(i);
        }
        if cell.contains(['(', '/']) {
            // A province in brackets, and the two names of a bilingual Comune.
            let bare = cell.split('(').next().unwrap_or_default();
            let parts = bare.split('/').chain([bare]).map(|part| self.named(&key(part), part));
            if let Some(place) = parts.flatten().next() {
                return place;
            }
        }
        if name::is_larger(cell, &whole) { Place::Larger } else { Place::Unknown }
    }

    /// The Comune with that key, if its words are separated as in its name: "Casalpusterlen go" is only similar.
    fn named(&self, key: &str, name: &str) -> Option<Place> {
        let (place, spelt) = self.names.get(key)?;
        (spelling(name) == *spelt).then_some(*place)
    }

    /// The Ambito with this code or name, with or without the word "Ambito".
    pub fn by_ambito(&self, cell: &str) -> Place {
        if let Some(place) = self.own(cell) {
            return place;
        }
        let code = cell.trim().trim_end_matches(".0");
        let by_name = || {
            let bare = name::without_ambito(cell);
            let of = |name: &str| self.ambiti.get(&key(name));
            has_letters(cell).then(|| of(bare).or_else(|| of(bare.split_once('(')?.0)))?
        };
        self.ambiti.get(code).or_else(by_name).copied().unwrap_or(Place::Unknown)
    }

    /// The Ambito that a cell names with the word "Ambito" before its name.
    pub(crate) fn ambito_by_word(&self, cell: &str) -> Place {
        match name::without_ambito(cell).len() < cell.trim().len() {
            true => self.by_ambito(cell),
            false => Place::Unknown,
        }
    }

    /// The Ambiti that an unknown name may be meant for.
    pub(crate) fn near_ambiti(&self, cell: &str, names: &[&str]) -> Vec<Place> {
        let close = |name: &&str| {
            let (typed, name) = (key(name::without_ambito(cell)), key(name));
            typed.len() > 4 && strsim::osa_distance(&typed, &name) <= 2
        };
        let near = (0..names.len()).filter(|i| close(&names[*i]) || name::may_be_ambito(cell, names[*i]));
        let near: Vec<usize> = near.collect();
        // "Milano" is rather "Milano Città" than "Visconteo Sud Milano".
        let typed = key(name::without_ambito(cell));
        let begins: Vec<usize> =
            near.iter().copied().filter(|i| key(names[*i]).starts_with(&typed)).collect();
        let near = if begins.is_empty() { near } else { begins };
        near.into_iter().take(4).map(Place::Ambito).collect()
    }

    /// The names most similar to an unknown one, at most three, the best first. Only if the two differ by one letter,
    /// or by two in a long name.
    pub fn near(&self, cell: &str) -> Vec<Place> {
        let typed = key(cell);
        let allowed = match typed.chars().count() {
            0..4 => return Vec::new(),
            4 => 0,
            5..9 => 1,
            _ => 2,
        };
        let letters = typed.chars().count();
        let distance = |(name, (place, _)): (&String, &(Place, String))| {
            // Names of very different length cannot be similar enough.
            if name.chars().count().abs_diff(letters) > allowed {
                return None;
            }
            Some((strsim::osa_distance(&typed, name), name.clone(), *place))
        };
        let mut near: Vec<_> =
            self.names.iter().filter_map(distance).filter(|(d, ..)| *d <= allowed).collect();
        near.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        let mut near: Vec<Place> = near.into_iter().map(|(_, _, place)| place).collect();
        let letters: Vec<char> = typed.chars().collect();
        let shortened = self.names.iter().filter(|(_, (_, spelling))| name::abbreviates(&letters, spelling));
        let mut shortened: Vec<_> = shortened.map(|(name, (place, _))| (name, *place)).collect();
        shortened.sort_unstable_by(|a, b| a.0.cmp(b.0));
        near.extend(shortened.into_iter().map(|(_, place)| place));
        near.dedup();
        near.truncate(3);
        near
    }
}
