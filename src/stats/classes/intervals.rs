//! The interval rule used throughout the program.

/// Adjoining class intervals, each open below and closed above.
///
/// A value `x` is in class `i` when `upper[i-1] < x <= upper[i]`; the first class also includes its lower
/// edge. This is the rule of `mapclassify`, and of the legend.
#[derive(Debug, Clone, PartialEq)]
pub struct Intervals {
    lower: f64,
    uppers: Vec<f64>,
}

impl Intervals {
    /// Callers pass finite edges, at least one, strictly ascending, none below `lower`.
    pub(crate) fn new(lower: f64, uppers: Vec<f64>) -> Self {
        debug_assert!(uppers.first().is_some_and(|&first| lower <= first));
        debug_assert!(uppers.is_sorted_by(|a, b| a < b));
        Self { lower, uppers }
    }

    // There is always at least one class, so an `is_empty` would be pointless.
    #[allow(clippy::len_without_is_empty)]
    pub fn len(&self) -> usize {
        self.uppers.len()
    }

    /// The lower edge of the first class, included in it.
    pub fn lower(&self) -> f64 {
        self.lower
    }

    /// The upper edge of each class, strictly ascending.
    pub fn uppers(&self) -> &[f64] {
        &self.uppers
    }

    /// The lower and upper edge of a class.
    ///
    /// # Panics
    ///
    /// If `class` is not below [`Intervals::len`].
    pub fn bounds(&self, class: usize) -> (f64, f64) {
        let lower = match class {
            0 => self.lower,
            _ => self.uppers[class - 1],
        };
        (lower, self.uppers[class])
    }

    /// The class of a value; `None` for NaN and for values outside all classes. O(log k).
    pub fn class_of(&self, x: f64) -> Option<usize> {
        if x.is_nan() || x < self.lower {
            return None;
        }
        let class = self.uppers.partition_point(|&upper| upper < x);
        (class < self.len()).then_some(class)
    }

    /// How many of the values each class holds; values outside all classes are not counted. O(n log k).
    pub fn counts(&self, values: &[f64]) -> Vec<usize> {
        let mut counts = vec![0; self.len()];
        for class in values.iter().filter_map(|&x| self.class_of(x)) {
            counts[class] += 1;
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::Intervals;

    #[test]
    fn intervals_are_closed_above_and_the_first_below_too() {
        let intervals = Intervals::new(0.0, vec![1.0, 2.0]);
        let classes = [-0.1, 0.0, 1.0, 1.1, 2.0, 2.1, f64::NAN].map(|x| intervals.class_of(x));
        assert_eq!(classes, [None, Some(0), Some(0), Some(1), Some(1), None, None]);
        assert_eq!(intervals.class_of(f64::INFINITY), None);
        assert_eq!(intervals.class_of(f64::NEG_INFINITY), None);
        assert_eq!(intervals.class_of(-0.0), Some(0));
        assert_eq!(intervals.bounds(0), (0.0, 1.0));
        assert_eq!(intervals.bounds(1), (1.0, 2.0));
        assert_eq!(intervals.counts(&[0.5, 1.5, 1.6, 9.0]), [1, 2]);
    }
}
