//! The distribution of the values in the legend of a printed map: bars in the colours of the classes, and the value of the
//! whole on their axis. The window has the same with breaks that are dragged.

use crate::base::Rgb;
use crate::figure::map::MapModel;
use crate::figure::page::style;
use crate::scene::{Fill, Geometry, Node, Path};
use crate::stats::histogram::Axis;

/// Fewer values are read one by one.
const LEAST: usize = 30;
/// Height of the tallest bar, in type sizes.
const TALLEST: f64 = 3.4;
/// Height of all of it, with the axis and the mark below.
pub const HEIGHT: f64 = TALLEST + 1.5;
/// Width of a bar, in type sizes.
const BAR: f64 = 0.62;
/// The shortest bar, in type sizes: one value must be seen too.
const SHORTEST: f64 = 0.12;

/// A histogram, not yet drawn.
pub struct Histogram<'a> {
    model: &'a MapModel,
    axis: Axis,
    values: Vec<f64>,
}

impl<'a> Histogram<'a> {
    /// `None` where there are no classes of numbers, or few values or equal ones.
    pub fn of(model: &'a MapModel) -> Option<Self> {
        let (classes, (_, rounded)) = (model.classes.as_ref()?, model.rounded.as_ref()?);
        let values: Vec<f64> = model.table.present().collect();
        if values.len() < LEAST || !model.names.is_empty() || classes.intervals.len() < 2 {
            return None;
        }
        let axis = Axis::new(&values, (rounded.lower(), *rounded.uppers().last()?))?;
        Some(Self { model, axis, values })
    }

    /// Draws it below `y`; `overall` is the value marked on its axis.
    pub fn draw(&self, [x, y]: [f64; 2], width: f64, size: f64, overall: Option<f64>, nodes: &mut Vec<Node>) {
        let Some(classes) = &self.model.classes else { return };
        let bars = self.axis.bars(&self.values, &classes.intervals, (width / (size * BAR)) as usize);
        let count = |counts: &[usize]| counts.iter().sum::<usize>();
        let most = bars.iter().map(|bar| count(&bar.counts)).max().unwrap_or(0).max(1);
        let at = |value: f64| x + width * self.axis.share(value);
        let base = y + size * TALLEST;
        for bar in bars.iter().filter(|bar| count(&bar.counts) > 0) {
            let all = count(&bar.counts);
            let height = (size * TALLEST * all as f64 / most as f64).max(size * SHORTEST);
            let (left, right) = (at(bar.from), at(bar.to));
            let mut bottom = base;
            for (class, held) in bar.counts.iter().enumerate().filter(|(_, held)| **held > 0) {
                let own = height * *held as f64 / all as f64;
                let colour = self.model.colours.get(class).copied().unwrap_or(style::CONTEXT);
                let rect = Path::rect(left, bottom - own, (right - left).max(size * SHORTEST), own);
                nodes.push(Node::Path(rect.filled(Fill::Solid(colour)).stroked(OUTLINE, 0.3)));
                bottom -= own;
            }
        }
        let mut line = |points| nodes.push(Node::Path(Path::line(points).stroked(style::AXIS, 0.5)));
        line(vec![[x, base], [x + width, base]]);
        // Two strokes across the axis mark where it breaks before an extreme value.
        let [low, from, to, high] = self.axis.points();
        for cut in [(low < from).then_some(from), (to < high).then_some(to)].into_iter().flatten() {
            for shift in [-0.12, 0.12] {
                let middle = at(cut) + size * shift;
                line(vec![
                    [middle - size * 0.1, base + size * 0.3],
                    [middle + size * 0.1, base - size * 0.3],
                ]);
            }
        }
        if let Some(value) = overall.filter(|value| (low..=high).contains(value)) {
            nodes.push(mark([at(value), base + size * 0.8], size));
        }
    }
}

/// The outline of bars and swatches.
pub const OUTLINE: Rgb = Rgb::hex(0xb9_bcc2);

/// The sign of the value of the whole: a triangle whose base is in the middle below.
pub fn mark([x, base]: [f64; 2], size: f64) -> Node {
    let half = size * 0.34;
    let corners = vec![[x, base - size * 0.66], [x + half, base], [x - half, base]];
    let triangle = Path::new(Geometry::Rings(vec![corners])).filled(Fill::Solid(style::INK));
    Node::Path(triangle.stroked(style::PAPER, size * 0.1))
}
