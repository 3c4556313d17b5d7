//! What a time series shows, computed. Read by the printed figure and by the window.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Code, Date, Diagnostic, Level, Warned};
use crate::data::{Absence, Atlas, AtlasError, Bilingual, Method, Query, Table, Unit, Value};
use crate::document::{SeriesMode, SeriesSpec};

use super::super::change::difference;
use super::super::map_model::FigureError;
use super::words;

/// Up to so many units of a level are drawn as if each had been chosen, where none is.
const AS_CHOSEN: usize = 6;

/// More than these cannot be told apart, two rounds of colours as they are: they are drawn in grey.
pub const MOST_CHOSEN: usize = 16;

/// What a line is in its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineRole {
    /// One of those followed.
    Chosen,
    /// What they are set against.
    Benchmark,
    /// One of the others of a level.
    Context,
}

/// One territory over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Code.
    pub code: Code,
    /// Name.
    pub name: String,
    /// Level.
    pub level: Level,
    /// What it is in the figure.
    pub role: LineRole,
    /// What was observed, in the order of the model's dates.
    pub observed: Vec<Value>,
    /// What is drawn: the same, its difference from the base date, or its index.
    pub values: Vec<Value>,
}

/// The span of the Comuni of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Code of the group.
    pub code: Code,
    /// Name of the group.
    pub name: String,
    /// Level of the group.
    pub level: Level,
    /// How many Comuni it has.
    pub members: usize,
    /// The lowest and the highest of what is drawn of them, in the order of the model's dates; none where one
    /// of them is missing or withheld.
    pub extremes: Vec<Option<(f64, f64)>>,
}

/// A break of the series: values on its two sides are not comparable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesBreak {
    /// Position of the last date before it.
    pub after: usize,
    /// The dataset's remark.
    pub text: Bilingual,
}

/// The numbers of a time series.
#[derive(Clone, Debug)]
pub struct SeriesModel {
    /// The reference dates, ascending.
    pub dates: Vec<Date>,
    /// The lines: context, benchmarks, then the chosen in the order they were chosen.
    pub lines: Vec<Line>,
    /// The span of Comuni, where it is asked for.
    pub band: Option<Band>,
    /// Breaks of the series between two of the dates, in order.
    pub breaks: Vec<SeriesBreak>,
    /// Positions of the dates after which more than a year passes without values.
    pub gaps: Vec<usize>,
    /// The position of the date differences and indices start from; none for plain values.
    pub base: Option<usize>,
    /// Ids of the datasets the values come from, sorted.
    pub datasets: Vec<String>,
}

impl Line {
    /// The line as a list of dates and of what is drawn at each.
    pub fn points<'a>(&'a self, dates: &'a [Date]) -> impl Iterator<Item = (Date, Value)> + 'a {
        dates.iter().copied().zip(self.values.iter().copied())
    }
}

impl SeriesModel {
    /// Computes the lines.
    ///
    /// # Errors
    /// An unknown indicator or territory, or a base date without values. An indicator without a single value is
    /// no error: the figure says so.
    pub fn new(spec: &SeriesSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let indicator = atlas.indicator(&spec.indicator)?;
        let dates = atlas.dates(indicator);
        let base = match (spec.mode, spec.base) {
            (SeriesMode::Absolute, _) => None,
            (_, None) => (!dates.is_empty()).then_some(0),
            (_, Some(date)) => {
                let position = dates.iter().position(|known| *known == date);
                Some(position.ok_or_else(|| AtlasError::NoSuchDate {
                    indicator: spec.indicator.clone(),
                    date,
                    available: dates.clone(),
                })?)
            }
        };
        let mut tables = Tables { spec, atlas, dates: &dates, known: BTreeMap::new() };
        let mut lines = Vec::new();
        for (role, level, unit) in places(spec, atlas)? {
            let method = if role == LineRole::Benchmark { Method::Pooled } else { spec.method };
            let observed: Vec<Value> =
                tables.of(level, method)?.iter().map(|table| table.rows[unit].value).collect();
            let Unit { code, name, .. } = &atlas.territories.units(level)[unit];
            let values = drawn(spec.mode, base, &observed);
            lines.push(Line { code: code.clone(), name: name.clone(), level, role, observed, values });
        }
        let band = if spec.band { band(spec, base, atlas, &mut tables)? } else { None };
        let datasets: BTreeSet<String> =
            tables.known.values().flatten().flat_map(|table| table.datasets.iter().cloned()).collect();
        let datasets: Vec<String> = datasets.into_iter().collect();
        let gaps =
            (0..dates.len().saturating_sub(1)).filter(|&i| dates[i + 1] > dates[i].plus_years(1)).collect();
        let breaks = breaks(atlas, &datasets, &dates);
        let model = Self { dates, lines, band, breaks, gaps, base, datasets };
        let diagnostics: Vec<Diagnostic> = words::remarks(spec, &model, atlas);
        Ok(Warned { value: model, diagnostics })
    }

