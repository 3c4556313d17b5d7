//! The appearance of a scatterplot, independent of its layout: its marks, and the position of a pair of values.

use crate::base::Rgb;
use crate::document::ScatterSpec;
use crate::figure::chart::marks::{MARKERS, marker};
use crate::figure::chart::scale::Scale;
use crate::figure::map::symbols::SymbolScale;
use crate::figure::page::layout::Box2;
use crate::figure::page::style::{self, Sizes};
use crate::scene::{Fill, Path};

use super::numbers::{Pair, ScatterModel};
use super::words::Both;

/// Colour of the lowess curve.
pub(crate) const LOWESS: Rgb = style::SERIES[3];
/// Marker of the overall value: a hollow diamond.
pub(crate) const OVERALL: usize = 7;
/// Dashes of the lines between quadrants.
pub(crate) const SPLIT: [f64; 2] = [4.0, 2.4];

/// How points are drawn.
pub(crate) struct Looks {
    /// Radius of a point without a size.
    pub radius: f64,
    /// Radii, if they stand for an indicator.
    pub scale: Option<SymbolScale>,
    any_selected: bool,
    /// Whether provisional and estimated values have a ring.
    has_rings: bool,
    /// Whether colours stand for classes or groups, of the key or of a map shown beside.
    has_key: bool,
    pub hair: f64,
}

impl Looks {
    /// The appearance that suits the model.
    pub fn new(model: &ScatterModel, sizes: Sizes) -> Self {
        let scale = sizes.scale.max(0.7);
        let values = model.pairs.iter().filter_map(|pair| pair.size);
        Self {
            radius: 2.5 * scale,
            scale: model.size.as_ref().and_then(|_| SymbolScale::new(values, 13.0 * scale)),
            has_rings: !model.uncertain().is_empty(),
            any_selected: model.pairs.iter().any(|pair| pair.selected),
            has_key: !model.key.entries.is_empty() || model.pairs.iter().any(|pair| pair.on_map.is_some()),
            hair: 0.6 * scale,
        }
    }

    /// Radius of a point, never so small that zero would vanish.
    pub fn radius(&self, pair: &Pair) -> f64 {
        let least = self.radius * 0.7;
        match (&self.scale, pair.size) {
            (Some(scale), Some(size)) => scale.radius(size).max(least),
            (Some(_), None) => least,
            (None, _) => self.radius,
        }
    }

    /// The ring around a point whose values are not final, if those of others are.
    pub fn ring(&self, pair: &Pair, at: [f64; 2]) -> Option<Path> {
        let is_reported = self.has_rings && !pair.quality.is_final();
        is_reported
            .then(|| Path::circle(at, self.radius(pair) + self.radius * 0.9).stroked(style::INK, self.hair))
    }

    /// The mark of a point.
    pub fn mark(&self, model: &ScatterModel, pair: &Pair, at: [f64; 2]) -> Path {
        let entry = pair.entry.map(|entry| &model.key.entries[entry]);
        let colour = match entry.map(|entry| entry.colour).or(pair.on_map) {
            Some(colour) => colour,
            None if self.has_key => style::CONTEXT,
            None if pair.selected => style::SERIES[1],
            None if self.any_selected => style::DOT_OTHER,
            None => style::DOT,
        };
        // Hollow means that the area cannot show the value: it is missing or negative.
        let is_hollow = self.scale.is_some() && pair.size.is_none_or(|size| size < 0.0);
        let own = entry.map_or(0, |entry| entry.marker);
        let kind = match (is_hollow, &self.scale) {
            (true, _) => own % (MARKERS / 2) + MARKERS / 2,
            (false, Some(_)) => own % (MARKERS / 2),
            (false, None) => own,
        };
        let mut path = marker(kind, at, self.radius(pair), colour);
        if self.scale.is_some() && !is_hollow {
            path.fill = Some(Fill::Translucent(colour, style::SYMBOL_OPACITY));
        }
        match (is_hollow, self.has_key) {
            (false, true) if pair.selected => path.stroked(style::INK, self.hair * 1.7),
            // Pale classes must be visible on paper.
            (false, true) => path.stroked(style::MUTED, self.hair * 0.7),
            _ => path,
        }
    }
}

/// What the parts of the plot are drawn from.
pub(crate) struct Drawing<'a> {
    pub spec: &'a ScatterSpec,
    pub model: &'a ScatterModel,
    pub both: Both<'a>,
    pub sizes: Sizes,
    pub plot: Box2,
    pub looks: Looks,
    pub scales: [Scale; 2],
}

impl Drawing<'_> {
    /// The position of a pair of values.
    pub fn at(&self, x: f64, y: f64) -> [f64; 2] {
        let Box2 { x: left, y: top, width, height } = self.plot;
        [left + width * self.scales[0].share(x), top + height * (1.0 - self.scales[1].share(y))]
    }
}
