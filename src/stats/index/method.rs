//! The ways to make one number of several indicators.

use serde::{Deserialize, Serialize};

use super::goalposts::Goalposts;
use super::pareto::penalised;
use super::principal;
use super::scores::{ranks, standard, weighted_means};
use super::shape::{Polarity, Variables};
use crate::stats::refused::Refused;

/// How an index is made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Adjusted Mazziotta–Pareto index, on goalposts that stay over the years.
    #[default]
    Ampi,
    /// Mazziotta–Pareto index, on scores with mean 100 and standard deviation 10 of one date.
    Mpi,
    /// The mean of standard scores.
    MeanOfScores,
    /// The mean of ranks.
    MeanOfRanks,
    /// Standard scores weighted by the first principal component.
    Principal,
}

impl Method {
    pub const ALL: [Self; 5] =
        [Self::Ampi, Self::Mpi, Self::MeanOfScores, Self::MeanOfRanks, Self::Principal];

    pub fn id(self) -> &'static str {
        match self {
            Self::Ampi => "ampi",
            Self::Mpi => "mpi",
            Self::MeanOfScores => "mean-z",
            Self::MeanOfRanks => "mean-rank",
            Self::Principal => "pca",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.id() == id)
    }
}

/// An index of each unit, and what it is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Composite {
    pub method: Method,
    /// Whether more of the index is better.
    pub direction: Polarity,
    pub index: Vec<f64>,
    /// The score of each indicator (outer) and unit (inner) on the scale of the method.
    pub scores: Vec<Vec<f64>>,
    /// The weight of each indicator; their sizes sum to one, and only those of a principal component can be negative.
    pub weights: Vec<f64>,
    /// The weighted mean of each unit's scores, before any penalty.
    pub means: Vec<f64>,
    /// What is taken from (or, with a negative direction, added to) the mean; zero for methods without penalty.
    pub penalties: Vec<f64>,
    /// The share of the variance that the first principal component explains.
    pub explained: Option<f64>,
}

impl Composite {
    /// What each indicator brings to the index of a unit, as a difference from the middle of the scale: they sum to the
    /// mean's difference from it, and the penalty is what remains.
    pub fn contributions(&self, unit: usize) -> Vec<f64> {
        let middle = match self.method {
            Method::Ampi | Method::Mpi => 100.0,
            Method::MeanOfScores | Method::Principal => 0.0,
            Method::MeanOfRanks => (self.index.len() as f64 + 1.0) / 2.0,
        };
        self.scores
            .iter()
            .zip(&self.weights)
            .map(|(column, weight)| weight * (column[unit] - middle))
            .collect()
    }

    /// The rank of each unit, 1 being the highest index; equal ones share the smallest of their ranks.
    pub fn ranks(&self) -> Vec<usize> {
        ranks_from_highest(&self.index)
    }
}

pub(super) fn ranks_from_highest(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*b].total_cmp(&values[*a]));
    let mut ranks = vec![0; values.len()];
    let mut before = 0;
    for group in order.chunk_by(|a, b| values[*a] == values[*b]) {
        group.iter().for_each(|&i| ranks[i] = before + 1);
        before += group.len();
    }
    ranks
}

/// Makes an index. A polarity says whether more of an indicator is more of the index; `direction` whether more of the index
/// is better, which decides on which side Mazziotta and Pareto's penalty acts.
///
/// `goalposts` are for AMPI alone; without them they are made of these values, with their mean as reference.
///
/// # Errors
/// Goalposts for other indicators.
pub fn composite(
    variables: &Variables,
    method: Method,
    direction: Polarity,
    goalposts: Option<&Goalposts>,
) -> Result<Composite, Refused> {
    let m = variables.len();
    let equal = vec![1.0 / m as f64; m];
    let simple = |scores: Vec<Vec<f64>>, weights: Vec<f64>, explained| {
        let means = weighted_means(&scores, &weights);
        let (index, penalties) = (means.clone(), vec![0.0; means.len()]);
        Composite { method, direction, index, scores, weights, means, penalties, explained }
    };
    let with_penalty = |scores: Vec<Vec<f64>>, weights: Vec<f64>| {
        let (index, means, penalties) = penalised(&scores, direction);
        Composite { method, direction, index, scores, weights, means, penalties, explained: None }
    };
    Ok(match method {
        Method::Ampi => {
            let own = match goalposts {
                Some(given) => given.clone(),
                None => own_goalposts(variables)?,
            };
            with_penalty(own.scores(variables)?, equal)
        }
        Method::Mpi => {
            let scaled = |column: Vec<f64>| column.into_iter().map(|z| 100.0 + 10.0 * z).collect();
            with_penalty(standard(variables).into_iter().map(scaled).collect(), equal)
        }
        Method::MeanOfScores => simple(standard(variables), equal, None),
        Method::MeanOfRanks => simple(ranks(variables), equal, None),
        Method::Principal => {
            let scores = standard(variables);
            let (weights, explained) = principal::weights(&scores);
            simple(scores, weights, Some(explained))
        }
    })
}

fn own_goalposts(variables: &Variables) -> Result<Goalposts, Refused> {
    let columns: Vec<Vec<f64>> = (0..variables.len()).map(|j| variables.column(j).to_vec()).collect();
    let references: Vec<f64> = columns.iter().map(|column| crate::stats::moments::mean(column)).collect();
    Goalposts::new(&columns, &references)
}
