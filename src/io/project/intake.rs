//! From a checked table to an import of a project: names that collide with nothing, indicators, provenance.

use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

use crate::base::Date;
use crate::data::{
    Atlas, Bilingual, Catalogue, Dataset, Indicator, Kind, Polarity, Suffix, Term, Theme, Value,
};
use crate::i18n::{Lang, Text, fill, texts as t};
use crate::io::import::{Checked, CheckedContent, CheckedTable, CheckedVariable};
use crate::io::recipe::{GENERIC, Measure, Recipe, slug};

use super::{Import, Origin, ProjectFile, Variable};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntakeError {
    /// Boundaries.
    Boundaries,
    /// Values of Ambiti, which do not go down to Comuni.
    OfAmbiti,
    /// A list.
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
            Self::Boundaries => "boundaries",
            Self::OfAmbiti => "values_of_ambiti",
            Self::NoValues => "no_values",
            Self::NothingOurs => "nothing_ours",
            Self::NoVariable { .. } => "no_variable",
        }
    }

    /// In one line.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Boundaries => lang.text(t::INTAKE_BOUNDARIES).to_owned(),
            Self::OfAmbiti => lang.text(t::INTAKE_OF_AMBITI).to_owned(),
            Self::NoValues => lang.text(t::FOUND_NO_VALUES).to_owned(),
            Self::NothingOurs => lang.text(t::FOUND_NOTHING_OURS).to_owned(),
            Self::NoVariable { indicator, variable, available } => {
                fill(lang.text(t::INTAKE_NO_VARIABLE), &[indicator, variable, &available.join(", ")])
            }
        }
    }
}

/// Makes an import of a table. `base` is what the project stands on: what the program carries, and packs; `sha256` is the
/// digest of its file, `recipe` how it was read.
///
/// Tables of known sources keep the names of their variables, which may be those of the program: its indicators then have
/// one date more. The names of any other table are its own: where one is taken, that of the table goes before it.
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
    let CheckedContent::Table(table) = checked.content else { return Err(IntakeError::Boundaries) };
    let CheckedTable { recipe: recipe_id, level, rows, territories, dates, variables, dataset, .. } = *table;
    if level != crate::base::Level::Comuni {
        return Err(IntakeError::OfAmbiti);
    }
    if territories == 0 {
        return Err(IntakeError::NothingOurs);
    }
    let dataset = dataset.ok_or(IntakeError::NoValues)?;
    let given = choices.date.filter(|_| !dataset.meta.dated);
    let told = given.map_or(dates, |date| vec![date]);
    // The same table of the same file comes in once, and a corrected edition in place of the first.
    let same = |import: &&Import| {
        let origin = &import.origin;
        (origin.sha256 == sha256 || origin.dates == told)
            && origin.sheet == checked.sheet
            && origin.file == checked.file
    };
    let before = project.imports.iter().find(same).map(Import::id);
    let mut meta = dataset.meta.clone();
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
    if let Some(source) = &choices.source {
        meta.source = same_in_both(source);
    }
    if let Some(licence) = &choices.licence {
        meta.licence = licence.clone();
    }
    meta.dated |= given.is_some();
    let others: Vec<&Import> = project.imports.iter().filter(|import| Some(import.id()) != before).collect();
    let names = names(&dataset, &variables, recipe_id == GENERIC, &meta.id, &others, base);
    let renamed = dataset.slices().map(|(date, slice)| {
        let columns = slice.variables().filter_map(|v| Some((names.get(v)?.clone(), slice.values(v)?)));
        (date.or(given), columns.collect::<Vec<(String, Vec<Value>)>>())
    });
    let dataset = Dataset::from_values(meta, renamed.collect()).map_err(|_| IntakeError::NoValues)?;
    let variable = |(old, id): (&String, &String)| {
        let checked = variables.iter().find(|v| v.id == *old);
        // Of two columns of one name the second has a number after it.
        let checked = checked.or_else(|| {
            let (stem, _) = old.rsplit_once('_')?;
            variables.iter().find(|v| v.id == stem)
        })?;
        let CheckedVariable { name, unit, measure, .. } = checked.clone();
        Some(Variable { id: id.clone(), name, unit, measure })
    };
    let mut described: Vec<Variable> = names.iter().filter_map(variable).collect();
    let order = |v: &Variable| variables.iter().position(|checked| names.get(&checked.id) == Some(&v.id));
    described.sort_by_key(|v| order(v).unwrap_or(usize::MAX));
    let origin = Origin {
        file: checked.file,
        sheet: checked.sheet,
        sha256,
        recipe: recipe_id,
        rows_read: rows.read,
        rows_taken: rows.taken,
        dates: told,
        variables: described,
    };
    let indicators = match &choices.indicators {
        Some(catalogue) => chosen(catalogue, &origin, &others, base)?,
        None => usual(&origin, &dataset, &others, base),
    };
    Ok(Import { origin, dataset, indicators, recipe })
}

