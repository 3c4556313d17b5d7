//! The page that is composed, as it would be exported: its picture, its words and what could mislead in it. It is worked
//! out away from the window's thread.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use crate::base::Warned;
use crate::data::Atlas;
use crate::document::{Element, FigureSpec, KeptFigure, PageSpec, Place};
use crate::export::{Picture, picture};
use crate::figure::check::{self, Finding};
use crate::figure::compose::{self, Drawn};
use crate::figure::{FigureError, reading};
use crate::i18n::Lang;
use crate::io::Bundle;

use super::failure::{export_error, figure_error};

/// A page to be shown.
#[derive(Clone, Debug)]
pub struct PreviewRequest {
    /// What it is drawn from.
    pub bundle: Arc<Bundle>,
    /// Every figure kept: those beside the page are its sisters.
    pub figures: Vec<Arc<KeptFigure>>,
    /// Id of the one to be shown.
    pub id: u64,
    /// Width of its picture, in pixels.
    pub width: u32,
    /// Language of what is told of it.
    pub lang: Lang,
}

impl PreviewRequest {
    /// Whether both ask for the very same.
    pub fn is(&self, other: &Self) -> bool {
        let same = |(a, b): (&Arc<KeptFigure>, &Arc<KeptFigure>)| Arc::ptr_eq(a, b);
        (self.id, self.width, self.lang) == (other.id, other.width, other.lang)
            && Arc::ptr_eq(&self.bundle, &other.bundle)
            && self.figures.len() == other.figures.len()
            && self.figures.iter().zip(&other.figures).all(same)
    }
}

/// The page.
#[derive(Clone, Debug)]
pub struct Preview {
    /// What was asked for.
    pub of: PreviewRequest,
    /// What it looks like, or in words why there is nothing to see.
    pub page: Result<PreviewPage, String>,
}

/// A page as it would be exported.
#[derive(Clone, Debug)]
pub struct PreviewPage {
    /// What it looks like.
    pub picture: Picture,
    /// Its caption.
    pub caption: String,
    /// Its alternative text.
    pub description: String,
    /// The paragraph made from its numbers.
    pub reading: String,
    /// What could mislead, and where on the page.
    pub findings: Vec<(Place, Finding)>,
    /// Remarks of the drawing.
    pub remarks: Vec<String>,
}

/// Works the page out on a thread of its own. `wake` is called when it waits in the channel.
pub fn spawn_preview(request: PreviewRequest, wake: impl FnOnce() + Send + 'static) -> Receiver<Preview> {
    let (sender, receiver) = sync_channel(1);
    let work = move || {
        let page = page(&request);
        // The window may have closed meanwhile: then nobody is waiting.
        let _ = sender.send(Preview { of: request, page });
        wake();
    };
    // Without a thread the sender is dropped, and the window sees the channel closed.
    let _ = thread::Builder::new().name("preview".into()).spawn(work);
    receiver
}

fn page(request: &PreviewRequest) -> Result<PreviewPage, String> {
    let PreviewRequest { bundle, figures, id, width, lang } = request;
    let atlas = &bundle.atlas;
    let told = |error: FigureError| figure_error(*lang, &error);
    let kept = figures.iter().find(|kept| kept.id == *id);
    let spec = &kept.ok_or_else(|| told(FigureError::NoElements(FigureSpec::MOST_ELEMENTS)))?.spec;
    let Warned { value: figure, diagnostics } = compose::build(spec, atlas, &bundle.basemap).map_err(told)?;
    let picture = picture(&figure.scene, *width).map_err(|error| export_error(*lang, &error))?;
    let readings = spec.elements().zip(&figure.parts).map(|(element, drawn)| read(element, drawn, atlas));
    // A map and a ranking of the same numbers read alike.
    let mut paragraphs: Vec<String> = Vec::new();
    for paragraph in readings {
        if !paragraph.is_empty() && !paragraphs.contains(&paragraph) {
            paragraphs.push(paragraph);
        }
    }
    let findings = findings(spec, &sisters(figures, *id), atlas).map_err(told)?;
    let found = |message: &String| findings.iter().any(|(_, finding)| finding.message == *message);
    let remarks = diagnostics.into_iter().map(|remark| remark.message);
    Ok(PreviewPage {
        picture,
        caption: figure.caption,
        description: figure.scene.description,
        reading: paragraphs.join("\n\n"),
        remarks: remarks.filter(|message| !found(message)).collect(),
        findings,
    })
}

/// The elements of the other figures kept.
fn sisters(figures: &[Arc<KeptFigure>], id: u64) -> Vec<Element> {
    figures.iter().filter(|kept| kept.id != id).flat_map(|kept| kept.spec.elements()).cloned().collect()
}

fn read(element: &Element, drawn: &Drawn, atlas: &Atlas) -> String {
    match (element, drawn) {
        (Element::Map(spec), Drawn::Map(figure)) => reading::map(spec, &figure.model, atlas),
        (Element::Series(spec), Drawn::Series(figure)) => reading::series(spec, &figure.model, atlas),
        (Element::Ranking(spec), Drawn::Ranking(figure)) => reading::ranking(spec, &figure.model, atlas),
        _ => String::new(),
    }
}

/// What could mislead in each element, beside the others and those of other figures. What is said of one is not said again of
/// the next.
pub fn findings(
    spec: &FigureSpec,
    sisters: &[Element],
    atlas: &Atlas,
) -> Result<Vec<(Place, Finding)>, FigureError> {
    let mut all: Vec<(Place, Finding)> = Vec::new();
    for at in spec.places() {
        let Some(element) = spec.element(at) else { continue };
        let mut element = element.clone();
        let own = element.page();
        let (labels, legend) = match spec.only() {
            Some(_) => (spec.page.labels, spec.page.legend),
            None => (own.labels, own.legend),
        };
        *element.page_mut() = PageSpec { labels, legend, ..spec.page.clone() };
        *element.lang_mut() = spec.lang;
        let others = spec.places().filter(|other| *other != at).filter_map(|other| spec.element(other));
        let sisters: Vec<Element> = others.chain(sisters).cloned().collect();
        for finding in check::check(&element, None, &sisters, atlas)? {
            let is_said = all.iter().any(|(_, said)| said.message == finding.message);
            let is_answered = finding.code == "no_source" && spec.page.source.is_some();
            if !is_said && !is_answered {
                all.push((at, finding));
            }
        }
    }
    Ok(all)
}
