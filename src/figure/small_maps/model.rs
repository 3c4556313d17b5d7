//! The numbers of small maps. Used by both the printed figure and the window.

use std::ops::Range;

use crate::base::{Date, Level};
use crate::data::{Absence, Atlas, Bilingual, Method, Quality, Query, Reference, Scale};
use crate::document::{IndicatorAt, Many, MapSpec, Representation, SmallMapsOf, SmallMapsSpec};
use crate::figure::FigureError;
use crate::figure::map::MapModel;
use crate::figure::map::kinds::change::breaks_between;
use crate::figure::map::kinds::values_at_dates;
use crate::figure::quality;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::Sources;
use crate::stats::classes::Intervals;

/// One of the maps.
#[derive(Clone, Debug)]
pub struct SmallMap {
    pub of: IndicatorAt,
    /// What its values are said to refer to.
    pub at: Reference,
    /// The large map of the same.
    pub spec: MapSpec,
    pub map: MapModel,
    /// How the series breaks between the map before and this one.
    pub breaks: Vec<Bilingual>,
}

impl SmallMap {
    /// How many units have a value.
    pub fn present(&self) -> usize {
        self.map.table.present().count()
    }

    /// The quality of all its values; `None` where they differ.
    pub fn quality(&self) -> Option<Quality> {
        quality::of_table(&self.map.table)
    }
}

/// How many units change their class between two maps of the same classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassMoves {
    pub up: usize,
    pub down: usize,
    pub same: usize,
    /// Without a value on one of the two.
    pub unknown: usize,
}

/// The numbers of small maps.
#[derive(Clone, Debug)]
pub struct SmallMapsModel {
    /// The maps, by date or as they are listed.
    pub maps: Vec<SmallMap>,
    /// Whether they are one indicator at several dates, with the same classes.
    pub share_classes: bool,
    /// The years between the first and the last date without a date, as spans.
    pub gaps: Vec<(i16, i16)>,
    /// The dates that the indicator has and nobody asked for.
    pub left_out: Vec<Date>,
    /// The value of the ATS at the first and the last date at which there are values, pooled.
    pub ats: Option<[(Date, f64); 2]>,
    /// How units move from class to class between those two dates; `None` where they do not compare.
    pub moves: Option<ClassMoves>,
    /// Ids of the datasets the values come from, sorted.
    pub datasets: Vec<String>,
}

impl SmallMapsModel {
    /// Computes the maps.
    ///
    /// # Errors
    /// An unknown indicator or date; more maps than are drawn.
    pub fn new(spec: &SmallMapsSpec, sources: Sources<'_>) -> Result<Warned<Self>, FigureError> {
        match &spec.of {
            SmallMapsOf::Dates { indicator, dates } => of_dates(spec, indicator, dates, sources.atlas),
            SmallMapsOf::Indicators(all) => of_indicators(spec, all, sources),
        }
    }

    /// The maps of a page, with what its texts speak of.
    pub(super) fn of_part(&self, remarks: &[Remark], shown: Range<usize>) -> Warned<Self> {
        let maps = self.maps[shown].to_vec();
        let ends = ends(&maps).filter(|_| self.moves.is_some());
        let moves = ends.and_then(|[a, b]| class_moves(&maps[a..=b]));
        let (gaps, left_out) = (self.gaps.clone(), self.left_out.clone());
        let is_of_all =
            |remark: &&Remark| !matches!(remark, Remark::EmptyMaps { .. } | Remark::SeriesBreakAt { .. });
        let remarks = remarks.iter().filter(is_of_all).cloned().collect();
        let part = Self { moves, gaps, left_out, ..of_maps(maps, self.share_classes) };
        let mut part = finished(part, remarks);
        // The last page may have a single map, which is not the only one.
        part.remarks.retain(|remark| *remark != Remark::OneMap || self.maps.len() == 1);
        part
    }

    /// The maps on which no unit has a value.
    pub fn empty(&self) -> impl Iterator<Item = &SmallMap> {
        self.maps.iter().filter(|map| map.present() == 0)
    }

