//! Values of our own Ambiti, ASST and ATS that earlier programs kept as published: they take their level when a project is
//! opened, as if the table had been imported today, under the id that figures of it name.

use std::collections::BTreeMap;

use crate::base::{Date, Level};
use crate::data::{
    Absence, AreaTable, AreaValue, AreaVariable, Dataset, DatasetMeta, Indicator, Kind, Note, Period,
    Reference, Territories, Value,
};
use crate::figure::listed;
use crate::i18n::{Lang, texts as t};
use crate::io::recipe::Measure;

use super::intake::of_its_level;
use super::{Import, ProjectFile, Variable};

/// An import whose values of our units have taken their level, or as it was if its parts do not allow it: it has values
/// of Comuni too, of several levels, or of times that no date stands for.
pub(super) fn at_their_level(import: Import, territories: &Territories) -> Import {
    moved(&import, territories).unwrap_or(import)
}

impl ProjectFile {
    /// The imports that still have values of our Ambiti, ASST or ATS as published.
    pub fn left_as_published<'a>(&'a self, territories: &'a Territories) -> impl Iterator<Item = &'a Import> {
        let has = |import: &&Import| {
            let variables = import.areas.iter().flat_map(|table| &table.variables);
            variables.flat_map(|variable| &variable.values).any(|value| place(value, territories).is_some())
        };
        self.imports.iter().filter(has)
    }
}

/// What to do about imports whose values could not take their level; nothing if there are none.
pub fn left_text(left: &[Import], lang: Lang) -> Option<String> {
    let all = |of: &dyn Fn(&Import) -> String| listed(lang, &left.iter().map(of).collect::<Vec<_>>());
    let titles = all(&|import| lang.pick(&import.dataset.meta.title).to_owned());
    let files = all(&|import| import.origin.file.clone());
    (!left.is_empty()).then(|| t::left_as_published(lang, titles, files))
}

/// The unit of ours that a value is of.
fn place(value: &AreaValue, territories: &Territories) -> Option<(Level, usize)> {
    let level = value.kind.level().filter(|level| *level != Level::Comuni)?;
    Some((level, territories.position(level, &value.code)?))
}

/// What a value refers to as the day that data have, and the time that ends on it.
fn dated(reference: Reference) -> Option<(Date, Period)> {
    match reference {
        Reference::Date(date) => Some((date, Period::Day)),
        Reference::Year(year) => Some((Date::new(year, 12, 31)?, Period::Year)),
        Reference::TaxYear(_) | Reference::Years(..) => None,
    }
}

fn moved(import: &Import, territories: &Territories) -> Option<Import> {
    let table = import.areas.as_ref().filter(|_| import.dataset.variables().next().is_none())?;
    let all = || table.variables.iter().flat_map(|variable| &variable.values);
    let ours = || all().filter_map(|value| Some((place(value, territories)?, dated(value.reference))));
    let ((level, _), first) = ours().next()?;
    let (_, period) = first?;
    if !ours().all(|((other, _), at)| other == level && at.is_some_and(|(_, other)| other == period)) {
        return None;
    }
    let of_ours = |variable: &&AreaVariable| variable.values.iter().any(|v| place(v, territories).is_some());
    let moving: Vec<&AreaVariable> = table.variables.iter().filter(of_ours).collect();
    let mut columns: BTreeMap<Option<Date>, Vec<(String, Vec<Value>)>> = BTreeMap::new();
    let mut marks = Vec::new();
    for variable in &moving {
        let id = table.indicator_id(variable);
        let mut by_date: BTreeMap<Option<Date>, Vec<Value>> = BTreeMap::new();
        for value in &variable.values {
            let Some((_, at)) = place(value, territories) else { continue };
            let date = dated(value.reference).map(|(date, _)| date);
            let missing = || vec![Err(Absence::Missing); territories.units(level).len()];
            by_date.entry(date).or_insert_with(missing)[at] = value.value;
            marks.push((date, id.clone(), at, value.quality));
        }
        by_date.into_iter().for_each(|(date, values)| {
            columns.entry(date).or_default().push((id.clone(), values));
        });
    }
    let mut notes = import.dataset.meta.notes.clone();
    notes.extend(table.note.clone().map(Note::in_every_figure));
    let meta = DatasetMeta { level, dated: true, notes, ..import.dataset.meta.clone() };
    let mut dataset = Dataset::from_values(meta, columns).ok()?;
    marks.into_iter().for_each(|(date, id, at, quality)| dataset.mark(date, &id, at, quality));
    let mut origin = import.origin.clone();
    let described = |variable: &AreaVariable| {
        let known = import.origin.variables.iter().find(|known| known.id == variable.id);
        Variable {
            id: table.indicator_id(variable),
            name: variable.name.it.clone(),
            unit: variable.unit.clone(),
            measure: known.map_or_else(|| Measure::of_kind(variable.kind), |known| known.measure),
        }
    };
    let own: Vec<Variable> = moving.iter().map(|variable| described(variable)).collect();
    let made = own.iter().map(|variable| {
        let made = of_its_level(variable, &origin, &dataset, territories);
        Indicator { period, ..made }
    });
    let mut indicators = import.indicators.clone();
    indicators.extend(made.collect::<Vec<_>>());
    let is_kept = |variable: &Variable| moving.iter().all(|moved| moved.id != variable.id);
    origin.variables.retain(is_kept);
    origin.variables.extend(own);
    let areas = others(table, &moving, territories);
    Some(Import { origin, dataset, areas, indicators, ..import.clone() })
}

/// What stays as published: the values of Lombardia and Italia, under ids that the indicators above leave free.
fn others(table: &AreaTable, moving: &[&AreaVariable], territories: &Territories) -> Option<AreaTable> {
    let left = |variable: &AreaVariable| {
        let is_other = |value: &&AreaValue| place(value, territories).is_none();
        let values: Vec<AreaValue> = variable.values.iter().filter(is_other).cloned().collect();
        let moved = moving.iter().any(|moved| moved.id == variable.id);
        // Counts of a region are not shown beside those of an Ambito.
        let is_beside = moved && variable.kind != Kind::Count;
        let counterpart = is_beside.then(|| table.indicator_id(variable)).or(variable.counterpart.clone());
        let id = if moved { format!("{}_2", variable.id) } else { variable.id.clone() };
        (!values.is_empty()).then(|| AreaVariable { id, counterpart, values, ..variable.clone() })
    };
    let variables: Vec<AreaVariable> = table.variables.iter().filter_map(left).collect();
    (!variables.is_empty()).then(|| AreaTable { variables, ..table.clone() })
}
