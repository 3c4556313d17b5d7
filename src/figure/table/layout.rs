//! How large a table is written, and what of it finds room on its page.

use crate::data::Atlas;
use crate::document::TableSpec;
use crate::figure::frame::Box2;
use crate::figure::map_model::FigureError;
use crate::figure::style::Sizes;
use crate::scene::{Weight, text};

use super::after::after;
use super::model::TableModel;
use super::words::{Head, cell, head};

/// Height of a row at its closest and at its widest, in type sizes.
const ROW: [f64; 2] = [1.34, 1.9];
/// Height of a line of a head, in type sizes.
pub const HEAD_LEADING: f64 = 1.16;
/// Room at the left of a column, in type sizes.
const GUTTER: f64 = 1.1;
/// A column grows no wider than this, in type sizes.
const WIDEST: f64 = 15.0;
/// Type sizes tried, from that of legends down to that of labels.
const STEPS: usize = 6;

/// A column that found room.
#[derive(Clone, Debug)]
pub struct ColumnPlace {
    /// Its right edge, where its numbers end.
    pub right: f64,
    /// Width of the ground behind its numbers.
    pub width: f64,
    /// Lines of its head: those of the name, of the unit, of the date.
    pub head: [Vec<String>; 3],
}

/// Where everything stands.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Type size.
    pub size: f64,
    /// The room between heading and footer.
    pub body: Box2,
    /// Width of the names.
    pub name_width: f64,
    /// The columns that found room.
    pub columns: Vec<ColumnPlace>,
    /// Height of the head.
    pub head_height: f64,
    /// How many of the rows shown found room.
    pub rows: usize,
    /// Height of a row.
    pub row: f64,
}

/// What is the same at every size.
struct Contents {
    names: Vec<String>,
    heads: Vec<Head>,
    /// The widest cell of each column.
    cells: Vec<String>,
    rows: usize,
    after: usize,
}

impl Layout {
    /// The largest type in which all finds room; the smallest, and what fits of it, where none does.
    ///
    /// # Errors
    /// [`FigureError::NoRoom`] where not one row and one column fit.
    pub fn new(
        spec: &TableSpec,
        model: &TableModel,
        atlas: &Atlas,
        body: Box2,
        sizes: Sizes,
    ) -> Result<Self, FigureError> {
        let contents = Contents::new(spec, model, atlas);
        let size = |step: usize| sizes.legend + (sizes.label - sizes.legend) * step as f64 / STEPS as f64;
        let tried = (0..=STEPS).map(|step| Self::at(&contents, body, size(step)));
        let is_whole =
            |layout: &Self| layout.rows == model.shown.len() && layout.columns.len() == model.columns.len();
        let mut last = None;
        for layout in tried.flatten() {
            if is_whole(&layout) {
                return Ok(layout);
            }
            last = Some(layout);
        }
        last.ok_or(FigureError::NoRoom)
    }

    fn at(contents: &Contents, body: Box2, size: f64) -> Option<Self> {
        let width = |text: &str| text::width(text, size, Weight::SemiBold);
        let longest = contents.names.iter().map(|name| width(name)).fold(0.0, f64::max);
        let name_width = longest.min(body.width * 0.34);
        // Least widths, as many as fit; what is left is shared out.
        let mut room = body.width - name_width;
        let mut least = Vec::new();
        for (head, cell) in contents.heads.iter().zip(&contents.cells) {
            let words = [&head.name, &head.unit, &head.when].into_iter().flat_map(|part| part.split(' '));
            let longest = words.map(width).fold(width(cell), f64::max);
            let needed = longest.min(body.width - name_width - size * GUTTER);
            if longest > needed + 0.01 && least.is_empty() || needed + size * GUTTER > room + 0.01 {
                break;
            }
            room -= needed + size * GUTTER;
            least.push(needed);
        }
        if least.is_empty() && !contents.heads.is_empty() {
            return None;
        }
        let share = room.max(0.0) / least.len().max(1) as f64;
        let mut right = body.x + name_width;
        let columns: Vec<ColumnPlace> = least
            .iter()
            .zip(&contents.heads)
            .map(|(least, head)| {
                let wide = (least + share).min((size * WIDEST).max(*least));
                right += wide + size * GUTTER;
                let wrap = |text: &str, weight| text::wrap(text, size, weight, wide + 0.01);
                let head = [
                    wrap(&head.name, Weight::SemiBold),
                    wrap(&head.unit, Weight::Regular),
                    wrap(&head.when, Weight::Regular),
                ];
                ColumnPlace { right, width: wide + size * GUTTER * 0.6, head }
            })
            .collect();
        let lines = |column: &ColumnPlace| column.head.iter().map(Vec::len).sum::<usize>();
        let lines = columns.iter().map(lines).max().unwrap_or(0);
        let head_height = size * (HEAD_LEADING * lines as f64 + 0.8);
        let room = (body.height - head_height) / size;
        let fit = (room / ROW[0]).floor() as usize;
        let (rows, after) = (contents.rows, contents.after);
        if room <= 0.0 || fit < (after + 1).min(after + rows) {
            return None;
        }
        let shown = rows.min(fit - after);
        let row = (room / (shown + after).max(1) as f64).clamp(ROW[0], ROW[1]) * size;
        Some(Self { size, body, name_width, columns, head_height, rows: shown, row })
    }
}

impl Contents {
    fn new(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Self {
        let lang = spec.lang;
        let after = after(spec, model, atlas);
        let texts: Vec<Vec<String>> = after.iter().map(|row| row.texts(lang, model, atlas)).collect();
        let shown = model.shown.iter().map(|&i| model.rows[i].name.clone());
        let names = shown.chain(after.iter().map(|row| row.name.clone())).collect();
        let heads = model.columns.iter().filter_map(|column| head(lang, &column.of, atlas)).collect();
        let digits = |text: &String| text.chars().count();
        let widest = |i: usize| {
            let column = &model.columns[i];
            let Some(indicator) = atlas.catalogue.get(&column.of.indicator) else { return String::new() };
            let cells = model.values(i).map(|value| cell(lang, &column.of, indicator, value));
            let after = texts.iter().filter_map(|cells| cells.get(i).cloned());
            cells.chain(after).max_by_key(digits).unwrap_or_default()
        };
        let cells = (0..model.columns.len()).map(widest).collect();
        Self { names, heads, cells, rows: model.shown.len(), after: after.len() }
    }
}
