//! One of two indicators on a map, in three classes.

use crate::base::Level;
use crate::data::{Absence, Atlas, Method, Query, Table};
use crate::document::{ClassSpan, MapSpec};
use crate::figure::FigureError;
use crate::figure::map::official::{Official, kept};
use crate::stats::classes::{Classes, ClassifyError, Intervals, classify};

use super::bivariate::SIDE;

#[derive(Clone, Debug)]
pub struct Axis {
    /// Id of the indicator.
    pub indicator: String,
    pub table: Table,
    /// Its overall value for the ATS, pooled.
    pub overall: Option<f64>,
    /// Its classes, at most three; `None` without any value.
    pub classes: Option<Classes>,
    /// The rounded class edges shown in the legend, with their number of decimals.
    pub rounded: Option<(usize, Intervals)>,
}

impl Axis {
    /// The positions of its classes among the three of the palette, from the lowest: with ties there may be fewer
    /// than three, which are then spread apart.
    pub fn places(&self) -> &'static [usize] {
        match self.classes.as_ref().map_or(0, |classes| classes.intervals.len()) {
            0 => &[],
            1 => &[1],
            2 => &[0, 2],
            _ => &[0, 1, 2],
        }
    }

    /// The values of an indicator, and its classes.
    pub(super) fn new(spec: &MapSpec, id: &str, atlas: &Atlas) -> Result<Self, FigureError> {
        let indicator = atlas.indicator(id)?;
        // Where there is none, the table says so.
        let date = atlas.date_beside(indicator, spec.date).unwrap_or(spec.date);
        let query = Query { indicator: id.to_owned(), date, ..spec.query() };
        let table = atlas.compute(&query)?;
        let overall = atlas.compute(&Query { level: Level::Ats, method: Method::Pooled, ..query.clone() })?;
        let own: Vec<f64> = table.present().collect();
        let official = Official::of(spec, atlas, |atlas| Ok(atlas.compute(&query)?))?;
        let (atlas, mut values) = match &official {
            Some(official) => (&official.atlas, official.table.present().collect()),
            None => (atlas, own.clone()),
        };
        if spec.classes.span == ClassSpan::AllDates {
            for date in atlas.dates(indicator).into_iter().filter(|other| *other != date) {
                values.extend(atlas.compute(&Query { date, ..query.clone() })?.present());
            }
        }
        let classes = match classify(&values, spec.scheme(), SIDE, &[]) {
            Ok(classes) => Some(classes),
            Err(ClassifyError::NoValues) => None,
            Err(error) => return Err(error.into()),
        };
        let rounded = classes.as_ref().map(|classes| classes.rounded(&values, indicator.decimals));
        let (classes, rounded) = match (classes, rounded, &official) {
            (Some(classes), Some((decimals, edges)), Some(official)) if !own.is_empty() => {
                let [intervals, edges] =
                    kept(&classes.intervals, (decimals, &edges), &official.table, &table);
                (Some(Classes { intervals, ..classes }), Some((decimals, edges)))
            }
            (classes, rounded, _) => (classes, rounded),
        };
        Ok(Self {
            indicator: id.to_owned(),
            rounded,
            overall: overall.rows.first().and_then(|row| row.value.ok()),
            classes,
            table,
        })
    }

    /// The position of the class of a unit among the three, or why it has none.
    pub(super) fn place_of(&self, unit: usize) -> Result<usize, Absence> {
        let value = self.table.rows[unit].value?;
        let class = self.classes.as_ref().and_then(|classes| classes.intervals.class_of(value));
        class.map(|class| self.places()[class]).ok_or(Absence::Missing)
    }
}
