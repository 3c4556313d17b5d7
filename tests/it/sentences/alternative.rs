//! The alternative texts of maps and rankings.

use super::column::{Check, Column, Template, holds, is_so_many};
use super::grammar::{self, Case};
use super::readings::{CHANGE_BREAK, ESTIMATED, UNROUNDED};
use super::source::{Method, world};

/// The extremes.
const RANGE: Template<Column> = Template {
    it: &["Il valore più basso è {low} ({lowof}), il più alto {high} ({highof})."],
    en: &["The lowest value is {low} ({lowof}), the highest {high} ({highof})."],
    check: |column, caps| {
        let ((low, lowest), (high, highest)) =
            column.end(-1).zip(column.end(1)).ok_or("there are no values")?;
        column.is(caps.get("low"), low)?;
        column.is(caps.get("high"), high)?;
        column.is_owner(Case::Bare, caps.get("lowof"), caps.get("low"), low, &lowest)?;
        column.is_owner(Case::Bare, caps.get("highof"), caps.get("high"), high, &highest)
    },
};

/// The only value.
const ONLY: Template<Column> = Template {
    it: &["L'unico valore è {value} ({of})."],
    en: &["The only value is {value} ({of})."],
    check: |column, caps| {
        let present = column.present();
        let [(_, value)] = present.as_slice() else { return Err(format!("there are {}", present.len())) };
        column.is(caps.get("value"), *value)?;
        column.is_owner(Case::Bare, caps.get("of"), caps.get("value"), *value, &[present[0].0])
    },
};

/// How many lack a value.
pub const WITHOUT: Template<Column> = Template {
    it: &[
        "Territori senza valore: {n} (non applicabile).",
        "Territori senza valore: {n} (non applicabile)",
        "Voci senza valore: {n} (non applicabile).",
        "Voci senza valore: {n} (non applicabile)",
    ],
    en: &[
        "Territories without a value: {n} (not applicable).",
        "Territories without a value: {n} (not applicable)",
        "Entries without a value: {n} (not applicable).",
        "Entries without a value: {n} (not applicable)",
    ],
    check: |column, caps| column.is_count(caps.get("n"), column.absent().len()),
};

/// Whether so many rows of a published table have a value in another year alone.
pub fn are_missing(column: &Column, told: &str) -> Check {
    let Some(listed) = &column.listed else { return Err("? of no published table".to_owned()) };
    let whole = listed.overall.as_ref().map(|(name, _)| name.as_str());
    let mut missing: Vec<&str> = Vec::new();
    for cell in world().printed(&column.indicator.id) {
        let known = world().areas.iter().find(|(code, ..)| *code == cell.area);
        let name = known.map_or_else(String::new, |(_, name, _)| grammar::area(column.lang, name));
        let is_new = !listed.codes.contains(&cell.area) && !missing.contains(&cell.area.as_str());
        if is_new && whole != Some(name.as_str()) {
            missing.push(&cell.area);
        }
    }
    column.is_count(told, missing.len())
}

/// Rows that only have a value in another year.
pub const MISSING: Template<Column> = Template {
    it: &["Voci senza valore: {n} (dato mancante)."],
    en: &["Entries without a value: {n} (missing)."],
    check: |column, caps| are_missing(column, caps.get("n")),
};

/// The alternative text of a map of values or of differences.
pub const MAP: &[Template<Column>] = &[
    Template {
        it: &["Mappa: <name>, <level>, <when>. Unità: <mapped>."],
        en: &["Map: <name>, <level>, <when>. Unit: <mapped>."],
        check: |_, _| Ok(()),
    },
    RANGE,
    ONLY,
    Template {
        it: &[
            "Il valore cresce in {up} e cala in {down}.",
            "Il valore non cresce in {up} e cala in {down}.",
            "Il valore cresce in {up} e non cala in {down}.",
        ],
        en: &["The value rises in {up} and falls in {down}."],
        check: |column, caps| {
            let present = column.present();
            holds(column.from.is_some(), || "it is no change".to_owned())?;
            let same = present.iter().filter(|(_, x)| x.0 == 0).count();
            holds(same == 0, || format!("{same} stay the same"))?;
            column.is_count_of(caps.get("up"), present.iter().filter(|(_, x)| x.0 > 0).count())?;
            is_so_many(column.lang, caps.get("down"), present.iter().filter(|(_, x)| x.0 < 0).count())
        },
    },
    Template {
        it: &[
            "Il valore cresce in {up}, cala in {down} e resta uguale in {same}.",
            "Il valore non cresce in {up}, cala in {down} e resta uguale in {same}.",
            "Il valore cresce in {up}, non cala in {down} e resta uguale in {same}.",
            "Il valore non cresce in {up}, non cala in {down} e resta uguale in {same}.",
        ],
        en: &["The value rises in {up}, falls in {down} and stays the same in {same}."],
        check: |column, caps| {
            let present = column.present();
            holds(column.from.is_some(), || "it is no change".to_owned())?;
            column.is_count_of(caps.get("up"), present.iter().filter(|(_, x)| x.0 > 0).count())?;
            is_so_many(column.lang, caps.get("down"), present.iter().filter(|(_, x)| x.0 < 0).count())?;
            is_so_many(column.lang, caps.get("same"), present.iter().filter(|(_, x)| x.0 == 0).count())
        },
    },
    Template {
        it: &["La variazione dell'intera ATS è {overall}.", "Il valore dell'intera ATS è {overall}."],
        en: &["The change of the whole ATS is {overall}.", "The value of the whole ATS is {overall}."],
        check: |column, caps| column.is(caps.get("overall"), column.overall().ok_or("the ATS has no value")?),
    },
    WITHOUT,
    ESTIMATED,
    CHANGE_BREAK,
];

