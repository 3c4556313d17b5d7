//! Time series: the course of each line, and where the series breaks.

use super::asks::Mode;
use super::column::{
    Check, Context, Template, difference, holds, is_move, is_number, without_rounded, written_value,
};
use super::exact::{Exact, Printed};
use super::grammar::{self, Case, Noun};
use super::line::{Line, Role};
use super::source::{Indicator, Lang, Level, Method, Value, world};

/// A time series.
pub struct Series {
    pub lang: Lang,
    pub indicator: &'static Indicator,
    pub method: Method,
    pub mode: Mode,
    pub lines: Vec<Line>,
    /// The years of the indicator.
    pub years: Vec<i32>,
    /// The base of differences and indices, according to the text.
    pub base: Option<i32>,
    /// The value of a threshold that is drawn.
    pub threshold: Option<Exact>,
    pub noun: Noun,
}

impl Series {
    pub fn new(
        lang: Lang,
        id: &str,
        level: Option<Level>,
        method: Method,
        mode: Mode,
        asst: bool,
        selected: &[String],
    ) -> Self {
        let indicator = world().indicator(id);
        let noun = Noun::of(indicator, lang);
        let mut series = Self {
            lang,
            indicator,
            method,
            mode,
            lines: Vec::new(),
            years: Vec::new(),
            base: None,
            threshold: None,
            noun,
        };
        match indicator.as_published() {
            true => series.printed(selected),
            false => series.computed(level, asst, selected),
        }
        series
    }

    fn computed(&mut self, level: Option<Level>, asst: bool, codes: &[String]) {
        self.years = world().years(self.indicator);
        let mut selected: Vec<(Level, usize)> = codes.iter().filter_map(|code| world().find(code)).collect();
        let all = level
            .into_iter()
            .flat_map(|level| (0..world().units(level).len()).map(move |unit| (level, unit)));
        let mut context: Vec<_> = all.filter(|place| !selected.contains(place)).collect();
        if selected.is_empty() && context.len() <= 8 {
            selected = std::mem::take(&mut context);
        }
        let mut benchmarks: Vec<(Level, usize)> = Vec::new();
        if asst {
            let of = |&(level, unit): &(Level, usize)| world().units(level)[unit].members.clone();
            let members: Vec<usize> = selected.iter().flat_map(of).collect();
            let shares =
                |unit: &usize| world().units(Level::Asst)[*unit].members.iter().any(|m| members.contains(m));
            let units: Vec<usize> = (0..world().units(Level::Asst).len()).filter(shares).collect();
            if units.len() <= selected.len().max(1) {
                benchmarks.extend(units.into_iter().map(|unit| (Level::Asst, unit)));
            }
        }
        benchmarks.push((Level::Ats, 0));
        benchmarks.retain(|place| !selected.contains(place));
        context.retain(|place| !benchmarks.contains(place));
        for (role, places) in
            [(Role::Selected, selected), (Role::Benchmark, benchmarks), (Role::Context, context)]
        {
            for (level, unit) in places {
                let method = if role == Role::Benchmark { Method::Pooled } else { self.method };
                let values = self
                    .years
                    .iter()
                    .map(|year| (*year, world().values(&self.indicator.id, *year, level, method)[unit]));
                let name = &world().units(level)[unit].name;
                let names = match level {
                    Level::Comuni => vec![name.clone(), format!("{name} (Comune)")],
                    Level::Ambiti => grammar::of_ambito(self.lang, name),
                    Level::Asst => vec![name.clone()],
                    Level::Ats => vec!["ATS".to_owned(), name.clone()],
                };
                self.lines.push(Line { names, place: Some((level, unit)), role, values: values.collect() });
            }
        }
    }

    fn printed(&mut self, selected: &[String]) {
        let cells = world().printed(&self.indicator.id);
        self.years = cells.iter().map(|cell| cell.year).collect();
        self.years.sort_unstable();
        self.years.dedup();
        for (code, name, _) in &world().areas {
            let mut values: Vec<(i32, Value)> = cells
                .iter()
                .filter(|cell| cell.area == *code)
                .map(|cell| (cell.year, Some(cell.value)))
                .collect();
            values.sort_unstable_by_key(|(year, _)| *year);
            if !values.is_empty() {
                let role = if selected.contains(code) { Role::Selected } else { Role::Context };
                let name = grammar::area(self.lang, name);
                self.lines.push(Line { names: vec![name], place: None, role, values });
            }
        }
    }

