//! Who counts as whose neighbour, and how much.

use crate::geo::adjacency::Adjacency;

/// Spatial weights of units, each of whose rows sums to one unless it is empty.
///
/// Row standardisation: w_ij = 1/kᵢ for each of the kᵢ neighbours of i (A. D. Cliff, J. K. Ord, *Spatial Processes*,
/// 1981), so that the spatial lag of a value is the mean of the neighbours' values. Rows are compressed: the neighbours
/// of unit `i` are `neighbours[offsets[i]..offsets[i + 1]]`, ascending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    offsets: Vec<u32>,
    neighbours: Vec<u32>,
}

impl Weights {
    /// From a relation of contiguity, whichever it is. O(n + pairs).
    pub fn contiguity(adjacency: &Adjacency) -> Self {
        let rows = (0..adjacency.len()).map(|i| adjacency.of(i).to_vec());
        Self::from_rows(rows)
    }

    /// The `k` nearest units of each by the distance of points; of equal distances the unit that comes first counts, as
    /// in `libpysal.weights.KNN`. With k of n − 1 or more, all others. O(n²).
    pub fn nearest(points: &[[f64; 2]], k: usize) -> Self {
        Self::from_rows(points.iter().enumerate().map(|(i, &from)| {
            let mut others: Vec<(f64, u32)> = points
                .iter()
                .enumerate()
                .filter(|(j, _)| *j != i)
                .map(|(j, to)| (square(from, *to), j as u32))
                .collect();
            if k > 0 && k < others.len() {
                others.select_nth_unstable_by(k - 1, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            }
            others.truncate(k);
            let mut row: Vec<u32> = others.into_iter().map(|(_, j)| j).collect();
            row.sort_unstable();
            row
        }))
    }

    /// All units up to `distance`, inclusive, as `libpysal.weights.DistanceBand(binary=True)`. O(n²).
    pub fn within(points: &[[f64; 2]], distance: f64) -> Self {
        let most = distance * distance;
        Self::from_rows(points.iter().enumerate().map(|(i, &from)| {
            let near = points.iter().enumerate().filter(|(j, to)| *j != i && square(from, **to) <= most);
            near.map(|(j, _)| j as u32).collect()
        }))
    }

    /// The least distance at which no unit is without a neighbour; `None` for fewer than two units. O(n²).
    pub fn least_distance(points: &[[f64; 2]]) -> Option<f64> {
        let nearest = |i: usize| {
            let others = points.iter().enumerate().filter(|(j, _)| *j != i);
            others.map(|(_, to)| square(points[i], *to)).fold(f64::INFINITY, f64::min)
        };
        let most = (0..points.len()).map(nearest).fold(0.0, f64::max);
        (points.len() > 1).then(|| most.sqrt())
    }

    fn from_rows(rows: impl IntoIterator<Item = Vec<u32>>) -> Self {
        let (mut offsets, mut neighbours) = (vec![0], Vec::new());
        for row in rows {
            neighbours.extend(row);
            offsets.push(neighbours.len() as u32);
        }
        Self { offsets, neighbours }
    }

    /// The same relation among the units that are kept, in their order: for units whose value is missing.
    pub fn among(&self, kept: &[usize]) -> Self {
        let mut place = vec![u32::MAX; self.len()];
        for (at, &i) in kept.iter().enumerate() {
            place[i] = at as u32;
        }
        Self::from_rows(kept.iter().map(|&i| {
            let mut row: Vec<u32> =
                self.of(i).iter().map(|&j| place[j as usize]).filter(|&j| j != u32::MAX).collect();
            row.sort_unstable();
            row
        }))
    }

    /// The neighbours of unit `i`.
    pub fn of(&self, i: usize) -> &[u32] {
        match (self.offsets.get(i), self.offsets.get(i + 1)) {
            (Some(&from), Some(&to)) => &self.neighbours[from as usize..to as usize],
            _ => &[],
        }
    }

    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of neighbours of each unit.
    pub fn counts(&self) -> impl Iterator<Item = usize> + '_ {
        self.offsets.windows(2).map(|pair| (pair[1] - pair[0]) as usize)
    }

    /// The units without a neighbour.
    pub fn islands(&self) -> Vec<usize> {
        self.counts().enumerate().filter(|(_, count)| *count == 0).map(|(i, _)| i).collect()
    }

    /// The mean of the neighbours' values; 0 for a unit without neighbours, as in `libpysal`.
    pub fn lag(&self, values: &[f64]) -> Vec<f64> {
        (0..self.len()).map(|i| mean_of(self.of(i), values)).collect()
    }

