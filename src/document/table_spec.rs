//! The spec of a table: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Level};
use crate::data::{Method, PrintedTable, Reference};
use crate::i18n::Lang;

use super::page::PageSpec;

/// A column: an indicator, computed or as published, at a date or in a year, or how much it has changed up to then.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TableColumn {
    /// Id of the indicator.
    pub indicator: String,
    /// Reference date or, of an indicator as published, the year where it has years.
    #[serde(rename = "date")]
    pub at: Reference,
    /// What a difference starts from; none for the value itself.
    #[serde(default)]
    pub from: Option<Reference>,
}

impl TableColumn {
    /// The values of an indicator at a date, or in a year.
    pub fn value(indicator: impl Into<String>, at: impl Into<Reference>) -> Self {
        Self { indicator: indicator.into(), at: at.into(), from: None }
    }
}

/// What the rows are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortBy {
    /// The name of the territory. Also where a column is named that is not there.
    Name,
    /// The column at that position.
    Column(usize),
}

/// The order of the rows. Absent values come last in both directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableSort {
    /// By what.
    pub by: SortBy,
    /// Whether from the highest, or from Z.
    pub descending: bool,
}

/// How a table is looked at: what changes the order, the choice and the look of its rows, never its numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableView {
    /// Order of the rows.
    pub sort: TableSort,
    /// Words that a row's name must hold; accents and case aside.
    pub filter: String,
    /// Whether only chosen territories have a row.
    pub only_chosen: bool,
    /// Whether cells are coloured by the fifth of their column they are in.
    pub heat: bool,
    /// Whether lowest, simple mean and highest of the rows follow them. The ATS always does.
    pub summary: bool,
}

impl Default for TableView {
    fn default() -> Self {
        Self {
            sort: TableSort { by: SortBy::Name, descending: false },
            filter: String::new(),
            only_chosen: false,
            heat: false,
            summary: false,
        }
    }
}

/// What a table shows and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableSpec {
    /// Columns of numbers, from the left.
    pub columns: Vec<TableColumn>,
    /// Level of the rows; where every column is as published, of the areas: see
    /// [`Atlas::side_by_side`](crate::data::Atlas::side_by_side).
    pub level: Level,
    /// How the value of a group is made from its Comuni. That of the ATS is always pooled.
    pub method: Method,
    /// Order, choice and look of the rows.
    pub view: TableView,
    /// Codes of territories at any level: the rows that share a Comune with one of them stand out.
    pub chosen: Vec<Code>,
    /// The page it is put on.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl TableSpec {
    /// All the units of a level by name.
    pub fn new(columns: Vec<TableColumn>, level: Level) -> Self {
        Self {
            columns,
            level,
            method: Method::Pooled,
            view: TableView::default(),
            chosen: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// A printed table whole: its columns and, where these have values of other areas too, its areas alone.
    pub fn printed(table: &PrintedTable) -> Self {
        let columns = table.columns.iter().map(|(id, at)| TableColumn::value(id.as_str(), *at)).collect();
        let mut spec = Self::new(columns, table.level);
        if table.is_part {
            (spec.chosen, spec.view.only_chosen) = (table.areas.clone(), true);
        }
        spec
    }
}
