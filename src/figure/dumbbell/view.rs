//! The type that implements the view, in a file of its own to avoid circular imports.

/// The view of dumbbell charts.
#[derive(Clone, Debug)]
pub struct DumbbellView;
