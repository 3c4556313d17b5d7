//! The cells of the printed tables, as in their files.

use polars::prelude::{Column, DataFrame};

use crate::data::{Area, Bilingual, PublishedIndicator};

use super::bundle::Bundle;

/// A printed number with its labels.
#[derive(Clone, Copy, Debug)]
pub struct PrintedCell<'a> {
    pub dataset: &'a str,
    /// The table or chart, as its source calls it.
    pub table: &'a str,
    /// The territory as printed.
    pub territory: &'a str,
    /// The area with that name, if there is one.
    pub area: Option<&'a Area>,
    /// The year, as printed.
    pub year: &'a str,
    /// What is counted, as printed.
    pub measure: &'a str,
    /// Unit, as printed.
    pub unit: &'a str,
    /// Source of the dataset, in both languages.
    pub source: &'a Bilingual,
    /// The indicator that is read from it, if any.
    pub indicator: Option<&'a PublishedIndicator>,
    pub value: f64,
    /// The decimals it is printed with.
    pub decimals: usize,
}

/// Visits every cell of the printed tables that holds a number.
pub fn visit_cells<'a>(bundle: &'a Bundle, visit: &mut dyn FnMut(PrintedCell<'a>)) {
    for published in &bundle.published {
        let column = |name: &str| column(&published.table, name);
        for row in 0..published.table.height() {
            let text = |name: &str| column(name).and_then(|c| c.str().ok()?.get(row)).unwrap_or_default();
            let printed = text("value");
            let Ok(value) = printed.parse::<f64>() else { continue };
            let (table, measure, territory) = (text("table"), text("measure"), text("territory"));
            let reads = |indicator: &&PublishedIndicator| {
                indicator.dataset == published.meta.id
                    && indicator.cells.iter().any(|cells| cells.table == table && cells.measure == measure)
            };
            visit(PrintedCell {
                dataset: &published.meta.id,
                table,
                territory,
                area: bundle.atlas.area_named(territory),
                year: text("year"),
                measure,
                unit: text("unit"),
                source: &published.meta.source,
                indicator: bundle.atlas.published_indicators().iter().find(reads),
                value,
                decimals: printed.split_once('.').map_or(0, |(_, fraction)| fraction.len()),
            });
        }
    }
}

fn column<'a>(table: &'a DataFrame, name: &str) -> Option<&'a Column> {
    table.column(name).ok()
}
