//! From a grid of manual entry to an import of a project, which keeps the grid for the next period.

use crate::data::Atlas;
use crate::io::digest;
use crate::io::grid::{Grid, GridRead, RECIPE};
use crate::io::import::CheckedVariable;
use crate::io::project::{Import, Origin, ProjectFile};

use super::error::IntakeError;
use super::incoming::{Incoming, import};

/// Makes an import from manually entered figures, replacing the import with this id if the grid continues it. Cells
/// that are not numbers stay in the grid and count as missing values.
///
/// # Errors
/// [`IntakeError::NoValues`] if no cell is a number.
pub fn take_in_grid(
    grid: &Grid,
    replaced: Option<&str>,
    project: &ProjectFile,
    base: &Atlas,
) -> Result<Import, IntakeError> {
    let GridRead { dataset, .. } = grid.read(&base.territories).map_err(|_| IntakeError::NoValues)?;
    let dataset = dataset.ok_or(IntakeError::NoValues)?;
    let columns = dataset.slices().filter_map(|(_, slice)| slice.values(&grid.id()));
    let values: Vec<f64> = columns.flatten().flatten().collect();
    let variable = CheckedVariable {
        id: grid.id(),
        name: grid.name.clone(),
        unit: grid.unit.clone(),
        measure: grid.measure,
        column: String::new(),
        combine: Default::default(),
        summed_at: None,
        uses: Default::default(),
        present: values.len(),
        sum: values.iter().sum(),
    };
    let (stored, rows) = (grid.stored(&base.territories), grid.filled_rows());
    let origin = Origin {
        file: grid.name.clone(),
        sheet: None,
        sha256: digest(&serde_json::to_vec(&stored).expect("plain data")),
        recipe: RECIPE.to_owned(),
        rows_read: rows,
        rows_taken: rows,
        dates: dataset.dates().flatten().collect(),
        variables: Vec::new(),
    };
    let meta = grid.meta();
    let incoming =
        Incoming { origin, meta, variables: vec![variable], dataset: Some(dataset), areas: None, date: None };
    Ok(Import { grid: Some(grid.clone()), ..import(incoming, replaced, None, project, base)? })
}
