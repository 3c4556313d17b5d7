//! Funnel plots, forecasts, and maps of differences by more than chance, of clusters and of groups. How many are above and below, and who,
//! is worked out here; of what else they say, each number must be one that the figure is drawn from, or follow from those.

use serde_json::Value as Json;

use super::asks::{Ask, Figure, Of, choice, computed};
use super::column::{Check, Column, holds, is_number, written_value};
use super::exact::Printed;
use super::grammar::{self, Case};
use super::pattern::{Caps, sentence};
use super::people;
use super::program::Texts;
use super::read::Report;
use super::source::{Indicator, Lang, Level, Method, world};

/// What such a figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statistic {
    Funnel,
    Significance,
    Clusters,
    /// So many groups.
    Groups(usize),
    /// A measure of the residents in the coming years, by its position.
    Forecast(usize),
}

impl Statistic {
    /// The level of its units; `None` where it shows one territory.
    pub fn level(self, of: &Of) -> Option<Level> {
        (!matches!(self, Self::Forecast(_))).then_some(of.level)
    }

    /// Whether the value of the ATS is in it.
    pub fn has_ats(self) -> bool {
        !matches!(self, Self::Forecast(_))
    }
}

/// The measures that are forecast.
const MEASURES: usize = 10;

/// All of them, in a fixed order.
pub fn all() -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut add = |id: &str,
                   year: i32,
                   level: Level,
                   what: Statistic,
                   with: Vec<(String, i32)>,
                   selected: Vec<String>| {
        for lang in [Lang::It, Lang::En] {
            let of = Of { id: id.to_owned(), year, level, method: Method::Pooled };
            let ask = Ask::Statistic { of, what, with: with.clone() };
            figures.push(Figure::new(ask, lang, selected.clone()));
        }
    };
    let computed = computed();
    for (i, indicator) in computed.iter().enumerate() {
        for year in world().years(indicator) {
            for level in [Level::Comuni, Level::Ambiti, Level::Asst] {
                let selected = choice(i + level as usize);
                for what in [Statistic::Funnel, Statistic::Significance, Statistic::Clusters] {
                    add(&indicator.id, year, level, what, Vec::new(), selected.clone());
                }
                let other = computed[(i + 9) % computed.len()];
                let beside = world().years(other).contains(&year).then(|| (other.id.clone(), year));
                if let Some(beside) = beside.filter(|_| level != Level::Asst) {
                    add(&indicator.id, year, level, Statistic::Groups(3), vec![beside], selected);
                }
            }
        }
    }
    let units = Level::ALL.into_iter().flat_map(|level| world().units(level));
    for (i, unit) in units.enumerate() {
        let what = Statistic::Forecast(i % MEASURES);
        add(people::INDICATOR, 2023, Level::Ats, what, Vec::new(), vec![unit.code.clone()]);
    }
    figures
}

/// Reads a figure.
pub fn read(report: &mut Report, figure: &Figure, texts: &Texts) {
    let Ask::Statistic { of, what, with } = &figure.ask else { return };
    let lang = figure.lang;
    let column = Column::new(lang, &of.id, of.year, of.level, of.method);
    let known = Known::new(figure, &column, with, &texts.facts);
    let points = match (*what == Statistic::Funnel).then(|| points(&column, texts)).transpose() {
        Ok(points) => points.unwrap_or_default(),
        Err(why) => return report.fault("mark", "", why),
    };
    for (name, text) in [("reading", &texts.reading), ("alternative", &texts.alternative)] {
        for told in sentences(text) {
            report.sentences += 1;
            let checked = match what {
                Statistic::Funnel => funnel(&column, &points, told),
                Statistic::Significance => significance(&column, told),
                _ => Ok(()),
            };
            if let Err(why) = checked.and_then(|()| known.holds(told)) {
                report.fault(name, told, why);
            }
        }
        if let Err(why) = says_what(figure, &column, *what, text) {
            report.fault(name, text.as_str(), why);
        }
    }
}

