//! The numbers of a time series, and how to look them up.

use crate::base::{Code, Level};
use crate::data::{Bilingual, Bounds, Graded, Limited, Period, Quality, Reference, Value};

/// With no selection, up to this many units of a level are drawn as if selected.
pub(super) const AS_SELECTED: usize = 8;

/// Decimals of an index.
pub(super) const INDEX_DECIMALS: usize = 1;

/// More lines than this, which is two rounds of colours, cannot be distinguished: they are drawn in grey.
pub const MOST_SELECTED: usize = 16;

/// The role of a line in its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineRole {
    /// A territory that is followed.
    Selected,
    /// A benchmark for them.
    Benchmark,
    /// Another unit of a level.
    Context,
}

/// One territory over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub code: Code,
    pub name: String,
    /// Level; `None` for areas beyond all levels.
    pub level: Option<Level>,
    pub role: LineRole,
    /// The published indicator its values come from; `None` for computed ones.
    pub published: Option<String>,
    /// The positions of its source's references among those of the model, ascending.
    pub at: Vec<usize>,
    /// The observed value at each.
    pub observed: Vec<Value>,
    /// The status the sources give to each of those.
    pub qualities: Vec<Quality>,
    /// The limits of each, where some of its parts are withheld.
    pub bounds: Vec<Bounds>,
    /// Whether some drawn value rests on one that is not fully known.
    pub is_limited: bool,
    /// The drawn values: the observed ones, their differences from the base, or their indices.
    pub values: Vec<Value>,
    /// The last year that does not compare with the later ones, where that is so of this line alone.
    pub parts_after: Option<i16>,
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
    /// The lowest and the highest drawn value of its Comuni, in the order of [`SeriesModel::own`]; `None` where one
    /// of them is missing or withheld.
    pub extremes: Vec<Option<(f64, f64)>>,
}

/// A break of the series: values before and after are not comparable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesBreak {
    /// Position of the last reference before it.
    pub after: usize,
    pub text: Bilingual,
}

/// The numbers of a time series.
#[derive(Clone, Debug)]
pub struct SeriesModel {
    /// All references for which lines have values, ascending.
    pub references: Vec<Reference>,
    /// The positions of the indicator's own references among them; the others come from benchmark areas.
    pub own: Vec<usize>,
    /// The lines: context, benchmarks, then selected ones in the order of the selection.
    pub lines: Vec<Line>,
    /// The span of Comuni, if asked for.
    pub band: Option<Band>,
    /// Breaks of the series between two of its own references, in order.
    pub breaks: Vec<SeriesBreak>,
    /// For each reference the stretch of the series it is in: values compare within a stretch only, which may go on
    /// after some dates that are off the series.
    pub(super) stretches: Vec<usize>,
    /// Positions of its own references that are followed by more than a year without values.
    pub gaps: Vec<usize>,
    /// The position of the reference that differences and indices start from; `None` for plain values.
    pub base: Option<usize>,
    /// Their start in each stretch between breaks, ascending: at [`base`](Self::base) in its own, and at the first
    /// reference in the others, because values are not comparable across a break.
    pub bases: Vec<usize>,
    /// Ids of the datasets the values come from, sorted.
    pub datasets: Vec<String>,
    /// Requested territories and areas that the table does not contain.
    pub unlisted: Vec<String>,
    /// Names of areas that are not drawn because they have no value at the base.
    pub without_base: Vec<String>,
    /// Names of areas not compared with, which have another base.
    pub(super) other_base: Vec<String>,
    /// Names of selected areas with another base than the first of them.
    pub(super) mixed_bases: Vec<String>,
    /// Positions at which the ATS has no value, and lines relative to it have none.
    pub(super) without_ats: Vec<usize>,
    /// What the values of the indicator itself refer to.
    pub(super) period: Period,
    /// Whether Comuni and Ambiti are shown together: some share their names.
    pub(super) mixed: bool,
}

impl Line {
    /// The references of a line, with the drawn value at each.
    pub fn points<'a>(
        &'a self,
        references: &'a [Reference],
    ) -> impl DoubleEndedIterator<Item = (Reference, Value)> + 'a {
        self.at.iter().map(|&i| references[i]).zip(self.values.iter().copied())
    }

    /// The status the sources give to the observed value at a position of the model's references.
    pub(crate) fn quality_at(&self, position: usize) -> Quality {
        let found = self.at.binary_search(&position).ok();
        found.and_then(|i| self.qualities.get(i)).copied().unwrap_or_default()
    }

    /// An observed value by its number along the line, and between what it lies.
    pub(crate) fn limited(&self, i: usize) -> Limited {
        (self.observed[i], self.bounds.get(i).copied().flatten())
    }

    /// The first and the last of its observed values from a position on, by their numbers along the line; the same twice
    /// if there is only one.
    pub(super) fn ends(&self, from: usize) -> Option<[usize; 2]> {
        let start = self.at.partition_point(|at| *at < from);
        let is_there = |i: &usize| self.observed[*i].is_ok();
        let mut present = (start..self.observed.len()).filter(is_there);
        let first = present.next()?;
        Some([first, present.next_back().unwrap_or(first)])
    }

    /// The observed value at a position of the model's references.
    pub(crate) fn observed_at(&self, position: usize) -> Option<Value> {
        self.observed.get(self.at.binary_search(&position).ok()?).copied()
    }
}

/// The values of a line before they are put on the time axis of the model.
pub(super) struct Observed {
    pub code: Code,
    pub name: String,
    pub level: Option<Level>,
    pub role: LineRole,
    pub published: Option<String>,
    pub values: Vec<(Reference, Value)>,
    pub qualities: Vec<Quality>,
    pub bounds: Vec<Bounds>,
    pub parts_after: Option<i16>,
}

