//! Recipes: how a kind of file is recognised and read. They are data (`assets/recipes/*.toml`); users can add their
//! own.

mod denominator;
mod pattern;
mod recognise;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Misread};
use crate::data::{Absence, Bilingual, Fields, Kind, Quality, Unfit, Why};

pub use denominator::{Denominator, FACTORS, NO_WEIGHT, Per};
pub(crate) use denominator::{denominator_part, spaced};
pub use pattern::{header_key, matches, slug};
pub use recognise::{Recognised, column_names, recognise};

/// How a kind of file is recognised and read. Columns are named by patterns: see [`matches()`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Stable id, which is also that of the resulting dataset.
    pub id: String,
    /// What the file contains.
    pub title: Bilingual,
    pub source: Bilingual,
    /// Licence, as the source states it; empty if it states none.
    #[serde(default)]
    pub licence: String,
    /// Whether the source covers a larger territory, so that rows of other areas need no remark.
    #[serde(default)]
    pub larger: bool,
    /// Words of which at least one must be in the file name or in the lines above the header, where the columns alone
    /// are not distinctive.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Columns that it always has.
    pub headers: Vec<String>,
    /// The number of header rows.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub header_rows: usize,
    /// Which columns name the territory.
    pub territory: TerritoryColumns,
    /// What the values refer to.
    #[serde(default)]
    pub date: DateRule,
    /// Columns that divide the values of a Comune and date.
    #[serde(default, rename = "dimension")]
    pub dimensions: Vec<Dimension>,
    #[serde(default, rename = "value")]
    pub values: Vec<ValueColumn>,
    /// Whether columns headed by dates are one variable at these dates.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub across: bool,
    /// The meaning of columns that the recipe does not name.
    #[serde(default)]
    pub others: Others,
    /// Columns that are neither values nor dimensions, whatever `others` says.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// The decimal mark, if the source always uses the same one; else it is detected from the cells.
    pub decimal: Option<char>,
    /// What an empty cell means.
    #[serde(default)]
    pub blank: Blank,
    /// Whether a Comune has many rows, one per place or person, which are summed.
    #[serde(default)]
    pub many_rows: bool,
    /// Whether of rows alike in every cell one counts, where they are summed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub copies_once: bool,
    /// A column that, where it is there, divides a Comune into rows to be summed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<String>,
    /// The variable that counts them.
    #[serde(default)]
    pub count: Option<ValueColumn>,
    /// The dates between which a thing is there: with a date for the table, only those that are there are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub life: Option<Life>,
    /// Rows to keep: for each of these columns, the cells that select a row.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub keep: BTreeMap<String, Vec<String>>,
    /// Whether a list of things is complete, so that a Comune without a row has none of them: zero.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub absent_zero: bool,
    /// Whether Comuni without cases are not listed: a merged Comune is then the sum of the parts that are.
    #[serde(default)]
    pub lists_only_cases: bool,
    /// Territories by names of the source's own that are not spellings of theirs; an empty code leaves the rows out.
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

/// Which columns name the territory; at least one is set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TerritoryColumns {
    /// ISTAT or cadastral code.
    pub code: Option<String>,
    /// Name of the Comune.
    pub name: Option<String>,
    /// Code or name of the Ambito.
    pub ambito: Option<String>,
    /// Name, code or letters of the province: names in other provinces are those of other Comuni.
    pub province: Option<String>,
}

/// What the values refer to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateRule {
    /// The column of the year or date. Without one, the year is looked for above the header and in the file name.
    pub column: Option<String>,
    /// Which day a year stands for.
    #[serde(default)]
    pub day: Day,
    /// Whether the values hold at every date.
    #[serde(default)]
    pub undated: bool,
    /// Whether the month of a date in numbers comes before the day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub month_first: bool,
}

/// The columns of the dates between which a thing is there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Life {
    #[serde(default)]
    pub opening: String,
    #[serde(default)]
    pub closing: String,
}

/// Which day a year stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Day {
    /// 1 January: for what is counted on one day.
    #[default]
    Start,
    /// 31 December: for what is counted on its last day.
    End,
    /// The whole year, dated by its last day: for what is counted over the year.
    Year,
}

