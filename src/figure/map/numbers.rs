//! The contents of a map: its numbers and colours, however they were computed.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::base::{Rgb, decimal};
use crate::data::{Absence, Atlas, Bilingual, Caption, Indicator, Table, Value};
use crate::document::MapSpec;
use crate::figure::page::footer::{self, Source};
use crate::figure::quality::{self, Moves};
use crate::figure::remark::Remark;
use crate::figure::withheld::Compared;
use crate::figure::wording::{class_label, notes};
use crate::i18n::{Lang, Text};
use crate::stats::classes::{Classes, Intervals};

use super::kinds::two::axis::Axis;

/// The numbers and colours of a map.
#[derive(Clone, Debug)]
pub struct MapModel {
    /// What is mapped: values or differences; for two indicators, the first one.
    pub table: Table,
    /// The same for the ATS, pooled.
    pub overall: Option<f64>,
    /// The classes; `None` without any value, and for two indicators, each of which has its own.
    pub classes: Option<Classes>,
    /// The rounded class edges shown in the legend, with their number of decimals: the fewest that keep every value
    /// in its class.
    pub rounded: Option<(usize, Intervals)>,
    /// The name of each class, if the classes are steps or categories of the indicator.
    pub names: Vec<Bilingual>,
    /// The class of each unit, or why it has none.
    pub class_of: Vec<Result<usize, Absence>>,
    /// The colour of each class.
    pub colours: Vec<Rgb>,
    /// How many units each class holds.
    pub counts: Vec<usize>,
    /// Id of the palette: the one asked for, or the default for the kind of map and the sign of its values.
    pub palette: &'static str,
    /// The number of classes asked for, or the default.
    pub class_count: usize,
    /// Whether a class edge was moved to zero, so that no class contains both signs.
    pub edge_on_zero: bool,
    /// What is specific to the kind of map.
    pub shown: Arc<dyn Shown>,
}

/// The numbers specific to one kind of map, and the texts about them. The default methods are what most kinds have in
/// common.
pub trait Shown: Any + fmt::Debug + Send + Sync {
    /// The tables it is computed from.
    fn tables<'a>(&'a self, model: &'a MapModel) -> Vec<&'a Table>;

    /// The sources of those values.
    fn sources(&self, lang: Lang, model: &MapModel, indicator: &Indicator, atlas: &Atlas) -> Vec<Source> {
        let _ = atlas;
        vec![footer::source(lang, indicator, &quality::dated(lang, indicator, &model.table))]
    }

    /// Mandatory notes on its indicators: why groups have no value, what is withheld.
    fn notes(&self, spec: &MapSpec, model: &MapModel, indicator: &Indicator, atlas: &Atlas) -> Vec<String> {
        let _ = (model, atlas);
        notes(spec.lang, indicator.into(), Some(spec.level), spec.method)
    }

    /// What stands over its classes in place of the unit, where they are not in it.
    fn legend_head(&self, lang: Lang) -> Option<String> {
        let _ = lang;
        None
    }

    /// The class that is hatched and not coloured, because it differs from nothing.
    fn hatched(&self) -> Option<usize> {
        None
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

    /// The meaning of the colours of symbols, where there are two.
    fn signs(&self) -> Vec<Sign> {
        Vec::new()
    }

    /// The indicator as described for one unit.
    fn caption<'a>(&self, unit: usize, caption: Caption<'a>) -> Caption<'a> {
        let _ = unit;
        caption
    }

    /// The values behind the mapped number of a unit.
    fn behind(&self, unit: usize) -> Vec<Value> {
        let _ = unit;
        Vec::new()
    }

    /// The names of those values as attributes of a layer: at most ten letters.
    fn behind_fields(&self) -> &'static [&'static str] {
        &[]
    }

    /// The sentences of the alternative text on its numbers.
    fn alt_text(&self, spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String>;

    /// The sentences of the reading.
    fn reading(&self, spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String>;

    /// Whether those sentences say of which indicator and of which date they are.
    fn reading_says_what(&self) -> bool {
        true
    }

    /// The values that those sentences compare with each other.
    fn compared<'a>(&self, spec: &MapSpec, model: &MapModel, atlas: &'a Atlas) -> Vec<Compared<'a>> {
        let _ = (spec, model, atlas);
        Vec::new()
    }

    /// The dates between which they tell a change of values of unlike status.
    fn changes(&self, model: &MapModel) -> Vec<Moves> {
        let _ = model;
        Vec::new()
    }

    /// Its additional JSON fields.
    fn facts(&self) -> Vec<(&'static str, Json)> {
        Vec::new()
    }
}

