//! One indicator at one level: its values, what is true of them, and the sentences that tell them one by one.

use std::sync::Arc;

use super::exact::{Exact, Printed};
use super::grammar::{self, Case, Noun};
use super::pattern::Caps;
use super::source::{Indicator, Lang, Level, Method, Value, world};

/// Nothing, or what is wrong with a sentence.
pub type Check = Result<(), String>;

/// What is wrong unless it holds.
pub fn holds(is_so: bool, wrong: impl FnOnce() -> String) -> Check {
    if is_so { Ok(()) } else { Err(wrong()) }
}

/// A sentence in both languages, in as many wordings as there are, and what must be true of it. `<word>` stands for a
/// word of the figure, `{hole}` for what the check looks at.
pub struct Template<C: ?Sized> {
    pub it: &'static [&'static str],
    pub en: &'static [&'static str],
    pub check: fn(&C, &Caps<'_>) -> Check,
}

/// What sentences are about.
pub trait Context {
    fn lang(&self) -> Lang;
    /// What stands for a word of a template.
    fn word(&self, name: &str) -> String;
}

/// What was published for several areas.
pub struct Listed {
    pub codes: Vec<String>,
    pub names: Vec<String>,
    pub values: Vec<Value>,
    /// What they are parts of, where that was printed: its name and its value.
    pub whole: Option<(String, Exact)>,
}

impl Listed {
    /// Of a year: the areas of the kind there are most of, where these are several, or all.
    pub fn new(indicator: &Indicator, year: i32) -> Self {
        let kind_of = |code: &str| {
            world().areas.iter().find(|(known, ..)| known == code).map_or("", |(_, _, kind)| kind)
        };
        let all = world().printed(&indicator.id);
        let mut ats: Vec<&str> =
            all.iter().map(|cell| &*cell.area).filter(|code| kind_of(code) == "ats").collect();
        ats.sort_unstable();
        ats.dedup();
        let is_row = |code: &str| ats.len() < 2 || kind_of(code) == "ats";
        let now: Vec<_> = all.iter().filter(|cell| cell.year == year).collect();
        let name = |code: &str| {
            let found = world().areas.iter().find(|(known, ..)| known == code);
            found.map_or_else(|| code.to_owned(), |(_, name, _)| name.clone())
        };
        let rows: Vec<_> = now.iter().filter(|cell| is_row(&cell.area)).collect();
        let region = now.iter().find(|cell| kind_of(&cell.area) == "regione" && !is_row(&cell.area));
        Self {
            codes: rows.iter().map(|cell| cell.area.clone()).collect(),
            names: rows.iter().map(|cell| name(&cell.area)).collect(),
            values: rows.iter().map(|cell| Some(cell.value)).collect(),
            whole: region.map(|cell| (name(&cell.area), cell.value)),
        }
    }
}

/// An indicator at a level.
pub struct Column {
    pub lang: Lang,
    pub indicator: &'static Indicator,
    pub level: Level,
    pub method: Method,
    pub year: i32,
    /// What a difference starts from.
    pub from: Option<i32>,
    /// Positions of the chosen among the units.
    pub chosen: Vec<usize>,
    /// Positions of the units that are shown; of a table not all may be.
    pub shown: Option<Vec<usize>>,
    /// The areas of a published table, in place of the units of a level.
    pub listed: Option<Listed>,
    pub noun: Noun,
}

impl Column {
    pub fn new(lang: Lang, id: &str, year: i32, level: Level, method: Method) -> Self {
        let indicator = world().indicator(id);
        let (from, chosen, shown) = (None, Vec::new(), None);
        let noun = Noun::of(indicator, lang);
        let listed = indicator.as_published().then(|| Listed::new(indicator, year));
        Self { lang, indicator, level, method, year, from, chosen, shown, listed, noun }
    }

    /// Values at a year, or differences up to it.
    pub fn values(&self) -> Vec<Value> {
        if let Some(listed) = &self.listed {
            return listed.values.clone();
        }
        let at = |year| world().values(&self.indicator.id, year, self.level, self.method);
        let now = at(self.year);
        let all: Vec<Value> = match self.from.map(at) {
            None => now.to_vec(),
            Some(before) => {
                now.iter().zip(before.iter()).map(|(now, before)| difference(*now, *before)).collect()
            }
        };
        match &self.shown {
            None => all,
            Some(shown) => (0..all.len()).map(|i| all[i].filter(|_| shown.contains(&i))).collect(),
        }
    }

