//! Checks of what combines several specs: an element with its page, a page with its elements, a project with all of
//! them.

use super::bounds::OutOfBounds;
use super::element::Element;
use super::figure_spec::FigureSpec;
use super::project::Project;

impl Element {
    /// Checks the settings of the element, including its page.
    ///
    /// # Errors
    /// The first setting that is out of bounds.
    pub fn check(&self) -> Result<(), OutOfBounds> {
        self.page().check()?;
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
        let cells = self.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.width);
        let mut shares = self.rows.iter().map(|row| row.height).chain(cells);
        if let Some(share) = shares.find(|share| !(share.is_finite() && *share > 0.0)) {
            return Err(OutOfBounds::Share(share));
        }
        self.elements().try_for_each(Element::check)
    }
}

impl Project {
    /// Checks the settings of its views and figures.
    ///
    /// # Errors
    /// The first setting that is out of bounds.
    pub fn check(&self) -> Result<(), OutOfBounds> {
        let document = &self.document;
        Element::from(document.map.clone()).check()?;
        let published = document.published.iter().flat_map(|published| &published.views);
        document.views.iter().chain(published).try_for_each(Element::check)?;
        document.figures.iter().try_for_each(|figure| figure.spec.check())
    }
}
