//! The preview of the page in the composer, exactly as it would be exported: its picture, its texts and what could
//! mislead in it. It is computed off the window's thread.

use std::sync::{Arc, Mutex, PoisonError};

use crate::document::{Element, FigureSpec, KeptFigure, Place};
use crate::export::{self, Picture, picture, picture_again};
use crate::figure::check::{self, Finding};
use crate::figure::page::compose::{self, LaidOut};
use crate::figure::page::places::Places;
use crate::figure::{FigureError, reading};
use crate::figure::{Remark, Warned};
use crate::i18n::{Lang, texts};
use crate::io::Bundle;

use super::background::{Broken, Control, Task, spawn};
use super::failure::{export_error, figure_error};

/// A page to preview.
#[derive(Clone, Debug)]
pub struct PreviewRequest {
    /// The data it is drawn from.
    pub bundle: Arc<Bundle>,
    /// All kept figures; those other than the page are compared with it.
    pub figures: Vec<Arc<KeptFigure>>,
    /// Id of the figure to preview.
    pub id: u64,
    /// Width of its picture, in pixels.
    pub width: u32,
    /// Language of the messages.
    pub lang: Lang,
}

impl PreviewRequest {
    /// Whether both ask for exactly the same.
    pub fn is(&self, other: &Self) -> bool {
        let same = |(a, b): (&Arc<KeptFigure>, &Arc<KeptFigure>)| Arc::ptr_eq(a, b);
        (self.id, self.width, self.lang) == (other.id, other.width, other.lang)
            && Arc::ptr_eq(&self.bundle, &other.bundle)
            && self.figures.len() == other.figures.len()
            && self.figures.iter().zip(&other.figures).all(same)
    }
}

#[derive(Clone, Debug)]
pub struct Preview {
    /// The request it answers.
    pub of: PreviewRequest,
    /// The page, or the message on why it cannot be shown.
    pub page: Result<PreviewPage, String>,
    /// The drawing broke off, so trying again may succeed.
    pub is_broken: bool,
}

/// A page as it would be exported.
#[derive(Clone, Debug)]
pub struct PreviewPage {
    pub picture: Picture,
    pub caption: String,
    pub description: String,
    /// The paragraph generated from its numbers.
    pub reading: String,
    /// What is where on it.
    pub places: Places,
    /// What could mislead, and where on the page.
    pub findings: Vec<(Place, Finding)>,
    /// Remarks from drawing it.
    pub remarks: Vec<Remark>,
}

/// What was made for the previous preview, so that the next one lays out and draws only what changed.
#[derive(Clone, Debug, Default)]
pub struct Drawings(Arc<Mutex<Option<OfBundle>>>);

/// What was made, with the bundle it was made from.
type OfBundle = (Arc<Bundle>, Cache);

#[derive(Debug, Default)]
struct Cache {
    laid_out: LaidOut,
    picture: Option<export::Drawn>,
}

impl Drawings {
    /// Takes out what was made from this bundle while it is in use. A preview that starts meanwhile, or after one that
    /// broke off, starts with nothing.
    fn take(&self, bundle: &Arc<Bundle>) -> Cache {
        let cached = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        cached.filter(|(of, _)| Arc::ptr_eq(of, bundle)).map(|(_, cache)| cache).unwrap_or_default()
    }

    fn keep(&self, bundle: &Arc<Bundle>, cache: Cache) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((Arc::clone(bundle), cache));
    }
}

/// Computes the preview, reusing what `drawings` holds.
pub fn spawn_preview(
    request: PreviewRequest,
    drawings: &Drawings,
    wake: impl Fn() + Send + Sync + 'static,
) -> Task<Preview> {
    let (asked, drawings) = (request.clone(), drawings.clone());
    let work = move |_: &Control<'_, Preview>| {
        let mut cached = drawings.take(&request.bundle);
        let page = page(&request, &mut cached);
        drawings.keep(&request.bundle, cached);
        Preview { of: request, page, is_broken: false }
    };
    let broken = move |why: Broken| {
        let text = texts::page_not_drawn(asked.lang, why.cause(asked.lang));
        Preview { of: asked.clone(), page: Err(text), is_broken: true }
    };
    spawn("preview", work, broken, wake)
}

/// The thumbnail of a kept figure.
#[derive(Clone, Debug)]
pub struct Thumbnail {
    pub of: Arc<KeptFigure>,
    /// The data it was drawn from.
    bundle: Arc<Bundle>,
    /// Its picture; `None` where it cannot be drawn.
    pub picture: Option<Picture>,
}

impl Thumbnail {
    /// Whether it shows this figure unchanged and with the same data.
    pub fn is(&self, figure: &Arc<KeptFigure>, bundle: &Arc<Bundle>) -> bool {
        Arc::ptr_eq(&self.of, figure) && Arc::ptr_eq(&self.bundle, bundle)
    }
}

/// Draws the thumbnail of a kept figure, fitted to a square of this many pixels.
pub fn spawn_thumbnail(
    of: Arc<KeptFigure>,
    side: u32,
    bundle: Arc<Bundle>,
    wake: impl Fn() + Send + Sync + 'static,
) -> Task<Thumbnail> {
    let nothing = Thumbnail { of: Arc::clone(&of), bundle: Arc::clone(&bundle), picture: None };
    let work = move |_: &Control<'_, Thumbnail>| {
        let page = &of.spec.page;
        let width = f64::from(side) * (page.width.0 / page.height.0).min(1.0);
        let figure = compose::build(&of.spec, bundle.sources()).ok();
        let picture = figure.and_then(|drawn| picture(&drawn.value.scene, width.max(1.0) as u32).ok());
        Thumbnail { of, bundle, picture }
    };
    spawn("thumbnail", work, move |_| nothing.clone(), wake)
}

fn page(request: &PreviewRequest, cache: &mut Cache) -> Result<PreviewPage, String> {
    let PreviewRequest { bundle, figures, id, width, lang } = request;
    let in_words = |error: FigureError| figure_error(*lang, &error);
    let figure = figures.iter().find(|figure| figure.id == *id);
    let spec = &figure.ok_or_else(|| in_words(FigureError::NoElements(FigureSpec::MOST_ELEMENTS)))?.spec;
    let grouped = bundle.sources().under(&spec.what_if).map_err(in_words)?;
    let sources = grouped.sources();
    let Warned { value: figure, remarks } =
        compose::build_again(spec, sources, &mut cache.laid_out).map_err(in_words)?;
    let picture = picture_again(&figure.scene, *width, &mut cache.picture)
        .map_err(|error| export_error(*lang, &error))?;
    let findings = check::page(spec, &sisters(figures, *id), sources).map_err(in_words)?;
    let found = |remark: &Remark| findings.iter().any(|(_, finding)| finding.remark == *remark);
    Ok(PreviewPage {
        places: Places::of(&figure.scene, figure.areas.clone()).with_below(&figure.scene, &figure.below),
        reading: reading::figure(&figure.parts, sources),
        picture,
        caption: figure.caption,
        description: figure.scene.description,
        remarks: remarks.into_iter().filter(|remark| !found(remark)).collect(),
        findings,
    })
}

/// The elements of the other kept figures.
fn sisters(figures: &[Arc<KeptFigure>], id: u64) -> Vec<Element> {
    figures
        .iter()
        .filter(|figure| figure.id != id)
        .flat_map(|figure| figure.spec.elements())
        .cloned()
        .collect()
}
