//! The layout of a map's page: the map as large as the page allows, and the legend where there is room for it.

use geo::{MultiPolygon, Rect};

use crate::base::Level;
use crate::data::Atlas;
use crate::document::{LegendPlace, MapFrame, MapSpec, Representation};
use crate::figure::FigureError;
use crate::figure::page::Page;
use crate::figure::page::layout::Box2;

use super::basemap::Basemap;
use super::frame::{Fit, Frame};
use super::room::{Corner, Ground};
use super::symbols::SymbolScale;
use super::{Focus, MapModel, close_up, ground, legend};

/// A map is not made smaller than this share of its largest size to keep a corner free for the legend.
const LEAST_SHARE: f64 = 0.8;
const SHARE_STEP: f64 = 0.025;
/// How much larger the map must become for its legend to be put on it.
const WORTH: f64 = 1.04;
/// Where the territory may stand in the free room around it, the middle first.
const ALIGNMENTS: [[f64; 2]; 9] = [
    [0.5, 0.5],
    [0.5, 1.0],
    [0.5, 0.0],
    [0.0, 0.5],
    [1.0, 0.5],
    [1.0, 0.0],
    [0.0, 1.0],
    [0.0, 0.0],
    [1.0, 1.0],
];
const CORNERS: [Corner; 4] = [Corner::BottomLeft, Corner::TopRight, Corner::BottomRight, Corner::TopLeft];

/// The parts of a map's page.
pub struct Layout {
    pub frame: Frame,
    pub fit: Fit,
    /// The scale of its circles, where it has some.
    pub symbols: Option<SymbolScale>,
    /// The ground of the legend, where it stands on the map.
    pub card: Option<Box2>,
}

/// What a layout is made from.
pub struct Laying<'a> {
    pub spec: &'a MapSpec,
    pub model: &'a MapModel,
    pub atlas: &'a Atlas,
    pub basemap: &'a Basemap,
    pub page: &'a Page,
}

impl<'a> Laying<'a> {
    /// Lays the page out.
    ///
    /// # Errors
    /// There is no room, or the framing asks for what does not exist.
    pub fn layout(&self) -> Result<Layout, FigureError> {
        let spec = self.spec;
        let ground = ground(&spec.frame, &spec.selected, &self.atlas.territories, self.basemap)?;
        let need = legend::need(self.model, spec);
        let outside = |beside: bool| Frame::new(&spec.page, self.page, need, beside);
        let frames = match spec.page.legend {
            LegendPlace::Auto => vec![outside(true), outside(false)],
            LegendPlace::Beside => vec![outside(true)],
            LegendPlace::Below => vec![outside(false)],
            LegendPlace::Hidden => vec![Frame::whole(self.page)],
        };
        let laid = frames.into_iter().filter(Frame::has_room).map(|frame| self.with(frame, ground));
        // Not even the classes fit some.
        let fits = |layout: &Layout| {
            let counts = legend::Counts::of_all(self.model);
            spec.page.legend == LegendPlace::Hidden
                || legend::build(
                    spec,
                    self.model,
                    self.atlas,
                    layout.symbols.as_ref(),
                    &layout.frame,
                    &counts,
                )
                .is_some()
        };
        // The first of two that are equally large.
        let larger = |a: Layout, b: Layout| if b.fit.scale > a.fit.scale * WORTH { b } else { a };
        let best = laid.filter(fits).reduce(larger);
        let inside = |has_histogram: bool| match spec.page.legend {
            LegendPlace::Auto => {
                self.inside(ground, best.as_ref().map_or(0.0, |best| best.fit.scale), has_histogram)
            }
            _ => None,
        };
        // The map is not made smaller for the histogram.
        let inside = match [inside(true), inside(false)] {
            [Some(with), Some(without)] if with.fit.scale < without.fit.scale => Some(without),
            [with, without] => with.or(without),
        };
        inside.or(best).ok_or(FigureError::NoRoom)
    }