    /// The values themselves at a year.
    pub fn at(&self, year: i32) -> Arc<Vec<Value>> {
        world().values(&self.indicator.id, year, self.level, self.method)
    }

    pub fn present(&self) -> Vec<(usize, Exact)> {
        self.values().into_iter().enumerate().filter_map(|(unit, value)| Some((unit, value?))).collect()
    }

    /// Units shown that have no value.
    pub fn absent(&self) -> Vec<usize> {
        let is_shown = |unit: &usize| self.shown.as_ref().is_none_or(|shown| shown.contains(unit));
        let values = self.values();
        (0..values.len()).filter(|unit| values[*unit].is_none()).filter(is_shown).collect()
    }

    /// The same of the ATS.
    pub fn whole(&self) -> Value {
        if let Some(listed) = &self.listed {
            return listed.whole.as_ref().map(|(_, value)| *value);
        }
        let at = |year| world().whole(&self.indicator.id, year);
        match self.from {
            None => at(self.year),
            Some(from) => difference(at(self.year), at(from)),
        }
    }

    /// The units with the lowest (-1) or the highest (1) value, and that value.
    pub fn end(&self, sign: i128) -> Option<(Exact, Vec<usize>)> {
        let present = self.present();
        let end = present.iter().map(|(_, value)| *value).max_by_key(|value| sign * value.0)?;
        Some((end, present.iter().filter(|(_, value)| value.same(end)).map(|(unit, _)| *unit).collect()))
    }

    /// The name of a unit.
    pub fn name(&self, unit: usize) -> String {
        match &self.listed {
            Some(listed) => listed.names[unit].clone(),
            None => world().units(self.level)[unit].name.clone(),
        }
    }

    /// The unit that is written so.
    pub fn unit(&self, case: Case, written: &str) -> Option<usize> {
        match &self.listed {
            Some(listed) => listed.names.iter().position(|name| name == written),
            None => grammar::unit(self.lang, case, self.level, written),
        }
    }

    /// Whether a value, or a difference, is written rightly; `bare` leaves its unit out.
    fn is_written(&self, written: &str, value: Exact, bare: bool) -> Check {
        written_value(self.lang, self.indicator, self.from.is_some(), written, value, bare)
    }

    /// A value with its unit.
    pub fn is(&self, written: &str, value: Exact) -> Check {
        self.is_written(written, value, false)
    }

    /// A value without its unit, or with it.
    pub fn is_bare(&self, written: &str, value: Exact) -> Check {
        self.is_written(written, value, true).or_else(|wrong| self.is(written, value).map_err(|_| wrong))
    }

    /// "dal 91,9", "from 91.9".
    fn is_articled(&self, stem: &str, written: &str, value: Exact, bare: bool) -> Check {
        let number = match self.lang {
            Lang::It => {
                let at = written.find(|c: char| c.is_ascii_digit() || c == '\u{2212}').unwrap_or(0);
                let (article, number) = written.split_at(at);
                let right = grammar::joined(stem, number, self.indicator);
                holds(!article.is_empty(), || "? no article".to_owned())?;
                holds(article == right, || format!("«{article}» before «{number}» should be «{right}»"))?;
                number
            }
            Lang::En => {
                let word = if stem == "d" { "from " } else { "to " };
                written.strip_prefix(word).ok_or_else(|| format!("? no «{word}» in «{written}»"))?
            }
        };
        if bare { self.is_bare(number, value) } else { self.is(number, value) }
    }

    /// Whether words say whose a value is: those of one territory, or a number of them.
    fn reads_owner(&self, case: Case, written: &str) -> Check {
        let word = if self.lang == Lang::It { "di " } else { "in " };
        let n = written.strip_prefix(word).and_then(|n| grammar::count_of(self.lang, self.level, n));
        let reads = n.is_some() || self.unit(case, written).is_some();
        holds(reads, || format!("? whose is it: «{written}»"))
    }

