//! Moving the elements of a page on its grid.

use super::element::Element;
use super::figure_spec::{Cell, FigureSpec, Row};
use super::page::PageSpec;

/// The default share of a row or cell.
const SHARE: f64 = 1.0;
/// The share of the first row of [`Arrangement::Lead`]: a map needs more room than what is below it.
const LEAD_SHARE: f64 = 1.5;

/// The position of an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Row, counted from the top.
    pub row: usize,
    /// Cell, counted from the left.
    pub cell: usize,
}

/// The direction in which an element is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// Before the one on its left.
    Left,
    /// After the one on its right.
    Right,
    /// Out of its row into a new one above, or, when it is alone in its row, to the end of the row above.
    Up,
    Down,
}

/// A standard arrangement of the elements of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    One,
    Beside,
    /// One below the other.
    Stacked,
    /// The first above the others, which are side by side.
    Lead,
}

impl Arrangement {
    /// The number of elements it is meant for.
    pub fn elements(self) -> usize {
        match self {
            Self::One => 1,
            Self::Beside | Self::Stacked => 2,
            Self::Lead => 3,
        }
    }
}

impl FigureSpec {
    pub fn element(&self, at: Place) -> Option<&Element> {
        self.rows.get(at.row)?.cells.get(at.cell).map(|cell| &cell.element)
    }

    /// The element at a place, for editing.
    pub fn element_mut(&mut self, at: Place) -> Option<&mut Element> {
        self.rows.get_mut(at.row)?.cells.get_mut(at.cell).map(|cell| &mut cell.element)
    }

