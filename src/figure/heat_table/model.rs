//! The numbers of a heat table. Used by both the printed figure and the window.

use crate::analysis::{Algorithm, Grouped, STARTS, grouping};
use crate::base::Code;
use crate::data::{Atlas, Method, Polarity, Quality, Query, Value};
use crate::document::{HeatTableSpec, IndicatorAt};
use crate::figure::FigureError;
use crate::figure::allowed::Asked;
use crate::figure::remark::{Remark, Warned};
use crate::stats::groups::WardTree;
use crate::stats::moments::mean;

/// An indicator, with what its values are measured by.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatColumn {
    pub of: IndicatorAt,
    /// Mean and standard deviation (denominator n) over the units of the level; `None` where all are equal, or there are none.
    pub measure: Option<[f64; 2]>,
    pub present: usize,
    pub polarity: Polarity,
    /// Whether some value is not final.
    pub uncertain: bool,
}

/// A territory.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    pub code: Code,
    pub name: String,
    pub values: Vec<Value>,
    /// How many standard deviations each value is above the mean; `None` without a value or without a measure.
    pub z: Vec<Option<f64>>,
    /// Its group, from 0; `None` where it lacks a value, or there are no groups.
    pub group: Option<usize>,
    pub selected: bool,
}

/// Groups of rows that are alike.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatGroups {
    /// How many rows each has.
    pub sizes: Vec<usize>,
    /// The mean silhouette.
    pub silhouette: f64,
    /// What the user calls them.
    pub names: Vec<String>,
}

/// The numbers of a heat table.
#[derive(Clone, Debug)]
pub struct HeatTableModel {
    pub columns: Vec<HeatColumn>,
    /// The rows in the order in which they are drawn.
    pub rows: Vec<HeatRow>,
    /// How many rows there are, with those of other pages.
    pub of: usize,
    pub groups: Option<HeatGroups>,
    /// Ids of the datasets behind the values, sorted.
    pub datasets: Vec<String>,
}

impl HeatTableModel {
    /// Computes the table.
    ///
    /// # Errors
    /// An unknown indicator, date or territory; an indicator whose numbers are no quantities.
    pub fn new(spec: &HeatTableSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let mut shown: Vec<&IndicatorAt> = Vec::new();
        for one in &spec.indicators {
            if !shown.contains(&one) {
                shown.push(one);
            }
        }
        let mut remarks = Vec::new();
        if shown.len() > HeatTableSpec::MOST {
            remarks.push(Remark::MatrixOfFirst { most: HeatTableSpec::MOST, all: shown.len() });
            shown.truncate(HeatTableSpec::MOST);
        }
        let selected =
            atlas.territories.sharing(spec.level, &spec.selected).map_err(FigureError::UnknownTerritory)?;
        let units = atlas.territories.units(spec.level);
        let mut rows: Vec<HeatRow> = units
            .iter()
            .zip(selected)
            .map(|(unit, selected)| HeatRow {
                code: unit.code.clone(),
                name: unit.name.clone(),
                values: Vec::new(),
                z: Vec::new(),
                group: None,
                selected,
            })
            .collect();
        let (mut columns, mut datasets) = (Vec::new(), Vec::new());
        for one in shown {
            let indicator = atlas.indicator(&one.indicator)?;
            // A mean and distances from it.
            Asked::Differences.of(indicator)?;
            let (id, date) = (one.indicator.clone(), one.date);
            let query = Query { indicator: id, date, level: spec.level, method: Method::Pooled };
            let table = atlas.compute(&query)?;
            let present: Vec<f64> = table.present().collect();
            let measure = measure(&present);
            for (row, found) in rows.iter_mut().zip(&table.rows) {
                row.values.push(found.value);
                let z = measure.zip(found.value.ok()).map(|([mean, sd], value)| (value - mean) / sd);
                row.z.push(z);
            }
            columns.push(HeatColumn {
                of: one.clone(),
                measure,
                present: present.len(),
                polarity: indicator.polarity,
                uncertain: table.rows.iter().any(|row| row.value.is_ok() && row.quality != Quality::Final),
            });
            datasets.extend(table.datasets);
        }
        datasets.sort();
        datasets.dedup();
        let mut model = Self { columns, of: rows.len(), rows, groups: None, datasets };
        if spec.grouped {
            remarks.extend(model.group(spec.k, &spec.names));
        }
        let equal = model.columns.iter().filter(|column| column.measure.is_none() && column.present > 0);
        let (equal, empty) =
            (equal.count(), model.columns.iter().filter(|column| column.present == 0).count());
        if equal > 0 {
            remarks.push(Remark::ConstantColumns { count: equal });
        }
        if empty > 0 {
            remarks.push(Remark::AbsentIndicators { count: empty });
        }
        if model.missing() > 0 {
            remarks.push(Remark::EmptyCells { count: model.missing() });
        }
        Ok(Warned { value: model, remarks })
    }

