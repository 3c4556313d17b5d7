//! Which figures are read: every indicator at every level and date, by every method, as every kind of map and view.

use super::source::{Indicator, Lang, Level, Method, world};

/// An indicator at a year and a level, by a method.
#[derive(Clone, Debug)]
pub struct Of {
    pub id: String,
    pub year: i32,
    pub level: Level,
    pub method: Method,
}

/// What the lines of a time series show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Values,
    Differences,
    Index,
    /// As an index of the ATS, which is 100 at each date.
    Against,
}

/// Where a scatterplot is split into quadrants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    None,
    Mean,
    Median,
    Ats,
}

/// The contents of a figure.
#[derive(Clone, Debug)]
pub enum Ask {
    Map {
        of: Of,
        from: Option<i32>,
        second: Option<String>,
        symbols: bool,
    },
    Ranking {
        of: Of,
        range: bool,
    },
    Series {
        id: String,
        level: Option<Level>,
        method: Method,
        mode: Mode,
        asst: bool,
    },
    Slope {
        of: Of,
        from: i32,
    },
    /// A table of a printed document, whole.
    Printed {
        dataset: String,
        part: String,
    },
    Scatter {
        x: String,
        y: String,
        x_year: i32,
        y_year: i32,
        level: Level,
        method: Method,
        split: Split,
        /// The indicator of the colours.
        colour: Option<String>,
    },
    /// A view of a statistic, of an indicator and, for groups, of others beside it.
    Statistic {
        of: Of,
        what: super::statistic::Statistic,
        with: Vec<(String, i32)>,
    },
    /// A view of dates, parts, neighbours or likeness, of an indicator.
    Wider {
        of: Of,
        what: super::wider::Wider,
    },
    /// A view of many values at once.
    Overview(super::overview::Overview),
    Table {
        columns: Vec<(String, i32, Option<i32>)>,
        level: Level,
        method: Method,
        only_selected: bool,
    },
}

/// A figure: its contents, its language, and the selected territories.
#[derive(Clone, Debug)]
pub struct Figure {
    pub ask: Ask,
    pub lang: Lang,
    pub selected: Vec<String>,
    /// A value that a line is drawn at.
    pub threshold: Option<&'static str>,
    /// Whether it is drawn under the hypothesis.
    pub is_moved: bool,
}

impl Figure {
    /// A figure with the official Ambiti and without a threshold.
    pub fn new(ask: Ask, lang: Lang, selected: Vec<String>) -> Self {
        Self { ask, lang, selected, threshold: None, is_moved: false }
    }
}

/// Selections tried in turn: none, a Comune, several of one level, an Ambito, an ASST.
const CHOICES: [&[&str]; 6] = [
    &[],
    &["015146"],
    &["015093", "015002", "098031", "015209", "098033"],
    &["50089"],
    &["50095", "50061", "50032", "50096"],
    &["706", "707"],
];

pub fn choice(i: usize) -> Vec<String> {
    CHOICES[i % CHOICES.len()].iter().map(|code| (*code).to_owned()).collect()
}

/// The computed indicators whose values are quantities.
pub fn computed() -> Vec<&'static Indicator> {
    let is_quantity = |indicator: &&Indicator| {
        !indicator.as_published() && !indicator.has_steps() && indicator.weight_name.is_none()
    };
    world().indicators.iter().filter(is_quantity).collect()
}

/// Levels with the methods that make sense there.
pub fn made() -> Vec<(Level, Method)> {
    const METHODS: [Method; 4] = [Method::Pooled, Method::Mean, Method::Min, Method::Max];
    let mut all = Vec::new();
    for level in Level::ALL {
        let some = if level == Level::Comuni { 1 } else { METHODS.len() };
        all.extend(METHODS[..some].iter().map(|method| (level, *method)));
    }
    all
}

