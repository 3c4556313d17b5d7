//! The shapes of the map as triangles, computed once: fills, borders and levels of detail.

use std::ops::Range;

use geo::{Coord, MultiPolygon};

use crate::geo::bounds::bounds;
use crate::geo::hit::HitIndex;
use crate::geo::mesh::{Mesh, Stroke};
use crate::geo::topology::Topology;

/// Tolerances of the simplified levels of detail, in metres, coarsest first. Full detail follows.
const TOLERANCES: [f64; 4] = [1200.0, 300.0, 80.0, 20.0];

/// How far a simplified border may deviate on screen, in points.
const STRAY: f64 = 0.4;

/// A part of a triangle buffer, with its extent.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// `[west, south, east, north]`, relative metres.
    pub extent: [f32; 4],
    pub vertices: Range<usize>,
    /// Its triangle indices, relative to the start of the buffer.
    pub triangles: Range<usize>,
}

/// A border between two Comuni, or around the territory.
#[derive(Clone, Debug)]
pub struct Border {
    pub chunk: Chunk,
    /// The Comuni on its two sides.
    pub sides: [Option<u32>; 2],
}

/// The map at one level of detail.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    /// The maximum deviation from the full detail, in metres.
    tolerance: f64,
    /// Triangles of all Comuni.
    pub fill: Mesh,
    /// The chunk of each Comune.
    pub areas: Vec<Chunk>,
    /// Ribbons of all borders.
    pub stroke: Stroke,
    /// The chunk of each border.
    pub borders: Vec<Border>,
}

/// Everything the canvas draws, and finds territories with.
pub struct MapGeometry {
    /// The origin of positions.
    pub origin: Coord<f64>,
    /// `[west, south, east, north]` of the territory, relative metres.
    pub extent: [f64; 4],
    /// Fills of the surrounding provinces.
    pub backdrop: Mesh,
    pub backdrop_lines: Stroke,
    details: Vec<Detail>,
    hit: HitIndex,
}

impl MapGeometry {
    /// Triangulates a partition, its shared borders and its surroundings. Takes a few tens of milliseconds for our
    /// territory.
    pub fn new(areas: &[MultiPolygon<f64>], topology: &Topology, around: &[MultiPolygon<f64>]) -> Self {
        let rect = bounds(areas);
        let origin = rect.map_or(Coord::zero(), |r| r.center());
        let extent = rect.map_or([-1.0, -1.0, 1.0, 1.0], |r| {
            [r.min().x - origin.x, r.min().y - origin.y, r.max().x - origin.x, r.max().y - origin.y]
        });
        let mut backdrop = Mesh::default();
        let mut backdrop_lines = Stroke::default();
        for province in around {
            backdrop.add(province, origin);
            for part in province {
                backdrop_lines.add(&part.exterior().0, origin);
            }
        }
        let simplified = TOLERANCES
            .iter()
            .map(|&tolerance| Detail::new(&topology.simplified(tolerance), origin, tolerance));
        let details = simplified.chain([Detail::new(topology, origin, 0.0)]).collect();
        Self { origin, extent, backdrop, backdrop_lines, details, hit: HitIndex::new(areas) }
    }

    /// The coarsest detail whose deviation is invisible at this scale (points per metre).
    pub fn detail(&self, scale: f64) -> &Detail {
        let fine_enough = |detail: &&Detail| detail.tolerance * scale <= STRAY;
        self.details.iter().find(fine_enough).unwrap_or_else(|| &self.details[self.details.len() - 1])
    }

    /// The Comune at a position, in relative metres.
    pub(crate) fn comune_at(&self, position: Coord<f64>) -> Option<usize> {
        self.hit.locate(position + self.origin)
    }

    /// The outline of any shapes as a ribbon.
    pub fn outline(&self, shapes: &[MultiPolygon<f64>]) -> Stroke {
        let mut stroke = Stroke::default();
        for part in shapes.iter().flatten() {
            for ring in std::iter::once(part.exterior()).chain(part.interiors()) {
                stroke.add(&ring.0, self.origin);
            }
        }
        stroke
    }
}

impl Detail {
    fn new(topology: &Topology, origin: Coord<f64>, tolerance: f64) -> Self {
        let mut detail = Self { tolerance, ..Self::default() };
        for i in 0..topology.len() {
            let (vertices, triangles) = (detail.fill.vertices.len(), detail.fill.triangles.len());
            detail.fill.add(&topology.polygon(i), origin);
            let positions = detail.fill.vertices[vertices..].iter().copied();
            detail.areas.push(Chunk {
                extent: extent(positions),
                vertices: vertices..detail.fill.vertices.len(),
                triangles: triangles..detail.fill.triangles.len(),
            });
        }
        for arc in topology.arcs() {
            let (vertices, triangles) = (detail.stroke.vertices.len(), detail.stroke.triangles.len());
            detail.stroke.add(topology.points(arc), origin);
            let positions = detail.stroke.vertices[vertices..].iter().map(|vertex| vertex.at);
            let chunk = Chunk {
                extent: extent(positions),
                vertices: vertices..detail.stroke.vertices.len(),
                triangles: triangles..detail.stroke.triangles.len(),
            };
            detail.borders.push(Border { chunk, sides: [arc.left, arc.right] });
        }
        detail
    }
}

fn extent(positions: impl Iterator<Item = [f32; 2]>) -> [f32; 4] {
    positions.fold([f32::MAX, f32::MAX, f32::MIN, f32::MIN], |[w, s, e, n], [x, y]| {
        [w.min(x), s.min(y), e.max(x), n.max(y)]
    })
}
