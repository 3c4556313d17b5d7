//! Other boundaries than the program's: the Comuni of another year, the districts of a city, other provinces, all of
//! Italy. A file of shapes becomes a territory: its attributes name the units and how they are grouped.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use geo::{Coord, CoordsIter, MultiPolygon};

use crate::base::{Code, Level};
use crate::data::{Comune, Territories};
use crate::geo::projection::{Projection, ProjectionError};
use crate::geo::reprojection::Reprojection;

use super::attributes::{GROUPS, NAMES, UNITS, is_of_comuni};
use super::import::{Answers, Checked, CheckedContent, Finding, Importer, Kind, Severity, lacking};
use super::matching::{is_comune, normalised};
use super::recipe::header_key;
use super::shapes::{Crs, Shapes, code_of};
use super::source::{Problem, SourceError};
use super::territories::program_territories;

pub use super::attributes::{Attribute, CustomTerritorySpec};

/// A territory with its polygons.
#[derive(Debug)]
pub struct CustomTerritory {
    pub territories: Territories,
    /// The polygon of each unit, in metres (UTM 32N).
    pub polygons: Vec<(Code, MultiPolygon<f64>)>,
    /// The number of features left out for lack of a polygon or a code.
    pub left_out: usize,
    /// Name of the file.
    pub file: String,
    /// What was found in the file, as `check` would tell.
    pub findings: Vec<Finding>,
}

/// Code and name of the whole territory, to which every unit belongs unless an attribute says otherwise.
const WHOLE: (&str, &str) = ("tutto", "Tutto il territorio");

/// Reads boundaries from the shapes in a file, of several layers the one that `check` would take, and makes a territory
/// of them.
///
/// # Errors
/// The file cannot be read, has no shapes, or several layers that could be meant; else as [`custom_territory`].
pub fn read(path: &Path, spec: &CustomTerritorySpec) -> Result<CustomTerritory, SourceError> {
    let ours = program_territories();
    let answers = Answers {
        crs: spec.crs.clone(),
        layer: spec.layer.clone(),
        levels: spec.levels.clone(),
        ..Answers::default()
    };
    let Checked { content, findings, file, .. } =
        Importer::new(&ours).boundaries(&Importer::open(path)?, &answers)?;
    if let Some(Finding { kind: Kind::SeveralLayers { layers }, .. }) =
        findings.iter().find(|finding| finding.severity == Severity::Choice)
    {
        return Err(SourceError::new(&file, Problem::SeveralLayers(layers.join(", "))));
    }
    let CheckedContent::Boundaries { code, shapes, .. } = content else {
        return Err(SourceError::new(&file, Problem::NotBoundaries));
    };
    let mut spec = spec.clone();
    if let Some(code) = code {
        spec.levels.entry(Level::Comuni).or_insert(Attribute { code, name: None });
    }
    // What is settled here is no longer a question.
    let is_told = |finding: &Finding| finding.severity != Severity::Choice;
    let findings = findings.into_iter().filter(is_told);
    let mut findings: Vec<Finding> = findings.collect();
    let found = custom_territory(&shapes, &spec)?;
    if !findings.iter().any(|finding| matches!(finding.kind, Kind::ComuniLacking { .. })) {
        let has = |code: &Code| found.territories.position(Level::Comuni, code).is_some();
        findings.extend(lacking(&ours, has));
    }
    Ok(CustomTerritory { findings, ..found })
}

/// The Comuni of the program that a territory lacks, if it has the others.
pub(crate) fn lacking_names(territories: &Territories) -> Option<String> {
    let has = |code: &Code| territories.position(Level::Comuni, code).is_some();
    match lacking(&program_territories(), has)?.kind {
        Kind::ComuniLacking { names } => Some(names),
        _ => None,
    }
}

/// Makes a territory from shapes. Features with the same code are parts of one unit.
///
/// # Errors
/// An attribute that does not exist or has no code, a reference system that is unknown or does not fit the
/// coordinates, or a code with two names.
pub fn custom_territory(shapes: &Shapes, spec: &CustomTerritorySpec) -> Result<CustomTerritory, SourceError> {
    let error = |problem| SourceError::new(&shapes.file, problem);
    let reprojection = reprojection(shapes, spec).map_err(error)?;
    let columns = Columns::find(shapes, spec).map_err(error)?;
    let mut units: BTreeMap<Code, (Comune, MultiPolygon<f64>)> = BTreeMap::new();
    let mut left_out = 0;
    for (i, polygon) in shapes.polygons.iter().enumerate() {
        let row = i + 1;
        let (Some(polygon), Some((code, name))) = (polygon, columns.unit.pair(shapes, row)) else {
            left_out += 1;
            continue;
        };
        let unfit = |(ProjectionError::NotFinite { x, y } | ProjectionError::OutOfRange { x, y })| {
            error(Problem::CrsUnfit(format!("{x}, {y}")))
        };
        let polygon = reprojection.project(polygon).map_err(unfit)?;
        if let Some(far) = polygon.coords_iter().find(|metres| !near_italy(*metres)) {
            return Err(error(Problem::CrsFar(degrees_of(far))));
        }
        if let Some((_, known)) = units.get_mut(&code) {
            known.0.extend(polygon);
            continue;
        }
        let whole = || (Code::from(WHOLE.0), WHOLE.1.to_owned());
        let group = |level| columns.groups.get(&level).and_then(|column| column.pair(shapes, row));
        let comune = Comune {
            code: code.clone(),
            name,
            ambito: group(Level::Ambiti).unwrap_or_else(whole),
            asst: group(Level::Asst),
            ats: group(Level::Ats).unwrap_or_else(whole),
            province: group(Level::Ambiti).unwrap_or_else(whole),
        };
        units.insert(code, (comune, polygon));
    }
    let (comuni, polygons): (Vec<Comune>, Vec<_>) =
        units.into_iter().map(|(code, (comune, polygon))| (comune, (code, polygon))).unzip();
    let territories = Territories::new(comuni).map_err(|fault| error(Problem::Territory(Box::new(fault))))?;
    let file = shapes.file.clone();
    Ok(CustomTerritory { territories, polygons, left_out, file, findings: Vec::new() })
}

