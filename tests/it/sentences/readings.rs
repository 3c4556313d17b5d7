//! The sentences on a single indicator: on maps, rankings and columns of tables.

use super::column::{Check, Column, Template, holds, is_so_many};
use super::exact::Exact;
use super::grammar::{self, Case};
use super::source::{Indicator, Lang, Level, Method, world};

/// The range of the middle half: quartiles of type 7 of Hyndman and Fan.
pub fn quartiles(values: &[(usize, Exact)]) -> (Exact, Exact) {
    let mut sorted: Vec<i128> = values.iter().map(|(_, value)| value.0).collect();
    sorted.sort_unstable();
    let at = |quarter: usize| {
        let place = (sorted.len() - 1) * quarter;
        let (low, part) = (place / 4, (place % 4) as i128);
        let high = sorted.get(low + 1).copied().unwrap_or(sorted[low]);
        Exact((sorted[low] * (4 - part) + high * part) / 4)
    };
    (at(1), at(3))
}

const UNIT: Template<Column> = Template {
    it: &["Unità: {unit}."],
    en: &["Unit: {unit}."],
    check: |column, caps| {
        let right = column.indicator.unit.pick(column.lang);
        holds(caps.get("unit") == right, || format!("should be «{right}»"))
    },
};

pub const EUROS: Template<Column> = Template {
    it: &["Gli importi sono in euro correnti: il confronto tra anni comprende l'aumento dei prezzi."],
    en: &["Amounts are in current euros: comparing years takes in the rise of prices."],
    check: |column, _| {
        let Indicator { suffix, name, .. } = column.indicator;
        holds(suffix.it.contains('€') || name.it.contains(" euro"), || "it is no money".to_owned())
    },
};

/// That ranks and comparisons are not those of the printed digits: where these do not show them.
pub const UNROUNDED: Template<Column> = Template {
    it: &["Posti e confronti sono sui valori non arrotondati, anche dove le cifre scritte sono uguali."],
    en: &[
        "Places and comparisons are those of the unrounded values, even where the printed digits are the same.",
    ],
    check: |column, _| {
        holds(column.is_unrounded(), || "no two values are written alike without being equal".to_owned())
    },
};