    /// Whose an end is: one territory, or how many share it.
    fn is_owner(&self, case: Case, written: &str, value: Exact, owners: &[usize]) -> Check {
        if let Some(unit) = self.unit(case, written) {
            let name = |unit: usize| self.name(unit);
            holds(owners.contains(&unit), || format!("not of {written}, but of {}", name(owners[0])))?;
            return holds(owners.len() == 1, || format!("{} territories have that value", owners.len()));
        }
        let word = if self.lang == Lang::It { "di " } else { "in " };
        let n = written.strip_prefix(word).unwrap_or(written);
        let n = grammar::count_of(self.lang, self.level, n)
            .ok_or_else(|| format!("? whose is it: «{written}»"))?;
        let alike = self.alike(value);
        holds(n > 1 && (n == owners.len() as i128 || n == alike), || {
            format!("{} territories have that value, {alike} as printed", owners.len())
        })
    }

    /// How many print as a value does.
    fn alike(&self, value: Exact) -> i128 {
        let printed = value.rounded(self.indicator.decimals);
        let present = self.present();
        present.iter().filter(|(_, other)| other.rounded(self.indicator.decimals) == printed).count() as i128
    }

    /// The chosen unit that is written so.
    pub fn chosen_as(&self, case: Case, written: &str) -> Result<usize, String> {
        let unit =
            self.unit(case, written).ok_or_else(|| format!("? no territory is written «{written}»"))?;
        holds(self.chosen.contains(&unit), || format!("{written} is not chosen"))?;
        Ok(unit)
    }

    pub fn is_count(&self, written: &str, n: usize) -> Check {
        is_number(self.lang, written, n)
    }

    pub fn is_count_of(&self, written: &str, n: usize) -> Check {
        let read = grammar::count_of(self.lang, self.level, written);
        let read = read.ok_or_else(|| format!("? «{written}» is no number of territories"))?;
        holds(read == n as i128, || format!("«{written}» should be {n}"))
    }
}

impl Column {
    fn level_phrase(&self) -> String {
        let Some(listed) = &self.listed else { return grammar::level(self.lang, self.level, self.method) };
        let is_ats = listed.names.iter().all(|name| name.starts_with("ATS "));
        match (is_ats, self.lang) {
            (true, Lang::It) => "ATS (come pubblicato)".to_owned(),
            (true, Lang::En) => "ATS (as published)".to_owned(),
            (false, Lang::It) => "Aree della tabella (come pubblicato)".to_owned(),
            (false, Lang::En) => "Areas of the table (as published)".to_owned(),
        }
    }

    /// "al 1/1/2023", "variazione dal 1/1/2022 al 1/1/2023", "nell'anno 2018".
    fn when_phrase(&self) -> String {
        let (lang, year) = (self.lang, self.year);
        let date = |year| grammar::short_date(lang, year);
        match (self.lang, self.from) {
            (Lang::It, _) if self.indicator.of_years() => format!("nell'anno {year}"),
            (Lang::En, _) if self.indicator.of_years() => format!("in the year {year}"),
            (Lang::It, _) if self.listed.is_some() => format!("al 31/12/{year}"),
            (Lang::En, _) if self.listed.is_some() => format!("on 31 December {year}"),
            (Lang::It, None) => format!("al {}", date(year)),
            (Lang::En, None) => format!("on {}", date(year)),
            (Lang::It, Some(from)) => format!("variazione dal {} al {}", date(from), date(year)),
            (Lang::En, Some(from)) => format!("change from {} to {}", date(from), date(year)),
        }
    }

    /// The unit of what is shown.
    pub fn mapped_unit(&self) -> String {
        let unit = self.indicator.unit.pick(self.lang);
        match (self.lang, self.from) {
            (_, None) => unit.to_owned(),
            (lang, Some(_)) if self.indicator.in_percent() => {
                let rest = unit.trim_start_matches('%').trim_start();
                match lang {
                    Lang::It => format!("differenza in punti percentuali ({rest})"),
                    Lang::En => format!("difference in percentage points ({rest})"),
                }
            }
            (Lang::It, Some(_)) => format!("differenza: {unit}"),
            (Lang::En, Some(_)) => format!("difference: {unit}"),
        }
    }
}