/// How a legend is laid out.
#[derive(Clone, Copy)]
pub enum LegendForm<'a> {
    /// A row for each class.
    Rows,
    /// A square, with the classes of the first indicator along x and those of the second along y.
    Square(&'a [Axis; 2]),
}

/// The meaning of a symbol colour.
#[derive(Clone, Copy, Debug)]
pub struct Sign {
    pub name: Text,
    /// Whether it is the colour of negative values.
    pub is_negative: bool,
    /// How many units have it.
    pub count: usize,
}

/// Edges may need more extra decimals than this; values never get more.
const MORE: usize = 4;

impl MapModel {
    /// The classes with edges suitable for editing: those shown in the legend, with the outermost moved outwards to
    /// include every value.
    pub(crate) fn editable(&self) -> Option<Intervals> {
        self.rounded.as_ref().map(|(decimals, intervals)| intervals.widened(*decimals))
    }

    /// Says which of the underlying values are not final.
    pub fn not_final(&self, lang: Lang, atlas: &Atlas) -> Vec<String> {
        quality::of_tables(lang, atlas, &self.tables())
    }

    /// The tables it is computed from.
    pub fn tables(&self) -> Vec<&Table> {
        self.shown.tables(self)
    }

    /// What is specific to its kind, if it is a map of that kind.
    pub fn shown_as<T: Shown>(&self) -> Option<&T> {
        let shown: &dyn Any = &*self.shown;
        shown.downcast_ref()
    }

    /// The indicator as described for one unit: with the fewest decimals that put the displayed value in its class as
    /// shown in the legend, and that make a difference agree with the values behind it.
    pub(crate) fn caption_of<'a>(&self, indicator: &'a Indicator, unit: usize) -> Caption<'a> {
        let own = Caption::from(indicator);
        let reads = |decimals: &usize| self.reads_within(unit, *decimals);
        let decimals = (own.decimals..=own.decimals + MORE).find(reads).unwrap_or(own.decimals);
        self.shown.caption(unit, Caption { decimals, ..own })
    }

    /// The indicator, with the fewest decimals at which the overall value is between the edges it is between.
    pub(crate) fn overall_caption<'a>(&self, indicator: &'a Indicator, value: f64) -> Caption<'a> {
        let own = Caption::from(indicator);
        let class = self.classes.as_ref().and_then(|classes| classes.intervals.class_of(value));
        let reads =
            |decimals: &usize| class.is_none_or(|class| self.value_reads_within(class, value, *decimals));
        let decimals = (own.decimals..=own.decimals + MORE).find(reads).unwrap_or(own.decimals);
        Caption { decimals, ..own }
    }

    /// The fewest decimals, from `own` on, at which the values of some units are between the edges they are between: those
    /// of sentences.
    pub(crate) fn told_decimals(&self, own: usize, units: &[usize]) -> usize {
        let reads = |decimals: &usize| units.iter().all(|unit| self.reads_within(*unit, *decimals));
        (own..=own + MORE).find(reads).unwrap_or(own)
    }

    /// Whether the value of a unit, rounded to this many decimals, is within its class as shown in the legend.
    fn reads_within(&self, unit: usize, decimals: usize) -> bool {
        let Some(Ok(class)) = self.class_of.get(unit) else { return true };
        let Some(Ok(value)) = self.table.rows.get(unit).map(|row| row.value) else { return true };
        self.value_reads_within(*class, value, decimals)
    }

    fn value_reads_within(&self, class: usize, value: f64, decimals: usize) -> bool {
        let Some((edges, intervals)) = &self.rounded else { return true };
        let (lower, upper) = intervals.bounds(class);
        // The outermost edges are values themselves: at fewer decimals they are the same number.
        let outer = decimals.min(*edges);
        let is_last = class + 1 == intervals.len();
        let lower = decimal::rounded(lower, if class == 0 { outer } else { *edges });
        let upper = decimal::rounded(upper, if is_last { outer } else { *edges });
        let as_outer = decimal::rounded(value, outer);
        let value = decimal::rounded(value, decimals);
        let above = lower < value || class == 0 && (lower == value || lower == as_outer);
        above && (value <= upper || is_last && as_outer == upper)
    }

    /// How many units lack a value for this reason.
    pub fn absent(&self, reason: Absence) -> usize {
        self.class_of.iter().filter(|class| **class == Err(reason)).count()
    }

    /// How many units lack a value, reason by reason.
    pub(super) fn absent_remarks(&self) -> impl Iterator<Item = Remark> {
        let counts = Absence::ALL.into_iter().map(|reason| (self.absent(reason), reason));
        counts.filter(|(count, _)| *count > 0).map(|(count, reason)| Remark::AbsentValues { count, reason })
    }
}
