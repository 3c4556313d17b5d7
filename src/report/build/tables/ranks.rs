//! Rows of indicators; the value of a place, that of the ATS, and its rank.

use crate::base::{Date, Level};
use crate::data::Indicator;
use crate::figure::wording::reference_label;
use crate::i18n::texts;
use crate::report::block::{Align, Cell, Origin, Row, Table, Value};
use crate::report::build::context::Context;
use crate::report::place::Place;
use crate::report::template::TableItem;
use crate::stats::Place as Rank;

use super::places::caption;
use super::shape::{Heads, label, notes, text_cell};

/// The table; nothing for Comuni put together, which have no rank.
pub(super) fn table(
    item: &TableItem,
    indicators: &[&Indicator],
    place: &Place,
    ctx: &Context<'_>,
    id: &str,
) -> Option<Table> {
    let lang = ctx.lang;
    place.unit.as_ref()?;
    let territories = &ctx.atlas().territories;
    let ats = (territories.units(Level::Ats).len() == 1).then(|| Place::unit(Level::Ats, 0, territories))?;
    let heads = Heads::default()
        .with(lang.text(texts::REPORT_COLUMN_INDICATOR), 7.0, Align::Start)
        .with(lang.text(texts::REPORT_COLUMN_DATE), 1.8, Align::Start)
        .with(place.alone(lang), 2.0, Align::End)
        .with(ats.alone(lang), 2.0, Align::End)
        .with(lang.text(texts::REPORT_COLUMN_RANK), 1.8, Align::Start);
    let row = |indicator: &&Indicator| -> Option<Row> {
        let date = ctx.date(indicator, item.at)?;
        let at = |column: &str| format!("{id}/{}/{column}", indicator.id);
        let own = ctx.known(place, &indicator.id, date);
        let of_ats = ctx.known(&ats, &indicator.id, date);
        Some(Row {
            cells: vec![
                text_cell(label(indicator, ctx)),
                text_cell(reference_label(lang, indicator.period.ending(date))),
                ctx.cell(at("own"), indicator, place.code(), &own),
                ctx.cell(at("ats"), indicator, ats.code(), &of_ats),
                rank(indicator, date, place, ctx, at("rank")),
            ],
            strong: false,
        })
    };
    let rows: Vec<Row> = indicators.iter().filter_map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let mut notes = notes(indicators, &rows, ctx);
    notes.push(lang.text(texts::REPORT_RANKS_FROM).to_owned());
    Some(heads.table(id, caption(item, std::slice::from_ref(place), ctx), rows, notes, ctx))
}

/// "3 su 17", with "=" where it is shared.
fn rank(indicator: &Indicator, date: Date, place: &Place, ctx: &Context<'_>, id: String) -> Cell {
    let Some(level) = place.level() else { return Cell::Empty };
    let Some(table) = ctx.table(&indicator.id, date, level) else { return Cell::Empty };
    let known = ctx.known(place, &indicator.id, date);
    let Ok(own) = known.value else { return Cell::Empty };
    let rank = Rank::among(own, table.present());
    if rank.of < 2 {
        return Cell::Empty;
    }
    let shared = if rank.sharing > 1 { " =" } else { "" };
    let text = texts::report_rank(ctx.lang, rank.place, rank.of, shared);
    let origin = Origin {
        exact: Some(rank.place as f64),
        what: Some("rank"),
        ..ctx.origin(indicator, place.code(), &known)
    };
    Cell::Value(Value { id, text, origin })
}
