//! What a reader should be told about classes, and why values may not be classifiable.

/// Something a reader of the legend should know, as data: its wording is in the language files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Note {
    /// All values are equal: one class holds them.
    Constant,
    /// More classes were asked for than there are distinct values.
    FewerDistinctValues { asked: usize, distinct: usize },
    /// Ties made edges coincide; each is kept once, so there are fewer classes.
    DuplicateEdges { removed: usize },
    /// A class of a fixed scale ([`Scheme::StdDev`](super::Scheme::StdDev),
    /// [`Scheme::BoxPlot`](super::Scheme::BoxPlot)) was left out because it lies outside the data or has no width.
    /// The remaining classes keep their order; a diverging palette uses `position` to pick their colours.
    AbsentClass {
        /// Its position on the full scale, 0 for the lowest.
        position: usize,
        /// The number of classes of the full scale.
        of: usize,
    },
    /// A class without values.
    EmptyClass { class: usize },
    /// The scheme sets the number of classes itself, and it differs from the one asked for.
    CountIgnored { asked: usize },
    /// Head/tail breaks reached the limit; the last class holds everything that remained.
    CountCapped {
        /// [`MAX_CLASSES`](super::MAX_CLASSES).
        max: usize,
    },
}

/// Why values could not be divided into classes.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ClassifyError {
    #[error("there are no values to classify")]
    NoValues,
    /// No class asked for.
    #[error("ask for at least one class")]
    ZeroClasses,
    /// More classes than a legend can hold.
    #[error("ask for at most {max} classes")]
    TooManyClasses {
        /// [`MAX_CLASSES`](super::MAX_CLASSES).
        max: usize,
    },
    /// The manual scheme was given no breaks.
    #[error("write at least one break")]
    ManualBreaksEmpty,
    /// Breaks out of order or repeated.
    #[error("write the breaks in ascending order, each once")]
    ManualBreaksNotAscending,
    /// A break is NaN or infinite.
    #[error("every break must be a finite number")]
    NotFinite,
    /// A value too large to be squared and summed.
    #[error("the values go beyond ±{max:e}: choose a larger unit")]
    TooLarge {
        /// [`MAX_MAGNITUDE`](super::MAX_MAGNITUDE).
        max: f64,
    },
}
