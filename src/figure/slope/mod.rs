//! The slope chart as a figure: values at two dates, with a line for each territory.

mod draw;
mod facts;
mod model;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Reference};
use crate::document::{Element, MapSpec, SlopeSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::map::{self, MapModel};
use crate::figure::page::{Page, Words};
use crate::figure::quality::Moves;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::figure::withheld::Compared;
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use model::{SlopeLine, SlopeModel, SlopeRole, compares_with_ats};
pub use view::SlopeView;
pub(in crate::figure) use words::{course, courses, date, footer};
pub use words::{places_key, subtitle};

impl View for SlopeView {
    type Spec = SlopeSpec;
    type Model = SlopeModel;
    type Layout = ();

    const NAME: Text = texts::TAB_SLOPE;
    const HOW_TO_READ: Text = texts::HOW_SLOPE;
    const IN_GUIDE: &'static str = "Un valore a due date";

    fn model(spec: &SlopeSpec, sources: Sources<'_>) -> Result<Warned<SlopeModel>, FigureError> {
        SlopeModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, remarks, sources: Sources { atlas, .. } } = *prepared;
        let indicator = atlas.indicator(&spec.indicator)?;
        let footer = footer(spec, model, indicator, remarks, atlas, true);
        let subtitle = subtitle(spec, indicator.into());
        let words = Words::new(&spec.page, spec.lang, words::title(spec, atlas), subtitle, footer);
        let words = words.of_whole(&spec.page, spec.level, atlas);
        Ok(words.in_unit(spec.lang.pick(&indicator.unit)))
    }

    fn lay_out(_: &Prepared<'_, Self>, _: &Page) -> Result<(), FigureError> {
        Ok(())
    }

    fn draw(prepared: &Prepared<'_, Self>, (): &(), page: &Page) -> Result<Warned<Vec<Node>>, FigureError> {
        let indicator = prepared.sources.atlas.indicator(&prepared.spec.indicator)?;
        draw::nodes(prepared.spec, prepared.model, indicator, page).ok_or(FigureError::NoRoom)
    }

    fn alt_text(prepared: &Prepared<'_, Self>) -> String {
        let indicator = prepared.sources.atlas.indicator(&prepared.spec.indicator);
        indicator
            .map(|indicator| words::alternative(prepared.spec, prepared.model, indicator))
            .unwrap_or_default()
    }

    /// The sentences of the map of the same change, which establish what rises and falls; then the ranks.
    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String> {
        let (spec, sources) = (prepared.spec, prepared.sources);
        let mut sentences = change(prepared)
            .map(|(change, model)| map::reading::sentences(&change, &model, sources.atlas))
            .unwrap_or_default();
        sentences.extend(words::groups(prepared));
        sentences.extend(words::places(spec, prepared.model));
        sentences
    }

    fn table(prepared: &Prepared<'_, Self>) -> Workbook {
        sheet::workbook(prepared.spec, prepared.model, prepared.sources)
    }

    fn facts(prepared: &Prepared<'_, Self>, _: Option<&()>) -> Json {
        facts::of(prepared.spec, prepared.model)
    }

    fn checks(_: &SlopeSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // The footer states breaks between the dates; the lines are few, and a jump is plainly visible.
        Ok(Vec::new())
    }

    fn used(spec: &SlopeSpec, _: &Atlas) -> Vec<(String, Reference)> {
        [spec.from, spec.to].map(|date| (spec.indicator.clone(), date.into())).to_vec()
    }

    fn compared<'a>(prepared: &Prepared<'a, Self>) -> Vec<Compared<'a>> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let Ok(caption) = atlas.caption(&spec.indicator) else { return Vec::new() };
        let of_change = change(prepared).map(|(change, model)| model.shown.compared(&change, &model, atlas));
        // Places are written beside the lines of the level, and beside those of other levels that are followed.
        let role = if model.names_context() { SlopeRole::Context } else { SlopeRole::Selected };
        let places = model.peers.iter().flat_map(|(level, ends)| {
            let role = if *level == spec.level { role } else { SlopeRole::Selected };
            let lines = || model.of(role).filter(|line| line.level == *level && line.places.is_some());
            [0, 1].map(|end| {
                let (known, withheld) = ends[end].clone();
                let ranked = lines().map(|line| [line.moved.before, line.moved.now][end]).collect();
                let of = match *level == spec.level {
                    true => words::date(spec, model, end),
                    false => format!("{} ({})", spec.lang.level(*level), words::label(spec, model, end)),
                };
                Compared { of, caption, are_changes: false, known, withheld, names_ends: false, ranked }
            })
        });
        let places: Vec<Compared<'a>> = places.collect();
        places.into_iter().chain(of_change.into_iter().flatten()).collect()
    }

    fn changes(prepared: &Prepared<'_, Self>) -> Vec<Moves> {
        prepared.model.unlike.clone().into_iter().collect()
    }
}

/// The map of the same change.
fn change(prepared: &Prepared<'_, SlopeView>) -> Option<(MapSpec, MapModel)> {
    let (spec, sources) = (prepared.spec, prepared.sources);
    let mut change = spec.map();
    // On a map a selected group highlights everything in it; here it is a line of its own.
    change
        .selected
        .retain(|code| sources.atlas.territories.find(code).is_some_and(|(level, _)| level == spec.level));
    let model = MapModel::new(&change, sources).ok()?.value;
    Some((change, model))
}
