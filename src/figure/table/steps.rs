//! How many live in each step or category: what a group has of an indicator that is neither summed nor averaged.

use std::collections::BTreeMap;

use crate::base::{Code, Level};
use crate::data::{Atlas, Kind, Method, Query, Reference, Value};
use crate::document::TableSpec;
use crate::i18n::texts;
use crate::scene::Cell;

use super::model::TableModel;

/// A step of one column, with what each territory has of it.
pub struct StepColumn {
    pub head: String,
    counts: BTreeMap<Code, Value>,
}

impl StepColumn {
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
    for column in &model.columns {
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
        for (step, counts) in indicator.steps.iter().zip(counts) {
            let is_inhabited = counts.values().any(|value| *value != Ok(0.0));
            if !counts.is_empty() && (is_inhabited || indicator.kind == Kind::Ordinal) {
                let head = texts::step_head(lang, lang.pick(&indicator.short), lang.pick(&step.name), weight);
                found.push(StepColumn { head, counts });
            }
        }
    }
    found
}
