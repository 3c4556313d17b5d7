//! What a map shows of its indicator: its value, its change, or its value together with another's. This is the single
//! list of kinds, and the entry point for any map.

pub mod change;
pub mod clusters;
mod common;
mod future;
pub mod groups;
mod index;
mod kind;
mod quotient;
mod residuals;
mod several;
pub mod significance;
mod smoothed;
mod trend;
pub mod two;
mod value;

use crate::data::{Atlas, Caption, Indicator, Note, Reference, Table, Value};
use crate::document::{MapFrame, MapKind, MapSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::map::MapModel;
use crate::figure::page::whole_name;
use crate::figure::remark::Warned;
use crate::figure::view::Sources;
use crate::figure::wording::method_said;
use crate::i18n::texts;

use self::kind::Kind;

pub(in crate::figure) use value::{values, values_at_dates};

/// The list: the implementation of each kind.
fn of(kind: &MapKind) -> Box<dyn Kind + '_> {
    match kind {
        MapKind::Value => Box::new(value::Value),
        MapKind::Change { from } => Box::new(change::Since(*from)),
        MapKind::Two { second } => Box::new(two::Beside(second)),
        MapKind::Significance { against, confidence } => {
            Box::new(significance::Compared { benchmark: *against, confidence: *confidence })
        }
        MapKind::Clusters { neighbours, test } => {
            Box::new(clusters::Clustered { neighbours: *neighbours, test: *test })
        }
        MapKind::Groups { with, algorithm, k, seed, names } => {
            Box::new(groups::Grouped { with, algorithm: *algorithm, k: *k, seed: *seed, names })
        }
        MapKind::Residuals { by } => Box::new(residuals::LeftOf(by)),
        MapKind::Index { with, method, worse, declared, seed } => {
            Box::new(index::Index { with, declared, asked: index::asked(*method, *worse, *seed) })
        }
        MapKind::Smoothed { neighbours } => Box::new(smoothed::Drawn(*neighbours)),
        MapKind::Quotient => Box::new(quotient::Quotients),
        MapKind::Trend => Box::new(trend::Courses),
        MapKind::Future { measure, years } => Box::new(future::Ahead { measure: *measure, years: *years }),
    }
}

impl MapModel {
    /// Computes the model of a map.
    ///
    /// # Errors
    /// See [`FigureError`]. An indicator without a single value is not an error: the map says so.
    pub fn new(spec: &MapSpec, sources: Sources<'_>) -> Result<Warned<Self>, FigureError> {
        of(&spec.kind).model(spec, sources)
    }
}

/// The mapped value of each unit: a value (of two indicators, the first) or a difference.
///
/// # Errors
/// See [`FigureError`].
pub fn mapped_table(spec: &MapSpec, atlas: &Atlas) -> Result<Table, FigureError> {
    of(&spec.kind).table(spec, atlas)
}

/// The mapped value of a group of Comuni, from its sums.
pub fn mapped_of_group(spec: &MapSpec, atlas: &Atlas, members: &[usize]) -> Option<Value> {
    of(&spec.kind).pooled(spec, atlas, members)
}

/// The values behind the mapped value of a group of Comuni: those at both dates of a change, or that of the second of
/// two indicators. Empty for a map of values.
pub fn behind(spec: &MapSpec, atlas: &Atlas, members: &[usize]) -> Vec<Value> {
    of(&spec.kind).behind(spec, atlas, members)
}

/// Those values in words, one line each.
pub fn behind_words(spec: &MapSpec, caption: Caption<'_>, atlas: &Atlas, values: &[Value]) -> Vec<String> {
    of(&spec.kind).behind_words(spec, caption, atlas, values)
}

/// The indicator as described for a unit with those values behind it: a difference gets the decimals at which it
/// agrees with the two values.
pub fn mapped_caption<'a>(spec: &MapSpec, indicator: &'a Indicator, behind: &[Value]) -> Caption<'a> {
    of(&spec.kind).caption(indicator.into(), behind)
}

/// The breaks of the series between the mapped dates, each once.
pub fn breaks<'a>(spec: &MapSpec, table: &Table, atlas: &'a Atlas) -> Vec<&'a Note> {
    of(&spec.kind).breaks(spec, table, atlas)
}

/// The values a map is drawn from: indicators, each at a date.
pub(in crate::figure) fn used(spec: &MapSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
    of(&spec.kind).used(spec, atlas)
}

/// The title of a map, from its indicators and its kind.
pub fn title(spec: &MapSpec, atlas: &Atlas) -> String {
    of(&spec.kind).title(spec, atlas)
}

/// What is mapped, in the alternative text.
pub(in crate::figure) fn described(spec: &MapSpec, atlas: &Atlas) -> String {
    of(&spec.kind).described(spec, atlas)
}

/// The subtitle.
pub(in crate::figure) fn subtitle(spec: &MapSpec, caption: Caption<'_>, atlas: &Atlas) -> String {
    let (lang, level) = (spec.lang, spec.lang.level(spec.level));
    let level = match whole(spec, atlas) {
        Some(name) => texts::level_of_whole(lang, level, name),
        None => level.to_owned(),
    };
    let when = of(&spec.kind).when_alone(spec, caption);
    match method_said(lang, caption, spec.level, spec.method) {
        Some(method) => format!("{level} ({method}), {when}"),
        None => format!("{level}, {when}"),
    }
}

/// The name of the ATS whose whole territory a map shows, where the page is wide enough for it.
fn whole<'a>(spec: &MapSpec, atlas: &'a Atlas) -> Option<&'a str> {
    let is_whole = match spec.frame {
        MapFrame::All => true,
        MapFrame::Selected => spec.selected.is_empty(),
        MapFrame::Unit(_) | MapFrame::Part(_) | MapFrame::Metres(_) => false,
    };
    whole_name(&spec.page, spec.level, atlas).filter(|_| is_whole)
}

/// The name of a map's indicator, or of both.
pub fn names(spec: &MapSpec, atlas: &Atlas) -> String {
    of(&spec.kind).names(spec, atlas)
}

/// "al 1/1/2023", or "variazione dal 1/1/2022 al 1/1/2023".
pub fn when_phrase<'a>(spec: &MapSpec, caption: impl Into<Caption<'a>>) -> String {
    of(&spec.kind).when(spec, caption.into())
}

/// The unit of the mapped values: a difference of percentages is in percentage points.
pub fn mapped_unit(spec: &MapSpec, indicator: &Indicator) -> String {
    of(&spec.kind).unit(spec.lang, indicator)
}

/// The units of everything a map shows.
pub(in crate::figure) fn mapped_units(spec: &MapSpec, indicator: &Indicator, atlas: &Atlas) -> String {
    of(&spec.kind).units(spec.lang, indicator, atlas)
}

/// The mapped value of one unit in words: a value, or a difference with its sign.
pub fn mapped_text<'a>(spec: &MapSpec, caption: impl Into<Caption<'a>>, value: Value) -> String {
    of(&spec.kind).text(spec.lang, caption.into(), value)
}

/// What could mislead in the classes and colours of a map because of its kind.
pub(in crate::figure) fn checks(spec: &MapSpec, indicator: &Indicator) -> Vec<Finding> {
    of(&spec.kind).checks(spec, indicator)
}
