//! One page for each territory of a level.

use crate::base::{Code, Level};
use crate::data::Unit;
use crate::document::FigureSpec;
use crate::i18n::texts;

use crate::figure::FigureError;
use crate::figure::page::compose;
use crate::figure::view::Sources;

/// A page about one territory.
#[derive(Clone, Debug)]
pub(crate) struct PlacePage {
    pub code: Code,
    pub name: String,
    pub spec: FigureSpec,
}

/// The figure once for each territory of a level: each page selects its territory and names it in the title.
///
/// # Errors
/// Where the figure cannot be drawn: see [`FigureError`].
pub fn each(spec: &FigureSpec, level: Level, sources: Sources<'_>) -> Result<Vec<PlacePage>, FigureError> {
    let grouped = sources.under(&spec.what_if)?;
    let sources = grouped.sources();
    let title = compose::build(spec, sources)?.value.title;
    let page = |unit: &Unit| {
        let mut page = spec.about(&unit.code);
        let place = spec.lang.territory(level, &unit.name);
        page.page.title = Some(texts::title_of_place(spec.lang, &title, &place));
        PlacePage { code: unit.code.clone(), name: unit.name.clone(), spec: page }
    };
    Ok(sources.atlas.territories.units(level).iter().map(page).collect())
}
