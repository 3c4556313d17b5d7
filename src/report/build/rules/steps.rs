//! Who lives in Comuni of which step of a scale.

use crate::base::{Level, decimal};
use crate::data::{Indicator, Method, Query, Row, Scale};
use crate::figure::precision::apart;
use crate::figure::reading::voice::capital;
use crate::figure::wording::{listed, reference_phrase};
use crate::i18n::{self, texts};
use crate::report::block::Origin;
use crate::report::build::context::{Context, Known};
use crate::report::build::said::Said;
use crate::report::place::Place;
use crate::report::template::At;

/// With more Comuni the steps are counted, not named.
const MOST_NAMED: usize = 16;
/// Those who live in the Comuni.
const RESIDENTS: &str = "residenti";

/// Which Comuni are in which step, and how many residents live in the upper half of the scale.
pub(super) fn steps(indicator: &Indicator, place: &Place, ctx: &Context<'_>) -> Vec<Said> {
    let lang = ctx.lang;
    let Some(date) = ctx.date(indicator, At::Latest) else { return Vec::new() };
    let Some(table) = ctx.table(&indicator.id, date, Level::Comuni) else { return Vec::new() };
    if indicator.kind.scale() != Scale::Order || indicator.steps.is_empty() {
        return Vec::new();
    }
    let rows: Vec<&Row> = place.members.iter().filter_map(|at| table.rows.get(*at)).collect();
    let when = reference_phrase(lang, indicator.period.ending(date));
    let (day, day_origin) = ctx.date_value(indicator, date);
    let voice = ctx.voice(indicator, Level::Comuni);
    let [lowest, highest] = [indicator.steps.first(), indicator.steps.last()]
        .map(|step| step.map_or("", |step| lang.pick(&step.name)));
    let origin = |row: &Row| {
        let known = Known { value: row.value, bounds: row.bounds, quality: row.quality, date };
        ctx.origin(indicator, Some(&row.code), &known)
    };
    if let [only] = rows.as_slice() {
        let Ok(value) = only.value else {
            return vec![super::value::value(indicator, place, ctx, 0)];
        };
        let written = short(&voice.value(value)).to_owned();
        let (subject, of) = (voice.subject(), place.of_it(lang));
        let text = texts::report_step_of_one(lang, subject, of, &written, when, lowest, highest);
        return vec![Said::new(capital(&text), [(written, origin(only)), (day, day_origin)])];
    }
    let mut parts = Vec::new();
    let mut values = vec![(day, day_origin)];
    for step in &indicator.steps {
        let there: Vec<&&Row> = rows.iter().filter(|row| row.value == Ok(step.value)).collect();
        let Some(first) = there.first() else { continue };
        let name = short(lang.pick(&step.name)).to_owned();
        let who = match rows.len() <= MOST_NAMED {
            true => listed(lang, &there.iter().map(|row| row.name.clone()).collect::<Vec<_>>()),
            false => voice.counted(there.len()),
        };
        values.push((name.clone(), origin(first)));
        if rows.len() > MOST_NAMED {
            values.push(ctx.count_value(there.len(), "comuni", Some(indicator)));
        }
        parts.push(texts::report_step(lang, name, who));
    }
    if parts.is_empty() {
        return Vec::new();
    }
    let text = texts::report_steps(lang, voice.of_subject(), when, parts.join("; "), lowest, highest);
    let mut said = vec![Said::new(capital(&text), values)];
    said.extend(upper_half(indicator, place, ctx, date));
    said
}

/// The name of a step without what it means, which is said of the scale: "1" of "1 (meno fragile)".
fn short(name: &str) -> &str {
    name.split_once(" (").map_or(name, |(short, _)| short)
}

/// The share of residents who live in Comuni of the upper half of the scale.
fn upper_half(
    indicator: &Indicator,
    place: &Place,
    ctx: &Context<'_>,
    date: crate::base::Date,
) -> Option<Said> {
    let lang = ctx.lang;
    let (level, code) = place.unit.as_ref()?;
    let query = Query { indicator: indicator.id.clone(), date, level: *level, method: Method::Pooled };
    let at = ctx.atlas().territories.position(*level, code)?;
    let weights = ctx.atlas().by_step(&query).ok()??.into_iter().nth(at)?;
    let weights: Vec<f64> = weights.into_iter().collect::<Result<_, _>>().ok()?;
    let half = indicator.steps.len() / 2;
    let (whole, upper): (f64, f64) = (weights.iter().sum(), weights.get(half..)?.iter().sum());
    if whole <= 0.0 {
        return None;
    }
    let share = decimal::clean(100.0 * upper / whole);
    let first = short(lang.pick(&indicator.steps.get(half)?.name));
    // The residents have a date of their own.
    let counted = indicator.weight.as_ref()?.terms.first()?.when().read(date);
    let (counted, counted_origin) = ctx.date_value(ctx.indicator(RESIDENTS)?, counted);
    let known = Known { value: Ok(share), bounds: None, quality: crate::data::Quality::Final, date };
    let origin =
        Origin { what: Some("residents_in_upper_half"), ..ctx.origin(indicator, Some(code), &known) };
    if upper == 0.0 {
        return Some(Said::new(capital(&texts::report_none_in_upper(lang, first)), []));
    }
    if upper == whole {
        return Some(Said::new(capital(&texts::report_all_in_upper(lang, first)), []));
    }
    let written = format!("{}%", i18n::number(lang, share, apart(1, &[share, 100.0])));
    let told = match lang {
        i18n::Lang::It => i18n::italian::percentage(&written),
        i18n::Lang::En => written.clone(),
    };
    let text = texts::report_in_upper(lang, first, place.of_it(lang), told, &counted);
    Some(Said::new(capital(&text), [(written, origin), (counted, counted_origin)]))
}