/// The sentences of a ranking, a map of values or a column of values.
pub const VALUES: &[Template<Column>] = &[
    UNROUNDED,
    UNIT,
    EUROS,
    Template {
        it: &["<On> <the> <goes> {low} {lowof} {high} {highof}."],
        en: &["<On>, <the> <goes> {low} {lowof} {high} {highof}."],
        check: |column, caps| {
            let ((low, lowest), (high, highest)) =
                column.end(-1).zip(column.end(1)).ok_or("there are no values")?;
            let case = if column.lang == Lang::It { Case::Of } else { Case::In };
            for name in ["lowof", "highof"] {
                column.reads_owner(case, caps.get(name))?;
            }
            column.is_articled("d", caps.get("low"), low, false)?;
            column.is_articled("", caps.get("high"), high, true)?;
            column.is_owner(case, caps.get("lowof"), caps.get("low"), low, &lowest)?;
            column.is_owner(case, caps.get("highof"), caps.get("high"), high, &highest)?;
            holds(low != high, || "all values are the same".to_owned())
        },
    },
    Template {
        it: &["<On> <the> {place} <is> {value}."],
        en: &["<On>, <the> {place} <is> {value}."],
        check: |column, caps| {
            let present = column.present();
            let [(only, value)] = present[..] else { return Err("there are several values".to_owned()) };
            let unit = grammar::unit(column.lang, Case::Of, column.level, caps.get("place"));
            holds(unit == Some(only), || format!("whose is it: «{}»", caps.get("place")))?;
            column.is_told(caps.get("value"), value)
        },
    },
    Template {
        it: &["<On> il valore <of> è lo stesso in tutti i territori: {value}."],
        en: &["<On>, the value <of> is the same in all territories: {value}."],
        check: |column, caps| {
            let (low, _) = column.end(-1).ok_or("there are no values")?;
            let (high, _) = column.end(1).ok_or("there are no values")?;
            holds(low.same(high), || format!("values go from {low} to {high}"))?;
            column.is(caps.get("value"), low)
        },
    },
    Template {
        it: &["<On> <the> non ha valori da mostrare.", "<On> <the> non hanno valori da mostrare."],
        en: &["<On>, <the> has no value to show.", "<On>, <the> have no value to show."],
        check: |column, _| holds(column.present().is_empty(), || "there are values".to_owned()),
    },
    Template {
        it: &["Nessun valore da mostrare a questa data."],
        en: &["No value to show at this date."],
        check: |column, _| holds(column.present().is_empty(), || "there are values".to_owned()),
    },
    METHOD,
    METHOD_OF_STEPS,
    Template {
        it: &[
            "Il valore dell'ATS è {overall}: lo superano {above} su {of}.",
            "Il valore dell'ATS è {overall}: lo supera {above} su {of}.",
        ],
        en: &[
            "The value of the ATS is {overall}: {above} of {of} exceed it.",
            "The value of the ATS is {overall}: {above} of {of} exceeds it.",
        ],
        check: |column, caps| {
            let overall = column.overall().ok_or("the ATS has no value")?;
            let (told, made) = how_made(caps.get("overall"));
            let is_unlike = matches!(column.method, Method::Mean | Method::Min | Method::Max)
                && column.level != Level::Comuni;
            holds(made.is_some() == is_unlike, || "how the ATS is made".to_owned())?;
            column.is(told, overall)?;
            let present = column.present();
            let above = present.iter().filter(|(_, value)| value.above(overall)).count();
            match column.lang {
                Lang::It => {
                    column.is_count_of(caps.get("above"), above)?;
                    column.is_count(caps.get("of"), present.len())
                }
                Lang::En => {
                    column.is_count(caps.get("above"), above)?;
                    column.is_count_of(caps.get("of"), present.len())
                }
            }
        },
    },
    Template {
        it: &["Il valore dell'ATS è {overall} e nessun territorio lo supera."],
        en: &["The value of the ATS is {overall} and no territory exceeds it."],
        check: |column, caps| {
            let overall = column.overall().ok_or("the ATS has no value")?;
            let (told, made) = how_made(caps.get("overall"));
            let is_unlike = matches!(column.method, Method::Mean | Method::Min | Method::Max)
                && column.level != Level::Comuni;
            holds(made.is_some() == is_unlike, || "how the ATS is made".to_owned())?;
            column.is(told, overall)?;
            let above = column.present().iter().filter(|(_, value)| value.above(overall)).count();
            holds(above == 0, || format!("{above} territories exceed it"))
        },
    },
    Template {
        it: &["{when} era più basso: {value}."],
        en: &["{when} it was lower: {value}."],
        check: |column, caps| {
            let (was, now) = before(column, caps.get("when"))?;
            column.is(caps.get("value"), was)?;
            holds(now.above(was), || format!("it was {was} and is {now}"))
        },
    },
    Template {
        it: &["{when} era più alto: {value}."],
        en: &["{when} it was higher: {value}."],
        check: |column, caps| {
            let (was, now) = before(column, caps.get("when"))?;
            column.is(caps.get("value"), was)?;
            holds(was.above(now), || format!("it was {was} and is {now}"))
        },
    },
    Template {
        it: &["{when} era lo stesso."],
        en: &["{when} it was the same."],
        check: |column, caps| {
            let (was, now) = before(column, caps.get("when"))?;
            holds(was.same(now), || format!("it was {was} and is {now}"))
        },
    },
    Template {
        it: &["La metà centrale <ofall> sta tra {q1} e {q3}."],
        en: &["The middle half <ofall> lies between {q1} and {q3}."],
        check: |column, caps| {
            let (q1, q3) = quartiles(&column.present());
            column.is_bare(caps.get("q1"), q1)?;
            column.is(caps.get("q3"), q3)
        },
    },
    Template {
        it: &[
            "{place}, con {value}, è {rank} posto su {of}{tail}.",
            "{place}, con {value}, è {rank} posto su {of}.",
        ],
        en: &[
            "{place}, with {value}, ranks {rank} of {of}{tail}.",
            "{place}, with {value}, ranks {rank} of {of}.",
        ],
        check: |column, caps| {
            let unit = column.selected_as(Case::Subject, caps.get("place"))?;
            let value = column.values()[unit].ok_or("it has no value")?;
            column.is(caps.get("value"), value)?;
            let present = column.present();
            let rank = 1 + present.iter().filter(|(_, other)| other.above(value)).count();
            let right = ordinal(column.lang, rank);
            holds(caps.get("rank") == right, || format!("«{}» should be «{right}»", caps.get("rank")))?;
            let of = caps.get("of");
            let digits = of.find(|c: char| !c.is_ascii_digit()).unwrap_or(of.len());
            column.is_count(&of[..digits], present.len())?;
            let tail = format!("{}{}", &of[digits..], caps.find("tail").unwrap_or_default());
            ranked_tail(column, &tail, value, present.iter().filter(|(_, other)| other.same(value)).count())
        },
    },
    Template {
        it: &["I suoi Comuni vanno da {min} a {max}, e la loro media semplice è {mean}."],
        en: &["Its Comuni range from {min} to {max}, and their simple mean is {mean}."],
        check: |column, caps| {
            let of = |method| world().values(&column.indicator.id, column.year, column.level, method);
            let all = [of(Method::Min), of(Method::Max), of(Method::Mean)];
            let right = |unit: &&usize| {
                ["min", "max", "mean"].iter().zip(&all).all(|(name, values)| {
                    values[**unit].is_some_and(|value| column.is(caps.get(name), value).is_ok())
                })
            };
            holds(column.selected.iter().any(|unit| right(&unit)), || "of none of the chosen".to_owned())
        },
    },
    MORE,
    ABSENT_SELECTED,
    ABSENT,
    ESTIMATED,
];