    /// The first year that no break parts from the last.
    pub fn start(&self) -> i32 {
        let (Some(&first), Some(&last)) = (self.years.first(), self.years.last()) else { return 0 };
        let compares = |year: &i32| world().breaks(self.indicator, *year, last).is_empty();
        self.years.iter().copied().find(compares).unwrap_or(first)
    }

    /// The line, followed or benchmark, with this wording.
    pub fn line(&self, case: Case, stated: &str) -> Result<&Line, String> {
        let found = self.lines.iter().find(|line| {
            line.place
                .is_some_and(|(level, unit)| grammar::unit(self.lang, case, level, stated) == Some(unit))
        });
        found.ok_or_else(|| format!("? no line is written «{stated}»"))
    }

    /// The lines with a name: an Ambito and a Comune may share it.
    fn named(&self, stated: &str) -> Vec<&Line> {
        self.lines.iter().filter(|line| line.names.iter().any(|name| name == stated)).collect()
    }

    pub fn is(&self, stated: &str, value: Exact, bare: bool) -> Check {
        let full = || written_value(self.lang, self.indicator, false, stated, value, false);
        if bare {
            written_value(self.lang, self.indicator, false, stated, value, true).or_else(|_| full())
        } else {
            full()
        }
    }

    pub fn is_difference(&self, stated: &str, value: Exact) -> Check {
        written_value(self.lang, self.indicator, true, stated, value, false)
    }

    /// From the first comparable year with a value to the last.
    fn ends(&self, line: &Line) -> Option<((i32, Exact), (i32, Exact))> {
        let start = self.start();
        let comparable = line.values.iter().filter(|(year, _)| *year >= start);
        let mut present = comparable.filter_map(|(year, value)| Some((*year, (*value)?)));
        let first = present.next()?;
        Some((first, present.next_back().unwrap_or(first)))
    }

    /// "sale da 174,7 a 181,0 (+6,3)".
    fn moved(&self, caps: &super::pattern::Caps<'_>, verb: [&str; 2]) -> Check {
        let line = self.line(Case::Of, caps.get("place"))?;
        holds(line.role != Role::Context, || "it is behind the others".to_owned())?;
        let ((first, from), (last, to)) = self.ends(line).ok_or("it has no values")?;
        if let Some(dates) = caps.find("dates") {
            let right = grammar::between(self.lang, first, last);
            holds(grammar::small(dates) == right, || format!("should be «{right}»"))?;
        }
        self.is(caps.get("from"), from, true)?;
        self.is(caps.get("to"), to, false)?;
        is_move(
            self.lang,
            self.indicator,
            [caps.get("from"), caps.get("to"), caps.get("by")],
            to.less(from),
        )?;
        holds(self.tells_values(last), || "another thing is drawn".to_owned())?;
        let stated = caps.get("verb");
        let right = match to.less(from).0.signum() {
            1 => self.noun.verb_of(verb[0]),
            -1 => self.noun.verb_of(verb[1]),
            _ => return Err("it stays".to_owned()),
        };
        holds(stated == right, || format!("«{stated}» should be «{right}»: from {from} to {to}"))
    }

    /// Whether what is told are the values, and not what is drawn of them: where the base is the last date alone nothing else is.
    fn tells_values(&self, last: i32) -> bool {
        self.mode == Mode::Values
            || (self.mode != Mode::Against && self.base_of(last).is_none_or(|base| base == last))
    }

    /// What is drawn at the last year with a value that compares with it, and the base of that.
    fn at_last(&self, caps: &super::pattern::Caps<'_>) -> Result<(i32, i32, Exact), String> {
        let line = self.line(Case::Of, caps.get("place"))?;
        let (_, (last, _)) = self.ends(line).ok_or("it has no values")?;
        let base = self.base_of(last).filter(|base| *base != last).ok_or("it has no base")?;
        Ok((last, base, self.drawn(line, last).ok_or("nothing is drawn")?))
    }

