//! From the result of an analysis to an import of a project: what a map shows of each territory becomes an indicator like any other,
//! which is mapped, ranked, put in a scatterplot, exported and reported. It says what it was made from, and stays as it was.

use crate::base::{Date, Level};
use crate::data::{Absence, Atlas, Bilingual, Dataset, DatasetMeta, Note, Value};
use crate::document::MapSpec;
use crate::figure::MapModel;
use crate::figure::map::kinds::{mapped_unit, title};
use crate::figure::registry::used;
use crate::figure::wording::reference_phrase;
use crate::i18n::{Lang, texts as t};
use crate::io::digest;
use crate::io::import::{CheckedVariable, Uses};
use crate::io::project::{Import, Origin, ProjectFile};
use crate::io::recipe::Measure;

use super::error::IntakeError;
use super::ids::RESULT;
use super::incoming::{Incoming, described, import};

/// What is behind the numbers of a map that is of use on its own, and what it is called: the field of the map, whose title follows.
const BEHIND: [(&str, crate::i18n::Text); 2] = [("fitted", t::KEPT_FITTED), ("then", t::KEPT_THEN)];

/// What an analysis found, as columns over the units of a level.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptResult {
    pub title: Bilingual,
    pub level: Level,
    pub date: Date,
    pub source: Bilingual,
    pub licence: String,
    /// What it was made from, for every figure that shows it.
    pub note: Bilingual,
    pub columns: Vec<KeptColumn>,
}

/// A number or a class of each unit.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptColumn {
    pub id: String,
    pub name: Bilingual,
    /// The unit of its numbers, where it is known.
    pub unit: Option<Bilingual>,
    /// The names of its classes, if it has any instead of numbers.
    pub classes: Vec<Bilingual>,
    pub values: Vec<Value>,
}

