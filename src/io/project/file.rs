//! From the parts of a project to the bytes of its file, and back with every digest verified.

use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::base::bad_field;
use crate::data::{AreaTable, DatasetMeta, Indicator, Territories, Unfit, has_few_ranges};
use crate::document::{Project, ProjectKind};
use crate::io::budget::{Budget, Spent};
use crate::io::digest;
use crate::io::file::{self, FileKind, Unread};
use crate::io::grid::Stored;
use crate::io::recipe::Recipe;
use crate::io::source::{Expected, Problem, archive};
use crate::io::write_atomic;

use super::error::{Fault, ProjectError};
use super::manifest::{self, Manifest, Part, Parts, VERSION, WORK};
use super::values::{self, Absences, Limits, Qualities};
use super::{Boundaries, Import, Origin, ProjectFile, areas, check, former_areas, migrate};

/// The contents of an import's own part.
#[derive(Serialize, Deserialize)]
struct Described {
    origin: Origin,
    dataset: DatasetMeta,
    #[serde(default)]
    absences: Absences,
    #[serde(default, skip_serializing_if = "Qualities::is_empty")]
    qualities: Qualities,
    #[serde(default, skip_serializing_if = "Limits::is_empty")]
    limits: Limits,
    /// Its values of areas, without the values themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    areas: Option<AreaTable>,
}

impl ProjectFile {
    /// Reads a project.
    ///
    /// # Errors
    /// See [`Fault`].
    pub fn open(path: &Path, territories: &Territories) -> Result<Self, ProjectError> {
        let error = |fault| ProjectError::new(path, fault);
        let bytes = read(path).map_err(error)?;
        Self::from_bytes(&bytes, territories).map_err(error)
    }

    /// Reads a project from memory.
    ///
    /// # Errors
    /// See [`Fault`].
    pub fn from_bytes(bytes: &[u8], territories: &Territories) -> Result<Self, Fault> {
        unpack(bytes, territories)
    }

    /// The file, the same bytes for the same project.
    ///
    /// # Errors
    /// A part that cannot be serialised.
    pub fn to_bytes(&self, territories: &Territories) -> Result<Vec<u8>, Fault> {
        pack(self, territories)
    }

    /// Replaces the file, completely or not at all.
    ///
    /// # Errors
    /// A pack, which is never overwritten, and errors of the file system.
    pub fn save(&self, path: &Path, territories: &Territories) -> Result<(), ProjectError> {
        let error = |fault| ProjectError::new(path, fault);
        if self.work.kind == ProjectKind::Pack && path.exists() {
            return Err(error(Fault::Pack));
        }
        let bytes = self.to_bytes(territories).map_err(error)?;
        write_atomic(path, &bytes).map_err(|source| error(Fault::Write(source)))
    }
}

/// Reads a file, if it is a regular one and not too large.
pub fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    file::read(path, FileKind::Project).map_err(|unread| match unread {
        Unread::Folder => Fault::Folder,
        Unread::TooLarge(_) => Fault::TooLarge,
        unread => Fault::Read(unread),
    })
}

