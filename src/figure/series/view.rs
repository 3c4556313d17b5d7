//! The type that stands for the view, apart from what it does.

/// The view of time series.
#[derive(Clone, Debug)]
pub struct SeriesView;
