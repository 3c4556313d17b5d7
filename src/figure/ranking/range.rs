//! The range of the members of a group, in a file of its own to avoid circular imports.

/// Minimum, simple mean and maximum of the members of a group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MemberRange {
    pub min: f64,
    pub mean: f64,
    pub max: f64,
}
