//! Rows of indicators; the value of a place, with the lowest, the mean and the highest of its Comuni.

use crate::base::{Date, Level};
use crate::data::{Indicator, Method, Row as Values};
use crate::figure::precision::same;
use crate::figure::wording::{listed, reference_label};
use crate::i18n::texts;
use crate::report::block::{Align, Cell, Origin, Row, Table, Value};
use crate::report::build::context::{Context, Known};
use crate::report::place::Place;
use crate::report::template::TableItem;

use super::places::caption;
use super::shape::{Heads, label, notes, text_cell};

/// More that share an extreme are counted.
const MOST_NAMED: usize = 2;

/// The table; nothing for a place of one Comune.
pub(super) fn table(
    item: &TableItem,
    indicators: &[&Indicator],
    place: &Place,
    ctx: &Context<'_>,
    id: &str,
) -> Option<Table> {
    if !place.is_group() {
        return None;
    }
    let lang = ctx.lang;
    let heads = Heads::default()
        .with(lang.text(texts::REPORT_COLUMN_INDICATOR), 5.4, Align::Start)
        .with(lang.text(texts::REPORT_COLUMN_DATE), 1.6, Align::Start)
        .with(place.alone(lang), 1.7, Align::End)
        .with(lang.text(texts::REPORT_COLUMN_LOWEST), 1.5, Align::End)
        .with(lang.text(texts::REPORT_COLUMN_COMUNE), 2.0, Align::Start)
        .with(lang.text(texts::REPORT_COLUMN_MEAN), 1.6, Align::End)
        .with(lang.text(texts::REPORT_COLUMN_HIGHEST), 1.5, Align::End)
        .with(lang.text(texts::REPORT_COLUMN_COMUNE), 2.0, Align::Start);
    let rows: Vec<Row> =
        indicators.iter().filter_map(|one| row(one, ctx.date(one, item.at)?, place, ctx, id)).collect();
    if rows.is_empty() {
        return None;
    }
    let mut notes = notes(indicators, &rows, ctx);
    notes.push(lang.text(texts::REPORT_SIMPLE_MEAN).to_owned());
    Some(heads.table(id, caption(item, std::slice::from_ref(place), ctx), rows, notes, ctx))
}

fn row(indicator: &Indicator, date: Date, place: &Place, ctx: &Context<'_>, id: &str) -> Option<Row> {
    let lang = ctx.lang;
    let table = ctx.table(&indicator.id, date, Level::Comuni)?;
    let rows: Vec<&Values> = place.members.iter().filter_map(|at| table.rows.get(*at)).collect();
    let present: Vec<(&Values, f64)> = rows.iter().filter_map(|row| Some((*row, row.value.ok()?))).collect();
    let by_value = |a: &&(&Values, f64), b: &&(&Values, f64)| a.1.total_cmp(&b.1);
    let (low, high) = (*present.iter().min_by(by_value)?, *present.iter().max_by(by_value)?);
    let at = |column: &str| format!("{id}/{}/{column}", indicator.id);
    let cell = |column: &str, (row, _): (&Values, f64), method: Method| {
        let known = Known { value: row.value, bounds: row.bounds, quality: row.quality, date };
        let cell = ctx.cell(at(column), indicator, Some(&row.code), &known);
        match cell {
            Cell::Value(value) => {
                let origin = Origin { method: Some(method), ..value.origin };
                Cell::Value(Value { origin, ..value })
            }
            other => other,
        }
    };
    let names = |(_, value): (&Values, f64)| {
        let holders: Vec<String> = present
            .iter()
            .filter(|(_, other)| same(*other, value))
            .map(|(row, _)| row.name.clone())
            .collect();
        match holders.len() {
            n if n <= MOST_NAMED => listed(lang, &holders),
            n => lang.count(n, crate::i18n::Thing::Comune),
        }
    };
    let own = ctx.known(place, &indicator.id, date);
    let mean = ctx.atlas().value_of(&indicator.id, date, &place.members, Method::Mean).ok();
    // The residents of Comuni have no mean that means anything.
    let mean =
        mean.filter(|_| indicator.kind != crate::data::Kind::Count && indicator.kind.has_by(Method::Mean));
    let mean = match mean {
        Some(value) => {
            let known = Known { value, bounds: None, quality: own.quality, date };
            match ctx.cell(at("mean"), indicator, place.code(), &known) {
                Cell::Value(value) => {
                    let origin = Origin { method: Some(Method::Mean), ..value.origin };
                    Cell::Value(Value { origin, ..value })
                }
                other => other,
            }
        }
        None => Cell::Empty,
    };
    Some(Row {
        cells: vec![
            text_cell(label(indicator, ctx)),
            text_cell(reference_label(lang, indicator.period.ending(date))),
            ctx.cell(at("own"), indicator, place.code(), &own),
            cell("lowest", low, Method::Pooled),
            text_cell(names(low)),
            mean,
            cell("highest", high, Method::Pooled),
            text_cell(names(high)),
        ],
        strong: false,
    })
}