/// The bytes of a project's file.
fn pack(project: &ProjectFile, territories: &Territories) -> Result<Vec<u8>, Fault> {
    let mut parts = Parts::new();
    parts.insert(WORK.to_owned(), json(&project.work));
    for import in &project.imports {
        let names = Names::of(import.id());
        let (parquet, absences) = values::write(&import.dataset, territories)?;
        let described = Described {
            origin: import.origin.clone(),
            dataset: import.dataset.meta.clone(),
            absences,
            qualities: values::qualities(&import.dataset, territories),
            limits: values::limits(&import.dataset, territories),
            areas: import.areas.as_ref().map(areas::described),
        };
        if let Some(table) = &import.areas {
            parts.insert(names.areas, areas::write(table)?);
        }
        if let Some(boundaries) = &import.boundaries {
            parts.insert(names.boundaries, boundaries.write());
        }
        if let Some(grid) = &import.grid {
            parts.insert(names.grid, json(&grid.stored(territories)));
        }
        parts.insert(names.described, json(&described));
        parts.insert(names.values, parquet);
        parts.insert(names.indicators, json(&import.indicators));
        if let Some(recipe) = &import.recipe {
            parts.insert(names.recipe, json(recipe));
        }
    }
    let manifest = Manifest {
        atlante_project: VERSION,
        program: concat!("Atlante Sociale ", env!("CARGO_PKG_VERSION")).to_owned(),
        imports: project.imports.iter().map(|import| import.id().to_owned()).collect(),
        parts: parts.iter().map(|(name, bytes)| Part { name: name.clone(), sha256: digest(bytes) }).collect(),
        recovered: project.recovered.clone(),
    };
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No timestamps, so that the same project gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    let first = (manifest::NAME.to_owned(), json(&manifest));
    for (name, bytes) in std::iter::once(first).chain(parts) {
        zip.start_file(name, options).map_err(|_| Fault::Damaged)?;
        zip.write_all(&bytes).map_err(|_| Fault::Damaged)?;
    }
    Ok(zip.finish().map_err(|_| Fault::Damaged)?.into_inner())
}

/// A project from the bytes of its file.
pub(crate) fn unpack(bytes: &[u8], territories: &Territories) -> Result<ProjectFile, Fault> {
    let (manifest, mut parts) = verified(bytes)?;
    migrate::migrate(manifest.atlante_project, &mut parts)?;
    let work: Project = parsed(&parts, WORK)?;
    work.check().map_err(Fault::OutOfBounds)?;
    let mut budget = Budget::new();
    let imports = manifest.imports.iter().map(|id| {
        let names = Names::of(id);
        let Described { origin, dataset, absences, qualities, limits, areas } =
            parsed(&parts, &names.described)?;
        check::described(id, &origin, &dataset).map_err(unfit(&names.described))?;
        let values = part(&parts, &names.values)?;
        let dataset = values::read(
            dataset,
            &names.values,
            values,
            (&absences, &qualities, &limits),
            territories,
            &mut budget,
        )?;
        if !has_few_ranges(part(&parts, &names.indicators)?) {
            return Err(Fault::TooLarge);
        }
        let indicators: Vec<Indicator> = parsed(&parts, &names.indicators)?;
        check::indicators(&indicators).map_err(unfit(&names.indicators))?;
        let recipe: Option<Recipe> =
            parts.contains_key(&names.recipe).then(|| parsed(&parts, &names.recipe)).transpose()?;
        recipe.as_ref().map_or(Ok(()), Recipe::check).map_err(unfit(&names.recipe))?;
        areas.as_ref().map_or(Ok(()), check::areas).map_err(unfit(&names.described))?;
        let areas = areas
            .map(|table| areas::read(table, &names.areas, part(&parts, &names.areas)?, &mut budget))
            .transpose()?;
        let grid =
            parts.contains_key(&names.grid).then(|| parsed::<Stored>(&parts, &names.grid)).transpose()?;
        grid.as_ref().map_or(Ok(()), Stored::check).map_err(unfit(&names.grid))?;
        let grid = grid.map(|grid| grid.grid(territories)).transpose();
        let grid = grid.map_err(|code| Fault::OtherTerritory(code.to_string()))?;
        let credit = dataset.meta.source.clone();
        let boundaries = parts.get(&names.boundaries);
        let boundaries =
            boundaries.map(|bytes| Boundaries::read(&names.boundaries, bytes, credit)).transpose()?;
        let import = Import { origin, dataset, areas, indicators, recipe, grid, boundaries };
        Ok(former_areas::at_their_level(import, territories))
    });
    let imports: Vec<Import> = imports.collect::<Result<_, _>>()?;
    check::all(&imports).map_err(unfit(manifest::NAME))?;
    // A part of an import that the manifest does not name would be dropped on saving.
    let is_of_none = |name: &&String| {
        let id = name.strip_prefix("imports/").and_then(|rest| rest.split('/').next());
        id.is_some_and(|id| !manifest.imports.iter().any(|known| known == id))
    };
    if let Some(name) = parts.keys().find(is_of_none) {
        return Err(Fault::Edited(name.clone()));
    }
    Ok(ProjectFile { work, imports, recovered: manifest.recovered })
}

