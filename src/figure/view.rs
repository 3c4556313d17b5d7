//! The trait of a view, with everything that one kind of figure needs. A view without a reading, an alternative text,
//! a table of its numbers or checks does not compile.
//!
//! [`registry`](super::registry) lists the views; no other code knows how many there are.

use serde_json::Value as Json;

use super::remark::{Remark, Warned};
use crate::data::{Atlas, Reference, WhatIf};
use crate::document::{Element, PageSpec, Spec};
use crate::i18n::Text;
use crate::scene::{LayerCrs, MapLayer, Node, Scene, Workbook};

use super::aside::Asides;
use super::check::Finding;
use super::error::FigureError;
use super::hypothesis::{HypothesisWords, hypothesis_words};
use super::map::Basemap;
use super::page::ink::ClassColours;
use super::page::{self, Page, Words};
use super::quality::Moves;
use super::withheld::Compared;

/// How many times the texts around a figure are composed again, until they name exactly what did not fit between
/// them.
const SETTLES: usize = 4;

/// What figures are made from. Passed as a whole, so that a view that needs one more thing can have it without a new
/// parameter everywhere.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    pub atlas: &'a Atlas,
    /// Shapes and adjacency.
    pub basemap: &'a Basemap,
}

/// The same data, as they are or with other Ambiti.
pub enum Grouped<'a> {
    AsTheyAre(Sources<'a>),
    Otherwise(Box<(Atlas, Basemap)>),
}

impl<'a> Sources<'a> {
    /// The same data under a hypothesis, or with the official Ambiti.
    ///
    /// # Errors
    /// The hypothesis makes no sense for these territories.
    pub fn under(self, what_if: &WhatIf) -> Result<Grouped<'a>, FigureError> {
        if self.atlas.what_if() == *what_if {
            return Ok(Grouped::AsTheyAre(self));
        }
        let atlas = self.atlas.under(what_if)?;
        let basemap = self.basemap.regrouped(&atlas.territories);
        Ok(Grouped::Otherwise(Box::new((atlas, basemap))))
    }
}

impl Grouped<'_> {
    pub fn sources(&self) -> Sources<'_> {
        match self {
            Self::AsTheyAre(sources) => *sources,
            Self::Otherwise(own) => Sources { atlas: &own.0, basemap: &own.1 },
        }
    }
}

/// A kind of figure.
pub trait View: Sized {
    /// Its settings.
    type Spec: Spec + Clone;
    /// Its contents, computed: every number, class and comparison is decided here once.
    type Model;
    /// How the model fits the page; `()` where everything is always shown.
    type Layout;

    /// The name of this kind of figure.
    const NAME: Text;
    /// How it is read, in a few words.
    const HOW_TO_READ: Text;
    /// The section of the guide that says more, by its heading.
    const IN_GUIDE: &'static str;
    /// Whether the value of the ATS is in the figure.
    const SHOWS_ATS: bool = true;

