//! The time series as a figure.

mod against;
mod draw;
mod facts;
mod labels;
mod looks;
mod model;
mod numbers;
mod placed;
mod published;
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
use crate::figure::quality::Moves;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::figure::withheld::Compared;
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use against::Against;
pub use draw::Frame;
pub(in crate::figure) use numbers::is_over_a_year;
pub use numbers::{Band, Line, LineRole, MOST_SELECTED, SeriesBreak, SeriesModel};
pub use placed::Placed;
pub use view::SeriesView;
pub use words::{
    axis as axis_words, name as line_name, not_final, sources_beside as beside_sources, value as drawn_text,
};

impl View for SeriesView {
    type Spec = SeriesSpec;
    type Model = SeriesModel;
    type Layout = Frame;

    const NAME: Text = texts::TAB_SERIES;
    const HOW_TO_READ: Text = texts::HOW_SERIES;
    const IN_GUIDE: &'static str = "Nel tempo, contro l'ATS";

    fn model(spec: &SeriesSpec, sources: Sources<'_>) -> Result<Warned<SeriesModel>, FigureError> {
        SeriesModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, remarks, sources: Sources { atlas, .. } } = *prepared;
        let indicator = atlas.caption(&spec.indicator)?;
        let (title, subtitle) = (words::title(spec, indicator), words::subtitle(spec, model, indicator));
        let footer = words::footer(spec, model, indicator, remarks, atlas);
        let unit = words::axis(spec, model, indicator);
        Ok(Words::new(&spec.page, spec.lang, title, subtitle, footer).in_unit(unit))
    }

    fn lay_out(prepared: &Prepared<'_, Self>, page: &Page) -> Result<Frame, FigureError> {
        let indicator = prepared.sources.atlas.caption(&prepared.spec.indicator)?;
        draw::frame(prepared.spec, prepared.model, indicator, page).ok_or(FigureError::NoRoom)
    }

    fn draw(
        prepared: &Prepared<'_, Self>,
        frame: &Frame,
        page: &Page,
    ) -> Result<Warned<Vec<Node>>, FigureError> {
        let indicator = prepared.sources.atlas.caption(&prepared.spec.indicator)?;
        Ok(draw::nodes(prepared.spec, prepared.model, indicator, page, frame))
    }

    fn alt_text(prepared: &Prepared<'_, Self>) -> String {
        let Ok(indicator) = prepared.sources.atlas.caption(&prepared.spec.indicator) else {
            return String::new();
        };
        words::alternative(prepared.spec, prepared.model, indicator, prepared.remarks, prepared.sources.atlas)
    }

    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String> {
        reading::sentences(prepared.spec, prepared.model, prepared.sources.atlas)
    }

    fn table(prepared: &Prepared<'_, Self>) -> Workbook {
        sheet::workbook(prepared)
    }

    fn facts(prepared: &Prepared<'_, Self>, _: Option<&Frame>) -> Json {
        facts::of(prepared.spec, prepared.model)
    }

    fn checks(spec: &SeriesSpec, _: &[Element], sources: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // The lines of a series are few, and a jump is plainly visible: another base is not.
        let made = SeriesModel::new(spec, sources.atlas)?;
        let mixed = made.remarks.into_iter().filter(|remark| matches!(remark, Remark::MixedBases { .. }));
        Ok(mixed.map(|remark| Finding::advised(remark, texts::FIX_MIXED_BASES)).collect())
    }

    fn used(spec: &SeriesSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        let references = atlas.references(&spec.indicator).unwrap_or_default();
        references.into_iter().map(|at| (spec.indicator.clone(), at)).collect()
    }

    fn compared<'a>(prepared: &Prepared<'a, Self>) -> Vec<Compared<'a>> {
        words::compared(prepared.spec, prepared.model, prepared.sources.atlas)
    }

    fn changes(prepared: &Prepared<'_, Self>) -> Vec<Moves> {
        words::unlike(prepared.spec, prepared.model)
    }

    fn has_labels(_: &PageSpec) -> bool {
        false
    }
}