impl SeriesModel {
    /// Whether a line may connect one position with a later one: no break of the series and no missing year in
    /// between.
    pub(crate) fn joins(&self, from: usize, to: usize) -> bool {
        !is_over_a_year(self.period, [from, to].map(|at| self.references[at]))
            && self.breaks.iter().all(|found| !(from..to).contains(&found.after))
    }

    /// Whether nothing can be drawn because the ATS, which lines are relative to, has no value at any date, though some line has.
    pub(crate) fn lacks_ats(&self) -> bool {
        let has_value =
            |line: &Line| line.level != Some(Level::Ats) && line.observed.iter().any(Result::is_ok);
        !self.without_ats.is_empty()
            && self.own.iter().all(|position| self.without_ats.contains(position))
            && self.lines.iter().any(has_value)
    }

    /// The runs of present values that a line may connect, each value with its position among the references. `at`
    /// holds the positions, and `present` returns the value for an index into it.
    pub fn runs<T>(&self, at: &[usize], present: impl Fn(usize) -> Option<T>) -> Vec<Vec<(usize, T)>> {
        let mut runs: Vec<Vec<(usize, T)>> = Vec::new();
        let mut open = None;
        for (i, &position) in at.iter().enumerate() {
            let Some(value) = present(i) else {
                open = None;
                continue;
            };
            match runs.last_mut() {
                Some(run) if open.is_some_and(|last| self.joins(last, position)) => {
                    run.push((position, value));
                }
                _ => runs.push(vec![(position, value)]),
            }
            open = Some(position);
        }
        runs
    }

    pub fn runs_of(&self, line: &Line) -> Vec<Vec<(usize, f64)>> {
        let runs = self.runs(&line.at, |i| line.values[i].ok());
        let Some(year) = line.parts_after else { return runs };
        let parted = |run: Vec<(usize, f64)>| {
            let is_before = |(at, _): &(usize, f64)| self.references[*at].year() <= year;
            let (before, after): (Vec<_>, Vec<_>) = run.into_iter().partition(is_before);
            [before, after].into_iter().filter(|part| !part.is_empty())
        };
        runs.into_iter().flat_map(parted).collect()
    }

    /// Whether the years of a line at two positions do not compare, though those of other lines do.
    pub(crate) fn is_parted(&self, line: &Line, [from, to]: [Reference; 2]) -> bool {
        line.parts_after.is_some_and(|year| from.year() <= year && year < to.year())
    }

    /// The observed values of every line at a position of the references, with the status the sources give to them.
    pub fn graded(&self, position: usize) -> Vec<Graded> {
        let of = |line: &Line| {
            let i = line.at.binary_search(&position).ok()?;
            Some((*line.observed.get(i)?, *line.qualities.get(i)?))
        };
        self.lines.iter().filter_map(of).collect()
    }

    /// The indicator's own reference after a position.
    pub(crate) fn own_after(&self, position: usize) -> usize {
        self.own.iter().copied().find(|own| *own > position).unwrap_or(position)
    }

    /// What the values at a position are said to refer to.
    pub fn stated(&self, position: usize) -> Reference {
        let at = self.references[position];
        if self.own.contains(&position) { self.period.of(at) } else { at }
    }

    /// The references of the indicator itself.
    pub fn own_references(&self) -> Vec<Reference> {
        self.own.iter().map(|&i| self.references[i]).collect()
    }

    /// Whether most of its values come within a year of the one before: of what is counted now and then, such as elections, none
    /// is missing between two dates.
    pub fn is_yearly(&self) -> bool {
        self.gaps.len() * 2 < self.own.len().saturating_sub(1)
    }

    /// The bases that something is counted from: a date off the series, between others, stands alone.
    pub(crate) fn counted_from(&self) -> Vec<usize> {
        let off: Vec<usize> = self.off_series().collect();
        self.bases.iter().copied().filter(|base| !off.contains(base)).collect()
    }

    /// Whether differences and indices restart after a break.
    pub(crate) fn starts_anew(&self) -> bool {
        self.counted_from().len() > 1
    }

    /// Whether values at two positions are in one stretch of the series.
    pub(crate) fn compares(&self, one: usize, other: usize) -> bool {
        self.stretches[one] == self.stretches[other]
    }

    /// The first position comparable with the indicator's last reference.
    pub(crate) fn comparable_from(&self) -> usize {
        let last = self.own.last().copied().unwrap_or_default();
        (0..last).find(|first| self.compares(*first, last)).unwrap_or(last)
    }

    /// The indicator's own references that are off the series, between others that are not.
    pub(crate) fn off_series(&self) -> impl Iterator<Item = usize> {
        let (first, last) = (self.comparable_from(), self.own.last().copied().unwrap_or_default());
        self.own.iter().copied().filter(move |own| *own > first && !self.compares(*own, last))
    }

    /// The base for a position: the one in its stretch.
    pub fn base_of(&self, position: usize) -> Option<usize> {
        self.bases.iter().copied().find(|base| self.compares(*base, position))
    }

    /// The lines with this role.
    pub fn of(&self, role: LineRole) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.role == role)
    }
}

/// Whether values are missing between the two, because they are more than a year apart. Of two spans of years nothing is missing
/// where the second begins no later than when the first ends.
pub(in crate::figure) fn is_over_a_year(period: Period, [from, to]: [Reference; 2]) -> bool {
    if let (Reference::Years(_, last), Reference::Years(first, _)) = (period.of(from), period.of(to)) {
        return first > last + 1;
    }
    to.day_on_axis() > from.day_on_axis().plus_years(1)
}
