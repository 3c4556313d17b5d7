//! The views that show many values at once: distributions, profiles, matrices of correlations and age pyramids. Their readings and
//! alternative texts are read here, each number against this oracle.

use super::asks::{Ask, Figure, choice, computed};
use super::column::{Check, Column, holds};
use super::program::Texts;
use super::read::Report;
use super::source::{Indicator, Lang, Level, Method, world};
use super::{crossed, people, profile, spread};

/// The contents of such a figure.
#[derive(Clone, Debug)]
pub enum Overview {
    /// An indicator in a year, by Ambito or counted between round values.
    Distribution { id: String, year: i32, by_row: bool },
    /// Indicators, each in a year, of the first that is selected: among its near peers, or all.
    Profile { indicators: Vec<(String, i32)>, near: bool },
    /// The same in pairs, by ranks or by values.
    Matrix { indicators: Vec<(String, i32)>, level: Level, by_rank: bool },
    /// The residents by age, beside the ATS or an earlier year.
    Pyramid { year: i32, since: Option<i32>, shares: bool },
}

impl Overview {
    /// The indicators shown, each in a year.
    pub fn used(&self) -> Vec<(&str, i32)> {
        match self {
            Self::Distribution { id, year, .. } => vec![(id, *year)],
            Self::Profile { indicators, .. } | Self::Matrix { indicators, .. } => {
                indicators.iter().map(|(id, year)| (id.as_str(), *year)).collect()
            }
            Self::Pyramid { year, since, .. } => {
                std::iter::once(*year).chain(*since).map(|year| (people::INDICATOR, year)).collect()
            }
        }
    }

    /// The level of its units; `None` where it shows a territory of any level.
    pub fn level(&self) -> Option<Level> {
        match self {
            Self::Distribution { .. } => Some(Level::Comuni),
            Self::Matrix { level, .. } => Some(*level),
            Self::Profile { .. } | Self::Pyramid { .. } => None,
        }
    }

    /// The changes it tells, each between two years.
    pub fn told(&self, selected: &[String]) -> Vec<(&str, [i32; 2])> {
        match self {
            Self::Distribution { .. } | Self::Matrix { .. } => Vec::new(),
            Self::Pyramid { year, since, .. } => {
                since.iter().map(|since| (people::INDICATOR, [*since, *year])).collect()
            }
            Self::Profile { indicators, .. } if selected.is_empty() => {
                let _ = indicators;
                Vec::new()
            }
            Self::Profile { indicators, .. } => {
                let before = |(id, year): &(String, i32)| Some((profile::before(id, *year)?, *year));
                let all = indicators.iter().filter_map(|one| Some((one.0.as_str(), before(one)?)));
                all.map(|(id, (from, to))| (id, [from, to])).collect()
            }
        }
    }
}

/// Selections: none, a Comune, several, an Ambito, an ASST, the smallest Comune.
fn selection(i: usize) -> Vec<String> {
    if i % 7 == 6 { vec!["098033".to_owned()] } else { choice(i) }
}

/// All of them, in a fixed order.
pub fn all() -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut add = |overview: Overview, selected: Vec<String>| {
        for lang in [Lang::It, Lang::En] {
            figures.push(Figure::new(Ask::Overview(overview.clone()), lang, selected.clone()));
        }
    };
    let computed = computed();
    for (i, indicator) in computed.iter().enumerate() {
        for (at, year) in world().years(indicator).into_iter().enumerate() {
            for by_row in [true, false] {
                let id = indicator.id.clone();
                add(Overview::Distribution { id, year, by_row }, choice(i + at));
            }
        }
        let listed = |step: usize, count: usize| -> Vec<(String, i32)> {
            let of = |n: usize| computed[(i + n * step) % computed.len()];
            let mut all: Vec<(String, i32)> = Vec::new();
            for one in (0..count).map(of) {
                let years = world().years(one);
                let year = years[(i + all.len()) % years.len()];
                if all.iter().all(|(known, _)| *known != one.id) {
                    all.push((one.id.clone(), year));
                }
            }
            all
        };
        for at in 0..7 {
            add(Overview::Profile { indicators: listed(5, 6), near: at % 2 == 0 }, selection(i + at));
        }
        for level in [Level::Comuni, Level::Ambiti, Level::Asst] {
            for by_rank in [true, false] {
                add(Overview::Matrix { indicators: listed(7, 5), level, by_rank }, Vec::new());
            }
        }
    }
    for unit in 0..world().units(Level::Comuni).len() {
        let code = world().units(Level::Comuni)[unit].code.clone();
        let (year, since) = [(2023, None), (2022, None), (2023, Some(2022))][unit % 3];
        add(Overview::Pyramid { year, since, shares: unit % 4 != 3 }, vec![code]);
    }
    for level in [Level::Ambiti, Level::Asst, Level::Ats] {
        for unit in world().units(level) {
            for (year, since) in [(2023, None), (2022, None), (2023, Some(2022))] {
                add(Overview::Pyramid { year, since, shares: true }, vec![unit.code.clone()]);
            }
        }
    }
    figures
}

/// Reads a figure.
pub fn read(report: &mut Report, figure: &Figure, overview: &Overview, texts: &Texts) {
    let (lang, selected) = (figure.lang, &figure.selected);
    match overview {
        Overview::Distribution { id, year, by_row } => {
            let mut column = Column::new(lang, id, *year, Level::Comuni, Method::Pooled);
            column.selected = world().sharing(Level::Comuni, selected);
            let one = [spread::Spread { column, by_row: *by_row }];
            report.read("reading", &texts.reading, &[spread::READING], &one);
            report.read("alternative", &texts.alternative, &[spread::ALTERNATIVE], &one);
        }
        Overview::Profile { indicators, near } => {
            let one = [profile::Profile::new(lang, indicators, selected, *near)];
            report.read("reading", &texts.reading, &[profile::READING], &one);
            report.read("alternative", &texts.alternative, &[profile::ALTERNATIVE], &one);
        }
        Overview::Matrix { indicators, level, by_rank } => {
            let one = [crossed::Matrix::new(lang, indicators, *level, *by_rank)];
            report.read("reading", &texts.reading, &[crossed::READING], &one);
            report.read("alternative", &texts.alternative, &[crossed::ALTERNATIVE], &one);
        }
        Overview::Pyramid { year, since, .. } => {
            let one = [people::Pyramid::new(lang, selected, *year, *since)];
            report.read("reading", &texts.reading, &[people::READING], &one);
            report.read("alternative", &texts.alternative, &[people::ALTERNATIVE], &one);
        }
    }
}

/// The name of an indicator within a sentence, and its date: "densità di popolazione (1/1/2023)".
pub fn dated(lang: Lang, indicator: &Indicator, year: i32) -> String {
    let name = super::grammar::small(indicator.name.pick(lang));
    format!("{name} ({})", super::grammar::named_date(lang, year))
}

/// Checks the wording of a share in per cent.
pub fn is_percent(lang: Lang, written: &str, part: i128, whole: i128) -> Check {
    let bare = ["il ", "l'"].iter().find_map(|article| written.strip_prefix(article)).unwrap_or(written);
    let number = bare.strip_suffix('%').ok_or_else(|| format!("? «{written}» is no percentage"))?;
    let (printed, rest) = super::exact::Printed::read(lang, number).ok_or("? no number")?;
    let value = super::exact::Exact::ratio(100 * part, whole);
    holds(rest.is_empty() && printed.is(value), || format!("«{written}» should be {value}"))
}
