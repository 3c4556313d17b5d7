//! From a checked table to an import of a project: names that collide with nothing, indicators, provenance.

mod areas;
mod boundaries;
mod by_hand;
mod indicators;
mod names;

use std::sync::Arc;

use crate::base::{Date, Level};
use crate::data::{AreaTable, Atlas, Bilingual, Catalogue, Dataset, DatasetMeta, Note, Theme, Value};
use crate::i18n::{Lang, texts as t};
use crate::io::import::{Checked, CheckedContent, CheckedTable, CheckedVariable};
use crate::io::recipe::{Recipe, is_known_source, slug};
use crate::io::source::SourceError;

use super::{Import, Origin, ProjectFile};

pub use by_hand::take_in_grid;

/// Id of the theme of imported indicators.
pub const THEME: &str = "dati_importati";

/// What is chosen when a table comes in.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The date of a table that tells none.
    pub date: Option<Date>,
    /// Who published it, in place of what the recipe says.
    pub source: Option<String>,
    /// Its licence, in place of what the recipe says.
    pub licence: Option<String>,
    /// Its indicators, in place of one a variable.
    pub indicators: Option<Catalogue>,
}

/// A table does not come in.
#[derive(Clone, Debug)]
pub enum IntakeError {
    /// Boundaries that lack a Comune of the territory.
    OtherBoundaries(String),
    /// Boundaries that cannot be brought to the plane of our maps: why, in words.
    BadBoundaries(Arc<SourceError>),
    /// Values of Ambiti without a date.
    NoDate,
    /// A list, or a grid with nothing in it.
    NoValues,
    /// Nothing about our Comuni.
    NothingOurs,
    /// An indicator counts a variable that is nowhere.
    NoVariable {
        /// The indicator.
        indicator: String,
        /// The variable.
        variable: String,
        /// The variables of the table.
        available: Vec<String>,
    },
}

impl IntakeError {
    /// Stable id, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherBoundaries(_) => "other_boundaries",
            Self::BadBoundaries(error) => error.code(),
            Self::NoDate => "no_date",
            Self::NoValues => "no_values",
            Self::NothingOurs => "nothing_ours",
            Self::NoVariable { .. } => "no_variable",
        }
    }

    /// In one line.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::OtherBoundaries(lacking) => t::intake_other_boundaries(lang, lacking),
            Self::BadBoundaries(error) => error.text(lang),
            Self::NoDate => lang.text(t::FOUND_AMBITI_NO_DATE).to_owned(),
            Self::NoValues => lang.text(t::FOUND_NO_VALUES).to_owned(),
            Self::NothingOurs => lang.text(t::FOUND_NOTHING_OURS).to_owned(),
            Self::NoVariable { indicator, variable, available } if available.is_empty() => {
                t::intake_no_variables(lang, indicator, variable)
            }
            Self::NoVariable { indicator, variable, available } => {
                t::intake_no_variable(lang, indicator, variable, available.join(", "))
            }
        }
    }
}

/// What comes in, from a file or by hand, before it has names that collide with nothing.
struct Incoming {
    origin: Origin,
    meta: DatasetMeta,
    variables: Vec<CheckedVariable>,
    dataset: Option<Dataset>,
    areas: Option<AreaTable>,
    /// The date of values that tell none.
    date: Option<Date>,
}

/// Makes an import of a table. `base` is what the project stands on: what the program carries, and packs; `sha256` is the
/// digest of its file, `recipe` how it was read.
///
/// Tables of known sources keep the names of their variables, which may be those of the program: its indicators then have
/// one date more. The names of any other table are its own: where one is taken, that of the table goes before it. Values
/// of areas — a table by Ambito, rows of Lombardia and Italia — come in as the source gives them.
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
            return boundaries::take_in(&shapes, code, &crs, sha256, choices, project, base);
        }
    };
    let CheckedTable { level, rows, territories, dates, variables, dataset, mut areas, title, .. } = *table;
    if territories == 0 && areas.is_none() {
        return Err(IntakeError::NothingOurs);
    }
    if level != Level::Comuni && areas.is_none() && !variables.is_empty() {
        return Err(IntakeError::NoDate);
    }
    // A list of a known source has no values to bring, but is what codes and names were compared with.
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
    let given = choices.date.filter(|_| dataset.is_some() && !meta.dated);
    meta.dated |= given.is_some();
    if !meta.dated {
        // A figure says a date, which is only that of what stands beside.
        let text = Bilingual { it: t::INTAKE_UNDATED.it.to_owned(), en: t::INTAKE_UNDATED.en.to_owned() };
        meta.notes.push(Note { date: None, is_break: false, printed: true, text });
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
    // The same table of the same file comes in once, and a corrected edition in place of the first.
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

/// Gives what comes in its names and indicators; `before` is the import whose place it takes.
fn import(
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
    let names = names::names(own.collect(), &variables, &origin.recipe, &meta.id, &others, base);
    let renamed = dataset.iter().flat_map(Dataset::slices).map(|(at, slice)| {
        let columns = slice.variables().filter_map(|v| Some((names.get(v)?.clone(), slice.values(v)?)));
        (at.or(date), columns.collect::<Vec<(String, Vec<Value>)>>())
    });
    let dataset = Dataset::from_values(meta, renamed.collect()).map_err(|_| IntakeError::NoValues)?;
    origin.variables = match &areas {
        Some(areas) if names.is_empty() => areas::described(areas, &variables),
        _ => names::described(&names, &variables),
    };
    let indicators = match indicators {
        Some(catalogue) => indicators::chosen(catalogue, &origin, &others, base)?,
        None => indicators::usual(&origin, &dataset, &others, base),
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

/// What is told of a dataset with no values of Comuni.
fn described(id: &str, file: &str, title: Bilingual) -> DatasetMeta {
    DatasetMeta {
        id: id.to_owned(),
        file: file.to_owned(),
        dated: true,
        title,
        source: Bilingual::default(),
        licence: String::new(),
        retrieved_from: String::new(),
        text_columns: Vec::new(),
        notes: Vec::new(),
    }
}

/// The theme of imported indicators.
pub fn theme() -> Theme {
    let name = Bilingual { it: t::IMPORTED.it.to_owned(), en: t::IMPORTED.en.to_owned() };
    Theme { id: THEME.to_owned(), name }
}

/// The name, with a number after it where it is taken.
fn free(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|n| format!("{name}_{n}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_else(|| name.to_owned())
}

/// A name as terms can write it.
fn word(name: &str, otherwise: &str) -> String {
    let name = slug(name);
    if name.is_empty() { otherwise.to_owned() } else { name }
}

fn same_in_both(text: &str) -> Bilingual {
    Bilingual { it: text.to_owned(), en: text.to_owned() }
}
