//! The user's answers to what can be read in more than one way in a file.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};
use crate::data::{Quality, Reference};
use crate::i18n::{Text, texts as t};
use crate::io::attributes::Attribute;
use crate::io::recipe::{Combine, Day, Measure, Per};

use super::finding::Finding;
use super::period::{self, Reading};

/// Answers about a file. Whatever is not answered is read as without answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Answers {
    /// The sheet of a workbook to read; the others are left out.
    pub sheet: Option<String>,
    /// The decimal mark.
    pub decimal: Option<char>,
    /// What the values refer to, if no column says so.
    pub date: Option<When>,
    /// Which day the years in a column of years stand for.
    pub day: Option<Day>,
    /// Whether the month of a date in numbers comes before the day.
    pub month_first: Option<bool>,
    /// Territories by the text that stands for them in the file; an empty code leaves the rows out.
    pub names: BTreeMap<String, Code>,
    /// The roles of columns, by their names.
    pub columns: BTreeMap<String, Role>,
    /// What the rows of one territory and date are.
    pub rows: Option<Rows>,
    /// How each column, by name, is combined where rows are added up.
    pub combine: BTreeMap<String, Combine>,
    /// Rows to keep: for each of these columns, the cells that select a row.
    pub keep: BTreeMap<String, BTreeSet<String>>,
    /// The date at which things with dates of opening and closing are counted.
    pub at: Option<Date>,
    /// Whether rows hidden in the workbook are left out.
    pub skip_hidden: Option<bool>,
    /// Whether a Comune without a row in a list of things has none of them.
    pub absent_zero: Option<bool>,
    /// Reference system of boundaries, such as `EPSG:3003`.
    pub crs: Option<String>,
    /// The layer of boundaries to read, of several in the file.
    pub layer: Option<String>,
    /// The attribute of boundaries with the codes of each level.
    pub levels: BTreeMap<Level, Attribute>,
    /// Codes of the findings whose proposals are accepted; `all` for every one.
    pub accepted: BTreeSet<String>,
}

/// What the rows of one territory and date are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rows {
    /// Each row is a thing, to be counted and added; of rows that differ only here and there, copies count once.
    Added,
    /// As `Added`, with the copies.
    Every,
    /// There is one row for each; the first one counts.
    Single,
}

impl Rows {
    /// Parses the id typed on the command line.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "added" => Some(Self::Added),
            "every" => Some(Self::Every),
            "single" => Some(Self::Single),
            _ => None,
        }
    }
}

/// What values refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum When {
    /// A date, or a year, which stands for one of its days according to the recipe.
    At(Reference),
    /// They hold at every date.
    Always,
}

impl When {
    /// Parses what a person types: a year, or a date in any usual notation.
    pub fn typed(text: &str) -> Option<Self> {
        let text = text.trim();
        let year = || Self::try_from(text.to_owned()).ok().filter(|_| text.len() == 4);
        year().or_else(|| Self::day(text).map(|day| Self::At(Reference::Date(day))))
    }
}

impl When {
    /// The date, if it is a day and not a whole year.
    pub fn date(self) -> Option<Date> {
        match self {
            Self::At(Reference::Date(date)) => Some(date),
            Self::At(Reference::Year(_) | Reference::TaxYear(_) | Reference::Years(..)) | Self::Always => {
                None
            }
        }
    }

    fn day(text: &str) -> Option<Date> {
        let reading = Reading { day: Day::Start, ..Reading::default() };
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

/// The role of a column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub enum Role {
    /// Not needed.
    Ignored,
    /// ISTAT or cadastral code of the Comune.
    Code,
    /// Name of the Comune.
    Name,
    /// Code or name of the Ambito.
    Ambito,
    Province,
    /// Year or date.
    Date,
    /// It divides the values of a territory and date.
    Dimension,
    Value(Meaning),
}

/// What the numbers of a column mean; unspecified parts are detected.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Meaning {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// How they may be used.
    pub measure: Option<Measure>,
    pub unit: String,
    /// What the value of a group is weighted with, where it is a rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
    /// What a count is also divided by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<Per>,
    /// The status of its values.
    #[serde(skip_serializing_if = "Quality::is_final")]
    pub quality: Quality,
    /// Names of its steps or categories, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<String>,
    /// What its withheld cells lie within, where only a mark stands in them: `<5`, `1-4`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withheld: Option<String>,
}

/// A role as stored: its name, or `{ "value": { "measure": …, "unit": … } }`.
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
    /// The role with this name in files and on the command line.
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
            other => {
                let measure = Measure::from_id(other.strip_prefix("value:")?)?;
                Self::Value(Meaning { measure: Some(measure), ..Meaning::default() })
            }
        })
    }

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
    /// The meaning of a column of values, to be changed; one with another role becomes values.
    pub fn meaning(&mut self, column: &str) -> &mut Meaning {
        let role = self.columns.entry(column.to_owned()).or_insert_with(|| Role::Value(Meaning::default()));
        if !matches!(role, Role::Value(_)) {
            *role = Role::Value(Meaning::default());
        }
        match role {
            Role::Value(meaning) => meaning,
            _ => unreachable!("made values just above"),
        }
    }

    /// Turns accepted choices into notes.
    pub(super) fn accept(&self, findings: &mut [Finding]) {
        for finding in findings {
            let is_named = self.accepted.contains(finding.code());
            if is_named || (self.accepted.contains("all") && finding.has_proposal()) {
                finding.accept();
            }
        }
    }
}
