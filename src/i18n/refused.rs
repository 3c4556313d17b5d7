//! Why a statistic of several variables, of space or of groups has no result, in words.

use crate::analysis::{Algorithm, Cluster, Clusters, Grouping};
use crate::stats::Refused;
use crate::stats::space::{Moran, Neighbours, Permutations, Quadrant};

use super::{Lang, Thing, number, p_value, plain_number, signed_number, texts};

impl Lang {
    /// The reason; `names` are those of the variables in their order, `units` those of the units.
    pub fn refused(self, refused: Refused, names: &[String], units: &[String]) -> String {
        let name = |at: usize| names.get(at).map_or("", String::as_str);
        match refused {
            Refused::TooFew { n, needed } => texts::refused_few(self, n, needed),
            Refused::LengthMismatch { found, wanted } => texts::refused_lengths(self, found, wanted),
            Refused::NotFinite => self.text(texts::STATS_NOT_FINITE).to_owned(),
            Refused::Constant { variable } => {
                // What is explained comes after what explains.
                texts::refused_constant(self, name(variable.unwrap_or(names.len().saturating_sub(1))))
            }
            Refused::Collinear { variable } => texts::refused_collinear(self, name(variable)),
            Refused::NoNeighbours => self.text(texts::REFUSED_NO_NEIGHBOURS).to_owned(),
            Refused::GroupCount { k, n } => texts::refused_group_count(self, k, n),
            Refused::Pieces { pieces, k } => texts::refused_pieces(self, pieces, k),
            Refused::TooFewVariables { n, needed } => texts::refused_few_variables(self, n, needed),
            Refused::NoPolarity { variable } => texts::refused_polarity(self, name(variable)),
            Refused::Weight { unit } => {
                texts::refused_weight(self, units.get(unit).map_or("", String::as_str))
            }
            Refused::NotTwoStates => self.text(texts::REFUSED_STATES).to_owned(),
            Refused::Negative => self.text(texts::REFUSED_NEGATIVE).to_owned(),
            Refused::Nearest { k, n } => texts::refused_nearest(self, k, n, n.saturating_sub(2)),
            Refused::Twice { variable } => texts::refused_same(self, name(variable)),
            Refused::TooMany { n, most } => texts::refused_many(self, n, most),
        }
    }
}

impl Lang {
    /// How many clusters hold, how many chance alone would give, and whether the units are few: the same wherever they are shown.
    pub fn clusters(self, found: &Clusters) -> Vec<String> {
        let level = plain_number(self, found.level);
        let holding = found.units.iter().filter(|unit| matches!(unit, Some(Cluster::Of(_)))).count();
        let mut lines = vec![
            texts::clusters_line(self, found.tested, holding, &level),
            texts::clusters_chance(
                self,
                self.none_or_count(found.before, Thing::Territory),
                &level,
                number(self, found.by_chance, 1),
            ),
        ];
        if found.are_few() {
            lines.push(texts::clusters_few(self, found.kept.len()));
        }
        lines
    }
}

impl Lang {
    /// What a method of grouping is called.
    pub fn algorithm(self, algorithm: Algorithm) -> &'static str {
        self.text(match algorithm {
            Algorithm::KMeans => texts::GROUPS_KMEANS,
            Algorithm::Ward => texts::GROUPS_WARD,
            Algorithm::Medoids => texts::GROUPS_MEDOIDS,
            Algorithm::Skater => texts::GROUPS_SKATER,
        })
    }

    /// How many groups there are, how far apart, and whether they are there at all.
    pub fn grouping(self, algorithm: Algorithm, found: &Grouping) -> Vec<String> {
        /// L. Kaufman, P. J. Rousseeuw, *Finding Groups in Data*, 1990.
        const WEAK: f64 = 0.25;
        let (partition, mean) = (&found.partition, found.silhouette.mean);
        let share = format!("{}%", number(self, 100.0 * partition.between_share, 1));
        let method = self.algorithm(algorithm);
        let mut lines = vec![texts::groups_head(self, method, partition.k, share, number(self, mean, 2))];
        if !found.tried.is_empty() {
            let one = |(k, mean): &(usize, f64)| format!("{k} → {}", number(self, *mean, 2));
            let list: Vec<String> = found.tried.iter().map(one).collect();
            lines.push(texts::groups_tried(self, list.join("; ")));
        }
        if mean < WEAK {
            lines.push(self.text(texts::GROUPS_WEAK).to_owned());
        }
        lines
    }

    /// What a group is like: the variables in which its mean is at least half a standard deviation from that of all, the
    /// farthest first.
    pub fn group_profile(self, means: &[f64], names: &[String]) -> String {
        const FAR: f64 = 0.5;
        let mut far: Vec<(f64, &String)> =
            means.iter().copied().zip(names).filter(|(mean, _)| mean.abs() >= FAR).collect();
        far.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
        let words: Vec<String> = far
            .into_iter()
            .map(|(mean, name)| {
                let score = signed_number(self, mean, 1);
                if mean > 0.0 {
                    texts::groups_high(self, name, score)
                } else {
                    texts::groups_low(self, name, score)
                }
            })
            .collect();
        if words.is_empty() { self.text(texts::GROUPS_MIDDLE).to_owned() } else { words.join("; ") }
    }
}

impl Lang {
    /// What a unit is among its neighbours.
    pub fn cluster(self, cluster: Cluster) -> &'static str {
        self.text(match cluster {
            Cluster::Of(Quadrant::HighHigh) => texts::CLUSTER_HIGH_HIGH,
            Cluster::Of(Quadrant::LowLow) => texts::CLUSTER_LOW_LOW,
            Cluster::Of(Quadrant::HighLow) => texts::CLUSTER_HIGH_LOW,
            Cluster::Of(Quadrant::LowHigh) => texts::CLUSTER_LOW_HIGH,
            Cluster::NotSignificant => texts::CLUSTER_NONE,
            Cluster::NoNeighbours => texts::CLUSTER_NO_NEIGHBOURS,
        })
    }

    /// Who counts as a neighbour.
    pub fn neighbours(self, rule: Neighbours) -> String {
        match rule {
            Neighbours::Queen => self.text(texts::NEIGHBOURS_QUEEN).to_owned(),
            Neighbours::Rook => self.text(texts::NEIGHBOURS_ROOK).to_owned(),
            Neighbours::Nearest(k) => texts::neighbours_nearest(self, k),
            Neighbours::Within(metres) => texts::neighbours_within(self, number(self, metres, 0)),
        }
    }

    /// Moran's I with its test, and what it says.
    pub fn moran(self, found: &Moran) -> Vec<String> {
        let three = |x| number(self, x, 3);
        let Permutations { count, seed } = found.permutations;
        let p = p_value(self, found.p);
        let count = number(self, f64::from(count), 0);
        let verdict = match (found.p <= 0.05, found.i > found.expected) {
            (false, _) => texts::MORAN_NOTHING,
            (true, true) => texts::MORAN_ALIKE,
            (true, false) => texts::MORAN_UNLIKE,
        };
        let line =
            texts::moran_line(self, three(found.i), three(found.expected), three(found.z), p, count, seed);
        vec![line, self.text(verdict).to_owned()]
    }
}
