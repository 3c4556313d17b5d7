//! The stream as a figure: the parts of a territory at every date of a count, each as thick as its value.

mod bands;
mod draw;
mod facts;
mod model;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Caption, Reference};
use crate::document::{Element, StreamSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::figure::withheld::Compared;
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use draw::height;
pub use model::{StreamColumn, StreamModel, StreamPart};
pub use view::StreamView;
pub use words::{own_notes, subtitle};

impl View for StreamView {
    type Spec = StreamSpec;
    type Model = StreamModel;
    type Layout = ();

    const NAME: Text = texts::TAB_STREAM;
    const HOW_TO_READ: Text = texts::HOW_STREAM;
    const IN_GUIDE: &'static str = "Le parti di un totale nel tempo";

    fn model(spec: &StreamSpec, sources: Sources<'_>) -> Result<Warned<StreamModel>, FigureError> {
        StreamModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let caption = Caption::from(atlas.indicator(&spec.indicator)?);
        let footer = words::footer(prepared, caption);
        let title = words::title(spec.lang, model, caption);
        let words = Words::new(&spec.page, spec.lang, title, subtitle(spec, model, caption), footer);
        Ok(words.in_unit(spec.lang.pick(caption.unit)))
    }

    fn lay_out(_: &Prepared<'_, Self>, _: &Page) -> Result<(), FigureError> {
        Ok(())
    }

    fn draw(prepared: &Prepared<'_, Self>, (): &(), page: &Page) -> Result<Warned<Vec<Node>>, FigureError> {
        let indicator = prepared.sources.atlas.indicator(&prepared.spec.indicator)?;
        draw::nodes(prepared, indicator.into(), page).ok_or(FigureError::NoRoom)
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

    fn checks(_: &StreamSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // That a stream has no baseline, and dates that were left out, are said below it.
        Ok(Vec::new())
    }

    fn used(spec: &StreamSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        let dates = atlas.dates_of(&spec.indicator);
        dates.into_iter().map(|date| (spec.indicator.clone(), date.into())).collect()
    }

    fn compared<'a>(_: &Prepared<'a, Self>) -> Vec<Compared<'a>> {
        // A date at which a part is withheld is left out as a whole.
        Vec::new()
    }
}
