//! The scatterplot matrix as a figure: a scatterplot for each pair of up to five indicators.

mod draw;
mod model;
mod view;
mod words;

use serde_json::{Value as Json, json};

use crate::data::{Atlas, Reference};
use crate::document::{Element, ScatterMatrixSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::matrix::MatrixView;
use crate::figure::page::{Page, Words};
use crate::figure::remark::{Remark, Warned};
use crate::figure::table;
use crate::figure::view::{Prepared, Sources, View};
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use draw::height;
pub use model::ScatterMatrixModel;
pub use view::ScatterMatrixView;
pub use words::{own_notes, subtitle};

impl View for ScatterMatrixView {
    type Spec = ScatterMatrixSpec;
    type Model = ScatterMatrixModel;
    type Layout = ();

    const NAME: Text = texts::TAB_SCATTER_MATRIX;
    const HOW_TO_READ: Text = texts::HOW_SCATTER_MATRIX;
    const IN_GUIDE: &'static str = "Dispersioni a coppie";
    const SHOWS_ATS: bool = false;

    fn model(
        spec: &ScatterMatrixSpec,
        sources: Sources<'_>,
    ) -> Result<Warned<ScatterMatrixModel>, FigureError> {
        ScatterMatrixModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let (spec, lang) = (prepared.spec, prepared.spec.lang);
        let title = lang.text(texts::SCATTER_MATRIX_TITLE).to_owned();
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
        let lang = prepared.spec.lang;
        let matrix = words::of_matrix(prepared.model, prepared.remarks, prepared.sources);
        let title = lang.text(texts::SCATTER_MATRIX_TITLE);
        let own = texts::alt_scatter_matrix(lang, title, subtitle(prepared.spec));
        format!("{own} {}", MatrixView::alt_text(&matrix))
    }

    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String> {
        MatrixView::reading(&words::of_matrix(prepared.model, prepared.remarks, prepared.sources))
    }

    fn table(prepared: &Prepared<'_, Self>) -> Workbook {
        let Prepared { spec, model, sources, .. } = *prepared;
        let mut book = table::of_columns(spec, Self::told(prepared), sources);
        let pairs = MatrixView::table(&words::of_matrix(model, prepared.remarks, sources));
        book.title = format!("{}. {}", spec.lang.text(texts::SCATTER_MATRIX_TITLE), subtitle(spec));
        book.sheets.extend(pairs.sheets.into_iter().skip(1));
        book
    }

    fn facts(prepared: &Prepared<'_, Self>, _: Option<&()>) -> Json {
        let matrix = words::of_matrix(prepared.model, prepared.remarks, prepared.sources);
        let mut facts = MatrixView::facts(&matrix, None);
        let pearson = prepared.model.scatters.iter().enumerate().flat_map(|(i, row)| {
            row.iter().enumerate().map(move |(j, scatter)| {
                let [x, y] = [j, i].map(|at| prepared.model.indicators[at].indicator.as_str());
                let r = scatter.pearson.as_ref().ok().map(|found| found.r);
                json!({ "x": x, "y": y, "pearson": r, "n": scatter.pairs.len() })
            })
        });
        facts["scatterplots"] = pearson.collect();
        facts
    }

    fn checks(_: &ScatterMatrixSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // What would mislead is said in the cell of its pair.
        Ok(Vec::new())
    }

    fn used(spec: &ScatterMatrixSpec, _: &Atlas) -> Vec<(String, Reference)> {
        spec.indicators.iter().map(|one| (one.indicator.clone(), one.date.into())).collect()
    }

    fn told(prepared: &Prepared<'_, Self>) -> Vec<(String, Reference)> {
        let shown = prepared.model.indicators.iter();
        shown.map(|one| (one.indicator.clone(), one.date.into())).collect()
    }
}
