//! Proportional symbols: circles whose area is proportional to the value.

use crate::scene::{Anchor, Fill, Geometry, Node, Path, Weight};

use crate::figure::page::layout::run;
use crate::figure::page::style;
use crate::figure::round::round_down;

/// Scales circles so that areas are proportional to absolute values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct SymbolScale {
    largest_value: f64,
    /// Half the values that are not zero are smaller.
    median: f64,
    /// The sum of all.
    total: f64,
    largest_radius: f64,
}

impl SymbolScale {
    /// Gives the largest absolute value the largest radius. `None` when all values are zero.
    pub fn new(values: impl IntoIterator<Item = f64>, largest_radius: f64) -> Option<Self> {
        let mut sizes: Vec<f64> = values.into_iter().map(f64::abs).filter(|size| *size > 0.0).collect();
        sizes.sort_by(f64::total_cmp);
        let (largest_value, median) = (*sizes.last()?, sizes[sizes.len() / 2]);
        Some(Self { largest_value, median, total: sizes.iter().sum(), largest_radius })
    }

    /// The same on a map, or on so many maps: with many values alike, circles as large as that of a city would cover one another and the
    /// territory, so that together they have at most the area of ten of the largest.
    pub fn uncrowded(self, maps: usize) -> Self {
        const MOST: f64 = 10.0;
        let together = self.total / self.largest_value / maps.max(1) as f64;
        Self { largest_radius: self.largest_radius * (MOST / together).sqrt().min(1.0), ..self }
    }

    /// Radius of a value's circle: r = R·√(|v|/V).
    pub fn radius(&self, value: f64) -> f64 {
        self.largest_radius * (value.abs() / self.largest_value).sqrt()
    }

    /// Up to three round values for a nested legend: near the largest, near that of most circles, and one between.
    pub(crate) fn legend_values(&self) -> Vec<f64> {
        // Any smaller, and the circle would be a dot.
        const LEAST: f64 = 1.0 / 1500.0;
        let largest = round_down(self.largest_value);
        let common = round_down(self.median.clamp(self.largest_value * LEAST, self.largest_value / 16.0));
        let mut values = vec![largest, round_down((largest * common).sqrt()), common];
        values.dedup();
        values
    }
}

/// One circle on the map.
pub fn circle(centre: [f64; 2], value: f64, scale: &SymbolScale) -> Path {
    let colour = if value < 0.0 { style::SYMBOL_NEGATIVE } else { style::SYMBOL };
    Path::new(Geometry::Circle { centre, radius: scale.radius(value) })
        .filled(Fill::Translucent(colour, style::SYMBOL_OPACITY))
        .stroked(style::PAPER, 0.4)
}

/// The nested legend: circles on a common base line, with a leader to each value. Returns its height.
pub(crate) fn nested_legend(
    scale: &SymbolScale,
    [x, y]: [f64; 2],
    size: f64,
    label: impl Fn(f64) -> String,
    nodes: &mut Vec<Node>,
) -> f64 {
    let values = scale.legend_values();
    let outer = values.first().map_or(0.0, |v| scale.radius(*v));
    let base = y + 2.0 * outer;
    let text_x = x + 2.0 * outer + size * 1.2;
    let mut last_text = f64::NEG_INFINITY;
    for value in &values {
        let radius = scale.radius(*value);
        let centre = [x + outer, base - radius];
        nodes.push(Node::Path(Path::circle(centre, radius).stroked(style::MUTED, 0.6)));
        // The tops of small circles may be closer together than lines of text.
        let top = base - 2.0 * radius;
        let text_y = top.max(last_text + size * 1.15);
        last_text = text_y;
        nodes.push(Node::Path(
            Path::line(vec![[centre[0], top], [text_x - size * 0.9, text_y], [text_x - size * 0.3, text_y]])
                .stroked(style::MUTED, 0.4),
        ));
        let at = [text_x, text_y + size * 0.35];
        nodes.push(run(label(*value), at, size, Weight::Regular, style::INK, Anchor::Start));
    }
    (base - y).max(last_text + size * 0.6 - y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_in_proportion_to_values() {
        let scale = SymbolScale::new([100.0, 400.0, -25.0], 20.0).unwrap();
        assert_eq!(scale.radius(400.0), 20.0);
        assert_eq!(scale.radius(100.0), 10.0);
        assert_eq!(scale.radius(-25.0), 5.0);
        assert_eq!(scale.radius(0.0), 0.0);
        assert_eq!(SymbolScale::new([0.0, 0.0], 20.0), None);
    }

    #[test]
    fn many_circles_alike_are_smaller_and_few_are_not() {
        let alike = SymbolScale::new([50.0; 160], 20.0).unwrap();
        assert_eq!(alike.uncrowded(1).radius(50.0), 5.0);
        assert_eq!(alike.uncrowded(4).radius(50.0), 10.0, "of four maps each has a fourth");
        let city = SymbolScale::new([1_354_196.0, 40_000.0, 9_000.0], 20.0).unwrap();
        assert_eq!(city.uncrowded(1), city);
    }

    #[test]
    fn the_legend_shows_round_values_within_the_range() {
        let scale = SymbolScale::new([1_354_196.0], 20.0).unwrap();
        assert_eq!(scale.legend_values(), [1_000_000.0, 200_000.0, 50_000.0]);
        // Beside a city, most have some thousands.
        let beside_a_city =
            SymbolScale::new([1_354_196.0, 8_000.0, 7_500.0, 2_000.0, 40_000.0], 20.0).unwrap();
        assert_eq!(beside_a_city.legend_values(), [1_000_000.0, 50_000.0, 5_000.0]);
        // Among Comuni of like size, the key has their sizes.
        let alike = SymbolScale::new([40_000.0, 30_000.0, 9_000.0, 3_000.0], 20.0).unwrap();
        assert_eq!(alike.legend_values(), [20_000.0, 5_000.0, 2_000.0]);
    }
}
