//! Boundaries that say the right thing in another way: latitude before longitude, Comuni named but not coded, or by their
//! cadastral code. They are put right before anything looks at them, and it is said.

use std::collections::BTreeSet;
use std::sync::Arc;

use geo::{Coord, CoordsIter, MapCoords, MultiPolygon};

use crate::data::Territories;
use crate::io::attributes::NAMES;
use crate::io::matching::{Matcher, Place, normalised};
use crate::io::recipe::header_key;
use crate::io::shapes::{Crs, Shapes, code_of};
use crate::io::source::{Problem, RawTable, SourceError};

use super::answers::Answers;
use super::boundaries::naming;
use super::finding::{Finding, Kind, Rows};

/// The attribute that is added for codes.
const CODES: &str = "codice_istat_trovato";

/// A layer, put right if need be.
pub(super) struct Mended {
    pub shapes: Arc<Shapes>,
    pub findings: Vec<Finding>,
}

/// Puts a layer right.
///
/// # Errors
/// The attribute of codes does not fit the table.
pub(super) fn mended(
    shapes: &Arc<Shapes>,
    matcher: &Matcher,
    territories: &Territories,
    answers: &Answers,
) -> Result<Mended, SourceError> {
    let mut findings = Vec::new();
    let turned = is_swapped(shapes, answers.crs.as_deref()).then(|| {
        let place = shapes.polygons.iter().flatten().flat_map(MultiPolygon::coords_iter).next();
        let Coord { x, y } = place.unwrap_or_default();
        findings.push(Finding::new(Kind::ShapesSwapped { place: format!("{x}, {y}") }));
        let swap = |polygon: &MultiPolygon<f64>| polygon.map_coords(|c| Coord { x: c.y, y: c.x });
        shapes.polygons.iter().map(|polygon| polygon.as_ref().map(swap)).collect::<Vec<_>>()
    });
    // What the user says of an attribute stands.
    let found = if answers.levels.is_empty() { codes(shapes, matcher, territories, answers)? } else { None };
    let attributes = match found {
        Some(Found { places, finding }) => {
            findings.push(finding);
            Some(with_codes(shapes, &places, territories)?)
        }
        None => None,
    };
    if turned.is_none() && attributes.is_none() {
        return Ok(Mended { shapes: Arc::clone(shapes), findings });
    }
    let mended = Shapes {
        file: shapes.file.clone(),
        layer: shapes.layer.clone(),
        polygons: turned.unwrap_or_else(|| shapes.polygons.clone()),
        attributes: attributes.unwrap_or_else(|| shapes.attributes.clone()),
        crs: shapes.crs.clone(),
        faults: shapes.faults.clone(),
        left_out: shapes.left_out.clone(),
    };
    Ok(Mended { shapes: Arc::new(mended), findings })
}

/// Whether latitude comes first. In Italy the two cannot be confused: one is under 20, the other over 35.
fn is_swapped(shapes: &Shapes, stated: Option<&str>) -> bool {
    let is_degrees = match stated {
        Some(stated) => code_of(stated) == Some(4326),
        None => matches!(shapes.crs, Crs::Degrees | Crs::Unknown),
    };
    let mut coords = shapes.polygons.iter().flatten().flat_map(MultiPolygon::coords_iter).peekable();
    let is_turned = |c: Coord<f64>| (35.0..=48.0).contains(&c.x) && (5.0..=20.0).contains(&c.y);
    is_degrees && coords.peek().is_some() && coords.all(is_turned)
}

/// The Comuni that a layer names without their ISTAT codes.
struct Found {
    /// Of each row; `None` for another one.
    places: Vec<Option<usize>>,
    finding: Finding,
}

/// The Comune of each row where no attribute has ISTAT codes: by the cadastral code, else by name. Rows of others are
/// `None`.
fn codes(
    shapes: &Shapes,
    matcher: &Matcher,
    territories: &Territories,
    answers: &Answers,
) -> Result<Option<Found>, SourceError> {
    let table = &shapes.attributes;
    if table.is_empty() {
        return Ok(None);
    }
    let column_name = |column: usize| table.cell(0, column).to_owned();
    let at = |column: usize, place: &dyn Fn(&str) -> Place| -> Vec<Option<usize>> {
        let comune = |row| match place(table.cell(row, column)) {
            Place::Comune(i) => Some(i),
            _ => None,
        };
        (1..table.len()).map(comune).collect()
    };
    if let Some(naming) = naming(shapes, matcher, answers)? {
        let places = at(naming.column, &|cell| matcher.by_code(cell));
        let is_cadastral = |row: usize| {
            let cell = table.cell(row + 1, naming.column);
            places[row].is_some() && normalised(cell).is_some_and(|code| !code.starts_with(char::is_numeric))
        };
        let is_all =
            naming.ours > 0 && (0..places.len()).all(|row| places[row].is_none() || is_cadastral(row));
        let kind = Kind::NamedByCadastral { column: column_name(naming.column) };
        return Ok(is_all.then(|| Found { places, finding: Finding::new(kind) }));
    }
    let by_name = (0..table.width(0)).filter_map(|column| {
        let places = at(column, &|cell| matcher.by_name(cell));
        let distinct: BTreeSet<usize> = places.iter().flatten().copied().collect();
        let named = places.iter().flatten().count();
        // Names of anything else may agree with a few of ours by chance.
        let is_headed = NAMES.contains(&header_key(table.cell(0, column)).as_str());
        let is_meant =
            named * 10 >= places.len() * 9 || (is_headed && distinct.len() == territories.comuni().len());
        (is_meant && !distinct.is_empty()).then_some((distinct.len(), column, places))
    });
    let best = by_name.max_by_key(|(distinct, column, _)| (*distinct, std::cmp::Reverse(*column)));
    Ok(best.map(|(_, column, places)| {
        let mut others = Rows::default();
        for (row, _) in places.iter().enumerate().filter(|(_, place)| place.is_none()) {
            others.add(table.number(row + 1));
        }
        let kind = Kind::NamedByName { column: column_name(column), others: others.count };
        Found { places, finding: Finding::new(kind) }
    }))
}

/// The attributes with one more: the ISTAT code of each Comune.
fn with_codes(
    shapes: &Shapes,
    places: &[Option<usize>],
    territories: &Territories,
) -> Result<RawTable, SourceError> {
    let table = &shapes.attributes;
    let over = |limit| SourceError::new(&shapes.file, Problem::TooLarge(limit));
    let mut with = RawTable::new(&table.file, table.sheet.as_deref());
    with.notes = table.notes.clone();
    for row in 0..table.len() {
        let code = match row {
            0 => CODES,
            _ => places[row - 1].map_or("", |comune| territories.comuni()[comune].code.as_str()),
        };
        // A row may be shorter than the header.
        let cells = (0..table.width(0)).map(|column| table.cell(row, column));
        with.push(table.number(row), cells.chain([code])).map_err(over)?;
    }
    Ok(with)
}
