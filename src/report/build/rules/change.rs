//! How a value changed since the first date that compares.

use crate::base::{Date, Level};
use crate::data::{Caption, Indicator, Quality, Reference};
use crate::document::SlopeSpec;
use crate::figure::precision::same;
use crate::figure::reading::voice::{Voice, capital};
use crate::figure::{Moved, change_text};
use crate::i18n::texts;
use crate::report::block::Origin;
use crate::report::build::context::{Context, Known};
use crate::report::build::said::Said;
use crate::report::place::Place;
use crate::report::template::At;

use super::value::per;

/// From the first date without a break since, to the last.
pub(super) fn change(indicator: &Indicator, place: &Place, ctx: &Context<'_>) -> Option<Said> {
    let to = ctx.date(indicator, At::Latest)?;
    let from = SlopeSpec::usual_start(&indicator.id, to, ctx.atlas())?;
    between(indicator, place, ctx, [from, to], 0)
}

/// How many decimals the change of a place takes, for several to be told alike.
pub(super) fn decimals(
    indicator: &Indicator,
    place: &Place,
    ctx: &Context<'_>,
    dates: [Date; 2],
) -> Option<usize> {
    let [before, now] = dates.map(|date| ctx.known(place, &indicator.id, date));
    let moved =
        Moved::between((before.value, before.bounds), (now.value, now.bounds), indicator.into()).ok()?;
    Some(moved.caption(Caption::from(indicator)).decimals)
}

/// From one date to another, with at least so many decimals; nothing where one of the two has no value, or the direction is not certain.
pub(super) fn between(
    indicator: &Indicator,
    place: &Place,
    ctx: &Context<'_>,
    [from, to]: [Date; 2],
    least: usize,
) -> Option<Said> {
    if indicator.kind.has_steps() {
        return None;
    }
    let lang = ctx.lang;
    let [before, now] = [from, to].map(|date| ctx.known(place, &indicator.id, date));
    let limited = |known: &Known| (known.value, known.bounds);
    let moved = Moved::between(limited(&before), limited(&now), indicator.into()).ok()?;
    let caption = moved.caption(Caption::from(indicator));
    let caption = Caption { decimals: caption.decimals.max(least), ..caption };
    let finer = Indicator { decimals: caption.decimals, ..indicator.clone() };
    let voice = ctx.voice(&finer, place.level().unwrap_or(Level::Ambiti));
    let dates = voice.between([from, to].map(Reference::Date));
    let code = place.code();
    let origins = [before, now].map(|known| ctx.origin(indicator, code, &known));
    let [first, last] = [moved.before, moved.now];
    let days = [from, to].map(|date| ctx.date_value(indicator, date));
    if same(first, last) {
        let verb = voice.verb(texts::READ_STAYS, texts::READ_STAY);
        let written = voice.value(last);
        let text = texts::read_stayed(lang, dates, voice.subject(), place.of_it(lang), verb, &written);
        let [_, origin] = origins;
        return Some(Said::new(capital(&text), days.into_iter().chain([(written, origin)])));
    }
    let verb = verb(&voice, last > first);
    let (written, by) = ([voice.bare(first), voice.value(last)], moved.text(lang, caption));
    let by = match before.quality.max(now.quality) {
        Quality::Final => by,
        other => texts::report_by_and(lang, by, lang.quality(other)),
    };
    let end = match per(&voice) {
        Some(per) => texts::report_per(lang, &written[1], per),
        None => written[1].clone(),
    };
    let text =
        texts::read_moved(lang, dates, voice.subject(), place.of_it(lang), verb, &written[0], end, &by);
    let change = Origin {
        since: origins[0].reference,
        exact: Some(moved.by()),
        what: Some("change"),
        ..origins[1].clone()
    };
    let bare_change = change_text(lang, caption, Ok(moved.by()));
    let [written_first, written_last] = written;
    let [origin_first, origin_last] = origins;
    let values = [(written_first, origin_first), (written_last, origin_last), (bare_change, change)];
    Some(Said::new(capital(&text), days.into_iter().chain(values)))
}

pub(super) fn verb(voice: &Voice<'_>, rises: bool) -> &'static str {
    match rises {
        true => voice.verb(texts::READ_RISES, texts::READ_RISE),
        false => voice.verb(texts::READ_FALLS, texts::READ_FALL),
    }
}
