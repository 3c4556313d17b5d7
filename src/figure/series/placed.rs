//! The positions of references and values in the plot of a time series.

use crate::base::Date;
use crate::figure::chart::scale::{Scale, time_shares};
use crate::figure::page::layout::Box2;

use super::numbers::{Line, SeriesModel};

/// The positions of references and values in the plot.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The area of the plot.
    pub area: Box2,
    /// The scale of the values.
    pub scale: Scale,
    /// The x of each of the model's references.
    pub xs: Vec<f64>,
    /// The x of the middle of each interval that is shortened, because no line crosses it.
    pub shortened: Vec<f64>,
}

/// What a shortened interval keeps, as a share of the time that lines are drawn over.
const SHORTENED: f64 = 0.3;

/// Shortens the intervals that no line crosses and that take more than their share: beside a lone early or late point the
/// others would be squeezed. Returns the places, and the middles of what was shortened.
fn shorten(shares: &[f64], is_crossed: impl Fn(usize) -> bool) -> (Vec<f64>, Vec<f64>) {
    let steps: Vec<f64> = shares.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let crossed: f64 = (0..steps.len()).filter(|i| is_crossed(*i)).map(|i| steps[i]).sum();
    let most = crossed * SHORTENED;
    let is_long = |i: usize| crossed > 0.0 && !is_crossed(i) && steps[i] > most;
    let kept: Vec<f64> = (0..steps.len()).map(|i| if is_long(i) { most } else { steps[i] }).collect();
    let all: f64 = kept.iter().sum();
    let mut at = 0.0;
    let (mut places, mut middles) = (vec![shares.first().copied().unwrap_or(0.0)], Vec::new());
    for (i, step) in kept.iter().enumerate() {
        let step = step / all.max(f64::MIN_POSITIVE);
        if is_long(i) {
            middles.push(at + step / 2.0);
        }
        at += step;
        places.push(at);
    }
    if middles.is_empty() { (shares.to_vec(), middles) } else { (places, middles) }
}

impl Placed {
    /// Before the width of the plot is known.
    pub fn new(area: Box2, scale: Scale) -> Self {
        Self { area, scale, xs: Vec::new(), shortened: Vec::new() }
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
    /// it, and at least `inside` from the left end.
    pub fn reach(&mut self, model: &SeriesModel, right: f64, size: f64, inside: f64) {
        self.area.width = right - self.area.x;
        let inset = (self.area.width * 0.05).max(size * 1.2).max(inside).min(self.area.width * 0.3);
        let room = self.area.width - inset - size * 0.5;
        let days: Vec<Date> = model.references.iter().map(|at| at.day_on_axis()).collect();
        let is_crossed = |i: usize| model.lines.iter().any(|line| crosses(model, line, i));
        let (shares, middles) = shorten(&time_shares(&days), is_crossed);
        let place = |share: f64| self.area.x + inset + share * room;
        self.xs = shares.into_iter().map(place).collect();
        self.shortened = middles.into_iter().map(place).collect();
    }
}

/// Whether a line is drawn over the interval after a reference.
fn crosses(model: &SeriesModel, line: &Line, after: usize) -> bool {
    let runs = model.runs_of(line);
    runs.iter().any(|run| {
        run.first().is_some_and(|(i, _)| *i <= after) && run.last().is_some_and(|(i, _)| *i > after)
    })
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn only_what_no_line_crosses_is_shortened() {
        // 2022, 2023, 2026: a line over the first year, and a lone point.
        let (places, middles) = shorten(&[0.0, 0.25, 1.0], |i| i == 0);
        // The second interval is 0.3 of the first: 1 / 1.3 = 0.769…
        assert!((places[1] - 1.0 / 1.3).abs() < 1e-12, "{places:?}");
        assert!((middles[0] - (1.0 / 1.3 + 1.0) / 2.0).abs() < 1e-12, "{middles:?}");
        let whole = [0.0, 0.25, 1.0];
        assert_eq!(shorten(&whole, |_| true), (whole.to_vec(), Vec::new()));
        // Lone points alone stay in proportion to time.
        assert_eq!(shorten(&whole, |_| false), (whole.to_vec(), Vec::new()));
        assert_eq!(shorten(&[0.0], |_| true), (vec![0.0], Vec::new()));
    }
}