/// Whether a place in metres is within a rectangle around Italy, with a wide margin.
fn near_italy(metres: Coord<f64>) -> bool {
    (0.0..=1.6e6).contains(&metres.x) && (3.7e6..=5.5e6).contains(&metres.y)
}

fn degrees_of(metres: Coord<f64>) -> String {
    match Projection::utm32().unproject(metres) {
        Ok(degrees) => format!("{:.1} E, {:.1} N", degrees.x, degrees.y),
        Err(_) => format!("{:.0} m, {:.0} m", metres.x, metres.y),
    }
}

fn reprojection(shapes: &Shapes, spec: &CustomTerritorySpec) -> Result<Reprojection, Problem> {
    let code = match &spec.crs {
        Some(stated) => code_of(stated).ok_or_else(|| Problem::NoSuchCrs(stated.clone()))?,
        None => shapes.crs.code().ok_or_else(|| match shapes.crs.epsg() {
            Some(name) => Problem::NoSuchCrs(name),
            None => Problem::CrsUnknown(Crs::likely(&shapes.polygons)),
        })?,
    };
    Reprojection::from_epsg(code).ok_or_else(|| Problem::NoSuchCrs(format!("EPSG:{code}")))
}

/// The columns of codes and names.
struct Column {
    code: usize,
    name: Option<usize>,
    /// Whether its codes are those of Comuni, which lose their zeros in spreadsheets.
    of_comuni: bool,
}

struct Columns {
    unit: Column,
    groups: BTreeMap<Level, Column>,
}

impl Columns {
    fn find(shapes: &Shapes, spec: &CustomTerritorySpec) -> Result<Self, Problem> {
        let table = &shapes.attributes;
        let keys: Vec<String> = table.row(0).map(header_key).collect();
        let at = |name: &str| keys.iter().position(|key| *key == header_key(name));
        // Under any header, codes of Comuni are such.
        let has_codes = |column: usize| {
            (1..table.len())
                .all(|row| normalised(table.cell(row, column)).is_some_and(|code| is_comune(&code)))
        };
        let required = |name: &str| at(name).ok_or_else(|| Problem::NoAttribute(name.to_owned()));
        let of = |attribute: &Attribute| {
            let name = attribute.name.as_deref().map(required).transpose()?;
            let code = required(&attribute.code)?;
            Ok(Column { code, name, of_comuni: is_of_comuni(&keys[code]) || has_codes(code) })
        };
        let unit = match spec.levels.get(&Level::Comuni) {
            Some(attribute) => of(attribute)?,
            None => {
                let distinct = |column: usize| {
                    let cells: BTreeSet<&str> = (1..table.len()).map(|row| table.cell(row, column)).collect();
                    cells.len() + 1 == table.len() && !cells.contains("")
                };
                let usual = UNITS.iter().find_map(|name| at(name));
                let found = usual.or_else(|| (0..keys.len()).find(|&column| distinct(column)));
                let code = found.ok_or_else(|| Problem::NoAttribute(UNITS[0].to_uppercase()))?;
                Column { code, name: None, of_comuni: is_of_comuni(&keys[code]) || has_codes(code) }
            }
        };
        let name = unit.name.or_else(|| NAMES.iter().find_map(|name| at(name)).filter(|at| *at != unit.code));
        let unit = Column { name, ..unit };
        let mut groups = BTreeMap::new();
        for (level, attribute) in spec.levels.iter().filter(|(level, _)| **level != Level::Comuni) {
            groups.insert(*level, of(attribute)?);
        }
        for (level, usual) in GROUPS {
            // Nothing is assumed about boundaries that are not ISTAT's.
            let code = usual.iter().find_map(|name| at(name)).filter(|_| unit.of_comuni);
            if let (Some(code), false) = (code, groups.contains_key(&level)) {
                let name = keys[code].strip_prefix("cod").and_then(|rest| at(&format!("den{rest}")));
                groups.insert(level, Column { code, name, of_comuni: false });
            }
        }
        Ok(Self { unit, groups })
    }
}

impl Column {
    /// Code and name in a row; `None` without a code.
    fn pair(&self, shapes: &Shapes, row: usize) -> Option<(Code, String)> {
        let cell = shapes.attributes.cell(row, self.code);
        let code = match normalised(cell).filter(|_| self.of_comuni) {
            Some(code) => code.into_owned(),
            None => cell.to_owned(),
        };
        let name = self.name.map_or("", |name| shapes.attributes.cell(row, name));
        let name = if name.is_empty() { code.clone() } else { name.to_owned() };
        (!code.is_empty()).then(|| (Code::from(code), name))
    }
}
