//! Rows of the Ambiti.

use crate::base::Level;
use crate::data::{Caption, Indicator};
use crate::figure::precision::same;
use crate::figure::wording::reference_label;
use crate::figure::{Moved, change_text};
use crate::i18n::texts;
use crate::report::block::{Align, Cell, Origin, Row, Table, Value};
use crate::report::build::context::Context;
use crate::report::place::Place;
use crate::report::template::TableItem;

use super::members::of_rows;
use super::shape::{Heads, label, notes, text_cell};

fn all(places: &[Place], ctx: &Context<'_>) -> Vec<(Place, bool)> {
    let territories = &ctx.atlas().territories;
    let units = 0..territories.units(Level::Ambiti).len();
    let own = |place: &Place| places.iter().any(|other| other.unit == place.unit);
    let ambiti = units.map(|at| Place::unit(Level::Ambiti, at, territories));
    ambiti.map(|place| (own(&place), place)).map(|(is_own, place)| (place, is_own)).collect()
}

/// Their values, with the ATS as the last row.
pub(super) fn table(
    item: &TableItem,
    indicators: &[&Indicator],
    places: &[Place],
    ctx: &Context<'_>,
    id: &str,
) -> Option<Table> {
    let territories = &ctx.atlas().territories;
    let mut rows = all(places, ctx);
    if territories.units(Level::Ats).len() == 1 {
        rows.push((Place::unit(Level::Ats, 0, territories), true));
    }
    let nobody = Place { unit: None, name: String::new(), members: Vec::new(), codes: Vec::new() };
    of_rows(item, indicators, rows, texts::REPORT_COLUMN_AMBITO, &nobody, ctx, id)
}

/// An indicator at its last date and the one before, with the change, the largest first; nothing where the two do not compare.
pub(super) fn changes(
    item: &TableItem,
    indicator: &Indicator,
    places: &[Place],
    ctx: &Context<'_>,
    id: &str,
) -> Option<Table> {
    let lang = ctx.lang;
    let to = ctx.date(indicator, item.at)?;
    let from = ctx.date_before(indicator, to)?;
    let mut rows: Vec<(Option<f64>, String, Row)> = Vec::new();
    for (place, strong) in all(places, ctx) {
        let [before, now] = [from, to].map(|date| ctx.known(&place, &indicator.id, date));
        let moved = Moved::between((before.value, before.bounds), (now.value, now.bounds), indicator.into());
        let at = |column: &str| format!("{id}/{}/{column}", place.id());
        let change = match moved {
            Ok(moved) => {
                let caption = moved.caption(Caption::from(indicator));
                let origin = Origin {
                    since: Some(indicator.period.ending(from)),
                    exact: Some(moved.by()),
                    what: Some("change"),
                    ..ctx.origin(indicator, place.code(), &now)
                };
                let text = change_text(lang, caption, Ok(moved.by()));
                Cell::Value(Value { id: at("change"), text, origin })
            }
            Err(reason) => text_cell(ctx.absence_mark(reason)),
        };
        let cells = vec![
            text_cell(place.name.clone()),
            ctx.cell(at("before"), indicator, place.code(), &before),
            ctx.cell(at("now"), indicator, place.code(), &now),
            change,
        ];
        rows.push((moved.ok().map(Moved::by), place.name.clone(), Row { cells, strong }));
    }
    // The largest first, whichever way; those without one last.
    rows.sort_by(|a, b| {
        let size = |change: &Option<f64>| change.map_or(-1.0, f64::abs);
        let (a_size, b_size) = (size(&a.0), size(&b.0));
        if same(a_size, b_size) { a.1.cmp(&b.1) } else { b_size.total_cmp(&a_size) }
    });
    let [first, last] = [from, to].map(|date| reference_label(lang, indicator.period.ending(date)));
    let heads = Heads::default()
        .with(lang.text(texts::REPORT_COLUMN_AMBITO), 4.0, Align::Start)
        .with(first, 2.0, Align::Decimal)
        .with(last, 2.0, Align::Decimal)
        .with(lang.text(texts::REPORT_COLUMN_CHANGE), 2.2, Align::Decimal);
    let rows: Vec<Row> = rows.into_iter().map(|(.., row)| row).collect();
    let notes = notes(&[indicator], &rows, ctx);
    let caption = texts::report_table_of(lang, lang.pick(&item.caption), label(indicator, ctx));
    Some(heads.table(id, caption, rows, notes, ctx))
}
