//! One indicator at one level: its values, and how each is written.

use std::sync::Arc;

use super::exact::{Exact, Printed};
use super::grammar::{self, Case, Noun};
use super::pattern::Caps;
use super::source::{Indicator, Lang, Level, Method, Value, world};

/// Nothing, or what is wrong with a sentence.
pub type Check = Result<(), String>;

/// Fails with a message unless the condition holds.
pub fn holds(is_so: bool, wrong: impl FnOnce() -> String) -> Check {
    if is_so { Ok(()) } else { Err(wrong()) }
}

/// A sentence in both languages, with all its wordings, and what must be true of it. `<word>` stands for a word of
/// the figure, `{hole}` for what the check examines.
pub struct Template<C: ?Sized> {
    pub it: &'static [&'static str],
    pub en: &'static [&'static str],
    pub check: fn(&C, &Caps<'_>) -> Check,
}

/// The subject of sentences.
pub trait Context {
    fn lang(&self) -> Lang;
    /// The text for a word of a template.
    fn word(&self, name: &str) -> String;
}

/// Values published for several areas.
pub struct Listed {
    pub codes: Vec<String>,
    pub names: Vec<String>,
    pub values: Vec<Value>,
    /// The area they are part of, if its value was published: name and value.
    pub overall: Option<(String, Exact)>,
}

