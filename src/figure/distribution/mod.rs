//! The distribution as a figure: the values of the Comuni by Ambito, or counted between round values.

mod draw;
mod facts;
mod model;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Caption, Reference};
use crate::document::{DistributionSpec, Element};
use crate::figure::FigureError;
use crate::figure::check::{Finding, small_numbers};
use crate::figure::page::{Page, Words};
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::figure::withheld::Compared;
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use draw::height;
pub use model::{Bar, DistributionModel, Dot, Row};
pub use view::DistributionView;
pub use words::{own_notes, subtitle};

impl View for DistributionView {
    type Spec = DistributionSpec;
    type Model = DistributionModel;
    type Layout = ();

    const NAME: Text = texts::TAB_DISTRIBUTION;
    const HOW_TO_READ: Text = texts::HOW_DISTRIBUTION;
    const IN_GUIDE: &'static str = "La distribuzione dei Comuni";

    fn model(
        spec: &DistributionSpec,
        sources: Sources<'_>,
    ) -> Result<Warned<DistributionModel>, FigureError> {
        DistributionModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let caption = Caption::from(atlas.indicator(&spec.indicator)?);
        let footer = words::footer(prepared, caption);
        let (title, subtitle) = (words::title(spec.lang, caption), subtitle(spec, model, caption));
        let words = Words::new(&spec.page, spec.lang, title, subtitle, footer);
        Ok(words.of_whole(&spec.page, model.level, atlas))
    }

    fn lay_out(_: &Prepared<'_, Self>, _: &Page) -> Result<(), FigureError> {
        Ok(())
    }

    fn draw(prepared: &Prepared<'_, Self>, (): &(), page: &Page) -> Result<Warned<Vec<Node>>, FigureError> {
        let indicator = prepared.sources.atlas.indicator(&prepared.spec.indicator)?;
        let nodes = draw::nodes(prepared.spec, prepared.model, indicator.into(), page);
        Ok(Warned { value: nodes.ok_or(FigureError::NoRoom)?, remarks: Vec::new() })
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
        let Prepared { spec, model, sources, .. } = *prepared;
        let caption = sources.atlas.caption(&spec.indicator).ok();
        let title = caption.map(|caption| {
            format!("{}. {}", words::title(spec.lang, caption), subtitle(spec, model, caption))
        });
        sheet::workbook(spec, model, title.unwrap_or_default(), sources)
    }

    fn facts(prepared: &Prepared<'_, Self>, _: Option<&()>) -> Json {
        facts::of(prepared.spec, prepared.model)
    }

    fn checks(
        spec: &DistributionSpec,
        _: &[Element],
        sources: Sources<'_>,
    ) -> Result<Vec<Finding>, FigureError> {
        let known = sources.atlas.indicator(&spec.indicator)?.known_at;
        // What to do about them is in the guide: the units are what this figure is about, so no level mends it.
        let found = small_numbers(&[(spec.indicator.clone(), spec.date)], known, sources.atlas)?;
        Ok(found.map(|found| Finding::advised(found.remark, texts::ADVICE_SMALL)).into_iter().collect())
    }

    fn used(spec: &DistributionSpec, _: &Atlas) -> Vec<(String, Reference)> {
        vec![(spec.indicator.clone(), spec.date.into())]
    }

    fn compared<'a>(prepared: &Prepared<'a, Self>) -> Vec<Compared<'a>> {
        let (model, atlas) = (prepared.model, prepared.sources.atlas);
        let Ok(caption) = atlas.caption(&prepared.spec.indicator) else { return Vec::new() };
        let known = model.dots.iter().map(|dot| dot.value).collect();
        let (of, withheld, ranked) = (String::new(), model.withheld.clone(), Vec::new());
        vec![Compared { of, caption, are_changes: false, known, withheld, names_ends: true, ranked }]
    }
}
