//! Views of many dates, of parts, of neighbours and of likeness, and maps of indices, residuals, trends and forecasts. What they count,
//! whom they name and what they measure is worked out here; of what else they say, each number must be one that the figure is
//! drawn from.

use serde_json::Value as Json;

use super::asks::{Ask, Figure, Of, choice, computed};
use super::column::{Check, Column, holds, is_move, is_number};
use super::grammar::{self, Case};
use super::pattern::Caps;
use super::program::Texts;
use super::read::Report;
use super::readings::CHANGES;
use super::source::{Indicator, Lang, Level, Method, world};
use super::statistic::{Known, read_one, sentences};
use super::{crossed, measured, slope};

/// What such a figure shows.
#[derive(Clone, Debug)]
pub enum Wider {
    /// Values at two dates, a row each.
    Dumbbell {
        from: i32,
    },
    /// All units at all dates.
    Strip,
    /// A map for each date.
    SmallMaps,
    /// A change divided among members, or among numerator and denominator.
    Contribution {
        from: i32,
        sides: bool,
    },
    /// These indicators side by side.
    HeatTable {
        with: Vec<(String, i32)>,
    },
    /// The same in pairs.
    Pairs {
        with: Vec<(String, i32)>,
    },
    /// Those most like the first selected.
    Peers {
        with: Vec<(String, i32)>,
    },
    Moran,
    Lorenz,
    /// An index of standard scores with another indicator.
    Index {
        with: String,
    },
    /// What another indicator does not explain.
    Residuals {
        by: String,
    },
    Trend,
    /// A measure of the residents in some years, by its position.
    Future {
        measure: usize,
    },
}

impl Wider {
    /// The level of its units; `None` where the ATS is not in it, or where it is about one territory.
    pub fn level(&self, of: &Of) -> Option<Level> {
        self.has_ats().then_some(of.level)
    }

    /// Whether the value of the ATS is in it.
    pub fn has_ats(&self) -> bool {
        !matches!(
            self,
            Self::HeatTable { .. } | Self::Pairs { .. } | Self::Peers { .. } | Self::Moran | Self::Lorenz
        )
    }

    /// The indicators besides its own.
    pub fn with(&self, of: &Of) -> Vec<(String, i32)> {
        match self {
            Self::HeatTable { with } | Self::Pairs { with } | Self::Peers { with } => with.clone(),
            Self::Index { with: other } | Self::Residuals { by: other } => {
                vec![(other.clone(), before(other, of.year))]
            }
            _ => Vec::new(),
        }
    }

    /// The dates whose values it shows.
    pub fn used(&self, of: &Of) -> Vec<(String, i32)> {
        let years = || world().years(world().indicator(&of.id));
        let at = |years: Vec<i32>| years.into_iter().map(|year| (of.id.clone(), year)).collect();
        match self {
            Self::Strip | Self::SmallMaps | Self::Trend => at(years()),
            Self::Dumbbell { from } | Self::Contribution { from, .. } => at(vec![*from, of.year]),
            Self::Future { .. } => Vec::new(),
            _ => std::iter::once((of.id.clone(), of.year)).chain(self.with(of)).collect(),
        }
    }

    /// The two dates of the change that it tells.
    pub fn told(&self, of: &Of) -> Option<[i32; 2]> {
        let years = || world().years(world().indicator(&of.id));
        match self {
            Self::Dumbbell { from } | Self::Contribution { from, .. } => Some([*from, of.year]),
            Self::Strip => first_comparable(of).map(|first| [first, of.year]),
            Self::SmallMaps => Some([*years().first()?, *years().last()?]).filter(|[from, to]| from < to),
            _ => None,
        }
    }
}

/// The last date of an indicator that is not after a year, or its first.
fn before(id: &str, year: i32) -> i32 {
    let years = world().years(world().indicator(id));
    years.iter().rev().find(|own| **own <= year).or(years.first()).copied().expect("a year")
}

/// The first date before which nothing broke the series, if it is another.
pub fn first_comparable(of: &Of) -> Option<i32> {
    let indicator = world().indicator(&of.id);
    let years = world().years(indicator).into_iter().filter(|year| *year < of.year);
    years.into_iter().find(|year| world().breaks(indicator, *year, of.year).is_empty())
}

/// The measures of forecasts.
const MEASURES: usize = 10;

