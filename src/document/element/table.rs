//! The spec of a table: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Level};
use crate::data::{Atlas, Method, PublishedTable, Reference};
use crate::i18n::Lang;

use crate::document::bounds::{OutOfBounds, distinct, names};
use crate::document::page::PageSpec;

use super::map_kind::MapKind;
use super::spec::{Spec, common_fields};
use super::subject::Subject;
use super::table_column::TableColumn;

/// What the rows are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortBy {
    /// The name of the territory; also used where the column sorted by does not exist.
    Name,
    /// The column at that position.
    Column(usize),
}

/// The order of the rows. Missing values come last in both directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableSort {
    pub by: SortBy,
    /// Whether the order is from the highest value, or from Z.
    pub descending: bool,
}

/// How a table is viewed: what changes the order, the selection and the appearance of its rows, but never its
/// numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableView {
    /// Order of the rows.
    pub sort: TableSort,
    /// Words that the name of a row must contain, ignoring accents and case.
    pub filter: String,
    /// Whether only selected territories have a row.
    #[serde(rename = "only_chosen")]
    pub only_selected: bool,
    /// Whether cells are coloured by quintile of their column.
    pub heat: bool,
    /// Whether a bar from zero stands beside each number; not where cells are coloured.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub bars: bool,
    /// Whether minimum, simple mean and maximum of the rows are shown below them. The ATS always is.
    pub summary: bool,
}

impl TableView {
    /// Whether bars are drawn: over coloured cells they would be lost.
    pub fn has_bars(&self) -> bool {
        self.bars && !self.heat
    }
}

impl Default for TableView {
    fn default() -> Self {
        Self {
            sort: TableSort { by: SortBy::Name, descending: false },
            filter: String::new(),
            only_selected: false,
            heat: false,
            bars: false,
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
    /// How the value of a group is computed from its Comuni. The value of the ATS is always pooled.
    pub method: Method,
    /// Order, selection and appearance of the rows.
    pub view: TableView,
    /// Codes of territories at any level: the rows that share a Comune with one of them are highlighted.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl TableSpec {
    /// The most columns: a page has room for a dozen, a sheet for all dates of a theme.
    pub(crate) const MOST_COLUMNS: usize = TableColumn::MOST;

    /// All units of a level by name.
    pub fn new(columns: Vec<TableColumn>, level: Level) -> Self {
        Self {
            columns,
            level,
            method: Method::Pooled,
            view: TableView::default(),
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// A complete published table: its columns and only its own areas, even if the columns also have values of other
    /// areas.
    pub fn published(table: &PublishedTable) -> Self {
        let columns = table.columns.iter().map(|(id, at)| TableColumn::value(id.as_str(), *at)).collect();
        let mut spec = Self::new(columns, table.level);
        if table.is_part {
            (spec.selected, spec.view.only_selected) = (table.areas.clone(), true);
        }
        spec
    }
}

/// The columns of the subject of the window.
fn own(subject: &Subject, atlas: &Atlas) -> Vec<TableColumn> {
    if atlas.published(&subject.indicator).is_some() {
        let references = atlas.references(&subject.indicator).unwrap_or_default();
        return references.into_iter().map(|at| TableColumn::value(subject.indicator.as_str(), at)).collect();
    }
    subject.kind.columns(&subject.indicator, subject.at)
}

impl TableSpec {
    /// The columns after those of the subject of the window, which come first.
    pub fn added(&self, subject: &Subject, atlas: &Atlas) -> &[TableColumn] {
        let own = own(subject, atlas);
        self.columns.strip_prefix(own.as_slice()).unwrap_or(&self.columns)
    }
}

impl Spec for TableSpec {
    common_fields!();

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let mut spec = Self::new(own(subject, atlas), subject.level);
        spec.view = TableView::opening();
        (spec.method, spec.lang) = (subject.method, subject.lang);
        spec.selected.clone_from(&subject.selected);
        Some(spec)
    }

    fn level(&self) -> Option<Level> {
        Some(self.level)
    }

    fn set_level(&mut self, level: Level) {
        self.level = level;
    }

    fn method(&self) -> Method {
        self.method
    }

    fn indicators(&self) -> Vec<&str> {
        self.columns.iter().map(|column| column.indicator.as_str()).collect()
    }

    fn file_stem(&self) -> String {
        match self.columns.as_slice() {
            [column] => match column.from {
                Some(from) => format!("{}_{}_{from}_{}", column.indicator, self.level.id(), column.at),
                None => format!("{}_{}_{}", column.indicator, self.level.id(), column.at),
            },
            _ => format!("tabella_{}", self.level.id()),
        }
    }

    fn subject(&self, _: &Atlas) -> Subject {
        let first = self.columns.first();
        Subject {
            indicator: first.map(|column| column.indicator.clone()).unwrap_or_default(),
            at: first.map_or(Reference::Year(0), |column| column.at),
            kind: first.and_then(|column| column.from?.date()).map(MapKind::since).unwrap_or_default(),
            level: self.level,
            method: self.method,
            selected: self.selected.clone(),
            lang: self.lang,
        }
    }

    fn forget(&mut self, known: &dyn Fn(&str) -> bool) {
        self.columns.retain(|column| known(&column.indicator));
    }

    fn check(&self) -> Result<(), OutOfBounds> {
        names([self.view.filter.as_str()])?;
        names(self.columns.iter().map(|column| column.indicator.as_str()))?;
        match self.columns.len() {
            0..=Self::MOST_COLUMNS => Ok(()),
            columns => Err(OutOfBounds::Columns(columns)),
        }
    }

    fn follow(&mut self, before: &Subject, now: &Subject, atlas: &Atlas) {
        let (old, new) = (own(before, atlas), own(now, atlas));
        let (was_published, is_published) =
            (atlas.published(&before.indicator).is_some(), atlas.published(&now.indicator).is_some());
        if is_published && was_published && before.indicator == now.indicator {
            // The user has picked its columns, so they stay.
            (self.level, self.lang) = (now.level, now.lang);
            self.selected.clone_from(&now.selected);
            return;
        }
        let added = if is_published || was_published {
            // Values of areas are not shown beside those of units.
            &[]
        } else {
            self.columns.strip_prefix(old.as_slice()).unwrap_or(&self.columns)
        };
        let mut columns = new.clone();
        // A column that becomes the window's own swaps with the previous one.
        let taken = added.iter().any(|column| new.contains(column));
        let mut leaving = if taken { old } else { Vec::new() };
        for column in added {
            if !new.contains(column) {
                columns.push(column.clone());
            } else {
                columns.append(&mut leaving);
            }
        }
        self.columns = columns;
        (self.level, self.method, self.lang) = (now.level, now.method, now.lang);
        self.selected.clone_from(&now.selected);
    }
}
