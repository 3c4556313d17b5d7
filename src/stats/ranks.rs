//! Ranks, with ties sharing theirs.

use crate::base::decimal;

/// A place counted from the highest value, with ties sharing the better place. Cards, rankings, texts and files all
/// use this rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The place, from 1.
    pub place: usize,
    pub of: usize,
    /// How many values share that place.
    pub sharing: usize,
}

impl Place {
    /// The place of a value among all values, itself included. O(n).
    pub fn among(value: f64, all: impl IntoIterator<Item = f64>) -> Self {
        let (mut above, mut of, mut sharing) = (0, 0, 0);
        for other in all {
            let by = decimal::difference(other, value);
            of += 1;
            above += usize::from(by > 0.0);
            sharing += usize::from(by == 0.0);
        }
        Self { place: above + 1, of, sharing }
    }

    /// Whether others have the same place.
    pub(crate) fn is_shared(self) -> bool {
        self.sharing > 1
    }
}

/// The rank of each value, from 1 for the smallest; ties all get the mean of the ranks they span.
///
/// M. G. Kendall, "The treatment of ties in ranking problems", *Biometrika* 33(3), 1945: mid-ranks, which keep the
/// sum of the ranks. `scipy.stats.rankdata(method="average")`. Values must be finite. O(n log n).
pub(super) fn mid_ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    // Adding 0 turns −0 into 0, so that the two are one value.
    order.sort_unstable_by(|&i, &j| (values[i] + 0.0).total_cmp(&(values[j] + 0.0)));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    // Equal ratios of whole numbers may differ in their last bit.
    for tied in order.chunk_by(|&i, &j| decimal::difference(values[i], values[j]) == 0.0) {
        let rank = before as f64 + (tied.len() + 1) as f64 / 2.0;
        for &i in tied {
            ranks[i] = rank;
        }
        before += tied.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::{Place, mid_ranks};

    /// pandas: `Series.rank(ascending=False, method="min")`.
    #[test]
    fn equal_values_share_the_better_place() {
        let all = [0.1 + 0.2, 0.3, 0.5, 0.1];
        let places = all.map(|x| Place::among(x, all));
        assert_eq!(places.map(|place| place.place), [2, 2, 1, 4], "0.1 + 0.2 is 0.3");
        assert_eq!(places.map(Place::is_shared), [true, true, false, false]);
        assert!(places.iter().all(|place| place.of == 4));
    }

    #[test]
    fn equal_values_share_their_ranks() {
        assert_eq!(mid_ranks(&[30.0, 10.0, 20.0, 10.0]), [4.0, 1.5, 3.0, 1.5]);
        assert_eq!(mid_ranks(&[0.0, -0.0, 5.0]), [1.5, 1.5, 3.0]);
        assert_eq!(mid_ranks(&[7.0; 5]), [3.0; 5]);
        assert_eq!(mid_ranks(&[0.1 + 0.2, 0.3, 0.1]), [2.5, 2.5, 1.0], "0.1 + 0.2 is 0.3");
        assert!(mid_ranks(&[]).is_empty());
    }
}
