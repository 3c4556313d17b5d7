//! Classifies one number of each unit and assigns colours, as most kinds of map do.

use std::cell::Cell;
use std::sync::Arc;

use crate::base::Level;
use crate::data::{Absence, Atlas, Indicator, Kind, Method, Query, Row, Step, Table};
use crate::document::{ClassSpan, MapSpec, Representation};
use crate::stats::classes::{Classes, ClassifyError, Note, Scheme, classify, legible};

use crate::figure::FigureError;
use crate::figure::allowed::Asked;
use crate::figure::map::kinds::change::edge_on_zero;
use crate::figure::map::numbers::{MapModel, Shown};
use crate::figure::map::official::{Official, kept};
use crate::figure::pair::not_pooled;
use crate::figure::palette::{Palette, PaletteKind};
use crate::figure::precision::of_spread;
use crate::figure::remark::{Remark, Warned};

/// The default palettes: for values from little to much, and for values that diverge from zero.
const SEQUENTIAL: &str = "yl_gn_bu";
const DIVERGING: &str = "rd_bu";
/// The default palette of categories.
const CATEGORICAL: &str = "set2";

/// One number for each unit, to be classified.
pub(crate) struct Mapped {
    pub table: Table,
    /// The overall value of the ATS.
    pub overall: Option<f64>,
    /// The same with the official Ambiti, where a hypothesis changes them: the classes stay theirs, so that colours compare.
    pub official: Option<Box<Official>>,
    /// The same at every date, where these are computed already.
    pub at_dates: Option<Vec<Table>>,
    /// Whether they are differences, which have two signs.
    pub are_differences: bool,
    /// Remarks on them.
    pub remarks: Vec<Remark>,
}

