//! The numbers of a matrix of correlations. Used by both the printed figure and the window.

use crate::data::{Atlas, Method, Query, Scale, Value};
use crate::document::{Coefficient, IndicatorAt, MatrixSpec};
use crate::figure::FigureError;
use crate::figure::allowed::Asked;
use crate::figure::remark::{Remark, Warned};
use crate::stats::correlation::{pearson, spearman};
use crate::stats::linkage::order_by_likeness;
use crate::stats::multiple::holm;

/// A pair whose corrected p-value is below this tells itself from chance.
pub const LEVEL: f64 = 0.05;

/// The correlation of a pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    pub r: f64,
    pub p: f64,
    /// The p-value corrected for all pairs that are compared; `None` for one that is not.
    pub corrected: Option<f64>,
    /// How many units have both values.
    pub n: usize,
    /// Whether one is made of what the other is made of, so that they are correlated whatever the facts.
    pub is_inside: bool,
}

impl Pair {
    /// Whether chance alone would hardly make it.
    pub fn is_told(&self) -> bool {
        self.corrected.is_some_and(|p| p < LEVEL)
    }
}

/// The numbers of a matrix.
#[derive(Clone, Debug)]
pub struct MatrixModel {
    /// The indicators in the order in which they are drawn.
    pub indicators: Vec<IndicatorAt>,
    /// Of each of them whether some value is not final.
    pub uncertain: Vec<bool>,
    /// The pairs: row `i` has one for each indicator before it; `None` where there is nothing to correlate.
    pub pairs: Vec<Vec<Option<Pair>>>,
    /// How many pairs are compared, and so corrected for.
    pub compared: usize,
    /// How many units there are.
    pub units: usize,
    /// What the pairs have.
    pub coefficient: Coefficient,
    /// Ids of the datasets behind the values, sorted.
    pub datasets: Vec<String>,
}

