//! How many people live in a place, and how large it is.

use crate::base::{Level, decimal};
use crate::data::{Quality, Reference};
use crate::figure::precision::apart;
use crate::figure::reading::voice::capital;
use crate::i18n::{self, texts};
use crate::report::block::Origin;
use crate::report::build::context::Context;
use crate::report::build::said::Said;
use crate::report::place::Place;
use crate::report::template::At;

/// The indicator of residents, the only one that is told as people who live somewhere.
const RESIDENTS: &str = "residenti";
/// The variable of areas, and the indicator that divides by it.
const AREA: &str = "superficie_km2";
const DENSITY: &str = "densita";

/// The residents, and their share of the ATS.
pub(super) fn residents(place: &Place, ctx: &Context<'_>) -> Option<Said> {
    let lang = ctx.lang;
    let indicator = ctx.indicator(RESIDENTS)?;
    let date = ctx.date(indicator, At::Latest)?;
    let known = ctx.known(place, RESIDENTS, date);
    let own = known.value.ok()?;
    let voice = ctx.voice(indicator, Level::Comuni);
    let (day, day_origin) = ctx.date_value(indicator, date);
    let when = voice.when(Reference::Date(date));
    let number = (ctx.bare(indicator, own), ctx.origin(indicator, place.code(), &known));
    let about = match known.quality {
        Quality::Final => String::new(),
        other => format!(" {}", texts::report_aside(lang, lang.quality(other))),
    };
    let values = vec![(day, day_origin), number.clone()];
    let ats = (ctx.atlas().territories.units(Level::Ats).len() == 1 && place.level() != Some(Level::Ats))
        .then(|| Place::unit(Level::Ats, 0, &ctx.atlas().territories));
    let whole = ats.and_then(|ats| ctx.known(&ats, RESIDENTS, date).value.ok()).filter(|whole| *whole > 0.0);
    let Some(whole) = whole else {
        return Some(Said::new(capital(&texts::report_residents(lang, when, number.0, about)), values));
    };
    let share = decimal::clean(100.0 * own / whole);
    let origin = Origin { exact: Some(share), what: Some("share_of_ats"), ..number.1.clone() };
    // Not "0,0%" of a small Comune.
    let share = format!("{}%", i18n::number(lang, share, apart(1, &[share])));
    let told = match lang {
        i18n::Lang::It => i18n::italian::percentage(&share),
        i18n::Lang::En => share.clone(),
    };
    let text = texts::report_residents_of_ats(lang, when, &number.0, about, told);
    let values = values.into_iter().chain([(share, origin)]);
    Some(Said::new(capital(&text), values))
}

/// The official area, and the density.
pub(super) fn surface(place: &Place, ctx: &Context<'_>) -> Option<Said> {
    let lang = ctx.lang;
    let density = ctx.indicator(DENSITY)?;
    let date = ctx.date(density, At::Latest)?;
    let known = ctx.known(place, DENSITY, date);
    let area = ctx.atlas().observed(AREA, date, &place.members)?.ok()?;
    let own = known.value.ok()?;
    let origin = ctx.origin(density, place.code(), &known);
    let written = i18n::number(lang, area, 1);
    let area_origin = Origin { indicator: None, what: Some(AREA), exact: Some(area), ..origin.clone() };
    // Of thousands of people a decimal says nothing.
    let decimals = if own >= 100.0 { 0 } else { density.decimals };
    let number = i18n::number(lang, own, decimals);
    let (day, day_origin) = ctx.date_value(density, date);
    let when = ctx.voice(density, Level::Comuni).when(Reference::Date(date));
    let text = texts::report_surface(lang, &written, &number, when);
    Some(Said::new(text, [(written, area_origin), (number, origin), (day, day_origin)]))
}
