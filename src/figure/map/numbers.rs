//! What a map shows: its numbers and colours, however they were computed.

use crate::base::{Rgb, decimal};
use crate::data::{Absence, Atlas, Caption, Indicator, Table};
use crate::figure::quality;
use crate::figure::remark::Remark;
use crate::i18n::Lang;
use crate::stats::classes::{Classes, Intervals};

use super::kinds::axis::Axis;
use super::kinds::change::Change;

/// The numbers and colours of a map.
#[derive(Clone, Debug)]
pub struct MapModel {
    /// What is mapped: values, or differences; of two indicators, the first.
    pub table: Table,
    /// The same of the whole territory, by the pooled method.
    pub whole: Option<f64>,
    /// Classes; none when there is no value at all, and where each of two indicators has its own.
    pub classes: Option<Classes>,
    /// The classes' edges as the legend writes them, and with how many decimals: the fewest that leave
    /// every value in its class.
    pub printed: Option<(usize, Intervals)>,
    /// The class of each unit, or why it has none.
    pub class_of: Vec<Result<usize, Absence>>,
    /// The colour of each class.
    pub colours: Vec<Rgb>,
    /// How many units each class holds.
    pub counts: Vec<usize>,
    /// Id of the palette: the one asked for, or the usual one of the kind of map and of the sign of its values.
    pub palette: &'static str,
    /// How many classes were asked for, or the usual number.
    pub class_count: usize,
    /// Whether an edge of the classes was moved to zero, so that none holds both signs.
    pub edge_on_zero: bool,
    /// What lies behind it, by kind of map.
    pub shown: Shown,
}

/// What a map of each kind was made from.
#[derive(Clone, Debug)]
pub enum Shown {
    /// Values at one date: the table says everything.
    Value,
    /// Values at two dates.
    Change(Change),
    /// Two indicators, the first across and the second upwards. The class of a unit is `row * 3 + column`.
    Two(Box<[Axis; 2]>),
}

impl MapModel {
    /// The classes with edges that a hand can go on from: those the legend prints, the outermost moved outwards to hold
    /// every value.
    pub fn editable(&self) -> Option<Intervals> {
        self.printed.as_ref().map(|(decimals, intervals)| intervals.widened(*decimals))
    }

    /// Which of the values that lie behind the map are not final.
    pub fn not_final(&self, lang: Lang, atlas: &Atlas) -> Vec<String> {
        quality::of_tables(lang, atlas, &self.tables())
    }

    /// The tables of values that it is made from.
    pub fn tables(&self) -> Vec<&Table> {
        match &self.shown {
            Shown::Value => vec![&self.table],
            Shown::Change(change) => vec![&change.earlier, &change.later],
            Shown::Two(axes) => axes.iter().map(|axis| &axis.table).collect(),
        }
    }

    /// What is said of the indicator for one unit: with the fewest decimals at which its value reads within its class as
    /// the legend prints it, and its difference as that of its ends.
    pub fn caption_of<'a>(&self, indicator: &'a Indicator, unit: usize) -> Caption<'a> {
        /// Edges may need more decimals than these beyond those of the indicator; values are not printed with more.
        const MORE: usize = 4;
        let own = Caption::from(indicator);
        let reads = |decimals: &usize| self.reads_within(unit, *decimals);
        let decimals = (own.decimals..=own.decimals + MORE).find(reads).unwrap_or(own.decimals);
        let caption = Caption { decimals, ..own };
        match &self.shown {
            Shown::Change(change) => change.moved(unit).map_or(caption, |moved| moved.caption(caption)),
            _ => caption,
        }
    }

    /// Whether the value of a unit, written with so many decimals, is within its class as the legend writes it.
    fn reads_within(&self, unit: usize, decimals: usize) -> bool {
        let (Some((edges, intervals)), Some(Ok(class))) = (&self.printed, self.class_of.get(unit)) else {
            return true;
        };
        let Some(Ok(value)) = self.table.rows.get(unit).map(|row| row.value) else { return true };
        let (lower, upper) = intervals.bounds(*class);
        let [lower, upper] = [lower, upper].map(|edge| decimal::rounded(edge, *edges));
        let value = decimal::rounded(value, decimals);
        (lower < value || *class == 0 && lower == value) && value <= upper
    }

    /// How many units lack a value for that reason.
    pub fn absent(&self, reason: Absence) -> usize {
        self.class_of.iter().filter(|class| **class == Err(reason)).count()
    }

    /// How many units lack a value, reason by reason.
    pub(super) fn absent_remarks(&self) -> impl Iterator<Item = Remark> {
        let counts = Absence::ALL.into_iter().map(|reason| (self.absent(reason), reason));
        counts.filter(|(count, _)| *count > 0).map(|(count, reason)| Remark::AbsentValues { count, reason })
    }
}
