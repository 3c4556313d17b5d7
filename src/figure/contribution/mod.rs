//! Contributions to a change as a figure: how much of the change of a territory comes from each of its members, or from the
//! numerator and the denominator.

mod draw;
mod facts;
mod model;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Caption, Reference};
use crate::document::{ContributionSpec, Element};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::quality::Moves;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::figure::withheld::{Compared, Withheld};
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use draw::height;
pub use model::ContributionModel;
pub(in crate::figure) use model::decimals_of;
pub use view::ContributionView;
pub use words::{own_notes, subtitle};

impl View for ContributionView {
    type Spec = ContributionSpec;
    type Model = ContributionModel;
    type Layout = ();

    const NAME: Text = texts::TAB_CONTRIBUTION;
    const HOW_TO_READ: Text = texts::HOW_CONTRIBUTION;
    const IN_GUIDE: &'static str = "Chi contribuisce a una variazione";

    fn model(
        spec: &ContributionSpec,
        sources: Sources<'_>,
    ) -> Result<Warned<ContributionModel>, FigureError> {
        ContributionModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let caption = Caption::from(atlas.indicator(&spec.indicator)?);
        let footer = words::footer(prepared, caption);
        let (title, subtitle) = (words::title(spec, model, caption), subtitle(spec, model, caption));
        let words = Words::new(&spec.page, spec.lang, title, subtitle, footer);
        Ok(words.in_unit(spec.lang.pick(caption.unit)))
    }

    fn lay_out(_: &Prepared<'_, Self>, _: &Page) -> Result<(), FigureError> {
        Ok(())
    }

    fn draw(prepared: &Prepared<'_, Self>, (): &(), page: &Page) -> Result<Warned<Vec<Node>>, FigureError> {
        let atlas = prepared.sources.atlas;
        let indicator = atlas.indicator(&prepared.spec.indicator)?;
        let nodes = draw::nodes(prepared, indicator, page);
        Ok(Warned { value: nodes.ok_or(FigureError::NoRoom)?, remarks: Vec::new() })
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

    fn checks(_: &ContributionSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // Breaks between the dates, members left out and estimates are said in the footer.
        Ok(Vec::new())
    }

    fn used(spec: &ContributionSpec, _: &Atlas) -> Vec<(String, Reference)> {
        [spec.from, spec.to].map(|date| (spec.indicator.clone(), date.into())).to_vec()
    }

    fn compared<'a>(prepared: &Prepared<'a, Self>) -> Vec<Compared<'a>> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let (Ok(caption), Some(divided)) = (atlas.caption(&spec.indicator), &model.divided) else {
            return Vec::new();
        };
        if model.shows_sides(spec) {
            return Vec::new();
        }
        // Between what a contribution lies is not known, where the values are withheld.
        let named = |(member, why): &(usize, crate::data::Absence)| {
            let name = || spec.lang.territory(divided.level, &divided.tables[1].rows[*member].name);
            Withheld::of(name, Err(*why), None)
        };
        let withheld = divided.absent.iter().filter_map(named).collect();
        let known = divided.parts.iter().map(|part| part.by).collect();
        let caption = Caption { decimals: model.decimals, ..caption };
        let (of, ranked) = (String::new(), Vec::new());
        vec![Compared { of, caption, are_changes: true, known, withheld, names_ends: true, ranked }]
    }

    fn changes(prepared: &Prepared<'_, Self>) -> Vec<Moves> {
        prepared.model.unlike.clone().into_iter().collect()
    }
}
