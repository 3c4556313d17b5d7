//! Rows of indicators; columns of dates.

use std::collections::BTreeMap;

use crate::base::Date;
use crate::data::{Indicator, Reference};
use crate::i18n::texts;
use crate::report::block::{Align, Row, Table};
use crate::report::build::context::Context;
use crate::report::place::Place;
use crate::report::template::{At, TableItem};

use super::places::caption;
use super::shape::{Heads, label, notes, text_cell};

/// The table, of the last years for which there is something. What is counted on the first of January of a year stands in the same
/// column as what is counted over that year, and the heading says the year alone; the notes say what it means for each.
pub(super) fn table(
    item: &TableItem,
    indicators: &[&Indicator],
    place: &Place,
    ctx: &Context<'_>,
    id: &str,
) -> Option<Table> {
    let lang = ctx.lang;
    let limit = match item.at {
        At::Latest => None,
        At::Date(date) => Some(date),
    };
    let dates_of = |indicator: &Indicator| -> BTreeMap<i16, Date> {
        let dates = ctx.atlas().dates(indicator).into_iter();
        let within = dates.filter(|date| limit.is_none_or(|limit| *date <= limit));
        within.map(|date| (indicator.period.ending(date).year(), date)).collect()
    };
    // What is known of one date alone has no trend.
    let all: Vec<(&Indicator, BTreeMap<i16, Date>)> =
        indicators.iter().map(|one| (*one, dates_of(one))).filter(|(_, dates)| dates.len() > 1).collect();
    let mut years: Vec<i16> = all.iter().flat_map(|(_, dates)| dates.keys().copied()).collect();
    years.sort_unstable();
    years.dedup();
    let years = &years[years.len().saturating_sub(item.dates)..];
    let mut heads = Heads::default().with(lang.text(texts::REPORT_COLUMN_INDICATOR), 7.0, Align::Start);
    for year in years {
        heads = heads.with(year.to_string(), 1.6, Align::End);
    }
    let rows: Vec<Row> = all
        .iter()
        .map(|(indicator, dates)| {
            let mut cells = vec![text_cell(label(indicator, ctx))];
            cells.extend(years.iter().map(|year| {
                let id = format!("{id}/{}/{year}", indicator.id);
                match dates.get(year) {
                    Some(date) => {
                        let known = ctx.known(place, &indicator.id, *date);
                        ctx.cell(id, indicator, place.code(), &known)
                    }
                    // Nobody counted it that year, or not yet.
                    None => text_cell("–"),
                }
            }));
            Row { cells, strong: false }
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let mut notes = notes(indicators, &rows, ctx);
    let is_of_day = |(one, dates): &(&Indicator, BTreeMap<i16, Date>)| {
        dates.values().any(|date| matches!(one.period.ending(*date), Reference::Date(_)))
    };
    if all.iter().any(is_of_day) {
        notes.insert(0, lang.text(texts::REPORT_TREND_DAYS).to_owned());
    }
    Some(heads.table(id, caption(item, std::slice::from_ref(place), ctx), rows, notes, ctx))
}
