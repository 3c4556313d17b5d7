//! The page that is composed, as it would be exported: its picture, its words and what could mislead in it. It is worked
//! out away from the window's thread.

use std::sync::{Arc, Mutex, PoisonError};

use crate::document::{Element, FigureSpec, KeptFigure, Place};
use crate::export::{Picture, picture};
use crate::figure::check::{self, Finding};
use crate::figure::page::compose::{self, LaidOut};
use crate::figure::{FigureError, reading};
use crate::figure::{Remark, Warned};
use crate::i18n::{Lang, texts};
use crate::io::Bundle;

use super::background::{Broken, Control, Task, spawn};
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

#[derive(Clone, Debug)]
pub struct Preview {
    /// What was asked for.
    pub of: PreviewRequest,
    /// What it looks like, or in words why there is nothing to see.
    pub page: Result<PreviewPage, String>,
    /// There is nothing to see because the drawing broke off: another try may succeed.
    pub is_broken: bool,
}

/// A page as it would be exported.
#[derive(Clone, Debug)]
pub struct PreviewPage {
    /// What it looks like.
    pub picture: Picture,
    pub caption: String,
    pub description: String,
    /// The paragraph made from its numbers.
    pub reading: String,
    /// What could mislead, and where on the page.
    pub findings: Vec<(Place, Finding)>,
    /// Remarks of the drawing.
    pub remarks: Vec<Remark>,
}

/// The elements of the page seen last, laid out, so that the next preview lays out only what changed.
#[derive(Clone, Debug, Default)]
pub struct Drawings(Arc<Mutex<Option<OfBundle>>>);

/// Elements laid out, and what from.
type OfBundle = (Arc<Bundle>, LaidOut);

impl Drawings {
    /// Those made from that bundle, taken out while they are in use: a preview that begins meanwhile, or after one that broke off,
    /// starts from none.
    fn take(&self, bundle: &Arc<Bundle>) -> LaidOut {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        kept.filter(|(of, _)| Arc::ptr_eq(of, bundle)).map(|(_, laid_out)| laid_out).unwrap_or_default()
    }

    fn keep(&self, bundle: &Arc<Bundle>, laid_out: LaidOut) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((Arc::clone(bundle), laid_out));
    }
}

/// Works the page out, with what `drawings` has of it.
pub fn spawn_preview(
    request: PreviewRequest,
    drawings: &Drawings,
    wake: impl Fn() + Send + Sync + 'static,
) -> Task<Preview> {
    let (asked, drawings) = (request.clone(), drawings.clone());
    let work = move |_: &Control<'_, Preview>| {
        let mut kept = drawings.take(&request.bundle);
        let page = page(&request, &mut kept);
        drawings.keep(&request.bundle, kept);
        Preview { of: request, page, is_broken: false }
    };
    let broken = move |why: Broken| {
        let text = texts::page_not_drawn(asked.lang, why.cause(asked.lang));
        Preview { of: asked.clone(), page: Err(text), is_broken: true }
    };
    spawn("preview", work, broken, wake)
}

/// A figure kept, in small.
#[derive(Clone, Debug)]
pub struct Thumbnail {
    pub of: Arc<KeptFigure>,
    /// What it was drawn from.
    bundle: Arc<Bundle>,
    /// What it looks like; none where it cannot be drawn.
    pub picture: Option<Picture>,
}

impl Thumbnail {
    /// Whether it shows that figure, as it is and with those data.
    pub fn is(&self, kept: &Arc<KeptFigure>, bundle: &Arc<Bundle>) -> bool {
        Arc::ptr_eq(&self.of, kept) && Arc::ptr_eq(&self.bundle, bundle)
    }
}

/// Draws a figure kept as small as fits a square of so many pixels.
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

fn page(request: &PreviewRequest, laid_out: &mut LaidOut) -> Result<PreviewPage, String> {
    let PreviewRequest { bundle, figures, id, width, lang } = request;
    let sources = bundle.sources();
    let told = |error: FigureError| figure_error(*lang, &error);
    let kept = figures.iter().find(|kept| kept.id == *id);
    let spec = &kept.ok_or_else(|| told(FigureError::NoElements(FigureSpec::MOST_ELEMENTS)))?.spec;
    let Warned { value: figure, remarks } = compose::build_again(spec, sources, laid_out).map_err(told)?;
    let picture = picture(&figure.scene, *width).map_err(|error| export_error(*lang, &error))?;
    let findings = check::page(spec, &sisters(figures, *id), sources).map_err(told)?;
    let found = |remark: &Remark| findings.iter().any(|(_, finding)| finding.remark == *remark);
    Ok(PreviewPage {
        reading: reading::figure(&figure.parts, sources),
        picture,
        caption: figure.caption,
        description: figure.scene.description,
        remarks: remarks.into_iter().filter(|remark| !found(remark)).collect(),
        findings,
    })
}

/// The elements of the other figures kept.
fn sisters(figures: &[Arc<KeptFigure>], id: u64) -> Vec<Element> {
    figures.iter().filter(|kept| kept.id != id).flat_map(|kept| kept.spec.elements()).cloned().collect()
}
