//! The funnel plot as a figure: the rate of each unit against its size, with the limits of chance around a benchmark.

mod draw;
mod facts;
mod model;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Reference};
use crate::document::{Element, FunnelSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use model::FunnelModel;
pub use view::FunnelView;
pub use words::{own_notes, subtitle};

impl View for FunnelView {
    type Spec = FunnelSpec;
    type Model = FunnelModel;
    type Layout = ();

    const NAME: Text = texts::TAB_FUNNEL;
    const HOW_TO_READ: Text = texts::HOW_FUNNEL;
    const IN_GUIDE: &'static str = "Il grafico a imbuto";

    fn model(spec: &FunnelSpec, sources: Sources<'_>) -> Result<Warned<FunnelModel>, FigureError> {
        FunnelModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let indicator = atlas.indicator(&spec.indicator)?;
        let footer = words::footer(prepared, indicator.into());
        let (title, subtitle) =
            (words::title(spec, indicator.into()), subtitle(spec, model, indicator.into()));
        let words = Words::new(&spec.page, spec.lang, title, subtitle, footer);
        Ok(words.of_whole(&spec.page, spec.level, atlas).in_unit(spec.lang.pick(&indicator.unit)))
    }

    fn lay_out(_: &Prepared<'_, Self>, _: &Page) -> Result<(), FigureError> {
        Ok(())
    }

    fn draw(prepared: &Prepared<'_, Self>, (): &(), page: &Page) -> Result<Warned<Vec<Node>>, FigureError> {
        let indicator = prepared.sources.atlas.indicator(&prepared.spec.indicator)?;
        draw::nodes(prepared.spec, prepared.model, indicator, page).ok_or(FigureError::NoRoom)
    }

    fn alt_text(prepared: &Prepared<'_, Self>) -> String {
        let indicator = prepared.sources.atlas.indicator(&prepared.spec.indicator);
        indicator.map(|known| words::alternative(prepared, known.into())).unwrap_or_default()
    }

    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String> {
        let indicator = prepared.sources.atlas.indicator(&prepared.spec.indicator);
        indicator.map(|known| words::reading(prepared, known.into())).unwrap_or_default()
    }

    fn table(prepared: &Prepared<'_, Self>) -> Workbook {
        sheet::workbook(prepared.spec, prepared.model, prepared.sources)
    }

    fn facts(prepared: &Prepared<'_, Self>, _: Option<&()>) -> Json {
        facts::of(prepared.spec, prepared.model)
    }

    fn checks(_: &FunnelSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // Small numbers are what it is about, and its limits show them.
        Ok(Vec::new())
    }

    fn used(spec: &FunnelSpec, _: &Atlas) -> Vec<(String, Reference)> {
        vec![(spec.indicator.clone(), spec.date.into())]
    }
}
