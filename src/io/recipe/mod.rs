//! Recipes: how a kind of file is recognised and read. They are data (`assets/recipes/*.toml`), and a user's
//! own is one more of them.

mod pattern;
mod recognise;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Misread};
use crate::data::{Absence, Bilingual};

pub use pattern::{header_key, matches, slug};
pub use recognise::{Recognised, column_names, recognise};

/// How a kind of file is recognised and read. Columns are named by patterns: see [`matches()`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Stable id; that of the dataset it makes.
    pub id: String,
    /// What it reads.
    pub title: Bilingual,
    /// Who publishes it.
    pub source: Bilingual,
    /// Licence, as the source states it; empty where it states none.
    #[serde(default)]
    pub licence: String,
    /// Whether the source publishes it for a larger territory, so that rows of others are nothing to wonder at.
    #[serde(default)]
    pub larger: bool,
    /// Words of which the name of the file or the lines above the header hold one, where the columns alone
    /// do not tell.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Columns that it always has.
    pub headers: Vec<String>,
    /// How many rows the header takes.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub header_rows: usize,
    /// Which columns name the territory.
    pub territory: TerritoryColumns,
    /// What the values refer to.
    #[serde(default)]
    pub date: DateRule,
    /// Columns that part the values of a Comune and date.
    #[serde(default, rename = "dimension")]
    pub dimensions: Vec<Dimension>,
    /// Columns of numbers.
    #[serde(default, rename = "value")]
    pub values: Vec<ValueColumn>,
    /// Whether columns headed by dates are one variable at these dates.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub across: bool,
    /// What the columns are that no one names.
    #[serde(default)]
    pub others: Others,
    /// Columns that are neither values nor dimensions, whatever `others` says.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// The character before decimals, where the source always writes the same; else the cells tell.
    pub decimal: Option<char>,
    /// What an empty cell means.
    #[serde(default)]
    pub blank: Blank,
    /// Whether a Comune has many rows, one a place or person, that are added up.
    #[serde(default)]
    pub many_rows: bool,
    /// The variable that counts them.
    #[serde(default)]
    pub count: Option<ValueColumn>,
    /// Rows that are taken: of each of these columns the cells that say so.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub keep: BTreeMap<String, Vec<String>>,
    /// Whether what has no case is not listed: a merged Comune is then the sum of the parts that are.
    #[serde(default)]
    pub lists_only_cases: bool,
    /// Territories by what the source calls them, where that is no spelling of their names; an empty code leaves
    /// the rows out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, Code>,
}

fn one() -> usize {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn is_one(rows: &usize) -> bool {
    *rows == 1
}

/// Which columns name the territory. At least one is given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TerritoryColumns {
    /// ISTAT or cadastral code.
    pub code: Option<String>,
    /// Name of the Comune.
    pub name: Option<String>,
    /// Code or name of the Ambito.
    pub ambito: Option<String>,
    /// Name, code or letters of the province: names of other provinces are of other Comuni.
    pub province: Option<String>,
}

/// What the values refer to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateRule {
    /// The column of the year or date. Without one, the year is looked for above the header and in the name
    /// of the file.
    pub column: Option<String>,
    /// Which day of the year.
    #[serde(default)]
    pub day: Day,
    /// Whether the values hold at every date.
    #[serde(default)]
    pub undated: bool,
}

/// Which day a year stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Day {
    /// 1 January: what is counted on a day.
    #[default]
    Start,
    /// 31 December: what is counted over the year, and what is counted on its last day.
    End,
}

impl Day {
    /// The date in that year.
    pub fn of(self, year: i16) -> Option<Date> {
        match self {
            Self::Start => Date::new(year, 1, 1),
            Self::End => Date::new(year, 12, 31),
        }
    }
}

/// A column that parts the values of a Comune and date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// The column.
    pub column: String,
    /// The member that is the sum of all others: compared with it, and never added.
    pub total: Option<String>,
}

/// A column of numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueColumn {
    /// The column.
    #[serde(default)]
    pub column: String,
    /// Id of the variable; each `{}` is the member of a dimension.
    pub id: String,
    /// Its name; the column's where it is empty.
    #[serde(default)]
    pub name: Bilingual,
    /// Its unit.
    #[serde(default)]
    pub unit: String,
    /// What may be done with it.
    #[serde(default)]
    pub measure: Option<Measure>,
    /// The day, where it is another than the file's.
    pub day: Option<Day>,
    /// What is made of the rows of a territory, where these are added up.
    #[serde(default, skip_serializing_if = "Combine::is_sum")]
    pub combine: Combine,
}