/// Whose values, and whether they are estimates.
fn says_what(figure: &Figure, column: &Column, what: Statistic, text: &str) -> Check {
    if let Statistic::Forecast(_) = what {
        let (level, unit) = world().find(&figure.selected[0]).ok_or("nobody is selected")?;
        let name = grammar::place(column.lang, Case::Bare, level, &world().units(level)[unit].name);
        return holds(text.contains(&name), || format!("does not name {name}"));
    }
    let name = column.indicator.name.pick(column.lang);
    // Of groups the title counts the indicators.
    let is_named = matches!(what, Statistic::Groups(_)) || text.contains(name);
    holds(is_named, || format!("does not name {name}"))?;
    let is_estimate = world().is_estimated(column.indicator, column.year) && !column.present().is_empty();
    let says = ["stim", "estimate"].iter().any(|word| text.contains(word));
    holds(!is_estimate || says, || "does not say that values are estimates".to_owned())
}

/// A point of a funnel: its unit, and where it lies.
struct Point {
    unit: usize,
    place: String,
}

/// The points with their values and sizes, which must be those of the data.
fn points(column: &Column, texts: &Texts) -> Result<Vec<Point>, String> {
    let pattern = match column.lang {
        Lang::It => "{name}: {value}, denominatore {size}, {place}",
        Lang::En => "{name}: {value}, denominator {size}, {place}",
    };
    let mut points = Vec::new();
    for mark in &texts.marks {
        let mut why = format!("«{}» is no point", mark.label);
        let mut check = |caps: &Caps<'_>| {
            let found = world().units(column.level).iter().position(|unit| unit.code == mark.code);
            let checked = found.ok_or_else(|| "? of no unit".to_owned()).and_then(|unit| {
                let unit_of = &world().units(column.level)[unit];
                let name = grammar::place(column.lang, Case::Bare, column.level, &unit_of.name);
                holds(caps.get("name") == name, || format!("«{}» should be {name}", caps.get("name")))?;
                let value = column.values()[unit].ok_or("it has no value")?;
                written_value(column.lang, column.indicator, false, caps.get("value"), value, false)?;
                let (_, size) = world().parts(column.indicator, column.year, &unit_of.members);
                let size = size.ok_or("it has no denominator")?.rounded(0);
                is_number(column.lang, caps.get("size"), size as usize)?;
                points.push(Point { unit, place: caps.get("place").to_owned() });
                Ok(())
            });
            match checked {
                Ok(()) => true,
                Err(wrong) => {
                    why = wrong;
                    false
                }
            }
        };
        if sentence(pattern, &mark.label, &mut check).is_none() {
            return Err(why);
        }
    }
    Ok(points)
}

/// The sentences of a funnel that count points or name them.
fn funnel(column: &Column, points: &[Point], told: &str) -> Check {
    let wide = if column.lang == Lang::It { "99,8%" } else { "99.8%" };
    let is_outside = |point: &&Point| !point.place.contains("dentro") && !point.place.contains("within");
    let middle = match column.lang {
        Lang::It => "Valore di riferimento: {value}.",
        Lang::En => "Benchmark: {value}.",
    };
    read_one(middle, told, |caps| {
        column.is(caps.get("value"), column.overall().ok_or("the ATS has no value")?)
    })
    .unwrap_or(Ok(()))?;
    let counts = match column.lang {
        Lang::It => {
            "Fuori dai limiti del 95%: {n} su {of} (per solo caso circa {chance}); di questi oltre quelli del 99,8%: {wide}."
        }
        Lang::En => {
            "Outside the 95% limits: {n} of {of} (about {chance} by chance alone); of these beyond those of 99.8%: {wide}."
        }
    };
    read_one(counts, told, |caps| {
        is_number(column.lang, caps.get("n"), points.iter().filter(is_outside).count())?;
        is_number(column.lang, caps.get("of"), points.len())?;
        let beyond = points.iter().filter(is_outside).filter(|point| point.place.contains(wide)).count();
        is_number(column.lang, caps.get("wide"), beyond)
    })
    .unwrap_or(Ok(()))?;
    // "Sopra i limiti del 95%: Arese, Lainate e altri 3."
    let starts = |point: &&Point| {
        told.strip_prefix(|_: char| true)
            .zip(point.place.get(1..))
            .is_some_and(|(told, place)| told.strip_prefix(place).is_some_and(|rest| rest.starts_with(": ")))
    };
    let named: Vec<&Point> = points.iter().filter(is_outside).filter(starts).collect();
    if named.is_empty() {
        return Ok(());
    }
    let (_, list) = told.split_once(": ").unwrap_or_default();
    let is_told = |point: &&&Point| {
        let name = &world().units(column.level)[point.unit].name;
        list.contains(&grammar::place(column.lang, Case::Bare, column.level, name))
    };
    let missing = named.len() - named.iter().filter(is_told).count();
    let (one, many) = match column.lang {
        Lang::It => (" e un altro.", format!(" e altri {missing}.")),
        Lang::En => (" and one more.", format!(" and {missing} more.")),
    };
    let right = match missing {
        0 => !list.contains(" altri ") && !list.ends_with(" more."),
        1 => list.ends_with(one),
        _ => list.ends_with(&many),
    };
    holds(right, || format!("{missing} are not named"))
}