    /// Whether a line may go on from that date to the next: no break of the series and no missing year between.
    pub fn joins(&self, position: usize) -> bool {
        !self.gaps.contains(&position) && self.breaks.iter().all(|found| found.after != position)
    }

    /// The stretches of present values that may be joined, as positions of dates.
    pub fn runs<T>(&self, present: impl Fn(usize) -> Option<T>) -> Vec<Vec<(usize, T)>> {
        let mut runs: Vec<Vec<(usize, T)>> = Vec::new();
        let mut open = false;
        for i in 0..self.dates.len() {
            let Some(value) = present(i) else {
                open = false;
                continue;
            };
            match runs.last_mut() {
                Some(run) if open => run.push((i, value)),
                _ => runs.push(vec![(i, value)]),
            }
            open = self.joins(i);
        }
        runs
    }

    /// Whether a break lies between the base date and any other date.
    pub fn base_is_across_a_break(&self) -> bool {
        self.base.is_some() && !self.breaks.is_empty()
    }

    /// The lines of that role.
    pub fn of(&self, role: LineRole) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.role == role)
    }
}

/// Tables of every date, each computed once.
struct Tables<'a> {
    spec: &'a SeriesSpec,
    atlas: &'a Atlas,
    dates: &'a [Date],
    known: BTreeMap<(Level, &'static str), Vec<Table>>,
}

impl Tables<'_> {
    fn of(&mut self, level: Level, method: Method) -> Result<&[Table], FigureError> {
        let key = (level, method.id());
        if !self.known.contains_key(&key) {
            let indicator = &self.spec.indicator;
            let query = |date| Query { indicator: indicator.clone(), date, level, method };
            let tables: Result<Vec<Table>, AtlasError> =
                self.dates.iter().map(|date| self.atlas.compute(&query(*date))).collect();
            self.known.insert(key, tables?);
        }
        Ok(self.known.get(&key).map_or(&[], Vec::as_slice))
    }
}

/// The units drawn and as what, lowest first.
fn places(spec: &SeriesSpec, atlas: &Atlas) -> Result<Vec<(LineRole, Level, usize)>, FigureError> {
    let territories = &atlas.territories;
    let mut chosen: Vec<(Level, usize)> = Vec::new();
    for code in &spec.chosen {
        let place = territories.find(code).ok_or_else(|| FigureError::UnknownTerritory(code.clone()))?;
        if !chosen.contains(&place) {
            chosen.push(place);
        }
    }
    let mut context: Vec<(Level, usize)> = spec
        .level
        .iter()
        .flat_map(|&level| (0..territories.units(level).len()).map(move |unit| (level, unit)))
        .filter(|place| !chosen.contains(place))
        .collect();
    if chosen.is_empty() && context.len() <= AS_CHOSEN {
        chosen = std::mem::take(&mut context);
    }
    let mut benchmarks: Vec<(Level, usize)> = Vec::new();
    for &level in &spec.benchmarks {
        let membership = territories.membership(level);
        let members = chosen.iter().flat_map(|&(level, unit)| &territories.units(level)[unit].members);
        let mut units: Vec<usize> = members.filter_map(|&i| Some(membership[i]? as usize)).collect();
        if chosen.is_empty() {
            // With nothing chosen only the one whole can be a benchmark.
            units.extend((territories.units(level).len() == 1).then_some(0));
        }
        units.sort_unstable();
        units.dedup();
        // A whole has no ASST of its own: all of them would be no benchmark.
        let is_one_each = units.len() <= chosen.len().max(1);
        let places = units.into_iter().map(|unit| (level, unit));
        benchmarks.extend(
            places
                .filter(|p| is_one_each && !chosen.contains(p) && !benchmarks.contains(p))
                .collect::<Vec<_>>(),
        );
    }
    context.retain(|place| !benchmarks.contains(place));
    if chosen.len() > MOST_CHOSEN {
        context.append(&mut chosen);
    }
    let tagged = |role, places: Vec<(Level, usize)>| places.into_iter().map(move |(l, u)| (role, l, u));
    Ok(tagged(LineRole::Context, context)
        .chain(tagged(LineRole::Benchmark, benchmarks))
        .chain(tagged(LineRole::Chosen, chosen))
        .collect())
}

