//! The rows after the territories: what they are parts of, and where asked for lowest, simple mean and highest of
//! the rows.

use crate::base::{Code, Level};
use crate::data::{Atlas, Value};
use crate::document::TableSpec;
use crate::i18n::{Lang, texts};
use crate::stats::describe::Summary;

use super::model::{TableModel, TableRow};
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
            let caption = atlas.caption(&column.of.indicator).ok()?;
            Some(cell(lang, &column.of, caption, (*value)?))
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
    for whole in &model.wholes {
        rows.push(After {
            code: Some(whole.code.clone()),
            name: whole_name(lang, model, whole, atlas),
            values: whole.cells.iter().copied().map(Some).collect(),
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

/// What a whole is called: ours is "the ATS", which needs no name among its own parts.
pub fn whole_name(lang: Lang, model: &TableModel, whole: &TableRow, atlas: &Atlas) -> String {
    let is_ours = atlas.territories.units(Level::Ats).iter().any(|ats| ats.code == whole.code);
    if is_ours && !model.as_published { lang.level(Level::Ats).to_owned() } else { whole.name.clone() }
}
