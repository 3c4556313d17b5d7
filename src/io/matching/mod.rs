//! Which Comune or group of Comuni a cell names: by code in any notation, by cadastral code, by name.
//!
//! Invariant: a name that is only similar is proposed and never accepted.

mod code;
mod group;
mod name;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::base::{Code, Date, Level};
use crate::data::{AreaKind, Territories};

pub(crate) use code::is_comune;
pub use code::{normalised, province_letters};
pub(crate) use group::{AREAS, GROUPS};
use name::spelling;
pub use name::{is_subtotal, is_total, key};
pub(crate) use name::{is_summary, without_ambito, without_total};

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
    /// An Ambito, an ASST or an ATS, by position in its level.
    Group(Level, usize),
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
        matches!(self, Self::Comune(_) | Self::Merged(_) | Self::Group(..))
    }
}

#[derive(Clone, Debug)]
pub struct Matcher {
    /// The user's or the source's own names, which take precedence.
    own: FxHashMap<String, Place>,
    codes: FxHashMap<String, Place>,
    /// By key: the place, and how its name is spelled.
    names: FxHashMap<String, (Place, String)>,
    /// The groups of each level, by code and by the key of the name.
    groups: BTreeMap<Level, FxHashMap<String, Place>>,
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
            groups: BTreeMap::new(),
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
        for level in GROUPS {
            let groups = found.groups.entry(level).or_default();
            for (i, unit) in territories.units(level).iter().enumerate() {
                groups.insert(unit.code.as_str().to_owned(), Place::Group(level, i));
                groups.insert(key(&unit.name), Place::Group(level, i));
                if level != Level::Ambiti {
                    groups.insert(group::bare(level, &unit.name).0, Place::Group(level, i));
                }
            }
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
                text => {
                    let groups = GROUPS.into_iter().map(|level| self.by_group(level, text));
                    let mut places = [self.by_code(text)].into_iter().chain(groups);
                    places.find(|place| place.is_ours()).ok_or_else(|| code.clone())?
                }
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
            None => match AREAS.iter().position(|area| area.3 == code && !area.3.is_empty()) {
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
        if let Some((bare, number)) = name::stripped(cell) {
            match (self.by_name(bare), number.map(|number| self.by_code(number))) {
                // The number before it is the code of another Comune.
                (place, Some(code)) if place.is_ours() && code.is_ours() && code != place => {}
                (place, _) if place.is_ours() => return place,
                _ => {}
            }
        }
        let plain = cell.trim().strip_prefix("Regione ").map_or_else(|| whole.clone(), key);
        // The codes of these areas equal the keys of their names.
        if let Some(i) = AREAS.iter().position(|area| area.0 == plain) {
            return Place::Area(i);
        }
        if let Some(i) = group::other_ats(cell, false) {
            return Place::Area(i);
        }
        if cell.contains(['(', '/']) {
            // A province in brackets, and the two names of a bilingual Comune.
            let (bare, inside) = cell.split_once('(').unwrap_or((cell, ""));
            if ["provincia)", "citta metropolitana)"].contains(&crate::i18n::folded(inside.trim()).as_str()) {
                return Place::Larger;
            }
            if let Some((bare, _)) = name::stripped(bare)
                && let place = self.by_name(bare)
                && place.is_ours()
            {
                return place;
            }
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
    pub(crate) fn by_ambito(&self, cell: &str) -> Place {
        self.by_group(Level::Ambiti, cell)
    }

    /// The group of this level with this code or name, with or without the word for it; or the larger area that stands
    /// among such groups: another ATS, Lombardia, a total.
    pub fn by_group(&self, level: Level, cell: &str) -> Place {
        if let Some(place) = self.own(cell) {
            return place;
        }
        let Some(groups) = self.groups.get(&level) else { return Place::Unknown };
        let code = match level {
            Level::Ambiti => cell.trim().trim_end_matches(".0"),
            _ => group::code(cell),
        };
        if let Some(place) = groups.get(code) {
            return *place;
        }
        if !has_letters(cell) {
            let area = AREAS.iter().position(|area| level == Level::Ats && area.0 == code);
            return area.map_or(Place::Unknown, Place::Area);
        }
        let named = match level {
            Level::Ambiti => {
                let bare = name::without_ambito(cell);
                let of = |name: &str| groups.get(&key(name));
                // "3 - Corsico": its number before its name.
                let after = bare.trim_start_matches(|c: char| !c.is_alphabetic());
                let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
                let unnumbered = || if digits < 3 { after } else { bare };
                of(bare).or_else(|| of(bare.split_once('(')?.0)).or_else(|| of(unnumbered()))
            }
            _ => groups.get(&group::bare(level, cell).0),
        };
        if let Some(place) = named {
            return *place;
        }
        if let Some(i) = group::other_ats(cell, level == Level::Ats) {
            return Place::Area(i);
        }
        match self.by_name(cell) {
            place @ Place::Area(_) => place,
            // The other ASST of the Region.
            _ if level == Level::Asst && group::bare(level, cell).1 => Place::Outside,
            Place::Larger if name::says_larger(cell) => Place::Larger,
            _ => Place::Unknown,
        }
    }

    /// Whether a cell names a group of this level, or another ATS beside ours, and nothing else could be meant: a number or a
    /// bare name counts only in a column headed so.
    pub(crate) fn names_group(&self, level: Level, cell: &str, is_headed: bool) -> bool {
        let may_be = level == Level::Ambiti
            || is_headed
            || (cell.trim_start().starts_with(['A', 'a']) && group::bare(level, cell).1);
        may_be
            && match self.by_group(level, cell) {
                Place::Group(of, _) => of == level,
                Place::Area(i) => level == Level::Ats && AREAS[i].2 == AreaKind::Ats,
                _ => false,
            }
    }

    /// The Ambito that a cell names with the word "Ambito" before its name.
    pub(crate) fn ambito_by_word(&self, cell: &str) -> Place {
        match name::without_ambito(cell).len() < cell.trim().len() {
            true => self.by_ambito(cell),
            false => Place::Unknown,
        }
    }

    /// The groups of a level that an unknown name may be meant for.
    pub(crate) fn near_groups(&self, level: Level, cell: &str, names: &[&str]) -> Vec<Place> {
        let bare = |name: &str| match level {
            Level::Ambiti => key(name::without_ambito(name)),
            _ => group::bare(level, name).0,
        };
        let typed = bare(cell);
        let close = |name: &&str| typed.len() > 4 && strsim::osa_distance(&typed, &bare(name)) <= 2;
        let may_be = |name| level == Level::Ambiti && name::may_be_ambito(cell, name);
        let near = (0..names.len()).filter(|i| close(&names[*i]) || may_be(names[*i]));
        let near: Vec<usize> = near.collect();
        // "Milano" is rather "Milano Città" than "Visconteo Sud Milano".
        let begins: Vec<usize> =
            near.iter().copied().filter(|i| bare(names[*i]).starts_with(&typed)).collect();
        let near = if begins.is_empty() { near } else { begins };
        near.into_iter().take(4).map(|i| Place::Group(level, i)).collect()
    }

    /// The names most similar to an unknown one, at most three, the best first. Only if the two differ by one letter,
    /// or by two in a long name.
    pub fn near(&self, cell: &str) -> Vec<Place> {
        let typed = key(name::stripped(cell).map_or(cell, |(bare, _)| bare));
        // "Milano città", "Lodi capoluogo": as beside the province of the same name.
        let alone = ["citta", "capoluogo", "comune"].iter().find_map(|word| typed.strip_suffix(word));
        if let Some((place, _)) = alone.and_then(|alone| self.names.get(alone)) {
            return vec![*place];
        }
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
