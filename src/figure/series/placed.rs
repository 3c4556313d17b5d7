//! Where the plot of a time series has a reference and a value.

use crate::base::Date;
use crate::figure::chart::scale::{Scale, time_shares};
use crate::figure::page::layout::Box2;

use super::numbers::SeriesModel;

/// Where the plot has a reference and a value.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The room of the plot.
    pub area: Box2,
    /// The scale of the values.
    pub scale: Scale,
    /// Where each of the model's references stands.
    pub xs: Vec<f64>,
}

impl Placed {
    /// Before it is known how wide the plot is.
    pub fn new(area: Box2, scale: Scale) -> Self {
        Self { area, scale, xs: Vec::new() }
    }

    /// The place of a value at that position of the references; beyond the plot for one beyond the scale.
    pub fn at(&self, position: usize, value: f64) -> [f64; 2] {
        [self.xs[position], self.y(value)]
    }

    /// The height of a value.
    pub fn y(&self, value: f64) -> f64 {
        self.area.y + self.area.height * (1.0 - self.scale.share_beyond(value))
    }

    /// Ends the plot there, and puts the dates in it: away from the axis, so that markers do not stand on it.
    pub fn reach(&mut self, model: &SeriesModel, right: f64, size: f64) {
        self.area.width = right - self.area.x;
        let inset = (self.area.width * 0.05).max(size * 1.2).min(self.area.width * 0.25);
        let room = self.area.width - inset - size * 0.5;
        let days: Vec<Date> = model.references.iter().map(|at| at.day_on_axis()).collect();
        self.xs = time_shares(&days).into_iter().map(|s| self.area.x + inset + s * room).collect();
    }
}
