//! The ranking in the window: every row has the same height, and there is no page to fit, since it scrolls.

use crate::data::Atlas;
use crate::document::RankingSpec;
use crate::figure::FigureError;
use crate::figure::page::footer::Footer;
use crate::figure::page::{Page, Words};
use crate::scene::Scene;

use super::draw::Frame;
use super::layout::{OnScreen, Places};
use super::model::RankingModel;
use super::reading::decimals;
use super::words;

/// Space left and right of the rows, which get a frame under the pointer, in sizes of the type.
const INSET: f64 = 0.5;

/// The ranking with every row, and the positions of its parts; `None` where there is no room for it.
///
/// # Errors
/// An unknown indicator.
pub fn on_screen(
    spec: &RankingSpec,
    model: &RankingModel,
    atlas: &Atlas,
    screen: &OnScreen<'_>,
) -> Result<Option<(Scene, Places)>, FigureError> {
    let indicator = atlas.caption(&spec.indicator)?;
    // As tall as the rows need.
    let mut page = Page::of_panel([screen.width, f64::INFINITY], screen.size);
    page.body.x += screen.size * INSET;
    page.body.width -= 2.0 * screen.size * INSET;
    let frame = Frame::new(spec, model, indicator, &page, Some(screen));
    let Some(frame) = frame else { return Ok(None) };
    let places = frame.places();
    let footer = Footer { sources: Vec::new(), remarks: Vec::new(), credits: Vec::new() };
    let title = spec.lang.pick(indicator.name).to_owned();
    let words = Words::new(&spec.page, spec.lang, title, words::subtitle(spec, model, indicator), footer);
    let description = words::alternative(spec, model, indicator, decimals(spec, model, atlas), atlas);
    let mut scene = words.scene(&spec.page, spec.lang, description, frame.nodes(&page));
    (scene.width.0, scene.height.0) = (screen.width, places.height);
    Ok(Some((scene, places)))
}