impl MatrixModel {
    /// Computes the matrix.
    ///
    /// # Errors
    /// An unknown indicator or date; an indicator whose numbers have no order.
    pub fn new(spec: &MatrixSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let mut shown: Vec<IndicatorAt> = Vec::new();
        for one in &spec.indicators {
            if !shown.contains(one) {
                shown.push(one.clone());
            }
        }
        let mut remarks = Vec::new();
        if shown.len() > MatrixSpec::MOST {
            remarks.push(Remark::MatrixOfFirst { most: MatrixSpec::MOST, all: shown.len() });
            shown.truncate(MatrixSpec::MOST);
        }
        let mut columns: Vec<Vec<Value>> = Vec::new();
        let mut datasets = Vec::new();
        let mut marked = Vec::new();
        for one in &shown {
            Asked::Points.of(atlas.indicator(&one.indicator)?)?;
            let (indicator, date) = (one.indicator.clone(), one.date);
            let table =
                atlas.compute(&Query { indicator, date, level: spec.level, method: Method::Pooled })?;
            columns.push(table.rows.iter().map(|row| row.value).collect());
            marked.push(table.rows.iter().any(|row| row.value.is_ok() && !row.quality.is_final()));
            datasets.extend(table.datasets);
        }
        datasets.sort();
        datasets.dedup();
        let mut pairs: Vec<Vec<Option<Pair>>> = Vec::new();
        let mut of_steps = 0;
        for (i, own) in columns.iter().enumerate() {
            let mut of = |j: usize| -> Result<Option<Pair>, FigureError> {
                let (a, b) = (atlas.indicator(&shown[i].indicator)?, atlas.indicator(&shown[j].indicator)?);
                // Steps have an order and no distances, which a straight line would be of.
                let has_steps = [a, b].iter().any(|one| one.kind.scale() < Scale::Quantity);
                if has_steps && spec.coefficient == Coefficient::Pearson {
                    of_steps += 1;
                    return Ok(None);
                }
                let is_inside = a.shares_a_part(b);
                Ok(pair(own, &columns[j], spec.coefficient, is_inside))
            };
            pairs.push((0..i).map(&mut of).collect::<Result<Vec<_>, FigureError>>()?);
        }
        let compared: Vec<(usize, usize)> = (0..pairs.len())
            .flat_map(|i| (0..i).map(move |j| (i, j)))
            .filter(|(i, j)| pairs[*i][*j].is_some_and(|pair| !pair.is_inside))
            .collect();
        let p: Vec<f64> = compared.iter().filter_map(|(i, j)| Some(pairs[*i][*j]?.p)).collect();
        for ((i, j), corrected) in compared.iter().zip(holm(&p)) {
            if let Some(pair) = &mut pairs[*i][*j] {
                pair.corrected = Some(corrected);
            }
        }
        let order = match spec.by_likeness {
            true => {
                let distance = |pair: &Option<Pair>| pair.map_or(1.0, |pair| 1.0 - pair.r);
                let rows =
                    pairs.iter().map(|row| row.iter().map(distance).chain([0.0]).collect::<Vec<f64>>());
                order_by_likeness(&rows.collect::<Vec<_>>())
            }
            false => (0..shown.len()).collect(),
        };
        let pairs = (0..order.len())
            .map(|i| {
                let of = |j: usize| pairs[order[i].max(order[j])][order[i].min(order[j])];
                (0..i).map(of).collect()
            })
            .collect();
        let units = columns.first().map_or(0, Vec::len);
        let indicators: Vec<IndicatorAt> = order.iter().map(|at| shown[*at].clone()).collect();
        let uncertain = order.iter().map(|at| marked[*at]).collect();
        let coefficient = spec.coefficient;
        let model =
            Self { indicators, uncertain, pairs, compared: compared.len(), units, coefficient, datasets };
        if model.all().next().is_none() {
            remarks.push(Remark::NoPairs);
        }
        let inside = model.all().filter(|(.., pair)| pair.is_inside).count();
        if inside > 0 {
            remarks.push(Remark::PairsInside { count: inside });
        }
        if of_steps > 0 {
            remarks.push(Remark::PairsOfSteps { count: of_steps });
        }
        let none = model.pairs.iter().flatten().filter(|pair| pair.is_none()).count() - of_steps;
        if none > 0 {
            remarks.push(Remark::PairsWithout { count: none });
        }
        let fewest = model.all().map(|(.., pair)| pair.n).min();
        remarks.extend(fewest.and_then(crate::figure::pair::few_pairs));
        Ok(Warned { value: model, remarks })
    }

    /// Every pair there is, by the positions of its two indicators, the later one first.
    pub fn all(&self) -> impl Iterator<Item = (usize, usize, Pair)> + '_ {
        let rows = self.pairs.iter().enumerate();
        rows.flat_map(|(i, row)| row.iter().enumerate().filter_map(move |(j, pair)| Some((i, j, (*pair)?))))
    }

    /// The pairs that chance alone would hardly make, the strongest first.
    pub fn told(&self) -> Vec<(usize, usize, Pair)> {
        let mut told: Vec<(usize, usize, Pair)> = self.all().filter(|(.., pair)| pair.is_told()).collect();
        told.sort_by(|a, b| b.2.r.abs().total_cmp(&a.2.r.abs()));
        told
    }
}

/// The correlation over the units that have both; `None` where they are too few, or one of the two is constant.
fn pair(a: &[Value], b: &[Value], coefficient: Coefficient, is_inside: bool) -> Option<Pair> {
    let both = a.iter().zip(b).filter_map(|(a, b)| Some((a.ok()?, b.ok()?)));
    let (x, y): (Vec<f64>, Vec<f64>) = both.unzip();
    let found = match coefficient {
        Coefficient::Pearson => pearson(&x, &y),
        Coefficient::Spearman => spearman(&x, &y),
    };
    let found = found.ok()?;
    Some(Pair { r: found.r, p: found.p, corrected: None, n: found.n, is_inside })
}