    /// The places of its elements, row by row.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        let cells = |(row, of): (usize, &Row)| (0..of.cells.len()).map(move |cell| Place { row, cell });
        self.rows.iter().enumerate().flat_map(cells)
    }

    /// Replaces the page. Its settings for maps apply to each of them.
    pub(crate) fn set_page(&mut self, page: PageSpec) {
        for element in self.elements_mut() {
            let own = element.page_mut();
            (own.labels, own.legend) = (page.labels, page.legend);
        }
        self.page = page;
    }

    /// Adds an element in a new row below the others, unless the page is full.
    pub fn add(&mut self, mut element: Element) {
        if self.elements().count() >= Self::MOST_ELEMENTS {
            return;
        }
        let (labels, legend) = (self.page.labels, self.page.legend);
        *element.page_mut() = PageSpec { labels, legend, ..PageSpec::default() };
        for other in self.elements_mut() {
            let own = other.page_mut();
            (own.labels, own.legend) = (labels, legend);
        }
        element.spec_mut().set_lang(self.lang);
        self.rows.push(Row { height: SHARE, cells: vec![Cell { width: SHARE, element }] });
    }

    /// Removes an element, unless it is the last.
    pub fn remove(&mut self, at: Place) {
        if self.element(at).is_some() && self.elements().count() > 1 {
            self.take(at);
        }
    }

    /// Moves an element and returns its new place.
    pub fn shift(&mut self, at: Place, towards: Towards) -> Place {
        let Some(row) = self.rows.get_mut(at.row).filter(|row| at.cell < row.cells.len()) else { return at };
        let alone = row.cells.len() == 1;
        match towards {
            Towards::Left if at.cell > 0 => {
                row.cells.swap(at.cell, at.cell - 1);
                Place { cell: at.cell - 1, ..at }
            }
            Towards::Right if at.cell + 1 < row.cells.len() => {
                row.cells.swap(at.cell, at.cell + 1);
                Place { cell: at.cell + 1, ..at }
            }
            Towards::Up if !alone => self.alone_at(at, at.row),
            Towards::Down if !alone => self.alone_at(at, at.row + 1),
            Towards::Up if at.row > 0 => self.join(at, at.row - 1),
            // The row it left is gone, so the row below now has its number.
            Towards::Down if at.row + 1 < self.rows.len() => self.join(at, at.row),
            _ => at,
        }
    }

    /// Takes an element to a side of another one, and returns its new place: beside it in its row, or in a row of its own above
    /// or below.
    pub fn put_beside(&mut self, from: Place, to: Place, side: Towards) -> Place {
        if from == to || self.element(from).is_none() || self.element(to).is_none() {
            return from;
        }
        let is_alone = self.rows[from.row].cells.len() == 1;
        let cell = Cell { width: SHARE, ..self.take(from) };
        let mut to = to;
        if is_alone && from.row < to.row {
            to.row -= 1;
        } else if !is_alone && from.row == to.row && from.cell < to.cell {
            to.cell -= 1;
        }
        match side {
            Towards::Left | Towards::Right => {
                let at = to.cell + usize::from(side == Towards::Right);
                self.rows[to.row].cells.insert(at, cell);
                Place { row: to.row, cell: at }
            }
            Towards::Up | Towards::Down => {
                let row = to.row + usize::from(side == Towards::Down);
                self.rows.insert(row, Row { height: SHARE, cells: vec![cell] });
                Place { row, cell: 0 }
            }
        }
    }

    /// Divides the height of two rows, the second of which is below the first.
    pub fn divide_rows(&mut self, row: usize, share: f64) {
        if let Some([above, below]) = self.rows.get_mut(row..).and_then(|rows| rows.first_chunk_mut()) {
            [above.height, below.height] = divided(above.height + below.height, share);
        }
    }

    /// Divides the width of two elements, the second of which is on the right of the first.
    pub fn divide_cells(&mut self, at: Place, share: f64) {
        let cells = self.rows.get_mut(at.row).and_then(|row| row.cells.get_mut(at.cell..));
        if let Some([left, right]) = cells.and_then(|cells| cells.first_chunk_mut()) {
            [left.width, right.width] = divided(left.width + right.width, share);
        }
    }

    /// Puts all elements into a standard arrangement.
    pub fn arrange(&mut self, arrangement: Arrangement) {
        let mut cells: Vec<Cell> =
            std::mem::take(&mut self.rows).into_iter().flat_map(|row| row.cells).collect();
        cells.iter_mut().for_each(|cell| cell.width = SHARE);
        let row = |height, cells| Row { height, cells };
        self.rows = match arrangement {
            Arrangement::One => {
                cells.truncate(1);
                vec![row(SHARE, cells)]
            }
            Arrangement::Beside => vec![row(SHARE, cells)],
            Arrangement::Stacked => cells.into_iter().map(|cell| row(SHARE, vec![cell])).collect(),
            Arrangement::Lead => {
                let others = cells.split_off(cells.len().min(1));
                let rows = [row(LEAD_SHARE, cells), row(SHARE, others)];
                rows.into_iter().filter(|row| !row.cells.is_empty()).collect()
            }
        };
    }

    /// Removes the cell, and its row if that becomes empty. The place must exist.
    fn take(&mut self, at: Place) -> Cell {
        let cell = self.rows[at.row].cells.remove(at.cell);
        if self.rows[at.row].cells.is_empty() {
            self.rows.remove(at.row);
        }
        cell
    }

    fn alone_at(&mut self, at: Place, row: usize) -> Place {
        let cell = Cell { width: SHARE, ..self.take(at) };
        self.rows.insert(row, Row { height: SHARE, cells: vec![cell] });
        Place { row, cell: 0 }
    }

    fn join(&mut self, at: Place, row: usize) -> Place {
        let cell = Cell { width: SHARE, ..self.take(at) };
        let cells = &mut self.rows[row].cells;
        cells.push(cell);
        Place { row, cell: cells.len() - 1 }
    }
}

/// Two shares of a sum, neither so small that nothing fits into it.
fn divided(sum: f64, share: f64) -> [f64; 2] {
    const LEAST: f64 = 0.1;
    let first = sum * share.clamp(LEAST, 1.0 - LEAST);
    [first, sum - first]
}

#[cfg(test)]
mod tests {
    use crate::base::Date;
    use crate::document::MapSpec;

    use super::*;

    /// A page of maps of indicators called `a`, `b`, …
    fn page(of: usize) -> FigureSpec {
        let date = Date::new(2023, 1, 1).unwrap();
        let element = |i: usize| Element::Map(MapSpec::new(char::from(b'a' + i as u8), date));
        let mut page = FigureSpec::of(element(0));
        (1..of).for_each(|i| page.add(element(i)));
        page
    }

