//! The value of a place beside that of the ATS.

use crate::base::Level;
use crate::data::{Indicator, Kind, Quality, Reference};
use crate::figure::precision::{apart, same};
use crate::figure::reading::voice::{Voice, capital};
use crate::i18n::italian::{self, Counted, Preposition, noun};
use crate::i18n::{self, Lang, texts};
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
    let told = match per(&voice) {
        Some(per) => texts::report_per(lang, told(&voice, own), per),
        None => told(&voice, own),
    };
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
                // People and bodies are more or fewer, not higher or lower.
                true if voice.is_plural() => texts::report_more_than_ats(lang, number),
                false if voice.is_plural() => texts::report_fewer_than_ats(lang, number),
                true => texts::report_above_ats(lang, ending, voice.that(), number),
                false => texts::report_below_ats(lang, ending, voice.that(), number),
            }
        }
    };
    let (subject, when) = dated(&voice, at);
    let text = match turn % 2 {
        0 => texts::report_value(lang, when, subject, place.of_it(lang), verb, told, end, aside),
        _ => texts::report_value_there(lang, place.inside(lang), subject, verb, told, when, end, aside),
    };
    let dated = (day, day_origin);
    let own_first = match turn % 2 {
        0 => vec![dated, own_value],
        _ => vec![own_value, dated],
    };
    Said::new(capital(&text), own_first.into_iter().chain(values))
}

/// What a number is per, where its name does not say so: "ogni 1.000 residenti" of bodies and of rates. What indices are per
/// belongs to their definition.
pub(super) fn per(voice: &Voice<'_>) -> Option<String> {
    let (lang, indicator) = (voice.lang, voice.indicator);
    let is_bare = lang.suffix(&indicator.suffix).trim().is_empty();
    if !is_bare || indicator.kind == Kind::Count || indicator.kind.has_steps() {
        return None;
    }
    let unit = lang.pick(&indicator.unit);
    let [word, thousand] = match lang {
        Lang::It => ["ogni ", "1.000"],
        Lang::En => ["per ", "1,000"],
    };
    let at = unit
        .match_indices(word)
        .map(|(at, _)| at)
        .find(|at| unit[..*at].is_empty() || unit[..*at].ends_with(' '))?;
    let per = unit[at..].split(", ").next()?;
    (voice.is_plural() || per.contains(thousand)).then(|| per.to_owned())
}

/// The subject, and when: of a turnout the vote, which has a name and a day.
pub(super) fn dated(voice: &Voice<'_>, at: Reference) -> (String, String) {
    let lang = voice.lang;
    let vote = lang.pick(&voice.indicator.name).strip_prefix(lang.text(texts::REPORT_TURNOUT));
    match (vote.map(str::trim_start), voice.indicator.period.of(at)) {
        (Some(vote), Reference::Date(date)) => {
            let day = i18n::date_in_full(lang, date);
            let day = match lang {
                Lang::It => italian::date(Some(Preposition::Di), &day),
                Lang::En => day,
            };
            (lang.text(texts::REPORT_THE_TURNOUT).to_owned(), texts::report_at_vote(lang, vote, day))
        }
        _ => (voice.subject(), voice.when(at)),
    }
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
