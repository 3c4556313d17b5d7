//! Checking boundaries: the layer, its faults, its reference system, and the attribute that names the Comuni.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use crate::base::{Code, Level};
use crate::data::Territories;
use crate::geo::reprojection::Reprojection;
use crate::io::attributes::{NAMES, is_cadastral, is_of_comuni};
use crate::io::matching::{Matcher, Place, normalised};
use crate::io::recipe::header_key;
use crate::io::shapes::{Crs, Fault, MOST_COMPARED, Shapes, code_of, crosses_itself, is_scribble};
use crate::io::source::{Problem, SourceError};

use super::answers::Answers;
use super::checked::{Checked, CheckedContent};
use super::finding::{Finding, Kind, Rows};
use super::severity::Severity;

/// The attribute that names the Comuni.
pub(super) struct Naming {
    pub column: usize,
    /// How many of our Comuni it names.
    pub ours: usize,
    /// How many Comuni it names.
    pub all: usize,
    /// How many cells do: more, where a Comune has several shapes.
    cells: usize,
}

/// The attribute with the codes of Comuni: the stated one, else the one that names most of ours, ISTAT codes before
/// cadastral ones, because everything else is joined by them. `None` if none has such codes.
///
/// # Errors
/// A stated attribute that does not exist.
pub(super) fn naming(
    shapes: &Shapes,
    matcher: &Matcher,
    answers: &Answers,
) -> Result<Option<Naming>, SourceError> {
    let table = &shapes.attributes;
    let keys: Vec<String> = table.row(0).map(header_key).collect();
    let rows = || 1..table.len();
    let count = |column: usize| {
        let (mut ours, mut all, mut cells) = (BTreeSet::new(), BTreeSet::new(), 0);
        for row in rows() {
            let cell = table.cell(row, column);
            match matcher.by_code(cell) {
                // The code of an Ambito looks like that of a Comune without its zero.
                Place::Outside if matcher.by_ambito(cell).is_ours() => {}
                Place::Outside => {
                    all.insert(normalised(cell));
                    cells += 1;
                }
                place if place.is_ours() => {
                    ours.insert(match place {
                        Place::Comune(i) => (0, i),
                        Place::Merged(i) => (1, i),
                        _ => (2, 0),
                    });
                    cells += 1;
                }
                _ => {}
            }
        }
        Naming { column, ours: ours.len(), all: ours.len() + all.len(), cells }
    };
    if let Some(stated) = answers.levels.get(&Level::Comuni) {
        let column = keys.iter().position(|key| *key == header_key(&stated.code));
        let column = column
            .ok_or_else(|| SourceError::new(&shapes.file, Problem::NoAttribute(stated.code.clone())))?;
        return Ok(Some(count(column)));
    }
    // A number that happens to look like a code names nothing: the header says what it is, or almost every cell is one.
    let is_meant = |naming: &Naming| {
        let key = &keys[naming.column];
        let named = is_of_comuni(key) || is_cadastral(key);
        // The same code in every row is that of something larger.
        let is_full = naming.cells * 10 >= rows().len() * 9 && (naming.all > 1 || rows().len() == 1);
        naming.all > 0 && (named || is_full)
    };
    let is_digits = |row: usize, column: usize| table.cell(row, column).bytes().all(|b| b.is_ascii_digit());
    let digits = |column: usize| rows().filter(|row| is_digits(*row, column)).count();
    // Of ISTAT's two attributes, the one that has kept its zeros.
    let is_whole = |cell: &str| normalised(cell).is_some_and(|code| code == cell);
    let whole = |column: usize| rows().filter(|row| is_whole(table.cell(*row, column))).count();
    let columns = (0..table.width(0)).map(count).filter(is_meant);
    Ok(columns.max_by_key(|naming| {
        let named = is_of_comuni(&keys[naming.column]);
        let (column, first) = (naming.column, std::cmp::Reverse(naming.column));
        (naming.ours, naming.all, named, digits(column), whole(column), first)
    }))
}