    /// Rows separated by `/`.
    fn shown(page: &FigureSpec) -> String {
        let row = |row: &Row| {
            row.cells.iter().flat_map(|cell| cell.element.spec().indicators()).collect::<String>()
        };
        page.rows.iter().map(row).collect::<Vec<_>>().join("/")
    }

    #[test]
    fn elements_move_about_the_grid() {
        let mut page = page(3);
        assert_eq!(shown(&page), "a/b/c");
        let mut at = Place { row: 2, cell: 0 };
        for (towards, expected) in [
            (Towards::Up, "a/bc"),
            (Towards::Left, "a/cb"),
            (Towards::Up, "a/c/b"),
            (Towards::Up, "ac/b"),
            (Towards::Right, "ac/b"),
            (Towards::Down, "a/c/b"),
            (Towards::Down, "a/bc"),
            (Towards::Down, "a/b/c"),
            (Towards::Down, "a/b/c"),
        ] {
            at = page.shift(at, towards);
            assert_eq!(shown(&page), expected, "{towards:?}");
            assert_eq!(page.element(at).unwrap().spec().indicators(), ["c"]);
        }
        assert_eq!(page.shift(Place { row: 7, cell: 0 }, Towards::Up), Place { row: 7, cell: 0 });
    }

    #[test]
    fn elements_are_taken_to_a_side_of_another() {
        let place = |row, cell| Place { row, cell };
        for (from, to, side, expected, at) in [
            (place(0, 0), place(2, 0), Towards::Left, "b/ac", place(1, 0)),
            (place(0, 0), place(2, 0), Towards::Right, "b/ca", place(1, 1)),
            (place(2, 0), place(0, 0), Towards::Up, "c/a/b", place(0, 0)),
            (place(2, 0), place(0, 0), Towards::Down, "a/c/b", place(1, 0)),
            (place(1, 0), place(1, 0), Towards::Left, "a/b/c", place(1, 0)),
            (place(1, 0), place(9, 0), Towards::Left, "a/b/c", place(1, 0)),
        ] {
            let mut page = page(3);
            assert_eq!(page.put_beside(from, to, side), at, "{expected}");
            assert_eq!(shown(&page), expected);
        }
        let mut row = page(3);
        row.arrange(Arrangement::Beside);
        assert_eq!(row.put_beside(place(0, 0), place(0, 2), Towards::Right), place(0, 2));
        assert_eq!(shown(&row), "bca");
        assert_eq!(row.put_beside(place(0, 1), place(0, 0), Towards::Down), place(1, 0));
        assert_eq!(shown(&row), "ba/c");
    }

    #[test]
    fn borders_divide_what_is_on_both_sides() {
        let mut page = page(2);
        page.divide_rows(0, 0.75);
        assert_eq!(page.rows.iter().map(|row| row.height).collect::<Vec<_>>(), [1.5, 0.5]);
        page.divide_rows(0, 2.0);
        assert!(page.rows[1].height > 0.1, "the other keeps some room");
        page.divide_rows(1, 0.5);
        page.arrange(Arrangement::Beside);
        page.divide_cells(Place::default(), 0.25);
        assert_eq!(page.rows[0].cells.iter().map(|cell| cell.width).collect::<Vec<_>>(), [0.5, 1.5]);
    }

    #[test]
    fn arrangements_keep_every_element_but_the_first_alone() {
        let mut page = page(4);
        for (arrangement, expected) in [
            (Arrangement::Lead, "a/bcd"),
            (Arrangement::Beside, "abcd"),
            (Arrangement::Stacked, "a/b/c/d"),
            (Arrangement::One, "a"),
            (Arrangement::Lead, "a"),
        ] {
            page.arrange(arrangement);
            assert_eq!(shown(&page), expected, "{arrangement:?}");
        }
    }

    #[test]
    fn the_last_element_stays_and_a_full_page_takes_no_more() {
        let mut full = page(FigureSpec::MOST_ELEMENTS + 3);
        assert_eq!(full.elements().count(), FigureSpec::MOST_ELEMENTS);
        (0..20).for_each(|_| full.remove(Place::default()));
        assert_eq!(shown(&full), "i");
        full.remove(Place { row: 0, cell: 4 });
        assert_eq!(shown(&full), "i");
    }
}