/// A value of the ATS, and how it is made where that is told: from its sums, or weighted.
fn how_made(told: &str) -> (&str, Option<&str>) {
    let ways = ["calcolato sul totale dei Comuni", "calculated on the total of the Comuni"];
    let weighted = ["media ponderata con ", "the mean weighted by "];
    match told.split_once(", ") {
        Some((value, made))
            if ways.contains(&made) || weighted.iter().any(|start| made.starts_with(start)) =>
        {
            (value, Some(made))
        }
        _ => (told, None),
    }
}

/// What a value that is not the group's own is set against.
pub fn is_own_value(told: &str) -> bool {
    let ways = ["quello calcolato sul totale dei Comuni", "the one calculated on the total of the Comuni"];
    let weighted = ["la media ponderata con ", "the mean weighted by "];
    ways.contains(&told) || weighted.iter().any(|start| told.starts_with(start))
}

/// Steps of the lowest or of the highest Comune.
pub const METHOD_OF_STEPS: Template<Column> = Template {
    it: &["Ogni valore è {method}: un gruppo di Comuni non ha un gradino proprio."],
    en: &["Each value is {method}: a group of Comuni has no step of its own."],
    check: |column, caps| {
        let article = if column.lang == Lang::It { "il" } else { "the" };
        let right = format!("{article} {}", grammar::method(column.lang, column.method));
        holds(caps.get("method") == right, || format!("should be «{right}»"))
    },
};

/// Values that are not pooled.
pub const METHOD: Template<Column> = Template {
    it: &["Ogni valore è {method}, non {other}."],
    en: &["Each value is {method}, not {other}."],
    check: |column, caps| {
        let article = match (column.lang, column.method) {
            (_, Method::Pooled) => {
                return Err("it is the one calculated on the total of the Comuni".to_owned());
            }
            (Lang::It, Method::Mean) => "la",
            (Lang::It, _) => "il",
            (Lang::En, _) => "the",
        };
        let right = format!("{article} {}", grammar::method(column.lang, column.method));
        holds(is_own_value(caps.get("other")), || caps.get("other").to_owned())?;
        holds(caps.get("method") == right, || format!("«{}» should be «{right}»", caps.get("method")))
    },
};

const MORE: Template<Column> = Template {
    it: &["Altri territori scelti: {n}."],
    en: &["Other chosen territories: {n}."],
    check: |column, caps| {
        let present = column.present();
        let selected = present.iter().filter(|(unit, _)| column.selected.contains(unit)).count();
        column.is_count(caps.get("n"), selected.saturating_sub(3))
    },
};

const ABSENT_SELECTED: Template<Column> = Template {
    it: &["{place} non ha un valore (non applicabile)."],
    en: &["{place} has no value (not applicable)."],
    check: |column, caps| {
        let unit = column.selected_as(Case::Subject, caps.get("place"))?;
        holds(column.absent().contains(&unit), || "it has one".to_owned())
    },
};

/// How many have no value.
pub const ABSENT: Template<Column> = Template {
    it: &["Senza un valore: {n}."],
    en: &["Without a value: {n}."],
    check: |column, caps| column.is_count_of(caps.get("n"), column.absent().len()),
};

