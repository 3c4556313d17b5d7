//! What a user decides about a file: the answers to what can be read in more than one way.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date};
use crate::data::Reference;
use crate::i18n::{Text, texts as t};
use crate::io::recipe::{Combine, Day, Measure};

use super::finding::Finding;
use super::period::{self, Reading};

/// Answers about a file. What is not answered is read as without any.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Answers {
    /// The sheet of a workbook to take; the others are left out.
    pub sheet: Option<String>,
    /// The character before decimals.
    pub decimal: Option<char>,
    /// What the values refer to, where no column says it.
    pub date: Option<When>,
    /// Territories by what stands in the file; an empty code leaves the rows out.
    pub names: BTreeMap<String, Code>,
    /// What columns are, by their names.
    pub columns: BTreeMap<String, Role>,
    /// What the rows of one territory and date are.
    pub rows: Option<Rows>,
    /// What is made of a column where rows are added up, by its name.
    pub combine: BTreeMap<String, Combine>,
    /// Rows that are taken: of each of these columns the cells that say so.
    pub keep: BTreeMap<String, BTreeSet<String>>,
    /// Whether rows that a workbook does not show are left out.
    pub skip_hidden: Option<bool>,
    /// Reference system of boundaries, as `EPSG:3003`.
    pub crs: Option<String>,
    /// Codes of the findings taken as they are proposed; `all` for every one.
    pub accepted: BTreeSet<String>,
}

/// What the rows of one territory and date are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rows {
    /// Things, to be counted and added.
    Added,
    /// One thing: the first row counts.
    Single,
}

impl Rows {
    /// As it is typed on the command line.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "added" => Some(Self::Added),
            "single" => Some(Self::Single),
            _ => None,
        }
    }
}

/// What values refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum When {
    /// A year, which stands for a day of it as the recipe says, or a day.
    At(Reference),
    /// They hold at every date.
    Always,
}

impl When {
    /// What a person types: a year, or a day in any usual spelling.
    pub fn typed(text: &str) -> Option<Self> {
        let text = text.trim();
        let year = || Self::try_from(text.to_owned()).ok().filter(|_| text.len() == 4);
        year().or_else(|| Self::day(text).map(|day| Self::At(Reference::Date(day))))
    }
}

impl When {
    fn day(text: &str) -> Option<Date> {
        let reading = Reading { day: Day::Start, is_dated: false, is_school: false };
        period::read(text, &reading).map(|when| when.date)
    }
}

impl TryFrom<String> for When {
    type Error = crate::base::DateError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text == "never" { Ok(Self::Always) } else { Reference::try_from(text).map(Self::At) }
    }
}

impl From<When> for String {
    fn from(when: When) -> Self {
        match when {
            When::At(reference) => reference.to_string(),
            When::Always => "never".to_owned(),
        }
    }
}

/// What a column is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub enum Role {
    /// Nothing that is needed.
    Ignored,
    /// ISTAT or cadastral code of the Comune.
    Code,
    /// Name of the Comune.
    Name,
    /// Code or name of the Ambito.
    Ambito,
    /// Province.
    Province,
    /// Year or date.
    Date,
    /// It parts the values of a territory and date.
    Dimension,
    /// Numbers.
    Value(Meaning),
}

/// What numbers are; what is not said is found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Meaning {
    /// What they are called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What may be done with them.
    pub measure: Option<Measure>,
    /// Their unit.
    pub unit: String,
}

/// A role as it is written: its name, or `{ "value": { "measure": …, "unit": … } }`.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Name(String),
    Value { value: Meaning },
}

impl TryFrom<Written> for Role {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        match written {
            Written::Value { value } => Ok(Self::Value(value)),
            Written::Name(name) => Self::from_id(&name).ok_or(format!("'{name}' is no role of a column")),
        }
    }
}

impl From<Role> for Written {
    fn from(role: Role) -> Self {
        let name = match role {
            Role::Value(value) => return Self::Value { value },
            Role::Ignored => "ignored",
            Role::Code => "code",
            Role::Name => "name",
            Role::Ambito => "ambito",
            Role::Province => "province",
            Role::Date => "date",
            Role::Dimension => "dimension",
        };
        Self::Name(name.to_owned())
    }
}

impl Role {
    /// The role of that name in files and on the command line.
    pub fn from_id(id: &str) -> Option<Self> {
        Some(match id {
            "ignored" => Self::Ignored,
            "code" => Self::Code,
            "name" => Self::Name,
            "ambito" => Self::Ambito,
            "province" => Self::Province,
            "date" => Self::Date,
            "dimension" => Self::Dimension,
            "value" => Self::Value(Meaning::default()),
            _ => return None,
        })
    }

    /// Its name.
    pub fn text(&self) -> Text {
        match self {
            Self::Ignored => t::ROLE_IGNORED,
            Self::Code => t::ROLE_CODE,
            Self::Name => t::ROLE_NAME,
            Self::Ambito => t::ROLE_AMBITO,
            Self::Province => t::ROLE_PROVINCE,
            Self::Date => t::ROLE_DATE,
            Self::Dimension => t::ROLE_DIMENSION,
            Self::Value(_) => t::ROLE_VALUE,
        }
    }
}

impl Answers {
    /// Makes notes of the choices that are taken as proposed.
    pub(super) fn accept(&self, findings: &mut [Finding]) {
        for finding in findings {
            if self.accepted.contains(finding.code()) || self.accepted.contains("all") {
                finding.accept();
            }
        }
    }
}
