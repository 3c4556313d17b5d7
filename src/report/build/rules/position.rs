//! The place of a territory among those of its level.

use crate::base::Level;
use crate::data::{Indicator, Scale};
use crate::figure::precision::{is_close, same};
use crate::figure::reading::voice::capital;
use crate::figure::wording::listed;
use crate::i18n::{self, texts};
use crate::report::build::context::Context;
use crate::report::build::said::Said;
use crate::report::place::Place;
use crate::report::template::At;
use crate::stats::Place as Rank;

use super::value::per;

/// The fewest units that have ranks worth telling.
const LEAST: usize = 3;

/// "Per l'indice di vecchiaia l'Ambito di Corsico ha il 3° valore più alto tra i 17 Ambiti."
pub(super) fn position(indicator: &Indicator, place: &Place, ctx: &Context<'_>) -> Option<Said> {
    let lang = ctx.lang;
    let (level, code) = place.unit.as_ref()?;
    if indicator.kind.scale() == Scale::Names {
        return None;
    }
    let date = ctx.date(indicator, At::Latest)?;
    let table = ctx.table(&indicator.id, date, *level)?;
    let own = table.rows.iter().find(|row| row.code == *code)?.value.ok()?;
    let all: Vec<f64> = table.present().collect();
    if all.len() < LEAST {
        return None;
    }
    let voice = ctx.voice(indicator, *level);
    let rank = Rank::among(own, all.iter().copied());
    let among = match all.len() == table.rows.len() {
        true => voice.the_counted(all.len()),
        false => texts::report_with_value(lang, voice.the_counted(all.len())),
    };
    let (subject, of) = (voice.subject(), ctx.count_value(rank.of, "units_with_a_value", Some(indicator)));
    let who = place.subject(lang);
    if rank.sharing == rank.of {
        return Some(Said::new(capital(&texts::report_all_alike(lang, subject, among)), [of]));
    }
    // From whichever end is nearer.
    let below = all.iter().filter(|other| **other < own && !same(**other, own)).count();
    let from_highest = rank.place <= below + 1;
    let n = if from_highest { rank.place } else { below + 1 };
    let tied = match rank.sharing - 1 {
        0 => String::new(),
        one_or_more => texts::report_tied(lang, voice.others(one_or_more)),
    };
    let text = match (n, from_highest) {
        (1, true) => texts::report_highest(lang, subject, who, among, tied),
        (1, false) => texts::report_lowest(lang, subject, who, among, tied),
        (n, true) => texts::report_nth_highest(lang, subject, who, ordinal(lang, n), among, tied),
        (n, false) => texts::report_nth_lowest(lang, subject, who, ordinal(lang, n), among, tied),
    };
    let text = match is_close(indicator.decimals, own, all.iter().copied()) {
        true => format!("{text} {}", lang.text(texts::UNROUNDED)),
        false => text,
    };
    let origin = |what| {
        let known = ctx.known(place, &indicator.id, date);
        let origin = ctx.origin(indicator, Some(code), &known);
        crate::report::block::Origin { exact: Some(n as f64), what: Some(what), ..origin }
    };
    let place_value = (i18n::number(lang, n as f64, 0), origin("rank"));
    let values = if n > 1 { vec![place_value, of] } else { vec![of] };
    Some(Said::new(capital(&text), values))
}

/// "il 3°", "3rd".
fn ordinal(lang: i18n::Lang, n: usize) -> String {
    match lang {
        i18n::Lang::It => i18n::italian::the_ordinal(n),
        i18n::Lang::En => match (n % 100, n % 10) {
            (11..=13, _) => format!("{n}th"),
            (_, 1) => format!("{n}st"),
            (_, 2) => format!("{n}nd"),
            (_, 3) => format!("{n}rd"),
            _ => format!("{n}th"),
        },
    }
}

/// The indicators in which a place is first or last of its level.
pub(super) fn extremes(ids: &[String], place: &Place, ctx: &Context<'_>) -> Option<Said> {
    let lang = ctx.lang;
    let (level, code) = place.unit.as_ref()?;
    let (mut highest, mut lowest) = (Vec::new(), Vec::new());
    let mut values = Vec::new();
    let (mut asked, mut units) = (0, 0);
    for indicator in ids.iter().filter_map(|id| ctx.indicator(id)) {
        let Some(date) = ctx.date(indicator, At::Latest) else { continue };
        let Some(table) = ctx.table(&indicator.id, date, *level) else { continue };
        let Some(own) = table.rows.iter().find(|row| row.code == *code).and_then(|row| row.value.ok()) else {
            continue;
        };
        let all: Vec<f64> = table.present().collect();
        if all.len() < LEAST {
            continue;
        }
        (asked, units) = (asked + 1, table.rows.len());
        let is_highest = all.iter().all(|other| *other < own || same(*other, own));
        let is_lowest = all.iter().all(|other| *other > own || same(*other, own));
        if is_highest == is_lowest {
            continue;
        }
        let voice = ctx.voice(indicator, *level);
        let written = voice.value(own);
        let origin = ctx.origin(indicator, Some(code), &ctx.known(place, &indicator.id, date));
        let whole = match per(&voice) {
            Some(per) => texts::report_per(lang, &written, per),
            None => written.clone(),
        };
        let told = texts::report_for_value(lang, voice.subject(), whole);
        if is_highest {
            highest.push(told)
        } else {
            lowest.push(told)
        }
        values.push((written, origin));
    }
    if asked < 2 || *level == Level::Ats {
        return None;
    }
    let who = place.subject(lang);
    let among = match lang {
        i18n::Lang::It => i18n::italian::the_counted(&i18n::number(lang, units as f64, 0), *level),
        i18n::Lang::En => format!("the {}", i18n::italian::counted(&units.to_string(), false, *level)),
    };
    let units = ctx.count_value(units, "units", None);
    let indicators = ctx.count_value(asked, "indicators", None);
    let [high, low] = [&highest, &lowest].map(|told| listed(lang, told));
    let text = match (highest.is_empty(), lowest.is_empty()) {
        (true, true) => {
            let text = texts::report_no_extreme(lang, &indicators.0, who, among);
            return Some(Said::new(capital(&text), [indicators, units]));
        }
        (false, true) => texts::report_first_in(lang, among, who, high),
        (true, false) => texts::report_last_in(lang, among, who, low),
        (false, false) => texts::report_first_and_last_in(lang, among, who, high, low),
    };
    Some(Said::new(capital(&text), std::iter::once(units).chain(values)))
}
