//! The .shp of a shapefile (ESRI Shapefile Technical Description, 1998): polygons and points; heights and measures are
//! ignored.

use std::io::Cursor;

use geo::{Coord, LineString, MultiPolygon};
use shapefile::{Point, Polygon, PolygonRing, ReadableShape};

use crate::io::source::{Expected, Problem, SourceError, decode, is_html};

use super::parts::{Fault, Faults, Parts};
use super::rings::assemble;

const HEADER: usize = 100;
const POLYGONS: [i32; 3] = [5, 15, 25];
const POINTS: [i32; 3] = [1, 11, 21];
/// All existing shape types, to tell a record from garbage.
const KINDS: [i32; 14] = [0, 1, 3, 5, 8, 11, 13, 15, 18, 21, 23, 25, 28, 31];

/// What a record contains.
pub(super) enum Record {
    /// A polygon; `None` for one without area, which is kept without its shape.
    Polygon(Option<MultiPolygon<f64>>),
    Point(Coord<f64>),
    /// Nothing that can be used.
    LeftOut,
}

/// Reads the records with their positions, in file order. O(n).
///
/// # Errors
/// Empty, no shapefile, or of a type of shapes that does not exist.
pub(super) fn read(
    file: &str,
    parts: &Parts,
    faults: &mut Faults,
) -> Result<Vec<(usize, Record)>, SourceError> {
    let bytes = parts.shp.as_slice();
    let error = |problem| Err(SourceError::new(file, problem));
    if bytes.is_empty() {
        return error(Problem::Empty);
    }
    if big(bytes, 0) != Some(9994) || bytes.len() < HEADER {
        let html = decode(bytes).is_ok_and(|decoded| is_html(&decoded.text));
        return error(if html { Problem::Html } else { Problem::NotA(Expected::Shapefile) });
    }
    if big(bytes, 24).is_none_or(|words| i64::from(words) * 2 != bytes.len() as i64) {
        faults.add(Fault::WrongLength, None);
    }
    let mut records = Vec::new();
    let mut starts = Vec::new();
    let (mut at, mut numbered) = (HEADER, true);
    while at < bytes.len() {
        let i = starts.len();
        starts.push(at);
        numbered &= big(bytes, at) == Some(i as i32 + 1);
        let Some(length) = length(bytes, at) else {
            faults.add(Fault::CutShort, Some(i));
            break;
        };
        if big(bytes, at + 4) != Some((length / 2) as i32) {
            faults.add(Fault::WrongLength, Some(i));
        }
        records.push((i, record(&bytes[at + 8..at + 8 + length], i, faults)));
        at += 8 + length;
    }
    if let Some(kind) = little(bytes, 32).filter(|kind| !KINDS.contains(kind)) {
        // The records say what they are; without a usable one the header is all there is.
        if !records.iter().any(|(_, record)| matches!(record, Record::Polygon(Some(_)))) {
            return error(Problem::NoSuchShapes(kind));
        }
        faults.add(Fault::WrongLength, None);
    }
    if !numbered || parts.shx.as_ref().is_some_and(|shx| !agrees(shx, &starts)) {
        faults.add(Fault::WrongLength, None);
    }
    Ok(records)
}

/// Whether an index agrees with the positions of the records.
fn agrees(shx: &[u8], starts: &[usize]) -> bool {
    let offset = |i: usize| big(shx, HEADER + 8 * i).map(|words| i64::from(words) * 2);
    starts.iter().enumerate().all(|(i, start)| offset(i) == Some(*start as i64))
}

