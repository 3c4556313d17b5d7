//! Profiles: a territory among its peers, indicator by indicator.

use super::column::{Check, Column, Context, Template, holds};
use super::exact::Exact;
use super::grammar::{self, Case};
use super::overview::dated;
use super::readings::quartiles;
use super::source::{Lang, Level, Method, world};

/// Fewer values have no quartiles.
const QUARTERS: usize = 4;
const TOLD: usize = 8;
const NAMED: usize = 5;

/// The last year before that a value compares with.
pub fn before(id: &str, year: i32) -> Option<i32> {
    let indicator = world().indicator(id);
    let years = world().years(indicator).into_iter().rev();
    years
        .filter(|earlier| *earlier < year)
        .find(|earlier| world().breaks(indicator, *earlier, year).is_empty())
}

/// A territory, or none, and its indicators in the order of their themes.
pub struct Profile {
    lang: Lang,
    own: Option<usize>,
    level: Level,
    peers: Vec<usize>,
    /// The Ambito whose Comuni the peers are.
    within: Option<usize>,
    columns: Vec<Column>,
}

impl Profile {
    pub fn new(lang: Lang, indicators: &[(String, i32)], selected: &[String], near: bool) -> Self {
        let place = selected.first().and_then(|code| world().find(code));
        let level = place.map_or(Level::Ambiti, |(level, _)| level);
        let own = place.map(|(_, unit)| unit);
        let ambito = own.filter(|_| near && level == Level::Comuni).and_then(|unit| {
            let ambiti = world().units(Level::Ambiti);
            ambiti.iter().position(|ambito| ambito.members.contains(&unit) && ambito.members.len() > 1)
        });
        let peers = match ambito {
            Some(ambito) => world().units(Level::Ambiti)[ambito].members.clone(),
            None => (0..world().units(level).len()).collect(),
        };
        let columns = indicators.iter().map(|(id, year)| Column::new(lang, id, *year, level, Method::Pooled));
        Self { lang, own, level, peers, within: ambito, columns: columns.collect() }
    }

    fn values(&self, column: &Column) -> Vec<(usize, Exact)> {
        column.present().into_iter().filter(|(unit, _)| self.peers.contains(unit)).collect()
    }

    fn value(&self, column: &Column) -> Option<Exact> {
        column.values()[self.own?]
    }

    /// "i 17 Ambiti", "i 6 Comuni dell'Ambito di Corsico".
    fn peers_told(&self) -> String {
        let units = grammar::counted_units(self.level, self.peers.len());
        let of = self.within.map_or(String::new(), |ambito| {
            let name = &world().units(Level::Ambiti)[ambito].name;
            format!(" {}", grammar::place(self.lang, Case::Of, Level::Ambiti, name))
        });
        let the = match (self.lang, self.level) {
            (Lang::En, _) => "the",
            (Lang::It, Level::Asst) => "le",
            (Lang::It, Level::Ats) => "l'",
            (Lang::It, _) => "i",
        };
        format!("{the} {units}{of}")
    }

    /// One where values lie: above the third quartile (1), below the first (-1) or between (0); `None` where there are no quartiles.
    fn quarter(&self, column: &Column) -> Option<i32> {
        let values = self.values(column);
        let (low, high) = (values.iter().map(|x| x.1).min()?, values.iter().map(|x| x.1).max()?);
        let value = self.value(column)?;
        if values.len() < QUARTERS || low.same(high) {
            return None;
        }
        let (q1, q3) = quartiles(&values);
        Some(i32::from(value.above(q3)) - i32::from(q1.above(value)))
    }

    /// "densità di popolazione (861,6 ab./km²; 1/1/2023), … e altri 2".
    fn are_named(&self, told: &str, wanted: i32) -> Check {
        let mut names: Vec<String> = Vec::new();
        for column in self.columns.iter().filter(|column| self.quarter(column) == Some(wanted)) {
            let name = grammar::small(column.indicator.name.pick(self.lang));
            let date = grammar::named_date(self.lang, column.year);
            // Those that are many are counted.
            if !told.contains(&format!("{name} (")) {
                names.push(name);
                continue;
            }
            let after = told.split_once(&format!("{name} (")).map_or("", |(_, after)| after);
            let (value, _) = after.split_once(&format!("; {date})")).ok_or(format!("no date of {name}"))?;
            column.is(value, self.value(column).ok_or("no value")?)?;
        }
        let count = self.columns.iter().filter(|column| self.quarter(column) == Some(wanted)).count();
        holds(names.is_empty() || (count > NAMED && names.len() == count - NAMED), || format!("no {names:?}"))
    }
}

