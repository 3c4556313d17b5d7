//! Rows of the Comuni of a place; columns of indicators.

use crate::base::{Date, Level};
use crate::data::Indicator;
use crate::figure::wording::reference_label;
use crate::i18n::texts;
use crate::report::block::{Align, Row, Table};
use crate::report::build::context::Context;
use crate::report::place::Place;
use crate::report::template::TableItem;

use super::places::caption;
use super::shape::{Heads, notes, text_cell};

/// More rows than these are looked up rather than read.
const MOST_READ: usize = 25;

/// The table, with the place itself as its last row.
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
    let territories = &ctx.atlas().territories;
    let mut comuni: Vec<Place> =
        place.members.iter().map(|at| Place::unit(Level::Comuni, *at, territories)).collect();
    comuni.sort_by(|a, b| a.name.cmp(&b.name));
    let rows = comuni.into_iter().map(|comune| (comune, false)).chain([(place.clone(), true)]).collect();
    of_rows(item, indicators, rows, texts::REPORT_COLUMN_COMUNE, place, ctx, id)
}

/// A table of these rows, of which some stand out.
pub(super) fn of_rows(
    item: &TableItem,
    indicators: &[&Indicator],
    places: Vec<(Place, bool)>,
    first: crate::i18n::Text,
    of: &Place,
    ctx: &Context<'_>,
    id: &str,
) -> Option<Table> {
    let lang = ctx.lang;
    let dated: Vec<(&Indicator, Date)> =
        indicators.iter().filter_map(|one| Some((*one, ctx.date(one, item.at)?))).collect();
    if dated.is_empty() {
        return None;
    }
    let mut heads = Heads::default().with(lang.text(first), 3.2, Align::Start);
    for (indicator, date) in &dated {
        let at = reference_label(lang, indicator.period.ending(*date));
        let short = lang.pick(&indicator.short);
        heads = heads.with(format!("{short} ({at})"), 1.9, Align::Decimal);
    }
    let row = |(place, strong): &(Place, bool)| {
        let name = match place.level() {
            Some(Level::Comuni) => place.name.clone(),
            Some(Level::Ambiti) if first == texts::REPORT_COLUMN_AMBITO => place.name.clone(),
            _ => place.alone(lang),
        };
        let mut cells = vec![text_cell(name)];
        cells.extend(dated.iter().map(|(indicator, date)| {
            let known = ctx.known(place, &indicator.id, *date);
            ctx.cell(format!("{id}/{}/{}", place.id(), indicator.id), indicator, place.code(), &known)
        }));
        Row { cells, strong: *strong }
    };
    let rows: Vec<Row> = places.iter().map(row).collect();
    let notes = notes(indicators, &rows, ctx);
    let caption = match of.members.is_empty() {
        true => lang.pick(&item.caption).to_owned(),
        false => caption(item, std::slice::from_ref(of), ctx),
    };
    // What is looked up among many takes a page, not three.
    let is_compact = rows.len() > MOST_READ;
    Some(Table { is_compact, ..heads.table(id, caption, rows, notes, ctx) })
}
