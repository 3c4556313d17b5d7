//! The positions of references and values in the plot of a time series.

use crate::base::Date;
use crate::figure::chart::scale::{Scale, time_shares};
use crate::figure::page::layout::Box2;

use super::numbers::SeriesModel;

/// The positions of references and values in the plot.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The area of the plot.
    pub area: Box2,
    /// The scale of the values.
    pub scale: Scale,
    /// The x of each of the model's references.
    pub xs: Vec<f64>,
}

impl Placed {
    /// Before the width of the plot is known.
    pub fn new(area: Box2, scale: Scale) -> Self {
        Self { area, scale, xs: Vec::new() }
    }

    /// The point for a value at a position of the references; outside the plot for a value beyond the scale.
    pub fn at(&self, position: usize, value: f64) -> [f64; 2] {
        [self.xs[position], self.y(value)]
    }

    /// The y of a value.
    pub fn y(&self, value: f64) -> f64 {
        self.area.y + self.area.height * (1.0 - self.scale.share_beyond(value))
    }

    /// Sets the right end of the plot and distributes the dates, away from the axis so that markers do not overlap
    /// it.
    pub fn reach(&mut self, model: &SeriesModel, right: f64, size: f64) {
        self.area.width = right - self.area.x;
        let inset = (self.area.width * 0.05).max(size * 1.2).min(self.area.width * 0.25);
        let room = self.area.width - inset - size * 0.5;
        let days: Vec<Date> = model.references.iter().map(|at| at.day_on_axis()).collect();
        self.xs = time_shares(&days).into_iter().map(|s| self.area.x + inset + s * room).collect();
    }
}
