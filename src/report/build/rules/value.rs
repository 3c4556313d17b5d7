//! The value of a place beside that of the ATS.

use crate::base::Level;
use crate::data::{Indicator, Quality, Reference};
use crate::figure::precision::{apart, same};
use crate::figure::reading::voice::{Voice, capital};
use crate::i18n::italian::{self, Counted, Preposition, noun};
use crate::i18n::{Lang, texts};
use crate::report::build::context::{Context, Known};
use crate::report::build::said::Said;
use crate::report::place::Place;
use crate::report::template::At;

/// The value, and whether that of the ATS is higher, lower or the same; or that there is none, and why.
pub(super) fn value(indicator: &Indicator, place: &Place, ctx: &Context<'_>, turn: usize) -> Said {
    let lang = ctx.lang;
    let level = place.level().unwrap_or(Level::Ambiti);
    let voice = ctx.voice(indicator, level);
    let Some(date) = ctx.date(indicator, At::Latest) else {
        return Said::new(capital(&texts::report_no_dates(lang, voice.of_subject())), []);
    };
    let known = ctx.known(place, &indicator.id, date);
    let own = match known.value {
        Ok(own) => own,
        Err(reason) => {
            let reason =
                why(indicator, place, ctx, &known).unwrap_or_else(|| lang.absence(reason).to_owned());
            ctx.uses(&indicator.id, indicator.period.ending(date));
            return Said::new(
                capital(&texts::report_no_value(lang, voice.subject(), place.of_it(lang), reason)),
                [],
            );
        }
    };
    let ats = ctx.ats(place, indicator, date);
    let compared: Vec<f64> = std::iter::once(own).chain(ats.and_then(|ats| ats.value.ok())).collect();
    let finer = voice.finer(apart(indicator.decimals, &compared));
    let voice = ctx.voice(&finer, level);
    let (day, day_origin) = ctx.date_value(indicator, date);
    let at = Reference::Date(date);
    let verb = voice.verb(texts::READ_IS, texts::READ_ARE);
    let written = voice.value(own);
    let told = told(&voice, own);
    let own_value = (written, ctx.origin(indicator, place.code(), &known));
    let quality = ats.map_or(known.quality, |ats| ats.quality.max(known.quality));
    let aside = match quality {
        Quality::Final => String::new(),
        other => format!(" {}", texts::report_aside(lang, lang.quality(other))),
    };
    let mut values = Vec::new();
    let end = match ats.and_then(|ats| Some((ats, ats.value.ok()?))) {
        None => String::new(),
        Some((_, of_ats)) if same(own, of_ats) => lang.text(texts::REPORT_AS_ATS).to_owned(),
        Some((ats, of_ats)) => {
            let number = voice.value(of_ats);
            let origin = ctx.origin(indicator, ctx.ats_code().as_ref(), &ats);
            values.push((number.clone(), origin));
            let ending = voice.ending();
            match own > of_ats {
                true => texts::report_above_ats(lang, ending, voice.that(), number),
                false => texts::report_below_ats(lang, ending, voice.that(), number),
            }
        }
    };
    let when = voice.when(at);
    let text = match turn % 2 {
        0 => texts::report_value(lang, when, voice.subject(), place.of_it(lang), verb, told, end, aside),
        _ => {
            texts::report_value_there(lang, place.inside(lang), voice.subject(), verb, told, when, end, aside)
        }
    };
    let dated = (day, day_origin);
    let own_first = match turn % 2 {
        0 => vec![dated, own_value],
        _ => vec![own_value, dated],
    };
    Said::new(capital(&text), own_first.into_iter().chain(values))
}

/// A value after "è" or "sono": "è del 13,1%", "è di 26.800 €", "è 198,4", "sono 2.310".
fn told(voice: &Voice<'_>, value: f64) -> String {
    let written = voice.value(value);
    let suffix = voice.lang.suffix(&voice.indicator.suffix).trim();
    let is_plural = noun(&voice.indicator.name.it).is_plural();
    match (voice.lang, suffix) {
        (Lang::En, _) | (_, "") => voice.told_value(value),
        _ if is_plural || voice.indicator.kind.has_steps() => voice.told_value(value),
        (Lang::It, "%") => italian::number(Preposition::Di, &written, Counted::Nothing),
        (Lang::It, _) => texts::report_of_amount(voice.lang, written),
    }
}

/// Why a place has no value, where more is known than that there is none.
fn why(indicator: &Indicator, place: &Place, ctx: &Context<'_>, known: &Known) -> Option<String> {
    let lang = ctx.lang;
    if place.is_group() && !indicator.holds_for_groups() {
        let own = indicator.why_not.as_ref().map(|why| lang.pick(why).trim_end_matches('.').to_owned());
        return Some(own.unwrap_or_else(|| lang.text(texts::REPORT_NO_GROUP).to_owned()));
    }
    let (level, code) = place.unit.as_ref()?;
    let table = ctx.table(&indicator.id, known.date, *level)?;
    let row = table.rows.iter().find(|row| row.code == *code)?;
    let lacking = row.lacking.as_ref()?;
    Some(crate::figure::wording::lacking_text(lang, indicator.into(), lacking, true))
}
