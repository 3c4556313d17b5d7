//! Checks of what combines several specs: an element with its page, a page with its elements, a project with all of
//! them.

use crate::base::Code;

use super::bounds::{Many, OutOfBounds, names};
use super::element::Element;
use super::figure_spec::FigureSpec;
use super::kept_figure::PageStyle;
use super::own_indicator::OwnIndicator;
use super::page::PageSpec;
use super::project::Project;

/// The shares that a row or a cell may have of its page: they are relative to the others, and their sum must be finite.
const SHARES: std::ops::RangeInclusive<f64> = 1e-6..=1e6;

impl Element {
    /// Checks the settings of the element, including its page.
    ///
    /// # Errors
    /// The first setting that is out of bounds.
    pub fn check(&self) -> Result<(), OutOfBounds> {
        self.page().check()?;
        Many::Selected.check(self.spec().selected().len())?;
        names(self.spec().selected().iter().map(Code::as_str))?;
        names(self.spec().indicators())?;
        self.spec().check()
    }
}

impl FigureSpec {
    /// Checks the settings of the page and its elements.
    ///
    /// # Errors
    /// The first setting that is out of bounds.
    pub fn check(&self) -> Result<(), OutOfBounds> {
        self.page.check()?;
        Many::Elements.check(self.rows.len())?;
        Many::Elements.check(self.elements().count())?;
        let cells = self.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.width);
        let mut shares = self.rows.iter().map(|row| row.height).chain(cells);
        if let Some(share) = shares.find(|share| !SHARES.contains(share)) {
            return Err(OutOfBounds::Share(share));
        }
        self.elements().try_for_each(Element::check)
    }
}

impl PageStyle {
    /// Checks that a page can have it.
    ///
    /// # Errors
    /// The first setting that is out of bounds.
    pub fn check(&self) -> Result<(), OutOfBounds> {
        names([self.name.as_str()])?;
        self.on(&PageSpec::default()).check()
    }
}

/// The most bytes of notes or of a typed reading.
const MOST_OF_NOTES: usize = 1 << 20;

impl Project {
    /// Checks the settings of its views and figures.
    ///
    /// # Errors
    /// The first setting that is out of bounds.
    pub fn check(&self) -> Result<(), OutOfBounds> {
        let document = &self.document;
        Many::Figures.check(document.figures.len())?;
        Many::Sets.check(document.sets.len())?;
        Many::Views.check(document.views.len())?;
        Many::Packs.check(self.packs.len())?;
        document.sets.iter().try_for_each(|set| Many::Selected.check(set.codes.len()))?;
        OwnIndicator::check(&document.own)?;
        names(document.sets.iter().map(|set| set.name.as_str()))?;
        names(document.sets.iter().flat_map(|set| &set.codes).map(Code::as_str))?;
        names(self.packs.iter().map(|pack| pack.file.as_str()))?;
        names(document.figures.iter().map(|kept| kept.name.as_str()))?;
        names([self.name.as_str()])?;
        let readings = document.figures.iter().filter_map(|kept| kept.reading.as_deref());
        for text in readings.chain([self.notes.as_str()]) {
            if text.len() > MOST_OF_NOTES {
                return Err(OutOfBounds::Letters(text.chars().count()));
            }
        }
        Element::from(document.map.clone()).check()?;
        if let Some(published) = &document.published {
            Many::Views.check(published.views.len())?;
            names([published.indicator.as_str()])?;
        }
        let published = document.published.iter().flat_map(|published| &published.views);
        document.views.iter().chain(published).try_for_each(Element::check)?;
        document.figures.iter().try_for_each(|figure| figure.spec.check())
    }
}
