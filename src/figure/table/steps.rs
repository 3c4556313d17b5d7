//! How many live in each step or category: what a group has of an indicator that is neither summed nor averaged.

use std::collections::BTreeMap;

use crate::base::{Code, Level};
use crate::data::{Atlas, Kind, Method, Query, Reference, Value};
use crate::document::TableSpec;
use crate::figure::wording::{reference_label, reference_phrase};
use crate::i18n::{Lang, number, texts};
use crate::scene::Cell;

use super::model::TableModel;
use super::words::mark;

/// A step of one column, with what each territory has of it.
pub struct StepColumn {
    /// The column of the table whose step it is.
    pub of: usize,
    pub name: String,
    /// Who is counted, with their date where it is not that of the values.
    pub counted: String,
    /// The date of the values.
    pub when: String,
    counts: BTreeMap<Code, Value>,
}

impl StepColumn {
    /// Its header on one line.
    pub fn head(&self, lang: Lang) -> String {
        texts::step_head(lang, &self.name, &self.counted)
    }

    /// Its number as on a page; nothing for what is no territory.
    pub fn text(&self, lang: Lang, code: Option<&Code>) -> String {
        match code.and_then(|code| self.counts.get(code)) {
            Some(Ok(value)) => number(lang, *value, 0),
            Some(Err(reason)) => mark(lang, *reason).to_owned(),
            None => String::new(),
        }
    }

    pub fn cell(&self, code: Option<&Code>) -> Cell {
        match code.and_then(|code| self.counts.get(code)) {
            Some(Ok(value)) => Cell::Number { value: *value, decimals: 0 },
            _ => Cell::Empty,
        }
    }
}

/// The columns for every indicator of the table that has steps, if its rows are groups; categories where nobody lives are left out.
pub fn step_columns(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Vec<StepColumn> {
    if spec.level == Level::Comuni {
        return Vec::new();
    }
    let lang = spec.lang;
    let mut found = Vec::new();
    for (of, column) in model.columns.iter().enumerate() {
        let indicator = atlas.catalogue.get(&column.of.indicator).filter(|known| known.kind.has_steps());
        let (Some(indicator), Reference::Date(date)) = (indicator, column.of.at) else { continue };
        let mut levels = vec![spec.level, Level::Ats];
        levels.dedup();
        let mut counts = vec![BTreeMap::new(); indicator.steps.len()];
        for level in levels {
            let query = Query { indicator: indicator.id.clone(), date, level, method: Method::Pooled };
            let units = atlas.by_step(&query).ok().flatten().unwrap_or_default();
            for (unit, own) in atlas.territories.units(level).iter().zip(units) {
                for (counts, value) in counts.iter_mut().zip(own) {
                    counts.insert(unit.code.clone(), value);
                }
            }
        }
        let weight = indicator.weight.as_ref().map_or("", |weight| lang.pick(&weight.name));
        let counted = match atlas.other_weight_date(indicator, date) {
            Some(other) => format!("{weight} ({})", reference_label(lang, other.into())),
            None => weight.to_owned(),
        };
        for (step, counts) in indicator.steps.iter().zip(counts) {
            let is_inhabited = counts.values().any(|value| *value != Ok(0.0));
            if !counts.is_empty() && (is_inhabited || indicator.kind == Kind::Ordinal) {
                let name = format!("{}, {}", lang.pick(&indicator.short), lang.pick(&step.name));
                let (counted, when) =
                    (counted.clone(), reference_phrase(lang, indicator.period.ending(date)));
                found.push(StepColumn { of, name, counted, when, counts });
            }
        }
    }
    found
}
