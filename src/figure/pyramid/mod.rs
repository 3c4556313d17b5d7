//! The age pyramid as a figure: residents by sex and age, against those of another territory or date.

mod draw;
mod facts;
mod model;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Reference};
use crate::document::{Element, PyramidAgainst, PyramidSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::quality::Moves;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use model::{Ages, Population, PyramidModel};
pub use view::PyramidView;
pub use words::{scale_note, subtitle, title};

impl View for PyramidView {
    type Spec = PyramidSpec;
    type Model = PyramidModel;
    type Layout = ();

    const NAME: Text = texts::TAB_PYRAMID;
    const HOW_TO_READ: Text = texts::HOW_PYRAMID;
    const IN_GUIDE: &'static str = "La piramide delle età";

    fn model(spec: &PyramidSpec, sources: Sources<'_>) -> Result<Warned<PyramidModel>, FigureError> {
        PyramidModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let footer = words::footer(prepared, atlas.indicator(&spec.indicator)?);
        let title = words::title(spec.lang, model);
        Ok(Words::new(&spec.page, spec.lang, title, subtitle(spec, model), footer))
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
        let Prepared { spec, model, .. } = *prepared;
        let title = format!("{}. {}", words::title(spec.lang, model), subtitle(spec, model));
        sheet::workbook(spec, model, title)
    }

    fn facts(prepared: &Prepared<'_, Self>, _: Option<&()>) -> Json {
        facts::of(prepared.spec, prepared.model)
    }

    fn checks(spec: &PyramidSpec, _: &[Element], sources: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        let made = PyramidModel::new(spec, sources.atlas)?;
        let finding = |remark: Remark| match remark {
            Remark::FewInEachBar { .. } => Some(Finding::advised(remark, texts::PYRAMID_USE_WIDER)),
            Remark::PyramidsOfCounts => Some(Finding::advised(remark, texts::PYRAMID_USE_SHARES)),
            _ => None,
        };
        Ok(made.remarks.into_iter().filter_map(finding).collect())
    }

    fn used(spec: &PyramidSpec, _: &Atlas) -> Vec<(String, Reference)> {
        let other = match spec.against {
            PyramidAgainst::Date(date) => Some(date),
            _ => None,
        };
        let dates = std::iter::once(spec.date).chain(other);
        dates.map(|date| (spec.indicator.clone(), date.into())).collect()
    }

    fn changes(prepared: &Prepared<'_, Self>) -> Vec<Moves> {
        let model = prepared.model;
        let Some(other) = model.other.as_ref().filter(|_| model.is_over_time()) else { return Vec::new() };
        let [first, last] =
            if other.date < model.own.date { [other, &model.own] } else { [&model.own, other] };
        let ends = [first, last].map(|of| of.date.into());
        let status = [first, last].map(|of| of.quality);
        Moves::unlike(&prepared.spec.indicator, ends, [status]).into_iter().collect()
    }
}
