//! What mends a figure.

use crate::base::{Level, Mm};
use crate::data::Method;
use crate::document::{ClassSpec, Element, Representation};

/// A change of a figure that removes what was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Mending {
    /// Circles in the place of coloured areas.
    UseSymbols,
    /// The classes of another figure, both to be made from all dates where they are of different ones.
    UseClasses(ClassSpec),
    /// Fewer classes.
    SetClassCount(usize),
    /// A palette that every reader can tell apart.
    UsePalette(&'static str),
    /// The value of the group itself.
    UsePooled,
    /// Larger territories.
    UseLevel(Level),
    /// A page of that size.
    UsePage(Mm, Mm),
}

impl Mending {
    /// Mends a figure. What a figure of its kind does not have stays as it is.
    pub fn apply(&self, figure: &mut Element) {
        match (self, figure) {
            (Self::UseSymbols, Element::Map(spec)) => spec.representation = Representation::Symbols,
            (Self::UseClasses(classes), Element::Map(spec)) => spec.classes = classes.clone(),
            (Self::SetClassCount(count), Element::Map(spec)) => spec.classes.count = *count,
            (Self::UsePalette(id), Element::Map(spec)) => spec.palette.id = (*id).to_owned(),
            (Self::UsePooled, Element::Map(spec)) => spec.method = Method::Pooled,
            (Self::UsePooled, Element::Series(spec)) => spec.method = Method::Pooled,
            (Self::UsePooled, Element::Ranking(spec)) => spec.method = Method::Pooled,
            (Self::UsePooled, Element::Scatter(spec)) => spec.method = Method::Pooled,
            (Self::UsePooled, Element::Table(spec)) => spec.method = Method::Pooled,
            (Self::UseLevel(level), Element::Map(spec)) => spec.level = *level,
            (Self::UseLevel(level), Element::Ranking(spec)) => spec.level = *level,
            (Self::UseLevel(level), Element::Scatter(spec)) => spec.level = *level,
            (Self::UsePage(width, height), figure) => {
                let page = figure.page_mut();
                (page.width, page.height) = (*width, *height);
            }
            _ => {}
        }
    }
}
