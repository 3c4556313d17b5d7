//! The tables of a report.

mod ambiti;
mod members;
mod places;
mod range;
mod ranks;
mod shape;
mod trend;

use crate::data::Indicator;
use crate::report::block::Block;
use crate::report::place::Place;
use crate::report::template::{TableItem, TableKind};

use super::context::Context;

pub(super) use shape::{Heads, SOURCES_AT_END, note, text_cell};

/// The tables of an item: one or, where a table is of one place, one for each.
pub(super) fn blocks(item: &TableItem, places: &[Place], ctx: &Context<'_>, id: &str) -> Vec<Block> {
    let indicators: Vec<&Indicator> = item.indicators.iter().filter_map(|id| ctx.indicator(id)).collect();
    if indicators.is_empty() {
        return Vec::new();
    }
    let each = |place: &Place| {
        let id = if places.len() > 1 { format!("{id}/{}", place.id()) } else { id.to_owned() };
        match item.kind {
            TableKind::Trend => trend::table(item, &indicators, place, ctx, &id),
            TableKind::Members => members::table(item, &indicators, place, ctx, &id),
            TableKind::Range => range::table(item, &indicators, place, ctx, &id),
            _ => ranks::table(item, &indicators, place, ctx, &id),
        }
    };
    let tables = match item.kind {
        TableKind::Places => vec![places::table(item, &indicators, places, ctx, id)],
        TableKind::Ambiti => vec![ambiti::table(item, &indicators, places, ctx, id)],
        TableKind::Changes => indicators
            .iter()
            .map(|indicator| {
                let id = if indicators.len() > 1 { format!("{id}/{}", indicator.id) } else { id.to_owned() };
                ambiti::changes(item, indicator, places, ctx, &id)
            })
            .collect(),
        _ => places.iter().map(each).collect(),
    };
    tables.into_iter().flatten().map(Block::Table).collect()
}
