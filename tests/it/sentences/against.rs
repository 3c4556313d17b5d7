//! Lines as indices of the ATS, which is 100 at each date.

use super::asks::Mode;
use super::column::{Check, Template, holds};
use super::exact::Exact;
use super::grammar::{self, Case};
use super::line::{Line, Role};
use super::series::Series;
use super::source::{Lang, Level, Value};

/// What their reading says of them.
pub const READING: &[Template<Series>] = &[
    Template {
        it: &["{dates} <the> {place}, fatt{end} 100 <that> dell'ATS, {verb} da {from} a {to}."],
        en: &["{dates} <the> {place}, with <that> of the ATS set to 100, {verb} from {from} to {to}."],
        check: |series, caps| against(series, caps),
    },
    Template {
        it: &["{dates} <the> {place}, fatt{end} 100 <that> dell'ATS, {verb}: {to}."],
        en: &["{dates} <the> {place}, with <that> of the ATS set to 100, {verb}: {to}."],
        check: |series, caps| against(series, caps),
    },
    Template {
        it: &["C'è solo l'ATS, che è 100 per definizione: scegli un territorio da confrontare."],
        en: &["There is only the ATS, which is 100 by definition: choose a territory to compare."],
        check: |series, _| {
            let other = |line: &&Line| line.place.is_some_and(|(level, _)| level != Level::Ats);
            let told = series.lines.iter().filter(|line| line.role != Role::Context).find(other);
            holds(series.mode == Mode::Against && told.is_none(), || "there are others".to_owned())
        },
    },
    Template {
        it: &["{place} non ha un valore {when}, da cui parte il conto: la linea non è disegnata."],
        en: &["{place} has no value {when}, where the count starts: the line is not drawn."],
        check: |series, caps| {
            let line = series.line(Case::Subject, caps.get("place"))?;
            let is_drawn = line.values.iter().any(|(year, _)| series.drawn(line, *year).is_some());
            holds(!is_drawn && matches!(series.mode, Mode::Index | Mode::Differences), || {
                "it is drawn".to_owned()
            })
        },
    },
];

/// A line as an index of the ATS, from the first comparable date to the last.
fn against(series: &Series, caps: &super::pattern::Caps<'_>) -> Check {
    holds(series.mode == Mode::Against, || "it is no index of the ATS".to_owned())?;
    let line = series.line(Case::Of, caps.get("place"))?;
    holds(line.role != Role::Context, || "it is behind the others".to_owned())?;
    let start = series.start();
    let drawn = |(year, _): &(i32, Value)| Some((*year, series.drawn(line, *year)?));
    let present: Vec<(i32, Exact)> =
        line.values.iter().filter(|(year, _)| *year >= start).filter_map(drawn).collect();
    let [(first, from), .., (last, to)] = present[..] else { return Err("it has no two dates".to_owned()) };
    let right = grammar::between(series.lang, first, last);
    holds(grammar::small(caps.get("dates")) == right, || format!("should be «{right}»"))?;
    if let Some(ending) = caps.find("end") {
        holds(ending == series.noun.ending(), || format!("«fatt{ending}»"))?;
    }
    series.is_drawn(caps.get("to"), to)?;
    // Indices are not exact: what differs by less than their digits is the same.
    let by = to.float() - from.float();
    let is_same = by.abs() < 1e-9;
    let right = match (is_same, by > 0.0, series.lang) {
        (true, _, Lang::It) => {
            format!("{} {}", series.noun.verb("resta", "restano"), series.noun.unchanged())
        }
        (true, _, Lang::En) => format!("stayed {}", series.noun.unchanged()),
        (false, true, Lang::It) => series.noun.verb_of("sale").to_owned(),
        (false, false, Lang::It) => series.noun.verb_of("scende").to_owned(),
        (false, true, Lang::En) => "rose".to_owned(),
        (false, false, Lang::En) => "fell".to_owned(),
    };
    holds(caps.get("verb") == right, || format!("should be «{right}»"))?;
    match caps.find("from") {
        Some(told) => {
            holds(!is_same && told != caps.get("to"), || "it stays".to_owned())?;
            series.is_drawn(told, from)
        }
        None => holds(is_same, || format!("it goes from {from} to {to}")),
    }
}
