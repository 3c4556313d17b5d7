//! What a standard asks for and what is missing, recomputed for every printed standard and some of an office, at every level and
//! date, in every territory.

use atlante::base::Code;
use atlante::engine::standard::{Comparison, line, printed_standards};
use atlante::i18n;

use super::column::{Check, holds};
use super::exact::{Exact, Printed};
use super::source::{Lang, Level, Method, world};
use super::{grammar, program};
use crate::common::TODAY;

/// One decimal: a third of a post is worth knowing.
fn is_one_decimal(lang: Lang, told: &str, value: Exact) -> Check {
    let (printed, rest) = Printed::read(lang, told).ok_or_else(|| format!("«{told}» is no number"))?;
    holds(rest.is_empty() && printed.decimals == 1 && printed.is(value), || {
        format!("«{told}» should be {value}")
    })
}

/// "Ambito di Corsico (117.654): ne servono 29,4; con 22 ne mancano 7,4."
fn is_true(
    lang: Lang,
    told: &str,
    name: &str,
    base: Exact,
    is_estimate: bool,
    one_per: i128,
    have: Option<i128>,
) -> Check {
    let mark = match (is_estimate, lang) {
        (false, _) => "",
        (true, Lang::It) => ", stima",
        (true, Lang::En) => ", estimate",
    };
    let rest = told.strip_prefix(name).and_then(|rest| rest.strip_prefix(" ("));
    let rest = rest.ok_or_else(|| format!("not of {name}"))?;
    let (stated, rest) = rest.split_once("): ").ok_or("no base")?;
    let stated = stated.strip_suffix(mark).ok_or("the estimate is not told")?;
    let (printed, left) = Printed::read(lang, stated).ok_or("no base")?;
    holds(left.is_empty() && printed.is(base) && printed.decimals == 0, || {
        format!("«{stated}» should be {base}")
    })?;
    let needed = Exact::ratio(base.0 / 1_000_000, one_per * 1_000_000_000_000);
    let rest = rest.strip_suffix('.').ok_or("no full stop")?;
    let (needs, rest) = match lang {
        Lang::It => {
            rest.strip_prefix("ne servono ").map(|rest| rest.split_once("; ").map_or((rest, ""), |x| x))
        }
        Lang::En => {
            rest.split_once(" are needed").map(|(needs, rest)| (needs, rest.trim_start_matches("; ")))
        }
    }
    .ok_or("what is needed is not told")?;
    is_one_decimal(lang, needs, needed)?;
    let Some(have) = have else { return holds(rest.is_empty(), || format!("«{rest}»")) };
    let there = Exact::ratio(have, 1);
    let is_short = needed.above(there);
    let (start, end) = match (lang, is_short) {
        (Lang::It, true) => (format!("con {have} ne mancano "), ""),
        (Lang::It, false) => (format!("con {have} ce ne sono "), " in più"),
        (Lang::En, true) => (format!("with {have} there are "), " too few"),
        (Lang::En, false) => (format!("with {have} there are "), " more"),
    };
    let by = rest.strip_prefix(&start).and_then(|rest| rest.strip_suffix(end));
    let by = by.ok_or_else(|| format!("«{rest}» should begin with «{start}»"))?;
    is_one_decimal(lang, by, if is_short { needed.less(there) } else { there.less(needed) })
}

#[test]
fn what_a_standard_asks_for_is_what_its_sentences_say() {
    let atlas = &TODAY.atlas;
    let mut read = 0;
    for (lang, own) in [(Lang::It, i18n::Lang::It), (Lang::En, i18n::Lang::En)] {
        let printed = printed_standards().iter().map(|standard| {
            (Comparison::printed(standard, atlas, own), standard.of.clone(), standard.one_per as i128)
        });
        let office = [(6500, "residenti"), (30, "residenti")].map(|(one_per, of)| {
            (
                Comparison::own(f64::from(one_per), of, "educatori", atlas, own),
                of.to_owned(),
                i128::from(one_per),
            )
        });
        for (comparison, of, one_per) in printed.chain(office) {
            let Some(indicator) = world().indicators.iter().find(|known| known.id == of) else { continue };
            for year in world().years(indicator) {
                for level in Level::ALL {
                    let bases = world().values(&of, year, level, Method::Pooled);
                    for (at, unit) in world().units(level).iter().enumerate() {
                        let have = [None, Some(0), Some(22)][(at + year as usize) % 3];
                        let code = Code::from(unit.code.as_str());
                        let asked = Some((&code, have.map(|have| have as f64)));
                        let needs =
                            comparison.needs(atlas, program::january(year), program::level(level), asked);
                        let needs = needs.expect("values");
                        let Some(base) = bases[at] else { continue };
                        let told = line(&needs[0], atlas, own);
                        let name = match (level, lang) {
                            (Level::Ambiti, Lang::En) => format!("Ambito of {}", unit.name),
                            (Level::Comuni, _) | (_, Lang::En) => unit.name.clone(),
                            _ => {
                                let place = grammar::place(lang, grammar::Case::Subject, level, &unit.name);
                                place.strip_prefix("l'").map_or(place.clone(), str::to_owned)
                            }
                        };
                        let is_estimate = world().is_estimated(indicator, year);
                        let right = is_true(lang, &told, &name, base, is_estimate, one_per, have);
                        assert_eq!(right, Ok(()), "{told}");
                        read += 1;
                    }
                }
            }
        }
    }
    assert!(read > 5_000, "{read} sentences only");
}
