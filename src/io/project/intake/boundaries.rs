//! From a file of boundaries to an import: the boundaries of the territory's Comuni, in place of the program's.

use std::collections::BTreeMap;
use std::sync::Arc;

use geo::MultiPolygon;

use crate::base::{Code, Level};
use crate::data::{Atlas, Bilingual};
use crate::i18n::texts as t;
use crate::io::custom_territory::{Attribute, CustomTerritorySpec, custom_territory};
use crate::io::matching::normalised;
use crate::io::project::{Boundaries, Import, Origin, ProjectFile};
use crate::io::shapes::{Crs, Shapes};

use super::choices::Choices;
use super::error::IntakeError;
use super::ids::same_in_both;
use super::incoming::{Incoming, described, import};

/// The recipe id of imported shapes.
const RECIPE: &str = "confini";

/// Makes an import from shapes. Those of other Comuni are left out; none of ours may be missing.
pub fn take_in(
    shapes: &Shapes,
    code: Option<String>,
    crs: &Crs,
    sha256: String,
    choices: &Choices,
    project: &ProjectFile,
    base: &Atlas,
) -> Result<Import, IntakeError> {
    let attribute = code.map(|code| (Level::Comuni, Attribute { code, name: None }));
    let spec = CustomTerritorySpec { levels: attribute.into_iter().collect(), crs: crs.epsg(), layer: None };
    let found =
        custom_territory(shapes, &spec).map_err(|error| IntakeError::BadBoundaries(Arc::new(error)))?;
    let mut polygons: BTreeMap<Code, MultiPolygon<f64>> = BTreeMap::new();
    for (code, polygon) in found.polygons {
        let code = normalised(code.as_str()).map_or(code.clone(), |code| Code::from(code.as_ref()));
        if base.territories.position(Level::Comuni, &code).is_some() {
            polygons.entry(code).or_insert_with(|| MultiPolygon(Vec::new())).0.extend(polygon);
        }
    }
    let comuni = base.territories.comuni();
    if let Some(lacking) = comuni.iter().find(|comune| !polygons.contains_key(&comune.code)) {
        return Err(IntakeError::OtherBoundaries(lacking.name.clone()));
    }
    let origin = Origin {
        file: shapes.file.clone(),
        sheet: None,
        sha256,
        recipe: RECIPE.to_owned(),
        rows_read: shapes.polygons.len(),
        rows_taken: comuni.len(),
        dates: Vec::new(),
        variables: Vec::new(),
    };
    let title = Bilingual { it: t::INTAKE_BOUNDARIES.it.to_owned(), en: t::INTAKE_BOUNDARIES.en.to_owned() };
    let mut meta = described(RECIPE, &shapes.file, title);
    meta.source = same_in_both(choices.source.as_ref().unwrap_or(&shapes.file));
    meta.licence = choices.licence.clone().unwrap_or_default();
    let before = project.imports.iter().find(|import| import.boundaries.is_some()).map(Import::id);
    let boundaries = Boundaries::new(polygons.into_iter().collect(), meta.source.clone());
    let incoming = Incoming { origin, meta, variables: Vec::new(), dataset: None, areas: None, date: None };
    Ok(Import { boundaries: Some(boundaries), ..import(incoming, before, None, project, base)? })
}
