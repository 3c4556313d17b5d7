//! How large a table is set, and how much of it fits on its page.

use std::ops::Range;

use crate::data::Atlas;
use crate::document::TableSpec;
use crate::figure::FigureError;
use crate::figure::page::layout::Box2;
use crate::figure::page::style::Sizes;

use super::columns::{ColumnPlace, Columns, HEAD_LEADING, Measured, Room, Span};
use super::grid::Grid;
use super::model::TableModel;

/// The smallest and the largest height of a row, in type sizes.
const ROW: [f64; 2] = [1.34, 2.1];
/// Room below the table for the key of the colours, in type sizes.
pub(crate) const KEY: f64 = 2.2;
/// Space between blocks side by side, in type sizes.
const BETWEEN: f64 = 2.4;
/// The most blocks side by side.
const BLOCKS: usize = 4;
/// The largest share of the width for names: of territories, and the longer ones of indicators.
const NAMES: f64 = 0.34;
const TURNED_NAMES: f64 = 0.5;
/// The number of type sizes tried above that of legends, and from there down to that of labels.
const LARGER: usize = 3;
const STEPS: usize = 6;
/// Neither a type larger than that of legends nor several blocks are worth a header of more lines.
const HEAD_LINES: f64 = 5.0;

/// Lines of the table one below the other; a long table of few columns has several such blocks side by side.
#[derive(Clone, Debug)]
pub struct Block {
    /// How far it is to the right of the first.
    pub shift: f64,
    /// Its lines before the rule, and those after it.
    pub rows: Range<usize>,
    pub after: Range<usize>,
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
    /// The columns that fit, where they stand in the first block.
    pub columns: Vec<ColumnPlace>,
    /// What several columns share.
    pub spans: Vec<Span>,
    /// Height of the header.
    pub head_height: f64,
    pub blocks: Vec<Block>,
    /// How many of the lines before the rule fit.
    pub rows: usize,
    /// Height of a row.
    pub row: f64,
    /// Whether there is a key of the colours below.
    pub has_key: bool,
}

impl Layout {
    /// Uses the largest type in which everything fits; a long table of few columns stands in blocks side by side. Turns the
    /// table if only that makes it fit; else uses the smallest type and whatever fits.
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
        let is_heated = spec.view.heat;
        let laying = |grid, names| {
            let measured = Measured::of(&grid, is_heated);
            Laying { grid, body, sizes, names, is_heated, measured }
        };
        let upright = laying(Grid::upright(spec, model, atlas), NAMES).largest();
        let stays = upright.as_ref().is_some_and(|layout| layout.is_whole() || layout.grid.has_steps);
        if stays || model.columns.is_empty() {
            return upright.ok_or(FigureError::NoRoom);
        }
        let turned = laying(Grid::turned(spec, model, atlas), TURNED_NAMES).largest();
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

    /// Where the longest block ends.
    pub fn bottom(&self) -> f64 {
        let lines = self.blocks.iter().map(|block| block.rows.len() + block.after.len()).max().unwrap_or(0);
        self.body.y + self.head_height + self.row * lines as f64
    }

    /// The right edge of the columns in the first block.
    pub fn right(&self) -> f64 {
        self.columns.last().map_or(self.body.x + self.name_width, |column| column.right)
    }
}

/// What a layout is made from.
struct Laying {
    grid: Grid,
    body: Box2,
    sizes: Sizes,
    /// The largest share of the width for names.
    names: f64,
    is_heated: bool,
    measured: Measured,
}

impl Laying {
    /// In the largest type in which everything fits, or else in the way that shows most.
    fn largest(self) -> Option<Layout> {
        let Sizes { subtitle, legend, label, .. } = self.sizes;
        let between = |a: f64, b: f64, step: usize, steps: usize| a + (b - a) * step as f64 / steps as f64;
        let larger = (0..LARGER).map(|step| between(subtitle.max(legend), legend, step, LARGER));
        let smaller = (0..=STEPS).map(|step| between(legend, label.min(legend), step, STEPS));
        let single = larger.map(|size| (size, 1)).chain(smaller.clone().map(|size| (size, 1)));
        // One list is easier to read than two, as long as its type is.
        let readable = (legend + label.min(legend)) / 2.0;
        let folded = smaller.flat_map(|size| (2..=BLOCKS).map(move |blocks| (size, blocks)));
        let (first, last): (Vec<_>, Vec<_>) = single.partition(|(size, _)| *size >= readable);
        let roomy: Vec<(f64, usize)> = first.into_iter().chain(folded).chain(last).collect();
        let mut best: Option<Layout> = None;
        // First with low headers, then with higher ones, last with dates on several lines.
        for (is_any_height, is_tight) in [(false, false), (true, false), (true, true)] {
            for &(size, blocks) in &roomy {
                let Some(layout) = self.at(size, blocks, is_tight) else { continue };
                let most = if blocks > 1 || size > legend { HEAD_LINES } else { f64::INFINITY };
                let is_low = layout.head_height <= size * (HEAD_LEADING * most + 1.6);
                if layout.is_whole() && (is_low || is_any_height) {
                    return Some(layout);
                }
                let shown = |layout: &Layout| (layout.columns.len(), layout.rows);
                if best.as_ref().is_none_or(|best| shown(&layout) > shown(best)) {
                    best = Some(layout);
                }
            }
        }
        best
    }

    /// In one type size and with that many blocks, which have all columns if they are several. Dates are broken only where it
    /// is tight.
    fn at(&self, size: f64, count: usize, is_tight: bool) -> Option<Layout> {
        let Self { grid, body, .. } = self;
        let between = size * BETWEEN;
        let width = (body.width - between * (count - 1) as f64) / count as f64;
        let room = Box2 { width, ..*body };
        let Columns { name_width, names_fit, places, spans, head_height } =
            self.measured.placed(grid, Room { body: room, size, names: self.names, is_tight })?;
        if count > 1 && (places.len() < grid.heads.len() || !names_fit) {
            return None;
        }
        let has_key =
            self.is_heated && grid.lines.iter().flat_map(|line| &line.cells).any(|cell| cell.heat.is_some());
        let height = body.height - if has_key { size * KEY } else { 0.0 };
        let room = (height - head_height) / size;
        let fit = (room / ROW[0]).floor() as usize;
        let (rows, after) = (grid.lines.len() - grid.after, grid.after);
        if room <= 0.0 || fit * count < (after + 1).min(after + rows) || fit < after {
            return None;
        }
        let shown = rows.min(fit * count - after);
        let each = (shown + after).div_ceil(count).max(1);
        if count > 1 && (each < 2 || (shown + after).saturating_sub(each * (count - 1)) <= after) {
            return None;
        }
        let row = (room / each as f64).clamp(ROW[0], ROW[1]) * size;
        let wide = places.last().map_or(width, |column| column.right - body.x);
        let block = |i: usize| Block {
            shift: (wide + between) * i as f64,
            rows: (each * i).min(shown)..(each * (i + 1)).min(shown),
            after: if i + 1 == count { 0..after } else { 0..0 },
        };
        Some(Layout {
            grid: grid.clone(),
            size,
            body: *body,
            name_width,
            names_fit,
            columns: places,
            spans,
            head_height,
            blocks: (0..count).map(block).collect(),
            rows: shown,
            row,
            has_key,
        })
    }
}
