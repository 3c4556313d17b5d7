//! What is shown initially: the window and the command line both start here, and open the views beside a map by
//! [`Spec::opening`](super::element::Spec::opening), so that neither has defaults of its own.

use crate::base::Date;
use crate::data::{Atlas, Indicator};

use super::{MapFrame, MapSpec, SortBy, TableSort, TableView};

impl MapSpec {
    /// The indicator of the first map, if it exists and has values.
    pub(crate) const OPENING: &str = "indice_vecchiaia";

    /// The first map shown: an indicator by Comune at its latest date. `None` without an indicator that has values.
    pub fn first(atlas: &Atlas) -> Option<Self> {
        let latest = |indicator: &Indicator| -> Option<Date> { atlas.usual_date(indicator) };
        let mut candidates =
            atlas.catalogue.get(Self::OPENING).into_iter().chain(atlas.catalogue.indicators());
        let first = |indicator: &Indicator| Some(Self::new(indicator.id.as_str(), latest(indicator)?));
        // The window shows everything until it is moved.
        let map = Self { frame: MapFrame::All, ..candidates.find_map(first)? };
        Some(Self { representation: map.usual_representation(atlas), ..map })
    }
}

impl TableView {
    /// A table opens sorted as a map is read: from the highest value.
    pub fn opening() -> Self {
        Self { sort: TableSort { by: SortBy::Column(0), descending: true }, ..Self::default() }
    }
}
