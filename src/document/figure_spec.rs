//! The spec of a figure: one element that fills the page, or several on a grid.

use serde::{Deserialize, Serialize};

use crate::base::Code;
use crate::data::{Atlas, WhatIf};
use crate::i18n::Lang;

use super::element::{Element, MapFrame};
use super::page::PageSpec;

/// An element and its share of the width of its row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Width, relative to the other cells of the row.
    pub width: f64,
    #[serde(flatten)]
    pub element: Element,
}

/// Elements side by side, with their share of the height of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Height, relative to the other rows.
    pub height: f64,
    /// Its cells, from left to right.
    pub cells: Vec<Cell>,
}

/// A page and the elements on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureSpec {
    /// Size, texts and appearance.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
    /// Its rows, from top to bottom.
    pub rows: Vec<Row>,
    /// The hypothesis it was made under: a figure keeps it, whatever the window shows later.
    #[serde(default, skip_serializing_if = "WhatIf::is_official")]
    pub what_if: WhatIf,
}

impl FigureSpec {
    /// The most elements a page may have: more would be unreadable on any paper.
    pub const MOST_ELEMENTS: usize = 9;

    /// A page that one element fills, under the hypothesis in force.
    pub fn under(element: Element, atlas: &Atlas) -> Self {
        Self { what_if: atlas.what_if(), ..Self::of(element) }
    }

    /// A page that one element fills, with the official Ambiti.
    pub fn of(mut element: Element) -> Self {
        let page = std::mem::take(element.page_mut());
        let lang = element.lang();
        Self {
            page,
            lang,
            rows: vec![Row { height: 1.0, cells: vec![Cell { width: 1.0, element }] }],
            what_if: WhatIf::default(),
        }
    }

    /// Its elements, row by row.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.rows.iter().flat_map(|row| &row.cells).map(|cell| &cell.element)
    }

    /// Its elements, row by row, for editing.
    pub(crate) fn elements_mut(&mut self) -> impl Iterator<Item = &mut Element> {
        self.rows.iter_mut().flat_map(|row| &mut row.cells).map(|cell| &mut cell.element)
    }

    /// The ids of the indicators it shows.
    pub fn indicators(&self) -> impl Iterator<Item = &str> {
        self.elements().flat_map(|element| element.spec().indicators())
    }

    /// The only element, if the page has just one.
    pub fn only(&self) -> Option<&Element> {
        let mut elements = self.elements();
        elements.next().filter(|_| elements.next().is_none())
    }

    /// One of its elements as a figure of its own: on the full page, in the language of the page.
    #[must_use]
    pub(crate) fn dressed(&self, mut element: Element) -> Element {
        let labels = element.page().labels;
        *element.page_mut() = self.page.clone();
        if self.only().is_none() {
            element.page_mut().labels = labels;
        }
        element.spec_mut().set_lang(self.lang);
        element
    }

    /// The same figure for one territory, selected in every element.
    #[must_use]
    pub fn about(&self, code: &Code) -> Self {
        let mut spec = self.clone();
        for element in spec.elements_mut() {
            *element.spec_mut().selected_mut() = vec![code.clone()];
            element.show_part(MapFrame::Selected);
        }
        spec
    }

    /// A name for its file: letters, digits, `_` and `-`.
    pub fn file_stem(&self) -> String {
        let first = self.elements().next().map(Element::file_stem).unwrap_or_default();
        match self.elements().count() {
            1 => first,
            n => format!("{first}_{n}"),
        }
    }
}