/// What is drawn of a territory's values.
fn drawn(mode: SeriesMode, base: Option<usize>, observed: &[Value]) -> Vec<Value> {
    let Some(base) = base.and_then(|i| observed.get(i)).copied() else { return observed.to_vec() };
    let one = |value: Value| match mode {
        SeriesMode::Absolute => value,
        SeriesMode::Change => difference(value, base),
        SeriesMode::Base100 => {
            difference(value, base)?;
            match (value, base) {
                // An index of nothing, or of a negative number, says nothing.
                (Ok(value), Ok(base)) if base > 0.0 => Ok(100.0 * value / base),
                _ => Err(Absence::NotApplicable),
            }
        }
    };
    observed.iter().map(|value| one(*value)).collect()
}

/// The group whose Comuni the band spans: the first chosen one, or the Ambito of the first chosen Comune.
fn band_group(spec: &SeriesSpec, atlas: &Atlas) -> Option<(Level, usize)> {
    let territories = &atlas.territories;
    let found: Vec<(Level, usize)> = spec.chosen.iter().filter_map(|code| territories.find(code)).collect();
    let group = found.iter().copied().find(|(level, _)| *level == Level::Ambiti);
    let group = group.or_else(|| found.iter().copied().find(|(level, _)| *level != Level::Comuni));
    group.or_else(|| {
        let (_, comune) = found.first()?;
        let ambito = &territories.comuni()[*comune].ambito.0;
        Some((Level::Ambiti, territories.position(Level::Ambiti, ambito)?))
    })
}

fn band(
    spec: &SeriesSpec,
    base: Option<usize>,
    atlas: &Atlas,
    tables: &mut Tables<'_>,
) -> Result<Option<Band>, FigureError> {
    let Some((level, unit)) = band_group(spec, atlas) else { return Ok(None) };
    let group = &atlas.territories.units(level)[unit];
    // One Comune spans nothing.
    if group.members.len() < 2 {
        return Ok(None);
    }
    let tables = tables.of(Level::Comuni, Method::Pooled)?;
    let members: Vec<Vec<Value>> = group
        .members
        .iter()
        .map(|&i| {
            let observed: Vec<Value> = tables.iter().map(|table| table.rows[i].value).collect();
            drawn(spec.mode, base, &observed)
        })
        .collect();
    let extremes =
        (0..tables.len()).map(|date| extremes(members.iter().map(|values| values[date]))).collect();
    let Unit { code, name, members } = group;
    Ok(Some(Band { code: code.clone(), name: name.clone(), level, members: members.len(), extremes }))
}

/// Lowest and highest, by the rule of [`Method::Min`]: where the figure has no meaning a member does not count,
/// and one that is missing or withheld might have been either.
fn extremes(values: impl Iterator<Item = Value>) -> Option<(f64, f64)> {
    let mut found: Option<(f64, f64)> = None;
    for value in values {
        match value {
            Ok(x) => found = Some(found.map_or((x, x), |(low, high): (f64, f64)| (low.min(x), high.max(x)))),
            Err(Absence::NotApplicable) => {}
            Err(_) => return None,
        }
    }
    found
}

/// The breaks between two of the dates, each once.
fn breaks(atlas: &Atlas, datasets: &[String], dates: &[Date]) -> Vec<SeriesBreak> {
    let used = atlas.datasets.iter().filter(|dataset| datasets.contains(&dataset.meta.id));
    let mut found: Vec<SeriesBreak> = Vec::new();
    for note in used.flat_map(|dataset| &dataset.meta.notes).filter(|note| note.is_break) {
        let Some(date) = note.date else { continue };
        let next = dates.partition_point(|known| *known < date);
        if next == 0 || next == dates.len() {
            continue;
        }
        let new = SeriesBreak { after: next - 1, text: note.text.clone() };
        if !found.contains(&new) {
            found.push(new);
        }
    }
    found.sort_by_key(|found| found.after);
    found
}