/// How many of our Ambiti the attribute that names most of them names, by code or by name.
pub(super) fn ambiti(shapes: &Shapes, matcher: &Matcher) -> usize {
    let table = &shapes.attributes;
    let count = |column: usize| {
        let cells = (1..table.len()).map(|row| table.cell(row, column));
        let named: Vec<Place> =
            cells.map(|cell| matcher.by_ambito(cell)).filter(|place| place.is_ours()).collect();
        // A few names among many others are a chance.
        if named.len() * 10 < (table.len() - 1) * 9 {
            0
        } else {
            named.into_iter().collect::<HashSet<_>>().len()
        }
    };
    (0..table.width(0)).map(count).max().unwrap_or(0)
}

/// Checks the boundaries of a layer.
///
/// # Errors
/// An answer that does not fit.
pub(super) fn check(
    shapes: &Arc<Shapes>,
    matcher: &Matcher,
    territories: &Territories,
    answers: &Answers,
) -> Result<Checked, SourceError> {
    let table = &shapes.attributes;
    let naming = naming(shapes, matcher, answers)?;
    // Each counts once, however many shapes it has.
    let comuni = naming.as_ref().map_or(0, |naming| naming.ours);
    let code = naming.map(|naming| naming.column);
    let named = Named::new(shapes, code);
    let of_rows = |kind: Kind, rows: &Rows| Finding {
        places: rows.first.iter().take(PLACES).map(|row| named.place(*row)).collect(),
        ..Finding::of_rows(kind, rows)
    };
    let mut findings: Vec<Finding> = shapes
        .faults
        .iter()
        .map(|(fault, features)| {
            let mut rows = Rows::default();
            features.iter().for_each(|feature| rows.add(*feature));
            of_rows(of_fault(*fault), &rows)
        })
        .collect();
    if let Some(encoding) = table.notes.guessed_encoding {
        findings.push(Finding::new(Kind::GuessedEncoding { encoding: encoding.to_owned() }));
    }
    let mut scribbles = Rows::default();
    for (i, polygon) in shapes.polygons.iter().enumerate() {
        if polygon.as_ref().is_some_and(is_scribble) {
            scribbles.add(table.number(i + 1));
        }
    }
    if scribbles.count > 0 {
        return Err(SourceError::new(&shapes.file, scribbled(&scribbles)));
    }
    let (mut crossing, mut left) = (Rows::default(), MOST_COMPARED);
    for (i, polygon) in shapes.polygons.iter().enumerate() {
        let Some(polygon) = polygon else { continue };
        match crosses_itself(polygon, &mut left) {
            Some(true) => crossing.add(table.number(i + 1)),
            Some(false) => {}
            None => {
                scribbles.add(table.number(i + 1));
                return Err(SourceError::new(&shapes.file, scribbled(&scribbles)));
            }
        }
    }
    if crossing.count > 0 {
        findings.push(of_rows(Kind::ShapesCross, &crossing));
    }
    findings.extend(of_crs(shapes, answers.crs.as_deref()));

    let rows = || 1..table.len();
    if let Some(column) = code {
        let mut seen: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let (mut recoded, mut example, mut mixed) = (Rows::default(), None, false);
        for row in rows() {
            let cell = table.cell(row, column);
            let Some(code) = normalised(cell) else { continue };
            if cell != code.as_ref() {
                recoded.add(table.number(row));
                example = example.or(Some((cell.to_owned(), code.clone().into_owned())));
            } else {
                mixed |= cell.starts_with('0');
            }
            seen.entry(code.into_owned()).or_default().push(table.number(row));
        }
        if let Some((from, to)) = example {
            let finding = Finding::of_rows(Kind::Recoded { from, to }, &recoded);
            findings.push(if mixed { finding } else { finding.noted() });
        }
        let doubled: Vec<&str> =
            seen.iter().filter(|(_, rows)| rows.len() > 1).map(|(code, _)| code.as_str()).collect();
        if !doubled.is_empty() {
            let more = if doubled.len() > PLACES { ", …" } else { "" };
            let codes = format!("{}{more}", doubled[..doubled.len().min(PLACES)].join(", "));
            let kind = Kind::DoubledCodes { codes };
            findings.push(Finding { count: doubled.len(), ..Finding::new(kind) });
        }
        let differing = differing(shapes, column, matcher);
        if differing.count > 0 {
            findings.push(of_rows(Kind::NameDiffers, &differing));
        }
    }
    let of_ambiti = if comuni == 0 { ambiti(shapes, matcher) } else { 0 };
    if of_ambiti > 0 {
        findings.push(Finding { count: of_ambiti, ..Finding::new(Kind::ShapesOfAmbiti) });
    }
    let codes = code.map(|column| drawn(shapes, column)).unwrap_or_default();
    let lacking = lacking(territories, |code| codes.contains(code.as_str()));
    // A file with a few of our Comuni is that of another territory.
    findings.extend(lacking.filter(|finding| finding.count * 2 <= territories.comuni().len()));
    let is_open = |finding: &Finding| {
        finding.severity == Severity::Choice && matches!(finding.kind, Kind::CrsLikely { .. })
    };
    let proposed = findings.iter().any(is_open).then(|| Crs::likely(&shapes.polygons)).flatten();
    answers.accept(&mut findings);
    let accepted = proposed.filter(|_| !findings.iter().any(is_open)).map(|code| format!("EPSG:{code}"));
    let crs = answers.crs.clone().or(accepted).map_or_else(|| shapes.crs.clone(), Crs::Other);
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let file = shapes.file.clone();
    let content = CheckedContent::Boundaries {
        features: shapes.polygons.len(),
        drawable: shapes.polygons.iter().flatten().count(),
        comuni,
        code: code.map(|column| table.cell(0, column).to_owned()),
        crs,
        shapes: Arc::clone(shapes),
    };
    Ok(Checked { file, sheet: None, content, findings })
}