/// Checks a sentence if it is this one; `None` if it is another.
pub fn read_one(pattern: &str, told: &str, check: impl Fn(&Caps<'_>) -> Check) -> Option<Check> {
    let mut wrong = None;
    let read = sentence(pattern, told, &mut |caps| {
        let checked = check(caps);
        let is_true = checked.is_ok();
        wrong = Some(checked);
        is_true
    });
    if read.is_some() { Some(Ok(())) } else { wrong }
}

/// The sentences of a text.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let starts = |after: &str| after.starts_with(|c: char| c.is_uppercase() || "«“".contains(c));
        let end = rest.match_indices(". ").find(|(at, _)| starts(&rest[at + 2..]));
        let (told, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at + 1));
        all.push(told);
        rest = after.trim_start();
    }
    all
}

/// How many are above, below and like the value of the ATS, by Wilson's interval of a share (E. B. Wilson, 1927).
fn significance(column: &Column, told: &str) -> Check {
    let pattern = match column.lang {
        Lang::It => {
            "Rispetto {against}: {above} {a}, {below} {b} e {alike} {c} (territori confrontati: {of})."
        }
        Lang::En => {
            "Against {against}: {above} {a}, {below} {b} and {alike} {c} (territories compared: {of})."
        }
    };
    read_one(pattern, told, |caps| {
        let value = |name: &str| {
            let read = Printed::read(column.lang, caps.get(name)).filter(|(_, rest)| rest.is_empty());
            read.map(|(printed, _)| printed.units).ok_or_else(|| format!("? «{}»", caps.get(name)))
        };
        let [above, below, alike, of] = ["above", "below", "alike", "of"].map(value);
        let told = [above?, below?, alike?];
        let all: i128 = told.iter().sum();
        holds(all == of?, || "they do not add up".to_owned())?;
        match sides(column) {
            Some(right) => holds(told == right, || format!("should be {right:?}")),
            None => Ok(()),
        }
    })
    .unwrap_or(Ok(()))
}

/// The same, for a share of people; others have other intervals.
fn sides(column: &Column) -> Option<[i128; 3]> {
    const Z: f64 = 1.959_963_984_540_054;
    let indicator = column.indicator;
    if indicator.kind != "share" || indicator.multiplier() != 100 {
        return None;
    }
    let parts = |members: &[usize]| {
        let (part, whole) = world().parts(indicator, column.year, members);
        Some((part.float(), whole?.float()))
    };
    let (part, whole) = parts(&world().units(Level::Ats)[0].members)?;
    let benchmark = part / whole;
    let mut sides = [0; 3];
    for unit in world().units(column.level) {
        let (part, n) = parts(&unit.members)?;
        let p = part / n;
        let centre = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        let side = if centre - half > benchmark { 0 } else { 1 + usize::from(centre + half >= benchmark) };
        sides[side] += 1;
    }
    Some(sides)
}

