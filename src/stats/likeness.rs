//! How like units are: the Euclidean distance between their standardised values.
//!
//! d(a, b) = sqrt(Σ_v (z_av − z_bv)²), z being the value less the mean of the variable over its standard deviation (denominator n),
//! so that no unit of measure counts more than another. Zero is equal in everything. Variables that go together count once each, and so
//! twice for what they share: few and unlike ones say more. See Everitt, Landau, Leese, Stahl, *Cluster Analysis*, 5th ed., 3.3.
//!
//! Edge cases: variables without spread are refused by [`Points::standardised`]; units at the same distance keep their order.

use super::groups::Points;

/// A unit and how far it is from another.
#[derive(Clone, Debug, PartialEq)]
pub struct Like {
    pub unit: usize,
    pub distance: f64,
    /// The difference of the scores in each variable: its own less that of the unit it is compared with.
    pub apart: Vec<f64>,
}

impl Like {
    /// What share of the squared distance each variable makes; nothing of a distance of zero.
    pub fn shares(&self) -> Vec<f64> {
        let all: f64 = self.apart.iter().map(|by| by * by).sum();
        self.apart.iter().map(|by| if all > 0.0 { by * by / all } else { 0.0 }).collect()
    }
}

/// All other units, the most alike first.
pub fn nearest(points: &Points, unit: usize) -> Vec<Like> {
    let own = points.of(unit);
    let like = |other: usize| {
        let apart: Vec<f64> = points.of(other).iter().zip(own).map(|(other, own)| other - own).collect();
        Like { unit: other, distance: apart.iter().map(|by| by * by).sum::<f64>().sqrt(), apart }
    };
    let mut all: Vec<Like> = (0..points.len()).filter(|other| *other != unit).map(like).collect();
    all.sort_by(|a, b| a.distance.total_cmp(&b.distance).then(a.unit.cmp(&b.unit)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// sklearn.preprocessing.StandardScaler and scipy.spatial.distance.cdist of these columns (`tests/reference/peers.py`).
    #[test]
    fn distances_are_those_of_scipy() {
        let columns = [vec![1.0, 2.0, 4.0, 7.0], vec![10.0, 30.0, 20.0, 20.0]];
        let points = Points::standardised(&columns).unwrap();
        let all = nearest(&points, 0);
        let found: Vec<(usize, f64)> = all.iter().map(|like| (like.unit, like.distance)).collect();
        for ((unit, distance), (wanted, value)) in
            found.iter().zip([(2, 1.927_248_22), (1, 2.861_900_8), (3, 2.976_095_24)])
        {
            assert_eq!(*unit, wanted);
            assert!((distance - value).abs() < 1e-7, "{distance}, not {value}");
        }
        assert!((all[0].shares().iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn equal_units_are_at_no_distance() {
        let points = Points::standardised(&[vec![1.0, 1.0, 3.0]]).unwrap();
        let all = nearest(&points, 0);
        assert_eq!((all[0].unit, all[0].distance, all[0].shares()), (1, 0.0, vec![0.0]));
    }
}