impl Listed {
    /// For a year: the areas of the most common kind if there are several, or all.
    pub fn new(lang: Lang, indicator: &Indicator, year: i32) -> Self {
        let kind_of = |code: &str| {
            world().areas.iter().find(|(known, ..)| known == code).map_or("", |(_, _, kind)| kind)
        };
        let all = world().printed(&indicator.id);
        let mut ats: Vec<&str> =
            all.iter().map(|cell| &*cell.area).filter(|code| kind_of(code) == "ats").collect();
        ats.sort_unstable();
        ats.dedup();
        let headings = all.iter().filter(|cell| kind_of(&cell.area) == "voce").count() > 1;
        let is_row = |code: &str| match headings {
            true => kind_of(code) == "voce",
            false => ats.len() < 2 || kind_of(code) == "ats",
        };
        let now: Vec<_> = all.iter().filter(|cell| cell.year == year).collect();
        let name = |code: &str| {
            let found = world().areas.iter().find(|(known, ..)| known == code);
            found.map_or_else(|| code.to_owned(), |(_, name, _)| grammar::area(lang, name))
        };
        let rows: Vec<_> = now.iter().filter(|cell| is_row(&cell.area)).collect();
        let is_overall = |code: &str| (headings || kind_of(code) == "regione") && !is_row(code);
        let region = now.iter().find(|cell| is_overall(&cell.area));
        Self {
            codes: rows.iter().map(|cell| cell.area.clone()).collect(),
            names: rows.iter().map(|cell| name(&cell.area)).collect(),
            values: rows.iter().map(|cell| Some(cell.value)).collect(),
            overall: region.map(|cell| (name(&cell.area), cell.value)),
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
    /// The start of a difference.
    pub from: Option<i32>,
    /// Positions of the selected units.
    pub selected: Vec<usize>,
    /// Positions of the units shown; a table may not show all.
    pub shown: Option<Vec<usize>>,
    /// The areas of a published table, instead of the units of a level.
    pub listed: Option<Listed>,
    /// The territories that lines follow, of any level.
    pub followed: Vec<(Level, usize)>,
    /// How many columns stand side by side.
    pub beside: usize,
    /// The value of a threshold that is drawn.
    pub threshold: Option<Exact>,
    pub noun: Noun,
}

/// The same without what follows it where others only print the value.
pub fn without_rounded(lang: Lang, stated: &str, n: usize) -> Result<&str, String> {
    let further = rounded_too(lang, n);
    stated.strip_suffix(&*further).ok_or_else(|| format!("«{stated}» should end with «{further}»"))
}

/// What follows the name of who has a value, of others that only print it.
pub fn rounded_too(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (_, 0) => String::new(),
        (Lang::It, 1) => " e, arrotondato, un altro territorio".to_owned(),
        (Lang::It, n) => format!(" e, arrotondato, altri {n} territori"),
        (Lang::En, 1) => " and, rounded, one other territory".to_owned(),
        (Lang::En, n) => format!(" and, rounded, {n} other territories"),
    }
}

impl Column {
    pub fn new(lang: Lang, id: &str, year: i32, level: Level, method: Method) -> Self {
        let indicator = world().indicator(id);
        let (from, selected, shown) = (None, Vec::new(), None);
        let noun = Noun::of(indicator, lang);
        let listed = indicator.as_published().then(|| Listed::new(lang, indicator, year));
        let (followed, beside, threshold) = (Vec::new(), 4, None);
        Self {
            lang,
            indicator,
            level,
            method,
            year,
            from,
            selected,
            shown,
            listed,
            followed,
            beside,
            threshold,
            noun,
        }
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

    /// The decimals of a column of values in a table: one more than the usual where the middle half of all units spans less than
    /// ten steps of the last digit, as few as still give it two hundred where it spans more; of counts none.
    pub fn spread_decimals(&self) -> usize {
        let own = self.indicator.decimals;
        let mut all: Vec<Exact> = self.at(self.year).iter().copied().flatten().collect();
        all.sort_unstable();
        if own == 0
            || self.from.is_some()
            || self.listed.is_some()
            || self.indicator.has_steps()
            || all.len() < 4
        {
            return own;
        }
        let quarter = all.len() / 4;
        let middle = all[all.len() - 1 - quarter].less(all[quarter]).0;
        let spans =
            |decimals: usize, steps: i128| middle * 10_i128.pow(decimals as u32) >= steps * Exact::ONE.0;
        match (middle, spans(own, 10)) {
            (..=0, _) => own,
            (_, false) => own + 1,
            _ => (0..own).find(|fewer| spans(*fewer, 200)).unwrap_or(own),
        }
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
    pub fn overall(&self) -> Value {
        if let Some(listed) = &self.listed {
            return listed.overall.as_ref().map(|(_, value)| *value);
        }
        let at = |year| world().overall(&self.indicator.id, year);
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

    /// The unit with this wording.
    pub fn unit(&self, case: Case, written: &str) -> Option<usize> {
        match &self.listed {
            Some(listed) => listed.names.iter().position(|name| name == written),
            None => grammar::unit(self.lang, case, self.level, written),
        }
    }

    /// Whether a value or a difference is written correctly; `bare` means without its unit.
    fn is_written(&self, written: &str, value: Exact, bare: bool) -> Check {
        written_value(self.lang, self.indicator, self.from.is_some(), written, value, bare)
    }

    /// A value after "sono", which gives a percentage its article, or after "è".
    pub fn is_told(&self, told: &str, value: Exact) -> Check {
        let bare = ["il ", "l'"].iter().find_map(|article| told.strip_prefix(article));
        let takes_one = self.lang == Lang::It && self.noun.plural && told.ends_with('%');
        holds(bare.is_some() == takes_one, || format!("the article of «{told}»"))?;
        self.is(bare.unwrap_or(told), value)
    }

    /// Checks a value with its unit.
    pub fn is(&self, written: &str, value: Exact) -> Check {
        self.is_written(written, value, false)
    }

    /// Checks a value with its unit that has so many decimals.
    pub fn is_at(&self, written: &str, value: Exact, decimals: usize) -> Check {
        let (printed, rest) =
            Printed::read(self.lang, written).ok_or_else(|| format!("? «{written}» is no number"))?;
        let suffix = self.indicator.suffix.pick(self.lang);
        holds(rest == suffix, || format!("? «{written}» should end with «{suffix}»"))?;
        holds(printed.decimals == decimals && printed.is(value), || format!("«{written}» should be {value}"))
    }

    /// Checks a value with or without its unit.
    pub fn is_bare(&self, written: &str, value: Exact) -> Check {
        self.is_written(written, value, true).or_else(|wrong| self.is(written, value).map_err(|_| wrong))
    }

    /// "dal 91,9", "from 91.9".
    pub fn is_articled(&self, stem: &str, written: &str, value: Exact, bare: bool) -> Check {
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

    /// Whether words say whose a value is: the name of one territory, or how many share it.
    pub fn reads_owner(&self, case: Case, written: &str) -> Check {
        let word = if self.lang == Lang::It { "di " } else { "in " };
        let (written, _) = self.exactly_and_rounded(written);
        let n = written.strip_prefix(word).and_then(|n| grammar::count_of(self.lang, self.level, n));
        let reads = n.is_some() || self.unit(case, written).is_some();
        holds(reads, || format!("? whose is it: «{written}»"))
    }

    /// Checks whose an extreme is: one territory, or how many share it.
    pub fn is_owner(&self, case: Case, written: &str, shown: &str, value: Exact, owners: &[usize]) -> Check {
        let rounded = self.alike(shown, value) - owners.len() as i128;
        let (written, told) = self.exactly_and_rounded(written);
        holds(told == Some(rounded) || (told.is_none() && rounded == 0), || {
            format!("{rounded} more territories show that value, and not {told:?}")
        })?;
        if let Some(unit) = self.unit(case, written) {
            let name = |unit: usize| self.name(unit);
            holds(owners.contains(&unit), || format!("not of {written}, but of {}", name(owners[0])))?;
            return holds(owners.len() == 1, || format!("{} territories have that value", owners.len()));
        }
        let word = if self.lang == Lang::It { "di " } else { "in " };
        let n = written.strip_prefix(word).unwrap_or(written);
        let n = grammar::count_of(self.lang, self.level, n)
            .ok_or_else(|| format!("? whose is it: «{written}»"))?;
        holds(n > 1 && n == owners.len() as i128, || format!("{} territories have that value", owners.len()))
    }

    /// "dell'Ambito di Lodi (e, arrotondato, di un altro Ambito)": who has a value, and how many more only print it.
    pub fn exactly_and_rounded<'t>(&self, written: &'t str) -> (&'t str, Option<i128>) {
        let is_told = written.contains("arrotondato") || written.contains("rounded");
        for n in (1..200_usize).take_while(|_| is_told) {
            let one = n == 1;
            let (units, feminine) =
                (grammar::counted_units(self.level, n), matches!(self.level, Level::Asst | Level::Ats));
            let noun = units.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
            let further = match (self.lang, one, feminine) {
                (Lang::It, true, true) => format!(" (e, arrotondato, di un'altra {noun})"),
                (Lang::It, true, false) => format!(" (e, arrotondato, di un altro {noun})"),
                (Lang::It, false, true) => format!(" (e, arrotondato, di altre {units})"),
                (Lang::It, false, false) => format!(" (e, arrotondato, di altri {units})"),
                (Lang::En, ..) => format!(" (and, rounded, in {n} other {noun})"),
            };
            let bare = rounded_too(self.lang, n);
            if let Some(exactly) = written.strip_suffix(&further).or_else(|| written.strip_suffix(&bare)) {
                return (exactly, Some(n as i128));
            }
        }
        (written, None)
    }

    /// How many are displayed like a value, with the decimals it is shown with.
    fn alike(&self, shown: &str, value: Exact) -> i128 {
        let number = shown.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '\u{2212}' && c != '+');
        let read = Printed::read(self.lang, number).map(|(printed, _)| printed.decimals);
        let decimals = read.filter(|_| !self.indicator.has_steps()).unwrap_or(0);
        let printed = value.rounded(decimals);
        self.present().iter().filter(|(_, other)| other.rounded(decimals) == printed).count() as i128
    }

    /// Whether some values, or one and that of the ATS, are displayed alike without being equal.
    pub fn is_unrounded(&self) -> bool {
        let decimals = self.indicator.decimals;
        // In order, those that are displayed alike are neighbours.
        let close = |all: &[Exact]| {
            let mut ordered: Vec<Exact> = all.to_vec();
            ordered.sort_unstable();
            let shown: Vec<i128> = ordered.iter().map(|value| value.rounded(decimals)).collect();
            (1..ordered.len()).any(|i| shown[i - 1] == shown[i] && !ordered[i - 1].same(ordered[i]))
        };
        let is_on = |threshold: Exact, value: Exact| {
            let written = Printed { units: value.rounded(decimals), decimals, signed: false };
            written.exact() == threshold && !value.same(threshold)
        };
        if let Some(threshold) = self.threshold
            && self.present().into_iter().any(|(_, value)| is_on(threshold, value))
        {
            return true;
        }
        if self.listed.is_some() {
            let present = self.present().into_iter().map(|(_, value)| value);
            return close(&present.chain(self.overall()).collect::<Vec<_>>());
        }
        // A slope chart ranks those it follows among their own level.
        let levels = Level::ALL.into_iter().filter(|level| *level == self.level || self.from.is_some());
        let years = [Some(self.year), self.from];
        levels.into_iter().any(|level| {
            years.into_iter().flatten().any(|year| {
                let overall = world().overall(&self.indicator.id, year);
                let values = world().values(&self.indicator.id, year, level, self.method);
                close(&values.iter().copied().flatten().chain(overall).collect::<Vec<_>>())
            })
        })
    }

    /// The selected unit with this wording.
    pub fn selected_as(&self, case: Case, written: &str) -> Result<usize, String> {
        let unit =
            self.unit(case, written).ok_or_else(|| format!("? no territory is written «{written}»"))?;
        holds(self.selected.contains(&unit), || format!("{written} is not chosen"))?;
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
        let Some(listed) = &self.listed else {
            let told = grammar::level(self.lang, self.level, self.method);
            let pooled = grammar::method(self.lang, Method::Pooled);
            return match self.weighted_by() {
                Some(weighted) => told.replace(pooled, &weighted),
                None => told,
            };
        };
        let is_ats = listed.names.iter().all(|name| name.starts_with("ATS "));
        if let Some(rows) = &self.indicator.rows {
            return match self.lang {
                Lang::It => format!("{} (come pubblicato)", rows.it),
                Lang::En => format!("{} (as published)", rows.en),
            };
        }
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
        // Table 5 has one value for three years.
        let years = self.indicator.id.starts_with("ambiti_capofila_");
        match (self.lang, self.from) {
            (Lang::It, _) if years => "negli anni 2016-2018".to_owned(),
            (Lang::En, _) if years => "in the years 2016–2018".to_owned(),
            (Lang::It, _) if self.indicator.of_years() => format!("nell'anno {year}"),
            (Lang::En, _) if self.indicator.of_years() => format!("in the year {year}"),
            (Lang::It, _) if self.listed.is_some() => format!("al 31/12/{year}"),
            (Lang::En, _) if self.listed.is_some() => format!("on 31 December {year}"),
            (lang, None) => grammar::phrase(lang, year),
            (Lang::It, Some(from)) => format!("variazione {}", grammar::span(lang, from, year)),
            (Lang::En, Some(from)) => format!("change {}", grammar::span(lang, from, year)),
        }
    }

    /// The same with a word that the values are estimates, which all of a column are, or none.
    fn graded_when(&self) -> String {
        let is_estimate = world().is_estimated(self.indicator, self.year);
        match (is_estimate, self.lang) {
            (false, _) => self.when_phrase(),
            (true, Lang::It) => format!("{} (stima)", self.when_phrase()),
            (true, Lang::En) => format!("{} (estimate)", self.when_phrase()),
        }
    }

    /// The method, if the values are not pooled.
    fn made_by(&self) -> Option<&'static str> {
        let is_made = self.method != Method::Pooled && self.level != Level::Comuni;
        is_made.then(|| grammar::method(self.lang, self.method))
    }

    /// How a group has its value, of a rate with a declared weight.
    pub fn weighted_by(&self) -> Option<String> {
        let weight = self.indicator.weight_name.as_ref()?.pick(self.lang);
        Some(match self.lang {
            Lang::It => format!("media ponderata con {weight}"),
            Lang::En => format!("mean weighted by {weight}"),
        })
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
            (Lang::It, Some(_)) => format!("variazione: {unit}"),
            (Lang::En, Some(_)) => format!("change: {unit}"),
        }
    }
}

/// A value minus an earlier one.
pub fn difference(now: Value, before: Value) -> Value {
    now.zip(before).map(|(now, before)| now.less(before))
}

/// Checks the wording of a count.
pub fn is_number(lang: Lang, written: &str, n: usize) -> Check {
    let read = Printed::read(lang, written).filter(|(_, rest)| rest.is_empty()).map(|(printed, _)| printed);
    let right = read.is_some_and(|printed| printed.decimals == 0 && printed.units == n as i128);
    holds(right, || format!("«{written}» should be {n}"))
}

/// Whether a number that stands for things named before is so many: none and one are words.
pub fn is_so_many(lang: Lang, written: &str, n: usize) -> Check {
    let word = match (lang, n) {
        (Lang::It, 0) => "nessuno",
        (Lang::It, 1) => "uno",
        (Lang::En, 0) => "none",
        (Lang::En, 1) => "one",
        _ => return is_number(lang, written, n),
    };
    holds(written == word, || format!("«{written}» should be «{word}»"))
}

/// Checks the wording of an indicator's value, or of a difference.
pub fn written_value(
    lang: Lang,
    indicator: &Indicator,
    is_change: bool,
    written: &str,
    value: Exact,
    bare: bool,
) -> Check {
    if indicator.has_steps() {
        let step = indicator.steps.iter().find(|(step, _)| step.same(value));
        let right = step.map_or("", |(_, name)| name.pick(lang));
        return holds(written == right, || format!("«{written}» should be «{right}»"));
    }
    let (printed, rest) =
        Printed::read(lang, written).ok_or_else(|| format!("? «{written}» is no number"))?;
    let suffix = match (is_change, indicator.in_percent(), bare) {
        (true, true, false) => " p.p.",
        (_, _, false) => indicator.suffix.pick(lang),
        (false, true, true) => "%",
        (_, _, true) => "",
    };
    // An abbreviation at the end of a sentence shares its full stop.
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

/// A difference beside its two values: it agrees with them as displayed, or a word says that it does not.
pub fn is_move(lang: Lang, indicator: &Indicator, stated: [&str; 3], by: Exact) -> Check {
    let about = if lang == Lang::It { "circa " } else { "about " };
    let bare = stated[2].strip_prefix(about).unwrap_or(stated[2]);
    written_value(lang, indicator, true, bare, by, false)?;
    let read = |stated: &str| Printed::read(lang, stated).map(|(printed, _)| printed.exact());
    let [Some(from), Some(to), Some(by)] = [stated[0], stated[1], bare].map(read) else {
        return Err("? no numbers".to_owned());
    };
    let right = to.less(from);
    holds((by == right) == (bare == stated[2]), || {
        format!("from {} to {} it is {right} and not {}", stated[0], stated[1], stated[2])
    })
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
            "graded" => self.graded_when(),
            "made" => match self.made_by() {
                Some(method) => format!("{}; {method}", self.mapped_unit()),
                None => self.mapped_unit(),
            },
            "ats" => match self.made_by() {
                Some(_) => format!("ATS ({})", grammar::method(self.lang, Method::Pooled)),
                None => "ATS".to_owned(),
            },
            "method" => grammar::method(self.lang, self.method).to_owned(),
            "date" => grammar::short_date(self.lang, self.year),
            "span" => grammar::span(self.lang, self.from.unwrap_or(self.year), self.year),
            "fromdate" => grammar::short_date(self.lang, self.from.unwrap_or(self.year)),
            other => panic!("no word <{other}>"),
        }
    }
}