/// All of them, in a fixed order.
pub fn all() -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut add = |id: &str, year: i32, level: Level, what: Wider, selected: Vec<String>| {
        for lang in [Lang::It, Lang::En] {
            let of = Of { id: id.to_owned(), year, level, method: Method::Pooled };
            figures.push(Figure::new(Ask::Wider { of, what: what.clone() }, lang, selected.clone()));
        }
    };
    let computed = computed();
    for (i, indicator) in computed.iter().enumerate() {
        let (id, years) = (indicator.id.as_str(), world().years(indicator));
        let listed = |step: usize, count: usize| -> Vec<(String, i32)> {
            let of = |n: usize| computed[(i + n * step) % computed.len()];
            let mut all: Vec<(String, i32)> = Vec::new();
            for one in (1..count).map(of).filter(|one| one.id != id) {
                let year = *world().years(one).last().expect("a year");
                if all.iter().all(|(known, _)| *known != one.id) {
                    all.push((one.id.clone(), year));
                }
            }
            all
        };
        let other = |step: usize| computed[(i + step) % computed.len()].id.clone();
        for (at, &year) in years.iter().enumerate() {
            for level in [Level::Comuni, Level::Ambiti, Level::Asst] {
                let selected = choice(i + at + level as usize);
                for what in [Wider::Strip, Wider::Moran, Wider::Lorenz] {
                    add(id, year, level, what, selected.clone());
                }
                for from in years.iter().filter(|from| **from < year) {
                    add(id, year, level, Wider::Dumbbell { from: *from }, selected.clone());
                }
                add(id, year, level, Wider::Index { with: other(11) }, selected.clone());
                add(id, year, level, Wider::Residuals { by: other(6) }, selected.clone());
            }
            for from in years.iter().filter(|from| **from < year) {
                let whole = world().units(Level::Ambiti)[(i + at) % 17].code.clone();
                let sides = (i + at).is_multiple_of(3);
                add(id, year, Level::Comuni, Wider::Contribution { from: *from, sides }, vec![whole]);
            }
        }
        let last = *years.last().expect("a year");
        for level in [Level::Comuni, Level::Ambiti, Level::Asst] {
            add(id, last, level, Wider::SmallMaps, choice(i));
            add(id, last, level, Wider::Trend, choice(i + 1));
            add(id, last, level, Wider::HeatTable { with: listed(7, 5) }, Vec::new());
            add(id, last, level, Wider::Pairs { with: listed(5, 4) }, Vec::new());
        }
        let comune = &world().units(Level::Comuni)[(i * 7) % 193].code;
        let ambito = &world().units(Level::Ambiti)[i % 17].code;
        add(id, last, Level::Comuni, Wider::Peers { with: listed(9, 5) }, vec![comune.clone()]);
        add(id, last, Level::Ambiti, Wider::Peers { with: listed(4, 5) }, vec![ambito.clone()]);
    }
    for level in [Level::Comuni, Level::Ambiti, Level::Asst] {
        for measure in 0..MEASURES {
            add(super::people::INDICATOR, 2023, level, Wider::Future { measure }, Vec::new());
        }
    }
    figures
}

/// What a sentence is checked with.
pub struct About<'a> {
    pub lang: Lang,
    pub of: &'a Of,
    pub what: &'a Wider,
    pub column: Column,
    pub facts: &'a Json,
    /// The neighbours of each unit, of a figure that is about them.
    pub neighbours: Vec<Vec<usize>>,
    pub selected: &'a [String],
}

impl About<'_> {
    /// One of two wordings.
    pub fn pick<'p>(&self, it: &'p str, en: &'p str) -> &'p str {
        if self.lang == Lang::It { it } else { en }
    }

    /// Checks a sentence if it is this one; `None` if it is another.
    pub fn one(&self, it: &str, en: &str, told: &str, check: impl Fn(&Caps<'_>) -> Check) -> Option<Check> {
        read_one(self.pick(it, en), told, check)
    }

    /// The unit with this name in a sentence.
    pub fn unit(&self, written: &str) -> Result<usize, String> {
        let own = self.column.unit(Case::Bare, written);
        own.ok_or_else(|| format!("? no territory is written «{written}»"))
    }
}

