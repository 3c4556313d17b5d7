//! A page with one element or several on a grid.

use std::borrow::Cow;
use std::sync::Arc;

use crate::base::{Mm, Pt};
use crate::data::WhatIf;
use crate::document::{Element, FigureSpec, Ink, PageSpec, Part, Shows};
use crate::figure::FigureError;
use crate::figure::identity;
use crate::figure::registry::{self, Drawn};
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::Sources;
use crate::i18n::texts;
use crate::scene::{FigureText, Node, Scene, text};

use super::footer::Footer;
use super::ink::{self, ClassColours};
use super::places::{Area, Below};
use super::{Page, Words, logo};

/// With as many elements a page cites its sources together.
const MANY: usize = 5;

/// A figure laid out on its page.
#[derive(Clone, Debug)]
pub struct Figure {
    pub scene: Scene,
    /// Its title, typed or generated.
    pub title: String,
    /// Its caption for the document, whether or not the page shows it.
    pub caption: String,
    /// Its elements with the numbers they were drawn from, row by row.
    pub parts: Vec<Drawn>,
    /// Where they are on the page.
    pub areas: Vec<Area>,
    /// The texts below it that its author writes, or can.
    pub below: Vec<Below>,
}

/// Lays a figure out on its page.
///
/// # Errors
/// See [`FigureError`]; [`FigureError::NoElements`] where there are no elements or too many.
pub fn build(spec: &FigureSpec, sources: Sources<'_>) -> Result<Warned<Figure>, FigureError> {
    make(spec, sources, None)
}

/// As [`build`], but lays out only elements that are not in `cached`, and leaves those of this page there.
///
/// # Errors
/// As [`build`].
pub fn build_again(
    spec: &FigureSpec,
    sources: Sources<'_>,
    cached: &mut LaidOut,
) -> Result<Warned<Figure>, FigureError> {
    cached.before = std::mem::take(&mut cached.now);
    let made = make(spec, sources, Some(&mut *cached));
    cached.before.clear();
    made
}

/// The laid-out elements of the previous page. On a page with several, each is here twice: in the room it has before
/// the footer is known, and in its final room. The owner must drop it when the sources change.
#[derive(Debug, Default)]
pub struct LaidOut {
    before: Vec<Cached>,
    now: Vec<Cached>,
    made: usize,
}

impl LaidOut {
    /// How many times an element had to be laid out.
    pub fn made(&self) -> usize {
        self.made
    }

    /// How many laid-out elements it holds.
    pub fn held(&self) -> usize {
        self.before.len() + self.now.len()
    }

    /// The element from the cache, or as laid out by `build`.
    fn get(
        &mut self,
        element: Element,
        decimals: Option<u8>,
        what_if: &WhatIf,
        build: impl FnOnce(&Element) -> Result<Warned<Drawn>, FigureError>,
    ) -> Result<Arc<Warned<Drawn>>, FigureError> {
        let is = |cached: &Cached| {
            (cached.decimals, &cached.what_if, &cached.element) == (decimals, what_if, &element)
        };
        if let Some(cached) = self.now.iter().find(|cached| is(cached)) {
            return Ok(Arc::clone(&cached.drawn));
        }
        let cached = match self.before.iter().position(is) {
            Some(at) => self.before.swap_remove(at),
            None => {
                self.made += 1;
                let drawn = Arc::new(build(&element)?);
                Cached { element, decimals, what_if: what_if.clone(), drawn }
            }
        };
        let drawn = Arc::clone(&cached.drawn);
        self.now.push(cached);
        Ok(drawn)
    }
}

/// A laid-out element, with everything its layout depends on except the sources.
#[derive(Debug)]
struct Cached {
    /// The element on a page of its room's size, in the language of the page.
    element: Element,
    /// From the page; elements have no setting of their own.
    decimals: Option<u8>,
    what_if: WhatIf,
    drawn: Arc<Warned<Drawn>>,
}