/// The numbers that a figure is drawn from.
pub struct Known {
    lang: Lang,
    numbers: Vec<f64>,
    /// Words with digits that are no numbers of the figure.
    names: Vec<String>,
}

impl Known {
    pub fn new(figure: &Figure, column: &Column, with: &[(String, i32)], facts: &Json) -> Self {
        let lang = figure.lang;
        let mut numbers = Vec::new();
        collect(facts, &mut numbers);
        // The index expected without any pattern, and how much limits are widened.
        let count = column.present().len() as f64;
        numbers.extend([-1.0 / (count - 1.0), 0.05 * count, 99.0, 0.05, 0.001, 95.0, 99.8, 80.0, 10.0]);
        numbers.extend(facts["phi"].as_f64().map(f64::sqrt));
        numbers.extend(column.overall().map(|value| value.float()));
        let mut names = Vec::new();
        let mut add = |indicator: &Indicator| {
            for text in [&indicator.name, &indicator.short, &indicator.unit] {
                names.extend([text.pick(lang).to_owned(), grammar::small(text.pick(lang))]);
            }
            for year in world().years(indicator) {
                names.extend([
                    grammar::short_date(lang, year),
                    grammar::phrase(lang, year),
                    grammar::day(lang, year),
                ]);
            }
        };
        add(column.indicator);
        with.iter().for_each(|(id, _)| add(world().indicator(id)));
        names.retain(|name| name.contains(|c: char| c.is_ascii_digit()));
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self { lang, numbers, names }
    }

    /// Takes these besides.
    pub fn also(mut self, numbers: impl IntoIterator<Item = f64>) -> Self {
        self.numbers.extend(numbers);
        self
    }

    /// Whether each number of a sentence is one of them, as displayed.
    pub fn holds(&self, told: &str) -> Check {
        let bare = self.names.iter().fold(told.to_owned(), |text, name| text.replace(name.as_str(), "…"));
        let mut rest = bare.as_str();
        let mut before = ' ';
        while let Some(c) = rest.chars().next() {
            let is_start = c.is_ascii_digit() && !(before.is_alphanumeric() || "/°".contains(before));
            if !is_start {
                before = c;
                rest = &rest[c.len_utf8()..];
                continue;
            }
            let run = rest.find(|c: char| !c.is_ascii_digit() && !".,/-–°".contains(c)).unwrap_or(rest.len());
            let token = rest[..run].trim_end_matches(['.', ',', '-', '–']);
            let (sign, after) = (before, &rest[run..]);
            before = '0';
            rest = after;
            // Dates, ranges of ages, ordinals, years.
            let is_year = token.len() == 4 && token.bytes().all(|b| b.is_ascii_digit());
            let unit = after.trim_start();
            let is_age = unit.starts_with("anni e più") || unit.starts_with("and over");
            if token.contains(['/', '-', '–', '°']) || is_year || is_age {
                continue;
            }
            let read = Printed::read(self.lang, token).filter(|(_, rest)| rest.is_empty());
            let (printed, _) = read.ok_or_else(|| format!("«{token}» is no number of this language"))?;
            let value = printed.units as f64 * if sign == '\u{2212}' { -1.0 } else { 1.0 };
            let unit = 10_f64.powi(printed.decimals as i32);
            let is_it = |x: f64| (x * unit - value).abs() <= 0.5 + 1e-6;
            let known = self.numbers.iter().any(|x| is_it(*x) || is_it(100.0 * x));
            holds(known, || format!("«{token}» is no number of the figure"))?;
        }
        Ok(())
    }
}

/// All numbers of a value, and how many are in each list.
fn collect(facts: &Json, numbers: &mut Vec<f64>) {
    match facts {
        Json::Number(number) => numbers.extend(number.as_f64()),
        Json::Array(all) => {
            numbers.push(all.len() as f64);
            all.iter().for_each(|one| collect(one, numbers));
        }
        Json::Object(all) => all.values().for_each(|one| collect(one, numbers)),
        _ => {}
    }
}