    /// Whether values are drawn as circles.
    pub fn has_circles(&self) -> bool {
        self.maps.iter().any(|map| map.spec.representation == Representation::Symbols)
    }

    /// The reasons for missing values that occur.
    pub fn absences(&self) -> Vec<Absence> {
        let occurs = |reason: &Absence| self.maps.iter().any(|map| map.map.absent(*reason) > 0);
        Absence::ALL.into_iter().filter(occurs).collect()
    }

    /// The model whose classes are in the legend of all maps: its outermost edges are the smallest and the largest value on any of
    /// them.
    pub fn legend(&self) -> Option<MapModel> {
        let classed: Vec<&MapModel> =
            self.maps.iter().map(|map| &map.map).filter(|map| map.classes.is_some()).collect();
        let mut first = (*classed.first()?).clone();
        let ends = classed.iter().filter_map(|map| map.rounded.as_ref().map(|(_, edges)| edges));
        if let Some((decimals, edges)) = first.rounded.take() {
            let mut uppers = edges.uppers().to_vec();
            let (mut low, mut high) = (edges.lower(), uppers.last().copied().unwrap_or(edges.lower()));
            for other in ends {
                low = low.min(other.lower());
                high = other.uppers().last().copied().map_or(high, |upper| high.max(upper));
            }
            if let Some(last) = uppers.last_mut() {
                *last = high;
            }
            first.rounded = Some((decimals, Intervals::new(low, uppers)));
        }
        Some(first)
    }
}

fn of_dates(
    spec: &SmallMapsSpec,
    id: &str,
    dates: &[Date],
    atlas: &Atlas,
) -> Result<Warned<SmallMapsModel>, FigureError> {
    let indicator = atlas.indicator(id)?;
    let all = atlas.dates(indicator);
    let mut dates = if dates.is_empty() { all.clone() } else { dates.to_vec() };
    dates.sort();
    dates.dedup();
    Many::Maps.check(dates.len())?;
    let at = |date: Date| IndicatorAt { indicator: id.to_owned(), date };
    let Some(first) = dates.first() else { return Ok(nothing(true)) };
    let map = spec.map(&at(*first), atlas);
    let made = values_at_dates(&map, &dates, atlas)?;
    let mut remarks = Vec::new();
    let mut maps: Vec<SmallMap> = Vec::new();
    for (date, Warned { value: model, remarks: own }) in dates.iter().zip(made) {
        remarks.extend(own.into_iter().filter(is_of_all));
        let breaks = match maps.last() {
            Some(before) => {
                let mut datasets = before.map.table.datasets.clone();
                datasets.extend(model.table.datasets.iter().cloned());
                breaks_between(&datasets, before.of.date, *date, atlas)
            }
            None => Vec::new(),
        };
        let spec = MapSpec { date: *date, ..map.clone() };
        let of = at(*date);
        maps.push(SmallMap { of, at: indicator.period.of((*date).into()), spec, map: model, breaks });
    }
    let (first, last) = (dates[0].year(), dates[dates.len() - 1].year());
    let gaps = spans((first..=last).filter(|year| !all.iter().any(|date| date.year() == *year)));
    let left_out = all.into_iter().filter(|date| !dates.contains(date)).collect();
    let ends = ends(&maps);
    let of_ats = |map: &SmallMap| {
        let query = Query { level: Level::Ats, method: Method::Pooled, ..map.spec.query() };
        let value = atlas.compute(&query).ok()?.rows.first()?.value.ok()?;
        Some((map.of.date, value))
    };
    let compares = !indicator.kind.has_steps() && spec.level != Level::Ats;
    let ats = ends.filter(|_| compares).and_then(|[a, b]| Some([of_ats(&maps[a])?, of_ats(&maps[b])?]));
    let moves = ends.filter(|_| indicator.kind.scale() >= Scale::Order);
    let moves = moves.and_then(|[a, b]| class_moves(&maps[a..=b]));
    Ok(finished(SmallMapsModel { ats, moves, gaps, left_out, ..of_maps(maps, true) }, remarks))
}

