//! Values as published: their ends, what they are part of, their ranges, their first and last value, and the notes on them.

use super::asks::Mode;
use super::column::{Check, Column, Context, Template, holds};
use super::exact::Exact;
use super::series::Series;
use super::source::{Lang, world};

/// The notes on the values that a figure shows, as they stand below it and as they are told; those of every year of a series.
pub fn notes(column: &Column, every_year: bool) -> Vec<String> {
    let Some(listed) = &column.listed else { return Vec::new() };
    let mut all = Vec::new();
    for note in &column.indicator.cell_notes {
        let area = super::grammar::area(column.lang, &note.area);
        let is_it = |name: &String| *name == area || *name == note.area;
        let is_overall = listed.overall.as_ref().is_some_and(|(name, _)| is_it(name));
        let is_shown = note.year == column.year && (is_overall || listed.names.iter().any(is_it));
        if !every_year && !is_shown {
            continue;
        }
        let at = match (column.indicator.of_years(), column.lang) {
            (true, _) => note.year.to_string(),
            (false, Lang::It) => format!("31/12/{}", note.year),
            (false, Lang::En) => format!("31 December {}", note.year),
        };
        let text = note.text.pick(column.lang);
        let (first, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
        let told = format!("{area}, {at}: {}{rest}", first.to_lowercase());
        // In a table of several indicators the note names its own.
        let short = column.indicator.short.pick(column.lang);
        let named = format!("{area} ({short}), {at}: {}{rest}", first.to_lowercase());
        all.extend([format!("* {told}"), told, format!("* {named}"), named]);
    }
    all
}

/// Whether names in brackets are those of all that have a value.
fn owners(column: &Column, told: &str, value: Exact) -> Check {
    let all = column.present().into_iter().filter(|(_, x)| x.same(value)).map(|(unit, _)| column.name(unit));
    let all: Vec<String> = all.collect();
    let counted = match column.lang {
        Lang::It => format!("righe: {}", all.len()),
        Lang::En => format!("rows: {}", all.len()),
    };
    let mut names: Vec<String> = all.clone();
    names.sort();
    let mut read: Vec<&str> = Vec::new();
    let mut rest = told;
    // A name may hold a comma.
    while let Some(name) = names.iter().find(|name| rest.starts_with(name.as_str())) {
        read.push(name);
        rest = rest[name.len()..].strip_prefix(", ").unwrap_or(&rest[name.len()..]);
    }
    holds(told == counted || (rest.is_empty() && read.len() == all.len()), || {
        format!("of {}, and not of {told}", all.join(", "))
    })
}

/// The name of an area without its preposition and article: "della Lombardia".
pub fn bare_area(lang: Lang, stated: &str) -> &str {
    let before = ["dell'", "della ", "di "];
    let bare = before.iter().filter(|_| lang == Lang::It).find_map(|before| stated.strip_prefix(before));
    bare.unwrap_or(stated)
}

/// Whether the source shows that the value of an area cannot be right.
fn is_misprint(column: &Column, area: &str) -> bool {
    let notes = &column.indicator.cell_notes;
    let is_it = |named: &str| super::grammar::area(column.lang, named) == area;
    notes.iter().any(|note| note.is_misprint && note.year == column.year && is_it(&note.area))
}

/// How many exceed what the rows are part of.
fn above(column: &Column, caps: &super::pattern::Caps<'_>) -> Result<usize, String> {
    let (name, whole) = column.listed.as_ref().and_then(|l| l.overall.as_ref()).ok_or("there is none")?;
    let told = bare_area(column.lang, caps.get("name"));
    holds(told == name, || format!("it is that of {name}"))?;
    column.is(caps.get("value"), *whole)?;
    holds(!is_misprint(column, name), || "it is a misprint".to_owned())?;
    holds(column.indicator.kind != "count", || "a sum exceeds its parts".to_owned())?;
    Ok(column.present().iter().filter(|(_, x)| x.above(*whole)).count())
}

/// The reading of a ranking.
pub const READING: &[Template<Column>] = &[
    Template {
        it: &["<When> «<name>», come pubblicato, va da {low} ({low_of}) a {high} ({high_of})."],
        en: &["<When>, “<name>”, as published, ranges from {low} ({low_of}) to {high} ({high_of})."],
        check: |column, caps| {
            let ((low, _), (high, _)) = column.end(-1).zip(column.end(1)).ok_or("there are no values")?;
            column.is(caps.get("low"), low)?;
            column.is(caps.get("high"), high)?;
            owners(column, caps.get("low_of"), low)?;
            owners(column, caps.get("high_of"), high)?;
            holds(!low.same(high), || "all are the same".to_owned())
        },
    },
    Template {
        it: &["<When> «<name>», come pubblicato, è {value} in ogni riga."],
        en: &["<When>, “<name>”, as published, is {value} in every row."],
        check: |column, caps| {
            let ((low, _), (high, _)) = column.end(-1).zip(column.end(1)).ok_or("there are no values")?;
            holds(low.same(high), || "they differ".to_owned())?;
            column.is(caps.get("value"), low)
        },
    },
    Template {
        it: &["<When> «<name>», come pubblicato, è {value} ({of})."],
        en: &["<When>, “<name>”, as published, is {value} ({of})."],
        check: |column, caps| {
            let present = column.present();
            let [(unit, value)] = present[..] else { return Err("there are several".to_owned()) };
            holds(column.name(unit) == caps.get("of"), || "of another".to_owned())?;
            column.is(caps.get("value"), value)
        },
    },
    Template {
        it: &["Il valore {name} è {value}: vedi la nota."],
        en: &["The value of {name} is {value}: see the note."],
        check: |column, caps| {
            let (name, whole) =
                column.listed.as_ref().and_then(|l| l.overall.as_ref()).ok_or("there is none")?;
            holds(bare_area(column.lang, caps.get("name")) == name, || format!("it is that of {name}"))?;
            column.is(caps.get("value"), *whole)?;
            holds(is_misprint(column, name), || "it is no misprint".to_owned())
        },
    },
    Template {
        it: &["Il valore {name} è {value}: nessun altro lo supera."],
        en: &["The value of {name} is {value}: no other exceeds it."],
        check: |column, caps| holds(above(column, caps)? == 0, || "some exceed it".to_owned()),
    },
    Template {
        it: &[
            "Il valore {name} è {value}: lo supera 1 riga su {of}.",
            "Il valore {name} è {value}: lo supera 1 ATS su {of}.",
        ],
        en: &[
            "The value of {name} is {value}: above it stands 1 of {of} rows.",
            "The value of {name} is {value}: above it stands 1 of {of} ATS.",
        ],
        check: |column, caps| {
            holds(above(column, caps)? == 1, || "not one".to_owned())?;
            column.is_count(caps.get("of"), column.present().len())
        },
    },
    Template {
        it: &[
            "Il valore {name} è {value}: lo superano {above} righe su {of}.",
            "Il valore {name} è {value}: lo superano {above} ATS su {of}.",
        ],
        en: &[
            "The value of {name} is {value}: above it stand {above} of {of} rows.",
            "The value of {name} is {value}: above it stand {above} of {of} ATS.",
        ],
        check: |column, caps| {
            column.is_count(caps.get("above"), above(column, caps)?)?;
            column.is_count(caps.get("of"), column.present().len())
        },
    },
    Template {
        it: &[
            "La distanza tra l'Ambito più basso e il più alto, come stampati, è maggiore per {name}: da {min} a {max}.",
        ],
        en: &[
            "The distance between the lowest and the highest Ambito, as printed, is widest for {name}: from {min} to {max}.",
        ],
        check: |column, caps| {
            let unit = (0..column.values().len()).find(|unit| column.name(*unit) == caps.get("name"));
            let unit = unit.ok_or("? no such row")?;
            let (min, max) = spread(column, unit)?;
            let max = max.ok_or("no greatest is printed")?;
            column.is(caps.get("min"), min)?;
            column.is(caps.get("max"), max)?;
            let wider = |other: usize| {
                let (low, high) = spread(column, other)?;
                Ok::<bool, String>(high.is_some_and(|high| high.less(low).above(max.less(min))))
            };
            let others: Result<Vec<bool>, String> = (0..column.values().len()).map(wider).collect();
            holds(!others?.contains(&true), || "another is wider".to_owned())
        },
    },
    Template {
        it: &["La fonte stampa il minimo e la media, non il massimo."],
        en: &["The source prints the lowest and the mean, not the highest."],
        check: |column, _| {
            let range = column.indicator.range.as_ref().ok_or("it has no range")?;
            holds(range.1.is_none(), || "the greatest is printed".to_owned())
        },
    },
    Template {
        it: &["Altre colonne, da leggere nella tabella: {n}."],
        en: &["Further columns, to be read in the table: {n}."],
        check: |column, caps| {
            /// How many are told one by one.
            const TOLD: usize = 6;
            holds(column.beside > TOLD, || "there are none".to_owned())?;
            column.is_count(caps.get("n"), column.beside - TOLD)
        },
    },
    Template {
        it: &["Senza un valore pubblicato: {names}."],
        en: &["Without a published value: {names}."],
        check: |column, caps| {
            let listed = column.listed.as_ref().ok_or("it is not published")?;
            let told = caps.get("names");
            let none = !listed.names.iter().any(|name| told.split(", ").any(|told| told == name));
            holds(none, || "it has one".to_owned())
        },
    },
];

/// The least and the greatest published beside a mean.
fn spread(column: &Column, unit: usize) -> Result<(Exact, Option<Exact>), String> {
    let (min, max) = column.indicator.range.as_ref().ok_or("it has no range")?;
    let code = &column.listed.as_ref().ok_or("it is not published")?.codes[unit];
    let of = |id: &str| {
        let cells = world().printed(id).iter();
        cells.filter(|cell| cell.area == *code && cell.year == column.year).map(|cell| cell.value).next()
    };
    Ok((of(min).ok_or("no least")?, max.as_deref().and_then(of)))
}

/// The ranges of a ranking in its alternative text.
pub const RANGES: &[Template<Column>] = &[
    Template {
        it: &["{place}: Ambito più basso {min}, media {mean}, Ambito più alto {max}."],
        en: &["{place}: lowest Ambito {min}, mean {mean}, highest Ambito {max}."],
        check: |column, caps| {
            let max = is_range(column, caps)?.ok_or("no greatest is printed")?;
            column.is(caps.get("max"), max)
        },
    },
    Template {
        it: &["{place}: Ambito più basso {min}, media {mean}; il più alto non è stampato."],
        en: &["{place}: lowest Ambito {min}, mean {mean}; the highest is not printed."],
        check: |column, caps| holds(is_range(column, caps)?.is_none(), || "it is printed".to_owned()),
    },
];

fn is_range(column: &Column, caps: &super::pattern::Caps<'_>) -> Result<Option<Exact>, String> {
    let unit = (0..column.values().len()).find(|unit| column.name(*unit) == caps.get("place"));
    let unit = unit.ok_or("? no such row")?;
    let (min, max) = spread(column, unit)?;
    column.is(caps.get("min"), min)?;
    column.is(caps.get("mean"), column.values()[unit].ok_or("it has no value")?)?;
    Ok(max)
}

/// The first and the last printed value of a line.
fn ends(series: &Series, name: &str) -> Result<[(i32, Exact); 2], String> {
    let line = series.lines.iter().find(|line| line.names.iter().any(|known| known == name));
    let line = line.ok_or_else(|| format!("? no line is called «{name}»"))?;
    let mut present = line.values.iter().filter_map(|(year, value)| Some((*year, (*value)?)));
    let first = present.next().ok_or("it has no value")?;
    Ok([first, present.next_back().unwrap_or(first)])
}

fn moved(series: &Series, caps: &super::pattern::Caps<'_>, sign: i128) -> Check {
    let [(first, from), (last, to)] = ends(series, caps.get("place"))?;
    for (name, year) in [("at_first", first), ("at_last", last)] {
        holds(series.date(year) == caps.get(name), || format!("it is {}", series.date(year)))?;
    }
    series.is(caps.get("from"), from, false)?;
    series.is(caps.get("to"), to, false)?;
    series.is_difference(caps.get("by"), to.less(from))?;
    holds(to.less(from).0.signum() == sign, || "the other way".to_owned())
}

/// Two values of which the source itself shows that they do not compare: of two ATS whose borders changed.
const PARTED: Template<Series> = Template {
    it: &["{place}: {from} ({at_first}) e {to} ({at_last}), valori che non si confrontano."],
    en: &["{place}: {from} ({at_first}) and {to} ({at_last}), values that do not compare."],
    check: |series, caps| {
        let [(first, from), (last, to)] = ends(series, caps.get("place"))?;
        for (name, year) in [("at_first", first), ("at_last", last)] {
            holds(series.date(year) == caps.get(name), || format!("it is {}", series.date(year)))?;
        }
        series.is(caps.get("from"), from, false)?;
        series.is(caps.get("to"), to, false)?;
        let is_moved = ["ATS Insubria", "ATS Montagna"].contains(&caps.get("place"));
        holds(is_moved && first <= 2016 && last > 2016, || "its borders did not change".to_owned())
    },
};

/// What is said of lines beside the reading: of two years, of what has another base, of what lacks the value of the ATS.
pub const LINES: &[Template<Series>] = &[
    PARTED,
    Template {
        it: &["Non disegnati, perché hanno un'altra base e non si confrontano: {names}."],
        en: &["Not drawn, as they have another base and do not compare: {names}."],
        check: |series, caps| {
            let is_drawn =
                |name: &str| series.lines.iter().any(|line| line.names.iter().any(|own| own == name));
            holds(!caps.get("names").split(", ").any(is_drawn), || "it is drawn".to_owned())
        },
    },
    Template {
        it: &["Manca il valore dell'ATS, a cui le linee sono rapportate: {dates}."],
        en: &["The value of the ATS, which lines are relative to, is missing: {dates}."],
        check: |series, _| holds(series.mode == Mode::Against, || "lines are not relative to it".to_owned()),
    },
];

/// The reading of a time series.
pub const SERIES: &[Template<Series>] = &[
    PARTED,
    Template {
        it: &["«{name}», come pubblicato."],
        en: &["“{name}”, as published."],
        check: |series, caps| {
            let right = series.indicator.name.pick(series.lang());
            holds(caps.get("name") == right, || format!("it is {right}"))
        },
    },
    Template {
        it: &["La figura mostra {what}; qui i valori stampati da cui vengono."],
        en: &["The figure shows {what}; here are the printed values they come from."],
        check: |series, caps| {
            let right = match (series.mode, series.lang()) {
                (Mode::Values, _) => "nothing else",
                (Mode::Differences, Lang::It) => "le differenze",
                (Mode::Differences, Lang::En) => "the differences",
                (_, Lang::It) => "numeri indice",
                (_, Lang::En) => "index numbers",
            };
            holds(caps.get("what") == right, || format!("it shows {right}"))
        },
    },
    Template {
        it: &["{place}: sale da {from} ({at_first}) a {to} ({at_last}), {by}."],
        en: &["{place}: rises from {from} ({at_first}) to {to} ({at_last}), {by}."],
        check: |series, caps| moved(series, caps, 1),
    },
    Template {
        it: &["{place}: scende da {from} ({at_first}) a {to} ({at_last}), {by}."],
        en: &["{place}: falls from {from} ({at_first}) to {to} ({at_last}), {by}."],
        check: |series, caps| moved(series, caps, -1),
    },
    Template {
        it: &["{place}: {value} sia nel primo sia nell'ultimo valore stampato ({at_first} e {at_last})."],
        en: &["{place}: {value} in both the first and the last printed value ({at_first} and {at_last})."],
        check: |series, caps| {
            let [(_, from), (_, to)] = ends(series, caps.get("place"))?;
            series.is(caps.get("value"), to, false)?;
            holds(from.same(to), || "it moves".to_owned())
        },
    },
    Template {
        it: &["{place}: {value} ({at}), il solo valore stampato."],
        en: &["{place}: {value} ({at}), the only printed value."],
        check: |series, caps| {
            let [(first, value), (last, _)] = ends(series, caps.get("place"))?;
            series.is(caps.get("value"), value, false)?;
            holds(first == last && series.date(first) == caps.get("at"), || "there are others".to_owned())
        },
    },
    Template {
        it: &["{place}: nessun valore stampato."],
        en: &["{place}: no printed value."],
        check: |series, caps| {
            let has = ends(series, caps.get("place")).is_ok();
            holds(!has, || "it has one".to_owned())
        },
    },
    Template {
        it: &["Altre linee: {n}."],
        en: &["Further lines: {n}."],
        check: |series, caps| {
            let n: usize = caps.get("n").parse().map_err(|_| "? no number".to_owned())?;
            holds(n + 4 <= series.lines.len() + 2, || format!("{n} of {}", series.lines.len()))
        },
    },
];
