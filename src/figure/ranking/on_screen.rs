//! The ranking of the window: every row at the same height, as tall as they need, since it scrolls and is no page.

use crate::base::Rgb;
use crate::data::Atlas;
use crate::document::RankingSpec;
use crate::figure::footer::Footer;
use crate::figure::frame::Box2;
use crate::figure::map_model::FigureError;
use crate::figure::page::{Page, Words};
use crate::figure::style::Sizes;
use crate::scene::{Group, Role, Scene};

use super::draw::Frame;
use super::model::RankingModel;
use super::words;

/// Room left and right of the rows, which are framed where they are pointed at, in sizes of the type.
const INSET: f64 = 0.5;

/// How the window wants its ranking.
pub struct OnScreen<'a> {
    /// Width of the panel.
    pub width: f64,
    /// Size of the type.
    pub size: f64,
    /// Height of a row.
    pub row: f64,
    /// The colour that a unit has on the map beside, by its position at the level; none where no map shows what is
    /// ranked.
    pub colour_of: &'a dyn Fn(usize) -> Option<Rgb>,
}

/// Where the parts stand, from the top. Rows follow one another without gaps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Places {
    /// The name of the whole and the heads of columns.
    pub head: [f64; 2],
    /// The first row with a value.
    pub rows: f64,
    /// The numbers of the axis.
    pub foot: [f64; 2],
    /// The first row without a value.
    pub absent: f64,
    /// The end.
    pub height: f64,
}

/// The ranking with every row, and where they stand; `None` where there is no room for it.
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
    let empty = |role| Group { role, clip: None, nodes: Vec::new() };
    let page = Page {
        sizes: Sizes::on_screen(screen.size),
        // As tall as the rows ask for.
        body: Box2 {
            x: screen.size * INSET,
            y: 0.0,
            width: screen.width - 2.0 * screen.size * INSET,
            height: f64::INFINITY,
        },
        heading: empty(Role::Heading),
        footer: empty(Role::Footer),
    };
    let frame = Frame::new(spec, model, indicator, &page, Some(screen));
    let Some(frame) = frame else { return Ok(None) };
    let places = frame.places();
    let footer = Footer { sources: Vec::new(), remarks: Vec::new(), credits: Vec::new() };
    let title = spec.lang.pick(indicator.name).to_owned();
    let words = Words::new(&spec.page, spec.lang, title, words::subtitle(spec, model, indicator), footer);
    let description = words::alternative(spec, model, indicator);
    let mut scene = words.scene(&spec.page, spec.lang, description, frame.nodes(&page));
    (scene.width.0, scene.height.0) = (screen.width, places.height);
    Ok(Some((scene, places)))
}
