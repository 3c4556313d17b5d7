//! The figures of a report: the specs of the template with the place and the last dates.

use crate::base::{Level, Mm};
use crate::data::{Method, Reference};
use crate::document::{
    DistributionSpec, Element, ElementKind, IndicatorAt, MapFrame, MapKind, MapSpec, MatrixSpec, PageSpec,
    PyramidAgainst, PyramidSpec, RankingSpec, ScatterSpec, SeriesSpec, Shows, SlopeSpec, SpineSpec, Subject,
};
use crate::figure::Warned;
use crate::figure::page::footer::Footer;
use crate::figure::registry::{self, Drawn};
use crate::i18n::texts;
use crate::report::behind::behind;
use crate::report::block::{self, Block, Paragraph, Role, Sentence};
use crate::report::place::Place;
use crate::report::template::{FigureItem, FigureKind, Frame};

use super::context::Context;
use super::outline;
use super::reading::Behind;
use super::tables::{SOURCES_AT_END, note};

/// The most lines of a time series and the most Comuni put together that are followed one by one.
const MOST_LINES: usize = 8;

/// The blocks of a figure: the drawing and its reading; for places that it shows one at a time, those of each.
pub(super) fn blocks(item: &FigureItem, places: &[Place], ctx: &Context<'_>, id: &str) -> Vec<Block> {
    let is_of_one =
        matches!(item.kind, FigureKind::Outline | FigureKind::Of(ElementKind::Pyramid | ElementKind::Spine))
            || (item.kind == FigureKind::Of(ElementKind::Map) && item.frame == Frame::Place);
    if is_of_one && places.len() > 1 {
        let each = places.iter().flat_map(|place| {
            let id = format!("{id}/{}", place.id());
            made(item, std::slice::from_ref(place), ctx, &id)
        });
        return each.collect();
    }
    made(item, places, ctx, id)
}

fn made(item: &FigureItem, places: &[Place], ctx: &Context<'_>, id: &str) -> Vec<Block> {
    if item.kind == FigureKind::Outline {
        return places
            .first()
            .map(|place| Block::Figure(outline::figure(place, ctx, id, item)))
            .into_iter()
            .collect();
    }
    let element = match element(item, places, ctx) {
        Ok(element) => element,
        Err(Unmade::NotShown) => return Vec::new(),
        Err(Unmade::Lacks(why)) => return vec![caution(why, id)],
    };
    let drawn = registry::build(&element, ctx.sources);
    let Warned { value: mut drawn, .. } = match drawn {
        Ok(drawn) => drawn,
        Err(error) => {
            let why = texts::report_no_figure(ctx.lang, error.text(ctx.lang));
            return vec![caution(why, id)];
        }
    };
    let used = registry::used(&element, ctx.atlas());
    for (indicator, at) in &used {
        let stated = ctx.indicator(indicator).map_or(*at, |known| known.period.of(*at));
        ctx.uses(indicator, stated);
    }
    let behind = Behind::new(&used, places, level_of(&element), ctx);
    let reading: Vec<Sentence> = drawn
        .reading(ctx.sources)
        .into_iter()
        .take(item.reading)
        .enumerate()
        // Where nothing follows, nothing is said of it.
        .map(|(n, text)| (n, if item.reading == 1 { without_rest(&text, ctx) } else { text }))
        .map(|(n, text)| behind.sentence(format!("{id}/reading-{}", n + 1), &text))
        .collect();
    let figure = figure(&mut drawn, &element, ctx, id);
    let reading =
        (!reading.is_empty()).then_some(Block::Paragraph(Paragraph { role: Role::Body, sentences: reading }));
    std::iter::once(Block::Figure(figure)).chain(reading).collect()
}

/// A first sentence without the remark that those after it are about all territories.
fn without_rest(text: &str, ctx: &Context<'_>) -> String {
    text.strip_suffix(ctx.lang.text(texts::MAP_ALL_FOLLOWS)).unwrap_or(text).trim_end().to_owned()
}