/// What is made of the values of several rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Combine {
    /// Their sum.
    #[default]
    Sum,
    /// Their mean, each weighing as much as that column says; as much as any other where none is named.
    Mean(String),
    /// How many different ones there are.
    Distinct,
}

impl Combine {
    /// Whether it is the sum.
    pub fn is_sum(&self) -> bool {
        *self == Self::Sum
    }

    /// As typed on the command line: `sum`, `distinct`, `mean`, `mean:COLUMN`.
    pub fn typed(text: &str) -> Option<Self> {
        match text.split_once(':') {
            Some(("mean", weight)) => Some(Self::Mean(weight.to_owned())),
            None if text == "sum" => Some(Self::Sum),
            None if text == "mean" => Some(Self::Mean(String::new())),
            None if text == "distinct" => Some(Self::Distinct),
            _ => None,
        }
    }
}

/// What may be done with a variable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// A count of persons: added up, never negative, withheld where it is small.
    Persons,
    /// A count of anything else: added up, never negative.
    #[default]
    Count,
    /// An amount: added up.
    Amount,
    /// A difference: added up, negative as well.
    Balance,
    /// A share of 100: never added, never over 100.
    Share,
    /// A mean, rate or index: never added.
    Ratio,
}

impl Measure {
    /// Whether the values of several Comuni may be added.
    pub fn adds_up(self) -> bool {
        !matches!(self, Self::Share | Self::Ratio)
    }

    /// Whether its numbers have no decimals, so that what may part decimals or thousands parts thousands.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Persons | Self::Count)
    }

    /// Whether it may be negative.
    pub fn may_be_negative(self) -> bool {
        !matches!(self, Self::Persons | Self::Count | Self::Share)
    }
}

/// What the columns are that a recipe does not name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Others {
    /// Left out.
    #[default]
    Ignored,
    /// Values, where they hold numbers.
    Values,
    /// Dimensions.
    Dimensions,
    /// Dimensions, each code followed by its label.
    LabelledDimensions,
}

/// What an empty cell means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Blank {
    /// Nobody published it.
    #[default]
    Missing,
    /// Withheld, for the few persons it counts.
    Suppressed,
}

impl Blank {
    /// The reason.
    pub fn absence(self) -> Absence {
        match self {
            Self::Missing => Absence::Missing,
            Self::Suppressed => Absence::Suppressed,
        }
    }
}

/// Id of the recipe for what no other one recognises.
pub const GENERIC: &str = "tabella";

const EMBEDDED: [&str; 13] = [
    include_str!("../../../assets/recipes/istat_posas.toml"),
    include_str!("../../../assets/recipes/istat_stranieri.toml"),
    include_str!("../../../assets/recipes/istat_bilancio.toml"),
    include_str!("../../../assets/recipes/istat_istat.toml"),
    include_str!("../../../assets/recipes/istat_sdmx.toml"),
    include_str!("../../../assets/recipes/istat_comuni.toml"),
    include_str!("../../../assets/recipes/istat_superfici.toml"),
    include_str!("../../../assets/recipes/istat_incidenti.toml"),
    include_str!("../../../assets/recipes/mef_irpef.toml"),
    include_str!("../../../assets/recipes/cinque_per_mille.toml"),
    include_str!("../../../assets/recipes/cinque_per_mille_elenco.toml"),
    include_str!("../../../assets/recipes/lombardia_unita_offerta.toml"),
    include_str!("../../../assets/recipes/tabella.toml"),
];

/// The recipes of the program. A test reads them all.
pub fn embedded() -> Vec<Recipe> {
    EMBEDDED.iter().map(|text| read(text).expect("an embedded recipe, tested")).collect()
}

/// Whether a recipe of the program of that id reads a source that it knows: what the variables of such a file mean is settled.
pub fn is_known_source(id: &str) -> bool {
    id != GENERIC && embedded().iter().any(|recipe| recipe.id == id)
}

/// Writes a recipe as TOML, which [`read()`] reads back.
///
/// # Errors
/// None for a recipe that was read, or made of a table.
pub fn write(recipe: &Recipe) -> Result<String, toml::ser::Error> {
    toml::to_string_pretty(recipe)
}

/// Reads a recipe.
///
/// # Errors
/// The row where it stops being a recipe.
pub fn read(text: &str) -> Result<Recipe, Misread> {
    toml::from_str(text).map_err(|error| Misread::at(text, error.span().map_or(0, |span| span.start)))
}
