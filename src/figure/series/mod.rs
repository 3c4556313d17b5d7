//! The time series as a figure: a page ready to be printed.

mod draw;
mod labels;
mod model;
mod printed;
mod usual;
mod words;

use crate::base::Warned;
use crate::data::Atlas;
use crate::document::SeriesSpec;
use crate::scene::Scene;

use super::map_model::FigureError;
use super::page::{self, Page, Words};

pub use model::{Band, Line, LineRole, MOST_CHOSEN, SeriesBreak, SeriesModel};
pub use usual::{stands_alone, usual};
pub use words::{
    axis as axis_words, name as line_name, sources_beside as beside_sources, value as drawn_text,
};

/// A time series laid out on its page, with the numbers it was drawn from.
#[derive(Clone, Debug)]
pub struct SeriesFigure {
    /// The numbers.
    pub model: SeriesModel,
    /// The page.
    pub scene: Scene,
    /// Its words: those of the footer too, even where the page has no room of its own for them.
    pub words: Words,
}

/// Lays a time series out on its page.
///
/// # Errors
/// See [`FigureError`].
pub fn build(spec: &SeriesSpec, atlas: &Atlas) -> Result<Warned<SeriesFigure>, FigureError> {
    page::check_size(&spec.page)?;
    let Warned { value: model, mut diagnostics } = SeriesModel::new(spec, atlas)?;
    let indicator = atlas.caption(&spec.indicator)?;
    let (title, subtitle) = (words::title(spec, indicator), words::subtitle(spec, &model, indicator));
    let footer = words::footer(spec, &model, indicator, &diagnostics, atlas);
    let around = Words::new(&spec.page, spec.lang, title, subtitle, footer);
    let page = Page::new(&spec.page, &around);
    let description = words::alternative(spec, &model, indicator, &diagnostics);
    let drawn = draw::build(spec, &model, indicator, &page).ok_or(FigureError::NoRoom)?;
    diagnostics.extend(drawn.diagnostics);
    let scene = around.scene(&spec.page, spec.lang, description, drawn.value);
    Ok(Warned { value: SeriesFigure { model, scene, words: around }, diagnostics })
}
