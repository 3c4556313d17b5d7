//! The dumbbell chart as a figure: a row for each territory, with its values at two dates joined.

mod draw;
mod model;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Reference};
use crate::document::{DumbbellSpec, Element};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::quality::Moves;
use crate::figure::remark::{Remark, Warned};
use crate::figure::slope::SlopeView;
use crate::figure::view::{Prepared, Sources, View};
use crate::figure::withheld::Compared;
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use draw::height;
pub use model::DumbbellModel;
pub use view::DumbbellView;

/// The slope chart of the same values, which says the same of them.
fn as_slope<'a>(prepared: &Prepared<'a, DumbbellView>) -> Prepared<'a, SlopeView> {
    let Prepared { spec, model, remarks, sources } = *prepared;
    Prepared { spec: &spec.slope, model: &model.slope, remarks, sources }
}

impl View for DumbbellView {
    type Spec = DumbbellSpec;
    type Model = DumbbellModel;
    /// How many rows fit.
    type Layout = usize;

    const NAME: Text = texts::TAB_DUMBBELL;
    const HOW_TO_READ: Text = texts::HOW_DUMBBELL;
    const IN_GUIDE: &'static str = "Due date, riga per riga";

    fn model(spec: &DumbbellSpec, sources: Sources<'_>) -> Result<Warned<DumbbellModel>, FigureError> {
        DumbbellModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, left_out: Option<&Remark>) -> Result<Words, FigureError> {
        words::around(prepared, left_out)
    }

    fn lay_out(_: &Prepared<'_, Self>, page: &Page) -> Result<usize, FigureError> {
        let most = draw::most(page);
        if most == 0 { Err(FigureError::NoRoom) } else { Ok(most) }
    }

    fn left_out(prepared: &Prepared<'_, Self>, most: &usize) -> Option<Remark> {
        let (shown, of) = (prepared.model.shown(*most).len(), prepared.model.slope.lines.len());
        (shown < of).then_some(Remark::RowsLeftOut { shown, of })
    }

    fn draw(
        prepared: &Prepared<'_, Self>,
        most: &usize,
        page: &Page,
    ) -> Result<Warned<Vec<Node>>, FigureError> {
        let indicator = prepared.sources.atlas.indicator(&prepared.spec.slope.indicator)?;
        let nodes = draw::nodes(prepared.spec, prepared.model, *most, indicator, page);
        let remarks = Self::left_out(prepared, most).into_iter().collect();
        Ok(Warned { value: nodes.ok_or(FigureError::NoRoom)?, remarks })
    }

    fn alt_text(prepared: &Prepared<'_, Self>) -> String {
        words::alternative(prepared)
    }

    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String> {
        // In the order of the rows from the top.
        let mut slope = prepared.model.slope.clone();
        slope.lines.reverse();
        SlopeView::reading(&Prepared { model: &slope, ..as_slope(prepared) })
    }

    fn table(prepared: &Prepared<'_, Self>) -> Workbook {
        SlopeView::table(&as_slope(prepared))
    }

    fn facts(prepared: &Prepared<'_, Self>, _: Option<&usize>) -> Json {
        let mut facts = SlopeView::facts(&as_slope(prepared), None);
        facts["order"] = prepared.spec.order.id().into();
        facts
    }

    fn checks(
        spec: &DumbbellSpec,
        sisters: &[Element],
        sources: Sources<'_>,
    ) -> Result<Vec<Finding>, FigureError> {
        SlopeView::checks(&spec.slope, sisters, sources)
    }

    fn used(spec: &DumbbellSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        SlopeView::used(&spec.slope, atlas)
    }

    fn compared<'a>(prepared: &Prepared<'a, Self>) -> Vec<Compared<'a>> {
        SlopeView::compared(&as_slope(prepared))
    }

    fn changes(prepared: &Prepared<'_, Self>) -> Vec<Moves> {
        SlopeView::changes(&as_slope(prepared))
    }
}
