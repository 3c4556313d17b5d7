//! A hypothesis puts Comuni, or whole Ambiti, into other Ambiti. The official grouping is kept beside it, so that both can be
//! compared and either restored.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{Code, Level};

use super::territory::{Comune, Territories};

/// A Comune, or all Comuni that an Ambito has at that moment, put into another Ambito.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// The Comune or the Ambito.
    pub what: Code,
    /// The Ambito it is put into.
    pub to: Code,
}

/// A hypothesis about which Comuni form which Ambito. Without moves it is the official grouping.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WhatIf {
    /// The name its author gives it; may be empty.
    pub name: String,
    /// One after the other.
    pub moves: Vec<Move>,
    /// Names of the Ambiti that only exist in the hypothesis, and other names for official ones.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub ambiti: BTreeMap<Code, String>,
}

impl WhatIf {
    /// Whether it leaves the official grouping as it is.
    pub fn is_official(&self) -> bool {
        self.moves.is_empty()
    }

    /// The Ambito that each Comune is put into, in the order of the Comuni.
    ///
    /// # Errors
    /// See [`WhatIfError`].
    pub fn ambito_of_each(&self, official: &Territories) -> Result<Vec<Code>, WhatIfError> {
        Ok(regrouped(official, self)?.into_iter().map(|comune| comune.ambito.0).collect())
    }

    /// A code for one more Ambito of the hypothesis.
    pub fn next_code(&self, official: &Territories) -> Code {
        let taken = |code: &Code| self.ambiti.contains_key(code) || official.find(code).is_some();
        (1..)
            .map(|n| Code::from(format!("ipotesi-{n}")))
            .find(|code| !taken(code))
            .expect("numbers never end")
    }
}

/// Comuni that a hypothesis takes from one Ambito to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Code and name of their official Ambito.
    pub from: (Code, String),
    /// Code and name of the Ambito that the hypothesis puts them into.
    pub to: (Code, String),
    /// Their codes and names.
    pub comuni: Vec<(Code, String)>,
    /// Whether these are all the Comuni of their official Ambito.
    pub is_whole: bool,
}

/// A hypothesis in force: what it changes, and the official grouping.
#[derive(Clone, Debug)]
pub struct Hypothesis {
    pub what_if: WhatIf,
    pub official: Territories,
    /// What differs from the official grouping, by the names of the Ambiti.
    pub moved: Vec<Moved>,
}

/// Why a hypothesis makes no sense.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhatIfError {
    /// What is moved is neither a Comune nor an Ambito.
    #[error("'{0}' is neither a Comune nor an Ambito")]
    NotMovable(Code),
    /// Where it is moved is no Ambito.
    #[error("'{0}' is no Ambito")]
    NotAnAmbito(Code),
    /// Two Ambiti would have the same name.
    #[error("two Ambiti are called '{0}'")]
    SameName(String),
}

impl Hypothesis {
    /// Whether the Comune is in another Ambito than officially.
    pub fn moves(&self, comune: &Code) -> bool {
        self.moved.iter().any(|moved| moved.comuni.iter().any(|(code, _)| code == comune))
    }

    /// The Ambiti that gain or lose Comuni, by name, with their codes.
    pub fn touched(&self) -> BTreeSet<(&String, &Code)> {
        self.moved.iter().flat_map(|one| [&one.from, &one.to]).map(|(code, name)| (name, code)).collect()
    }

    /// Whether the Ambito gains or loses Comuni.
    pub fn touches(&self, ambito: &Code) -> bool {
        self.moved.iter().any(|moved| [&moved.from.0, &moved.to.0].contains(&ambito))
    }
}

/// The Comuni with the Ambiti of the hypothesis.
pub(super) fn regrouped(official: &Territories, what_if: &WhatIf) -> Result<Vec<Comune>, WhatIfError> {
    let mut comuni = official.comuni().to_vec();
    let name_of = |code: &Code| {
        let own =
            || Some(official.units(Level::Ambiti)[official.position(Level::Ambiti, code)?].name.clone());
        what_if.ambiti.get(code).cloned().or_else(own)
    };
    for Move { what, to } in &what_if.moves {
        let name = name_of(to).ok_or_else(|| WhatIfError::NotAnAmbito(to.clone()))?;
        let members: Vec<usize> = match official.position(Level::Comuni, what) {
            Some(comune) => vec![comune],
            None => (0..comuni.len()).filter(|i| comuni[*i].ambito.0 == *what).collect(),
        };
        if members.is_empty() && name_of(what).is_none() {
            return Err(WhatIfError::NotMovable(what.clone()));
        }
        for member in members {
            comuni[member].ambito = (to.clone(), name.clone());
        }
    }
    if !what_if.moves.is_empty() {
        // An official Ambito that has another name has it for all its Comuni.
        for comune in &mut comuni {
            if let Some(name) = what_if.ambiti.get(&comune.ambito.0) {
                comune.ambito.1.clone_from(name);
            }
        }
    }
    let mut names: BTreeMap<&str, &Code> = BTreeMap::new();
    for Comune { ambito: (code, name), .. } in &comuni {
        if *names.entry(name).or_insert(code) != code {
            return Err(WhatIfError::SameName(name.clone()));
        }
    }
    Ok(comuni)
}

