//! Moran's scatterplot as a figure: each unit against the mean of its neighbours, with the line whose slope is Moran's I.

mod draw;
mod facts;
mod model;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Reference};
use crate::document::{Element, MoranSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use model::MoranModel;
pub use view::MoranView;
pub use words::{own_notes, subtitle};

impl View for MoranView {
    type Spec = MoranSpec;
    type Model = MoranModel;
    type Layout = ();

    const NAME: Text = texts::TAB_MORAN;
    const HOW_TO_READ: Text = texts::HOW_MORAN;
    const IN_GUIDE: &'static str = "Il grafico di Moran";
    const SHOWS_ATS: bool = false;

    fn model(spec: &MoranSpec, sources: Sources<'_>) -> Result<Warned<MoranModel>, FigureError> {
        MoranModel::new(spec, sources)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let indicator = atlas.indicator(&spec.indicator)?;
        let footer = words::footer(prepared, indicator.into());
        let title = words::title(spec, indicator.into());
        let subtitle = subtitle(spec, model, indicator.into());
        let words = Words::new(&spec.page, spec.lang, title, subtitle, footer);
        Ok(words.of_whole(&spec.page, spec.level, atlas))
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

    fn checks(_: &MoranSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // That there are few units, and how many tests were made, is in its footer.
        Ok(Vec::new())
    }

    fn used(spec: &MoranSpec, _: &Atlas) -> Vec<(String, Reference)> {
        vec![(spec.indicator.clone(), spec.date.into())]
    }
}
