//! How large a table is set, and how much of it fits on its page.

use crate::data::Atlas;
use crate::document::TableSpec;
use crate::figure::FigureError;
use crate::figure::page::layout::Box2;
use crate::figure::page::style::Sizes;
use crate::scene::{Weight, text};

use super::grid::Grid;
use super::model::TableModel;

/// The smallest and the largest height of a row, in type sizes.
const ROW: [f64; 2] = [1.34, 1.9];
/// Height of a line of a header, in type sizes.
pub(crate) const HEAD_LEADING: f64 = 1.16;
/// Space at the left of a column, in type sizes.
const GUTTER: f64 = 1.1;
/// A column grows no wider than this, in type sizes.
const WIDEST: f64 = 15.0;
/// The largest share of the width for names: of territories, and the longer ones of indicators.
const NAMES: f64 = 0.34;
const TURNED_NAMES: f64 = 0.5;
/// The number of type sizes tried, from that of legends down to that of labels.
const STEPS: usize = 6;

/// A column that fits.
#[derive(Clone, Debug)]
pub struct ColumnPlace {
    /// Its right edge, where its numbers end.
    pub right: f64,
    /// Width of the background of its numbers.
    pub width: f64,
    /// The lines of the three parts of its header.
    pub head: [Vec<String>; 3],
}

#[derive(Clone, Debug)]
pub struct Layout {
    pub grid: Grid,
    pub size: f64,
    /// The room between heading and footer.
    pub body: Box2,
    /// Width of the names.
    pub name_width: f64,
    /// Whether every name fits.
    names_fit: bool,
    /// The columns that fit.
    pub columns: Vec<ColumnPlace>,
    /// Height of the header.
    pub head_height: f64,
    /// How many of the lines before the rule fit.
    pub rows: usize,
    /// Height of a row.
    pub row: f64,
}

/// The layout in one type size.
struct Fitted {
    name_width: f64,
    /// Whether every name fits.
    names_fit: bool,
    columns: Vec<ColumnPlace>,
    head_height: f64,
    rows: usize,
    row: f64,
}

impl Layout {
    /// Uses the largest type in which everything fits; turns the table if only that makes it fit; else uses the
    /// smallest type and whatever fits.
    ///
    /// # Errors
    /// [`FigureError::NoRoom`] where not even one row and one column fit.
    pub fn new(
        spec: &TableSpec,
        model: &TableModel,
        atlas: &Atlas,
        body: Box2,
        sizes: Sizes,
    ) -> Result<Self, FigureError> {
        let upright = Self::largest(Grid::upright(spec, model, atlas), body, sizes, NAMES);
        let stays = upright.as_ref().is_some_and(|layout| layout.is_whole() || layout.grid.has_steps);
        if stays || model.columns.is_empty() {
            return upright.ok_or(FigureError::NoRoom);
        }
        let turned = Self::largest(Grid::turned(spec, model, atlas), body, sizes, TURNED_NAMES);
        turned.filter(|layout| layout.names_fit && layout.is_whole()).or(upright).ok_or(FigureError::NoRoom)
    }

    /// Whether every line and column fits.
    pub fn is_whole(&self) -> bool {
        self.rows + self.grid.after == self.grid.lines.len() && self.columns.len() == self.grid.heads.len()
    }

    /// How many of the rows and columns fit, turned or not.
    pub fn found_room(&self, model: &TableModel) -> (usize, usize) {
        match self.is_whole() {
            true => (model.shown.len(), model.columns.len()),
            false => (self.rows, self.columns.len()),
        }
    }

    /// In the largest type in which everything fits, or else the smallest.
    fn largest(grid: Grid, body: Box2, sizes: Sizes, names: f64) -> Option<Self> {
        let size = |step: usize| sizes.legend + (sizes.label - sizes.legend) * step as f64 / STEPS as f64;
        let mut last = None;
        for size in (0..=STEPS).map(size) {
            let Some(layout) = Self::at(&grid, body, size, names) else { continue };
            let is_whole =
                layout.rows + grid.after == grid.lines.len() && layout.columns.len() == grid.heads.len();
            last = Some((size, layout));
            if is_whole {
                break;
            }
        }
        let (size, Fitted { name_width, names_fit, columns, head_height, rows, row }) = last?;
        Some(Self { grid, size, body, name_width, names_fit, columns, head_height, rows, row })
    }

    fn at(grid: &Grid, body: Box2, size: f64, names: f64) -> Option<Fitted> {
        let width = |text: &str| text::width(text, size, Weight::SemiBold);
        let longest = grid.lines.iter().map(|line| width(&line.name)).fold(0.0, f64::max);
        let name_width = longest.min(body.width * names);
        // As many columns as fit at their minimum widths; the remaining width is shared out.
        let mut room = body.width - name_width;
        let mut least = Vec::new();
        for (i, head) in grid.heads.iter().enumerate() {
            let words = head.iter().flat_map(|part| part.split(' '));
            let cells = grid.lines.iter().filter_map(|line| line.cells.get(i));
            let cell = cells.map(|cell| cell.text.as_str()).max_by_key(|text| text.chars().count());
            let longest = words.map(width).fold(cell.map_or(0.0, width), f64::max);
            let needed = longest.min(body.width - name_width - size * GUTTER);
            if longest > needed + 0.01 && least.is_empty() || needed + size * GUTTER > room + 0.01 {
                break;
            }
            room -= needed + size * GUTTER;
            least.push(needed);
        }
        if least.is_empty() && !grid.heads.is_empty() {
            return None;
        }
        let share = room.max(0.0) / least.len().max(1) as f64;
        let mut right = body.x + name_width;
        let columns: Vec<ColumnPlace> = least
            .iter()
            .zip(&grid.heads)
            .map(|(least, [name, unit, when])| {
                let wide = (least + share).min((size * WIDEST).max(*least));
                right += wide + size * GUTTER;
                let wrap = |text: &str, weight| text::wrap(text, size, weight, wide + 0.01);
                let head =
                    [wrap(name, Weight::SemiBold), wrap(unit, Weight::Regular), wrap(when, Weight::Regular)];
                ColumnPlace { right, width: wide + size * GUTTER * 0.6, head }
            })
            .collect();
        let lines = |column: &ColumnPlace| column.head.iter().map(Vec::len).sum::<usize>();
        let lines = columns.iter().map(lines).max().unwrap_or(0);
        let head_height = size * (HEAD_LEADING * lines as f64 + 0.8);
        let room = (body.height - head_height) / size;
        let fit = (room / ROW[0]).floor() as usize;
        let (rows, after) = (grid.lines.len() - grid.after, grid.after);
        if room <= 0.0 || fit < (after + 1).min(after + rows) {
            return None;
        }
        let shown = rows.min(fit - after);
        let row = (room / (shown + after).max(1) as f64).clamp(ROW[0], ROW[1]) * size;
        let names_fit = longest <= name_width;
        Some(Fitted { name_width, names_fit, columns, head_height, rows: shown, row })
    }
}