    fn stayed(&self, caps: &super::pattern::Caps<'_>) -> Check {
        let line = self.line(Case::Of, caps.get("place"))?;
        let ((first, from), (last, to)) = self.ends(line).ok_or("it has no values")?;
        holds(self.tells_values(last), || "another thing is drawn".to_owned())?;
        if let Some(dates) = caps.find("dates") {
            let right = grammar::between(self.lang, first, last);
            holds(grammar::small(dates) == right, || format!("should be «{right}»"))?;
        }
        self.is(caps.get("value"), to, false)?;
        let verb = match self.lang {
            Lang::It => self.noun.verb("resta", "restano"),
            Lang::En => "stayed",
        };
        holds(caps.get("verb") == verb, || format!("should be «{verb}»"))?;
        holds(from.same(to), || format!("it goes from {from} to {to}"))
    }

    /// The value of a line at a year in this mode.
    pub fn drawn(&self, line: &Line, year: i32) -> Value {
        let at = |year| line.values.iter().find(|(known, _)| *known == year).and_then(|(_, value)| *value);
        match self.mode {
            Mode::Values => at(year),
            Mode::Differences => difference(at(year), at(self.base_of(year)?)),
            // An index is a ratio of two values: integers no longer suffice, but fifteen digits do.
            Mode::Index => {
                let (now, base) = (at(year)?.float(), at(self.base_of(year)?)?.float());
                if base <= 0.0 {
                    return None;
                }
                Exact::read(&format!("{:.14}", now / base * 100.0))
            }
            Mode::Against => {
                let ats = world().overall(&self.indicator.id, year)?.float();
                let now = at(year)?.float();
                if ats <= 0.0 {
                    return None;
                }
                Exact::read(&format!("{:.14}", now / ats * 100.0))
            }
        }
    }

    /// The base of a year: the common one or, after a break of the series, the first year since.
    fn base_of(&self, year: i32) -> Option<i32> {
        let base = self.base?;
        if !is_broken(self, base.min(year), base.max(year)) {
            return Some(base);
        }
        self.years.iter().copied().find(|known| !is_broken(self, (*known).min(year), (*known).max(year)))
    }

    pub fn is_drawn(&self, stated: &str, value: Exact) -> Check {
        match self.mode {
            Mode::Values => self.is(stated, value, false),
            Mode::Differences => self.is_difference(stated, value),
            Mode::Index | Mode::Against => {
                let (printed, rest) =
                    Printed::read(self.lang, stated).ok_or_else(|| format!("«{stated}» is no number"))?;
                let decimals = if self.mode == Mode::Index { 1..2 } else { 1..6 };
                holds(rest.is_empty() && decimals.contains(&printed.decimals) && printed.is(value), || {
                    format!("«{stated}» should be {value}")
                })
            }
        }
    }

    /// A year as the axis has it.
    pub fn date(&self, year: i32) -> String {
        match self.lang {
            // Table 5 has one value for three years.
            Lang::It if self.indicator.id.starts_with("ambiti_capofila_") => "2016-2018".to_owned(),
            Lang::En if self.indicator.id.starts_with("ambiti_capofila_") => "2016–2018".to_owned(),
            _ if self.indicator.of_years() => year.to_string(),
            Lang::It if self.indicator.as_published() => format!("31/12/{year}"),
            Lang::En if self.indicator.as_published() => format!("31 December {year}"),
            lang => grammar::short_date(lang, year),
        }
    }

    fn year(&self, stated: &str) -> Result<i32, String> {
        let found = self.years.iter().find(|year| self.date(**year) == stated);
        found.copied().ok_or_else(|| format!("? no values at «{stated}»"))
    }

    /// Finds the base in a text: "numero indice, 1/1/2022 = 100", "…, dal 1/1/2022".
    pub fn find_base(&mut self, text: &str) {
        let unit = ["Unità: ", "Unit: "]
            .iter()
            .find_map(|start| text.split_once(start))
            .map_or("", |(_, unit)| unit);
        let unit = unit.split(". ").next().unwrap_or_default();
        let is_reported = |year: &&i32| {
            unit.contains(&self.date(**year)) || unit.trim_end_matches('.').ends_with(&self.date(**year))
        };
        let stated = self.years.iter().find(is_reported).filter(|_| self.mode != Mode::Values);
        self.base = stated.copied();
    }
}

impl Context for Series {
    fn lang(&self) -> Lang {
        self.lang
    }