impl Context for Profile {
    fn lang(&self) -> Lang {
        self.lang
    }

    fn word(&self, name: &str) -> String {
        match name {
            "peers" => self.peers_told(),
            other => panic!("no word <{other}>"),
        }
    }
}

pub const READING: &[Template<Profile>] = &[
    Template {
        it: &[
            "Indicatori con un valore: {n}. Tra <peers>, {place} è sopra il terzo quartile in {above}, sotto il primo in {below}, in mezzo in {middle}.",
        ],
        en: &[
            "Indicators with a value: {n}. {place} is above the third quartile of <peers> in {above}, below the first in {below}, in between in {middle}.",
        ],
        check: |profile, caps| {
            let own = profile.own.ok_or("nobody is selected")?;
            let name = &world().units(profile.level)[own].name;
            let case = if profile.lang == Lang::It { Case::Subject } else { Case::Bare };
            let right = grammar::place(profile.lang, case, profile.level, name);
            let told = grammar::small(caps.get("place"));
            let is_it = match profile.lang {
                Lang::It => told == grammar::small(&right),
                Lang::En if profile.level == Level::Comuni => told == format!("the Comune of {right}"),
                Lang::En if profile.level == Level::Ambiti => told == format!("the {right}"),
                Lang::En => told == grammar::small(&right),
            };
            holds(is_it, || format!("should be «{right}»"))?;
            let quarters: Vec<i32> =
                profile.columns.iter().filter_map(|column| profile.quarter(column)).collect();
            let count = |wanted: i32| quarters.iter().filter(|quarter| **quarter == wanted).count();
            for (hole, n) in
                [("above", count(1)), ("below", count(-1)), ("middle", count(0)), ("n", quarters.len())]
            {
                super::column::is_number(profile.lang, caps.get(hole), n)?;
            }
            Ok(())
        },
    },
    Template {
        it: &["Sopra il terzo quartile: {names}."],
        en: &["Above the third quartile: {names}."],
        check: |profile, caps| profile.are_named(caps.get("names"), 1),
    },
    Template {
        it: &["Sotto il primo quartile: {names}."],
        en: &["Below the first quartile: {names}."],
        check: |profile, caps| profile.are_named(caps.get("names"), -1),
    },
    Template {
        it: &["<Peers>, indicatori {n}: scegli un territorio per vedere dove si trova."],
        en: &["<Peers>, indicators {n}: choose a territory to see where it is."],
        check: |profile, caps| {
            holds(profile.own.is_none(), || "one is chosen".to_owned())?;
            super::column::is_number(profile.lang, caps.get("n"), profile.columns.len())
        },
    },
];