/// Unpacks the file, and verifies that it contains exactly what the manifest lists.
fn verified(bytes: &[u8]) -> Result<(Manifest, Parts), Fault> {
    let mut parts = Parts::new();
    let mut twice = false;
    let unpacked = archive::each(
        "",
        bytes,
        |_| true,
        |name, bytes| {
            twice |= parts.insert(name.to_owned(), bytes).is_some();
            Ok(())
        },
    );
    unpacked.map_err(|error| match error.problem {
        // The directory of a zip is at its end.
        Problem::NotA(Expected::Archive) if bytes.is_empty() || bytes.starts_with(b"PK") => Fault::CutShort,
        Problem::NotA(_) => Fault::NotOurs,
        Problem::TooLarge(_) => Fault::TooLarge,
        _ => Fault::Damaged,
    })?;
    let list = parts.remove(manifest::NAME).ok_or(Fault::NotOurs)?;
    #[derive(Deserialize)]
    struct Version {
        atlante_project: u32,
    }
    // A later manifest may have any structure, so only its version is read first.
    let Version { atlante_project } = serde_json::from_slice(&list).map_err(|_| Fault::NotOurs)?;
    if atlante_project > VERSION {
        return Err(Fault::Newer(atlante_project));
    }
    let manifest: Manifest = decoded(manifest::NAME, &list)?;
    manifest.check().map_err(unfit(manifest::NAME))?;
    for listed in &manifest.parts {
        let bytes = parts.get(&listed.name).ok_or_else(|| Fault::NoPart(listed.name.clone()))?;
        if digest(bytes) != listed.sha256 {
            return Err(Fault::Edited(listed.name.clone()));
        }
    }
    let listed: BTreeSet<&str> = manifest.parts.iter().map(|part| part.name.as_str()).collect();
    let unlisted = parts.keys().find(|name| !listed.contains(name.as_str()));
    match unlisted {
        Some(name) => Err(Fault::Edited(name.clone())),
        None if twice => Err(Fault::Edited(manifest::NAME.to_owned())),
        None => Ok((manifest, parts)),
    }
}

/// Names of the parts of an import.
struct Names {
    described: String,
    values: String,
    areas: String,
    indicators: String,
    recipe: String,
    grid: String,
    boundaries: String,
}

impl Names {
    fn of(id: &str) -> Self {
        let name = |part: &str| format!("imports/{id}/{part}");
        Self {
            described: name("import.json"),
            values: name("values.parquet"),
            areas: name("areas.parquet"),
            indicators: name("indicators.json"),
            recipe: name("recipe.json"),
            grid: name("grid.json"),
            boundaries: name("boundaries.geojson"),
        }
    }
}

fn json(value: &impl Serialize) -> Vec<u8> {
    // Only maps with keys that are not text and numbers that JSON lacks can fail; there are neither.
    let mut bytes = serde_json::to_vec_pretty(value).expect("plain data");
    bytes.push(b'\n');
    bytes
}

fn part<'a>(parts: &'a Parts, name: &str) -> Result<&'a [u8], Fault> {
    parts.get(name).map(Vec::as_slice).ok_or_else(|| Fault::NoPart(name.to_owned()))
}

fn parsed<T: DeserializeOwned>(parts: &Parts, name: &str) -> Result<T, Fault> {
    decoded(name, part(parts, name)?)
}

fn decoded<T: DeserializeOwned>(name: &str, bytes: &[u8]) -> Result<T, Fault> {
    bad_field::parse(bytes).map_err(|fault| Fault::BadField(name.to_owned(), fault))
}

/// The fault for a field of that part.
fn unfit(part: &str) -> impl FnOnce(Unfit) -> Fault {
    |unfit| Fault::Unfit(part.to_owned(), unfit)
}

impl From<Spent> for Fault {
    fn from(spent: Spent) -> Self {
        match spent {
            Spent::Cells => Self::TooLarge,
            Spent::Time => Self::TooLong,
        }
    }
}