/// Reads a figure.
pub fn read(report: &mut Report, figure: &Figure, of: &Of, what: &Wider, texts: &Texts) {
    let lang = figure.lang;
    let mut column = Column::new(lang, &of.id, of.year, of.level, of.method);
    if let Wider::Dumbbell { from } = what {
        column.from = Some(*from);
        let mut followed: Vec<(Level, usize)> = Vec::new();
        for place in figure.selected.iter().filter_map(|code| world().find(code)) {
            if !followed.contains(&place) {
                followed.push(place);
            }
        }
        // Told in the order of the rows, from the highest value.
        let value = |(level, unit): &(Level, usize)| {
            let value = world().values(&of.id, of.year, *level, Method::Pooled)[*unit];
            std::cmp::Reverse(value.map(|value| value.0))
        };
        followed.sort_by_key(value);
        column.selected =
            followed.iter().filter(|(level, _)| *level == of.level).map(|(_, unit)| *unit).collect();
        column.followed = followed;
        let one = [column];
        report.read("reading", &texts.reading, &[CHANGES, slope::READING], &one);
        let about = About {
            lang,
            of,
            what,
            column: Column::new(lang, &of.id, of.year, of.level, of.method),
            facts: &texts.facts,
            neighbours: Vec::new(),
            selected: &figure.selected,
        };
        return rest(report, figure, &about, texts, &[("alternative", &texts.alternative)]);
    }
    if let Wider::Pairs { with } = what {
        let mut indicators = vec![(of.id.clone(), of.year)];
        indicators.extend(with.iter().cloned());
        let one = [crossed::Matrix::new(lang, &indicators, of.level, true)];
        report.read("reading", &texts.reading, &[crossed::READING], &one);
        let start = match lang {
            Lang::It => "Dispersioni a coppie. ",
            Lang::En => "Scatterplots in pairs. ",
        };
        let point = if lang == Lang::It { ", un punto per ciascuno. " } else { ", a point for each. " };
        let bare = texts.alternative.strip_prefix(start).and_then(|text| text.split_once(point));
        let Some((_, bare)) = bare else {
            return report.fault("alternative", &texts.alternative, "does not begin as it should");
        };
        return report.read("alternative", bare, &[crossed::ALTERNATIVE], &one);
    }
    let neighbours = match what {
        Wider::Moran => super::program::neighbours(of.level),
        _ => Vec::new(),
    };
    let about = About { lang, of, what, column, facts: &texts.facts, neighbours, selected: &figure.selected };
    rest(report, figure, &about, texts, &[("reading", &texts.reading), ("alternative", &texts.alternative)]);
}