/// One row in words.
fn is_row(profile: &Profile, column: &Column, told: &str) -> Check {
    let it = profile.lang == Lang::It;
    let mut parts: Vec<&str> = told.split("; ").collect();
    let mut next =
        |what: &str| if parts.is_empty() { Err(format!("no {what}")) } else { Ok(parts.remove(0)) };
    let values = profile.values(column);
    if let Some(own) = profile.own {
        let part = next("value")?;
        match column.values()[own] {
            Some(value) => column.is(part, value)?,
            None => holds(part == if it { "non applicabile" } else { "not applicable" }, || part.to_owned())?,
        }
    }
    if !column.indicator.is_count() && profile.level != Level::Ats {
        let part = next("ATS")?;
        let part = part.strip_prefix("ATS ").ok_or_else(|| format!("no ATS: «{part}»"))?;
        column.is(part, column.overall().ok_or("no value")?)?;
    }
    let ends = values.iter().map(|x| x.1).min().zip(values.iter().map(|x| x.1).max());
    if let Some((low, high)) = ends {
        let part = next("spread")?;
        let alone = part.strip_prefix(if it { "tutti hanno " } else { "all have " });
        match alone {
            Some(value) => {
                holds(low.same(high), || "they differ".to_owned())?;
                column.is(value, low)?;
            }
            None => {
                let words = if it {
                    ["minimo ", ", mediana ", ", massimo "]
                } else {
                    ["lowest ", ", median ", ", highest "]
                };
                let rest = part.strip_prefix(words[0]).ok_or("no lowest")?;
                let (least, rest) = rest.split_once(words[1]).ok_or("no median")?;
                let (middle, most) = rest.split_once(words[2]).ok_or("no highest")?;
                let mut sorted: Vec<i128> = values.iter().map(|x| x.1.0).collect();
                sorted.sort_unstable();
                let median = Exact((sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2]) / 2);
                column.is(least, low)?;
                column.is(middle, median)?;
                column.is(most, high)?;
            }
        }
    }
    if let Some(value) = profile.value(column).filter(|_| values.len() > 1) {
        let part = next("place")?;
        let place = 1 + values.iter().filter(|(_, other)| other.above(value)).count();
        let tied = values.iter().filter(|(_, other)| other.same(value)).count() > 1;
        let of = values.len();
        let right = match (it, tied) {
            (true, false) => format!("{place}° su {of}"),
            (true, true) => format!("{place}° su {of}, pari"),
            (false, false) => format!("{place} of {of}"),
            (false, true) => format!("{place} of {of}, tied"),
        };
        holds(part == right, || format!("«{part}» should be «{right}»"))?;
    }
    let Some(part) = next("change").ok() else {
        let was = profile.own.and_then(|own| column.at(before(&column.indicator.id, column.year)?)[own]);
        return holds(profile.value(column).is_none() || was.is_none(), || "no change is told".to_owned());
    };
    let own = profile.own.ok_or("nobody is selected")?;
    let Some(year) = before(&column.indicator.id, column.year) else {
        return holds(part.contains("interrompe") || part.contains("breaks"), || part.to_owned());
    };
    let (was, now) =
        (column.at(year)[own].ok_or("no value before")?, profile.value(column).ok_or("no value")?);
    let date = grammar::named_date(profile.lang, year);
    let word = match (now.above(was), was.above(now), it) {
        (true, _, true) => "in aumento",
        (true, _, false) => "rising",
        (_, true, true) => "in calo",
        (_, true, false) => "falling",
        (_, _, true) => return holds(part == format!("uguale a prima ({date})"), || part.to_owned()),
        (_, _, false) => return holds(part == format!("as before ({date})"), || part.to_owned()),
    };
    let (between, end) = if it { (", ora ", ")") } else { (", now ", ")") };
    let rest =
        part.strip_prefix(&format!("{word} ({date}: ")).ok_or_else(|| format!("«{part}»: {word} {date}"))?;
    let (earlier, later) =
        rest.strip_suffix(end).and_then(|rest| rest.split_once(between)).ok_or("no values")?;
    column.is(earlier, was)?;
    column.is(later, now)
}

pub const ALTERNATIVE: &[Template<Profile>] = &[
    Template {
        it: &[
            "{title}. Ogni indicatore tra <peers>, con l'ATS in mezzo.",
            "{title}. Ogni indicatore tra <peers>, con la mediana in mezzo.",
        ],
        en: &[
            "{title}. Each indicator among <peers>, with the ATS in the middle.",
            "{title}. Each indicator among <peers>, with the median in the middle.",
        ],
        check: |profile, caps| {
            let named = profile.own.map(|own| &world().units(profile.level)[own].name);
            let is_ats = profile.level == Level::Ats;
            holds(named.is_none_or(|name| is_ats || caps.get("title").contains(name.as_str())), || {
                "of whom?".to_owned()
            })
        },
    },
    Template {
        it: &["{name} ({date}): {row}."],
        en: &["{name} ({date}): {row}."],
        check: |profile, caps| {
            let is_it = |column: &&Column| column.indicator.name.pick(profile.lang) == caps.get("name");
            let column = profile.columns.iter().find(is_it).ok_or("? no such indicator")?;
            let date = grammar::named_date(profile.lang, column.year);
            holds(caps.get("date") == date, || format!("should be {date}"))?;
            is_row(profile, column, caps.get("row"))
        },
    },
    Template {
        it: &["Altri indicatori: {n}."],
        en: &["More indicators: {n}."],
        check: |profile, caps| {
            super::column::is_number(profile.lang, caps.get("n"), profile.columns.len() - TOLD)
        },
    },
];

/// Kept so that the wording of dates is one.
#[test]
fn names_within_a_sentence_have_their_date() {
    let indicator = world().indicator("indice_vecchiaia");
    assert_eq!(dated(Lang::It, indicator, 2023), "indice di vecchiaia (1/1/2023)");
}
