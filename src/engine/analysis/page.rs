//! From a question to the page that answers it.

use crate::data::{Indicator, Kind, Overlap, Polarity, Scale};
use crate::document::{
    AnalysisQuestion, Answering, Asked, Cell, FigureSpec, MapFrame, MapSpec, Row, SvgText,
};
use crate::engine::state::State;

use super::form::AnalysisForm;
use super::job::AnalysisJob;

/// The first question that can be asked of the map's indicator, with indicators to go with it.
pub fn opening(state: &State) -> AnalysisForm {
    let atlas = &state.bundle.atlas;
    let Some(indicator) = state.indicator() else { return AnalysisForm::default() };
    let is_possible = |question: &AnalysisQuestion| question.is_possible(indicator, atlas);
    let question = AnalysisQuestion::ALL.into_iter().find(is_possible).unwrap_or_default();
    let asked = Asked { question, with: usual_others(state, indicator), ..Asked::default() };
    AnalysisForm { asked, ..AnalysisForm::default() }
}

/// Rates and shares that have nothing in common with the map's indicator, those first that are declared good or bad.
fn usual_others(state: &State, first: &Indicator) -> Vec<String> {
    const MOST: usize = 2;
    let atlas = &state.bundle.atlas;
    let fits = |other: &&Indicator| {
        other.id != first.id
            && other.kind != Kind::Count
            && other.kind.scale() == Scale::Quantity
            && first.overlap(other) == Overlap::Apart
            && atlas.known_at(other) <= state.document.map.level
            && atlas.date_beside(other, state.document.map.date).is_some()
    };
    let all = || atlas.catalogue.indicators().iter().filter(fits);
    let judged = all().filter(|other| other.polarity != Polarity::Neither);
    let others = all().filter(|other| other.polarity == Polarity::Neither);
    judged.chain(others).take(MOST).map(|other| other.id.clone()).collect()
}

/// The width of the map on the page, beside that of the chart.
const SHARES: [f64; 2] = [0.54, 0.46];

/// The work that answers a question.
///
/// # Errors
/// What has to be chosen first, in words.
pub fn of(state: &State, form: &AnalysisForm) -> Result<AnalysisJob, String> {
    let (atlas, lang) = (&state.bundle.atlas, state.settings.lang);
    let map = MapSpec { frame: MapFrame::All, lang, ..state.document.map.clone() };
    let Answering { map, chart, told_by_chart, skipped } = form.asked.answering(&map, atlas)?;
    let mut page = FigureSpec::under(map.clone().into(), atlas);
    (page.lang, page.page.svg_text) = (lang, SvgText::Outlines);
    let first = page.elements().next().cloned();
    let cells = first.into_iter().chain([chart]).zip(SHARES);
    page.rows =
        vec![Row { height: 1.0, cells: cells.map(|(element, width)| Cell { width, element }).collect() }];
    Ok(AnalysisJob { number: 0, page, map, told_by_chart, skipped, lang })
}