    /// Whether the profiles of its groups can be drawn as radars: there are groups, and neither too few nor too many indicators.
    pub fn has_radar(&self) -> bool {
        self.groups.is_some() && (3..=10).contains(&self.columns.len())
    }

    /// How many cells have no value.
    pub fn missing(&self) -> usize {
        self.rows.iter().flat_map(|row| &row.values).filter(|value| value.is_err()).count()
    }

    /// Puts rows that are alike side by side, those that lack a value last; returns what could not be done.
    fn group(&mut self, k: Option<usize>, names: &[String]) -> Option<Remark> {
        let measured: Vec<usize> =
            (0..self.columns.len()).filter(|at| self.columns[*at].measure.is_some()).collect();
        let column = |at: &usize| self.rows.iter().map(|row| row.values[*at].ok()).collect();
        let columns: Vec<Vec<Option<f64>>> = measured.iter().map(column).collect();
        let asked = Grouped { algorithm: Algorithm::Ward, k, starts: STARTS, seed: 1 };
        let Ok(found) = grouping(&columns, asked, None) else { return Some(Remark::NoHeatGroups) };
        let Some(order) = found.tree.as_ref().map(WardTree::order) else { return Some(Remark::NoHeatGroups) };
        for (unit, group) in found.units(self.rows.len()).into_iter().enumerate() {
            self.rows[unit].group = group;
        }
        let (sizes, names) = (found.partition.sizes(), names.to_vec());
        self.groups = Some(HeatGroups { sizes, silhouette: found.silhouette.mean, names });
        let mut place = vec![usize::MAX; self.rows.len()];
        order.iter().enumerate().for_each(|(at, kept)| place[found.kept[*kept]] = at);
        let mut rows: Vec<(usize, HeatRow)> = place.into_iter().zip(std::mem::take(&mut self.rows)).collect();
        // Those without a place keep their order.
        rows.sort_by_key(|(place, _)| *place);
        self.rows = rows.into_iter().map(|(_, row)| row).collect();
        let left_out = self.rows.iter().filter(|row| row.group.is_none()).count();
        (left_out > 0).then_some(Remark::RowsWithoutGroup { count: left_out })
    }

    /// The rows of a page, with what its texts speak of.
    pub(super) fn of_rows(&self, remarks: &[Remark], shown: std::ops::Range<usize>) -> Warned<Self> {
        Warned { value: Self { rows: self.rows[shown].to_vec(), ..self.clone() }, remarks: remarks.to_vec() }
    }

    /// The cell farthest from the mean of its column, by row and column.
    pub fn farthest(&self) -> Option<(usize, usize, f64)> {
        let cells = self.rows.iter().enumerate().flat_map(|(at, row)| {
            row.z.iter().enumerate().filter_map(move |(column, z)| Some((at, column, (*z)?)))
        });
        cells.reduce(|a, b| if b.2.abs() > a.2.abs() { b } else { a })
    }

    /// The mean z of a group in each column.
    pub fn profile(&self, group: usize) -> Vec<Option<f64>> {
        let rows: Vec<&HeatRow> = self.rows.iter().filter(|row| row.group == Some(group)).collect();
        let of = |column: usize| {
            let all: Vec<f64> = rows.iter().filter_map(|row| row.z[column]).collect();
            (!all.is_empty()).then(|| mean(&all))
        };
        (0..self.columns.len()).map(of).collect()
    }
}

/// Mean and standard deviation of values, as the groups have them; `None` where all are equal.
fn measure(values: &[f64]) -> Option<[f64; 2]> {
    let first = values.first()?;
    if values.iter().all(|value| value == first) {
        return None;
    }
    let mean = mean(values);
    let sd = (values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / values.len() as f64).sqrt();
    (sd > 0.0 && sd.is_finite()).then_some([mean, sd])
}