    fn word(&self, name: &str) -> String {
        match name {
            "the" => self.noun.the.clone(),
            "that" => self.noun.that().to_owned(),
            "name" => self.indicator.name.pick(self.lang).to_owned(),
            other => panic!("no word <{other}>"),
        }
    }
}

/// The reading.
pub const READING: &[Template<Series>] = &[
    Template {
        it: &["Ogni valore è {method}, non {other}."],
        en: &["Each value is {method}, not {other}."],
        check: |series, caps| {
            let is_group = |line: &&Line| line.place.is_some_and(|(level, _)| level != Level::Comuni);
            let groups =
                series.lines.iter().filter(|line| line.role == Role::Selected).any(|line| is_group(&line));
            holds(groups && series.method != Method::Pooled, || "it is the value of the group".to_owned())?;
            let article = match (series.lang, series.method) {
                (Lang::It, Method::Mean) => "la",
                (Lang::It, _) => "il",
                (Lang::En, _) => "the",
            };
            let right = format!("{article} {}", grammar::method(series.lang, series.method));
            holds(super::readings::is_own_value(caps.get("other")), || caps.get("other").to_owned())?;
            holds(caps.get("method") == right, || format!("should be «{right}»"))
        },
    },
    Template {
        it: &["Le linee di confronto (ATS, ASST) sono sempre calcolate sul totale dei Comuni."],
        en: &["The lines compared with (ATS, ASST) are always calculated on the total of the Comuni."],
        check: |series, _| {
            let benchmarks = series.lines.iter().any(|line| line.role == Role::Benchmark);
            holds(benchmarks && series.method != Method::Pooled, || "no benchmark differs".to_owned())
        },
    },
    Template {
        it: &[
            "{dates} <the> {place} {verb} da {from} a {to} ({by}).",
            "<That> {place} {verb} da {from} a {to} ({by}).",
            "{dates} <that> {place} {verb} da {from} a {to} ({by}).",
        ],
        en: &[],
        check: |series, caps| series.moved(caps, ["sale", "scende"]),
    },
    Template {
        it: &[],
        en: &[
            "{dates} <the> {place} {verb} from {from} to {to} ({by}).",
            "<That> {place} {verb} from {from} to {to} ({by}).",
            "{dates} <that> {place} {verb} from {from} to {to} ({by}).",
        ],
        check: |series, caps| series.moved(caps, ["rose", "fell"]),
    },
    Template {
        it: &[
            "{dates} <the> {place} {verb} a {value}.",
            "<That> {place} {verb} a {value}.",
            "{dates} <that> {place} {verb} a {value}.",
        ],
        en: &[
            "{dates} <the> {place} {verb} at {value}.",
            "<That> {place} {verb} at {value}.",
            "{dates} <that> {place} {verb} at {value}.",
        ],
        check: |series, caps| series.stayed(caps),
    },
    Template {
        it: &["{on} <the> {place} {verb} {value}: nella figura {index}."],
        en: &["{on}, <the> {place} {verb} {value}: {index} in the figure."],
        check: |series, caps| {
            let line = series.line(Case::Of, caps.get("place"))?;
            let ((first, from), (last, _)) = series.ends(line).ok_or("it has no values")?;
            holds(first == last && series.mode == Mode::Index, || "it is no index of one date".to_owned())?;
            series.is(caps.get("value"), from, false)?;
            series.is_drawn(caps.get("index"), series.drawn(line, last).ok_or("it is not drawn")?)
        },
    },
    Template {
        it: &["{on} <the> {place} {verb} {value}.", "{on} <that> {place} {verb} {value}."],
        en: &["{on}, <the> {place} {verb} {value}.", "{on}, <that> {place} {verb} {value}."],
        check: |series, caps| {
            let line = series.line(Case::Of, caps.get("place"))?;
            let ((first, from), (last, _)) = series.ends(line).ok_or("it has no values")?;
            holds(first == last, || "there are two dates".to_owned())?;
            let right = grammar::on(series.lang, first);
            holds(grammar::small(caps.get("on")) == right, || format!("should be «{right}»"))?;
            let verb = match series.lang {
                Lang::It => series.noun.verb("è", "sono"),
                Lang::En => series.noun.verb("is", "are"),
            };
            holds(caps.get("verb") == verb, || format!("should be «{verb}»"))?;
            series.is(caps.get("value"), from, false)
        },
    },
    Template {
        it: &["{on} <the> {place} {verb} {value}, fatt{end} 100 <that> {base}."],
        en: &["{on}, <the> {place} {verb} {value}, with <that> {base} set to 100."],
        check: |series, caps| {
            let (last, base, drawn) = series.at_last(caps)?;
            for (told, year) in [("on", last), ("base", base)] {
                let right = grammar::on(series.lang, year);
                holds(grammar::small(caps.get(told)) == right, || format!("should be «{right}»"))?;
            }
            if let Some(ending) = caps.find("end") {
                holds(ending == series.noun.ending(), || format!("«fatt{ending}»"))?;
            }
            holds(series.mode == Mode::Index, || "it is no index".to_owned())?;
            series.is_drawn(caps.get("value"), drawn)
        },
    },
    Template {
        it: &["{dates} <the> {place} {verb}: {by}."],
        en: &["{dates} <the> {place} {verb}: {by}."],
        check: |series, caps| {
            let (last, base, drawn) = series.at_last(caps)?;
            let right = grammar::between(series.lang, base.min(last), base.max(last));
            holds(grammar::small(caps.get("dates")) == right, || format!("should be «{right}»"))?;
            holds(series.mode == Mode::Differences, || "it is no difference".to_owned())?;
            let verb = match (drawn.0.signum(), series.lang) {
                (1, Lang::It) => series.noun.verb_of("sale").to_owned(),
                (-1, Lang::It) => series.noun.verb_of("scende").to_owned(),
                (1, Lang::En) => "rose".to_owned(),
                (-1, Lang::En) => "fell".to_owned(),
                (_, Lang::It) => {
                    format!("{} {}", series.noun.verb("resta", "restano"), series.noun.unchanged())
                }
                (_, Lang::En) => format!("stayed {}", series.noun.unchanged()),
            };
            holds(caps.get("verb") == verb, || format!("should be «{verb}»"))?;
            series.is_difference(caps.get("by"), drawn)
        },
    },
    Template {
        it: &["{place} non ha un valore (non applicabile)."],
        en: &["{place} has no value (not applicable)."],
        check: |series, caps| {
            let line = series.line(Case::Subject, caps.get("place"))?;
            holds(series.ends(line).is_none(), || "it has values".to_owned())
        },
    },
    Template {
        it: &["Altri territori scelti: {n}.", "Altri territori: {n}."],
        en: &["Other chosen territories: {n}.", "Other territories: {n}."],
        check: |series, caps| {
            let selected = series.lines.iter().filter(|line| line.role == Role::Selected).count();
            is_number(series.lang, caps.get("n"), selected.saturating_sub(4))
        },
    },
    Template {
        it: &["La serie si interrompe {dates}: i valori di prima non si confrontano con quelli di dopo."],
        en: &["The series breaks {dates}: values before and after do not compare."],
        check: |series, caps| {
            let start = series.start();
            let before = series.years.iter().filter(|year| **year < start).max().ok_or("it does not")?;
            let right = grammar::between(series.lang, *before, start);
            holds(caps.get("dates") == right, || format!("should be «{right}»"))
        },
    },
    Template {
        it: &["I valori {dates} non si confrontano con gli altri."],
        en: &["The values {dates} do not compare with the others."],
        check: |series, caps| {
            let (start, last) = (series.start(), series.years.last().copied().unwrap_or_default());
            let is_off =
                |year: &&i32| **year > start && !world().breaks(series.indicator, **year, last).is_empty();
            let off: Vec<i32> = series.years.iter().filter(is_off).copied().collect();
            let [year] = off.as_slice() else { return Err(format!("there are {}", off.len())) };
            let right = grammar::on(series.lang, *year);
            holds(caps.get("dates") == right, || format!("should be «{right}»"))
        },
    },
    Template {
        it: &["Nessun valore da mostrare per questi territori."],
        en: &["No value to show for these territories."],
        check: |series, _| {
            holds(series.lines.iter().all(|line| series.ends(line).is_none()), || "there are".to_owned())
        },
    },
    Template {
        it: &["Gli importi sono in euro correnti: il confronto tra anni comprende l'aumento dei prezzi."],
        en: &["Amounts are in current euros: comparing years takes in the rise of prices."],
        check: |series, _| holds(series.indicator.suffix.it.contains('€'), || "it is no money".to_owned()),
    },
    Template {
        it: &["Unità: {unit}."],
        en: &["Unit: {unit}."],
        check: |series, caps| {
            let right = series.indicator.unit.pick(series.lang);
            holds(caps.get("unit") == right, || format!("should be «{right}»"))
        },
    },
    ESTIMATES,
];

