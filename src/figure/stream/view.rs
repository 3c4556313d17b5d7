//! The type that implements the view, in a file of its own to avoid circular imports.

/// The view of streams of parts.
#[derive(Clone, Debug)]
pub struct StreamView;