impl Mapped {
    /// The model of a map of these numbers.
    ///
    /// # Errors
    /// See [`FigureError`].
    pub fn model(
        self,
        spec: &MapSpec,
        shown: impl Shown,
        atlas: &Atlas,
    ) -> Result<Warned<MapModel>, FigureError> {
        let Self { table, overall, official, at_dates, are_differences, mut remarks } = self;
        let indicator = atlas.indicator(&spec.indicator)?;
        if spec.representation == Representation::Symbols && !are_differences {
            Asked::Circles.of(indicator)?;
        }
        let own: Vec<f64> = table.present().collect();
        let (atlas, mut classified) = match &official {
            Some(official) => (&official.atlas, official.table.present().collect()),
            None => (atlas, own.clone()),
        };
        let mut units = classified.len();
        if spec.classes.span == ClassSpan::AllDates && spec.kind.shares_classes() {
            let tables = match at_dates {
                Some(tables) => tables,
                None => {
                    let dates = atlas.dates(indicator).into_iter().filter(|date| *date != spec.date);
                    let at = |date| atlas.compute(&Query { date, ..spec.query() });
                    dates.map(at).collect::<Result<_, _>>()?
                }
            };
            for table in tables.iter().filter(|table| table.date != spec.date) {
                let before = classified.len();
                classified.extend(table.present());
                // The count must be the same at every date, so it is that of the date with most units.
                units = units.max(classified.len() - before);
            }
        }
        // Steps and categories already are classes.
        let steps = if are_differences { Vec::new() } else { steps(indicator, &classified) };
        let is_signed = steps.is_empty() && (are_differences || is_signed(indicator, &classified));
        let usual = match indicator.kind {
            Kind::Category => CATEGORICAL,
            _ if is_signed => DIVERGING,
            _ => SEQUENTIAL,
        };
        let id = spec.palette.id.as_deref().unwrap_or(usual);
        let palette = Palette::get(id).ok_or_else(|| FigureError::UnknownPalette(id.to_owned()))?;
        let (scheme, class_count) = (spec.scheme(), spec.classes.count.unwrap_or(usual_count(units)));
        // A scheme that the user chose for values keeps the edges it makes.
        let may_move = is_signed && (are_differences || spec.classes.scheme.is_none());
        let has_edge_on_zero = Cell::new(false);
        let make = |values: &[f64]| -> Result<Classes, ClassifyError> {
            let mut classes = classify(values, scheme, class_count, &spec.classes.manual)?;
            if may_move && let Some(moved) = edge_on_zero(&classes.intervals, values, scheme) {
                classes.intervals = moved;
                has_edge_on_zero.set(true);
            }
            Ok(classes)
        };
        let decimals = indicator.decimals;
        // Edges need not be finer than the values are apart; where they must be finer, they are.
        let least = match spec.page.decimals {
            Some(_) => decimals,
            None => of_spread(decimals, classified.iter().copied()).min(decimals),
        };
        let made = match Classes::of_steps(steps.iter().map(|step| step.value).collect()) {
            Some(classes) => {
                let edges = classes.intervals.clone();
                Ok((classes, (decimals, edges)))
            }
            None => legible(&classified, least, make),
        };
        let (classes, rounded) = match made {
            // Classes of other dates alone would colour nothing.
            Ok(_) if own.is_empty() => (None, None),
            Ok((classes, (decimals, edges))) => match &official {
                Some(official) => {
                    let [intervals, edges] =
                        kept(&classes.intervals, (decimals, &edges), &official.table, &table);
                    (Some(Classes { intervals, ..classes }), Some((decimals, edges)))
                }
                None => (Some(classes), Some((decimals, edges))),
            },
            Err(ClassifyError::NoValues) => (None, None),
            Err(error) => return Err(error.into()),
        };
        let bounds: Vec<(f64, f64)> =
            classes.iter().flat_map(|c| (0..c.intervals.len()).map(|i| c.intervals.bounds(i))).collect();
        let (class_of, counts) = classed(&table, classes.as_ref());
        let natural = || if is_signed { Some(0.0) } else { natural_centre(scheme, &classified) };
        let centre = spec.palette.centre.or_else(natural);
        let model = MapModel {
            colours: palette.colours(&bounds, spec.palette.reversed, centre),
            rounded,
            names: steps.iter().map(|step| step.name.clone()).collect(),
            table,
            overall,
            classes,
            class_of,
            counts,
            palette: palette.id,
            class_count,
            edge_on_zero: has_edge_on_zero.get(),
            shown: Arc::new(shown),
        };
        remarks.extend(model.remarks(spec, indicator.kind, palette.kind));
        remarks.extend(model.many_classes(spec, units));
        Ok(Warned { value: model, remarks })
    }
}

/// The class of each unit, and how many there are of each class.
fn classed(table: &Table, classes: Option<&Classes>) -> (Vec<Result<usize, Absence>>, Vec<usize>) {
    let of = |row: &Row| {
        let value = row.value?;
        classes.and_then(|classes| classes.intervals.class_of(value)).ok_or(Absence::Missing)
    };
    let present: Vec<f64> = table.present().collect();
    let counts = classes.map(|classes| classes.intervals.counts(&present)).unwrap_or_default();
    (table.rows.iter().map(of).collect(), counts)
}

impl MapModel {
    /// The same classes and colours for the values of another date, which the classes were made of too.
    #[must_use]
    pub(in crate::figure) fn at_other_date(&self, table: Table, overall: Option<f64>) -> Self {
        let (class_of, counts) = classed(&table, self.classes.as_ref());
        Self {
            table,
            overall,
            classes: self.classes.clone(),
            rounded: self.rounded.clone(),
            names: self.names.clone(),
            class_of,
            colours: self.colours.clone(),
            counts,
            shown: Arc::clone(&self.shown),
            ..*self
        }
    }

    /// Remarks that there are more classes than half the units: the user's request is followed, but remarked upon.
    fn many_classes(&self, spec: &MapSpec, units: usize) -> Option<Remark> {
        let classes = self.classes.as_ref().map_or(0, |classes| classes.intervals.len());
        let is_asked = spec.representation == Representation::Choropleth && self.names.is_empty();
        if !is_asked || classes <= (units / 2).max(1) {
            return None;
        }
        Some(Remark::ManyClasses { classes, units })
    }

