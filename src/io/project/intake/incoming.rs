//! Gives imported data names and indicators of their own.

use crate::base::{Date, Level};
use crate::data::{AreaTable, Atlas, Bilingual, Catalogue, Dataset, DatasetMeta, Value};
use crate::io::import::CheckedVariable;
use crate::io::project::{Import, Origin, ProjectFile};

use super::error::IntakeError;
use super::ids::{free, word};
use super::relate::Relations;
use super::{areas, indicators, names};

/// Data from a file or a grid, before they have unique names.
pub(crate) struct Incoming {
    pub origin: Origin,
    /// The description of its values.
    pub meta: DatasetMeta,
    pub variables: Vec<CheckedVariable>,
    /// Its values of Comuni.
    pub dataset: Option<Dataset>,
    /// Its values of areas.
    pub areas: Option<AreaTable>,
    /// The date of values that state none.
    pub date: Option<Date>,
}

/// Gives the data their names and indicators; `before` is the import that they replace.
pub fn import(
    incoming: Incoming,
    before: Option<&str>,
    indicators: Option<&Catalogue>,
    project: &ProjectFile,
    base: &Atlas,
) -> Result<Import, IntakeError> {
    let Incoming { mut origin, mut meta, variables, dataset, areas, date } = incoming;
    meta.id = before.map_or_else(
        || {
            let is_taken = |id: &str| {
                project.imports.iter().any(|import| import.id() == id)
                    || base.datasets.iter().any(|dataset| dataset.meta.id == id)
            };
            free(&word(&meta.id, "dati"), is_taken)
        },
        str::to_owned,
    );
    let others: Vec<&Import> = project.imports.iter().filter(|import| Some(import.id()) != before).collect();
    let own = dataset.iter().flat_map(Dataset::slices).flat_map(|(_, slice)| slice.variables());
    let names = names::names(own.collect(), &variables, &origin.recipe, &meta, &others, base);
    let renamed = dataset.iter().flat_map(Dataset::slices).map(|(at, slice)| {
        let columns = slice.variables().filter_map(|v| Some((names.get(v)?.clone(), slice.values(v)?)));
        (at.or(date), columns.collect::<Vec<(String, Vec<Value>)>>())
    });
    let marks = dataset.iter().flat_map(Dataset::slices).flat_map(|(at, slice)| {
        let of = |variable| {
            Some((at.or(date), names.get(variable)?.clone(), slice.marked(variable).collect::<Vec<_>>()))
        };
        slice.variables().filter_map(of).collect::<Vec<_>>()
    });
    let marks: Vec<_> = marks.collect();
    let limits = dataset.iter().flat_map(Dataset::slices).flat_map(|(at, slice)| {
        let of = |variable| Some((at.or(date), names.get(variable)?.clone(), slice.bounded(variable)));
        slice.variables().filter_map(of).collect::<Vec<_>>()
    });
    let limits: Vec<_> = limits.collect();
    let mut taken = Dataset::from_values(meta, renamed).map_err(|_| IntakeError::NoValues)?;
    for (at, variable, marked) in marks {
        marked.into_iter().for_each(|(comune, quality)| taken.mark(at, &variable, comune, quality));
    }
    for (at, variable, bounded) in limits {
        bounded.into_iter().for_each(|(comune, own)| taken.bound(at, &variable, comune, Some(own)));
    }
    let dataset = taken;
    origin.variables = match &areas {
        Some(areas) if names.is_empty() => areas::described(areas, &variables),
        _ => names::described(&names, &variables),
    };
    let indicators = match indicators {
        Some(catalogue) => indicators::selected(catalogue, &origin, &others, base)?,
        None => {
            let relations = Relations::new(&dataset, &variables, &names, &others, base);
            indicators::usual(&origin, &dataset, &others, base, &relations)
        }
    };
    let areas = areas.map(|table| {
        areas::named(
            table,
            &areas::Stands { dataset: &dataset, origin: &origin, indicators: &indicators, names: &names },
            &others,
            base,
        )
    });
    Ok(Import { origin, dataset, areas, indicators, recipe: None, grid: None, boundaries: None })
}

/// The description of a dataset without values of Comuni.
pub fn described(id: &str, file: &str, title: Bilingual) -> DatasetMeta {
    DatasetMeta {
        id: id.to_owned(),
        file: file.to_owned(),
        dated: true,
        level: Level::Comuni,
        title,
        source: Bilingual::default(),
        licence: String::new(),
        retrieved_from: String::new(),
        text_columns: Vec::new(),
        left_over: Vec::new(),
        withhold_below: None,
        notes: Vec::new(),
    }
}