/// A value less an earlier one.
pub fn difference(now: Value, before: Value) -> Value {
    now.zip(before).map(|(now, before)| now.less(before))
}

/// Whether a count is written rightly.
pub fn is_number(lang: Lang, written: &str, n: usize) -> Check {
    let read = Printed::read(lang, written).filter(|(_, rest)| rest.is_empty()).map(|(printed, _)| printed);
    let right = read.is_some_and(|printed| printed.decimals == 0 && printed.units == n as i128);
    holds(right, || format!("«{written}» should be {n}"))
}

/// Whether the value of an indicator, or a difference of two, is written rightly.
pub fn written_value(
    lang: Lang,
    indicator: &Indicator,
    is_change: bool,
    written: &str,
    value: Exact,
    bare: bool,
) -> Check {
    let (printed, rest) =
        Printed::read(lang, written).ok_or_else(|| format!("? «{written}» is no number"))?;
    let suffix = match (is_change, indicator.in_percent(), bare) {
        (true, true, false) => " p.p.",
        (_, _, false) => indicator.suffix.pick(lang),
        (false, true, true) => "%",
        (_, _, true) => "",
    };
    // An abbreviation at the end of a sentence shares its stop.
    holds(rest == suffix || (suffix == " p.p." && rest == " p.p"), || {
        format!("? «{written}» should end with «{suffix}»")
    })?;
    holds(printed.is(value), || format!("«{written}» should be {value}"))?;
    let decimals = indicator.decimals;
    holds((decimals..decimals + 4).contains(&printed.decimals), || {
        format!("«{written}» should have {decimals} decimals")
    })?;
    let sign = if is_change { printed.units != 0 } else { printed.units < 0 };
    holds(printed.signed == sign, || format!("the sign of «{written}»"))
}

impl Context for Column {
    fn lang(&self) -> Lang {
        self.lang
    }

    fn word(&self, name: &str) -> String {
        match name {
            "on" => grammar::on(self.lang, self.year),
            "between" => grammar::between(self.lang, self.from.unwrap_or(self.year), self.year),
            "the" => self.noun.the.clone(),
            "of" => self.noun.of.clone(),
            "ofall" => grammar::of_all(self.lang, self.level),
            "goes" if self.lang == Lang::It => self.noun.verb("va", "vanno").to_owned(),
            "goes" => self.noun.verb("ranges", "range").to_owned(),
            "is" if self.lang == Lang::It => self.noun.verb("è", "sono").to_owned(),
            "is" => self.noun.verb("is", "are").to_owned(),
            "name" => self.indicator.name.pick(self.lang).to_owned(),
            "unit" => self.indicator.unit.pick(self.lang).to_owned(),
            "level" => self.level_phrase(),
            "when" => self.when_phrase(),
            "mapped" => self.mapped_unit(),
            "method" => grammar::method(self.lang, self.method).to_owned(),
            "date" => grammar::short_date(self.lang, self.year),
            "fromdate" => grammar::short_date(self.lang, self.from.unwrap_or(self.year)),
            other => panic!("no word <{other}>"),
        }
    }
}

/// Between which values the middle half lies: quartiles of type 7 of Hyndman and Fan.
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