impl KeptResult {
    /// What a map shows; `None` for a map of values or their differences, which the data have already.
    pub fn of(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Option<Self> {
        if !spec.kind.is_result() {
            return None;
        }
        let in_lang = |lang: Lang| MapSpec { lang, ..spec.clone() };
        let titled = Lang::both(|lang| title(&in_lang(lang), atlas));
        let stem = spec.kind.file_stem(&spec.indicator, spec.level, spec.date).replace('-', "_");
        let has_classes = model.classes.is_none() && !model.names.is_empty();
        let rows = &model.table.rows;
        let own = atlas.catalogue.get(&spec.indicator);
        let unit = own.map(|own| Lang::both(|lang| mapped_unit(&in_lang(lang), own)));
        let mut columns = vec![KeptColumn {
            id: stem.clone(),
            name: Lang::both(|lang| t::kept_name(lang, lang.pick(&titled))),
            unit: unit.filter(|_| !has_classes),
            classes: if has_classes { model.names.clone() } else { Vec::new() },
            values: match has_classes {
                true => model.class_of.iter().map(|class| class.map(|class| class as f64 + 1.0)).collect(),
                false => rows.iter().map(|row| row.value).collect(),
            },
        }];
        let fields = model.shown.behind_fields();
        for (field, named) in BEHIND {
            let Some(at) = fields.iter().position(|known| *known == field) else { continue };
            let value = |unit| model.shown.behind(unit).get(at).copied().unwrap_or(Err(Absence::Missing));
            columns.push(KeptColumn {
                id: format!("{stem}_{field}"),
                name: Lang::both(|lang| t::kept_behind(lang, lang.text(named), lang.pick(&titled))),
                // What a model expects is measured like what it explains; a forecast is of another indicator.
                unit: own.filter(|_| field == "fitted").map(|own| own.unit.clone()),
                classes: Vec::new(),
                values: (0..rows.len()).map(value).collect(),
            });
        }
        let used = used(&spec.clone().into(), atlas);
        let known: Vec<_> =
            used.iter().filter_map(|(id, at)| Some((atlas.catalogue.get(id)?, *at))).collect();
        let mut licences: Vec<&str> = known.iter().map(|(own, _)| own.licence.as_str()).collect();
        licences.dedup();
        let joined = |lang: Lang| {
            let mut sources: Vec<&str> = known.iter().map(|(own, _)| lang.pick(&own.source)).collect();
            sources.sort_unstable();
            sources.dedup();
            sources.join("; ")
        };
        let from = |lang: Lang| {
            let one = |(own, at): &(&crate::data::Indicator, crate::data::Reference)| {
                format!("{} ({})", lang.pick(&own.name), reference_phrase(lang, own.period.of(*at)))
            };
            let mut all: Vec<String> = known.iter().map(one).collect();
            all.dedup();
            t::kept_note(lang, all.join("; "))
        };
        Some(Self {
            title: titled,
            level: spec.level,
            date: spec.date,
            source: Lang::both(joined),
            licence: licences.first().copied().unwrap_or_default().to_owned(),
            note: Lang::both(from),
            columns,
        })
    }
}

/// Makes an import of a result. The same analysis made again replaces what was kept of it.
///
/// # Errors
/// [`IntakeError::NoValues`] if nothing was found.
pub fn take_in_result(
    result: &KeptResult,
    project: &ProjectFile,
    base: &Atlas,
) -> Result<Import, IntakeError> {
    let main = result.columns.first().ok_or(IntakeError::NoValues)?;
    let is_known = |value: &Value| value.is_ok();
    if !main.values.iter().any(is_known) {
        return Err(IntakeError::NoValues);
    }
    let note = Note::in_every_figure(result.note.clone());
    let meta = DatasetMeta {
        level: result.level,
        source: result.source.clone(),
        licence: result.licence.clone(),
        notes: vec![note],
        ..described(&main.id, &main.id, result.title.clone())
    };
    let columns = result.columns.iter().map(|column| (column.id.clone(), column.values.clone())).collect();
    let dataset = Dataset::from_values(meta.clone(), [(Some(result.date), columns)])
        .map_err(|_| IntakeError::NoValues)?;
    let variable = |column: &KeptColumn| {
        let values: Vec<f64> = column.values.iter().flatten().copied().collect();
        CheckedVariable {
            id: column.id.clone(),
            name: column.name.it.clone(),
            unit: String::new(),
            measure: if column.classes.is_empty() { Measure::Ratio } else { Measure::Category },
            column: String::new(),
            combine: Default::default(),
            summed_at: None,
            uses: Uses {
                steps: column.classes.iter().map(|name| name.it.clone()).collect(),
                ..Uses::default()
            },
            present: values.len(),
            sum: values.iter().sum(),
        }
    };
    let rows = main.values.iter().filter(|value| is_known(value)).count();
    let written: Vec<String> = result
        .columns
        .iter()
        .flat_map(|column| column.values.iter().map(|value| format!("{value:?}")))
        .collect();
    let origin = Origin {
        file: main.id.clone(),
        sheet: None,
        sha256: digest(written.join(";").as_bytes()),
        recipe: RESULT.to_owned(),
        rows_read: main.values.len(),
        rows_taken: rows,
        dates: vec![result.date],
        variables: Vec::new(),
    };
    let same = |known: &&Import| known.origin.recipe == RESULT && known.origin.file == main.id;
    let before = project.imports.iter().find(same).map(Import::id);
    let variables = result.columns.iter().map(variable).collect();
    let incoming = Incoming { origin, meta, variables, dataset: Some(dataset), areas: None, date: None };
    let mut made = import(incoming, before, None, project, base)?;
    for indicator in &mut made.indicators {
        let Some(column) = result.columns.iter().find(|column| column.name.it == indicator.name.it) else {
            continue;
        };
        (indicator.name, indicator.short) = (column.name.clone(), column.name.clone());
        if let Some(unit) = &column.unit {
            indicator.unit = unit.clone();
        }
        indicator.definition =
            Lang::both(|lang| t::kept_definition(lang, lang.pick(&column.name), lang.pick(&result.note)));
        for (step, name) in indicator.steps.iter_mut().zip(&column.classes) {
            step.name = name.clone();
        }
    }
    Ok(made)
}
