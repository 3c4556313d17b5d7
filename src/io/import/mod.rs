//! Reading a user's file: what it is, what it would be imported as, and the findings. Nothing is changed anywhere.

mod answers;
pub mod areas;
mod block;
mod blocks;
mod boundaries;
mod checked;
mod checks;
mod codes;
mod column_totals;
mod columns;
mod date;
mod date_totals;
mod effects;
mod exported;
mod families;
mod filled;
mod finding;
mod flags;
mod gather;
mod gathered;
mod generic;
mod group_rows;
mod headings;
mod joined;
mod lacking;
mod layers;
mod mapping;
mod measure;
mod measure_words;
mod mended;
mod merge;
mod number_findings;
mod number_format;
mod other_ambito;
mod parts;
mod period;
mod plain;
mod plan;
mod preview;
mod rates;
mod repeated;
mod repeats;
mod report;
mod roles;
mod rows;
mod said;
mod sections;
mod severity;
mod shape;
mod spread;
mod sums;
mod table;
mod take;
mod territory_columns;
mod territory_words;
mod totals;
mod turned;
mod unused;
mod values;
mod variable_names;
mod words;
mod year_words;

use std::path::Path;
use std::sync::Arc;

use polars::prelude::Column;

use crate::base::{Code, Level};
use crate::data::{Bilingual, Territories};
use crate::i18n::Lang;

use super::matching::{Matcher, Merged};
use super::observations::read_csv;
use super::recipe::{self, Recipe};
use mended::{Mended, mended};

use super::source::{self, Content, Opened, Problem, RawTable, SourceError};

pub use answers::{Answers, Meaning, Role, Rows, When};
pub(crate) use boundaries::lacking;
pub use checked::{
    Category, Checked, CheckedContent, CheckedTable, CheckedVariable, Part, RowCounts, Status, Uses,
};
pub use codes::CODES;
pub use effects::add_effects;
pub use finding::{Finding, Kind};
pub use preview::{Fate, Preview, PreviewColumn, PreviewRow};
pub use report::report;
pub use severity::Severity;
pub(crate) use year_words::covers_a_year;

/// Reads files for a territory.
#[derive(Debug)]
pub struct Importer<'a> {
    territories: &'a Territories,
    matcher: Matcher,
    recipes: Vec<Recipe>,
}

impl<'a> Importer<'a> {
    /// An importer with the recipes, codes and mergers of the program.
    pub fn new(territories: &'a Territories) -> Self {
        Self { matcher: matcher(territories), recipes: recipe::embedded(), territories }
    }

    /// Adds a recipe of the user's, which takes precedence over those of the program.
    pub fn add_recipe(&mut self, recipe: Recipe) {
        self.recipes.retain(|known| known.id != recipe.id);
        self.recipes.insert(0, recipe);
    }

    /// Keeps only this recipe and the generic one; returns whether it exists.
    pub(crate) fn keep_recipe(&mut self, id: &str) -> bool {
        self.recipes.retain(|recipe| recipe.id == id || recipe.id == recipe::GENERIC);
        self.recipe(id).is_some()
    }

    /// The recipe with this id.
    pub fn recipe(&self, id: &str) -> Option<&Recipe> {
        self.recipes.iter().find(|recipe| recipe.id == id)
    }

    /// Reads a file: each sheet with territories, each shapefile in an archive.
    ///
    /// # Errors
    /// The file cannot be read, or contains no territory.
    pub fn check(&self, path: &Path) -> Result<Vec<Checked>, SourceError> {
        self.check_with(path, &Answers::default())
    }

    /// As [`check`](Self::check), with the user's answers.
    ///
    /// # Errors
    /// As [`check`](Self::check), and answers that do not fit the file.
    pub(crate) fn check_with(&self, path: &Path, answers: &Answers) -> Result<Vec<Checked>, SourceError> {
        self.check_opened(&Importer::open(path)?, None, answers)
    }