/// All figures, in a fixed order.
pub fn all() -> Vec<Figure> {
    let mut asks: Vec<Ask> = Vec::new();
    let computed = computed();
    let published: Vec<&Indicator> = world().indicators.iter().filter(|i| i.as_published()).collect();
    for (i, indicator) in computed.iter().enumerate() {
        let (id, years) = (indicator.id.clone(), world().years(indicator));
        for &year in &years {
            for (level, method) in made() {
                let of = Of { id: id.clone(), year, level, method };
                let map = |from, second| Ask::Map { of: of.clone(), from, second, symbols: false };
                asks.push(map(None, None));
                if indicator.is_count() {
                    asks.push(Ask::Map { of: of.clone(), from: None, second: None, symbols: true });
                }
                asks.extend(years.iter().filter(|from| **from < year).map(|from| map(Some(*from), None)));
                for step in [1, 5, 9, 14, 22] {
                    let second = computed[(i + step) % computed.len()];
                    if method == Method::Pooled && world().years(second).contains(&year) {
                        asks.push(map(None, Some(second.id.clone())));
                    }
                }
                asks.push(Ask::Ranking { of: of.clone(), range: false });
                if method == Method::Pooled && level != Level::Comuni {
                    asks.push(Ask::Ranking { of: of.clone(), range: true });
                }
            }
        }
        series(&mut asks, &id);
        scatters(&mut asks, &computed, i);
        tables(&mut asks, &computed, i);
    }
    for indicator in published {
        let mut years: Vec<i32> = world().printed(&indicator.id).iter().map(|cell| cell.year).collect();
        years.sort_unstable();
        years.dedup();
        for &year in &years {
            let of = Of { id: indicator.id.clone(), year, level: Level::Ats, method: Method::Pooled };
            if indicator.range.is_some() {
                asks.push(Ask::Ranking { of: of.clone(), range: true });
            }
            asks.push(Ask::Ranking { of, range: false });
        }
        // Which lines of rows that are no territories are followed is not worked out here.
        if indicator.rows.is_some() {
            continue;
        }
        for mode in [Mode::Values, Mode::Differences, Mode::Index] {
            let id = indicator.id.clone();
            asks.push(Ask::Series { id, level: None, method: Method::Pooled, mode, asst: false });
        }
    }
    let mut figures = Vec::new();
    for (i, ask) in asks.into_iter().enumerate() {
        for lang in [Lang::It, Lang::En] {
            figures.push(Figure::new(ask.clone(), lang, selected(&ask, i)));
        }
    }
    figures
}

/// Areas of a published table are selected by their own codes.
fn selected(ask: &Ask, i: usize) -> Vec<String> {
    let published = |id: &str| world().indicator(id).as_published();
    match ask {
        Ask::Ranking { of, .. } if published(&of.id) => areas(&of.id, i),
        Ask::Series { id, .. } if published(id) => areas(id, i),
        _ => choice(i),
    }
}

fn areas(id: &str, i: usize) -> Vec<String> {
    let cells = world().printed(id);
    if i.is_multiple_of(3) || cells.is_empty() {
        return Vec::new();
    }
    let first = cells[i % cells.len()].area.clone();
    let second = cells[(i * 7 + 3) % cells.len()].area.clone();
    if first == second { vec![first] } else { vec![first, second] }
}

fn series(asks: &mut Vec<Ask>, id: &str) {
    for mode in [Mode::Values, Mode::Differences, Mode::Index] {
        let ask = |level, method, asst| Ask::Series { id: id.to_owned(), level, method, mode, asst };
        for asst in [false, true] {
            asks.extend([Method::Pooled, Method::Mean].map(|method| ask(None, method, asst)));
        }
        asks.extend(
            [Level::Ambiti, Level::Asst, Level::Comuni].map(|level| ask(Some(level), Method::Pooled, false)),
        );
    }
}

fn scatters(asks: &mut Vec<Ask>, computed: &[&Indicator], i: usize) {
    let x = computed[i];
    for (step, split) in [(3, Split::None), (8, Split::Mean), (13, Split::Median), (19, Split::Ats)] {
        let y = computed[(i + step) % computed.len()];
        let (x_years, y_years) = (world().years(x), world().years(y));
        for level in [Level::Comuni, Level::Ambiti, Level::Asst] {
            for (x_year, y_year) in [(x_years.last(), y_years.last()), (x_years.first(), y_years.last())] {
                let (Some(&x_year), Some(&y_year)) = (x_year, y_year) else { continue };
                for method in [Method::Pooled, Method::Mean] {
                    if method == Method::Pooled || level != Level::Comuni {
                        let (x, y) = (x.id.clone(), y.id.clone());
                        asks.push(Ask::Scatter { x, y, x_year, y_year, level, method, split, colour: None });
                    }
                }
            }
        }
    }
}

fn tables(asks: &mut Vec<Ask>, computed: &[&Indicator], i: usize) {
    let of = |step: usize| {
        let indicator = computed[(i + step) % computed.len()];
        let years = world().years(indicator);
        (indicator.id.clone(), *years.last().expect("a year"), years.first().copied())
    };
    let [one, two, three] = [0, 7, 16].map(of);
    let value = |of: &(String, i32, Option<i32>)| (of.0.clone(), of.1, None);
    let change = |of: &(String, i32, Option<i32>)| (of.0.clone(), of.1, of.2.filter(|from| *from < of.1));
    let columns = vec![value(&one), change(&one), value(&two), value(&three)];
    for (level, method) in made() {
        for only_selected in [false, true] {
            if method != Method::Max {
                asks.push(Ask::Table { columns: columns.clone(), level, method, only_selected });
            }
        }
    }
}