    /// Computes the model.
    ///
    /// # Errors
    /// See [`FigureError`]. An indicator without a single value is not an error.
    fn model(spec: &Self::Spec, sources: Sources<'_>) -> Result<Warned<Self::Model>, FigureError>;

    /// The texts around the figure: title, subtitle, source, remarks, and what did not fit.
    ///
    /// # Errors
    /// See [`FigureError`].
    fn words(prepared: &Prepared<'_, Self>, left_out: Option<&Remark>) -> Result<Words, FigureError>;

    /// Lays out the model between heading and footer.
    ///
    /// # Errors
    /// [`FigureError::NoRoom`] where there is too little.
    fn lay_out(prepared: &Prepared<'_, Self>, page: &Page) -> Result<Self::Layout, FigureError>;

    /// The part of the model that is on the page, with its remarks; `None` where all of it is. Texts are composed from this part:
    /// they must not speak of what is on another page.
    fn on_page(prepared: &Prepared<'_, Self>, layout: &Self::Layout) -> Option<Warned<Self::Model>> {
        let _ = (prepared, layout);
        None
    }

    /// A remark on what did not fit.
    fn left_out(prepared: &Prepared<'_, Self>, layout: &Self::Layout) -> Option<Remark> {
        let _ = (prepared, layout);
        None
    }

    /// The nodes of the page, with remarks from drawing it.
    ///
    /// # Errors
    /// [`FigureError::NoRoom`] where there is too little.
    fn draw(
        prepared: &Prepared<'_, Self>,
        layout: &Self::Layout,
        page: &Page,
    ) -> Result<Warned<Vec<Node>>, FigureError>;

    /// The alternative text, for screen readers.
    fn alt_text(prepared: &Prepared<'_, Self>) -> String;

    /// The reading, sentence by sentence.
    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String>;

    /// The numbers of the figure.
    fn table(prepared: &Prepared<'_, Self>) -> Workbook;

    /// Its units as a layer for a geographic information system; `None` for what is no map.
    ///
    /// # Errors
    /// See [`FigureError`].
    fn layer(prepared: &Prepared<'_, Self>, crs: LayerCrs) -> Result<Option<MapLayer>, FigureError> {
        let _ = (prepared, crs);
        Ok(None)
    }

    /// Its contents as JSON, including which of them fitted if it was laid out.
    fn facts(prepared: &Prepared<'_, Self>, layout: Option<&Self::Layout>) -> Json;

    /// What could mislead in it or in comparison with its sisters, the other figures of the document; only what
    /// concerns this kind of figure.
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

    /// Those of them that its texts speak of: on a page that shows a part, the ones of that part.
    fn told(prepared: &Prepared<'_, Self>) -> Vec<(String, Reference)> {
        Self::used(prepared.spec, prepared.sources.atlas)
    }

    /// The values that its texts compare with each other: whose are the lowest and the highest, who comes first. What is
    /// withheld could change that, which is said of every figure.
    fn compared<'a>(prepared: &Prepared<'a, Self>) -> Vec<Compared<'a>> {
        let _ = prepared;
        Vec::new()
    }

    /// The dates between which its texts tell a change: values of unlike status may change for that alone, which is said of every
    /// figure.
    fn changes(prepared: &Prepared<'_, Self>) -> Vec<Moves> {
        let _ = prepared;
        Vec::new()
    }

    /// Whether it contains text of label size.
    fn has_labels(page: &PageSpec) -> bool {
        let _ = page;
        true
    }

    /// The colours that stand for classes, in order; in black and white they become patterns.
    fn classes(model: &Self::Model) -> ClassColours<'_> {
        let _ = model;
        ClassColours::default()
    }
}

/// A view with its numbers, from which all its texts are composed.
pub struct Prepared<'a, V: View> {
    pub spec: &'a V::Spec,
    pub model: &'a V::Model,
    /// Remarks on the numbers.
    pub remarks: &'a [Remark],
    /// The data they were computed from.
    pub sources: Sources<'a>,
}

impl<'a, V: View> Prepared<'a, V> {
    /// The same with a part of its numbers.
    fn of_part<'p>(&self, part: Option<&'p Warned<V::Model>>) -> Prepared<'p, V>
    where
        'a: 'p,
    {
        let Self { spec, sources, .. } = *self;
        match part {
            Some(part) => Prepared { spec, model: &part.value, remarks: &part.remarks, sources },
            None => Prepared { spec, model: self.model, remarks: self.remarks, sources },
        }
    }

    /// The texts around the figure, with the hypothesis it stands on.
    ///
    /// # Errors
    /// See [`FigureError`].
    pub fn words(&self, left_out: Option<&Remark>) -> Result<Words, FigureError> {
        let mut words = V::words(self, left_out)?;
        words.footer.remarks.extend(self.asides().all());
        Ok(match self.hypothesis() {
            Some(hypothesis) => words.under(hypothesis, self.spec.page()),
            None => words,
        })
    }

    /// The hypothesis in force, in words, if the figure shows something of it.
    pub fn hypothesis(&self) -> Option<HypothesisWords> {
        hypothesis_words(self.spec, self.sources.atlas)
    }

    fn asides(&self) -> Asides {
        let (atlas, used) = (self.sources.atlas, V::told(self));
        let asides = Asides::of(self.spec, &used, &V::compared(self), &V::changes(self), atlas);
        if V::SHOWS_ATS { asides } else { asides.without_ats() }
    }

    /// The reading, sentence by sentence, after the hypothesis it stands on.
    pub fn reading(&self) -> Vec<String> {
        let hypothesis = self.hypothesis().map(|hypothesis| hypothesis.full);
        hypothesis.into_iter().chain(V::reading(self)).chain(self.asides().all()).collect()
    }

    /// The alternative text, for screen readers.
    pub fn alt_text(&self) -> String {
        let own = V::alt_text(self);
        std::iter::once(own).chain(self.asides().of_picture()).collect::<Vec<_>>().join(" ")
    }

    /// Its contents as JSON, with the hypothesis they stand on.
    pub fn facts(&self, layout: Option<&V::Layout>) -> Json {
        let mut facts = V::facts(self, layout);
        if let Some(hypothesis) = self.hypothesis() {
            facts["what_if"] = hypothesis.json;
        }
        facts
    }

    /// The numbers of the figure. A sheet used without its figure must say what its numbers are.
    ///
    /// # Errors
    /// See [`FigureError`].
    pub fn table(&self) -> Result<Workbook, FigureError> {
        let mut book = V::table(self);
        if let Some(sheet) = book.sheets.first_mut().filter(|sheet| sheet.notes.is_empty()) {
            sheet.notes = self.words(None)?.notes(self.spec.page());
        }
        if let Some(hypothesis) = self.hypothesis() {
            hypothesis.mark(&mut book, self.spec.lang());
        }
        Ok(book)
    }
}

/// A view laid out on its page, with the numbers it was drawn from.
#[derive(Clone, Debug)]
pub struct ViewOnPage<V: View> {
    pub spec: V::Spec,
    pub model: V::Model,
    /// How they fit the page.
    pub layout: V::Layout,
    /// Remarks on the numbers.
    pub remarks: Vec<Remark>,
    /// What of the model is on the page, where not all of it is.
    pub part: Option<Warned<V::Model>>,
    pub scene: Scene,
    /// Its texts, including those of the footer even where the page has no footer of its own.
    pub words: Words,
}

impl<V: View> ViewOnPage<V> {
    /// The view with all its numbers, those on other pages included.
    pub fn whole<'a>(&'a self, sources: Sources<'a>) -> Prepared<'a, V> {
        Prepared { spec: &self.spec, model: &self.model, remarks: &self.remarks, sources }
    }

