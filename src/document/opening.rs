//! What is shown before anybody has asked for anything: the window and the command line both start here, and open the views
//! beside a map by [`Spec::opening`](super::element::Spec::opening), so that neither has defaults of its own.

use crate::base::Date;
use crate::data::{Atlas, Indicator};

use super::{MapSpec, SortBy, TableSort, TableView};

impl MapSpec {
    /// The indicator of the first map, where it is there and has values.
    pub const OPENING: &str = "indice_vecchiaia";

    /// The map that is seen first: an indicator by Comune at its latest date. None without an indicator that has values.
    pub fn first(atlas: &Atlas) -> Option<Self> {
        let latest = |indicator: &Indicator| -> Option<Date> { atlas.usual_date(indicator) };
        let mut candidates =
            atlas.catalogue.get(Self::OPENING).into_iter().chain(atlas.catalogue.indicators());
        candidates.find_map(|indicator| Some(Self::new(indicator.id.as_str(), latest(indicator)?)))
    }
}

impl TableView {
    /// A table opens as a map reads: from the highest value.
    pub fn opening() -> Self {
        Self { sort: TableSort { by: SortBy::Column(0), descending: true }, ..Self::default() }
    }
}