/// The codes of the shapes that can be drawn.
fn drawn(shapes: &Shapes, code: usize) -> HashSet<Cow<'_, str>> {
    let drawn = shapes.polygons.iter().enumerate().filter(|(_, polygon)| polygon.is_some());
    drawn.filter_map(|(i, _)| normalised(shapes.attributes.cell(i + 1, code))).collect()
}

/// The finding that shapes are not the whole of our territory, so that the program's data are not used on them. Without any
/// of our Comuni it is another territory, with data of its own.
pub(crate) fn lacking(territories: &Territories, has: impl Fn(&Code) -> bool) -> Option<Finding> {
    let all = territories.comuni();
    let names: Vec<&str> =
        all.iter().filter(|comune| !has(&comune.code)).map(|comune| comune.name.as_str()).collect();
    let count = names.len();
    let more = if count > NAMED { ", …" } else { "" };
    let names = format!("{}{more}", names[..count.min(NAMED)].join(", "));
    let is_part = count > 0 && count < all.len();
    is_part.then(|| Finding { count, ..Finding::new(Kind::ComuniLacking { names }) })
}

/// The features whose name is that of another Comune of ours than their code.
fn differing(shapes: &Shapes, code: usize, matcher: &Matcher) -> Rows {
    let table = &shapes.attributes;
    let of = |column: usize| {
        let (mut same, mut differ) = (0, Rows::default());
        for row in 1..table.len() {
            let (place, called) =
                (matcher.by_code(table.cell(row, code)), matcher.by_name(table.cell(row, column)));
            match (place.is_ours() && called.is_ours(), place == called) {
                (true, true) => same += 1,
                (true, false) => differ.add(table.number(row)),
                (false, _) => {}
            }
        }
        (same, differ)
    };
    let keys: Vec<String> = table.row(0).map(header_key).collect();
    // A column of other names, such as that of the seat of an office, agrees with few codes.
    let (_, differ) = (0..table.width(0))
        .filter(|column| *column != code)
        .map(|column| (NAMES.contains(&keys[column].as_str()), of(column)))
        .filter(|(is_name, (same, differ))| *is_name || *same > differ.count)
        .map(|(_, found)| found)
        .max_by_key(|(same, _)| *same)
        .unwrap_or_default();
    differ
}

