//! Groups of units that are alike in several indicators.

use serde::{Deserialize, Serialize};

use crate::stats::Refused;
use crate::stats::groups::{
    Partition, Points, Silhouette, WardTree, kmeans, medoids, silhouette, silhouettes, skater,
};
use crate::stats::space::Weights;

/// How groups are made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Algorithm {
    #[default]
    KMeans,
    Ward,
    Medoids,
    /// Groups that touch.
    Skater,
}

impl Algorithm {
    pub const ALL: [Self; 4] = [Self::KMeans, Self::Ward, Self::Medoids, Self::Skater];

    pub fn id(self) -> &'static str {
        match self {
            Self::KMeans => "kmeans",
            Self::Ward => "ward",
            Self::Medoids => "medoids",
            Self::Skater => "skater",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// The starts of k-means.
pub const STARTS: u32 = 100;

/// The numbers of groups that are tried where none is asked for.
const TRIED: std::ops::RangeInclusive<usize> = 2..=8;

/// Groups by one variable are the classes of a map, which has schemes for them.
const LEAST_VARIABLES: usize = 2;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grouped {
    pub algorithm: Algorithm,
    /// How many groups; `None` for as many as the silhouette says.
    pub k: Option<usize>,
    pub starts: u32,
    pub seed: u64,
}

/// Groups, and how good they are: what map, sentence, table and command line say.
#[derive(Debug, Clone, PartialEq)]
pub struct Grouping {
    /// The units with a value of every variable, in their order: all that follows is of them.
    pub kept: Vec<usize>,
    pub points: Points,
    pub partition: Partition,
    pub silhouette: Silhouette,
    /// The typical unit of each group, as a position among the kept ones, where groups are made around units.
    pub medoids: Vec<usize>,
    /// The mean silhouette for each number of groups that was tried.
    pub tried: Vec<(usize, f64)>,
    /// The tree of Ward's groups, whose order puts those that are alike side by side.
    pub tree: Option<WardTree>,
}

impl Grouping {
    /// The group of each unit; `None` without all values.
    pub fn units(&self, count: usize) -> Vec<Option<usize>> {
        let mut units = vec![None; count];
        self.kept.iter().zip(&self.partition.groups).for_each(|(unit, group)| units[*unit] = Some(*group));
        units
    }
}

/// Divides units by the variables in `columns`. Units that lack a value are left out. `weights` is for groups that touch.
///
/// # Errors
/// See [`Refused`].
pub fn grouping(
    columns: &[Vec<Option<f64>>],
    asked: Grouped,
    weights: Option<&Weights>,
) -> Result<Grouping, Refused> {
    if columns.len() < LEAST_VARIABLES {
        return Err(Refused::TooFewVariables { n: columns.len(), needed: LEAST_VARIABLES });
    }
    let count = columns.first().map_or(0, Vec::len);
    let kept: Vec<usize> =
        (0..count).filter(|&unit| columns.iter().all(|column| column[unit].is_some())).collect();
    if kept.len() < 3 {
        return Err(Refused::TooFew { n: kept.len(), needed: 3 });
    }
    let present = |column: &Vec<Option<f64>>| kept.iter().filter_map(|&unit| column[unit]).collect();
    let points = Points::standardised(&columns.iter().map(present).collect::<Vec<_>>())?;
    let among = weights.map(|weights| weights.among(&kept));
    let tree = (asked.algorithm == Algorithm::Ward).then(|| WardTree::new(&points)).transpose()?;
    let one = |k: usize| divided(&points, asked, k, among.as_ref(), tree.as_ref());
    let mut tried = Vec::new();
    let (partition, medoids) = match asked.k {
        Some(k) => one(k)?,
        None => {
            let least = among.as_ref().filter(|_| asked.algorithm == Algorithm::Skater);
            let least = least.map_or(2, |weights| weights.pieces().1.max(2));
            let mut made = Vec::new();
            for k in (*TRIED.start()).max(least)..=(*TRIED.end()).max(least) {
                if k >= points.len() {
                    break;
                }
                made.push((k, one(k)?));
            }
            let partitions: Vec<&Partition> = made.iter().map(|(_, (partition, _))| partition).collect();
            let means: Vec<f64> = silhouettes(&points, &partitions).iter().map(|found| found.mean).collect();
            let mut best = None;
            for ((k, made), mean) in made.into_iter().zip(means) {
                tried.push((k, mean));
                if best.as_ref().is_none_or(|(most, _)| mean > *most) {
                    best = Some((mean, made));
                }
            }
            match best {
                Some((_, made)) => made,
                None => return Err(Refused::GroupCount { k: least, n: points.len() }),
            }
        }
    };
    let silhouette = silhouette(&points, &partition);
    Ok(Grouping { kept, points, partition, silhouette, medoids, tried, tree })
}

fn divided(
    points: &Points,
    asked: Grouped,
    k: usize,
    weights: Option<&Weights>,
    tree: Option<&WardTree>,
) -> Result<(Partition, Vec<usize>), Refused> {
    if let Some(tree) = tree {
        return Ok((tree.cut(points, k)?, Vec::new()));
    }
    Ok(match (asked.algorithm, weights) {
        (Algorithm::KMeans, _) => (kmeans(points, k, asked.starts, asked.seed)?, Vec::new()),
        (Algorithm::Ward, _) => (WardTree::new(points)?.cut(points, k)?, Vec::new()),
        (Algorithm::Medoids, _) => medoids(points, k)?,
        (Algorithm::Skater, Some(weights)) => (skater(points, weights, k)?, Vec::new()),
        (Algorithm::Skater, None) => return Err(Refused::NoNeighbours),
    })
}