    /// Reads a file for [`check_opened`](Self::check_opened), so that everything said of it is about the same bytes.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn open(path: &Path) -> Result<Opened, SourceError> {
        let opened = source::open(path)?;
        Ok(Opened { contents: blocks::parted(opened.contents), ..opened })
    }

    /// As `check_with`, for a file that was opened; if only one of its tables is asked for, the
    /// others are ignored.
    ///
    /// # Errors
    /// As `check_with`.
    pub fn check_opened(
        &self,
        opened: &Opened,
        part: Option<&Part>,
        answers: &Answers,
    ) -> Result<Vec<Checked>, SourceError> {
        // The layers of boundaries are chosen among together, whichever was taken before.
        let is_layer = |content: &Content| matches!(content, Content::Shapes(_));
        let of_layers = |part: &Part| {
            opened.contents.iter().any(|content| is_layer(content) && part_of(content) == Some(part.clone()))
        };
        let is_it = |content: &&Content| {
            part.is_none_or(|part| {
                part_of(content) == Some(part.clone())
                    || (of_layers(part) && !matches!(content, Content::Table(_)))
            })
        };
        self.check_contents(opened.contents.iter().filter(is_it).collect(), answers)
    }

    /// The boundaries in a file, as every command and the window take them.
    ///
    /// # Errors
    /// It has none, or an answer does not fit.
    pub fn boundaries(&self, opened: &Opened, answers: &Answers) -> Result<Checked, SourceError> {
        let has_shapes = opened.contents.iter().any(|content| !matches!(content, Content::Table(_)));
        let all = match has_shapes {
            true => self.check_contents(opened.contents.iter().collect(), answers)?,
            false => Vec::new(),
        };
        let (shapes, tables): (Vec<Checked>, Vec<Checked>) =
            all.into_iter().partition(|one| matches!(one.content, CheckedContent::Boundaries { .. }));
        let mut found = shapes.into_iter().next().ok_or_else(|| {
            let file = opened.contents.first().and_then(part_of).map(|part| part.file);
            SourceError::new(&file.unwrap_or_default(), Problem::NotBoundaries)
        })?;
        // Tables of values beside the shapes come in with `import` alone.
        let names = tables.iter().map(|one| format!("«{}»", one.sheet.as_ref().unwrap_or(&one.file)));
        let sheets = names.collect::<Vec<_>>().join("; ");
        if !sheets.is_empty() {
            found.findings.push(Finding::new(Kind::TablesBeside { tables: sheets }));
        }
        Ok(found)
    }

    /// The boundaries among contents: of several layers, one.
    fn of_layers(&self, contents: &[&Content], answers: &Answers) -> Result<Option<Checked>, SourceError> {
        let layers = contents
            .iter()
            .filter_map(|content| match content {
                Content::Shapes(shapes) => Some(shapes),
                Content::Table(_) | Content::Unread(_) => None,
            })
            .map(|shapes| mended(shapes, &self.matcher, self.territories, answers))
            .collect::<Result<Vec<Mended>, _>>()?;
        let shapes: Vec<_> = layers.iter().map(|layer| &layer.shapes).collect();
        let Some(selected) = layers::select(&shapes, &self.matcher, answers)? else { return Ok(None) };
        let mut checked = boundaries::check(selected.shapes, &self.matcher, self.territories, answers)?;
        let put_right = layers.iter().filter(|layer| Arc::ptr_eq(&layer.shapes, selected.shapes));
        checked.findings.extend(put_right.flat_map(|layer| layer.findings.clone()));
        let unread = contents.iter().filter_map(|content| match content {
            Content::Unread(error) => {
                let [it, en] = [Lang::It, Lang::En].map(|lang| error.text(lang));
                Some(Finding::new(Kind::LayerUnread { why: Bilingual { it, en } }))
            }
            Content::Table(_) | Content::Shapes(_) => None,
        });
        let mut findings: Vec<Finding> = selected.finding.into_iter().chain(unread).collect();
        answers.accept(&mut findings);
        checked.findings.extend(findings);
        checked.findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        Ok(Some(checked))
    }

    /// The first rows of the tables of a file in which no territory was found, so that the user can say where they
    /// are.
    pub fn look(opened: &Opened) -> Vec<(Part, Preview)> {
        let table = |content: &Content| match content {
            Content::Table(table) => part_of(content).map(|part| (part, preview::raw(table))),
            Content::Shapes(_) | Content::Unread(_) => None,
        };
        opened.contents.iter().filter_map(table).collect()
    }

    /// As [`check`](Self::check), for a file in memory.
    ///
    /// # Errors
    /// As [`check`](Self::check).
    pub fn check_bytes(&self, file: &str, bytes: Vec<u8>) -> Result<Vec<Checked>, SourceError> {
        self.check_bytes_with(file, bytes, &Answers::default())
    }

    /// As [`check_bytes`](Self::check_bytes), with the user's answers.
    ///
    /// # Errors
    /// As `check_with`.
    pub fn check_bytes_with(
        &self,
        file: &str,
        bytes: Vec<u8>,
        answers: &Answers,
    ) -> Result<Vec<Checked>, SourceError> {
        let contents = blocks::parted(source::read_bytes(file, bytes)?);
        self.check_contents(contents.iter().collect(), answers)
    }

    /// A table in the usual shape made of one in another, and what is to be said of it.
    fn made(&self, table: &RawTable, answers: &Answers) -> Option<(RawTable, Finding)> {
        if let Some(turned) = turned::turned(table, &self.matcher) {
            return Some((turned, Finding::new(Kind::Turned)));
        }
        if recipe::recognise(table, &self.recipes).is_some() {
            return None;
        }
        if let Some((parted, titles)) = sections::sectioned(table, &self.matcher) {
            return Some((parted, Finding::new(Kind::Sections { titles })));
        }
        if let Some((joined, columns)) = joined::joined(table, &self.matcher) {
            return Some((joined, Finding::new(Kind::CodesJoined { columns })));
        }
        if let Some((filled, column)) = filled::filled(table, &self.matcher) {
            return Some((filled, Finding::new(Kind::FilledDown { column })));
        }
        let (wide, column) = spread::spread(table)?;
        // Whoever says what the column is wants it as it stands.
        (!answers.columns.contains_key(&column)).then(|| (wide, Finding::new(Kind::Spread { column })))
    }

    fn check_contents(
        &self,
        mut contents: Vec<&Content>,
        answers: &Answers,
    ) -> Result<Vec<Checked>, SourceError> {
        if let Some(sheet) = &answers.sheet {
            let is_it = |content: &&Content| {
                let name = match *content {
                    Content::Table(table) => table.sheet.as_deref(),
                    Content::Shapes(_) | Content::Unread(_) => None,
                };
                name.is_some_and(|name| name.trim().to_lowercase() == sheet.trim().to_lowercase())
            };
            let file = contents.first().and_then(|content| part_of(content)).map(|part| part.file);
            contents.retain(is_it);
            if contents.is_empty() {
                let file = file.unwrap_or_default();
                return Err(SourceError::new(&file, Problem::NoSuchSheet(sheet.clone())));
            }
        }
        let mut checked: Vec<Checked> = self.of_layers(&contents, answers)?.into_iter().collect();
        let (mut nameless, mut left) = (None, Vec::new());
        for content in contents {
            match content {
                Content::Shapes(_) | Content::Unread(_) => {}
                Content::Table(table) => {
                    let made = self.made(table, answers);
                    let (table, of_shape) =
                        made.as_ref().map_or((table, None), |(made, of)| (made, Some(of)));
                    let read = table::check(table, &self.recipes, &self.matcher, self.territories, answers);
                    let error = |problem| SourceError {
                        sheet: table.sheet.clone(),
                        ..SourceError::new(&table.file, problem)
                    };
                    match read.map_err(error)? {
                        Some(mut one) => {
                            one.findings.extend(of_shape.cloned());
                            let is_turned = table.notes.is_turned;
                            one.findings.iter_mut().for_each(|finding| finding.is_of_columns = is_turned);
                            checked.push(one);
                        }
                        None => {
                            left.extend(said_by(table));
                            nameless = nameless.or(Some(error(Problem::NoTerritory)));
                        }
                    }
                }
            }
        }
        // Beside a sheet that a recipe recognises, a generic table is merely a summary of it.
        let is_generic =
            |one: &Checked| matches!(&one.content, CheckedContent::Table(t) if t.recipe == recipe::GENERIC);
        let is_known = |one: &Checked| matches!(one.content, CheckedContent::Table(_)) && !is_generic(one);
        if checked.iter().any(is_known) {
            checked.retain(|one| !is_generic(one));
        }
        if let (Some(first), false) = (checked.first_mut(), left.is_empty()) {
            let are_beside_shapes = matches!(first.content, CheckedContent::Boundaries { .. });
            first
                .findings
                .push(Finding::new(Kind::SheetsLeft { sheets: left.join("; "), are_beside_shapes }));
        }
        match nameless {
            Some(error) if checked.is_empty() => Err(error),
            _ => Ok(checked),
        }
    }
}

