//! What can go wrong when two variables are compared.

/// One of two variables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// The first, on the horizontal axis.
    X,
    /// The second, on the vertical axis.
    Y,
}

impl Axis {
    /// The first of the two variables for which the condition holds.
    pub fn first<T: Copy>([x, y]: [T; 2], is_so: impl Fn(T) -> bool) -> Option<Self> {
        if is_so(x) { Some(Self::X) } else { is_so(y).then_some(Self::Y) }
    }
}

/// Why a statistic cannot be given. Data, not text: the wording belongs to the language files.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StatsError {
    /// The slices are not of the same length.
    #[error("{x} values cannot be paired with {y}")]
    LengthMismatch {
        /// Length of the first slice.
        x: usize,
        /// Length of the second slice.
        y: usize,
    },
    /// A value is NaN or infinite.
    #[error("every value must be a finite number")]
    NotFinite,
    /// A value, or a quantity derived from it, is too large to be squared and summed.
    #[error("the values go beyond ±{max:e}: choose a larger unit")]
    TooLarge {
        /// [`MAX_MAGNITUDE`](super::classes::MAX_MAGNITUDE).
        max: f64,
    },
    /// Too few values, or pairs of them.
    #[error("at least {needed} values are needed, and there are {n}")]
    TooFew {
        /// How many there are.
        n: usize,
        /// How many are needed.
        needed: usize,
    },
    /// A variable is ordinal or categorical, so its numbers are not quantities.
    #[error("{which:?} has steps, which are no quantities")]
    NoQuantity { which: Axis },
    /// All values of a variable are equal.
    #[error("all values of {which:?} are equal")]
    NoVariation { which: Axis },
}
