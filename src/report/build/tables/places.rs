//! Rows of indicators; columns of places, from the place itself to the country.

use crate::base::{Date, Level};
use crate::data::{AreaKind, Indicator, Method, PublishedRow, Reference};
use crate::figure::wording::{listed, reference_label};
use crate::i18n::texts;
use crate::report::block::{Align, Cell, Origin, Row, Table, Value};
use crate::report::build::context::Context;
use crate::report::place::Place;
use crate::report::template::TableItem;

use super::shape::{Heads, label, notes, text_cell};

/// The table; the wider places only where some row has a value for them.
pub(super) fn table(
    item: &TableItem,
    indicators: &[&Indicator],
    places: &[Place],
    ctx: &Context<'_>,
    id: &str,
) -> Option<Table> {
    let lang = ctx.lang;
    let territories = &ctx.atlas().territories;
    let mut columns: Vec<Place> = places.to_vec();
    if let [one] = places {
        let around = [Level::Ambiti, Level::Asst].into_iter().filter(|level| Some(*level) > one.level());
        for level in around {
            let holds = |unit: &crate::data::Unit| one.members.iter().all(|at| unit.members.contains(at));
            let at = territories.units(level).iter().position(holds);
            columns.extend(at.map(|at| Place::unit(level, at, territories)));
        }
    }
    if territories.units(Level::Ats).len() == 1
        && !places.iter().any(|place| place.level() == Some(Level::Ats))
    {
        columns.push(Place::unit(Level::Ats, 0, territories));
    }
    let dated: Vec<(&Indicator, Date)> =
        indicators.iter().filter_map(|one| Some((*one, ctx.date(one, item.at)?))).collect();
    let wider: Vec<AreaKind> = [AreaKind::Region, AreaKind::Italy]
        .into_iter()
        .filter(|kind| dated.iter().any(|(one, date)| published(one, *date, *kind, ctx).is_some()))
        .collect();
    let name_of = |kind: AreaKind| {
        let area = ctx.atlas().areas().iter().find(|area| area.kind == kind);
        area.map_or(String::new(), |area| lang.area(&area.name).to_owned())
    };
    let mut heads = Heads::default().with(lang.text(texts::REPORT_COLUMN_INDICATOR), 7.0, Align::Start).with(
        lang.text(texts::REPORT_COLUMN_DATE),
        1.7,
        Align::Start,
    );
    for place in &columns {
        heads = heads.with(heading(place, ctx), 1.8, Align::End);
    }
    // One year for all of a column stands above it, else beside each value.
    let year_of = |kind: AreaKind| -> Option<i16> {
        let years =
            dated.iter().filter_map(|(one, date)| Some(published(one, *date, kind, ctx)?.0.reference.year()));
        let years: std::collections::BTreeSet<i16> = years.collect();
        years.first().copied().filter(|_| years.len() == 1)
    };
    for kind in &wider {
        let name = name_of(*kind);
        let head = year_of(*kind).map_or_else(|| name.clone(), |year| format!("{name} ({year})"));
        heads = heads.with(head, 1.8, Align::End);
    }
    let row = |(indicator, date): &(&Indicator, Date)| {
        let stated = indicator.period.ending(*date);
        let id = |column: &str| format!("{id}/{}/{column}", indicator.id);
        let mut cells = vec![text_cell(label(indicator, ctx))];
        let origin = Origin {
            indicator: Some(indicator.id.clone()),
            reference: Some(stated),
            what: Some("date"),
            ..Origin::default()
        };
        let text = reference_label(lang, stated);
        cells.push(Cell::Value(Value { id: id("date"), text, origin }));
        for place in &columns {
            let known = ctx.known(place, &indicator.id, *date);
            cells.push(ctx.cell(id(place.id()), indicator, place.code(), &known));
        }
        for kind in &wider {
            cells.push(match published(indicator, *date, *kind, ctx) {
                Some((row, source)) => published_cell(
                    id(row.area.code.as_str()),
                    indicator,
                    &row,
                    &source,
                    year_of(*kind).is_none(),
                    ctx,
                ),
                None => Cell::Empty,
            });
        }
        Row { cells, strong: false }
    };
    let rows: Vec<Row> = dated.iter().map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let mut notes = notes(indicators, &rows, ctx);
    if !wider.is_empty() {
        let sources: Vec<String> = dated
            .iter()
            .flat_map(|(one, date)| {
                wider.iter().filter_map(|kind| Some(published(one, *date, *kind, ctx)?.1))
            })
            .fold(Vec::new(), |mut all, source| {
                if !all.contains(&source) {
                    all.push(source);
                }
                all
            });
        let areas: Vec<String> = wider.iter().map(|kind| name_of(*kind)).collect();
        notes.push(texts::report_wider(lang, listed(lang, &areas), sources.join("; ")));
    }
    Some(heads.table(id, caption(item, places, ctx), rows, notes, ctx))
}

/// The heading of a place among others.
pub(super) fn heading(place: &Place, ctx: &Context<'_>) -> String {
    match place.level() {
        Some(Level::Ambiti) => ctx.lang.territory(Level::Ambiti, &place.name),
        _ => place.alone(ctx.lang),
    }
}

/// The caption, with the place where there is one.
pub(super) fn caption(item: &TableItem, places: &[Place], ctx: &Context<'_>) -> String {
    let caption = ctx.lang.pick(&item.caption);
    match places {
        [one] => texts::report_table_of(ctx.lang, caption, one.alone(ctx.lang)),
        _ => caption.to_owned(),
    }
}

/// What was published of an area that compares with an indicator: of the nearest date, with its source.
fn published<'a>(
    indicator: &Indicator,
    date: Date,
    kind: AreaKind,
    ctx: &Context<'a>,
) -> Option<(PublishedRow<'a>, String)> {
    let days = |at: Reference| (at.day_on_axis().day_number() - date.day_number()).abs();
    let all = ctx.atlas().benchmarks(&indicator.id).into_iter().flat_map(|(published, rows)| {
        let source = ctx.lang.stated(ctx.lang.pick(&published.source)).to_owned();
        rows.into_iter().map(move |row| (row, source.clone()))
    });
    all.filter(|(row, _)| row.area.kind == kind && row.value.is_ok())
        .min_by_key(|(row, _)| days(row.reference))
}

/// A published value, with its year where the heading does not say it: it is seldom that of the row.
fn published_cell(
    id: String,
    indicator: &Indicator,
    row: &PublishedRow<'_>,
    source: &str,
    with_year: bool,
    ctx: &Context<'_>,
) -> Cell {
    let Ok(value) = row.value else { return Cell::Empty };
    let text = match with_year {
        true => format!("{} ({})", ctx.bare(indicator, value), row.reference.year()),
        false => ctx.bare(indicator, value),
    };
    let origin = Origin {
        indicator: Some(indicator.id.clone()),
        territory: Some(row.area.code.clone()),
        reference: Some(row.reference),
        method: None::<Method>,
        exact: Some(value),
        what: Some("as_published"),
        notes: vec![source.to_owned()],
        ..Origin::default()
    };
    Cell::Value(Value { id, text, origin })
}
