//! The time series as a figure: a page ready to be printed.

mod against;
mod draw;
mod facts;
mod labels;
mod looks;
mod model;
mod numbers;
mod placed;
mod printed;
mod reading;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Reference};
use crate::document::{Element, PageSpec, SeriesSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Laid, Sources, Told, View};
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use against::Against;
pub use draw::Frame;
pub use numbers::{Band, Line, LineRole, MOST_CHOSEN, SeriesBreak, SeriesModel};
pub use placed::Placed;
pub use view::SeriesView;
pub use words::{
    axis as axis_words, name as line_name, not_final, sources_beside as beside_sources, value as drawn_text,
};

/// A time series laid out on its page.
pub type SeriesFigure = Laid<SeriesView>;

impl View for SeriesView {
    type Spec = SeriesSpec;
    type Model = SeriesModel;
    type Layout = Frame;

    const NAME: Text = texts::TAB_SERIES;

    fn model(spec: &SeriesSpec, sources: Sources<'_>) -> Result<Warned<SeriesModel>, FigureError> {
        SeriesModel::new(spec, sources.atlas)
    }

    fn words(told: &Told<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Told { spec, model, remarks, sources: Sources { atlas, .. } } = *told;
        let indicator = atlas.caption(&spec.indicator)?;
        let (title, subtitle) = (words::title(spec, indicator), words::subtitle(spec, model, indicator));
        let footer = words::footer(spec, model, indicator, remarks, atlas);
        Ok(Words::new(&spec.page, spec.lang, title, subtitle, footer))
    }

    fn lay_out(told: &Told<'_, Self>, page: &Page) -> Result<Frame, FigureError> {
        let indicator = told.sources.atlas.caption(&told.spec.indicator)?;
        draw::frame(told.spec, told.model, indicator, page).ok_or(FigureError::NoRoom)
    }

    fn draw(told: &Told<'_, Self>, frame: &Frame, page: &Page) -> Result<Warned<Vec<Node>>, FigureError> {
        let indicator = told.sources.atlas.caption(&told.spec.indicator)?;
        Ok(draw::nodes(told.spec, told.model, indicator, page, frame))
    }

    fn alt_text(told: &Told<'_, Self>) -> String {
        let Ok(indicator) = told.sources.atlas.caption(&told.spec.indicator) else { return String::new() };
        words::alternative(told.spec, told.model, indicator, told.remarks)
    }

    fn reading(told: &Told<'_, Self>) -> Vec<String> {
        reading::sentences(told.spec, told.model, told.sources.atlas)
    }

    fn table(told: &Told<'_, Self>) -> Workbook {
        sheet::workbook(told)
    }

    fn facts(told: &Told<'_, Self>, _: Option<&Frame>) -> Json {
        facts::of(told.spec, told.model)
    }

    fn checks(_: &SeriesSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // The lines of a series are few, and seen to jump.
        Ok(Vec::new())
    }

    fn used(spec: &SeriesSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        let references = atlas.references(&spec.indicator).unwrap_or_default();
        references.into_iter().map(|at| (spec.indicator.clone(), at)).collect()
    }

    fn has_labels(_: &PageSpec) -> bool {
        false
    }
}
