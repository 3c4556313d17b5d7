//! Which rows of a ranking fit on its page.

use crate::base::Rgb;
use crate::data::Absence;
use crate::figure::page::style::Sizes;

use super::model::{Entry, RankingModel};

/// Height of a gap, in rows.
pub const GAP: f64 = 0.75;
/// Height of the tightest row, in sizes of its smallest type.
const CLOSEST: f64 = 1.22;
/// A list that must be folded anyway has rows of at least this height, in sizes of the legend's type: fewer rows that can be
/// read say more than many that cannot.
const COMFORTABLE: f64 = 1.22;
/// How many of the lowest rows end a folded list, at most one in so many; and the top ones are at least one in so many.
const LOWEST: usize = 5;
const LOWEST_IN: usize = 7;
const TOP_IN: usize = 4;
/// Height of the loosest row, in sizes of the legend's type.
const WIDEST: f64 = 4.6;
/// The most units without a value that are listed one by one; more are counted.
const ONE_BY_ONE: usize = 6;

/// The settings for a ranking in the window.
pub struct OnScreen<'a> {
    /// Width of the panel.
    pub width: f64,
    /// Size of the type.
    pub size: f64,
    /// Height of a row.
    pub row: f64,
    /// The colour of a unit on the map beside it, by its position at the level; `None` where no map shows what is
    /// ranked.
    pub colour_of: &'a dyn Fn(usize) -> Option<Rgb>,
}

/// The positions of the parts, from the top. Rows follow one another without gaps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Places {
    /// The name of the overall value and the column headers.
    pub head: [f64; 2],
    /// The first row with a value.
    pub rows: f64,
    /// The numbers of the axis.
    pub foot: [f64; 2],
    /// The first row without a value.
    pub absent: f64,
    pub height: f64,
}

/// A line for units without a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AbsentLine {
    /// The territory at that position of [`RankingModel::absent`].
    One(usize),
    /// This many units, for this reason.
    Many(usize, Absence),
}

/// The rows shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// How many of the top rows.
    pub first: usize,
    /// How many of the lowest rows, where the list is folded in the middle.
    pub last: usize,
    /// Rows and gaps, from the highest.
    pub entries: Vec<Entry>,
    /// The units without a value.
    pub absent: Vec<AbsentLine>,
    /// Height of a row.
    pub row: f64,
    /// Selected rows that did not fit.
    pub left_out: usize,
}

impl Shown {
    /// As many of the top rows as asked for and fit into this height, and all selected ones; where all are asked for and do not
    /// fit, the list is folded and ends with the lowest ones. `None` where not even one row fits.
    pub fn new(model: &RankingModel, top: Option<usize>, height: f64, sizes: Sizes) -> Option<Self> {
        let closest = sizes.label * CLOSEST;
        let room = height / closest;
        let absent = absent_lines(model);
        if top.is_none() && rows_of(&model.entries(model.rows.len()), &absent) > room {
            let roomy = height / (sizes.legend * COMFORTABLE);
            if let Some(folded) = Self::folded(model, absent.clone(), roomy, height) {
                return Some(folded);
            }
        }
        let asked = top.unwrap_or(model.rows.len()).min(model.rows.len());
        let fits = |entries: &[Entry]| rows_of(entries, &absent) <= room;
        let mut first = asked;
        let mut entries = model.entries(first);
        while first > 0 && !fits(&entries) {
            first -= 1;
            entries = model.entries(first);
        }
        let mut left_out = 0;
        while !fits(&entries) && entries.iter().any(|entry| matches!(entry, Entry::Row(_))) {
            // The lowest selected rows are dropped; the rest of the list ends with a gap.
            while entries.pop().is_some_and(|entry| entry == Entry::Gap) {}
            left_out += 1;
            entries.push(Entry::Gap);
        }
        let rows = rows_of(&entries, &absent);
        if rows > room || (entries.is_empty() && absent.is_empty()) {
            return None;
        }
        let row = (height / rows).min(sizes.legend * WIDEST);
        Some(Self { first, last: 0, entries, absent, row, left_out })
    }

    /// The top rows, the selected and the lowest ones in room for so many; `None` where that would leave few of the top.
    fn folded(model: &RankingModel, absent: Vec<AbsentLine>, room: f64, height: f64) -> Option<Self> {
        let last = LOWEST.min(room as usize / LOWEST_IN);
        let fits = |first: &usize| rows_of(&model.folded(*first, last), &absent) <= room;
        let least = (room as usize / TOP_IN).max(1);
        let first = (least..model.rows.len()).rev().find(fits).filter(|_| last > 0)?;
        let entries = model.folded(first, last);
        let row = height / rows_of(&entries, &absent);
        Some(Self { first, last, entries, absent, row, left_out: 0 })
    }

    /// Every row at this height, and every unit without a value.
    pub fn every(model: &RankingModel, row: f64) -> Self {
        Self {
            first: model.rows.len(),
            last: 0,
            entries: model.entries(model.rows.len()),
            absent: (0..model.absent.len()).map(AbsentLine::One).collect(),
            row,
            left_out: 0,
        }
    }

    /// The positions of the rows shown.
    pub fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Row(i) => Some(*i),
            Entry::Gap => None,
        })
    }

    /// The height of everything.
    pub fn height(&self) -> f64 {
        rows_of(&self.entries, &self.absent) * self.row
    }
}

/// The height of entries and lines without a value, in rows; a small space separates the two.
fn rows_of(entries: &[Entry], absent: &[AbsentLine]) -> f64 {
    let each = entries.iter().map(|entry| if *entry == Entry::Gap { GAP } else { 1.0 });
    each.sum::<f64>() + absent.len() as f64 + if absent.is_empty() { 0.0 } else { GAP }
}

/// Selected units one by one, and the others too where they are few.
fn absent_lines(model: &RankingModel) -> Vec<AbsentLine> {
    let all = model.absent.len() <= ONE_BY_ONE;
    let mut lines: Vec<AbsentLine> = Vec::new();
    lines.extend(
        (0..model.absent.len())
            .filter(|&i| all || model.absent[i].selected)
            .take(ONE_BY_ONE)
            .map(AbsentLine::One),
    );
    if !all {
        for reason in Absence::ALL {
            let is_reported = |i: usize| lines.contains(&AbsentLine::One(i));
            let count = (0..model.absent.len())
                .filter(|&i| model.absent[i].reason == reason && !is_reported(i))
                .count();
            if count > 0 {
                lines.push(AbsentLine::Many(count, reason));
            }
        }
    }
    lines
}