impl Day {
    /// All, with their names on the command line.
    pub const ALL: [(&'static str, Self); 3] =
        [("start", Self::Start), ("end", Self::End), ("year", Self::Year)];

    /// The date in that year.
    pub fn of(self, year: i16) -> Option<Date> {
        match self {
            Self::Start => Date::new(year, 1, 1),
            Self::End | Self::Year => Date::new(year, 12, 31),
        }
    }
}

/// A column that divides the values of a Comune and date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    pub column: String,
    /// The member that is the sum of all others, which is compared with it and never added.
    pub total: Option<String>,
}

/// A column of numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueColumn {
    #[serde(default)]
    pub column: String,
    /// Id of the variable; each `{}` stands for the member of a dimension.
    pub id: String,
    /// Its name; if empty, that of the column.
    #[serde(default)]
    pub name: Bilingual,
    #[serde(default)]
    pub unit: String,
    /// How it may be used.
    #[serde(default)]
    pub measure: Option<Measure>,
    /// The day, if it differs from that of the file.
    pub day: Option<Day>,
    /// How the rows of a territory are combined where they are added up.
    #[serde(default, skip_serializing_if = "Combine::is_sum")]
    pub combine: Combine,
    /// What the value of a group is weighted with, where it is a rate: the id of a [`Denominator`], a column of the file,
    /// or [`NO_WEIGHT`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
    /// What a count is also divided by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<Per>,
    /// The status of its values, if the file does not tell it of each.
    #[serde(default, skip_serializing_if = "Quality::is_final")]
    pub quality: Quality,
    /// Names of its steps or categories, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<String>,
    /// What its withheld cells lie within, where only a mark stands in them: `<5`, `1-4`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withheld: Option<String>,
}

/// How the values of several rows are combined.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Combine {
    #[default]
    Sum,
    /// Their mean, weighted by that column; unweighted where none is named.
    Mean(String),
    /// The number of distinct cells.
    Distinct,
}

impl Combine {
    /// Whether it is the sum.
    pub(crate) fn is_sum(&self) -> bool {
        *self == Self::Sum
    }

    /// Parses the command line's `sum`, `distinct`, `mean`, `mean:COLUMN`.
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

/// How a variable may be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// A count of persons: summed, never negative, withheld when small.
    Persons,
    /// A count of anything else: summed, never negative.
    #[default]
    Count,
    /// An amount: summed.
    Amount,
    /// A difference: summed, may be negative.
    Balance,
    /// A percentage: never summed, never over 100.
    Share,
    /// A mean, rate or index: never summed.
    Ratio,
    /// A count that does not add up over Comuni, such as persons who may be counted in several.
    NotAdditive,
    /// A step of a scale.
    Ordinal,
    /// A type of place.
    Category,
}

impl Measure {
    /// The measure with this name in files and on the command line.
    pub fn from_id(id: &str) -> Option<Self> {
        Some(match id {
            "persons" => Self::Persons,
            "count" => Self::Count,
            "amount" => Self::Amount,
            "balance" => Self::Balance,
            "share" => Self::Share,
            "ratio" => Self::Ratio,
            "not_additive" => Self::NotAdditive,
            "ordinal" => Self::Ordinal,
            "category" => Self::Category,
            _ => return None,
        })
    }

    /// The measure of numbers of this kind, where nothing else is known of them.
    pub fn of_kind(kind: Kind) -> Self {
        match kind {
            Kind::Count => Self::Count,
            Kind::Share => Self::Share,
            Kind::Ordinal => Self::Ordinal,
            Kind::Category => Self::Category,
            Kind::Ratio | Kind::Mean | Kind::Change | Kind::Density => Self::Ratio,
        }
    }

    /// Whether the values of several Comuni may be summed.
    pub fn adds_up(self) -> bool {
        matches!(self, Self::Persons | Self::Count | Self::Amount | Self::Balance)
    }

    /// Whether it is a rate, whose group value may be a weighted mean.
    pub fn is_rate(self) -> bool {
        matches!(self, Self::Share | Self::Ratio)
    }

    /// Whether its numbers stand for steps or categories.
    pub fn has_steps(self) -> bool {
        matches!(self, Self::Ordinal | Self::Category)
    }

    /// Whether it counts something that can be related to a population.
    pub fn is_counted(self) -> bool {
        matches!(self, Self::Persons | Self::Count | Self::Amount)
    }

    /// Whether its numbers have no decimals, so that an ambiguous separator separates thousands.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Persons | Self::Count | Self::NotAdditive)
    }

    /// Whether it may be negative.
    pub fn may_be_negative(self) -> bool {
        !matches!(self, Self::Persons | Self::Count | Self::Share | Self::NotAdditive)
    }
}

