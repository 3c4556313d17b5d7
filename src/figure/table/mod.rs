//! The table of territories and indicators: its numbers, its page ready to be printed, and its sheets ready to
//! be written to files.

mod after;
mod draw;
mod grid;
mod layout;
mod model;
mod sheets;
mod words;

use crate::base::{Diagnostic, Rgb, Severity, Warned};
use crate::data::Atlas;
use crate::document::TableSpec;
use crate::i18n::{fill, texts};
use crate::scene::Scene;

use super::map_model::FigureError;
use super::page::{self, Page, Words};
use super::style;

pub use after::{After, after, whole_name};
pub use model::{Column, TableModel, TableRow, warned};
pub use sheets::{clipboard, workbook};
pub use words::{Head, cell, head, head_of, marked_cell, not_final, spoken};

/// How often the footer is written again until it tells the number of rows that fit above it.
const SETTLES: usize = 4;

/// A table laid out on its page, with the numbers it was drawn from.
#[derive(Clone, Debug)]
pub struct TableFigure {
    /// The numbers.
    pub model: TableModel,
    /// How many of the rows shown found room.
    pub rows: usize,
    /// How many of the columns found room.
    pub columns: usize,
    /// The page.
    pub scene: Scene,
    /// Its words: those of the footer too, even where the page has no room of its own for them.
    pub words: Words,
}

/// The colour of a cell that stands there in its column, from the lowest fifth at `0.0` to the highest at `1.0`:
/// one hue, since more is not worse, and pale enough for the ink of figures on all of it.
pub fn heat_colour(heat: f64) -> Rgb {
    style::HEAT[0].mix(style::HEAT[1], heat)
}

/// Lays a table out on its page.
///
/// # Errors
/// See [`FigureError`].
pub fn build(spec: &TableSpec, atlas: &Atlas) -> Result<Warned<TableFigure>, FigureError> {
    page::check_size(&spec.page)?;
    let Warned { value: model, mut diagnostics } = warned(spec, atlas)?;
    let words_with = |cut: Option<String>| {
        let mut subtitle = words::subtitle(spec, &model, atlas);
        // The footer of a page of several would not say of which.
        let (beside, below) = if spec.page.part.is_some() { (cut, None) } else { (None, cut) };
        beside.into_iter().for_each(|cut| subtitle = format!("{subtitle}. {cut}"));
        let footer = words::footer(spec, &model, below, atlas);
        Words::new(&spec.page, spec.lang, words::title(spec, atlas), subtitle, footer)
    };
    // How many rows fit decides what the footer says, and the footer how many fit.
    let mut note = None;
    let mut around = words_with(None);
    let mut page = Page::new(&spec.page, &around);
    let mut layout = layout::Layout::new(spec, &model, atlas, page.body, page.sizes)?;
    for _ in 0..SETTLES {
        let told = cut(spec, &layout);
        if told == note {
            break;
        }
        note = told;
        around = words_with(note.clone());
        page = Page::new(&spec.page, &around);
        layout = layout::Layout::new(spec, &model, atlas, page.body, page.sizes)?;
    }
    if let Some(message) = note {
        diagnostics.push(Diagnostic { severity: Severity::Warning, code: "left_out", message });
    }
    let nodes = draw::nodes(spec, &model, &layout, &page);
    let scene = around.scene(&spec.page, spec.lang, words::alternative(spec, &model, atlas), nodes);
    let (rows, columns) = match layout.is_whole() {
        // Turned or not.
        true => (model.shown.len(), model.columns.len()),
        false => (layout.rows, layout.columns.len()),
    };
    Ok(Warned { value: TableFigure { model, rows, columns, scene, words: around }, diagnostics })
}

/// How many rows and columns have found no room, where not all have.
fn cut(spec: &TableSpec, layout: &layout::Layout) -> Option<String> {
    let rows = layout.grid.lines.len() - layout.grid.after - layout.rows;
    let columns = layout.grid.heads.len() - layout.columns.len();
    let told = |text, count: usize| (count > 0).then(|| fill(spec.lang.text(text), &[&count.to_string()]));
    let parts = [told(texts::TABLE_ROWS_LEFT, rows), told(texts::TABLE_COLUMNS_LEFT, columns)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
