//! The type that implements the view, in a file of its own to avoid circular imports.

/// The view of contributions to a change.
#[derive(Clone, Debug)]
pub struct ContributionView;
