//! The complete tables that indicators as published come from, with everything that was side by side in the
//! publication.

use std::collections::BTreeSet;

use crate::base::{Code, Level};

use super::area::AreaKind;
use super::atlas::Atlas;
use super::documents::{DocumentPart, PublishedDocument};
use super::reference::Reference;

/// A published table that several columns come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedTable {
    /// Its name in the source: "Tab. 2".
    pub name: String,
    /// Its indicators with their references, in chronological order.
    pub columns: Vec<(String, Reference)>,
    /// Codes of its areas.
    pub areas: Vec<Code>,
    /// The level of its most common kind of area.
    pub level: Level,
    /// Whether other tables contain the same indicators for other areas, which would be added to its own.
    pub is_part: bool,
}

impl Atlas {
    /// The published tables that provide more than one column, in catalogue order.
    pub fn published_tables(&self) -> Vec<PublishedTable> {
        let mut names: Vec<(&str, &str)> = Vec::new();
        for indicator in self.published_indicators() {
            for cells in &indicator.cells {
                let name = (indicator.dataset.as_str(), cells.table.as_str());
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        let tables = names.into_iter().map(|(dataset, name)| self.published_table(dataset, name));
        tables.filter(|table| table.columns.len() > 1).collect()
    }

    fn published_table(&self, dataset: &str, name: &str) -> PublishedTable {
        let mut columns: Vec<(Reference, String)> = Vec::new();
        let mut places: BTreeSet<usize> = BTreeSet::new();
        for indicator in self.published_indicators().iter().filter(|p| p.dataset == dataset) {
            for value in self.values_as_published(&indicator.id) {
                if value.tables.iter().all(|&table| indicator.cells[table].table != name) {
                    continue;
                }
                places.insert(value.area);
                let column = (value.reference, indicator.id.clone());
                if !columns.contains(&column) {
                    columns.push(column);
                }
            }
        }
        // A stable sort: within one reference the catalogue order is kept.
        columns.sort_by_key(|(at, _)| *at);
        let columns: Vec<(String, Reference)> = columns.into_iter().map(|(at, id)| (id, at)).collect();
        let areas = || places.iter().map(|&place| &self.areas()[place]);
        let level = most(areas().map(|area| area.kind)).and_then(AreaKind::level).unwrap_or(Level::Comuni);
        let asked: Vec<(&str, Reference)> = columns.iter().map(|(id, at)| (id.as_str(), *at)).collect();
        let all = self.side_by_side(&asked, level);
        let is_own = |code: &Code| areas().any(|area| area.code == *code);
        PublishedTable {
            name: name.to_owned(),
            areas: areas().map(|area| area.code.clone()).collect(),
            level,
            is_part: all.is_ok_and(|all| all.rows.iter().any(|row| !is_own(&row.code))),
            columns,
        }
    }
}

impl Atlas {
    /// The printed documents.
    pub fn documents(&self) -> &[PublishedDocument] {
        self.catalogue.documents()
    }

    /// The tables that a part of a document is in, side by side as one.
    pub fn document_table(&self, part: &DocumentPart, dataset: &str) -> Option<PublishedTable> {
        let mut found = part.tables().into_iter().map(|name| self.published_table(dataset, name));
        let mut all = found.next()?;
        for other in found {
            for column in other.columns {
                if !all.columns.contains(&column) {
                    all.columns.push(column);
                }
            }
            all.areas.extend(other.areas);
        }
        all.areas.sort();
        all.areas.dedup();
        part.name.clone_into(&mut all.name);
        all.columns.sort_by_key(|(_, at)| *at);
        Some(all).filter(|table| !table.columns.is_empty())
    }
}

/// The most common kind, the larger one on a tie; `None` if no kind occurs twice.
pub(super) fn most(kinds: impl Iterator<Item = AreaKind>) -> Option<AreaKind> {
    let kinds: Vec<AreaKind> = kinds.collect();
    // From the largest kind: a table of eight ATS is mainly that, whatever else follows below.
    AreaKind::ALL.into_iter().find(|kind| kinds.iter().filter(|known| *known == kind).count() > 1)
}
