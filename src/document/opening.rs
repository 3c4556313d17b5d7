//! What is shown before anybody has asked for anything, and what the views beside a map take from it: the window and the
//! command line both start here, so that neither has defaults of its own.

use crate::base::Date;
use crate::data::{Atlas, Indicator};

use super::map_kind::MapKind;
use super::map_spec::MapSpec;
use super::ranking_spec::RankingSpec;
use super::scatter_spec::ScatterSpec;
use super::table_spec::{SortBy, TableColumn, TableSort, TableSpec, TableView};

/// What it is set against first.
const ACROSS: &str = "densita";

impl MapSpec {
    /// The indicator of the first map, where it is there and has values.
    pub const OPENING: &str = "indice_vecchiaia";

    /// The map that is seen first: an indicator by Comune at its latest date. None without an indicator that has values.
    pub fn opening(atlas: &Atlas) -> Option<Self> {
        let latest = |indicator: &Indicator| -> Option<Date> { atlas.dates(indicator).last().copied() };
        let mut candidates =
            atlas.catalogue.get(Self::OPENING).into_iter().chain(atlas.catalogue.indicators());
        candidates.find_map(|indicator| Some(Self::new(indicator.id.as_str(), latest(indicator)?)))
    }

    /// Whether an indicator can be set against the one shown: another one that has values at some date.
    pub fn can_cross(&self, other: &Indicator, atlas: &Atlas) -> bool {
        other.id != self.indicator && atlas.nearest_date(other, self.date).is_some()
    }

    /// The indicator across the scatterplot where none is picked, or the one picked cannot be.
    pub fn across<'a>(&self, picked: Option<&str>, atlas: &'a Atlas) -> Option<&'a Indicator> {
        let wanted = picked.into_iter().chain([ACROSS]).filter_map(|id| atlas.catalogue.get(id));
        let mut candidates = wanted.chain(atlas.catalogue.indicators());
        candidates.find(|other| self.can_cross(other, atlas))
    }

    /// Its ranking.
    pub fn ranking(&self) -> RankingSpec {
        let spec = RankingSpec::new(self.indicator.as_str(), self.date, self.level);
        RankingSpec { method: self.method, chosen: self.chosen.clone(), lang: self.lang, ..spec }
    }

    /// What it shows against the indicator `x`.
    pub fn scatter(&self, x: &str) -> ScatterSpec {
        let (level, method, lang) = (self.level, self.method, self.lang);
        let spec = ScatterSpec::new(x, self.indicator.as_str(), self.date);
        ScatterSpec { level, method, lang, chosen: self.chosen.clone(), ..spec }
    }

    /// Its table.
    pub fn table(&self) -> TableSpec {
        let mut first = TableColumn::value(self.indicator.as_str(), self.date);
        let mut columns = Vec::new();
        match &self.kind {
            MapKind::Value => {}
            MapKind::Change { from } => first.from = Some((*from).into()),
            MapKind::Two { second } => columns.push(TableColumn::value(second.as_str(), self.date)),
        }
        columns.insert(0, first);
        let (method, lang, view) = (self.method, self.lang, TableView::opening());
        TableSpec { method, lang, view, chosen: self.chosen.clone(), ..TableSpec::new(columns, self.level) }
    }
}

impl TableView {
    /// A table opens as a map reads: from the highest value.
    pub fn opening() -> Self {
        Self { sort: TableSort { by: SortBy::Column(0), descending: true }, ..Self::default() }
    }
}