/// The content length of the record at a position: computed from the counts of a plain polygon or, if that does not
/// lead to another record, as declared. `None` when neither fits the file.
fn length(bytes: &[u8], at: usize) -> Option<usize> {
    let declared = usize::try_from(big(bytes, at + 4)?).ok()?.checked_mul(2)?;
    let counted = || {
        little(bytes, at + 8).filter(|kind| *kind == POLYGONS[0])?;
        let [parts, points] =
            [44, 48].map(|offset| little(bytes, at + offset).and_then(|n| usize::try_from(n).ok()));
        parts?.checked_mul(4)?.checked_add(points?.checked_mul(16)?)?.checked_add(44)
    };
    let number = big(bytes, at)?;
    let fits = |length: &usize| {
        let Some(next) = at.checked_add(8).and_then(|at| at.checked_add(*length)) else { return false };
        // Another record, by its kind or its number, or the end of the file.
        let is_record = || {
            little(bytes, next.saturating_add(8)).is_some_and(|kind| KINDS.contains(&kind))
                || big(bytes, next).is_some_and(|other| number.checked_add(1) == Some(other))
        };
        next == bytes.len() || (next < bytes.len() && is_record())
    };
    counted().filter(fits).or_else(|| Some(declared).filter(|length| *length >= 4).filter(fits))
}

fn record(content: &[u8], i: usize, faults: &mut Faults) -> Record {
    let kind = little(content, 0).unwrap_or(0);
    if kind == 0 {
        faults.add(Fault::NoArea, Some(i));
        return Record::Polygon(None);
    }
    if POINTS.contains(&kind) {
        let number = |at: usize| content.get(at..at + 8)?.try_into().ok().map(f64::from_le_bytes);
        if let (Some(x), Some(y)) = (number(4), number(12)) {
            return Record::Point(Coord { x, y });
        }
    }
    if !POLYGONS.contains(&kind) {
        faults.add(if KINDS.contains(&kind) { Fault::NotAPolygon } else { Fault::Unreadable }, Some(i));
        return Record::LeftOut;
    }
    let Some(rings) = rings(content) else {
        faults.add(Fault::Unreadable, Some(i));
        return Record::LeftOut;
    };
    assemble(rings, Some(i), faults).map_or(Record::LeftOut, Record::Polygon)
}

/// The rings of a polygon record; `None` if its counts contradict its length. They are checked before the crate reads
/// them, because it reserves room for as many points as a record claims to have. It is given a plain polygon, because
/// heights and measures are not needed, and may be left out of a record that should have them.
fn rings(content: &[u8]) -> Option<Vec<LineString<f64>>> {
    let [parts, points] = [36, 40].map(|at| little(content, at).and_then(|n| usize::try_from(n).ok()));
    let (parts, points) = (parts?, points?);
    let first = parts.checked_mul(4)?.checked_add(44)?;
    let end = points.checked_mul(16)?.checked_add(first)?;
    let mut plain = content.get(..end)?.to_vec();
    let starts = (0..parts).map(|part| little(content, 44 + 4 * part).and_then(|n| usize::try_from(n).ok()));
    let starts: Vec<usize> = starts.collect::<Option<_>>()?;
    let ends = starts.iter().copied().skip(1).chain([points]);
    // The crate reads the points in their order, so the first part must begin with the first.
    let begins = starts.first().is_none_or(|from| *from == 0);
    if !begins || starts.iter().zip(ends).any(|(from, to)| *from > to || to > points) {
        return None;
    }
    plain[..4].copy_from_slice(&POLYGONS[0].to_le_bytes());
    let polygon = Polygon::read_from(&mut Cursor::new(plain), i32::try_from(end).ok()?).ok()?;
    let ring = |ring: PolygonRing<Point>| {
        ring.into_inner().into_iter().map(|point| Coord { x: point.x, y: point.y }).collect()
    };
    Some(polygon.into_inner().into_iter().map(ring).collect())
}

fn big(bytes: &[u8], at: usize) -> Option<i32> {
    bytes.get(at..at + 4)?.try_into().ok().map(i32::from_be_bytes)
}

fn little(bytes: &[u8], at: usize) -> Option<i32> {
    bytes.get(at..at + 4)?.try_into().ok().map(i32::from_le_bytes)
}