    /// The view with its numbers, from which its texts are composed.
    pub fn prepared<'a>(&'a self, sources: Sources<'a>) -> Prepared<'a, V> {
        let (model, remarks) = match &self.part {
            Some(part) => (&part.value, &part.remarks),
            None => (&self.model, &self.remarks),
        };
        Prepared { spec: &self.spec, model, remarks, sources }
    }
}

/// Lays a view out for a panel of the window, with its width, height and type size. The drawing is that of a page
/// without heading and footer, which the window shows beside it.
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
    let words = prepared.words(None)?;
    let mut scene = words.scene(prepared.spec.page(), prepared.spec.lang(), prepared.alt_text(), nodes);
    (scene.width.0, scene.height.0) = room.into();
    Ok((scene, layout))
}

/// Lays a view out on its page.
///
/// # Errors
/// See [`FigureError`].
pub fn build<V: View>(spec: &V::Spec, sources: Sources<'_>) -> Result<Warned<ViewOnPage<V>>, FigureError> {
    page::check_size(spec.page())?;
    spec.check()?;
    let Warned { value: model, remarks } = V::model(spec, sources)?;
    let prepared = Prepared { spec, model: &model, remarks: &remarks, sources };
    // The texts depend on what fits, and what fits depends on the texts.
    let mut left_out = None;
    let mut words = prepared.words(None)?;
    let mut page = Page::new(spec.page(), &words);
    let mut layout = V::lay_out(&prepared, &page)?;
    for _ in 0..SETTLES {
        let now = V::left_out(&prepared, &layout);
        if now == left_out {
            break;
        }
        left_out = now;
        words = prepared.words(left_out.as_ref())?;
        page = Page::new(spec.page(), &words);
        layout = V::lay_out(&prepared, &page)?;
    }
    // Pages are cut with the room that the texts of all of them leave, or a row could be on two of them and another on none.
    let part = V::on_page(&prepared, &layout);
    if part.is_some() {
        words = prepared.of_part(part.as_ref()).words(left_out.as_ref())?;
    }
    let Warned { value: nodes, remarks: of_drawing } = V::draw(&prepared, &layout, &page)?;
    let told = prepared.of_part(part.as_ref());
    let scene = words.scene(spec.page(), spec.lang(), told.alt_text(), nodes);
    let all = told.remarks.iter().cloned().chain(of_drawing).collect();
    Ok(Warned {
        value: ViewOnPage { spec: spec.clone(), model, layout, remarks, part, scene, words },
        remarks: all,
    })
}