/// Reads texts sentence by sentence.
fn rest(
    report: &mut Report,
    figure: &Figure,
    about: &About<'_>,
    texts: &Texts,
    all: &[(&'static str, &String)],
) {
    // The values that it shows, how many units have one, and how many have none.
    let level = match about.what {
        Wider::Peers { .. } => world().find(&about.selected[0]).map_or(about.of.level, |(level, _)| level),
        _ => about.of.level,
    };
    let mut shown: Vec<f64> = Vec::new();
    for (id, year) in about.what.used(about.of) {
        let values = world().values(&id, year, level, Method::Pooled);
        let present: Vec<f64> = values.iter().flatten().map(|value| value.float()).collect();
        shown.extend([present.len() as f64, (values.len() - present.len()) as f64, values.len() as f64]);
        shown.extend(present);
        shown.extend(world().overall(&id, year).map(|value| value.float()));
    }
    let known = Known::new(figure, &about.column, &about.what.with(about.of), &texts.facts).also(shown);
    for (name, text) in all {
        for told in sentences(text) {
            report.sentences += 1;
            let checked = truth(about, told).unwrap_or_else(|| known.holds(told));
            if let Err(why) = checked {
                report.fault(name, told, why);
            }
        }
        if let Err(why) = says_what(about, text) {
            report.fault(name, text.as_str(), why);
        }
    }
}

/// Whose values, and whether they are estimates.
fn says_what(about: &About<'_>, text: &str) -> Check {
    let name = about.column.indicator.name.pick(about.lang);
    // Of several indicators the title names their short names, or none.
    let is_named = match about.what {
        Wider::HeatTable { .. } | Wider::Peers { .. } | Wider::Index { .. } | Wider::Future { .. } => true,
        _ => text.contains(name),
    };
    holds(is_named, || format!("does not name {name}"))?;
    let is_one = matches!(about.what, Wider::Moran | Wider::Lorenz);
    let is_estimate = is_one
        && world().is_estimated(about.column.indicator, about.of.year)
        && !about.column.present().is_empty();
    let says = ["stim", "estimate"].iter().any(|word| text.contains(word));
    holds(!is_estimate || says, || "does not say that values are estimates".to_owned())
}

/// Whether a sentence that is known here is true; `None` for any other.
fn truth(about: &About<'_>, told: &str) -> Option<Check> {
    match about.what {
        Wider::Dumbbell { from } => rows(about, *from, told),
        Wider::Strip => strip(about, told),
        Wider::SmallMaps => small_maps(about, told),
        Wider::Contribution { from, .. } => measured::contribution(about, *from, told),
        Wider::HeatTable { .. } => measured::heat_table(about, told),
        Wider::Peers { .. } => measured::peers(about, told),
        Wider::Moran => measured::moran(about, told),
        Wider::Lorenz => measured::lorenz(about, told),
        Wider::Index { with } => measured::index(about, with, told),
        Wider::Residuals { by } => measured::residuals(about, by, told),
        Wider::Trend => measured::trend(about, told),
        Wider::Future { .. } => measured::future(about, told),
        Wider::Pairs { .. } => None,
    }
}

/// A row of a dumbbell chart, and how many follow.
fn rows(about: &About<'_>, from: i32, told: &str) -> Option<Check> {
    let ends = |level: Level, unit: usize| {
        let at = |year| world().values(&about.of.id, year, level, Method::Pooled)[unit];
        at(from).zip(at(about.of.year))
    };
    about
        .one("{name}: da {from} a {to} ({by}).", "{name}: from {from} to {to} ({by}).", told, |caps| {
            let name = caps.get("name");
            let find = |level: &Level| {
                let unit = grammar::unit(about.lang, Case::Bare, *level, name)?;
                Some((*level, unit))
            };
            let found = match name {
                "ATS" => Some((Level::Ats, 0)),
                _ => std::iter::once(about.of.level).chain(Level::ALL).find_map(|level| find(&level)),
            };
            let (level, unit) = found.ok_or_else(|| format!("? no territory is written «{name}»"))?;
            let (before, now) = ends(level, unit).ok_or("it has no two values")?;
            let mut column = Column::new(about.lang, &about.of.id, from, level, Method::Pooled);
            column.is_bare(caps.get("from"), before)?;
            column.year = about.of.year;
            column.is_bare(caps.get("to"), now)?;
            let stated = [caps.get("from"), caps.get("to"), caps.get("by")];
            is_move(about.lang, column.indicator, stated, now.less(before))
        })
        .or_else(|| {
            about.one("Seguono altri territori: {n}.", "More territories follow: {n}.", told, |caps| {
                let rows =
                    (0..about.column.values().len()).filter(|unit| ends(about.of.level, *unit).is_some());
                let has_ats =
                    world().overall(&about.of.id, from).zip(world().overall(&about.of.id, about.of.year));
                let ats = has_ats.is_some() && !about.column.indicator.is_count();
                let n = rows.count() + usize::from(ats);
                let others = about.selected.iter().filter_map(|code| world().find(code));
                let others = others.filter(|(level, _)| *level != about.of.level && *level != Level::Ats);
                is_number(about.lang, caps.get("n"), n + others.count() - 8)
            })
        })
}

/// The lowest and the highest at the date of the order, what rose and fell, and the course of a row.
fn strip(about: &About<'_>, told: &str) -> Option<Check> {
    let column = &about.column;
    let first = first_comparable(about.of);
    let (from, to) = (first.unwrap_or(about.of.year), about.of.year);
    let phrase = |year| grammar::phrase(about.lang, year);
    let values = |year| world().values(&about.of.id, year, about.of.level, Method::Pooled);
    let counts = about.pick("«{name}»: {units}, date {n}.", "“{name}”: {units}, dates {n}.");
    read_one(counts, told, |caps| {
        column.is_count_of(caps.get("units"), column.values().len())?;
        is_number(about.lang, caps.get("n"), world().years(column.indicator).len())
    })
    .or_else(|| {
        let it = format!("I valori {} vanno da {{low}} ({{lowof}}) a {{high}} ({{highof}}).", phrase(to));
        let en = format!("The values {} go from {{low}} ({{lowof}}) to {{high}} ({{highof}}).", phrase(to));
        about.one(&it, &en, told, |caps| {
            let ((low, lowest), (high, highest)) =
                column.end(-1).zip(column.end(1)).ok_or("there are no values")?;
            column.is(caps.get("low"), low)?;
            column.is(caps.get("high"), high)?;
            column.is_owner(Case::Bare, caps.get("lowof"), caps.get("low"), low, &lowest)?;
            column.is_owner(Case::Bare, caps.get("highof"), caps.get("high"), high, &highest)
        })
    })
    .or_else(|| {
        let span = grammar::span(about.lang, from, to);
        let it = format!("Con un valore a entrambe le date, {span}: {{units}}.");
        let en = format!("With a value at both dates, {span}: {{units}}.");
        let both =
            values(from).iter().zip(values(to).iter()).filter(|(a, b)| a.is_some() && b.is_some()).count();
        about.one(&it, &en, told, |caps| column.is_count_of(caps.get("units"), both))
    })
    .or_else(|| {
        let moved = |sign: i128| {
            let all = values(from);
            let now = values(to);
            let by = all.iter().zip(now.iter()).filter_map(|(a, b)| Some((*b)?.less((*a)?).0.signum()));
            by.filter(|own| *own == sign).count()
        };
        about.one(
            "Il valore sale in {up}, scende in {down}, non cambia in {same}.",
            "The value rises in {up}, falls in {down}, does not change in {same}.",
            told,
            |caps| {
                is_number(about.lang, caps.get("up"), moved(1))?;
                is_number(about.lang, caps.get("down"), moved(-1))?;
                is_number(about.lang, caps.get("same"), moved(0))
            },
        )
    })
    .or_else(|| {
        let (before, now) = (phrase(from), phrase(to));
        let pattern = format!("{{name}}: {{from}} {before}, {{to}} {now} ({{by}}).");
        about.one(&pattern, &pattern, told, |caps| {
            let (a, b) = match caps.get("name") {
                "ATS" => (world().overall(&about.of.id, from), world().overall(&about.of.id, to)),
                name => {
                    let unit = about.unit(name)?;
                    (values(from)[unit], values(to)[unit])
                }
            };
            let (a, b) = a.zip(b).ok_or("it has no two values")?;
            column.is(caps.get("from"), a)?;
            column.is(caps.get("to"), b)?;
            let stated = [caps.get("from"), caps.get("to"), caps.get("by")];
            is_move(about.lang, column.indicator, stated, b.less(a))
        })
    })
}

/// The extremes at the first and the last date, the values of the ATS, and that all units are counted.
fn small_maps(about: &About<'_>, told: &str) -> Option<Check> {
    let years = world().years(about.column.indicator);
    let (first, last) = (*years.first()?, *years.last()?);
    let capital = |text: String| {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
    };
    [first, last]
        .into_iter()
        .find_map(|year| {
            let mut column = Column::new(about.lang, &about.of.id, year, about.of.level, Method::Pooled);
            column.year = year;
            let when = capital(grammar::phrase(about.lang, year));
            let it = format!(
                "{when}: il valore più basso è {{low}} ({{lowof}}), il più alto {{high}} ({{highof}})."
            );
            let en = format!(
                "{when}: the lowest value is {{low}} ({{lowof}}), the highest {{high}} ({{highof}})."
            );
            about.one(&it, &en, told, |caps| {
                let ((low, lowest), (high, highest)) =
                    column.end(-1).zip(column.end(1)).ok_or("there are no values")?;
                column.is(caps.get("low"), low)?;
                column.is(caps.get("high"), high)?;
                column.is_owner(Case::Bare, caps.get("lowof"), caps.get("low"), low, &lowest)?;
                column.is_owner(Case::Bare, caps.get("highof"), caps.get("high"), high, &highest)
            })
        })
        .or_else(|| {
            let [a, b] = [first, last].map(|year| grammar::phrase(about.lang, year));
            let it = format!("Valore dell'ATS: {{before}} {a}, {{now}} {b}.");
            let en = format!("Value of the ATS: {{before}} {a}, {{now}} {b}.");
            about.one(&it, &en, told, |caps| {
                let at = |year| world().overall(&about.of.id, year).ok_or("the ATS has no value");
                about.column.is(caps.get("before"), at(first)?)?;
                about.column.is(caps.get("now"), at(last)?)
            })
        })
}

/// The indicators of a figure of several, each in its year.
pub fn listed(about: &About<'_>) -> Vec<(&'static Indicator, i32)> {
    let own = std::iter::once((about.of.id.clone(), about.of.year));
    own.chain(about.what.with(about.of)).map(|(id, year)| (world().indicator(&id), year)).collect()
}
