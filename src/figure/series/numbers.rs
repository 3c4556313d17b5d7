//! What a time series shows: its numbers, however they were computed.

use crate::base::{Code, Level};
use crate::data::{Bilingual, Bounds, Graded, Quality, Reference, Value};

/// Up to so many units of a level are drawn as if each had been chosen, where none is.
pub(super) const AS_SELECTED: usize = 8;

/// More than these cannot be told apart, two rounds of colours as they are: they are drawn in grey.
pub const MOST_SELECTED: usize = 16;

/// What a line is in its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineRole {
    /// One of those followed.
    Selected,
    /// What they are set against.
    Benchmark,
    /// One of the others of a level.
    Context,
}

/// One territory over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub code: Code,
    pub name: String,
    /// Level; none for what is larger than all of them.
    pub level: Option<Level>,
    /// What it is in the figure.
    pub role: LineRole,
    /// The published indicator its values are printed in; none for computed ones.
    pub published: Option<String>,
    /// Where the references its source has stand among the model's, ascending.
    pub at: Vec<usize>,
    /// What was observed at each.
    pub observed: Vec<Value>,
    /// How far the sources stand by each of those.
    pub qualities: Vec<Quality>,
    /// Between what each lies, where not all it is made of is known.
    pub bounds: Vec<Bounds>,
    /// What is drawn: the same, its difference from the base, or its index.
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
    /// The lowest and the highest of what is drawn of them, in the order of [`SeriesModel::own`]; none where one
    /// of them is missing or withheld.
    pub extremes: Vec<Option<(f64, f64)>>,
}

/// A break of the series: values on its two sides are not comparable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesBreak {
    /// Position of the last reference before it.
    pub after: usize,
    pub text: Bilingual,
}

/// The numbers of a time series.
#[derive(Clone, Debug)]
pub struct SeriesModel {
    /// Everything the lines have values for, ascending.
    pub references: Vec<Reference>,
    /// Where those of the indicator itself stand among them; others come from areas set against it.
    pub own: Vec<usize>,
    /// The lines: context, benchmarks, then the chosen in the order they were chosen.
    pub lines: Vec<Line>,
    /// The span of Comuni, where it is asked for.
    pub band: Option<Band>,
    /// Breaks of the series between two of its own references, in order.
    pub breaks: Vec<SeriesBreak>,
    /// Positions of its own references after which more than a year passes without values.
    pub gaps: Vec<usize>,
    /// The position of the reference differences and indices start from; none for plain values.
    pub base: Option<usize>,
    /// Where they start in each stretch between breaks, ascending: at [`base`](Self::base) in its own, and in the others at
    /// their first reference, because values do not compare across a break.
    pub bases: Vec<usize>,
    /// Ids of the datasets the values come from, sorted.
    pub datasets: Vec<String>,
    /// Territories and areas asked for that the table does not name.
    pub unlisted: Vec<String>,
    /// Names of areas that are not drawn beside the others because they have no value at the base.
    pub without_base: Vec<String>,
    /// Whether Comuni and Ambiti stand side by side: some share their name.
    pub(super) mixed: bool,
}

impl Line {
    /// The line as a list of references and of what is drawn at each.
    pub fn points<'a>(
        &'a self,
        references: &'a [Reference],
    ) -> impl DoubleEndedIterator<Item = (Reference, Value)> + 'a {
        self.at.iter().map(|&i| references[i]).zip(self.values.iter().copied())
    }

    /// How far the sources stand by what was observed at that position of the model's references.
    pub fn quality_at(&self, position: usize) -> Quality {
        let found = self.at.binary_search(&position).ok();
        found.and_then(|i| self.qualities.get(i)).copied().unwrap_or_default()
    }

    /// What was observed at that position of the model's references.
    pub fn observed_at(&self, position: usize) -> Option<Value> {
        self.observed.get(self.at.binary_search(&position).ok()?).copied()
    }
}

/// The values of a line before they are put on the model's axis of time.
pub(super) struct Observed {
    pub code: Code,
    pub name: String,
    pub level: Option<Level>,
    pub role: LineRole,
    pub published: Option<String>,
    pub values: Vec<(Reference, Value)>,
    pub qualities: Vec<Quality>,
    pub bounds: Vec<Bounds>,
}

impl SeriesModel {
    /// Whether a line may go on from one position to a later one: no break of the series and no missing year
    /// between.
    pub fn joins(&self, from: usize, to: usize) -> bool {
        !is_over_a_year(self.references[from], self.references[to])
            && self.breaks.iter().all(|found| !(from..to).contains(&found.after))
    }

    /// The stretches of present values that may be joined, each with its position among the references. `at`
    /// holds the positions, and `present` gives the value for a place in it.
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

    /// The stretches of a line.
    pub fn runs_of(&self, line: &Line) -> Vec<Vec<(usize, f64)>> {
        self.runs(&line.at, |i| line.values[i].ok())
    }

    /// What was observed at a position of the references, of every line, and how far the sources stand by it.
    pub fn graded(&self, position: usize) -> Vec<Graded> {
        let of = |line: &Line| {
            let i = line.at.binary_search(&position).ok()?;
            Some((*line.observed.get(i)?, *line.qualities.get(i)?))
        };
        self.lines.iter().filter_map(of).collect()
    }

    /// The reference of its own that follows the one at that position.
    pub fn own_after(&self, position: usize) -> usize {
        self.own.iter().copied().find(|own| *own > position).unwrap_or(position)
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

    /// Whether differences and indices start anew after a break.
    pub fn starts_anew(&self) -> bool {
        self.bases.len() > 1
    }

    /// The first position that compares with the last: the one after the last break.
    pub fn comparable_from(&self) -> usize {
        self.breaks.iter().map(|found| found.after + 1).max().unwrap_or(0)
    }

    /// The base of what stands at a position: the one with no break between.
    pub fn base_of(&self, position: usize) -> Option<usize> {
        let stretch = |position: usize| self.breaks.iter().filter(|found| found.after < position).count();
        self.bases.iter().copied().find(|base| stretch(*base) == stretch(position))
    }

    /// The lines of that role.
    pub fn of(&self, role: LineRole) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.role == role)
    }
}

/// Whether values are missing between the two: they are more than a year apart.
pub(super) fn is_over_a_year(from: Reference, to: Reference) -> bool {
    to.day_on_axis() > from.day_on_axis().plus_years(1)
}