/// The name of a sheet and the first words on it, which may be what must be known of the others; `None` if it is empty.
fn said_by(table: &RawTable) -> Option<String> {
    const MOST: usize = 80;
    // What a GeoPackage keeps beside its layers only describes them.
    let sheet = table
        .sheet
        .as_ref()
        .filter(|sheet| !["metadati", "layer_styles", "qgis_projects"].contains(&sheet.as_str()))?;
    let said = (0..table.len()).flat_map(|row| table.row(row)).find(|cell| !cell.is_empty())?;
    let cut = if said.chars().count() > MOST { "…" } else { "" };
    Some(format!("«{sheet}» («{}{cut}»)", said.chars().take(MOST).collect::<String>()))
}

fn part_of(content: &Content) -> Option<Part> {
    Some(match content {
        Content::Table(table) => Part { file: table.file.clone(), sheet: table.sheet.clone() },
        Content::Shapes(shapes) => Part { file: shapes.file.clone(), sheet: None },
        Content::Unread(_) => return None,
    })
}

/// A matcher for the territories in files, with the codes and mergers of the program.
pub fn matcher(territories: &Territories) -> Matcher {
    let cadastral =
        pairs(include_bytes!("../../../sample_data/superficie.csv"), ["code", "codice_catastale"]);
    let cadastral: Vec<_> =
        cadastral.into_iter().map(|[code, cadastral]| (Code::from(code), cadastral)).collect();
    let merged =
        pairs(include_bytes!("../../../maps/comuni_fusioni.csv"), ["old_code", "old_name", "code", "date"]);
    let merged = merged.into_iter().filter_map(|[old_code, name, code, date]| {
        let into = territories.position(Level::Comuni, &Code::from(code))?;
        Some(Merged { code: Code::from(old_code), name, into, since: date.parse().ok()? })
    });
    Matcher::new(territories, &cadastral, merged.collect())
}

/// Columns of an embedded table.
fn pairs<const N: usize>(bytes: &[u8], names: [&str; N]) -> Vec<[String; N]> {
    let table = read_csv(bytes).expect("an embedded table, tested");
    let columns =
        names.map(|name| table.column(name).and_then(Column::str).expect("an embedded table, tested"));
    (0..table.height()).map(|i| columns.map(|column| column.get(i).unwrap_or_default().to_owned())).collect()
}
