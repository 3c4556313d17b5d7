//! The rows after the territories: the larger areas they are part of and, if asked for, minimum, simple mean and
//! maximum of the rows.

use crate::base::Code;
use crate::data::{Atlas, Graded, Quality};
use crate::document::TableSpec;
use crate::i18n::{Lang, texts};
use crate::stats::describe::Summary;

use super::model::TableModel;
use super::words::{marked_cell, overall_name};

/// A row that is not a territory of the level.
#[derive(Clone, Debug)]
pub struct After {
    /// Code, if it has one.
    pub code: Option<Code>,
    pub name: String,
    /// One value per column; `None` where no row has a value to summarise.
    pub values: Vec<Option<Graded>>,
}

impl After {
    /// The texts of its cells.
    pub fn texts(&self, lang: Lang, model: &TableModel, atlas: &Atlas) -> Vec<String> {
        let text = |(column, value): (&super::Column, &Option<Graded>)| {
            let caption = column.caption(atlas).ok()?;
            Some(marked_cell(lang, column, caption, (*value)?))
        };
        model.columns.iter().zip(&self.values).map(|pair| text(pair).unwrap_or_default()).collect()
    }
}

/// The rows after the territories; empty where there are no columns.
pub fn after(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Vec<After> {
    let lang = spec.lang;
    let mut rows = Vec::new();
    if model.columns.is_empty() {
        return rows;
    }
    for overall in &model.overall_rows {
        rows.push(After {
            code: Some(overall.code.clone()),
            name: overall_name(spec, model, overall, atlas),
            values: (0..overall.cells.len()).map(|column| Some(overall.graded(column))).collect(),
        });
    }
    if spec.view.summary {
        let of = |pick: fn(&Summary) -> f64| {
            let one = |(column, summary): (usize, &Option<Summary>)| {
                Some((Ok(pick(summary.as_ref()?)), quality(model, column)))
            };
            model.summaries.iter().enumerate().map(one).collect()
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

/// The status of the least certain value in a column.
fn quality(model: &TableModel, column: usize) -> Quality {
    let shown = model.shown.iter().map(|&row| model.rows[row].graded(column));
    shown.filter(|(value, _)| value.is_ok()).map(|(_, quality)| quality).max().unwrap_or_default()
}
