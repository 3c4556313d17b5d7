//! What changed most since the date before, among all Ambiti and several indicators.

use crate::base::{Date, Level, decimal};
use crate::data::Indicator;
use crate::figure::precision::same;
use crate::report::build::context::Context;
use crate::report::build::said::Said;
use crate::report::place::Place;
use crate::report::template::At;
use crate::stats::describe::describe;

use super::change::{between, decimals};

/// How many changes are told.
const MOST: usize = 12;
/// The most of one indicator: else a year of great change in one would be all that is told.
const MOST_OF_ONE: usize = 3;

/// The largest changes first. Indicators have different units: a change is measured by how far apart the Ambiti stood at the date
/// before (its standard deviation).
pub(super) fn movers(ids: &[String], ctx: &Context<'_>) -> Vec<Said> {
    let mut all: Vec<(f64, usize, &Indicator, usize, [Date; 2])> = Vec::new();
    for (order, indicator) in ids.iter().filter_map(|id| ctx.indicator(id)).enumerate() {
        let Some(to) = ctx.date(indicator, At::Latest) else { continue };
        let Some(from) = ctx.date_before(indicator, to) else { continue };
        let tables = [from, to].map(|date| ctx.table(&indicator.id, date, Level::Ambiti));
        let [Some(before), Some(now)] = tables else { continue };
        let spread = describe(&before.present().collect::<Vec<_>>())
            .ok()
            .and_then(|summary| summary.sd)
            .unwrap_or(0.0);
        if spread <= 0.0 || indicator.kind.has_steps() {
            continue;
        }
        for (unit, (before, now)) in before.rows.iter().zip(&now.rows).enumerate() {
            let (Ok(from_value), Ok(to_value)) = (before.value, now.value) else { continue };
            if same(from_value, to_value) {
                continue;
            }
            let size = (decimal::difference(to_value, from_value) / spread).abs();
            all.push((size, order, indicator, unit, [from, to]));
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.3).cmp(&(b.1, b.3))));
    let mut told: Vec<(usize, &Indicator, Place, [Date; 2], usize)> = Vec::new();
    for (_, order, indicator, unit, dates) in all {
        if told.len() == MOST {
            break;
        }
        if told.iter().filter(|(known, ..)| *known == order).count() >= MOST_OF_ONE {
            continue;
        }
        let place = Place::unit(Level::Ambiti, unit, &ctx.atlas().territories);
        let decimals = decimals(indicator, &place, ctx, dates);
        told.extend(decimals.map(|decimals| (order, indicator, place, dates, decimals)));
    }
    // The changes of one indicator are told with the same decimals.
    let most =
        |order: usize| told.iter().filter(|(own, ..)| *own == order).map(|(.., decimals)| *decimals).max();
    let said = told.iter().filter_map(|(order, indicator, place, dates, decimals)| {
        between(indicator, place, ctx, *dates, most(*order).unwrap_or(*decimals))
    });
    said.collect()
}
