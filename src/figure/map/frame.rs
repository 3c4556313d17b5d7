//! The page: heading, map frame, legend column and footer, and the transformation from metres to points.

use geo::{BoundingRect, Coord, MultiPolygon, Rect};

use crate::document::{LegendPlace, PageSpec};
use crate::scene::Group;

use crate::figure::page::Page;
use crate::figure::page::layout::Box2;
use crate::figure::page::style::Sizes;

/// Height of a legend line, in type sizes.
pub(crate) const LEADING: f64 = 1.62;
/// The same where room is short; any closer and lines would touch.
pub(crate) const TIGHT_LEADING: f64 = 1.1;

/// Room for the notes below the classes, in sizes of the legend's type.
const NOTES: f64 = 8.0;

/// The room a legend needs, in multiples of its type size.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LegendNeed {
    pub lines: usize,
    /// Width of its widest class, in type sizes.
    pub width: f64,
}

/// The positions of the parts of a page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Type sizes and lengths.
    pub sizes: Sizes,
    pub map: Box2,
    pub legend: Box2,
    /// Whether the legend is a column, beside the map or on it, rather than a strip below it.
    pub beside: bool,
    /// Room that a histogram must leave below the classes, in sizes of the legend's type; without, there is none.
    pub beside_histogram: Option<f64>,
    pub heading: Group,
    pub footer: Group,
}

impl Frame {
    /// The page with its legend beside the map, or below it.
    pub fn new(page: &PageSpec, page_layout: &Page, legend: LegendNeed, beside: bool) -> Self {
        let Page { sizes, body, heading, footer, .. } = page_layout.clone();
        let (inner, top, bottom) = (body.width, body.y, body.y + body.height);
        let lines_height = |leading: f64| legend.lines as f64 * sizes.legend * leading;
        let most = (bottom - top) * 0.4;
        // Below the map of a small page even a tight legend may leave no room for the map.
        let asked = page.legend == LegendPlace::Below;
        let beside = beside || (!asked && lines_height(TIGHT_LEADING) > most);
        let gap = 12.0 * sizes.scale;
        let (map, legend) = if beside {
            let column = (inner * 0.235).max(112.0 * sizes.scale.min(1.0)).min(inner * 0.4);
            let column = column.max((legend.width * sizes.legend).min(inner * 0.6));
            let map = Box2 { x: sizes.margin, y: top, width: inner - column - gap, height: bottom - top };
            (map, Box2 { x: map.x + map.width + gap, y: top, width: column, height: bottom - top })
        } else {
            let strip = lines_height(LEADING).min(most);
            let map = Box2 { x: sizes.margin, y: top, width: inner, height: bottom - top - strip - gap };
            (map, Box2 { x: sizes.margin, y: bottom - strip, width: inner, height: strip })
        };
        Self { sizes, map, legend, beside, beside_histogram: Some(NOTES), heading, footer }
    }

    /// The page with a map that fills it: the legend is hidden, or stands on the map.
    pub fn whole(page_layout: &Page) -> Self {
        let Page { sizes, body, heading, footer, .. } = page_layout.clone();
        let legend = Box2 { width: 0.0, ..body };
        Self { sizes, map: body, legend, beside: true, beside_histogram: Some(0.0), heading, footer }
    }
}

impl Frame {
    /// Whether title, remarks and legend leave enough room for a map.
    pub fn has_room(&self) -> bool {
        const LEAST_SIDE: f64 = 40.0;
        self.map.width >= LEAST_SIDE && self.map.height >= LEAST_SIDE
    }
}

/// From metres (y upwards) to points on the page (y downwards).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fit {
    west: f64,
    north: f64,
    left: f64,
    top: f64,
    /// Points per metre.
    pub scale: f64,
}

impl Fit {
    /// Fits an extent in metres into a box with some padding, both sides of which are shares of the box: at a `share` of
    /// the largest scale, and of the room that is left, `place` is to the left and above.
    pub fn new(extent: Rect<f64>, into: Box2, padding: f64, share: f64, place: [f64; 2]) -> Self {
        let (width, height) = (extent.width().max(1.0), extent.height().max(1.0));
        let scale = (into.width / width).min(into.height / height) * (1.0 - 2.0 * padding) * share;
        let around = [into.width, into.height].map(|side| side * padding);
        Self {
            west: extent.min().x,
            north: extent.max().y,
            left: into.x + around[0] + (into.width - 2.0 * around[0] - width * scale) * place[0],
            top: into.y + around[1] + (into.height - 2.0 * around[1] - height * scale) * place[1],
            scale,
        }
    }

    /// The point on the page for a position.
    pub fn point(&self, at: Coord<f64>) -> [f64; 2] {
        [self.left + (at.x - self.west) * self.scale, self.top + (self.north - at.y) * self.scale]
    }

    /// The rings of a polygon on the page, without the closing point.
    pub fn rings(&self, polygon: &MultiPolygon<f64>) -> Vec<Vec<[f64; 2]>> {
        polygon
            .iter()
            .flat_map(|part| std::iter::once(part.exterior()).chain(part.interiors()))
            .map(|ring| {
                let open = ring.0.len().saturating_sub(1);
                ring.0[..open].iter().map(|at| self.point(*at)).collect()
            })
            .collect()
    }
}

/// The extent of several shapes, in metres.
pub fn extent<'a>(shapes: impl IntoIterator<Item = &'a MultiPolygon<f64>>) -> Option<Rect<f64>> {
    shapes.into_iter().filter_map(BoundingRect::bounding_rect).reduce(|a, b| {
        Rect::new(
            Coord { x: a.min().x.min(b.min().x), y: a.min().y.min(b.min().y) },
            Coord { x: a.max().x.max(b.max().x), y: a.max().y.max(b.max().y) },
        )
    })
}