/// The alternative text of a ranking.
pub const RANKING: &[Template<Column>] = &[
    UNROUNDED,
    Template {
        it: &["Graduatoria: <name>, <level>, <when>. Unità: <unit>."],
        en: &["Ranking: <name>, <level>, <when>. Unit: <unit>."],
        check: |_, _| Ok(()),
    },
    RANGE,
    ONLY,
    Template {
        it: &["Il valore dell'intera ATS è {overall}."],
        en: &["The value of the whole ATS is {overall}."],
        check: |column, caps| {
            holds(column.listed.is_none(), || "it is no value of the ATS".to_owned())?;
            column.is(caps.get("overall"), column.overall().ok_or("the ATS has no value")?)
        },
    },
    Template {
        it: &["Il valore {name} è {overall}."],
        en: &["The value of {name} is {overall}."],
        check: |column, caps| {
            let listed = column.listed.as_ref().ok_or("it is not published")?;
            let (name, value) = listed.overall.as_ref().ok_or("no region is printed")?;
            let stated = super::published::bare_area(column.lang, caps.get("name"));
            let bare =
                column.indicator.tables().find_map(|table| stated.strip_suffix(&format!(" ({table})")));
            holds(name == bare.unwrap_or(stated), || format!("it is that of {name}"))?;
            column.is(caps.get("overall"), *value)
        },
    },
    Template {
        it: &["{place}: {rank}° su {of} a pari merito, {value}."],
        en: &["{place}: {rank} of {of}, tied, {value}."],
        check: |column, caps| {
            let unit = column.selected_as(Case::Bare, caps.get("place"))?;
            let value = column.values()[unit].ok_or("it has no value")?;
            let present = column.present();
            let same =
                present.iter().filter(|(_, other)| !other.above(value) && !value.above(*other)).count();
            holds(same > 1, || "nobody shares its place".to_owned())?;
            let rank = 1 + present.iter().filter(|(_, other)| other.above(value)).count();
            column.is_count(caps.get("rank"), rank)?;
            column.is_count(caps.get("of"), present.len())?;
            column.is(caps.get("value"), value)
        },
    },
    Template {
        it: &["{place}: {rank}° su {of}, {value}."],
        en: &["{place}: {rank} of {of}, {value}."],
        check: |column, caps| {
            let unit = column.selected_as(Case::Bare, caps.get("place"))?;
            let value = column.values()[unit].ok_or("it has no value")?;
            let present = column.present();
            let rank = 1 + present.iter().filter(|(_, other)| other.above(value)).count();
            column.is_count(caps.get("rank"), rank)?;
            column.is_count(caps.get("of"), present.len())?;
            column.is(caps.get("value"), value)
        },
    },
    Template {
        it: &["{place}: minimo dei Comuni {min}, media semplice {mean}, valore {value}, massimo {max}."],
        en: &["{place}: lowest of the Comuni {min}, simple mean {mean}, value {value}, highest {max}."],
        check: |column, caps| {
            let unit = column.selected_as(Case::Bare, caps.get("place"))?;
            let of = [
                ("min", Method::Min),
                ("mean", Method::Mean),
                ("value", Method::Pooled),
                ("max", Method::Max),
            ];
            for (name, method) in of {
                let values = world().values(&column.indicator.id, column.year, column.level, method);
                column.is(caps.get(name), values[unit].ok_or("it has no value")?)?;
            }
            Ok(())
        },
    },
    Template {
        it: &["Seguono altri territori: {n}.", "Seguono altre voci: {n}."],
        en: &["More territories follow: {n}.", "More entries follow: {n}."],
        check: |column, caps| {
            let present = column.present();
            let selected = present.iter().filter(|(unit, _)| column.selected.contains(unit)).count();
            column.is_count(caps.get("n"), selected.saturating_sub(6))
        },
    },
    Template {
        it: &["{place}: non applicabile."],
        en: &["{place}: not applicable."],
        check: |column, caps| {
            let unit = column.selected_as(Case::Bare, caps.get("place"))?;
            holds(column.absent().contains(&unit), || "it has a value".to_owned())
        },
    },
    WITHOUT,
    MISSING,
    ESTIMATED,
    Template {
        it: &["Nessun valore da mostrare a questa data."],
        en: &["No value to show at this date."],
        check: |column, _| holds(column.present().is_empty(), || "there are values".to_owned()),
    },
];