/// The meaning of columns that a recipe does not name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Others {
    /// Left out.
    #[default]
    Ignored,
    /// Values, if they contain numbers.
    Values,
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
    /// Withheld, because it counts few persons.
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

/// Id of the recipe for tables that no other recipe recognises.
pub const GENERIC: &str = "tabella";

const EMBEDDED: [&str; 21] = [
    include_str!("../../../assets/recipes/istat_posas.toml"),
    include_str!("../../../assets/recipes/istat_stranieri.toml"),
    include_str!("../../../assets/recipes/istat_bilancio.toml"),
    include_str!("../../../assets/recipes/istat_bilancio_stranieri.toml"),
    include_str!("../../../assets/recipes/istat_istat.toml"),
    include_str!("../../../assets/recipes/istat_sdmx.toml"),
    include_str!("../../../assets/recipes/istat_comuni.toml"),
    include_str!("../../../assets/recipes/istat_superfici.toml"),
    include_str!("../../../assets/recipes/istat_incidenti.toml"),
    include_str!("../../../assets/recipes/mef_irpef.toml"),
    include_str!("../../../assets/recipes/cinque_per_mille.toml"),
    include_str!("../../../assets/recipes/cinque_per_mille_elenco.toml"),
    include_str!("../../../assets/recipes/lombardia_cdi.toml"),
    include_str!("../../../assets/recipes/lombardia_rsa.toml"),
    include_str!("../../../assets/recipes/interno_affluenza.toml"),
    include_str!("../../../assets/recipes/salute_farmacie.toml"),
    include_str!("../../../assets/recipes/istruzione_scuole.toml"),
    include_str!("../../../assets/recipes/agenzia_omi.toml"),
    include_str!("../../../assets/recipes/istat_sezioni.toml"),
    include_str!("../../../assets/recipes/ispra_suolo.toml"),
    include_str!("../../../assets/recipes/tabella.toml"),
];

/// The recipes of the program. A test reads them all.
pub fn embedded() -> Vec<Recipe> {
    EMBEDDED.iter().map(|text| read(text).expect("an embedded recipe, tested")).collect()
}

/// Whether the recipe of the program with this id is for a known source, so that the meaning of its variables is
/// settled.
pub(crate) fn is_known_source(id: &str) -> bool {
    id != GENERIC && embedded().iter().any(|recipe| recipe.id == id)
}

/// Writes a recipe as TOML, which [`read()`] reads back.
///
/// # Errors
/// None for a recipe that was read or made from a table.
pub fn write(recipe: &Recipe) -> Result<String, toml::ser::Error> {
    toml::to_string_pretty(recipe)
}

/// Reads a recipe.
///
/// # Errors
/// The row that could not be read, or that has a value of which nothing can be made.
pub fn read(text: &str) -> Result<Recipe, Misread> {
    let recipe: Recipe =
        toml::from_str(text).map_err(|error| Misread::at(text, error.span().map_or(0, |span| span.start)))?;
    match recipe.check() {
        Ok(()) => Ok(recipe),
        Err(unfit) => {
            let last = unfit.field.rsplit('.').next().unwrap_or_default();
            Err(Misread::at(text, text.find(last).unwrap_or(0)))
        }
    }
}

impl Recipe {
    /// Checks what was read.
    ///
    /// # Errors
    /// The first field of which nothing can be made.
    pub fn check(&self) -> Result<(), Unfit> {
        /// The most header rows, and the most entries of a list: no table has more columns.
        const HEADER_ROWS: usize = 50;
        const ENTRIES: usize = 20_000;
        let mut fields = Fields::of(&self.id);
        fields.id("id", &self.id);
        fields.within("header_rows", self.header_rows as f64, 1.0, HEADER_ROWS as f64);
        let is_mark = self.decimal.is_none_or(|mark| matches!(mark, ',' | '.'));
        fields.require("decimal", is_mark, Why::Unknown);
        for (field, count) in [
            ("needs", self.needs.len()),
            ("headers", self.headers.len()),
            ("dimension", self.dimensions.len()),
            ("value", self.values.len()),
            ("ignore", self.ignore.len()),
            ("keep", self.keep.len()),
            ("names", self.names.len()),
        ] {
            fields.count(field, count, ENTRIES);
        }
        fields.end()
    }
}