fn make(
    spec: &FigureSpec,
    sources: Sources<'_>,
    cached: Option<&mut LaidOut>,
) -> Result<Warned<Figure>, FigureError> {
    spec.check()?;
    logo::check(&spec.page)?;
    let grouped = sources.under(&spec.what_if)?;
    let sources = grouped.sources();
    let atlas = match spec.page.decimals {
        Some(decimals) => Cow::Owned(sources.atlas.with_decimals(usize::from(decimals))),
        None => Cow::Borrowed(sources.atlas),
    };
    let count = spec.elements().count();
    if !(1..=FigureSpec::MOST_ELEMENTS).contains(&count) {
        return Err(FigureError::NoElements(FigureSpec::MOST_ELEMENTS));
    }
    // With the unchanged atlas: decimals do not change any number.
    let carried = identity::carried(spec, &atlas).to_json();
    let mut sheet = Sheet { spec, sources: Sources { atlas: &atlas, ..sources }, cached };
    let mut figure = match spec.only() {
        Some(element) => sheet.one(element),
        None => sheet.several(),
    }?;
    figure.value.scene.carried = Some(carried);
    let mut lacking = Vec::new();
    lacks(&figure.value.scene.nodes, &mut lacking);
    if !lacking.is_empty() {
        figure.remarks.push(Remark::NoGlyph { characters: lacking });
    }
    Ok(figure)
}

