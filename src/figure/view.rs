//! What makes a view: one trait, with everything a figure of one kind needs. A view without a reading, an alternative text,
//! a table of its numbers or checks does not compile.
//!
//! [`registry`](super::registry) lists the views; nothing else knows how many there are.

use serde_json::Value as Json;

use super::remark::{Remark, Warned};
use crate::base::Rgb;
use crate::data::{Atlas, Reference};
use crate::document::{Element, PageSpec, Spec};
use crate::i18n::Text;
use crate::scene::{Node, Scene, Workbook};

use super::check::Finding;
use super::error::FigureError;
use super::map::Basemap;
use super::page::{self, Page, Words};

/// How often the words around a figure are written again until they tell what found no room between them.
const SETTLES: usize = 4;

/// What figures are made from. Passed whole, so that a view that needs one thing more needs no road of its own.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    pub atlas: &'a Atlas,
    /// Shapes, and who borders on whom.
    pub basemap: &'a Basemap,
}

/// A kind of figure.
pub trait View: Sized {
    /// What is asked for.
    type Spec: Spec + Clone;
    /// What it shows, computed: every number, class and comparison, decided here once.
    type Model;
    /// How the model fills the room of its page; `()` where it is always shown whole.
    type Layout;

    /// What a figure of this kind is called.
    const NAME: Text;

    /// Computes the model.
    ///
    /// # Errors
    /// See [`FigureError`]. An indicator without a single value is no error.
    fn model(spec: &Self::Spec, sources: Sources<'_>) -> Result<Warned<Self::Model>, FigureError>;

    /// The words around the figure: title, subtitle, source, remarks, and what has found no room.
    ///
    /// # Errors
    /// See [`FigureError`].
    fn words(prepared: &Prepared<'_, Self>, left_out: Option<&Remark>) -> Result<Words, FigureError>;

    /// Finds room for the model between heading and footer.
    ///
    /// # Errors
    /// [`FigureError::NoRoom`] where there is too little.
    fn lay_out(prepared: &Prepared<'_, Self>, page: &Page) -> Result<Self::Layout, FigureError>;

    /// What has found no room.
    fn left_out(prepared: &Prepared<'_, Self>, layout: &Self::Layout) -> Option<Remark> {
        let _ = (prepared, layout);
        None
    }

    /// The nodes of the page, and remarks on how it was drawn.
    ///
    /// # Errors
    /// [`FigureError::NoRoom`] where there is too little.
    fn draw(
        prepared: &Prepared<'_, Self>,
        layout: &Self::Layout,
        page: &Page,
    ) -> Result<Warned<Vec<Node>>, FigureError>;

    /// What the picture shows, for a reader that cannot see it.
    fn alt_text(prepared: &Prepared<'_, Self>) -> String;

    /// The paragraph beside the figure, sentence by sentence.
    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String>;

    /// The numbers behind the figure.
    fn table(prepared: &Prepared<'_, Self>) -> Workbook;

    /// What it shows, for programs, with what of it found room where it was laid out.
    fn facts(prepared: &Prepared<'_, Self>, layout: Option<&Self::Layout>) -> Json;

    /// What could mislead in it, beside its sisters: what concerns this kind of figure alone.
    ///
    /// # Errors
    /// Where the figure itself, or a sister of the same indicator, cannot be made: see [`FigureError`].
    fn checks(
        spec: &Self::Spec,
        sisters: &[Element],
        sources: Sources<'_>,
    ) -> Result<Vec<Finding>, FigureError>;

    /// The values it is drawn from: indicators, each at a date or in a year.
    fn used(spec: &Self::Spec, atlas: &Atlas) -> Vec<(String, Reference)>;

    /// Whether it has type of the size of labels.
    fn has_labels(page: &PageSpec) -> bool {
        let _ = page;
        true
    }

    /// The colours that stand for classes, from the first, which patterns stand for in black and white.
    fn classes(model: &Self::Model) -> &[Rgb] {
        let _ = model;
        &[]
    }
}

/// A view with its numbers: what all that is said of it is made from.
pub struct Prepared<'a, V: View> {
    /// What was asked for.
    pub spec: &'a V::Spec,
    pub model: &'a V::Model,
    /// Remarks on the numbers.
    pub remarks: &'a [Remark],
    /// What they were made from.
    pub sources: Sources<'a>,
}

/// A view laid out on its page, with the numbers it was drawn from.
#[derive(Clone, Debug)]
pub struct Laid<V: View> {
    /// What was asked for.
    pub spec: V::Spec,
    pub model: V::Model,
    /// How they fill the page.
    pub layout: V::Layout,
    /// Remarks on the numbers.
    pub remarks: Vec<Remark>,
    pub scene: Scene,
    /// Its words: those of the footer too, even where the page has no room of its own for them.
    pub words: Words,
}

impl<V: View> Laid<V> {
    /// What all that is said of it is made from.
    pub fn prepared<'a>(&'a self, sources: Sources<'a>) -> Prepared<'a, V> {
        Prepared { spec: &self.spec, model: &self.model, remarks: &self.remarks, sources }
    }
}

/// Lays a view out for a panel of the window, of that width and height and with type of that size: the very drawing of
/// the page, without the heading and the footer, which stand beside it there.
///
/// # Errors
/// [`FigureError::NoRoom`] where there is too little; else see [`FigureError`].
pub fn in_panel<V: View>(
    prepared: &Prepared<'_, V>,
    room: [f64; 2],
    size: f64,
) -> Result<(Scene, V::Layout), FigureError> {
    let page = Page::of_panel(room, size);
    let layout = V::lay_out(prepared, &page)?;
    let nodes = V::draw(prepared, &layout, &page)?.value;
    let words = V::words(prepared, None)?;
    let mut scene = words.scene(prepared.spec.page(), prepared.spec.lang(), V::alt_text(prepared), nodes);
    (scene.width.0, scene.height.0) = room.into();
    Ok((scene, layout))
}

/// Lays a view out on its page.
///
/// # Errors
/// See [`FigureError`].
pub fn build<V: View>(spec: &V::Spec, sources: Sources<'_>) -> Result<Warned<Laid<V>>, FigureError> {
    page::check_size(spec.page())?;
    spec.check()?;
    let Warned { value: model, remarks } = V::model(spec, sources)?;
    let prepared = Prepared { spec, model: &model, remarks: &remarks, sources };
    // How much fits decides what the words say, and the words how much fits.
    let mut left_out = None;
    let mut words = V::words(&prepared, None)?;
    let mut page = Page::new(spec.page(), &words);
    let mut layout = V::lay_out(&prepared, &page)?;
    for _ in 0..SETTLES {
        let now = V::left_out(&prepared, &layout);
        if now == left_out {
            break;
        }
        left_out = now;
        words = V::words(&prepared, left_out.as_ref())?;
        page = Page::new(spec.page(), &words);
        layout = V::lay_out(&prepared, &page)?;
    }
    let Warned { value: nodes, remarks: of_drawing } = V::draw(&prepared, &layout, &page)?;
    let scene = words.scene(spec.page(), spec.lang(), V::alt_text(&prepared), nodes);
    let all = remarks.iter().cloned().chain(of_drawing).collect();
    Ok(Warned { value: Laid { spec: spec.clone(), model, layout, remarks, scene, words }, remarks: all })
}
