//! From a checked table to an import of a project: unique names, indicators, provenance.

mod areas;
mod boundaries;
mod by_hand;
mod choices;
mod error;
mod ids;
mod incoming;
mod indicators;
mod names;
mod relate;
mod result;

use crate::base::Level;
use crate::data::{AreaTable, Atlas, Bilingual, DatasetMeta, Note};
use crate::i18n::{Lang, texts as t};
use crate::io::import::{Checked, CheckedContent, CheckedTable, Kind};
use crate::io::recipe::{Recipe, is_known_source};

use ids::same_in_both;
use incoming::{Incoming, described, import};

use super::{Import, Origin, ProjectFile};

pub use by_hand::take_in_grid;
pub use choices::Choices;
pub use error::IntakeError;
pub use ids::{THEME, theme};
pub(super) use indicators::of_its_level;
pub use indicators::{can_be_related, rate_of_id, related};
pub use result::{KeptResult, take_in_result};

/// Makes an import from a table. `base` is what the project is based on: the data of the program and packs; `sha256`
/// is the digest of its file, `recipe` the one it was read with.
///
/// Tables of known sources keep the names of their variables, which may be those of the program: its indicators then
/// gain a date. In any other table names are its own, and one already in use is prefixed with that of the table.
/// Values of Ambiti stay theirs, and those of larger areas — Lombardia and Italia — are imported as the source gives them.
///
/// # Errors
/// See [`IntakeError`].
pub fn take_in(
    checked: Checked,
    sha256: String,
    recipe: Option<Recipe>,
    choices: &Choices,
    project: &ProjectFile,
    base: &Atlas,
) -> Result<Import, IntakeError> {
    let table = match checked.content {
        CheckedContent::Table(table) => table,
        CheckedContent::Boundaries { code, crs, shapes, .. } => {
            if checked.findings.iter().any(|finding| finding.kind == Kind::ShapesOfAmbiti) {
                return Err(IntakeError::BoundariesOfAmbiti);
            }
            return boundaries::take_in(&shapes, code, &crs, sha256, choices, project, base);
        }
    };
    let CheckedTable { level, rows, territories, dates, variables, dataset, mut areas, title, .. } = *table;
    if territories == 0 && areas.is_none() {
        return Err(IntakeError::NothingOurs);
    }
    if level != Level::Comuni && dates.is_empty() && choices.date.is_none() && !variables.is_empty() {
        return Err(IntakeError::NoDate(level));
    }
    // A list of a known source has no values to contribute, but codes and names are compared with it.
    if dataset.is_none() && areas.is_none() && !is_known_source(&table.recipe) {
        return Err(IntakeError::NoValues);
    }
    let mut meta = match &dataset {
        Some(dataset) => dataset.meta.clone(),
        None => {
            let id = areas.as_ref().map_or(&table.recipe, |areas| &areas.id);
            let Recipe { source, licence, .. } = table.mapping;
            DatasetMeta { source, licence, ..described(id, &checked.file, title) }
        }
    };
    if let Some(source) = &choices.source {
        meta.source = same_in_both(source);
    }
    if let Some(licence) = &choices.licence {
        meta.licence = licence.clone();
    }
    if let Some(areas) = &mut areas {
        (areas.source, areas.licence) = (meta.source.clone(), meta.licence.clone());
    }
    let is_shared = |dataset: &crate::data::Dataset| {
        dataset.variables().any(|name| base.datasets.iter().any(|known| known.has(name)))
    };
    if is_known_source(&table.recipe) && dataset.as_ref().is_some_and(is_shared) {
        // The source named by an indicator of the program is that of the data it ships with.
        let file = checked.file.as_str();
        let text =
            Lang::both(|lang| t::intake_imported_note(lang, file, lang.stated(lang.pick(&meta.source))));
        meta.notes.push(Note::in_every_figure(text));
    }
    let given = choices.date.filter(|_| dataset.is_some() && !meta.dated);
    meta.dated |= given.is_some();
    if !meta.dated {
        // Figures state a date, but for an undated value it is only the date of what is shown beside it.
        let text = Bilingual { it: t::INTAKE_UNDATED.it.to_owned(), en: t::INTAKE_UNDATED.en.to_owned() };
        meta.notes.push(Note::in_every_figure(text));
    }
    let origin = Origin {
        file: checked.file,
        sheet: checked.sheet,
        sha256,
        recipe: table.recipe,
        rows_read: rows.read,
        rows_taken: rows.taken,
        dates: match given {
            Some(date) => vec![date],
            None if dates.is_empty() => areas.as_ref().map(AreaTable::dates).unwrap_or_default(),
            None => dates,
        },
        variables: Vec::new(),
    };
    // The same table of the same file is imported once, and a corrected edition replaces the first.
    let same = |import: &&Import| {
        let known = &import.origin;
        (known.sha256 == origin.sha256 || known.dates == origin.dates)
            && known.sheet == origin.sheet
            && known.file == origin.file
    };
    let before = project.imports.iter().find(same).map(Import::id);
    let incoming = Incoming { origin, meta, variables, dataset, areas, date: given };
    let made = import(incoming, before, choices.indicators.as_ref(), project, base)?;
    Ok(Import { recipe, ..made })
}