/// The alternative text.
pub const ALTERNATIVE: &[Template<Series>] = &[
    Template {
        it: &["Serie storica: <name>{what}. Unità: {unit}."],
        en: &["Time series: <name>{what}. Unit: {unit}."],
        check: |series, caps| {
            let ends =
                [series.years.first(), series.years.last()].map(|year| year.map(|year| series.date(*year)));
            let tells = ends.iter().flatten().all(|date| caps.get("what").contains(date.as_str()));
            holds(tells, || format!("goes from {:?} to {:?}", ends[0], ends[1]))?;
            match series.mode {
                Mode::Values => holds(caps.get("unit") == series.indicator.unit.pick(series.lang), || {
                    "the unit".to_owned()
                }),
                Mode::Against => {
                    let right = if series.lang == Lang::It {
                        "ATS = 100 a ogni data"
                    } else {
                        "ATS = 100 at each date"
                    };
                    holds(caps.get("unit") == right, || format!("the unit should be «{right}»"))
                }
                _ => holds(series.base.is_some(), || "the base is not said".to_owned()),
            }
        },
    },
    Template {
        it: &["{name}: da {from} ({first}) a {to} ({last}), differenza {by}."],
        en: &["{name}: from {from} ({first}) to {to} ({last}), difference {by}."],
        check: |series, caps| {
            let (first, last) = (series.year(caps.get("first"))?, series.year(caps.get("last"))?);
            holds(!is_broken(series, first, last), || "the series breaks between".to_owned())?;
            one_of(series, caps.get("name"), |line| {
                let at = |year| series.drawn(line, year).ok_or("no value");
                series.is(caps.get("from"), at(first)?, false)?;
                series.is(caps.get("to"), at(last)?, false)?;
                is_move(
                    series.lang,
                    series.indicator,
                    [caps.get("from"), caps.get("to"), caps.get("by")],
                    at(last)?.less(at(first)?),
                )
            })
        },
    },
    Template {
        it: &["{name}: da {from} ({first}) a {to} ({last})."],
        en: &["{name}: from {from} ({first}) to {to} ({last})."],
        check: |series, caps| {
            holds(series.mode == Mode::Against, || "it has a difference".to_owned())?;
            let (first, last) = (series.year(caps.get("first"))?, series.year(caps.get("last"))?);
            holds(!is_broken(series, first, last), || "the series breaks between".to_owned())?;
            one_of(series, caps.get("name"), |line| {
                let at = |year| series.drawn(line, year).ok_or("no value");
                series.is_drawn(caps.get("from"), at(first)?)?;
                series.is_drawn(caps.get("to"), at(last)?)
            })
        },
    },
    Template {
        it: &["{name}: {value} ({date})."],
        en: &["{name}: {value} ({date})."],
        check: |series, caps| {
            let year = series.year(caps.get("date"))?;
            one_of(series, caps.get("name"), |line| {
                series.is_drawn(caps.get("value"), series.drawn(line, year).ok_or("no value")?)
            })
        },
    },
    Template {
        it: &["Seguono altri territori: {n}.", "Seguono altre voci: {n}."],
        en: &["More territories follow: {n}.", "More entries follow: {n}."],
        check: |series, caps| {
            let selected = series.lines.iter().filter(|line| line.role == Role::Selected).count();
            let lines = series.lines.len();
            let stated = (1..=lines).find(|n| is_number(series.lang, caps.get("n"), *n).is_ok());
            // Which lines of a published table are followed by default is up to the program.
            let right =
                stated.is_some() && (series.indicator.as_published() || stated == selected.checked_sub(6));
            holds(right, || format!("{selected} are chosen"))
        },
    },
    Template {
        it: &[
            "In grigio gli altri territori ({n}): {when} il valore più basso è {low} ({lowof}), il più alto {high} ({highof}).",
            "In grigio le altre voci ({n}): {when} il valore più basso è {low} ({lowof}), il più alto {high} ({highof}).",
        ],
        en: &[
            "In grey the other territories ({n}): {when} the lowest value is {low} ({lowof}), the highest {high} ({highof}).",
            "In grey the other entries ({n}): {when} the lowest value is {low} ({lowof}), the highest {high} ({highof}).",
        ],
        check: |series, caps| {
            let context: Vec<&Line> = series.lines.iter().filter(|line| line.role == Role::Context).collect();
            let year = *series.years.last().ok_or("no years")?;
            holds(caps.get("when").contains(&series.date(year)), || {
                format!("should be of {}", series.date(year))
            })?;
            is_number(series.lang, caps.get("n"), context.len())?;
            let present: Vec<(Exact, &Line)> =
                context.iter().filter_map(|line| Some((series.drawn(line, year)?, *line))).collect();
            let low = present.iter().map(|(x, _)| *x).min().ok_or("no values")?;
            let high = present.iter().map(|(x, _)| *x).max().ok_or("no values")?;
            for (stated, name, end) in [("low", "lowof", low), ("high", "highof", high)] {
                series.is_drawn(caps.get(stated), end)?;
                let is_index = matches!(series.mode, Mode::Index | Mode::Against);
                let written = |x: Exact| x.rounded(if is_index { 1 } else { series.indicator.decimals });
                let owners: Vec<&Line> =
                    present.iter().filter(|(x, _)| x.same(end)).map(|(_, line)| *line).collect();
                let rounded =
                    present.iter().filter(|(x, _)| written(*x) == written(end) && !x.same(end)).count();
                let stated = without_rounded(series.lang, caps.get(name), rounded)?;
                if owners.len() > 1 {
                    let n = grammar::count_of(series.lang, Level::Ats, stated);
                    holds(n == Some(owners.len() as i128), || {
                        format!("{} lines have that value", owners.len())
                    })?;
                    continue;
                }
                let right = owners.iter().any(|line| line.names.iter().any(|known| known == stated));
                holds(right, || format!("not of {stated}"))?;
            }
            Ok(())
        },
    },
    BREAK,
    GAP,
    NO_BASE,
    ABSENT,
    ESTIMATES,
];

