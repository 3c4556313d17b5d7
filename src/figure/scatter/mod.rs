//! The scatterplot as a figure: a page ready to be printed.

mod draw;
mod key;
mod legend;
mod model;
mod names;
mod quadrants;
mod remarks;
mod words;

use crate::base::Warned;
use crate::data::Atlas;
use crate::document::ScatterSpec;
use crate::scene::Scene;

use super::map_model::FigureError;
use super::page::{self, Page, Words};

pub use key::{Key, KeyEntry};
pub use model::{Pair, Quadrants, ScatterModel};
pub use quadrants::QuadrantNames;
pub use words::{
    link as link_text, point as point_text, share as share_text, shorts, split as split_text,
    strength as strength_text, subtitle,
};

/// A scatterplot laid out on its page, with the numbers it was drawn from.
#[derive(Clone, Debug)]
pub struct ScatterFigure {
    /// The numbers.
    pub model: ScatterModel,
    /// The page.
    pub scene: Scene,
    /// Its words: those of the footer too, even where the page has no room of its own for them.
    pub words: Words,
}

/// Lays a scatterplot out on its page.
///
/// # Errors
/// See [`FigureError`].
pub fn build(spec: &ScatterSpec, atlas: &Atlas) -> Result<Warned<ScatterFigure>, FigureError> {
    page::check_size(&spec.page)?;
    let Warned { value: model, mut diagnostics } = ScatterModel::new(spec, atlas)?;
    let both = [atlas.indicator(&spec.x)?, atlas.indicator(&spec.y)?];
    let (title, subtitle) = (words::title(spec, both), words::subtitle(spec, &model, both));
    let footer = words::footer(spec, &model, &diagnostics, atlas);
    let around = Words::new(&spec.page, spec.lang, title, subtitle, footer);
    let page = Page::new(&spec.page, &around);
    let description = words::alternative(spec, &model, both, &diagnostics, atlas);
    let drawn = draw::build(spec, &model, both, atlas, &page).ok_or(FigureError::NoRoom)?;
    diagnostics.extend(drawn.diagnostics);
    let scene = around.scene(&spec.page, spec.lang, description, drawn.value);
    Ok(Warned { value: ScatterFigure { model, scene, words: around }, diagnostics })
}
