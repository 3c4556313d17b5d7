//! The territory: the Comuni, and the Ambiti, ASST and ATS they form.

use rustc_hash::FxHashMap;

use crate::base::{Code, Level};

/// A municipality and the groups it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comune {
    pub code: Code,
    pub name: String,
    /// Code and name of its Ambito.
    pub ambito: (Code, String),
    /// Code and name of its ASST; the city of Milano has none.
    pub asst: Option<(Code, String)>,
    /// Code and name of its ATS.
    pub ats: (Code, String),
    /// Code and name of its province.
    pub province: (Code, String),
}

/// A territory at some level: a code, a name and its Comuni.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Code at its level.
    pub code: Code,
    pub name: String,
    /// Positions of its Comuni in [`Territories::comuni`], ascending.
    pub members: Vec<usize>,
}

/// The Comuni by code, and the units of every level.
#[derive(Clone, Debug)]
pub struct Territories {
    comuni: Vec<Comune>,
    units: [Vec<Unit>; 4],
    index: FxHashMap<(Level, Code), usize>,
}

/// Why the table of territories contradicts itself.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum TerritoryError {
    /// A Comune has two rows.
    #[error("the Comune {0} is listed twice")]
    Duplicate(Code),
    /// A code has two names.
    #[error("the code {code} is called both '{first}' and '{second}'")]
    TwoNames {
        code: Code,
        /// The name found first.
        first: String,
        second: String,
    },
    /// There are no rows.
    #[error("the table of territories is empty")]
    Empty,
}

impl Territories {
    /// Groups the Comuni into the units of every level. Units are sorted by name, as readers look them up, and Comuni
    /// by code, as files list them.
    pub fn new(mut comuni: Vec<Comune>) -> Result<Self, TerritoryError> {
        if comuni.is_empty() {
            return Err(TerritoryError::Empty);
        }
        comuni.sort_by(|a, b| a.code.cmp(&b.code));
        if let Some(pair) = comuni.windows(2).find(|pair| pair[0].code == pair[1].code) {
            return Err(TerritoryError::Duplicate(pair[0].code.clone()));
        }
        let single =
            |(i, c): (usize, &Comune)| Unit { code: c.code.clone(), name: c.name.clone(), members: vec![i] };
        let units = [
            comuni.iter().enumerate().map(single).collect(),
            group(&comuni, |c| Some(&c.ambito))?,
            group(&comuni, |c| c.asst.as_ref())?,
            group(&comuni, |c| Some(&c.ats))?,
        ];
        let mut index = FxHashMap::default();
        for level in Level::ALL {
            for (i, unit) in units[level as usize].iter().enumerate() {
                index.insert((level, unit.code.clone()), i);
            }
        }
        Ok(Self { comuni, units, index })
    }

    /// The Comuni by code: the order of every per-Comune column in the program.
    pub fn comuni(&self) -> &[Comune] {
        &self.comuni
    }

    /// The units of a level. Those of [`Level::Comuni`] are in the order of [`comuni`](Self::comuni).
    pub fn units(&self, level: Level) -> &[Unit] {
        &self.units[level as usize]
    }

    /// The position in [`units`](Self::units) of the unit with this code.
    pub fn position(&self, level: Level, code: &Code) -> Option<usize> {
        self.index.get(&(level, code.clone())).copied()
    }

    /// The unit with this code, searched from the smallest level.
    pub fn find(&self, code: &Code) -> Option<(Level, usize)> {
        Level::ALL.into_iter().find_map(|level| Some((level, self.position(level, code)?)))
    }

    /// For each Comune, the position of the unit of `level` it belongs to.
    pub fn membership(&self, level: Level) -> Vec<Option<u32>> {
        let mut of = vec![None; self.comuni.len()];
        for (u, unit) in self.units(level).iter().enumerate() {
            for &member in &unit.members {
                of[member] = Some(u as u32);
            }
        }
        of
    }

    /// The Comuni that no unit of a level contains: Milano is in no ASST.
    pub fn outside(&self, level: Level) -> Vec<&Comune> {
        let membership = self.membership(level);
        self.comuni
            .iter()
            .zip(membership)
            .filter(|(_, unit)| unit.is_none())
            .map(|(comune, _)| comune)
            .collect()
    }

    /// For each unit of a level, whether it shares a Comune with one of these territories, of any level.
    ///
    /// # Errors
    /// The first code that is not that of a territory.
    pub fn sharing(&self, level: Level, codes: &[Code]) -> Result<Vec<bool>, Code> {
        let membership = self.membership(level);
        let mut shares = vec![false; self.units(level).len()];
        for code in codes {
            // A code of this level first, because the search would find others at the smallest level.
            let here = self.position(level, code).map(|unit| (level, unit));
            let (level, unit) = here.or_else(|| self.find(code)).ok_or_else(|| code.clone())?;
            for &comune in &self.units(level)[unit].members {
                if let Some(unit) = membership[comune] {
                    shares[unit as usize] = true;
                }
            }
        }
        Ok(shares)
    }
}

fn group(
    comuni: &[Comune],
    key: impl Fn(&Comune) -> Option<&(Code, String)>,
) -> Result<Vec<Unit>, TerritoryError> {
    let mut units: Vec<Unit> = Vec::new();
    let mut seen: FxHashMap<&Code, usize> = FxHashMap::default();
    for (i, comune) in comuni.iter().enumerate() {
        let Some((code, name)) = key(comune) else { continue };
        let at = *seen.entry(code).or_insert_with(|| {
            units.push(Unit { code: code.clone(), name: name.clone(), members: Vec::new() });
            units.len() - 1
        });
        let unit = &mut units[at];
        if unit.name != *name {
            return Err(TerritoryError::TwoNames {
                code: code.clone(),
                first: unit.name.clone(),
                second: name.clone(),
            });
        }
        unit.members.push(i);
    }
    units.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(units)
}
