//! The type that implements the view, in a file of its own to avoid circular imports.

/// The view of a place at a glance.
#[derive(Clone, Debug)]
pub struct GlanceView;