/// What differs from the official grouping.
pub(super) fn moved(official: &Territories, comuni: &[Comune]) -> Vec<Moved> {
    let mut all: BTreeMap<(String, String), Moved> = BTreeMap::new();
    for (before, after) in official.comuni().iter().zip(comuni) {
        if before.ambito.0 == after.ambito.0 {
            continue;
        }
        let key = (before.ambito.1.clone(), after.ambito.1.clone());
        let (from, to) = (before.ambito.clone(), after.ambito.clone());
        let moved = all.entry(key).or_insert_with(|| Moved { from, to, comuni: Vec::new(), is_whole: false });
        moved.comuni.push((before.code.clone(), before.name.clone()));
    }
    let mut all: Vec<Moved> = all.into_values().collect();
    for moved in &mut all {
        let own = official.position(Level::Ambiti, &moved.from.0);
        let own = own.map_or(0, |unit| official.units(Level::Ambiti)[unit].members.len());
        moved.is_whole = own == moved.comuni.len();
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comune(code: &str, ambito: &str) -> Comune {
        let pair = |code: &str| (Code::from(code), code.to_owned());
        Comune {
            code: Code::from(code),
            name: format!("Comune {code}"),
            ambito: pair(ambito),
            asst: None,
            ats: pair("ats"),
            province: pair("p"),
        }
    }

    fn official() -> Territories {
        Territories::new(vec![comune("1", "A"), comune("2", "A"), comune("3", "B"), comune("4", "C")])
            .unwrap()
    }

    fn moves(pairs: &[(&str, &str)]) -> Vec<Move> {
        pairs.iter().map(|(what, to)| Move { what: Code::from(*what), to: Code::from(*to) }).collect()
    }

    fn groups(what_if: &WhatIf) -> Result<Vec<String>, WhatIfError> {
        let comuni = regrouped(&official(), what_if)?;
        Ok(comuni.iter().map(|comune| comune.ambito.0.as_str().to_owned()).collect())
    }

    #[test]
    fn moves_follow_one_another() {
        let what_if = WhatIf { moves: moves(&[("1", "B"), ("B", "C"), ("1", "A")]), ..WhatIf::default() };
        assert_eq!(groups(&what_if).unwrap(), ["A", "A", "C", "C"]);
        let back = WhatIf { moves: moves(&[("1", "B"), ("1", "A")]), ..WhatIf::default() };
        let comuni = regrouped(&official(), &back).unwrap();
        assert_eq!(moved(&official(), &comuni), [], "there and back is nothing");
    }

    #[test]
    fn an_ambito_of_its_own_needs_a_name_of_its_own() {
        let new = |name: &str| WhatIf {
            moves: moves(&[("A", "n"), ("B", "n")]),
            ambiti: BTreeMap::from([(Code::from("n"), name.to_owned())]),
            ..WhatIf::default()
        };
        assert_eq!(groups(&new("Nuovo")).unwrap(), ["n", "n", "n", "C"]);
        assert_eq!(groups(&new("C")), Err(WhatIfError::SameName("C".into())));
    }

    #[test]
    fn what_does_not_exist_is_refused() {
        let of = |pair| WhatIf { moves: moves(&[pair]), ..WhatIf::default() };
        assert_eq!(groups(&of(("9", "A"))), Err(WhatIfError::NotMovable(Code::from("9"))));
        assert_eq!(groups(&of(("1", "Z"))), Err(WhatIfError::NotAnAmbito(Code::from("Z"))));
        assert_eq!(groups(&of(("1", "2"))), Err(WhatIfError::NotAnAmbito(Code::from("2"))));
    }

    #[test]
    fn a_whole_ambito_is_told_from_some_of_its_comuni() {
        let what_if = WhatIf { moves: moves(&[("1", "B"), ("C", "B")]), ..WhatIf::default() };
        let moved = moved(&official(), &regrouped(&official(), &what_if).unwrap());
        let told: Vec<_> = moved.iter().map(|m| (m.from.1.as_str(), m.to.1.as_str(), m.is_whole)).collect();
        assert_eq!(told, [("A", "B", false), ("C", "B", true)]);
    }
}