pub(super) fn caution(text: String, id: &str) -> Block {
    let sentence = Sentence { id: format!("{id}/missing"), runs: vec![block::Run::Text(text)] };
    Block::Paragraph(Paragraph { role: Role::Caution, sentences: vec![sentence] })
}

/// The level whose units a figure names.
pub(super) fn level_of(element: &Element) -> Option<Level> {
    element.spec().level().or(matches!(element, Element::Distribution(_)).then_some(Level::Comuni))
}

/// Why there is no figure.
enum Unmade {
    /// It would show nothing here: a single Comune has no map of its Comuni.
    NotShown,
    /// What it needs is not in the data; in words.
    Lacks(String),
}

fn element(item: &FigureItem, places: &[Place], ctx: &Context<'_>) -> Result<Element, Unmade> {
    let FigureKind::Of(kind) = item.kind else { return Err(Unmade::NotShown) };
    let atlas = ctx.atlas();
    let lang = ctx.lang;
    let page = PageSpec {
        width: Mm(item.width),
        height: Mm(item.height),
        shows: Shows { heading: false, footer: false, ..Shows::default() },
        ..PageSpec::default()
    };
    let lacks = |id: &str| Unmade::Lacks(texts::report_no_indicator(lang, id));
    let date = |id: &String| {
        let indicator = ctx.indicator(id).ok_or_else(|| lacks(id))?;
        ctx.date(indicator, item.at).ok_or_else(|| lacks(id))
    };
    let first = || item.indicators.first().ok_or(Unmade::NotShown);
    let selected: Vec<crate::base::Code> = places.iter().flat_map(|place| place.codes.clone()).collect();
    let peers = places.first().map_or(Level::Ambiti, Place::peers);
    let level = item.level.unwrap_or(peers);
    let rows = || -> Vec<IndicatorAt> {
        let known = item
            .indicators
            .iter()
            .filter_map(|id| Some(IndicatorAt { indicator: id.clone(), date: date(id).ok()? }));
        known.collect()
    };
    Ok(match kind {
        ElementKind::Map => {
            let id = first()?;
            let to = date(id)?;
            let mut spec = MapSpec::new(id.as_str(), to);
            if item.change {
                let from = ctx.indicator(id).and_then(|indicator| ctx.date_before(indicator, to));
                spec.set_kind(MapKind::since(from.ok_or_else(|| lacks(id))?));
            }
            (spec.level, spec.page, spec.lang) = (item.level.unwrap_or(Level::Comuni), page, lang);
            spec.selected.clone_from(&selected);
            spec.frame = match (item.frame, places) {
                (Frame::All, _) | (_, []) => MapFrame::All,
                (Frame::Place, [one]) => {
                    one.code().map_or(MapFrame::Selected, |code| MapFrame::Unit(code.clone()))
                }
                (Frame::Place, _) => MapFrame::Selected,
            };
            spec.representation = spec.usual_representation(atlas);
            spec.into()
        }
        ElementKind::Series => {
            let id = first()?;
            date(id)?;
            let codes: Vec<_> = selected.iter().take(MOST_LINES).cloned().collect();
            let mut spec = SeriesSpec::new(id.as_str(), codes);
            spec.band = item.range && places.len() == 1 && places[0].is_group();
            spec.level = item.level.filter(|_| places.is_empty());
            (spec.page, spec.lang) = (page, lang);
            spec.into()
        }
        ElementKind::Ranking => {
            let id = first()?;
            let mut spec = RankingSpec::new(id.as_str(), Reference::Date(date(id)?), level);
            (spec.page, spec.lang, spec.top) = (page, lang, item.top);
            (spec.selected, spec.range) = (selected, item.range && level != Level::Comuni);
            spec.into()
        }
        ElementKind::Scatter => {
            let [x, y] = item.indicators.as_slice() else { return Err(Unmade::NotShown) };
            let (x_date, y_date) = (date(x)?, date(y)?);
            let mut spec = ScatterSpec { x_date, ..ScatterSpec::new(x.as_str(), y.as_str(), y_date) };
            spec.level = item.level.unwrap_or(Level::Comuni);
            (spec.page, spec.lang, spec.selected) = (page, lang, selected);
            spec.into()
        }
        ElementKind::Slope => {
            let id = first()?;
            let to = date(id)?;
            let from = SlopeSpec::usual_start(id, to, atlas).ok_or_else(|| lacks(id))?;
            let mut spec = SlopeSpec::new(id.as_str(), from, to, level);
            (spec.page, spec.lang, spec.selected) = (page, lang, selected);
            spec.into()
        }
        ElementKind::Pyramid => {
            let (known, last) = atlas.latest_by_age().ok_or_else(|| lacks("m_0, f_0"))?;
            let mut spec = PyramidSpec::new(known.id.as_str(), last);
            if places.first().and_then(Place::level) == Some(Level::Ats) {
                spec.against = PyramidAgainst::Nothing;
            }
            // Comuni put together are no unit whose ages could be drawn.
            spec.selected = places.first().and_then(Place::code).cloned().into_iter().collect();
            if spec.selected.is_empty() && !places.is_empty() {
                return Err(Unmade::NotShown);
            }
            (spec.page, spec.lang) = (page, lang);
            spec.into()
        }
        ElementKind::Spine => {
            let one = places.first().and_then(Place::code).ok_or(Unmade::NotShown)?;
            let mut spec = SpineSpec::new(rows());
            (spec.page, spec.lang, spec.selected) = (page, lang, vec![one.clone()]);
            spec.into()
        }
        ElementKind::Distribution => {
            let id = first()?;
            let mut spec = DistributionSpec::new(id.as_str(), date(id)?);
            (spec.page, spec.lang, spec.selected) = (page, lang, selected);
            spec.into()
        }
        ElementKind::Matrix => {
            let mut spec = MatrixSpec::new(rows(), item.level.unwrap_or(Level::Comuni));
            (spec.page, spec.lang, spec.selected) = (page, lang, selected);
            spec.into()
        }
        ElementKind::Table => return Err(Unmade::NotShown),
        // A kind that has no settings in templates shows what it opens with in the window.
        other => {
            let id = first()?;
            let subject = Subject {
                indicator: id.clone(),
                at: Reference::Date(date(id)?),
                kind: MapKind::default(),
                level,
                method: Method::Pooled,
                selected,
                lang,
            };
            let mut element = Element::opening(other, &subject, atlas).ok_or_else(|| lacks(id))?;
            *element.page_mut() = page;
            element
        }
    })
}

/// The block of a figure that is drawn.
pub(super) fn figure(drawn: &mut Drawn, element: &Element, ctx: &Context<'_>, id: &str) -> block::Figure {
    let scene = drawn.scene().clone();
    let words = drawn.words();
    let mut footer: Footer = words.footer.clone();
    footer.credits.clear();
    let mut notes = footer.paragraphs(element.page(), ctx.lang);
    // The sources of all figures are listed once, with definitions and licences.
    if ctx.sources_at.is_some() {
        let own = footer.sources.len().min(notes.len());
        notes.splice(..own, [SOURCES_AT_END.to_owned()]);
    }
    let what = [words.title.as_str(), &words.subtitle].into_iter().filter(|part| !part.is_empty());
    let caption = what.collect::<Vec<_>>().join(". ");
    let notes = note(&format!("{id}/note"), notes, ctx);
    let data = registry::table(element, ctx.sources)
        .ok()
        .and_then(|table| behind(&table.value.0, &format!("{id}/data"), &caption));
    block::Figure {
        id: id.to_owned(),
        alt_text: scene.description.clone(),
        element: Some(element.clone()),
        notes: vec![notes],
        data: data.map(Box::new),
        scene,
        caption,
    }
}