fn is_broken(series: &Series, from: i32, to: i32) -> bool {
    !world().breaks(series.indicator, from, to).is_empty()
}

/// What holds for one of the lines with a name.
fn one_of(series: &Series, name: &str, check: impl Fn(&Line) -> Check) -> Check {
    let mut wrong = Err(format!("? no line is named «{name}»"));
    for line in series.named(name) {
        wrong = check(line);
        if wrong.is_ok() {
            break;
        }
    }
    wrong
}

const BREAK: Template<Series> = Template {
    it: &["Interruzione della serie tra il {from} e il {to}."],
    en: &["Break in the series between {from} and {to}."],
    check: |series, caps| {
        let (from, to) = (series.year(caps.get("from"))?, series.year(caps.get("to"))?);
        holds(is_broken(series, from, to), || "it does not break".to_owned())
    },
};

const NO_BASE: Template<Series> = Template {
    it: &["{name}: nessun valore alla data di base ({date}), la linea non si può disegnare."],
    en: &["{name}: no value at the base date ({date}), the line cannot be drawn."],
    check: |series, caps| {
        let year = series.year(caps.get("date"))?;
        holds(series.base.is_none_or(|base| base == year), || "it is not the base date".to_owned())?;
        one_of(series, caps.get("name"), |line| {
            let has = line.values.iter().any(|(known, value)| *known == year && value.is_some());
            holds(!has, || "it has one".to_owned())
        })
    },
};

