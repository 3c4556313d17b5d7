//! What a place is made of, and what it is part of.

use crate::base::Level;
use crate::data::Territories;
use crate::figure::reading::voice::capital;
use crate::figure::wording::listed;
use crate::i18n::{Lang, Thing, texts};
use crate::report::build::context::Context;
use crate::report::build::said::Said;
use crate::report::place::Place;

/// More Comuni are counted, not named.
const MOST_NAMED: usize = 40;

/// The Comuni of a place, or the Ambito of a Comune.
pub(super) fn members(place: &Place, ctx: &Context<'_>) -> Option<Said> {
    let lang = ctx.lang;
    let territories = &ctx.atlas().territories;
    let names: Vec<String> = names(territories, &place.members);
    let subject = capital(&place.subject(lang));
    let count = ctx.count_value(names.len(), "comuni", None);
    let comuni = lang.count(names.len(), Thing::Comune);
    if place.level() == Some(Level::Comuni) {
        let ambito = around(place, Level::Ambiti, territories)?;
        let of = ambito.subject(lang);
        let others = ambito.members.len() - 1;
        let others_value = ctx.count_value(others, "comuni", None);
        return Some(match others {
            0 => Said::new(texts::report_comune_is_ambito(lang, subject, of), []),
            1 => Said::new(texts::report_comune_with_one(lang, subject, ambito.of_it(lang)), []),
            _ => {
                let text = texts::report_comune_with(lang, subject, ambito.of_it(lang), &others_value.0);
                Said::new(text, [others_value])
            }
        });
    }
    Some(match names.as_slice() {
        [only] => Said::new(texts::report_is_comune(lang, subject, only), []),
        names if names.len() <= MOST_NAMED => {
            Said::new(texts::report_made_of(lang, subject, comuni, listed(lang, names)), [count])
        }
        _ => Said::new(texts::report_made_of_many(lang, subject, comuni), [count]),
    })
}

/// The ASST and the ATS of a place.
pub(super) fn belongs(place: &Place, ctx: &Context<'_>) -> Option<Said> {
    let lang = ctx.lang;
    let territories = &ctx.atlas().territories;
    let level = place.level().unwrap_or(Level::Ambiti);
    let [ats] = territories.units(Level::Ats) else { return None };
    if level >= Level::Ats {
        return None;
    }
    if level == Level::Asst {
        return Some(Said::new(texts::report_in_ats(lang, bare(&ats.name)), []));
    }
    let asst = around(place, Level::Asst, territories);
    let text = match (&asst, territories.units(Level::Asst).is_empty()) {
        (Some(asst), _) => texts::report_in_asst_and_ats(lang, in_asst(lang, &asst.name), bare(&ats.name)),
        (None, false) if place.members.iter().all(|at| territories.comuni()[*at].asst.is_none()) => {
            texts::report_in_no_asst(lang, bare(&ats.name))
        }
        _ => texts::report_in_ats(lang, bare(&ats.name)),
    };
    Some(Said::new(text, []))
}

/// "all'ASST Rhodense", "the ASST Rhodense".
fn in_asst(lang: Lang, name: &str) -> String {
    let bare = name.strip_prefix("ASST ").unwrap_or(name);
    texts::report_to_asst(lang, bare)
}

/// The name of an ATS without its kind, which the sentence says.
fn bare(name: &str) -> &str {
    name.strip_prefix("ATS ").unwrap_or(name)
}

/// The unit of a level that has all the Comuni of a place.
fn around(place: &Place, level: Level, territories: &Territories) -> Option<Place> {
    let holds = |unit: &crate::data::Unit| place.members.iter().all(|at| unit.members.contains(at));
    let at = territories.units(level).iter().position(holds)?;
    Some(Place::unit(level, at, territories))
}

/// The names of Comuni, in the order of the alphabet.
pub(super) fn names(territories: &Territories, members: &[usize]) -> Vec<String> {
    let mut names: Vec<String> = members.iter().map(|at| territories.comuni()[*at].name.clone()).collect();
    names.sort();
    names
}
