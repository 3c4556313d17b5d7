//! Areas known only by published values: Lombardia, Italia, the other ATS, the large Comuni of the region. They have
//! no polygon and no Comuni to sum, so nothing is computed for them.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::base::{Code, Level};

use super::territory::Territories;

/// The kind of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AreaKind {
    #[serde(rename = "italia")]
    Italy,
    #[serde(rename = "regione")]
    Region,
    /// A health protection agency, ours or another one.
    Ats,
    /// A local health trust.
    Asst,
    Ambito,
    /// A municipality, ours or another one.
    Comune,
    /// No territory: the heading of a row in a published table, as a type of lead body or an intervention.
    #[serde(rename = "voce")]
    Heading,
}

impl AreaKind {
    /// Every kind, from the largest.
    pub const ALL: [Self; 7] =
        [Self::Italy, Self::Region, Self::Ats, Self::Asst, Self::Ambito, Self::Comune, Self::Heading];

    /// The name used in files and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Italy => "italia",
            Self::Region => "regione",
            Self::Ats => "ats",
            Self::Asst => "asst",
            Self::Ambito => "ambito",
            Self::Comune => "comune",
            Self::Heading => "voce",
        }
    }

    /// The kind with this [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The level whose units are of this kind; regions and the country are above every level, headings of none.
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Italy | Self::Region | Self::Heading => None,
            Self::Ats => Some(Level::Ats),
            Self::Asst => Some(Level::Asst),
            Self::Ambito => Some(Level::Ambiti),
            Self::Comune => Some(Level::Comuni),
        }
    }
}

/// An area known by published values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Official code if there is one, else a stable word ("lombardia").
    pub code: Code,
    /// Name, as in a list of areas of every kind.
    pub name: String,
    pub kind: AreaKind,
    /// Other names used for it in published tables.
    pub aliases: Vec<String>,
    /// Our own unit with the same level and code, if there is one: published values are then shown beside its
    /// computed ones.
    pub unit: Option<(Level, Code)>,
}

/// Why a table of areas contradicts itself.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum AreaError {
    /// The kind is unknown.
    #[error(
        "the kind '{kind}' of the area '{code}' is not one of: italia, regione, ats, asst, ambito, comune, voce"
    )]
    UnknownKind { code: String, kind: String },
    /// One code with two names or kinds.
    #[error("the area '{code}' is both '{first}' and '{second}'")]
    TwoNames {
        code: Code,
        /// The name found first.
        first: String,
        second: String,
    },
    /// One name for two areas.
    #[error("'{name}' is the name of both '{first}' and '{second}'")]
    Ambiguous {
        name: String,
        /// Code of the area found first.
        first: Code,
        /// Code of the other area.
        second: Code,
    },
}

/// The areas, in the order they are listed.
#[derive(Clone, Debug, Default)]
pub struct Areas {
    areas: Vec<Area>,
    by_name: FxHashMap<String, usize>,
}

impl Areas {
    /// Adds an area and links it to our unit with its level and code, if there is one. A known area only gains the
    /// new aliases: a folder may add the name its tables use for Lombardia.
    pub fn add(&mut self, mut area: Area, territories: &Territories) -> Result<(), AreaError> {
        let names: Vec<String> = std::iter::once(&area.name).chain(&area.aliases).cloned().collect();
        let at = match self.areas.iter().position(|known| known.code == area.code) {
            Some(at) => {
                let known = &mut self.areas[at];
                if (&known.name, known.kind) != (&area.name, area.kind) {
                    return Err(AreaError::TwoNames {
                        code: area.code,
                        first: format!("{} ({})", known.name, known.kind.id()),
                        second: format!("{} ({})", area.name, area.kind.id()),
                    });
                }
                known.aliases.append(&mut area.aliases);
                at
            }
            None => {
                let level = area.kind.level().filter(|l| territories.position(*l, &area.code).is_some());
                area.unit = level.map(|level| (level, area.code.clone()));
                self.areas.push(area);
                self.areas.len() - 1
            }
        };
        for name in names {
            let first = *self.by_name.entry(name.clone()).or_insert(at);
            if first != at {
                let [first, second] = [first, at].map(|i| self.areas[i].code.clone());
                return Err(AreaError::Ambiguous { name, first, second });
            }
        }
        Ok(())
    }

    /// Links every area anew to our unit with its level and code, except Ambiti whose Comuni are not those it was published of.
    pub(super) fn link(&mut self, territories: &Territories, has_changed: impl Fn(&Code) -> bool) {
        for area in &mut self.areas {
            let level = area.kind.level().filter(|level| territories.position(*level, &area.code).is_some());
            let level = level.filter(|level| *level != Level::Ambiti || !has_changed(&area.code));
            area.unit = level.map(|level| (level, area.code.clone()));
        }
    }

    pub fn all(&self) -> &[Area] {
        &self.areas
    }

    /// The area with this code.
    pub fn get(&self, code: &Code) -> Option<&Area> {
        self.areas.iter().find(|area| area.code == *code)
    }

    /// The position in [`all`](Self::all) of the area that tables call by this name.
    pub(crate) fn position_named(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// The area that tables call by this name.
    pub fn named(&self, name: &str) -> Option<&Area> {
        self.position_named(name).map(|i| &self.areas[i])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Comune;

    fn territories() -> Territories {
        let pair = |code: &str| (Code::from(code), code.to_owned());
        let comune = Comune {
            code: Code::from("015146"),
            name: "Milano".into(),
            ambito: pair("50007"),
            asst: None,
            ats: pair("321"),
            province: pair("015"),
        };
        Territories::new(vec![comune]).unwrap()
    }

    fn area(code: &str, name: &str, kind: AreaKind, aliases: &[&str]) -> Area {
        let aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
        Area { code: code.into(), name: name.into(), kind, aliases, unit: None }
    }

    #[test]
    fn an_area_of_ours_is_linked_and_another_is_not() {
        let (mut areas, territories) = (Areas::default(), territories());
        for (code, kind) in [("015146", AreaKind::Comune), ("321", AreaKind::Ats), ("322", AreaKind::Ats)] {
            areas.add(area(code, code, kind, &[]), &territories).unwrap();
        }
        // A code is meaningful only at its own level.
        areas.add(area("50007", "x", AreaKind::Region, &[]), &territories).unwrap();
        let levels: Vec<_> = areas.all().iter().map(|a| a.unit.as_ref().map(|u| u.0)).collect();
        assert_eq!(levels, [Some(Level::Comuni), Some(Level::Ats), None, None]);
    }

    #[test]
    fn aliases_add_up_and_contradictions_are_refused() {
        let (mut areas, territories) = (Areas::default(), territories());
        let mut add = |new| areas.add(new, &territories);
        assert_eq!(add(area("lombardia", "Lombardia", AreaKind::Region, &[])), Ok(()));
        assert_eq!(add(area("lombardia", "Lombardia", AreaKind::Region, &["Regione"])), Ok(()));
        let twice = add(area("lombardia", "Lombardia", AreaKind::Ats, &[])).unwrap_err();
        assert!(matches!(twice, AreaError::TwoNames { .. }), "{twice}");
        let taken = add(area("italia", "Italia", AreaKind::Italy, &["Regione"])).unwrap_err();
        assert!(taken.to_string().contains("'Regione'"), "{taken}");
        assert_eq!(areas.named("Regione").map(|a| a.code.as_str()), Some("lombardia"));
        assert_eq!(areas.named("regione"), None, "names are distinguished as published");
    }
}
