//! Shapes in a GeoPackage: the header of the format, then well-known binary (OGC 12-128r18, clause 2.1.3; OGC 06-103r4),
//! in ISO and in PostGIS notation. Every count is compared with the bytes that are left.

use geo::{Coord, LineString};

use super::layer::Geometry;

/// How deeply collections may be nested.
const MAX_DEPTH: u8 = 8;
/// The bytes of a geometry that has no coordinates: byte order, kind and a count.
const LEAST: usize = 9;

/// The shape in a cell of a GeoPackage.
pub(super) fn of_geopackage(blob: &[u8]) -> Geometry {
    let Some((head, rest)) = blob.split_first_chunk::<8>() else { return Geometry::Unreadable };
    let flags = head[3];
    // Bits 1 to 3: which envelope follows. Bit 4: nothing in it. Bit 5: a kind of its own, unknown here.
    let envelope = match (flags >> 1) & 7 {
        0 => 0,
        1 => 32,
        2 | 3 => 48,
        4 => 64,
        _ => return Geometry::Unreadable,
    };
    if &head[..2] != b"GP" || flags & 0x20 != 0 {
        return Geometry::Unreadable;
    }
    if flags & 0x10 != 0 {
        return Geometry::Empty;
    }
    match rest.get(envelope..) {
        Some(wkb) => of_wkb(wkb),
        None => Geometry::Unreadable,
    }
}

fn of_wkb(bytes: &[u8]) -> Geometry {
    let mut found = Found::default();
    if found.take(&mut Bytes { left: bytes, is_little: true }, 0).is_none() {
        return Geometry::Unreadable;
    }
    let Found { parts, points, has_others } = found;
    match (parts.is_empty(), points.is_empty()) {
        (false, _) => Geometry::Parts(parts),
        (true, false) => Geometry::Points(points),
        (true, true) if has_others => Geometry::Other,
        (true, true) => Geometry::Empty,
    }
}

/// What a geometry contains, however it is nested.
#[derive(Default)]
struct Found {
    parts: Vec<Vec<LineString<f64>>>,
    points: Vec<Coord<f64>>,
    has_others: bool,
}

struct Bytes<'a> {
    left: &'a [u8],
    is_little: bool,
}

impl Bytes<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.left.split_first()?;
        self.left = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<u32> {
        let (bytes, rest) = self.left.split_first_chunk::<4>()?;
        self.left = rest;
        Some(if self.is_little { u32::from_le_bytes(*bytes) } else { u32::from_be_bytes(*bytes) })
    }

    /// A count of things of at least that many bytes; `None` if they would not fit.
    fn count(&mut self, least: usize) -> Option<usize> {
        let count = self.number()? as usize;
        (count <= self.left.len() / least).then_some(count)
    }

    /// A position of so many numbers, of which the first two matter.
    fn coord(&mut self, numbers: usize) -> Option<Coord<f64>> {
        let bytes = self.left.get(..8 * numbers)?;
        self.left = &self.left[8 * numbers..];
        let number = |at: usize| {
            let bytes: [u8; 8] = bytes[8 * at..8 * at + 8].try_into().unwrap_or_default();
            if self.is_little { f64::from_le_bytes(bytes) } else { f64::from_be_bytes(bytes) }
        };
        Some(Coord { x: number(0), y: number(1) })
    }
}

