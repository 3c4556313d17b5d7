//! The slope chart as a figure: a value at two dates, a line for each territory, ready to be printed.

mod draw;
mod facts;
mod model;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Reference};
use crate::document::{Element, SlopeSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::map::{self, MapModel};
use crate::figure::page::{Page, Words};
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Laid, Sources, Told, View};
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use model::{SlopeLine, SlopeModel, SlopeRole};
pub use view::SlopeView;
pub use words::{places_key, subtitle};

/// A slope chart laid out on its page.
pub type SlopeFigure = Laid<SlopeView>;

impl View for SlopeView {
    type Spec = SlopeSpec;
    type Model = SlopeModel;
    type Layout = ();

    const NAME: Text = texts::TAB_SLOPE;

    fn model(spec: &SlopeSpec, sources: Sources<'_>) -> Result<Warned<SlopeModel>, FigureError> {
        SlopeModel::new(spec, sources.atlas)
    }

    fn words(told: &Told<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Told { spec, model, remarks, sources: Sources { atlas, .. } } = *told;
        let footer = words::footer(spec, model, atlas.indicator(&spec.indicator)?, remarks, atlas);
        Ok(Words::new(&spec.page, spec.lang, words::title(spec, atlas), subtitle(spec), footer))
    }

    fn lay_out(_: &Told<'_, Self>, _: &Page) -> Result<(), FigureError> {
        Ok(())
    }

    fn draw(told: &Told<'_, Self>, (): &(), page: &Page) -> Result<Warned<Vec<Node>>, FigureError> {
        let indicator = told.sources.atlas.indicator(&told.spec.indicator)?;
        draw::nodes(told.spec, told.model, indicator, page).ok_or(FigureError::NoRoom)
    }

    fn alt_text(told: &Told<'_, Self>) -> String {
        let indicator = told.sources.atlas.indicator(&told.spec.indicator);
        indicator.map(|indicator| words::alternative(told.spec, told.model, indicator)).unwrap_or_default()
    }

    /// The sentences of the map of the same change, which decide what rises and falls; then the order.
    fn reading(told: &Told<'_, Self>) -> Vec<String> {
        let (spec, sources) = (told.spec, told.sources);
        let mut change = spec.map();
        // A map lights up all that lies in a group; here the group is a line of its own.
        change.chosen.retain(|code| {
            sources.atlas.territories.find(code).is_some_and(|(level, _)| level == spec.level)
        });
        let model = MapModel::new(&change, sources);
        let mut sentences = model
            .map(|model| map::reading::sentences(&change, &model.value, sources.atlas))
            .unwrap_or_default();
        sentences.extend(words::groups(told));
        sentences.extend(words::places(spec, told.model));
        sentences
    }

    fn table(told: &Told<'_, Self>) -> Workbook {
        sheet::workbook(told.spec, told.model, told.sources)
    }

    fn facts(told: &Told<'_, Self>, _: Option<&()>) -> Json {
        facts::of(told.spec, told.model)
    }

    fn checks(_: &SlopeSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // The footer says what breaks between the dates, and the lines are few, and seen to jump.
        Ok(Vec::new())
    }

    fn used(spec: &SlopeSpec, _: &Atlas) -> Vec<(String, Reference)> {
        [spec.from, spec.to].map(|date| (spec.indicator.clone(), date.into())).to_vec()
    }
}
