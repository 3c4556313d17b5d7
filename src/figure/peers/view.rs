//! The type that implements the view, in a file of its own to avoid circular imports.

/// The view of the territories most like another.
#[derive(Clone, Debug)]
pub struct PeersView;