const GAP: Template<Series> = Template {
    it: &[
        "Tra il {from} e il {to} mancano valori: i punti non sono uniti.",
        "Tra il {from} e il {to} non ci sono altre date: i punti non sono uniti.",
    ],
    en: &[
        "Values are missing between {from} and {to}: the points are not joined.",
        "There are no other dates between {from} and {to}: the points are not joined.",
    ],
    check: |series, caps| {
        let (from, to) = (series.year(caps.get("from"))?, series.year(caps.get("to"))?);
        holds(to - from > 1, || "none are missing".to_owned())
    },
};

const ABSENT: Template<Series> = Template {
    it: &[
        "{name} {when}: non applicabile.",
        "{name} {when}: il valore alla data di base non è positivo, l'indice non si calcola.",
        "Altri valori assenti: {n}.",
    ],
    en: &[
        "{name} {when}: not applicable.",
        "{name} {when}: the value at the base date is not positive, there is no index.",
        "Other absent values: {n}.",
    ],
    check: |series, caps| {
        if let Some(n) = caps.find("n") {
            let drawn = series
                .lines
                .iter()
                .flat_map(|line| line.values.iter().map(|(year, _)| series.drawn(line, *year)));
            let absent = drawn.filter(Option::is_none).count();
            return holds(absent > 0, || format!("{n}, but there are {absent}"));
        }
        let year = series.years.iter().find(|year| caps.get("when").ends_with(&series.date(**year)));
        let year = *year.ok_or("no such date")?;
        one_of(series, caps.get("name"), |line| {
            holds(series.drawn(line, year).is_none(), || "it has a value".to_owned())
        })
    },
};