impl Found {
    /// Takes one geometry; `None` if it contradicts itself.
    fn take(&mut self, bytes: &mut Bytes, depth: u8) -> Option<()> {
        bytes.is_little = bytes.byte()? == 1;
        let kind = bytes.number()?;
        // PostGIS marks what follows in the highest bits, ISO in thousands.
        let iso = (kind & 0x0fff_ffff) / 1000;
        let has_z = kind & 0x8000_0000 != 0 || iso == 1 || iso == 3;
        let has_m = kind & 0x4000_0000 != 0 || iso == 2 || iso == 3;
        if kind & 0x2000_0000 != 0 {
            bytes.number()?;
        }
        if iso > 3 {
            return None;
        }
        let numbers = 2 + usize::from(has_z) + usize::from(has_m);
        match (kind & 0x0fff_ffff) % 1000 {
            1 => {
                let point = bytes.coord(numbers)?;
                // A point without coordinates is written as not-a-number.
                if !point.x.is_nan() {
                    self.points.push(point);
                }
            }
            // A line: it must be passed over, because others may follow.
            2 => {
                self.has_others = true;
                let count = bytes.count(8 * numbers)?;
                bytes.left = bytes.left.get(8 * numbers * count..)?;
            }
            // A polygon or triangle.
            3 | 17 => {
                let rings = bytes.count(4)?;
                let mut part = Vec::with_capacity(rings.min(64));
                for _ in 0..rings {
                    let points = bytes.count(8 * numbers)?;
                    let ring: Option<Vec<Coord<f64>>> = (0..points).map(|_| bytes.coord(numbers)).collect();
                    part.push(LineString(ring?));
                }
                if !part.is_empty() {
                    self.parts.push(part);
                }
            }
            // Several points, lines or polygons; a collection; surfaces made of polygons.
            4 | 5 | 6 | 7 | 11 | 12 | 15 | 16 if depth < MAX_DEPTH => {
                for _ in 0..bytes.count(LEAST)? {
                    self.take(bytes, depth + 1)?;
                }
            }
            4..=7 | 11 | 12 | 15 | 16 => return None,
            // Curves have no polygon, and their length is not known here.
            8..=10 | 13 | 14 => {
                self.has_others = true;
                bytes.left = &[];
            }
            _ => return None,
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A square as Shapely writes it: `shapely.to_wkb(box(0, 0, 1, 1))`.
    fn square(is_little: bool, kind: u32, numbers: usize) -> Vec<u8> {
        let number = |n: u32| if is_little { n.to_le_bytes() } else { n.to_be_bytes() };
        let mut bytes = vec![u8::from(is_little)];
        bytes.extend(number(kind));
        bytes.extend([number(1), number(5)].concat());
        for (x, y) in [(1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0), (1.0, 0.0)] {
            for n in [x, y, 7.0, 8.0].iter().take(numbers) {
                bytes.extend(if is_little { f64::to_le_bytes(*n) } else { f64::to_be_bytes(*n) });
            }
        }
        bytes
    }

    fn cell(flags: u8, envelope: usize, wkb: &[u8]) -> Vec<u8> {
        let mut bytes = vec![b'G', b'P', 0, flags, 0, 0, 0, 0];
        bytes.extend(vec![0; envelope]);
        bytes.extend(wkb);
        bytes
    }

    fn corners(geometry: &Geometry) -> usize {
        match geometry {
            Geometry::Parts(parts) => parts.iter().flatten().map(|ring| ring.0.len()).sum(),
            _ => 0,
        }
    }

    #[test]
    fn polygons_come_in_every_notation() {
        for (kind, numbers) in [(3, 2), (1003, 3), (2003, 3), (3003, 4), (0x8000_0003, 3), (0xC000_0003, 4)] {
            for is_little in [true, false] {
                let wkb = square(is_little, kind, numbers);
                for (flags, envelope) in [(0, 0), (2, 32), (4, 48), (6, 48), (8, 64)] {
                    let geometry = of_geopackage(&cell(flags, envelope, &wkb));
                    assert_eq!(corners(&geometry), 5, "{kind} {is_little} {flags}");
                }
            }
        }
        let mut several = vec![1, 6, 0, 0, 0, 2, 0, 0, 0];
        several.extend([square(true, 3, 2), square(false, 3, 2)].concat());
        assert_eq!(corners(&of_geopackage(&cell(0, 0, &several))), 10);
    }

    #[test]
    fn what_contradicts_itself_is_unreadable() {
        let wkb = square(true, 3, 2);
        let unreadable = |blob: &[u8]| matches!(of_geopackage(blob), Geometry::Unreadable);
        assert!(matches!(of_geopackage(&cell(0x10, 0, &wkb)), Geometry::Empty));
        // An envelope that does not exist, an unknown kind, bytes that end too early.
        assert!(unreadable(&cell(10, 0, &wkb)) && unreadable(&cell(0x20, 0, &wkb)));
        (0..wkb.len()).for_each(|end| assert!(unreadable(&cell(0, 0, &wkb[..end])), "{end}"));
        let mut huge = wkb.clone();
        huge[9..13].copy_from_slice(&u32::MAX.to_le_bytes());
        assert!(unreadable(&cell(0, 0, &huge)));
        // Collections within collections, a thousand deep.
        let deep: Vec<u8> = [1, 7, 0, 0, 0, 1, 0, 0, 0].repeat(1000);
        assert!(unreadable(&cell(0, 0, &deep)));
    }
}
