//! The analyses of a report: a question, the map and the chart that answer it, what they say, and how it is found.

use crate::base::Mm;
use crate::document::{
    AnalysisQuestion, Answering, Element, ElementKind, MapFrame, MapSpec, PageSpec, Shows, TOLD,
};
use crate::figure::Warned;
use crate::figure::registry;
use crate::i18n::{self, texts};
use crate::report::block::{Block, Paragraph, Role, Run, Sentence};
use crate::report::place::Place;
use crate::report::template::AnalysisItem;

use super::context::Context;
use super::figures::{caution, figure, level_of};
use super::reading::Behind;

/// The width of figures that stand side by side, and of one alone, in millimetres.
const HALF: f64 = 78.0;
const WHOLE: f64 = 160.0;

/// The blocks of an analysis; where it is of one territory at a time, those of each.
pub(super) fn blocks(item: &AnalysisItem, places: &[Place], ctx: &Context<'_>, id: &str) -> Vec<Block> {
    if item.asked.question == AnalysisQuestion::Future && places.len() > 1 {
        let each = places.iter().flat_map(|place| {
            answered(item, std::slice::from_ref(place), ctx, &format!("{id}/{}", place.id()))
        });
        return each.collect();
    }
    answered(item, places, ctx, id)
}

fn answered(item: &AnalysisItem, places: &[Place], ctx: &Context<'_>, id: &str) -> Vec<Block> {
    match made(item, places, ctx, id) {
        Ok(blocks) => blocks,
        Err(why) => vec![asked(item, ctx, id), caution(why, id)],
    }
}

/// The question, as a sentence of its own.
fn asked(item: &AnalysisItem, ctx: &Context<'_>, id: &str) -> Block {
    let question = ctx.lang.text(item.asked.question.text());
    let of = item.indicator.as_deref().and_then(|id| ctx.indicator(id));
    let text = match of {
        Some(indicator) if item.asked.question != AnalysisQuestion::Future => texts::report_analysis_of(
            ctx.lang,
            ctx.lang.pick(&indicator.name),
            i18n::within_sentence(question),
        ),
        _ => question.to_owned(),
    };
    let sentence = Sentence { id: format!("{id}/question"), runs: vec![Run::Strong(text)] };
    Block::Paragraph(Paragraph { role: Role::Body, sentences: vec![sentence] })
}

fn made(item: &AnalysisItem, places: &[Place], ctx: &Context<'_>, id: &str) -> Result<Vec<Block>, String> {
    let (atlas, lang) = (ctx.atlas(), ctx.lang);
    let Answering { map, chart, told_by_chart, skipped } =
        item.asked.answering(&map(item, places, ctx)?, atlas)?;
    let page = |kind: ElementKind| PageSpec {
        // A table is as wide as the text, and everything else stands beside the map.
        width: Mm(if kind == ElementKind::Table { WHOLE } else { HALF }),
        height: Mm(item.height),
        shows: Shows { heading: false, footer: false, ..Shows::default() },
        ..PageSpec::default()
    };
    let mut blocks = vec![asked(item, ctx, id)];
    let mut said = Vec::new();
    for (name, mut element) in [("map", Element::from(map)), ("chart", chart)] {
        *element.page_mut() = page(element.kind());
        let Warned { value: mut drawn, .. } = registry::build(&element, ctx.sources)
            .map_err(|error| texts::report_no_figure(lang, error.text(lang)))?;
        let used = registry::used(&element, atlas);
        for (indicator, at) in &used {
            let stated = ctx.indicator(indicator).map_or(*at, |known| known.period.of(*at));
            ctx.uses(indicator, stated);
        }
        if told_by_chart == (name == "chart") {
            let behind = Behind::new(&used, places, level_of(&element), ctx);
            let reading = drawn.reading(ctx.sources).into_iter().skip(skipped).take(TOLD).enumerate();
            said.extend(reading.map(|(n, text)| behind.sentence(format!("{id}/reading-{}", n + 1), &text)));
        }
        blocks.push(Block::Figure(figure(&mut drawn, &element, ctx, &format!("{id}/{name}"))));
    }
    if !said.is_empty() {
        blocks.push(Block::Paragraph(Paragraph { role: Role::Body, sentences: said }));
    }
    let note = lang.text(item.asked.question.note()).to_owned();
    let note = Sentence { id: format!("{id}/method"), runs: vec![Run::Text(note)] };
    blocks.push(Block::Paragraph(Paragraph { role: Role::Note, sentences: vec![note] }));
    Ok(blocks)
}

/// The map of the indicator that the question is asked of.
fn map(item: &AnalysisItem, places: &[Place], ctx: &Context<'_>) -> Result<MapSpec, String> {
    let (atlas, lang) = (ctx.atlas(), ctx.lang);
    let (indicator, date) = match &item.indicator {
        Some(id) => {
            let lacks = || texts::report_no_indicator(lang, id);
            let indicator = ctx.indicator(id).ok_or_else(lacks)?;
            (indicator, ctx.date(indicator, item.at).ok_or_else(lacks)?)
        }
        None => atlas.latest_by_age().ok_or_else(|| texts::report_no_indicator(lang, "m_0, f_0"))?,
    };
    let mut map = MapSpec::new(indicator.id.as_str(), date);
    (map.level, map.frame, map.lang) = (item.level, MapFrame::All, lang);
    // Comuni put together are no unit with a forecast or a series of its own.
    let is_of_units = matches!(item.asked.question, AnalysisQuestion::Future | AnalysisQuestion::Changing);
    let shown = places.iter().filter(|place| !is_of_units || place.unit.is_some());
    map.selected = shown.flat_map(|place| place.codes.clone()).collect();
    Ok(map)
}
