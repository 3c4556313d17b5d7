//! The type that stands for the view, apart from what it does.

/// The view of slope charts.
#[derive(Clone, Debug)]
pub struct SlopeView;
