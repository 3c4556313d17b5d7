//! The table of territories and indicators: its numbers, its page, and its sheets for files.

mod after;
mod aligned;
mod behind;
mod columns;
mod draw;
mod facts;
mod grid;
mod layout;
mod model;
mod reading;
mod sheets;
mod sparks;
mod steps;
mod words;

use serde_json::Value as Json;

use crate::base::Level;
use crate::data::{Atlas, Reference, Scale};
use crate::document::{Element, TableColumn, TableSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::quality::Moves;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::figure::withheld::Compared;
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

use layout::Layout;

pub use after::{After, after};
pub(crate) use aligned::Aligned;
pub use behind::{about_columns, about_lines, behind, of_columns};
pub use grid::heat_colour;
pub use model::{Column, TableModel, TableRow, warned};
pub use sheets::{clipboard, workbook};
pub use sparks::Spark;
pub(in crate::figure) use sparks::of_unit as spark_of_unit;
pub use words::{Head, cell, detailed, head, head_of, marked_cell, not_final, overall_name, rows_of, spoken};

/// The view of tables.
#[derive(Clone, Debug)]
pub struct TableView;

impl View for TableView {
    type Spec = TableSpec;
    type Model = TableModel;
    type Layout = Layout;

    const NAME: Text = texts::TAB_TABLE;
    const HOW_TO_READ: Text = texts::HOW_TABLE;
    const IN_GUIDE: &'static str = "I Comuni che lo determinano";

    fn model(spec: &TableSpec, sources: Sources<'_>) -> Result<Warned<TableModel>, FigureError> {
        warned(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, left_out: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let mut subtitle = words::subtitle(spec, model, atlas);
        // On a page of several elements the footer would not say which one it is about.
        let left_out = left_out.map(|remark| remark.text(spec.lang));
        let (beside, below) = if spec.page.part.is_some() { (left_out, None) } else { (None, left_out) };
        beside.into_iter().for_each(|cut| subtitle = format!("{subtitle}. {cut}"));
        let footer = words::footer(spec, model, below, atlas);
        Ok(Words::new(&spec.page, spec.lang, words::title(spec, atlas), subtitle, footer))
    }

    fn lay_out(prepared: &Prepared<'_, Self>, page: &Page) -> Result<Layout, FigureError> {
        Layout::new(prepared.spec, prepared.model, prepared.sources.atlas, page.body, page.sizes)
    }

    fn left_out(_: &Prepared<'_, Self>, layout: &Layout) -> Option<Remark> {
        cut(layout)
    }

    fn draw(
        prepared: &Prepared<'_, Self>,
        layout: &Layout,
        page: &Page,
    ) -> Result<Warned<Vec<Node>>, FigureError> {
        let remarks = cut(layout).into_iter().collect();
        Ok(Warned { value: draw::nodes(prepared.spec, prepared.model, layout, page), remarks })
    }

    fn alt_text(prepared: &Prepared<'_, Self>) -> String {
        words::alternative(prepared.spec, prepared.model, prepared.sources.atlas)
    }

    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String> {
        reading::sentences(prepared.spec, prepared.model, prepared.sources.atlas)
    }

    fn table(prepared: &Prepared<'_, Self>) -> Workbook {
        workbook(prepared.spec, prepared.model, prepared.sources.atlas)
    }

    fn facts(prepared: &Prepared<'_, Self>, layout: Option<&Layout>) -> Json {
        let mut facts = facts::of(prepared.spec, prepared.model, prepared.sources.atlas);
        if let Some((rows, columns)) = layout.map(|layout| layout.found_room(prepared.model)) {
            (facts["rows_drawn"], facts["columns_drawn"]) = (rows.into(), columns.into());
        }
        facts
    }

    fn checks(_: &TableSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // A table shows no order that a few people more could reverse.
        Ok(Vec::new())
    }

    fn used(spec: &TableSpec, _: &Atlas) -> Vec<(String, Reference)> {
        let times = |column: &TableColumn| [Some(column.at), column.from];
        let of = |column: &TableColumn| {
            let id = column.indicator.clone();
            times(column).into_iter().flatten().map(move |at| (id.clone(), at))
        };
        spec.columns.iter().flat_map(of).collect()
    }

    fn compared<'a>(prepared: &Prepared<'a, Self>) -> Vec<Compared<'a>> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let level = model.level.filter(|_| !model.as_published).unwrap_or(Level::Comuni);
        let of = |(i, column): (usize, &Column)| {
            // Categories have neither a lowest nor a highest.
            let caption = column.caption(atlas).ok().filter(|_| column.scale > Scale::Names)?;
            let shown = model.shown.iter().filter_map(|row| model.rows.get(*row));
            let values = shown.map(|row| (&*row.name, row.cells[i], row.details[i].bounds));
            let of = spec.lang.pick(caption.short).to_owned();
            let are_changes = column.of.from.is_some();
            Some(Compared { of, are_changes, ..Compared::of_values(spec.lang, caption, level, values) })
        };
        model.columns.iter().enumerate().filter_map(of).collect()
    }

    fn changes(prepared: &Prepared<'_, Self>) -> Vec<Moves> {
        let model = prepared.model;
        let of = |column: &Column| {
            let [(from, before), (to, now)] = column.ends.as_slice() else { return None };
            let both = model.shown.iter().map(|&row| (before[row], now[row]));
            let both = both.filter(|(before, now)| before.0.is_ok() && now.0.is_ok());
            let status = both.map(|((_, before), (_, now))| [before, now]);
            Moves::unlike(&column.of.indicator, [*from, *to], status)
        };
        model.columns.iter().filter_map(of).collect()
    }
}

/// A remark on how many rows and columns did not fit.
fn cut(layout: &Layout) -> Option<Remark> {
    let rows = layout.grid.lines.len() - layout.grid.after - layout.rows;
    let columns = layout.grid.heads.len() - layout.columns.len();
    (rows > 0 || columns > 0).then_some(Remark::TableCut { rows, columns })
}