fn of_indicators(
    spec: &SmallMapsSpec,
    all: &[IndicatorAt],
    sources: Sources<'_>,
) -> Result<Warned<SmallMapsModel>, FigureError> {
    let mut shown: Vec<&IndicatorAt> = Vec::new();
    for one in all {
        if !shown.contains(&one) {
            shown.push(one);
        }
    }
    let mut maps = Vec::new();
    for one in shown {
        let map = spec.map(one, sources.atlas);
        let Warned { value: model, .. } = MapModel::new(&map, sources)?;
        let at = sources.atlas.indicator(&one.indicator)?.period.of(one.date.into());
        maps.push(SmallMap { of: one.clone(), at, spec: map, map: model, breaks: Vec::new() });
    }
    Ok(finished(of_maps(maps, false), Vec::new()))
}

/// Whether a remark on one map holds for all: what is missing is said of each, and a class may be empty on one.
fn is_of_all(remark: &Remark) -> bool {
    !matches!(remark, Remark::AbsentValues { .. } | Remark::NoValues | Remark::EmptyClass | Remark::Constant)
}

fn nothing(share_classes: bool) -> Warned<SmallMapsModel> {
    finished(of_maps(Vec::new(), share_classes), Vec::new())
}

fn of_maps(maps: Vec<SmallMap>, share_classes: bool) -> SmallMapsModel {
    let mut datasets: Vec<String> = maps.iter().flat_map(|map| map.map.table.datasets.clone()).collect();
    datasets.sort();
    datasets.dedup();
    SmallMapsModel {
        maps,
        share_classes,
        gaps: Vec::new(),
        left_out: Vec::new(),
        ats: None,
        moves: None,
        datasets,
    }
}

/// The same with its remarks, each once.
fn finished(model: SmallMapsModel, all: Vec<Remark>) -> Warned<SmallMapsModel> {
    let mut remarks: Vec<Remark> = Vec::new();
    let broken = model.maps.iter().flat_map(|map| map.breaks.iter().map(|what| (map.at, what)));
    let broken = broken.map(|(at, what)| Remark::SeriesBreakAt { at, what: what.clone() });
    for remark in all.into_iter().chain(broken) {
        if !remarks.contains(&remark) {
            remarks.push(remark);
        }
    }
    let empty = model.empty().count();
    if empty == model.maps.len() {
        remarks.push(Remark::NoValues);
    } else if empty > 0 {
        remarks.push(Remark::EmptyMaps { count: empty });
    }
    if model.share_classes && model.maps.len() == 1 {
        remarks.push(Remark::OneMap);
    }
    Warned { value: model, remarks }
}

/// The first and the last of several maps with values.
fn ends(maps: &[SmallMap]) -> Option<[usize; 2]> {
    let has_values = |map: &SmallMap| map.present() > 0;
    let (first, last) = (maps.iter().position(has_values)?, maps.iter().rposition(has_values)?);
    (first < last).then_some([first, last])
}

/// How units move between the classes of the first and the last of several maps; `None` where the series breaks between them.
fn class_moves(maps: &[SmallMap]) -> Option<ClassMoves> {
    let (first, last) = (maps.first()?, maps.last()?);
    // Circles have no classes.
    let is_classed = first.spec.representation == Representation::Choropleth;
    if !is_classed || maps[1..].iter().any(|map| !map.breaks.is_empty()) {
        return None;
    }
    let mut moves = ClassMoves::default();
    for (before, now) in first.map.class_of.iter().zip(&last.map.class_of) {
        match (before, now) {
            (Ok(before), Ok(now)) if before < now => moves.up += 1,
            (Ok(before), Ok(now)) if before > now => moves.down += 1,
            (Ok(_), Ok(_)) => moves.same += 1,
            _ => moves.unknown += 1,
        }
    }
    Some(moves)
}

/// Years in a row as spans.
fn spans(years: impl Iterator<Item = i16>) -> Vec<(i16, i16)> {
    let mut spans: Vec<(i16, i16)> = Vec::new();
    for year in years {
        match spans.last_mut().filter(|(_, last)| *last + 1 == year) {
            Some((_, last)) => *last = year,
            None => spans.push((year, year)),
        }
    }
    spans
}
