//! From rings in any order to polygons with holes.

use geo::{BoundingRect, Coord, LineString, MultiPolygon, Polygon, Rect};

use super::parts::{Fault, Faults};

/// No coordinate on Earth is larger than this, in metres or degrees.
const FARTHEST: f64 = 1e8;

/// The polygon from rings as in shapefiles: clockwise exteriors, counter-clockwise holes, in any order. `None` when a
/// coordinate makes it unusable; `Some(None)` when no part has an area.
pub(crate) fn assemble(
    rings: Vec<LineString<f64>>,
    feature: Option<usize>,
    faults: &mut Faults,
) -> Option<Option<MultiPolygon<f64>>> {
    if rings.iter().flat_map(|ring| ring.coords()).any(|c| !is_sound(*c)) {
        faults.add(Fault::NotFinite, feature);
        return None;
    }
    let mut shells: Vec<Shell> = Vec::new();
    let mut holes = Vec::new();
    let mut used = 0;
    for mut ring in rings {
        if ring.0.len() > 2 && !ring.is_closed() {
            faults.add(Fault::Unclosed, feature);
            ring.close();
        }
        let area = doubled_area(&ring);
        if ring.0.len() < 4 || area == 0.0 {
            continue;
        }
        used += 1;
        if area < 0.0 { shells.extend(Shell::new(ring)) } else { holes.push(ring) }
    }
    if used == 0 {
        faults.add(Fault::NoArea, feature);
        return Some(None);
    }
    let mut reversed = false;
    for hole in holes {
        let inside = |shell: &&mut Shell| shell.holds(&hole);
        match shells.iter_mut().filter(inside).min_by(|a, b| a.area.total_cmp(&b.area)) {
            Some(shell) => shell.holes.push(hole),
            // There is no exterior for the hole.
            None => {
                reversed = true;
                shells.extend(Shell::new(hole));
            }
        }
    }
    if reversed {
        faults.add(Fault::Reversed, feature);
    }
    Some(Some(MultiPolygon(shells.into_iter().map(|s| Polygon::new(s.ring, s.holes)).collect())))
}

/// The polygon from parts, each an exterior followed by its holes, as in GeoJSON, TopoJSON and WKB. The result is as that
/// of [`assemble`].
pub(crate) fn of_parts(
    parts: Vec<Vec<LineString<f64>>>,
    feature: Option<usize>,
    faults: &mut Faults,
) -> Option<Option<MultiPolygon<f64>>> {
    let rings = || parts.iter().flatten();
    if rings().flat_map(|ring| ring.coords()).any(|c| !is_sound(*c)) {
        faults.add(Fault::NotFinite, feature);
        return None;
    }
    if rings().any(|ring| ring.0.len() > 2 && !ring.is_closed()) {
        faults.add(Fault::Unclosed, feature);
    }
    let mut polygons = Vec::with_capacity(parts.len());
    for part in parts {
        // `Polygon::new` closes open rings.
        let mut rings = part.into_iter();
        let polygon = rings.next().map(|exterior| Polygon::new(exterior, rings.collect()));
        polygons.extend(
            polygon
                .filter(|polygon| doubled_area(polygon.exterior()) != 0.0 || polygon.exterior().0.len() > 4),
        );
    }
    if polygons.is_empty() {
        faults.add(Fault::NoArea, feature);
        return Some(None);
    }
    Some(Some(MultiPolygon(polygons)))
}

/// Whether a coordinate is usable.
pub(crate) fn is_sound(c: Coord<f64>) -> bool {
    // NaN and infinity are not less than anything.
    c.x.abs() < FARTHEST && c.y.abs() < FARTHEST
}

struct Shell {
    ring: LineString<f64>,
    holes: Vec<LineString<f64>>,
    bounds: Rect<f64>,
    area: f64,
}

impl Shell {
    fn new(ring: LineString<f64>) -> Option<Self> {
        let bounds = ring.bounding_rect()?;
        let area = doubled_area(&ring).abs();
        Some(Self { ring, holes: Vec::new(), bounds, area })
    }