/// What a ranking, a map of values or a column of values says.
pub const VALUES: &[Template<Column>] = &[
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
            column.is_owner(case, caps.get("lowof"), low, &lowest)?;
            column.is_owner(case, caps.get("highof"), high, &highest)?;
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
            column.is(caps.get("value"), value)
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
        it: &["Nessun valore da mostrare a questa data."],
        en: &["No value to show at this date."],
        check: |column, _| holds(column.present().is_empty(), || "there are values".to_owned()),
    },
    METHOD,
    Template {
        it: &[
            "Il valore dell'ATS è {whole}: lo superano {above} su {of}.",
            "Il valore dell'ATS è {whole}: lo supera {above} su {of}.",
        ],
        en: &[
            "The value of the ATS is {whole}: {above} of {of} exceed it.",
            "The value of the ATS is {whole}: {above} of {of} exceeds it.",
        ],
        check: |column, caps| {
            let whole = column.whole().ok_or("the ATS has no value")?;
            column.is(caps.get("whole"), whole)?;
            let present = column.present();
            let above = present.iter().filter(|(_, value)| value.above(whole)).count();
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
        it: &["Il valore dell'ATS è {whole} e nessun territorio lo supera."],
        en: &["The value of the ATS is {whole} and no territory exceeds it."],
        check: |column, caps| {
            let whole = column.whole().ok_or("the ATS has no value")?;
            column.is(caps.get("whole"), whole)?;
            let above = column.present().iter().filter(|(_, value)| value.above(whole)).count();
            holds(above == 0, || format!("{above} territories exceed it"))
        },
    },
    Template {
        it: &["Al 1° gennaio {year} era più basso: {value}."],
        en: &["On 1 January {year} it was lower: {value}."],
        check: |column, caps| {
            let (was, now) = before(column, caps.get("year"))?;
            column.is(caps.get("value"), was)?;
            holds(now.above(was), || format!("it was {was} and is {now}"))
        },
    },
    Template {
        it: &["Al 1° gennaio {year} era più alto: {value}."],
        en: &["On 1 January {year} it was higher: {value}."],
        check: |column, caps| {
            let (was, now) = before(column, caps.get("year"))?;
            column.is(caps.get("value"), was)?;
            holds(was.above(now), || format!("it was {was} and is {now}"))
        },
    },
    Template {
        it: &["Al 1° gennaio {year} era lo stesso."],
        en: &["On 1 January {year} it was the same."],
        check: |column, caps| {
            let (was, now) = before(column, caps.get("year"))?;
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
            let unit = column.chosen_as(Case::Subject, caps.get("place"))?;
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
            holds(column.chosen.iter().any(|unit| right(&unit)), || "of none of the chosen".to_owned())
        },
    },
    MORE,
    ABSENT_CHOSEN,
    ABSENT,
    ESTIMATED,
];

/// That each value is no pooled one.
pub const METHOD: Template<Column> = Template {
    it: &["Ogni valore è {method}, non quello ricalcolato dalle somme."],
    en: &["Each value is {method}, not the one recomputed from the sums."],
    check: |column, caps| {
        let article = match (column.lang, column.method) {
            (_, Method::Pooled) => return Err("it is the one recomputed from the sums".to_owned()),
            (Lang::It, Method::Mean) => "la",
            (Lang::It, _) => "il",
            (Lang::En, _) => "the",
        };
        let right = format!("{article} {}", grammar::method(column.lang, column.method));
        holds(caps.get("method") == right, || format!("«{}» should be «{right}»", caps.get("method")))
    },
};

const MORE: Template<Column> = Template {
    it: &["Altri territori scelti: {n}."],
    en: &["Other chosen territories: {n}."],
    check: |column, caps| {
        let present = column.present();
        let chosen = present.iter().filter(|(unit, _)| column.chosen.contains(unit)).count();
        column.is_count(caps.get("n"), chosen.saturating_sub(3))
    },
};

const ABSENT_CHOSEN: Template<Column> = Template {
    it: &["{place} non ha un valore (non applicabile)."],
    en: &["{place} has no value (not applicable)."],
    check: |column, caps| {
        let unit = column.chosen_as(Case::Subject, caps.get("place"))?;
        holds(column.absent().contains(&unit), || "it has one".to_owned())
    },
};

/// How many have no value.
pub const ABSENT: Template<Column> = Template {
    it: &["Senza un valore: {n}."],
    en: &["Without a value: {n}."],
    check: |column, caps| column.is_count_of(caps.get("n"), column.absent().len()),
};