/// Collects the characters of a drawing that are drawn as others, the first ten of them.
fn lacks(nodes: &[Node], lacking: &mut Vec<char>) {
    const MOST: usize = 10;
    for node in nodes {
        match node {
            Node::Group(group) => lacks(&group.nodes, lacking),
            Node::Text(run) => {
                for c in run.content.chars().filter(|c| text::drawn(*c) == Some(text::STAND_IN)) {
                    if c != text::STAND_IN && lacking.len() < MOST && !lacking.contains(&c) {
                        lacking.push(c);
                    }
                }
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

/// A laid-out element and the position of its room.
type Placed = (Arc<Warned<Drawn>>, [f64; 2]);

/// What a page says of all its elements.
#[derive(Clone, Copy)]
struct Said {
    title: bool,
    unit: bool,
}

/// What a page is made from.
struct Sheet<'a> {
    spec: &'a FigureSpec,
    sources: Sources<'a>,
    cached: Option<&'a mut LaidOut>,
}

impl Sheet<'_> {
    fn draw(&mut self, element: &Element, page: PageSpec) -> Result<Arc<Warned<Drawn>>, FigureError> {
        let mut element = element.clone();
        *element.page_mut() = page;
        element.spec_mut().set_lang(self.spec.lang);
        match &mut self.cached {
            Some(cached) => {
                let (decimals, sources) = (self.spec.page.decimals, self.sources);
                let what_if = &self.spec.what_if;
                cached.get(element, decimals, what_if, |element| registry::build(element, sources))
            }
            None => registry::build(&element, self.sources).map(Arc::new),
        }
    }

    /// An element that fills the page.
    fn one(&mut self, element: &Element) -> Result<Warned<Figure>, FigureError> {
        let mut page = self.spec.page.clone();
        page.title = page.title.or_else(|| element.page().title.clone());
        let Warned { value: mut drawn, remarks } = Arc::unwrap_or_clone(self.draw(element, page)?);
        let nodes = taken(&mut drawn, self.spec.page.ink);
        let scene = Scene { nodes, ..drawn.scene().clone() };
        let caption = caption(&self.spec.page, scene.title.clone(), drawn.words());
        let title = drawn.words().title.clone();
        let below = drawn.words().retyped(&self.spec.page);
        let areas = vec![[0.0, 0.0, scene.width.0, scene.height.0]];
        Ok(Warned { value: Figure { scene, title, caption, parts: vec![drawn], areas, below }, remarks })
    }

    /// Elements on a grid with a common heading and footer.
    fn several(&mut self) -> Result<Warned<Figure>, FigureError> {
        let spec = self.spec;
        let (page, lang) = (&spec.page, spec.lang);
        // The footer combines those of the elements, so they are laid out twice: first for their texts, then in the
        // room that remains.
        let sketch = self.words(Footer::default(), String::new());
        let nothing_said = Said { title: false, unit: false };
        let sketch = self.cells(&Page::new(page, &sketch), nothing_said)?;
        let mut footer = Footer::default();
        let mut titles: Vec<String> = Vec::new();
        let mut hypothesis = None;
        let mut units: Vec<Option<String>> = Vec::new();
        let mut what: Vec<(String, Vec<String>)> = Vec::new();
        for (drawn, _) in sketch {
            let words = drawn.value.words();
            hypothesis = hypothesis.or_else(|| words.hypothesis.clone());
            units.push(words.unit.clone());
            footer.absorb(words.footer.clone());
            if !titles.contains(&words.title) {
                titles.push(words.title.clone());
            }
            match what.iter_mut().find(|(title, _)| *title == words.title) {
                Some((_, details)) if details.contains(&words.subtitle) => {}
                Some((_, details)) => details.push(words.subtitle.clone()),
                None => what.push((words.title.clone(), vec![words.subtitle.clone()])),
            }
        }
        if units.len() >= MANY {
            footer.cite_once(lang);
        }
        // A typed title stands for those of the elements, but says neither level nor date.
        let what = match &page.title {
            Some(title) => vec![(title.clone(), what.into_iter().flat_map(|(_, details)| details).collect())],
            None => what,
        };
        let what = page.caption.clone().unwrap_or_else(|| detailed(&what));
        let mut words = self.words(footer, joined(&titles));
        words.caption = page.number.map(|number| texts::caption(lang, number, &what));
        let says_all = match titles.as_slice() {
            [title] => page.shows.heading && words.title.contains(title.as_str()),
            _ => false,
        };
        // A unit that all share is said once, below the title that all share.
        let shared = match units.as_slice() {
            [Some(first), others @ ..] if others.iter().all(|unit| unit.as_ref() == Some(first)) => {
                Some(first)
            }
            _ => None,
        };
        let unit = shared.filter(|_| says_all && page.subtitle.is_none()).cloned();
        let said = Said { title: says_all, unit: unit.is_some() };
        let words = match unit {
            Some(unit) => Words { subtitle: unit, ..words },
            None => words,
        };
        let words = match hypothesis {
            // The elements have put it among the remarks.
            Some(hypothesis) => words.beside(hypothesis.short.clone(), hypothesis),
            None => words,
        };
        let frame = Page::new(page, &words);
        let mut nodes = vec![Node::Group(frame.heading.clone()), Node::Group(frame.footer.clone())];
        ink::without_colour(&mut nodes, ClassColours::default(), page.ink);
        let mut figures: Vec<FigureText> = Vec::new();
        let mut remarks: Vec<Remark> = Vec::new();
        let mut parts = Vec::new();
        for (cell, at) in self.cells(&frame, said)? {
            let Warned { value: mut drawn, remarks: own_remarks } = Arc::unwrap_or_clone(cell);
            let mut own = taken(&mut drawn, page.ink);
            own.iter_mut().for_each(|node| node.shift(at));
            nodes.extend(own);
            let Scene { description, width, height, .. } = drawn.scene();
            let area = [at[0], at[1], width.0, height.0];
            figures.push(FigureText { text: description.clone(), area });
            for remark in own_remarks {
                if !remarks.contains(&remark) {
                    remarks.push(remark);
                }
            }
            parts.push(drawn);
        }
        let areas = figures.iter().map(|figure| figure.area).collect();
        let sentences: Vec<&str> = figures.iter().map(|figure| figure.text.as_str()).collect();
        let mut scene = words.scene(page, lang, sentences.join(" "), nodes);
        if page.description.is_none() {
            scene.figures = figures;
        }
        let (caption, below) = (caption(page, what, &words), words.retyped(page));
        Ok(Warned { value: Figure { scene, title: words.title, caption, parts, areas, below }, remarks })
    }

    /// The texts around several elements; their own titles are combined where none was typed.
    fn words(&self, footer: Footer, title: String) -> Words {
        Words::new(&self.spec.page, self.spec.lang, title, String::new(), footer)
    }

    /// Every element laid out in its room, with the room's position; without what the page has already `said`.
    fn cells(&mut self, frame: &Page, said: Said) -> Result<Vec<Placed>, FigureError> {
        let spec = self.spec;
        let (page, body) = (&spec.page, frame.body);
        let gap = frame.sizes.gap;
        let rows: Vec<f64> = spec.rows.iter().map(|row| row.height).collect();
        let mut cells = Vec::new();
        let mut y = body.y;
        for (row, height) in spec.rows.iter().zip(shares(&rows, body.height, gap)) {
            let widths: Vec<f64> = row.cells.iter().map(|cell| cell.width).collect();
            let mut x = body.x;
            for (cell, width) in row.cells.iter().zip(shares(&widths, body.width, gap)) {
                let own = cell.element.page();
                let part = PageSpec {
                    width: Mm::from(Pt(width)),
                    height: Mm::from(Pt(height)),
                    title: own.title.clone(),
                    subtitle: own.subtitle.clone(),
                    labels: own.labels,
                    legend: own.legend,
                    // The page decides once what is shown around maps; every element has its heading.
                    shows: Shows { heading: true, ..page.shows },
                    ink: page.ink,
                    type_scale: page.type_scale,
                    decimals: page.decimals,
                    part: Some(Part {
                        width: page.width,
                        height: page.height,
                        says_title: said.title && own.title.is_none(),
                        says_unit: said.unit,
                    }),
                    ..PageSpec::default()
                };
                cells.push((self.draw(&cell.element, part)?, [x, y]));
                x += width + gap;
            }
            y += height + gap;
        }
        Ok(cells)
    }
}

/// The nodes of an element, taken out of it and converted to the figure's ink.
fn taken(drawn: &mut Drawn, ink: Ink) -> Vec<Node> {
    let mut nodes = std::mem::take(&mut drawn.scene().nodes);
    ink::without_colour(&mut nodes, drawn.classes(), ink);
    nodes
}

/// The titles of several elements combined.
fn joined(titles: &[String]) -> String {
    const MOST: usize = 3;
    let more = (titles.len() > MOST).then_some("…");
    let sentences: Vec<&str> = titles.iter().take(MOST).map(String::as_str).chain(more).collect();
    sentences.join(" · ")
}

/// What several elements show: each title with the levels and dates of its elements.
fn detailed(what: &[(String, Vec<String>)]) -> String {
    let one = |(title, details): &(String, Vec<String>)| {
        let mut details = details.clone();
        details.retain(|detail| !detail.is_empty());
        details.dedup();
        [&[title.clone()][..], &[details.join("; ")]]
            .concat()
            .join(". ")
            .trim_end_matches(['.', ' '])
            .to_owned()
    };
    what.iter().map(one).collect::<Vec<_>>().join(". ")
}

/// Divides a length by shares, with gaps in between. An invalid share counts as one.
fn shares(shares: &[f64], length: f64, gap: f64) -> Vec<f64> {
    let sound = |share: f64| if share.is_finite() && share > 0.0 { share } else { 1.0 };
    let total: f64 = shares.iter().map(|share| sound(*share)).sum();
    let free = length - gap * shares.len().saturating_sub(1) as f64;
    shares.iter().map(|share| free * sound(*share) / total).collect()
}

/// "Figura 3 – Indice di vecchiaia. Comuni al 1/1/2023. Fonte: …"; the number is omitted where there is none.
fn caption(page: &PageSpec, title: String, of: &Words) -> String {
    let what = page.caption.clone().unwrap_or(title);
    let what = page.number.map_or(what.clone(), |number| texts::caption(of.lang, number, &what));
    let what = of.hypothesis.as_ref().map_or(what.clone(), |hypothesis| hypothesis.in_caption(what));
    let source = page.source.clone().or_else(|| of.footer.cited(of.lang)).unwrap_or_default();
    let end = if what.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{what}{end} {source}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_fill_the_length() {
        assert_eq!(shares(&[2.0, 1.0], 100.0, 10.0), [60.0, 30.0]);
        assert_eq!(shares(&[f64::NAN, 1.0], 20.0, 0.0), [10.0, 10.0]);
        assert!(shares(&[], 20.0, 5.0).is_empty());
    }
}