    /// Whether a ring that crosses no other is inside, tested with a point of it that is not a vertex of the shell.
    fn holds(&self, hole: &LineString<f64>) -> bool {
        let inside_bounds = |c: &Coord<f64>| {
            c.x >= self.bounds.min().x
                && c.x <= self.bounds.max().x
                && c.y >= self.bounds.min().y
                && c.y <= self.bounds.max().y
        };
        if !hole.coords().all(inside_bounds) {
            return false;
        }
        // The middle of an edge, because a hole may touch its shell in a vertex.
        let Some(edge) = hole.lines().next() else { return false };
        let point = (edge.start + edge.end) / 2.0;
        let crossings = self.ring.lines().filter(|line| {
            let (a, b) = (line.start, line.end);
            (a.y > point.y) != (b.y > point.y) && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
        });
        crossings.count() % 2 == 1
    }
}

/// Twice the area, positive if counter-clockwise, relative to the first point so that large coordinates lose no
/// precision.
pub(crate) fn doubled_area(ring: &LineString<f64>) -> f64 {
    let Some(origin) = ring.0.first().copied() else { return 0.0 };
    ring.lines()
        .map(|line| {
            let (a, b) = (line.start - origin, line.end - origin);
            a.x * b.y - b.x * a.y
        })
        .sum()
}

/// Comparisons of edges for all the polygons of a file.
pub const MOST_COMPARED: usize = 400_000_000;

/// Whether an edge of the polygon crosses another; `None` where that took more than what is `left` of the comparisons. Edges are
/// swept from left to right, and each is compared with those it overlaps: O(n log n) for realistic outlines, O(n²) at worst.
pub fn crosses_itself(polygon: &MultiPolygon<f64>, left: &mut usize) -> Option<bool> {
    let (mut edges, mut open) = (Vec::new(), Vec::<(Coord<f64>, Coord<f64>)>::new());
    for part in &polygon.0 {
        edges.clear();
        open.clear();
        for ring in std::iter::once(part.exterior()).chain(part.interiors()) {
            edges.extend(
                ring.0
                    .windows(2)
                    .map(|ends| if ends[0].x <= ends[1].x { (ends[0], ends[1]) } else { (ends[1], ends[0]) }),
            );
        }
        edges.sort_unstable_by(|a, b| a.0.x.total_cmp(&b.0.x));
        for edge in &edges {
            *left = left.checked_sub(open.len())?;
            open.retain(|other| other.1.x >= edge.0.x);
            if open.iter().any(|other| cross(*other, *edge)) {
                return Some(true);
            }
            open.push(*edge);
        }
    }
    Some(false)
}

/// Whether a polygon is a scribble: of its edges, any two chosen by chance cross in more than one case in a hundred, which in the
/// outline of an area not one pair in ten thousand does. The pairs are the same every time.
pub fn is_scribble(polygon: &MultiPolygon<f64>) -> bool {
    const LEAST: usize = 200;
    const PAIRS: usize = 4_096;
    polygon.0.iter().map(|part| &part.exterior().0).filter(|ring| ring.len() > LEAST).any(|ring| {
        let edge = |at: usize| (ring[at], ring[at + 1]);
        // Knuth's generator of the MMIX: the high bits are good enough for a sample.
        let mut state = ring.len() as u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % (ring.len() - 1)
        };
        (0..PAIRS).filter(|_| cross(edge(next()), edge(next()))).count() * 100 > PAIRS
    })
}

/// Whether two edges cross in a point inside both.
fn cross((a, b): (Coord<f64>, Coord<f64>), (c, d): (Coord<f64>, Coord<f64>)) -> bool {
    if a.y.min(b.y) > c.y.max(d.y) || c.y.min(d.y) > a.y.max(b.y) {
        return false;
    }
    let side =
        |p: Coord<f64>, q: Coord<f64>, r: Coord<f64>| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}
