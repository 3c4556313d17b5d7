//! A place at a glance as a figure: what is said of it, and its members or what it weighs. [`page`] puts it on an A4 with a
//! map, a pyramid and a profile.

mod draw;
mod facts;
mod model;
pub mod page;
mod sheet;
mod used;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Reference};
use crate::document::{Element, GlanceSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::quality::Moves;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use draw::{Shown, height};
pub use model::{Count, GlanceModel, Member, Members, RateChange, Weights};
pub use view::GlanceView;
pub use words::{sentences, subtitle, title};

impl View for GlanceView {
    type Spec = GlanceSpec;
    type Model = GlanceModel;
    type Layout = Shown;

    const NAME: Text = texts::TAB_GLANCE;
    const HOW_TO_READ: Text = texts::HOW_GLANCE;
    const IN_GUIDE: &'static str = "La scheda di un territorio";

    fn model(spec: &GlanceSpec, sources: Sources<'_>) -> Result<Warned<GlanceModel>, FigureError> {
        GlanceModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, left_out: Option<&Remark>) -> Result<Words, FigureError> {
        let (spec, model) = (prepared.spec, prepared.model);
        let mut footer = words::footer(prepared);
        footer.remarks.extend(left_out.map(|remark| remark.text(spec.lang)));
        let (title, subtitle) = (title(spec.lang, model, spec.part), subtitle(spec.lang, model, spec.part));
        Ok(Words::new(&spec.page, spec.lang, title, subtitle, footer))
    }

    fn lay_out(prepared: &Prepared<'_, Self>, page: &Page) -> Result<Shown, FigureError> {
        Ok(draw::shown(prepared.spec, prepared.model, page, prepared.sources.atlas))
    }

    fn left_out(_: &Prepared<'_, Self>, shown: &Shown) -> Option<Remark> {
        match (shown.rows_left(), shown.sentences_left()) {
            (Some((shown, all)), _) => Some(Remark::MembersLeftOut { shown, all }),
            (None, count) if count > 0 => Some(Remark::SentencesLeftOut { count }),
            (None, _) => None,
        }
    }

    fn draw(
        prepared: &Prepared<'_, Self>,
        shown: &Shown,
        page: &Page,
    ) -> Result<Warned<Vec<Node>>, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let nodes = draw::nodes(spec, model, shown, page, atlas).ok_or(FigureError::NoRoom)?;
        Ok(Warned { value: nodes, remarks: Self::left_out(prepared, shown).into_iter().collect() })
    }

    fn alt_text(prepared: &Prepared<'_, Self>) -> String {
        words::alternative(prepared)
    }

    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String> {
        words::reading(prepared)
    }

    fn table(prepared: &Prepared<'_, Self>) -> Workbook {
        sheet::workbook(prepared)
    }

    fn facts(prepared: &Prepared<'_, Self>, _: Option<&Shown>) -> Json {
        facts::of(prepared)
    }

    fn checks(_: &GlanceSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // Counts are given beside their shares, and a place of few residents says how much one of them moves.
        Ok(Vec::new())
    }

    fn used(spec: &GlanceSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        used::used(spec, atlas)
    }

    fn changes(prepared: &Prepared<'_, Self>) -> Vec<Moves> {
        prepared.model.unlike.clone()
    }
}
