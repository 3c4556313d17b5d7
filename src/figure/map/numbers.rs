//! What a map shows: its numbers and colours, however they were computed.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::base::{Rgb, decimal};
use crate::data::{Absence, Atlas, Bilingual, Caption, Indicator, Table, Value};
use crate::document::MapSpec;
use crate::figure::page::footer::{self, Source};
use crate::figure::quality;
use crate::figure::remark::Remark;
use crate::figure::wording::{class_label, notes};
use crate::i18n::{Lang, Text};
use crate::stats::classes::{Classes, Intervals};

use super::kinds::two::axis::Axis;

/// The numbers and colours of a map.
#[derive(Clone, Debug)]
pub struct MapModel {
    /// What is mapped: values, or differences; of two indicators, the first.
    pub table: Table,
    /// The same of the whole territory, by the pooled method.
    pub overall: Option<f64>,
    /// Classes; none when there is no value at all, and where each of two indicators has its own.
    pub classes: Option<Classes>,
    /// The classes' edges as the legend writes them, and with how many decimals: the fewest that leave
    /// every value in its class.
    pub rounded: Option<(usize, Intervals)>,
    /// The name of each class, where the classes are the steps or categories of the indicator.
    pub names: Vec<Bilingual>,
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
    /// What only its kind of map has.
    pub shown: Arc<dyn Shown>,
}

/// What the numbers of one kind of map have that those of others have not, and what is said of them. What most kinds do alike
/// is written here.
pub trait Shown: Any + fmt::Debug + Send + Sync {
    /// The tables of values that it is made from.
    fn tables<'a>(&'a self, model: &'a MapModel) -> Vec<&'a Table>;

    /// Where those values come from.
    fn sources(&self, lang: Lang, model: &MapModel, indicator: &Indicator, atlas: &Atlas) -> Vec<Source> {
        let _ = atlas;
        vec![footer::source(lang, indicator, &quality::dated(lang, &model.table))]
    }

    /// What must be printed of its indicators: why groups have no value, what is withheld.
    fn notes(&self, spec: &MapSpec, model: &MapModel, indicator: &Indicator, atlas: &Atlas) -> Vec<String> {
        let _ = (model, atlas);
        notes(spec.lang, indicator.into(), Some(spec.level), spec.method)
    }

    /// How its legend is laid out.
    fn legend(&self) -> LegendForm<'_> {
        LegendForm::Rows
    }

    /// A class in words.
    fn class_text(&self, lang: Lang, intervals: &Intervals, decimals: usize, class: usize) -> String {
        class_label(lang, intervals, decimals, class)
    }

    /// The classes in words, from the first, for a legend in rows.
    fn class_texts(&self, lang: Lang, model: &MapModel) -> Vec<String> {
        if !model.names.is_empty() {
            return model.names.iter().map(|name| lang.pick(name).to_owned()).collect();
        }
        let Some((decimals, intervals)) = &model.rounded else { return Vec::new() };
        (0..intervals.len()).map(|class| self.class_text(lang, intervals, *decimals, class)).collect()
    }

    /// What the colours of symbols stand for, where there are two of them.
    fn signs(&self) -> Vec<Sign> {
        Vec::new()
    }

    /// What is said of the indicator for one unit.
    fn caption<'a>(&self, unit: usize, caption: Caption<'a>) -> Caption<'a> {
        let _ = unit;
        caption
    }

    /// The values that stand behind the number mapped for a unit.
    fn behind(&self, unit: usize) -> Vec<Value> {
        let _ = unit;
        Vec::new()
    }

    /// The sentences of the alternative text about its numbers.
    fn alt_text(&self, spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String>;

    /// The sentences of the paragraph beside the figure.
    fn reading(&self, spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String>;

    /// What it has for programs, by name.
    fn facts(&self) -> Vec<(&'static str, Json)> {
        Vec::new()
    }
}

/// How a legend is laid out.
#[derive(Clone, Copy)]
pub enum LegendForm<'a> {
    /// A row for each class.
    Rows,
    /// A square, the first indicator's classes across and the second's upwards.
    Square(&'a [Axis; 2]),
}

/// What a colour of symbols stands for.
#[derive(Clone, Copy, Debug)]
pub struct Sign {
    pub name: Text,
    /// Whether it is that of values below zero.
    pub is_negative: bool,
    /// How many units have it.
    pub count: usize,
}

impl MapModel {
    /// The classes with edges that a hand can go on from: those the legend prints, the outermost moved outwards to hold
    /// every value.
    pub fn editable(&self) -> Option<Intervals> {
        self.rounded.as_ref().map(|(decimals, intervals)| intervals.widened(*decimals))
    }

    /// Which of the values that lie behind the map are not final.
    pub fn not_final(&self, lang: Lang, atlas: &Atlas) -> Vec<String> {
        quality::of_tables(lang, atlas, &self.tables())
    }

    /// The tables of values that it is made from.
    pub fn tables(&self) -> Vec<&Table> {
        self.shown.tables(self)
    }

    /// What only its kind of map has, where it is of that kind.
    pub fn shown_as<T: Shown>(&self) -> Option<&T> {
        let shown: &dyn Any = &*self.shown;
        shown.downcast_ref()
    }

    /// What is said of the indicator for one unit: with the fewest decimals at which its value reads within its class as
    /// the legend prints it, and its difference as that of its ends.
    pub fn caption_of<'a>(&self, indicator: &'a Indicator, unit: usize) -> Caption<'a> {
        /// Edges may need more decimals than these beyond those of the indicator; values are not printed with more.
        const MORE: usize = 4;
        let own = Caption::from(indicator);
        let reads = |decimals: &usize| self.reads_within(unit, *decimals);
        let decimals = (own.decimals..=own.decimals + MORE).find(reads).unwrap_or(own.decimals);
        self.shown.caption(unit, Caption { decimals, ..own })
    }

    /// Whether the value of a unit, written with so many decimals, is within its class as the legend writes it.
    fn reads_within(&self, unit: usize, decimals: usize) -> bool {
        let (Some((edges, intervals)), Some(Ok(class))) = (&self.rounded, self.class_of.get(unit)) else {
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