/// The name each variable has in the project, by the name it has in the table.
fn names(
    dataset: &Dataset,
    variables: &[CheckedVariable],
    generic: bool,
    id: &str,
    others: &[&Import],
    base: &Atlas,
) -> BTreeMap<String, String> {
    let own: FxHashSet<&str> = dataset.slices().flat_map(|(_, slice)| slice.variables()).collect();
    let mut ordered: Vec<&str> = own.into_iter().collect();
    ordered.sort_unstable();
    // Next year's edition of the same table: its columns are alike.
    let stems: FxHashSet<String> = variables.iter().map(|v| word(&v.id, "valore")).collect();
    let edition = others.iter().any(|import| {
        let ids: FxHashSet<String> = import.origin.variables.iter().map(|v| v.id.clone()).collect();
        import.origin.recipe == GENERIC && ids == stems
    });
    let in_base = |name: &str| base.datasets.iter().any(|known| known.has(name));
    let is_taken = |name: &str| {
        generic && (in_base(name) || (!edition && others.iter().any(|import| import.dataset.has(name))))
    };
    let mut given: BTreeMap<String, String> = BTreeMap::new();
    for name in ordered {
        let plain = word(name, "valore");
        let own = if is_taken(&plain) { format!("{id}_{plain}") } else { plain };
        let own = free(&own, |name| is_taken(name) || given.values().any(|other| other == name));
        given.insert(name.to_owned(), own);
    }
    given
}

/// The indicators that the user chose, their variables there.
fn chosen(
    catalogue: &Catalogue,
    origin: &Origin,
    others: &[&Import],
    base: &Atlas,
) -> Result<Vec<Indicator>, IntakeError> {
    let there = |name: &str| {
        origin.variables.iter().any(|v| v.id == name)
            || others.iter().any(|import| import.dataset.has(name))
            || base.datasets.iter().any(|dataset| dataset.has(name))
    };
    for indicator in catalogue.indicators() {
        let terms = indicator.numerator.iter().chain(&indicator.denominator);
        let missing = terms.flat_map(Term::variables).map(|(name, _)| name).find(|name| !there(name));
        if let Some(variable) = missing {
            return Err(IntakeError::NoVariable {
                indicator: indicator.id.clone(),
                variable: variable.to_owned(),
                available: origin.variables.iter().map(|v| v.id.clone()).collect(),
            });
        }
    }
    let themed = |indicator: &Indicator| {
        let known = base.catalogue.themes().iter().any(|theme| theme.id == indicator.theme);
        let theme = if known { indicator.theme.as_str() } else { THEME };
        Indicator { theme: theme.to_owned(), ..indicator.clone() }
    };
    Ok(catalogue.indicators().iter().map(themed).collect())
}

/// One indicator a variable, but for those that the program or another import has made indicators of.
fn usual(origin: &Origin, dataset: &Dataset, others: &[&Import], base: &Atlas) -> Vec<Indicator> {
    let known = |v: &&Variable| {
        base.datasets.iter().any(|dataset| dataset.has(&v.id))
            || others.iter().any(|import| import.dataset.has(&v.id))
    };
    let taken = |id: &str| {
        base.catalogue.get(id).is_some()
            || base.published(id).is_some()
            || others.iter().any(|import| import.indicators.iter().any(|indicator| indicator.id == id))
    };
    let of = |v: &Variable| {
        let id = if taken(&v.id) { format!("{}_{}", dataset.meta.id, v.id) } else { v.id.clone() };
        indicator(free(&id, taken), v, origin, dataset)
    };
    origin.variables.iter().filter(|v| !known(v)).map(of).collect()
}

/// The indicator that is a variable as it is.
fn indicator(id: String, variable: &Variable, origin: &Origin, dataset: &Dataset) -> Indicator {
    let (unit, kind): (Text, Kind) = match variable.measure {
        Measure::Persons => (t::UNIT_PERSONS, Kind::Count),
        Measure::Count => (t::UNIT_COUNT, Kind::Count),
        Measure::Amount => (t::UNIT_AMOUNT, Kind::Count),
        Measure::Balance => (t::UNIT_BALANCE, Kind::Count),
        Measure::Share => (t::UNIT_SHARE, Kind::Share),
        Measure::Ratio => (t::UNIT_RATIO, Kind::Ratio),
    };
    let both = |text: Text| Bilingual { it: text.it.to_owned(), en: text.en.to_owned() };
    let values = dataset.slices().filter_map(|(_, slice)| slice.values(&variable.id));
    let whole = values.flatten().flatten().all(|value| value.fract() == 0.0);
    let definition = |text: Text| {
        let told = |text: &str| fill(text, &[&variable.name, &origin.file]);
        Bilingual { it: told(text.it), en: told(text.en) }
    };
    Indicator {
        id,
        name: same_in_both(&variable.name),
        short: same_in_both(&variable.name),
        theme: THEME.to_owned(),
        unit: if variable.unit.is_empty() { both(unit) } else { same_in_both(&variable.unit) },
        suffix: Suffix::Common(if kind == Kind::Share { "%".to_owned() } else { String::new() }),
        numerator: vec![Term::of(&variable.id)],
        denominator: Vec::new(),
        multiplier: 1.0,
        decimals: if whole || variable.measure == Measure::Amount { 0 } else { 1 },
        polarity: Polarity::Neither,
        kind,
        definition: definition(if variable.measure.adds_up() {
            t::INTAKE_DEFINITION
        } else {
            t::INTAKE_DEFINITION_NOT_ADDED
        }),
        source: dataset.meta.source.clone(),
        licence: dataset.meta.licence.clone(),
        adds_up: variable.measure.adds_up(),
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
