//! The territories most like another as a figure: the nearest on several indicators, and what their distance is made of.

mod draw;
mod facts;
mod model;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Reference};
use crate::document::{Element, PeersSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use draw::height;
pub use facts::of as facts;
pub use model::{Peer, PeersModel};
pub use view::PeersView;
pub use words::{row, sentences, subtitle, title};

impl View for PeersView {
    type Spec = PeersSpec;
    type Model = PeersModel;
    type Layout = ();

    const NAME: Text = texts::TAB_PEERS;
    const HOW_TO_READ: Text = texts::HOW_PEERS;
    const IN_GUIDE: &'static str = "I territori simili";
    const SHOWS_ATS: bool = false;

    fn model(spec: &PeersSpec, sources: Sources<'_>) -> Result<Warned<PeersModel>, FigureError> {
        PeersModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let (spec, model) = (prepared.spec, prepared.model);
        let (title, subtitle) = (title(spec.lang, model), subtitle(spec.lang, model));
        Ok(Words::new(&spec.page, spec.lang, title, subtitle, words::footer(prepared)))
    }

    fn lay_out(_: &Prepared<'_, Self>, _: &Page) -> Result<(), FigureError> {
        Ok(())
    }

    fn draw(prepared: &Prepared<'_, Self>, (): &(), page: &Page) -> Result<Warned<Vec<Node>>, FigureError> {
        let nodes = draw::nodes(prepared.spec, prepared.model, page, prepared.sources.atlas);
        Ok(Warned { value: nodes.ok_or(FigureError::NoRoom)?, remarks: Vec::new() })
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

    fn facts(prepared: &Prepared<'_, Self>, _: Option<&()>) -> Json {
        facts(prepared.model)
    }

    fn checks(_: &PeersSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // What the distance is made of is drawn and named, with the caution on indicators that go together.
        Ok(Vec::new())
    }

    fn used(spec: &PeersSpec, _: &Atlas) -> Vec<(String, Reference)> {
        spec.indicators.iter().map(|one| (one.indicator.clone(), one.date.into())).collect()
    }

    fn told(prepared: &Prepared<'_, Self>) -> Vec<(String, Reference)> {
        prepared.model.indicators.iter().map(|one| (one.indicator.clone(), one.date.into())).collect()
    }
}
