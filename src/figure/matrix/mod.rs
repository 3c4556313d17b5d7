//! The matrix of correlations as a figure: every pair of several indicators, those that are alike side by side.

mod draw;
mod facts;
mod model;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Reference};
use crate::document::{Element, MatrixSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use draw::height;
pub use model::{MatrixModel, Pair};
pub use view::MatrixView;
pub(in crate::figure) use words::{cell, coefficient, label};
pub use words::{own_notes, subtitle};

impl View for MatrixView {
    type Spec = MatrixSpec;
    type Model = MatrixModel;
    type Layout = ();

    const NAME: Text = texts::TAB_MATRIX;
    const HOW_TO_READ: Text = texts::HOW_MATRIX;
    const IN_GUIDE: &'static str = "Le correlazioni tra molti indicatori";
    const SHOWS_ATS: bool = false;

    fn model(spec: &MatrixSpec, sources: Sources<'_>) -> Result<Warned<MatrixModel>, FigureError> {
        MatrixModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let (spec, lang) = (prepared.spec, prepared.spec.lang);
        let title = lang.text(texts::MATRIX_TITLE).to_owned();
        Ok(Words::new(&spec.page, lang, title, subtitle(spec), words::footer(prepared)))
    }

    fn lay_out(_: &Prepared<'_, Self>, _: &Page) -> Result<(), FigureError> {
        Ok(())
    }

    fn draw(prepared: &Prepared<'_, Self>, (): &(), page: &Page) -> Result<Warned<Vec<Node>>, FigureError> {
        let nodes = draw::nodes(prepared.spec, prepared.model, page, prepared.sources.atlas);
        Ok(Warned { value: nodes.ok_or(FigureError::NoRoom)?, remarks: Vec::new() })
    }

    fn alt_text(prepared: &Prepared<'_, Self>) -> String {
        words::alternative(prepared)
    }

    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String> {
        words::reading(prepared)
    }

    fn table(prepared: &Prepared<'_, Self>) -> Workbook {
        sheet::workbook(prepared.spec, prepared.model, prepared.sources)
    }

    fn facts(prepared: &Prepared<'_, Self>, _: Option<&()>) -> Json {
        facts::of(prepared.spec, prepared.model)
    }

    fn checks(_: &MatrixSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // What would mislead is crossed out or left without a colour, and said below the figure.
        Ok(Vec::new())
    }

    fn used(spec: &MatrixSpec, _: &Atlas) -> Vec<(String, Reference)> {
        spec.indicators.iter().map(|one| (one.indicator.clone(), one.date.into())).collect()
    }
}
