//! The .shp of a shapefile (ESRI Shapefile Technical Description, 1998): polygons only; heights and measures are
//! ignored.

use geo::{Coord, LineString, MultiPolygon};

use crate::io::source::{Expected, Problem, SourceError, decode, is_html};

use super::parts::{Fault, Faults, Parts};
use super::rings::assemble;

const HEADER: usize = 100;
const POLYGONS: [i32; 3] = [5, 15, 25];
/// All existing shape types, to tell a record from garbage.
const KINDS: [i32; 14] = [0, 1, 3, 5, 8, 11, 13, 15, 18, 21, 23, 25, 28, 31];

/// A record: its position in the file, and its polygon if it can be drawn.
type Record = (usize, Option<MultiPolygon<f64>>);

/// Reads the usable records, in file order. O(n).
pub fn read(file: &str, parts: &Parts, faults: &mut Faults) -> Result<Vec<Record>, SourceError> {
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
        if let Some(polygon) = polygon(&bytes[at + 8..at + 8 + length], i, faults) {
            records.push((i, polygon));
        }
        at += 8 + length;
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
    let fits = |length: &usize| {
        let Some(next) = at.checked_add(8).and_then(|at| at.checked_add(*length)) else { return false };
        // Another record, or the end of the file.
        let kind = little(bytes, next.saturating_add(8));
        next == bytes.len() || (next < bytes.len() && kind.is_some_and(|kind| KINDS.contains(&kind)))
    };
    counted().filter(fits).or_else(|| Some(declared).filter(|length| *length >= 4).filter(fits))
}

/// `None` for a record to leave out; a polygon without area is kept without its shape.
fn polygon(content: &[u8], i: usize, faults: &mut Faults) -> Option<Option<MultiPolygon<f64>>> {
    let kind = little(content, 0)?;
    if kind == 0 {
        faults.add(Fault::NoArea, Some(i));
        return Some(None);
    }
    if !POLYGONS.contains(&kind) {
        faults.add(Fault::NotAPolygon, Some(i));
        return None;
    }
    let Some(rings) = rings(content) else {
        faults.add(Fault::Unreadable, Some(i));
        return None;
    };
    assemble(rings, Some(i), faults)
}

/// The rings of a polygon record; `None` if its counts contradict its length.
fn rings(content: &[u8]) -> Option<Vec<LineString<f64>>> {
    let [parts, points] = [36, 40].map(|at| little(content, at).and_then(|n| usize::try_from(n).ok()));
    let (parts, points) = (parts?, points?);
    let first = parts.checked_mul(4)?.checked_add(44)?;
    if points.checked_mul(16)?.checked_add(first)? > content.len() {
        return None;
    }
    let start = |part: usize| little(content, 44 + 4 * part).and_then(|n| usize::try_from(n).ok());
    let mut rings = Vec::with_capacity(parts);
    for part in 0..parts {
        let from = start(part)?;
        let to = if part + 1 == parts { points } else { start(part + 1)? };
        if from > to || to > points {
            return None;
        }
        let coord = |pair: &[u8]| {
            let number = |bytes: &[u8]| bytes.try_into().map(f64::from_le_bytes).unwrap_or(f64::NAN);
            Coord { x: number(&pair[..8]), y: number(&pair[8..]) }
        };
        rings.push(content[first + 16 * from..first + 16 * to].chunks_exact(16).map(coord).collect());
    }
    Some(rings)
}

fn big(bytes: &[u8], at: usize) -> Option<i32> {
    bytes.get(at..at + 4)?.try_into().ok().map(i32::from_be_bytes)
}

fn little(bytes: &[u8], at: usize) -> Option<i32> {
    bytes.get(at..at + 4)?.try_into().ok().map(i32::from_le_bytes)
}