/// What the ATS was, and is.
fn before(column: &Column, year: &str) -> Result<(Exact, Exact), String> {
    let year: i32 = year.parse().map_err(|_| "no year".to_owned())?;
    let at = |year| world().whole(&column.indicator.id, year).ok_or("the ATS has no value");
    holds(world().years(column.indicator).contains(&year), || format!("no values in {year}"))?;
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

/// What follows the place: from where places are counted, who shares it, and where the ATS stands.
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
        let whole = column.whole();
        match *sense {
            "tied" => tells_tie = true,
            "above" => {
                holds(whole.is_some_and(|whole| value.above(whole)), || "not above the ATS".to_owned())?
            }
            "below" => {
                holds(whole.is_some_and(|whole| whole.above(value)), || "not below the ATS".to_owned())?
            }
            _ => holds(whole.is_some_and(|whole| value.same(whole)), || "not level with the ATS".to_owned())?,
        }
    }
    holds(tells_tie == (tied > 1), || format!("{tied} territories have that value"))
}

/// That the values of a year are estimates of the source.
pub const ESTIMATED: Template<Column> = Template {
    it: &[
        "I valori al {date} poggiano su una stima della fonte, non su dati definitivi.",
        "I valori di «{name}» al {date} poggiano su una stima della fonte, non su dati definitivi.",
    ],
    en: &[
        "The values on {date} rest on the source's estimate, not on final figures.",
        "The values of “{name}” on {date} rest on the source's estimate, not on final figures.",
    ],
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

/// That the series breaks between the two dates.
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

/// What a map of differences, or a column of them, says.
pub const CHANGES: &[Template<Column>] = &[
    Template {
        it: &["<Between> <the> {groups}."],
        en: &["<Between> <the> {groups}."],
        check: |column, caps| groups(column, caps.get("groups")),
    },
    Template {
        it: &["Le differenze vanno da {low} ({lowof}) a {high} ({highof})."],
        en: &["Differences go from {low} ({lowof}) to {high} ({highof})."],
        check: |column, caps| {
            let ((low, lowest), (high, highest)) =
                column.end(-1).zip(column.end(1)).ok_or("there are no values")?;
            column.is(caps.get("low"), low)?;
            column.is(caps.get("high"), high)?;
            column.is_owner(Case::Bare, caps.get("lowof"), low, &lowest)?;
            column.is_owner(Case::Bare, caps.get("highof"), high, &highest)
        },
    },
    Template {
        it: &["Nell'intera ATS la differenza è {value}."],
        en: &["In the whole ATS the difference is {value}."],
        check: |column, caps| column.is(caps.get("value"), column.whole().ok_or("the ATS has no value")?),
    },
    Template {
        it: &["{place} è {value}."],
        en: &["{place} it is {value}."],
        check: |column, caps| {
            let unit = column.chosen_as(Case::In, caps.get("place"))?;
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
    ABSENT_CHOSEN,
    ABSENT,
    ESTIMATED,
    CHANGE_BREAK,
];

/// "sale in 41 Comuni, scende in 88 e resta invariata in 64".
fn groups(column: &Column, told: &str) -> Check {
    let present = column.present();
    let count = |keep: fn(&i128) -> bool| present.iter().filter(|(_, value)| keep(&value.0)).count();
    let mut left = [count(|x| *x > 0), count(|x| *x < 0), count(|x| *x == 0)].map(Some);
    let verbs = match column.lang {
        Lang::It => [
            column.noun.verb("sale", "salgono").to_owned(),
            column.noun.verb("scende", "scendono").to_owned(),
            format!("{} {}", column.noun.verb("resta", "restano"), column.noun.unchanged()),
        ],
        Lang::En => ["rose".to_owned(), "fell".to_owned(), "stayed the same".to_owned()],
    };
    let told = told.replace(" e ", ", ").replace(" and ", ", ");
    for (i, part) in told.split(", ").enumerate() {
        let place = verbs.iter().position(|verb| part.starts_with(verb.as_str()));
        let place = place.ok_or_else(|| format!("unknown words «{part}»"))?;
        let n = part[verbs[place].len()..].strip_prefix(" in ").unwrap_or_default();
        let right = left[place].take().ok_or("the same is told twice")?;
        holds(right > 0, || format!("«{part}» of none"))?;
        match i {
            0 => column.is_count_of(n, right)?,
            _ => column.is_count(n, right)?,
        }
    }
    let untold: usize = left.into_iter().flatten().sum();
    holds(untold == 0, || format!("{untold} are not told"))
}