/// How many features of a finding are named.
const PLACES: usize = 10;
/// How many Comuni without a shape are named.
const NAMED: usize = 12;

/// The names of features.
struct Named<'a> {
    shapes: &'a Shapes,
    column: Option<usize>,
}

impl<'a> Named<'a> {
    fn new(shapes: &'a Shapes, code: Option<usize>) -> Self {
        let keys: Vec<String> = shapes.attributes.row(0).map(header_key).collect();
        let name = NAMES.iter().find_map(|name| keys.iter().position(|key| key == name));
        Self { shapes, column: name.or(code) }
    }

    /// The name of a feature, else its code; empty if it has neither.
    fn place(&self, feature: u32) -> String {
        let (Some(column), table) = (self.column, &self.shapes.attributes) else { return String::new() };
        if let Some((_, cells)) = self.shapes.left_out.iter().find(|(number, _)| *number == feature) {
            return cells.get(column).cloned().unwrap_or_default();
        }
        // Rows are in the order of their numbers, and few are missing.
        let row = (1..table.len()).find(|row| table.number(*row) == feature);
        row.map(|row| table.cell(row, column).to_owned()).unwrap_or_default()
    }
}

/// The finding on the reference system; none for those of our maps.
fn of_crs(shapes: &Shapes, stated: Option<&str>) -> Option<Finding> {
    if let Some(stated) = stated {
        let known = code_of(stated).and_then(Reprojection::from_epsg).is_some();
        return Some(Finding::new(of_other_crs(known, stated)));
    }
    match &shapes.crs {
        Crs::Degrees | Crs::Utm(32) => None,
        Crs::Unknown => Some(match Crs::likely(&shapes.polygons) {
            Some(code) => Finding::new(Kind::CrsLikely { crs: format!("EPSG:{code}") }),
            None => Finding::new(Kind::CrsUnknown),
        }),
        other => {
            let crs = other.epsg().unwrap_or_default();
            Some(Finding::new(of_other_crs(other.code().is_some(), &crs)))
        }
    }
}

/// The finding that shapes are in another system, which may be convertible into ours or not.
fn of_other_crs(known: bool, crs: &str) -> Kind {
    let crs = crs.to_owned();
    if known { Kind::CrsChanged { crs } } else { Kind::CrsOther { crs } }
}

fn of_fault(fault: Fault) -> Kind {
    match fault {
        Fault::CutShort => Kind::ShapesCutShort,
        Fault::WrongLength => Kind::ShapesWrongLength,
        Fault::Unreadable => Kind::ShapesUnreadable,
        Fault::NotFinite => Kind::ShapesNotFinite,
        Fault::NotAPolygon => Kind::ShapesNotPolygons,
        Fault::NoArea => Kind::ShapesNoArea,
        Fault::Unclosed => Kind::ShapesUnclosed,
        Fault::Reversed => Kind::ShapesReversed,
        Fault::NoAttributes => Kind::ShapesNoAttributes,
        Fault::BadNumber => Kind::ShapesBadNumber,
        Fault::FieldName => Kind::ShapesFieldName,
        Fault::Encoding => Kind::ShapesEncoding,
        Fault::Controls => Kind::ShapesControls,
        Fault::Unsaved => Kind::ShapesUnsaved,
    }
}
/// The problem of outlines that are scribbles, with their rows.
fn scribbled(scribbles: &Rows) -> Problem {
    let rows: Vec<String> = scribbles.first.iter().take(PLACES).map(u32::to_string).collect();
    let more = if scribbles.count > rows.len() { ", …" } else { "" };
    Problem::Scribbles { count: scribbles.count, rows: format!("{}{more}", rows.join(", ")) }
}
