//! Which polygons are neighbours.

/// A symmetric relation between polygons, as sorted lists of neighbours in compressed rows.
///
/// The neighbours of polygon `i` are `neighbours[offsets[i]..offsets[i + 1]]`; no polygon is its
/// own neighbour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjacency {
    offsets: Vec<u32>,
    neighbours: Vec<u32>,
}

impl Adjacency {
    /// The relation over `len` polygons that holds for `pairs`, in any order, repeated or not.
    ///
    /// Pairs of a polygon with itself or with an index out of range are left out. O(p log p) for p
    /// pairs.
    pub(crate) fn from_pairs(len: usize, pairs: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let known = |i: u32| (i as usize) < len;
        let mut directed: Vec<(u32, u32)> = pairs
            .into_iter()
            .filter(|&(a, b)| a != b && known(a) && known(b))
            .flat_map(|(a, b)| [(a, b), (b, a)])
            .collect();
        directed.sort_unstable();
        directed.dedup();

        let mut offsets = vec![0; len + 1];
        for &(from, _) in &directed {
            offsets[from as usize + 1] += 1;
        }
        for i in 0..len {
            offsets[i + 1] += offsets[i];
        }
        let neighbours = directed.into_iter().map(|(_, to)| to).collect();
        Self { offsets, neighbours }
    }

    /// The neighbours of polygon `i`, ascending; empty when `i` is out of range.
    pub fn of(&self, i: usize) -> &[u32] {
        match (self.offsets.get(i), self.offsets.get(i + 1)) {
            (Some(&from), Some(&to)) => &self.neighbours[from as usize..to as usize],
            _ => &[],
        }
    }

    /// The number of polygons, including those without neighbours.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of pairs of neighbours, each counted once.
    pub fn pair_count(&self) -> usize {
        self.neighbours.len() / 2
    }

    /// Every pair of neighbours once, the smaller index first, in ascending order.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        (0..self.len()).flat_map(move |i| {
            let i = i as u32;
            let after = self.of(i as usize).iter().filter(move |&&j| j > i);
            after.map(move |&j| (i, j))
        })
    }
}
