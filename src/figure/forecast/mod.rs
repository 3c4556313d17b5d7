//! The forecast as a figure: a measure of the residents of a territory in the coming years, dashed, with its interval.

mod draw;
mod facts;
mod model;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Reference};
use crate::document::{Element, ForecastSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use model::{ForecastModel, Point};
pub use view::ForecastView;
pub use words::{counted, limits, subtitle, title};

impl View for ForecastView {
    type Spec = ForecastSpec;
    type Model = ForecastModel;
    type Layout = ();

    const NAME: Text = texts::TAB_FORECAST;
    const HOW_TO_READ: Text = texts::HOW_FORECAST;
    const IN_GUIDE: &'static str = "Dove saremo?";
    const SHOWS_ATS: bool = false;

    fn model(spec: &ForecastSpec, sources: Sources<'_>) -> Result<Warned<ForecastModel>, FigureError> {
        ForecastModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let footer =
            words::footer(prepared, atlas.indicator(spec.series.as_ref().unwrap_or(&spec.indicator))?);
        Ok(Words::new(&spec.page, spec.lang, title(spec, model), subtitle(spec, model), footer))
    }

    fn lay_out(_: &Prepared<'_, Self>, _: &Page) -> Result<(), FigureError> {
        Ok(())
    }

    fn draw(prepared: &Prepared<'_, Self>, (): &(), page: &Page) -> Result<Warned<Vec<Node>>, FigureError> {
        let nodes = draw::nodes(prepared.spec, prepared.model, page).ok_or(FigureError::NoRoom)?;
        Ok(Warned { value: nodes, remarks: Vec::new() })
    }

    fn alt_text(prepared: &Prepared<'_, Self>) -> String {
        words::alternative(prepared)
    }

    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String> {
        words::reading(prepared)
    }

    fn table(prepared: &Prepared<'_, Self>) -> Workbook {
        sheet::workbook(prepared.spec, prepared.model)
    }

    fn facts(prepared: &Prepared<'_, Self>, _: Option<&()>) -> Json {
        facts::of(prepared.spec, prepared.model)
    }

    fn checks(_: &ForecastSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // Its limits are in its footer, whatever it shows.
        Ok(Vec::new())
    }

    fn used(spec: &ForecastSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        if let Some(known) = spec.series.as_ref().and_then(|id| atlas.catalogue.get(id)) {
            let dates = atlas.dates(known).into_iter();
            return dates.map(|date| (known.id.clone(), date.into())).collect();
        }
        vec![(spec.indicator.clone(), spec.date.into())]
    }
}
