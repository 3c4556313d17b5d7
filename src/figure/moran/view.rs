//! The type that implements the view, in a file of its own to avoid circular imports.

/// The view.
#[derive(Clone, Debug)]
pub struct MoranView;