    /// Σ w_ij, Σ ½(w_ij + w_ji)²·… as Cliff and Ord name them: S0 = Σw, S1 = ½Σ(w_ij + w_ji)², S2 = Σ(w_i. + w_.i)².
    pub(in crate::stats) fn sums(&self) -> Sums {
        let share = |i: usize| 1.0 / (self.of(i).len().max(1)) as f64;
        let mut columns = vec![0.0; self.len()];
        let (mut s0, mut s1) = (0.0, 0.0);
        for i in 0..self.len() {
            let row = self.of(i);
            for &j in row {
                let (own, j) = (share(i), j as usize);
                let back = if self.of(j).binary_search(&(i as u32)).is_ok() { share(j) } else { 0.0 };
                // A pair that holds in both directions is met twice, one that holds in one direction once.
                let twice = if back == 0.0 { 2.0 } else { 1.0 };
                s0 += own;
                s1 += (own + back) * (own + back) * twice / 2.0;
                columns[j] += own;
            }
        }
        let row_sum = |i: usize| if self.of(i).is_empty() { 0.0 } else { 1.0 };
        let s2 =
            columns.iter().enumerate().map(|(i, column)| (row_sum(i) + column) * (row_sum(i) + column)).sum();
        Sums { s0, s1, s2 }
    }

    /// The pieces of the territory: for each unit the number of its piece, and how many there are. A relation that holds
    /// in one direction joins two units.
    pub fn pieces(&self) -> (Vec<usize>, usize) {
        let mut parent: Vec<usize> = (0..self.len()).collect();
        fn root(parent: &mut [usize], mut i: usize) -> usize {
            while parent[i] != i {
                parent[i] = parent[parent[i]];
                i = parent[i];
            }
            i
        }
        for i in 0..self.len() {
            for &j in self.of(i) {
                let (a, b) = (root(&mut parent, i), root(&mut parent, j as usize));
                parent[a.max(b)] = a.min(b);
            }
        }
        let mut numbers = vec![usize::MAX; self.len()];
        let mut count = 0;
        let found = (0..self.len()).map(|i| {
            let root = root(&mut parent, i);
            if numbers[root] == usize::MAX {
                numbers[root] = count;
                count += 1;
            }
            numbers[root]
        });
        let found: Vec<usize> = found.collect();
        (found, count)
    }
}

/// See [`Weights::sums`].
#[derive(Debug, Clone, Copy)]
pub(in crate::stats) struct Sums {
    pub s0: f64,
    pub s1: f64,
    pub s2: f64,
}

fn square(a: [f64; 2], b: [f64; 2]) -> f64 {
    let (dx, dy) = (a[0] - b[0], a[1] - b[1]);
    dx * dx + dy * dy
}

fn mean_of(row: &[u32], values: &[f64]) -> f64 {
    row.iter().map(|&j| values[j as usize]).sum::<f64>() / row.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: [[f64; 2]; 4] = [[0.0, 0.0], [1.0, 0.0], [3.0, 0.0], [9.0, 0.0]];

    #[test]
    fn neighbours_by_distance() {
        let nearest = Weights::nearest(&LINE, 1);
        assert_eq!((0..4).map(|i| nearest.of(i).to_vec()).collect::<Vec<_>>(), [[1], [0], [1], [2]]);
        assert_eq!(Weights::nearest(&LINE, 9).of(3), [0, 1, 2]);
        assert!(Weights::nearest(&LINE, 0).of(3).is_empty());
        let within = Weights::within(&LINE, 2.0);
        assert_eq!((within.of(1), within.islands()), ([0, 2].as_slice(), vec![3]));
        assert_eq!(Weights::least_distance(&LINE), Some(6.0));
        assert_eq!(Weights::least_distance(&LINE[..1]), None);
        assert_eq!(within.pieces(), (vec![0, 0, 0, 1], 2));
        assert_eq!(within.lag(&[1.0, 2.0, 5.0, 7.0]), [2.0, 3.0, 2.0, 0.0]);
    }

    #[test]
    fn units_without_values_are_taken_out() {
        let all = Weights::contiguity(&Adjacency::from_pairs(4, [(0, 1), (1, 2), (2, 3)]));
        let some = all.among(&[0, 2, 3]);
        assert_eq!((some.of(0), some.of(1), some.of(2)), ([].as_slice(), [2].as_slice(), [1].as_slice()));
        assert_eq!(some.counts().collect::<Vec<_>>(), [0, 1, 1]);
    }
}
