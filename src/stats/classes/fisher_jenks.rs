//! Fisher-Jenks natural breaks: the exact optimum.

/// Sums over the first distinct values, each measured from the mean.
#[derive(Clone, Copy, Default)]
struct Prefix {
    weight: f64,
    sum: f64,
    squares: f64,
}

/// The upper edges of the `k` classes with the least sum of squared deviations from the class means; one class per
/// distinct value where there are fewer of those than `k`. Each edge is the largest value of its class. Of equally
/// good divisions, within rounding, it takes the one whose last class is largest, then whose second to last is, and
/// so on, as `mapclassify` does.
///
/// W. D. Fisher, "On grouping for maximum homogeneity", *JASA* 53(284), 1958, by dynamic programming; G. F. Jenks,
/// *Optimal data classification for choropleth maps*, 1977. Where the last class begins moves only right as values
/// are added, so divide and conquer finds it: A. Grønlund and others, "Fast exact k-means, k-medians and Bregman
/// divergence clustering in 1D", arXiv:1701.07204, 2017, sect. 2.
///
/// O(k · m log m) time and O(k · m) memory, on m distinct values weighted by how often each occurs, so that ties are
/// never split. Sums are taken around the mean, so the optimum is missed by no more than their rounding: tests
/// require it within 1e-12 of the total sum of squares, on offsets up to 1e15. (`mapclassify` sums uncentred in
/// single precision, and on large coordinates finds other classes.)
pub(super) fn uppers(sorted: &[f64], k: usize) -> Vec<f64> {
    let ties: Vec<&[f64]> = sorted.chunk_by(|a, b| a == b).collect();
    let values: Vec<f64> = ties.iter().map(|tie| tie[0]).collect();
    let m = values.len();
    if m <= k {
        return values;
    }
    let prefixes = prefix_sums(&ties, crate::stats::moments::mean(sorted));

    // `best[t]` is the least cost of dividing the first `t` values: into one class here, into one more with each
    // layer.
    let mut best: Vec<f64> = (0..=m).map(|t| deviation(&prefixes, 0, t)).collect();
    let mut starts = Vec::with_capacity(k - 1);
    for classes in 2..=k {
        let mut layer = Layer {
            prefixes: &prefixes,
            previous: &best,
            best: vec![f64::INFINITY; m + 1],
            start: vec![0; m + 1],
        };
        // Later layers leave at least one value for each class still to come; the last layer is only asked for all
        // values.
        let least = if classes == k { m } else { classes };
        let most = m - (k - classes);
        layer.fill(least, most, classes - 1, most - 1);
        starts.push(layer.start);
        best = layer.best;
    }

    let mut uppers = vec![values[m - 1]];
    let mut end = m;
    for start in starts.iter().rev() {
        end = start[end] as usize;
        uppers.push(values[end - 1]);
    }
    uppers.reverse();
    uppers
}

fn prefix_sums(ties: &[&[f64]], origin: f64) -> Vec<Prefix> {
    let mut total = Prefix::default();
    let mut prefixes = vec![total];
    prefixes.extend(ties.iter().map(|tie| {
        let (weight, x) = (tie.len() as f64, tie[0] - origin);
        total.weight += weight;
        total.sum += weight * x;
        total.squares += weight * x * x;
        total
    }));
    prefixes
}

/// The sum of squared deviations of the values `start..end` from their mean.
fn deviation(prefixes: &[Prefix], start: usize, end: usize) -> f64 {
    let (a, b) = (prefixes[start], prefixes[end]);
    let sum = b.sum - a.sum;
    // Rounding can leave a tiny negative number, and an empty range has no mean.
    (b.squares - a.squares - sum * sum / (b.weight - a.weight)).max(0.0)
}

/// One layer of the dynamic programme: the first `t` values divided into one class more than in `previous`.
struct Layer<'a> {
    prefixes: &'a [Prefix],
    previous: &'a [f64],
    best: Vec<f64>,
    /// Where the last class begins. These back-pointers are the only table kept from every layer: 4 bytes each.
    start: Vec<u32>,
}

impl Layer<'_> {
    /// Fills `best` and `start` for `t` in `least..=most`, knowing that the last class begins in `from..=to`.
    fn fill(&mut self, least: usize, most: usize, from: usize, to: usize) {
        if least > most {
            return;
        }
        let t = least.midpoint(most);
        let (mut best, mut start) = (f64::INFINITY, from);
        for s in from..=to.min(t - 1) {
            let cost = self.previous[s] + deviation(self.prefixes, s, t);
            if cost < best {
                (best, start) = (cost, s);
            }
        }
        self.best[t] = best;
        self.start[t] = start as u32;
        self.fill(least, t - 1, from, start);
        self.fill(t + 1, most, start, to);
    }
}

#[cfg(test)]
mod tests {
    use super::uppers;

    #[test]
    fn finds_the_gaps() {
        assert_eq!(uppers(&[1.0, 2.0, 2.5, 10.0, 10.5, 30.0], 3), [2.5, 10.5, 30.0]);
        assert_eq!(uppers(&[1.0, 2.0, 9.0], 1), [9.0]);
        assert_eq!(uppers(&[1.0, 1.0, 9.0], 5), [1.0, 9.0]);
    }

    #[test]
    fn a_large_offset_changes_nothing() {
        let values = [1.0, 2.0, 4.0, 7.0, 8.0, 15.0, 16.0, 18.0];
        let shifted = values.map(|x| x + 1e15);
        let edges = uppers(&values, 3);
        assert_eq!(edges, [4.0, 8.0, 18.0]);
        assert_eq!(uppers(&shifted, 3), [4.0, 8.0, 18.0].map(|x| x + 1e15));
    }

    #[test]
    fn of_equal_costs_the_last_class_is_the_largest() {
        assert_eq!(uppers(&[1.0, 2.0, 3.0], 2), [1.0, 3.0]);
    }
}
