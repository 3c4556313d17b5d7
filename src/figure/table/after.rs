//! The rows after the territories: the ATS, and where asked for lowest, simple mean and highest of the rows.

use crate::base::{Code, Level};
use crate::data::{Atlas, Value};
use crate::document::TableSpec;
use crate::i18n::{Lang, texts};
use crate::stats::describe::Summary;

use super::model::TableModel;
use super::words::cell;

/// A row that is no territory of the level.
#[derive(Clone, Debug)]
pub struct After {
    /// Code, where it has one.
    pub code: Option<Code>,
    /// Name.
    pub name: String,
    /// One value a column; none where no row has one to sum up.
    pub values: Vec<Option<Value>>,
}

impl After {
    /// What stands in its cells.
    pub fn texts(&self, lang: Lang, model: &TableModel, atlas: &Atlas) -> Vec<String> {
        let text = |(column, value): (&super::Column, &Option<Value>)| {
            let indicator = atlas.catalogue.get(&column.of.indicator)?;
            Some(cell(lang, &column.of, indicator, (*value)?))
        };
        model.columns.iter().zip(&self.values).map(|pair| text(pair).unwrap_or_default()).collect()
    }
}

/// The rows after the territories; none where there are no columns.
pub fn after(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Vec<After> {
    let lang = spec.lang;
    let mut rows = Vec::new();
    if model.columns.is_empty() {
        return rows;
    }
    if model.has_ats {
        rows.push(After {
            code: atlas.territories.units(Level::Ats).first().map(|ats| ats.code.clone()),
            name: lang.level(Level::Ats).to_owned(),
            values: model.columns.iter().map(|column| Some(column.ats)).collect(),
        });
    }
    if spec.view.summary {
        let of = |pick: fn(&Summary) -> f64| {
            model.summaries.iter().map(|summary| Some(Ok(pick(summary.as_ref()?)))).collect()
        };
        for (name, values) in [
            (texts::TABLE_MIN, of(|summary| summary.min)),
            (texts::TABLE_MEAN, of(|summary| summary.mean)),
            (texts::TABLE_MAX, of(|summary| summary.max)),
        ] {
            rows.push(After { code: None, name: lang.text(name).to_owned(), values });
        }
    }
    rows
}
