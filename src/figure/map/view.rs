//! The type that stands for the view, apart from what it does.

/// The view of maps.
#[derive(Clone, Debug)]
pub struct MapView;