/// The earlier and the current value of the ATS.
fn before(column: &Column, when: &str) -> Result<(Exact, Exact), String> {
    let is_said = |year: &i32| {
        let on = grammar::on(column.lang, *year);
        when.get(1..) == on.get(1..) && when.to_lowercase().starts_with(&on[..1])
    };
    let year = world().years(column.indicator).into_iter().find(is_said);
    let year = year.ok_or_else(|| format!("? no values «{when}»"))?;
    let at = |year| world().overall(&column.indicator.id, year).ok_or("the ATS has no value");
    holds(world().breaks(column.indicator, year, column.year).is_empty(), || {
        "the series breaks between".to_owned()
    })?;
    Ok((at(year)?, at(column.year)?))
}

/// "al 79°", "all'8°", "79th".
fn ordinal(lang: Lang, n: usize) -> String {
    match (lang, n % 100, n % 10) {
        (Lang::It, ..) if n == 8 || n == 11 || (80..90).contains(&n) => format!("all'{n}°"),
        (Lang::It, ..) => format!("al {n}°"),
        (Lang::En, 11..=13, _) => format!("{n}th"),
        (Lang::En, _, 1) => format!("{n}st"),
        (Lang::En, _, 2) => format!("{n}nd"),
        (Lang::En, _, 3) => format!("{n}rd"),
        (Lang::En, ..) => format!("{n}th"),
    }
}

/// What follows the rank: from which end it is counted, who shares it, and how the ATS compares.
fn ranked_tail(column: &Column, tail: &str, value: Exact, tied: usize) -> Check {
    let (from, words): (&str, &[(&str, &str)]) = match column.lang {
        Lang::It => (
            " dal valore più alto",
            &[
                ("a pari merito", "tied"),
                ("sopra il valore dell'ATS", "above"),
                ("sotto il valore dell'ATS", "below"),
                ("alla pari con l'ATS", "level"),
            ],
        ),
        Lang::En => (
            " from the highest",
            &[
                ("tied", "tied"),
                ("above the value of the ATS", "above"),
                ("below the value of the ATS", "below"),
                ("level with the ATS", "level"),
            ],
        ),
    };
    let tail = tail.strip_prefix(from).unwrap_or(tail);
    let mut tells_tie = false;
    for part in tail.split(", ").filter(|part| !part.is_empty()) {
        let found = words.iter().find(|(words, _)| *words == part.trim());
        let Some((_, sense)) = found else { return Err(format!("unknown words «{part}»")) };
        let overall = column.overall();
        match *sense {
            "tied" => tells_tie = true,
            "above" => {
                holds(overall.is_some_and(|overall| value.above(overall)), || "not above the ATS".to_owned())?
            }
            "below" => {
                holds(overall.is_some_and(|overall| overall.above(value)), || "not below the ATS".to_owned())?
            }
            _ => holds(overall.is_some_and(|overall| value.same(overall)), || {
                "not level with the ATS".to_owned()
            })?,
        }
    }
    holds(tells_tie == (tied > 1), || format!("{tied} territories have that value"))
}

/// Values of a year that the source estimated.
pub const ESTIMATED: Template<Column> = Template {
    it: &[
        "Valori al {date} stimati, non definitivi.",
        "Valori di «{name}» al {date} stimati, non definitivi.",
    ],
    en: &["Values on {date} estimated, not final.", "Values of “{name}” on {date} estimated, not final."],
    check: |column, caps| {
        if let Some(name) = caps.find("name") {
            holds(name == column.indicator.name.pick(column.lang), || "of another indicator".to_owned())?;
        }
        let years = [Some(column.year), column.from];
        let year = years
            .into_iter()
            .flatten()
            .find(|year| grammar::short_date(column.lang, *year) == caps.get("date"));
        let year = year.ok_or("no values of that date are shown")?;
        holds(world().is_estimated(column.indicator, year), || "they are final".to_owned())
    },
};

/// A break of the series between the two dates.
pub const CHANGE_BREAK: Template<Column> = Template {
    it: &["Tra le due date la serie si interrompe: le differenze non misurano solo variazioni reali."],
    en: &["The series breaks between the two dates: differences do not measure real change alone."],
    check: |column, _| {
        let from = column.from.ok_or("it is no change")?;
        holds(!world().breaks(column.indicator, from, column.year).is_empty(), || {
            "it does not break".to_owned()
        })
    },
};