const ESTIMATES: Template<Series> = Template {
    it: &["Valori al {date} stimati, non definitivi."],
    en: &["Values on {date} estimated, not final."],
    check: |series, caps| {
        let year = series.year(caps.get("date"))?;
        holds(world().is_estimated(series.indicator, year), || "they are final".to_owned())
    },
};

/// What must be known.
pub const REMARKS: &[Template<Series>] = &[
    BREAK,
    GAP,
    NO_BASE,
    ABSENT,
    ESTIMATES,
    Template {
        it: &[
            "Al di là dell'interruzione i valori non si confrontano con la data di base: lì il conto riparte dal {date}.",
        ],
        en: &[
            "Beyond the break values do not compare with the base date: there the count starts anew from {date}.",
        ],
        check: |series, caps| {
            let year = series.year(caps.get("date"))?;
            holds(series.base_of(year) == Some(year) && series.base != Some(year), || {
                "it does not".to_owned()
            })
        },
    },
    Template {
        it: &["C'è una sola data: il grafico mostra punti, non un andamento."],
        en: &["There is one date only: the chart shows points, not a trend."],
        check: |series, _| holds(series.years.len() == 1, || "there are several".to_owned()),
    },
    Template {
        it: &["Le linee di confronto (ATS, ASST) sono sempre calcolate sul totale dei Comuni."],
        en: &["The lines compared with (ATS, ASST) are always calculated on the total of the Comuni."],
        check: |series, _| holds(series.method != Method::Pooled, || "so are all".to_owned()),
    },
    Template {
        it: &["Nessuna ASST da confrontare: i territori scelti non appartengono a una sola ASST."],
        en: &["No ASST to compare with: what is selected does not lie in a single ASST."],
        check: |series, _| {
            let has =
                series.lines.iter().any(|line| line.place.is_some_and(|(level, _)| level == Level::Asst));
            holds(!has, || "there is one".to_owned())
        },
    },
    Template {
        it: &[
            "È un conteggio: accanto a territori molto grandi le altre linee sono piatte. Usa la base 100.",
        ],
        en: &["This is a count: territories of different size flatten the lines. Prefer base 100."],
        check: |series, _| holds(series.indicator.is_count(), || "it is no count".to_owned()),
    },
    Template {
        it: &[
            "Al di là dell'interruzione, il confronto con la data di base non misura solo una variazione reale.",
        ],
        en: &["Beyond the break, the comparison with the base date does not measure real change alone."],
        check: |series, _| {
            let (first, last) = (series.years.first().ok_or("none")?, series.years.last().ok_or("none")?);
            holds(is_broken(series, *first, *last), || "it does not break".to_owned())
        },
    },
    Template {
        it: &["Le linee sono più di otto: i colori si ripetono, tratteggiati."],
        en: &["There are more than eight lines: colours repeat, dashed."],
        check: |series, _| holds(series.lines.len() > 8, || "they are not".to_owned()),
    },
    Template {
        it: &["Etichette non scritte per mancanza di spazio: {n}"],
        en: &["Labels left out for lack of room: {n}"],
        check: |series, caps| {
            let n = Printed::read(series.lang, caps.get("n")).ok_or("no number")?.0.units;
            holds(n > 0 && n <= series.lines.len() as i128, || "there are not so many".to_owned())
        },
    },
];
