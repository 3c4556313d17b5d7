//! From a question to the page that answers it.

use crate::analysis::{Algorithm, Benchmark, HORIZON};
use crate::base::Level;
use crate::data::{Indicator, Kind, Overlap, Polarity, Scale};
use crate::document::{
    Cell, Element, ElementKind, FigureSpec, ForecastSpec, LocalTest, MapFrame, MapKind, MapSpec, MoranSpec,
    OfKind, Row, ScatterSpec, Spec, Subject, SvgText,
};
use crate::engine::state::State;
use crate::i18n::texts;
use crate::stats::index::Method;

use super::form::{AnalysisForm, AnalysisQuestion};
use super::job::AnalysisJob;

/// The first question that can be asked of the map's indicator, with indicators to go with it.
pub fn opening(state: &State) -> AnalysisForm {
    let atlas = &state.bundle.atlas;
    let Some(indicator) = state.indicator() else { return AnalysisForm::default() };
    let is_possible = |question: &AnalysisQuestion| question.is_possible(indicator, atlas);
    let question = AnalysisQuestion::ALL.into_iter().find(is_possible).unwrap_or_default();
    AnalysisForm { question, with: usual_others(state, indicator), ..AnalysisForm::default() }
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
    let indicator = state.indicator().ok_or_else(|| lang.text(texts::ANALYSIS_NO_MAP).to_owned())?;
    let kind = kind(state, form)?;
    let mut map = MapSpec { frame: MapFrame::All, lang, ..state.document.map.clone() };
    map.set_kind(MapKind::Value);
    map.set_kind(kind);
    // A single unit has nobody to be compared with.
    if map.level == Level::Ats {
        map.level = Level::Ambiti;
    }
    map.kind.clone().settle(&indicator.id, map.date, atlas, lang)?;
    let subject = Subject::of(&map);
    let chart = chart(state, form, &subject)?;
    let mut page = FigureSpec::under(map.clone().into(), atlas);
    (page.lang, page.page.svg_text) = (lang, SvgText::Outlines);
    let first = page.elements().next().cloned();
    let cells = first.into_iter().chain([chart]).zip(SHARES);
    page.rows =
        vec![Row { height: 1.0, cells: cells.map(|(element, width)| Cell { width, element }).collect() }];
    // What the map shows is above it already, and Moran's I comes before what it says.
    let skipped = 1 + usize::from(form.question == AnalysisQuestion::Neighbours);
    Ok(AnalysisJob { number: 0, page, map, skipped, lang })
}

/// What the map shows.
fn kind(state: &State, form: &AnalysisForm) -> Result<MapKind, String> {
    let (atlas, lang) = (&state.bundle.atlas, state.settings.lang);
    let seed = LocalTest::default().seed;
    let needs = || lang.text(texts::ANALYSIS_NEEDS).to_owned();
    Ok(match form.question {
        AnalysisQuestion::Different => {
            MapKind::Significance { against: Benchmark::Ats, confidence: form.confidence }
        }
        AnalysisQuestion::Changing => MapKind::Trend,
        AnalysisQuestion::Neighbours => {
            MapKind::Clusters { neighbours: form.neighbours, test: LocalTest::default() }
        }
        AnalysisQuestion::Together => {
            MapKind::Residuals { by: vec![form.with.first().cloned().ok_or_else(needs)?] }
        }
        AnalysisQuestion::Alike if form.with.is_empty() => return Err(needs()),
        AnalysisQuestion::Alike => {
            MapKind::Groups { with: form.with.clone(), algorithm: Algorithm::default(), k: None, seed }
        }
        AnalysisQuestion::Worst if form.with.is_empty() => return Err(needs()),
        AnalysisQuestion::Worst => {
            let ids = std::iter::once(&state.document.map.indicator).chain(&form.with);
            let undeclared =
                ids.filter_map(|id| atlas.catalogue.get(id)).find(|own| form.is_good(own).is_none());
            if let Some(own) = undeclared {
                return Err(texts::analysis_undeclared(lang, lang.pick(&own.name)));
            }
            // Asked for who is worst off, more of the index is worse.
            MapKind::Index {
                with: form.with.clone(),
                method: Method::default(),
                worse: true,
                declared: form.declared.clone(),
                seed,
            }
        }
        AnalysisQuestion::Future => MapKind::Future { measure: form.measure, years: HORIZON as u8 },
    })
}

/// The chart beside it.
fn chart(state: &State, form: &AnalysisForm, subject: &Subject) -> Result<Element, String> {
    let (atlas, lang) = (&state.bundle.atlas, state.settings.lang);
    let opening = |kind| {
        let plain = Subject { kind: MapKind::default(), ..subject.clone() };
        Element::opening(kind, &plain, atlas)
    };
    let made = match form.question {
        AnalysisQuestion::Different => opening(ElementKind::Funnel),
        AnalysisQuestion::Changing => opening(ElementKind::Series),
        AnalysisQuestion::Neighbours => opening(ElementKind::Moran).map(|mut element| {
            if let Some(spec) = MoranSpec::of_mut(&mut element) {
                spec.neighbours = form.neighbours;
            }
            element
        }),
        AnalysisQuestion::Together | AnalysisQuestion::Alike => {
            let date = subject.at.date();
            form.with.first().zip(date).map(|(other, date)| {
                let own = ScatterSpec::new(other.as_str(), subject.indicator.as_str(), date);
                let (selected, level) = (subject.selected.clone(), subject.level);
                ScatterSpec { level, method: subject.method, selected, lang, ..own }.into()
            })
        }
        AnalysisQuestion::Worst => Element::opening(ElementKind::Table, subject, atlas),
        AnalysisQuestion::Future => ForecastSpec::opening(subject, atlas).map(|own| {
            // A forecast is of one territory: the selected one, or the ATS.
            ForecastSpec { measure: form.measure, years: HORIZON as u8, ..own }.into()
        }),
    };
    made.ok_or_else(|| lang.text(texts::ANALYSIS_NO_MAP).to_owned())
}
