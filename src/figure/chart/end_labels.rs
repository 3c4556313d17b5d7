//! Labels in a column, moved from their preferred heights just enough to keep them apart.

use crate::base::Rgb;
use crate::figure::page::layout::run;
use crate::figure::page::style;
use crate::scene::{Anchor, Node, Path, Weight, text};

/// Height of a label, in type sizes.
pub(crate) const LEADING: f64 = 1.25;
/// How far from the end of its line a label stands, in type sizes.
pub(crate) const REACH: f64 = 1.2;

/// A label at an end of a line.
pub(crate) struct EndLabel {
    /// Height of the end of the line.
    wanted: f64,
    y: f64,
    words: String,
    size: f64,
    weight: Weight,
    colour: Rgb,
}

impl EndLabel {
    /// Beside an end at that height, until it is moved.
    pub(crate) fn new(wanted: f64, words: String, size: f64, weight: Weight, colour: Rgb) -> Self {
        Self { wanted, y: wanted, words, size, weight, colour }
    }

    fn width(&self) -> f64 {
        text::width(&self.words, self.size, self.weight)
    }
}

/// The width of the widest of them.
pub(crate) fn widest(labels: &[EndLabel]) -> f64 {
    labels.iter().map(EndLabel::width).fold(0.0, f64::max)
}

/// Puts the labels of one side in order from the top and moves them apart.
pub(crate) fn part(labels: &mut [EndLabel], top: f64, bottom: f64) {
    labels.sort_by(|a, b| a.wanted.total_cmp(&b.wanted));
    let wanted: Vec<(f64, f64)> = labels.iter().map(|label| (label.wanted, label.size * LEADING)).collect();
    let places = spread(&wanted, top, bottom).unwrap_or_default();
    for (label, place) in labels.iter_mut().zip(places) {
        label.y = place;
    }
}

/// Draws the labels beside the ends of lines at `x`, to their left or right, with a thin line to those that were moved.
/// `size` is that of the chart's type.
pub(crate) fn draw(labels: &[EndLabel], x: f64, is_left: bool, size: f64, hair: f64) -> Vec<Node> {
    let (side, anchor) = if is_left { (-1.0, Anchor::End) } else { (1.0, Anchor::Start) };
    let at = x + side * size * REACH;
    let mut nodes = Vec::new();
    for label in labels {
        if (label.y - label.wanted).abs() > label.size * 0.3 {
            let points = vec![[x + side * size * 0.45, label.wanted], [at - side * size * 0.2, label.y]];
            let leader = Path::line(points).stroked(label.colour.mix(style::PAPER, 0.45), hair * 0.8);
            nodes.push(Node::Path(leader));
        }
        let at = [at, label.y + label.size * 0.34];
        nodes.push(run(label.words.clone(), at, label.size, label.weight, label.colour, anchor));
    }
    nodes
}

/// The centres of labels between `top` and `bottom`, given the preferred centre and the height of each. Their order
/// is kept and the sum of squared moves is minimal (isotonic regression by pooling adjacent violators, O(n)). `None`
/// where they do not all fit. Positions are in input order, which must be ascending.
pub(crate) fn spread(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Option<Vec<f64>> {
    let total: f64 = wanted.iter().map(|(_, height)| height).sum();
    if total > bottom - top {
        return None;
    }
    // After subtracting the heights of the labels above, "apart" simply means ascending.
    let mut above = 0.0;
    let mut offsets = Vec::with_capacity(wanted.len());
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (place, height) in wanted {
        let offset = above + height / 2.0;
        offsets.push(offset);
        above += height;
        let mut pool = (place - offset, 1);
        while let Some(&(sum, count)) = pools.last()
            && sum / count as f64 > pool.0 / pool.1 as f64
        {
            pools.pop();
            pool = (pool.0 + sum, pool.1 + count);
        }
        pools.push(pool);
    }
    let places = pools.into_iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / count as f64, count));
    // Rounding can put `bottom − total` just below `top`.
    let latest = (bottom - total).max(top);
    Some(places.zip(offsets).map(|(place, offset)| place.clamp(top, latest) + offset).collect())
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn labels_apart_stay_where_they_are() {
        assert_eq!(spread(&[(10.0, 4.0), (20.0, 4.0)], 0.0, 50.0), Some(vec![10.0, 20.0]));
        assert_eq!(spread(&[], 0.0, 0.0), Some(vec![]));
    }

    #[test]
    fn labels_that_collide_part_evenly_and_stay_within() {
        assert_eq!(spread(&[(20.0, 4.0), (20.0, 4.0)], 0.0, 50.0), Some(vec![18.0, 22.0]));
        assert_eq!(spread(&[(0.0, 4.0), (1.0, 4.0)], 0.0, 50.0), Some(vec![2.0, 6.0]));
        assert_eq!(spread(&[(49.0, 4.0), (50.0, 4.0)], 0.0, 50.0), Some(vec![44.0, 48.0]));
    }

    #[test]
    fn of_different_heights_none_overlaps() {
        let wanted = [(10.0, 8.0), (11.0, 4.0), (11.5, 8.0), (30.0, 4.0), (30.0, 4.0)];
        let places = spread(&wanted, 0.0, 40.0).expect("room for 28");
        for (i, pair) in places.windows(2).enumerate() {
            assert!(pair[1] - pair[0] >= (wanted[i].1 + wanted[i + 1].1) / 2.0 - 1e-9, "{places:?}");
        }
        assert_eq!(spread(&wanted, 0.0, 27.0), None);
    }
}