    fn with(&self, frame: Frame, ground: Rect<f64>) -> Layout {
        let fit = Fit::new(ground, frame.map, self.padding(), 1.0, [0.5; 2]);
        let extent = ground.width().max(ground.height()) * fit.scale;
        Layout { symbols: self.symbols(frame.map, extent), frame, fit, card: None }
    }

    /// Room left around the ground, as a share of the map. A part is shown as it was seen.
    fn padding(&self) -> f64 {
        if matches!(self.spec.frame, MapFrame::Part(_) | MapFrame::Metres(_)) { 0.0 } else { 0.03 }
    }

    /// The scale of the circles, in proportion to the map and to the territory on it: on a page of another shape they would
    /// else cover each other.
    fn symbols(&self, map: Box2, extent: f64) -> Option<SymbolScale> {
        let are_symbols = self.spec.representation == Representation::Symbols;
        let largest = (0.085 * map.width.min(map.height)).min(0.062 * extent);
        // Close up, beside a city they would all be dots.
        let focus = Focus::of(self.spec, &self.atlas.territories);
        let is_drawn = |unit: usize| focus.as_ref().is_none_or(|focus| focus.units[unit]);
        let rows = self.model.table.rows.iter().enumerate();
        let drawn = rows.filter(|(unit, _)| is_drawn(*unit)).filter_map(|(_, row)| row.value.ok());
        are_symbols.then(|| SymbolScale::new(drawn, largest)).flatten().map(|scale| scale.uncrowded(1))
    }

    /// The legend in a corner of the map that the territory leaves free, if the map becomes larger by it.
    fn inside(&self, ground: Rect<f64>, outside: f64, has_histogram: bool) -> Option<Layout> {
        let beside_histogram = has_histogram.then_some(0.0);
        let frame = Frame { beside_histogram, ..Frame::whole(self.page) };
        if !frame.has_room() {
            return None;
        }
        let sizes = frame.sizes;
        let (pad, inset) = (sizes.legend * 0.9, sizes.legend * 0.6);
        let need = legend::need(self.model, self.spec);
        let width = (need.width * sizes.legend).max(118.0 * sizes.scale.min(1.0)).max(frame.map.width * 0.17);
        let probe = Box2 { x: 0.0, y: 0.0, width, height: frame.map.height * 0.6 };
        let mut layout = self.with(Frame { legend: probe, ..frame }, ground);
        let (map, counts) = (layout.frame.map, legend::Counts::of_all(self.model));
        let built = legend::build(
            self.spec,
            self.model,
            self.atlas,
            layout.symbols.as_ref(),
            &layout.frame,
            &counts,
        )?;
        // The first line begins lower than the room for it.
        let [above, below] = [pad * 0.25, pad];
        let size = [width + 2.0 * pad, built.height + above + below];
        if size[0] > map.width * 0.6 || size[1] > map.height * 0.7 {
            return None;
        }
        let mut share = 1.0;
        while share >= LEAST_SHARE {
            for place in ALIGNMENTS {
                let fit = Fit::new(ground, map, self.padding(), share, place);
                if fit.scale < outside * WORTH {
                    return None;
                }
                let covered = Ground::new(self.subject(), &fit);
                let seat = |corner: Corner| corner.seat(size, map, inset);
                // Some air between the legend and the territory.
                let is_free = |room: &Box2| covered.leaves_free(room.grown(sizes.legend * 0.5));
                if let Some(card) = CORNERS.map(seat).into_iter().find(is_free) {
                    layout.fit = fit;
                    layout.card = Some(card);
                    layout.frame.legend =
                        Box2 { x: card.x + pad, y: card.y + above, width, height: card.height - above };
                    return Some(layout);
                }
            }
            share -= SHARE_STEP;
        }
        None
    }

    /// The outlines of what the map is about: close up a territory, else all.
    pub fn subject(&self) -> Vec<&'a MultiPolygon<f64>> {
        let shapes = |level| self.basemap.level(level).outlines();
        match close_up(self.spec, &self.atlas.territories) {
            Some((level, unit)) => vec![&shapes(level)[unit]],
            None => match shapes(Level::Ats) {
                [] => shapes(Level::Comuni).iter().collect(),
                whole => whole.iter().collect(),
            },
        }
    }
}
