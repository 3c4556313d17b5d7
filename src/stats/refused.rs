//! Why a method of several variables, of space or of groups gives no result.

/// Data, not text: the wording belongs to the language files. Variables and units are positions in what was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refused {
    /// Too few units have all values.
    #[error("at least {needed} units are needed, and there are {n}")]
    TooFew { n: usize, needed: usize },
    /// The lists are not of the same length.
    #[error("{found} values for {wanted} units")]
    LengthMismatch { found: usize, wanted: usize },
    /// A value is NaN or infinite.
    #[error("every value must be a finite number")]
    NotFinite,
    /// A variable, or what is explained (`None`), has the same value everywhere.
    #[error("variable {variable:?} has the same value everywhere")]
    Constant { variable: Option<usize> },
    /// A variable follows exactly from those before it.
    #[error("variable {variable} follows exactly from the others")]
    Collinear { variable: usize },
    /// No unit has a neighbour.
    #[error("no unit has a neighbour")]
    NoNeighbours,
    /// More groups than units, or fewer than two.
    #[error("{k} groups of {n} units")]
    GroupCount { k: usize, n: usize },
    /// Connected groups: the territory is in more pieces than groups are wanted.
    #[error("the territory has {pieces} pieces that do not touch, and {k} groups are wanted")]
    Pieces { pieces: usize, k: usize },
    /// Fewer variables than the method needs.
    #[error("at least {needed} variables are needed, and there are {n}")]
    TooFewVariables { n: usize, needed: usize },
    /// It is not said whether more of a variable is better or worse.
    #[error("variable {variable} has no polarity")]
    NoPolarity { variable: usize },
    /// A weight of a unit is zero or negative.
    #[error("the weight of unit {unit} is not positive")]
    Weight { unit: usize },
    /// Only zeros and ones can be counted as joins.
    #[error("only two states can be counted, 0 and 1")]
    NotTwoStates,
    /// Values of both signs have no share in a sum (Getis and Ord).
    #[error("negative values have no share in a sum")]
    Negative,
    /// As many nearest neighbours as there are other units, or more: everybody would be near to everybody.
    #[error("{k} nearest neighbours of {n} units")]
    Nearest { k: usize, n: usize },
    /// The same variable twice.
    #[error("variable {variable} is there twice")]
    Twice { variable: usize },
    /// The method takes time or memory that grows too fast.
    #[error("{n} units are more than the {most} this method can do")]
    TooMany { n: usize, most: usize },
}