/// The sentences of a map of differences, or of a column of them.
pub const CHANGES: &[Template<Column>] = &[
    EUROS,
    Template {
        it: &["<Between> <the> {groups}."],
        en: &["<Between> <the> {groups}."],
        check: |column, caps| groups(column, caps.get("groups")),
    },
    Template {
        it: &["<Between> <the> {place} {verb}: {value}."],
        en: &["<Between> <the> {place} {verb}: {value}."],
        check: |column, caps| {
            let [(only, value)] = column.present()[..] else {
                return Err("there are several values".to_owned());
            };
            holds(column.unit(Case::Of, caps.get("place")) == Some(only), || {
                format!("? whose is it: «{}»", caps.get("place"))
            })?;
            let right = moves(column)[match value.0.signum() {
                1 => 0,
                -1 => 1,
                _ => 2,
            }]
            .clone();
            holds(caps.get("verb") == right, || format!("should be «{right}»"))?;
            column.is(caps.get("value"), value)
        },
    },
    Template {
        it: &["Le differenze vanno da {low} ({lowof}) a {high} ({highof})."],
        en: &["Differences go from {low} ({lowof}) to {high} ({highof})."],
        check: |column, caps| {
            let ((low, lowest), (high, highest)) =
                column.end(-1).zip(column.end(1)).ok_or("there are no values")?;
            column.is(caps.get("low"), low)?;
            column.is(caps.get("high"), high)?;
            column.is_owner(Case::Bare, caps.get("lowof"), caps.get("low"), low, &lowest)?;
            column.is_owner(Case::Bare, caps.get("highof"), caps.get("high"), high, &highest)
        },
    },
    Template {
        it: &["Nell'intera ATS la differenza è {value}."],
        en: &["In the whole ATS the difference is {value}."],
        check: |column, caps| column.is(caps.get("value"), column.overall().ok_or("the ATS has no value")?),
    },
    Template {
        it: &["{place} è {value}."],
        en: &["{place} it is {value}."],
        check: |column, caps| {
            let unit = column.selected_as(Case::In, caps.get("place"))?;
            column.is(caps.get("value"), column.values()[unit].ok_or("it has no value")?)
        },
    },
    Template {
        it: &["Nessun valore da mostrare a questa data."],
        en: &["No value to show at this date."],
        check: |column, _| holds(column.present().is_empty(), || "there are values".to_owned()),
    },
    METHOD,
    MORE,
    ABSENT_SELECTED,
    ABSENT,
    ESTIMATED,
    CHANGE_BREAK,
];

/// The verbs for rising, falling and staying equal.
fn moves(column: &Column) -> [String; 3] {
    match column.lang {
        Lang::It => [
            column.noun.verb("sale", "salgono").to_owned(),
            column.noun.verb("scende", "scendono").to_owned(),
            format!("{} {}", column.noun.verb("resta", "restano"), column.noun.unchanged()),
        ],
        Lang::En => ["rose".to_owned(), "fell".to_owned(), "stayed the same".to_owned()],
    }
}

/// "sale in 41 Comuni, scende in 88 e resta invariata in 64".
fn groups(column: &Column, stated: &str) -> Check {
    let present = column.present();
    let count = |keep: fn(&i128) -> bool| present.iter().filter(|(_, value)| keep(&value.0)).count();
    let mut left = [count(|x| *x > 0), count(|x| *x < 0), count(|x| *x == 0)].map(Some);
    let verbs = moves(column);
    let stated = stated.replace(" e ", ", ").replace(" and ", ", ");
    for (i, part) in stated.split(", ").enumerate() {
        let place = verbs.iter().position(|verb| part.starts_with(verb.as_str()));
        let place = place.ok_or_else(|| format!("unknown words «{part}»"))?;
        let n = part[verbs[place].len()..].strip_prefix(" in ").unwrap_or_default();
        let right = left[place].take().ok_or("the same is stated twice")?;
        holds(right > 0, || format!("«{part}» of none"))?;
        match i {
            0 => column.is_count_of(n, right)?,
            _ => is_so_many(column.lang, n, right)?,
        }
    }
    let untold: usize = left.into_iter().flatten().sum();
    holds(untold == 0, || format!("{untold} are not stated"))
}