    fn remarks(&self, spec: &MapSpec, kind: Kind, palette: PaletteKind) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let choropleth = spec.representation == Representation::Choropleth;
        if kind == Kind::Count && choropleth {
            remarks.push(Remark::CountAsChoropleth);
        }
        if choropleth && palette == PaletteKind::Categorical && kind != Kind::Category {
            remarks.push(Remark::CategoricalPalette);
        }
        if choropleth && palette != PaletteKind::Categorical && kind == Kind::Category {
            remarks.push(Remark::OrderedPalette);
        }
        let asks_for_classes = spec.classes.scheme.is_some() || spec.classes.count.is_some();
        if asks_for_classes && !self.names.is_empty() {
            remarks.push(Remark::OwnClasses);
        }
        if spec.level == Level::Comuni && spec.method != Method::Pooled {
            remarks.push(Remark::MethodOfComuni);
        }
        if choropleth && spec.palette.centre.is_some() && palette != PaletteKind::Diverging {
            remarks.push(Remark::CentreIgnored);
        }
        remarks.extend(not_pooled(spec.level, spec.method));
        remarks.extend(self.absent_remarks());
        match &self.classes {
            None => remarks.push(Remark::NoValues),
            // Symbols show no classes.
            Some(_) if !choropleth => {}
            Some(classes) => {
                // A single value is not equal to anything.
                let is_told =
                    |remark: &Remark| *remark != Remark::Constant || self.table.present().count() > 1;
                for remark in classes.notes.iter().filter_map(of_note).filter(is_told) {
                    // Empty classes are remarked upon once for all of them.
                    if !remarks.contains(&remark) {
                        remarks.push(remark);
                    }
                }
            }
        }
        remarks
    }
}

/// The remark for a note on the classes, if it needs one.
fn of_note(note: &Note) -> Option<Remark> {
    Some(match *note {
        Note::Constant => Remark::Constant,
        Note::FewerDistinctValues { distinct, .. } => Remark::FewerClasses { distinct },
        // The legend shows how many there are.
        Note::CountIgnored { .. } | Note::AbsentClass { .. } => return None,
        Note::DuplicateEdges { .. } => Remark::MergedClasses,
        Note::CountCapped { max } => Remark::CappedClasses { max },
        Note::EmptyClass { .. } => Remark::EmptyClass,
    })
}

/// The default number of classes: five, but at most half as many as the units, because a class of one unit says no
/// more than its value.
fn usual_count(units: usize) -> usize {
    (units / 2).clamp(1, 5)
}

/// The steps of the indicator that become classes: every step of an ordinal scale, but only the categories that
/// occur.
fn steps<'a>(indicator: &'a Indicator, values: &[f64]) -> Vec<&'a Step> {
    let occurs = |step: &&Step| indicator.kind == Kind::Ordinal || values.contains(&step.value);
    indicator.steps.iter().filter(occurs).filter(|_| indicator.kind.has_steps()).collect()
}

/// Whether the values have two signs: either their definition allows negative ones, or both signs occur.
fn is_signed(indicator: &Indicator, values: &[f64]) -> bool {
    let has = |sign: f64| values.iter().any(|x| x * sign > 0.0);
    indicator.may_be_negative() || (has(1.0) && has(-1.0))
}

/// The default centre of a diverging palette: the mean for classes of standard deviations, the median for those of a
/// box plot.
fn natural_centre(scheme: Scheme, values: &[f64]) -> Option<f64> {
    match scheme {
        Scheme::StdDev => Some(values.iter().sum::<f64>() / values.len() as f64),
        Scheme::BoxPlot => {
            let mut sorted = values.to_vec();
            sorted.sort_by(f64::total_cmp);
            let (low, high) = (sorted.get((sorted.len().max(1) - 1) / 2)?, sorted.get(sorted.len() / 2)?);
            Some((low + high) / 2.0)
        }
        _ => None,
    }
}
